"""Russian and Chinese as ministries, wires and dailies put it every day: trips told by their verbs,
who received whom, halls and towns, yesterday, firms that act for no state. The events are
plausible, the sentences the project's own."""

import pytest
from coded import acts_of, meetings_of, read_text

RUSSIAN = [
    ("yesterday with a nominative behind it", "Накануне чилийский министр иностранных дел встретился в Лиме с министром иностранных дел Перу.", ["CHL,PER meeting ministerial held 2024-05-19 Lima"]),
    ("a departure to come", "В пятницу Эмманюэль Макрон вылетит в Ташкент.", ["FRA,UZB visit summit planned 2024-05-24 Tashkent"]),
    ("the round of a dialogue", "16 мая в Ханое прошёл пятый раунд российско-вьетнамского стратегического диалога.", ["RUS,VNM meeting other held 2024-05-16 Hanoi"]),
    ("one call and then another", "Владимир Путин 16 мая позвонил Касым-Жомарту Токаеву, а затем Шавкату Мирзиёеву.", ["KAZ,RUS call summit held 2024-05-16", "RUS,UZB call summit held 2024-05-16"]),
    ("who received him there", "16 мая Александр Лукашенко сделал остановку в Баку, где его принял Ильхам Алиев.", ["AZE,BLR meeting summit held 2024-05-16 Baku"]),
    ("a hall of a town", "16 мая Владимир Путин провёл в Кремле переговоры с президентом Франции Эмманюэлем Макроном.", ["FRA,RUS meeting summit held 2024-05-16 Moscow"]),
    ("others who travel are not whoever acted last", "Владимир Путин выступил в Москве. Гимнасты отправятся в Марсель.", []),
]  # fmt: skip
RUSSIAN_ACTS = [
    ("both sides at the head", "Президент Чили встретился с президентом Перу. Стороны договорились удвоить торговлю.", ["AGREE CHL = PER"]),
    ("harsh measures promised", "Мария Захарова пообещала Праге жёсткие меры.", ["THREATEN RUS > CZE"]),
    ("insists that another act", "Азербайджан настаивает, чтобы Армения открыла дорогу.", ["REQUEST AZE > ARM"]),
    ("two presidents of two states in order", "Президенты Кыргызстана и Таджикистана Садыр Жапаров и Эмомали Рахмон договорились прекратить огонь.", ["AGREE KGZ = TJK"]),
    ("support declared", "Госсекретарь США Энтони Блинкен заявил о поддержке Чехии.", ["SUPPORT USA > CZE"]),
]  # fmt: skip
CHINESE = [
    ("Hong Kong's own offices", "行政長官李家超4日起訪問沙特阿拉伯和阿聯酋。", ["ARE,HKG visit summit held 2024-05-04", "HKG,SAU visit summit held 2024-05-04"]),
    ("chaired together", "2024年5月16日，外交部副部长陈晓东与菲律宾外交部副部长拉萨罗在马尼拉共同主持双边磋商机制第九次会议。", ["CHN,PHL meeting vice-ministerial held 2024-05-16 Manila"]),
    ("a protest to a consul is no meeting", "外交部驻港公署约见英国驻港总领事，提出严正交涉。", []),
]  # fmt: skip
CHINESE_ACTS = [
    ("dealers act for no state", "某企业23日公告，其越南基地将投产。公司与德国经销商续签了三年供货协议，同沙特一家电力公司的谈判进入尾声。", []),
    ("what the question told of", "记者：美国国务院又批准对台军售。\n答：中方坚决反对。", ["ACCUSE CHN > USA"]),
    ("a right kept", "中方对美方动武表示强烈不满，并保留作出进一步反应的权利。", ["ACCUSE CHN > USA", "THREATEN CHN > USA"]),
]  # fmt: skip


def _rows(table: list) -> dict:
    return {"argvalues": [row[1:] for row in table], "ids": [row[0] for row in table]}


@pytest.mark.parametrize(("text", "met"), **_rows(RUSSIAN))
def test_everyday_russian_tells_who_met(text, met):
    assert meetings_of(read_text(text, "ru", "2024-05-20", "RUS")) == met


@pytest.mark.parametrize(("text", "acts"), **_rows(RUSSIAN_ACTS))
def test_everyday_russian_tells_of(text, acts):
    assert acts_of(read_text(text, "ru", "2024-05-20", "RUS")) == acts


@pytest.mark.parametrize(("text", "met"), **_rows(CHINESE))
def test_everyday_chinese_tells_who_met(text, met):
    assert meetings_of(read_text(text, "zh", "2024-05-20", "CHN")) == met


@pytest.mark.parametrize(("text", "acts"), **_rows(CHINESE_ACTS))
def test_everyday_chinese_tells_of(text, acts):
    assert acts_of(read_text(text, "zh", "2024-05-20", "CHN")) == acts
