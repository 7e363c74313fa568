"""Whose a ministry or a government is that stands without a state: 외교부는, 정부는, 바이든 행정부.

In: Told, a mention of a body without a country, what stands near it. Out: the same with its state;
None where the text does not tell. Ministries whose name says whose they are the gazetteer knows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from dragoman.coding.names.mention import Mention
from dragoman.coding.people.told import Told

__all__ = ["read_ministry"]

# A ministry of this name is the publisher's own where no country stands beside it.
_OWN_MINISTRY = {("KOR", "외교부"), ("JPN", "外務省"), ("CHN", "外交部"), ("RUS", "МИД")}
_CALL_IT_SO = frozenset({"CHN", "KOR", "TWN"})
_OWN_GOVERNMENT = {("KOR", "정부"), ("JPN", "政府")}
_ACTORS = frozenset({"person", "office", "body", "state"})
_HYPHEN = re.compile(r"\s?[-–—]\s?")
_OPENS = re.compile(r"(?:^|[.!?]\s|。|\n)\s*(?:(?:[□ㅇ○◦◆▲※-]|\d[.)]|답변?[:)]|<답변>)\s*)?$")


def read_ministry(told: Told, mention: Mention, earlier: list[list[Mention]]) -> Mention | None:
    """The body with its state; None where nothing tells it.

    ``earlier``: the mentions before this one, by sentence, the last row being this sentence's. The
    name of a leader right before "행정부" leaves that row: it has become part of the government.
    """
    row = earlier[-1] if earlier else []
    if state := _abroad_before(told, row):
        return replace(mention, country=state)
    led = mention.covers == ("government",) and row and row[-1].kind == "person"
    if led and told.text[row[-1].end : mention.start] in ("", " ", "的"):
        return _of_a_leader(told, mention, row)
    # What a Chinese text calls 外交部 is not China's where the publisher is not known.
    home = told.home if told.language == "zh" else told.own_state
    key = (home or "", mention.name or mention.text)
    own = key in _OWN_MINISTRY
    if key in _OWN_GOVERNMENT and _OPENS.search(told.text[: mention.start]):
        others = any(m.country not in (None, home) for r in earlier for m in r)
        if told.official or told.own_government or not others:
            # 정부는 31일 …, 政府は21日、…: a sentence that opens so speaks of the text's own government,
            # unless a reporter's text has spoken of others before.
            told.own_government = True
            return replace(mention, country=home)
    if not own and told.language == "ja" and mention.covers != ("government",):
        # 日本の外務省は…抗議した。外務省の局長は: the ministry of that name that was told of last.
        for other in _backwards(earlier):
            if other.kind == "body" and other.country and other.name == key[1]:
                return replace(mention, country=other.country)
    if not own and not told.home_named:
        # 이집트 대통령은 …, 대통령실은: of a document in which the publisher's state has no part.
        for other in _backwards(earlier):
            if other.kind in _ACTORS and other.country and other.country != home:
                return replace(mention, country=other.country)
        return None
    if not own and key != ("KOR", "정부"):
        for other in _backwards(earlier):
            if other.kind == "body" and other.country and other.name == key[1]:
                return replace(mention, country=other.country)
    if told.language == "ja" and key[1] == "外交部" and home not in _CALL_IT_SO:
        # In Japanese 外交部 is no ministry of Japan's: of China, Korea or Taiwan, whichever was told of.
        near = (o.country for o in _backwards(earlier) if o.country in _CALL_IT_SO)
        found = next(near, None)
        return replace(mention, country=found) if found else None
    if home is None or (told.language in ("en", "ru") and key[1][:1].islower()):
        return None
    return replace(mention, country=home)


def _backwards(earlier: list[list[Mention]]) -> Iterator[Mention]:
    return (mention for row in reversed(earlier) for mention in reversed(row))


def _of_a_leader(told: Told, mention: Mention, row: list[Mention]) -> Mention | None:
    """바이든 행정부, the Biden-Harris Administration: a government, no person."""
    person = row.pop()
    paired = bool(row) and row[-1].kind == "person"
    if paired and _HYPHEN.fullmatch(told.text[row[-1].end : person.start]):
        person = row.pop()
    elif person.country is None:
        row.append(person)
        return None
    return replace(
        mention, start=person.start, country=person.country,
        text=told.text[person.start : mention.end],
    )  # fmt: skip


def _abroad_before(told: Told, row: list[Mention]) -> str | None:
    """The state abroad that a Chinese reporter's sentence named before a bare ministry."""
    if told.language != "zh" or told.official or told.home == "TWN":
        return None
    named = [m.country for m in row if m.kind in _ACTORS and m.country]
    return named[-1] if named and named[-1] != told.home else None
