"""Plain text into blocks: a line is a paragraph, unless lines were wrapped to a width.

Text that is not wrapped keeps every character, so that offsets hold in what the user gave;
wrapped text is joined anew.
"""

from __future__ import annotations

import re
from itertools import pairwise

from dragoman.reading.blocks import Block, clean, ends_sentence
from dragoman.reading.roles import is_stamp_line, same_title
from dragoman.reading.tables import load_page_parts

__all__ = ["is_wrapped", "read_plain"]

BULLET = re.compile(
    r"\s*(?:[•·‧∙・･◦○●▪■□◇◆▷▶△▲※✓✔❍*+-]|ㅇ|o|\(?\d{1,2}[.)]|[가나다라마바사아][.)]|[①-⑳])(?:\s+|(?<=[•・･□◦○●]))"
)
_LINE = re.compile(r"[^\n]*\S[^\n]*")
_EDGES = re.compile(r"^[\s\u200b\ufeff]*|[\s\u200b\ufeff]*$")
_BOUNDLESS = re.compile("[\u3040-\u30ff\u3400-\u9fff]")  # scripts written without spaces
_WRAP_WIDTHS = range(40, 121)  # columns to which mail and Markdown are wrapped in practice


def read_plain(text: str, title: str | None = None) -> tuple[str, list[Block]]:
    """The text (as it was, or unwrapped) and its blocks with their places in it.

    The first line that looks like one is the title when ``title`` is None, or when it is the same.
    """
    groups = _group_lines(text)
    width = _find_wrap(text, groups)
    if width:
        text = "\n\n".join(
            line for group in groups for line in _unwrap([text[s:e] for s, e in group], width)
        )
        groups = _group_lines(text)
    blocks: list[Block] = []
    for group in groups:
        blocks += _read_group(text, group)
    return text, _mark_title(blocks, title)


def is_wrapped(text: str) -> bool:
    """Whether the lines of a text were broken to a width."""
    return _find_wrap(text, _group_lines(text)) > 0


def _group_lines(text: str) -> list[list[tuple[int, int]]]:
    """Spans of lines that hold something, in groups parted by blank lines."""
    groups: list[list[tuple[int, int]]] = []
    last = -2
    for match in _LINE.finditer(text):
        start, end = match.span()
        if groups and text.count("\n", last, start) == 1:
            groups[-1].append((start, end))
        else:
            groups.append([(start, end)])
        last = end
    return groups


def _read_group(text: str, group: list[tuple[int, int]]) -> list[Block]:
    lines = [text[start:end] for start, end in group]
    rows = _are_rows(lines)
    blocks = []
    for (start, _), line in zip(group, lines, strict=True):
        bullet = BULLET.match(line)
        skipped = bullet.end() if bullet else len(line) - len(line.lstrip())
        body = line[skipped:].rstrip()
        if not body.strip("\u200b\ufeff"):
            continue
        marked = bullet is not None and not _is_numbered_heading(line, len(group))
        if not marked and bullet:
            skipped, body = len(line) - len(line.lstrip()), line.strip()
        role = "table row" if rows else "list item" if marked else "paragraph"
        blocks.append(Block(body, role, start=start + skipped, sure=marked or rows))  # type: ignore[arg-type]
    return blocks


def _is_numbered_heading(line: str, lines: int) -> bool:
    """Whether "1. 한미 관계" stands alone and opens a section; in a run it is an item."""
    return (
        bool(re.match(r"\s*(?:\d{1,2}\.|[■□◆◇▶●])\s", line))
        and lines == 1
        and not ends_sentence(line)
        and len(line) < 40
    )


def _are_rows(lines: list[str]) -> bool:
    """Whether lines are rows of a table that lost its markup.

    Two or more next to each other, none a sentence, each of several words or with cells marked.
    """
    if len(lines) < 2:
        return False
    boilerplate = load_page_parts().lines["boilerplate"]
    if any(ends_sentence(line) or BULLET.match(line) or boilerplate.match(line) for line in lines):
        return False
    if all("\t" in line.strip() or re.search(r"\S\s?\|\s?\S", line) for line in lines):
        return True
    return all(3 <= len(line.split()) <= 20 for line in lines) and len(lines) >= 3


def _mark_title(blocks: list[Block], title: str | None) -> list[Block]:
    if not blocks:
        return blocks
    # 입력 2025.05.22 15:02, 2018-12-07 18:57:29 | cri: the day of a page may stand above its title.
    at = next((i for i, b in enumerate(blocks[:4]) if not _is_above_title(b.text)), 0)
    for i, block in enumerate(blocks[:at]):
        if not is_stamp_line(block.text):
            blocks[i] = Block(block.text, "boilerplate", start=block.start, sure=True)
    first = blocks[at]
    if title is not None:
        fits = same_title(first.text, title)
    else:
        asks = first.text.rstrip().endswith(("?", "？", "…", "!"))
        fits = (
            first.role == "paragraph"
            and len(blocks) > at + 1
            and len(first.text) <= 200
            and (asks or not ends_sentence(first.text))
        )
    if fits:
        blocks[at] = Block(first.text, "title", start=first.start, sure=True)
    return blocks


def _is_above_title(line: str) -> bool:
    """Whether a line is a day, a section of the site, or its key words: Новости, 18.05.2021 | 17:15."""
    if is_stamp_line(line) or load_page_parts().lines["rubric"].match(line.strip()):
        return True
    words = line.split()
    if len(words) < 6 or re.search(r"[.,:;!?«»\"()—–]", line):
        return False
    # Names said twice and nothing else: the key words of a page, once for search engines.
    capital = sum(word[0].isupper() for word in words)
    return len(set(words)) <= 0.75 * len(words) and capital >= 0.7 * len(words)


def _columns(text: str) -> int:
    return sum(2 if char >= "\u1100" else 1 for char in text)


def _find_wrap(text: str, groups: list[list[tuple[int, int]]]) -> int:
    """The width to which lines were wrapped, or 0.

    A line is wrapped when the next line's first word would not have fitted on it. Seven tenths of
    the lines that another follows must be so, and at least three.
    """
    pairs = [
        (text[s:e].rstrip(" "), text[s2:e2].strip(" "))
        for group in groups
        for (s, e), (s2, e2) in pairwise(group)
        if not BULLET.match(text[s2:e2])
    ]
    if len(pairs) < 3:
        return _width_of_few(pairs)
    lengths = sorted(_columns(line) for line, _ in pairs)
    # A few long lines (addresses) do not undo the wrapping of the rest.
    for width in (lengths[-1], lengths[int(len(lengths) * 0.9)]):
        full = 0
        for line, following in pairs:
            word = 4 if _BOUNDLESS.match(following) else _columns(following.split(" ")[0]) + 1
            full += _columns(line) + word > width
        if width in _WRAP_WIDTHS and full >= 3 and full >= 0.7 * len(pairs):
            return width
    # Lines cut anywhere: half of them go on in small letters.
    on = sum(b[:1].islower() and not a.endswith((";", ":")) for a, b in pairs)
    if on >= 3 and on >= 0.4 * len(pairs) and lengths[-1] in _WRAP_WIDTHS:
        return lengths[-1]
    return 0


def _width_of_few(pairs: list[tuple[str, str]]) -> int:
    """The width of one or two broken lines: none ends a sentence, one goes on in small letters, and
    none had room for the next line's first word."""
    width = max((_columns(line) for line, _ in pairs), default=0)
    goes_on = any(following[:1].islower() for _, following in pairs)
    full = all(
        not ends_sentence(line) and _columns(line) + _columns(following.split(" ")[0]) + 1 > width
        for line, following in pairs
    )
    return width if width in _WRAP_WIDTHS and goes_on and full else 0


def _unwrap(lines: list[str], width: int) -> list[str]:
    """The paragraphs of one group of wrapped lines; bullets and short lines begin new ones."""
    joined: list[str] = []
    previous = width
    for line in lines:
        bullet = BULLET.match(line)
        text = clean(line)
        if not joined or bullet or (previous < 0.55 * width and ends_sentence(joined[-1])):
            joined.append(text)
        elif _BOUNDLESS.search(joined[-1][-1:]) and _BOUNDLESS.match(text):
            joined[-1] += text
        else:
            joined[-1] += f" {text}"
        previous = _columns(line.rstrip())
    return joined
