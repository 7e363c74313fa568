"""Korean as wires and ministries write it: who acts for a state, whose verb it is, what is only asked,
planned, denied or recalled. The events are plausible, the sentences the project's own."""

import pytest
from coded import acts_of, meetings_of, read_text

ACTS = [
    ("navies act for their states", "가나와 토고 해군이 지난 18일 기니만에서 합동 순찰을 마쳤다.", ["COOPERATE GHA = TGO"]),
    ("the subject of the sentence, though a relative clause stands between", "칠레 의회가 파괴된 다리를 복구하라고 페루에 요청했다.", ["REQUEST CHL > PER"]),
    ("what one may do", "폴란드는 헝가리에 해명을 요청할 수 있다고 밝혔다.", ["REQUEST POL > HUN (hypothetical)"]),
    ("what is weighed", "가나 정부는 토고에 식량을 지원하는 방안을 검토하고 있다.", ["AID GHA > TGO (hypothetical)"]),
    ("what was never done is not refused", "우간다가 르완다에 국경을 닫겠다고 위협한 일이 없다고 우간다 정부가 밝혔다.", ["THREATEN UGA > RWA (negated)"]),
    ("a denial of one's own act is no rejection", "케냐 국방부는 국경 밖의 무장 세력을 지원한 적이 없다고 못 박았다.", []),
    ("partners told apart", "덴마크는 아이슬란드와는 풍력에서, 노르웨이와는 수소에서 협력을 강화하기로 했다.", ["AGREE DNK = ISL", "AGREE DNK = NOR"]),
    ("a body agrees too", "조지아는 18일 나토와 공동 훈련을 늘리기로 합의했다.", ["AGREE GEO = NATO"]),
    ("whose offer is taken", "브라질은 아르헨티나 대통령의 초청을 수락했다.", ["AGREE BRA > ARG"]),
    ("a demand not met", "페루 정부는 볼리비아의 요청을 받아들이지 않았다.", ["REJECT PER > BOL"]),
    ("help promised is no help yet", "나이지리아 외교부는 홍수로 다리를 잃은 베냉에 트럭 40대를 지원하겠다고 발표했다.", ["AGREE NGA > BEN"]),
    ("a promise to send", "잠비아는 가뭄이 이어지면 말라위에 옥수수를 보내겠다고 약속했다.", ["AGREE ZMB > MWI"]),
    ("a threat under a condition", "요르단은 이스라엘이 사원을 폐쇄하지 않으면 대사를 소환하겠다고 이스라엘에 통보했다.", ["THREATEN JOR > ISR"]),
    ("who brought them together is no target", "아랍에미리트의 중재로 세르비아와 코소보가 포로 20명씩을 맞교환했다.", ["RETREAT SRB = XKX"]),
    ("two subjects: the first speaks, the second is spoken of", "핀란드는 러시아가 자국 영공을 침범했다고 비난했고, 러시아는 근거 없는 주장이라며 일축했다.", ["ACCUSE FIN > RUS", "REJECT RUS > FIN"]),
    ("a launch condemned was not made by those who condemn", "그리스 외교부는 튀르키예의 거듭된 미사일 발사를 강력히 규탄했다.", ["ACCUSE GRC > TUR"]),
    ("who is spoken of in the quotation", "그리스 외교부는 “북러가 무기를 거래한 것은 중대한 위협”이라고 규정하고 강한 우려를 표명했다.", ["ACCUSE GRC > PRK,RUS"]),
    ("somebody acts, but nobody by name", "모로코 여러 단체에서 알제리를 규탄했지만 모로코 외교부는 논평하지 않았다.", []),
    ("somebody of no table did it", "두 나라는 2016년 이란 시위대가 사우디 대사관을 습격한 뒤 말이 없다.", []),
    ("who has acted together is on the stage", "카타르 국왕과 쿠웨이트 국왕이 합의문에 서명했다. 양국은 국경 통로를 함께 관리하기로 했다.", ["AGREE KWT = QAT", "SUPPORT KWT = QAT"]),
    ("asked of those in general", "헝가리는 국제사회에 휴전을 촉구했다. 폴란드 외교부는 논평하지 않았다.", []),
    ("the law is not whom one turns against", "세르비아는 안보리 승인 없이 이뤄지는 코소보의 훈련에 반대했다.", ["REJECT SRB > XKX"]),
    ("relations broken off by both", "차드와 니제르는 18일 국교를 단절했다.", ["SANCTION NER = TCD"]),
    ("a clause that goes on keeps its subject", "요르단이 예멘의 봉쇄에 대해 유감을 표하며, 즉각적인 해제를 예멘에 요구했다.", ["ACCUSE JOR > YEM", "REQUEST JOR > YEM"]),
    ("whose deed is answered", "핀란드가 공군 기지를 열겠다고 발표하자 러시아 외무부는 강하게 비난했다.", ["ACCUSE RUS > FIN"]),
    ("whose offer is answered", "미국의 조건 없는 대화 제의를 북한은 일축했다.", ["REJECT PRK > USA"]),
    ("a subject is no target of its own verb", "칠레 법무부가 병원 전산망을 마비시킨 혐의로 페루 해커를 기소했다.", ["ACCUSE CHL > PER"]),
    ("called to the ministry", "태국 외교부는 라오스 대사를 청사로 불러 즉각적인 철회를 촉구했다.", ["REQUEST THA > LAO"]),
    ("what is asked for is not given", "페루 대통령은 유치를 지지해 줄 것을 칠레에 요청했다.", ["REQUEST PER > CHL"]),
    ("an ambassador called home", "칠레는 페루 주재 대사를 불러들였다.", ["SANCTION CHL > PER"]),
]  # fmt: skip

MEETINGS = [
    ("a remark on how rare it is tells of none", "두 정상이 만난 것은 3년 만이다. 태국 외교장관과 라오스 외교장관은 19일 방콕에서 회담했다.", ["LAO,THA meeting ministerial held 2024-05-19 Bangkok"]),
    ("talks to be resumed are a topic", "베트남 총리는 19일 일본 총리와의 대화 재개 방안을 설명했다.", []),
    ("talks welcomed are not held", "케냐 국방부는 소말리아와의 대화를 환영했다.", []),
    ("what was talked of on the phone", "오만 외무장관과 예멘 외무장관은 18일 전화 통화를 하고 포로 문제를 협의했다.", ["OMN,YEM call ministerial held 2024-05-18"]),
    ("who has a call and then speaks of another", "몽골 외교장관은 19일 캐나다 외교장관과 전화 통화를 갖고 북한의 발사를 논의했다.", ["CAN,MNG call ministerial held 2024-05-19"]),
    ("called off", "25일로 예정됐던 페루 대통령과 칠레 대통령의 회담은 지진으로 취소됐다.", ["CHL,PER meeting summit cancelled 2024-05-25"]),
    ("a trip given up", "로이드 오스틴 미국 국방장관은 이달로 예정한 한국 방문 계획을 접었다.", ["KOR,USA visit ministerial cancelled 2024-05-01"]),
    ("each of the hosts", "몽골 대통령은 카자흐스탄, 우즈베키스탄, 키르기스스탄을 차례로 방문했다.", ["KAZ,MNG visit summit held", "KGZ,MNG visit summit held", "MNG,UZB visit summit held"]),
    ("agreed to hold is planned", "한국과 몽골은 다음 달 3일 울란바토르에서 정상회담을 열기로 합의했다.", ["KOR,MNG meeting summit planned 2024-06-03 Ulaanbaatar"]),
    ("a question tells of nothing", "에콰도르 대통령이 콜롬비아를 방문할까. 두 나라 외교부는 답하지 않았다.", []),
    ("an invitation taken", "페루 대통령은 칠레를 방문해 달라는 칠레 대통령의 초청을 수락했다.", ["CHL,PER visit summit planned"]),
    ("an invitation made", "칠레 대통령은 페루 대통령에게 칠레를 방문해 달라고 요청했다.", ["CHL,PER visit summit proposed"]),
    ("a day to come", "아랍연맹은 17일 카이로에서 긴급 정상회의를 연다.", ["LAS multilateral summit planned 2024-06-17 Cairo"]),
    ("the town behind a topic", "태국 외교장관은 부산에서 라오스 외교장관과 회담했다.", ["LAO,THA meeting ministerial held Busan"]),
    ("leaders whose bodies stand right before", "칠레 대통령과 페루 대통령이 15일 만났다. 주요 20개국(G20)과 아프리카연합(AU) 정상들은 16일 비엔티안에서 긴급회의를 열었다.", ["AU,G20 multilateral other held 2024-05-16 Vientiane", "CHL,PER meeting summit held 2024-05-15"]),
    ("a meeting whose session served as occasion", "두 장관은 유엔 총회를 계기로 의견을 나눴다. 칠레 외교장관과 페루 외교장관은 18일 회담했다.", ["CHL,PER meeting ministerial held 2024-05-18"]),
    ("met the next too", "칠레 대통령은 15일 페루 대통령과 통화했다. 이어 브라질 대통령과도 통화했다.", ["BRA,CHL call summit held 2024-05-15", "CHL,PER call summit held 2024-05-15"]),
    ("agreed to meet", "칠레 대통령과 페루 대통령은 다음 달 만나기로 했다.", ["CHL,PER meeting summit planned 2024-06-01"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "acts"), [a[1:] for a in ACTS], ids=[a[0] for a in ACTS])
def test_a_korean_wire_tells_of(text, acts):
    assert acts_of(read_text(text, "ko", "2024-05-20")) == acts


@pytest.mark.parametrize(("text", "met"), [m[1:] for m in MEETINGS], ids=[m[0] for m in MEETINGS])
def test_a_korean_wire_tells_of_meetings(text, met):
    assert meetings_of(read_text(text, "ko", "2024-05-20")) == met


def test_a_trip_says_in_which_state_they_met():
    text = "리투아니아를 방문 중인 라트비아 대통령은 19일 에스토니아 대통령과 면담했다."
    (meeting,) = read_text(text, "ko", "2024-05-20").reports
    assert meeting.where is not None
    assert (meeting.where.country, meeting.where.city) == ("LTU", None)


def test_who_goes_on_stands_for_his_state_in_a_compound():
    text = (
        "조태열 외교부 장관은 20일 워싱턴에 도착합니다. 22일에는 안토니 블링컨 미국 국무장관과 한미 "
        "외교장관회담을 개최할 예정입니다."
    )
    names = {
        p.name for r in read_text(text, "ko", "2024-05-19", "KOR").reports for p in r.participants
    }
    assert {"조태열", "안토니 블링컨"} <= names


def test_a_foreigner_is_named_again_by_his_first_name_and_title():
    text = (
        "세타 타위신 태국 총리가 18일 말레이시아 총리와 회담했다. 세타 총리는 말레이시아 총리에게 "
        "감사를 표했다."
    )
    assert acts_of(read_text(text, "ko", "2024-05-20")) == ["SUPPORT THA > MYS"]
