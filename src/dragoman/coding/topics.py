"""What a meeting or statement is about: short noun phrases in the document's own words.

In: a sentence. Out: topics, in order, each at most 40 code points. Grouping them under standing
issues is left to answers/issues.
"""

from __future__ import annotations

import re

__all__ = ["find_topics"]

# Korean: the clause before a verb of talking; its object is what was talked about.
_KO_VERB = re.compile(
    r"(?P<lead>(?:에\s?(?:대해|대해서|대하여|관해|관하여|대한|관한)|등(?:을|에 대해|에 관해)?|을|를|문제를|방안을|현안을)\s)"
    r"(?:\S+\s){0,3}?(?:의견을? ?(?:교환|나누|나눴|주고)|논의|협의(?!체)|토의|대화를|조율|점검|이야기|심도 있는|의견 ?교환|논의하)"
)
_KO_CUT = re.compile(
    r"(?:[가-힣]{1,14}?(?<![하되있없받주])(?:은|는|께서는)|에서는|에서|면서|(?<=[하했됐갖열])고|하며|으며|이어|통해|계기로|만나|직후|위해)[\s,]+|^(?:또한|특히|이어|아울러|한편|이날|이와 함께),?\s|이번\s"
)
_KO_MODIFIED = re.compile(
    r"(?:것|점|바|데|수)$|위해|하며|이러한|^첫\s|^\S{1,2}\s?간$|달성|다양한 (?:이슈|문제)|^(?:여러|주요|상호|공동|양국|양측)?\s?(?:현안|관심사|문제|이슈|의제)$"
)


_KO_SPLIT = re.compile(r",\s?|\s및\s|[와과]\s(?=[가-힣])|·(?=[가-힣]{3,})|\s등(?:의|을|에)?\s?")


def _korean_topics(text: str) -> list[str]:
    out: list[str] = []
    at = 0
    for found in _KO_VERB.finditer(text):
        clause = text[at : found.start("lead")]
        at = found.end()
        cuts = [cut.end() for cut in _KO_CUT.finditer(clause)]
        what = clause[cuts[-1] if cuts else 0 :]
        for part in _KO_SPLIT.split(what):
            topic = part.strip(" ,·'\"“”‘’「」")
            topic = re.sub(
                r"^(?:특히|또한|아울러|이번|최근|현재|심각한|심도 있는|상호)\s", "", topic
            )
            if 2 < len(topic) <= 40 and not _KO_MODIFIED.search(topic) and topic not in out:
                out.append(topic)
    return out


_EN_TALK = re.compile(
    r"\b(?:discuss(?:ed|es|ing)?|exchang(?:ed|es|ing) views on|consult(?:ed|ing)? on|talk(?:ed|s|ing)? about|"
    r"address(?:ed|es|ing)?|review(?:ed|s|ing)?|focus(?:ed|es|ing)? on|concerns? (?:about|over|regarding)|"
    r"coordinate(?:d)? on|spoke about|conversation about|discussions? (?:on|about))\s+(?P<what>[^.;:]{3,220})"
)
_EN_SPLIT = re.compile(
    r",\s+(?:and\s+)?|\s+and\s+(?=(?:the|their|our|its|on|efforts|ways|how|other)\b)|\s+as well as\s+"
)
_JA_TALK = re.compile(
    r"(?P<what>[^。、]{2,40}(?:、[^。、]{2,30}){0,3}?)(?:について|に関し|に関して|をめぐり|を巡り|等につき|につき)[^。]{0,20}?(?:協議|議論|意見|話し合|確認|一致|懸念|連携)"
)
_ZH_TALK = re.compile(
    r"(?:就|围绕)(?P<what>[^。，；]{2,60}?)(?:等)?(?:问题|议题|事宜)?(?:深入|坦诚|充分|广泛)?(?:交换(?:了)?意见|进行(?:了)?|展开|举行|达成|沟通|磋商|交换)"
)
_RU_TALK = re.compile(
    r"\b(?:обсудили|обсудил[аи]?|обменялись мнениями (?:по|о)|рассмотрели|затронули|обсуждены|обсуждались|обсудят)\s+(?P<what>[^.;:]{3,160})",
    re.IGNORECASE,
)
_TALK = {"ja": _JA_TALK, "zh": _ZH_TALK, "ru": _RU_TALK}
_SPLIT = {
    "ja": re.compile(r"、|及び|並びに|や(?=[^ ]{3})"), "zh": re.compile(r"、|以及|及|和"),
    "ru": re.compile(r",\s+|\s+а также\s+|\s+и\s+"),
}  # fmt: skip
_LEAD = re.compile(
    r"^(?:(?:the|a|an|their|our|its|his|her|on|and|ways to|how to|efforts to|other|including|both|ongoing|"
    r"recent|shared|mutual|ему|вопросы|тему|темы|также)\s+)+",
    re.IGNORECASE,
)
_EMPTY = re.compile(
    r"^(?:것|이|그|등|양국|문제|현안|issues?|matters?|them|it|this|that|问题)$|^\W*$"
)


def find_topics(text: str, language: str) -> tuple[str, ...]:
    """Topics that the sentence says were discussed."""
    if language == "ko":
        return tuple(_korean_topics(text)[:8])
    topics: list[str] = []
    for found in _TALK.get(language, _EN_TALK).finditer(text):
        what = found["what"]
        for part in _SPLIT.get(language, _EN_SPLIT).split(what):
            topic = _LEAD.sub("", part.strip(" ,·'\"“”‘’「」")).strip()
            if 2 <= len(topic) <= 60 and not _EMPTY.search(topic) and topic not in topics:
                topics.append(topic)
    return tuple(topics[:8])
