"""Roles by form: what a block is, told from its words and its place among the others.

Markup that says a role is kept; where it says nothing (plain text, bare <div>s) the look of a line
decides: titles, headings, questions and answers, bylines, captions, and the lines that surround an
article without belonging to it.
"""

from __future__ import annotations

import re
from dataclasses import replace

from dragoman.reading.blocks import Block, ends_sentence
from dragoman.reading.stamps import find_stamps
from dragoman.reading.tables import load_page_parts
from dragoman.records import PassageRole

__all__ = ["assign_roles", "is_stamp_line", "same_title"]

_LINES = load_page_parts().lines
_LONGEST_HEADING = 110  # columns, two for a CJK character; chosen, not measured
_LONGEST_LINK = 120  # columns of a line that may be a link to another page
_ASKED = re.compile(r"(?:Q\d{0,2}|문|질문|問|问|Вопрос|В)\s*[.:：)]\s*\S", re.I)
_ANSWERED = re.compile(r"(?:A\d{0,2}|답|답변|答|Ответ|О)\s*[.:：)]\s*\S", re.I)
_DETAILS = re.compile(
    r"\S+@\S+|https?://\S+|기사입력|최종수정|최종|입력|수정|등록|승인|작성|게시|송고|업데이트|"
    r"기자|특파원|记者|記者|编辑|来源|更新|公開|発表|发布|时间|時間|조회수?|"
    r"\b(?:published|updated|posted|modified|last|on|at|by|kst|gmt|utc|est|edt|jst|msk|"
    r"mon|tue|wed|thu|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b|"
    r"\([월화수목금토일月火水木金土日]\)|[월화수목금토일]요일|[月火水木金土日]曜日?|星期.|오전|오후|午前|午後|上午|下午",
    re.I,
)


def assign_roles(blocks: list[Block], title: str | None) -> list[Block]:
    """The blocks with their roles; order and text stay.

    ``title``: the page's title where it is known, so that its repeats are told from the text.
    """
    blocks = [_assign_by_line(block, title) for block in blocks]
    blocks = _assign_headings(blocks)
    blocks = _assign_answers(blocks)
    blocks = _drop_behind_paywall(_drop_related(blocks))
    return _drop_tail(blocks, title)


def same_title(one: str, other: str) -> bool:
    """Whether two lines are one title, but for spaces and signs."""
    return _letters(one) == _letters(other) != ""


def _letters(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())


def _width(text: str) -> int:
    """Columns of a text: East Asian characters take two."""
    return sum(2 if char >= "\u1100" else 1 for char in text)


def _assign_by_line(block: Block, title: str | None) -> Block:
    text = block.text
    if block.role in ("title", "boilerplate"):
        return block
    if _is_link_row(text):
        return replace(block, role="boilerplate")
    if len(text) > 500:
        return block
    if block.role == "paragraph" and title and same_title(text, title):
        return replace(block, role="heading")
    if _LINES["boilerplate"].match(text):
        return replace(block, role="boilerplate")
    if block.role in ("table row", "answer"):
        return block
    if block.role in ("paragraph", "list item", "heading") and _LINES["caption"].match(text):
        return replace(block, role="caption")
    if _LINES["byline"].match(text) or is_stamp_line(text):
        return replace(block, role="byline")
    return block


def _is_link_row(text: str) -> bool:
    """Whether a line is a row of headlines of other stories: "Oil falls  • Rain in Rome  • …"."""
    return text.count(" • ") >= 3 and not re.search(r"[a-z]{2}[.!?]\s", text)


def is_stamp_line(text: str) -> bool:
    """Whether a line holds a date or an address and next to nothing else."""
    if len(text) > 140:
        return False
    stamps = find_stamps(text)
    if not stamps and "@" not in text:
        return False
    rest = text
    for stamp in reversed(stamps):
        rest = rest[: stamp.start] + " " + rest[stamp.end :]
    rest = re.sub(r"[\W\d_]+", "", _DETAILS.sub(" ", rest))
    return len(rest) <= (8 if ends_sentence(text) is False else 2)


def _assign_headings(blocks: list[Block]) -> list[Block]:
    """Short lines without a sentence's end, before running text, are headings."""
    result = list(blocks)
    for index, block in enumerate(blocks[:-1]):
        if block.role != "paragraph" or block.sure or _width(block.text) > _LONGEST_HEADING:
            continue
        following = next(
            (b for b in blocks[index + 1 :] if b.role not in ("byline", "boilerplate")), None
        )
        if following is None or (ends_sentence(block.text) and not _asks(block.text)):
            continue
        if block.text[0].islower() or block.text.endswith((",", ";", ":", "：", "、")):
            continue  # a piece of a sentence, or a line that leads over to a list
        if _asks(block.text) and not _is_line(block):
            continue
        if _width(following.text) > _width(block.text) or following.role in (
            "list item", "table row", "paragraph",
        ):  # fmt: skip
            result[index] = replace(block, role="heading")
    return result


def _asks(text: str) -> bool:
    return text.rstrip("\"'”’」』) ").endswith(("?", "？"))


def _is_line(block: Block) -> bool:
    """Whether a question stands alone as one sentence."""
    return len(re.findall(r"[.!?。！？]", block.text)) == 1


def _assign_answers(blocks: list[Block]) -> list[Block]:
    """Questions and their answers.

    Said by a heading (FAQ), by a mark (Q. … A. …), or by two questions each with an answer: one
    heading that asks is a heading still.
    """
    result = list(blocks)
    asked = [
        i for i, b in enumerate(blocks) if b.role == "heading" and not b.sure and _asks(b.text)
    ]
    opened = next((i for i, b in enumerate(blocks) if _LINES["answers"].match(b.text)), None)
    state: PassageRole | None = None
    # One question is a heading; two in a row of headings make questions and answers.
    several = len(asked) >= 3
    for index, block in enumerate(blocks):
        in_section = several or (opened is not None and index > opened)
        if _ASKED.match(block.text) and _asks(block.text) and block.role in (
            "paragraph", "heading", "list item",
        ):  # fmt: skip
            result[index], state = replace(block, role="question"), "answer"
        elif block.role == "question":
            state = "answer"
        elif in_section and block.role == "heading" and _asks(block.text):
            result[index], state = replace(block, role="question"), "answer"
        elif block.role in ("heading", "title"):
            state = None
        elif block.role == "paragraph" and (state == "answer" or _ANSWERED.match(block.text)):
            result[index] = replace(block, role="answer")
    return result


def _drop_related(blocks: list[Block]) -> list[Block]:
    """Heads such as 관련기사 or "Read more" and the lines under them, up to the next sentence."""
    result = list(blocks)
    inside = False
    for index, block in enumerate(blocks):
        if len(block.text) <= 60 and _LINES["related"].match(block.text):
            inside = True
        elif inside and (
            _width(block.text) > _LONGEST_LINK
            or (ends_sentence(block.text) and block.links < 0.6 and not _asks(block.text))
        ):
            inside = False
        if inside:
            result[index] = replace(block, role="boilerplate")
    return result


def _drop_behind_paywall(blocks: list[Block]) -> list[Block]:
    """この記事は有料記事です: that line and all below it, where running text stands above."""
    told = False
    for index, block in enumerate(blocks):
        if told and len(block.text) <= 90 and _LINES["paywall"].match(block.text):
            return [*blocks[:index], *(replace(b, role="boilerplate") for b in blocks[index:])]
        told = told or (block.role in ("paragraph", "list item") and ends_sentence(block.text))
    return blocks


def _drop_tail(blocks: list[Block], title: str | None) -> list[Block]:
    """What follows the last running text: links, repeats of the title, lone words.

    Only after at least one sentence, so that a text of headlines stays; list items and table rows
    end the tail, because a page may well close with them.
    """
    result = list(blocks)
    for index in range(len(blocks) - 1, 0, -1):
        block = blocks[index]
        if block.role in ("boilerplate", "byline", "caption"):
            continue
        repeats = title is not None and same_title(block.text, title)
        link = block.links >= 0.6 and _width(block.text) <= _LONGEST_LINK
        lone = (
            block.role in ("paragraph", "heading", "answer")
            and _width(block.text) <= _LONGEST_LINK
            and not ends_sentence(block.text)
            and not re.search(r"[.!?]\s|[。！？]", block.text)
        )
        if not (repeats or link or lone):
            break
        if not any(
            ends_sentence(b.text) for b in blocks[:index] if b.role not in ("title", "heading")
        ):
            break
        result[index] = replace(block, role="boilerplate")
    return result
