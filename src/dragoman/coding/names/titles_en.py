"""People of no table behind long English titles: "French Diplomatic Counselor to the President Emmanuel Bonne".

In: the folded text of one sentence and what is known of it: states, offices, people. Out: the same
with persons where a title of several words, its state and a name stand side by side, in any of the
orders of readouts: STATE TITLE NAME, TITLE of STATE NAME, TITLE NAME of STATE, NAME, TITLE of
STATE; in a row ("Israeli Minister A, Chief of Defense B") those behind are of the same state. A
title without a state is left to people/resolve.py. Short titles of the tables are names/joining.py's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from dragoman.coding.names.mention import Mention

__all__ = ["with_titled_people"]

# Words that name an office; what an office of that head may be called in the records.
_HEADS = {
    "Minister": "other minister", "Secretary": None, "Undersecretary": "vice minister",
    "Under-Secretary": "vice minister", "Ambassador": "ambassador", "Envoy": "special envoy",
    "Representative": "special envoy", "Coordinator": "special envoy", "Counselor": "foreign affairs adviser",
    "Counsellor": "foreign affairs adviser", "Advisor": "foreign affairs adviser",
    "Adviser": "foreign affairs adviser", "Director": "director-general",
    "Director-General": "director-general", "Chief": None, "Head": None, "Commissioner": None,
    "Commander": "military chief", "Governor": None, "Speaker": "speaker of parliament", "Leader": None,
    "Chair": None, "Chairman": None, "Chairwoman": None, "Chairperson": None, "Chancellor": None,
    "Negotiator": "special envoy", "Sherpa": "foreign affairs adviser", "Administrator": None,
    "Vice-President": None, "President": None, "Premier": None, "Lady": None, "Chargé": "ambassador", "Emir": "monarch",
    "Amir": "monarch", "King": "monarch", "Sultan": "monarch", "Queen": "monarch", "Aide": "foreign affairs adviser", "Prosecutor": None,
    "Secretary-General": None, "General": None, "Admiral": None, "Members": None, "Member": None, "members": None,
    "Presidents": None, "Ministers": "other minister", "Advisors": "foreign affairs adviser", "Advisers": "foreign affairs adviser",
    "Ambassadors": "ambassador", "Representatives": "special envoy", "Directors": "director-general", "Commissioners": None,
    "Secretaries": None, "Envoys": "special envoy",
}  # fmt: skip
# Offices that one alone holds in a state: a name in a row behind another's is not told to be of it.
_LOWER = frozenset(
    {
        "director",
        "head",
        "chairman",
        "chair",
        "chief",
        "minister",
        "ambassador",
        "envoy",
        "commander",
        "representative",
    }
)
_ALONE = re.compile(r"(?:Prime Minister|President|Premier|King|Queen|Emir|Amir|Chancellor)$")
_AMERICAN = re.compile(r"Secretary of|Director of (?:National|Central)|Senator|White House")
# Titles that the White House's own texts give without the state: people/named.py says when.
_OURS = re.compile(
    r"(?:Deputy\s)?(?:Homeland\sSecurity|National\sClimate|Domestic\sPolicy|National\sEconomic)\sAdvis[eo]r"
    r"|(?:Deputy\s|Special\s)?Assistant\sto\sthe\sPresident|Senior\s(?:Director|Advisor)|White\sHouse\s|Special\sPresidential|Special\sAdvisor\s(?:to\sthe\sPresident|for\sthe)|National\sSecurity\sCouncil|NSC\s|(?:Principal\s)?Deputy\sNational\sSecurity\sAdvis[eo]r|(?:Acting\s)?(?:Assistant|Under|Deputy)\sSecretary"
)
_FIELDS = frozenset(
    re.findall(
        r"\S+",
        """Affairs Policy Security Defense Defence Foreign Economic Economics Economy Economies International
    National State Strategic Strategy Trade Energy Climate Change Environment Environmental Finance Financial Interior Justice
    Health Intelligence Cyber Cybersecurity Technology Technologies Innovation Science Development Cooperation
    Integration Neighborhood Neighbourhood Enlargement Negotiations Restoration Reconstruction
    Infrastructure Communities Territories Transport Transportation Agriculture Education Culture Labor Labour
    Migration Asylum Digital Transformation Industry Industries Commerce Planning Investment Investments Partnerships
    Peace Process Disarmament Arms Control Nonproliferation Hemisphere Western Eastern Northern Southern Central
    Middle East Europe Asia Africa Pacific Americas Caribbean Indo-Pacific Office Government Cabinet Council Committee
    Ministry Department Chancellery Presidency Presidential Diplomatic Political Military Staff Armed Forces Army
    Navy Air Force Joint Public Parliament Parliamentary Assembly House Opposition Party Coalition Relations
    Union Commission Board Bank Bureau Agency Authority Division Directorate Special Principal Senior
    Deputy Vice Assistant First Second Third Acting Permanent Executive Federal Royal Supreme High Prime Personal
    War Home Homeland Regional Global Human Rights Humanitarian Hostage Hostages Counterterrorism Emergency Maritime
    Water Food Tourism Sports Youth Women Gender Equality Diaspora Religious Refugee Refugees Stabilization
    Operations Under Legal Special-Envoy Crown Heir Apparent Secretariat Mr Ms Mrs Dr Sheikh Sheikha Prince Princess
    Lieutenant Major Brigadier Colonel Vice-Admiral Sir Lord Professor Excellency Highness Majesty Royal Your His Her
    Governor-General Ambassador-Designate Designate Quad Sahel Anti-Corruption Corruption Court Service Services Command Internal Market Communications Information""",
    )
)
_UNION = ("European Council", "European Commission", "European Union", "European Parliament")
_LINKS = frozenset({"of", "for", "and", "the", "to", "on", "in", "at", "&", "with"})
_PARTICLES = frozenset(
    re.findall(
        r"\S+",
        "de la las los del da das dos do di al el bin ibn bint van von der den ter du le af zu y e ben",
    )
)
_HYPHENED = re.compile(r"(?:al|el|ad|as|ash|ar|an)-[A-ZÀ-Þ]")
_WORD = re.compile(r"[^\s,;:()“”\"]+")
_CAPITAL = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-Ž]")
_OF = re.compile(
    r"\s(?:of|from)\s(?:[Tt]he\s)?(?:(?:State|Commonwealth|Kingdom|Republic)\sof\s(?:[Tt]he\s)?)?"
)
_ROW = re.compile(r"[,;]\s(?:and\s)?(?:the\s)?|\sand\s(?:the\s)?")
_LONGEST = 24  # words of a title; chosen, not measured


@dataclass(frozen=True, slots=True)
class _Title:
    """A title and the name beside it: spans of the sentence."""

    start: int
    end: int
    name: tuple[int, int] | None
    head: str
    country: str | None


class _Row:
    """The words of one sentence with what is known of each."""

    def __init__(self, plain: str, found: list[Mention], no_name: frozenset[str]) -> None:
        self.plain, self.found, self.no_name = plain, found, no_name
        self.words = [(m.start(), m.end()) for m in _WORD.finditer(plain)]

    def word(self, i: int) -> str:
        """The word number ``i`` without what ends it."""
        start, end = self.words[i]
        return self.plain[start:end].removesuffix("'s").rstrip(".'")

    def of(self, i: int, kinds: tuple[str, ...]) -> Mention | None:
        """The mention of these kinds that covers a word."""
        start, end = self.words[i]
        return next(
            (m for m in self.found if m.kind in kinds and m.start < end and start < m.end), None
        )

    def owner(self, i: int) -> Mention | None:
        """The state, or the office or house of one, that a word belongs to."""
        found = self.of(i, ("state", "office", "body", "place"))
        if found and found.kind == "office" and found.text.endswith(_UNION):
            found = replace(found, country="EU")
        if found is None and (owned := self.of(i, ("person",))) is not None:
            # "the Executive Committee of the PLO Hussein al-Sheikh": read as the PLO's own.
            lead = owned.text[: max(0, owned.name_start - owned.start)].strip()
            if owned.country and lead and self.words[i][1] <= owned.name_start and " " not in lead:
                return replace(owned, kind="body", end=owned.start + len(lead), text=lead)
        if found is None or not found.country:
            return None
        housed = found.kind != "place" or found.text.endswith(("Office", "Ministry", "Chancellery"))
        return found if housed else None

    def joined(self, i: int) -> bool:
        """Whether nothing but a space stands between a word and the one before it."""
        gap = self.plain[self.words[i - 1][1] : self.words[i][0]] if i else ""
        # "the Works Agency (UNRWA) Commissioner": the letters of a body behind its name.
        return gap in (" ", " (", ") ")

    def is_aside(self, i: int) -> bool:
        """Whether a word stands alone in brackets."""
        start, end = self.words[i]
        return self.plain[start - 1 : start] == "(" and self.plain[end : end + 1] == ")"

    def is_head(self, i: int) -> bool:
        """Whether a word is an office's; in small letters alone behind "the": the head of the bureau."""
        word = self.word(i)
        return word in _HEADS or (word in _LOWER and i > 0 and self.word(i - 1) == "the")

    def is_title(self, i: int) -> bool:
        """Whether a word is part of a title and never of a name."""
        word = self.word(i)
        return word in _HEADS or word in _FIELDS or (word in self.no_name and word[:1].isupper())

    def links_titles(self, i: int) -> bool:
        """Whether the words before a small one ("to the") are of a title."""
        while i > 0 and self.joined(i) and self.word(i - 1) in _LINKS:
            i -= 1
        return i > 0 and self.joined(i) and self.is_title(i - 1)

    def is_field(self, i: int) -> bool:
        """Whether an unknown word with a capital stands before another word of the title."""
        after = i + 1 < len(self.words) and self.joined(i + 1)
        return bool(
            _CAPITAL.match(self.word(i)) and after
            and (self.is_title(i + 1) or self.word(i + 1) in _LINKS)
        )  # fmt: skip

    def is_name(self, i: int) -> bool:
        """Whether a word may be part of a name."""
        word = self.word(i)
        if self.is_title(i) or self.of(i, ("state", "body", "place", "joint")):
            return False
        return bool(_CAPITAL.match(word)) and not (word.isupper() and len(word) > 1)


def _name_at(row: _Row, i: int) -> int:
    """How many words from number ``i`` on are a name; 0 when none is."""
    k = i
    while k < len(row.words) and (k == i or row.joined(k)):
        particle = k > i and bool(row.word(k) in _PARTICLES or _HYPHENED.match(row.word(k)))
        initial = bool(re.fullmatch(r"[A-Z]\.", row.plain[slice(*row.words[k])]))
        if not (row.is_name(k) or particle or initial):
            break
        k += 1
        if row.plain[: row.words[k - 1][1]].endswith("'s"):
            break
    while k > i and row.word(k - 1) in _PARTICLES:
        k -= 1
    count = sum(row.word(n) not in _PARTICLES for n in range(i, k))
    return k - i if 2 <= count <= 5 else 0


def _title_at(row: _Row, head: int) -> _Title | None:
    """The title around the word number ``head``, with its state and the name behind it."""
    first, country = head, None
    first_start = row.words[head][0]
    while first > 0 and row.joined(first) and head - first < _LONGEST:
        at = first - 1
        linked = row.word(at) in _LINKS and row.links_titles(at)
        owner = row.owner(at)
        if not (row.is_title(at) or linked or owner or row.is_aside(at)):
            break
        first = at
        if owner:
            break
    while row.word(first) in _LINKS:
        first += 1
    first_start = row.words[first][0]
    owner = row.owner(first)
    if owner is not None:
        country, first_start = owner.country, min(owner.start, first_start)
    last = head
    k = head + 1
    double = False  # "Secretary of State, Head of the National Security Bureau, Jacek Siewiera"
    while k < len(row.words) and k - head < _LONGEST:
        word = row.word(k)
        if not row.joined(k):
            beside = row.plain[row.words[k - 1][1] : row.words[k][0]] == ", "
            second = beside and word in _HEADS and country is not None
            if not (second or (beside and double and _name_at(row, k))):
                break
            double = True
        state = row.owner(k)
        if state is not None:
            before = row.plain[: max(state.start, row.words[head][0])]
            if (state.kind != "state" or before.endswith((" of ", " of the "))) and not country:
                country = state.country
            while k < len(row.words) and row.words[k][0] < state.end:
                last, k = k, k + 1
            continue
        if row.is_title(k) or row.is_aside(k) or row.of(k, ("place",)):
            last = k
        elif word not in _LINKS:
            size = _name_at(row, k)
            after = k + size
            # "Climate Change Minister A B": what a head follows is a field, no name.
            more = after < len(row.words) and row.joined(after) and row.word(after) in _HEADS
            if size and not more:
                return _Title(
                    first_start, _end(row, last), (row.words[k][0], _end(row, after - 1)),
                    row.word(head), country,
                )  # fmt: skip
            if not size and not row.is_field(k):
                break
            k = max(after, k + 1)
            last = k - 1
            continue
        k += 1
    return _Title(first_start, _end(row, last), None, row.word(head), country)


def _end(row: _Row, i: int) -> int:
    start, end = row.words[i]
    word = row.plain[start:end]
    cut = word.removesuffix("'s")
    if re.fullmatch(r"(?:Jr|Sr)\.", cut) or re.fullmatch(r"[A-Z]\.", cut):
        return start + len(cut)
    return start + len(cut.rstrip(".'"))


def _name_before(row: _Row, start: int) -> tuple[int, int] | None:
    """The name that an aside behind a comma explains: "Jens Plötner, foreign policy advisor"."""
    lead = row.plain[:start]
    comma = re.search(r",\s(?:the\s)?$", lead)
    if comma is None:
        return None
    at = next((i for i, (_, end) in enumerate(row.words) if end == comma.start()), None)
    if at is None:
        return None
    first = at
    while first > 0 and row.joined(first) and (
        row.is_name(first - 1) or row.word(first - 1) in _PARTICLES
    ):  # fmt: skip
        first -= 1
    if not row.is_name(first) or _name_at(row, first) != at - first + 1:
        return None
    return row.words[first][0], _end(row, at)


def with_titled_people(
    text: str, plain: str, found: list[Mention], no_name: frozenset[str]
) -> list[Mention]:
    """The mentions of a sentence with the people whom its long titles introduce."""
    row = _Row(plain, found, no_name)
    people: list[Mention] = []
    done = -1
    for i in range(len(row.words)):
        if row.words[i][0] < done or not row.is_head(i):
            continue
        known = row.of(i, ("person",))
        if known and (known.country or known.people):
            continue
        title = _title_at(row, i)
        if title is None:
            continue
        person = _person(text, row, title, [*found, *people])
        if person is not None:
            people += [person, *_others_under(text, row, person, title)]
            done = people[-1].end
    if not people:
        return found
    kept = [m for m in found if not any(m.start < p.end and p.start < m.end for p in people)]
    return sorted([*kept, *people], key=lambda m: m.start)


_PLURAL = re.compile(r"(?:ors|ers|ents|aries|dors|ives|oys|embers)$")
_AND = re.compile(r",\s(?:and\s)?|\sand\s")


def _others_under(text: str, row: _Row, person: Mention, title: _Title) -> list[Mention]:
    """Those who share a plural title: "Executive Vice Presidents Vestager and Dombrovskis"."""
    out: list[Mention] = []
    last = person
    while _PLURAL.search(title.head) and (gap := _AND.match(row.plain, last.end)):
        at = next((i for i, (start, _) in enumerate(row.words) if start == gap.end()), None)
        size = _name_at(row, at) if at is not None else 0
        if at is None or not size:
            break
        start, end = row.words[at][0], _end(row, at + size - 1)
        known = row.of(at, ("person",))
        if known is not None and known.country:
            break
        last = replace(
            person, start=start, end=end, text=text[start:end], name=text[start:end],
            name_start=start, name_end=end, people=known.people if known else (),
        )  # fmt: skip
        out.append(last)
    return out


def _person(text: str, row: _Row, title: _Title, known: list[Mention]) -> Mention | None:
    start, end, name, country = title.start, title.end, title.name, title.country
    if name and row.plain[: name[0]].endswith(" and ") and _name_before(row, start):
        name = None  # "A, Director of the Policy Council and B, Senior Director": A's title
    if name is not None:
        end = name[1]
        behind = next((m for m in known if m.start >= end and m.kind == "state"), None)
        if country is None and behind and _OF.fullmatch(row.plain[end : behind.start]):
            country, end = behind.country, behind.end
        if country is None:
            words = row.plain[start : name[0]].strip()
            country = _of_row(row.plain, start, words, known) or _of_side(row.plain, start, known)
    elif (country or _OURS.match(row.plain, start)) and (before := _name_before(row, start)):
        start, name = before[0], before
    if name is None or not (
        country or _OURS.match(row.plain, title.start) or _in_row(row.plain, start, known)
    ):
        return None
    same = [m for m in known if m.kind == "person" and m.start < end and start < m.end]
    if any(
        m.country not in (None, country) or m.name_start < name[0] or m.end > name[1] for m in same
    ):
        return None
    words = row.plain[title.start : title.end]
    office, covers, sector = _office(words, title, known)
    if same and (same[0].office or same[0].covers):
        office, covers, sector = same[0].office, same[0].covers, same[0].sector or sector
    return Mention(
        start, end, text[start:end], "person", country, None, text[name[0] : name[1]], office,
        sector, name_start=name[0], name_end=name[1], covers=covers,
        people=same[0].people if same else (),
    )  # fmt: skip


# "The Israeli side was led by Minister for Strategic Affairs A": he is of that side.
_SIDE = re.compile(
    r"(?:['’]s)?\s(?:[\w-]+\s){0,2}(?:side|delegation|team)\s(?:(?:was|were)\s(?:co-)?(?:led|headed|represented)\sby|included|comprised)\s(?:the\s)?"
)


def _of_side(plain: str, start: int, known: list[Mention]) -> str | None:
    """The state whose delegation the one named right behind led."""
    for m in known:
        if m.kind == "state" and m.end <= start and _SIDE.fullmatch(plain[m.end : start]):
            return m.country
    return None


def _in_row(plain: str, start: int, known: list[Mention]) -> bool:
    """Whether a person is named right before in a row, whose state the document may tell."""
    last = max((m for m in known if m.end <= start), key=lambda m: m.end, default=None)
    return bool(last and last.kind == "person" and _ROW.fullmatch(plain[last.end : start]))


def _of_row(plain: str, start: int, words: str, known: list[Mention]) -> str | None:
    """The state of the one named right before in a row, where that one's own is told."""
    if _ALONE.search(words) or _AMERICAN.match(words):
        return None
    at = start
    before = [m for m in known if m.end <= start]
    # A title that the tables know without its state, read anew: the one with the state counts.
    for last in sorted(before, key=lambda m: (m.end, bool(m.country)), reverse=True):
        if last.kind != "person" or not _ROW.fullmatch(plain[last.end : at]):
            return None
        if last.country:
            return last.country if last.country != "USA" and len(last.country) == 3 else None
        at = last.start
    return None


def _office(
    words: str, title: _Title, known: list[Mention]
) -> tuple[str | None, tuple[str, ...], str]:
    """What a long title is called in the records: as the table's title inside it, else by its head."""
    inside = [
        m for m in known
        if m.kind == "office" and m.start < title.end and title.start < m.end
        and not words[: max(0, m.start - title.start)].rstrip().endswith(("to the", "to", "of the", "for the"))
    ]  # fmt: skip
    best = next((m for m in inside if m.office or m.covers), None)
    if best is not None and len(best.text.split()) >= 1:
        return best.office, best.covers, best.sector or "GOV"
    if re.search(
        r"\b(?:Deputy|Vice|Assistant|State|Under|Permanent)\b.*\b(?:Minister|Secretary)\b", words
    ):
        return "vice minister", (), "GOV"
    return _HEADS.get(title.head), (), "GOV"
