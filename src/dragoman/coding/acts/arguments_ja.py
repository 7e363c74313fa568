"""Who acts on whom in Japanese: the particles of a clause -> sources and targets of an act.

In: a sentence, its cues, a trigger. Out: indices of source and target mentions, empty when the
sentence does not say. The verb stands last: は and が before it name the doer, and each act's table
entry says which particles its target takes (data/acts/ja.toml, ``targets``). Which particle a
mention carries is read by cues/ja.py.
"""

from __future__ import annotations

import re

from dragoman.coding.acts.lexicon import Trigger
from dragoman.coding.cues.clauses import quoted_spans
from dragoman.coding.cues.cue import Cue
from dragoman.coding.scene import Sentence

__all__ = ["CLAUSE_END", "find_japanese_arguments", "joined", "named"]

_TARGETS: tuple[Cue, ...] = ("object", "to", "about", "by", "of", "with", "subject", "from")


# A continuing verb form and a comma end a clause: 述べ、…, 会談し、…, 発射したが、….
CLAUSE_END = re.compile(
    r"(?:[しりみきぎえべめれせけげちいてでがばらずじ]|一方(?:で)?|ほか|もの|うえ|上|後|前|ため|なか|中|場合)、"
)


# These look like verbs that end a clause, and only say what the matter is.
_NO_END = re.compile(r"(?:めぐり|巡り|に(?:対し|関し|ついて|よると|伴い)|として|受け)、")


_SETTING = re.compile(r"(?:こと|の)を(?:受け|踏まえ)(?:て)?、|ことから、|ため、|のに対し、")


# 「…と非難した」, 「…よう求めた」: what stands before is the content of what was said.
_CONTENT = re.compile(
    r"(?:」?など)?(?:」?と(?:して|の)?|よう(?:に)?|との(?:認識|立場|見方|主張)\S{0,6})、?\S{0,12}$"
)


# ことで一致, 考えを表明: the words themselves close the content.
_CONTENT_WORD = re.compile(r"こと|点|方針|考え|認識|必要性|重要性|方向|よう|と(?:主張|非難)|との")


_OF_THAT = re.compile(
    r"(?:側|政府|軍|当局)?が[^。、「」]{1,24}?(?:た|る|う|く|す)(?:[一-龥ァ-ヶー「」]{1,24}|こと|の)(?:について|に関し|に対し|に際し|をめぐ|を巡)"
)


# 「…」としながら、ウクライナ軍が利用しない保証を求めた: the topic goes on to the end.
_WITHIN = re.compile(
    r"(?:側|政府|軍|当局)?が[^。、「」]{2,40}?(?:ない|た|る|う|く|す)(?:[一-龥ァ-ヶー]{1,12}|こと|の|よう|と)"
)


_SAYS_WHERE = re.compile(r"^(?:によると|によれば)")


_JOIN = re.compile(
    r"^(?:[^はがをにでの。、]{0,6}?(?:側|政府|軍|氏|外相|首相|大統領|両国))?(?:[（(][^）)]{0,40}[）)])?(?:とともに|と|や|、|・|及び|および|並びに|そして)+(?:、)?$"
)


def joined(indices: list[int], cues: list[Cue], sentence: Sentence, i: int) -> list[int]:
    """Mention ``i`` with its neighbours of the same cue that are joined to it by と, や, 、, 及び."""
    mentions, base, out = sentence.mentions, sentence.start, [i]
    for step in (-1, 1):
        j = i
        while (k := j + step) in indices and cues[k] == cues[i]:
            left, right = min(j, k), max(j, k)
            if not _JOIN.match(
                sentence.text[mentions[left].end - base : mentions[right].start - base]
            ):
                break
            out.append(k)
            j = k
    return sorted(out)


def named(sentence: Sentence, i: int) -> int:
    """The mention that says who a joint phrase is, when it stands right before: 日韓両首脳."""
    mentions = sentence.mentions
    if (
        i and mentions[i].kind == "joint" and mentions[i - 1].kind == "states"
        and mentions[i].start - mentions[i - 1].end <= 1
    ):  # fmt: skip
        return i - 1
    return i


def find_japanese_arguments(
    sentence: Sentence, cues: list[Cue], trigger: Trigger
) -> tuple[list[int], list[int]]:
    """Indices of the sentence's mentions that are source and target of the trigger."""
    mentions, text, base = sentence.mentions, sentence.text, sentence.start
    before = [
        i for i, m in enumerate(mentions)
        if m.end <= trigger.end and m.kind != "place"
        and not _SAYS_WHERE.match(text[m.end - base : m.end - base + 5])
    ]  # fmt: skip
    if _SCORE.search(text[: trigger.start - base]):
        return [], []  # 2対0で退け: a match
    quote = next((q for q in quoted_spans(text) if q[0] <= trigger.start - base < q[1]), None)
    if quote is not None and trigger.kind == "action":
        # 首相は「…発射を強行した」と: what is quoted was not done by who speaks.
        before = [i for i in before if mentions[i].start - base >= quote[0]]
    source = _source(sentence, cues, trigger, before)
    if quote is not None and trigger.kind == "statement":
        # 「最も強い言葉で非難する」と: whose doing is spoken of stands within.
        before = [
            i for i in before
            if i in source or cues[i] != "subject" or mentions[i].start - base >= quote[0]
        ]  # fmt: skip
    source = (
        [named(sentence, i) for i in joined(before, cues, sentence, source[0])] if source else []
    )
    head = _relative_head(sentence, trigger)
    if trigger.passive:
        target = head or source
        rest = [i for i in before if i not in target]
        for cue in ("from", "by", "to", "of"):
            if agents := [i for i in rest if cues[i] == cue]:
                return joined(before, cues, sentence, agents[-1]), target
        return [], target
    led = bool(source) and all(cues[i] == "topic" for i in source)
    far = text[mentions[source[-1]].end - base : trigger.start - base] if source else ""
    if head and led and trigger.kind == "action" and not CLAUSE_END.search(far):
        source = []  # 中国は…制裁を発表したEUに抗議した: the EU did
    if head and not source:
        return head, _target(sentence, cues, trigger, [], before)
    if doer := _doer(sentence, cues, trigger, source, before):
        return source, doer
    rest = [i for i in before if i not in source]
    if asker := _asker(sentence, cues, trigger, source, before):
        return source, asker
    if not source:
        source, rest = _owner(sentence, cues, trigger, rest)
    return source, _target(sentence, cues, trigger, source, rest)


_ASKS = re.compile(r"(?:求め|要求し|要請し|呼び?かけ|訴え|提案し|主張し|促し)[^、。]{0,8}が、$")


def _asker(
    sentence: Sentence, cues: list[Cue], trigger: Trigger, source: list[int], before: list[int]
) -> list[int]:
    """ウクライナはEUに供与を呼びかけているが、ドイツが拒否している: who asked is refused."""
    if trigger.type != "REJECT" or len(source) != 1 or cues[source[0]] not in ("subject", "topic"):
        return []
    mentions, text, base = sentence.mentions, sentence.text, sentence.start
    if trigger.text.startswith("拒否権"):
        # 安保理は…決議案を採決したが、ロシアが拒否権を行使し: the council that voted.
        return [i for i in before if mentions[i].country in ("UNSC", "UN") and i not in source][-1:]
    if not _ASKS.search(text[: mentions[source[0]].start - base]):
        return []
    asked = [i for i in before if i < source[0] and cues[i] == "topic"]
    return [i for i in asked[-1:] if mentions[i].country != mentions[source[0]].country]


_SCORE = re.compile(
    r"(?:\d+対\d+|\d+[―-]\d+|大差|準決勝|決勝|予選|リーグ)[^、。]{0,4}?で[^、。]{0,16}$"
)


_DEED = re.compile(
    r"(?:こと|件|問題|の)(?:に対し(?:て)?|を受け(?:て)?|で|をめぐり|を巡り|について)、$"
)


def _doer(
    sentence: Sentence, cues: list[Cue], trigger: Trigger, source: list[int], before: list[int]
) -> list[int]:
    """米軍が爆撃したことに対し、イラク政府は反発した: who did what is answered."""
    if trigger.type not in ("ACCUSE", "REJECT", "SUPPORT") or not source:
        return []
    mentions, text, base = sentence.mentions, sentence.text, sentence.start
    spoken = text[mentions[source[0]].end - base : trigger.start - base]
    if re.search(r"に対し|[をへ]$", spoken):
        return []
    deeds = [
        i for i in before
        if i < source[0] and cues[i] == "subject" and mentions[i].country != mentions[source[0]].country
        and _DEED.search(text[: mentions[source[0]].start - base])
    ]  # fmt: skip
    return deeds[:1]


_VERB_END = re.compile(r"^(?!.*[、。])\S{0,8}[ただる]$")


def _relative_head(sentence: Sentence, trigger: Trigger) -> list[int]:
    """供与を拒んだドイツが: the noun right behind the verb is who did it (or, passive, had it done)."""
    for i, mention in enumerate(sentence.mentions):
        if mention.start >= trigger.end:
            gap = sentence.text[trigger.end - sentence.start : mention.start - sentence.start]
            return [i] if mention.kind != "place" and _VERB_END.match(gap) else []
    return []


_ON_CONDITION = re.compile(r"(?:場合(?:は|には)?|[れせけえめ]ば|たら)、")


def _is_quoted_apart(sentence: Sentence, i: int, trigger: Trigger) -> bool:
    """大統領は「相手は拒んでいる」と批判し: who acts within a quotation does not act outside of it."""
    at, here = sentence.mentions[i].start - sentence.start, trigger.end - sentence.start - 1
    end = sentence.mentions[i].end - sentence.start
    return any(
        a <= at < b and not a <= here < b and (a + 1, b - 1) != (at, end)  # 「労働新聞」は
        for a, b in quoted_spans(sentence.text)
    )


def _source(sentence: Sentence, cues: list[Cue], trigger: Trigger, before: list[int]) -> list[int]:
    mentions, text, base = sentence.mentions, sentence.text, sentence.start
    before = [i for i in before if not _is_quoted_apart(sentence, i, trigger)]
    topics = [i for i in before if cues[i] == "topic"]
    subjects = [i for i in before if cues[i] == "subject"]
    if len(topics) > 1 and _CONTENT.search(
        text[mentions[topics[-1]].end - base : trigger.start - base]
    ):
        # 金与正氏は、無人機をめぐり、韓国は代償を払うことになると警告した: the first speaks.
        between = text[mentions[topics[-2]].end - base : mentions[topics[-1]].start - base]
        if "。" not in between and not CLAUSE_END.search(_NO_END.sub("", between)):
            topics = topics[:-1]
    if not subjects:
        return topics[-1:] or _speaker(sentence, cues, trigger, before)
    own = subjects[-1]
    after = text[mentions[own].end - base : trigger.start - base]
    if (
        trigger.kind == "action" and (not topics or own > topics[-1])
        and not CLAUSE_END.search(_NO_END.sub("", after))
    ):  # fmt: skip
        return [own]  # 中国は…米政府が指定したことを受け: the verb of the inner clause has its own
    lead = text[mentions[own].end - base : trigger.start - base]
    if topics and topics[-1] > own:
        return topics[-1:]
    spoken = bool(_CONTENT.search(lead)) or bool(_CONTENT_WORD.match(trigger.text))
    if not topics and len(subjects) == 1 and _SETTING.search(after):
        return []  # ウガンダが兵を集めたことを受け、…: why, and not who
    if not topics and len(subjects) == 1 and trigger.kind == "statement" and _OF_THAT.match(after):
        return []  # 中国が行っている演習について、…懸念を表明した: what of, and not who
    if topics and _ON_CONDITION.search(lead):
        return topics[-1:]  # EUは会合を開き、ロシアが侵攻した場合、制裁を科す方針で合意した
    if topics:
        between = text[mentions[topics[-1]].end - base : mentions[own].start - base]
        if spoken or not CLAUSE_END.search(between):
            return topics[-1:]
        if trigger.kind == "statement" and _WITHIN.match(lead):
            return topics[-1:]
        return [own]
    if (
        spoken
        and len(subjects) > 1
        and not CLAUSE_END.search(
            text[mentions[subjects[-2]].end - base : mentions[own].start - base]
        )
    ):
        return [subjects[-2]]
    return [own]


def _speaker(sentence: Sentence, cues: list[Cue], trigger: Trigger, before: list[int]) -> list[int]:
    """河野大臣からは協力を要請し, 大使から感謝が示された: who speaks, where nobody stands as subject."""
    if trigger.kind not in ("statement", "pledge"):
        return []
    mentions, text, base = sentence.mentions, sentence.text, sentence.start
    return [
        i for i in before
        if cues[i] == "from" and (mentions[i].kind in ("person", "office") or _SIDE.search(mentions[i].text))
        and not _TAKEN.match(text, mentions[i].end - base)
    ][-1:]  # fmt: skip


_SIDE = re.compile(r"先方|我が方|当方|側$")


# 首相から説明を受け、…: he told it, and somebody else goes on.
_TAKEN = re.compile(r"から[^。、]{1,24}?(?:を受け|を得|受けた|との連絡|届)")


def _owner(
    sentence: Sentence, cues: list[Cue], trigger: Trigger, rest: list[int]
) -> tuple[list[int], list[int]]:
    """日米韓の共同声明, 中国政府関係者の批判: the actor stands as owner before the noun."""
    mentions = sentence.mentions
    near = [
        i for i in rest
        if cues[i] in ("of", "bare") and trigger.start - mentions[i].end <= 3
        and mentions[i].kind in ("states", "joint")
    ]  # fmt: skip
    return near[-1:], [i for i in rest if i not in near[-1:]]


_QUOTED = re.compile(r"「[^「」]*」(?:など)?(?:と(?:して|も)?|とし)、?[^、。「」]{0,8}$")


def _blamed(sentence: Sentence, cues: list[Cue], trigger: Trigger, rest: list[int]) -> list[int]:
    """「首相は和平を拒んでいる」と批判した: whom the quotation speaks of."""
    lead = sentence.text[: trigger.end - sentence.start]
    if (quote := _QUOTED.search(lead)) is None:
        return []
    within = range(quote.start(), quote.end())
    return [
        i for i in rest
        if cues[i] in ("topic", "subject") and sentence.mentions[i].start - sentence.start in within
    ][:1]  # fmt: skip


def _target(
    sentence: Sentence, cues: list[Cue], trigger: Trigger, source: list[int], rest: list[int]
) -> list[int]:
    wanted = trigger.targets or (("with", "to") if trigger.frame == "with" else _TARGETS)
    # 訪日を歓迎した by Japan: a country that acts is not acted on.
    own = {sentence.mentions[i].country for i in source} - {None}
    if trigger.type == "ACCUSE":
        # 露朝軍事協力の進展を憂慮し: the two that do it together, whatever else is named.
        pairs = [
            i for i in rest
            if sentence.mentions[i].kind == "states" and not own & set(sentence.mentions[i].members)
        ]  # fmt: skip
        # 欧米との核協議で…とした米長官の発言について批判: nearer than the two stands who is meant.
        nearer = [
            i for i in rest
            if pairs and i > pairs[-1] and cues[i] in ("object", "about", "to", "of")
            and sentence.mentions[i].country not in (*own, None)
            and sentence.mentions[i].kind in ("person", "office", "state", "body")
            and _OF_WHAT.match(sentence.text, sentence.mentions[i].end - sentence.start)
        ]  # fmt: skip
        if pairs:
            return nearer[-1:] or pairs[-1:]
    rest = [i for i in rest if sentence.mentions[i].country not in own]
    if "懸念" in trigger.text or "憂慮" in trigger.text:
        lead = sentence.text[: trigger.start - sentence.start]
        if _STATE_OF_THINGS.search(lead):
            return []  # 外相と会談し、中東情勢への懸念を伝えた
    if trigger.type in ("ACCUSE", "REQUEST"):
        # イスラエルへの大規模な攻撃を非難した: who was attacked is not whom the words are held against.
        rest = [
            i for i in rest
            if not _ATTACKED.match(sentence.text, sentence.mentions[i].end - sentence.start)
        ]  # fmt: skip
    if trigger.type == "AGREE" and "一致" in trigger.text:
        # 北朝鮮への対応で連携していく方針で一致した: what they agree on, and not with whom.
        rest = [
            i for i in rest
            if not _SUBJECT_MATTER.match(sentence.text, sentence.mentions[i].end - sentence.start)
        ]  # fmt: skip
    if trigger.type == "SANCTION":
        # ウクライナへの侵攻を受け、対露制裁を発動する: the word itself says against whom.
        lead = sentence.text[: trigger.end - sentence.start]
        against = [
            i for i in rest if lead[: sentence.mentions[i].start - sentence.start].endswith("対")
        ]
        if against:
            return against[-1:]
    if trigger.type == "COERCE":
        # ロシアに協力したとして男を逮捕した: what somebody is held for, and nobody seized.
        lead = sentence.text[: trigger.start - sentence.start]
        rest = [
            i for i in rest
            if not _HELD_FOR.search(lead, sentence.mentions[i].end - sentence.start)
        ]  # fmt: skip
    if trigger.text.startswith("反対"):
        # 中国との関係を重視しており、一国主義に反対する: those named in what is opposed.
        lead = sentence.text[: trigger.start - sentence.start]
        rest = [
            i for i in rest
            if not re.search(r"[、。はが]", lead[sentence.mentions[i].end - sentence.start :])
        ]  # fmt: skip
    if trigger.type == "AID" or (trigger.type == "AGREE" and trigger.frame == "toward"):
        # ロシアの侵攻を非難し、装備品を供与すると伝えた: the clause before has others.
        lead = sentence.text[: trigger.start - sentence.start]
        rest = [
            i for i in rest
            if cues[i] not in ("of", "object")
            or not CLAUSE_END.search(lead, sentence.mentions[i].end - sentence.start)
        ]  # fmt: skip
    if trigger.type == "REQUEST":
        # EUが団結してロシアに対応することが重要だと呼びかけた: what is to be done, and not of whom.
        rest = [
            i for i in rest
            if not _CONTENT_OF.match(sentence.text, sentence.mentions[i].end - sentence.start)
            and sentence.text[: sentence.mentions[i].start - sentence.start][-1:] != "対"
        ]  # fmt: skip
        rest = [
            i for i in rest
            if cues[i] not in ("to", "about", "object")
            or not _VIEW.match(
                sentence.text[: trigger.start - sentence.start],
                sentence.mentions[i].end - sentence.start,
            )
        ]  # fmt: skip
    if trigger.type == "THREATEN":
        # ベラルーシが受け入れれば制裁を科すと警告した
        lead = sentence.text[: trigger.start - sentence.start]
        given = [
            i
            for i in rest
            if cues[i] == "subject" and _IF.match(lead, sentence.mentions[i].end - sentence.start)
        ]
        if given:
            return given[-1:]
    if trigger.frame != "with":
        # アメリカと共に制裁を発表した: at whose side, not whom.
        rest = [
            i for i in rest
            if not _AT_SIDE.match(sentence.text, sentence.mentions[i].end - sentence.start)
        ]  # fmt: skip
    if trigger.type == "ACCUSE" and (blamed := _blamed(sentence, cues, trigger, rest)):
        return blamed
    first = source[-1] if source else -1
    inside = [i for i in rest if i > first]
    for group, order in (
        (inside, wanted),
        (rest, [c for c in wanted if c in ("to", "about", "with")]),
    ):
        for cue in order:
            near = [i for i in group if cues[i] == cue]
            if near:
                return joined(rest, cues, sentence, near[-1])
    return []


# ロシアへの輸出をやめるよう, 対ロ制裁の強化を: what it is about, and of whom it is not asked.
_CONTENT_OF = re.compile(r"(?:側|政府)?(?:への|に対する)(?!要求|要請|働き)[^、。]{1,24}(?:を|が)")


_SUBJECT_MATTER = re.compile(
    r"(?:側|政府|情勢|問題)?(?:への|に対する|に関する|をめぐる|を巡る)(?!制裁)"
)


_STATE_OF_THINGS = re.compile(
    r"(?:中東|地域|国際|周辺|安全保障|人道|世界)(?:の)?(?:情勢|状況|事態|動向|緊張|危機|環境)(?:の[^、。]{0,8})?(?:に(?:は|も)?|への?|に対する|について(?:の)?|をめぐる)(?:深い|深刻な|重大な|強い)?$"
)


_HELD_FOR = re.compile(r"(?:たとして|疑いで|容疑で|の疑い|罪で|に関与した)")


_VIEW = re.compile(
    r"(?:側|政府)?(?:に|を|へ)[^、。「」]{1,30}?(?:する|した|く|う|る|の)(?:こと|必要|責任)(?:が|は|も)[^、。「」]{1,14}と$"
)


_OF_WHAT = re.compile(
    r"(?:側|政府|氏)?(?:を(?!含)|の[^、。はがを]{0,10}?(?:発言|声明|主張|決定|行動|行為|措置|対応|態度|政策)(?:を|について|に対し|に関し|は))"
)


_ATTACKED = re.compile(
    r"(?:への|に対する)[^、。「」]{0,18}?(?:攻撃|侵攻|侵略|空爆|爆撃|砲撃|空襲|テロ|発射|威嚇|挑発|放水)"
)


_IF = re.compile(r"(?:側)?が[^、。]{1,24}?(?:ば|なら|場合(?:は|には)?|限り)")


_AT_SIDE = re.compile(r"と(?:共に|ともに|連携|協調|並んで|歩調)")
