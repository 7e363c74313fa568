"""Who meets whom at the words that name an encounter, in English.

In: a sentence, its cues, the words [start, end) that name an encounter (offsets in the document).
Out: indices of the subject's mentions, and groups of indices of those met. Pairing subject and
groups into meetings is left to meetings/find.py.
"""

from __future__ import annotations

import re

from dragoman.coding.acts.arguments_en import _is_subject
from dragoman.coding.cues.clauses import boundaries
from dragoman.coding.cues.cue import Cue
from dragoman.coding.meetings.encounters import Parties, gap_between, joined_before
from dragoman.coding.people.parties import HEADS
from dragoman.coding.scene import Sentence

__all__ = ["find_english_parties", "find_joint_subject", "joins_list"]

_EN_VERB = re.compile(
    r"^(?!meetings?\b)(?:met|meets|meet|spoke|speaks|speak|sat down|confer(?:red|s)?\b|telephoned|phoned|called|hosted|hosts|welcomed|received|receives|visited|visits|visiting|travel|arrived|held|host|talked|sees?\b|seeing|led an? |led the "
    r"|gathered|huddled|compared|exchanged|dined|had |has |have |gather|(?:is |are )?(?:gather|conven)|travell?ing|arrive|pa(?:id|ys? )|paying|ma(?:de|kes?|king) (?:an?|his|her)\b|call(?:s|ing)? on|rang|discussed|consulted|played|sat |convened|toured|fl(?:ew|ies) |(?:is|are|was|were) |left |accept|arriv)"
)
_EN_TAKES_OBJECT = re.compile(
    r"^(?!meetings?\b)(?:met|meets|meet|hosted|hosts|host|welcomed|received|receives|telephoned|phoned|called|visited|visits|visiting|sees?\b|seeing|led an? |led the "
    r"|rang|pa(?:id|ys? )|paying|ma(?:de|kes?|king) (?:an?|his|her)\b|call(?:s|ing)? on|played host|toured|convened)"
)
# What may stand between the words and who was met: when, where and how, up to the preposition.
_EN_LEAD = re.compile(
    r"^(?:\s(?:today|yesterday|separately|virtually|briefly|again|by (?:secure )?(?:phone|telephone|video)|via \w+(?:\s\w+){0,2}|over the phone|on the phone|"
    r"in person|in-person|on \w+day(?: \w+)?|this (?:morning|afternoon|evening|week)|earlier(?: today| this \w+)?|late \w+|last \w+|tonight|one-on-one|together|"
    r"(?:on|in|at|for) [\w.,’'&+-]+(?:\s[\w.,’'&+-]+){0,11}?|\w+ly))*,?\s?(?:\([^)]*\)\s?)?(?:with|to|between|among|of|and|by)?\s?(?:the\s|both\s|separately\s|his\s|her\s|their\s|its\s|a\s|counterparts?\s|[\w-]+\s){0,4}$"
)
_EN_LINK = re.compile(
    r"^(?:[\s,;()]|and|with|as well as|of|the|also|by|both|his|her|their|its|counterparts?|including|then|separately|respectively|for|from|to|on behalf|"
    r"joined|former|newly|elected|leaders?|presidents?|prime ministers?|foreign ministers?|ministers?|officials|representatives|delegation|government|H\.?E\.?|Mr|Ms|Mrs|Dr|\.|\([^)]*\)|[A-Z][\w’'.-]*)*$"
)
_EN_END = re.compile(
    r"(?<=[a-z]{3})\.\s|[:;]\s|\b(?:to (?!the\b|his\b|her\b)[a-z]\w*|that|which|who|where|about|said|saying|ahead of|before|after|following|during|on (?:the )?(?:margins|sidelines)|regarding|"
    r"discuss\w*|ways|concerning|as (?:part|they|he|she|well)(?! as)|while|when|in order|marking|where)\b"
)
_EN_LIST = re.compile(r"\band\b|,|&|\bas well as\b")
# "the U.S.-EU Task Force on Energy Security met": the body of two sides stands for them.
_EN_AFTER = re.compile(r"(?:^|[;,]\s)(?:[Aa]fter|[Ff]ollowing|[Uu]pon|[Oo]n)\s$")
_EN_BODY = re.compile(
    r"^\s(?:[A-Z][\w-]*\s|(?:on|for|of|and|the|in)\s){0,4}(?:Task Force|Council|Commission|Committee|Working Group|Dialogue|Forum|Group|Partnership|Platform|Panel)\s"
    r"(?:[A-Z][\w-]*,?\s|(?:on|for|of|and|the|in)\s){0,9}(?:\([A-Z][\w.]{1,9}\)\s)?(?:(?:held|holds|hosted|convened|concluded|will hold|has held)\s(?:its|their|the|an?)\s(?:\w+\s){0,2})?$"
)
_EN_NOT_ACTOR = re.compile(
    r"\b(?:teams?|staff|officials|experts|negotiators|delegations?|advisers|advisors|executives|representatives|lawmakers|families|aides|envoys)\s(?:\w+\s)?$"
)


def find_english_parties(sentence: Sentence, cues: list[Cue], start: int, end: int) -> Parties:
    """The subject opens the clause; who is met follows with, to, between, or as the object."""
    text, base, mentions = sentence.text, sentence.start, sentence.mentions
    named = text[start - base : end - base]
    # "After meeting Kagame in Kigali, the bank's chief promised"
    fronted = bool(re.match(r"(?:meeting|visiting|receiving|hosting)\b", named)) and bool(
        _EN_AFTER.search(text[: start - base])
    )
    verb = bool(_EN_VERB.match(named)) or fronted
    if verb and _EN_TRIP.search(text[: start - base]):
        verb = False  # "discussed his adviser's upcoming travel to New Delhi"
    actors = [
        i for i, m in enumerate(mentions)
        # "Ukrainian delegations", "ASEAN foreign ministers": the state says who they are.
        if m.kind != "place" and not (
            m.kind == "joint" and i and mentions[i - 1].kind in ("state", "body")
            and gap_between(sentence, i - 1, i) == " "
        )
    ]  # fmt: skip
    before = [i for i in actors if mentions[i].end <= start + 1]
    # "this first leaders' summit": the word for them names nobody.
    inside = [
        i for i in actors
        if start < mentions[i].end <= end and mentions[i].kind != "joint"
        # "accepted the Pope's invitation to visit", "led a U.S. delegation to"
        and not named.startswith(("accept", "led "))
    ]  # fmt: skip
    owners = [
        i for i in inside
        if mentions[i].kind in ("person", "office") and text[mentions[i].end - base :][:2] in ("’s", "'s")
    ]  # fmt: skip
    if owners:
        # "the Vice President's meeting with Marcos": the words begin with whose it is.
        beyond = [
            i for i in actors if mentions[i].start >= end - 1 and mentions[i].start - end <= 220
        ]
        with_whom = _met(sentence, cues, start, end, beyond, False)
        return owners[-1:], [[i] for i in with_whom]
    compound = [
        i for i in before
        if mentions[i].kind == "states" and (
            start - mentions[i].end <= 20
            or _EN_BODY.match(text[mentions[i].end - base : start - base])
        )
    ]  # fmt: skip
    if compound or inside:
        # The ministers of the states that the name of the meeting holds are its parties.
        names = compound or inside
        members = {code for i in names for code in mentions[i].members}
        people = [
            i for i in before
            if cues[i] in ("subject", "topic") and mentions[i].kind in ("person", "office")
            and mentions[i].country in members
            # "Sullivan spoke of the Japan-U.S. leaders' summit": an adviser was not at it.
            and (not _EN_OF_HEADS.search(named) or (mentions[i].office or "president") in HEADS)
            # "thanked him for hosting the U.S.-PIF Leaders Dialogue": who thanks was not at it.
            and not _EN_TELLS.search(text[mentions[i].end - base : mentions[names[0]].start - base])
        ]  # fmt: skip
        return [*people, *names], []
    if verb and (which := _EN_WHICH.search(text[: start - base])):
        bodies = [
            i for i in before
            if mentions[i].kind == "states"
            and _EN_BODY.match(text[mentions[i].end - base : which.start()] + " ")
        ]  # fmt: skip
        if bodies:
            return bodies[-1:], []  # "discussed the U.S.-EU Council, which met in Pittsburgh"
    after = [i for i in actors if mentions[i].start >= end - 1 and mentions[i].start - end <= 220]
    takes = fronted or (verb and bool(_EN_TAKES_OBJECT.match(named)))
    met = _met(sentence, cues, start, end, after, takes)
    if fronted:
        behind = (
            [i for i in range(met[-1] + 1, len(cues)) if cues[i] in ("subject", "topic")]
            if met
            else []
        )
        return behind[:1], [[i] for i in met] if behind else []
    clause = max((b for b in boundaries(text, "en") if b <= start - base), default=0)
    subjects = [i for i in before if _acts(sentence, cues, i)]
    local = [i for i in subjects if mentions[i].start - base >= clause]
    if (
        verb
        and _EN_NOT_ACTOR.search(text[clause : start - base])
        and (
            not local
            or (
                cues[local[-1]] not in ("of", "bare")  # Ukrainian delegations met: they do
                and _EN_NOT_ACTOR.search(text[mentions[local[-1]].end - base : start - base])
                and not _EN_AND_TEAM.match(text[mentions[local[-1]].end - base : start - base])
            )
        )
    ):
        return [], []
    if not verb:
        if re.match(r"\s(?:between|among)\s", text[end - base :]):
            return [], [met] if met else []
        if (owner := _owner(sentence, cues, start, end, before, after)) is not None:
            return [owner], [[i] for i in met if i != owner]
        if (told := _told(sentence, start, before)) is not None and not met:
            met = [told]
            subjects = [i for i in subjects if i != told]
            local = [i for i in local if i != told]
        if not met and not subjects and (two := _told_behind(sentence, cues, start, end)):
            return two[:1], [two[1:]]
        if met and not subjects:
            # "In a call with Rutte afterwards, Zelenskyy was advised": the clause behind has it.
            subjects = _host_behind(sentence, cues, start, met[-1])
    elif not subjects or (
        _EN_TAKES_OBJECT.match(named)
        and re.match(r"\sby\b", text[end - base :])
        and not _EN_BE.search(text[: start - base])
    ):
        return [], []  # "a summit hosted by X": nobody in front of the verb was hosted.
    if not met and _EN_GREETS.match(named):
        return [], []  # "The two welcomed the agreement"
    chosen = local or subjects
    subject = joined_before(sentence, cues, chosen[-1], actors, _EN_LIST, 90) if chosen else []
    if len(subject) == 1 and cues[subject[0]] in ("of", "bare"):
        subject = _paired(sentence, cues, subject[0])
    if named == "called" and met and _EN_NAMES.match(text[mentions[met[-1]].end - base :]):
        return [], []
    if verb and chosen:
        subject += [i for i in before if _comes_along(sentence, chosen[-1], i)]
        subject += _counterparts(sentence, chosen[-1], before, start)
    # "A, B, and C met": the subject reaches to the verb.
    return subject, [[i] for i in met if i not in subject]


_EN_WHICH = re.compile(r",\s(?:which|that)\s(?:(?:has|have|had|will)\s)?(?:last\s)?$")
_EN_CHAIR = re.compile(r"\b(?:[Cc]hair\w*|[Hh]ead|[Pp]resident|[Ll]eader)\sof\s(?:the\s)?$")
# "Jake Sullivan's upcoming travel to": a noun. "Sullivan and his team met": he did.
_EN_TRIP = re.compile(r"['’]s?\s(?:upcoming|planned|recent|forthcoming|next|first|last)\s$")
_EN_AND_TEAM = re.compile(r"^\sand\s(?:his|her|their)\s(?:\w+\s){0,2}(?:teams?|delegation|staff)\s")
_EN_PAIR = re.compile(r"^(?:['’]s)?(?:\s(?:and|&)\s|,\s(?:and\s)?)(?:the\s)?$")


_EN_JOINED_BY = re.compile(r",\s(?:who\swas\s)?(?:joined|accompanied)\sby\s(?:the\s)?(?:Acting\s)?")


def _comes_along(sentence: Sentence, subject: int, i: int) -> bool:
    """President Biden, joined by Vice President Harris, met: she did too."""
    mentions = sentence.mentions
    return (
        i > subject and mentions[i].kind in ("person", "office")
        and bool(_EN_JOINED_BY.fullmatch(gap_between(sentence, subject, i)))
    )  # fmt: skip


def _acts(sentence: Sentence, cues: list[Cue], i: int) -> bool:
    """Whether a mention is a subject, or the state for which one acts: Iranian negotiators."""
    return cues[i] in ("subject", "topic") or _is_subject(sentence, cues, i)


def _paired(sentence: Sentence, cues: list[Cue], last: int) -> list[int]:
    """U.S. and Iranian negotiators: the states before one, joined to it, that share its noun."""
    mentions, base, out = sentence.mentions, sentence.start, [last]
    while out[0] > 0 and mentions[out[0]].kind in ("state", "body"):
        k = out[0] - 1
        gap = sentence.text[mentions[k].end - base : mentions[out[0]].start - base]
        if mentions[k].kind not in ("state", "body") or not _EN_PAIR.match(gap):
            break
        out.insert(0, k)
    return out


def joins_list(gap: str) -> bool:
    """Whether what stands between two names leaves them in one row of those who take part."""
    return bool(_EN_LINK.match(gap))


def find_joint_subject(sentence: Sentence, cues: list[Cue]) -> list[int]:
    """The persons, or the states, of a sentence's first subject when two or more are joined."""
    mentions = sentence.mentions
    heads = [i for i, m in enumerate(mentions) if cues[i] in ("subject", "topic")]
    kinds: tuple[str, ...] = ("person", "office")
    if heads and mentions[heads[0]].kind == "state" and not mentions[heads[0]].adjective:
        kinds = ("state",)
    people = [i for i in heads if mentions[i].kind in kinds]
    out = people[:1]
    for i in people[1:]:
        if i - out[-1] > 1 or not re.fullmatch(
            r"(?:,|,?\sand)\s(?:the\s)?", gap_between(sentence, out[-1], i)
        ):
            break
        out.append(i)
    return out if len(out) > 1 else []


_EN_OWNER = re.compile(
    r"^(?:['’]s?)\s(?:(?!in\b|on\b|for\b|at\b|to\b|with\b)(?:\w+(?:-\w+)?)\s){0,3}$"
)
_EN_BY = re.compile(r"^\s(?:to\s[\w\s]{2,30})?by\s(?:the\s)?$")
_EN_TOLD = re.compile(
    r"\b(?:told|informed|assured|urged|thanked|warned|reassured|briefed|asked|congratulated)\s"
    r"(?:(?:his|her|their|the)\s(?:[\w.-]+\s){0,2}(?:counterpart,?\s)?)?$"
)
_EN_DURING = re.compile(r"^\s(?:in|during|over|at)\s(?:an?|the|their|his|her)\s$")
_EN_FRONTED = re.compile(
    r"^[“\"]?(?:In|During|At|After|Following|Before|On)\s(?:an?|the|his|her|their)?\s?$"
)
# "a summit hosted by X": who arranged it is not yet who was met.
_EN_ARRANGED = re.compile(r"\b(?:hosted|organi[sz]ed|convened|led|chaired|brokered|mediated)\sby\b")
_EN_GREETS = re.compile(r"^(?:welcomed|received|receives|hosted|hosts|host)\b")
_EN_BE = re.compile(r"\b(?:was|were|been|be|being|is|are)\s(?:\w+ly\s)?$")
# "called President X a liar": no telephone.
_EN_NAMES = re.compile(r"^\s(?:an?|the|“|\"|‘|'|\w+ed\b|\w+ous\b)")


def _owner(
    sentence: Sentence, cues: list[Cue], start: int, end: int, before: list[int], after: list[int]
) -> int | None:
    """Whose meeting or trip the noun tells of: Blinken's trip to Laos, a trip by Erdogan."""
    text, base, mentions = sentence.text, sentence.start, sentence.mentions
    for i in reversed(before):
        gap = text[mentions[i].end - base : start - base]
        if cues[i] == "of" and _EN_OWNER.match(gap):
            return i
        break
    for i in after[:2]:
        if cues[i] == "by" and _EN_BY.match(text[end - base : mentions[i].start - base]):
            return i
    return None


def _told(sentence: Sentence, start: int, before: list[int]) -> int | None:
    """Who was told something in the call: "told Biden in a call"."""
    text, base, mentions = sentence.text, sentence.start, sentence.mentions
    if not before or mentions[before[-1]].kind not in ("person", "office"):
        return None
    last = mentions[before[-1]]
    told = _EN_TOLD.search(text[: last.start - base])
    during = _EN_DURING.match(text[last.end - base : start - base])
    return before[-1] if told and during else None


def _told_behind(sentence: Sentence, cues: list[Cue], start: int, end: int) -> list[int]:
    """Who told whom behind a call at the head of the sentence: "In a call on Monday, A told B"."""
    text, base, mentions = sentence.text, sentence.start, sentence.mentions
    if not _EN_FRONTED.match(text[: start - base]):
        return []
    behind = [i for i, m in enumerate(mentions) if m.start >= end]
    first = next((i for i in behind if cues[i] in ("subject", "topic")), None)
    both = find_joint_subject(sentence, cues)
    if first is not None and len(both) > 1 and first == both[0]:
        return both  # "In a separate meeting, A and B agreed"
    if (
        first is None
        or first + 1 >= len(mentions)
        or mentions[first + 1].kind not in ("person", "office")
    ):
        return []
    gap = text[mentions[first].end - base : mentions[first + 1].start - base]
    return [first, first + 1] if _EN_TOLD.search(gap) and len(gap) < 40 else []


def _host_behind(sentence: Sentence, cues: list[Cue], start: int, last: int) -> list[int]:
    """Who is the subject behind a meeting told at the head of its sentence."""
    if not _EN_FRONTED.match(sentence.text[: start - sentence.start]):
        return []
    behind = range(last + 1, len(cues))
    return [i for i in behind if cues[i] in ("subject", "topic")][:1]


def _counterparts(sentence: Sentence, subject: int, before: list[int], start: int) -> list[int]:
    """Who met the subject where both stand before the verb: A and his Korean counterpart B met."""
    mentions = sentence.mentions
    for i in before:
        if i <= subject or mentions[i].kind not in ("person", "office"):
            continue
        gap = gap_between(sentence, subject, i)
        if _EN_COUNTERPART.search(gap) and start - mentions[i].end <= 24:
            return [i]
    return []


_EN_COUNTERPART = re.compile(r"\band (?:his|her|their|its) (?:[\w-]+ ){0,4}counterpart,?\s?$")


_EN_DIRECT = re.compile(
    r"^\s(?:(?:the|his|her|its|their|both|former|visiting|new|newly|outgoing|acting|caretaker|interim|then|today|yesterday|also|again|virtually|and|leaders|counterparts?,?"
    r"|elected|with|His|Her|Royal|Majesty|Highness|Excellency|Holiness|[\w-]+\scounterpart,?)\s)*$"
)
# "received at Al-Yamamah Palace in Riyadh today the Prime Minister": where and when come first.
_EN_RECEIVED_AT = re.compile(
    r"^\s(?:(?:at|in)\s(?:the\s|his\s|her\s)?(?:[A-Z][\w’'-]*\s(?:of\s)?){1,4}){1,2}"
    r"(?:(?:today|yesterday|here|on\s\w+day)\s)?(?:the\s)?$"
)
_EN_GREETED = re.compile(r"^\s(?:(?:at|in|on)\s[^,;]{2,40}?\s)?by\s(?:the\s)?$")
_EN_COLLEAGUE = re.compile(
    r"^\s(?:[\w-]+\s){0,2}(?:counterpart|colleague|opposite number|guest|host|peer)s?\b"
)
# "with his counterparts from Estonia, Latvia", "with the Foreign Ministers of": states stand for
# those of theirs who are named by office alone.
_EN_REPS = re.compile(
    r"(?:\bwith\s|^\s)(?:the\s|his\s|her\s|their\s)?(?:(?!business|community|religious|faith|civil|labou?r|youth|tribal|industry"
    r"|company|student|women|opposition|union|indigenous)[\w-]+\s){0,4}?(?:[Cc]ounterparts|[Ll]eaders|[Mm]inisters|[Pp]residents|[Aa]dvis[eo]rs|[Aa]mbassadors"
    r"|[Rr]epresentatives|[Ee]nvoys|[Hh]eads of [Ss]tate)\s(?:of|from)\s(?:the\s)?(?:NATO\s)?(?:(?:[Aa]llies|[Mm]ember [Ss]tates|nations|countries)\s)?$"
)
# "met with families of Israeli hostages", "a group of Korean women": no state's officials.
_EN_CIVIL = re.compile(
    r"^(?:\s[\w-]+){0,2}\s(?:women|families|hostages?|students|community|business(?:es)?|youth|faith|journalists?|activists?|artists|entrepreneurs|veterans"
    r"|athletes|survivors|compan(?:y|ies)|CEOs|executives|investors|citizens|Americans?|diaspora|refugees|advocates|victims|hospitals?|universit(?:y|ies))\b"
)
# The body or conference at whose side they met stands between the words and who was met.
_EN_BESIDE = re.compile(
    r"\b(?:margins|sidelines) of\s(?:the\s)?(?:\w+\s)?$|\b(?:at|during|in)\s(?:the|an?)\s$"
)
# "with Executive Vice President …": a word of the title that no table knows.
_EN_TITLED = re.compile(r"\bwith\s(?:the\s)?(?:[A-Z][\w-]*\s){1,3}$")
_EN_FROM = re.compile(r"(?:received|took|got|takes|receives|had)\san?\s$")
_EN_OTHER_VERB = re.compile(
    r"\b(?:and|but)\s(?:\w+ly\s)?[a-z]+ed\b|,\s[a-z]+ing\b|\s(?!between)\S+\s(?:the\s)?\w+\sbetween\s$"
)
_EN_OF_OTHERS = re.compile(r"\w\s(?:with\s[^,]*)?(?:on|about|over)\s[^,]*\bbetween\s(?:the\s)?$")
_EN_OF_HEADS = re.compile(r"\b[Ss]ummit|\b[Ll]eaders\b")
_EN_TELLS = re.compile(
    r"\b(?:thanked|welcomed|discussed|noted|praised|commended|congratulated|highlighted|underscored|emphasized|reaffirmed|affirmed|reviewed|appreciated|recalled|announced|expressed|applauded)\b"
)
_EN_OF_WHAT = (" of ", " of the ")
_EN_HEADS_OF = re.compile(
    r"^\s(?:the\s)?(?:\w+\s)?(?:leaders|presidents|ministers|representatives|delegations?|president|king|prime minister) of\s(?:the\s)?$"
)


def _met(
    sentence: Sentence, cues: list[Cue], start: int, end: int, after: list[int], direct: bool
) -> list[int]:
    text, base, mentions = sentence.text, sentence.start, sentence.mentions
    stop = _EN_END.search(text, end - base)
    limit = stop.start() if stop else len(text)
    out: list[int] = []
    closed = False
    for i in after:
        at = mentions[i].start - base
        if not out:
            gap = text[end - base : at]
            if _EN_ARRANGED.search(gap) or not (direct or gap.strip()):
                break  # "he speaks French"
            if _EN_OF_OTHERS.search(gap):
                break  # "several conversations on the conflict between X and Y"
            if gap in _EN_OF_WHAT and text[start - base : end - base].startswith("sp"):
                break  # "spoke of Ukraine"
            behind = text[mentions[i].end - base :]
            of = cues[i] == "of" and mentions[i].kind == "state" and gap.endswith((" of ", " the "))
            if of and not mentions[i].adjective and re.match(r"\s[A-Z]", behind):
                break  # "a summit of the Bucharest Nine"
            if mentions[i].kind == "body" and _EN_BESIDE.search(gap):
                continue  # "at the BRICS summit": where they met
            if at > limit and not re.search(r"\bwith\s(?:the\s)?$", gap):
                break
            if mentions[i].adjective and _EN_CIVIL.match(behind):
                break
            reps = mentions[i].kind == "state" and bool(_EN_REPS.search(gap[-120:]))
            if re.match(r"['’]s (?:request|invitation|initiative|behest|urging)\b", behind):
                break
            plain = (direct and not gap.strip()) or (
                direct and len(gap) <= 70
                and bool(_EN_DIRECT.match(gap) or _EN_RECEIVED_AT.match(gap))
                and (cues[i] in ("object", "bare", "subject") or text[:end - base].endswith(("call on", "called on")))
            )  # fmt: skip
            if _EN_GREETS.match(text[start - base : end - base]) and not (
                (plain and mentions[i].kind in ("person", "office", "joint") and cues[i] != "of")
                or (cues[i] == "by" and _EN_GREETED.match(gap))
                or (cues[i] == "of" and mentions[i].adjective and _EN_COLLEAGUE.match(behind))
                or (cues[i] == "of" and _EN_HEADS_OF.match(gap))
                or reps
            ):
                break  # "welcomed the decision of Japan", "received an offer from China"
            if (
                plain
                or reps
                or (
                    cues[i] == "from"
                    and _EN_FROM.search(text[: start - base])
                    and gap in (" from ", " from the ")
                )
                or (cues[i] == "bare" and mentions[i].kind == "person" and _EN_TITLED.search(gap))
                or (
                    direct
                    and mentions[i].adjective
                    and _EN_COLLEAGUE.match(behind)
                    and _EN_DIRECT.match(gap)
                )
                or (cues[i] in ("with", "to", "of", "by", "and") and _EN_LEAD.match(gap))
                or (cues[i] in ("with",) and len(gap) <= 90 and not _EN_OTHER_VERB.search(gap))
            ):
                out.append(i)
            continue
        gap = text[mentions[out[-1]].end - base : at]
        owner = (
            mentions[i].kind == "state" and cues[i] == "of" and re.match(r"^\sof\s(?:the\s)?$", gap)
        )
        if owner and mentions[out[-1]].country == mentions[i].country:
            continue
        if mentions[i].kind == "body" and _EN_CHAIR.search(gap):
            continue  # "Mia Mottley of Barbados, Chair of the Caribbean Community"
        row = re.fullmatch(r",?\s(?:and\s)?(?:the\s)?", gap)
        if closed and re.match(r",\s(?!and\b)", gap):
            break  # "the meeting between A and B, C and D reaffirmed": another clause
        closed = closed or " and " in gap
        apart = cues[i] in ("at", "about", "from") and not (
            row and mentions[out[-1]].kind == "state"
        )
        if at > limit or not _EN_LINK.match(gap) or apart:
            break
        out.append(i)
    return out
