"""Korean stories and memoranda read as wholes: whom a reaction is about, who goes on acting when a
sentence names nobody, clipped endings, and the words of newspapers. The events are plausible, the
sentences the project's own."""

import pytest
from coded import acts_of, meetings_of, read_text

DAY = "2024-05-20"
REACTIONS = [
    ("who reacts leaves out whom the story is about", "수단 정부는 19일 차드 대사를 추방했다. 아프리카연합은 회원국들의 자제를 바랐다. 프랑스 외교부는 결정을 강력히 규탄한다고 밝혔다.", "ACCUSE FRA > SDN"),
    ("a quotation that calls it a wrong", "아르헨티나는 19일 칠레 국경을 봉쇄했다. 볼리비아 외교장관은 “뻔뻔한 도발”이라며 물러나라고 말했다.", "ACCUSE BOL > ARG"),
    ("a welcome", "이집트가 19일 수감된 시민들을 석방했다. 독일 외교부는 중요한 진전이라며 환영했다.", "SUPPORT DEU > EGY"),
    ("the doer of what is told stands nearer than the lead", "케냐와 우간다, 르완다 정상은 19일 나이로비에서 만났다. 케냐 대통령은 에티오피아가 병력을 늘린 데 대해 “용납할 수 없다”고 비판했다.", "ACCUSE KEN > ETH"),
    ("held against somebody whom the sentence names", "태국 외교부는 캄보디아가 먼저 로켓을 발사했다고 주장했다.", "ACCUSE THA > KHM"),
    ("ambassadors are called in", "이집트 외교부는 19일 에티오피아 대사를 청사로 불러 강한 불만을 전달했다.", "ACCUSE EGY > ETH"),
    ("a concern put as a position", "칠레 정부는 페루의 결정이 유감스럽다는 입장을 밝혔다.", "ACCUSE CHL > PER"),
    ("expulsions among the measures", "체코는 러시아 외교관 추방 등의 보복조치를 발표했다.", "SANCTION CZE > RUS"),
    ("each of several breaks with one", "차드와 니제르, 말리가 19일 프랑스와 외교 관계를 끊었다.", "SANCTION MLI,NER,TCD > FRA"),
    ("goods are let in no more", "중국은 19일 호주와의 소고기 교역을 중단한다고 발표했다.", "SANCTION CHN > AUS"),
    ("treaties with their number", "칠레와 페루는 19일 양해각서 6건에 서명했다.", "SUPPORT CHL = PER"),
    ("people are sent home", "수단 정부는 19일 차드 병사 32명을 돌려보냈다. 케냐는 수단의 결정을 반겼다.", "SUPPORT KEN > SDN"),
    ("a request by urging", "캐나다 총리는 이집트 대통령에게 수감자를 석방하라고 설득했다.", "REQUEST CAN > EGY"),
]  # fmt: skip

NO_ACTS = [
    ("asked of one's own people", "방글라데시에서 19일 시위가 벌어졌다. 칠레 외교부는 교민들에게 외출 자제를 당부했다."),
    ("a claim about nobody of ours", "칠레 외교장관과 페루 외교장관이 19일 만났다. 칠레 외교장관은 물가가 너무 올랐다고 주장했다."),
    ("a concern told at talks", "칠레 외교장관과 페루 외교장관이 19일 만났다. 페루 외교장관은 가뭄에 우려를 나타냈다."),
]  # fmt: skip

READOUT = "조태열 장관, 남미 순방\n\n□ 조태열 장관은 5.17.(금) 산티아고에서 칠레 외교장관과 회담함. 칠레 외교장관은 우리 기업의 참여를 요청하였음.\n\n"
MEMORANDA = [
    ("whom the text follows goes on", "  ㅇ 이어 페루 외교장관과 면담함.", ["CHL,KOR meeting ministerial held 2024-05-17 Santiago", "KOR,PER meeting ministerial held"], ["REQUEST CHL > KOR"]),
    ("one set apart is talked with", "  ㅇ 페루 외교장관과는 자유무역협정을 논의함.", ["CHL,KOR meeting ministerial held 2024-05-17 Santiago", "KOR,PER meeting ministerial held"], ["REQUEST CHL > KOR"]),
    ("the other side", "  ㅇ 조 장관은 물류 현안을 설명하였음. 상대측은 우리의 지지에 사의를 표함.", ["CHL,KOR meeting ministerial held 2024-05-17 Santiago"], ["REQUEST CHL > KOR", "SUPPORT CHL > KOR"]),
    ("the same minister", "  ㅇ 조 장관은 조속한 해결을 당부함. 동 장관은 적극 검토하겠다고 하였음.", ["CHL,KOR meeting ministerial held 2024-05-17 Santiago"], ["AGREE CHL > KOR", "REQUEST CHL > KOR", "REQUEST KOR > CHL"]),
    ("a title alone is the office's own", "  ㅇ 장관은 칠레 측의 배려에 감사를 표함.", ["CHL,KOR meeting ministerial held 2024-05-17 Santiago"], ["REQUEST CHL > KOR", "SUPPORT KOR > CHL"]),
    ("a partner of no table is no one met before", "  ㅇ 엘메르 소토마이나 장관과의 회담에서 양측은 협력을 강화하기로 함.", ["CHL,KOR meeting ministerial held 2024-05-17 Santiago"], ["REQUEST CHL > KOR"]),
]  # fmt: skip

MEETINGS = [
    ("held, though what follows is to come", "칠레 외교장관은 5.17.(금) 리마에서 페루 외교장관과 회담을 갖고 협력을 강화하기로 합의함.", ["CHL,PER meeting ministerial held 2024-05-17 Lima"]),
    ("a visit", "칠레 외교장관은 17일 리마를 방문함.", ["CHL,PER visit ministerial held 2024-05-17 Lima"]),
    ("after talks", "칠레 대통령과 페루 대통령은 17일 회담을 마친 뒤 공동선언문에 서명했다.", ["CHL,PER meeting summit held 2024-05-17"]),
    ("a telephone call made", "칠레 외교장관은 17일 페루 외교장관에게 전화하여 위로를 전하였다.", ["CHL,PER call ministerial held 2024-05-17"]),
    ("standing", "핀란드 대통령은 17일 헬싱키에서 에스토니아 총리와 선 채로 얘기를 나눴다.", ["EST,FIN meeting summit held 2024-05-17 Helsinki"]),
    ("what was talked of is no meeting", "칠레 외교장관은 어업 문제를 논의했다.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "act"), [c[1:] for c in REACTIONS], ids=[c[0] for c in REACTIONS])
def test_a_korean_story_tells_of(text, act):
    assert act in acts_of(read_text(text, "ko", DAY))


@pytest.mark.parametrize("text", [c[1] for c in NO_ACTS], ids=[c[0] for c in NO_ACTS])
def test_nothing_is_done_to_whom_a_korean_story_is_about(text):
    assert acts_of(read_text(text, "ko", DAY)) == []


@pytest.mark.parametrize(
    ("line", "meetings", "acts"), [c[1:] for c in MEMORANDA], ids=[c[0] for c in MEMORANDA]
)
def test_a_memorandum_goes_on(line, meetings, acts):
    reading = read_text(READOUT + line, "ko", DAY, "KOR")
    assert (meetings_of(reading), acts_of(reading)) == (meetings, acts)


@pytest.mark.parametrize(
    ("text", "meetings"), [c[1:] for c in MEETINGS], ids=[c[0] for c in MEETINGS]
)
def test_a_korean_encounter(text, meetings):
    assert meetings_of(read_text(text, "ko", DAY)) == meetings


def test_a_statement_bears_its_own_day_and_not_that_of_what_it_speaks_of():
    text = "북한 외무성 대변인은 17일 담화에서 미국이 지난달 28일 정찰기를 띄운 것을 규탄했다."
    (report,) = read_text(text, "ko", DAY).reports
    assert report.when is not None
    assert report.when.start == "2024-05-17"


def test_the_content_of_a_clipped_sentence_is_quoted_as_it_stands():
    (report,) = read_text("페루 외교장관은 칠레 측에 협조를 요청함.", "ko", DAY).reports
    assert report.evidence[0].quote == "페루 외교장관은 칠레 측에 협조를 요청함."


def test_a_town_before_a_numbered_meeting_is_where_it_was_held():
    text = "한국과 호주는 올해 5월 1일 멜버른 제6차 외교·국방장관회의를 개최한 이후 협력하고 있다."
    (meeting,) = meetings_of(read_text(text, "ko", DAY))
    assert meeting.endswith("2024-05-01 Melbourne")
