"""A briefing states nothing without evidence, and shows documents as text, never as markup."""

import datetime as dt
import re

import pytest
from typer.testing import CliRunner

from dragoman.answers.brief import make_brief
from dragoman.cli import app
from dragoman.cli.demonstration import read_sample
from dragoman.coding.pipeline import Coder
from dragoman.errors import QuestionError
from dragoman.reading import read_document
from dragoman.record.events import EventFilter
from dragoman.record.merge import merge_new
from dragoman.record.store import Store
from dragoman.sources import Fetched
from dragoman.sources.fetched import Hints

TODAY = dt.date(2024, 11, 12)


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    db = tmp_path_factory.mktemp("brief") / "demo.db"
    read_sample(db)
    return db


@pytest.fixture(scope="module")
def store(demo):
    with Store(demo) as opened:
        yield opened


def lima(store):
    wanted = EventFilter(kinds=("meeting",), between=("KOR", "JPN"), since="2024-11-14",
                         until="2024-11-14")  # fmt: skip
    return next(e for e in store.events(wanted) if len(e.parties) == 2 and e.status == "held")


SUBJECTS = ("KOR,JPN", "조태열", "2024-W46", "2024-11-14..2024-11-16", "러북 군사협력", "Japan")


@pytest.mark.parametrize("language", ["ko", "en", "ja"])
def test_every_line_of_every_briefing_stands_on_exact_quotes_of_documents(store, language):
    texts = {}
    for (id_,) in store.reading.execute("SELECT id FROM documents"):
        document = store.document(id_)
        texts[document.url or document.id] = document.text
    walked = 0
    for subject in (*SUBJECTS, lima(store).id):
        brief = make_brief(store, subject, language=language, today=TODAY)
        assert brief.lines, subject
        for line in brief.lines:
            assert line.evidence
            for evidence in line.evidence:
                assert texts[evidence.url][evidence.start : evidence.end] == evidence.quote
                walked += 1
    assert walked > 100


def test_a_line_that_tells_a_document_s_words_tells_them_as_they_are(store):
    brief = make_brief(store, lima(store).id, language="en", today=TODAY)
    quoted = [
        line for s in brief.sections[2:] for line in s.lines
        if " ".join(line.evidence[0].quote.split()) in line.text
    ]  # fmt: skip
    assert len(quoted) >= 3


def test_a_briefing_on_a_meeting_names_who_attended_when_where_and_what_was_agreed(store):
    told = make_brief(store, lima(store).id, language="ko", today=TODAY).to_markdown()
    for words in ("참석자", "조태열", "이와야 다케시", "2024-11-14", "리마", "60주년", "출처"):
        assert words in told


def test_a_briefing_before_a_meeting_tells_what_is_planned_and_what_was_said_last(store):
    planned = next(
        e for e in store.events(EventFilter(kinds=("meeting",), limit=200))
        if e.status == "planned" and set(e.parties) >= {"KOR", "JPN"}
    )  # fmt: skip
    brief = make_brief(store, planned.id, language="en", today=TODAY)
    titles = [s.title for s in brief.sections]
    assert brief.kind == "upcoming"
    assert {"Who attends", "Last time", "Planned"} <= set(titles)


def test_columns_that_nobody_s_words_fill_are_left_out(store):
    brief = make_brief(store, "러북 군사협력", language="en", today=TODAY)
    assert brief.table
    assert ("Expected effect" in brief.to_markdown()) == any(row.effects for row in brief.table)


def test_a_briefing_lists_only_documents_that_it_quotes(store):
    brief = make_brief(store, "KOR,JPN", language="ja", today=TODAY)
    quoted = {e.url for line in brief.lines for e in line.evidence}
    assert {s.url for s in brief.sources} == quoted
    assert brief.updated == max(s.published[:10] for s in brief.sources)


def test_days_without_anything_say_so_and_a_nameless_subject_says_what_can_be_named(store):
    brief = make_brief(store, "1999-01-01", language="en", today=TODAY)
    assert not brief.lines
    assert "holds nothing" in brief.to_markdown()
    with pytest.raises(QuestionError, match="name a subject"):
        make_brief(store, " ", language="en")


HOSTILE = (
    "조태열 외교부 장관은 11월 14일 리마에서 이와야 다케시 일본 외무대신과 "
    "회담을 가졌다. 양 장관은 <script>alert(1)</script> [여기](javascript:alert(2))에 대해 긴밀히 "
    "협력하기로 하였다."
)


def test_markup_in_a_document_stays_text(tmp_path):
    hints = Hints(
        title='"><img src=x onerror=alert(3)>', published="2024-11-15", publisher="외교부",
        url="javascript:alert(4)", publisher_country="KOR",
    )  # fmt: skip
    document = read_document(Fetched(source="evil", url=hints.url, hints=hints, text=HOSTILE))
    with Store(tmp_path / "evil.db") as store:
        store.keep(Coder().code(document))
        merge_new(store)
        brief = make_brief(store, "KOR,JPN", language="ko", today=TODAY)
    page, text = brief.to_html(), brief.to_markdown()
    assert "&lt;script&gt;" in page
    assert not re.search(r"<script|<img|href=\"javascript", page)
    assert "<script" not in text.replace("\\<script", "")
    # A bracket that is escaped opens no link.
    assert "\\[여기\\](javascript" in text
    assert not re.search(r"(?<!\\)\](?:\(|:)", text.replace("[^1]:", ""))


def test_the_command_writes_markdown_or_a_page(demo, tmp_path):
    told = CliRunner().invoke(app, ["brief", "KOR,JPN", "--db", str(demo), "--language", "ja"])
    assert told.exit_code == 0
    assert told.output.startswith("# ")
    page = tmp_path / "brief.html"
    told = CliRunner().invoke(app, ["brief", "KOR,JPN", "--db", str(demo), "--html", str(page)])
    assert told.exit_code == 0
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")
