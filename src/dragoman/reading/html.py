"""HTML into blocks with roles: the tree is walked once, the main part found, the rest left out.

trafilatura says which text is the article; the walk keeps what trafilatura drops or flattens
(headings, captions, list items, table rows, questions and answers) inside the part of the tree
that the article fills.
"""

from __future__ import annotations

import re
from typing import Any

from dragoman.errors import ReadingError
from dragoman.reading.blocks import Block
from dragoman.reading.tables import load_page_parts
from dragoman.reading.walk import Found, walk_tree

__all__ = ["nests_deeper", "parse", "read_blocks", "strip_tags"]

# libxml2 drops what lies deeper than 254 elements; deeper pages are flattened before that.
_PARSER_DEPTH = 240
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_OPENING = re.compile(r"<[a-zA-Z/!?][^>]*>")
_UNCOUNTED = load_page_parts().tags["uncounted"]
_RAW = re.compile(r"<(script|style|noscript|template)\b.*?(?:</\1\s*>|\Z)", re.I | re.S)
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.S)
_CONTAINERS = frozenset(["div", "article", "section", "main", "td", "body", "form", "center"])
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")


def parse(text: str) -> Any:
    """The lxml tree of a page. Raises ReadingError when there is none."""
    from lxml import etree
    from lxml import html as lxml_html

    # An encoding declaration in text that is decoded already stops lxml; NULs end its string.
    text = _DECLARATION.sub("", text, count=1).replace("\0", "")
    parser = lxml_html.HTMLParser(remove_comments=True, remove_pis=True, no_network=True)
    try:
        tree = lxml_html.document_fromstring(text, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError) as fault:
        raise ReadingError(f"HTML without a body ({fault}); save the page again") from fault
    return tree


def nests_deeper(text: str, depth: int) -> bool:
    """Whether elements nest deeper than ``depth`` (or than the parser reads), without parsing."""
    limit, level = min(depth, _PARSER_DEPTH), 0
    for match in _TAG.finditer(text):
        if match[2].lower() in _UNCOUNTED:
            continue
        level = max(0, level - 1) if match[1] else level + 1
        if level > limit:
            return True
    return False


def strip_tags(text: str) -> str:
    """Plain text of a page too deep to parse: a line for each run between tags."""
    from html import unescape

    text = _COMMENT.sub(" ", _RAW.sub(" ", text))
    lines = (unescape(line).strip() for line in _OPENING.sub("\n", text).split("\n"))
    return "\n\n".join(line for line in lines if line)


def read_blocks(tree: Any) -> list[Block]:
    """The blocks of the main part of a page in reading order.

    Empty when the page has no running text.
    """
    found = walk_tree(tree)
    core = _ask_trafilatura(tree)
    marked = [(item, _is_core(item, core)) for item in found]
    if not any(is_core for _, is_core in marked):
        # Nothing that trafilatura takes for an article: a short notice, or a page in fragments.
        return [item.block for item in found if not item.outside and item.block.links < 0.5]
    region = _find_region(marked)
    inside = {id(element) for element in region.iter()}
    kept = []
    for item, is_core in marked:
        within = id(item.element) in inside and not item.outside
        if is_core or (within and (item.block.links < 0.6 or item.block.sure)):
            kept.append(item.block)
    return kept


def _ask_trafilatura(tree: Any) -> str:
    """All text that trafilatura takes for the article, without any spaces; may be empty."""
    from copy import deepcopy

    from trafilatura import bare_extraction

    try:
        result = bare_extraction(
            deepcopy(tree),
            fast=True,
            include_comments=False,
            include_tables=True,
            include_formatting=False,
            with_metadata=False,
        )
    except Exception:  # third-party walk over hostile markup: our own walk stands without it
        return ""
    body = getattr(result, "body", None)
    return _squeeze("".join(body.itertext())) if body is not None else ""


def _squeeze(text: str) -> str:
    return "".join(text.split())


def _is_core(item: Found, core: str) -> bool:
    text = _squeeze(item.block.text)
    return len(text) >= 12 and text in core


def _find_region(marked: list[tuple[Found, bool]]) -> Any:
    """The smallest container that holds nine tenths of the article's characters."""
    weights: dict[Any, int] = {}
    total = 0
    for item, is_core in marked:
        if is_core:
            total += len(item.block.text)
            element = item.element
            while element is not None:
                weights[element] = weights.get(element, 0) + len(item.block.text)
                element = element.getparent()
    region = next(item.element for item, is_core in marked if is_core)
    while weights[region] < 0.9 * total and region.getparent() is not None:
        region = region.getparent()
    # The smallest may be one long paragraph: its siblings (lists, tables) belong to it.
    while region.tag not in _CONTAINERS and region.getparent() is not None:
        region = region.getparent()
    parent = region.getparent()
    while parent is not None and parent.tag in _CONTAINERS:
        if parent.tag == "article" or parent.get("itemprop") == "articleBody":
            region = parent
        parent = parent.getparent()
    return region
