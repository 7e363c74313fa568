"""Korean as pages of ministries, wires and broadcasters have it: who speaks outside a quotation, laws
that act on nobody, long titles, spokesmen who tell of others, photographs from the archive, words
that only look like a meeting. The events are plausible, the sentences the project's own."""

import pytest
from coded import acts_of, meetings_of, read_text

DAY = "2024-05-20"
ACTS = [
    ("who was called in did nothing", "아르투로 솔리스 주한칠레대사관 총괄공사가 20일 서울 종로구 외교부 청사로 초치되고 있다.", []),
    ("the first of two subjects outside a quotation speaks", "칠레가 페루 외교장관이 의회 연설에서 섬이 페루 땅이라고 주장한 것에 대해 \"페루가 부당한 주장을 되풀이한 데 대해 강력 항의하며, 즉각 철회할 것을 촉구한다\"고 밝혔다.", ["ACCUSE CHL > PER", "REQUEST CHL > PER"]),
    ("whoever is to do it has not asked for it", "호주 외교부는 19일 네팔를 비판했다. 이어 “우리는 외교에 전념하고 있으며 네팔가 대화에 참여하길 촉구한다”고 말했다.", ["ACCUSE AUS > NPL", "REQUEST AUS > NPL"]),
    ("a law is not whom one turns on", "독일 외교부는 이란의 미사일 발사가 유엔 안보리 결의에 위배되고 세계를 위협한다고 비판했다.", ["ACCUSE DEU > IRN"]),
    ("a second topic belongs to the quotation", "케냐 외교장관은 20일 회견에서 차드의 공습은 복수의 합의 위반으로, 강력히 규탄한다고 밝혔다.", ["ACCUSE KEN > TCD"]),
    ("미국과 대한민국 are two states", "쿠바 외교부는 미국과 대한민국의 무책임한 훈련은 중지돼야 한다고 주장했다.", ["REQUEST CUB > KOR,USA"]),
    ("while condemning is no condition", "문태수 외교부 대변인은 “이번 발사는 명백한 도발”이라고 칠레를 비난하면서 중단을 촉구했다.", ["ACCUSE KOR > CHL", "REQUEST KOR > CHL"]),
    ("what one is told to agree to is not agreed", "캐나다 총리는 이집트 대통령에게 수단과의 휴전에 동의하라고 말했다.", ["REQUEST CAN > EGY"]),
    ("whom the promised help is for", "캐나다 총리는 이란과 수단의 새로운 위협에 대해 이집트를 지원할 것이라고 약속했다.", ["AGREE CAN > EGY"]),
    ("a people with its government", "칠레 정부는 페루 정부와 국민을 돕기 위해 총 200만불 규모의 인도적 지원을 긴급 제공하기로 결정했다.", ["AGREE CHL > PER"]),
    ("whose banks are hit", "캐나다 외교부는 20일 이란의 무기 개발을 도운 터키 은행 2곳을 제재 대상에 추가했다고 발표했다.", ["SANCTION CAN > TUR"]),
    ("sanctions adopted as a package", "유럽연합(EU)은 20일 벨라루스에 대한 새 제재 패키지를 채택했다.", ["SANCTION EU > BLR"]),
    ("a rumour names nobody who asked", "칠레는 페루에 드론을 지원해왔다는 의혹을 부인했다.", []),
    ("experts foresee a demand", "전문가들은 캐나다가 칠레에 증액을 요구할 것이라고 전망했다.", []),
    ("orders to one's own", "칠레 대통령은 20일 국무회의에서 페루와의 회담 준비에 만전을 기하라고 지시했다.", []),
    ("a greeting is no demand", "칠레 대통령은 페루 외교장관에게 안부를 전해달라고 했다.", []),
    ("who performs what is quoted", "도나 페레스 주유엔 칠레대사 대행도 회의에서 “이란이 페루에 드론을 제공하고, 차드가 페루에 탄약을 제공한 것을 규탄한다”고 했다.", ["ACCUSE CHL > TCD", "AID IRN > PER"]),
    ("whose claim it is about", "칠레 대통령은 영국, 프랑스, 독일 등 서유럽 국가들이 칠레를 비방하고 페루를 피해자로 여기려 한다고 주장했다.", ["ACCUSE CHL > DEU,FRA,GBR"]),
    ("where one took part is not whom one warns", "안전보장이사회에 참석한 칠레 정부 대표가 페루의 파병에 대해 경고의 메시지를 전했다.", ["THREATEN CHL > PER"]),
    ("who is spoken of in a warning", "칠레 대통령은 \"페루군이 차드에 진입한다면 돌아가지 못할 것\"이라고 경고했다.", ["THREATEN CHL > PER"]),
    ("an ending is no currency", "주유엔 칠레 대사는 페루의 병력 파병과 참전에 대해 심각한 우려를 표명했다.", ["ACCUSE CHL > PER"]),
    ("marks of a broadcaster quote too", "칠레 대통령은 ″페루가 결의를 위반했다″고 비판했다.", ["ACCUSE CHL > PER"]),
    ("thanks go to who did it", "폴란드 외교장관은 칠레가 페루를 지원해온 데 대해 사의를 표했다.", ["SUPPORT POL > CHL"]),
    ("a place that was struck", "이스라엘군은 19일 가자지구를 공습했다.", ["ASSAULT ISR > PSE"]),
    ("a claim is the speaker's", "페루 외교부는 11일 성명을 발표하고 칠레가 국경에 무인기를 침투시켰다고 주장했다.", ["ACCUSE PER > CHL"]),
    ("will not warn again", "페루 외교부는 칠레에 두 번 다시 경고하지 않을 것이라고 했다.", []),
    ("an agreement has no third party", "만약 칠레가 볼리비아를 설득한다면 달라질 수 있다. 칠레와 페루는 19일 수교했다.", ["SUPPORT CHL = PER"]),
    ("against a thing", "칠레 외교장관과 페루 외교장관이 만났다. 칠레 외교장관은 사형에 반대한다고 말했다.", []),
    ("a will against somebody", "칠레 외교장관과 페루 외교장관이 만났다. 칠레 외교장관은 세계무역기구에 제소하겠다고 했다.", ["ACCUSE CHL > PER (planned)"]),
    ("방한 names nobody who acts", "페루 총리의 방한은 9년 만이며 야당 대표가 행사에 불참했다.", []),
    ("a party's spokesman speaks for no state", "홍길순 새봄당 대변인은 칠레 총리의 연설에 불참했다고 비난했다.", []),
]  # fmt: skip

MEETINGS = [
    ("a last verb to come decides", "칠레 대통령이 20일 밤 페루 대통령과 전화통화를 갖고 정세와 관련해 논의할 예정이다.", ["CHL,PER call summit planned 2024-05-20"]),
    ("a ministry that tells of it is not who met", "칠레 외교부는 칠레 외교장관이 페루 외교장관과 전화통화를 하고 현안에 대해 의견을 교환했다고 밝혔다.", ["CHL,PER call ministerial held"]),
    ("a spokeswoman tells of her president's call", "한수민 칠레 외교부 대변인은 20일 브리핑에서 칠레 대통령이 페루 대통령과 통화했다고 밝혔다.", ["CHL,PER call summit held 2024-05-20"]),
    ("a long title before the particle", "왕이(王毅) 중국 외교 담당 국무위원 겸 외교부장이 19일 산티아고에서 칠레 대통령을 만나 악수를 하고 있다.", ["CHL,CHN meeting ministerial held 2024-05-19 Santiago"]),
    ("a visit that is only spoken of", "칠레 대통령이 페루 대통령의 칠레 방문을 공식적으로 언급했다.", []),
    ("an embassy is no state to travel to", "칠레 대통령이 19일 산티아고의 페루 대사관을 방문해 연설했다고 전했다.", []),
    ("what there will not be is a declaration", "이번 칠레·페루 정상회담에서 공동 선언은 없을 것이라고 대통령실이 밝혔다.", ["CHL,PER meeting summit background"]),
    ("the genitive of a noun in -회", "칠레와 페루는 국제사회의 노력을 지지했다.", []),
    ("an assembly's committee", "칠레 정부는 유엔총회 제3위원회에서 결의안을 통과시키고자 협조하고 있다.", []),
    ("accession to a summit", "야당이 이렇게 하는데 어떻게 G7 정상회의 가입의 기반을 다질 수 있겠는가라고 물었다.", []),
    ("who travels stands beside the verb", "칠레 대사는 페루 대통령이 지난 17일 산토도밍고를 방문한 뒤 도미니카공화국이 변했다고 말했다.", ["DOM,PER visit summit held 2024-05-17 Santo Domingo"]),
    ("each met the minister alone", "칠레 외교장관은 19일 케냐, 가나, 모레이아 외교장관과 각각 양자회담을 가졌다.", ["CHL,GHA meeting ministerial held 2024-05-19", "CHL,KEN meeting ministerial held 2024-05-19"]),
    ("a month ahead", "칠레는 올해 11월 열리는 APEC 정상회의를 계기로 협력을 넓히자고 했다.", ["APEC multilateral summit planned 2024-11-01"]),
    ("what ought to be held", "칠레와 페루의 정상회담이 조속히 열려야 한다고 말했다.", []),
    ("going on consulting", "칠레 외교부 부대변인은 칠레가 동맹인 페루와 긴밀히 협의하고 있다고 말했다.", []),
    ("a record of meetings held", "칠레·페루 외교장관 회담 개최 실적", []),
    ("what came of a trip", "칠레 외교장관은 19일 페루 외교장관과 통화를 해 최근 방중 결과를 공유했다.", ["CHL,PER call ministerial held 2024-05-19"]),
    ("as Chinese pages say it", "시진핑 중국 국가주석이 19일 다낭에서 칠레 대통령을 회견했다.", ["CHL,CHN meeting summit held 2024-05-19 Da Nang"]),
    ("the same name in another order", "한국과 러시아 외교장관이 회담을 했다. 외교부는 조태열 외교부 장관과 라브로프 세르게이 러시아 외교장관이 뉴욕에서 19일 회담했다고 밝혔다.", ["KOR,RUS meeting ministerial held 2024-05-19 New York City"]),
    ("talked of at the call", "칠레 외교장관은 19일 페루 외교장관과 통화했다. 칠레·페루 외교장관은 최근 동향에 대해서도 협의했다.", ["CHL,PER call ministerial held 2024-05-19"]),
    ("a channel for talks is no talks", "적십자사는 칠레 당국과 대화 채널을 유지하며 페루를 돕고 있다.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "acts"), [c[1:] for c in ACTS], ids=[c[0] for c in ACTS])
def test_a_korean_page_tells_of_acts(text, acts):
    assert acts_of(read_text(text, "ko", DAY, "KOR")) == acts


@pytest.mark.parametrize(("text", "met"), [c[1:] for c in MEETINGS], ids=[c[0] for c in MEETINGS])
def test_a_korean_page_tells_of_meetings(text, met):
    assert meetings_of(read_text(text, "ko", DAY)) == met


def test_a_broadcaster_that_writes_politely_is_no_government():
    text = "호주 외교부가 19일 네팔를 비판했습니다.\n\n이어 사태 해결을 위해 케냐에 협력을 요청했습니다.\n\n뉴스 김아무개 기자입니다."
    assert acts_of(read_text(text, "ko", DAY, "KOR")) == ["ACCUSE AUS > NPL", "REQUEST AUS > KEN"]


def test_a_photograph_from_the_archive_is_not_news():
    text = "칠레 외교부 논평\n\n칠레 외교부 대변인이 지난 6일 페루 규탄 성명을 발표하고 있다.(자료사진)\n\n칠레 정부는 20일 볼리비아에 감사를 표했다.\n\n칠레 정부는 협력을 이어가겠다고 했다."
    assert acts_of(read_text(text, "ko", DAY, "KOR")) == ["SUPPORT CHL > BOL"]


def test_the_day_above_a_title_is_no_title():
    text = "2024-05-20 18:57:29 | abc |\n칠레·페루 외교장관 회담\n칠레 외교장관이 20일 리마에서 페루 외교장관과 회담했다."
    assert read_text(text, "ko", DAY).document.title == "칠레·페루 외교장관 회담"


def test_a_summit_that_one_side_tells_of_has_its_partner_from_the_title():
    text = (
        "칠레·페루 정상회담\n\n칠레 대통령은 이날 산티아고에서 정상회담을 마친 뒤 협력을 강조했다."
    )
    met = meetings_of(read_text(text, "ko", DAY))
    assert met == ["CHL,PER meeting summit held 2024-05-20 Santiago"]


def test_this_call_is_the_one_told_of():
    text = "칠레 대통령은 20일 밤 페루 대통령과 통화할 예정이다. 칠레·페루 정상은 이번 통화에서 지난 14일 지진과 관련한 의견을 나눌 것으로 보인다."
    assert meetings_of(read_text(text, "ko", DAY)) == ["CHL,PER call summit planned 2024-05-20"]


def test_a_day_to_come_told_in_passing_is_not_this_day():
    text = "칠레 외교장관은 19일 회의를 열고 오는 24일 열리는 총회를 논의했다. 이날 칠레 외교장관은 페루 외교장관과 만났다."
    met = meetings_of(read_text(text, "ko", DAY))
    assert met == ["CHL,PER meeting ministerial held 2024-05-19"]


def test_the_day_of_what_was_held_is_not_the_plans():
    text = "칠레 대통령과 페루 대통령은 19일 리마에서 회담을 갖고 통상 협상을 재개하기로 했다."
    met = meetings_of(read_text(text, "ko", DAY))
    assert met == [
        "CHL,PER meeting summit held 2024-05-19 Lima", "CHL,PER negotiation summit planned Lima"
    ]  # fmt: skip


def test_ministers_who_recall_a_summit_were_no_party():
    text = "조태열 장관은 20일 「실비 모르가네(Sylvie Morgane)」 차드 외교장관과 회담했다. 양 장관은 지난 3월 정상회담에서 양국 정상이 협력하기로 한 점을 재확인했다."
    reading = read_text(text, "ko", DAY)
    assert "KOR,TCD meeting summit background 2024-03-01" in meetings_of(reading)


def test_a_name_with_its_latin_letters_is_known_again():
    text = "조태열 장관은 20일 「실비 모르가네(Sylvie Morgane)」 차드 외교장관과 회담했다. 모르가네 장관은 한국의 지원에 사의를 표했다."
    reading = read_text(text, "ko", DAY, "KOR")
    names = {p.name for r in reading.reports for p in r.participants}
    assert "실비 모르가네" in names
    assert acts_of(reading) == ["SUPPORT TCD > KOR"]


def test_a_title_of_elsewhere_is_not_koreas():
    assert meetings_of(read_text("국가주석이 20일 칠레 대통령과 면담했다.", "ko", DAY, "KOR")) == []


def test_two_whose_meeting_was_told_are_meant_again():
    text = "조태열 장관은 17일 블링컨 미국 국무장관과 통화했다. 조 장관은 13일 베이징에서 왕이 중국 외교부장과 회담했다. 블링컨 장관은 조 장관의 설명에 사의를 표했다. 두 장관은 다시 만나기로 했다."
    met = meetings_of(read_text(text, "ko", DAY, "KOR"))
    assert "KOR,USA meeting ministerial planned" in met


def test_who_talks_may_stand_behind_the_talks():
    text = "12일 왕이 외교부장과의 회담에서 조태열 장관은 협력을 당부했다."
    told = meetings_of(read_text(text, "ko", "2025-03-13", "KOR"))
    assert [line.split(" ")[0] for line in told] == ["CHN,KOR"]
