"""Russian as real pages write it: envoys and where they serve, whose deed is condemned, who is asked first,
several talks of one trip, days within quotations. The events are plausible, the sentences the project's own."""

import pytest
from coded import acts_of, meetings_of, read_text

MEETINGS = [
    ("the envoy's post is no state of his", "Глава МИД Казахстана встретился с послом Сербии в Казахстане Миланом Петровичем.", ["KAZ,SRB meeting working held"]),
    ("where to stands before whose trip it is", "Официальный визит в Сербию министра иностранных дел Беларуси Сергея Алейника начался 3 июня.", ["BLR,SRB visit ministerial held 2024-06-03"]),
    ("where to stands behind whose trip it is", "Посол рассказал о предстоящем государственном визите президента Вьетнама в Индию.", ["IND,VNM visit summit planned"]),
    ("a double given name", "Визит Президента Касым-Жомарта Токаева в Сербию намечен на 11 июля.", ["KAZ,SRB visit summit planned 2024-07-11"]),
    ("talks planned on a trip", "Президент Сербии Александр Вучич посетит Баку и проведёт переговоры с азербайджанским лидером Ильхамом Алиевым.", ["AZE,SRB meeting summit planned", "AZE,SRB visit summit planned"]),
    ("he is whom the sentence has named", "Министр иностранных дел Сербии Марко Джурич прилетит в Москву, где он проведёт встречу с главой МИД РФ Сергеем Лавровым.", ["RUS,SRB meeting ministerial planned Moscow"]),
    ("another name behind an adverb", "Затем Лавров встретился с главой МИД Сербии Марко Джуричем.", ["RUS,SRB meeting ministerial held"]),
    ("each of several in turn", "8 июня глава белорусского МИД провёл встречи с министрами иностранных дел Италии, Латвии и Чили.", ["BLR,CHL meeting ministerial held 2024-06-08", "BLR,ITA meeting ministerial held 2024-06-08", "BLR,LVA meeting ministerial held 2024-06-08"]),
    ("congratulated by phone", "Президент Сербии Александр Вучич по телефону поздравил президента Турции Реджепа Тайипа Эрдогана.", ["SRB,TUR call summit held"]),
    ("told in a call", "Лавров проинформировал сербского коллегу о поездке в ходе телефонного разговора.", ["RUS,SRB call ministerial held"]),
    ("the day of the next sentence in one quotation", "«Вучич и Эрдоган встречались в Белграде. А в декабре готовится форум», – сказал посол.", ["SRB,TUR meeting summit held Belgrade"]),
    ("tomorrow is not the day of what was held", "Лавров в начале беседы с Джуричем назвал её важной, потому что завтра откроется форум.", ["RUS,SRB meeting ministerial held"]),
    ("a session that was under way", "Саммит ШОС проходил в Астане 3-4 июня.", ["SCO multilateral summit held 2024-06-03 Astana"]),
    ("the Council sat", "Экстренное заседание Совбеза ООН состоялось 8 июня.", ["UNSC multilateral other held 2024-06-08"]),
    ("where to at the head of the sentence", "В Баку прибыли президент Сербии Александр Вучич и президент Турции Реджеп Тайип Эрдоган.", ["AZE,SRB visit summit held Baku", "AZE,TUR visit summit held Baku"]),
    ("he who arrived stands behind", "Президент Чили промолчал. Прибывший в Сербию с визитом глава МИД Турции Хакан Фидан поблагодарил хозяев.", ["SRB,TUR visit ministerial held"]),
    ("a trip that is still to come", "Премьер-министр Турции проведёт встречу с президентом Сербии Александром Вучичем во время визита в Белград.", ["SRB,TUR meeting summit planned Belgrade", "SRB,TUR visit summit planned Belgrade"]),
    ("credentials", "Посол Сербии Милан Петрович вручил верительные грамоты президенту Турции Реджепу Тайипу Эрдогану.", ["SRB,TUR meeting working held"]),
    ("the day of the telling", "Новая встреча представителей Белграда и Анкары должна состояться вскоре, заявил 10 июня глава МИД Сербии.", ["SRB,TUR meeting other planned"]),
    ("a minister is no past verb", "Министр иностранных дел Сербии 1 августа посетит Анкару.", ["SRB,TUR visit ministerial planned 2024-08-01"]),
    ("a head of the ministry with his name", "На полях форума глава сербского внешнеполитического ведомства Марко Джурич провёл встречу с главой МИД Турции.", ["SRB,TUR meeting ministerial held"]),
    ("sentences without a space", "В городе идёт дождь.Лавров встретился с главой МИД Сербии Марко Джуричем.", ["RUS,SRB meeting ministerial held"]),
    ("where to, behind what for", "Президент Сербии Александр Вучич 7 июня прилетел для обсуждения вопросов торговли в Турцию из Вены.", ["SRB,TUR visit summit held 2024-06-07"]),
    ("whose talks those of others are", "Глава МИД Сербии и глава МИД Турции примут участие в переговорах президентов Александра Вучича и Реджепа Тайипа Эрдогана 12 июня.", ["SRB,TUR meeting summit planned 2024-06-12"]),
    ("what was told before it was held", "Лавров встретился с главой МИД Сербии Марко Джуричем. Ранее сообщалось, что встреча Лаврова и Джурича пройдёт без прессы.", ["RUS,SRB meeting ministerial held"]),
    ("what was spoken of in a call", "В телефонном разговоре 8 июня президент Сербии Александр Вучич обсудил с Реджепом Тайипом Эрдоганом намеченные на осень меры.", ["SRB,TUR call summit held 2024-06-08"]),
    ("talks that are only spoken of", "Лавров по телефону обсудил предстоящие переговоры по Сирии с госсекретарём США Энтони Блинкеном.", ["RUS,USA call ministerial held"]),
    ("an exchange with somebody is no talk with him", "Президенты Сербии и Турции поговорили по телефону. В ходе беседы президенты обсудили исполнение договорённостей по обмену пленными с Киевом.", ["SRB,TUR call summit held"]),
    ("a day of months ago is that of next year", "Захарова анонсировала переговоры Лаврова 17 июля с министром иностранных дел Сербии Марко Джуричем.", ["RUS,SRB meeting ministerial planned 2024-07-17"]),
    ("a trip that is prepared", "Министерства проводят подготовку официального визита президента Сербии Александра Вучича в Анкару.", ["SRB,TUR visit summit planned Ankara"]),
    ("it is set for", "Ранее Вучич сообщил, что у него запланирована встреча с Эрдоганом на начало июля.", ["SRB,TUR meeting summit planned 2024-07-01"]),
    ("visitors of a site", "На втором месте Сербия - 16 тысяч посетителей, у Турции 12 тысяч визитов.", []),
    ("tourists pay no visits", "Число визитов сербских туристов в Турцию выросло на треть благодаря отмене виз.", []),
]  # fmt: skip

ACTS = [
    ("whose deed is condemned, not whom it hit", "Генсек ООН Антониу Гутерриш осудил атаку Чада и Нигера на Мали.", ["ACCUSE UN > NER,TCD"]),
    ("of whom it is asked first", "Индия потребовала от Турции прекратить вооружать Пакистан.", ["REQUEST IND > TUR"]),
    ("advice to one's own people", "Посольство Сербии рекомендовало гражданам воздержаться от поездок в Чили.", []),
    ("an envoy called in by those who are not named", "Посла Перу в Боливии вызвали в МИД Боливии для вручения ноты.", ["ACCUSE BOL > PER"]),
    ("the house is that of his post", "Старшему дипломату посольства Чили в Лиме вручили ноту протеста.", ["ACCUSE PER > CHL"]),
    ("expelled by the host", "Трое сотрудников чилийских учреждений в Перу объявлены персонами нон грата.", ["SANCTION PER > CHL"]),
    ("a word in quotation marks", "Сербская сторона объявляет «persona non grata» сотрудника чилийского посольства.", ["SANCTION SRB > CHL"]),
    ("we in a quotation of several sentences", "«КНДР провела пуск ракеты. Мы решительно осуждаем действия Северной Кореи», – сказал премьер-министр Японии Фумио Кисида.", ["ACCUSE JPN > PRK", "MOBILIZE PRK"]),
    ("a meeting called unprecedented", "Лавров назвал встречу с главой МИД Сербии беспрецедентной.", []),
    ("things that threaten", "Чили направила корабли к берегам Перу, такие действия угрожают суверенитету Перу.", ["MOBILIZE CHL > PER"]),
    ("each other", "Сербия и Чили обвинили друг друга в срыве переговоров.", ["ACCUSE CHL = SRB"]),
    ("sanctions agreed on are no accord with whom they hit", "Министры ЕС одобрили пакет санкций в отношении Чили.", ["SANCTION EU > CHL"]),
    ("who is ready is named behind", "Сербия ждёт. Он заявил о готовности Чили подписать договор с Перу.", ["AGREE CHL > PER"]),
    ("a notice received is no aid", "Береговая охрана Чили получила уведомление от Перу о запуске ракеты.", []),
    ("highly valued", "Китай высоко ценит позицию Сербии.", ["SUPPORT CHN > SRB"]),
    ("on the part of", "Глава ООН Антониу Гутерриш осудил эскалацию, вызванную нападением на Чили со стороны Перу.", ["ACCUSE UN > PER"]),
    ("tourists from a state are not it", "Туристы из Сербии, которые весьма недовольны отдыхом в Турции, едут в Чили.", []),
    ("a mediator is not whom it is promised to", "Президент Чили заявил о готовности сотрудничать с Перу при посредничестве Бразилии.", ["AGREE CHL > PER"]),
    ("an envoy called in, the house unknown", "Посол Черногории был вызван в МИД 2 апреля.", ["ACCUSE RUS > MNE (background)"]),
    ("a subject that no table knows", "В ответ на операцию чилийских войск в Перу союзники высылают чилийских дипломатов.", []),
]  # fmt: skip


@pytest.mark.parametrize(("case", "text", "expected"), MEETINGS, ids=[m[0] for m in MEETINGS])
def test_meetings_of_real_pages(case: str, text: str, expected: list[str]) -> None:
    assert meetings_of(read_text(text, "ru", "2024-06-10")) == expected


@pytest.mark.parametrize(("case", "text", "expected"), ACTS, ids=[a[0] for a in ACTS])
def test_acts_of_real_pages(case: str, text: str, expected: list[str]) -> None:
    assert acts_of(read_text(text, "ru", "2024-06-10")) == expected
