"""What reading whole readouts by eye taught: titles in brackets and pairs, counterparts by their
states, talk that is no new meeting, teams that meet in the place of those who speak. The events are
plausible, the sentences the project's own."""

import time

import pytest
from coded import meetings_of, read_text

from dragoman.coding.pipeline import Coder
from dragoman.reading import read_document
from dragoman.settings import Settings
from dragoman.sources import Fetched
from dragoman.sources.fetched import Hints

# name, text published on 2024-03-20 by the USA, meetings
CASES = [
    (
        "letters in brackets between an office and its name, and behind a body's",
        "U.S. Principal Deputy National Security Advisor (PDNSA) Jon Finer met today with the World Health Organization (WHO) "
        "Director-General (DG) Dr. Tedros Adhanom Ghebreyesus.",
        ["USA,WHO meeting other held 2024-03-20"],
    ),
    (
        "an acting minister is the minister",
        "National Security Advisor Jake Sullivan hosted Colombian Acting Foreign Minister Luis Murillo and his aides on March 18, 2024.",
        ["COL,USA meeting ministerial held 2024-03-18"],
    ),
    (
        "counterparts told by their states",
        "National Security Advisor Jake Sullivan met today with his counterparts from NATO Allies Estonia, Latvia, and Norway.",
        ["EST,LVA,NOR,USA multilateral ministerial held 2024-03-20"],
    ),
    (
        "offices in the plural of a row of states",
        "National Security Advisor Jake Sullivan met yesterday with the Deputy National Security Advisors of France, Chile, and Peru.",
        ["CHL,FRA,PER,USA multilateral vice-ministerial held 2024-03-19"],
    ),
    (
        "the body at whose side they met is no party",
        "President Biden spoke today on the margins of the NATO Summit with President Andrzej Duda of Poland.",
        ["POL,USA call summit held 2024-03-20"],
    ),
    (
        "a call that is received",
        "On Monday, President Biden received a call from President Abdel Fattah el-Sisi of Egypt.",
        ["EGY,USA call summit held 2024-03-18"],
    ),
    (
        "a call on a day of the month",
        "President Biden, Prime Minister Kishida of Japan, and President Yoon of Korea held a trilateral phone call on March 19, 2024.",
        ["JPN,KOR,USA call summit held 2024-03-19"],
    ),
    (
        "he and his team met",
        "National Security Advisor Jake Sullivan and his team met today with President Gustavo Petro of Colombia.",
        ["COL,USA meeting ministerial held 2024-03-20"],
    ),
    (
        "families and women stand for no state",
        "Vice President Kamala Harris met today with families of Israeli hostages and spoke with a group of Korean women.",
        [],
    ),
    (
        "a conference that two speak of is not theirs",
        "President Biden met today with President Emmanuel Macron of France. "
        "Both leaders underscored their hopes for ambitious outcomes at the COP31 Summit in Antalya in November.",
        ["FRA,USA meeting summit held 2024-03-20"],
    ),
    (
        "what they discussed does not make it a call",
        "President Biden met today with President Emmanuel Macron of France. The two leaders discussed the second Summit on Oceans.",
        ["FRA,USA meeting summit held 2024-03-20"],
    ),
    (
        "a conversation is the meeting told before",
        "National Security Advisor Jake Sullivan met today with Mongolian Prime Minister Oyun-Erdene Luvsannamsrai. "
        "The two held a frank conversation covering a wide range of issues.",
        ["MNG,USA meeting ministerial held 2024-03-20"],
    ),
    (
        "following up on their discussions is no meeting to come",
        "President Biden met today with President Emmanuel Macron of France. "
        "The two leaders agreed that their teams will follow up on their discussions in Paris.",
        ["FRA,USA meeting summit held 2024-03-20"],
    ),
    (
        "their teams will meet, not they",
        "President Biden spoke today with President Bernardo Arévalo of Guatemala. "
        "Both Presidents agreed for their respective teams to meet in the coming weeks.",
        ["GTM,USA call summit held 2024-03-20", "GTM,USA meeting other planned"],
    ),
    (
        "a meeting between their teams",
        "President Biden spoke today with Prime Minister Netanyahu of Israel. "
        "Both leaders welcomed the meeting to take place on April 15 between their national security teams.",
        ["ISR,USA call summit held 2024-03-20", "ISR,USA meeting other planned 2024-04-15"],
    ),
    (
        "who met is the council of two sides, not those who speak of it",
        "President Biden spoke today with President Emmanuel Macron of France. "
        "They discussed the U.S.-EU Trade and Technology Council, which met in Pittsburgh on March 2.",
        ["EU,USA meeting other background 2024-03-02 Pittsburgh", "FRA,USA call summit held 2024-03-20"],
    ),
    (
        "who chairs a body is one guest, not two",
        "Vice President Kamala Harris today spoke to Prime Minister Mia Mottley of Barbados, Chair of the Caribbean Community (CARICOM).",
        ["BRB,USA call other held 2024-03-20"],
    ),
    (
        "the town of the summit that they prepare for is not theirs",
        "President Biden met today with Secretary General Jens Stoltenberg of NATO to prepare for the NATO Summit in Vilnius.",
        ["NATO,USA meeting other held 2024-03-20"],
    ),
    (
        "a junior among guests, and the long name of a state",
        "President Biden met today with President Surangel Whipps, Jr. of Palau and Prime Minister Philip Davis of The Commonwealth of The Bahamas. "
        "The leaders thanked The Bahamas.",
        ["BHS,PLW,USA multilateral summit held 2024-03-20"],
    ),
    (
        "a trip in the month of May is recalled and not proposed",
        "Following up on Vice President Kamala Harris’s May 2022 trip to Abu Dhabi, they reaffirmed the partnership.",
        ["ARE,USA visit other background 2022-05-01 Abu Dhabi"],
    ),
    (
        "whose travel is spoken of travels",
        "President Biden spoke today with Prime Minister Modi of India. "
        "They also discussed National Security Advisor Jake Sullivan’s upcoming travel to New Delhi to engage the new government.",
        ["IND,USA call summit held 2024-03-20", "IND,USA visit ministerial planned New Delhi"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "meetings"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_a_readout_tells_of(text, meetings):
    assert meetings_of(read_text(text, "en", "2024-03-20", "USA")) == meetings


def _people(text):
    reading = read_text(text, "en", "2022-10-13", "USA")
    return [(p.name, p.country) for r in reading.reports for p in r.participants if p.name]


def test_one_who_holds_two_offices_is_one_person():
    told = _people(
        "National Security Advisor Jake Sullivan met with Qatari Deputy Prime Minister & Foreign Minister Mohammed bin Abdulrahman Al Thani."
    )
    assert ("Mohammed bin Abdulrahman Al Thani", "QAT") in told


def test_a_title_known_from_one_state_leaves_a_known_person_his_own():
    told = _people("Jake Sullivan met in Washington with Foreign Secretary Marcelo Ebrard.")
    assert ("Marcelo Ebrard", "MEX") in told


def test_under_a_title_that_tells_of_a_meeting_who_spoke_had_met():
    text = "National Security Advisor Jake Sullivan spoke on Tuesday with President Gustavo Petro of Colombia."
    forms = []
    for title in ("Readout of Jake Sullivan’s Meeting with President Petro", "Readout of a Call"):
        hints = Hints(title=title, published="2024-03-20")
        document = read_document(Fetched(source="page", hints=hints, text=text))
        forms += [r.form for r in Coder().code(document).reports if r.kind == "meeting"]
    assert forms == ["meeting", "call"]


def test_a_row_of_participants_is_no_meeting_of_two_of_them():
    coder = Coder.open(Settings())
    text = (
        "Vice President Kamala Harris met virtually today with leaders of the region.\n\nParticipants:\n\n"
        "Prime Minister Mia Mottley of Barbados\n\nPrime Minister Andrew Holness of Jamaica\n\n"
        "Tennessee State Senator London Lamar\n"
    )
    document = read_document(Fetched(source="page", hints=Hints(published="2024-03-20"), text=text))
    told = [{p.country for p in r.participants} for r in coder.code(document).reports]
    assert not [parties for parties in told if parties & {"BRB", "JAM", "GBR"}]


def test_a_long_line_of_names_and_titles_is_read_quickly():
    text = (
        "Sullivan met with the "
        + "Deputy National Security Advisors of France and " * 400
        + "Peru."
    )
    began = time.perf_counter()
    read_text(text, "en", "2024-03-20", "USA")
    assert time.perf_counter() - began < 10
