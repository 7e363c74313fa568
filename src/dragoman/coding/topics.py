"""What a meeting or statement is about: short noun phrases in the document's own words.

In: a sentence. Out: topics, in order, each at most 40 code points. Grouping them under standing
issues is left to answers/issues.
"""

from __future__ import annotations

import re

__all__ = ["find_topics"]

_KO_TALK = re.compile(
    r"(?P<what>[^.。]{2,120}?)(?:에\s?(?:대해|대한|대하여|관해|관한|관하여)|와\s?관련해?|과\s?관련해?|등을|등에|문제를|현안을|방안을|정세를|관계를|을|를)"
    r"\s?(?:\S+\s){0,4}?(?:논의|협의|의견을 (?:교환|나누)|의견 ?교환|의견을 주고|대화|조율|점검|이야기|심도 있는|우려|평가|강조|공감|집중적)"
)
_KO_SPLIT = re.compile(r",\s?|\s및\s|[와과]\s(?=[가-힣])|·(?=[가-힣]{3,})|\s등(?:의|을|에)?\s?")
_KO_STRIP = re.compile(
    r"^(?:.*(?:은|는|에서|에서는|에게|께|통해|이어|계기로|으로|만나|하고|가지고|가졌으며|열고|갖고|회담을|진행하며|며|면서|이날|후|뒤|날|양측|함께)\s)?"
    r"(?:특히|또한|아울러|이번|최근|현재|다양한|여러|주요|심각한|심도 있는|상호|등)?\s?"
)
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
_TALK = {"ko": _KO_TALK, "ja": _JA_TALK, "zh": _ZH_TALK, "ru": _RU_TALK}
_SPLIT = {
    "ko": _KO_SPLIT, "ja": re.compile(r"、|及び|並びに|や(?=[^ ]{3})"), "zh": re.compile(r"、|以及|及|和"),
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
    topics: list[str] = []
    for found in _TALK.get(language, _EN_TALK).finditer(text):
        what = found["what"]
        if language == "ko":
            what = _KO_STRIP.sub("", what)
        for part in _SPLIT.get(language, _EN_SPLIT).split(what):
            topic = _LEAD.sub("", part.strip(" ,·'\"“”‘’「」")).strip()
            if 2 <= len(topic) <= 60 and not _EMPTY.search(topic) and topic not in topics:
                topics.append(topic)
    return tuple(topics[:8])
