"""Who is meant in a document: 조 장관, Secretary Blinken, "the Secretary of State", 외교부.

In: the mentions of all sentences (names/gazetteer.py), the document, the day. Out: the same with names,
countries, offices and Wikidata ids filled in where the text or the tables settle them. Where two
people fit, none is chosen and both are listed as candidates. The order stands here: who enters the
cast (people/entered.py), then sentence by sentence names (people/named.py), titles
(people/titled.py), ministries (people/ministries.py), people named again (people/again.py). Whom a joint
phrase binds is left to people/parties.py.
"""

from __future__ import annotations

import re
from dataclasses import replace

from dragoman.coding.names.gazetteer import Gazetteer
from dragoman.coding.names.mention import Mention
from dragoman.coding.people.again import with_named_again
from dragoman.coding.people.entered import enter_people
from dragoman.coding.people.ministries import read_ministry
from dragoman.coding.people.named import read_person
from dragoman.coding.people.titled import read_pronoun, read_title
from dragoman.coding.people.told import Told
from dragoman.records import Document

__all__ = ["resolve_people"]

_IN = re.compile(r"(?:While\s)?[Ii]n\s(?:the\s)?")
_SECTION = re.compile(r"[\[【<〈(]\s?(?P<state>[가-힣 ]{2,14})\s?[\]】>〉)]")


def resolve_people(
    sentences: list[tuple[int, int]],
    mentions: list[list[Mention]],
    document: Document,
    day: str | None,
    gazetteer: Gazetteer | None = None,
) -> list[list[Mention]]:
    """Fill in who is meant. ``sentences`` are spans of the document, ``mentions`` theirs, in order."""
    tables = gazetteer or Gazetteer.load()
    told = Told(document, day, tables)
    enter_people(told, [*_headline(document, day, tables), *mentions])
    told.see_states(mentions)
    return [
        _read_sentence(told, span, group, mentions[max(0, number - 2) : number])
        for number, (span, group) in enumerate(zip(sentences, mentions, strict=True))
    ]


def _headline(document: Document, day: str | None, tables: Gazetteer) -> list[list[Mention]]:
    """Who is named in a headline that stands outside of the text: "Call with Emirati Adviser X"."""
    title = document.title or ""
    if document.language != "en" or not title or title in document.text:
        return []
    found = tables.find(title, "en", day)
    return [[m for m in found if m.kind == "person" and m.country]]


def _read_sentence(
    told: Told, span: tuple[int, int], group: list[Mention], earlier: list[list[Mention]]
) -> list[Mention]:
    """The mentions of one sentence, resolved; ``earlier``: those of the two before, as found."""
    recalls = told.speaks_of_another_year(span)
    told.section = _section(told, span, group)
    told.fronted = _fronted(told, span, group)
    row: list[Mention] = []
    for mention in group:
        found: Mention | None = mention
        if mention.kind == "person":
            found = read_person(told, mention)
        elif mention.kind == "office":
            found = read_title(told, mention, recalls, [*earlier, row])
        elif mention.kind == "body" and mention.country is None:
            found = read_ministry(told, mention, [*earlier, row])
        elif mention.kind == "pronoun":
            found = read_pronoun(told, mention)
        if found is None and mention.kind == "person" and told.language == "en":
            found = _in_row(told, mention, row)
        if found is not None:
            row.append(_public(found))
            told.note(found)
    return with_named_again(told, span, row)


_ROW = re.compile(r"[,;]\s(?:and\s)?(?:the\s)?|\sand\s(?:the\s)?")
# Offices that one alone holds in a state: their holder in a row may well be another state's.
_ALONE = frozenset({"president", "prime minister", "monarch", "supreme leader", "vice president"})


def _in_row(told: Told, mention: Mention, row: list[Mention]) -> Mention | None:
    """Somebody of no table behind a title without a state, in a row of officials of one state."""
    last = row[-1] if row else None
    if last is None or last.kind != "person" or len(last.country or "") != 3:
        return None
    titled = mention.start < mention.name_start and mention.office not in _ALONE
    named = " " in (mention.name or "") and not mention.people
    if not (titled and named and last.country != told.home):
        return None
    if not _ROW.fullmatch(told.text[last.end : mention.start]):
        return None
    return replace(mention, country=last.country)


def _fronted(told: Told, span: tuple[int, int], group: list[Mention]) -> str | None:
    """The state at the head of a sentence: "In Gabon, he met with President Ali Bongo"."""
    first = next((m for m in group if m.kind in ("state", "place") and m.country), None)
    if first is None:
        return None
    lead, behind = told.text[span[0] : first.start], told.text[first.end : first.end + 4]
    if told.language == "ko":
        # 르완다에서는 에두아르 응기렌테 총리가 …
        here = not lead.strip() and behind in ("에서는 ", "에서도 ")
    else:
        here = told.language == "en" and bool(_IN.fullmatch(lead)) and behind[:1] == ","
    return first.country if here else None


def _section(told: Told, span: tuple[int, int], group: list[Mention]) -> str | None:
    """The state that the last heading in brackets named alone: what follows is about it."""
    text = told.text[span[0] : span[1]].strip()
    if told.language != "ko" or not (found := _SECTION.fullmatch(text)):
        return told.section
    states = [m for m in group if m.kind == "state" and m.text == found["state"]]
    return states[0].country if len(states) == 1 else None


def _public(mention: Mention) -> Mention:
    """The mention without what only the rooms of people need."""
    if mention.people or mention.covers or mention.state:
        return replace(mention, people=(), covers=(), state="")
    return mention
