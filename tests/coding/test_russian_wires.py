"""Russian as wires and ministries write it: who acts for a state, who speaks behind a quotation, plans in
the future tense, words for acts beyond the plainest. The events are plausible, the sentences the
project's own."""

import pytest
from coded import acts_of, meetings_of, read_text

ACTS = [
    ("the head of a genitive acts for its state", "Военные Мали раскритиковали Нигер за закрытие границы.", ["ACCUSE MLI > NER"]),
    ("a ministry's field stands between", "Министр обороны Колумбии отверг предложение Перу.", ["REJECT COL > PER"]),
    ("we is who says so", "«Мы решительно осуждаем действия Израиля», — заявил глава МИД Иордании Айман Сафади.", ["ACCUSE JOR > ISR"]),
    ("of whom it is asked stands behind so that", "Министр иностранных дел Кувейта потребовал, чтобы Ливан изменил курс.", ["REQUEST KWT > LBN"]),
    ("both sides are the subject", "Россия и США провели переговоры в Эр-Рияде. Стороны условились продолжить работу по Украине.", ["AGREE RUS = USA"]),
    ("a verb in the future is a plan", "Южная Корея поставит Польше 180 танков.", ["AGREE KOR > POL"]),
    ("tanks handed over", "Германия передала Украине четыре танка.", ["AID DEU > UKR"]),
    ("an embassy shut", "Марокко закрыло посольство в Иране.", ["SANCTION MAR > IRN"]),
    ("preferences taken away", "США лишили Камбоджу торговых преференций.", ["SANCTION USA > KHM"]),
    ("deaf to a request", "Лондон остался глух к просьбе Зимбабве.", ["REJECT GBR > ZWE"]),
    ("fell upon", "Президент Аргентины обрушился на Бразилию с критикой.", ["ACCUSE ARG > BRA"]),
    ("prisoners exchanged", "Индия и Бангладеш обменялись девятью десятками задержанных рыбаков.", ["COOPERATE BGD = IND"]),
    ("a word given", "Судан дал слово Чаду, что пропустит грузовики.", ["AGREE SDN > TCD"]),
    ("relations opened", "Никарагуа установила с Науру дипломатические отношения.", ["SUPPORT NIC = NRU"]),
    ("gas turned off", "Россия прекратила подачу газа в Молдавию.", ["COERCE RUS > MDA"]),
    ("regret to somebody is an apology", "Эквадор выразил Колумбии сожаление из-за выстрелов.", ["CONCEDE ECU > COL"]),
    ("who consults nobody asks for nothing", "Исландия сократила расходы, не посоветовавшись с Малави.", []),
    ("an end of fighting cuts no ties", "Франция предложила прекратить боевые действия в Судане.", []),
]  # fmt: skip

MEETINGS = [
    ("leaders of two states met", "Лидеры Гондураса и Сальвадора встретились в понедельник.", ["HND,SLV meeting summit held 2024-06-10"]),
    ("a call at the head of the sentence", "В ходе телефонного разговора канцлер Германии Олаф Шольц и президент Турции Реджеп Тайип Эрдоган обсудили поставки зерна.", ["DEU,TUR call summit held"]),
    ("they sat down at one table", "Переговорщики Армении и Азербайджана сели за один стол в Женеве.", ["ARM,AZE meeting other held Geneva"]),
    ("a meeting that will be called off", "Президент Эквадора отменит назначенную на понедельник встречу с президентом Мексики.", ["ECU,MEX meeting summit cancelled 2024-06-10"]),
    ("whose meeting it was", "Встреча Сергея Лаврова и Энтони Блинкена состоялась 10 июня в Женеве.", ["RUS,USA meeting ministerial held 2024-06-10 Geneva"]),
    ("a summit of a body", "Саммит ШОС пройдёт в Астане 3 июля.", ["SCO multilateral summit planned 2024-07-03 Astana"]),
    ("whose visit is set", "Визит Лаврова в КНДР намечен на 11 июля.", ["PRK,RUS visit ministerial planned 2024-07-11"]),
    ("where he met somebody", "Президент Казахстана Касым-Жомарт Токаев находится с визитом в Пекине, где встретился с Си Цзиньпином.", ["CHN,KAZ meeting summit held Beijing", "CHN,KAZ visit summit held Beijing"]),
    ("consultations of deputies of two states", "В Женеве состоялись консультации замминистров иностранных дел России и США.", ["RUS,USA meeting vice-ministerial held Geneva"]),
    ("an aside before it was put off", "Встреча министров иностранных дел Армении и Азербайджана, назначенная на среду, отложена.", ["ARM,AZE meeting ministerial cancelled 2024-06-12"]),
    ("what is only prepared for", "Лавров заявил о подготовке к саммиту с Казахстаном.", []),
    ("they are to meet", "Президенты Сербии и Черногории должны встретиться в Требине в среду.", ["MNE,SRB meeting summit planned 2024-06-12"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "acts"), [a[1:] for a in ACTS], ids=[a[0] for a in ACTS])
def test_a_russian_wire_tells_of(text, acts):
    assert acts_of(read_text(text, "ru", "2024-06-12")) == acts


@pytest.mark.parametrize(
    ("text", "meetings"), [m[1:] for m in MEETINGS], ids=[m[0] for m in MEETINGS]
)
def test_who_met_in_russian(text, meetings):
    assert meetings_of(read_text(text, "ru", "2024-06-12")) == meetings
