"""Feeds for programs that follow the record: Atom, iCalendar, a sitemap, robots.txt.

In: the record's newest events. Out: XML and iCalendar, every text escaped by their writers.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from xml.etree import ElementTree as ET

from fastapi import APIRouter, Request
from fastapi.responses import PlainTextResponse, Response
from icalendar import Calendar
from icalendar import Event as Entry

from dragoman.answers.phrasing import name_place
from dragoman.publish.asking import Reader
from dragoman.publish.pages.frame import LANGUAGES, heading_of, tongue_of
from dragoman.record.store import EventFilter
from dragoman.records import Event

__all__ = ["router"]

router = APIRouter(include_in_schema=False)
_ATOM = "http://www.w3.org/2005/Atom"
_MAP = "http://www.sitemaps.org/schemas/sitemap/0.9"


def _lang(request: Request) -> str:
    asked = request.query_params.get("lang", "")
    return asked if asked in LANGUAGES else tongue_of(request)


def _base(request: Request) -> str:
    return str(request.base_url).rstrip("/")


def _clean(text: str) -> str:
    """Without the control characters that XML cannot hold."""
    return "".join(c for c in text if c >= " " or c in "\t\n")


def _day(event: Event) -> str | None:
    return event.when.start[:10] if event.when and event.when.start else None


@router.get("/feed.atom")
def atom(request: Request, store: Reader) -> Response:
    """The newest events as Atom (RFC 4287)."""
    lang, base = _lang(request), _base(request)
    ET.register_namespace("", _ATOM)
    feed = ET.Element(f"{{{_ATOM}}}feed")

    def put(
        parent: ET.Element, name: str, text: str | None = None, **attributes: str
    ) -> ET.Element:
        made = ET.SubElement(parent, f"{{{_ATOM}}}{name}", attributes)
        made.text = _clean(text) if text else None
        return made

    put(feed, "title", "dragoman")
    put(feed, "id", f"{base}/feed.atom")
    put(feed, "link", rel="self", href=f"{base}/feed.atom?lang={lang}")
    (updated,) = store.reading.execute("SELECT max(at) FROM readings").fetchone()
    put(feed, "updated", updated or "1970-01-01T00:00:00+00:00")
    put(put(feed, "author"), "name", "dragoman")
    for event in store.events(EventFilter(limit=50), related=False):
        entry, day = put(feed, "entry"), _day(event)
        put(entry, "title", f"{heading_of(event, lang)} {day or ''}".strip())
        put(entry, "id", f"{base}/{lang}/events/{event.id}")
        put(entry, "link", href=f"{base}/{lang}/events/{event.id}")
        put(entry, "updated", f"{day or '1970-01-01'}T00:00:00Z")
        put(entry, "summary", event.content or "; ".join(event.topics) or heading_of(event, lang))
    return Response(
        ET.tostring(feed, "utf-8", xml_declaration=True), media_type="application/atom+xml"
    )


@router.get("/calendar.ics")
def calendar(request: Request, store: Reader) -> Response:
    """Meetings of the last year and those to come as iCalendar (RFC 5545)."""
    lang, base = _lang(request), _base(request)
    made = Calendar()
    made.add("prodid", "-//dragoman//record//EN")
    made.add("version", "2.0")
    newest = next(store.events(EventFilter(kinds=("meeting",), limit=1), related=False), None)
    last = date.fromisoformat((newest and _day(newest)) or datetime.now(UTC).date().isoformat())
    since = (last - timedelta(days=366)).isoformat()
    wanted = EventFilter(kinds=("meeting",), since=since, limit=500)
    for event in store.events(wanted, related=False):
        if event.when is None or not (day := _day(event)) or event.when.precision == "unknown":
            continue
        entry = Entry()
        entry.add("uid", f"{event.id}@dragoman")
        entry.add("summary", heading_of(event, lang))
        entry.add("dtstart", date.fromisoformat(day))
        entry.add("dtend", date.fromisoformat((event.when.end or day)[:10]) + timedelta(days=1))
        entry.add("dtstamp", datetime.now(UTC))
        entry.add("url", f"{base}/{lang}/events/{event.id}")
        entry.add(
            "status",
            {"planned": "TENTATIVE", "proposed": "TENTATIVE", "cancelled": "CANCELLED"}.get(
                event.status, "CONFIRMED"
            ),
        )
        if place := name_place(event.where, lang):
            entry.add("location", place)
        made.add_component(entry)
    return Response(made.to_ical(), media_type="text/calendar; charset=utf-8")


@router.get("/sitemap.xml")
def sitemap(request: Request, store: Reader) -> Response:
    """Addresses of the newest events in every language."""
    base = _base(request)
    ET.register_namespace("", _MAP)
    root = ET.Element(f"{{{_MAP}}}urlset")
    paths = ["/", "/events", "/pledges", "/calendar", "/ask", "/about"]
    paths += [f"/events/{id_}" for id_ in store.event_ids(EventFilter(limit=2000))]
    for path in paths:
        for lang in LANGUAGES:
            place = ET.SubElement(ET.SubElement(root, f"{{{_MAP}}}url"), f"{{{_MAP}}}loc")
            place.text = f"{base}/{lang}{path}"
    return Response(ET.tostring(root, "utf-8", xml_declaration=True), media_type="application/xml")


@router.get("/robots.txt")
def robots(request: Request) -> Response:
    """What crawlers may take: everything but the forms."""
    lines = ["User-agent: *", *(f"Disallow: /{lang}/{p}" for lang in LANGUAGES for p in ("ask", "review", "login"))]  # fmt: skip
    return PlainTextResponse("\n".join([*lines, f"Sitemap: {_base(request)}/sitemap.xml", ""]))
