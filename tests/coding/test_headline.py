"""A headline stands only when the text bears it out."""

from dragoman.coding.headline import judge_headline
from dragoman.records import Code, Document, Evidence, Report


def judged(title: str | None, text: str) -> bool | None:
    document = Document(id="d", language="ko", title=title, text=text)
    report = Report(
        id="r", kind="statement", status="done", when=None, where=None, participants=(),
        codes=(Code(type="ACCUSE", source=("KOR",), target=("PRK",)),),
        evidence=(Evidence.at(text, 0, len(text)),), confidence=0.5, made_by="test@1",
    )  # fmt: skip
    return judge_headline(document, (report,))


def test_a_headline_whose_words_stand_in_the_evidence_is_borne_out():
    text = "한미 외교장관은 러북 군사협력에 심각한 우려를 표명했다."
    assert judged("한미 외교장관, 러북 군사협력에 우려 표명", text) is True


def test_a_headline_that_asks_for_what_the_text_does_not_tell_is_not():
    text = "한미 외교장관은 긴밀히 협력하기로 했다."
    assert judged("러시아 대북 군사적 지원 가능성 주목받는 이유는?", text) is False


def test_no_headline_no_judgement():
    assert judged(None, "회담했다.") is None
