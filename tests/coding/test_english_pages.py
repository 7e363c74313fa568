"""English pages of papers, wires and ministries as they come: one invented text for each cause."""

import pytest
from coded import acts_of, meetings_of, read_text

from dragoman.reading import find_dateline

ACTS = [
    (
        "the press is no party",
        "Kenya's president met Uganda's president in Kampala, AP reported. "
        "CNN accused Kenya of closing the road. Kyodo News urged Uganda to open it.",
        [],
    ),
    (
        "the press of a state that owns it speaks for that state",
        "KCNA accused South Korea of sending leaflets.",
        ["ACCUSE PRK > KOR"],
    ),
    (
        "a call on a head of state asks for nothing",
        "Foreign Minister Park Jin will call on Prime Minister Fumio Kishida and hold talks in Tokyo.",
        [],
    ),
    (
        "a call on somebody to do something asks",
        "Foreign Minister Park Jin called on Prime Minister Fumio Kishida to lift the ban.",
        ["REQUEST KOR > JPN"],
    ),
    (
        "regret at not being able to come blames nobody",
        "King Salman called President Barack Obama to express his regret at not being able to come.",
        [],
    ),
    (
        "a body whose resolutions are broken is no party",
        "Japan condemned the launch by North Korea as a violation of UN Security Council resolutions.",
        ["ACCUSE JPN > PRK"],
    ),
    (
        "ministers of a body act as that body",
        "European Union foreign ministers imposed sanctions on Belarus.",
        ["SANCTION EU > BLR"],
    ),
    (
        "a body of many goes on as they",
        "The Group of Seven (G7) foreign ministers condemned Belarus on Monday. They urged Iran to release the crew.",
        ["ACCUSE G7 > BLR", "REQUEST G7 > IRN"],
    ),
    (
        "who is slammed is criticised",
        "Brazil slammed Argentina over the pact.",
        ["ACCUSE BRA > ARG"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "acts"), [c[1:] for c in ACTS], ids=[c[0] for c in ACTS])
def test_acts_of_an_english_page(text, acts):
    assert acts_of(read_text(text, "en", "2023-05-10")) == acts


@pytest.mark.parametrize(
    ("text", "place", "agency"),
    [
        ("DOHA, Qatar — (AP) — Mediators met.", "DOHA, Qatar", "AP"),
        ("Colombo, March 26 (IANS) The minister left.", "Colombo", "IANS"),
        ("NEW DELHI (UrduPoint News / Sputnik - 10th May, 2020) The minister left.", "NEW DELHI", "UrduPoint"),
        ("Riyadh, Jumada I 04, 1438, February 01, 2017, SPA -- A call took place.", "Riyadh", "SPA"),
        ("ABUJA, June 5 (NAN): The envoy left.", "ABUJA", "NAN"),
        ("New Delhi [India], June 5 (ANI): The envoy left.", "New Delhi [India]", "ANI"),
    ],
)  # fmt: skip
def test_datelines_of_asian_african_and_arab_wires(text, place, agency):
    dateline = find_dateline(text)
    assert dateline is not None
    assert (dateline.place, dateline.agency) == (place, agency)


def test_a_body_with_its_letters_opens_no_dateline():
    assert find_dateline("The United Nations (UN) said so.") is None


def test_the_town_that_opens_a_story_takes_no_part_in_it():
    text = "New Delhi: Foreign Minister Park Jin met Foreign Minister Yoshimasa Hayashi on Monday."
    assert meetings_of(read_text(text, "en", "2023-05-10")) == [
        "JPN,KOR meeting ministerial held 2023-05-08"
    ]


MEETINGS = [
    (
        "courtesy calls are meetings",
        "Foreign Minister Park Jin will make a courtesy call on Prime Minister Fumio Kishida.",
        ["JPN,KOR meeting ministerial planned"],
    ),
    (
        "China's executive vice minister is received",
        "On 8 May Foreign Minister Sergey Lavrov received Executive Vice Minister of Foreign Affairs of "
        "the People’s Republic of China Ma Zhaoxu.",
        ["CHN,RUS meeting vice-ministerial held 2023-05-08"],
    ),
    (
        "the agenda of upcoming meetings is no meeting",
        "Japan and South Korea reviewed the agenda for the upcoming meetings.",
        [],
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "meetings"), [c[1:] for c in MEETINGS], ids=[c[0] for c in MEETINGS]
)
def test_meetings_of_an_english_page(text, meetings):
    assert meetings_of(read_text(text, "en", "2023-05-10")) == meetings


FURNITURE = [
    "Rain floods Rome  • Japan condemns North Korea  • Oil falls again  • Brazil thanks Chile",
    "See also  Japan condemns North Korea over launch",
    "Jane Roe is the paper's diplomatic correspondent in Tokyo",
    "This photo, taken on May 1, 2023, shows Japan's foreign minister, who condemned North Korea.",
    "Foreign Minister Park Jin (R) meets Foreign Minister Yoshimasa Hayashi in Seoul. (Yonhap)",
    "FILE PHOTO: Japan condemned North Korea in the Security Council. REUTERS",
]


@pytest.mark.parametrize("line", FURNITURE)
def test_what_a_site_sets_around_a_story_tells_nothing(line):
    text = f"Harbour reopens\n\nThe harbour reopened on Monday.\n\n{line}\n\nShips are back at sea."
    reading = read_text(text, "en", "2023-05-10")
    assert not reading.reports


BRIEFING = """Press Conference by Foreign Minister HAYASHI Yoshimasa

Tuesday, May 9, 2023, 10:02 a.m. Ministry of Foreign Affairs

Opening Remarks

Mr. HAYASHI Yoshimasa, Minister for Foreign Affairs: I held a telephone talk with Foreign Minister Park yesterday.

Harbour Daily, Sato: I met the ambassador of Chile. Will you go to Peru?

Minister Hayashi: I spoke with Foreign Minister Baerbock of Germany this morning.
"""


def test_who_says_i_in_the_record_of_a_press_conference_is_named_by_the_label():
    assert meetings_of(read_text(BRIEFING, "en", "2023-05-09", "JPN")) == [
        "DEU,JPN call ministerial held 2023-05-09",
        "JPN,KOR call ministerial held 2023-05-08",
    ]


def test_the_president_is_not_the_one_whom_he_will_host():
    text = (
        "The President will host Prime Minister Kishida and President Yoon at Camp David on Friday."
    )
    told = meetings_of(read_text(text, "en", "2023-08-16", "USA"))
    assert [sorted(line.split(" ")[0].split(",")) for line in told] == [["JPN", "KOR", "USA"]]
