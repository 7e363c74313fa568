"""Who is meant later in a document: 조 장관, Secretary Blinken, "외교부" of a Korean publisher.

In: the mentions of all sentences. Out: the same with names, countries and offices filled in where
the text settles them. Where two people fit, none is chosen and both are listed as candidates.
"""

from __future__ import annotations

import re
from dataclasses import replace

from dragoman.coding.mention import Mention
from dragoman.records import Document

__all__ = ["resolve_people"]

_SURNAME_KO = re.compile(r"(?<![가-힣])(?P<name>[가-힣]{1,6})\s?$")


def _surname_before(text: str, start: int, language: str) -> tuple[int, str] | None:
    lead = text[max(0, start - 24) : start]
    if language in ("ko", "ja", "zh"):
        found = re.search(r"([가-힣]{1,6}|[ァ-ヶー]{2,8}|[\u4e00-\u9fff]{1,3})\s?$", lead)
    else:
        found = None
    if not found:
        return None
    return start - len(lead) + found.start(1), found.group(1)


def _surname_after(text: str, end: int) -> tuple[int, str] | None:
    found = re.match(r"\s([A-ZА-Я][\w’'-]+)", text[end : end + 24])
    return (end + found.end(1), found.group(1)) if found else None


def resolve_people(
    sentences: list[tuple[int, int]],
    mentions: list[list[Mention]],
    document: Document,
    day: str | None,
) -> list[list[Mention]]:
    """Fill in persons named again by surname and title, and ministries of the publisher's country."""
    text, language = document.text, document.language
    known: list[Mention] = []
    out: list[list[Mention]] = []
    for group in mentions:
        row: list[Mention] = []
        for mention in group:
            if mention.kind == "person" and mention.name:
                known.append(mention)
                row.append(mention)
            elif mention.kind == "office":
                resolved = _resolve_office(mention, text, language, known)
                if resolved is not None:
                    row.append(resolved)
            elif mention.kind == "body" and mention.country is None:
                if document.publisher_country:
                    row.append(replace(mention, country=document.publisher_country))
            else:
                row.append(mention)
        out.append(row)
    return out


def _resolve_office(
    mention: Mention, text: str, language: str, known: list[Mention]
) -> Mention | None:
    named = (
        _surname_after(text, mention.end)
        if language in ("en", "ru")
        else _surname_before(text, mention.start, language)
    )
    if named is not None:
        at, name = named
        fits = {
            (k.country, k.name): k
            for k in known
            if k.name
            and (k.name.startswith(name) if len(name) < 3 and language == "ko" else name in k.name)
        }
        if len(fits) == 1:
            (who,) = fits.values()
            start, end = (mention.start, at) if language in ("en", "ru") else (at, mention.end)
            return replace(who, start=start, end=end, text=text[start:end])
        if len(fits) > 1:
            return replace(mention, candidates=tuple(sorted(k.name or "" for k in fits.values())))
    return mention if mention.country else None
