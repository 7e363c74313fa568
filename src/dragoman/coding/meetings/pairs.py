"""In how many meetings they met: each of those named with each other, or all together.

In: what was told so far, the acting side and the groups met with. Out: one list of parties for each
meeting, its acting side filled in from what was told before where the sentence leaves it out. Who is
named at the words is left to meetings/parties.py.
"""

from __future__ import annotations

import re

from dragoman.coding.meetings.told import MeetingsTold
from dragoman.coding.people.own_text import is_own_text
from dragoman.coding.people.parties import Party, countries_of, one_of_each, state_at
from dragoman.coding.scene import Sentence

__all__ = ["pair_up"]

_RU_TRAVELLERS = re.compile(
    r"\b(?![Оо]ни\b)[А-ЯЁа-яё]{2,}(?:ы|и|ики|цы|ист|ик|ец|ор|ер|тель|ия|да|анда)\s(?:отбудут?|отбы|вылет|отправ|полет|поед|приле|приех|прибы|прибуд|побыва|посет|ездил)"
)
_ALSO = re.compile(r"[가-힣][와과]도\s|[^\s]とも(?:電話|会談|会い|相次)")


def pair_up(
    told: MeetingsTold,
    sentence: Sentence,
    subject: list[Party],
    groups: list[list[Party]],
    visit: bool,
) -> list[list[Party]]:
    """The parties of each meeting that the sentence tells of; none where nobody tells who met."""
    if not groups:
        return [subject] if subject else []
    if not subject and told.language != "en" and not _travels_unnamed(told, sentence, visit):
        if told.language == "ko" and visit and told.has_overt_subject(sentence):
            return []  # 이 대통령은 대표단의 방한을 환영했다: who came is not told
        subject = _left_out(told, sentence, groups, visit)
    nobody = not any(p.person or p.office for group in groups for p in group)
    if not subject and not visit and told.language == "ja" and len(groups) > 1 and nobody:
        return []  # 中国、ロシアと協議するよう求めた: who is to meet them is not told
    each = bool(told.words.each.search(sentence.text))
    own = countries_of(subject)
    others = [[p for p in g if p.country not in own or p.person] for g in groups]
    others = [g for g in others if g]
    if visit and len(own) > 1 and told.language == "zh" and each:
        # 老挝、越南、东帝汶外长将分别访问中国
        return [[p, *g] for p in subject for g in others]
    if visit and told.language == "ru" and len(own) > 1 and others:
        # Жапаров и Мирзиёев прибыли в Астану: each of them is received there.
        return [[p, *g] for p in one_of_each(subject) for g in others]
    if visit:
        return [subject + g for g in others] if subject else []
    if each and len(others) == 1:
        # 米韓両国代表とそれぞれ電話で; A 사무차장, B 국방차관을 각각 만나
        states = not any(p.person for p in others[0])
        if states or (told.language == "ko" and len(countries_of(others[0])) > 1):
            others = [[p] for p in others[0]]
    if len(others) > 1 and each:
        return [subject + g for g in others]
    return [subject + [p for g in others for p in g]]


def _travels_unnamed(told: MeetingsTold, sentence: Sentence, visit: bool) -> bool:
    """Whether somebody whom no table knows travels, and not whoever acted last.

    中方欢迎布里德市长访华; теннисисты отправятся в Марсель: in Russian a noun stands before the verb.
    """
    if not visit:
        return False
    return told.language == "zh" or (
        told.language == "ru" and bool(_RU_TRAVELLERS.search(sentence.text))
    )


def _left_out(
    told: MeetingsTold, sentence: Sentence, groups: list[list[Party]], visit: bool
) -> list[Party]:
    """Who acts where the sentence does not name it: whom the text follows, or whose text it is."""
    subject = [p for p in told.discourse.subject if p.person or not visit][:1]
    overt = told.has_overt_subject(sentence)
    document = told.scene.document
    home = document.publisher_country
    met = {p.country for g in groups for p in g}
    hero = bool(told.hero) and not overt and told.hero[0].country not in met
    # The text's own minister has acted last: he met, and not his government at large.
    hero = hero and told.hero[0].country not in countries_of(subject)
    if hero and (told.hero[0].person or not visit):
        subject = list(told.hero)
    elif _ALSO.search(sentence.text) and not overt and told.meetings:
        # 이어 베트남 주석과도 통화했다: whoever met the one before
        subject = told.meetings[-1].parties[:1]
    own_text = told.language == "ja" and is_own_text(document, told.scene.sentences)
    if own_text and home and not overt and subject and subject[0].country != home:
        subject = []  # the publisher's own goes on, whoever spoke last
    if not subject and not overt and (document.official or own_text) and home:
        # 米国、韓国とも電話で協議し: in a ministry's own text, who does not say is we.
        return [state_at(home, sentence.start, sentence.end)]
    return subject
