"""Russian documents read whole: who acts where no name stands, whom an act is aimed at that names
nobody, who met where a readout names one side. The events are invented."""

import re
import time

import pytest
from coded import acts_of, meetings_of, read_text

ACTS = [
    ("an adjective opens the sentence", "RUS", "Переговоры сорваны", "Сомалийский МИД осудил Эфиопию.", ["ACCUSE SOM > ETH"]),
    ("a side by its adjective", "RUS", "Консультации", "Польша высоко оценила усилия японской стороны.", ["SUPPORT POL > JPN"]),
    ("a capital speaks", "RUS", "Реакция", "В Киеве осудили решение Венгрии.", ["ACCUSE UKR > HUN"]),
    ("Brussels speaks for the union", "RUS", "Реакция", "В Брюсселе раскритиковали Грузию.", ["ACCUSE EU > GEO"]),
    ("a meeting in a capital is no word of its government", "RUS", "Хроника", "В Киеве прошли концерты в честь Венгрии.", []),
    ("a title alone", "KAZ", "О встрече Министра иностранных дел Казахстана с Министром иностранных дел Кении", "Министр поблагодарил Кению.", ["SUPPORT KAZ > KEN"]),
    ("the interlocutor is the other of two", "KAZ", "О встрече Президента Казахстана с министром Хорватии", "Собеседник выразил признательность Астане.", ["SUPPORT HRV > KAZ"]),
    ("the other of the headline's two is meant", "RUS", "Перу отозвало посла из Мексики", "Лима резко осудила эти высказывания.", ["ACCUSE PER > MEX"]),
    ("a third state takes ill what the headline tells", "RUS", "Чад обстрелял Нигер", "Алжир осудил удар.", ["ACCUSE DZA > TCD"]),
    ("an order at home is aimed at nobody", "RUS", "Перу спорит с Мексикой", "Президент Перу поручил подготовить доклад.", []),
    ("we of a ministry's text", "KAZ", "Заявление МИД Казахстана", "Выражаем глубокие соболезнования народу Кубы.", ["SUPPORT KAZ > CUB"]),
    ("an agreed meeting is no pledge", "RUS", "Хроника", "Перу и Чили условились провести встречу в мае.", []),
    ("an envoy is called in", "RUS", "Хроника", "Посол Кубы вызван в МИД Японии.", ["ACCUSE JPN > CUB"]),
    ("the paper's own ministry", "RUS", "Хроника", "Посол Кубы вызван в МИД.", ["ACCUSE RUS > CUB"]),
    ("the ministry of whoever acted before", "RUS", "Хроника", "Сеул поблагодарил Кубу. На следующий день в МИД вызвали посла Перу.", ["ACCUSE KOR > PER", "SUPPORT KOR > CUB"]),
    ("what the relative clause tells of", "RUS", "Хроника", "Президент Чили беседовал с премьером Перу, который осудил Кубу.", ["ACCUSE PER > CUB"]),
    ("a plural name in front", "RUS", "Хроника", "Соединённые Штаты просят Пхеньян воздержаться от пусков.", ["REQUEST USA > PRK"]),
    ("what stands behind comes first", "RUS", "Хроника", "Япония поддержала Перу и требует от Чили извинений.", ["REQUEST JPN > CHL", "SUPPORT JPN > PER"]),
    ("a verdict", "RUS", "Хроника", "Варшава расценила действия Белоруссии как провокацию.", ["ACCUSE POL > BLR"]),
    ("a disappointment is the subject's own", "RUS", "Хроника", "Канберра глубоко разочарована решением Японии.", ["ACCUSE AUS > JPN"]),
]  # fmt: skip

MEETINGS = [
    ("a readout that names the guest alone", "KAZ", "О встрече в МИД Казахстана", "Состоялась встреча с министром цифрового развития Малайзии.", ["KAZ,MYS meeting"]),
    ("between two ministries", "RUS", "Хроника", "В Минске прошли консультации между министерствами иностранных дел Беларуси и Кубы.", ["BLR,CUB meeting"]),
    ("the house where they talked", "RUS", "Хроника", "В МИД Казахстана состоялись консультации с Королевством Норвегия.", ["KAZ,NOR meeting"]),
    ("received in the Kremlin", "RUS", "Хроника", "Владимир Путин принял в Кремле министра иностранных дел Кубы.", ["CUB,RUS meeting"]),
    ("the guest in front, the host behind", "RUS", "Хроника", "Президента Казахстана встретил Ильхам Алиев.", ["AZE,KAZ meeting"]),
    ("the head of a state by its adjective", "RUS", "Хроника", "Глава Российского государства встретился с Премьер-министром Малайзии.", ["MYS,RUS meeting"]),
    ("a participle", "RUS", "Хроника", "Министр иностранных дел Кубы, совещавшийся в Дохе с министром иностранных дел Перу, уехал.", ["CUB,PER meeting"]),
    ("talk of a summit does not say that it took place", "RUS", "Хроника", "Дату саммита президентов Кубы и Перу стороны не обсуждали.", []),
    ("a call got through", "RUS", "Хроника", "Президент Кубы дозвонился до президента Перу.", ["CUB,PER call"]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("country", "title", "text", "acts"), [c[1:] for c in ACTS], ids=[c[0] for c in ACTS]
)
def test_who_does_what_to_whom_in_a_whole_text(country, title, text, acts):
    reading = read_text(f"{title}\n\n{text}", "ru", "2024-06-10", country)
    assert acts_of(reading) == acts


@pytest.mark.parametrize(
    ("country", "title", "text", "met"), [c[1:] for c in MEETINGS], ids=[c[0] for c in MEETINGS]
)
def test_who_met_in_a_whole_text(country, title, text, met):
    reading = read_text(f"{title}\n\n{text}", "ru", "2024-06-10", country)
    assert [re.match(r"\S+ \S+", m).group() for m in meetings_of(reading)] == met


def test_a_long_line_is_read_in_time():
    line = "Министр назвал решение, " + "и ещё одно слово, " * 400 + "провокацией Кубы."
    start = time.monotonic()
    read_text(f"Хроника\n\n{line}", "ru", "2024-06-10", "RUS")
    assert time.monotonic() - start < 10
