"""Readouts and wires in English: plural titles, delegations, trips announced, harm and who did it,
what is only promised or asked for. The events are plausible, the sentences the project's own."""

import pytest
from coded import acts_of, meetings_of, read_text

# name, published, publisher's country, text, meetings, acts
CASES = [
    (
        "two surnames under one plural title",
        "2023-11-16", None,
        "Presidents Biden and Xi met near San Francisco on Wednesday.",
        ["CHN,USA meeting summit held 2023-11-15"],
        [],
    ),
    (
        "each name under a plural title with its state",
        "2024-02-20", None,
        "Presidents Erdogan of Türkiye and Aliyev of Azerbaijan held talks in Ankara on Monday.",
        ["AZE,TUR meeting summit held 2024-02-19 Ankara"],
        [],
    ),
    (
        "three names under a plural title",
        "2023-07-20", None,
        "Presidents Erdogan, Putin and Raisi met in Tehran on Tuesday.",
        ["IRN,RUS,TUR multilateral summit held 2023-07-18 Tehran"],
        [],
    ),
    (
        "the state of an adviser whom no table knows stands behind the name",
        "2024-09-24", "USA",
        "National Security Advisor Jake Sullivan spoke today with National Security Advisor Thandi Mokoena of South Africa.",
        ["USA,ZAF call ministerial held 2024-09-24"],
        [],
    ),
    (
        "a majesty between and and the king",
        "2025-03-12", "USA",
        "Yesterday, President Donald J. Trump and His Majesty King Abdullah II of Jordan held a warm and useful working meeting. "
        "King Abdullah congratulated President Trump.",
        ["JOR,USA meeting summit held 2025-03-11"],
        ["SUPPORT JOR > USA"],
    ),
    (
        "who is expected somewhere travels there",
        "2024-06-12", None,
        "German Foreign Minister Annalena Baerbock is expected in Kyiv next week.",
        ["DEU,UKR visit ministerial planned 2024-06-17 Kyiv"],
        [],
    ),
    (
        "who travelled to meet somebody met him",
        "2024-06-12", "USA",
        "Secretary of State Antony Blinken traveled to Jeddah, Saudi Arabia, to meet with Crown Prince Mohammed bin Salman.",
        ["SAU,USA meeting ministerial held", "SAU,USA visit ministerial held Jeddah"],
        [],
    ),
    (
        "the body of two sides met",
        "2024-06-12", None,
        "On Monday, the U.S.-EU Council on Critical Minerals met in Washington to review its work.",
        ["EU,USA meeting other held 2024-06-10 Washington"],
        [],
    ),
    (
        "consultations that are to go on are no meeting",
        "2024-06-12", "USA",
        "Secretary Blinken and Foreign Minister Mélanie Joly of Canada agreed to maintain regular consultations.",
        [],
        ["AGREE CAN = USA"],
    ),
    (
        "what is agreed at a summit is not the summit",
        "2024-03-22", None,
        "South Korean President Yoon Suk Yeol and Japanese Prime Minister Fumio Kishida agreed to resume shuttle diplomacy at their summit in Tokyo on Thursday.",
        ["JPN,KOR meeting summit held 2024-03-21 Tokyo"],
        ["AGREE JPN = KOR"],
    ),
    (
        "a courtesy call asks for nothing",
        "2024-09-24", None,
        "Turkish Foreign Minister Hakan Fidan paid a courtesy call on Azerbaijani President Ilham Aliyev in Baku.",
        ["AZE,TUR meeting ministerial held Baku"],
        [],
    ),
    (
        "help that is promised is the promise",
        "2024-09-24", None,
        "British Prime Minister Keir Starmer and French President Emmanuel Macron underscored their commitment to continue providing Ukraine with security assistance.",
        [],
        ["AGREE FRA,GBR > UKR"],
    ),
    (
        "the invasion for which a price is raised is not theirs who raise it",
        "2024-09-24", None,
        "British Prime Minister Keir Starmer and French President Emmanuel Macron affirmed their determination to keep raising the costs on Russia for its unjustified invasion of Ukraine.",
        [],
        ["AGREE FRA = GBR"],
    ),
    (
        "who is struck is not who is blamed",
        "2024-09-24", None,
        "The United States condemned the rocket attacks from Gaza into Israel. "
        "France condemned the missile strikes by Russia on Odesa.",
        [],
        ["ACCUSE FRA > RUS"],
    ),
    (
        "whom something is asked of stands before what is asked",
        "2024-09-24", None,
        "President Biden urged Egyptian President Abdel Fattah al-Sisi to do all he can to secure Hamas's acceptance of the deal.",
        [],
        ["REQUEST USA > EGY"],
    ),
    (
        "what is asked for is asked of its owner",
        "2024-09-24", None,
        "Pakistan asked for China's help in dealing with Afghanistan.",
        [],
        ["REQUEST PAK > CHN"],
    ),
    (
        "a coordinate verb has objects of its own",
        "2024-09-24", None,
        "Canada expressed appreciation for the close coordination with Australia on Afghanistan and affirmed plans for cooperation with Japan.",
        [],
        ["SUPPORT CAN > AUS"],
    ),
    (
        "who is welcomed somewhere is met and not praised",
        "2023-06-11", "USA",
        "National Security Advisor Jake Sullivan welcomed Colombian Foreign Minister Álvaro Leyva to the White House on June 10, 2023.",
        ["COL,USA meeting ministerial held 2023-06-10"],
        [],
    ),
    (
        "another of that family name is not he",
        "2024-01-06", None,
        "President Hassan Sheikh Mohamud told parliament that he had spoken with Egyptian President Abdel Fattah al-Sisi.",
        [],
        [],
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("published", "country", "text", "meetings", "acts"),
    [case[1:] for case in CASES],
    ids=[case[0] for case in CASES],
)
def test_an_english_readout_gives(published, country, text, meetings, acts):
    reading = read_text(text, "en", published, country)
    assert meetings_of(reading) == meetings
    assert acts_of(reading) == acts
