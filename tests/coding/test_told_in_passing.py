"""Meetings and words that a text tells in passing: calls before talks, remarks on trips, days with a
dot, one's own government named by that word alone."""

import pytest
from coded import acts_of, meetings_of, read_text

CASES = [
    ("the two are those on the stage", "en", None, "2025-03-12",
     "Foreign Minister Penny Wong of Australia and Foreign Minister Winston Peters of New Zealand held talks "
     "in Wellington on Tuesday. The two had spoken by telephone on Friday.",
     ["AUS,NZL call ministerial held 2025-03-07", "AUS,NZL meeting ministerial held 2025-03-11 Wellington"]),
    ("a remark on a trip tells of it", "en", None, "2024-11-14",
     "Danish Prime Minister Mette Frederiksen met Norwegian Prime Minister Jonas Gahr Støre in Oslo on Wednesday. "
     "It was Frederiksen’s second visit to Norway this year.",
     ["DNK,NOR meeting summit held 2024-11-13 Oslo", "DNK,NOR visit summit held 2024-11-13 Oslo"]),
    ("what lies weeks back beside news is recalled", "ru", None, "2023-10-20",
     "Министр иностранных дел России Сергей Лавров 19 октября встретился в Пхеньяне с министром иностранных дел КНДР Цой Сон Хи. "
     "13 сентября Владимир Путин встретился с Ким Чен Ыном на космодроме Восточный.",
     ["PRK,RUS meeting ministerial held 2023-10-19 Pyongyang", "PRK,RUS meeting summit background 2023-09-13"]),
    ("what lies weeks back is news where nothing is newer", "en", None, "2024-03-20",
     "Australian Foreign Minister Penny Wong met New Zealand Foreign Minister Winston Peters in Lima on March 2.",
     ["AUS,NZL meeting ministerial held 2024-03-02 Lima"]),
    ("a courtesy call to be paid", "en", None, "2025-01-13",
     "Australian Foreign Minister Penny Wong is to pay a courtesy call on acting President Choi Sang-mok on Tuesday.",
     ["AUS,KOR meeting ministerial planned 2025-01-14"]),
    ("a dropped plan is no plan", "en", None, "2024-12-06",
     "Danish Prime Minister Mette Frederiksen has dropped a plan to visit Finland in January.",
     ["DNK,FIN visit summit cancelled 2025-01-01"]),
    ("since when he holds his office is not when they met", "en", None, "2024-11-15",
     "Penny Wong, the Australian foreign minister, met New Zealand Foreign Minister Winston Peters in Lima on Thursday. "
     "Wong also met Canadian Foreign Minister Mélanie Joly for the first time since Joly took office in 2021.",
     ["AUS,CAN meeting ministerial held 2024-11-14 Lima", "AUS,NZL meeting ministerial held 2024-11-14 Lima"]),
    ("a day closed by a dot, and the trip beside the talks", "ko", "KOR", "2024-05-14",
     "조태열 외교부장관은 5.13.부터 5.14.까지 중국 베이징을 방문하였다. 조 장관은 5.13.(월) 왕이 중국 외교부장과 회담을 가졌다.",
     ["CHN,KOR meeting ministerial held 2024-05-13", "CHN,KOR visit ministerial held 2024-05-13 Beijing"]),
    ("our country is visited", "ko", "KOR", "2024-03-19",
     "페니 웡 호주 외교장관은 3.20.부터 3.21.까지 우리나라를 방문한다.",
     ["AUS,KOR visit ministerial planned 2024-03-20"]),
    ("a call that they have had", "ko", "KOR", "2025-02-08",
     "덴마크 총리와 노르웨이 총리가 7일 오슬로에서 정상회담을 했다. 두 정상은 지난해 11월 6일 전화통화를 한 바 있다.",
     ["DNK,NOR call summit background 2024-11-06", "DNK,NOR meeting summit held 2025-02-07 Oslo"]),
    ("they also held another one", "ko", "KOR", "2024-11-01",
     "덴마크 외교장관과 노르웨이 외교장관이 31일 오슬로에서 회담했다. 양국은 같은 날 외교·국방 장관이 함께하는 2+2 회의도 열었다.",
     ["DNK,NOR meeting ministerial held 2024-10-31", "DNK,NOR meeting ministerial held 2024-10-31 Oslo"]),
    ("they met again after another meeting", "ko", "KOR", "2025-01-14",
     "조태열 외교부 장관과 페니 웡 호주 외교장관이 13일 서울에서 회담했다. 두 장관은 지난해 11월 리마 회담에 이어 두 달 만에 다시 만났다.",
     ["AUS,KOR meeting ministerial background 2024-11-01 Lima", "AUS,KOR meeting ministerial held 2025-01-13 Seoul"]),
    ("the guest is who stays", "ru", "RUS", "2024-11-01",
     "1 ноября в Москве Министр иностранных дел России С.В.Лавров провёл переговоры с Министром иностранных дел Вьетнама "
     "Буй Тхань Шоном, находящимся в России с рабочим визитом.",
     ["RUS,VNM meeting ministerial held 2024-11-01 Moscow", "RUS,VNM visit ministerial held 2024-11-01 Moscow"]),
    ("before the session they met", "ko", "KOR", "2025-03-22",
     "조태열 장관은 3.22.(토) 도쿄에서 제11차 한일중 외교장관회의에 참석하였다. 조 장관은 회의에 앞서 왕이 부장과 양자회담을 가졌다.",
     ["CHN,JPN,KOR multilateral ministerial held 2025-03-22 Tokyo", "CHN,KOR meeting ministerial held 2025-03-22 Tokyo"]),
    ("on a day is not on a topic", "en", None, "2024-12-20",
     "Secretary Blinken spoke by phone today with Australian Foreign Minister Penny Wong. They last spoke on December 6.",
     ["AUS,USA call ministerial held 2024-12-20", "AUS,USA call other background 2024-12-06"]),
    ("a month beside a plan is the next of its name", "en", None, "2025-04-02",
     "The foreign ministers of the Philippines and Vietnam met in Manila on Monday. Manila said on Tuesday that the two "
     "countries would meet again in Hanoi in February.",
     ["PHL,VNM meeting ministerial held 2025-03-31 Manila", "PHL,VNM meeting other planned 2026-02-01 Hanoi"]),
    ("put off is not held", "en", None, "2025-04-02", "France has put off a summit with Germany that was due on Friday.",
     ["DEU,FRA meeting summit cancelled 2025-04-04"]),
    ("of a Korean name in Russian the last part alone changes", "ru", "RUS", "2024-06-19",
     "В Пхеньяне 19 июня прошли переговоры Владимира Путина с Ким Чен Ыном.",
     ["PRK,RUS meeting summit held 2024-06-19 Pyongyang"]),
    ("has met looks back", "ja", "JPN", "2024-11-26",
     "石破茂首相は来年1月にタイを訪問する方向で調整に入った。首相は今月18日、リマでベトナムの国家主席と会談している。",
     ["JPN,THA visit summit planned 2025-01-01", "JPN,VNM meeting summit background 2024-11-18 Lima"]),
    ("who decides on a trip does not travel", "ja", "JPN", "2024-12-06",
     "政府は来年1月に予定していた石破茂首相のベトナム訪問を見送る方針を固めた。",
     ["JPN,VNM visit summit cancelled 2025-01-01"]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "country", "published", "text", "met"),
    [case[1:] for case in CASES],
    ids=[case[0] for case in CASES],
)
def test_what_is_told_in_passing_is_a_meeting_of_its_own(language, country, published, text, met):
    assert sorted(meetings_of(read_text(text, language, published, country))) == sorted(met)


ACTS = [
    ("a weekday is no target of a missile", "en", None,
     "Iran launched a ballistic missile on Thursday. Canada condemned the launch.",
     ["ACCUSE CAN > IRN", "MOBILIZE IRN"]),
    ("the government of a Korean text is Korea's", "ko", "KOR",
     "정부는 16일 성명을 내고 이란의 미사일 발사를 강력히 규탄했다.", ["ACCUSE KOR > IRN"]),
    ("the government of a Japanese text is Japan's", "ja", "JPN",
     "政府は16日、イランとロシアの条約締結に深刻な懸念を表明した。", ["ACCUSE JPN > IRN,RUS"]),
    ("troops that are sent are not sent by who condemns it", "ko", "KOR",
     "덴마크와 노르웨이 외교장관은 북한군의 러시아 파병을 강하게 규탄했다.", ["ACCUSE DNK,NOR > PRK"]),
    ("an agreement concluded", "ko", "KOR",
     "덴마크와 노르웨이가 16일 어업 협상을 타결했다.", ["AGREE DNK = NOR"]),
    ("ties are broken with the first, whatever else is named", "en", None,
     "Chad broke off diplomatic relations with the United Arab Emirates on Tuesday, accusing it of arming the "
     "Rapid Support Forces. Honduras severed its ties with Quito on Saturday in solidarity with Mexico.",
     ["ACCUSE TCD > ARE", "SANCTION HND > ECU", "SANCTION TCD > ARE"]),
    ("an ambassador is withdrawn from a capital", "en", None,
     "Chile on Tuesday permanently withdrew its ambassador from Buenos Aires.",
     ["SANCTION CHL > ARG"]),
    ("where and when stand before the one received", "en", None,
     "King Salman of Saudi Arabia received in Riyadh today the Prime Minister of Iraq, Mustafa Al-Kadhimi. "
     "The two sides agreed to set up a joint fund.",
     ["AGREE IRQ = SAU"]),
    ("a call on a Monday calls upon nobody", "en", None,
     "Norwegian Prime Minister Jonas Gahr Støre called Macron on Monday.",
     []),
    ("protest notes, duties that answer duties, fleets together", "en", None,
     "Beijing sent protest notes to Canada and Australia. Mexico followed with duties on U.S. pork. "
     "Warships of Chile and Peru manoeuvred together on Tuesday.",
     ["ACCUSE CHN > AUS,CAN", "COOPERATE CHL = PER", "SANCTION MEX > USA"]),
    ("papers signed by number, a thing offered", "en", None,
     "Kenya and Oman signed 12 documents. Norway has offered Ghana 18 more patrol boats.",
     ["AGREE NOR > GHA", "SUPPORT KEN = OMN"]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "country", "text", "acts"),
    [case[1:] for case in ACTS],
    ids=[case[0] for case in ACTS],
)
def test_whose_deed_it_is(language, country, text, acts):
    assert acts_of(read_text(text, language, "2024-05-18", country)) == acts


def test_who_stays_in_another_state_is_the_visitor():
    text = (
        "1 ноября в Москве Министр иностранных дел России С.В.Лавров провёл переговоры с Министром "
        "иностранных дел КНДР Цой Сон Хи, находящейся в России с рабочим визитом."
    )
    (trip,) = [
        r for r in read_text(text, "ru", "2024-11-01", "RUS").reports if r.form == "visit"
    ]  # fmt: skip
    assert [p.country for p in trip.participants] == ["PRK", "RUS"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("菲律宾外交部召见中国大使黄溪连提出抗议。", "黄溪连"),
        ("菲律宾外交部召见中国大使提出抗议。", None),
    ],
)
def test_a_verb_behind_a_name_is_no_part_of_it(text, name):
    (report,) = read_text(text, "zh", "2025-04-02", "CHN").reports
    assert next(p.name for p in report.participants if p.role == "target") == name
