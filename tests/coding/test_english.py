"""English documents, as wires, ministries and the White House write them, come out as meetings and
acts: who met and who is only spoken of, what was done and what is to come. The events are public or
plausible, the sentences the project's own."""

import pytest
from coded import acts_of, meetings_of, read_text

# name, published, publisher's country, text, meetings, acts
CASES = [
    (
        "two who met, joined by and",
        "2024-03-26", None,
        "Foreign Ministers Penny Wong and Cho Tae-yul met in Seoul on Tuesday.",
        ["AUS,KOR meeting ministerial held 2024-03-26 Seoul"],
        [],
    ),
    (
        "the ministers of two states held talks",
        "2024-03-26", None,
        "The foreign ministers of Japan and South Korea held talks in Tokyo on Tuesday.",
        ["JPN,KOR meeting ministerial held 2024-03-26 Tokyo"],
        [],
    ),
    (
        "talks between two took place",
        "2024-03-26", None,
        "Talks between Russia and Ukraine took place in Istanbul on Monday.",
        ["RUS,UKR meeting other held 2024-03-25 Istanbul"],
        [],
    ),
    (
        "the verb is no part of the meeting's name",
        "2023-05-21", None,
        "U.S. Secretary of State Antony Blinken held a bilateral meeting with Chinese Foreign Minister Qin Gang in Beijing on Friday.",
        ["CHN,USA meeting ministerial held 2023-05-19 Beijing"],
        [],
    ),
    (
        "a visit is called off",
        "2024-03-26", None,
        "Chinese Foreign Minister Wang Yi postponed a trip to Tokyo.",
        ["CHN,JPN visit ministerial cancelled Tokyo"],
        [],
    ),
    (
        "whose trip was postponed stands behind by",
        "2024-05-02", None,
        "A planned trip by Erdogan to Washington on May 9 was postponed.",
        ["TUR,USA visit summit cancelled 2024-05-09 Washington"],
        [],
    ),
    (
        "is to meet, on a weekday still to come",
        "2024-10-15", None,
        "U.S. Secretary of State Antony Blinken is to meet Japanese Foreign Minister Takeshi Iwaya in Tokyo on Wednesday.",
        ["JPN,USA meeting ministerial planned 2024-10-16 Tokyo"],
        [],
    ),
    (
        "told in a call",
        "2024-07-31", None,
        "Brazilian President Luiz Inacio Lula da Silva told Biden in a call on Tuesday that the tallies must come out.",
        ["BRA,USA call summit held 2024-07-30"],
        [],
    ),
    (
        "a call at the head of the sentence",
        "2025-02-28", None,
        "In a phone call with NATO Secretary-General Mark Rutte, Zelenskyy thanked the alliance.",
        ["NATO,UKR call other held"],
        ["SUPPORT UKR > NATO"],
    ),
    (
        "called a president, and not names",
        "2023-08-16", "USA",
        "Secretary of State Antony Blinken called President Volodymyr Zelenskyy on Tuesday. "
        "Secretary of State Antony Blinken called President Vladimir Putin a war criminal.",
        ["UKR,USA call ministerial held 2023-08-15"],
        [],
    ),
    (
        "he is who flew there",
        "2024-09-16", None,
        "Egypt's Foreign Minister Badr Abdelatty flew to Moscow, where he held talks with Sergei Lavrov.",
        ["EGY,RUS meeting ministerial held Moscow", "EGY,RUS visit ministerial held Moscow"],
        [],
    ),
    (
        "a decision that is welcomed is no guest",
        "2024-03-26", None,
        "The United States welcomed the decision and thanked North Macedonia.",
        [],
        ["SUPPORT USA > MKD"],
    ),
    (
        "no meeting has been announced, none is asked about",
        "2023-11-16", None,
        "No meeting with South Korea's Yoon Suk Yeol has been announced by China. Did Secretary Blinken meet Wang Yi?",
        [],
        [],
    ),
    (
        "at a summit: where, not that it sat",
        "2023-06-16", "USA",
        "President Joe Biden spoke with French President Emmanuel Macron on Friday. They discussed cooperation at the NATO Summit.",
        ["FRA,USA call summit held 2023-06-16"],
        [],
    ),
    (
        "what somebody is called on to hold is not held",
        "2022-08-31", None,
        "Biden spoke with Iraqi Prime Minister Mustafa al-Kadhimi. The leaders called on all parties to engage in a national dialogue.",
        ["IRQ,USA call summit held"],
        [],
    ),
    (
        "a heading in capitals gives the day",
        "2024-09-19", None,
        "Week in brief\n\nWEDNESDAY, SEPTEMBER 18\n\n"
        "U.S. Secretary of State Antony Blinken held a strategic dialogue with Badr Abdelatty of Egypt in Cairo.",
        ["EGY,USA meeting ministerial held 2024-09-18 Cairo"],
        [],
    ),
    (
        "two who agreed, behind a dateline",
        "2023-11-16", None,
        "WOODSIDE, California (Agency) - U.S. President Joe Biden and Chinese President Xi Jinping agreed on Wednesday to reopen military channels.",
        [],
        ["AGREE CHN = USA"],
    ),
    (
        "two joined subjects behind a day",
        "2024-03-26", None,
        "On Friday, Russia and China vetoed a resolution drafted by the U.S.",
        [],
        ["REJECT CHN,RUS > USA"],
    ),
    (
        "an aside between subject and verb",
        "2024-12-09", None,
        "Turkish Foreign Minister Hakan Fidan, in Doha with his Iranian and Russian counterparts, condemned Israel.",
        [],
        ["ACCUSE TUR > ISR"],
    ),
    (
        "the target stands inside the words",
        "2024-09-18", None,
        "Japan's Vice Foreign Minister Masataka Okano summoned the Chinese ambassador. Peru gave Venezuelan diplomats 72 hours to leave.",
        [],
        ["ACCUSE JPN > CHN", "SANCTION PER > VEN"],
    ),
    (
        "the step is what the clause before tells of",
        "2024-12-09", None,
        "Israeli troops moved into a buffer zone, and Egypt condemned the step as an occupation of Syrian land.",
        [],
        ["ACCUSE EGY > ISR"],
    ),
    (
        "an object that is nobody we know has no target from afar",
        "2024-12-09", None,
        "Iran accused Israel of aggression. Turkey urged the electoral council to publish the results.",
        [],
        ["ACCUSE IRN > ISR"],
    ),
    (
        "several promise something to another",
        "2022-11-03", None,
        "Biden and Scholz restated their resolve to provide Ukraine with assistance.",
        [],
        ["AGREE DEU,USA > UKR"],
    ),
    (
        "what a state said it would do is told of the state",
        "2024-05-02", None,
        "France said it condemned Russia.",
        [],
        ["ACCUSE FRA > RUS"],
    ),
    (
        "missiles at somebody, missiles into the sea",
        "2023-10-11", None,
        "Hezbollah fired anti-tank missiles at an Israeli position. North Korea fired two ballistic missiles into the sea.",
        [],
        ["ASSAULT Hezbollah > ISR", "MOBILIZE PRK"],
    ),
    (
        "no sanctions are imposed by wishing them strong",
        "2024-09-26", "USA",
        "The United States needs to keep sanctions against Russia strong.",
        [],
        [],
    ),
    (
        "we believe that others plan it",
        "2022-02-18", None,
        "The United States says it has reason to believe the Russian forces are planning to attack Ukraine.",
        [],
        ["ASSAULT RUS > UKR (planned)"],
    ),
    (
        "harm is no support for who did it",
        "2023-10-22", "USA",
        "The President welcomed the convoys of assistance since Hamas's attack.",
        [],
        [],
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("published", "country", "text", "meetings", "acts"),
    [case[1:] for case in CASES],
    ids=[case[0] for case in CASES],
)
def test_an_english_text_gives(published, country, text, meetings, acts):
    reading = read_text(text, "en", published, country)
    assert meetings_of(reading) == meetings
    assert acts_of(reading) == acts
