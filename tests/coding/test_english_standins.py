"""English words that stand for somebody named elsewhere, and wordings of whole documents.

One invented text for each cause: its meetings, its acts, what must not be told.
"""

import pytest
from coded import acts_of, meetings_of, read_text

CASES = [
    (
        "a ministry's own minister", "FJI",
        "Minister for Foreign Affairs Sakiasi Vuniwai travelled on Monday. "
        "The Minister thanked Australia for two patrol boats.",
        ["SUPPORT FJI > AUS"],
    ),
    (
        "we in a ministry's own text", "CRI",
        "The Ministry has learned of the arrest with concern. We urge Nicaragua to release both reporters.",
        ["REQUEST CRI > NIC"],
    ),
    (
        "we in a newspaper are nobody's government", "CRI",
        "Readers write to us every day. We urge Nicaragua to release both reporters.",
        [],
    ),
    (
        "it is the state that acted before", None,
        "Poland recalled its ambassador from Belarus on Monday. It accused Belarus of staging the incident.",
        ["ACCUSE POL > BLR", "SANCTION POL > BLR"],
    ),
    (
        "the ministry in a capital is that state's", None,
        "The defence ministry in Yerevan accused Azerbaijan of shelling two villages.",
        ["ACCUSE ARM > AZE"],
    ),
    (
        "a minister and his counterpart agree", None,
        "Foreign Minister Sergey Lavrov and his Chinese counterpart Wang Yi agreed on Tuesday to open a consulate.",
        ["AGREE CHN = RUS"],
    ),
    (
        "each other", None,
        "Armenia and Azerbaijan accused each other on Sunday of breaking the truce.",
        ["ACCUSE ARM = AZE"],
    ),
    (
        "agreed with another", None,
        "Vietnam agreed with Mongolia in June on a corridor to the sea.",
        ["AGREE MNG = VNM"],
    ),
    (
        "an envoy is called in for a reason told before", None,
        "Sweden closed its embassy in Iran on Monday. Iran summoned the ambassador.",
        ["ACCUSE IRN > SWE", "SANCTION SWE > IRN"],
    ),
    (
        "whom a pronoun means, not who stands behind it", None,
        "Nicolas Maduro spoke first, while Joe Biden accused him in a Chilean newspaper of lying.",
        ["ACCUSE USA > VEN"],
    ),
    (
        "a call made to say it", None,
        "President Recep Tayyip Erdogan rang Vladimir Putin on Monday to thank Russia for the convoy.",
        ["SUPPORT TUR > RUS"],
    ),
    (
        "what another state must do", None,
        "Somalia said on Tuesday that Ethiopia must withdraw its soldiers.",
        ["REQUEST SOM > ETH"],
    ),
    (
        "a state that is said to have violated", None,
        "The Philippines said that China had violated its waters.",
        ["ACCUSE PHL > CHN"],
    ),
    (
        "fraud, threat, insult: what a thing is called", None,
        "Japan called North Korea's launch a grave threat.",
        ["ACCUSE JPN > PRK"],
    ),
    (
        "readiness", None,
        "Kenya stands ready to work with Somalia on the border.",
        ["AGREE KEN > SOM"],
    ),
    (
        "views that two share", None,
        "Foreign Minister Toshimitsu Motegi met Foreign Minister Park Jin on Monday. "
        "The two concurred that patrols would be increased.",
        ["AGREE JPN = KOR"],
    ),
    (
        "respects are paid", None,
        "Japan paid its respects to South Korea for its efforts.",
        ["SUPPORT JPN > KOR"],
    ),
    (
        "a speaker who praises nobody by name praises nobody", None,
        "France and Germany spoke of Mali. Mali praised the volunteers.",
        [],
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("country", "text", "acts"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_who_is_meant_in_an_english_document(country, text, acts):
    assert acts_of(read_text(text, "en", "2021-08-16", country)) == acts


def test_a_plural_title_at_the_head_of_a_sentence_is_read():
    text = "Presidents Emmanuel Macron and Vladimir Putin met in Paris on Monday."
    assert meetings_of(read_text(text, "en", "2019-12-10")) == [
        "FRA,RUS meeting summit held 2019-12-09 Paris"
    ]


def test_both_are_the_two_persons_named_before():
    text = (
        "Foreign Minister Toshimitsu Motegi arrived on Monday. "
        "Foreign Minister Park Jin was at the airport. Both agreed to reopen the ferry line."
    )
    assert acts_of(read_text(text, "en", "2021-08-16")) == ["AGREE JPN = KOR"]
