"""Korean titles that no table lists: 식품농업장관, 외교·지역통합장관, 국방차관보, 사무부총장.

In: folded text and the atoms found in it. Out: the atoms with one more of kind O for each such
title, which ends in the rank and says before it what the office is for. Who holds it, and for
whom, is left to names/naming.py and people/resolve.py; here is also told when 중국 특사 is an envoy to China.
"""

from __future__ import annotations

import re

from dragoman.coding.names.forms import Atom, Entry, Title

__all__ = ["is_envoy_abroad", "with_field_titles"]

# The rank that a title ends in -> office, level, sector. A deputy of a body is of no rank of ours.
_RANKS: tuple[tuple[str, Title], ...] = (
    ("차관보", Title("vice minister", (), (), "working", "GOV")),
    ("부장관", Title("vice minister", (), (), "vice-ministerial", "GOV")),
    ("차관", Title("vice minister", (), (), "vice-ministerial", "GOV")),
    ("장관", Title("other minister", (), (), "ministerial", "GOV")),
    ("사무차장보", Title("deputy head of body", (), (), "working", "IGO")),
    ("사무차장", Title("deputy head of body", (), (), "working", "IGO")),
    ("사무부총장", Title("deputy head of body", (), (), "working", "IGO")),
    ("부총장", Title("deputy head of body", (), (), "working", "IGO")),
    ("부총재", Title("deputy head of body", (), (), "working", "IGO")),
)
_ENDS = "|".join(end for end, _ in _RANKS)
_TITLE = re.compile(
    rf"(?<![가-힣·])(?P<field>(?:[가-힣]{{1,8}}·)*[가-힣]{{0,8}}?)(?P<rank>{_ENDS})"
    r"(?=님|(?:들?(?:은|는|이|가|을|를|과|와|의|에게|께서|께|도|으로|로)|[,.()]|\s|$)(?!급|회))"
)
# These say which of several ministers is meant, not of what.
_NO_FIELD = re.compile(
    r"^(?:전임?|현직?|신임|각|양|두|세|관계|관계부처|소관|주무|해당|초대|역대|여러|한국|당시|이|그|모든|부|차|한|미|중|일|러)$"
)
# 이해찬 중국 특사, 조현 유엔 대사: a Korean's name before another state and the title of an envoy.
_ENVOY = re.compile(r"(?:대통령\s?)?특사|대사")
_KOREAN = re.compile(
    r"(?:[김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주우구민류나진지엄채원천방공현함변염여추도소석선설마길연위표명기반]|남궁|황보|선우|제갈)"
    r"[가-힣]{2}"
)
_CHINESE = re.compile(
    r"[샤쉐쥔궈량쩌룽쑹톈닝페친췬즈쯔쉬쒀롄롼뤄쑨쉔옌]|(?:핑|화이|웨이|타오|차오|하오|카이)$"
)


def with_field_titles(plain: str, atoms: list[Atom]) -> list[Atom]:
    """Add the titles that say of what somebody is minister; forms of the tables stand."""
    out = list(atoms)
    for found in _TITLE.finditer(plain):
        start, end = found.span()
        if _NO_FIELD.match(found["field"]) or (
            not found["field"] and found["rank"] in ("장관", "차관", "차관보")
        ):
            continue
        if any(a.start < end and start < a.end and a.kind != "F" for a in atoms):
            continue
        title = next(title for rank, title in _RANKS if rank == found["rank"])
        out = [a for a in out if not (a.start < end and start < a.end)]
        out.append(Atom(start, end, (Entry("O", titles=(title,)),)))
    return sorted(out, key=lambda a: (a.start, -a.end))


def is_envoy_abroad(name: str, title: str, country: str | None) -> bool:
    """Whether a Korean's name before another state's name and 특사 or 대사 makes him Korea's envoy."""
    return (
        country not in (None, "KOR", "PRK")
        and bool(_ENVOY.search(title))
        and bool(_KOREAN.fullmatch(name))
        and not _CHINESE.search(name)
    )
