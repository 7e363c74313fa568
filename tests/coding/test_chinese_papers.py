"""Chinese as the papers of Taiwan and Hong Kong, broadcasters and portals write it: openings with reporters'
names, days in their short forms, clauses within clauses, nouns that look like acts. The events are
plausible, the sentences the project's own."""

import pytest
from coded import acts_of, meetings_of, read_text

MEETINGS = [
    ("a reporter's opening is nobody who met", "（中央社記者林某某東京8日電）菲律賓外長馬納羅今天會見越南外長裴青山。", ["PHL,VNM meeting ministerial held 2024-11-08"]),
    ("a paper's opening in brackets", "〔記者王某某、編譯李某某／華盛頓報導〕總統賴清德今（8）日接見巴拉圭總統貝尼亞。", ["PRY,TWN meeting summit held 2024-11-08"]),
    ("yesterday in one character", "總統賴清德昨與巴拉圭總統貝尼亞會談。", ["PRY,TWN meeting summit held 2024-11-07"]),
    ("this morning", "新加坡总理黄循财今早在总统府会见马来西亚总理安瓦尔。", ["MYS,SGP meeting summit held 2024-11-08"]),
    ("a president by the name that Taiwan gives him", "越南外長裴青山在克里姆林宮會見普亭。", ["RUS,VNM meeting ministerial held Moscow"]),
    ("what is only written in simplified script in the tables", "聯合國糧農組織總幹事屈冬玉會見肯亞總統魯托。", ["FAO,KEN meeting other held"]),
    ("a lunch given to a guest", "外交部長林佳龍7日宴請捷克參議院議長維特齊。", ["CZE,TWN meeting ministerial held 2024-11-07"]),
    ("a body's session with its town", "7日，欧盟外长会在比利时首都布鲁塞尔举行。", ["EU multilateral ministerial held 2024-11-07 Brussels"]),
    ("a state beside its town is a place", "習近平在韓國釜山同越南國家主席梁強會談。", ["CHN,VNM meeting summit held Busan"]),
    ("who is named behind has talked with both", "在與泰國總理佩通坦會談後，馬來西亞總理安華與日本首相石破茂通電話。", ["JPN,MYS call summit held", "MYS,THA meeting summit held"]),
    ("four states by one character each", "美国总统拜登与英法德意领导人通话。", ["DEU,FRA,GBR,ITA,USA call summit held"]),
    ("two states with a comma between them plan", "美国和日本外长谈到此事。美、日计划与安理会举行会谈。", ["JPN,UNSC,USA multilateral other planned"]),
    ("a visit put off after all", "法国外长巴罗原定于10月底访问中国，但在出发前推迟了行程。", ["CHN,FRA visit ministerial cancelled 2024-10-21"]),
    ("a promise of talks is no talks", "他重申了美国与朝鲜对话的承诺。", []),
    ("a process of talks is no talks", "俄罗斯加入由美国和中国主导的谈判进程。", []),
    ("until now is no day", "兩國外長迄今未會談。", []),
]  # fmt: skip

ACTS = [
    ("the agency that sent it does nothing", "俄羅斯衛星通訊社柏林11月7日電 德國外長貝爾伯克譴責以色列的行動。", ["ACCUSE DEU > ISR"]),
    ("a coast guard is of the state before it", "菲律賓政府7日指控，中國海警船在礁盤附近衝撞菲律賓公務船。", ["ACCUSE PHL > CHN", "ASSAULT CHN > PHL"]),
    ("a coast guard named after the sea is Japan's", "日本海上保安廳譴責俄羅斯。", ["ACCUSE JPN > RUS"]),
    ("a short name is no piece of a long one", "泰国警方在玛哈沙拉堪府逮捕两名俄罗斯男子。", ["COERCE THA > RUS"]),
    ("sanctions as a noun", "匈牙利外长就第十轮对俄制裁方案提问。", []),
    ("what a resolution on sanctions says is not done now", "韩国强调实施安理会对朝制裁决议的重要性。", []),
    ("a threat to safety is none to somebody", "日本首相认为，发射威胁地区航行安全，美国也在关注。", []),
    ("the promise that was made is a noun", "北京无意履行对伦敦的承诺。", []),
    ("people at large are asked to come", "巴拉圭总统邀请大家参观展览，日本也来了。", []),
    ("who invades is who stands before the verb", "法国外长前往华沙，与波兰领导人就俄罗斯入侵乌克兰交换意见。", ["ASSAULT RUS > UKR"]),
    ("what one is said to have condemned it for is the other's doing", "日本首相就朝鲜发射导弹谴责平壤。", ["ACCUSE JPN > PRK", "MOBILIZE PRK"]),
    ("when it was done is not whom it is said to", "日本政府强烈谴责在日美首脑会谈后不久的挑衅，向朝方提出抗议。", ["ACCUSE JPN > PRK"]),
    ("a reason's subject does not go on", "由于俄罗斯支持白俄罗斯，波兰宣布制裁俄罗斯。", ["SANCTION POL > RUS", "SUPPORT RUS > BLR"]),
    ("whom one fears does not go on to speak", "英国外相表示，他担心俄罗斯提供武器，并指责朝鲜。", ["ACCUSE GBR > PRK"]),
    ("a drill is of those whom its name joins", "朝鲜谈到正在举行的韩美联合军演。", ["COOPERATE KOR = USA"]),
    ("one's own firms are warned of another", "美国政府警告美国公司防范俄罗斯的网络行动。", []),
    ("a bare title goes before a day", "芬兰总统尼尼斯托访问伦敦。总统昨天感谢英国。", ["SUPPORT FIN > GBR"]),
    ("bilateral cooperation does nothing", "宏都拉斯外交部宣布停止雙邊一切合作，並譴責北京。", ["ACCUSE HND > CHN"]),
    ("what is founded is no party", "日本同意成立核磋商小组，韩国表示欢迎。", []),
    ("a people is its state", "韩国总统向中国人民表示哀悼。", ["SUPPORT KOR > CHN"]),
    ("when it was fired is not who fired it", "日本官房长官就朝鲜在日美会谈后即发射导弹谴责平壤。", ["ACCUSE JPN > PRK", "MOBILIZE PRK"]),
    ("who announces that others agreed gives in nothing", "美国总统宣布以伊双方同意停火。", []),
    ("a foundation is not its state", "中国学者感谢德国马歇尔基金会。", []),
    ("a drill is no passage over the law", "韩国表示，发射威胁航行与飞越安全。", []),
    ("people who are supported are an object of their own", "美国对中国损害自由表达关切，并支持港人选出议员。", ["ACCUSE USA > CHN"]),
    ("what is talked about is not done", "双方未能就解除对朝鲜的制裁取得进展，美国表示遗憾。", []),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "meetings"), [m[1:] for m in MEETINGS], ids=[m[0] for m in MEETINGS]
)
def test_who_met_in_a_chinese_paper(text, meetings):
    assert meetings_of(read_text(text, "zh", "2024-11-08", "TWN")) == meetings


@pytest.mark.parametrize(("text", "acts"), [a[1:] for a in ACTS], ids=[a[0] for a in ACTS])
def test_a_chinese_paper_tells_of(text, acts):
    assert acts_of(read_text(text, "zh", "2024-11-08")) == acts


def test_our_country_is_whose_paper_it_is():
    reading = read_text("帛琉總統惠恕仁感謝我國的協助。", "zh", "2024-11-08", "TWN")
    assert acts_of(reading) == ["SUPPORT PLW > TWN"]
