"""Japanese as it stands on pages of ministries, wires and broadcasters: what is named and not held,
what is only asked for or drafted, officials and readings of names, captions and paywalls. The events
are plausible, the sentences the project's own."""

import pytest
from coded import acts_of, meetings_of, read_text

from dragoman.reading.datelines import find_dateline

ACTS = [
    ("what is asked for is no concession", "トーゴの外相はベナンに対し、誤った発言を撤回し、約束を行動で示すよう促した。", ["REQUEST TGO > BEN"]),
    ("a draft condemns nobody", "国連安全保障理事会は7日、マリを非難する決議案を採決したが、ロシアが拒否権を行使したため否決された。", ["REJECT RUS > UNSC"]),
    ("a quoted reproach is no deed", "北朝鮮の労働党機関紙「労働新聞」は「ペルーが制裁を強化しようとしている」と非難する論評を載せた。", ["ACCUSE PRK > PER"]),
    ("idle to ask", "チリに譲歩を求めても仕方がないだろう。ペルーは黙っている。", []),
    ("what should be done is not asked of whom it is done to", "ケニアの大統領はウガンダの大統領と会談した。ケニアの大統領は結束してマリに対応することが重要だと呼びかけた。", ["REQUEST KEN > UGA"]),
    ("who asked is refused", "ケニアはウガンダに供与を求めているが、タンザニアが拒否している。", ["REJECT TZA > KEN", "REQUEST KEN > UGA"]),
    ("whose doing is seen as a problem", "チリはペルーがボリビアの再軍備を支援していると問題視した。", ["ACCUSE CHL > PER"]),
    ("two deplore another's army", "トーゴとベナンの外相が会談した。両外相はマリの軍事活動について深刻な懸念を表明した。", ["ACCUSE BEN,TGO > MLI"]),
    ("whose remark is criticised, behind two others", "チリの外相は、欧米との核協議についてのペルー外相の発言を「矛盾だ」と批判した。", ["ACCUSE CHL > PER"]),
    ("an army behind its state's name", "韓国軍は7日、中国軍機が日本の周辺を飛んだと発表した。外務省は中国に強く抗議した。", ["ACCUSE JPN > CHN"]),
    ("a concern about a state of things", "チリの外相はペルーの外相と会談し、中東情勢への懸念を伝えた。", []),
    ("what is opposed is nobody", "チリの大統領はペルーの大統領と会談した。チリの大統領は、ペルーとの関係を重視しており、一国主義に反対すると述べた。", []),
    ("a deed held against somebody", "欧州連合(EU)は7日、ロシアに無人機を供給したとして、イランの団体に制裁を科すことを決めた。", ["SANCTION EU > IRN"]),
    ("help is for whom the talks were with", "岸田首相は7日、ウクライナのゼレンスキー大統領と会談した。首相はロシアの侵攻を厳しく非難し、装備品3千万ドル分を供与すると伝えた。", ["ACCUSE JPN > RUS", "AGREE JPN > UKR"]),
    ("exports to another are not asked of him", "チリの外相は7日、ペルーの外相と会談し、ボリビアへの部品の輸出をやめるよう求めた。", ["REQUEST CHL > PER"]),
    ("what two agree on is not with whom", "チリとペルーの外相が会談した。両外相はボリビアへの対応で連携していく方針で一致した。", ["AGREE CHL = PER"]),
    ("a resolution's critics mean nobody named", "国連総会は7日、停戦を求める決議を採択した。米国は反対した。イスラエルの国連大使は決議を「茶番だ」と非難した。", []),
    ("a proxy of a minister acts", "タイのサオワパー首相代行は、カンボジアが先に発砲したと非難した。", ["ACCUSE THA > KHM"]),
    ("to leave the country is a sanction", "チリ外務省は7日、ペルー大使館の職員8人に国外退去を求めたと発表した。", ["SANCTION CHL > PER"]),
    ("whom a quotation speaks of does not speak", "ケニアの大統領は「ウガンダの大統領は停戦を拒もうとしている」と批判し、米国に支援を求めた。", ["ACCUSE KEN > UGA", "REQUEST KEN > USA"]),
    ("the ministry of that name", "韓国外務省は7日、日本の白書に抗議した。同省の朴民秀局長は日本大使館の総括公使を呼んで抗議した。", ["ACCUSE KOR > JPN"]),
    ("a view is no pledge", "チリの外相はペルーの外相と会談した。チリの外相は「敗北は受け入れられない」との考えを示した。", []),
    ("what somebody is held for", "ドイツ検察は7日、ロシアの情報機関に協力したとして男を逮捕したと発表した。", []),
    ("what somebody thinks should be done", "日本政府は米国に抗議すべきだ。", []),
    ("replied, and agreed to nothing", "チリの外相はペルーの外相と会談した。チリの外相は「再開を歓迎する」と応じた。", ["SUPPORT CHL > PER"]),
]  # fmt: skip

MEETINGS = [
    ("talks to be resumed", "韓国の趙成允統一部長官は7日、米国のロイ・ハート駐韓大使代理と会談し、米朝対話の再開に向け、協力する必要があると強調した。", ["KOR,USA meeting working held 2024-05-07", "PRK,USA meeting other proposed"]),
    ("talks that go on", "チリとペルーの外相が電話で会談した。両国が緊密に協議していく考えを示した。", ["CHL,PER call ministerial held"]),
    ("at whose side they will meet", "チリとペルーの外相は来週、外相会合に合わせて面会し、対策を議論することにした。", ["CHL,PER meeting ministerial planned 2024-05-13"]),
    ("the last verb tells of what is to come", "チリの大統領は7日、ペルーの首都リマを訪れた。ペルーの大統領と同日会談し、声明を発表する見通しだ。", ["CHL,PER meeting summit planned 2024-05-07", "CHL,PER visit summit held 2024-05-07 Lima"]),
    ("on a condition", "順調に開かれれば安倍首相が訪中する。", ["CHN,JPN visit summit proposed"]),
    ("undecided", "茂木外相は訪米する。韓国の外相との会談は未定という。", ["JPN,USA visit ministerial planned"]),
    ("who is in the chair", "今年は日中韓首脳会議の議長が中国だ。", []),
    ("it was to be", "チリの首相は13日にペルーの副大統領と会談する予定だった。", ["CHL,PER meeting other cancelled 2024-05-13"]),
    ("two clocks behind the only day", "チリとペルーの外相は7日(日本時間)、電話会談を行い、3日に発表された計画について話した。", ["CHL,PER call ministerial held 2024-05-07"]),
    ("of the two and not the body's own", "ASEAN(東南アジア諸国連合)と中国の首脳会議が7日に開かれた。", ["ASEAN,CHN meeting summit held 2024-05-07"]),
    ("a council that was held", "EUは6日に開いた外相理事会で、対応を協議した。", ["EU multilateral ministerial held 2024-05-06"]),
    ("the day of the return is another's", "チリの大統領は7日、ペルーの大統領との会談など一連の日程を終え、帰国した。", ["CHL,PER meeting summit held"]),
    ("an official behind his ministry, with the sound of his name", "日本外務省の山路一之アジア大洋州局長は7日、韓国外交部の朴民秀(パク・ミンス)アジア太平洋局長と協議した。", ["JPN,KOR meeting working held 2024-05-07"]),
    ("on a tour", "欧米を歴訪中の安倍晋三首相は7日、韓国の大統領と会談した。", ["JPN,KOR meeting summit held 2024-05-07"]),
    ("the party's second man", "王毅外交部長は7日に東京で自民党の山路一之幹事長と会談した。", ["CHN,JPN meeting other held 2024-05-07 Tokyo"]),
    ("the name as it sounds before the name as written", "ロシアのプーチン大統領は7日、中国のシュウ・キンペイ(習近平)国家主席と首脳会談を行いました。", ["CHN,RUS meeting summit held 2024-05-07"]),
    ("with both of them", "タイとカンボジアの軍が7日、交戦した。マレーシアのアンワル首相は両首脳と電話で協議した。", ["KHM,MYS,THA call summit held"]),
    ("whose summit the ministers prepare", "岸田外相は7日、中国の王毅外相と会談し、日中首脳会談の開催に向け、調整を進めることで一致した。", ["CHN,JPN meeting ministerial held 2024-05-07", "CHN,JPN meeting summit planned"]),
    ("what an editorial wants", "石破首相と韓国の大統領は首脳会談を早期に開き、往来を再開してほしい。", []),
    ("a guest who comes", "フィリピンのマルコス大統領は7日、国賓として来日した。", ["JPN,PHL visit summit held 2024-05-07"]),
    ("a remark on a trip to come", "韓国の大統領が米国を訪問するのは12年ぶりです。", []),
    ("what is looked forward to", "ケリー長官から、初めての広島訪問であり、楽しみにしている旨の発言がありました。", ["JPN,USA visit other planned Hiroshima"]),
]  # fmt: skip

PAGE = """首相帰国、成果を強調

握手する安倍首相(左)とトランプ米大統領=6日、ワシントン(共同)
 安倍首相は7日、羽田空港に到着した。首相は空港で記者団の質問に答えた。

この記事は有料記事です。

ロシアがウクライナに侵攻しました。ペルーはチリを非難しました。
"""


@pytest.mark.parametrize(("text", "acts"), [a[1:] for a in ACTS], ids=[a[0] for a in ACTS])
def test_a_japanese_page_tells_of(text, acts):
    assert acts_of(read_text(text, "ja", "2024-05-08", "JPN")) == acts


@pytest.mark.parametrize(("text", "met"), [m[1:] for m in MEETINGS], ids=[m[0] for m in MEETINGS])
def test_a_japanese_page_tells_of_meetings(text, met):
    assert meetings_of(read_text(text, "ja", "2024-05-08", "JPN")) == met


def test_captions_and_what_stands_below_a_paywall_tell_of_nothing():
    reading = read_text(PAGE, "ja", "2017-02-07", "JPN")
    assert acts_of(reading) == []
    assert meetings_of(reading) == []


def test_a_minister_of_no_table_is_of_the_one_state_that_an_embassy_writes_of():
    text = (
        "無償資金協力に関する書簡の交換\n\n7日、山路大使とエステバン・ムガベ財務大臣との間で、無償資金協力に"
        "関する書簡の交換が行われました。本件はルワンダの農業の開発を支えるものです。"
    )
    assert acts_of(read_text(text, "ja", "2024-05-08", "JPN")) == ["SUPPORT JPN = RWA"]


@pytest.mark.parametrize(
    ("text", "place", "agency"),
    [
        ("[東京20日ロイター]-外相は", "東京", "ロイター"),
        ("【新華社北京3月8日】中国の", "北京", "新華社"),
        ("【8月27日 AFP】(更新)米国の", None, "AFP"),
    ],
)
def test_datelines_of_japanese_services(text, place, agency):
    found = find_dateline(text)
    assert found is not None
    assert (found.place, found.agency) == (place, agency)
