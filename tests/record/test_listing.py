"""A list walks whichever index is quickest, and shows what a look at every row would show."""

import random
import sqlite3
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from record_making import reading, report

from dragoman.record import listing, migrations, paging
from dragoman.record.events import lapsed
from dragoman.record.merge import merge_new
from dragoman.record.paging import Filter
from dragoman.record.store import EventFilter, Store
from dragoman.record.tokens import index_tokens
from dragoman.records import Document, Event, Report

TODAY = date(2024, 12, 31)
STATES = ("KOR", "JPN", "USA", "CHN", "MNG")
WORDS = ("안보 협력", "무역", "supply chains", "核軍縮")


def fill(store: Store) -> None:
    """Ninety documents of meetings and pledges between five states, some across months."""
    dice = random.Random(5)
    for number in range(90):
        doc = f"doc-{number:02}"
        parties = tuple(dice.sample(STATES, dice.choice((2, 2, 3))))
        day = (
            None if number % 17 == 0 else f"2024-{dice.randint(1, 11):02}-{dice.randint(1, 28):02}"
        )
        far = number % 11 == 0 and day is not None
        kind = dice.choice(("meeting", "meeting", "pledge"))
        told = report(
            doc, parties=parties, kind=kind, day=day, end="2024-12-20" if far else None,
            precision="year" if far else "day",
            status=dice.choice(("held", "planned")) if kind == "meeting" else "made",
            topics=tuple(dice.sample(WORDS, 1)), type_=dice.choice(("CONSULT", "COOPERATE")),
            content="약속" if kind == "pledge" else None,
        )  # fmt: skip
        text = f"회담 {dice.choice(WORDS)} {dice.choice(WORDS)} {number}"
        language = dice.choice(("ko", "en"))
        published = None if number % 29 == 0 else f"2024-{dice.randint(1, 12):02}-10"
        store.keep(reading(doc, told, language=language, published=published, text=text))
    merge_new(store)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Store(tmp_path_factory.mktemp("lists") / "record.db") as made:
        fill(made)
        yield made


def holds(document: Document, words: str) -> bool:
    have = set(index_tokens(f"{document.title or ''}\n{document.text}").split())
    return set(index_tokens(words).split()) <= have


def fits(store: Store, event: Event, wanted: EventFilter) -> bool:
    """Whether an event passes a filter, asked of the event itself."""
    first, last = store.reading.execute(
        "SELECT first, last FROM events WHERE id = ?", (event.id,)
    ).fetchone()
    documents = [d for _, d in store.tellings(event.id)]
    known = {*event.parties, *(p.name for p in event.participants)}
    if wanted.status == "lapsed":
        if not lapsed(event, TODAY):
            return False
    elif wanted.status and event.status != wanted.status:
        return False
    return (
        (not wanted.kinds or event.kind in wanted.kinds)
        and set(wanted.between) <= set(event.parties)
        and (wanted.actor is None or wanted.actor in known)
        and (wanted.since is None or (last is not None and last >= wanted.since))
        and (wanted.until is None or (first is not None and first[:10] <= wanted.until))
        and (wanted.type is None or wanted.type in {c.type for c in event.codes})
        and (wanted.topic is None or any(wanted.topic in t for t in event.topics))
        and (wanted.text is None or any(holds(d, wanted.text) for d in documents))
        and (wanted.language is None or wanted.language in {d.language for d in documents})
        and (wanted.form is None or event.form == wanted.form)
    )


EVENT_LISTS = (
    EventFilter(), EventFilter(kinds=("meeting",)), EventFilter(kinds=("meeting", "pledge"), limit=9),
    EventFilter(between=("KOR", "JPN")), EventFilter(between=("MNG",), actor="KOR"),
    EventFilter(actor="USA", kinds=("pledge",)), EventFilter(since="2024-06-03", until="2024-07-20"),
    EventFilter(since="2024-12-01"), EventFilter(until="2024-03-31", limit=4),
    EventFilter(status="planned"), EventFilter(status="lapsed"),
    EventFilter(status="held", kinds=("meeting",), since="2024-05-01"),
    EventFilter(type="CONSULT", between=("CHN",)), EventFilter(topic="무역"),
    EventFilter(language="en", limit=12), EventFilter(language="ko", between=("USA",)),
    EventFilter(text="무역"), EventFilter(text="안보 협력", language="en", limit=3),
    EventFilter(text="supply chains", actor="JPN", since="2024-02-01"), EventFilter(form="meeting"),
)  # fmt: skip


@pytest.mark.parametrize("few", [0, 5_000], ids=["common words", "rare words"])
@pytest.mark.parametrize("wanted", EVENT_LISTS, ids=str)
def test_a_list_of_events_is_what_a_look_at_each_event_finds(
    store: Store, wanted: EventFilter, few: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listing, "FEW", few)
    every = list(store.events(today=TODAY))
    expected = [e.id for e in every if fits(store, e, wanted)]
    assert expected, "a filter that nothing passes shows nothing"
    found = [e.id for e in store.events(wanted, TODAY)]
    assert found == expected[: wanted.limit]


@pytest.mark.parametrize(
    "wanted",
    [EventFilter(), EventFilter(between=("KOR",)), EventFilter(text="무역"), EventFilter(language="ko"),
     EventFilter(kinds=("meeting",))],
    ids=str,
)  # fmt: skip
def test_pages_of_events_follow_each_other_without_gap_or_repeat(
    store: Store, wanted: EventFilter
) -> None:
    whole, after = [e.id for e in store.events(wanted)], None
    paged: list[str] = []
    while page := store.event_ids(
        EventFilter(**{**{n: getattr(wanted, n) for n in ("kinds", "between", "text", "language")},
                       "limit": 7, "after": after})
    ):  # fmt: skip
        paged += page
        after = store.place_of(page[-1])
    assert paged == whole
    assert len(whole) > 7


@pytest.mark.parametrize("few", [0, 5_000], ids=["common words", "rare words"])
def test_lists_of_documents_and_reports_are_what_a_look_at_each_finds(
    store: Store, few: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listing, "FEW", few)
    documents = list(store.documents())
    assert len(documents) == 90
    with_words = [d.id for d in documents if holds(d, "무역") and d.language == "ko"]
    assert [d.id for d in store.documents(text="무역", language="ko")] == with_words != []
    within = [d.id for d in documents if d.published and "2024-04" <= d.published <= "2024-06-30"]
    assert [d.id for d in store.documents(since="2024-04-01", until="2024-06-30")] == within != []
    texts = {d.id: d for d in documents}

    def listed(wanted: Filter) -> list[str]:
        return [r.id for r, _ in store.reports(wanted)]

    def looked(passes: object) -> list[str]:
        assert callable(passes)
        return [r.id for r, d in store.reports() if passes(r, texts[d])]

    def both(r: Report, d: Document) -> bool:
        return {"KOR", "JPN"} <= set(r.parties)

    assert listed(Filter(between=("KOR", "JPN"))) == looked(both) != []
    assert listed(Filter(text="무역", kinds=("pledge",))) == looked(
        lambda r, d: holds(d, "무역") and r.kind == "pledge"
    )
    assert listed(Filter(actor="MNG", language="en", limit=5)) == looked(
        lambda r, d: "MNG" in r.parties and d.language == "en"
    )[:5]  # fmt: skip


def test_of_common_words_the_documents_kept_last_are_weighed(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    every = store.best_documents('"회담" OR "회"', 90)
    assert len(every) == 90
    monkeypatch.setattr(paging, "_WEIGHED", 30)
    newest = {f"doc-{number}" for number in range(60, 90)}
    assert set(store.best_documents('"회담" OR "회"', 90)) == newest
    assert store.best_documents('"회담" OR "회"', 5) == [d for d in every if d in newest][:5]


def test_a_record_of_version_2_is_brought_to_the_same_lists(store: Store, tmp_path: Path) -> None:
    old = tmp_path / "old.db"
    store.reading.execute("VACUUM INTO ?", (str(old),))
    tables = ("catalogue", "told")
    before = {t: sorted(map(repr, store.reading.execute(f"SELECT * FROM {t}"))) for t in tables}
    with sqlite3.connect(old) as db:
        for statement in migrations.MIGRATIONS[2].split(";"):
            words = statement.split()
            if words[:2] == ["CREATE", "INDEX"]:
                db.execute(f"DROP INDEX {words[2]}")
        for table in tables:
            db.execute(f"DROP TABLE {table}")
        db.execute("ALTER TABLE parties DROP COLUMN day")
        db.execute("ALTER TABLE event_actors DROP COLUMN first")
        db.execute("PRAGMA user_version = 2")
    db.close()
    with Store(old) as brought:
        for table, rows in before.items():
            assert sorted(map(repr, brought.reading.execute(f"SELECT * FROM {table}"))) == rows
        for table in ("parties", "event_actors"):
            query = f"SELECT * FROM {table} ORDER BY 1, 2"
            assert list(brought.reading.execute(query)) == list(store.reading.execute(query))
        assert brought.event_ids(EventFilter()) == store.event_ids(EventFilter())
