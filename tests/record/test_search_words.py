"""Words are found whatever script stands beside them."""

import pytest

from dragoman.record.store import Store
from dragoman.records import Document, Passage, Reading

TEXT = "APEC閣僚会議に出席中の岩屋毅外務大臣は14日午後、APEC회의에서 조태열 장관과 会談した。"


@pytest.mark.parametrize(
    "query", ["岩屋毅", "閣僚会議", "apec", "회의", "조태열 岩屋", "午後", "外務 会談"]
)
def test_a_word_is_found_beside_letters_and_digits(tmp_path, query):
    with Store(tmp_path / "r.db") as store:
        document = Document(
            id="doc-1", language="ja", title="会談", text=TEXT,
            passages=(Passage(role="paragraph", start=0, end=len(TEXT)),),
        )  # fmt: skip
        store.keep(Reading(document=document, reports=()))
        assert [id_ for id_, _ in store.search(query)] == ["doc-1"]
        assert store.search("岩田") == []
