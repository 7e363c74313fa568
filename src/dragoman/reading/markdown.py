"""Markdown into blocks: unwrapped paragraphs without markup.

Enough of CommonMark 0.31 for what people publish: headings, lists, quotes, tables, emphasis,
links, images, hard breaks, escapes, stray HTML. Written here and not left to a library, because
the wrapped lines of lists and quotes must come out as single clean lines.
"""

from __future__ import annotations

import html
import re

from dragoman.reading.blocks import Block, clean
from dragoman.records import PassageRole

__all__ = ["looks_like_markdown", "read_markdown"]

_HEADING = re.compile(r" {0,3}#{1,6}\s+(.*?)\s*#*\s*$")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-{2,})\s*$")
_RULE = re.compile(r" {0,3}(?:(?:\*\s*){3,}|(?:_\s*){3,}|(?:-\s*){3,})$")
_ITEM = re.compile(r"(\s*)(?:[-*+•]|\d{1,3}[.)])\s+(.*)$")
_QUOTE = re.compile(r" {0,3}>\s?(.*)$")
_TABLE_RULE = re.compile(r"\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)+\|?\s*$")
_FENCE = re.compile(r" {0,3}(```|~~~)")
_HARD_BREAK = re.compile(r"(?: {2,}|\\)$")

_IMAGE = re.compile(r"!\[([^\[\]]{0,300})\]\([^()\s]{0,2000}(?:\s+\"[^\"]{0,300}\")?\)")
_LINK = re.compile(
    r"\[([^\[\]]{0,1000})\]\((?:[^()\s]|\([^()\s]{0,200}\)){0,3000}(?:\s+\"[^\"]{0,300}\")?\s*\)"
)
_REFERENCE = re.compile(r"\[([^\[\]]{1,500})\]\[[^\[\]]{0,200}\]")
_FOOTNOTE = re.compile(r"\[\^[^\[\]\s]{1,30}\]:?")
_DEFINITION = re.compile(r" {0,3}\[[^\]]{1,200}\]:\s+\S")
_AUTOLINK = re.compile(r"<((?:https?://|mailto:)?[^<>\s]{3,500}[.@/][^<>\s]{1,500})>")
_ELEMENT = re.compile(r"</?[a-zA-Z][^<>]{0,500}>")
_ATTRIBUTES = re.compile(r"(?<=[\])])\{[^{}\n]{0,200}\}")
_STRONG = re.compile(
    r"(\*\*\*|\*\*|\*|(?<!\w)___|(?<!\w)__|(?<!\w)_|~~)(?=\S)(.{1,2000}?)(?<=\S)\1(?!\w)"
)
_STARS = re.compile(r"\*{2,}|(?<!\w)_{2,}(?!\w)|(?<!\s)\*(?!\s)|(?<=\s)\*(?=\w)")
_CODE = re.compile(r"`+([^`]{1,500})`+")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")


def looks_like_markdown(text: str, *, wrapped: bool = False) -> bool:
    """Whether plain text carries Markdown: two of its marks that prose does not have.

    In text ``wrapped`` to a width one mark is enough.
    """
    head = text[:20_000]
    marks = (
        len(_LINK.findall(head))
        + len(re.findall(r"^#{1,6} \S", head, re.M))
        + len(re.findall(r"\*\*\S[^*]{0,300}?\S\*\*", head))
        + 2 * len(re.findall(r"^\[[^\]]+\]: \S", head, re.M))
        + len(re.findall(r"\\[\[\]()#*_$'\"<>]", head))
        + len(re.findall(r"<(?:https?://[^<>\s]+|u|s|span\b[^<>]*|img\b[^<>]*)>", head))
        # A hard break: two spaces at the end of a line of some length, which prose has not.
        + len(re.findall(r"\S {2,3}\n\s*\S", head)) // 2
    )
    return marks >= (1 if wrapped else 2)


def read_markdown(text: str) -> list[Block]:
    """The blocks of a Markdown text, front matter left out."""
    text = re.sub(r"\A---\n.*?\n---\n", "", text.replace("\r\n", "\n"), count=1, flags=re.S)
    reader = _Reader()
    for line in text.split("\n"):
        reader.take(line)
    reader.flush()
    return reader.blocks


class _Reader:
    """Line by line: the open block grows until something closes it."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._lines: list[str] = []
        self._role: PassageRole = "paragraph"
        self._fenced = False
        self._in_list = False

    def take(self, line: str) -> None:
        line = line.replace("\u00a0", " ").replace("\t", "    ")
        if _FENCE.match(line):
            self.flush()
            self._fenced = not self._fenced
            return
        if self._fenced:
            return  # code is no prose
        if not line.strip():
            self.flush()
            return
        if self._lines and self._role == "paragraph" and _UNDERLINE.match(line):
            self._role = "heading"
            self.flush()
            return
        if _RULE.match(line) or _TABLE_RULE.match(line) or _DEFINITION.match(line):
            self.flush()
            return
        if quote := _QUOTE.match(line):
            if self._role != "quote":
                self.flush()
                self._role = "quote"
            if not quote[1].strip():
                self.flush()
                return
            line = quote[1]
            if item := _ITEM.match(line):
                self.flush()
                self._role, line = "list item", item[2]
        elif heading := _HEADING.match(line):
            self.flush()
            self._role = "heading"
            self._lines.append(heading[1])
            self.flush()
            return
        elif item := _ITEM.match(line):
            self.flush()
            self._role, line, self._in_list = "list item", item[2], True
        elif line.strip().startswith("|") and line.count("|") > 2:
            self.flush()
            cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
            self._role, line = "table row", " | ".join(cell for cell in cells if cell)
        elif not self._lines:
            # An indented line after a blank one goes on with the list item above.
            indented = line.startswith("  ")
            self._in_list = self._in_list and indented
            self._role = "list item" if self._in_list else "paragraph"
        self._lines.append(_HARD_BREAK.sub("\n", line))

    def flush(self) -> None:
        """Close the open block."""
        if self._lines:
            raw = re.sub(r"\n(?!\Z)", " ", "\n".join(part.rstrip("\n") for part in self._lines))
            text = _strip_inline(raw)
            linked = sum(len(match[1]) for match in _LINK.finditer(raw))
            if text:
                role = self._role
                if (
                    role == "paragraph"
                    and re.fullmatch(r"\s*\*\*[^*]+\*\*\s*", raw)
                    and len(text) < 120
                ):
                    role = "heading" if not re.search(r"[.!?。]$", text) else role
                self.blocks.append(
                    Block(
                        text,
                        role,
                        links=min(1.0, linked / len(text)),
                        sure=role not in ("paragraph", "quote"),
                    )
                )
        self._lines.clear()
        self._role = "paragraph"


def _strip_inline(text: str) -> str:
    text = _IMAGE.sub(r"\1", text)
    for _ in range(2):  # a link around an image, emphasis inside a link
        text = _LINK.sub(r"\1", text)
    text = _ATTRIBUTES.sub("", _REFERENCE.sub(r"\1", _FOOTNOTE.sub("", text)))
    text = _ELEMENT.sub("", _AUTOLINK.sub(r"\1", _CODE.sub(r"\1", text)))
    for _ in range(3):  # strong inside emphasis inside strike-through
        text = _STRONG.sub(r"\2", text)
    text = _STARS.sub("", text) if "*" in text or "__" in text else text
    return clean(html.unescape(_ESCAPE.sub(r"\1", text)))
