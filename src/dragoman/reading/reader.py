"""Bytes into a Document: the order of reading on one screen.

decode -> blocks (HTML, Markdown or plain) -> roles -> text with passages -> what the page says
about itself. Whatever nobody says stays None; no date is invented.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Literal

from dragoman.errors import ReadingError, TooLarge
from dragoman.languages import detect
from dragoman.reading.blocks import Block, clean
from dragoman.reading.charset import decode
from dragoman.reading.datelines import find_dateline
from dragoman.reading.describe import find_genre, find_published
from dragoman.reading.html import nests_deeper, parse, read_blocks, strip_tags
from dragoman.reading.markdown import looks_like_markdown, read_markdown
from dragoman.reading.metadata import Metadata, read_metadata, trim_title
from dragoman.reading.plain import is_wrapped, read_plain
from dragoman.reading.publishers import (
    find_country,
    find_publisher,
    find_publisher_named,
    is_office,
)
from dragoman.reading.roles import assign_roles, same_title
from dragoman.records import Document, Passage, identify
from dragoman.settings import Settings
from dragoman.sources import Fetched

__all__ = ["read_document"]

_HTML = re.compile(
    r"<(?:!doctype\s+html|html|head|body|meta|title|div|article|section|p|table|br|h[1-6]|ul)\b[^<>]*>",
    re.I,
)
# First bytes of what holds no text that we read, with what to do about it.
_BINARY = (
    (b"%PDF", "a PDF", "save its text, or the page that links to it"),
    (b"PK\x03\x04", "a ZIP archive or office file", "unpack it or save it as text or HTML"),
    (b"\xd0\xcf\x11\xe0", "an office or HWP file", "save it as text or HTML"),
    (b"\x1f\x8b", "a gzip archive", "unpack it"),
    (b"BZh", "a bzip2 archive", "unpack it"),
    (b"7z\xbc\xaf", "a 7-Zip archive", "unpack it"),
    (b"\x89PNG", "a PNG image", "give the page that shows it"),
    (b"\xff\xd8\xff", "a JPEG image", "give the page that shows it"),
    (b"GIF8", "a GIF image", "give the page that shows it"),
    (b"RIFF", "an image, sound or film", "give the page that shows it"),
    (b"ID3", "a sound file", "give its transcript"),
    (b"OggS", "a sound or film", "give its transcript"),
    (b"\x7fELF", "a program", "give a document"),
    (b"MZ", "a program", "give a document"),
    (b"SQLite format 3", "a database", "give it with --db"),
)


@dataclass(frozen=True, slots=True)
class _Page:
    """What a format's reader found. ``text`` is None when blocks are to be joined."""

    blocks: list[Block]
    metadata: Metadata
    text: str | None = None


def read_document(
    fetched: Fetched,
    *,
    settings: Settings | None = None,
    published: str | None = None,
    publisher: str | None = None,
    publisher_country: str | None = None,
    language: str | None = None,
) -> Document:
    """The Document in what a source handed on; arguments beat hints, hints beat the page.

    ``published``: an ISO day or time, or a date as publishers write it. The same page again gives
    the same id. Raises ReadingError (empty, binary, no text, a date that is none) or TooLarge.
    """
    settings = settings or Settings()
    hints = fetched.hints
    source = _decode(fetched, settings)
    form = fetched.form or _sniff(source, fetched)
    page = _read_page(source, form, hints.title, settings)
    text, passages, title = _assemble(page, hints.title)
    if not any(passage.role != "boilerplate" for passage in passages):
        raise ReadingError("no running text; give the page of one article, or its text")
    if len(text) > settings.max_text:
        raise TooLarge(
            f"a text of {len(text):,} characters, over the limit of {settings.max_text:,}; "
            "raise max_text in the settings, or split it"
        )
    meta = page.metadata
    url = hints.url or fetched.url or None
    code = language or hints.language or detect(_sample(text, passages))
    named = publisher or hints.publisher
    house = find_publisher_named(named) or find_publisher(url or meta.url)
    if house is None and not named:
        house = find_publisher_named(meta.site) or find_publisher_named(
            _find_agency(text, passages)
        )
    given = publisher_country or hints.publisher_country
    country = find_country(given)
    if given and not country:
        raise ReadingError(f"publisher_country {given!r} is no country code; write KOR, USA, …")
    return Document(
        id=identify("doc", url or "", text),
        url=url,
        publisher=named or (house.name if house else meta.site),
        publisher_country=country or (house.country if house else None),
        language=code.split("-")[0].lower() if re.match(r"[A-Za-z]{2,3}\b", code) else code,
        title=title,
        author=meta.author or _find_author(text, passages),
        published=find_published(
            published or hints.published, meta, text, passages, url, code, house
        ),
        genre=find_genre(hints.genre, title, text, house),
        text=text,
        official=house.official if house else is_office(named or meta.site),
        passages=passages,
    )


def _decode(fetched: Fetched, settings: Settings) -> str:
    if fetched.text is None:
        data = fetched.data
        if not data.strip(b"\0 \t\r\n\xef\xbb\xbf"):
            raise ReadingError("empty; nothing to read")
        if len(data) > settings.max_bytes:
            raise TooLarge(f"{len(data):,} bytes, over the limit of {settings.max_bytes:,}")
        for magic, what, remedy in _BINARY:
            if data.startswith(magic) and not (magic == b"MZ" and b"\0" not in data[:512]):
                raise ReadingError(f"{what}, not text; {remedy}")
        text, _ = decode(data, fetched.content_type)
    else:
        text = fetched.text
        if not text.strip():
            raise ReadingError("empty; nothing to read")
    # Lone surrogates (JSON escapes can make them) have no place in any file or database.
    text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    sample = text[:20_000]
    odd = sum(char < " " and char not in "\t\n\r\f\v\x1b" for char in sample)
    if odd > 0.02 * len(sample) or sample.count("\ufffd") > 0.2 * len(sample):
        raise ReadingError("binary data or an unknown charset; save it as text in UTF-8")
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))


def _sniff(text: str, fetched: Fetched) -> Literal["html", "text", "markdown"]:
    kind = (fetched.content_type or "").split(";")[0].strip().lower()
    if kind in ("text/html", "application/xhtml+xml"):
        return "html"
    if kind == "text/markdown":
        return "markdown"
    head = text[:8000]
    if (
        re.match(r"\s*<(?:!doctype|html|\?xml|head|body)\b", head, re.I)
        or len(_HTML.findall(head)) >= 3
    ):
        return "html"
    marked = looks_like_markdown(text) or (
        looks_like_markdown(text, wrapped=True) and is_wrapped(text)
    )
    return "markdown" if marked else "text"


def _read_page(source: str, form: str, title: str | None, settings: Settings) -> _Page:
    if form == "html":
        if nests_deeper(source, settings.max_depth):
            text, blocks = read_plain(strip_tags(source), title)
            return _Page(blocks, Metadata(title=_read_title(source)), text)
        tree = parse(source)
        metadata = read_metadata(tree)
        return _Page(read_blocks(tree), metadata)
    if form == "markdown":
        blocks = read_markdown(source)
        first = blocks[0] if blocks else None
        if first and first.role == "heading" and (title is None or same_title(first.text, title)):
            blocks[0] = Block(first.text, "title", sure=True)
        return _Page(blocks, Metadata())
    text, blocks = read_plain(source.strip("\ufeff"), title)
    return _Page(blocks, Metadata(), text)


def _read_title(source: str) -> str | None:
    match = re.search(r"<title[^<>]*>([^<]{1,500})</title", source, re.I)
    return clean(match[1]) if match else None


def _assemble(page: _Page, given: str | None) -> tuple[str, tuple[Passage, ...], str | None]:
    """The document's text with its passages, and its title."""
    meta, blocks = page.metadata, list(page.blocks)
    title = clean(given) if given else None
    if title is None and meta.title:
        title = trim_title(meta.title, meta.heading, meta.site)
    own = next((block.text for block in blocks[:3] if block.role == "title"), None)
    title = title or (clean(own) if own else None) or None
    if page.text is None and title and own is None:
        blocks = _place_title(blocks, title, meta.heading)
    blocks = assign_roles(blocks, title)
    text, passages = "", []
    for index, block in enumerate(blocks):
        start = block.start
        if page.text is None:
            close = index > 0 and block.role == blocks[index - 1].role
            row = close and block.role in ("list item", "table row")
            text += "" if index == 0 else "\n" if row else "\n\n"
            start = len(text)
            text += block.text
        passages.append(Passage(role=block.role, start=start, end=start + len(block.text)))
    return page.text if page.text is not None else text, tuple(passages), title


def _place_title(blocks: list[Block], title: str, heading: str | None) -> list[Block]:
    """The title as first block of a page, once: its own heading is it when one stands there."""
    for index, block in enumerate(blocks[:8]):
        if block.role in ("heading", "paragraph") and (
            same_title(block.text, title) or (heading and same_title(block.text, heading))
        ):
            return [*blocks[:index], Block(block.text, "title", sure=True), *blocks[index + 1 :]]
    return [Block(title, "title", sure=True), *blocks]


def _sample(text: str, passages: tuple[Passage, ...]) -> str:
    """Running text to tell the language from: pages in Korean carry menus in English."""
    parts = [text[p.start : p.end] for p in passages if p.role not in ("boilerplate", "byline")]
    return "\n".join(parts)[:4000]


def _find_agency(text: str, passages: tuple[Passage, ...]) -> str | None:
    running = [p for p in passages if p.role == "paragraph"][:2]
    for passage in running:
        if (dateline := find_dateline(text, passage.start)) and dateline.agency:
            return dateline.agency
    return None


_AUTHOR = re.compile(
    r"([가-힣]{2,4})\s?(?:기자|특파원)|"
    r"\bB[yY] ([A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){1,3})|"
    r"([一-龥々ァ-ヶ]{2,8})\s?(?:記者|特派員)|"
    r"(?:记者|記者|作者)\s*[:：]\s*([一-龥]{2,4})"
)


def _find_author(text: str, passages: tuple[Passage, ...]) -> str | None:
    """The name in a byline such as "홍길동 기자" or "By Jane Doe"."""
    for passage in passages:
        match = _AUTHOR.search(text, passage.start, passage.end)
        if match and passage.role == "byline":
            return next(group for group in match.groups() if group)
    return None
