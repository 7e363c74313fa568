"""One pass over an HTML tree: text runs become blocks with the role their markup gives them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from dragoman.reading.blocks import Block, clean
from dragoman.reading.tables import load_page_parts
from dragoman.records import PassageRole

__all__ = ["Found", "is_outside", "walk_tree"]

_PARTS = load_page_parts()
_SKIPPED, _INLINE, _OUTSIDE_TAGS = (_PARTS.tags[n] for n in ("skipped", "inline", "outside"))
_HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
_NAMES = _PARTS.names
_WORDS = re.compile(r"[A-Z]?[a-z0-9]+|[A-Z]+(?![a-z])")
_MAX_CELL = 300  # characters; a longer cell is a layout table's column. Chosen, not measured


@dataclass(frozen=True, slots=True)
class Found:
    """A block, the element it stands in, and whether its surroundings rule it out."""

    block: Block
    element: Any
    outside: bool


def walk_tree(tree: Any) -> list[Found]:
    """Every run of text under ``tree`` in reading order. Depth is bounded by the parser."""
    body = tree.find("body")
    walker = _Walker(body if body is not None else tree)
    return walker.found


class _Walker:
    def __init__(self, root: Any) -> None:
        self.found: list[Found] = []
        self._parts: list[str] = []
        self._linked = 0
        self._root = root
        self._total = sum(len(text) for text in root.itertext()) or 1
        self._visit(root, "paragraph", False, False)
        self._flush(root, "paragraph", False)

    def _visit(self, element: Any, role: PassageRole, outside: bool, linked: bool) -> None:
        tag = element.tag
        if not isinstance(tag, str) or tag in _SKIPPED:
            return
        if tag == "br":
            self._break(element, role, outside)
            return
        if tag in _INLINE:
            self._take(element.text, linked or tag == "a")
            for child in element:
                self._visit(child, role, outside, linked or tag == "a")
                self._take(child.tail, linked or tag == "a")
            return
        parent = element.getparent()
        self._flush(parent if parent is not None else element, role, outside)
        outside = outside or is_outside(element, self._total)
        own = _find_role(element, tag, role)
        if tag == "table" and _is_data(element):
            self._take_rows(element, outside)
            return
        self._take(element.text, linked)
        for child in element:
            self._visit(child, own, outside, linked)
            if child.tail:
                self._take(child.tail, linked)
        self._flush(element, own, outside)

    def _take(self, text: str | None, linked: bool) -> None:
        if text:
            self._parts.append(text)
            if linked:
                self._linked += len(text.strip())

    def _break(self, element: Any, role: PassageRole, outside: bool) -> None:
        """A <br> ends a paragraph when another follows it or the run so far is a sentence.

        Old pages break lines for width too: those go on in the same block.
        """
        following = element.getnext()
        doubled = (
            following is not None and following.tag == "br" and not (element.tail or "").strip()
        )
        so_far = "".join(self._parts).rstrip()
        if doubled or re.search(r"[.!?。！？다][\"'”’」』)]?$", so_far) or len(so_far) < 60:
            self._flush(element.getparent(), role, outside)
        else:
            self._parts.append(" ")

    def _flush(self, element: Any, role: PassageRole, outside: bool) -> None:
        if not self._parts:
            return
        text = clean("".join(self._parts))
        links = self._linked / max(1, len(text))
        self._parts.clear()
        self._linked = 0
        if text:
            block = Block(text, role, links=min(1.0, links), sure=role != "paragraph")
            self.found.append(Found(block, element, outside))

    def _take_rows(self, table: Any, outside: bool) -> None:
        for row in table.iter("caption", "tr"):
            cells = [row] if row.tag == "caption" else [c for c in row if c.tag in ("td", "th")]
            texts = [clean(_text_of(cell)) for cell in cells]
            text = " | ".join(text for text in texts if text)
            if text:
                linked = sum(len(_text_of(link)) for link in row.iter("a"))
                role: PassageRole = "caption" if row.tag == "caption" else "table row"
                links = min(1.0, linked / len(text))
                self.found.append(Found(Block(text, role, links=links, sure=True), row, outside))


def _text_of(element: Any) -> str:
    return " ".join(
        text for text in element.itertext() if not isinstance(text, bytes) and text.strip()
    )


def is_outside(element: Any, total: int) -> bool:
    """Whether an element is no part of an article, by tag, attribute or class.

    A class decides only on elements that hold less than two fifths of the page's ``total``
    characters: <body class="has-sidebar"> is not a sidebar.
    """
    tag = element.tag
    if tag in _OUTSIDE_TAGS:
        return not (tag == "footer" and _within_quote(element))
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    style = element.get("style")
    if style and re.search(r"display\s*:\s*none|visibility\s*:\s*hidden", style, re.I):
        return True
    if element.get("role") in ("navigation", "search", "banner", "contentinfo", "complementary"):
        return True
    names = _name_words(element)
    if tag == "header" and element.getparent() is not None:
        return bool(element.getparent().tag == "body" and element.find(".//h1") is None)
    if not names & _NAMES["outside"] or tag in ("body", "html", "main", "article"):
        return False
    return sum(len(text) for text in element.itertext()) < 0.4 * total


def _within_quote(element: Any) -> bool:
    parent = element.getparent()
    return parent is not None and parent.tag == "blockquote"


def _name_words(element: Any) -> set[str]:
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    if names == " ":
        return set()
    return {word.lower() for word in _WORDS.findall(names)} | set(names.lower().split())


def _find_role(element: Any, tag: str, role: PassageRole) -> PassageRole:
    """The role of text directly in ``element``; what it does not decide it inherits."""
    if tag in _HEADINGS:
        return "heading"
    if tag in ("figcaption", "caption"):
        return "caption"
    if tag in ("li", "dd"):
        return "answer" if tag == "dd" and _answers(element) else "list item"
    if tag == "dt" or tag == "summary":
        return "question" if _asks(element) else "heading"
    if tag == "blockquote":
        return "quote"
    if tag == "address":
        return "byline"
    names = _name_words(element)
    if names:
        if names & _NAMES["caption"]:
            return "caption"
        if names & _NAMES["byline"] and len(_text_of(element)) < 120:
            return "byline"
        if names & _NAMES["question"] and _asks(element):
            return "question"
        if names & _NAMES["answer"] and role == "paragraph":
            return "answer"
    if tag == "details":
        summary = element.find("summary")
        return "answer" if summary is not None and _asks(summary) else role
    return role


def _asks(element: Any) -> bool:
    return bool(re.search(r"[?？]\s*$", _text_of(element)))


def _answers(element: Any) -> bool:
    before = element.getprevious()
    while before is not None and before.tag == "dd":
        before = before.getprevious()
    return before is not None and before.tag == "dt" and _asks(before)


def _is_data(table: Any) -> bool:
    """Whether a table holds data: no table inside, short cells, somewhere two in a row."""
    if table.find(".//table") is not None:
        return False
    wide = False
    for row in table.iter("tr"):
        cells = [cell for cell in row if cell.tag in ("td", "th")]
        wide = wide or len(cells) > 1
        if any(len(_text_of(cell)) > _MAX_CELL for cell in cells):
            return False
    return wide
