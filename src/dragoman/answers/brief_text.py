"""A briefing as Markdown and as a page of its own.

In: a Brief. Out: text. Everything that comes from documents is escaped: a title or quote may hold
markup or a script. Quotes are numbered by their document among the sources.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from dragoman.answers.phrasing import phrases
from dragoman.records import AnswerSentence

if TYPE_CHECKING:
    from dragoman.answers.brief import Brief

__all__ = ["to_html", "to_markdown"]

_MARKS = re.compile(r"([\\`*_\[\]<>#|!&~])")
_STYLE = (
    "body{font:16px/1.6 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem}"
    "table{border-collapse:collapse;width:100%}td,th{border:1px solid #999;padding:.4rem;"
    "vertical-align:top;text-align:left}blockquote{margin:.2rem 0 .6rem 1rem;color:#444}"
    "@media print{body{margin:0;max-width:none}a{color:inherit}}"
)


def _plain(text: str | None) -> str:
    """Text with every sign that Markdown or HTML could read as markup escaped."""
    return _MARKS.sub(r"\\\1", " ".join((text or "").split()))


def _numbers(brief: Brief) -> dict[str, int]:
    return {source.url: i for i, source in enumerate(brief.sources, start=1)}


def _cited(line: AnswerSentence, numbers: dict[str, int]) -> list[int]:
    return sorted({numbers[e.url] for e in line.evidence if e.url in numbers})


def _shows_quote(line: AnswerSentence) -> bool:
    """Whether the quote adds to the line; a line that is the quote is not told twice."""
    quote = " ".join(line.evidence[0].quote.split())
    return quote not in line.text


def to_markdown(brief: Brief) -> str:
    """Headings, lists, a table and numbered sources."""
    words = phrases(brief.language)["brief"]
    numbers = _numbers(brief)

    def told(line: AnswerSentence) -> str:
        return _plain(line.text) + "".join(f" [^{n}]" for n in _cited(line, numbers))

    def listed(lines: Iterable[AnswerSentence]) -> list[str]:
        out = []
        for line in lines:
            out.append(f"- {told(line)}")
            if _shows_quote(line):
                out.append(f"  > {_plain(line.evidence[0].quote)}")
        return out

    out = [f"# {_plain(brief.title)}", ""]
    if brief.updated:
        out += [f"{words['updated']}: {brief.updated}", ""]
    if not brief.lines:
        return "\n".join([*out, words["empty"], ""])
    if brief.points:
        out += [f"## {words['points']}", "", *(f"- {told(x)}" for x in brief.points), ""]
    for section in brief.sections:
        out += [f"## {_plain(section.title)}", "", *listed(section.lines), ""]
    if brief.table:
        heads = _heads(brief)
        out += [f"## {words['table']}", "", f"| {' | '.join(words[h] for h in heads)} |"]
        out.append("|" + " --- |" * len(heads))
        for row in brief.table:
            cells = {"agenda": (row.agenda,), "measures": row.measures, "effects": row.effects}
            out.append("| " + " | ".join("<br>".join(map(told, cells[h])) for h in heads) + " |")
        out.append("")
    if brief.questions:
        out += [f"## {words['questions']}", ""]
        for section in brief.questions:
            out += [
                f"**{_plain(section.title)}**",
                "",
                *(f"- {told(x)}" for x in section.lines),
                "",
            ]
    out += [f"## {words['sources']}", ""]
    for source in brief.sources:
        about = ", ".join(filter(None, (source.publisher, (source.published or "")[:10])))
        title = _plain(source.title) or _plain(source.url)
        out.append(f"[^{numbers[source.url]}]: {title} ({_plain(about)}) {_plain(source.url)}")
    return "\n".join([*out, ""])


def _heads(brief: Brief) -> Sequence[str]:
    """The table's columns; one that nobody's words fill is left out."""
    heads = ["agenda"]
    heads += ["measures"] if any(row.measures for row in brief.table) else []
    heads += ["effects"] if any(row.effects for row in brief.table) else []
    return heads


def to_html(brief: Brief) -> str:
    """A page without scripts and without anything fetched from elsewhere."""
    words = phrases(brief.language)["brief"]
    numbers = _numbers(brief)
    text = html.escape

    def told(line: AnswerSentence) -> str:
        marks = "".join(f' <a href="#s{n}">[{n}]</a>' for n in _cited(line, numbers))
        return text(" ".join(line.text.split())) + marks

    def listed(lines: Iterable[AnswerSentence], quotes: bool = True) -> str:
        items = []
        for line in lines:
            quote = ""
            if quotes and _shows_quote(line):
                quote = f"<blockquote>{text(' '.join(line.evidence[0].quote.split()))}</blockquote>"
            items.append(f"<li>{told(line)}{quote}</li>")
        return f"<ul>{''.join(items)}</ul>"

    out = [
        f'<!doctype html><html lang="{brief.language}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>{text(brief.title)}</title><style>{_STYLE}</style></head><body>"
        f"<h1>{text(brief.title)}</h1>"
    ]
    if brief.updated:
        out.append(f"<p>{text(words['updated'])}: {text(brief.updated)}</p>")
    if not brief.lines:
        out.append(f"<p>{text(words['empty'])}</p>")
    if brief.points:
        out.append(f"<h2>{text(words['points'])}</h2>{listed(brief.points, quotes=False)}")
    for section in brief.sections:
        out.append(f"<h2>{text(section.title)}</h2>{listed(section.lines)}")
    if brief.table:
        heads = _heads(brief)
        head = "".join(f"<th>{text(words[h])}</th>" for h in heads)
        rows = ""
        for row in brief.table:
            cells = {"agenda": (row.agenda,), "measures": row.measures, "effects": row.effects}
            rows += "<tr>" + "".join(f"<td>{'<br>'.join(map(told, cells[h]))}</td>" for h in heads)
            rows += "</tr>"
        out.append(f"<h2>{text(words['table'])}</h2><table><tr>{head}</tr>{rows}</table>")
    if brief.questions:
        out.append(f"<h2>{text(words['questions'])}</h2>")
        for section in brief.questions:
            out.append(f"<h3>{text(section.title)}</h3>{listed(section.lines, quotes=False)}")
    if brief.sources:
        out.append(f"<h2>{text(words['sources'])}</h2><ol>")
        for source in brief.sources:
            about = ", ".join(filter(None, (source.publisher, (source.published or "")[:10])))
            title = text(source.title or source.url)
            # Only web addresses become links: a document may claim javascript: as its own.
            if source.url.startswith(("https://", "http://")):
                title = f'<a rel="noopener" href="{text(source.url)}">{title}</a>'
            out.append(f'<li id="s{numbers[source.url]}">{title} ({text(about)})</li>')
        out.append("</ol>")
    return "".join([*out, "</body></html>\n"])
