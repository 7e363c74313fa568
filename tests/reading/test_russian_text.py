"""Russian pages saved as text: what stands above a title, lines cut anywhere, lines of the site."""

import pytest

from dragoman.reading import read_document
from dragoman.records import Document
from dragoman.sources import Fetched

_TITLE = "Министр встретился с послом Чили"
_BODY = "Министр иностранных дел принял в среду посла Чили. Речь шла о торговле и визах."


def _read(text: str) -> Document:
    fetched = Fetched(source="page.txt", url=None, data=text.encode(), content_type="text/plain")
    return read_document(fetched, published="2024-06-10", language="ru")


@pytest.mark.parametrize(
    "above",
    [
        "Новости", "В мире", "UA", "Комментарии 0", "2 867 просмотров", "среда, 23 марта 2022 21:40",
        "12:58 17/01/2017", "Анна Петрова Иван Сидоров Лима Чили Анна Петрова Иван Сидоров Лима Чили",
    ],
)  # fmt: skip
def test_what_a_site_sets_above_its_title_is_no_title(above: str) -> None:
    document = _read(f"{above}\n\n{_TITLE}\n\n{_BODY}\n")
    assert document.title == _TITLE


def test_a_title_of_one_word_that_is_no_section_stays() -> None:
    assert _read(f"Перемирие\n\n{_BODY}\n").title == "Перемирие"


def test_lines_cut_anywhere_are_one_paragraph() -> None:
    text = (
        f"{_TITLE}\n\nМинистр иностранных дел Сербии Марко Джурич провёл\nв среду телефонный разговор с\n"
        "чилийским коллегой. В ходе\nбеседы стороны обсудили торговлю и\nвизы, а также договорились о\nвстрече.\n"
    )
    running = [p for p in _read(text).passages if p.role == "paragraph"]
    assert len(running) == 1


@pytest.mark.parametrize(
    "line", ["Подписывайтесь на наш канал", "Рубрика: Политика", "Link to original", "Что думаешь?"]
)
def test_lines_of_the_site_are_no_text(line: str) -> None:
    document = _read(f"{_TITLE}\n\n{_BODY}\n\n{line}\n")
    last = document.passages[-1]
    assert (document.text[last.start : last.end], last.role) == (line, "boilerplate")
