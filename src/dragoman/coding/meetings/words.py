"""How each language speaks of an encounter, as values: nouns, verbs, forms, levels, statuses.

Source: reading of ministries' releases, readouts and wires in the five languages; the forms and
levels are records.md's. Patterns are searched in one sentence. ``named`` finds the words; whether
they assert an encounter, refer back to one, or speak of one to come is decided by the patterns
beside it, searched behind the words (verb-last languages) or before them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from dragoman.languages.zh import both_scripts

__all__ = ["MEETING_WORDS", "MeetingWords"]


@dataclass(frozen=True, slots=True)
class MeetingWords:
    """One language's words for encounters; every field is a pattern (see the module's text)."""

    named: re.Pattern[str]
    not_meant: re.Pattern[str]
    asserts_behind: re.Pattern[str]
    asserts_before: re.Pattern[str]
    refers_behind: re.Pattern[str]
    refers_before: re.Pattern[str]
    planned_behind: re.Pattern[str]
    planned_before: re.Pattern[str]
    proposed: re.Pattern[str]
    cancelled: re.Pattern[str]
    each: re.Pattern[str]
    call: re.Pattern[str]
    video: re.Pattern[str]
    visit: re.Pattern[str]
    negotiation: re.Pattern[str]
    session: re.Pattern[str]
    summit: re.Pattern[str]
    ministerial: re.Pattern[str]
    vice: re.Pattern[str]
    working: re.Pattern[str]
    occasion: re.Pattern[str]
    denied: re.Pattern[str] = re.compile(r"(?!)")
    # Called off, told behind the words where the language tells it before them: не состоялась, 取消.
    cancelled_behind: re.Pattern[str] = re.compile(r"(?!)")
    # The words themselves are in the future tense: посетит, встретятся.
    named_planned: re.Pattern[str] = re.compile(r"(?!)")
    # An earlier meeting that the text only looks back on: since their last meeting, 지난번 회담.
    recalled: re.Pattern[str] = re.compile(r"(?!)")
    # The verb behind the words says that it took place, whatever follows (verb-last languages).
    held_behind: re.Pattern[str] = re.compile(r"(?!)")


_NEVER = re.compile(r"(?!)")

_KO = MeetingWords(
    named=re.compile(
        r"(?:(?:3자|3국|양자|다자|소다자|확대|단독|긴급|화상|전화|외교(?:부)?\s?·\s?국방|2\+2|고위급|실무(?:자|급)?|국장급|차관급|장관급)\s?)*"
        r"(?:(?:정상|외교(?:부)?\s?장관|외무\s?장관|외교|외무|외상|국방(?:부)?\s?장관|국방|통상\s?장관|재무\s?장관|장관|각료|차관|국장|안보실장|국가안보보좌관|총리)급?\s?)?"
        r"(?:정상회의|정상회담|회담|(?<![사의국원총협교학])회의|회동|(?<=[을를와과] )회견(?=했|하였|을 가)|면담|접견|통화|협의회?|오찬|만찬|간담회|전략대화|대화|총회|협상|예방|교섭|조찬|환담|독대|상견례|차담|(?:공동|협력|전략|혼합|경제)\S{0,4}위원회)"
        r"|(?<![가-힣])만나(?=\s|서|고|기로|,)|만났(?=다|으며|고|습니다|지만|는데|던)|만난(?=\s|다)|만날(?=\s예정|\s계획|\s것)|만남을|마주\s?앉|마주(?=했)|논의(?=했|하였)|대좌|머리를 맞댔|머리를 맞대고|손을 맞잡|이야기를 나(?:눴|누)|(?:대화|담화)를 나(?:눴|누)|대화(?=했)|얼굴을 (?:맞대|마주(?=하|했)|보(?=기로|았))|한자리에 (?:앉|모(?=였|여|인다|이기로))|자리를 함께(?=했|하|한)|인사를 나(?:눴|누)|(?:얘기|말|의견|담소)를 (?:\S+\s)?나(?:눴|누)|(?<=[와과] )악수(?=했|하)|영접을\s?받"
        r"|전화를\s?(?:걸|받|하|넣)|(?<=에게 )전화(?=했|하|해)|전화\s?(?:통화|회담|회의|협의)"
        r"|(?<![가-힣])순방\s(?:일정|계획)|(?<![추해개])방[한미일중북러](?:하려던|하겠|하기로|했|하였|한다|해|하는|할|하고|,|\s|을|이|에|길|\b)|방문(?:\s계획|\s일정|하겠|했|하였|하고|하며|하여|하기로|한|합|해|할|을|이|중|하는|길|차|기간|,)|순방|찾(?:았다|았고|았습|았으며|는다|을 예정|기로|아\s)|(?<=에 )도착(?=했|하였)|국빈\s?방문|공식\s?방문|실무\s?방문"
    ),
    not_meant=re.compile(
        r"기자\s?회견|(?:회의|회담)\s?\d+주년|국무회의|최고위원회의|의원총회|간부회의|수석비서관회의|당정\s?협의|확대회의|전원회의|주주총회|대책회의|상임위원?회|안전보장회의|"
        r"당\s?대회|전당대회|확대\s?회의|고위\s?당정|비상\s?대책|국제회의장|협의체|대화방|대화록|기획회의|국제\s?영화제|청문회|공청회|토론회|시사회|회의론|회의적|회의(?:를|을)? 정례|정상회의와 장관급|회의실|회의장|(?:협의|대화|협상|교섭|회의)(?:를|을) 통(?:해|한)|(?:협의|대화|소통) ?(?:채널|창구)|(?:회담|회의|방문|교류)\s?(?:개최\s?)?(?:실적|현황|연혁)|통화\s?(?:시간|시각)|(?:협의|소통|대화|논의)하고 있|총회\s?(?:산하|제\d+위원회|결의)|(?:회의|회담)\s?(?:가입|유치|유산)|(?:방문|방[한미일중북러])(?:을|를)?\s(?:\S+\s)?(?:언급|거론|기다린|기다리고)|(?:대화|협의|회담|회의)(?:를|을) (?:신설|정례화)|(?:회담|방문|만남|통화|회동) (?:여부|가능성)|협의하기로|협의해 나가기로|협의하기 위|(?:협의|대화|소통)(?:를|을) (?:지속|계속)하기로|(?:회담|통화|방문|회의) (?:대응|관련|대비|동향)|대화 ?(?:재개|복귀|제의|의지|노력|국면|동력|가능성)|(?:협의|대화|회담|소통|협상)의? (?:필요성|중요성)|(?:대화|회담|협상|회의|방문)(?:를|을) (?:환영|지지|평가)|대화의 문|(?:협상|대화) 테이블|협상(?:장|단|안|대표|가|팀|력)|회담장|(?:협상|대화|회담|면담)(?:에|을|를)? (?:나오라|복귀하라|응하라)|회의장을|대화의 장|대화 복귀|대화와|대화로|대화에|면담록|"
        r"총회꾼|국회\s?(?:본)?회의|본회의|관계장관회의|통화\s?(?:정책|스와프|량|당국|긴축|완화|가치)|대화\s?상대|화상\s?(?:환자|을 입)|예방\s?(?:접종|조치|의학|하기 위|을 위)"
    ),
    asserts_behind=re.compile(
        r"^(?:을|를|이|가|은|는|에|했|하였|하고|,|\s)*\s?(?:\S+\s){0,4}?(?:했|하였|하여|한다|합니다|소집|이어가|이어갔|잡혔|마련|가졌|갖고|가지고|갖고서|열고|열었|열렸|열린|개최했|개최하였|개최하고|개최됐|개최되었|개최한|진행했|진행하였|진행하고|진행됐|진행된|나눴|나누고|참석했|참석하였|참석하고|마쳤|마치고|마치며|(?:마친|끝낸|가진|연|치른)\s(?:뒤|후|다음|직후|자리)|성사됐|이뤄졌|이루어졌|끝났|마무리|주재했|주재하고|하며|해\s|한\s(?:뒤|후|바|적|데 이어)|하고|다|한다|진행$|개최$|하시였|하시고|되였|받았|받고|받은|가짐|실시|시작으로|끝으로|함께 ?(?:했|하였|하며|하고|한다))"
    ),
    asserts_before=_NEVER,
    refers_behind=re.compile(
        r"^\s?(?:에서|에서는|에선|을 계기로|를 계기로|계기|결과|직후|이후|후\s|뒤\s|의 (?:성과|의미|결과|주요)|에 (?:이어|앞서)|에 참석한|을 통해|를 통해|은|는|이|가|모두발언|당시|때)"
    ),
    refers_before=re.compile(
        r"(?:이번|이|해당|이날|당시|그|같은|첫|두\s?번째|세\s?번째|양국|양자|\d+차)\s$"
    ),
    planned_behind=re.compile(
        r"^[^.]{0,30}?(?:앞두|앞둔|(?:열리|갖|하|이뤄지|개최되)게 (?:됐|되)|예정(?!이었|이던|됐던)|열릴|개최될|개최할|개최하기로|갖기로|열기로|하기로|추진|조율|준비|(?<!행동)(?<!이행)(?<!협력)계획(?!에 서명|서에)|전망|가질|진행할|참석할|잡혔|열린다(?!고)|열립니다|소집한다|개최한다|갖는다|만난다|만날|방문한다|방문할|하겠|할 것|한다는 계획|한다는 방침)|^(?:을|를)?\s?(?:\S+\s){0,2}?(?:한다|연다|갖는다|가진다|합니다|엽니다|갖습니다|하겠다)(?=[.,”\"고며는\s]|$)"
    ),
    planned_before=re.compile(
        r"(?:될|릴|할|예정된|예정인|다가오는|다가올|향후|앞으로의?|차기|오는\s\S+|내달|다음\s?달|내년)\s(?:\S+\s){0,4}$"
    ),
    proposed=re.compile(
        r"^(?:을|를|이|가)?\s?(?:\S+\s){0,3}?(?:제안|제의|타진|요청(?!으로)|희망|촉구|요구|용의|의향|검토)"
    ),
    cancelled=re.compile(
        r"^(?!에서)(?:하려던|(?:을|를|이|가|은|는)?\s?(?:계획|일정|약속)(?:을|를)? 접(?=었|고|기로)|(?:을|를|이|가|은|는|와|과)?\s?(?:\S+\s){0,3}?(?:취소|무산|연기(?:했|됐|하기|될|한)|불발|백지화|철회|미뤄|미루|열리지 (?:않|못)|성사되지|(?:\S*려|\S*기로) (?:했으나|했지만|했는데)|예정이었(?:으나|지만)|예정이던|없을 (?:것|예정)|않을 예정))"
    ),
    each=re.compile(r"각각|차례로|잇따라|잇달아|연이어|연쇄|따로|별도로"),
    call=re.compile(r"통화(?!\s?정책)|전화"),
    video=re.compile(r"화상|영상"),
    visit=re.compile(r"방[한미일중북러]|방문|순방|찾(?:았|는|을|기|아)|도착"),
    negotiation=re.compile(r"협상|교섭"),
    session=re.compile(r"정상회의|각료회의|총회|회의|협의회"),
    summit=re.compile(r"정상"),
    ministerial=re.compile(r"장관|외상|각료|외교·국방|2\+2"),
    vice=re.compile(r"차관"),
    working=re.compile(r"국장|실무|과장"),
    occasion=re.compile(
        r"(?P<what>(?:제?\d+차\s?)?[가-힣A-Z0-9()·\- ]{2,40}?(?:정상회의|각료회의|외교장관회의|장관회의|총회|포럼|회의|대화))\s?(?:를|을)?\s?(?:계기로|계기에|계기|참석차|참석을 위해|기간 중|에서|가 열린|가 열리는)"
    ),
    denied=re.compile(
        r"^(?:을|를|이|가|은|는|도)?\s?(?:\S+\s){0,2}?(?:(?<!열리)(?<!성사되)지\s?(?:는\s)?(?:않(?!을 예정)|못)|거부|거절|없었|없다고|없이|안 (?:했|했)|불참)"
    ),
    recalled=re.compile(
        r"(?:지난번|(?<!에 )앞서|과거|지난해|작년|재작년|당시|이전|그동안|직전|지난 (?:달|\d+월)|\d{4}년(?:\s\d+월)?(?:\s\d+일)?)\s(?:\S+\s){0,3}$"
    ),
    held_behind=re.compile(
        r"^(?:을|를|이|가|은|는|도|,|\s)*(?:\S+\s){0,3}?\S{0,3}(?:(?<!기로 )(?<!려고 )(?<!자고 )했|하였|가졌|열렸|열었|나눴|마쳤|참석했|진행됐|개최됐|이뤄졌|진행하였|끝났)(?=다|고|으며|습|지만|으나|던)"
    ),
)
# What kind of encounter: "a bilateral", "the sixth Philippines-Australia Ministerial". No other
# word before the noun is part of its name, least of all the verb ("held", "cancelled a").
_EN_KIND = (
    r"(?:[A-Z][\w.]*(?:[-–][A-Z]\w*)*(?:[’']s)?|(?:leaders|ministers)[’']|(?:one|face|high|closed|follow|in|working|ministerial|head)-[\w-]+"
    r"|(?:bi|tri|multi|quadri)lateral|ministerial|virtual|video|phone|telephone|secure|private|formal|informal|working|official|state|joint|annual|regular"
    r"|emergency|extraordinary|first|second|third|expanded|plenary|technical|direct|indirect|peace|nuclear|trade|security|strategic|economic|defen[cs]e"
    r"|foreign|leadership|crisis|policy|courtesy|quadrilateral|inaugural|separate|brief|short|final|historic)"
)
# "called on President Rajapaksa", "will call on the Prime Minister": a visit of respect, in the English of
# Asia, Africa and courts; "called on the minister to resign" asks.
_EN_CALLS_ON = (
    r"(?-i:call(?:ed|s|ing)? on(?=\s(?:the\s|an?\s|his\s|her\s)?(?:[\w.’'-]+\s){0,5}?"
    r"(?:[Pp]resident|[Mm]inister|PM|[Pp]remier|[Cc]hancellor|King|Queen|Emperor|Amir|Emir|Sultan|Crown Prince|[Gg]overnor|Speaker|[Dd]ignitary)\b"
    r"(?!(?:,?\s(?:and\s|the\s|of\s)*[A-Z][\w.’'-]*){0,8}\s(?:not\s)?(?:to\s(?!discuss|exchange|review|pay|convey|congratulate|deliver|present|brief)[a-z]+|for\s[a-z]))))"
)
_EN = MeetingWords(
    named=re.compile(
        r"\b(?:met(?:\s+\w+ly)?|meets|meet|sat down|spoke|speaks|conferred|confers?(?=\swith\b)|telephoned|phoned|talked(?=\s(?:with|by|for|on the phone|in|today|yesterday|this|earlier|again)\b)|host(?=\s(?:the\s)?(?:[A-Z]|leaders|foreign|prime))|hosted|hosts|welcomed|received|receives|visited|visits|visiting"
        r"|(?:has|have|had) (?:(?!not|never)\w+ )?spoken(?=\s(?:to|with|by)\b|[.,])|(?:(?:is|are) )?(?:gather(?:s|ing)?|conven(?:es?|ing))(?=\s(?:in|at|on|for|virtually)\b)|travel(?:l)?ing to(?=\s[A-Z])|travel to(?=\s[A-Z])|arrive in(?=\s[A-Z])|gathered(?=\s(?:in|at|on|for|with|virtually|behind)\b)|huddled|compared notes|exchanged views(?=\s(?:by|in)\b|[^.;:]{0,80}?\swith\s(?:[A-Z]|his\s|her\s))|dined(?=\swith\b)|(?:[Aa]udience)(?=\swith\b)|had (?:lunch|dinner|breakfast)(?=\swith\b)|rang(?=\s[A-Z])"
        r"|discussed(?=[^.;:]{3,110}\b(?:by|over the) (?:tele)?phone\b)|consulted(?=\swith\b)|played host to|(?:pa(?:id|ys?|ying)|ma(?:de|kes?|king)) (?:an?|his|her) (?:[\w-]+ )?call on|"
        + _EN_CALLS_ON
        + r"|sat (?:face to face|across)|convened(?=\s(?:in|at|virtually)\b|\s(?:the|an?)\s(?:[\w-]+\s){0,3}?[A-Z][\w.]*[-–][A-Z])|toured(?=\s[A-Z])"
        r"|travel(?:l)?(?:ed|s) to|arriv(?:ed|es) in|fl(?:ew|ies) to|(?:is|are|was|were) (?:expected|due) (?:back )?in(?=\s[A-Z])|left for(?=\s[A-Z])|accept(?:ed|s) (?:[\w’']+\s){1,4}invitation to (?:visit|come to|travel to)"
        r"|led (?:an?|the) (?:[\w.-]+ ){0,3}delegation to(?=\s[A-Z])"
        r"|(?:sees?|seeing)(?=\s(?:[A-Z]\w+\s){0,2}(?:President|Prime Minister|Chancellor|Foreign Minister|Secretary|King|Crown Prince|Premier)\s)"
        r"|called(?=\s(?:[A-Z]\w+\s){0,2}(?:President|Prime Minister|Chancellor|Foreign Minister|Secretary|King|Crown Prince|Premier|(?:Dr|Mr|Ms|Mrs)\.)\s)"
        r"|called(?=\s(?:[A-Z][\w’'-]+\s|of\s(?:the\s)?){1,6}(?:(?:today|yesterday|this (?:morning|afternoon|evening)|on \w+day)(?=[.,;]|\s(?:to|and|about|after|following)\b)|to (?:congratulate|discuss|thank|express|offer|convey|reiterate|reaffirm|underscore))\b)|"
        r"(?:" + _EN_KIND + r"\s+){0,4}?"
        r"(?:[Ss]ummit|[Mm]eetings?|[Tt]alks|[Cc]alls?|[Cc]onversations?|[Cc]onsultations|[Dd]ialogue|[Nn]egotiations|[Dd]iscussions|[Vv]isits?|[Tt]rip|[Tt]eleconference|[Vv]ideoconference|(?:tele)?phone talk|(?:working|official|state|private|joint) (?:dinner|lunch|luncheon|breakfast)s?(?=\s(?:with|for|between|in (?:his|her|their) hono)|\s?[.,])|(?:bilateral|trilateral)(?=[.,;]|\s(?:with|between|on|in|at|today)\b)))\b"
    ),
    not_meant=re.compile(
        r"press (?:conference|call|briefing)|cabinet meeting|town hall|board meeting|wake-up call|roll call|calls? (?:for|upon)\b|(?<!courtesy )(?!"
        + _EN_CALLS_ON
        + r")calls? on (?!Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|\d)|met (?:its|their|his|her|the) (?:goal|target|demand|deadline|need|obligation|criteri)|"
        r"talks? (?:show|radio)|so-called|(?:pcoming|hcoming|future|further) (?:\w+ )?(?:meetings|contacts)\b(?!\s(?:with|between|in)\b)|meet (?:[\w’'-]+ ){1,4}?(?:needs?|commitments?|targets?|goals?|challenges?|obligations?)\b|meet (?:the|our|their|its) (?:\w+ )?(?:needs?|challenge|goal|target|demand|moment|commitment|obligation|future|threat|test|expectation|deadline|standard|requirement|crisis|occasion|urgent)|family visit|received (?:a|an|the|more|less|training|funding|support|treatment)\b|conference call with reporters",
        re.IGNORECASE,
    ),
    asserts_behind=re.compile(
        r"^\s(?:to|in)\s[^,;.]{2,40}\s(?:is|was|marks|marked|comes|came)\s(?:the|his|her|an?|after|amid|as|at|days|weeks)\b|^\s*(?:(?:was|were) (?:held|convened|hosted)|took place|(?:has |have )?(?:begun|began|concluded|ended|opened|started|kicked off)|(?:between|with) .{2,80}? (?:was|were) held"
        r"|(?:between|with|of|in) [^,;]{2,110}?\s(?:lasted|took place|broke (?:down|up|for)|got under way|ran (?:past|for|into|on|over)|dragged on|went on|stretched|(?:has |have )?(?:concluded|ended|opened|resumed)(?= (?:in|on|with|without)\b)))"
    ),
    asserts_before=re.compile(
        r"\b(?:travel(?:l)?ed|flew|came|went|arrived|gathered|was|were|is)\s[^.;:]{2,60}\sfor\s(?:[\w-]+\s){0,4}$|\bon\s(?:an?|his|her)\s(?:[\w-]+\s){0,3}$|\b(?:held|holds|holding|had|has|having|hosted|hosting|convened|convening|attended|attending|joined|participated in|took part in|chaired|conducted|received|led|began|concluded|wrapped up|opened|engaged in|completed|resumed|began|begins|starts|started|pays|paid|made|during|in|after|following|at)\s+"
        r"(?:(?:a|an|the|their|his|her|its|separate|two|three|several|first|second|brief|formal|[“\"]?\w+(?:-\w+)?[”\"]?)\s+){0,6}$",
        re.IGNORECASE,
    ),
    refers_behind=re.compile(
        r"^\s*(?:,|\.|came|comes|focused|was|were|also|covered|lasted|marked|follow|built|provided)"
    ),
    refers_before=re.compile(
        r"\b(?:during|at|after|following|in|from|since|before|on the sidelines of|on the margins of)\s+(?:the|their|this|that|his|her|today[’']s|these|its)\s+(?:\w+\s+){0,4}$|\b(?:the|this|these|their|today[’']s)\s+(?:\w+\s+){0,3}$",
        re.IGNORECASE,
    ),
    planned_behind=re.compile(
        r"^.{0,40}?\b(?:will (?:be held|take place|begin|focus|provide)|(?:is|are) (?:scheduled|set|planned|expected|due)|to be held|later this (?:week|month|year)|next (?:week|month|year))"
    ),
    planned_before=re.compile(
        r"\b(?:will|shall|plan(?:s|ned)? (?:to|for|on)|scheduled (?:to|for)|set to|due to|expected to|intends? to|hopes? to|agreed (?:to|for)|decided to|going to|committed to|(?:is|are|was|were) to|(?:is|are|was|were) due (?:in|at) [^,;.]{2,40}\sto"
        r"|look(?:s|ed|ing)? (?:forward|ahead) to|prepar\w+ (?:for|to)|preparations for|ahead of|in advance of|prior to|before|upcoming|forthcoming|planned|scheduled|next|future"
        r"|later this (?:week|month|year)|accept\w* (?:\w+\s){0,3}invitation to)(?:,\s(?:today|tomorrow|tonight|on \w+day|later|also),)?\s+"
        r"(?:(?:be|have|hold|holding|make|making|pay|paying|host|hosting|convene|convening|attend|attending|join|joining|continue|also|then|travel(?:ing)? to \w+|meet|meeting|welcome|the|a|an|their|his|her|its|another|first|second|next|in-person|[“\"]?\w+(?:-\w+)?[’']?s?[”\"]?)\s+){0,5}$",
        re.IGNORECASE,
    ),
    proposed=re.compile(
        r"\b(?:propos\w+|offer(?:ed|s)? (?:to|talks)|suggest\w+|call(?:ed|s) for|request\w+|invit\w+|urg\w+|sought|seek\w*|ask\w* for|open to|willing(?:ness)? to|aim\w* (?:of|to|at)|with a view to|goal of|could|(?-i:may)|might|would|should|if|encourag\w+)\s+(?:\S+\s+){0,6}$",
        re.IGNORECASE,
    ),
    cancelled=re.compile(
        r"\b(?:cancel\w*|call(?:ed|s)? off|put(?:s|ting)? off|postpon\w+|scrapp\w+|abandon\w+|(?:dropp\w+|shelv\w+) (?:an?|the|his|her|its|their) (?:\w+ )?plans?)\s+(?:\S+\s+){0,6}$",
        re.IGNORECASE,
    ),
    each=re.compile(
        r"\b(?:spok(?:e|en) to (?=[A-Z]|the (?:leaders|presidents))|separately|separate|respectively|each of|in turn|back-to-back|held bilateral meetings with)\b",
        re.IGNORECASE,
    ),
    call=re.compile(
        r"(?<![Cc]ourtesy )\bcall(?:s|ed)?\b(?! (?:on|for|upon)\b)|\brang\b|phone|telephon|teleconference|spoke by|\bspoken?\b|\bspeaks\b|conversation(?!\s(?:at|on the|in\s[A-Z]|during))",
        re.IGNORECASE,
    ),
    video=re.compile(r"video|virtual|secure video", re.IGNORECASE),
    visit=re.compile(
        r"visit|trip|travel|arriv|^fl(?:ew|ies) to|(?:expected|due) (?:back )?in|left for|toured|delegation to",
        re.IGNORECASE,
    ),
    named_planned=re.compile(r"^(?:(?:is|are) (?:expected|due)|accept)"),
    negotiation=re.compile(r"negotiation", re.IGNORECASE),
    session=re.compile(r"summit|meeting|conference|session|assembly|forum", re.IGNORECASE),
    summit=re.compile(r"summit|leaders", re.IGNORECASE),
    ministerial=re.compile(
        r"minister|secretar(?:y|ies)\b|national security advis[eo]rs\b", re.IGNORECASE
    ),
    vice=re.compile(r"vice[- ]minister|deputy", re.IGNORECASE),
    working=re.compile(
        r"working(?! (?:dinner|lunch|luncheon|breakfast|visit))|director|technical|staff",
        re.IGNORECASE,
    ),
    occasion=re.compile(
        r"\b(?:on the (?:sidelines|margins) of|alongside|during|at|attend(?:ed|ing|s)?)\s+(?:the\s+)?(?P<what>(?:[A-Z0-9][\w+’'-]*\s+(?:(?:and|of|on|for|the|in)\s+)?){1,8}?(?:Summit|Meeting|Assembly|Conference|Forum|Dialogue|Ministerial|Week|Leaders[’'] Meeting|summit|meetings?|conference|forum))"
    ),
    denied=re.compile(
        r"\b(?:not|never|refused to|declined to|n[’']t|without)\s(?:\w+\s){0,2}$|\bno\s(?:\w+\s){0,3}$",
        re.IGNORECASE,
    ),
    recalled=re.compile(
        r"\b(?:following (?:up )?on|following (?:the|their) (?=[A-Z][a-z]+ \d)|follow-up to|building on|built on|since|recall\w+|as (?:discussed|agreed) (?:in|during|at)|previous|last|earlier(?!,? (?:today|this|in the day))|prior|past|recent|had(?!\s(?:an?|their|his|her|its|talks)\b)|after)\s(?:\S+\s){0,6}$",
        re.IGNORECASE,
    ),
)
_JA = MeetingWords(
    named=re.compile(
        r"(?:(?:日米韓|3か国|３か国|三か国|3カ国|３カ国|2国間|二国間|電話|テレビ|オンライン|ワーキング・?|少人数|拡大|緊急|戦略)\s?)*(?:首脳|外相|外務大臣|外務|防衛相|国防相|防衛|財務相|貿易相|閣僚|次官|局長|安全保障担当|2プラス2|２プラス２|実務者|高級|党首|シャトル)?(?:級|レベル|間)?"
        r"(?:会談|会合|協議(?!会)|首脳会議|サミット|会議|懇談|面会|会見|交渉|電話会談|夕食会|昼食会|夕食|昼食|対話|総会)|(?:外相|閣僚|首脳)理事会"
        r"|(?:電話|オンライン|ホットライン)で(?:\S{0,12}?)(?:話(?!題)|協議|意見)|電話で(?:[^、。]{1,14}?を)?(?:説明|伝え|話|協議|要請|要求|伝達)|電話(?:し(?=、)|した|をかけ|を受け)|(?:昼食|夕食|朝食|食事)を共に|立ち話|接触"
        r"|お会いし|お会いする|お目にかか|会(?:った|い(?=、)|う(?:。|予定|見通し|と)|って|え(?:た|る))|(?:について|を|問題を|で|と)話し合(?:った|い、|う)|(?:両者|両氏)は[^。]{0,20}?協議し|向き合(?:った|い、)|一堂に会し|ビデオ通話|秘話回線で話|(?<=\d度)電話(?=し)|ホットラインで話|対面し|面談|表敬|接見|謁見|顔を合わせ|話し合(?:い|っ|う)|意見を(?:交わ|出し合)|出迎え|迎え(?:た|る|、)"
        r"|訪[日韓中米朝露ロ](?:し|中|す|を|は|の|する|で|に(?=意欲)|、|。)|来[日韓](?:し(?=た(?![一-龥ァ-ヶA-Z])|、|まし)|する(?=。|$|と|予定|見通し|方針|見込み|こと)|、|。)|訪問(?:し|する|中|を|した|で|、|す)|訪れ(?:た|る|、|て)|訪ね(?:た|る|、|て)|歴訪|入りし"
    ),
    not_meant=re.compile(
        r"記者会見|記者団|会見で|会見し|会見を|定例会見|閣議|国会|委員会|予算|会議室|労使交渉|総会屋|株主総会|立ち会った|出会った|作業部会|国家安全保障会議|協議会|経済協力会議|迎え撃|専門家会議|対話の(?:用意|扉)|対話を(?:求|呼|通)|対話に(?:参加|応じ|復帰|戻)|会議員|サミットへの|会議への|会合への|サミットに招"
    ),
    asserts_behind=re.compile(
        r"^(?:を|が|に|で|は|も|\S{0,3}で)?(?:[^。、]{0,16}?)(?:した|し、|しました|行った|行い|行われた|行われ、|行われまし|実施し|開いた|開き|開かれた|開かれ、|開催し|開催された|開催され、|持った|出席し|臨んだ|臨み|終え|を経て|受けた|受けまし|共にした|始まった|始ま(?:り|った)|重ね|進め)|^(?:が|は|も)[^。]{0,40}?(?:始まった|開幕した|開かれた|開かれ、|閉幕した)"
    ),
    asserts_before=re.compile(
        # 24日に開いた緊急の首脳会議で: told as held by the clause before it.
        r"電話で$|電話により$|(?:開いた|開かれた|開催した|開催された|行った|行われた|実施した)(?:[^、。はがをにで]{0,16})$"
    ),
    refers_behind=re.compile(
        r"^(?:では|で(?:は|、|も|[^あすも])|において|の(?:中|冒頭|結果|席上|場|後|成果)|後|は|に先立|を受け|に続|に際し|を通じ)"
    ),
    refers_before=re.compile(r"(?:今回の|この|同|本|その|両|先の|前回の|初の|上記)$"),
    planned_behind=re.compile(
        r"^(?:を|が|に|で|は|も)?[^。、]{0,24}?(?:予定|控え|見通し|見込み|調整|計画|方向|開く(?:。|と|$)|行う(?:。|と|$)|行われる|開かれる|開催される|(?:する|会う|話す|訪れる|迎える|臨む)(?:。|見|方針|こと|と(?:発表|明らか|述べ|伝え)|$)|へ(?:。|$)|(?:開く|行う|開催する|実施する)こと|実現したい|向けて|機会を|開きたい|会いたい|する意向|する考え)|^(?:に|へ)向け"
    ),
    planned_before=re.compile(
        r"(?:来月|来週|来年|年内に?|早ければ|今後の?|次回の?|予定される|予定の|予定されている|控えた|向けた|早期の?)[^、。]{0,10}$"
    ),
    proposed=re.compile(
        r"^(?:を|の|が)?[^。、]{0,14}?(?:提案|呼びかけ|打診|要請|求め|検討|意欲|可能性|用意)"
    ),
    cancelled=re.compile(
        r"^(?:は|が|を|も)?、?(?:[^。、]{0,14}、)?[^。、]{0,14}?(?:中止|見送|延期|取りやめ|キャンセル|白紙)"
    ),
    recalled=re.compile(r"^[^。]{0,18}?以来(?:と|の|、|だ)"),
    each=re.compile(
        r"それぞれ|個別に|相次いで|順に|各国|、[^、。]{2,24}(?:大統領|首相|外相|大臣|長官|国王|主席|氏)とも(?:[^、。]{0,8})電話"
    ),
    call=re.compile(r"電話"),
    video=re.compile(r"テレビ|オンライン|ビデオ"),
    visit=re.compile(r"訪[日韓中米朝露ロ]|来[日韓]|訪問|訪れ|歴訪|入りし"),
    negotiation=re.compile(r"交渉"),
    session=re.compile(r"会議|会合|サミット|総会|理事会"),
    summit=re.compile(r"首脳|サミット"),
    ministerial=re.compile(r"外相|外務大臣|防衛相|国防相|閣僚|(?<!総理)大臣|2プラス2|２プラス２"),
    vice=re.compile(r"次官|副大臣"),
    working=re.compile(r"局長|実務|課長"),
    occasion=re.compile(
        r"(?P<what>[A-Z0-9Ａ-Ｚァ-ヶー一-龥（）()・]{2,30}?(?:首脳会議|閣僚会議|外相会合|総会|サミット|会議|会合|フォーラム))(?:の機会|に出席|に合わせ|出席のため|参加のため|の際|が開かれ|に参加|のため)"
    ),
    denied=re.compile(
        r"^(?:ない|なかった|ません|ていない|ておらず)|^(?:を|が|に|で|は|も)?[^。、]{0,12}?(?:行われていない|行われなかった|していない|しなかった|しておらず|しない|しません|会うことはなかった|なかった|応じ(?:ず|ない)|拒)"
    ),
)


def _zh(pattern: str) -> re.Pattern[str]:
    return re.compile(both_scripts(pattern))


_ZH = MeetingWords(
    named=_zh(
        r"(?:(?:双边|三方|三边|多边|视频|电话|线上|正式|高级别|高层|首脑|领导人|元首|外长|防长|部长级?|副外长|司局级|工作层|战略|闭门|小范围|大范围|首次)\s?)*"
        r"(?:会晤|会谈|会见|见面(?!会|礼)|通电话|通话|峰会|磋商(?!机制)|谈判|对话(?!机制|会上)|会议|大会(?!堂)|会面|接见|晤谈|会商|商谈|座谈|碰头|外长会(?!谈|晤|见|议)|防长会(?!谈|晤|见|议)|领导人会(?!谈|晤|见|议))"
        r"|(?:礼节性)?拜会|宴请|款宴|设(?:早|午|晚)?宴(?:款待|招待|欢迎)|约见(?![^，。；]{0,20}(?:大使|总领事|公使|参赞|代办)[^。；]{0,20}交涉)|觐见|面谈|共进(?:工作)?(?:早|午|晚)?[餐宴]|面对面坐|交谈|接待(?=[^，。；]{0,20}(?:总统|总理|外长|部长|代表团))|致电|通了电话|(?:国事|正式|工作|友好|公务)?访问(?!学者|量)|到访|出访|造访|走访|访华|访韩|访日|访美|访俄|访朝|访台|访中|访欧|来华(?=访问|进行|工作访问|国事访问|正式访问)|抵达"
    ),
    not_meant=_zh(
        r"记者会|发布会|常务会议|全体会议|人民代表大会|工作会议|代表大会|股东大会|吹风会|会议室|人民大会堂|例行会|座谈会纪|对话与?合作|致电祝贺|致电慰问|安全对话会|对话的?努力|推动.{0,6}对话|峰会期间|会议期间|大会期间|会议上|峰会上|大会上|政治局会议|中央会议|选举大会|(?:对话|会谈|会晤|会面|谈判|磋商|见面|访问|通话)的(?:承诺|意愿|大门|可能|呼吁|提议|建议|请求|必要|条件|前景|邀请)|谈判(?:进程|桌|立场|代表|团队|筹码)|对话进程"
    ),
    asserts_behind=_zh(
        r"^(?:了|时|中|，|。|并|后|,|[^，。；]{0,18}(?:举行|召开|结束|落幕|闭幕|登场)|[一二三四五六七八九十两\d])"
    ),
    asserts_before=_zh(
        r"(?:同|与|和|跟|举行|进行|开始|出席|参加|应邀|召开|主持|结束|对|展开|会见|接受|抵|已)[^，。；]{0,40}$"
    ),
    refers_behind=_zh(r"^(?:中|上|期间|时|后|结果)"),
    refers_before=_zh(r"(?:此次|这次|本次|当天的|该|首次|这一|此轮)$"),
    planned_behind=_zh(r"^[^，。]{0,16}?(?:将于|定于|即将|预计|将在|拟于)"),
    planned_before=_zh(
        r"(?:(?<![一-龥])将|[^的]将$|[^的]将(?=[于在对同与赴会出访举]|派|前往|率|应|从|自|首次|继续|再次|启程|抵|[\d])|拟|计划|即将|定于|预计|下周|下月|明年|准备|期待|有望|原定|同意|商定|年内)[^，。；]{0,30}$"
    ),
    proposed=_zh(
        r"(?:提议|建议|呼吁|可能|或将|愿意?|希望|要求|考虑|邀请|能否|请求|随时准备)[^，。；]{0,20}$"
    ),
    cancelled=_zh(r"(?:取消|推迟|搁置|延期)[^，。；]{0,26}$"),
    each=_zh(r"分别|先后|相继"),
    call=_zh(r"电话|通话|致电"),
    video=_zh(r"视频|线上|视讯"),
    visit=_zh(r"访问|到访|出访|造访|访华|访韩|访日|访美|访俄|访朝|访台|访中|访欧|抵达"),
    negotiation=_zh(r"谈判"),
    session=_zh(r"峰会|会议|大会|外长会|防长会|领导人会"),
    summit=_zh(r"首脑|领导人|元首|峰会"),
    ministerial=_zh(r"外长|部长|防长"),
    vice=_zh(r"副外长|副部长|次官"),
    working=_zh(r"司局|工作层|司长"),
    occasion=_zh(
        r"(?:出席|参加|在|举行的)?(?P<what>[A-Z0-9一-龥（）()]{2,30}?(?:峰会|会议|领导人非正式会议|大会|论坛|对话会))(?:期间|间隙|场边|举行之际|之际)"
    ),
    denied=_zh(r"(?:没有|未|并未|不会|拒绝|不|尚未|无意|从未)[^，。；]{0,12}$"),
    cancelled_behind=_zh(
        r"^(?:[^，。；]{0,4}|因[^，。；]{1,16}(?:而|被)?|[^，。；]{0,16}，(?:但|却|不过|惟)[^，。；]{0,16})(?:取消|推迟|告吹|延期)"
    ),
    recalled=_zh(r"(?:上次|此前(?!一天|一日|两天|数日)|曾)[^，。；]{0,10}$"),
)
_RU = MeetingWords(
    named=re.compile(
        r"\bвручи(?:л|ла)(?=[^.;]{0,40}верительн\w+\sграмот)|\bпо\sтелефону\s(?:поздрави|поблагодари|проинформирова|сообщи)л[аи]?|\b(?:(?:прибы|прилете|приеха|побыва)вш\w+(?=\sво?\s[А-ЯЁ])|(?:совещавш|встречавш|встретивш|беседовавш|говоривш|общавш|разговаривавш)\w+(?=\s(?:[\w-]+\s){0,4}?со?\s)|встречаясь(?=\sс)|встретившись(?=\sс)|побеседовав(?=\sс)|посетивш\w+|принимавш\w+|принявш\w+(?=\s[А-ЯЁ])|встречал(?:ся|ась|ись)|встречавш\w+ся|обща(?:лся|лась|лись)|(?:по|от)?(?:завтракал|обедал|ужинал)[аи]?(?=\sс)|(?:дозвони|созвони)(?:лся|лась|лись)|обзвонил[аи]?|обмен\sмнениями|политконсультаци\w+|приезжал[аи]?|прилетал[аи]?"
        r"|встре(?:тил|тила|чал|чала)(?=\s(?:\S+\s){0,4}?(?:министр|президент|премьер|глав|лидер|коллег|канцлер|[А-ЯЁ][а-яё]+(?:ова|ева|ина|ого)\b))|приня(?:т|та|ты)(?=\s(?:[А-ЯЁ]|\w+ом\b)))|\bвстре(?:тил|чал)[аи]?(?=\s[А-ЯЁ][а-яё]+\s[А-ЯЁ])"
        r"|\b(?:встрети(?:лся|лась|лись|тся|ться)|встретятся|встречается|встречаются|встреч(?:а|и|у|е|ей|ах|ам)|(?:телефонн\w+\s)?переговор(?:ы|ов|ам|ах|ами)|телефонн\w+\s(?:разговор\w*|бесед[аеуы]|переговоры)"
        r"|разговор(?:а|е|ом|у)?(?=\s(?:с|между|по\sтелефону)\b|\s[А-ЯЁ])|саммит\w*|(?:государственн\w+\s|официальн\w+\s|рабоч\w+\s)?визит\w*\b(?!\s(?:[а-яё]+\s)?(?:турист|россиян|граждан|иностранц|паломник))|поездк\w+|бесед(?:а|у|ы|е|ой)|(?:по)?беседовал\w*|консультаци(?:и|й|ях|ю|я)"
        r"|посети(?:л|ла|ли|т|ть)(?![а-яё])|посетят|посещает|прибы(?:л|ла|ли)|прибудет|прибудут|приехал[аи]?|приедет|прилетел[аи]?|(?:его|её|ее|их)\s(?:принял[аи]?|встретил[аи]?)(?=\s(?:[а-яё-]+\s){0,4}[А-ЯЁ])|(?<!не\s)принял[аи]?(?=\s.{0,40}(?:министр|президент|премьер|глав|посл|госсекретар|лидер|коллег|делегац|[А-ЯЁ][а-яё]+(?:ова|ева|ина|а|я)\b))"
        r"|се(?:л|ла|ли)\sза\sодин\sстол|(?:по)?совеща(?:лся|лась|лись)|обменя(?:лся|лась|лись)\sмнениями|переговорил[аи]?|собрал(?:ись|ся|ась)|собер(?:ут|ет|ёт)ся|вел[аи]?\sпереговоры|вёл\sпереговоры|звонил[аи]?|разговаривал[аи]?|побывал[аи]?(?=\sво?\b)|посещал[аи]?|ездил[аи]?(?=\sво?\b)|(?:отбудет|отбудут|вылетит|вылетят|отправится|отправятся|отбыл[аи]?|вылетел[аи]?|отправил(?:ся|ась|ись)|полетит|поедет)(?=\sво?\s[А-ЯЁ])|проговорил[аи]?|увиде(?:лся|лась|лись)(?=\sс)|(?:раунд\w*|заседани\w+)\s(?:[а-яё-]+\s){0,3}?(?:диалог\w*|консультаци\w*|переговоров)|обсудил[аи]?(?=\s(?:(?!обмен|связан|отношени|сотрудничеств|переговор|границ|торговл|договор|войн|конфликт|борьб|диалог)[^.;:,\s]+\s){0,8}?с\s[А-ЯЁа-яё]+)|созвони(?:лся|лась|лись)|поговори(?:л|ла|ли)|говорил[аи]?(?=\s(?:с|по\sтелефону)\b)|принимал[аи]?(?=\s.{0,60}(?:министр|президент|премьер|канцлер|глав|посл|госсекретар|лидер|коллег|делегац))|(?<=по\sтелефону\s)обсудил[аи]?|обсудил[аи]?(?=[^.;]{0,90}\bпо\s(?:телефону|видеосвязи))|(?:был[аи]?\s|будет\s|будут\s)принят[аы]?(?=\s)|позвонил[аи]?|совещани(?:е|я|и)|видеоконференци\w+|конференци\w+|(?:по)?говорил[аи]?\sпо\sвидеосвязи|заседани(?:е|я|и|ем)(?=\s(?:Совбеза|Совета\sБезопасности|СБ\s|Генассамблеи|Генеральной\sАссамблеи))|заседани(?:е|я|и)\s(?:совета|комиссии|министров)|контакт(?:ы|ов)\b)"
        r"|(?:(?<=^)|(?<=\.\s))Со?\s(?=[^.;:—–]{8,150}?\s(?:обсужд[её]н[аоы]?|рассмотрен[аоы]?|обсудил[аи]?|рассматривал\w+|обсуждал\w+|шла\sречь|речь\sшла|речь\sзашла|условлено)\b)",
        re.IGNORECASE,
    ),
    not_meant=re.compile(
        r"пресс-конференц|заседани\w+ правительства|судебн\w+ заседани|принял\w* (?:закон|решение|участие|резолюц|меры|присягу|приглашени)|мирн\w+ конференци|переговорн\w+ процесс|(?:сячи?|лион(?:а|ов)?|тыс\.|млн|\d) визит",
        re.IGNORECASE,
    ),
    asserts_behind=re.compile(
        r"^[^,;:]{0,110}?\b(?:состоял\w+|прош(?:ел|ёл|ла|ли)|проходил[аи]?|проходит|проходят|носил[аи]?|завершил\w+|начал(?:а|и|о|ись|ась|ся)\b|длил\w+|продолжал\w+|продлил\w+)",
        re.IGNORECASE,
    ),
    asserts_before=re.compile(
        r"\b(?:провел[аи]?|провёл|проводит|проводят|провед[её]т|проведут|состоял\w+|прош(?:ел|ёл|ла|ли)|в\sходе|во\sвремя|в\sрамках|по\sитогам|приня(?:л|ла|ли)\sучастие\sв|начал\w*|завершил\w*|нанес\w*|нан[её]с|совершил\w*|имел\w*|с|находится\sс|прибыл[аи]?\sс|после|организова\w+|принимал[аи]?|на)\s+(?:\S+\s+){0,4}$",
        re.IGNORECASE,
    ),
    refers_behind=re.compile(r"^\s*(?:,|\.|были|была|стороны)"),
    refers_before=re.compile(
        r"\b(?:в\sходе|на|во\sвремя|по\sитогам|после|этой|этих|данной|перед|завершившейся|прошедш\w+|начале)\s+(?:\S+\s+){0,2}$",
        re.IGNORECASE,
    ),
    planned_behind=re.compile(
        r"^.{0,60}?\b(?:состоится|состоятся|пройд[её]т|пройдут|запланирован[аоы]?\b|намечен[аоы]?\b|будет|начн[её]тся|ожидается|должн\w+\sсостояться|прорабатыва\w+|готовится|готовятся|анонсир\w+)\b",
        re.IGNORECASE,
    ),
    planned_before=re.compile(
        r"\b(?:состоится|состоятся|пройд[её]т|пройдут|планиру\w+|намерен\w*|предстоящ\w+|провед[её]т|проведут|продолж[аи]т|готовится|готовятся|анонсирова\w+|прорабатыва\w+|организаци[яию]|(?:подтверд\w+|вед[её]тся|ид[её]т|нача\w+)\sподготовк[ау]|готовящ\w+|грядущ\w+|будущ\w+|собира(?:ет|ют)ся|совершит|примет|примут|нанес[её]т|прибудет\sс|прибудут\sс|договорились\sо|запланирован\w*|намечен\w*|ожидается|должен|должна|должны|примет\sучастие|обсудит\sна|посл[ае]\sвстречи)\s+(?:\S+\s+){0,6}$",
        re.IGNORECASE,
    ),
    proposed=re.compile(
        r"\b(?:предложи(?:л|ла|ли|ть)|призва(?:л|ла|ли)|готов(?:а|ы)?|может|могут|приглас\w+|возможност\w+|не\sисключ\w+|допусти\w+|если|бы)\s+(?:\S+\s+){0,6}$",
        re.IGNORECASE,
    ),
    cancelled=re.compile(
        r"\b(?:отмен(?:ит|ят)|откаж(?:ет|ут)ся\sот|отказал(?:ся|ась|ись)\sот|отмени(?:л|ла|ли|ть)|отложи(?:л|ла|ли|ть)|отмена|отмен[её]н\w*|отложен\w*|сорва(?:л|ла|ли|лись|лась)\w*|перен[её]с\w*|отмене)\s+(?:\S+\s+){0,5}$",
        re.IGNORECASE,
    ),
    each=re.compile(
        r"двусторонние\sвстречи|(?:пров[её]л[аи]?|име(?:л|ла|ли|ет)|состоялись|прошли)\s(?:[а-яё]+\s){0,2}встречи\sс\b|ряд\sвстреч|серию\sвстреч|,\s(?:а\s)?(?:затем|потом)\s[А-ЯЁ][а-яё]+у\b|отдельн\w+\sвстреч|соответственно|поочер[её]дно|по\sотдельности",
        re.IGNORECASE,
    ),
    call=re.compile(
        r"телефон|созвон|переговорил|поговори|(?:по)?звонил|разговаривал|разговор",
        re.IGNORECASE,
    ),
    video=re.compile(r"видео", re.IGNORECASE),
    visit=re.compile(
        r"визит|отбу|отбы|вылет|отправ|полетит|поедет|посети|посещ|побывал|ездил|посетят|прибы|прибуд|приехал|приедет|прилетел|поездк",
        re.IGNORECASE,
    ),
    negotiation=re.compile(r"(?!)"),
    session=re.compile(r"саммит|совещани|конференци|заседани", re.IGNORECASE),
    summit=re.compile(
        r"саммит|на\sвысшем\sуровне|президенты|лидеры|главы\sгосударств", re.IGNORECASE
    ),
    ministerial=re.compile(r"министр|главы\s(?:МИД|внешнеполит|оборон)|глав\sМИД", re.IGNORECASE),
    vice=re.compile(r"замминистр|заместител\w+\s(?:министр|глав)|замглав", re.IGNORECASE),
    working=re.compile(
        r"рабоч\w+\s(?:групп|уровн)|эксперт|директор\w*\sдепартамент", re.IGNORECASE
    ),
    occasion=re.compile(
        r"\b(?:на\sполях|в\sрамках|на)\s+(?P<what>(?:\S+\s+){0,3}?(?:саммит\w*|форум\w*|сесси\w+|конференци\w+|Генассамбле\w+|Генеральной\sАссамблеи)(?:\s+[А-ЯA-Z0-9]\S*){0,3})"
    ),
    denied=re.compile(r"\b(?:не|ни|отказал\w*|отказ\w*)\s+(?:\S+\s+){0,3}$", re.IGNORECASE),
    cancelled_behind=re.compile(
        r"^[^,;:]{0,60}?(?:,\s[а-яё]+(?:ая|ый|ое|ые|ую)(?:ся)?\s[^,;:]{2,50},\s)?\b(?:не\s+состоял\w+|отмен[её]н\w*|отложен\w*|перенес[её]н\w*|сорвал\w+)",
        re.IGNORECASE,
    ),
    named_planned=re.compile(
        r"^(?:будет|будут|собер|отбуд|вылетит|вылетят|отправится|отправятся|полетит|поедет|встретится|встретятся|посетит|посетят|прибудет|прибудут|приедет)",
        re.IGNORECASE,
    ),
)
MEETING_WORDS = {"ko": _KO, "en": _EN, "ja": _JA, "zh": _ZH, "ru": _RU}
