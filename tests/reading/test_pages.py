"""What a page says about itself, and what of it belongs to the text."""

import pytest

from dragoman.errors import DragomanError
from dragoman.reading import read_document
from dragoman.sources.fetched import Fetched, Hints

PAGE = """<!DOCTYPE html><html lang="ko"><head><title>한일 외교장관회담 - 나라신문</title>
{head}</head><body>
<nav><ul><li><a href="/">홈</a></li><li><a href="/p">정치</a></li></ul></nav>
<article><h1>한일 외교장관회담</h1><p class="date">{stamp}</p><p>홍길동 기자 hong@nara.example</p>
<p>조태열 외교부 장관은 14일 페루 리마에서 이와야 다케시 일본 외무대신과 회담했다고 외교부가 밝혔다.</p>
<h2>회담의 성과</h2>
<ul><li>양국은 수시로 소통하기로 했다.</li><li>국교정상화 60주년을 함께 준비하기로 했다.</li></ul>
<table><tr><td>의제</td><td>협력 방안</td></tr><tr><td>안보</td><td>정보 공유를 강화하기로 했다.</td></tr></table>
<figure><img src="a.jpg"><figcaption>악수하는 두 장관. 외교부 제공</figcaption></figure>
<p>두 장관은 러북 군사협력에 심각한 우려를 표명했다.</p></article>
<aside><h3>관련기사</h3><ul><li><a href="/1">미국, 중국 제재</a></li></ul></aside>
<footer>ⓒ 나라신문 무단전재 및 재배포 금지</footer></body></html>"""


def read(head="", stamp="", **hints):
    page = PAGE.replace("{head}", head).replace("{stamp}", stamp)
    return read_document(Fetched(source="p", data=page.encode(), hints=Hints(**hints), form="html"))


def role_of(document, words):
    at = document.text.index(words)
    return next(p.role for p in document.passages if p.start <= at < p.end)


def test_every_part_of_a_page_has_its_role():
    document = read()
    assert document.title == "한일 외교장관회담"
    assert role_of(document, "조태열 외교부 장관은") == "paragraph"
    assert role_of(document, "회담의 성과") == "heading"
    assert role_of(document, "수시로 소통하기로") == "list item"
    assert role_of(document, "정보 공유를") == "table row"


def test_navigation_related_articles_and_footers_are_never_coded():
    document = read()
    coded = {"paragraph", "list item", "table row", "answer", "quote"}
    kept = "".join(document.text[p.start : p.end] for p in document.passages if p.role in coded)
    for words in ("미국, 중국 제재", "무단전재", "정치", "hong@nara.example"):
        assert words not in kept


@pytest.mark.parametrize(
    ("head", "stamp", "day"),
    [
        ("", "2024년 11월 15일 오후 3:20", "2024-11-15"),
        ("", "입력 2024.11.15. 15:20", "2024-11-15"),
        ("", "令和6年11月14日", "2024-11-14"),
        ("", "Nov. 15, 2024, 9:00 a.m.", "2024-11-15"),
        ("", "15 ноября 2024 года", "2024-11-15"),
        ('<meta property="article:published_time" content="2024-11-15T08:00:00+09:00">', "", "2024-11-15"),
        ('<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2024-11-15"}</script>', "", "2024-11-15"),
        ("", "", None),
    ],
)  # fmt: skip
def test_the_day_of_publication_is_read_where_publishers_put_it(head, stamp, day):
    published = read(head, stamp).published
    assert (published and published[:10]) == day


def test_a_given_day_beats_the_page_and_nonsense_is_refused():
    assert read(stamp="2024.11.15.", published="2024-11-16").published == "2024-11-16"
    with pytest.raises(DragomanError, match="someday"):
        read(published="someday")


def test_a_ministry_is_known_by_its_address_and_by_its_name():
    assert read(url="https://www.mofa.go.kr/www/brd/m_4080/view.do").official
    document = read(publisher="外務省")
    assert (document.publisher_country, document.official) == ("JPN", True)
    assert not read(publisher="나라신문").official
    assert read(publisher="Ministry of Foreign Affairs of Peru").official


def test_a_page_nested_beyond_sense_is_refused_or_read_but_never_hangs():
    deep = "<div>" * 20_000 + "<p>두 장관은 회담했다.</p>" + "</div>" * 20_000
    # lxml cuts nesting by itself; what is under it comes out, and in time.
    document = read_document(Fetched(source="p", data=deep.encode(), form="html"))
    assert document.text.strip() == "두 장관은 회담했다."


def test_script_and_style_are_no_text():
    page = "<html><body><script>var 미국='러시아';</script><style>p{}</style><p>두 장관은 회담했다.</p></body></html>"
    assert "var" not in read_document(Fetched(source="p", data=page.encode())).text
