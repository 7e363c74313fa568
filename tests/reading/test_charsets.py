"""Bytes become text whatever the page's charset, and whoever names it wrongly."""

import pytest

from dragoman.errors import ReadingError
from dragoman.reading import read_document
from dragoman.sources.fetched import Fetched

KO = (
    "조태열 외교부 장관은 14일 페루 리마에서 이와야 다케시 일본 외무대신과 회담했다. 똠방각하 펲시."
)
JA = "岩屋外務大臣は、リマで趙兌烈韓国外交部長官と会談を行いました。両外相は連携を確認しました。"
ZH = "国家主席习近平在利马会见韩国总统尹锡悦。双方同意加快自贸协定第二阶段谈判。"
ZHT = "外交部長林佳龍今天會見來訪的日本國會議員。雙方就區域情勢交換意見。"
RU = "Министр иностранных дел С.В.Лавров провёл переговоры с коллегой. Стороны обсудили договор."


@pytest.mark.parametrize(
    ("text", "charset"),
    [(KO, "cp949"), (JA, "shift_jis"), (JA, "euc_jp"), (ZH, "gb18030"), (ZHT, "big5"),
     (RU, "windows-1251"), (RU, "koi8-r"), (KO, "utf-16"), (JA, "utf-8-sig"), (RU, "utf-8")],
)  # fmt: skip
@pytest.mark.parametrize("named", ["header", "meta", "nowhere"])
def test_a_page_is_decoded_by_header_then_meta_then_content(text, charset, named):
    said = {"cp949": "euc-kr", "utf-8-sig": "utf-8"}.get(charset, charset)
    meta = f'<meta charset="{said}">' if named == "meta" else ""
    page = (
        f"<html><head>{meta}<title>제목</title></head>"
        if text == KO
        else f"<html><head>{meta}</head>"
    )
    page += f"<body><article><p>{text}</p></article></body></html>"
    document = read_document(
        Fetched(
            source="page", data=page.encode(charset),
            content_type=f"text/html; charset={said}" if named == "header" else "text/html",
        )
    )  # fmt: skip
    assert text in document.text


def test_a_wrong_header_does_not_spoil_a_page_that_says_better():
    page = f'<html><head><meta charset="euc-kr"></head><body><p>{KO}</p></body></html>'
    document = read_document(
        Fetched(source="p", data=page.encode("cp949"), content_type="text/html; charset=utf-8")
    )
    assert KO in document.text


@pytest.mark.parametrize(
    "data",
    [b"", b"   \n", b"\x00\x01\x02PK\x03\x04\xff\xfe" * 50, b"<html><script>x</script></html>"],
)
def test_bytes_that_hold_no_text_are_an_error_that_says_so(data):
    with pytest.raises(ReadingError):
        read_document(Fetched(source="p", data=data))
