"""The words that name acts, as data: data/acts/<language>.toml -> Triggers in a sentence.

Source of the types: PLOVER manual 2.0. Each table entry names a type, perhaps a mode and a kind
of report, a frame (toward: one acts on another; with: all act together), an aim (addressee: the
one spoken to; content: the one whose doing is spoken of) and its words: verbs (inflected here),
nouns (which need a verb beside them, cues/clauses.py), words (patterns that are complete).
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources

from dragoman.errors import TableError
from dragoman.languages.zh import simplify
from dragoman.records import Kind, PloverType

__all__ = ["Trigger", "find_triggers", "kind_of"]

# records.md: a position taken is a statement, a commitment a pledge, the rest an action.
_KINDS: dict[str, Kind] = {
    "ACCUSE": "statement", "REQUEST": "statement", "REJECT": "statement", "SUPPORT": "statement",
    "THREATEN": "statement", "CONCEDE": "statement", "STATEMENT": "statement", "AGREE": "pledge",
}  # fmt: skip
_IRREGULAR = {
    "beat": "beat beats beaten beating", "shoot": "shot shoots shoot shooting",
    "shoot down": "shot down|shoots down|shoot down|shooting down", "sue": "sue sues sued suing",
    "step down": "stepped down|steps down|step down|stepping down",
    "rule out": "ruled out|rules out|rule out|ruling out",
    "turn down": "turned down|turns down|turn down|turning down",
    "rebut": "rebut rebuts rebutted rebutting", "expel": "expel expels expelled expelling",
    "kidnap": "kidnap kidnaps kidnapped kidnapping", "stab": "stab stabs stabbed stabbing",
    "ban": "ban bans banned banning", "rebuff": "rebuff rebuffs rebuffed rebuffing",
    "slam": "slam slams slammed slamming", "extol": "extol extols extolled extolling",
    "snub": "snub snubs snubbed snubbing", "acquit": "acquit acquits acquitted acquitting",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words [start, end) of a sentence (offsets in the document) that name an act."""

    start: int
    end: int
    text: str
    type: PloverType
    mode: str | None
    kind: Kind
    frame: str
    passive: bool = False
    aim: str = ""
    noun: bool = False
    shared: bool = False
    weak: bool = False
    # Where the act's target stands, best place first, as cues (cues/find.py); empty: by the frame.
    targets: tuple[str, ...] = ()
    # Whether it counts only where the sentence itself names whom it is aimed at.
    told: bool = False


@dataclass(frozen=True, slots=True)
class _Entry:
    pattern: re.Pattern[str]
    type: PloverType
    mode: str | None
    kind: Kind
    frame: str
    targets: tuple[str, ...] = ()
    aim: str = ""
    noun: bool = False
    shared: bool = False
    weak: bool = False
    told: bool = False


def kind_of(type_: str) -> Kind:
    """The kind of report that an act of this PLOVER type makes, where its words say no other."""
    return _KINDS.get(type_, "action")


def inflect_verb(verb: str) -> str:
    """English verb -> regular expression over its forms (particles of phrasal verbs kept)."""
    if verb in _IRREGULAR:
        forms = _IRREGULAR[verb]
        return "|".join(forms.split("|") if "|" in forms else forms.split())
    head, _, rest = verb.partition(" ")
    rest = f" {rest}" if rest else ""
    if head.endswith("e"):
        forms_of = f"{head}|{head}s|{head}d|{head[:-1]}ing"
    elif head.endswith("y") and head[-2] not in "aeiou":
        forms_of = f"{head}|{head[:-1]}ies|{head[:-1]}ied|{head}ing"
    elif head.endswith(("s", "sh", "ch", "x")):
        forms_of = f"{head}|{head}es|{head}ed|{head}ing"
    else:
        forms_of = f"{head}|{head}s|{head}ed|{head}ing"
    return f"(?:{forms_of}){rest}"


@cache
def _entries(language: str) -> tuple[_Entry, ...]:
    """The acts of a language, compiled. A language without a table has none."""
    name = f"acts/{language}.toml"
    file = resources.files("dragoman.data").joinpath(name)
    if not file.is_file():
        return ()
    entries = []
    for number, row in enumerate(tomllib.loads(file.read_text(encoding="utf-8"))["acts"]):
        words = list(row.get("words", []))
        if verbs := row.get("verbs"):
            words.append(r"\b(?:" + "|".join(inflect_verb(v) for v in verbs) + r")\b")
        kind = row.get("kind") or kind_of(row["type"])
        for forms, noun in ((words, False), (row.get("nouns", []), True)):
            if not forms:
                continue
            whole = "|".join(forms)
            if language == "ko":
                # 요청함, 방문함: the clipped ending of official notes, for 했다.
                whole = whole.replace("(?=했", "(?=함|했").replace("표했|표하", "표했|표함|표하")
            if language == "en":
                whole = whole.replace(r"\w’", r"\w’'")  # Poland’s, Poland's
                whole = rf"(?<![\w-])(?:{whole})"  # not in Cypriots, not in Iran-backed
            try:
                pattern = re.compile(whole, re.IGNORECASE if language == "ru" else 0)
            except re.error as fault:
                raise TableError(f"{name}: entry {number + 1} ({row['type']}): {fault}") from fault
            entries.append(
                _Entry(
                    pattern, row["type"], row.get("mode"), kind, row["frame"],
                    tuple(row.get("targets", ())), row.get("aim", ""), noun,
                    bool(row.get("shared")), bool(row.get("weak")), bool(row.get("told")),
                )
            )  # fmt: skip
    return tuple(entries)


_EN_PASSIVE = re.compile(r"\b(?:was|were|been|being|is|are|be|got)\s+(?:\w+ly\s+)?$")
_JA_PASSIVE = re.compile(
    r"され|られ|(?:の\S{0,4})?を?(?:受け|浴び|招|取り付け|得(?:た|まし)|買った)"
)
# Разочарован, обеспокоен: a state of mind of the subject's own is no passive.
_RU_PASSIVE = re.compile(
    r"^(?!.{0,12}(?:разочаров|встревож|взбеш|возмущ|обеспоко|озабоч|удивл|недовол)).*(?:[аяеё]н|взят|убит|принят)[аоы]?$|^объявлен[аоы]?\s",
    re.IGNORECASE,
)
# 被 … 谴责; not 对渔船遭…登临表示关切, whose 遭 belongs to what it speaks of.
_ZH_PASSIVE = re.compile(r"(?<!船)(?<!机)(?<!员)(?<!民)(?<!人)(?:被|遭|遭到|受到)[^，。；]{0,20}$")


def find_triggers(text: str, offset: int, language: str) -> list[Trigger]:
    """Triggers in a sentence, in order; where two overlap, the longer stands."""
    found: list[Trigger] = []
    words = simplify(text) if language == "zh" else text
    for entry in _entries(language):
        for match in entry.pattern.finditer(words):
            before = words[max(0, match.start() - 24) : match.start()]
            after = words[match.end() : match.end() + 16]
            passive = (
                (
                    language == "en"
                    and bool(_EN_PASSIVE.search(before) or re.match(r" by\b", after))
                    and not match.group().split()[0].endswith("ing")
                )
                or (language == "zh" and bool(_ZH_PASSIVE.search(before)))
                or (
                    language == "ko"
                    and bool(
                        re.match(
                            r"(?:을|를)? ?(?:받(?!아들)|당했|당하|당한|샀|사고|불렀|불러왔|됐|되었|된\s|되자|되며|되고|되는\s|돼(?=\s))",
                            after,
                        )
                    )
                )
                or (language == "ja" and bool(_JA_PASSIVE.match(after)))
                or (language == "ru" and bool(_RU_PASSIVE.search(match.group())))
            )
            found.append(
                Trigger(
                    offset + match.start(), offset + match.end(), text[match.start() : match.end()], entry.type,
                    entry.mode, entry.kind, entry.frame, passive, entry.aim, entry.noun,
                    entry.shared, entry.weak, entry.targets, entry.told,
                )
            )  # fmt: skip
    found.sort(key=lambda t: (t.start - t.end, t.start))
    kept: list[Trigger] = []
    for trigger in found:
        if all(trigger.end <= k.start or trigger.start >= k.end for k in kept):
            kept.append(trigger)
    return sorted(kept, key=lambda t: t.start)
