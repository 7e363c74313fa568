"""Words that name acts are found with their type, and the longer words win."""

import pytest

from dragoman.coding.acts.lexicon import find_triggers, inflect_verb


@pytest.mark.parametrize(
    ("language", "text", "types"),
    [
        (
            "ko",
            "양측은 북한의 도발에 심각한 우려를 표명하고 긴밀히 협력하기로 했다.",
            ["ACCUSE", "AGREE"],
        ),
        ("ko", "북한은 동해상으로 탄도미사일을 발사했다.", ["MOBILIZE"]),
        ("ko", "정부는 북한에 대화 복귀를 촉구했다.", ["REQUEST"]),
        ("ko", "러시아는 외교관 두 명을 추방했다.", ["SANCTION"]),
        (
            "en",
            "Seoul condemned the launch and urged Pyongyang to return to talks.",
            ["ACCUSE", "REQUEST"],
        ),
        ("en", "The United States imposed new sanctions on three Russian banks.", ["SANCTION"]),
        ("en", "Japan expressed deep concern about the drills.", ["ACCUSE"]),
        ("en", "The weather in Lima was mild.", []),
    ],
)
def test_a_sentence_names_its_acts(language, text, types):
    assert [t.type for t in find_triggers(text, 0, language)] == types


def test_offsets_are_the_documents():
    text = "Seoul condemned the launch."
    (trigger,) = find_triggers(text, 100, "en")
    assert text[trigger.start - 100 : trigger.end - 100] == trigger.text == "condemned"


def test_passives_are_known_by_what_stands_beside_the_verb():
    (active,) = find_triggers("Russia condemned Ukraine.", 0, "en")
    (passive,) = find_triggers("Russia was condemned by Ukraine.", 0, "en")
    assert (active.passive, passive.passive) == (False, True)


def test_english_verbs_are_inflected():
    assert set(inflect_verb("deny").strip("(?:)").split("|")) == {
        "deny",
        "denies",
        "denied",
        "denying",
    }
