"""Bytes into text: BOM, then what header and page declare, then what the bytes look like.

A declaration is overruled when the bytes are valid UTF-8, or when decoding by it fails badly or
gives text that no language writes (an EUC-KR page behind a header that says ISO-8859-1).
"""

from __future__ import annotations

import codecs
import re
from collections import Counter

from dragoman.reading.tables import load_charsets

__all__ = ["decode"]

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_SAMPLE = 60_000  # bytes looked at; chosen: enough for counts, cheap on large pages
_META = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})|"""
    rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{2,40})""",
    re.I,
)
_HEADER = re.compile(r"charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.I)


def decode(data: bytes, content_type: str | None = None) -> tuple[str, str]:
    """The text of ``data`` and the name of the encoding; bytes that fit nowhere become U+FFFD."""
    for bom, name in _BOMS:
        if data.startswith(bom):
            return data[len(bom) :].decode(name, "replace"), name
    if not data.translate(None, _ASCII) and b"\x1b" not in data and b"\0" not in data:
        return data.decode("ascii"), "ascii"
    if wide := _find_wide(data):
        return data.decode(wide, "replace"), wide
    if _fits_utf8(data):
        return data.decode("utf-8", "replace"), "utf-8"
    declared = _find_declared(data, content_type)
    for name in declared:
        if name != "utf-8" and _damage(data, name) < 0.02 and _speaks(data, name):
            return data.decode(name, "replace"), name
    if b"\x1b$" in data:
        return data.decode("iso2022_jp_ext", "replace"), "iso2022_jp"
    best = _guess(data) or next((n for n in declared if _damage(data, n) < 0.05), "cp1252")
    return data.decode(best, "replace"), best


_ASCII = bytes(range(128))


def _find_declared(data: bytes, content_type: str | None) -> list[str]:
    labels = []
    if content_type and (match := _HEADER.search(content_type)):
        labels.append(match[1])
    if inside := _META.search(data[:4096]):
        labels.append((inside[1] or inside[2]).decode("ascii", "replace"))
    names = []
    for label in labels:
        name = load_charsets()[0].get(label.lower(), label.lower())
        try:
            # Only text encodings: "hex", "zip" and the like are codecs to Python too.
            if codecs.lookup(name)._is_text_encoding:
                names.append(name)
        except (LookupError, ValueError):
            continue
    return names


def _find_wide(data: bytes) -> str | None:
    """UTF-16 without a BOM, from the zero bytes that ASCII and spaces leave on one side."""
    head = data[:4000]
    if len(head) < 8 or head.count(0) < len(head) * 0.05:
        return None
    even, odd = head[0::2].count(0), head[1::2].count(0)
    name = "utf-16-le" if odd > 4 * even + 1 else "utf-16-be" if even > 4 * odd + 1 else None
    if name is None or _damage(data, name) > 0.01:
        return None
    text = head[: len(head) // 2 * 2].decode(name, "replace")
    return (
        name
        if sum(char.isprintable() or char.isspace() for char in text) > 0.9 * len(text)
        else None
    )


def _fits_utf8(data: bytes) -> bool:
    """Valid UTF-8, but for a cut at the end or a rare broken byte (at most 1 in 100)."""
    try:
        data.decode("utf-8")
        return True
    except UnicodeDecodeError as fault:
        if fault.start >= len(data) - 3:
            return True
    text = data.decode("utf-8", "replace")
    wide = sum(char > "\x7f" for char in text)
    return wide > 20 and text.count("\ufffd") < wide * 0.01


def _damage(data: bytes, name: str) -> float:
    """Share of non-ASCII characters that are no characters in encoding ``name``."""
    text = data[:_SAMPLE].decode(name, "replace")
    wide = [char for char in text if char > "\x7f"]
    bad = sum(
        char == "\ufffd"
        or "\x80" <= char < "\xa0"
        or "\u2500" <= char < "\u25a0"  # box drawing: Chinese bytes read as KOI8-R
        or "\ue000" <= char < "\uf900"
        for char in wide
    )
    return bad / max(1, len(wide))


def _share(data: bytes, name: str) -> float:
    """Share of the non-ASCII characters that the encoding's languages use most."""
    counts = Counter(char for char in data[:_SAMPLE].decode(name, "replace") if char > "\x7f")
    total = sum(counts.values())
    return sum(counts[char] for char in load_charsets()[1][name]) / max(1, total)


def _speaks(data: bytes, name: str) -> bool:
    """Whether a declared encoding gives text that could be of its language.

    Single-byte tables decode anything, and the East Asian ones decode one another's bytes: so the
    declared one must not be far behind another candidate.
    """
    if name in load_charsets()[1]:
        own = _share(data, name)
        if own >= 0.12:
            return True
        best = _guess(data)
        return best is None or best == name
    return _guess(data) is None


def _guess(data: bytes) -> str | None:
    """The candidate whose frequent characters are most frequent; None when none stands out."""
    scores = {
        name: _share(data, name) * (1 - 4 * damage)
        for name in load_charsets()[1]
        if (damage := _damage(data, name)) < 0.05
    }
    best = max(scores, key=lambda name: scores[name], default=None)
    if best is not None and scores[best] >= 0.12:
        return best
    return _ask_normalizer(data) if scores else None


def _ask_normalizer(data: bytes) -> str | None:
    """charset-normalizer over the candidates: for short or odd text that counts do not settle."""
    from charset_normalizer import from_bytes

    candidates = [*load_charsets()[1], "cp1252", "cp1250"]
    match = from_bytes(data[:_SAMPLE], cp_isolation=candidates, enable_fallback=False).best()
    return match.encoding if match and match.encoding in load_charsets()[1] else None
