"""Who is meant in a document: 조 장관, Secretary Blinken, "the Secretary of State", 외교부.

In: the mentions of all sentences (gazetteer.py), the document, the day. Out: the same with names,
countries, offices and Wikidata ids filled in where the text or the tables settle them. Where two
people fit, none is chosen and both are listed as candidates. Whom a joint phrase binds is left to
parties.py.
"""

from __future__ import annotations

import re
from dataclasses import replace

from dragoman.coding.cast import Cast, Figure, alike
from dragoman.coding.gazetteer import Gazetteer
from dragoman.coding.holders import former
from dragoman.coding.mention import Mention
from dragoman.coding.naming import choose, term_at
from dragoman.coding.newcomers import NameFinder
from dragoman.records import Document

__all__ = ["resolve_people"]

# Offices that one person at a time holds; the others (ambassador, spokesperson) never tell who.
_SINGLE = frozenset(
    [
        "president", "prime minister", "supreme leader", "monarch", "crown prince", "party leader",
        "vice president", "foreign minister", "defence minister", "finance minister",
        "trade minister", "unification minister", "national security adviser", "secretary-general",
        "vice foreign minister", "vice defence minister", "chief of staff", "intelligence chief",
        "speaker of parliament", "chief cabinet secretary",
    ]
)  # fmt: skip
_HIGH = frozenset(
    {"president", "prime minister", "supreme leader", "foreign minister", "defence minister"}
)
# Who receives a visitor: named without a state, he is of the one that the text says it was in.
_HOSTS = frozenset(
    {"president", "prime minister", "foreign minister", "defence minister", "monarch"}
)
_IN = re.compile(r"(?:While\s)?[Ii]n\s(?:the\s)?")
_SECTION = re.compile(r"[\[【<〈(]\s?(?P<state>[가-힣 ]{2,14})\s?[\]】>〉)]")
_HOME = {"ko": "KOR", "ja": "JPN", "zh": "CHN", "ru": "RUS"}
# A ministry of this name is the publisher's own where no country stands beside it.
_OWN_MINISTRY = {("KOR", "외교부"), ("JPN", "外務省"), ("CHN", "外交部"), ("RUS", "МИД")}
# What must stand around a title without country or name for it to speak of its holder.
_SUBJECT = {
    "ko": re.compile(r"(?:은|는|이|가|과|와|께서|에게|도)(?![가-힣])"),
    "ja": re.compile(r"(?:は|が|と|も|に|、|から(?:は|も)?、)"),
    "zh": re.compile(r"(?!府|选|選|候|令|制|办|辦|级|級|会|會|任)"),
    "en": re.compile(r"(?![-\w])(?!\s(?:elect|of|for|at)\b)"),
    "ru": re.compile(r"(?!\s(?:стран|по|в)\b)"),
}
# 왕세자를 초대해, 장관을 예방했다: of those alone whom the document names.
_RECEIVED = re.compile(
    r"(?:님)?(?:을|를)\s(?:\S+\s){0,3}?(?:만나|만났|예방|접견|면담|초대|초청|영접|맞|찾|배웅|모시|모셔|불러)"
)
_BEFORE = {"en": re.compile(r"\b[Tt]he\s$")}
# Titles that in the White House's own texts are those of Americans.
_AMERICAN = re.compile(
    r"(?:Secretary|Senator|Representative|Congressm|Congressw|Director|Rep\.|Sen\.|(?:Principal\s)?Deputy National Security|National Security Advis[eo]r to the Vice|Assistant Secretary|Under Secretary)"
)
# "Assistant to the President" speaks of an assistant.
_HYPHEN = re.compile(r"\s?[-–—]\s?")
_AIDE = re.compile(r"(?:Assistant|Advis[eo]r|Counselor|Aide|Counsel)s?\sto\sthe\s$")
_POSTED = re.compile(r"주[가-힣]{1,6}\s?(?:대사|총영사)|駐.{1,6}大使|驻.{1,6}大使")
_OTHER_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_NOTES = re.compile(r"(?:[함음]|습니다|습니까)[.)?]?\s*(?:\n|$|(?=\s))|^\s*[□ㅇ○◦]\s", re.MULTILINE)
_WHITE_HOUSE = re.compile(r"white\s?house", re.I)


def resolve_people(
    sentences: list[tuple[int, int]],
    mentions: list[list[Mention]],
    document: Document,
    day: str | None,
    gazetteer: Gazetteer | None = None,
) -> list[list[Mention]]:
    """Fill in who is meant. ``sentences`` are spans of the document, ``mentions`` theirs, in order."""
    reader = _Reader(document, day, gazetteer or Gazetteer.load())
    people = [
        reader.known(m)
        for group in mentions
        for m in group
        if m.kind == "person" and not reader.is_word(m)
    ]
    # Full names first: a surname that follows (or stands in the title) is theirs.
    for mention in people:
        if reader.is_full(mention):
            reader.cast.enter(mention)
    for mention in people:
        short = not reader.is_full(mention) and not reader.is_unlisted(mention)
        titled = bool(mention.office or mention.covers or mention.country)
        if short and ((titled and reader.may_be_named(mention)) or reader.is_known(mention)):
            reader.cast.enter(mention)
    reader.settle_figures()
    reader.see_home(mentions)
    return [
        reader.read(span, group, mentions[max(0, number - 2) : number])
        for number, (span, group) in enumerate(zip(sentences, mentions, strict=True))
    ]


class _Reader:
    """Resolves the mentions of one document."""

    def __init__(self, document: Document, day: str | None, gazetteer: Gazetteer) -> None:
        self.text = document.text
        self.language = document.language if document.language in _SUBJECT else "en"
        self.day = day[:10] if day else None
        self.holders = gazetteer.holders
        self.word_surnames = gazetteer.words(self.language, "word surname")
        self.names = NameFinder(self.language, gazetteer.words(self.language, "no name"))
        self.home = document.publisher_country
        # □ … 하기로 함, 말했습니다: so write offices and not newspapers, whoever put the text up.
        notes = self.language == "ko" and len(_NOTES.findall(document.text)) > 1
        self.official = document.official or notes
        self.is_white_house = bool(
            _WHITE_HOUSE.search(f"{document.publisher or ''} {document.url or ''}")
        )
        self.cast = Cast(self.holders, self.language, self.day)
        self.home_named = False
        self.own_government = False  # 정부는 stood for the publisher's own before
        self.section: str | None = None
        self.fronted: str | None = None
        self.only: str | None = None  # the one state abroad that the document speaks of
        self.last: Figure | None = None
        self.said: list[tuple[Figure, str]] = []
        self.titled: list[Mention] = []  # Korean alone: whom 동 장관 may mean

    # ------------------------------------------------------------------ the cast
    def known(self, mention: Mention) -> Mention:
        """The mention with those people only whom country, office and day leave."""
        if len(mention.people) < 2:
            return mention
        offices = mention.covers or ((mention.office,) if mention.office else ())
        keys = choose(self.holders, mention.people, self.day, mention.country, offices)
        short = len(mention.name or "") < 2
        if len(keys) == 1 and short and mention.country is None and not mention.office:
            return mention
        return replace(mention, people=keys) if len(keys) == 1 else mention

    def is_full(self, mention: Mention) -> bool:
        """Whether a person is named by more than a surname, or is of no table."""
        names = [
            name
            for key in mention.people
            for name in self.holders.people[key].names.get(self.language, [])
        ]
        if not names:
            return True
        name = mention.name or ""
        return any(alike(name, one) for one in names) or (
            self.language != "zh" and bool(re.search(r"[\s·・＝]", name))
        )

    def is_word(self, mention: Mention) -> bool:
        """Whether a name is a word as well (이상의: of more than) and no title says it is a name."""
        titled = mention.office or mention.covers or mention.country
        return not titled and mention.name in self.word_surnames

    def may_be_named(self, mention: Mention) -> bool:
        """Whether a family name of one syllable may be settled without its full name.

        이 대통령 may, when one 이 is president on the day; 김 의원 or 이 장관 may not.
        """
        if len(mention.name or "") > 1:
            return True
        if mention.office not in _SINGLE or len(mention.people) != 1:
            return False
        terms = self.holders.people[mention.people[0]].terms
        return any(t.office == mention.office and t.covers(self.day) for t in terms)

    def is_known(self, mention: Mention) -> bool:
        """Whether a bare surname (Лавров, 시진핑의 시) is that of one in high office on the day."""
        name = mention.name or ""
        if len(mention.people) != 1 or len(name) < 2:
            return False
        if name in self.word_surnames or not self.day:
            return False
        terms = self.holders.people[mention.people[0]].terms
        if len(name) > (4 if self.language in ("en", "ru") else 2):
            return any(t.covers(self.day) for t in terms)
        return any(t.office in _HIGH and t.covers(self.day) for t in terms)

    def is_unlisted(self, mention: Mention) -> bool:
        """Whether a surname is that of someone of no table whom the document names in full."""
        if not mention.name or self.is_full(mention):
            return False
        if any(f.full for f in self.cast.by_key(mention.people)):
            return False
        return len(self.cast.by_surname(mention.name, mention.country)) == 1

    def see_home(self, mentions: list[list[Mention]]) -> None:
        """Note whether the publisher's own state has a part in the document."""
        home = self.home or _HOME.get(self.language)
        abroad = {
            m.country for group in mentions for m in group
            if m.country and m.country != home and m.kind in ("state", "person", "office", "place")
        }  # fmt: skip
        one = self.language in ("en", "ko") and len(abroad) == 1 and home
        self.only = next(iter(abroad)) if one else None
        self.home_named = (
            any(m.country == home or home in m.members for group in mentions for m in group)
            or any(f.country == home for f in self.cast.figures)
            or bool(
                self.language == "ko"
                and re.search(r"(?<![가-힣])우리\s?(?:정부|나라|측|군)", self.text)
            )
        )

    def settle_figures(self) -> None:
        """Give each figure of the tables its office, country and sector on the day."""
        for figure in self.cast.figures:
            if figure.key is None:
                continue
            offices = figure.covers or ((figure.office,) if figure.office else ())
            term = term_at(self.holders, figure.key, self.day, figure.country, offices)
            if term is not None:
                figure.country = figure.country or term.country
                if figure.office is None or (figure.covers and term.office in figure.covers):
                    figure.office = term.office
            if self.language == "ru":
                self._nominative(figure)

    def _nominative(self, figure: Figure) -> None:
        """Russian names are given in the nominative where the document or the tables have it."""
        names = self.holders.people[figure.key].names.get("ru", []) if figure.key else []
        said = [
            n
            for n in figure.names
            if any(alike(n.replace("ё", "е"), t.replace("ё", "е")) for t in names)
        ]
        if said:
            figure.names = said
        elif names and any(" " in name for name in figure.names):
            figure.names = [names[0]]
        elif names:
            figure.names = [names[0].split(" ")[-1]]

    # ------------------------------------------------------------------ one sentence
    def read(
        self, span: tuple[int, int], group: list[Mention], earlier: list[list[Mention]]
    ) -> list[Mention]:
        """The mentions of one sentence, resolved, with surnames that only the document explains."""
        recalls = self._recalls(span)
        self._see_section(span, group)
        self.fronted = self._fronted(span, group) if self.language in ("en", "ko") else None
        row: list[Mention] = []
        for mention in group:
            if mention.kind == "person":
                found = self._person(mention)
            elif mention.kind == "office":
                found = self._office(mention, recalls, [*earlier, row])
            elif mention.kind == "body" and mention.country is None:
                found = self._ministry(mention, [*earlier, row])
            elif mention.kind == "pronoun":
                found = self._pronoun(mention)
            else:
                found = mention
            if found is not None:
                row.append(_public(found))
                self._note(found)
        return self._with_surnames(span, row)

    def _fronted(self, span: tuple[int, int], group: list[Mention]) -> str | None:
        """The state at the head of a sentence: "In Gabon, he met with President Ali Bongo"."""
        states = [m for m in group if m.kind in ("state", "place") and m.country]
        for mention in states[:1]:
            lead = self.text[span[0] : mention.start]
            if self.language == "ko":
                # 르완다에서는 에두아르 응기렌테 총리가 …
                here = not lead.strip() and self.text[mention.end :].startswith(
                    ("에서는 ", "에서도 ")
                )
                return mention.country if here else None
            if _IN.fullmatch(lead) and self.text[mention.end : mention.end + 1] == ",":
                return mention.country
        return None

    def _see_section(self, span: tuple[int, int], group: list[Mention]) -> None:
        """Note the state that a heading in brackets names alone: what follows is about it."""
        text = self.text[span[0] : span[1]].strip()
        if self.language != "ko" or not (found := _SECTION.fullmatch(text)):
            return
        states = [m for m in group if m.kind == "state" and m.text == found["state"]]
        self.section = states[0].country if len(states) == 1 else None

    def _note(self, mention: Mention) -> None:
        if mention.kind in ("person", "office") and mention.country and self.language == "ko":
            self.titled.append(mention)
        if mention.kind in ("person", "office") and mention.name:
            figures = [f for f in self.cast.figures if mention.name in (f.name, *f.names)]
            if figures:
                self.last = figures[0]
                self.said.append((figures[0], mention.text))

    def _recalls(self, span: tuple[int, int]) -> bool:
        """Whether the sentence speaks of another year: who held an office then is not settled."""
        years = _OTHER_YEAR.findall(self.text[span[0] : span[1]])
        return self.day is None or any(abs(int(y) - int(self.day[:4])) > 0 for y in years)

    # ------------------------------------------------------------------ persons
    def _person(self, mention: Mention) -> Mention | None:
        if not mention.people and (figure := self._by_first_name(mention)):
            return self._as(mention, figure)
        if self.language == "ko" and (figure := self._by_family(mention)) is not None:
            # 이두희 국방부차관 himself stood without a state: he is the publisher's.
            figure.country = figure.country or self.home or _HOME[self.language]
            return self._as(mention, figure)
        if not mention.people or self.is_unlisted(mention):
            return self._unlisted(mention)
        named = self.cast.by_key(mention.people)
        if mention.country:
            named = [f for f in named if f.country in (None, mention.country)] or named
        offices = mention.covers or ((mention.office,) if mention.office else ())
        if len(named) > 1 and offices:
            named = [f for f in named if f.office in offices] or named
        if len(named) > 1:
            named = [f for f in named if f.full] or named
        if len(named) > 1 and self.last in named and self.last is not None:
            named = [self.last]
        if len(named) == 1 and self.language == "en":
            named = [self._longer(mention, named[0])]
        if len(named) == 1 and not (self.is_word(mention) and not named[0].titles):
            return self._as(mention, named[0])
        if len(named) > 1:
            return self._undecided(mention, [f.key or "" for f in named])
        if len(mention.name or "") == 1 and not self.may_be_named(self.known(mention)):
            return self._home_office(mention, offices)
        short = len(mention.name or "") < 4
        keys = choose(self.holders, mention.people, self.day, mention.country, offices, short)
        if not mention.country and not mention.office and len(keys) == 1:
            return None
        own = [key for key in keys if self.home in self.holders.people[key].countries]
        if len(own) == 1 and mention.office and mention.country is None:
            self.cast.enter(replace(mention, people=tuple(own)))
            self.settle_figures()
            return self._as(mention, self.cast.by_key(own)[0])
        if keys and (mention.country or mention.office):
            return self._undecided(mention, list(keys)) if len(keys) > 1 else mention
        return None

    def _by_first_name(self, mention: Mention) -> Figure | None:
        """안와르 총리 where the document has 안와르 이브라힘 말레이시아 총리, who has no family name."""
        name = mention.name or ""
        if self.language not in ("ko", "ja") or len(name) < 2:
            return None
        found = [
            f for f in self.cast.figures
            if f.country and mention.country in (None, f.country)
            and any(name == re.split(r"[\s·・＝]", one)[0] != one for one in f.names)
        ]  # fmt: skip
        return found[0] if len(found) == 1 else None

    def _by_family(self, mention: Mention) -> Figure | None:
        """이 차관 where the document has 이두희 국방부차관, whom no table lists."""
        name = mention.name or ""
        if len(name) != 1:
            return None
        title = mention.text.removeprefix(name).strip()
        found = [
            f for f in self.cast.figures
            if f.key is None and len(f.name) == 3 and f.name.startswith(name)
            and title and any(words.endswith(title) for words in f.titles)
        ]  # fmt: skip
        others = [
            f for f in self.cast.by_key(mention.people)
            if any(words.endswith(title) for words in f.titles)
        ]  # fmt: skip
        return found[0] if len(found) == 1 and not others else None

    def _longer(self, mention: Mention, figure: Figure) -> Figure:
        """King Abdullah where the document has King Abdullah II: he, and not the one of that name."""
        short = f"{mention.name} "
        longer = [
            f for f in self.cast.figures
            if f is not figure and any(name.startswith(short) for name in f.names)
        ]  # fmt: skip
        alone = all(not name.startswith(short) for name in figure.names)
        return longer[0] if len(longer) == 1 and alone else figure

    def _home_office(self, mention: Mention, offices: tuple[str, ...]) -> Mention | None:
        """林官房長官: one of several of that surname, when the publisher's state has one in office."""
        if mention.office is None or mention.country is not None or self.home is None:
            return None
        terms = self.holders.at(self.home, offices, self.day)
        keys = {t.person for t in terms} & set(mention.people)
        if len(keys) != 1 or mention.office not in _SINGLE:
            return None
        self.cast.enter(replace(mention, people=tuple(keys)))
        self.settle_figures()
        return self._as(mention, self.cast.by_key(keys)[0])

    def _unlisted(self, mention: Mention) -> Mention | None:
        meant = self.cast.by_surname(mention.name or "", mention.country)
        foreign = any(figure.country for figure in meant)
        titled = bool(mention.office or (mention.covers and self.language == "ko"))
        if mention.country is None and titled and not foreign and self._is_own(mention):
            mention = replace(mention, country=self.home or _HOME.get(self.language))
        figures = self.cast.by_surname(mention.name or "", mention.country)
        host = self.fronted or (self.only if mention.office != "president" else None)
        if host and mention.country is None and not foreign and mention.office in _HOSTS:
            # "met with Prime Minister Ariel Henry" in a text that speaks of Haiti alone
            mention = replace(mention, country=host)
        if mention.country is None and self.is_white_house and _AMERICAN.match(mention.text):
            mention = replace(mention, country="USA")
            for figure in figures:
                figure.country = figure.country or "USA"  # for "Mr. Finer" further down
        if len(figures) == 1:
            found = self._as(mention, figures[0])
            return found if found.country else None
        if mention.state and mention.office:
            office = (
                f"former {mention.office}"
                if mention.state == "former"
                else f"{mention.office}-elect"
            )
            mention = replace(mention, office=office)
        return mention if mention.country else None

    def _is_own(self, mention: Mention) -> bool:
        """Whether a title without a country is one of the publisher's own state."""
        home = self.home or _HOME.get(self.language)
        return (
            self.language == "ko" and home == "KOR" and not re.search(r"[\s·]", mention.name or " ")
        )

    def _as(self, mention: Mention, figure: Figure) -> Mention:
        """The mention as one of the figure."""
        office, sector = mention.office or figure.office, mention.sector
        country = mention.country or figure.country
        if figure.key is not None:
            offices = mention.covers or ((mention.office,) if mention.office else ())
            term = term_at(self.holders, figure.key, self.day, country, offices)
            if term is not None:
                country = country or term.country
                if mention.covers and term.office in mention.covers:
                    if mention.office or not former(term, self.day):
                        office = term.office
                    elif office == term.office:
                        office = None
                elif mention.office is None:
                    office = figure.office or term.office
                    if not mention.covers and former(term, self.day) and not figure.covers:
                        office, sector = f"former {term.office}", None
        if mention.state == "former":
            office, sector = f"former {office}" if office else "former", None
        elif mention.state == "elect" and office:
            office = f"{office}-elect"
        if sector == "GOV" and office in ("defence minister", "military chief"):
            sector = "MIL"
        return replace(
            mention, actor=figure.key, name=self._shown(figure), office=office, country=country,
            sector=sector, candidates=(),
        )  # fmt: skip

    def _shown(self, figure: Figure) -> str:
        """The fullest name; the tables' own where the document has one syllable of it (윤 대통령)."""
        if figure.key is not None and len(figure.name) == 1:
            names = self.holders.people[figure.key].names.get(self.language) or [figure.name]
            return names[0]
        return figure.name

    def _undecided(self, mention: Mention, keys: list[str]) -> Mention:
        names = tuple(sorted(self._label(key) for key in keys))
        countries = {c for key in keys for c in self.holders.people[key].countries}
        country = mention.country or (next(iter(countries)) if len(countries) == 1 else None)
        return replace(mention, actor=None, country=country, candidates=names)

    def _label(self, key: str) -> str:
        """How a candidate is shown: its name, with the Wikidata id where there is one."""
        person = self.holders.people[key]
        names = person.names.get(self.language) or person.names.get("en") or [key]
        return f"{names[0]} ({key})" if key.startswith("Q") else names[0]

    # ------------------------------------------------------------------ offices
    def _office(
        self, mention: Mention, recalls: bool, nearby: list[list[Mention]]
    ) -> Mention | None:
        home = self.home or _HOME.get(self.language)
        abroad = any(
            m.country not in (None, home) for row in nearby for m in row if m.kind != "place"
        )
        offices = mention.covers or ((mention.office,) if mention.office else ())
        if self.language == "en" and _AIDE.search(
            self.text[max(0, mention.start - 24) : mention.start]
        ):
            return None
        if mention.country is None:
            beside = self._surname_beside(mention)
            if beside is not None:
                return beside
            if self.section and self._named_before(mention):
                # [에콰도르] … 구스타보 만리케 외교장관: the heading says whose minister he is.
                own = replace(mention, country=self.section)
                return self._holder(own, offices, recalls)
            if self.language == "ko" and (guest := self._local(mention)) is not None:
                return guest
            return self._bare_office(mention, offices, abroad)
        if mention.state:
            state = f"{mention.state} {mention.office or ''}".strip()
            return replace(
                mention, office=state, sector=None if state[0] == "f" else mention.sector
            )
        return self._holder(mention, offices, recalls)

    def _local(self, mention: Mention) -> Mention | None:
        """셜리 아요코르 보츠웨이 외교장관 in a text on one state abroad: that state's, with the name."""
        host = self.fronted or self.only
        if host is None or mention.country is not None:
            return None
        span = self.names.before(self.text, mention.start, host)
        if span is None or not re.search(r"[\s·-]", self.text[span[0] : span[1]]):
            return None
        name = self.text[span[0] : span[1]]
        guest = replace(
            mention, kind="person", start=span[0], text=self.text[span[0] : mention.end],
            country=host, name=name, name_start=span[0], name_end=span[1],
        )  # fmt: skip
        self.cast.enter(guest)
        return guest

    def _named_before(self, mention: Mention) -> bool:
        """Whether words that look like a foreigner's name stand right before a Korean title."""
        lead = self.text[max(0, mention.start - 24) : mention.start]
        return bool(
            re.search(r"(?:^|\s)[가-힣]{2,8}\s[가-힣]{2,8}\s(?:[가-힣]{2,6}\s겸\s)?$", lead)
        )

    def _holder(self, mention: Mention, offices: tuple[str, ...], recalls: bool) -> Mention:
        figures = self.cast.by_office(offices, mention.country)
        if len(figures) == 1 and (mention.office or len(offices) < 4):
            return self._as(mention, figures[0])
        if recalls or mention.office is None or not set(offices) <= _SINGLE or len(offices) > 5:
            return mention
        terms = self.holders.at(mention.country or "", offices, self.day)
        keys = list(dict.fromkeys(term.person for term in terms))
        if len(keys) == 1:
            office = next(t.office for t in terms if t.person == keys[0])
            person = self.holders.people[keys[0]]
            names = person.names.get(self.language) or person.names.get("en") or []
            return replace(
                mention, actor=keys[0], name=names[0] if names else None,
                office=mention.office if mention.office == office or not mention.covers else office,
            )  # fmt: skip
        if 1 < len(keys) <= 6:
            return self._undecided(mention, keys)
        return mention

    def _surname_beside(self, mention: Mention) -> Mention | None:
        """The title before or behind a surname of someone of no table whom the document names."""
        if self.language in ("en", "ru"):
            found = re.compile(r"\s([A-ZÀ-ÞА-ЯЁ][\w’'-]+)").match(self.text, mention.end)
            spots = [(found.start(1), found.end(1))] if found else []
        else:
            lead = self.text[max(0, mention.start - 16) : mention.start]
            found = re.search(r"(?:[가-힣]{1,8}|[ァ-ヶー]{2,10}|[一-龥々]{1,4})(?=\s?$)", lead)
            base = mention.start - len(lead)
            spots = [(base + found.start(), base + found.end())] if found else []
            spots += [
                (base + found.end() - size, base + found.end())
                for size in (1, 2, 3) if found and self.language != "ko" and found.end() - found.start() > size
            ]  # fmt: skip
        for start, end in spots:
            name = self.text[start:end]
            figures = self._called(name)
            if len(figures) == 1:
                first, last = min(start, mention.start), max(end, mention.end)
                return self._as(
                    replace(
                        mention, kind="person", start=first, end=last, text=self.text[first:last],
                        name=name, name_start=start, name_end=end,
                    ),
                    figures[0],
                )  # fmt: skip
        return None

    def _called(self, name: str) -> list[Figure]:
        figures = self.cast.by_surname(name, None)
        if not figures and len(name) == 1:
            figures = [f for f in self.cast.figures if f.key is None and f.name.startswith(name)]
        return figures

    def _is_bare(self, mention: Mention) -> bool:
        """Whether nothing qualifies the title: not 첫 흑인 대통령이 됐다, not 그바그보 대통령은."""
        lead = self.text[max(0, mention.start - 12) : mention.start]
        if re.match(
            r"(?:이|으로|에)\s?(?:되|됐|된|당선|취임|오르|올)",
            self.text[mention.end : mention.end + 8],
        ):
            return False
        word = re.search(r"([가-힣]+) \Z", lead)
        return word is None or bool(
            re.search(
                r"(?:[은는을를며고서도에과와면]|[가-힣][이가의로]|그리고|그러나|우리)$",
                word.group(1),
            )
        )

    def _bare_office(
        self, mention: Mention, offices: tuple[str, ...], abroad: bool = False
    ) -> Mention | None:
        """대통령은, "the President", 首相は: the one in the document, else the publisher's own."""
        if mention.state or not offices:
            return None
        if mention.office == "ambassador":
            # 우리 주일대사: an envoy without a country is the publisher's own.
            posted = self.home and _POSTED.match(mention.text)
            return replace(mention, country=self.home) if posted else None
        if mention.office not in _SINGLE:
            offices = ()
        lead = _BEFORE.get(self.language)
        if lead and not lead.search(self.text[max(0, mention.start - 5) : mention.start]):
            return None
        if lead and _AIDE.search(self.text[max(0, mention.start - 24) : mention.start]):
            return None
        received = self.language == "ko" and _RECEIVED.match(self.text, mention.end)
        if not received and not _SUBJECT[self.language].match(self.text, mention.end):
            return None
        if self.language == "ko" and (same := self._same(mention)) is not None:
            return same
        if self.language == "ko" and not self._is_bare(mention):
            return None
        if self.is_white_house and mention.office in ("president", "vice president"):
            capital = mention.text[:1].isupper()
            if capital:
                return self._holder(replace(mention, country="USA"), (mention.office,), False)
        figures = self.cast.by_office(offices or mention.covers, None)
        if len(figures) > 1 or not offices:
            # "The Secretary" is whom the document calls Secretary, not another foreign minister.
            word = mention.text.split(" ")[-1]
            named = [f for f in figures if any(word in title for title in f.titles)]
            figures = named or (figures if offices else [])
        if len(figures) == 1:
            return self._as(mention, figures[0])
        if len(figures) > 1 and self.language == "ko" and self.official and not received:
            # 대통령은, 장관은 in an office's own text: its own, whoever else of that rank was met.
            ours = [f for f in figures if f.country == self.home]
            if len(ours) == 1:
                return self._as(mention, ours[0])
        if received and not figures:
            return None
        if figures:
            return self._as(mention, self.last) if self.last in figures and self.last else None
        own = self.home and _HOME.get(self.language) == self.home
        if abroad:
            return None
        if own and mention.office in _SINGLE and self.language in ("ko", "ja"):
            return self._holder(replace(mention, country=self.home), offices, False)
        return None

    def _same(self, mention: Mention) -> Mention | None:
        """동 장관은: the last one of that title whom the text named."""
        if not self.text[: mention.start].endswith((" 동 ", "\n동 ")):
            return None
        # The office's own minister is 장관 or 우리 측; 동 장관 is the one he met.
        title = mention.text.split(" ")[-1]
        said = [m for m in self.titled if m.text.endswith(title)]
        said = [m for m in said if m.country != self.home] or said
        if not said:
            return None
        return replace(
            mention, name=said[-1].name, actor=said[-1].actor, country=said[-1].country,
            office=said[-1].office, sector=said[-1].sector, candidates=said[-1].candidates,
        )  # fmt: skip

    def _pronoun(self, mention: Mention) -> Mention:
        """同外相: the last person of that office; he and 그는 are bound by the discourse."""
        title = mention.text[1:]
        figure = next((f for f, words in reversed(self.said) if words.endswith(title)), None)
        if not mention.text.startswith("同") or figure is None:
            return mention
        return replace(
            mention, name=figure.name, actor=figure.key, country=figure.country,
            office=figure.office, sector=figure.sector or "GOV",
        )  # fmt: skip

    # ------------------------------------------------------------------ ministries
    def _ministry(self, mention: Mention, earlier: list[list[Mention]]) -> Mention | None:
        name = mention.name or mention.text
        home = self.home or (None if self.language == "zh" else _HOME.get(self.language))
        own = (home or "", name) in _OWN_MINISTRY
        row = earlier[-1] if earlier else []
        abroad = self.language == "zh" and not self.official and self.home != "TWN"
        if abroad and (state := self._spoken_of(row)):
            return replace(mention, country=state)
        if row and row[-1].kind == "person" and mention.covers == ("government",):
            gap = self.text[row[-1].end : mention.start]
            person = row[-1]
            if gap in ("", " ", "的"):
                # 바이든 행정부, the Biden-Harris Administration: a government, no person.
                last = row.pop()
                if (
                    row
                    and row[-1].kind == "person"
                    and _HYPHEN.fullmatch(self.text[row[-1].end : last.start])
                ):
                    person = row.pop()
                elif last.country is None:
                    row.append(last)
                    return None
                return replace(
                    mention, start=person.start, country=person.country,
                    text=self.text[person.start : mention.end],
                )  # fmt: skip
        own_word = (name, home) in (("정부", "KOR"), ("政府", "JPN"))
        opens = own_word and _OPENS.search(self.text[: mention.start])
        others = any(m.country not in (None, home) for r in earlier for m in r)
        if opens and (self.official or self.own_government or not others):
            # 정부는 31일 …, 政府は21日、…: a sentence that opens so speaks of the text's own government,
            # unless a reporter's text has spoken of others before.
            self.own_government = True
            return replace(mention, country=home)
        if not own and not (self.home_named and mention.covers != ("government",)):
            # 이집트 대통령은 …, 대통령실은: of a document in which the publisher's state has no part.
            for row in reversed(earlier):
                for other in reversed(row):
                    named = other.kind in ("person", "office", "body", "state") and other.country
                    if named and other.country != home and not self.home_named:
                        return replace(mention, country=other.country)
        if not own and not self.home_named:
            return None
        if not own and not (name == "정부" and home == "KOR"):
            for row in reversed(earlier):
                for other in reversed(row):
                    if other.kind == "body" and other.country and other.name == name:
                        return replace(mention, country=other.country)
        if home is None or (self.language in ("en", "ru") and name[:1].islower()):
            return None
        return replace(mention, country=home)

    def _spoken_of(self, row: list[Mention]) -> str | None:
        """The state abroad that a Chinese reporter's sentence named before a bare ministry."""
        named = [m for m in row if m.kind in ("person", "office", "body", "state") and m.country]
        return named[-1].country if named and named[-1].country != self.home else None

    # ------------------------------------------------------------------ surnames
    def _by_title(
        self, span: tuple[int, int], known: list[Mention], figure: Figure
    ) -> list[Mention]:
        """A foreigner of the tables named again by the first of his names and a title."""
        first = {n.split(" ")[0] for n in figure.names if " " in n and len(n.split(" ")[0]) > 1}
        out: list[Mention] = []
        for name in sorted(first, key=len, reverse=True):
            pattern = re.compile(rf"(?<![가-힣]){re.escape(name)}{_KO_TITLED}")
            for place in pattern.finditer(self.text, *span):
                start = place.start()
                stop = (
                    self.text.index(" ", place.end() + 1)
                    if " " in self.text[place.end() + 1 :]
                    else place.end()
                )
                title = re.match(
                    r"\s[가-힣]+?(?=[은는이가과와을를의]|에게)", self.text[place.end() : stop + 1]
                )
                end = place.end() + (title.end() if title else 0)
                if any(m.start < end and start < m.end for m in (*known, *out)):
                    continue
                mention = Mention(
                    start, end, self.text[start:end], "person", figure.country, None, name,
                    sector="GOV", name_start=start, name_end=place.end(),
                )  # fmt: skip
                out.append(self._as(mention, figure))
        return out

    def _with_surnames(self, span: tuple[int, int], row: list[Mention]) -> list[Mention]:
        """Add people of no table where they are named again by name or surname alone."""
        added: list[Mention] = []
        for figure in self.cast.figures:
            if self.language == "ko" and figure.key is not None and figure.country:
                added += self._by_title(span, [*row, *added], figure)
            if figure.key is not None or not figure.full or figure.country is None:
                continue
            for name in sorted({*figure.names, *figure.surnames}, key=len, reverse=True):
                if len(name) < 2 or name not in self.text:
                    continue
                pattern = _bounded(name, self.language)
                for place in pattern.finditer(self.text, *span):
                    start, end = place.span()
                    if any(m.start < end and start < m.end for m in (*row, *added)):
                        continue
                    mention = Mention(
                        start, end, name, "person", figure.country, None, name,
                        sector="GOV", name_start=start, name_end=end,
                    )  # fmt: skip
                    added.append(self._as(mention, figure))
        return sorted([*row, *added], key=lambda m: m.start) if added else row


_OPENS = re.compile(r"(?:^|[.!?]\s|。|\n)\s*(?:(?:[□ㅇ○◦◆▲※-]|\d[.)]|답변?[:)]|<답변>)\s*)?$")
# Titles that follow the first of several names: 세타 총리 for 세타 타위신.
_KO_TITLED = r"(?=\s(?:총리|대통령|장관|외교장관|외무장관|국방장관|국왕|주석|의장|부총리|총재)(?:은|는|이|가|과|와|을|를|의|에게)[\s,])"


def _bounded(name: str, language: str) -> re.Pattern[str]:
    if language in ("en", "ru"):
        stem = re.sub(r"(?:ой|ым|ом|ем|[аеуыяй])$", "", name) if language == "ru" else name
        if language == "ru" and len(stem) > 3:
            return re.compile(rf"(?<![\w-]){re.escape(stem)}(?:ой|ым|ом|ем|[аеуыяй])?(?![\w-])")
        return re.compile(rf"(?<![\w-]){re.escape(name)}(?![\w-])")
    if language == "ko":
        return re.compile(
            rf"(?<![가-힣]){re.escape(name)}(?=(?:은|는|이|가|을|를|과|와|의|에게|도|측)?(?![가-힣]))"
        )
    return re.compile(rf"(?<![ァ-ヶー]){re.escape(name)}(?![ァ-ヶー])")


def _public(mention: Mention) -> Mention:
    """The mention without what only this module needs."""
    if mention.people or mention.covers or mention.state:
        return replace(mention, people=(), covers=(), state="")
    return mention
