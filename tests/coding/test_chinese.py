"""Chinese documents, simplified and traditional, as the Foreign Ministry, Xinhua and the Central
News Agency write them, come out as meetings and acts. The events are public, the sentences the
project's own."""

import pytest
from coded import acts_of, meetings_of, read_text

# name, published, publisher's country, text, meetings, acts
CASES = [
    (
        "a ministry's release of talks abroad",
        "2024-09-25", "CHN",
        "2024年9月24日，中共中央政治局委员、外交部长王毅在纽约出席联合国大会期间同韩国外长赵兑烈举行会晤。\n\n王毅表示，中方愿同韩方加强沟通合作。"
        "赵兑烈表示，韩方高度重视对华关系。双方就朝鲜半岛局势交换了意见。",
        ["CHN,KOR meeting ministerial held 2024-09-24 New York City"],
        ["AGREE CHN > KOR"],
    ),
    (
        "a call at the other's request",
        "2022-07-28", "CHN",
        "国家主席习近平28日晚应约同美国总统拜登通电话。习近平强调，中方坚决反对外部势力干涉台湾问题。",
        ["CHN,USA call summit held 2022-07-28"],
        ["ACCUSE CHN > USA"],
    ),
    (
        "a briefing's answer",
        "2025-06-03", "CHN",
        "6月3日，外交部发言人林剑主持例行记者会。\n\n问：美国、日本、澳大利亚和菲律宾四国防长发表联合声明，对中国在南海的行动表示严重关切。中方有何评论？\n\n"
        "答：中方对此强烈不满和坚决反对，已向美方提出严正交涉。我们敦促美方停止干涉中国内政。",
        [],
        ["ACCUSE CHN > USA", "REQUEST CHN > USA"],
    ),
    (
        "an ambassador is summoned: a protest, no meeting",
        "2025-11-14", "CHN",
        "11月13日，外交部副部长孙卫东召见日本驻华大使金杉宪治，就日本首相高市早苗涉台错误言论提出严正交涉。中方要求日方立即撤回错误言论。",
        [],
        ["ACCUSE CHN > JPN", "REQUEST CHN > JPN"],
    ),
    (
        "a state visit that is announced",
        "2025-04-10", "CHN",
        "外交部发言人华春莹宣布，国家主席习近平将于4月14日至15日对越南进行国事访问。",
        ["CHN,VNM visit summit planned 2025-04-14"],
        [],
    ),
    (
        "a guest is received",
        "2024-04-26", "CHN",
        "4月26日，国家主席习近平在北京会见美国国务卿布林肯。",
        ["CHN,USA meeting ministerial held 2024-04-26 Beijing"],
        [],
    ),
    (
        "sanctions of one state on another",
        "2024-12-03", None,
        "美国2日宣布对中国半导体企业实施新的出口管制。中国商务部表示坚决反对，并宣布禁止向美国出口镓等物项。",
        [],
        ["ACCUSE CHN > USA", "SANCTION CHN > USA", "SANCTION USA > CHN"],
    ),
    (
        "a passive turns the parties round",
        "2022-04-06", None,
        "两名俄罗斯外交官被日本驱逐。",
        [],
        ["SANCTION JPN > RUS"],
    ),
    (
        "expulsion and the answer in kind",
        "2023-05-09", "CHN",
        "加拿大政府8日宣布驱逐一名中国外交官。中方对加方此举表示强烈谴责。",
        [],
        ["ACCUSE CHN > CAN", "SANCTION CAN > CHN"],
    ),
    (
        "what both sides agreed",
        "2023-11-16", None,
        "国家主席习近平15日在美国旧金山同美国总统拜登举行会晤。双方一致同意恢复两军高层沟通。",
        ["CHN,USA meeting summit held 2023-11-15 San Francisco"],
        ["AGREE CHN = USA"],
    ),
    (
        "an accord is signed",
        "2024-06-19", None,
        "俄罗斯总统普京19日在平壤同朝鲜领导人金正恩举行会谈，两国领导人签署了全面战略伙伴关系条约。",
        ["PRK,RUS meeting summit held 2024-06-19 Pyongyang"],
        ["SUPPORT PRK = RUS"],
    ),
    (
        "a launch condemned",
        "2024-10-31", None,
        "朝鲜31日向东部海域发射一枚洲际弹道导弹。韩国和日本强烈谴责朝鲜发射导弹，敦促朝鲜停止挑衅。",
        [],
        ["ACCUSE JPN,KOR > PRK", "MOBILIZE PRK", "REQUEST JPN,KOR > PRK"],
    ),
    (
        "traditional characters: a minister thanks an ally",
        "2025-08-07", "TWN",
        "外交部長林佳龍7日感謝美國持續支持台灣，並歡迎美方加強雙邊合作。",
        [],
        ["SUPPORT TWN > USA"],
    ),
    (
        "traditional characters: talks and a protest",
        "2024-12-03", "TWN",
        "總統賴清德3日在馬紹爾群島與馬紹爾群島總統海妮舉行會談。中國外交部強烈譴責美國安排賴清德過境夏威夷。",
        ["MHL,TWN meeting summit held 2024-12-03"],
        ["ACCUSE CHN > USA"],
    ),
    (
        "a denial",
        "2024-07-11", "CHN",
        "中国外交部发言人林剑否认北约有关中国向俄罗斯提供武器的指控。",
        [],
        ["REJECT CHN > NATO"],
    ),
    (
        "talks that were called off",
        "2023-02-04", None,
        "因“流浪气球”事件，美国国务卿布林肯推迟了原定2月5日对中国的访问。",
        ["CHN,USA visit ministerial cancelled 2023-02-05"],
        [],
    ),
    (
        "an earlier meeting that is only recalled",
        "2024-11-16", None,
        "2023年11月，习近平曾在旧金山同拜登举行会晤。",
        ["CHN,USA meeting summit background 2023-11-01 San Francisco"],
        [],
    ),
    (
        "aid that arrived",
        "2025-03-31", None,
        "中国政府向缅甸提供1亿元人民币紧急人道主义援助。缅甸对中国表示感谢。",
        [],
        ["AID CHN > MMR", "SUPPORT MMR > CHN"],
    ),
    (
        "a threat",
        "2025-01-21", None,
        "美国总统特朗普威胁对欧盟加征25%的关税。欧盟警告美国将作出回应。",
        [],
        ["THREATEN EU > USA", "THREATEN USA > EU"],
    ),
    (
        "a joint exercise",
        "2024-09-28", None,
        "中国和俄罗斯军队28日在日本海举行联合军事演习。日本对中俄联合军演表示关切。",
        [],
        ["ACCUSE JPN > CHN,RUS", "COOPERATE CHN = RUS"],
    ),
    (
        "what did not happen",
        "2024-02-18", None,
        "乌克兰没有向俄罗斯道歉。",
        [],
        ["CONCEDE UKR > RUS (negated)"],
    ),
    (
        "three ministers at one table",
        "2023-11-26", None,
        "11月26日，中国外交部长王毅在釜山同韩国外长朴振、日本外相上川阳子举行第十次中日韩外长会。",
        ["CHN,JPN,KOR multilateral ministerial held 2023-11-26 Busan"],
        [],
    ),
    (
        "an invitation accepted",
        "2025-11-25", None,
        "特朗普24日表示，他已接受习近平的邀请，将于明年4月访问北京。",
        ["CHN,USA visit summit planned 2026-04-01 Beijing"],
        ["AGREE USA > CHN"],
    ),
    (
        "attack and accusation",
        "2024-08-27", None,
        "俄罗斯26日空袭乌克兰多地。乌克兰总统泽连斯基谴责俄罗斯的袭击。",
        [],
        ["ACCUSE UKR > RUS", "ASSAULT RUS > UKR"],
    ),
    (
        "two talks told in one sentence",
        "2024-07-26", "CHN",
        "7月26日，王毅在老挝万象分别会见韩国外长赵兑烈、日本外相上川阳子。",
        [
            "CHN,JPN meeting ministerial held 2024-07-26 Vientiane",
            "CHN,KOR meeting ministerial held 2024-07-26 Vientiane",
        ],
        [],
    ),
    (
        "withdrawal from a body",
        "2025-01-21", None,
        "美国总统特朗普20日签署行政令，宣布美国退出世界卫生组织。",
        [],
        ["SANCTION USA > WHO"],
    ),
]  # fmt: skip

NOTHING = [
    "中国女排以3比1战胜日本队，韩国队位列小组第三。",
    "受美联储降息预期影响，A股三大指数集体收涨。",
    "华为公司在泰国发布新款手机，韩国三星股价下跌。",
    "北京市政府召开工作会议，部署冬季供暖。",
    "韩国电影在中国上映，首日票房过亿。",
    "赵丽颖出席东京电影节并获得最佳女主角奖。",
]


@pytest.mark.parametrize(
    ("published", "country", "text", "meetings", "acts"),
    [case[1:] for case in CASES],
    ids=[case[0] for case in CASES],
)
def test_a_chinese_text_gives(published, country, text, meetings, acts):
    reading = read_text(text, "zh", published, country)
    assert (meetings_of(reading), acts_of(reading)) == (meetings, acts)


@pytest.mark.parametrize("text", NOTHING)
def test_a_chinese_text_without_diplomacy_gives_nothing(text):
    assert read_text(text, "zh", "2024-11-16").reports == ()


def test_topics_of_chinese_talks_are_the_documents_words():
    reading = read_text(CASES[0][3], "zh", "2024-09-25", "CHN")
    (meeting,) = [r for r in reading.reports if r.kind == "meeting"]
    assert "朝鲜半岛局势" in meeting.topics


def test_traditional_text_is_quoted_as_it_stands():
    reading = read_text(CASES[13][3], "zh", "2024-12-03", "TWN")
    assert any("強烈譴責" in e.quote for r in reading.reports for e in r.evidence)
