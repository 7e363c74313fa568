"""Who acts on whom in an English sentence.

In: a sentence, its cues, a trigger. Out: Arguments. The subject opens its clause and stands before
the verb; coordinate verbs share it ("met X and condemned Y"). The object follows, by preposition.
A subject that is no actor of ours ("analysts warned") leaves the act out. What another verb asks
for, promises or blames ("urged X to withdraw", "accused X of attacking Y") is no act of its own.
"""

from __future__ import annotations

import re

from dragoman.coding.acts.arguments_ko import Arguments
from dragoman.coding.acts.lexicon import Trigger
from dragoman.coding.cues.clauses import boundaries, read_predicate
from dragoman.coding.cues.cue import Cue
from dragoman.coding.names.mention import Mention
from dragoman.coding.scene import Sentence

__all__ = ["find_english_arguments"]

# How far behind its verb an object may begin, in code points (chosen, not measured).
_REACH = 130
_SUBJECT: tuple[Cue, ...] = ("subject", "topic")
# Words that may stand between a clause's beginning and its verb when the subject was said before.
_NO_SUBJECT = re.compile(
    r"^[\s,]*(?:(?:and|but|or|also|then|again|both|has|have|had|is|are|was|were|been|being|will|would|shall|may|might|could|can|do|does|did|not|"
    r"jointly|further|in turn|instead|thereby|therefore|together|to|by|once again|yet|so|in particular|\w+ly)[\s,]+)*$",
    re.IGNORECASE,
)
# Nouns of people who act for the state that the adjective names: Russian officials, Israeli forces.
_FOR_STATE = re.compile(
    r"^(?:['’]s)?\s(?:(?:[\w'’]+-?){1,3}\s){0,3}?(?:officials?|forces?|troops|military|army|navy|air force|government|authorities|police|president|"
    r"leaders?|ministers?|ministry|premier|chancellor|soldiers|diplomats?|delegation|side|state|embassy|high commission|High Commission(?:er)?|administration|ambassador|envoys?|emissaries|regime|junta|spokes\w+|"
    r"jets|warplanes|aircraft|helicopters|drones?|missiles?|artillery|howitzers|gunners|strikes?|airstrikes?|coast guards?|warships?|frigates?|vessels?|gunboats|parliament|lawmakers|MPs|senators?|deputies|foreign"
    r"|defen[cs]e|leadership|administration|counterparts?|prosecutors?|courts?|judges?|tribunal|regulators?|watchdog|agency|commission|committee|council|board|service|services|department|treasury"
    r"|central bank|authority|customs|intelligence|guards|border guards|marines|commandos|paratroopers|peacekeepers|negotiators|mediators|representatives|investigators|detectives|inspectors|king|emir|monarch|Senate|Congress|House"
    r"|cabinet|consulate|mission|team|office|opposition|rebels|fighters|militants|militia|snipers|gunmen|agents|spies|hackers|pilots|sailors|crew|medics|engineers|rescuers|Women)(?:s|es)?\b"
)
_STOP = re.compile(
    r"[;:]\s|\s[–—]\s|(?<=[a-z]{3})\.\s|\sas\s(?:an?|the|[“\"])|,\s(?:and|but|while|saying|adding|noting|which|who|with|as)\s|\s(?:while|whereas|but|because|although|after|before|when|if)\s|[“\"]"
)
# "expressed appreciation for … and affirmed plans": a coordinate verb has its own objects.
_NEXT_VERB = re.compile(
    r"\sand\s(?:(?:also|then|\w+ly)\s)?(?!related|united|continued|increased|sustained|shared)(?:[a-z]{3,}ed|made|took|said|told|gave|met|held|spoke|sent)\s(?=(?:the|that|his|her|their|its|an?|to|for|on|[a-z]+s)\b|[A-Z])"
)
_SPEECH = re.compile(
    r"\b(?:said|says|told \S+(?: \S+){0,4}|stated|announced|confirmed|added|noted|reported|claimed|alleged|argued|insisted|accused|believes?)\s(?:that\s)?$"
)
_CLAIM = re.compile(r"\b(?:claim|alleg|accus|reportedly|purported|rumou?r|according to)\w*")
_HIM = re.compile(
    r"^\s(?:him|her|them|(?:his|her|their)\s(?:\w+\s)?counterparts?|the\s(?:two|three)\s\w+)\b"
)
# For each type, which cue behind the verb names whom the act is aimed at, best first.
_CONTENT: tuple[Cue, ...] = ("about", "of", "object", "bare", "by", "from", "with", "to")
_ADDRESSEE: tuple[Cue, ...] = ("object", "bare", "to", "about", "of", "from", "with")
_INVITED: tuple[Cue, ...] = ("from", "of", "by", "to", "bare")
_BY_TYPE: dict[str, tuple[Cue, ...]] = {
    "AID": ("to", "object", "bare", "about", "of"), "AGREE": ("to", "with", "object", "bare", "of"),
    "SANCTION": ("about", "object", "to", "bare", "of", "from", "with"),
    "SUPPORT": ("object", "bare", "to", "of", "from", "by", "with", "about"),
    "MOBILIZE": ("to", "about"), "COOPERATE": ("with", "to"),
}  # fmt: skip


def _group(sentence: Sentence, cues: list[Cue], at: int, among: list[int]) -> list[int]:
    """A mention with those joined to it: neighbours of the same cue, close by, with and or a comma."""
    out, mentions, base = [at], sentence.mentions, sentence.start
    for step in (-1, 1):
        here = at
        while (k := here + step) in among and cues[k] == cues[at]:
            left, right = min(here, k), max(here, k)
            gap = sentence.text[mentions[left].end - base : mentions[right].start - base]
            if len(gap) > 40 or not re.search(r"\band\b|,|&|\bas well as\b|\bor\b", gap):
                break
            if re.search(r"\b(?:said|met|told|urged|that|which|while)\b", gap):
                break
            out.append(k)
            here = k
    return sorted(out)


def find_english_arguments(
    sentence: Sentence, cues: list[Cue], trigger: Trigger
) -> Arguments | None:
    """The parts of the act that ``trigger`` names; None when the words act nothing out."""
    text, base, mentions = sentence.text, sentence.start, sentence.mentions
    start, end = trigger.start - base, trigger.end - base
    predicate = read_predicate(text, start, end, "en")
    if predicate is None or predicate.stand == "complement":
        return None
    if trigger.type == "AID" and re.match(r"[a-z]+s\s(?:of|to|from|for|by)\b", text[start:]):
        return None  # "airdrops of medical supplies"
    if trigger.type in ("ASSAULT", "COERCE", "REQUEST", "SANCTION") and _A_NOUN.match(text[start:]):
        return None
    if trigger.text.startswith("welcom") and _ARRIVES.match(text[end:]):
        return None  # whoever is welcomed to the White House is met there
    if trigger.text.startswith("ask") and _QUESTION.match(text[end:]):
        return None
    if trigger.text == "warning" and _A_WARNING.search(text[:start]):
        return None
    bounds = [b for b in boundaries(text, "en") if b <= start]
    clause = bounds[-1] if bounds else 0
    before = [i for i, m in enumerate(mentions) if m.end - base <= start and m.kind != "place"]
    local = [i for i in before if mentions[i].start - base >= clause]
    speakers: list[int] = []
    blocked = False
    source: list[int] = []
    if predicate.stand == "modifier":
        # "Russia, which invaded Ukraine": who stands right before the relative word.
        who = max(
            (text.rfind(w, 0, start) for w in (" who ", " which ", " that ", " whom ")), default=-1
        )
        near = [i for i in before if -1 <= who - (mentions[i].end - base) <= 3]
        source = near[-1:]
    else:
        subjects = [i for i in local if _is_subject(sentence, cues, i)]
        if (said := _says_so(sentence, cues, start, clause)) is not None:
            source = [said]
        elif (doing := _with_doing(text, start, before, mentions, base)) is not None:
            source = [doing]
        elif (quoted := _before_aside(sentence, cues, before, start)) is not None:
            source = _group(sentence, cues, quoted, before)
        elif subjects:
            source = _group(sentence, cues, subjects[-1], before)
            if clause:
                speakers = [i for i in before if i not in local and cues[i] in _SUBJECT][-1:]
                if not _SPEECH.search(text[:clause].rstrip() + " "):
                    speakers = []
        elif (cited := _cited(text, clause, mentions, before, base)) is not None:
            source = [cited]
        elif _NO_SUBJECT.match(text[clause:start]) or _participle(text, start, end) or (
            _ITSELF.match(text[clause:start])
            and (_SAID.search(text[:clause].rstrip() + " ") or _only_one(sentence, cues, before))
        ):  # fmt: skip
            earlier = [i for i in before if _is_subject(sentence, cues, i)]
            if len(earlier) > 1 and _GOES_ON.search(text[:clause]):
                # "He said that Israel has every right, and affirmed": he did.
                said = text.find(" that ")
                if 0 < said < mentions[earlier[-1]].start - base:
                    earlier = [i for i in earlier if mentions[i].start - base < said] or earlier
            source = _group(sentence, cues, earlier[-1], before) if earlier else []
            if earlier and not source:
                source = earlier[-1:]
        elif (
            local
            and trigger.start - mentions[local[-1]].end <= 2
            and cues[local[-1]] in ("of", "bare", "and")
        ):
            source = _group(sentence, cues, local[-1], local)
        else:
            blocked = bool(re.search(r"\w", re.sub(r"^\W*(?:the|a|an)\b", "", text[clause:start])))
    after = [
        i for i, m in enumerate(mentions)
        if m.start - base >= end and m.kind != "place" and m.start - base - end <= _REACH
    ]  # fmt: skip
    after = [i for i in after if not _RULES.search(text[end : mentions[i].start - base])]
    # What a relative clause says ends at its comma.
    if trigger.type in ("AGREE", "SUPPORT"):
        # "pain caused by Putin's war", "since the attack of": no friends of the speaker.
        # What stands in a clause of its own ("support for a deal that …") is not the target.
        after = [i for i in after if " that " not in text[end : mentions[i].start - base]]
        if "invitation" not in trigger.text:
            after = [i for i in after if not _HARMS.search(text[end : mentions[i].start - base])]
    stop = (re.compile(r",\s") if predicate.stand == "modifier" else _STOP).search(text, end)
    # "condemned and rejected the plan" shares its object.
    for found in (stop, _NEXT_VERB.search(text, end + 6)):
        if found:
            after = [i for i in after if mentions[i].start - base < found.start()]
    told = _told_of_it(sentence, cues, trigger, before, source)
    source = _with_colleague(sentence, cues, source, start)
    him = _HIM_ALONE.match(text[end:])
    if him and trigger.type not in ("AGREE",) and not trigger.passive:
        spoken = _spoken_of(sentence, before, source, him["who"])
        return Arguments(
            source, spoken, speakers, predicate.stand, bool(source), not blocked, False, end
        )
    target = told or _target(cues, trigger, [i for i in after if i not in source], sentence)
    own = {mentions[i].country for i in source}
    within = [
        i for i, m in enumerate(mentions)
        if start < m.start - base < end and m.kind not in ("place", "pronoun", "joint")
        and m.country not in own and m.country is not None and i not in source
    ]  # fmt: skip
    if within and not trigger.passive and (not target or trigger.type in _HOLDS_TARGET):
        target = within[-1:]
    if not target and trigger.type == "AGREE" and _ANNOUNCES.match(trigger.text):
        # "met with Zelenskyy and announced a package": the help is for whom they met.
        target = [i for i in before if cues[i] == "with" and i not in source][-1:]
    if trigger.passive:
        by = [i for i in after if cues[i] == "by"]
        agent = _group(sentence, cues, by[0], after) if by else []
        if predicate.stand != "modifier" and not source:
            reach = 45 if by else 20
            source = [i for i in before if start - (mentions[i].end - base) <= reach][-1:]
        return Arguments(agent, source, [], predicate.stand, bool(by), False, False, end)
    contested = bool(speakers) and bool(_CLAIM.search(text[max(0, clause - 24) : clause]))
    contested = contested or bool(
        re.search(r"\b(?:reportedly|allegedly|purportedly)\b", text[clause:end])
    )
    return Arguments(
        source, target, speakers, predicate.stand, bool(source), not blocked, contested, end
    )


# "accused him in a newspaper of": nobody behind the pronoun is meant.
_HIM_ALONE = re.compile(
    r"^\s(?P<who>him|her|them|it)\b(?=\s(?:of|for|to|in|on|at|over|that|by|with|about|as|once|again|not|and|after|when|yesterday|today)\b|[.,;])(?!\s(?:and|or)\s[A-Z])"
)
_COLLEAGUE = re.compile(
    r"^\sand\s(?:his|her|its|their)\s(?:[\w.-]+\s){0,4}?(?:counterpart|colleague|opposite number|host|guest|peer),?\s$"
)


def _spoken_of(sentence: Sentence, before: list[int], source: list[int], who: str) -> list[int]:
    """Who a pronoun is that follows the words: the last one named before who is not the doer."""
    mentions = sentence.mentions
    own = {mentions[i].country for i in source}
    kinds = ("person", "office") if who in ("him", "her") else ("state", "body", "person", "states")
    found = [
        i for i in before
        if mentions[i].kind in kinds and mentions[i].country and mentions[i].country not in own
    ]  # fmt: skip
    return found[-1:] if source else []


def _with_colleague(
    sentence: Sentence, cues: list[Cue], source: list[int], start: int
) -> list[int]:
    """The doer with the colleague beside him: "Lavrov and his Chinese counterpart Wang Yi agreed"."""
    if len(source) != 1:
        return source
    text, base, mentions = sentence.text, sentence.start, sentence.mentions
    one = mentions[source[0]]
    for i, m in enumerate(mentions):
        if i == source[0] or m.kind not in ("person", "office") or m.end - base > start:
            continue
        left, right = (one, m) if one.end <= m.start else (m, one)
        if _COLLEAGUE.match(text[left.end - base : right.start - base]):
            return sorted([source[0], i])
    return source


# "attacks against Israel", "demands on it": the plural of a noun.
_A_NOUN = re.compile(
    r"(?:attack|bomb|shell|raid|kill|ban|fine|sentence|demand|request|strike|arrest)s?\s(?:against|on|by|of|in|from|at|and|or)\b"
)
_A_WARNING = re.compile(r"\b(?:an?|the|this|that|direct|stern|stark|clear|strong|final|new)\s$")
# "asked about the visit", "asked twice whether": a question, no request.
_QUESTION = re.compile(r"\s?(?:,|about|whether|if|why|how|what|who|when|where|twice|at|in|by)\b|,")
# "denied that it had halted exports to Bangladesh": what is denied is not whom; who claimed it is.
_DENIES = re.compile(r"(?:den(?:y|ies|ied|ying)|refut)\w*$")
_DENIED = re.compile(r"\s(?:that|having|any|[a-z]+ing)\b")
_CLAIMED = re.compile(r"\bas\s(?:the\s)?$")
_ARRIVES = re.compile(
    r"\s(?:[A-Z](?:(?!\s(?:to|at|in|of|for)\s|['’]s?\s)[^.;:]){3,120}(?:\sof\s(?:the\s)?[A-Z]\w+)?(?:,[^.;:]{3,80})?|him|her|them)\s(?:to|at|in)\s(?:the (?:White House|Kremlin|[A-Z]\w+ (?:House|Palace))|[A-Z][a-z]+)(?=[\s,.])(?!\s(?:the|as)\b)"
)
_GOES_ON = re.compile(r",\sand\s$")
_HARMS = re.compile(
    r"\b(?:by|against|since|despite|from|posed by|in the face of|in response to)\s(?:(?:the|an?|\w+[’']s)\s)?(?:[A-Z]\w+\s)?$"
)
# Words that hold their target: "granted Assad asylum", "summoned the Chinese ambassador".
_HOLDS_TARGET = frozenset({"AID", "SANCTION"})
_ANNOUNCES = re.compile(r"announc")
# "France said it supported the court": the pronoun is whoever said so.
_ITSELF = re.compile(
    r"^(?:it|they|he|she)\s(?:(?:has|have|had|will|would|also|fully|strongly)\s)*$"
)
_SAID = re.compile(
    r"\b(?:said|says|stated|announced|added|insisted|declared|confirmed)\s(?:that\s)?$"
)
# "Russia, which granted Assad asylum, requested": the aside lies between subject and verb.
_ASIDE = re.compile(
    r"^,\s(?:who|which|whose|where|in|at|on|an?|the|himself|herself|speaking|visiting)\b[^;:“\"]{2,110}?,\s"
    r"(?:(?:has|have|had|also|\w+ly)\s)*$"
)


def _only_one(sentence: Sentence, cues: list[Cue], before: list[int]) -> bool:
    """Whether one state alone has been spoken of, as subject: "Argentina gave notice that it will"."""
    names = {sentence.mentions[i].country for i in before if sentence.mentions[i].country}
    return len(names) == 1 and any(_is_subject(sentence, cues, i) for i in before)


def _before_aside(sentence: Sentence, cues: list[Cue], before: list[int], start: int) -> int | None:
    """The subject that an aside parts from its verb."""
    text, base = sentence.text, sentence.start
    for i in before:
        rest = text[sentence.mentions[i].end - base : start]
        if cues[i] in _SUBJECT and _ASIDE.match(rest) and not re.search(r",\s(?:and|but)\s", rest):
            return i
    return None


# "consistent with United Nations resolutions": whose rules are kept is not who is meant.
_RULES = re.compile(
    r"\b(?:consistent with|in line with|in accordance with|pursuant to|under|as set out in|enshrined in)\s(?:the\s)?$"
)
_WE = re.compile(
    r"^[“\"]?\s?(?:[\w’']+,\s)?(?:We|I|Our (?:country|government))\s(?:[\w’']+\s){0,3}$"
)
_THEN_SAYS = re.compile(
    r"^\s(?:said|says|told|added|wrote|declared|stated|warned|insisted|announced|vowed)\b"
)
_SAYS_FIRST = re.compile(r"\b(?:said|added|wrote|declared|insisted|warned)\s(?:the\s)?$")


def _says_so(sentence: Sentence, cues: list[Cue], start: int, clause: int) -> int | None:
    """Who speaks as "we" in front: "We condemn this," the minister said."""
    text, base, mentions = sentence.text, sentence.start, sentence.mentions
    opened = max(text.rfind("“", 0, start), text.rfind('"', 0, start))
    closed = min((k for k in (text.find("”", start), text.find('"', start)) if k >= 0), default=-1)
    if opened > 3 or closed < 0 or not _WE.match(text[max(opened, 0) : start]):
        return None
    for i, m in enumerate(mentions):
        at = m.start - base
        if at > closed and at - closed <= 40 and m.kind in ("person", "office", "body", "state"):
            behind, lead = text[m.end - base :], text[closed:at]
            if _THEN_SAYS.match(behind) or _SAYS_FIRST.search(lead):
                return i
    return None


def _with_doing(
    text: str, start: int, before: list[int], mentions: list[Mention], base: int
) -> int | None:
    """Who does so beside the main clause: ", with President Biden reiterating support"."""
    if not before or not re.match(r"[a-z]+ing\b", text[start:]):
        return None
    last = mentions[before[-1]]
    leads = re.search(r",\swith\s(?:the\s|both\s)?$", text[: last.start - base])
    gap = text[last.end - base : start]
    return before[-1] if leads and re.fullmatch(r"\s(?:\w+ly\s|also\s)?", gap) else None


def _cited(
    text: str, clause: int, mentions: list[Mention], before: list[int], base: int
) -> int | None:
    """Who is quoted as saying so: "quoted Xi as denying"."""
    for i in before:
        m = mentions[i]
        if text[m.end - base : clause] == " as " and text[: m.start - base].endswith("quoted "):
            return i
    return None


def _is_subject(sentence: Sentence, cues: list[Cue], i: int) -> bool:
    if cues[i] in _SUBJECT:
        return True
    mention = sentence.mentions[i]
    at = mention.start - sentence.start
    if cues[i] in ("of", "bare") and mention.kind in ("state", "body", "states"):
        opens = bool(
            re.search(
                r"(?:^|[,;:“\"]\s?|\b(?:and|but|that|as|while|after|when|where|because|\w*day|today|yesterday|week|month|\d{4}|said|says)\s)"
                r"(?:(?:the|an?|some|two|three|several|\d[\d,]*|senior|top|former|spokes\w+ for|head of|chief of)\s){0,3}$",
                sentence.text[:at],
                re.I,
            )
        )
        return opens and bool(_FOR_STATE.match(sentence.text[mention.end - sentence.start :]))
    return False


# "broke off ties with the Emirates, accusing it of arming": it is the one spoken of just before.
_IT = re.compile(r"\s(?:it|them)\s(?:of|for|to|over)\b")
_TIES = re.compile(r"\b(?:ties|relations)$")
_TIES_WITH = re.compile(r"\s(?:with|to)\s(?:the\s)?$")


def _told_of_it(
    sentence: Sentence, cues: list[Cue], trigger: Trigger, before: list[int], source: list[int]
) -> list[int]:
    """The state or body that "it" is, behind a participle that accuses, urges or blames it."""
    text, base, mentions = sentence.text, sentence.start, sentence.mentions
    if trigger.type not in ("ACCUSE", "REQUEST", "THREATEN") or not trigger.text.endswith("ing"):
        return []
    if not _IT.match(text[trigger.end - base :]):
        return []
    own = {mentions[i].country for i in source}
    spoken = [
        i for i in before
        if mentions[i].kind in ("state", "body") and mentions[i].country not in own
        and cues[i] not in ("at", "from")
    ]  # fmt: skip
    return spoken[-1:]


def _participle(text: str, start: int, end: int) -> bool:
    """ ", condemning the attack": shares the subject of the sentence."""
    return text[start:end].split()[0].endswith("ing") and bool(
        re.search(
            r",\s(?:and\s)?(?:\w+ly\s)?$|\b(?:statement|while|and)\s(?:\w+ly\s)?$", text[:start]
        )
    )


# "urged the Amir to secure Hamas's acceptance": whom it is said to stands before what is asked.
_ASKS = re.compile(r"^(?:urg|ask|implor|beseech|call|appeal(?:ed|s|ing)? to|request)")
_TO_DO = re.compile(r"\bto\s(?:(?:\w+ly|not)\s)?[a-z]+\b(?<!\bto the)(?<!\bto an)(?<!\bto its)")
# "condemned the rocket attacks from Gaza into Israel": who is struck is not who is blamed.
_HARM = re.compile(
    r"\b(?:attacks?|strikes?|shelling|bombing|bombardment|assaults?|fire|launch(?:es)?|raids?|invasion|aggression|killings?|murders?|massacre|incursions?|war|blockade)\s"
    r"(?=(?:\w+\s){0,3}?(?:on|against|in|into|at|from|of|by|across|over|targeting)\b)"
)


# "thanked the King for his part in talks with Syria": what the thanks are for thanks nobody.
_THANKS = re.compile(r"thank|congratulat")
_FOR = re.compile(r"\s(?:for|on)\s")


def _addressed(
    trigger: Trigger, after: list[int], text: str, base: int, mentions: list[Mention]
) -> list[int]:
    """Those of ``after`` whom a request or thanks may be put to."""
    if _THANKS.match(trigger.text):
        at = trigger.end - base
        why = _FOR.search(text, at)
        return [i for i in after if why is None or mentions[i].start - base < why.start()]
    if trigger.type != "REQUEST" or not _ASKS.match(trigger.text.lower()):
        return after
    at = trigger.end - base
    what = _TO_DO.search(text, at)
    if trigger.text.lower().startswith("ask") and re.match(r"\sfor\s", text[at:]):
        # "asked for China's help", "asked for help from China"
        return [
            i for i in after
            if re.search(r"\bfrom\s(?:the\s)?$|^\sfor\s(?:the\s)?$", text[at : mentions[i].start - base])
        ]  # fmt: skip
    if re.match(r"\s?for\s", text[at:]) or trigger.text.endswith(" for "):
        return after
    if what is None or what.start() - at > 60:
        return after
    return [i for i in after if mentions[i].start - base < what.start()]


def _doers(
    cues: list[Cue], after: list[int], text: str, base: int, mentions: list[Mention], deed: int,
    sentence: Sentence,
) -> list[int]:  # fmt: skip
    """Who did the harm that is blamed: by him, from his land; nobody when only the victim is named."""
    for i in after:
        lead = text[deed - 1 : mentions[i].start - base]
        if re.search(r"\b(?:by|from)\s(?:the\s|its\s)?(?:[a-z-]+\s)?$", lead):
            return _group(sentence, cues, i, after)
    return []


def _target(cues: list[Cue], trigger: Trigger, after: list[int], sentence: Sentence) -> list[int]:
    if not after:
        return []
    text, base, mentions = sentence.text, sentence.start, sentence.mentions
    if re.search(r"embassy|consulate|mission", trigger.text):
        return _group(sentence, cues, after[0], after)  # "shut its embassy in Iran"
    order = (
        _INVITED
        if "invitation" in trigger.text
        else _BY_TYPE.get(trigger.type) or (_CONTENT if trigger.aim == "content" else _ADDRESSEE)
    )
    if _TIES.search(trigger.text):
        # "severed ties with Quito in solidarity with Mexico": the first is whose ties they are.
        gap = text[trigger.end - base : mentions[after[0]].start - base]
        if _TIES_WITH.match(gap):
            return _group(sentence, cues, after[0], after)
    if _DENIES.match(trigger.text) and _DENIED.match(text[trigger.end - base :]):
        return [i for i in after if _CLAIMED.search(text[: mentions[i].start - base])][:1]
    first = after[0]
    after = _addressed(trigger, after, text, base, mentions)
    if trigger.type in ("ACCUSE", "REJECT") and (
        deed := _HARM.search(text, trigger.end - base, mentions[first].start - base)
    ):
        return _doers(cues, after, text, base, mentions, deed.end(), sentence)
    if not after:
        return []
    gap = text[trigger.end - base : mentions[first].start - base]
    # What follows at once is the object, whatever its cue; an owner is who did the thing.
    if (
        len(gap) <= 14
        and not (
            cues[first] == "to"
            and trigger.aim == "content"
            and " about " in text[trigger.end - base : trigger.end - base + 60]
        )
        and cues[first] in ("object", "bare", "of", "about", "to", "subject")
        and trigger.type not in ("AID", "MOBILIZE", "COOPERATE")
    ):
        return _group(sentence, cues, first, after)
    for cue in order:
        near = [i for i in after if cues[i] == cue]
        if near:
            return _group(sentence, cues, near[0], after)
    if trigger.type in ("ACCUSE", "REQUEST", "THREATEN", "REJECT", "SUPPORT"):
        rest = [i for i in after if cues[i] in ("subject", "by", "and")]
        return _group(sentence, cues, rest[0], after) if rest else []
    return []
