"""Statements, pledges, agreements and actions: what was done or said, by whom, towards whom.

In: a Scene with cues, and the Discourse that the meetings left. Out: Acts, one per distinct act.
Acts between fewer than two distinct actors are left out (a government's word to its own people is
no diplomacy), except a show of force that is aimed at nobody by name. What an accusation holds
against somebody is told as a hypothesis with its speaker, never as a fact.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from itertools import pairwise

from dragoman.coding import counterparts_zh as zh
from dragoman.coding.answering import find_answered
from dragoman.coding.arguments import Arguments, find_arguments
from dragoman.coding.content import leave_out_content
from dragoman.coding.contents import content_of, due_of
from dragoman.coding.counterparts_ru import (
    find_counterpart,
    find_own_state,
    main_pair,
    stays_at_home,
)
from dragoman.coding.cue import Cue
from dragoman.coding.envoys import find_post
from dragoman.coding.folding import keep_act
from dragoman.coding.left_out_en import find_left_out
from dragoman.coding.lexicon import Trigger, find_triggers
from dragoman.coding.parties import Discourse, Party, countries_of, leading_first, party_of
from dragoman.coding.pointing_ja import reads_official
from dragoman.coding.pronouns import antecedent
from dragoman.coding.scene import Scene, Sentence
from dragoman.coding.spoken_of import REACTIONS, find_spoken_of
from dragoman.coding.status import is_hearsay, status_of
from dragoman.coding.unnamed import find_pointed_at, names_another
from dragoman.coding.unsaid_ja import find_talk, find_unsaid
from dragoman.records import quad_of

__all__ = ["Act", "find_acts"]


@dataclass(slots=True)
class Act:
    """One act as one document tells it; ``sentences`` bear it out.

    ``overt``: whether its sources stand in its own sentence; ``sure``: 0 to 1, how plainly the
    rules read it.
    """

    trigger: Trigger
    sources: list[Party]
    targets: list[Party]
    about: list[Party]
    speakers: list[Party]
    status: str
    content: str | None
    due: str | None
    symmetric: bool
    overt: bool
    sure: float
    sentences: list[Sentence] = field(default_factory=list)
    made_by: str = "dragoman-rules@1"


_ALONE = frozenset({"MOBILIZE"})
# "called on all sides": who is at odds, not who has just met.
_ALL = re.compile(r"\ball\s(?:the\s)?$", re.IGNORECASE)
_PROMISED = frozenset({"AID", "COOPERATE"})
_ASIDE_KINDS = frozenset({"answer", "list item", "table row"})
_MEETING = re.compile(
    r"(?:회담|회의|회동|통화|방문|면담|방[한미일중북러]|순방)(?:을|를|에)?\s?(?:(?!\S*(?:고|며|뒤|후|면서),?\s)\S+\s){0,2}\S{0,3}$|만나$|만날$"
)
# Условились продолжить консультации, договорились о встрече: the meeting to come is what is told.
_RU_MEETS = re.compile(
    r"\s(?:(?:о|об|на)\s)?(?!расшир|наращ|развив|активизир|углуб|укреп)(?:[а-яё-]+\s){0,3}?(?:встреч[аиуе]|встретиться|посетить|визит[ае]?|переговор(?:ы|ов|ах)|консультаци\w+|заседани\w+|саммит\w*|контакт(?:ы|ов|ах)|диалог[ае]?|созвониться|поездк\w+|собраться|увидеться)(?![\w-])"
)
_CONCERN = re.compile(r"우려|憂慮")
_WRONG = re.compile(r"위협|도발|파병|불법|위반|심각|침공|침략|threat|provocation")
_THIS = re.compile(
    r"(?:이러한|이 같은|이런|이와 같은|해당|이)\s(?:문제|상황|사안|행위|움직임|위협|도발|협력|군사협력|조치)"
)


def _expand(
    sentence: Sentence, indices: list[int], discourse: Discourse, cues: list[Cue] | None = None
) -> list[Party]:
    parties: list[Party] = []
    for i in indices:
        mention = sentence.mentions[i]
        if cues is not None:
            mention = antecedent(sentence, cues, mention) or mention
        own = discourse.bind(mention) if mention.kind in ("joint", "pronoun") else party_of(mention)
        parties += [p for p in own if p.country]
    return parties


def _is_all(sentence: Sentence, index: int) -> bool:
    mention = sentence.mentions[index]
    lead = sentence.text[: mention.start - sentence.start]
    return mention.kind == "joint" and bool(_ALL.search(lead) or _ALL.match(mention.text + " "))


def find_acts(scene: Scene, cues: dict[int, list[Cue]], discourse: Discourse) -> list[Act]:
    """All acts of the document's sentences, the same act told twice folded into one."""
    acts: list[Act] = []
    passage, previous = -1, None
    # Whoever acted last in the walk for meetings stands behind, not before, the first sentence.
    discourse.set_subject([])
    if scene.language == "ru":
        discourse.turn_to(-1)
        discourse.enter([p for m in main_pair(scene) for p in party_of(m)])
    if scene.language == "zh":
        discourse.set_spare(zh.main_pair(scene), anew=True)
    for sentence in scene.sentences:
        discourse.turn_to(sentence.number)
        own_cues = cues[sentence.number]
        if sentence.passage > passage + 1 or not sentence.coded:
            discourse.set_subject([])
        if sentence.passage != passage:
            passage, previous = sentence.passage, None
        for mention, cue in zip(sentence.mentions, own_cues, strict=True):
            if mention.kind == "states" and cue in ("topic", "subject"):
                discourse.enter(party_of(mention))
        if scene.language == "zh":
            discourse.set_spare(zh.joint_subject(sentence, own_cues))
        if not sentence.coded or (scene.language == "en" and sentence.text.endswith("?")):
            continue
        triggers = find_triggers(sentence.text, sentence.start, scene.language)
        triggers = leave_out_content(triggers, sentence.text, sentence.start, scene.language)
        triggers = _settle(triggers, sentence)
        for trigger in triggers:
            act = _read_act(scene, sentence, cues, trigger, discourse, previous, acts)
            for one in _each_alone(act, sentence) if act is not None else []:
                # An answer without a subject repeats what the text said; it starts nothing new.
                keep_act(acts, one, only_fold=sentence.role == "answer" and not one.overt)
        subjects = [i for i, cue in enumerate(own_cues) if cue in ("topic", "subject")]
        if scene.language in ("ko", "ja"):
            heads = leading_first(sentence, own_cues, [sentence.mentions[i] for i in subjects])
            subjects = [i for i in subjects if sentence.mentions[i] in heads]
        if subjects:
            parties = _expand(sentence, subjects[:1], discourse, own_cues)
            if parties:
                discourse.set_subject(parties)
        previous = sentence
    return acts


# 아이슬란드와는 풍력에서, 노르웨이와는 수소에서: with each of them, not with all together.
_WITH_EACH = re.compile(r"[가-힣](?:와|과)는\s.*[가-힣](?:와|과)는\s|とは、?[^。]*とは")


def _each_alone(act: Act, sentence: Sentence) -> list[Act]:
    """The act once for each partner, where the sentence tells them apart."""
    if not act.symmetric or len(countries_of(act.sources)) < 3:
        return [act]
    if not _WITH_EACH.search(sentence.text[: act.trigger.start - sentence.start]):
        return [act]
    own = act.sources[0]
    return [
        replace(act, sources=[own, party], sentences=list(act.sentences))
        for party in act.sources if party.country != own.country
    ]  # fmt: skip


def _settle(triggers: list[Trigger], sentence: Sentence) -> list[Trigger]:
    """A commitment and what it commits to are one act.

    To decide on help or cooperation is to agree (PLOVER manual 2.0, AGREE); to decide on sanctions
    or force is no agreement but the act itself, planned. An agreed meeting is the meeting's report.
    """
    kept = list(triggers)
    for one, two in pairwise(triggers):
        if two.type != "AGREE" or two.start - one.end > 8:
            continue
        cooperative = (quad_of(one.type) or "").endswith("cooperation")
        loser = one if cooperative and one.type != "AGREE" and one.kind == "action" else two
        if one.type == "AGREE":
            continue
        if loser in kept:
            kept.remove(loser)
    return [
        t for t in kept
        if not (t.type == "AGREE" and _MEETING.search(sentence.text[: t.start - sentence.start]))
        and not (t.type == "AGREE" and _RU_MEETS.match(sentence.text, t.end - sentence.start))
    ]  # fmt: skip


def _read_act(
    scene: Scene, sentence: Sentence, every: dict[int, list[Cue]], trigger: Trigger,
    discourse: Discourse, previous: Sentence | None, acts: list[Act],
) -> Act | None:  # fmt: skip
    cues = every[sentence.number]
    found = find_arguments(sentence, cues, trigger, scene.language)
    if found is None or found.stand == "complement":
        return None
    if found.stand == "modifier" and trigger.kind != "action" and scene.language != "en":
        return None
    sources = _expand(sentence, found.sources, discourse, cues)
    aimed = [i for i in found.targets if not _is_all(sentence, i)]
    targets = _expand(sentence, aimed, discourse)
    speakers = _expand(sentence, found.speakers, discourse)
    inherited = not sources
    if not sources and scene.language == "ja":
        sources, met = find_talk(scene, sentence, cues, trigger, discourse)
        met = [p for p in met if p.country not in countries_of(sources)]
        words = sentence.text[trigger.start - sentence.start : trigger.end - sentence.start + 4]
        if sources and trigger.frame == "with" and _MUTUAL.search(words):
            sources, targets = sources + met, []
        elif sources and not targets:
            targets = met
    opens = trigger.start - sentence.start <= 3 and previous is None
    if not sources and scene.language == "en" and sentence.role == "list item" and opens:
        sources = list(discourse.subject)  # "The ministers also:" / "* agreed to begin work"
    if not sources and found.open and scene.language != "en":
        # 노르웨이와는 …협력하기로 했다: who acted before, with the one named here.
        sources = list(discourse.subject) if targets else []
        hero = countries_of(discourse.hero)
        if targets and hero and hero[0] not in (*countries_of(targets), *countries_of(sources)):
            sources = list(
                discourse.hero
            )  # 바르세나 장관에게는 …를 요청하였으며: whom the text follows
        sources = sources or _who_goes_on(sentence, trigger, discourse)
        aside = any(cues[i] == "with" for i in found.targets)
        if not sources and not aside and (targets or trigger.type == "REQUEST"):
            sources = _own_state(scene, sentence, cues, trigger)
    if not sources and scene.language == "ru":
        sources = find_own_state(scene, sentence, trigger)
    if scene.language == "zh" and zh.find_other_subject(sentence, trigger):
        sources = zh.other_of(scene, sentence, sources, targets, acts, discourse)
    own = set(countries_of(sources))
    if trigger.type == "REQUEST" and scene.language in ("ko", "ja") and targets:
        lead = sentence.text[: trigger.start - sentence.start]
        if _OTHERS.search(lead) and not any(cues[i] == "to" for i in found.targets):
            targets, found.targets = [], []  # 우크라이나 사태와 관련, 모든 당사자에게 자제를 촉구
    if trigger.mode == "withdraw" and scene.language in ("ko", "ja", "zh") and own:
        # 駐イスラエル大使を呼び戻した: the post tells from where, whoever the envoy's title names.
        targets = find_post(sentence, trigger, own) or targets
    targets = [p for p in targets if p.country not in own]
    if scene.language == "zh" and targets and zh.aims_at_nobody(sentence, trigger):
        # 欢迎各国领导人出席二十国集团峰会: what the content names is not whom it is said to.
        targets = [p for p in targets if p.start - trigger.end <= 2]
    if trigger.shared:
        wrong = _WRONG.search(sentence.text[: trigger.start - sentence.start])
        if not targets and _THIS.search(sentence.text) and previous is not None:
            wrong = wrong or _WRONG.search(previous.text)
            targets = _distinct(
                p for m in previous.mentions for p in party_of(m) if p.country not in own
            )
        if not wrong or not targets:
            return None
    if not targets and trigger.told:
        return None
    if not targets and own:
        if scene.language == "en":
            targets = find_pointed_at(scene, sentence, cues, trigger, own, acts)
        if scene.language == "zh":
            # 答：中方坚决反对: what the question told of, before whoever met last.
            targets = find_answered(scene, sentence, trigger, own)
        if scene.language == "ja":
            targets = find_unsaid(scene, sentence, trigger, own, acts)
        nobody = scene.language == "zh" and zh.aims_at_nobody(sentence, trigger)
        nobody = nobody or (scene.language == "ru" and stays_at_home(sentence, trigger))
        if scene.language == "zh" and not targets and not nobody:
            targets = zh.find_counterpart(scene, sentence, trigger, own, acts)
        if nobody:
            targets = []
        elif not targets and (scene.language != "en" or not names_another(sentence, trigger)):
            targets = _unnamed_target(sentence, trigger, sources, discourse, acts, scene.language)
            if scene.language == "ko" and trigger.type in REACTIONS:
                stage, punished = discourse.on_stage, _punished(sentence, trigger, acts)
                if len(countries_of(targets)) < 2 and not punished & set(countries_of(targets)):
                    meant = find_spoken_of(scene, every, sentence, own, stage, targets, trigger)
                    targets = meant or targets
        if not nobody:
            targets = targets or find_answered(scene, sentence, trigger, own)
        if (
            scene.language == "en"
            and not targets
            and not (trigger.frame == "with" and len(own) > 1)
        ):
            at = trigger.end - sentence.start
            named = {m.country for m in sentence.mentions if m.country and m.kind != "place"}
            targets = find_left_out(sentence.text, at, trigger, sources, discourse, named)
        if not targets and scene.language == "ru":
            targets = find_counterpart(scene, sentence, trigger, own, acts)
    symmetric = trigger.frame == "with" and len(own) >= 2 and not targets
    if trigger.kind == "agreement" and not symmetric and targets:
        sources, targets, symmetric = sources + targets, [], True
        own = set(countries_of(sources))
    mutual = trigger.type == "AGREE" and _MUTUAL.search(trigger.text) and targets
    if mutual and all(cues[i] == "with" for i in found.targets) and found.targets:
        sources, targets, symmetric = sources + targets, [], True
        own = set(countries_of(sources))
    if scene.language == "en" and len(own) >= 1 and not symmetric:
        all_with = bool(found.targets) and all(cues[i] == "with" for i in found.targets)
        if (
            trigger.type == "AGREE"
            and trigger.text in ("agreed", "agrees")
            and targets
            and all_with
        ):
            sources, targets, symmetric = sources + targets, [], True
            own = set(countries_of(sources))
        elif len(own) >= 2 and _EACH_OTHER.match(sentence.text, trigger.end - sentence.start):
            targets, symmetric = [], True
    given = scene.language == "en" and targets and _gives(sentence, trigger, targets[0])
    broken = (
        trigger.type == "SANCTION" and targets
    )  # A, B가 C와 단교했다: none of them with another
    if trigger.frame == "with" and len(own) >= 2 and not given and not broken:
        # Several who agree agree with each other.
        targets, symmetric = [], True
    everyone = own | set(countries_of(targets))
    if not own or (len(everyone) < 2 and trigger.type not in _ALONE):
        return None
    if not targets and not symmetric and trigger.type not in _ALONE:
        return None
    stop = sentence.start + found.end if found.end else None
    status: str = status_of(scene, sentence, trigger.start, trigger.end, stop)
    if found.contested or is_hearsay_near(scene, sentence, trigger):
        status = "hypothetical" if status == "done" else status
    if found.stand == "modifier" and not (scene.language == "en" and trigger.kind != "action"):
        status = "background" if status == "done" else status
    if trigger.type in _PROMISED and status == "planned":
        # Help that is to come is a promise (PLOVER manual 2.0, AGREE).
        trigger = replace(trigger, type="AGREE", kind="pledge", mode=None)
    about = _about(sentence, cues, found, own | set(countries_of(targets)))
    sure = 0.85 - 0.15 * inherited - 0.1 * bool(speakers) - 0.1 * (sentence.role in _ASIDE_KINDS)
    sure -= 0.2 * trigger.weak
    return Act(
        trigger, sources, targets, about, speakers, status, content_of(scene, sentence, trigger),
        due_of(scene, sentence, trigger), symmetric, not inherited, round(max(sure, 0.3), 2),
        [sentence],
    )  # fmt: skip


# A와 …하기로 했다, Aと…で一致した: what is agreed with another, both agree.
_MUTUAL = re.compile(
    r"기로|합의|(?:의견|뜻|인식|견해)을 (?:같이|모)|공감|(?:で|완전히)?(?:一致|合意)|確認|申し合わせ|妥結|折り合"
)
_EACH_OTHER = re.compile(r"\s(?:each other|one another)\b(?!['’]s)")
_GIVES = re.compile(
    r"\b(?:provid|suppl|giv|send|deliver|support|assist|help|aid)(?:e|y|ing|es)?\s(?:\S+\s){0,3}$"
)


def _gives(sentence: Sentence, trigger: Trigger, target: Party) -> bool:
    """Whether several promise something to another: "their resolve to provide Ukraine with"."""
    between = sentence.text[trigger.end - sentence.start : target.start - sentence.start]
    return len(between) <= 30 and bool(_GIVES.search(between))


# 결정을 규탄했다: what sanctions are condemned, their author is meant.
_DECIDED = re.compile(r"(?:결정|조치|제재|추방|단교|봉쇄)(?:을|를|에|에\s대해)\s(?:\S+\s){0,3}$")


def _punished(sentence: Sentence, trigger: Trigger, acts: list[Act]) -> set[str]:
    """볼리비아가 …와 단교했다. 칠레는 …를 비난했다: whom sanctions told right before have hit."""
    if trigger.type != "ACCUSE" or _DECIDED.search(sentence.text[: trigger.start - sentence.start]):
        return set()
    near = [a for a in acts[-2:] if a.trigger.type == "SANCTION"]
    return {country for act in near for country in countries_of(act.targets)}


def is_hearsay_near(scene: Scene, sentence: Sentence, trigger: Trigger) -> bool:
    """Whether the sentence passes on what is only said to have happened (actions alone)."""
    return trigger.kind == "action" and is_hearsay(scene, sentence)


def _distinct(parties: object) -> list[Party]:
    seen: dict[str, Party] = {}
    for party in parties:  # type: ignore[attr-defined]
        if party.country:
            seen.setdefault(party.country, party)
    return list(seen.values())


def _who_goes_on(sentence: Sentence, trigger: Trigger, discourse: Discourse) -> list[Party]:
    """Who acts when the sentence names nobody: who acted before, else those on the stage."""
    before, stage = list(discourse.subject), list(discourse.on_stage)
    if trigger.frame == "with":
        # What is agreed without a subject, the parties of the talks agreed.
        own = set(countries_of(before))
        return before if len(own) >= 2 or not own <= set(countries_of(stage)) else stage or before
    if before:
        return before
    return stage if sentence.role in _ASIDE_KINDS else []


# 専門家は, 시민단체는: somebody else than whoever writes. 今回は, 오늘은 say when.
_TOPIC = re.compile(r"(?<![でにはとて])は(?![、。])|[가-힣](?:은|는)\s")


def _own_state(scene: Scene, sentence: Sentence, cues: list[Cue], trigger: Trigger) -> list[Party]:
    """In a government's own text, who acts without being named is that government: 감사드립니다."""
    document = scene.document
    own_text = reads_official(document, scene.sentences)
    if scene.language not in ("ko", "ja") or not own_text or not document.publisher_country:
        return []
    lead = sentence.text[: trigger.start - sentence.start]
    if any(cue in ("topic", "subject") for cue in cues) or _TOPIC.search(lead):
        return []
    code = document.publisher_country
    return [Party(code, None, code, None, "GOV", sentence.start, sentence.end)]


# Asked of those in general: 국제사회에, 관련국들에게, 国際社会に, 各国に, 記者団に.
_OTHERS = re.compile(
    r"(?:국제\s?사회|서방|관련국|각국|회원국|당사자|당사국|국민|기업|주민|시민|기자|취재진|의원|학생|군|당국자|전문가)(?:들)?(?:에|에게|에도)\s(?:\S+\s){0,4}$"
    r"|(?:国際社会|各国|関係国|加盟国|当事者|国民|企業|住民|記者団|議員|両軍|市民|同盟国|関係者)(?:ら)?(?:に|に対し|へ)[^。]{0,30}$"
)
_SUPPORT_ASKED = re.compile(
    r"(?:理解|支持|協力|支援|役割|対応)(?:と\S{1,6})?(?:を|について)$|(?:이해|지지|협력|협조|지원|관심|역할)(?:와\s\S+|과\s\S+)?(?:을|를)?\s(?:\S+\s)?$"
)
# A readiness in general binds the partner of no talks: 輸出を続ける用意がある.
_INTENDS = re.compile(r"用意|意思|意向|考え|意欲|決意")
_HOSTILE = frozenset({"ACCUSE", "REQUEST", "THREATEN", "REJECT"})
_DEAL = re.compile(
    r"(?:합의|휴전|회담|정상회담|수교|결정|선언|협정|화해|석방|해빙|재개|교환|발표|타결|결과|만남|조치)(?:를|을|에)?\s?(?:대해\s)?(?:\S+\s){0,3}$|^[^.]{0,30}\b(?:agreement|deal|accord|ceasefire|truce|talks|meeting|summit|result|outcome|resolution|decision|release|exchange)\b"
)


def _unnamed_target(
    sentence: Sentence, trigger: Trigger, sources: list[Party], discourse: Discourse,
    acts: list[Act], scene_language: str,
) -> list[Party]:  # fmt: skip
    """Whom an act without a named target is aimed at.

    The other of a pair named in the sentence; for a refusal or a threat, who has just acted on the
    source, or whom the acts before were aimed at; else the partner in talks; those who made the
    deal that is welcomed.
    """
    own = set(countries_of(sources))
    before = [m for m in sentence.mentions if m.end <= trigger.start]
    if trigger.type == "AGREE" and len(own) == 1:
        for mention in before:
            if mention.kind == "states" and own < set(mention.members):
                return [p for p in party_of(mention) if p.country not in own]
    lead = sentence.text[: trigger.start - sentence.start]
    if trigger.type == "REQUEST" and scene_language in ("ko", "ja"):
        if _OTHERS.search(lead):
            return []  # 国際社会に呼びかけた: somebody who is no actor of ours
        if _SUPPORT_ASKED.search(lead[-16:]) and (partner := discourse.partner_of(sources)):
            return partner
    if trigger.type == "ACCUSE" and _CONCERN.search(trigger.text):
        return []  # 아이티 정세에 깊은 우려를 표했다: a concern about something is none at the partner
    if trigger.type == "AGREE" and _INTENDS.search(trigger.text):
        return []
    near = [a for a in acts if sentence.number - a.sentences[-1].number <= 2]
    if trigger.type in _HOSTILE:
        for act in reversed(near):
            if own & set(countries_of(act.targets)) and not act.symmetric:
                return [p for p in act.sources if p.country not in own]
            if trigger.type == "REJECT" and scene_language == "ko":
                continue  # who is refused has asked or accused; nobody else is meant
            if act.trigger.type in _HOSTILE and act.targets:
                return [p for p in act.targets if p.country not in own]
            if act.trigger.type == "SANCTION":
                # 볼리비아가 …와 단교했다. 칠레는 …를 비난했다: the same is meant, not who broke with it.
                return [p for p in act.targets if p.country not in own]
            if (quad_of(act.trigger.type) or "") == "material conflict":
                return [p for p in act.sources if p.country not in own]
    if trigger.type == "SUPPORT" and trigger.kind == "statement":
        lead = sentence.text[: trigger.start - sentence.start]
        behind = sentence.text[trigger.end - sentence.start :]
        stage = discourse.on_stage
        if _DEAL.search(lead[-24:]) or _DEAL.search(behind[:60]):
            if makers := _made_it(lead[-24:], own, acts):
                return makers
            if own.isdisjoint(countries_of(stage)):
                return list(stage)
            return []
    if trigger.type == "AGREE" and scene_language == "ko" and _HELPS.search(lead):
        # 정부는 구호대를 급파했다. 이와 별도로 500만 불을 지원하기로 했다: the same are helped.
        for act in reversed(near):
            if act.trigger.type == "AID" and own == set(countries_of(act.sources)) and act.targets:
                return list(act.targets)
    broken = trigger.type == "SANCTION" and _PACT.search(trigger.text)
    if broken or trigger.type in _HOSTILE or trigger.type in ("AGREE", "SUPPORT", "AID"):
        return discourse.partner_of(sources)
    return []


_HELPS = re.compile(r"(?:지원|제공|전달|파견|원조|공여|기부)하$")
_PACT = re.compile(r"협정|조약|합의|계약")
_TRUCE = re.compile(r"휴전|정전|평화협정|수교|합의|협정|停戦|合意|和平")


def _made_it(lead: str, own: set[str], acts: list[Act]) -> list[Party]:
    """유엔은 휴전을 환영했다: those who agreed on what carries the same name, however long before."""
    found = _TRUCE.search(lead)
    if found is None:
        return []
    for act in reversed(acts):
        told = act.sentences[0].text
        if act.symmetric and found.group() in told and own.isdisjoint(countries_of(act.sources)):
            return list(act.sources)
    return []


def _about(sentence: Sentence, cues: list[Cue], found: Arguments, known: set[str]) -> list[Party]:
    """Whom a statement speaks of beyond its target."""
    out: list[Party] = []
    for i, cue in enumerate(cues):
        mention = sentence.mentions[i]
        if (
            cue == "about"
            and i not in found.sources
            and mention.kind in ("state", "body", "states", "person")
        ) and (mention.end - sentence.start <= found.end or found.end == 0):
            out += [p for p in party_of(mention) if p.country and p.country not in known]
    return _distinct(out)
