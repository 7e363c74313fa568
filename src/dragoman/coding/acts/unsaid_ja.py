"""Whom a Japanese act is aimed at when its own sentence names nobody: 「…」と非難した, 即時の停止を求めた.

In: a Doing, with the acts before it. Out: the Parties of the one state
or body that most of the signs mean; empty when they disagree, or when the words say that somebody
in general is meant (国際社会に, 記者団に). The signs, each one vote: the headline's first actor, its
only one, the one named most so far, the first and the last of the sentence before, whom the last
act was aimed at, who last did something to the one who acts now, with whom that one last acted.
Of 539 such acts of documents labelled by hand three votes or more find 362 and miss 128.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from dragoman.coding.acts.act import Act, Doing
from dragoman.coding.names.mention import Mention
from dragoman.coding.people.own_text import is_own_text
from dragoman.coding.people.parties import Party, countries_of, party_of, state_at
from dragoman.coding.scene import Sentence

__all__ = ["aims_at_nobody", "find_talk", "find_unsaid"]

# How many votes it takes, by type; types that are not here need a target of their own sentence's.
_NEEDED = {
    "ACCUSE": 4, "REQUEST": 4, "SUPPORT": 4, "REJECT": 4, "THREATEN": 5, "SANCTION": 3, "AGREE": 5,
    "AID": 4, "CONCEDE": 4,
}  # fmt: skip
# Who answers or agrees does so with somebody who has acted on him, or with him.
_ANSWERS = frozenset({"REJECT", "AGREE"})
# Words for a wish, an order to one's own, a concern about a state of things: at nobody, mostly.
_LOOSE = re.compile(r"期待する|望む|命じ|懸念|憂慮|遺憾|失望|調査|捜査|ボイコット")
# 協議するよう求めた外務省に: what only says of which one it is, and is told nowhere.
_ADNOMINAL = re.compile(
    r"(?:た|る|ている)?(?=[一-龥ァ-ヶー・]{0,12}(?:省|政府|大統領|首相|外相|氏|大臣|軍|長官|報道官|議会|大使)(?:の|に|は|が|を|へ))"
)
_INTENDS = re.compile(r"用意|意思|意向|考え|決意|意欲|誓")
# 国際社会に, 記者団に, 首謀者らに, 議会に: somebody in general, or of one's own.
_NOBODY = re.compile(
    r"(?:国際社会|欧州|欧米|西側|各国|関係国|加盟国|当事者|企業|市民|野党|与党|支持者|有権者|邦人|者|たち|各派|国民|住民|議会|委員会|首長|部隊|隊員|議員|社員|団体|学校|国々|人々|報道陣|両軍|裁判所|記者|記者団|労組|省庁|党)"
    r"(?:ら|側)?(?:に対し(?:て)?|に|へ|から)[^。]{0,40}$"
)
_IN_GENERAL = re.compile(
    r"(?:クーデター|政変|暴力|テロ|戦争|侵略|党|与党|野党|差別|主義)(?:行為)?を[^。、]{0,14}$"
)
# 合意を歓迎した: those who made the deal, see acts/told_before.py.
_DEAL = re.compile(r"(?:合意|停戦|休戦|会談|結果|成果|宣言|解放|釈放|交換)(?:を|に)[^。、]{0,14}$")
_ACTORS = ("state", "person", "office", "body", "states")
_FIRST_WORDS = re.compile(r"^[【（(][^】）)]{2,24}[】）)]")


def _actors(sentence: Sentence, own: set[str]) -> list[tuple[str, Mention]]:
    filed = _FIRST_WORDS.match(sentence.text) if "＝" in sentence.text[:24] else None
    opening = sentence.start + (filed.end() if filed else 0)
    return [
        (party.country, mention) for mention in sentence.mentions
        if mention.kind in _ACTORS and mention.start >= opening
        for party in party_of(mention) if party.country and party.country not in own
    ]  # fmt: skip


# 一国主義に反対する, 中東情勢への懸念を伝え: what it is about is told, and is nobody.
_OBJECT = re.compile(
    r"[^、。「」]{1,20}(?:に(?:は|も)?|への?|に対する)(?:断固|強く|共に|一貫して|明確に|いずれも|引き続き|深い|深刻な|重大な|強い)*$"
)
_CONCERN = re.compile(r"懸念|憂慮")
# 決議を「茶番だ」と非難した: those who adopted it.
_TEXT = re.compile(
    r"(?:決議|決議案|報告書|判決|勧告|裁定)(?:を|に|に対し)(?:「[^」]*」(?:など)?と)?$"
)
_STATE_OF_THINGS = re.compile(
    r"(?:情勢|状況|事態|動向|緊張|危機|環境)(?:の[^、。]{0,8})?(?:に(?:は|も)?|への?|に対する|について(?:の)?|をめぐる)(?:深い|深刻な|重大な|強い)?$"
)


def aims_at_nobody(doing: Doing) -> bool:
    """Whether the words say what is opposed or feared, and nobody's doing."""
    if doing.trigger.text.startswith("反対"):
        return bool(_OBJECT.search(doing.lead))
    if _TEXT.search(doing.lead):
        return True
    return bool(_CONCERN.search(doing.trigger.text) and _STATE_OF_THINGS.search(doing.lead))


def find_unsaid(doing: Doing) -> list[Party]:
    """The party that the act is aimed at, by the votes above; empty when unsettled."""
    scene, trigger, lead, own, acts = (
        doing.scene, doing.trigger, doing.lead, doing.own, doing.acts,
    )  # fmt: skip
    needed = _NEEDED.get(trigger.type)
    if _ADNOMINAL.match(doing.sentence.text, trigger.end - doing.sentence.start):
        return []
    if needed is None or (trigger.frame == "with" and len(own) > 1):
        return []
    if trigger.kind == "agreement" or _LOOSE.search(trigger.text) or _NOBODY.search(lead):
        return []
    if _IN_GENERAL.search(lead) or (trigger.type == "SUPPORT" and _DEAL.search(lead)):
        return []
    told = [s for s in scene.sentences if s.number < doing.sentence.number]
    official = is_own_text(scene.document, scene.sentences)
    rows = [(s, found) for s in told if (found := _actors(s, own))]
    if not rows:
        return []
    votes: Counter[str] = Counter()
    first = rows[0][1] if rows[0][0] is told[0] else []
    if first:
        votes[first[0][0]] += 1
        if len({country for country, _ in first}) == 1:
            votes[first[0][0]] += 1
    often = Counter(country for _, found in rows for country, _ in found)
    votes[often.most_common(1)[0][0]] += 1
    before = rows[-1][1]
    votes[before[0][0]] += 1
    votes[before[-1][0]] += 1
    for country in (_last_target(acts, own), _who_acted(acts, own), _partner(acts, own)):
        if country:
            votes[country] += 1
    (chosen, count), *others = votes.most_common(2)
    if count < needed or (others and others[0][1] == count):
        return []
    if trigger.type in _ANSWERS and chosen not in (_who_acted(acts, own), _partner(acts, own)):
        return []
    if trigger.type == "AGREE" and _INTENDS.search(trigger.text) and not official:
        return []
    where = next(m for _, found in reversed(rows) for country, m in found if country == chosen)
    return [Party(chosen, None, chosen, None, where.sector, where.start, where.end)]


# 朴氏との会談では…と伝えた, 首相への表敬においては, 大臣に対しては、: at whose talks, and nobody as subject.
_TALKS = re.compile(
    r"(?:氏|側|ら)?との(?:間の)?[^、。はがを]{0,12}?(?:会談|会合|協議|面会|懇談|電話|面談|対話|会見|意見交換|夕食会|昼食会|夕食|昼食)(?:の(?:際|席|中|場|機会)|では|でも|で|においては?|にて)"
    r"|(?:氏|側)?(?:とは、?|との間では?)|(?:氏|側)?に対し(?:て)?(?:は|も)?、|(?:氏)?への表敬[^、。]{0,4}?(?:では|において)"
)


def find_talk(doing: Doing) -> tuple[list[Party], list[Party]]:
    """Who speaks and to whom where the sentence says only at whose talks; both empty elsewhere.

    Who speaks is the other of the two who met; in a government's own text that government.
    """
    scene, sentence = doing.scene, doing.sentence
    own_text = is_own_text(scene.document, scene.sentences)
    home = scene.document.publisher_country
    for mention, cue in zip(sentence.mentions, doing.cues, strict=True):
        if mention.end > doing.trigger.start or cue in ("topic", "subject"):
            return [], []
        if mention.kind not in ("person", "office", "state") or not mention.country:
            continue
        if not _TALKS.match(sentence.text, mention.end - sentence.start):
            continue
        others = doing.discourse.met_by(mention.country)
        if own_text and home and mention.country != home:
            others = [p for p in others if p.country == home] or [
                state_at(home, mention.start, mention.end)
            ]
        return others, party_of(mention)
    return [], []


def _last_target(acts: Sequence[Act], own: set[str]) -> str | None:
    for act in reversed(acts):
        if others := [c for c in countries_of(act.targets) if c not in own]:
            return others[0]
    return None


def _who_acted(acts: Sequence[Act], own: set[str]) -> str | None:
    for act in reversed(acts):
        others = [c for c in countries_of(act.sources) if c not in own]
        if others and own & set(countries_of(act.targets)):
            return others[0]
    return None


def _partner(acts: Sequence[Act], own: set[str]) -> str | None:
    for act in reversed(acts):
        all_ = countries_of([*act.sources, *act.targets])
        others = [c for c in all_ if c not in own]
        if others and own & set(all_):
            return others[0]
    return None
