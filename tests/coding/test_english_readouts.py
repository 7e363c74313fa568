"""Readouts and wires in English: plural titles, delegations, trips announced, harm and who did it,
what is only promised or asked for. The events are plausible, the sentences the project's own."""

import time

import pytest
from coded import acts_of, meetings_of, read_text

# name, published, publisher's country, text, meetings, acts
CASES = [
    (
        "two surnames under one plural title",
        "2023-11-16", None,
        "Presidents Biden and Xi met near San Francisco on Wednesday.",
        ["CHN,USA meeting summit held 2023-11-15 San Francisco"],
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
        ["SAU,USA meeting ministerial held Jeddah", "SAU,USA visit ministerial held Jeddah"],
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
        ["COL,USA meeting ministerial held 2023-06-10 Washington"],
        [],
    ),
    (
        "another of that family name is not he",
        "2024-01-06", None,
        "President Hassan Sheikh Warsame told parliament that he had spoken with Egyptian President Abdel Fattah al-Sisi.",
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


# what an act's words look like beyond the plainest verb; published, text, acts
ACTS = [
    ("an agency of a state acts for it", "Argentina's prosecutors accused Iran's former intelligence minister of planning the attack.", ["ACCUSE ARG > IRN"]),
    ("arms of a state act for it", "Turkish howitzers shelled a PKK position in the mountains on Tuesday.", ["ASSAULT TUR > PKK"]),
    ("who speaks stands behind the quotation", '"We condemn the strikes on the port," Jordanian Foreign Minister Ayman Safadi said of Israel.', []),
    ("we is who says so", '"We firmly support Argentina in this matter," Chinese Foreign Ministry spokesperson Mao Ning said.', ["SUPPORT CHN > ARG"]),
    ("it is the other who was named", "Denmark told Norway that it needs radars and Sweden asked Norway to lend them.", ["REQUEST SWE > NOR"]),
    ("a relative clause tells of an act", "Sudan's army, which in 2023 had threatened Chad, held its fire on Monday.", ["THREATEN SDN > TCD (background)"]),
    ("an invitation accepted is from whom", "Chilean President Gabriel Boric accepted an invitation from Indian Prime Minister Narendra Modi.", ["AGREE CHL > IND"]),
    ("help that will come is a promise", "South Korea will supply Poland with 180 tanks next year.", ["AGREE KOR > POL"]),
    ("help that came", "Germany handed over four Leopard tanks to Ukraine on Monday.", ["AID DEU > UKR"]),
    ("money that was paid out", "Saudi Arabia transferred $300 million to Yemen on Sunday.", ["AID SAU > YEM"]),
    ("diplomats thrown out", "Ecuador threw out two Argentine diplomats.", ["SANCTION ECU > ARG"]),
    ("an embassy shut", "Morocco shut its embassy in Iran on Friday.", ["SANCTION MAR > IRN"]),
    ("duties imposed", "China has imposed anti-dumping duties on canola from Canada.", ["SANCTION CHN > CAN"]),
    ("a joint exercise under another verb", "Russia and China wrapped up a four-day joint naval exercise off Vladivostok.", ["COOPERATE CHN = RUS"]),
    ("prisoners exchanged", "India and Bangladesh exchanged 90 detained fishermen on Sunday.", ["COOPERATE BGD = IND"]),
    ("relations opened are signed by both", "Botswana and Bolivia established diplomatic relations in New York.", ["SUPPORT BOL = BWA"]),
    ("regret expressed to somebody is an apology", "Ecuador's defence minister voiced regret to Colombia over the shots.", ["CONCEDE ECU > COL"]),
    ("a ban lifted", "China has lifted its two-year ban on lobster from Australia.", ["CONCEDE CHN > AUS"]),
    ("put on notice", "Algeria put France on notice that it would close its consulates.", ["THREATEN DZA > FRA"]),
    ("found fault with", "Germany's foreign minister faulted Georgia for the vote.", ["ACCUSE DEU > GEO"]),
    ("told to do", "Secretary of State Marco Rubio told Rwanda to pull back from the border.", ["REQUEST USA > RWA"]),
    ("a question is no request", "Mexico's president was at the summit, asked twice about Cuba by reporters.", []),
    ("what is denied is not whom", "India's Commerce Ministry denied that exports to Bangladesh had ended.", []),
    ("all sides are not those who met", "Presidents Biden and Macron met in Paris on Sunday. China called on all sides to show restraint.", []),
    ("gas turned off", "Russia halted gas supplies to Moldova on New Year's Day.", ["COERCE RUS > MDA"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "acts"), [a[1:] for a in ACTS], ids=[a[0] for a in ACTS])
def test_the_words_of_an_act(text, acts):
    assert acts_of(read_text(text, "en", "2025-01-08")) == acts


# text of one sentence or two, published on 2024-06-12 by the United States, and its meetings
MEETINGS = [
    ("a trip to two states is two trips", "Deputy Secretary of State Kurt Campbell traveled to Gabon and Nigeria on Monday.", ["GAB,USA visit vice-ministerial held 2024-06-10", "NGA,USA visit vice-ministerial held 2024-06-10"]),
    ("where he was says whose president he met", "In Gabon, Secretary of State Antony Blinken met with President Jean Obame.", ["GAB,USA meeting ministerial held"]),
    ("the one state of the text has the minister", "Secretary of State Antony Blinken traveled to Haiti on Monday. The delegation met with Prime Minister Jean Dupuy.", ["HTI,USA meeting ministerial held 2024-06-10", "HTI,USA visit ministerial held 2024-06-10"]),
    ("commitments are met by nobody", "President Joe Biden welcomed Germany's pledge to meet its NATO commitments.", []),
    ("today is the day of the call, not of the summit", "President Joe Biden spoke today with Chancellor Olaf Scholz of Germany ahead of the NATO Summit.", ["DEU,USA call summit held 2024-06-12", "NATO multilateral summit planned"]),
    ("what they also spoke about is the same meeting", "President Joe Biden met today with President Emmanuel Macron of France. They also spoke about trade.", ["FRA,USA meeting summit held 2024-06-12"]),
    ("what leaders will consider at the summit is no meeting of two", "President Joe Biden spoke today with Chancellor Olaf Scholz of Germany. They discussed what leaders will consider at the Summit.", ["DEU,USA call summit held 2024-06-12"]),
    ("an audience with the pope", "In his audience with Pope Francis today, President Joe Biden thanked him.", ["USA,VAT meeting summit held 2024-06-12"]),
    ("a name behind a field of office is no Korean", "Secretary of State Antony Blinken met with Minister of Environment Lee Whitmore on Monday.", []),
    ("a weekday of what was held lies behind", "On Thursday, Secretary of State Antony Blinken met with Foreign Minister Mélanie Joly of Canada in Ottawa.", ["CAN,USA meeting ministerial held 2024-06-06 Ottawa"]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "meetings"), [m[1:] for m in MEETINGS], ids=[m[0] for m in MEETINGS]
)
def test_who_met_where_and_when(text, meetings):
    assert meetings_of(read_text(text, "en", "2024-06-12", "USA")) == meetings


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("Canada praised a plan for the Cypriots consistent with Chinese proposals.", []),
        ("Japan is worried about Iran-backed attacks on ships.", []),
        ("President Emmanuel Macron thanked the king for his efforts in talks with Syria.", []),
        ("Canada stressed the importance of supporting women in Kenya.", []),
        ("The report praised airdrops of medical supplies to Gaza by Jordan.", []),
    ],
)
def test_words_within_words_and_what_thanks_are_for_name_no_act(text, acts):
    assert acts_of(read_text(text, "en", "2024-06-12")) == acts


# how wires tell of meetings; published on Wednesday, 5 February 2025
WIRES = [
    ("leaders known by a surname of two letters", "Putin and Xi are scheduled to meet on the sidelines of the BRICS summit in Kazan next week.", ["BRICS multilateral summit planned 2025-02-10 Kazan", "CHN,RUS meeting summit planned 2025-02-10 Kazan"]),
    ("ministers of a body meet", "ASEAN foreign ministers will meet in Vientiane on Saturday.", ["ASEAN multilateral other planned 2025-02-08 Vientiane"]),
    ("leaders gather for a summit that is one with it", "Leaders of the European Union gather in Brussels on Thursday for a summit.", ["EU multilateral summit planned 2025-02-06 Brussels"]),
    ("at whose request is no party", "The U.N. Security Council is to hold an emergency meeting on Monday at Russia's request.", ["UNSC multilateral other planned 2025-02-10"]),
    ("is travelling", "U.S. Secretary of State Marco Rubio is traveling to Israel next week.", ["ISR,USA visit ministerial planned 2025-02-10"]),
    ("a call at the head and who told whom", "In a phone call on Tuesday, Japanese Prime Minister Shigeru Ishiba told U.S. President Donald Trump that tariffs were regrettable.", ["JPN,USA call summit held 2025-02-04"]),
    ("told his counterpart in a call", "Israeli Defence Minister Israel Katz told his U.S. counterpart Pete Hegseth in a call that Israel would act.", ["ISR,USA call ministerial held"]),
    ("spoken to two is two calls", "Trump said he had spoken to Putin and Zelenskiy.", ["RUS,USA call summit held", "UKR,USA call summit held"]),
    ("those who have not spoken did not", "Russian President Vladimir Putin and French President Emmanuel Macron have not spoken.", []),
    ("negotiators of two states", "U.S. and Iranian negotiators will hold a fifth round of talks in Rome on Friday.", ["IRN,USA meeting other planned 2025-02-07 Rome"]),
    ("delegations of two states", "Russian and Ukrainian delegations met face to face in Istanbul.", ["RUS,UKR meeting other held Istanbul"]),
    ("for a meeting with", "Kim Jong Un travelled to Vladivostok by train for a meeting with Putin.", ["PRK,RUS meeting summit held Vladivostok", "PRK,RUS visit summit held Vladivostok"]),
    ("an adjective before the title of who was called", "Brazilian President Lula called Venezuelan President Nicolas Maduro on Sunday.", ["BRA,VEN call summit held 2025-02-02"]),
    ("on a visit", "NATO Secretary General Mark Rutte, on a visit to Kyiv, met President Zelenskiy on Saturday.", ["NATO,UKR meeting other held 2025-02-01 Kyiv", "NATO,UKR visit other held 2025-02-01 Kyiv"]),
    ("begins a visit on a day to come", "Chinese Foreign Minister Wang Yi begins a visit to India on Monday.", ["CHN,IND visit ministerial planned 2025-02-10"]),
    ("a headline's infinitive", "India's Modi to visit China for the first time in seven years.", ["CHN,IND visit summit planned"]),
    ("views exchanged with somebody", "Turkish Foreign Minister Hakan Fidan exchanged views on security with Finnish Foreign Minister Elina Valtonen.", ["FIN,TUR meeting ministerial held"]),
    ("what did not take place", "A planned call between Lula and Milei did not take place.", []),
    ("whose visit it is stands before it", "Indian Foreign Minister S. Jaishankar's visit to Beijing is the first in five years.", ["CHN,IND visit ministerial held Beijing"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "meetings"), [w[1:] for w in WIRES], ids=[w[0] for w in WIRES])
def test_a_wire_tells_of_meetings(text, meetings):
    assert meetings_of(read_text(text, "en", "2025-02-05")) == meetings


OFFICES_AND_ORIGINS = [
    ("a head of government called chief adviser", "President Biden met today with Chief Adviser Muhammad Yunus of Bangladesh.", ["BGD,USA meeting summit held 2024-09-24"]),
    ("a chief adviser of another state", "Secretary of State Antony Blinken met today with Foreign Minister Hakan Fidan of Türkiye. The Chief Advisor met the press.", ["TUR,USA meeting ministerial held 2024-09-24"]),
    ("where a journalist comes from", "President Biden met an Iranian-American journalist on Tuesday.", []),
    ("two states in one adjective still talk", "Russian-American talks were held in Geneva on Monday.", ["RUS,USA meeting other held 2024-09-23 Geneva"]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "meetings"),
    [w[1:] for w in OFFICES_AND_ORIGINS],
    ids=[w[0] for w in OFFICES_AND_ORIGINS],
)
def test_an_office_or_an_origin_makes_no_state_a_party(text, meetings):
    assert meetings_of(read_text(text, "en", "2024-09-24", "USA")) == meetings


# as the Japanese foreign ministry writes in English; published on Monday, 26 August 2024
TOKYO = [
    ("a working dinner", "On August 25, Ms. KAMIKAWA Yoko, Minister for Foreign Affairs of Japan, held a working dinner with H.E. Dr. Wycliffe Musalia MUDAVADI, Prime Cabinet Secretary of the Republic of Kenya.", ["JPN,KEN meeting ministerial held 2024-08-25"]),
    ("a courtesy call on an Excellency", "On August 25, Ms. KAMIKAWA Yoko, Minister for Foreign Affairs of Japan, paid a courtesy call on H.E. Dr. William Ruto, President of the Republic of Kenya.", ["JPN,KEN meeting ministerial held 2024-08-25"]),
    ("a telephone talk", "On August 25, commencing at 6:55 p.m. for approximately 20 minutes, Ms. KAMIKAWA Yoko, Minister for Foreign Affairs of Japan, held a telephone talk with H.E. Mr. Gideon Saar, Minister of Foreign Affairs of the State of Israel.", ["ISR,JPN call ministerial held 2024-08-25"]),
    ("titles with full stops end no sentence", "Ms. Kamikawa met on Sunday with Dr. Wycliffe Musalia MUDAVADI, Foreign Minister of Kenya.", ["JPN,KEN meeting ministerial held 2024-08-25"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "meetings"), [w[1:] for w in TOKYO], ids=[w[0] for w in TOKYO])
def test_tokyo_tells_of_meetings_in_english(text, meetings):
    assert meetings_of(read_text(text, "en", "2024-08-26", "JPN")) == meetings


CALLS = [
    ("who calls a person names is not", "Emmanuel Macron called Olaf Scholz on Thursday a friend of Europe.", [], []),
    ("an expulsion announced", "Spain announced the expulsion of 27 Iranian diplomats on Thursday.", [], ["SANCTION ESP > IRN"]),
    ("who calls on a prime minister meets him", "Indian External Affairs Minister S. Jaishankar called on the Sri Lankan prime minister.", ["IND,LKA meeting ministerial held"], []),
    ("who calls on him to act asks", "Indian External Affairs Minister S. Jaishankar called on the Sri Lankan prime minister to free the fishermen.", [], ["REQUEST IND > LKA"]),
    ("an ambassador with a capital and a state with dots", "Russia's Foreign Ministry summoned U.S. Ambassador John Tefft on Friday.", [], ["ACCUSE RUS > USA"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "met", "acts"), [c[1:] for c in CALLS], ids=[c[0] for c in CALLS])
def test_who_is_called_on_or_summoned(text, met, acts):
    reading = read_text(text, "en", "2020-02-08")
    assert (meetings_of(reading), acts_of(reading)) == (met, acts)


def test_many_words_between_a_meeting_and_who_was_met_cost_no_time():
    between = "on " + ", ".join(["trade", "aid", "visas", "fish", "grain", "ports"] * 6)
    began = time.perf_counter()
    read_text(f"President Joe Biden held talks {between} to Emmanuel Macron.", "en", "2024-06-12")
    assert time.perf_counter() - began < 5  # it was minutes before, in a page that means harm
