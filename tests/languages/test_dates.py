"""Dates are resolved against the publication time, and none is invented without it.

cases/dates_<language>.tsv: day of publication or "-", text, words of the mention, start, end, kind;
"none" as start: the words are no date.
"""

import datetime as dt
from pathlib import Path

import pytest

from dragoman.languages import CODES
from dragoman.languages.dates import find_dates

CASES = [
    pytest.param(path.stem.removeprefix("dates_"), *line.split("\t"), id=f"{path.stem}:{number}")
    for path in sorted((Path(__file__).parent / "cases").glob("dates_*.tsv"))
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
]


@pytest.mark.parametrize(("language", "published", "text", "words", "start", "end", "kind"), CASES)
def test_a_date_is_read_as_its_writer_meant_it(language, published, text, words, start, end, kind):
    anchor = None if published == "-" else dt.date.fromisoformat(published)
    mentions = find_dates(text, language, anchor)
    if start == "none":
        taken = [m.when.text for m in mentions if words in (m.when.text or "")]
        assert not taken
        return
    by_words = {m.when.text: m for m in mentions}
    assert words in by_words
    found = by_words[words]
    assert text[found.start : found.end] == words
    assert (found.when.start or "-", found.when.end or "-", found.kind) == (start, end, kind)


def test_the_table_holds_every_language_and_many_cases():
    assert {case.values[0] for case in CASES} == set(CODES)
    assert len(CASES) >= 250


@pytest.mark.parametrize("text", ["A", "Ñ", "B-2", "I. II.", "C 5"])
def test_capitals_that_cannot_be_put_otherwise_are_read_as_they_are(text):
    assert find_dates(text, "en", dt.date(2024, 11, 15)) == []
