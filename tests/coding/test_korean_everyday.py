"""Korean as readouts, embassies, schedules, speeches and wires put it every day: who is received,
who goes on, who is meant by we, what both agreed. The events are plausible, the sentences the
project's own."""

import pytest
from coded import acts_of, meetings_of, read_text

from dragoman.coding.pipeline import Coder
from dragoman.reading import read_document
from dragoman.records import Reading
from dragoman.sources import Fetched

WIRES = [
    ("thanks in everyday words", "칠레 대통령은 지진 때 구조대를 보내 준 페루에 고마움을 전했다.", ["SUPPORT CHL > PER"]),
    ("a telegram of condolence", "칠레 대통령은 페루 대통령 앞으로 위로전을 보냈다.", ["SUPPORT CHL > PER"]),
    ("thanks while something else goes on", "페루 외교차관은 칠레가 도로 복구에 힘을 보탠 데 사의를 표하는 한편 통관 지연을 풀겠다고 칠레에 약속했다.", ["AGREE PER > CHL", "SUPPORT PER > CHL"]),
    ("a promise not to act is no refusal", "카메룬은 어떤 도발도 하지 않겠다고 차드에 약속했다.", ["AGREE CMR > TCD"]),
    ("of one mind", "칠레 대통령과 페루 대통령은 18일 회담했다. 두 대통령은 협정을 연내 매듭짓자는 데 의견이 같았다.", ["AGREE CHL = PER"]),
    ("fights and a truce of both", "차드와 니제르 군은 11일부터 국경에서 싸웠다. 두 나라는 15일 휴전에 들어갔다.", ["ASSAULT NER = TCD", "RETREAT NER = TCD"]),
    ("handed over", "칠레는 소방차 12대를 볼리비아에 인도했다.", ["AID CHL > BOL"]),
    ("money cut off", "노르웨이는 탄자니아에 대한 지원을 끊었다.", ["SANCTION NOR > TZA"]),
    ("sales forbidden", "캐나다는 6일 페루의 광산에 쓰일 장비 수출을 전면 금지했다.", ["SANCTION CAN > PER"]),
    ("a pact broken", "잠비아는 말라위와의 국경협정을 깼다.", ["SANCTION ZMB > MWI"]),
    ("help that went to whom it is for", "칠레는 구조대를 볼리비아에 급파했다. 담요와 의약품은 이미 볼리비아 정부에 전달됐다.", ["AID CHL > BOL"]),
    ("the same are helped", "정부는 통가에 구호대를 급파했다. 정부는 이와 별도로 300만 달러를 지원하기로 했다.", ["AGREE KOR > TON", "AID KOR > TON"]),
    ("a request refused across a clause", "라트비아 대통령은 중재를 맡아 달라고 호소했지만, 조지아 대통령은 받아들이지 않았다.", ["REJECT GEO > LVA", "REQUEST LVA > GEO"]),
    ("whose post an envoy leaves", "브라질 정부는 19일 주미 대사를 본국으로 소환했다.", ["SANCTION BRA > USA"]),
    ("what both agreed when they met", "칠레 외교장관은 페루 외교장관과 만나 어업 협력을 강화하기로 했다.", ["AGREE CHL = PER"]),
    ("who made what is welcomed", "차드와 니제르는 휴전하기로 합의했다. 가나 대통령과 토고 대통령은 19일 만났다. 유엔은 휴전을 환영했다.", ["AGREE NER = TCD", "SUPPORT UN > NER,TCD"]),
    ("two of an inner clause", "칠레 정부는 페루와 볼리비아가 휴전에 합의하고 포로를 돌려보낸 것을 환영했다.", ["AGREE BOL = PER", "SUPPORT CHL > BOL,PER"]),
    ("a list with others", "그리스는 프랑스·이탈리아 등과 합동 훈련을 했다.", ["COOPERATE GRC > FRA,ITA"]),
    ("an army of any state", "(부줌부라=세계통신) 부룬디군이 19일 르완다를 공격했다.", ["ASSAULT BDI > RWA"]),
    ("a rumour denied is nobody's word", "르완다는 M23 지원 의혹을 부인했다.", []),
    ("concern about something is none at a partner", "칠레 외교장관과 페루 외교장관이 만났다. 칠레 외교장관은 기후 위기에 깊은 우려를 표했다.", []),
    ("concern about what is reported", "핀란드 정부는 러시아가 전파를 방해하고 있다며 우려를 나타냈다.", ["ACCUSE FIN > RUS"]),
    ("a sanction's target is whom others mean", "볼리비아는 이스라엘과 외교관계를 끊었다. 칠레 대통령은 공습을 비난했다.", ["ACCUSE CHL > ISR", "SANCTION BOL > ISR"]),
    ("to weigh is no commitment", "페루 대통령은 칠레 대통령의 제안을 검토하겠다고 답했다.", []),
]  # fmt: skip

MEETINGS = [
    ("welcomed and met", "칠레 대통령은 18일 페루 대통령을 영빈관으로 맞아들여 회담했다.", ["CHL,PER meeting summit held 2024-05-18"]),
    ("invited to a meal", "칠레 대통령은 18일 페루 대통령을 관저로 초대해 만찬을 함께했다.", ["CHL,PER meeting summit held 2024-05-18"]),
    ("whose call is received", "칠레 외교장관은 18일 페루 외교장관의 예방을 받았다.", ["CHL,PER meeting ministerial held 2024-05-18"]),
    ("whose telephone call", "칠레 외교장관은 18일 페루 외교장관의 전화를 받고 항의했다.", ["CHL,PER call ministerial held 2024-05-18"]),
    ("after a meeting", "칠레 대통령은 18일 페루 총리와 회담한 후 기자들을 만났다.", ["CHL,PER meeting summit held 2024-05-18"]),
    ("each of several", "칠레 국방장관은 18일 페루 국방차관, 브라질 국방차관을 각각 만났다.", ["BRA,CHL meeting vice-ministerial held 2024-05-18", "CHL,PER meeting vice-ministerial held 2024-05-18"]),
    ("a tour with a day for each", "칠레 대통령은 18일 로마에서 이탈리아 총리, 19일 파리에서 프랑스 대통령과 차례로 회동했다.", ["CHL,FRA meeting summit held 2024-05-19 Paris", "CHL,ITA meeting summit held 2024-05-18 Paris"]),
    ("the next round", "한국과 몽골은 18일 정책협의회를 열었다. 차기 협의회는 내년 울란바토르에서 열릴 예정이다.", ["KOR,MNG meeting other held 2024-05-18", "KOR,MNG meeting other planned 2025-01-01 Ulaanbaatar"]),
    ("an arrival", "칠레 대통령이 18일 전용기 편으로 서울에 도착했다.", ["CHL,KOR visit summit held 2024-05-18 Seoul"]),
    ("who invites receives", "칠레 대통령은 페루 대통령의 초청으로 다음 달 공식 방문한다.", ["CHL,PER visit summit planned 2024-06-01"]),
    ("the day of the telling", "칠레 대통령이 페루를 찾는다고 칠레 외교부가 18일 밝혔다.", ["CHL,PER visit summit planned"]),
    ("after talks that went on", "차드와 니제르가 도하에서 열린 협상 끝에 18일 휴전하기로 합의했다.", ["NER,TCD negotiation other held 2024-05-18 Doha"]),
    ("expelled is no visit to Korea", "베네수엘라 정부는 지난달 칠레 외교관을 추방한 바 있다.", []),
    ("a plan of action is not planned", "칠레 대통령은 18일 페루 대통령과 만나 행동계획에 서명했다.", ["CHL,PER meeting summit held 2024-05-18"]),
    ("others left out of a list", "조태열 장관은 18일 카메룬, 말라위 등 5개국 외교장관과 각각 회담을 가졌다.", ["CMR,KOR meeting ministerial held 2024-05-18", "KOR,MWI meeting ministerial held 2024-05-18"]),
    ("the town of the talks", "칠레 대통령은 18일 페루 대통령과 리마 정상회담을 가졌다.", ["CHL,PER meeting summit held 2024-05-18 Lima"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "acts"), [a[1:] for a in WIRES], ids=[a[0] for a in WIRES])
def test_everyday_korean_tells_of(text, acts):
    assert acts_of(read_text(text, "ko", "2024-05-20", "KOR")) == acts


@pytest.mark.parametrize(("text", "met"), [m[1:] for m in MEETINGS], ids=[m[0] for m in MEETINGS])
def test_everyday_korean_tells_of_meetings(text, met):
    assert meetings_of(read_text(text, "ko", "2024-05-20", "KOR")) == met


def test_rows_of_a_schedule_are_meetings_to_come_put_off_or_open():
    text = (
        "주간 외교 일정\n\n날짜 | 시간 | 내용\n"
        "27일(월) | 16:00 | 홍길동 외교부 1차관, 칠레 외교차관 접견 (외교부 청사)\n"
        "28일(화) | 미정 | 한·페루 정상회담 ※ 조율 중\n"
        "29일(수) | 14:00 | 한-몽골 국방차관회의 ▶ 내년으로 연기\n"
    )
    assert meetings_of(read_text(text, "ko", "2024-05-26", "KOR")) == [
        "CHL,KOR meeting vice-ministerial planned 2024-05-27 Seoul",
        "KOR,MNG meeting vice-ministerial cancelled 2024-05-29",
        "KOR,PER meeting summit proposed 2024-05-28",
    ]


def test_a_koreans_name_before_another_state_and_envoy_is_koreas():
    text = "이정민 페루 특사는 18일 리마에서 페루 대통령을 예방했다."
    reading = read_text(text, "ko", "2024-05-20", "KOR")
    assert meetings_of(reading) == ["KOR,PER meeting working held 2024-05-18 Lima"]


def test_an_official_of_no_table_is_named_again_by_family_name_and_title():
    text = "이준서 국방부차관은 18일 칠레 국방차관과 회담했다. 이 차관은 칠레 국방차관에게 사의를 표했다."
    assert acts_of(read_text(text, "ko", "2024-05-20", "KOR")) == ["SUPPORT KOR > CHL"]


def test_a_minister_of_a_field_is_of_the_one_state_that_the_text_is_about():
    text = "주칠레대사관 소식\n\n이정민 대사는 18일 산티아고에서 카탈리나 브루흐텐 식품농업장관을 면담했다."
    (meeting,) = [
        r for r in read_text(text, "ko", "2024-05-20", "KOR").reports if r.kind == "meeting"
    ]
    assert {p.name: p.country for p in meeting.participants} == {
        "이정민": "KOR",
        "카탈리나 브루흐텐": "CHL",
    }


def read_official(text: str, language: str, publisher: str, country: str) -> Reading:
    """A text of a government's own office."""
    fetched = Fetched(source="page.txt", url=None, data=text.encode(), content_type="text/plain")
    document = read_document(
        fetched, published="2024-05-20", publisher=publisher, publisher_country=country,
        language=language,
    )  # fmt: skip
    return Coder().code(document)


def test_we_in_a_joint_announcement_are_both_and_i_am_the_host():
    text = (
        "한-칠레 공동언론발표\n\n나는 오늘 칠레 대통령님과 정상회담을 가졌습니다. "
        "우리는 광물 협력을 강화하기로 합의했습니다."
    )
    reading = read_official(text, "ko", "대통령실", "KOR")
    assert meetings_of(reading) == ["CHL,KOR meeting summit held 2024-05-20"]
    assert acts_of(reading) == ["AGREE CHL = KOR"]


def test_who_thanks_without_a_subject_in_a_governments_own_text_is_that_government():
    text = (
        "교민 대피\n\n오늘 교민들이 모두 무사히 대피하였습니다.\n협조해 준 카타르에 감사드립니다."
    )
    assert acts_of(read_official(text, "ko", "외교부", "KOR")) == ["SUPPORT KOR > QAT"]


def test_we_in_an_interview_are_the_guests():
    text = (
        '[인터뷰] 마리아 로페스 주한 칠레 대사\n\n― 페루와의 관계는?\n\n"지난달 우리는 페루 주재 대사를 '
        '불러들였습니다."'
    )
    assert acts_of(read_text(text, "ko", "2024-05-20", "KOR")) == ["SANCTION CHL > PER"]


def test_a_trip_takes_place_in_the_state_that_it_goes_to():
    text = "칠레 대통령은 다음 달 몽골을 방문할 예정이다."
    (visit,) = read_text(text, "ko", "2024-05-20").reports
    assert visit.where is not None
    assert (visit.where.country, visit.where.city) == ("MNG", None)


def test_an_envoy_at_a_post_abroad_is_korea_s_and_meets_the_host():
    text = "이정훈 페루 주재 대사는 18일 페루 외교차관과 면담을 갖고 협조를 당부했다."
    reading = read_text(text, "ko", "2024-05-20", "KOR")
    assert meetings_of(reading) == ["KOR,PER meeting working held 2024-05-18"]
    assert acts_of(reading) == ["REQUEST KOR > PER"]


def test_the_first_of_two_topics_speaks():
    text = "덴마크 총리는 칠레 대통령과의 통화에서 그린란드는 팔 물건이 아니라고 못 박았다."
    assert acts_of(read_text(text, "ko", "2024-05-20", "KOR")) == ["REJECT DNK > CHL"]


def test_a_state_that_is_only_a_topic_agrees_to_nothing():
    text = (
        "칠레 대통령은 18일 산티아고에서 페루 대통령과 정상회담을 가졌다. 양 정상은 소인수 회담에서 볼리비아, "
        "안데스 가뭄 대응을 위한 양국 관계가 중요하다는 데 인식을 같이 했다."
    )
    assert acts_of(read_text(text, "ko", "2024-05-20")) == ["AGREE CHL = PER"]
