"""What somebody said of a matter, where the matter itself stands a sentence or two away.

In: the documents on the shelf of a question after somebody's words or reaction ("How did Orban react to the
clash?"). Out: sentences in which that one speaks, from documents that name everybody asked after
and tell of the matter in their title or close before. Whoever else speaks there is passed over.
"""

from __future__ import annotations

import re
from dataclasses import replace

from dragoman.answers.acting import speaks_for, subjects_of
from dragoman.answers.fitting import LEANS, placed
from dragoman.answers.kinds import holds_kind
from dragoman.answers.naming import names
from dragoman.answers.notions import (
    SPEECH,
    groups_of,
    main_act,
    need_of,
    notions_in,
    share_of,
    tells_act,
    units_of,
)
from dragoman.answers.passages import Shelf, is_dated, is_within
from dragoman.answers.question import Named, Question
from dragoman.answers.sentences import (
    Told,
    Vectors,
    is_asked,
    sentences_of,
    similarities,
)

__all__ = ["find_sayings"]

# A past tense alone (했다.) is no speech.
_SPOKE = re.compile(SPEECH.pattern.replace(r"했다\.|", ""), re.IGNORECASE)
_BACK = 3  # sentences before one in which its matter may stand; chosen
# Words and deeds by which somebody reacts, beside those of SPEECH.
_REACTS = re.compile(
    r"[\"“”「『«]|thank|congratulat|welcom|denounc|condemn|reject|applaud|prais|warn|urg|demand|threaten|accus|"
    r"blam|vow|promis|감사|환영|비난|규탄|경고|촉구|요구|반발|일축|부인|축하|위협|맞섰|그쳤|고 했|고 못|밝혔|발표|전했|発表|"
    r"非難|歓迎|警告|反発|評|要求|求め|抗議|否定|祝|反論|批判|谴责|欢迎|警告|祝贺|批评|благодар|осуд|приветств"
)


def find_sayings(shelf: Shelf, encoder: Vectors | None) -> list[Told]:
    """Sentences in which he speaks whom the question asks, of the matter asked after; best first."""
    asked = shelf.asked
    speakers = _speakers(asked)
    if not asked.said or asked.wanted not in ("what", "passage", "why") or not speakers:
        return []
    others = [n for n in asked.named if n not in speakers]
    notions, issues, words = units_of(asked)
    if not (notions or issues or words or others):
        return []
    act = main_act(asked)
    held_off = "meet_press" in notions and "dropped" not in notions  # it did not take place
    need = need_of(asked) if groups_of(asked) or issues or not others else 0.0
    told: list[Told] = []
    for document in shelf.documents:
        in_time = is_within(document, asked)
        past: list[Told] = []
        for one in sentences_of(document):
            near = " ".join((document.title or "", *(t.text for t in past[-_BACK:]), one.text))
            if (
                not is_asked(one.text)
                and (in_time or is_dated(one, past[-1] if past else None, asked))
                and (_SPOKE.search(one.text) or _REACTS.search(one.text))
                and not (held_off and "dropped" in notions_in(one.text))
                and any(_speaks(n, one, past) for n in speakers)
                and holds_kind(asked, one.text, document.language, document.published)
                and (share := share_of(asked, near, document.language)) >= need
                and tells_act(asked, notions_in(one.text))
                and placed(asked, one, past[-1] if past else None)
                and ((need > 0 and not act) or _of_others(others, one, near))
            ):
                own = share_of(asked, one.text, document.language)
                own += 0.2 * any(n.text in one.text for n in speakers)
                own += 0.1 * sum(names(document, n, one.text) for n in others)
                local = 0.1 * (document.language == asked.language)
                told.append(replace(one, score=share + own + local))
            past.append(one)
    near_by = similarities(asked.text, told, encoder)
    told = [replace(t, score=t.score + float(near_by[i])) for i, t in enumerate(told)]
    best = max((t.score for t in told), default=0.0)
    return sorted((t for t in told if t.score >= best - _BEHIND), key=lambda t: -t.score)[:2]


_BEHIND = 0.5  # score by which a second sentence may lag behind the best; chosen


def _speakers(asked: Question) -> list[Named]:
    """Who is asked for words: the subject, else the only person named."""
    subjects = [n for n in asked.named if n.subject]
    return subjects or (list(asked.people) if len(asked.people) == 1 else [])


def _of_others(others: list[Named], one: Told, near: str) -> bool:
    """Whether one at least of the others named stands close by: what he says is of that."""
    return not others or any(names(one.document, n, near) for n in others)


def _speaks(named: Named, one: Told, past: list[Told]) -> bool:
    """Whether somebody is the subject of a sentence, or of the one before that it goes on from."""
    said = re.search(rf"[、，,] ?{re.escape(named.text)}[はがは은는이가]", one.text)
    if said or speaks_for(one, named) or _short(named, one.text):
        return True
    acting = subjects_of(one, named)
    if acting is not None:
        return acting
    document = one.document
    head = f"{document.title or ''} {document.text[:_HEAD]}"
    if document.genre == "interview" and names(document, named, head):
        return bool(re.match(r"[\"“「]", one.text))
    dropped = document.language in ("ko", "ja")  # whose sentences may leave out their subject
    if past and (dropped or LEANS.match(one.text) or _PRONOUN.match(one.text)) and (
        one.evidence.start - past[-1].evidence.end <= _NEXT
    ):  # fmt: skip
        return bool(subjects_of(past[-1], named)) or _short(named, past[-1].text)
    return False


_HEAD = 200  # code points in which an interview names who is asked; chosen
_NEXT = 2  # code points between two sentences of one paragraph
_PRONOUN = re.compile(r"그는|그녀는|同氏|彼は|他|[\"“「]")


def _short(named: Named, text: str) -> bool:
    """리 총리는: the surname with the title by which the question calls him; or the name itself."""
    name = re.escape(named.name or "")
    if name and re.match(
        rf"(?:\S+ )?{name}(?: \S{{1,7}}|[^\s、。はが]{{0,6}})?[은는이가はが](?![가-힣])", text
    ):
        return True
    found = re.fullmatch(r"([가-힣])[가-힣]+ ([가-힣]+)", named.text)
    return bool(found and re.match(rf"(?:\S+ )?{found[1]} {found[2]}[은는이가도]", text))
