"""What is pledged, demanded or stated: a short clause in the document's words, and its due day.

In: a sentence and the trigger in it. Out: a cut of the sentence, never reworded, and the last day
of a date that sets a term (까지, by 2030).
"""

from __future__ import annotations

import re

from dragoman.coding.acts.lexicon import Trigger
from dragoman.coding.cues.clauses import boundaries
from dragoman.coding.scene import Scene, Sentence

__all__ = ["content_of", "due_of"]

_LONGEST = 140
_KO_LEAD = re.compile(
    r"^(?:(?:또한|또|특히|아울러|이어|이에|한편|그러면서|이와 함께|이날|그리고|이를 위해),?\s|[^,]{0,40}?(?:은|는|께서는)\s(?=\S))"
)
_KO_SHORT = re.compile(r"(?:(?:고|며),?|면서)\s$")
_JA_CUT = re.compile(r"(?:は|が|し|で)、")
_TERM_BEHIND = re.compile(r"^\s?(?:까지|이내|までに|までの|以前|之前|前)")
_TERM_BEFORE = re.compile(
    r"(?:\bby|\bbefore|\buntil|\bno later than|\bby the end of|\bдо|\bк)\s(?:the\s)?$", re.I
)


def content_of(scene: Scene, sentence: Sentence, trigger: Trigger) -> str | None:
    """A clause of at most 140 code points that holds what the act is about."""
    text, base = sentence.text, sentence.start
    start, end = trigger.start - base, trigger.end - base
    if scene.language == "ko":
        # As it stands in the document: 요청함, though it is read as 요청했다.
        clause = scene.document.text[base + _korean_start(sentence, trigger) : base + end]
    elif scene.language == "ja":
        clause = _JA_CUT.split(text[:start])[-1] + text[start:end]
    else:
        behind = re.split(r"[.;。；]\s|[.;。；]$|(?<=\w),\s(?=and \w+ed\b)", text[end:])[0]
        clause = (text[start:end] + behind)[:_LONGEST]
        if len(text[start:end] + behind) > _LONGEST:
            clause = clause.rsplit(" ", 1)[0]
    clause = clause.strip(" ,·“”\"'‘’")
    if scene.language == "ko" and len(clause) > _LONGEST:
        clause = clause[-_LONGEST:].split(" ", 1)[-1]
    return clause or None


def _korean_start(sentence: Sentence, trigger: Trigger) -> int:
    """Behind who acts, and behind the verb before that is an act of its own."""
    text, base = sentence.text, sentence.start
    start = trigger.start - base
    at = 0
    for mention in sentence.mentions:
        end = mention.end - base
        if (
            end < start
            and (particle := re.match(r"(?:\([^)]*\))?(?:은|는|측은|께서는|이|가)\s", text[end:]))
            and (particle.group().strip() in ("은", "는", "측은", "께서는") or at == 0)
        ):
            at = end + particle.end()
    topic = re.match(r"[^,“\"]{0,24}?(?<![하되있없])(?:은|는)\s", text[at:start])
    if topic and at == 0:
        at = topic.end()
    for bound in boundaries(text, "ko"):
        # 우려를 표명하고, 긴밀히 협력하기로: a comma behind the verb parts two acts; 소통하고
        # 긴밀히 협력하기로 goes on with the same.
        if (
            at < bound < start
            and re.match(r",?\s", text[bound:])
            and (text[bound : bound + 1] == "," or text[bound - 1] in "며서만")
        ):
            at = bound + 1
    return at


def due_of(scene: Scene, sentence: Sentence, trigger: Trigger) -> str | None:
    """The day by which a pledge is to be kept, ISO; None when the sentence sets no term."""
    if trigger.kind != "pledge":
        return None
    for date in sentence.dates:
        end = date.when.end or date.when.start
        if end is None:
            continue
        behind = sentence.text[date.end - sentence.start :]
        before = sentence.text[: date.start - sentence.start]
        if _TERM_BEHIND.match(behind) or _TERM_BEFORE.search(before):
            return end[:10]
        if date.when.text and date.when.text.rstrip().endswith("까지"):
            return end[:10]
    return None
