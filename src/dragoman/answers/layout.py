"""A comparison -> Markdown or an HTML page, labels in the reader's language.

In: a Comparison. Out: text. Everything that comes from documents is escaped; the terminal's table
is drawn in cli/comparing.
"""

from __future__ import annotations

from html import escape

from dragoman.answers.phrasing import name_country
from dragoman.records import Cell, Comparison

__all__ = ["as_html", "as_markdown", "state_name", "words"]

_WORDS: dict[str, dict[str, str]] = {
    "ko": {
        "said": "언급", "differently": "다르게 언급", "left out": "언급 없음", "no readout": "발표문 없음",
        "topic": "의제", "position": "입장", "pledge": "약속", "matter": "사안",
        "nothing": "비교할 내용이 없습니다.", "title": "발표문 비교",
    },
    "en": {
        "said": "said", "differently": "said differently", "left out": "left out",
        "no readout": "no readout", "topic": "topic", "position": "position", "pledge": "pledge",
        "matter": "matter", "nothing": "There is nothing to compare.", "title": "Readouts compared",
    },
    "ja": {
        "said": "言及", "differently": "異なる表現", "left out": "言及なし", "no readout": "発表なし",
        "topic": "議題", "position": "立場", "pledge": "約束", "matter": "事項",
        "nothing": "比較する内容がありません。", "title": "発表の比較",
    },
    "zh": {
        "said": "提及", "differently": "表述不同", "left out": "未提及", "no readout": "无通稿",
        "topic": "议题", "position": "立场", "pledge": "承诺", "matter": "事项",
        "nothing": "没有可比较的内容。", "title": "通稿对比",
    },
    "ru": {
        "said": "сказано", "differently": "сказано иначе", "left out": "не упомянуто",
        "no readout": "нет сообщения", "topic": "тема", "position": "позиция",
        "pledge": "обязательство", "matter": "вопрос", "nothing": "Сравнивать нечего.",
        "title": "Сравнение сообщений",
    },
}  # fmt: skip


def words(language: str) -> dict[str, str]:
    """The labels of a comparison; English where there are none in a language."""
    return _WORDS.get(language, _WORDS["en"])


def state_name(state: str, language: str) -> str:
    """A cell's state in a language."""
    return words(language)[state]


def as_markdown(comparison: Comparison, language: str) -> str:
    """One table: a row per matter, a column per side, quotes linked to their readouts."""
    label = words(language)
    sides = [s.side for s in comparison.sides]
    head = [label["matter"], *(f"{name_country(s, language)} ({s})" for s in sides)]
    lines = [f"| {' | '.join(head)} |", f"|{'---|' * len(head)}"]
    for row in comparison.rows:
        cells = {c.side: c for c in row.cells}
        first = f"**{_escape(row.topic)}** ({label[row.kind]})"
        lines.append(f"| {' | '.join([first, *(_cell(cells[s], language) for s in sides)])} |")
    if not comparison.rows:
        lines = [label["nothing"]]
    return "\n".join(lines) + "\n"


def _cell(cell: Cell, language: str) -> str:
    told = state_name(cell.state, language)
    if cell.difference:
        told += f" ({_escape(cell.difference)})"
    for evidence in cell.evidence:
        link = evidence.url or ""
        quote = f"“{_escape(evidence.quote)}”"
        web = link.startswith(("http://", "https://")) and not set(link) & set("()<> |")
        told += f"<br>[{quote}]({link})" if web else f"<br>{quote}"
    return told


def _escape(text: str) -> str:
    """Text that Markdown prints as it stands, on one line."""
    text = escape(" ".join(text.split()), quote=False)
    return "".join(f"\\{c}" if c in "\\`*_{}[]()#|~!" else c for c in text)


def as_html(comparison: Comparison, language: str) -> str:
    """A page of its own with one table; no scripts, no outside resources."""
    label = words(language)
    head = "".join(
        f'<th scope="col">{escape(name_country(s.side, language))} ({escape(s.side)})</th>'
        for s in comparison.sides
    )
    body = []
    for row in comparison.rows:
        cells = "".join(
            f'<td class="{escape(c.state.replace(" ", "-"))}">{_html_cell(c, language)}</td>'
            for c in row.cells
        )
        body.append(
            f'<tr><th scope="row">{escape(row.topic)}<br><small>{label[row.kind]}</small></th>'
            f"{cells}</tr>"
        )
    return (
        f'<!doctype html>\n<html lang="{escape(language)}"><head><meta charset="utf-8">'
        f"<title>{label['title']}</title><style>table{{border-collapse:collapse}}"
        "td,th{border:1px solid #999;padding:.5em;text-align:left;vertical-align:top}"
        ".left-out{background:#fbe9e7}.differently{background:#fff8e1}"
        "blockquote{margin:.4em 0}</style></head><body>"
        f"<h1>{label['title']}</h1><table><thead><tr><th>{label['matter']}</th>{head}</tr></thead>"
        f"<tbody>{''.join(body)}</tbody></table></body></html>\n"
    )


def _html_cell(cell: Cell, language: str) -> str:
    told = f"<b>{state_name(cell.state, language)}</b>"
    if cell.difference:
        told += f" <em>{escape(cell.difference)}</em>"
    for evidence in cell.evidence:
        quote = escape(" ".join(evidence.quote.split()))
        url = evidence.url or ""
        if url.startswith(("http://", "https://")):
            quote = f'<a href="{escape(url)}">{quote}</a>'
        told += f"<blockquote>{quote}</blockquote>"
    return told
