"""Standing issues are found by their words in five languages, and by nothing that looks alike."""

import pytest

from dragoman.answers.issues import (
    LANGUAGES,
    find_issue,
    group_reports,
    issues_in,
    load_issues,
    name_issue,
    propose_issues,
)
from dragoman.answers.strength import strength
from dragoman.cli.demonstration import read_sample
from dragoman.errors import QuestionError, SettingsError
from dragoman.record.store import Store


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    path = tmp_path_factory.mktemp("demo") / "demo.db"
    read_sample(path)
    with Store(path) as store:
        yield store


@pytest.mark.parametrize(
    ("issue", "language", "text"),
    [
        ("abductions", "ko", "납북자 문제 해결을 지지하였다."),
        ("abductions", "en", "They discussed the abductions issue."),
        ("abductions", "ja", "拉致問題の即時解決を求めました。"),
        ("abductions", "zh", "日方提及绑架问题。"),
        ("rus-prk-military", "ko", "러·북 군사 협력에 우려를 표명하였다."),
        ("rus-prk-military", "ru", "Военное сотрудничество России и КНДР вызывает озабоченность."),
        ("forced-labour", "ja", "旧朝鮮半島出身労働者問題について述べました。"),
        ("burden-sharing", "ko", "방위비 분담 협상을 시작하였다."),
        ("taiwan", "zh", "王毅强调，台湾问题是中国核心利益。"),
        ("tariffs", "ru", "Стороны обсудили пошлины."),
        ("sudan", "en", "The Sudanese army and the Rapid Support Forces"),
    ],
)
def test_an_issue_is_found_by_its_words_in_each_language(issue, language, text):
    assert issue in issues_in(text, language)


@pytest.mark.parametrize(
    ("issue", "language", "text"),
    [
        ("sudan", "ko", "모든 수단을 동원하기로 하였다."),  # means, not the country
        ("shipbuilding", "ko", "조선중앙통신은 이날 논평에서"),  # KCNA, not ships
        ("abductions", "ko", "승객 납치 사건이 일어났다."),  # any kidnapping
        ("nk-missiles", "en", "Iran launched ballistic missiles."),
        ("burden-sharing", "en", "cost sharing in hospitals"),
        ("nuclear-energy", "en", "the nuclear issue"),
        ("technology", "ja", "said the paid mail"),  # ai inside a Latin word
    ],
)
def test_words_that_look_alike_do_not_make_an_issue(issue, language, text):
    assert issue not in issues_in(text, language)


def test_both_parts_of_a_word_must_stand_in_one_sentence_of_a_long_text():
    far = "Russia held talks. " + "The weather was fine in the capital. " * 8 + "DPRK and military."
    assert "rus-prk-military" not in issues_in(far, "en")


def test_every_issue_has_a_name_and_words_in_all_five_languages():
    issues = load_issues()
    assert len(issues) >= 60
    for issue in issues.values():
        assert set(issue.names) == set(LANGUAGES), issue.id
        assert all(issue.words.get(code) for code in LANGUAGES), issue.id


def test_an_issue_is_meant_by_its_id_its_name_or_a_word_of_it():
    assert find_issue("abductions") == "abductions"
    assert find_issue("러북 군사협력") == "rus-prk-military"
    assert find_issue("台湾海峡") == "taiwan"
    with pytest.raises(QuestionError, match="dragoman issues"):
        find_issue("football")


def test_a_table_of_ones_own_adds_an_issue(tmp_path):
    table = tmp_path / "mine.toml"
    table.write_text('[whaling]\nnames = { en = "Whaling" }\nen = "whal*"\n', encoding="utf-8")
    assert issues_in("They discussed whaling.", "en", table=table) == ("whaling",)
    assert name_issue("whaling", "ko", table=table) == "Whaling"
    assert issues_in("They discussed whaling.", "en") == ()
    table.write_text("[whaling]\nen = 3\n", encoding="utf-8")
    load_issues.cache_clear()
    with pytest.raises(SettingsError, match="names"):
        load_issues(table)


def test_reports_of_three_languages_stand_under_one_issue(demo):
    groups = group_reports(demo)
    languages = {demo.document(one.document).language for one in groups["rus-prk-military"]}
    assert {"ko", "en", "ja"} <= languages


def test_what_recurs_and_belongs_to_no_issue_is_proposed_with_its_reports(demo):
    proposals = propose_issues(demo, least=1)
    assert proposals
    for proposal in proposals:
        assert proposal.reports
        assert not any(issues_in(topic, "ko") for topic in proposal.topics)


@pytest.mark.parametrize(
    ("language", "weaker", "stronger"),
    [
        ("ko", "우려를 표명하였다", "심각한 우려를 표명하였다"),
        ("ko", "심각한 우려를 표명하였다", "강력히 규탄하였다"),
        ("en", "expressed concern", "expressed grave concern"),
        ("en", "deeply concerned", "condemned"),
        ("ja", "懸念を表明", "深刻な懸念を表明"),
        ("zh", "表示关切", "强烈谴责"),
        ("ru", "выразил озабоченность", "осудил"),
    ],
)
def test_the_scale_of_concern_rises_alike_in_every_language(language, weaker, stronger):
    scale = ("concern",)
    assert (
        strength(weaker, language, scale)["concern"]
        < strength(stronger, language, scale)["concern"]
    )
