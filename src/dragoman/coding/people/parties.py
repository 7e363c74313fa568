"""Who a mention stands for: mentions -> Parties, with joint phrases bound to whom they mean.

In: mentions of a sentence and what was said before. Out: Parties with their evidence. A joint
phrase (양 장관, 両外相, "the two leaders") is bound only when the discourse holds exactly as many
parties as it counts; otherwise it stays unbound and yields nothing.
"""

from __future__ import annotations

import re
from bisect import insort
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from dragoman.coding.cues.clauses import quoted_spans
from dragoman.coding.cues.cue import Cue
from dragoman.coding.names.mention import Mention
from dragoman.coding.scene import Sentence
from dragoman.records import Evidence, Participant, Role

__all__ = [
    "HEADS",
    "Discourse",
    "Party",
    "countries_of",
    "leading_first",
    "make_participant",
    "one_of_each",
    "party_of",
    "state_at",
    "state_of",
]


@dataclass(frozen=True, slots=True)
class Party:
    """One actor: the country or body it acts for, and the person or office when there is one.

    ``start`` and ``end`` are where the document names it (evidence); code points.
    """

    country: str | None
    name: str | None
    actor: str | None
    office: str | None
    sector: str | None
    start: int
    end: int
    candidates: tuple[str, ...] = ()
    person: bool = False


def party_of(mention: Mention) -> list[Party]:
    """The parties that a mention names itself; joint phrases and pronouns name none."""
    if mention.kind in ("joint", "pronoun", "place"):
        return []
    if mention.kind == "states":
        return [state_at(code, mention.start, mention.end) for code in mention.members]
    return [
        Party(
            mention.country, mention.name, mention.actor, mention.office, mention.sector,
            mention.start, mention.end, mention.candidates, mention.kind in ("person", "office"),
        )
    ]  # fmt: skip


def countries_of(parties: Iterable[Party]) -> tuple[str, ...]:
    """Distinct countries and bodies of the parties in their order."""
    return tuple(dict.fromkeys(p.country for p in parties if p.country))


def one_of_each(parties: Iterable[Party]) -> list[Party]:
    """The first party of each country or body, in their order; those of none are left out."""
    found: dict[str, Party] = {}
    for party in parties:
        if party.country:
            found.setdefault(party.country, party)
    return list(found.values())


def state_at(code: str | None, start: int, end: int) -> Party:
    """A state as such, by the words [start, end) that stand for it in the document."""
    return Party(code, None, code, None, "GOV", start, end)


def leading_first(sentence: Sentence, cues: list[Cue], heads: list[Mention]) -> list[Mention]:
    """The subjects of a Korean or Japanese sentence, topics before others, none from a quotation.

    北朝鮮が発射したことを受け、政府は…: who goes on in the next sentence is the government.
    """
    quotes = quoted_spans(sentence.text)
    topics = [m for m, cue in zip(sentence.mentions, cues, strict=True) if cue == "topic"]

    def quoted(mention: Mention) -> bool:
        return any(q[0] <= mention.start - sentence.start < q[1] for q in quotes)

    own = [m for m in heads if not quoted(m)]
    return [m for m in own if m in topics] or own


class Discourse:
    """What has been spoken of so far: the parties on stage, for joint phrases and pronouns.

    The sentences are walked twice, for meetings and for acts; ``turn_to`` says which sentence is
    being read, so that the second walk does not see what only later sentences tell.
    """

    def __init__(self) -> None:
        self._stage: list[tuple[int, list[Party]]] = []
        self._subject: list[Party] = []
        self._now = 0
        self._spare: list[Party] = []
        self.hero: list[Party] = []  # whom a Korean text follows (people/hero_ko.py)
        self._told: list[tuple[int, list[Party]]] = []  # English alone: whom each sentence named

    def set_spare(self, parties: list[Party], *, anew: bool = False) -> None:
        """Two or more who are spoken of together: what a joint phrase means when no talks bind it.

        ``anew``: whoever was spoken of before is forgotten.
        """
        if anew:
            self._spare = []
        if len(countries_of(parties)) >= 2:
            self._spare = parties

    def hear(self, number: int, mentions: list[Mention]) -> None:
        """Note whom a sentence names, for joint phrases and pronouns that no encounter binds."""
        named = [p for m in mentions if m.kind in _TOLD for p in party_of(m) if p.country]
        if named:
            self._told.append((number, named))

    def told_before(self, reach: int) -> Iterator[list[Party]]:
        """Whom each of the ``reach`` sentences before this one named, nearest first; headline last."""
        for number, parties in reversed(self._told):
            if self._now - reach <= number < self._now or number == 0 < self._now:
                yield parties

    def one_other(self, own: set[str], *, person: bool = False) -> list[Party]:
        """The one party, not of ``own``, that the sentences before speak of beside them.

        ``person``: the nearest person instead, whoever else is spoken of ("thanked him").
        """
        found: dict[str, Party] = {}
        known = False
        for told in self.told_before(2):
            others = {
                p.country: p for p in told if p.country not in own and (p.person or not person)
            }
            known = known or any(p.country in own for p in told)
            if person and others:
                return list(others.values()) if len(others) == 1 else []
            for country, party in others.items():
                if country and (party.sector != "IGO" or party.person):
                    found.setdefault(country, party)
        return list(found.values()) if known and len(found) == 1 else []

    def turn_to(self, number: int) -> None:
        """Say which sentence is being read."""
        self._now = number

    def enter(self, parties: list[Party]) -> None:
        """Put a group of parties (of a meeting, a compound) on the stage."""
        if len(countries_of(parties)) >= 2:
            insort(self._stage, (self._now, parties), key=lambda entry: entry[0])

    def forget(self) -> None:
        """Clear the stage: somebody has come in of whom no table knows for whom he acts."""
        insort(self._stage, (self._now, []), key=lambda entry: entry[0])

    def set_subject(self, parties: list[Party]) -> None:
        """Remember who acted last."""
        self._subject = parties

    @property
    def subject(self) -> list[Party]:
        """Who acted last."""
        return self._subject

    @property
    def on_stage(self) -> list[Party]:
        """The last group put on the stage."""
        return next(self._groups(), [])

    def _groups(self) -> Iterator[list[Party]]:
        for number, group in reversed(self._stage):
            if number <= self._now:
                if not group:
                    return  # somebody whom nothing tells came in: the pairs before are past
                yield group

    def met_by(self, country: str) -> list[Party]:
        """The one other side of the last group of two that has the state in it."""
        for group in self._groups():
            sides = countries_of(group)
            if len(sides) == 2 and country in sides:
                return [p for p in group if p.country != country]
        return []

    def partner_of(self, parties: list[Party]) -> list[Party]:
        """The one other party of the group on the stage: whom a speaker at talks speaks to."""
        own = set(countries_of(parties))
        stage = self.on_stage
        if len(countries_of(stage)) != 2 or not own or not own < set(countries_of(stage)):
            return []
        return [p for p in stage if p.country not in own]

    def bind(self, mention: Mention) -> list[Party]:
        """Whom a joint phrase or pronoun means; empty when the text does not settle it."""
        if mention.kind == "pronoun":
            if mention.name:
                return party_of(replace(mention, kind="person"))
            if _OTHER_SIDE.match(mention.text):
                return [state_of(p, mention) for p in self._other_side()]
            before = self._subject[:1]
            if mention.text.lower() in ("he", "she"):
                before = [p for p in before if p.person]  # no state or body is a "he"
            elif mention.text.lower().startswith("it"):
                before = [state_of(p, mention) for p in before]
            elif _GUEST.search(mention.text):
                doer = set(countries_of(before))
                before = self.partner_of(before) or self.one_other(doer, person=True)
            return [replace(p, start=mention.start, end=mention.end) for p in before]
        for group in self._groups():
            if mention.count in (0, len(countries_of(group))) and _of_rank(mention.text, group):
                if _STATES.search(mention.text):
                    return [state_of(p, mention) for p in group]
                return [replace(p, start=mention.start, end=mention.end) for p in group]
        if self._spare and mention.count in (0, len(countries_of(self._spare))):
            return _as_told(self._spare, mention)
        if not mention.count and len(self._subject) == 1 and self._subject[0].sector == "IGO":
            # The G7 foreign ministers condemned … They urged …: a body of many goes on.
            return _as_told(self._subject[:1], mention)
        return self._pair_told(mention)

    def _other_side(self) -> list[Party]:
        """상대측은: of the two who met or dealt with each other last, the one who did not act last."""
        own = set(countries_of(self._subject)) or set(countries_of(self.hero))
        for group in self._groups():
            others = [p for p in group if p.country not in own]
            if len(countries_of(group)) == 2 and len(countries_of(others)) == 1:
                return others[:1]
        return []

    def _pair_told(self, mention: Mention) -> list[Party]:
        """As many as the phrase counts, out of the sentences before: persons, or one and a state."""
        want = mention.count
        if not want:
            return []
        behind = {p.country for p in self._here(mention, before=False)}
        found: dict[str, Party] = {}
        for told in (self._here(mention, before=True), *self.told_before(2)):
            for party in told:
                if party.sector == "IGO" and not party.person:
                    continue  # where they met, as a rule
                if party.country and (party.country not in found or party.person):
                    found[party.country] = party
            if len(found) >= want:
                break
        people = sum(p.person for p in found.values())
        if len(found) != want or people < want - 1 or behind & set(found):
            return []
        return _as_told(list(found.values()), mention)

    def _here(self, mention: Mention, *, before: bool) -> list[Party]:
        """Whom the sentence that is being read names before, or behind, a joint phrase."""
        return [
            p for number, told in self._told if number == self._now for p in told
            if (p.end <= mention.start if before else p.start >= mention.end)
        ]  # fmt: skip


def _as_told(parties: list[Party], mention: Mention) -> list[Party]:
    """The parties of a joint phrase, with the phrase as what names them."""
    if _STATES.search(mention.text):
        return [state_of(p, mention) for p in parties]
    return [replace(p, start=mention.start, end=mention.end) for p in parties]


_GUEST = re.compile(
    r"guest|host|visitor|counterpart|colleague|interlocutor|other|opposite|neighbou?r"
)
_TOLD = frozenset({"person", "office", "state", "states", "body"})
_OTHER_SIDE = re.compile(r"상대|저쪽|그쪽")
# 양국, 両国, "both countries": the states themselves, not the persons who met for them.
_STATES = re.compile(
    r"양국|[두세]\s?나라|[3３三][かカヵケ]国(?!首脳|外相)|3국(?!\s?(?:정상|장관))|[两兩三]国(?!元首|领导|外长|总理)|両国(?!首脳|外相)|"
    r"\b(?:countries|nations|governments)\b|\bстран[аы]?\b",
    re.IGNORECASE,
)


def state_of(party: Party, mention: Mention) -> Party:
    """The state that a party acts for, named by a joint phrase."""
    return replace(
        party, name=None, actor=party.country, office=None, start=mention.start, end=mention.end,
        candidates=(), person=False,
    )  # fmt: skip


# 두 장관 are two ministers, 양 정상 two leaders: whoever came last but holds another rank is not
# meant. Words of the five languages -> what the offices of those meant hold.
_RANKS = (
    (re.compile(r"장관|외상|\bministers?\b|外相|大臣|外长|部长|министр", re.IGNORECASE), "minister"),
    (re.compile(r"정상|\bleaders?\b|\bpresidents?\b|首脳|元首|领导人|лидер|президент", re.IGNORECASE), "head"),
)  # fmt: skip
# Offices whose meeting is a summit (records.md: heads of state or government).
HEADS = frozenset({"president", "prime minister", "supreme leader", "monarch", "crown prince"})
# Who is called a leader in one breath with them, though their meeting is no summit.
_LEADERS = HEADS | {"head of body", "secretary-general", "vice president", "party leader"}


def _of_rank(words: str, group: list[Party]) -> bool:
    """Whether the persons of a group hold the rank that a joint phrase names, if known."""
    offices = [p.office for p in group if p.person and p.office]
    for pattern, rank in _RANKS:
        if offices and pattern.search(words):
            if rank == "head":
                return any(office in _LEADERS for office in offices)
            return all(office not in HEADS and "minister" in office for office in offices)
    return True


def make_participant(party: Party, role: Role, text: str) -> Participant:
    """A Participant of a report with its evidence."""
    return Participant(
        role=role,
        name=party.name,
        actor=party.actor,
        country=party.country,
        sector=party.sector,
        office=party.office,
        evidence=Evidence.at(text, party.start, party.end),
        candidates=party.candidates,
    )
