"""What a document has told so far of who is who: its own state, its people, who was named last.

In: the document, the day, the tables. Out: Told, which the rooms that read persons, titles,
ministries and surnames ask and add to as the text goes on. Who is meant is left to them.
"""

from __future__ import annotations

import re

from dragoman.coding.names.gazetteer import Gazetteer
from dragoman.coding.names.mention import Mention
from dragoman.coding.names.newcomers import NameFinder
from dragoman.coding.people.cast import Cast, Figure
from dragoman.records import Document

__all__ = ["HOME", "Told"]

# The state whose language it is, where the publisher is not known.
HOME = {"ko": "KOR", "ja": "JPN", "zh": "CHN", "ru": "RUS"}
_LANGUAGES = frozenset({"en", *HOME})
_OTHER_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_NOTES = re.compile(r"(?:[함음]|습니다|습니까)[.)?]?\s*(?:\n|$|(?=\s))|^\s*[□ㅇ○◦]\s", re.MULTILINE)
_WHITE_HOUSE = re.compile(r"white\s?house", re.I)
_OURS = re.compile(r"(?<![가-힣])우리\s?(?:정부|나라|측|군)")


class Told:
    """What one document has told up to the sentence that is being read.

    ``day`` is YYYY-MM-DD or None, ``home`` the publisher's state or None. ``fronted``: the state at
    the head of the sentence; ``section``: the one that a heading named; ``only``: the one state
    abroad of the whole document.
    """

    def __init__(self, document: Document, day: str | None, gazetteer: Gazetteer) -> None:
        self.text = document.text
        self.language = document.language if document.language in _LANGUAGES else "en"
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
        self.only: str | None = None
        self.last: Figure | None = None
        self.said: list[tuple[Figure, str]] = []
        self.titled: list[Mention] = []  # Korean alone: whom 동 장관 may mean

    @property
    def own_state(self) -> str | None:
        """The publisher's state, else the one whose language the text is in."""
        return self.home or HOME.get(self.language)

    def before(self, mention: Mention, size: int) -> str:
        """The ``size`` characters before a mention."""
        return self.text[max(0, mention.start - size) : mention.start]

    def speaks_of_another_year(self, span: tuple[int, int]) -> bool:
        """Whether the sentence does, or no day is known: who held an office then is not settled."""
        years = _OTHER_YEAR.findall(self.text[span[0] : span[1]])
        return self.day is None or any(year != self.day[:4] for year in years)

    def see_states(self, mentions: list[list[Mention]]) -> None:
        """Note whether the publisher's own state has a part in the document, and who else has."""
        home = self.own_state
        abroad = {
            m.country for group in mentions for m in group
            if m.country and m.country != home and m.kind in ("state", "person", "office", "place")
        }  # fmt: skip
        one = self.language in ("en", "ko") and len(abroad) == 1 and home
        self.only = next(iter(abroad)) if one else None
        self.home_named = (
            any(m.country == home or home in m.members for group in mentions for m in group)
            or any(f.country == home for f in self.cast.figures)
            or bool(self.language == "ko" and _OURS.search(self.text))
        )

    def note(self, mention: Mention) -> None:
        """Note whom a mention that was read has named."""
        if mention.kind not in ("person", "office"):
            return
        if mention.country and self.language == "ko":
            self.titled.append(mention)
        if mention.name:
            figures = [f for f in self.cast.figures if mention.name in (f.name, *f.names)]
            if figures:
                self.last = figures[0]
                self.said.append((figures[0], mention.text))
