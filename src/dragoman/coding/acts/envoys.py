"""Whose envoy is called home where the words name only his post: 주한 대사를 소환했다, 召回驻美大使.

In: a Doing that tells of an envoy's recall. Out: the state where he was posted; empty where no post is named or it is the recaller's own.
"""

from __future__ import annotations

import re
from functools import cache

from dragoman.coding.acts.act import Doing
from dragoman.coding.names.tables import load_tables
from dragoman.coding.people.parties import Party, one_of_each, state_at

__all__ = ["find_post"]

# 駐イスラエル大使, 주우크라이나 대사: the state's own name stands in the post.
_NAMED_POST = re.compile(
    r"(?<![가-힣])주\s?(?P<ko>[가-힣]{2,8}?)\s?대사|[駐驻](?P<han>[ァ-ヶー]{2,12})大使"
)
_POST = re.compile(
    r"(?<![가-힣])주(?P<ko>[한미일중러영프불독호])\s?(?:[가-힣]{2,8}\s?)?대사|[駐驻](?P<han>[日韓韩米美中华華露ロ俄英仏法独德豪澳])(?:[一-龥ァ-ヶー]{0,8})大使"
)


@cache
def _letters() -> dict[str, str]:
    """States by the letter that stands for them; the letters of _POST mean one state each."""
    return {
        form: row["value"]
        for row in load_tables(None)["word"]
        if row["kind"].endswith("letter") and row["value"] != "="
        for form in row.forms("forms")
    }


@cache
def _names() -> dict[str, str]:
    return {
        form: row["code"]
        for row in load_tables(None)["state"] for language in ("ko", "ja") for form in row.forms(language)
    }  # fmt: skip


def find_post(doing: Doing) -> list[Party]:
    """The state of the post named last up to the end of the words, when it is not the recaller's."""
    sentence, trigger = doing.sentence, doing.trigger
    reach = sentence.text[: trigger.end - sentence.start + 8]
    if trigger.text[:1] in "召撤把" and (post := _chinese_post(doing)):
        return post
    posts = list(_POST.finditer(reach))
    names = list(_NAMED_POST.finditer(reach))
    if names and (code := _names().get(names[-1]["ko"] or names[-1]["han"])):
        last = names[-1]
    elif posts:
        last = posts[-1]
        code = _letters()[last["ko"] or last["han"]]
    else:
        return []
    if code in doing.own:
        return []
    start = sentence.start + last.start()
    return [state_at(code, start, start + 2)]


# 召回驻渥太华大使, 召回驻以大使: a state, its capital or its character.
_ZH_POST = re.compile(
    r"[驻駐](?P<post>[一-龥]{1,8}?)(?:[两兩二][国國位])?(?:临时代办|大使|使节|使節|代表|(?=、[驻駐]))"
)


@cache
def _chinese() -> dict[str, str]:
    tables = load_tables(None)
    seats = {form: row["country"] for row in tables["seat"] for form in row.forms("zh")}
    names = {form: row["code"] for row in tables["state"] for form in row.forms("zh")}
    letters = {
        form: row["value"]
        for row in tables["word"]
        if row["kind"] in ("letter", "rare letter", "toward letter") and row["language"] == "zh"
        for form in row.forms("forms")
    }
    return {**seats, **letters, **names}


def _chinese_post(doing: Doing) -> list[Party]:
    """The states of all posts named in a row: 召回驻澳、驻美两国大使."""
    sentence, own = doing.sentence, doing.own
    named = [
        (_chinese().get(place["post"]), *place.span("post"))
        for place in _ZH_POST.finditer(sentence.text, doing.trigger.start - sentence.start)
    ]
    return one_of_each(
        state_at(code, sentence.start + start, sentence.start + end)
        for code, start, end in named if code is not None and code not in own
    )  # fmt: skip
