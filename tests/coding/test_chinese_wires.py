"""Chinese as Xinhua, the Foreign Ministry and wires write it: what goes on under one 将, trips to several
states, the day of the telling, who goes on as subject, words for acts beyond the plainest. The events
are plausible, the sentences the project's own."""

import pytest
from coded import acts_of, meetings_of, read_text

MEETINGS = [
    ("an agency's dateline is nobody who called", "新华社北京11月8日电 国务委员兼外长王毅8日同日本外相河野太郎通电话。", ["CHN,JPN call ministerial held 2024-11-08"]),
    ("a working lunch", "法国总统马克龙7日同德国总理朔尔茨共进工作午餐。", ["DEU,FRA meeting summit held 2024-11-07"]),
    ("what goes on under one 将 is planned", "国务院总理李强将访问德国，其间同德国总理朔尔茨举行会谈。", ["CHN,DEU meeting summit planned", "CHN,DEU visit summit planned"]),
    ("a trip to three states", "国家主席习近平将对越南、马来西亚和柬埔寨进行国事访问。", ["CHN,KHM visit summit planned", "CHN,MYS visit summit planned", "CHN,VNM visit summit planned"]),
    ("three states behind the verb", "土耳其外长费丹访问了伊拉克、叙利亚和约旦。", ["IRQ,TUR visit ministerial held", "JOR,TUR visit ministerial held", "SYR,TUR visit ministerial held"]),
    ("the day of the briefing is not the meeting's", "外交部发言人6日说，中美两国外长在利马举行会谈。", ["CHN,USA meeting ministerial held Lima"]),
    ("the day that was announced is", "外交部发言人6日宣布，外交部长王毅将于10日访问韩国。", ["CHN,KOR visit ministerial planned 2024-11-10"]),
    ("a day long past has the year before", "2月3日，瑞典外交大臣施特纳加德访问卢旺达。", ["RWA,SWE visit ministerial held 2024-02-03"]),
    ("received by", "新加坡外长维文在波哥大受到哥伦比亚国防部长贝拉斯克斯接见。", ["COL,SGP meeting ministerial held Bogota"]),
    ("where the report was filed is not where they meet", "中新网北京11月6日电 外交部长王毅将于11月12日访问新西兰、澳大利亚。", ["AUS,CHN visit ministerial planned 2024-11-12", "CHN,NZL visit ministerial planned 2024-11-12"]),
    ("each of three visits", "老挝外长沙伦赛、越南外长裴青山将于12日分别访问中国。", ["CHN,LAO visit ministerial planned 2024-11-12", "CHN,VNM visit ministerial planned 2024-11-12"]),
    ("during a visit to come", "访问南非期间，王毅外长将会见南非总统拉马福萨，同南非外长拉莫拉举行会谈。", ["CHN,ZAF meeting ministerial planned", "CHN,ZAF meeting ministerial planned"]),
    ("who visits is nobody we know", "应越南邀请，外交部长王毅访问了河内。中方欢迎布里德市长访华。", ["CHN,VNM visit ministerial held Hanoi"]),
    ("a guest received is the visitor", "国家主席习近平在北京同来华进行国事访问的哈萨克斯坦总统托卡耶夫举行会谈。", ["CHN,KAZ meeting summit held Beijing", "CHN,KAZ visit summit held Beijing"]),
    ("a visit that is put off", "美国国务卿布林肯推迟访华。", ["CHN,USA visit ministerial cancelled"]),
    ("a visit and the talks on it", "印度外长苏杰生访问莫斯科，与俄外长拉夫罗夫会谈。", ["IND,RUS meeting ministerial held Moscow", "IND,RUS visit ministerial held Moscow"]),
    ("dined together", "印度总理莫迪与俄罗斯总统普京共进晚餐。", ["IND,RUS meeting summit held"]),
    ("a later day is of the next verb", "王毅10月26日至27日同美国国务卿布林肯在曼谷举行会晤，并于29日会见记者。", ["CHN,USA meeting ministerial held 2024-10-26 Bangkok"]),
]  # fmt: skip

ACTS = [
    ("who asks goes on, not who is asked", "德国总理朔尔茨敦促中方采取行动，并就产能过剩表达关切。", ["ACCUSE DEU > CHN", "REQUEST DEU > CHN"]),
    ("an opposition opposes nobody by its name", "加拿大反对党领袖谈到中国。", []),
    ("this kind of warning is a noun", "俄罗斯总统普京曾把美国的这类警告称为笑话。", []),
    ("to support something is no support of somebody", "胡塞武装称此举是为支持加沙停火，并谈到美国。", []),
    ("an attack that is to stop is none", "中方敦促以色列停止攻击黎巴嫩。", ["REQUEST CHN > ISR"]),
    ("Islamic countries are no Islamic State", "伊朗外长呼吁伊斯兰国家对以色列实施石油禁运。", []),
    ("whom the content speaks of is not whom it is said to", "欧盟警告向俄罗斯提供武器将损害关系。", []),
    ("struck by criticism", "英国突然改变巡逻路线，遭到毛里求斯抨击。", ["ACCUSE MUS > GBR"]),
    ("since relations were opened they are not opened now", "中国外长表示，中德建交50年来，双边关系不断发展。", []),
    ("relations opened by both", "瑙鲁与中国建立外交关系。", ["SUPPORT CHN = NRU"]),
    ("vehicles handed over", "日本向菲律宾移交两艘巡逻艇。", ["AID JPN > PHL"]),
    ("imports stopped", "摩洛哥停止进口伊朗石油。", ["SANCTION MAR > IRN"]),
    ("prisoners exchanged", "印度和孟加拉国交换了九十名渔民。", ["COOPERATE BGD = IND"]),
    ("a joint patrol", "俄罗斯和中国在日本海完成海上联合巡逻。", ["COOPERATE CHN = RUS"]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "meetings"), [m[1:] for m in MEETINGS], ids=[m[0] for m in MEETINGS]
)
def test_who_met_in_chinese(text, meetings):
    assert meetings_of(read_text(text, "zh", "2024-11-08", "CHN")) == meetings


@pytest.mark.parametrize(("text", "acts"), [a[1:] for a in ACTS], ids=[a[0] for a in ACTS])
def test_a_chinese_wire_tells_of(text, acts):
    assert acts_of(read_text(text, "zh", "2024-11-08")) == acts
