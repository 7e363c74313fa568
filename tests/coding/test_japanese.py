"""Japanese documents, as the Foreign Ministry, the Prime Minister's Office and agencies write them,
come out as meetings and acts. The events are public, the sentences the project's own."""

import pytest
from coded import acts_of, meetings_of, read_text

# name, published, publisher's country, text, meetings, acts
CASES = [
    (
        "a ministry's release of talks in a third country",
        "2024-11-15", "JPN",
        "11月14日（現地時間）、APEC閣僚会議に出席するためペルー・リマを訪問中の岩屋毅外務大臣は、趙兌烈（チョ・テヨル）韓国外交部長官と約40分間、"
        "日韓外相会談を行いました。\n\n両外相は、日韓関係を着実に前進させていくことで一致しました。また、両大臣は、露朝間の軍事協力の進展について深刻な懸念を共有し、"
        "日韓・日韓米で緊密に連携していくことを確認しました。",
        ["JPN,KOR meeting ministerial held 2024-11-14 Lima"],
        ["ACCUSE JPN,KOR > PRK,RUS", "AGREE JPN = KOR"],
    ),
    (
        "a call told by a broadcaster",
        "2024-11-07", None,
        "石破総理大臣は7日午前、アメリカのトランプ次期大統領とおよそ5分間、電話で会談しました。石破総理大臣は、大統領選挙での勝利に祝意を伝えました。",
        ["JPN,USA call other held 2024-11-07"],
        ["SUPPORT JPN > USA"],
    ),
    (
        "a protest at a launch, and who agreed on it",
        "2022-10-05", None,
        "岸田文雄首相は4日夜、バイデン米大統領と電話で会談した。両首脳は北朝鮮の弾道ミサイル発射を強く非難し、日米韓で緊密に連携していくことで一致した。",
        ["JPN,USA call summit held 2022-10-04"],
        ["ACCUSE JPN,USA > PRK", "AGREE JPN = USA"],
    ),
    (
        "a courtesy call is received",
        "2024-03-08", "JPN",
        "3月8日、岸田文雄内閣総理大臣は、訪日中のジャイシャンカル・インド外務大臣の表敬を受けました。冒頭、岸田総理大臣から、ジャイシャンカル外務大臣の訪日を歓迎しました。",
        ["IND,JPN meeting ministerial held 2024-03-08"],
        ["SUPPORT JPN > IND"],
    ),
    (
        "an ambassador is summoned: a protest, no meeting",
        "2024-08-27", None,
        "中国軍機による領空侵犯を受け、外務省の岡野正敬事務次官は26日夜、中国の施泳臨時代理大使を外務省に呼び、厳重に抗議した。",
        [],
        ["ACCUSE JPN > CHN"],
    ),
    (
        "what is planned stays planned",
        "2024-11-10", None,
        "日本政府は10日、石破茂首相が15日からペルーのリマで中国の習近平国家主席と会談する方向で調整していると明らかにした。",
        ["CHN,JPN meeting summit planned 2024-11-15 Lima"],
        [],
    ),
    (
        "talks that were called off",
        "2025-07-02", None,
        "日米両政府が7月1日に予定していた外務・防衛担当閣僚協議は見送られた。",
        ["JPN,USA meeting ministerial cancelled 2025-07-01"],
        [],
    ),
    (
        "sanctions and who is hit",
        "2024-06-21", None,
        "日本政府は21日、ウクライナ侵攻を続けるロシアに対し追加の制裁を科すと発表した。ロシア外務省は日本の決定を非難した。",
        [],
        ["ACCUSE RUS > JPN", "SANCTION JPN > RUS"],
    ),
    (
        "expulsion and the answer",
        "2022-04-28", None,
        "ロシア外務省は27日、日本の外交官8人を国外に追放すると発表した。日本の林芳正外相は28日、ロシアに抗議した。",
        [],
        ["ACCUSE JPN > RUS", "SANCTION RUS > JPN"],
    ),
    (
        "a demand passed on at talks",
        "2025-11-15", None,
        "中国の孫衛東外務次官は13日夜、日本の金杉憲治大使を呼び出し、高市早苗首相の国会答弁の撤回を求めた。日本政府はこれに反論した。",
        [],
        ["ACCUSE CHN > JPN", "REJECT JPN > CHN", "REQUEST CHN > JPN"],
    ),
    (
        "a passive turns the parties round",
        "2024-10-22", None,
        "北朝鮮はロシアへの派兵を巡り、韓国と米国から強く非難された。",
        [],
        ["ACCUSE KOR,USA > PRK"],
    ),
    (
        "one side refuses",
        "2024-05-10", None,
        "北朝鮮は、日本との首脳会談を拒否した。日本は北朝鮮に対話を呼びかけている。",
        [],
        ["REJECT PRK > JPN", "REQUEST JPN > PRK"],
    ),
    (
        "an accord is signed by two states",
        "2024-07-08", None,
        "日本とフィリピンは8日、マニラで部隊の往来を円滑にする円滑化協定に署名した。",
        [],
        ["SUPPORT JPN = PHL"],
    ),
    (
        "three foreign ministers at one table",
        "2024-09-24", "JPN",
        "9月23日、上川陽子外務大臣は、国連総会出席のため訪問中の米国・ニューヨークにおいて、ブリンケン米国務長官及び趙兌烈韓国外交部長官と日米韓外相会合を行いました。"
        "三か国の外相は、北朝鮮の核・ミサイル開発に懸念を表明しました。",
        ["JPN,KOR,USA multilateral ministerial held 2024-09-23 New York City"],
        ["ACCUSE JPN,KOR,USA > PRK"],
    ),
    (
        "the words of each side at talks",
        "2024-11-16", None,
        "石破首相は15日、訪問先のペルーで中国の習近平国家主席と約35分間会談した。石破首相は、東シナ海での中国軍の活動に懸念を伝えた。"
        "習主席は、日本に対し歴史や台湾の問題を適切に処理するよう求めた。",
        ["CHN,JPN meeting summit held 2024-11-15"],
        ["ACCUSE JPN > CHN", "REQUEST CHN > JPN"],
    ),
    (
        "a trip with its talks",
        "2024-12-26", None,
        "岩屋毅外相は25日、北京を訪れ、中国の王毅外相と会談した。両外相は、岩屋外相の訪中に続き、来年の早い時期に王氏が訪日する方向で調整することで一致した。",
        [
            "CHN,JPN meeting ministerial held 2024-12-25 Beijing",
            "CHN,JPN visit ministerial held 2024-12-25 Beijing",
            "CHN,JPN visit ministerial planned 2025-01-01",
        ],
        ["AGREE CHN = JPN"],
    ),
    (
        "an earlier meeting that is only recalled",
        "2024-09-05", None,
        "日韓両首脳は2023年3月に東京で会談した。",
        ["JPN,KOR meeting summit background 2023-03-01 Tokyo"],
        [],
    ),
    (
        "aid that was delivered",
        "2024-02-20", None,
        "日本はウクライナに発電機などの物資を提供した。ウクライナのゼレンスキー大統領は日本に謝意を表した。",
        [],
        ["AID JPN > UKR", "SUPPORT UKR > JPN"],
    ),
    (
        "a launch aims at nobody",
        "2024-10-31", None,
        "北朝鮮は31日朝、大陸間弾道ミサイルを日本海に向けて発射した。韓国の合同参謀本部が明らかにした。",
        [],
        ["MOBILIZE PRK"],
    ),
    (
        "a denial",
        "2024-06-12", None,
        "中国外務省の林剣報道官は12日の記者会見で、ロシアへの武器供与を巡る米国の主張を否定した。",
        [],
        ["REJECT CHN > USA"],
    ),
    (
        "a threat that depends on another's deed",
        "2025-01-31", None,
        "トランプ米大統領は、BRICSが新たな通貨を作るなら100%の関税を課すとBRICSに警告した。",
        [],
        ["THREATEN USA > BRICS"],
    ),
    (
        "what did not happen",
        "2024-09-20", None,
        "日本政府は、ロシアに謝罪していない。",
        [],
        ["CONCEDE JPN > RUS (negated)"],
    ),
    (
        "a joint exercise of three",
        "2024-06-30", None,
        "日米韓は27日から29日にかけて、東シナ海で共同訓練を実施した。北朝鮮は日米韓の訓練を強く批判した。",
        [],
        ["ACCUSE PRK > JPN,KOR,USA", "COOPERATE JPN = KOR = USA"],
    ),
    (
        "support for a third",
        "2024-02-24", "JPN",
        "上川外務大臣は、ウクライナのクレバ外相と電話会談を行い、ウクライナへの変わらぬ支持を表明しました。",
        ["JPN,UKR call ministerial held"],
        ["SUPPORT JPN > UKR"],
    ),
    (
        "recognition and relations",
        "2024-01-15", None,
        "ナウルは15日、台湾と断交し、中国と国交を樹立すると発表した。",
        [],
        ["SANCTION NRU > TWN", "SUPPORT NRU > CHN"],
    ),
    (
        "vice ministers",
        "2024-07-18", "JPN",
        "7月18日、岡野正敬外務事務次官は、ソウルにおいて、キャンベル米国務副長官及び金烘均韓国外交部第1次官と日米韓次官協議を行いました。",
        ["JPN,KOR,USA multilateral vice-ministerial held 2024-07-18 Seoul"],
        [],
    ),
]  # fmt: skip

NOTHING = [
    "大谷翔平が米国での試合で50号本塁打を打ち、韓国の投手から称賛された。",
    "東京株式市場の日経平均株価は、米国の利下げ観測を受けて続伸した。",
    "自民党の森山幹事長は野党の国会対応を批判した。",
    "トヨタ自動車は米国の新工場に1000億円を投じると発表した。",
    "サッカー日本代表は中国を3対1で下し、W杯予選で首位に立った。",
    "東京都は来年度の予算案を発表し、記者会見で知事が説明した。",
    "韓国ドラマが日本で人気を集め、米国でも上映が始まった。",
]


@pytest.mark.parametrize(
    ("published", "country", "text", "meetings", "acts"),
    [case[1:] for case in CASES],
    ids=[case[0] for case in CASES],
)
def test_a_japanese_text_gives(published, country, text, meetings, acts):
    reading = read_text(text, "ja", published, country)
    assert (meetings_of(reading), acts_of(reading)) == (meetings, acts)


@pytest.mark.parametrize("text", NOTHING)
def test_a_japanese_text_without_diplomacy_gives_nothing(text):
    assert read_text(text, "ja", "2024-11-16").reports == ()


def test_the_parties_of_japanese_talks_are_persons_with_their_offices():
    reading = read_text(CASES[0][3], "ja", "2024-11-15", "JPN")
    (meeting,) = [r for r in reading.reports if r.kind == "meeting"]
    assert {(p.country, p.office) for p in meeting.participants} == {
        ("JPN", "foreign minister"),
        ("KOR", "foreign minister"),
    }
    assert meeting.occasion == "APEC閣僚会議"


def test_a_japanese_statement_says_who_speaks():
    reading = read_text("日本の林芳正外相は28日、ロシアに抗議した。", "ja", "2022-04-28")
    (statement,) = reading.reports
    assert (statement.said_by, statement.kind) == ("林芳正", "statement")
