"""Topics are the document's own words for what was discussed."""

import pytest

from dragoman.coding.topics import find_topics


@pytest.mark.parametrize(
    ("language", "text", "topic"),
    [
        ("ko", "양 장관은 공급망 안정과 기후변화 대응에 대해 논의했다.", "기후변화 대응"),
        (
            "en",
            "The leaders discussed the war in Ukraine, supply chains, and climate change.",
            "supply chains",
        ),
        ("ja", "両外相は北朝鮮情勢について意見を交換した。", "両外相は北朝鮮情勢"),
        ("zh", "双方就朝鲜半岛局势交换了意见。", "朝鲜半岛局势"),
        (
            "ru",
            "Министры обсудили ситуацию на Корейском полуострове.",
            "ситуацию на Корейском полуострове",
        ),
    ],
)
def test_what_was_discussed_is_a_topic(language, text, topic):
    assert topic in find_topics(text, language)


def test_a_sentence_without_talk_has_no_topic():
    assert find_topics("장관은 15일 귀국했다.", "ko") == ()
