"""The tables of actors are complete and sound, and a user's own joins them or says why not."""

import pytest

from dragoman.coding.names.gazetteer import Gazetteer
from dragoman.coding.names.tables import check_tables, load_tables
from dragoman.errors import TableError


def test_every_packaged_row_is_sound_and_the_promised_numbers_are_there():
    tables = load_tables()
    check_tables(tables)
    codes = {row["code"] for row in tables["state"]}
    assert len(codes) >= 197
    assert codes >= {"TWN", "PSE", "VAT", "XKX"}
    assert len(tables["body"]) >= 80
    assert len(tables["holder"]) >= 600


def test_a_users_table_adds_an_office_holder(tmp_path):
    own = tmp_path / "own.toml"
    own.write_text(
        '[[holder]]\ncountry = "PER"\noffice = "foreign minister"\nstart = "2030-01-01"\n'
        'en = "Ana Quispe"\nko = "아나 키스페"\n',
        encoding="utf-8",
    )
    found = Gazetteer(own).find("아나 키스페 페루 외교장관", "ko", "2030-05-01")
    assert [(m.name, m.country) for m in found] == [("아나 키스페", "PER")]


def test_a_fault_in_a_users_table_names_the_file_and_the_line(tmp_path):
    own = tmp_path / "own.csv"
    own.write_text("country,office,start,en\nXYZ,foreign minister,2030,Ana\n", encoding="utf-8")
    with pytest.raises(TableError, match=r"own\.csv, line 2, column 'country'"):
        load_tables(own)
