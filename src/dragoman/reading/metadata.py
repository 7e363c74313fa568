"""What a page says about itself: title, publisher, author, publication time.

In: a parsed page. Out: a Metadata with None wherever the page does not say. The order of trust is
JSON-LD (schema.org), meta elements, then the page's own elements; dates of change are never taken
for dates of publication.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from dragoman.reading.blocks import clean
from dragoman.reading.stamps import find_stamps, normalise_published

__all__ = ["Metadata", "find_url_day", "read_metadata", "trim_title"]

_PUBLISHED_NAMES = (
    "article:published_time", "og:article:published_time", "article:published", "datepublished",
    "publishdate", "publish_date", "publish-date", "pubdate", "published_time", "publication_date",
    "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.issued", "dc.date",
    "dcterms.created", "dcterms.date", "dc.date.created", "citation_publication_date", "date",
    "created", "regdate", "rnews:datepublished", "weibo:article:create_at",
)  # fmt: skip
_TITLE_NAMES = ("og:title", "twitter:title", "dc.title", "title")
_AUTHOR_NAMES = ("author", "article:author", "dc.creator", "byl", "parsely-author", "dable:author")
_SITE_NAMES = ("og:site_name", "application-name", "dc.publisher", "publisher", "copyright")
_ARTICLE_TYPES = re.compile(r"Article|Posting|Report|Announcement|WebPage|Speech|Press", re.I)
_SEPARATORS = re.compile(r"\s+[|｜:»«<>·–—-]{1,2}\s+|\s*[|｜«»]\s*|\s*::\s*")
_URL_DAY = re.compile(
    r"/((?:19|20)\d{2})[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?=[/._-]|$|\d{0,8}$)"
)
_DATE_WORDS = re.compile(
    r"publish|pubdate|posted|issued|created|regist|(?:^|[\s_-])(?:date|time|datetime|wdate|reg)(?:$|[\s_-])"
    r"|date$|入稿",
    re.I,
)
_CHANGED_WORDS = re.compile(r"modif|updat|edit|chang|수정|更新", re.I)
_MOST_JSON = 300_000  # characters of one JSON-LD script


@dataclass(frozen=True, slots=True)
class Metadata:
    """``published``: as the page writes it in a machine-readable place, not yet in its zone.

    ``day_near_title`` is the text of the first element marked as a date, where no machine-readable
    date stands.
    """

    title: str | None = None
    heading: str | None = None
    site: str | None = None
    author: str | None = None
    published: str | None = None
    marked_day: str | None = None
    language: str | None = None
    url: str | None = None


def read_metadata(tree: Any) -> Metadata:
    """Everything a page's head and marked elements say."""
    meta = _read_meta(tree)
    linked = _read_json_ld(tree)
    heading = _read_heading(tree)
    title_element = tree.find(".//head/title")
    if title_element is None:
        title_element = tree.find(".//title")
    page_title = clean(title_element.text_content()) if title_element is not None else None
    canonical = tree.find(".//link[@rel='canonical']")
    return Metadata(
        title=linked.get("title") or _first(meta, _TITLE_NAMES) or page_title or heading,
        heading=heading,
        site=_first(meta, _SITE_NAMES[:1])
        or linked.get("publisher")
        or _first(meta, _SITE_NAMES[1:3]),
        author=linked.get("author") or _author(_first(meta, _AUTHOR_NAMES)),
        published=linked.get("published") or _first(meta, _PUBLISHED_NAMES) or _read_time(tree),
        marked_day=_read_marked_day(tree),
        language=(tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang")),
        url=_first(meta, ("og:url",)) or (canonical.get("href") if canonical is not None else None),
    )


def _first(meta: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((meta[name] for name in names if meta.get(name)), None)


def _read_meta(tree: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        value = clean(element.get("content") or "")
        if name and value:
            found.setdefault(name.strip().lower(), value[:2000])
    return found


def _read_heading(tree: Any) -> str | None:
    """The page's <h1>; the longest when a logo is one too."""
    texts = [clean(h1.text_content()) for h1 in tree.iter("h1")][:5]
    return max((text for text in texts if text), key=len, default=None)


def _author(text: str | None) -> str | None:
    if not text or text.startswith("http") or len(text) > 120:
        return None
    return text


def _read_json_ld(tree: Any) -> dict[str, str]:
    """Title, publisher, author and publication time from schema.org data."""
    found: dict[str, str] = {}
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "") or not script.text:
            continue
        try:
            data = json.loads(script.text[:_MOST_JSON].strip().rstrip(";"), strict=False)
        except (ValueError, RecursionError):
            continue
        for node in _walk_json(data):
            kind = node.get("@type")
            kinds = " ".join(map(str, kind)) if isinstance(kind, list) else str(kind or "")
            if not _ARTICLE_TYPES.search(kinds):
                continue
            _keep(found, "published", node.get("datePublished"))
            if "WebPage" not in kinds:
                _keep(found, "title", node.get("headline"))
                _keep(found, "author", _name_of(node.get("author")))
                _keep(found, "publisher", _name_of(node.get("publisher")))
    return found


def _keep(found: dict[str, str], name: str, value: Any) -> None:
    if isinstance(value, str) and (value := clean(value)) and name not in found:
        found[name] = value[:500]


def _name_of(node: Any) -> str | None:
    nodes = node if isinstance(node, list) else [node]
    names = [n.get("name") if isinstance(n, dict) else n for n in nodes[:6]]
    texts = [n for n in names if isinstance(n, str) and n and not n.startswith("http")]
    return ", ".join(texts) or None


def _walk_json(data: Any) -> Iterator[dict[str, Any]]:
    waiting, seen = [data], 0
    while waiting and seen < 5000:
        node = waiting.pop(0)
        seen += 1
        if isinstance(node, dict):
            yield node
            waiting.extend(v for v in node.values() if isinstance(v, dict | list))
        elif isinstance(node, list):
            waiting.extend(v for v in node if isinstance(v, dict | list))


def _read_time(tree: Any) -> str | None:
    """<time datetime> that is marked as the publication, or the page's only or first one."""
    times = [e for e in tree.iter("time") if normalise_published(e.get("datetime") or "")][:20]
    marked = [
        e for e in times if e.get("itemprop") == "datePublished" or e.get("pubdate") is not None
    ]
    unchanged = [e for e in times if not _CHANGED_WORDS.search(_names(e))]
    # A list of links to other articles carries times of its own.
    near = [
        e
        for e in unchanged
        if not any(a.tag in ("a", "li", "aside", "nav") for a in e.iterancestors())
    ]
    best = (marked or near)[:1]
    return str(best[0].get("datetime")) if best else None


def _names(element: Any) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''} {element.get('itemprop') or ''}"


def _read_marked_day(tree: Any) -> str | None:
    """Text of the first small element whose class or id says that it is a date."""
    for element in tree.xpath(
        "//body//*[self::span or self::p or self::div or self::em or self::dd or self::li "
        "or self::td or self::time or self::strong][@class or @id]"
    ):
        names = _names(element)
        if not _DATE_WORDS.search(names) or _CHANGED_WORDS.search(names):
            continue
        if any(a.tag in ("a", "aside", "nav", "footer") for a in element.iterancestors()):
            continue
        text = clean(element.text_content())
        if len(text) <= 120 and find_stamps(text):
            return text
    return None


def trim_title(title: str, heading: str | None, site: str | None) -> str:
    """A title without the site's name, which many pages put behind (or before) it."""
    if heading and len(heading) >= 4 and heading in title:
        return heading
    parts = [part for part in _SEPARATORS.split(title) if part]
    if len(parts) < 2:
        return title
    folded = _fold(site or "")
    kept = [
        p for p in parts if not (folded and _fold(p) and (_fold(p) in folded or folded in _fold(p)))
    ]
    if len(kept) != len(parts) and kept:
        start = title.find(kept[0])
        return title[start : title.find(kept[-1], start) + len(kept[-1])]
    bars = re.split(r"\s*[|｜«]\s*|\s*::\s*", title)
    return bars[0] if len(bars) > 1 and len(bars[0]) >= 8 else title


def _fold(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())


def find_url_day(url: str | None) -> str | None:
    """The day in an address such as …/2024/11/14/…, which news sites set at publication."""
    try:
        path = urlsplit(url or "").path
    except ValueError:
        return None
    if match := _URL_DAY.search(path):
        return normalise_published("-".join(match.groups()))
    return None
