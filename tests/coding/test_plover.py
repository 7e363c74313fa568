"""Codes follow the PLOVER manual."""

import pytest

from dragoman.coding.plover import contexts_of, make_code


@pytest.mark.parametrize(
    ("type_", "quad", "cameo"),
    [
        ("CONSULT", "verbal cooperation", "04"),
        ("RETREAT", "material cooperation", "08"),
        ("REJECT", "verbal conflict", "12"),
        ("PROTEST", "material conflict", "14"),
        ("STATEMENT", None, "01"),
    ],
)
def test_a_type_has_its_quad_class_and_cameo_root(type_, quad, cameo):
    code = make_code(type_, ["KOR"], ["USA"])
    assert (code.quad, code.cameo) == (quad, cameo)


def test_a_country_named_twice_is_one_source():
    assert make_code("AGREE", ["KOR", "USA", "KOR"], []).source == ("KOR", "USA")


@pytest.mark.parametrize(
    ("text", "context"),
    [
        ("북한의 핵·미사일 위협에 대응", "cbrn"),
        ("supply chain cooperation", "economic"),
        ("拉致問題の即時解決", "human_rights"),
        ("поставки ракет", "cbrn"),
    ],
)
def test_contexts_are_read_in_every_language(text, context):
    assert context in contexts_of(text)
