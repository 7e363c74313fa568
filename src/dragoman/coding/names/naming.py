"""Groups of atoms -> Mentions: which office, of whom, and which person of the tables.

In: Groups of one sentence (names/joining.py), the holders, the day. Out: Mentions whose person is
settled as far as the sentence settles it. What needs the rest of the document is left to
people/resolve.py, for which ``people`` and ``covers`` are filled.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from dragoman.coding.names.forms import Atom, Entry, Title
from dragoman.coding.names.holders import Holders, Term
from dragoman.coding.names.joining import Group
from dragoman.coding.names.mention import Mention

__all__ = ["Office", "choose", "make_mentions", "term_at"]


@dataclass(frozen=True, slots=True)
class Office:
    """What a title says: the office or those it may cover, whose, and the PLOVER sector."""

    office: str | None = None
    covers: tuple[str, ...] = ()
    country: str | None = None
    sector: str | None = None
    state: str = ""

    @property
    def offices(self) -> tuple[str, ...]:
        """All offices that the title may mean."""
        return self.covers or ((self.office,) if self.office else ())


# A ministry beside a bare title (외무성 부상, 국방부 차관) says which office it is.
_MINISTRY_OFFICES = (
    ("foreign", ("foreign minister", "vice foreign minister")),
    ("defence", ("defence minister", "vice defence minister")),
    ("finance", ("finance minister",)),
    ("commerce", ("trade minister",)),
    ("unification", ("unification minister",)),
)


def _pick(titles: Iterable[Title], owner: str | None) -> tuple[Title | None, str | None]:
    """The row of a title that fits its owner, and the owner that the row itself settles."""
    rows = list(titles)
    own = [row for row in rows if owner and owner in row.country]
    free = [row for row in rows if not row.country]
    if own:
        return own[0], owner
    if free:
        return free[0], owner
    if not rows:
        return None, owner
    row = rows[0]
    if owner and row.office == "foreign minister" and "USA" in row.country:
        # Poland's Secretary of State is a minister's deputy.
        return replace(row, office="vice minister", level="vice-ministerial"), owner
    if owner:
        return row, owner
    # A title that one state alone has (국무장관, Foreign Secretary) says whose it is. In Korea
    # 국무위원 are the members of the cabinet, in China State Councilors.
    if row.office in ("state councilor", "party official"):
        return row, None
    return row, row.country[0] if len(row.country) == 1 or row.country[0] == "USA" else None


def _owner(group: Group, at: int) -> str | None:
    """Whose office the atom number ``at`` is: the nearest state or body before it, else after it."""
    atoms = group.atoms
    before = [
        atom
        for i, atom in enumerate(atoms[:at])
        if atom.kind in "SCB" and not (i and group.shape[2 * i - 1] == "t")
    ]
    if before:
        last = before[-1]
        states = [atom for atom in before if atom.kind in "SC"]
        # France's U.N. ambassador is France's.
        post = any(t.office == "ambassador" for e in atoms[at].entries for t in e.titles)
        if last.kind == "B" and post and states:
            last = states[-1]
        return last.entries[0].countries[0]
    for i in range(at + 1, len(atoms)):
        if group.shape[2 * i - 1] == "t":
            break
        if atoms[i].kind in "SCB":
            return atoms[i].entries[0].countries[0]
    for atom in atoms:
        if atom.kind == "M" and atom.entries[0].countries:
            return atom.entries[0].countries[0]
    return None


def _office(group: Group) -> Office | None:
    """The office of a group: the first title with an office of its own, else the first title."""
    found: list[Office] = []
    ministry = next((a.entries[0].value for a in group.atoms if a.kind == "M"), "")
    state = next((a.entries[0].value for a in group.atoms if a.kind == "X"), "")
    for at, atom in enumerate(group.atoms):
        if atom.kind != "O":
            continue
        owner = _owner(group, at)
        titles = next(entry.titles for entry in atom.entries if entry.kind == "O")
        row, country = _pick(titles, owner)
        if row is None:
            continue
        office, covers = (row.office or None), row.covers
        if office == "president" and country and not _is_state(country):
            office, covers = "head of body", ()
        if ministry and covers and row.level in ("ministerial", "vice-ministerial"):
            for word, offices in _MINISTRY_OFFICES:
                fits = [one for one in offices if one in covers] if word in ministry else []
                if fits:
                    office, covers = fits[0], ()
        sector = row.sector or None
        if sector == "GOV" and country and not _is_state(country):
            sector = "IGO"
        found.append(Office(office, covers, country, sector, state))
    if not found:
        return None
    # 중국 공산당 중앙정치국 위원 겸 외교부장: the office held for the state is the one that counts.
    ranked = sorted(found, key=lambda o: (o.office is None, o.office == "party official"))
    best = ranked[0]
    if best.country is None:
        country = next((o.country for o in found if o.country), None)
        best = Office(best.office, best.covers, country, best.sector, best.state)
    return best


def _is_state(code: str) -> bool:
    return len(code) == 3 and code.isupper() and code not in ("APC", "G20", "ARF", "IMF", "WTO")


def term_at(
    holders: Holders, key: str, day: str | None, country: str | None, offices: Iterable[str]
) -> Term | None:
    """The term that speaks for a person on a day: of the office named, else the one then held."""
    person = holders.people.get(key)
    if person is None:
        return None
    terms = [t for t in person.terms if country is None or t.country == country]
    wanted = set(offices)
    now = [t for t in terms if day and t.covers(day)]
    for pool in ([t for t in now if t.office in wanted], now):
        if pool:
            return min(reversed(pool), key=_rank)
    begun = [t for t in terms if not day or t.start <= day[: len(t.start)]]
    named = [t for t in begun if t.office in wanted]
    return max(named or begun or terms, key=lambda t: t.start, default=None)


# Who holds two offices at once is known by the first of these.
_RANK = (
    "president", "supreme leader", "monarch", "prime minister", "foreign minister",
    "defence minister", "vice president", "deputy prime minister",
)  # fmt: skip


def _rank(term: Term) -> int:
    return _RANK.index(term.office) if term.office in _RANK else len(_RANK)


def choose(
    holders: Holders,
    keys: Iterable[str],
    day: str | None,
    country: str | None,
    offices: tuple[str, ...],
    short: bool = False,
) -> tuple[str, ...]:
    """Those of ``keys`` whom country, office and day leave, the best-fitting group alone.

    ``short``: the name is a family name only, which none is meant by before taking office.
    """
    people = [holders.people[key] for key in keys if key in holders.people]
    if country:
        people = [p for p in people if country in p.countries]
    if short and day:
        people = [p for p in people if any(t.start <= day[: len(t.start)] for t in p.terms)]
    if len(people) > 1 and offices:
        wanted = set(offices)
        ever = [p for p in people if any(t.office in wanted for t in p.terms)]
        then = [
            p for p in ever if day and any(t.office in wanted and t.covers(day) for t in p.terms)
        ]
        people = then or ever or people
    if len(people) > 1 and day:
        now = [p for p in people if any(t.covers(day) for t in p.terms)]
        people = now or people
    return tuple(p.key for p in people)


def make_mentions(
    group: Group, text: str, plain: str, day: str | None, holders: Holders, language: str
) -> list[Mention]:
    """The mentions of one group; none when it speaks of nobody here.

    ``text`` is the sentence as written, ``plain`` its folded form.
    """
    kinds = [atom.kind for atom in group.atoms]
    if "N" in kinds or "F" in kinds:
        return [_person(group, text, day, holders, language)]
    if "O" in kinds:
        return _offices(group, text)
    first = group.atoms[0]
    if "P" in kinds:
        return _places(group, text)
    if "M" in kinds:
        return [_ministry(group, text)]
    if first.kind in "JR":
        return [_joint(group, text, first)]
    return [_plain(atom, text, plain, language) for atom in group.atoms]


def _span(group: Group, text: str) -> tuple[int, int, str]:
    return group.start, group.end, text[group.start : group.end]


def _person(group: Group, text: str, day: str | None, holders: Holders, language: str) -> Mention:
    start, end, words = _span(group, text)
    at, atom = next((i, a) for i, a in enumerate(group.atoms) if a.kind in "NF")
    entry = next(e for e in atom.entries if e.kind in "NF")
    office = _office(group) or Office(
        country=_owner(group, at),
        state=next((a.entries[0].value for a in group.atoms if a.kind == "X"), ""),
    )
    short = atom.kind == "F"
    keys = choose(holders, entry.people, day, office.country, office.offices, short)
    abroad = not keys and not short and not any(k in "SCBY" for k in (a.kind for a in group.atoms))
    if abroad and office.country and entry.value != "spelled":
        # "Foreign Secretary Marcelo Ebrard": the title is Britain's, the man who holds it is not.
        there = choose(holders, entry.people, day, None, office.offices)
        if len(there) == 1:
            keys, office = there, replace(office, country=None)
    if entry.value == "spelled" and not _is_held(holders, keys, office, day):
        keys = ()
    if office.state == "former" and len(keys) > 1:
        past = [k for k in keys if any(t.end for t in holders.people[k].terms)]
        keys = tuple(past) or keys
    name = text[atom.start : atom.end]
    mention = Mention(
        start, end, words, "person", office.country, None, name, office.office,
        office.sector or "GOV", candidates=keys if len(keys) > 1 else (),
        name_start=atom.start, name_end=atom.end,
        people=keys if not short or len(keys) == 1 or office.country else entry.people,
        covers=office.covers, state=office.state,
    )  # fmt: skip
    if short and len(keys) != 1 and office.country is None and not office.offices:
        # A family name alone that several bear: only the document can tell.
        return replace(mention, people=entry.people, candidates=())
    return mention


def _is_held(holders: Holders, keys: tuple[str, ...], office: Office, day: str | None) -> bool:
    """Whether one person alone is left who holds the very office for the very country that day."""
    if len(keys) != 1 or office.country is None or office.office is None or day is None:
        return False
    return any(
        t.country == office.country and t.office == office.office and t.covers(day)
        for t in holders.people[keys[0]].terms
    )


def _offices(group: Group, text: str) -> list[Mention]:
    start, end, words = _span(group, text)
    office = _office(group)
    if office is None:
        return []
    compound = next((a for a in group.atoms if a.kind == "Y"), None)
    if compound is not None:
        return [
            Mention(
                start, end, words, "states", None, None, None, office.office, "GOV",
                members=compound.entries[0].countries, covers=office.covers,
            )
        ]  # fmt: skip
    return [
        Mention(
            start, end, words, "office", office.country, None, None, office.office,
            office.sector or "GOV", covers=office.covers, state=office.state,
        )
    ]  # fmt: skip


def _places(group: Group, text: str) -> list[Mention]:
    """One place for a town and its country, two for towns of two countries (도쿄, 베이징)."""
    if group.atoms[0].kind == "B":
        return [_plain(group.atoms[0], text, text, ""), _place(Group(group.atoms[1:], "P"), text)]
    codes = {a.entries[0].countries[0] for a in group.atoms if a.kind in "PC"}
    if len(codes) > 1 and any(a.kind == "C" for a in group.atoms):
        return [_place(Group((a,), a.kind), text) for a in group.atoms if a.kind == "P"]
    return [_place(group, text)]


def _place(group: Group, text: str) -> Mention:
    start, end, words = _span(group, text)
    places = [a for a in group.atoms if a.kind == "P"]
    # 페루 리마 산 이시드로: the first with a town is the town; the country is what the text says.
    entry = next((a.entries[0] for a in places if a.entries[0].city), places[0].entries[0])
    said = next((a.entries[0].countries[0] for a in group.atoms if a.kind in "SC"), None)
    country = entry.countries[0] if entry.countries else said
    return Mention(
        start, end, words, "place", country, city=entry.city or None,
        geonames=entry.geonames or None,
    )  # fmt: skip


def _ministry(group: Group, text: str) -> Mention:
    start, end, words = _span(group, text)
    atom = next(a for a in group.atoms if a.kind == "M")
    owner = next((a.entries[0].countries[0] for a in group.atoms if a.kind in "SCB"), None)
    if group.atoms[0].kind == "B" and not any(owner in e.countries for e in atom.entries):
        return _plain(group.atoms[0], text, text, "")  # APEC閣僚会議: the body's
    rows = [e for e in atom.entries if e.kind == "M"]
    entry = next((e for e in rows if owner and owner in e.countries), None)
    entry = entry or next((e for e in rows if not e.countries), rows[0])
    if owner is None and len(rows) == 1 and rows[0].countries:
        entry = rows[0]
    country = owner or (entry.countries[0] if entry.countries else None)
    return Mention(
        start, end, words, "body", country, None, text[atom.start : atom.end], None,
        entry.sector or "GOV", covers=(entry.value,),
    )  # fmt: skip


_COUNT = re.compile(r"^(\d)(?:\s(.*))?$")


def _joint(group: Group, text: str, atom: Atom) -> Mention:
    start, end, words = _span(group, text)
    if atom.kind == "R":
        return Mention(start, end, words, "pronoun")
    value = _COUNT.match(atom.entries[0].value)
    count = int(value.group(1)) if value else 0
    office = value.group(2) if value else None
    return Mention(start, end, words, "joint", count=count, office=office or None)


_NOUN_AFTER = {
    "ko": re.compile(r"의\s?[가-힣]|\s[가-힣]"),
    "ja": re.compile(r"の"),
    "zh": re.compile(r"的"),
}


def _plain(atom: Atom, text: str, plain: str, language: str) -> Mention:
    entry = _likeliest(atom)
    start, end, words = atom.start, atom.end, text[atom.start : atom.end]
    if entry.kind == "Y":
        return Mention(start, end, words, "states", members=entry.countries, sector="GOV")
    code = entry.countries[0]
    if entry.kind == "B":
        return Mention(start, end, words, "body", code, code, None, None, entry.sector)
    owns = _NOUN_AFTER.get(language)
    adjective = entry.adjective or bool(owns and owns.match(plain, end))
    return Mention(
        start, end, words, "state", code, code, None, None, "GOV", adjective=adjective
    )  # fmt: skip


def _likeliest(atom: Atom) -> Entry:
    return next((e for e in atom.entries if e.kind in "YSCB"), atom.entries[0])
