"""Find what a sentence names: states, bodies, ministries, offices, persons, places, joint phrases.

In: text of one sentence, its language, the day of publication. Out: Mentions in order, none
overlapping. The order of finding stands in ``find``: compounds, forms, capitals, surnames, groups,
mentions, newcomers, towns. What needs the rest of the document (조 장관, "the two ministers") is left
to people/resolve.py.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from pathlib import Path

from dragoman.coding.names.compounds import CompoundFinder
from dragoman.coding.names.forms import Atom, Entry, Lexicon, fold
from dragoman.coding.names.holders import Holders
from dragoman.coding.names.joining import join, share_titles
from dragoman.coding.names.mention import Mention
from dragoman.coding.names.naming import make_mentions
from dragoman.coding.names.newcomers import NameFinder
from dragoman.coding.names.places import is_place, town_spots
from dragoman.coding.names.tables import LANGUAGES, Tables, load_tables
from dragoman.coding.names.titles_en import with_titled_people
from dragoman.coding.names.titles_ko import is_envoy_abroad, with_field_titles

__all__ = ["Gazetteer"]

# A trip on May 9 is no trip of Theresa May's.
_MONTH_DAY = re.compile(r"(?:May|March|June|April)\b,?\s\d")
# "Assistant Secretary of Commerce" is no Secretary of Commerce.
_UNDER = re.compile(r"(?:Assistant|Deputy|Under|Associate|Principal|Vice)[\s-]$")
# Khalid bin Salman bin Abdulaziz Al-Saud; Lloyd J. Austin III; Joseph R. Biden, Jr.
_NAME_TAIL = re.compile(
    r"(?:\s(?:bin|ibn|bint)\s[A-Z][\w'-]+|\s[Aa]l[\s-][A-Z]\w+)*(?:,?\s(?:Jr\.|Sr\.|I{2,3}\b|IV\b))?"
)
# Joseph R. Biden; Benjamin “Benny” Gantz.
_INITIALS = re.compile(r"\b(?P<given>\w+)\s(?:(?:\w\.\s?)+|[“\"](?P<short>\w+)[”\"]\s)$")
_BRITISH = frozenset({"Foreign Secretary", "Home Secretary", "Defence Secretary"})
_CAPITAL = re.compile(r"\s([A-ZÀ-ÞА-ЯЁ][\w'’]*[a-zß-žа-яё](?:-[\w'’]+)?)(?![\w-])")
_SHEIKH = re.compile(r"\s(?:Sheikh|Sharif|Ould|Abdul)\s[A-Z][\w'’-]+")
# 普京特使, 王毅夫人: someone else's envoy, someone's wife.
_ANOTHER = re.compile(r"(?:总统|總統|主席|大統領)?(?:特使|特别代表|特別代表|夫人)")
# Rooms where a president or prime minister receives: 백악관에서 is a place, 백악관은 an actor.
_SEATS = frozenset({"presidential office", "prime minister's office"})
_AT_SEAT = {
    "ko": (re.compile(r""), re.compile(r"(?:\s?(?:영빈관|집무실|청사|관저|본관|접견실|오벌오피스))*에서(?![가-힣])")),
    "en": (re.compile(r"\b(?:at|in|to)\sthe\s$"), re.compile(r"(?!['’]s)")),
    "ja": (re.compile(r""), re.compile(r"で(?!は(?:な|あ))")),
    "zh": (re.compile(r"(?:在|于|於)$"), re.compile(r"")),
    "ru": (re.compile(r"\b[Вв]о?\s$"), re.compile(r"")),
}  # fmt: skip


def _is_ministry(mention: Mention) -> bool:
    """中国外務省の劉勁松アジア局長: an official of a ministry whose state is told."""
    return mention.kind == "body" and bool(mention.covers and mention.country)


# ユン・ソンニョル（尹錫悦）大統領: a broadcaster's way, the name as it sounds before the name as written.
_SOUND = re.compile(r"([ァ-ヶー]{1,10}(?:[・＝][ァ-ヶー]{1,10}){0,3})[（(]$")


def _with_sound(text: str, plain: str, found: list[Mention]) -> list[Mention]:
    """People named twice, in their sound and in brackets, as one mention each with its state."""
    out: list[Mention] = []
    for mention in found:
        sound = _SOUND.search(plain, max(0, mention.start - 44), mention.start)
        closes = re.match(r"[^（(]{1,8}[）)]", plain[mention.start : mention.end])
        if mention.kind == "person" and sound and closes:
            start = sound.start(1)
            while out and out[-1].end > start:
                out.pop()
            if out and out[-1].kind == "state" and plain[out[-1].end : start] == "の":
                start = out.pop().start
            mention = replace(mention, start=start, text=text[start : mention.end])
        out.append(mention)
    return out


class Gazetteer:
    """All surface forms of the tables; a language's are made when it is first met."""

    def __init__(self, own: Path | None = None) -> None:
        self._tables = load_tables(own)
        self.holders = Holders(self._tables["holder"])
        self._finders: dict[str, _Finder] = {}

    @staticmethod
    @cache
    def load(own: Path | None = None) -> Gazetteer:
        """The gazetteer, made once per table of the user's. Raises TableError on its faults."""
        return Gazetteer(own)

    def finder(self, language: str) -> _Finder:
        """The finder of one language; English for those dragoman has no tables for."""
        language = language if language in LANGUAGES else "en"
        if language not in self._finders:
            self._finders[language] = _Finder(language, self._tables, self.holders)
        return self._finders[language]

    def words(self, language: str, kind: str) -> frozenset[str]:
        """The words of one kind of actor_words.csv."""
        return frozenset(self.finder(language)._words(kind))

    def state_names(self, language: str) -> dict[str, str]:
        """The names of states in one language -> their codes."""
        return {form: row["code"] for row in self._tables["state"] for form in row.forms(language)}

    def state_letters(self, language: str) -> dict[str, str]:
        """The characters that stand for a state in every text -> its code."""
        return dict(self.finder(language).compounds.chained)

    def find(self, text: str, language: str, day: str | None = None) -> list[Mention]:
        """Mentions of one sentence; offsets are the sentence's."""
        return self.finder(language).find(text, day)


def _is_dateline(plain: str, atom: Atom) -> bool:
    """【台北】, (워싱턴=연합뉴스): where a report was filed, not where anything happened."""
    if atom.kind == "B":
        # (나이로비=연합뉴스): who filed it.
        return plain[atom.start - 1 : atom.start] == "=" and plain[atom.end : atom.end + 1] in ")]"
    if atom.kind not in "CP":
        return False
    before, after = plain[atom.start - 1 : atom.start], plain[atom.end : atom.end + 1]
    return (before == "【" and after in "】時") or (before in "([" and after == "=")


class _Finder:
    """The forms of one language and the order in which a sentence is read."""

    def __init__(self, language: str, tables: Tables, holders: Holders) -> None:
        self.language = language
        self.holders = holders
        self.lexicon = Lexicon(language, tables, holders)
        self.compounds = CompoundFinder(self.lexicon)
        self.word_titles = frozenset(self._words("word title"))
        self.names = NameFinder(language, self._words("no name"))
        self.seats: dict[str, tuple[str, int]] = {}
        for row in tables["seat"]:
            self.seats.setdefault(row["country"], (row["city"], int(row["geonames"] or 0)))
        tails = self._words("meeting tail")
        tail = "|".join(re.escape(t) for t in sorted(tails, key=len, reverse=True))
        gap, stop = (r"\s?", "") if language == "ko" else ("", r"\b" if language == "en" else "")
        self._tail = re.compile(rf"{gap}(?:{tail}){stop}") if tails else None

    def _words(self, kind: str) -> list[str]:
        return [
            form for row in self.lexicon.words.get(kind, ()) for form in row["forms"].split(";")
        ]

    def find(self, text: str, day: str | None) -> list[Mention]:
        """Mentions of one sentence."""
        plain = fold(text, self.language)
        atoms = self.lexicon.scan(plain, self.compounds.find(plain))
        atoms = self.compounds.merge(plain, atoms)
        atoms = [
            self._placed(plain, atom)
            for atom in atoms
            if not self._is_tail(plain, atom) and not _is_dateline(plain, atom)
        ]
        if self.language == "ko":
            atoms = with_field_titles(plain, atoms)
        atoms = self._with_surnames(plain, atoms)
        if self.language == "en":
            atoms = share_titles(plain, atoms)
        found: list[Mention] = []
        for group in join(plain, atoms, self.language):
            if (
                self.language in ("zh", "ja")
                and group.first("NF")
                and _ANOTHER.match(plain, group.end)
            ):
                continue
            found += make_mentions(group, text, plain, day, self.holders, self.language)
        found = [self._at_seat(plain, m) for m in self._with_newcomers(text, plain, found)]
        if self.language == "en":
            found = with_titled_people(text, plain, found, self.names.no_name)
        if self.language == "ja":
            found = _with_sound(text, plain, found)
        return self._with_towns(text, plain, found)

    # ------------------------------------------------------------------ atoms
    def _is_tail(self, plain: str, atom: Atom) -> bool:
        """외교장관 in 외교장관 회담, "Foreign Minister" in "Foreign Ministerial Meeting": no one's office."""
        if atom.kind != "O":
            return False
        if self.language == "en" and _UNDER.search(plain[max(0, atom.start - 12) : atom.start]):
            return True
        return bool(self._tail and self._tail.match(plain, atom.end))

    def _placed(self, plain: str, atom: Atom) -> Atom:
        """A capital that is spoken of as a place becomes one."""
        if atom.kind != "C" or not is_place(plain, atom.start, atom.end, self.language):
            return atom
        entry = next(e for e in atom.entries if e.kind == "C")
        if entry.countries == ("EU",):
            entry = replace(entry, countries=("BEL",))  # Brussels, as a place
        return Atom(atom.start, atom.end, (replace(entry, kind="P"),))

    def _with_surnames(self, plain: str, atoms: list[Atom]) -> list[Atom]:
        """Add family names of one syllable before titles, and names with initials."""
        out: list[Atom] = []
        for atom in atoms:
            if out and out[-1].end > atom.start:
                continue  # the longer name reaches over it
            if atom.kind in "OHX" and self.language in ("ko", "ja", "zh"):
                name = self._short_name(plain, atom, out)
                if name is not None:
                    out.append(name)
            elif atom.kind == "N" and self.language == "en":
                tail = _NAME_TAIL.match(plain, atom.end)
                atom = Atom(atom.start, tail.end(), atom.entries) if tail else atom
            elif atom.kind == "F":
                if self.language == "en" and _MONTH_DAY.match(plain, atom.start):
                    continue
                atom = self._with_given_name(plain, self._with_initials(plain, atom), out)
                if atom.kind == "N" and self.language == "en":
                    tail = _NAME_TAIL.match(plain, atom.end)  # Mishal Al-Ahmad Al-Jaber Al-Sabah
                    atom = Atom(atom.start, tail.end(), atom.entries) if tail else atom
                while out and out[-1].end > atom.start:
                    out.pop()
            out.append(atom)
        return out

    def _short_name(self, plain: str, atom: Atom, before: list[Atom]) -> Atom | None:
        """조 in 조 장관, 林 in 林外相, 赵 in 赵部长."""
        end = atom.start - (1 if self.language == "ko" else 0)
        if end < 1 or (self.language == "ko" and plain[end] != " "):
            return None
        start = end - 1
        if before and before[-1].end > start:
            return None
        left = plain[start - 1 : start]
        if re.match(r"[가-힣一-龥々]", left):
            return None
        people = self.lexicon.families.get(plain[start:end])
        return Atom(start, end, (Entry("F", people=people),)) if people else None

    def _with_initials(self, plain: str, atom: Atom) -> Atom:
        """Joseph R. Biden, Jr. and Donald J. Trump are Joe Biden and Donald Trump."""
        if self.language not in ("en", "ru"):
            return atom
        lead = _INITIALS.search(plain[max(0, atom.start - 32) : atom.start])
        if lead is None:
            return atom
        entry = next(e for e in atom.entries if e.kind == "F")
        given = [name for name in (lead["given"], lead["short"]) if name]
        people = tuple(key for key in entry.people if any(self._bears(key, name) for name in given))
        if not people:
            return atom
        start = atom.start - len(lead.group())
        tail = re.compile(r",?\s(?:Jr\.|Sr\.|I{2,3}\b|IV\b)").match(plain, atom.end)
        return Atom(start, tail.end() if tail else atom.end, (Entry("N", people=people),))

    def _with_given_name(self, plain: str, atom: Atom, before: list[Atom]) -> Atom:
        """Juan Carlos Santos is no Santos of the tables: whoever bears the given name is meant."""
        if atom.kind != "F":
            return atom
        start = self.names.given_before(plain, atom.start)
        if start is None and self.language in ("en", "ru"):
            return self._with_last_name(plain, atom)
        entry = next(e for e in atom.entries if e.kind == "F")
        if self.language == "ko":
            owner = before[-1] if before else None
            beside = (
                owner
                and owner.kind in "SB"
                and start is not None
                and plain[owner.end : start] in (" ", "의 ")
            )
            if not beside:
                return atom
        elif start is not None and before and before[-1].end > start and before[-1].kind != "F":
            # The word before is the title's, not a given name: Minister of Environment Lee White.
            if self.language == "ru" and before[-1].end + 1 < atom.start:
                start = before[-1].end + 1  # президент Франции Эммануэль Макрон
            else:
                english = self.language in ("en", "ru")
                return self._with_last_name(plain, atom) if english else atom
        if start is None:
            return atom
        given = plain[start : atom.start].strip(" ·・").split(" ")[0]
        people = tuple(key for key in entry.people if self._bears(key, given))
        if not people:
            # Spelled otherwise perhaps (ヴォロディミル): the office may still tell who it is.
            return Atom(start, atom.end, (Entry("N", people=entry.people, value="spelled"),))
        return Atom(start, atom.end, (Entry("N", people=people),))

    def _with_last_name(self, plain: str, atom: Atom) -> Atom:
        """Аббас in Аббас Аракчи, Kim in "Kim Min-su": no one of the tables of that family."""
        tail = _CAPITAL.match(plain, atom.end)
        if tail is not None and (more := _SHEIKH.match(plain, atom.end)):
            return Atom(atom.start, more.end(), (Entry("N"),))  # Hassan Sheikh Mohamud is no Hassan
        if tail is None or tail.group(1) in self.names.no_name:
            return atom
        if self.lexicon.match(plain, tail.start(1)) is not None:
            return atom
        return Atom(atom.start, tail.end(), (Entry("N"),))

    def _bears(self, key: str, given: str) -> bool:
        names = self.holders.people[key].names.get(self.language, [])
        if self.language == "ru":
            return any(name.startswith(given[:3]) for name in names)
        return any(given in re.split(r"[\s·・-]", name) for name in names) or (
            given == "Joseph" and "Joe Biden" in names
        )

    # ------------------------------------------------------------------ mentions
    def _at_seat(self, plain: str, mention: Mention) -> Mention:
        """백악관에서, "at the White House", в Кремле: where, not who."""
        if mention.kind != "body" or not _SEATS & set(mention.covers) or not mention.country:
            return mention
        before, after = _AT_SEAT[self.language]
        lead = plain[max(0, mention.start - 16) : mention.start]
        if not before.search(lead) or not after.match(plain, mention.end):
            return mention
        seat = self.seats.get(mention.country)
        if seat is None:
            return mention
        city, geonames = seat
        return Mention(
            mention.start, mention.end, mention.text, "place", mention.country, city=city,
            geonames=geonames or None,
        )  # fmt: skip

    def _with_newcomers(self, text: str, plain: str, found: list[Mention]) -> list[Mention]:
        """People of no table: a name beside an office whose country is known."""
        out: list[Mention] = []
        for i, mention in enumerate(found):
            if mention.kind != "office":
                out.append(self._sent_abroad(mention))
                continue
            if (
                mention.text in self.word_titles
                and self.language == "ko"
                and not (
                    i and found[i - 1].kind == "state" and mention.start - found[i - 1].end > 1
                )
            ):
                # 부상 is an injury too, 대신 "instead": alone such words are nobody's title.
                if self._surname_before(plain, mention.start):
                    out.append(mention)
                continue
            person = self._newcomer(text, plain, mention, found, i)
            if person is None and self.language == "ko":
                person = self._envoy(text, plain, mention)
            if person is not None:
                while out and out[-1].end > person.start:
                    out.pop()
                out.append(self._sent_abroad(person))
            else:
                out.append(mention)
        return out

    def _sent_abroad(self, mention: Mention) -> Mention:
        """이해찬 중국 특사 is Korea's, not China's."""
        if self.language != "ko" or mention.kind != "person" or not mention.name:
            return mention
        title = mention.text.replace(mention.name, "", 1)
        if re.search("(?:^|\\s)주(?!재)[가-힣]", title) or not is_envoy_abroad(
            mention.name, title, mention.country
        ):
            return mention
        return replace(mention, country="KOR")

    def _envoy(self, text: str, plain: str, mention: Mention) -> Mention | None:
        """홍석현 미국 특사: a Korean's name before the state that he is sent to."""
        span = self.names.korean_before(plain, mention.start)
        if span is None or not is_envoy_abroad(
            plain[span[0] : span[1]], mention.text, mention.country
        ):
            return None
        return self._named(text, mention, span, span[0], mention.end, "KOR")

    def _surname_before(self, plain: str, start: int) -> bool:
        """Whether a word that may be a surname stands right before: 푸엔테 대표."""
        return bool(re.search(r"[가-힣]{1,8}\s$", plain[max(0, start - 9) : start]))

    def _newcomer(
        self, text: str, plain: str, mention: Mention, found: list[Mention], i: int
    ) -> Mention | None:
        before, after = (
            (found[i - 1] if i else None),
            (found[i + 1] if i + 1 < len(found) else None),
        )
        if self.language == "ja":
            # 韓国外交部の朴民秀（パク・ミンス）局長: parts of the name are no people of their own.
            whole = [m for m in found[:i] if m.kind != "person" or m.text != m.name]
            before = whole[-1] if whole else None
        country = mention.country
        if self.language == "en" and mention.text in _BRITISH:
            # "Foreign Secretary Vinay Kwatra": Britain's are in the tables; whose he is, the text tells.
            country, mention = None, replace(mention, country=None)
        span = self.names.after(plain, mention.end)
        if self.language == "en" and plain[: mention.start].endswith((" to the ", " for the ")):
            return None  # an adviser to the Vice President is not she
        if span and after and after.start < span[1]:
            span = None
        if span and after and self.language == "en":
            # "National Security Advisor Sydney Mufamadi of South Africa": this and no other country
            of = re.fullmatch(
                r"(?:,?\s(?:Jr|Sr)\.)?\sof\s(?:[Tt]he\s)?(?:Commonwealth\sof\s(?:[Tt]he\s)?)?",
                plain[span[1] : after.start],
            )
            if of and after.kind == "state" and not after.adjective:
                country = after.country
        if (
            span is None
            and before
            and (before.kind == "state" or (self.language == "ja" and _is_ministry(before)))
            and (country is None or country == before.country)
        ):
            span = self.names.inside(plain, before.end, mention.start, before.country)
            if span:
                country = before.country
                return self._named(text, mention, span, before.start, mention.end, country)
        if (
            span is None
            and self.language == "ko"
            and mention.country in (None, "KOR", "PRK")
            and (mention.country or mention.text not in self.word_titles)
        ):
            span = self.names.korean_before(plain, mention.start)
            if span and before and before.end > span[0]:
                span = None
        if span is None and mention.country:
            span = self.names.before(plain, mention.start, country)
            # 피에르 alone is part of the longer name 장-피에르 라크루아.
            part = before and before.kind == "person" and before.text == before.name
            if span and before and before.end > span[0] and not (part and before.start >= span[0]):
                span = None
        if span is None:
            return None
        start, end = min(span[0], mention.start), max(span[1], mention.end)
        return self._named(text, mention, span, start, end, country)

    def _named(
        self, text: str, office: Mention, span: tuple[int, int], start: int, end: int,
        country: str | None,
    ) -> Mention:  # fmt: skip
        return replace(
            office, kind="person", start=start, end=end, text=text[start:end], country=country,
            name=text[span[0] : span[1]], name_start=span[0], name_end=span[1],
        )  # fmt: skip

    def _with_towns(self, text: str, plain: str, found: list[Mention]) -> list[Mention]:
        states = [(m.start, m.end, m.country) for m in found if m.kind == "state" and m.country]
        spots = [
            (start, end, town)
            for start, end, town in town_spots(plain, self.language, states)
            if not any(m.start < end and start < m.end for m in found)
        ]
        if not spots:
            return found
        taken: set[int] = set()
        places: list[Mention] = []
        done = -1
        for start, end, town in sorted(spots, key=lambda spot: spot[:2]):
            if start < done:
                continue
            done = end
            first, last = start, end
            for i, m in enumerate(found):
                if m.kind != "state" or m.country != town.country:
                    continue
                # 페루 리마, Davos, Switzerland: one place.
                if plain[m.end : start].strip(" 의の・·") == "" and 0 <= start - m.end <= 2:
                    first = m.start
                    taken.add(i)
                elif plain[end : m.start] == ", ":
                    last = m.end
                    taken.add(i)
            places.append(
                Mention(
                    first, last, text[first:last], "place", town.country, city=town.city,
                    geonames=town.geonames,
                )
            )  # fmt: skip
        kept = [m for i, m in enumerate(found) if i not in taken]
        return sorted([*kept, *places], key=lambda m: m.start)
