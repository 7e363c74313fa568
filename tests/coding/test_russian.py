"""Russian documents, as the Foreign Ministry, the Kremlin and news agencies write them, come out as
meetings and acts. Word order is free, so case must tell who did what to whom. The events are
public, the sentences the project's own."""

import pytest
from coded import acts_of, meetings_of, read_text

# name, published, publisher's country, text, meetings, acts
CASES = [
    (
        "the Kremlin's word on a call",
        "2025-02-12", "RUS",
        "12 февраля состоялся телефонный разговор Владимира Путина с Президентом США Дональдом Трампом. Стороны обсудили ситуацию на Украине.",
        ["RUS,USA call summit held 2025-02-12"],
        [],
    ),
    (
        "the ministry's word on a meeting",
        "2024-09-26", "RUS",
        "25 сентября в Нью-Йорке министр иностранных дел России Сергей Лавров провёл переговоры с министром иностранных дел Китая Ван И. "
        "Министры подтвердили готовность укреплять сотрудничество.",
        ["CHN,RUS meeting ministerial held 2024-09-25 New York City"],
        ["AGREE CHN = RUS"],
    ),
    (
        "object first, subject last",
        "2024-11-22", None,
        "Россию осудили США и Япония.",
        [],
        ["ACCUSE JPN,USA > RUS"],
    ),
    (
        "a launch is condemned",
        "2024-10-31", None,
        "КНДР 31 октября запустила межконтинентальную баллистическую ракету. Япония и Южная Корея осудили пуск и выразили протест Пхеньяну.",
        [],
        ["ACCUSE JPN,KOR > PRK", "MOBILIZE PRK"],
    ),
    (
        "an ambassador is summoned: a protest, no meeting",
        "2024-03-05", None,
        "МИД России 4 марта вызвал посла Германии и выразил протест в связи с переговорами офицеров бундесвера.",
        [],
        ["ACCUSE RUS > DEU"],
    ),
    (
        "a passive with its agent",
        "2024-06-21", None,
        "Двое российских дипломатов были высланы Австрией.",
        [],
        ["SANCTION AUT > RUS"],
    ),
    (
        "sanctions of one state on another",
        "2024-06-13", None,
        "США 12 июня ввели новые санкции против России. МИД России раскритиковал решение Вашингтона.",
        [],
        ["ACCUSE RUS > USA", "SANCTION USA > RUS"],
    ),
    (
        "a visit to come",
        "2024-06-17", None,
        "Президент России Владимир Путин 18-19 июня посетит КНДР с государственным визитом, сообщил Кремль.",
        ["PRK,RUS visit summit planned 2024-06-18"],
        [],
    ),
    (
        "an arrival and the talks",
        "2024-04-09", None,
        "Глава МИД России Сергей Лавров 8 апреля прибыл с визитом в Китай. 9 апреля он встретился в Пекине с председателем КНР Си Цзиньпином.",
        ["CHN,RUS meeting ministerial held 2024-04-09 Beijing", "CHN,RUS visit ministerial held 2024-04-08"],
        [],
    ),
    (
        "an appeal with its addressee",
        "2025-05-12", None,
        "Президент Турции Реджеп Тайип Эрдоган призвал Россию и Украину начать переговоры.",
        [],
        ["REQUEST TUR > RUS,UKR"],
    ),
    (
        "a demand of another",
        "2024-08-10", None,
        "Москва потребовала от Киева прекратить обстрелы.",
        [],
        ["REQUEST RUS > UKR"],
    ),
    (
        "an accord is signed",
        "2024-06-19", None,
        "Россия и КНДР 19 июня подписали договор о всеобъемлющем стратегическом партнёрстве.",
        [],
        ["SUPPORT PRK = RUS"],
    ),
    (
        "a denial of another's charge",
        "2024-10-24", None,
        "Пекин опроверг обвинения США в поставках оружия России.",
        [],
        ["REJECT CHN > USA"],
    ),
    (
        "thanks",
        "2024-11-07", None,
        "Владимир Зеленский поблагодарил Японию за помощь.",
        [],
        ["SUPPORT UKR > JPN"],
    ),
    (
        "support in the dative",
        "2024-09-01", None,
        "КНР выразила полную поддержку Палестине.",
        [],
        ["SUPPORT CHN > PSE"],
    ),
    (
        "aid that arrived",
        "2024-07-30", None,
        "Германия передала Украине третью батарею Patriot. Киев поблагодарил Берлин.",
        [],
        ["AID DEU > UKR", "SUPPORT UKR > DEU"],
    ),
    (
        "what did not happen",
        "2024-05-20", None,
        "Россия не извинилась перед Эстонией.",
        [],
        [],
    ),
    (
        "a threat",
        "2025-01-22", None,
        "Дональд Трамп пригрозил России новыми санкциями.",
        [],
        ["THREATEN USA > RUS"],
    ),
    (
        "a call that was called off",
        "2023-02-04", None,
        "Госсекретарь США Энтони Блинкен отменил визит в Китай.",
        ["CHN,USA visit ministerial cancelled"],
        ["REJECT USA > CHN"],
    ),
    (
        "an earlier meeting that is only recalled",
        "2024-11-20", None,
        "Владимир Путин и Джо Байден встретились в Женеве в июне 2021 года.",
        ["RUS,USA meeting summit background 2021-06-01 Geneva"],
        [],
    ),
    (
        "expulsion and the answer in kind",
        "2024-09-13", None,
        "Москва отказала британским дипломатам в аккредитации. Великобритания ранее выслала российского военного атташе.",
        [],
        ["REJECT RUS > GBR", "SANCTION GBR > RUS"],
    ),
    (
        "attack and accusation",
        "2024-12-25", None,
        "Россия нанесла ракетный удар по Украине. Президент Франции Эмманюэль Макрон осудил действия России.",
        [],
        ["ACCUSE FRA > RUS", "ASSAULT RUS > UKR"],
    ),
    (
        "a joint exercise",
        "2024-09-23", None,
        "Россия и Китай провели совместные учения в Японском море. Япония выразила обеспокоенность действиями России.",
        [],
        ["ACCUSE JPN > RUS", "COOPERATE CHN = RUS"],
    ),
    (
        "a verb without a subject",
        "2024-07-09", None,
        "В МИД Китая выразили обеспокоенность заявлением НАТО.",
        [],
        ["ACCUSE CHN > NATO"],
    ),
    (
        "what both agreed",
        "2025-05-16", None,
        "Россия и Украина договорились обменяться пленными.",
        [],
        ["AGREE RUS = UKR"],
    ),
    (
        "a minister is received",
        "2024-06-05", None,
        "Президент Турции Эрдоган принял министра иностранных дел России Сергея Лаврова в Анкаре 4 июня.",
        ["RUS,TUR meeting ministerial held 2024-06-04 Ankara"],
        [],
    ),
    (
        "talks of three",
        "2024-09-24", None,
        "Министры иностранных дел США, Японии и Южной Кореи 23 сентября провели трёхстороннюю встречу в Нью-Йорке.",
        ["JPN,KOR,USA multilateral ministerial held 2024-09-23 New York City"],
        [],
    ),
]  # fmt: skip

NOTHING = [
    "Сборная России по хоккею обыграла команду Китая со счётом 4:2.",
    "Индекс Мосбиржи вырос на фоне снижения ставки ФРС США.",
    "Газпром сообщил о росте выручки в третьем квартале.",
    "Губернатор Московской области провёл совещание по подготовке к зиме.",
    "Теннисистка из Японии вышла в финал турнира в Китае.",
    "Южнокорейский фильм стал лидером проката в России.",
]


@pytest.mark.parametrize(
    ("published", "country", "text", "meetings", "acts"),
    [case[1:] for case in CASES],
    ids=[case[0] for case in CASES],
)
def test_a_russian_text_gives(published, country, text, meetings, acts):
    reading = read_text(text, "ru", published, country)
    assert (meetings_of(reading), acts_of(reading)) == (meetings, acts)


@pytest.mark.parametrize("text", NOTHING)
def test_a_russian_text_without_diplomacy_gives_nothing(text):
    assert read_text(text, "ru", "2024-11-16").reports == ()


def test_topics_of_russian_talks_are_the_documents_words():
    reading = read_text(CASES[0][3], "ru", "2025-02-12", "RUS")
    (meeting,) = [r for r in reading.reports if r.kind == "meeting"]
    assert "ситуацию на Украине" in meeting.topics
