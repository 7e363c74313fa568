"""Japanese as ministries, speeches and wires put it every day: calls told by a verb, meals, rows of
a schedule, who speaks, who was attacked. The events are plausible, the sentences the project's own."""

import pytest
from coded import acts_of, meetings_of, read_text

from dragoman.coding.pipeline import Coder
from dragoman.reading import read_document
from dragoman.records import Reading
from dragoman.sources import Fetched

WIRES = [
    ("who was attacked is not whom one condemns", "チリの外相は18日、ペルーの外相と電話で協議した。ボリビアへの大規模な攻撃を「暴挙だ」と非難した。", ["ACCUSE CHL > PER"]),
    ("a threat under a condition", "欧州連合（EU）は、ベラルーシが受け入れれば関税を課すと警告した。", ["THREATEN EU > BLR"]),
    ("a launch at a state is an attack", "イランは無人機とミサイルをイスラエルに向けて発射した。", ["ASSAULT IRN > ISR"]),
    ("solidarity conveyed", "チリの大統領はハイチの大統領に連帯を伝えた。", ["SUPPORT CHL > HTI"]),
    ("what both made sure of", "チリの大統領はペルーの大統領と会談した。両首脳は早期に再開することを確かめた。", ["AGREE CHL = PER"]),
    ("relations severed", "ボリビアは18日、イスラエルとの国交断絶を表明した。", ["SANCTION BOL > ISR"]),
    ("whose post an envoy leaves", "チリは駐イスラエル大使を本国に呼び戻した。", ["SANCTION CHL > ISR"]),
    ("a sanction's target is whom others mean", "ボリビアはイスラエルとの国交断絶を表明した。チリの大統領は「人道に対する罪だ」と非難した。", ["ACCUSE CHL > ISR", "SANCTION BOL > ISR"]),
    ("trade forbidden", "カナダはペルーへの輸出を全面的に禁止した。", ["SANCTION CAN > PER"]),
]  # fmt: skip

MEETINGS = [
    ("who is rung up", "チリの外相は18日、ペルーの外相に電話をかけ、協力を求めた。", ["CHL,PER call ministerial held 2024-05-18"]),
    ("who rings", "チリの外相は18日、ペルーの国防相から電話を受けた。", ["CHL,PER call ministerial held 2024-05-18"]),
    ("explained on the phone", "チリの大統領は18日夜、ペルーの大統領に電話で経緯を説明した。", ["CHL,PER call summit held 2024-05-18"]),
    ("about to talk on the phone", "チリの大統領は22日、ペルーの大統領とも電話で話す。", ["CHL,PER call summit planned 2024-05-22"]),
    ("each of those called off", "チリの大統領は、ペルー、ボリビア、ブラジル3カ国の訪問を中止した。", ["BOL,CHL visit summit cancelled", "BRA,CHL visit summit cancelled", "CHL,PER visit summit cancelled"]),
    ("what was spoken of may lie ahead", "チリの外相は18日、ペルーの外相と会談し、今後の協力について意見を交わした。", ["CHL,PER meeting ministerial held 2024-05-18"]),
    ("met politely", "チリの大統領は18日、ペルーの大統領にお会いしました。", ["CHL,PER meeting summit held 2024-05-18"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "acts"), [a[1:] for a in WIRES], ids=[a[0] for a in WIRES])
def test_everyday_japanese_tells_of(text, acts):
    assert acts_of(read_text(text, "ja", "2024-05-20", "JPN")) == acts


@pytest.mark.parametrize(("text", "met"), [m[1:] for m in MEETINGS], ids=[m[0] for m in MEETINGS])
def test_everyday_japanese_tells_of_meetings(text, met):
    assert meetings_of(read_text(text, "ja", "2024-05-20", "JPN")) == met


def read_official(text: str) -> Reading:
    """A text of the Japanese Foreign Ministry."""
    fetched = Fetched(source="page.txt", url=None, data=text.encode(), content_type="text/plain")
    document = read_document(
        fetched, published="2024-05-20", publisher="外務省", publisher_country="JPN", language="ja"
    )
    return Coder().code(document)


def test_rows_under_a_day_are_meetings_of_that_day():
    text = (
        "外務大臣の二国間会談等\n\n5月17日（金曜日）\n"
        "・10時15分　日・ペルー外相会談（ロペス外務大臣）\n"
        "・11時00分　チリのバスケス外相との立ち話\n"
        "5月18日（土曜日）\n"
        "・13時00分　日・モンゴル外相会談　※先方の都合により中止\n"
    )
    assert meetings_of(read_official(text)) == [
        "CHL,JPN meeting ministerial held 2024-05-17",
        "JPN,MNG meeting ministerial cancelled",
        "JPN,PER meeting ministerial held 2024-05-17",
    ]


def test_whose_words_a_mark_opens_asks_and_meets():
    text = (
        "上川外務大臣会見記録\n\n【上川外務大臣】本日、私はペルーの外相と会談をいたしました。"
        "私から、輸入規制の撤廃を強く求めました。\n"
    )
    reading = read_official(text)
    assert meetings_of(reading) == ["JPN,PER meeting ministerial held 2024-05-20"]
    assert acts_of(reading) == ["REQUEST JPN > PER"]


def test_a_guests_name_runs_up_to_his_state():
    text = "18日、上川陽子外務大臣は、訪日中のコリル・ンジョロゲ・ケニア外務次官の表敬を受けた。"
    (meeting,) = [
        r for r in read_text(text, "ja", "2024-05-20", "JPN").reports if r.form == "meeting"
    ]
    assert {p.name for p in meeting.participants} == {"上川陽子", "コリル・ンジョロゲ"}


def test_what_he_is_minister_of_is_no_name():
    text = "18日、木原稔防衛大臣は、フロランス・ルグラン・フランス軍事大臣とテレビ会談を実施した。"
    names = {
        p.name for r in read_text(text, "ja", "2024-05-20", "JPN").reports for p in r.participants
    }
    assert "軍事" not in names
