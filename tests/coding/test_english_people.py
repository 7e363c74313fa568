"""People of no table in English readouts: long titles before and behind a name, rows of officials,
houses that are places. The names are invented, the sentences the project's own."""

import pytest
from coded import meetings_of, read_text

from dragoman.coding.names.gazetteer import Gazetteer

# what is tested, the sentence, (country, name) of each person that it names abroad
PEOPLE = [
    ("a title with a field before the name",
     "Finer met with French Diplomatic Counselor to the President Luc Marchand in Paris.",
     [("FRA", "Luc Marchand")]),
    ("a house and two fields",
     "Finer met with German Chancellery Foreign and Security Policy Advisor Jonas Wiebe.",
     [("DEU", "Jonas Wiebe")]),
    ("a title whose field holds the state",
     "The talks were led by Deputy Prime Minister for Restoration of Ukraine Taras Hlushko.",
     [("UKR", "Taras Hlushko")]),
    ("an aside behind the name",
     "Finer met with Karl-Erik Sandgren, Permanent Under-Secretary of State at the Danish Prime Minister’s Office.",
     [("DNK", "Karl-Erik Sandgren")]),
    ("an honour between the title and the name",
     "Finer spoke with President Sheikh Mohamed bin Zayed of the United Arab Emirates.",
     [("ARE", "Mohamed bin Zayed")]),
    ("a row of officials of one state",
     "Finer met with Israeli Leader of the Opposition Noam Peleg, Minister of Defense Ilan Barkai, and Chief of Defense Gil Tamari.",
     [("ISR", "Noam Peleg"), ("ISR", "Ilan Barkai"), ("ISR", "Gil Tamari")]),
    ("two names under one plural title",
     "Finer met with European Commission Executive Vice Presidents Marta Vestling and Karl Dombek today.",
     [("EC", "Marta Vestling"), ("EC", "Karl Dombek")]),
    ("two offices of one man",
     "Finer met with Deputy Chief of Staff of the President of the Republic of Kazakhstan and Special Representative of the President for International Cooperation Daniyar Akhmetzhan.",
     [("KAZ", "Daniyar Akhmetzhan")]),
    ("a body with its letters behind it",
     "Finer spoke with International Committee of the Red Cross (ICRC) Regional Director Anja Keller.",
     [("ICRC", "Anja Keller")]),
    ("a title for a place that is not its state",
     "Finer met with United Nations Senior Coordinator for Gaza Sanne de Groot.",
     [("UN", "Sanne de Groot")]),
    ("an aside of a house of the Union",
     "Finer met with Rémi Faucher, Head of Cabinet to the President of the European Council.",
     [("EU", "Rémi Faucher")]),
    ("heads of bureaus in small letters",
     "Finer met with the director of the National Anti-Corruption Bureau of Ukraine Bohdan Lys, Special Anti-Corruption Prosecutor Ihor Vovk, and the Chief Justice of the High Court Olena Sych.",
     [("UKR", "Bohdan Lys"), ("UKR", "Ihor Vovk"), ("UKR", "Olena Sych")]),
    ("a body's own official behind a committee of it",
     "Finer met with Secretary General of the Executive Committee of the PLO Hussam al-Masri.",
     [("PLO", "Hussam al-Masri")]),
    ("the title behind a name alone is the next one's",
     "Finer met with Israeli Minister of Energy Gil Tamar, and Secretary of State Antony Blinken.",
     [("ISR", "Gil Tamar"), ("USA", "Antony Blinken")]),
    ("two titles and a name, each behind a comma",
     "Finer spoke today with Polish Secretary of State, Head of the National Security Bureau, Janusz Kowalik.",
     [("POL", "Janusz Kowalik")]),
    ("a commander of a command with its letters",
     "Commander of the United States Southern Command (SOUTHCOM) General Anna Reed met officials.",
     [("USA", "Anna Reed")]),
    ("a field that is no name",
     "Finer met with Kenyan Climate Change Minister Amos Wekesa.",
     [("KEN", "Amos Wekesa")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "people"), [c[1:] for c in PEOPLE], ids=[c[0] for c in PEOPLE])
def test_a_long_title_introduces_a_person_of_no_table(text: str, people: list[tuple[str, str]]):
    found = Gazetteer.load().find(text, "en", "2024-05-20")
    assert [(m.country, m.name) for m in found if m.kind == "person" and m.country] == people


PLACES = [
    ("a house that the text met at",
     "National Security Advisor Jake Sullivan met today at the White House with National Security Advisor Ron Adler of Israel.",
     ["ISR,USA meeting ministerial held 2024-05-20 Washington"]),
    ("a town of a state of the Union",
     "National Security Advisor Jake Sullivan met today with National Security Advisor Ron Adler of Israel in San Francisco, California.",
     ["ISR,USA meeting ministerial held 2024-05-20 San Francisco"]),
    ("a call by a person's name alone",
     "President Joe Biden and Prime Minister Mette Frederiksen of Denmark talked today about Ukraine. "
     "They welcomed the opportunity for the G7 to plan a common approach at next week’s virtual leaders’ meeting.",
     ["DNK,USA meeting summit held 2024-05-20"]),
    ("the day and town of what was built on are another's",
     "National Security Advisor Jake Sullivan met today with National Security Advisor Ron Adler of Israel. "
     "The two had a candid conversation, building on the Summit between President Biden and President Xi in Woodside, California in November 2023.",
     ["CHN,USA meeting summit background 2023-11-01 Woodside", "ISR,USA meeting ministerial held 2024-05-20"]),
    ("the day of an election is not that of the talk before it",
     "In advance of the elections on June 25, National Security Advisor Jake Sullivan met today with National Security Advisor Ron Adler of Israel.",
     ["ISR,USA meeting ministerial held 2024-05-20"]),
    ("days without a year beside a plan lie ahead",
     "They discussed preparations for the July 9-11 NATO Summit in Washington.",
     ["NATO multilateral summit planned 2024-07-09 Washington"]),
    ("two in a meeting before the two who speak of it",
     "National Security Advisor Jake Sullivan met today with National Security Advisor Ron Adler of Israel. "
     "Following on the May 2 meeting between President Biden and Prime Minister Meloni, Sullivan and Adler spoke of Ukraine.",
     ["ISR,USA meeting ministerial held 2024-05-20", "ITA,USA meeting summit background 2024-05-02"]),
    ("a need is not met as a person is",
     "President Joe Biden spoke today with Chancellor Olaf Scholz of Germany. They agreed to help meet Ukraine’s battlefield needs.",
     ["DEU,USA call summit held 2024-05-20"]),
    ("a town at the end of two events is the second's",
     "President Biden and Prime Minister Meloni discussed the upcoming G7 Leaders’ Summit in Puglia and NATO Summit in Washington.",
     ["G7 multilateral summit planned", "NATO multilateral summit planned Washington"]),
    ("talks that were only spoken of",
     "President Joe Biden spoke today with Chancellor Olaf Scholz of Germany. They discussed upcoming talks in Cairo.",
     ["DEU,USA call summit held 2024-05-20"]),
    ("earlier encounters of the same two, recalled by their days",
     "President Joe Biden spoke today with President Xi Jinping of China. The call followed the two leaders’ conversation on March 18th. "
     "They built on their March 14 meeting in Rome.",
     ["CHN,USA call summit background 2024-03-18", "CHN,USA call summit held 2024-05-20", "CHN,USA meeting summit background 2024-03-14 Rome"]),
    ("a visit told with its visitor behind it",
     "They discussed preparations for the visit of Philippine President Ferdinand Marcos to the White House.",
     ["PHL,USA visit summit planned"]),
    ("an adviser who speaks of the leaders' summit is not at it",
     "National Security Advisor Jake Sullivan discussed preparations for the historic Japan-Philippines-U.S. trilateral leaders’ summit.",
     ["JPN,PHL,USA multilateral summit planned"]),
    ("talks on a trip are held on its days",
     "National Security Advisor Jake Sullivan traveled to Kyiv on May 18.\n\nThe trip was long.\n\n"
     "Mr. Sullivan met with Ukrainian President Volodymyr Zelenskyy to discuss support.",
     ["UKR,USA meeting ministerial held 2024-05-18 Kyiv", "UKR,USA visit ministerial held 2024-05-18 Kyiv"]),
    ("an earlier meeting and a trip, each told as somebody's own",
     "Vice President Kamala Harris met today with President Ferdinand Marcos Jr. of the Philippines. "
     "This meeting built on the Vice President’s meeting with President Marcos in Manila in November 2022. "
     "Following up on the Vice President’s May 2022 trip to Abu Dhabi, they spoke of trade.",
     ["ARE,USA visit other background 2022-05-01 Abu Dhabi", "PHL,USA meeting other background 2022-11-01 Manila", "PHL,USA meeting other held 2024-05-20"]),
    ("a council of two sides, its ministers in the sentences behind",
     "On Tuesday, January 30, 2024, the U.S.-EU Trade and Technology Council (TTC) held its fifth ministerial meeting in Washington, D.C. "
     "Secretary of State Antony Blinken and Secretary of Commerce Gina Raimondo were joined by European Commission Executive Vice Presidents Margrethe Vestager and Valdis Dombrovskis.",
     ["EC,EU,USA multilateral ministerial held 2024-01-30 Washington"]),
    ("a town with a small word in its name",
     "President Joe Biden met today with President Luiz Inácio Lula da Silva of Brazil on the margins of the G20 Summit in Rio de Janeiro to discuss labor.",
     ["BRA,USA meeting summit held 2024-05-20 Rio de Janeiro"]),
    ("an invitation to a summit proposes none",
     "President Joe Biden met today with President Lula of Brazil. Nigeria’s invitation to the G20 Summit is a recognition of its role.",
     ["BRA,USA meeting summit held 2024-05-20"]),
    ("the days of a summit that a call prepared",
     "President Biden spoke with Canadian Prime Minister Justin Trudeau regarding preparations for the April 22-23 Leaders Summit on Climate.",
     ["CAN,USA call summit held"]),
    ("a delegation led somewhere is a trip, talks on it are held there",
     "National Security Advisor Jake Sullivan led a U.S. delegation to New Delhi on May 14 for a review. "
     "In addition, Mr. Sullivan conducted consultations with Minister of External Affairs S. Jaishankar and Foreign Secretary Vinay Kwatra.",
     ["IND,USA meeting ministerial held 2024-05-14 New Delhi", "IND,USA visit ministerial held 2024-05-14 New Delhi"]),
    ("whom he looks forward to seeing he will meet",
     "President Biden noted he looks forward to seeing President Erdogan at the summit in Madrid.",
     ["TUR,USA meeting summit planned Madrid"]),
    ("a recent trip of one of the two",
     "President Joe Biden spoke today with Chancellor Olaf Scholz of Germany. The leaders discussed the Chancellor’s recent trip to China.",
     ["CHN,DEU visit summit background", "DEU,USA call summit held 2024-05-20"]),
    ("earlier today is no recollection",
     "Earlier today, President Biden spoke with Prime Minister Trudeau on the object.",
     ["CAN,USA call summit held 2024-05-20"]),
    ("bilateral meetings with each of a row, the state where they were",
     "National Security Advisor Jake Sullivan met with Saudi Prime Minister and Crown Prince Mohammed bin Salman and National Security Advisor of India Ajit Doval on May 7 in Saudi Arabia to advance it. "
     "Mr. Sullivan also held bilateral meetings with the Crown Prince and Mr. Doval.",
     ["IND,SAU,USA multilateral ministerial held 2024-05-07", "IND,USA meeting ministerial held 2024-05-07", "SAU,USA meeting ministerial held 2024-05-07"]),
    ("an invitation accepted is a visit to come",
     "President Biden also graciously accepted His Holiness Pope Francis’s invitation to visit the Vatican next month.",
     ["USA,VAT visit summit planned 2024-06-01"]),
    ("a visit recalled by its day",
     "President Biden spoke today with Prime Minister Netanyahu. The President discussed follow-up from the President’s visit to Israel last week.",
     ["ISR,USA call summit held 2024-05-20", "ISR,USA visit summit background 2024-05-13"]),
    ("talk that goes on is the one that was told of",
     "National Security Advisor Jake Sullivan spoke by phone today with National Security Advisor Ron Adler of Israel. "
     "Mr. Sullivan and Mr. Adler also conferred on details of the plan.",
     ["ISR,USA call ministerial held 2024-05-20"]),
    ("what others told each of two is no call of theirs",
     "President Joe Biden spoke today with Chancellor Olaf Scholz of Germany. "
     "The leaders discussed their respective conversations with President Putin and President Zelenskyy.",
     ["DEU,USA call summit held 2024-05-20"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "met"), [c[1:] for c in PLACES], ids=[c[0] for c in PLACES])
def test_a_readout_tells_where_and_whom(text: str, met: list[str]):
    assert meetings_of(read_text(text, "en", "2024-05-20", "USA")) == met


COMPANY = [
    ("those who joined a call whose partners have no name",
     "President Joe Biden hosted a secure conference call today with Allies and partners. They agreed on sanctions. "
     "Joining President Biden on the call were Prime Minister Trudeau of Canada, European Commission President von der Leyen, and President Duda of Poland.",
     [("USA", "Joe Biden"), ("CAN", "Trudeau"), ("EU", "von der Leyen"), ("POL", "Duda")]),
    ("those who were also in the room",
     "National Security Advisor Jake Sullivan met today with President Alejandro Giammattei of Guatemala. "
     "Also in the meeting were U.S. Senior Director Juan Ortega and U.S. Ambassador Sam Poole.",
     [("USA", "Jake Sullivan"), ("GTM", "Alejandro Giammattei"), ("USA", "Juan Ortega"), ("USA", "Sam Poole")]),
    ("who led the other side",
     "Today, National Security Advisor Jake Sullivan convened the U.S.-Israel Strategic Consultative Group to consult on Iran. "
     "The Israeli side was led by Minister for Strategic Affairs Ron Adler and National Security Advisor Tal Barkai.",
     [("USA", "Jake Sullivan"), ("ISR", "Ron Adler"), ("ISR", "Tal Barkai")]),
    ("a row of officials of one state whom no table knows",
     "National Security Advisor Jake Sullivan visited Israel on May 18 to consult on Lebanon and Iran. "
     "Mr. Sullivan met with President Isaac Herzog, Minister for Strategic Affairs Ron Adler, and National Security Advisor Tal Barkai.",
     [("USA", "Jake Sullivan"), ("ISR", "Isaac Herzog"), ("ISR", "Ron Adler"), ("ISR", "Tal Barkai")]),
    ("who came along",
     "President Biden, joined by Vice President Harris, spoke today with President Xi Jinping of China.",
     [("USA", "Biden"), ("USA", "Harris"), ("CHN", "Xi Jinping")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "people"), [c[1:] for c in COMPANY], ids=[c[0] for c in COMPANY])
def test_a_sentence_of_its_own_says_who_else_was_there(text: str, people: list[tuple[str, str]]):
    reports = read_text(text, "en", "2024-05-20", "USA").reports
    (meeting,) = [r for r in reports if r.kind == "meeting" and r.form != "visit"]
    assert [(p.country, p.name) for p in meeting.participants] == people
