"""How each mention hangs in its sentence: subject, object, with, to, of, about, by, at, from.

In: a Sentence. Out: one cue per mention. Korean and Japanese show it by the particle behind the
mention, English, Chinese and Russian by the word before it and by the order. Joined mentions (A
and B) take the cue of their group.
"""

from __future__ import annotations

import re
from typing import Literal

from dragoman.coding.cases import cases_of
from dragoman.coding.scene import Sentence

__all__ = ["Cue", "find_cues", "find_end_of_korean_phrase"]

Cue = Literal[
    "topic", "subject", "object", "with", "to", "of", "about", "by", "at", "from", "bare", "and"
]

# Japan's ministry gives names and offices in Latin letters in up to 200 characters.
_ASIDE = r"(?:\s?[(\[（［][^()\[\]（）［］]{0,220}[)\]）］])?"
# A title that no table knows, between a state or name and its particle: 신임 외교장관 대행(내정자)과.
_KO_TITLE = (
    r"(?:\s(?:신임\s|현직?\s|전임?\s|차기\s|[가-힣·]{2,12}\s)?[가-힣0-9]{0,6}?(?:장관|총리|대통령|차관보?|주석|부장|의장|특사|대사|공사|사령관|차장|처장|청장|본부장|국장|심의관|대표|부총리|국왕|왕세자|총재|총장|위원장|보좌관|실장|참모총장|조정관)"
    r"(?:\s?(?:권한)?(?:대행|내정자|지명자|당선인))?" + _ASIDE + r"(?=[은는이가을를과와의에도]))?"
)
# Those who act for a state: 필리핀 해군이, 콩고 정부군 협상단이, 인도와 파키스탄 군 수뇌부가. What
# stands between is a noun without a particle.
_KO_FOR = (
    r"(?:(?:\s[가-힣A-Z0-9·]{1,8}(?<![은는이가을를에의과와로서도만고며]))?\s?[가-힣]{0,6}?"
    r"(?:대표단|사절단|특사단|의원단|협상단|중재단|참관단|자문단|당국자|지도부|수뇌부|대변인실|대사관|정상|장관|외교부|국방부|외무부|정부군|해군|공군|육군|해병대|군부|군정"
    r"|특공대|경찰|검찰|법원|재판부|의회|하원|상원|국회|의원|외교관|특사|협상대표|대표|관리|병사|군인|장병|부대|정보기관|당국|세관|해경|경비대|수비대|순찰대|중앙은행|내각"
    r"|총리실|위원회|감독당국|감시기구|규제기관|검찰청|사법부|군함|함정|해경선|경비함|군용기|정찰기|편대|구축함|전투기|폭격기|수석대표|잠수부대원|전투원|반군|조종사|군 당국|군 수장|외무성|국무부|정보부|이사회|참모본부|참모부|합참|원조기구|은행|보고관|조정관|조사단|진상조사단|감시단|부통령|부총리|정상들|각료|각료들|대통령실|지휘부|공격대|방위군"
    r"|[가-힣]{1,4}(?<!일)(?<!내)(?<!외)(?<!남)(?<!북)(?<!동)(?<!서)(?<!중)(?<!전)(?<!간)(?<!군)부|조정실|사무소|사무국|판무관실|여단|사단|관세청|이민청|경찰청|해양청|방위청|방위성|재무성|법무성|경제산업성)들?)"
)
_JA_TITLE = r"(?:[一-龥ァ-ヶー・]{0,14}(?:大臣|外相|首相|大統領|長官|部長|次官|[発務防経財農]相))?"
_KO = re.compile(
    _ASIDE
    # 대통령님과, 장관님께서: politeness is no noun of its own.
    + r"(?:님(?=[은는이가을를께과와의에도,]))?(?:들(?=[은이을과에의도,]))?"
    + _KO_TITLE
    # 프랑스·이탈리아 등과, 모리셔스 대통령 등 10개국 정상과: the particle follows the list.
    + r"(?:(?:\s?등(?:\s\d+\s?개\s?(?:국|나라)|\s[가-힣]{2,4}국)?|\s\d+\s?개?\s?국)(?:\s(?:각국\s)?[가-힣]{0,4}?(?:정상|장관|대표|대사|총리|나라|국가|인사|대표단|국)들?)?(?=(?:과|와|을|를|은|는|이|가|에|에게|의|도)[\s,]))?"
    + r"(?:(?:"
    + _KO_FOR
    + r"(?=[은는이가을를과와의에도께,(]|\s?(?:측|간|및)|으로)"
    r"|\s?(?:측|정부|당국|군|양국|씨|여사|의장|장관|총리|대통령|주석|국민))(?![가-힣]{2,}[은는이가을를]\s))?(?:"
    r"(?P<about>(?:에|을|를|과|와)?\s?(?:대해|대한|대하여|관해|관한|관련|둘러싼|겨냥|향해|향한|상대로|비롯))"
    r"|(?P<by>에\s?의해|에게\s?의해)"
    r"|(?P<fromm>에게서|으로부터|로부터|측으로부터)"
    r"|(?P<at>에서(?:는|도)?|내에서)"
    r"|(?P<withof>[와과](?:의|는|도)(?=\s|,)|\s?간의?(?=\s|,)|\s?사이의?(?=\s|,))"
    r"|(?P<andd>[와과]|\s?및|\s?·|,|하고|이랑|\s?양국과)(?=\s|[가-힣])"
    r"|(?P<topic>은|는|측은|께서는|이야말로)(?=[\s,.\"”’']|$)"
    r"|(?P<subject>이|가|께서|도|만)(?=[\s,.\"”’']|$)"
    r"|(?P<object>을|를)(?=[\s,.\"”’']|$)"
    r"|(?P<to>에게|께|한테|에(?=[\s,]|$)|\s앞으로(?=\s)|으로(?=\s)|로(?=\s)|향)"
    r"|(?P<of>의(?=\s|$))"
    r"|(?P<bare>))"
)
# People and parts of a state that act for it: 中国側, ロシア国防省, インドとパキスタンの軍首脳.
_JA_FOR = (
    r"(?:(?:ら|氏)?の?[一-龥ァ-ヶー・]{0,8}?(?:側|政府軍|政府|政権|当局者|当局|軍|海軍|空軍|氏|師|大統領|首相|外相|国防相|防衛相|大臣|長官|高官"
    r"|首脳|閣僚|両国|代表団|代表|特使|使節|大使館|大使|報道官|議員団|議員|国会|議会|国民|指導部|指導者|外務省|国防省|交渉団|部隊"
    r"|司令官|機関|将軍|議長|事務局長|事務総長|委員長|総裁|国王|皇太子|総書記|主席))?(?:ら|たち|など)?"
)
# Those who act for a state: 開発銀行が, 軍首脳は, 水資源省の; and, as those aimed at alone, any noun of
# its: ベトナム人漁民の弁護団に, エストニア支店に対する. The particle must follow.
_JA_OFFICIAL = (
    r"(?:(?:両国の)?(?:人)?(?:の)?[一-龥ァ-ヶー・]{0,14}?(?:局長|審議官|職員|関係者|参事官|課長|本部長|次長|首席代表|側|軍政|軍首脳|首脳|政府|政権|当局者|当局|軍|海軍|空軍|陸軍|部隊|警備隊|警察|検察|裁判所|法院|議会|議員団|議員|上院|下院|内閣"
    r"|[一-龥]{1,6}省|[一-龥]{1,8}庁|[一-龥]{1,8}局|委員会|理事会|参謀本部|参謀長|中央銀行|開発銀行|輸出入銀行|税関|大使館|大使|公使|領事|外交官|交渉官|交渉団|代表団|代表|特使|使者|使節団|監視団|調査団"
    r"|[外内農経財法]相|国防相|防衛相|保健相|環境相|通商相|移民相|首相|大統領|大臣|副大臣|長官|次官|次官補|報道官|将軍|准将|大佐|司令官|指揮官|戦闘員|兵士|兵|民兵|沿岸警備隊|海警|国王|皇太子|総裁|委員長|議長|事務総長|専務理事"
    r"|調整官|報告者|財務責任者|機関|指導部|高官|幹部|両国|戦闘機|爆撃機|艦艇|艦船|護衛艦|哨戒艦|巡視船|警備艇|警官隊|治安部隊|革命防衛隊)(?:ら|たち|など)?(?=[はがをにとへでもや、，（(の]|から|間|及び|並び))"
)
# 英国、カナダ、オーストラリアの3カ国は: the number counts those named.
_JA_COUNTED = r"(?:の|など)?[0-9０-９三四五六七八九十]{1,2}[かカヵケ]国(?:の)?(?:首脳|政府|外相|大使)?(?=[はがをにとへも])"
_JA_AIMED = r"(?:(?:人|系|産)?(?:の)?(?!問題|情勢|政策|対応|危機|関係|首脳|会談|会議|訪問|侵攻|侵略|核|ミサイル|国内|国境|領|沖|側)[一-龥ァ-ヶーA-Za-z0-9・]{1,10}(?:の(?!問題)[一-龥ァ-ヶー]{1,8})?(?=に(?!お|つ|よ)|へ(?!の)))"
_JA = re.compile(
    _ASIDE
    + r"\s?"
    + _JA_TITLE
    + r"(?:"
    + _JA_COUNTED
    + r"|"
    + _JA_OFFICIAL
    + r"|"
    + _JA_AIMED
    + r"|"
    + _JA_FOR
    + r")"
    + _ASIDE
    + r"(?:"
    r"(?P<about>に(?:対し|対する|対して|ついて|つき|関し|関する|抗議)|を(?:めぐ|巡|念頭|相手)|に?向け)"
    r"|(?P<by>によ(?:る|り|って))"
    r"|(?P<fromm>から)"
    r"|(?P<to>(?:に(?!加え|続|先立|伴|次[いぐ]|とって|滞在|おい|基づ|合わせ|際し|代わ|備え)|へ)(?:の|も|は)?)"
    r"|(?P<withof>と(?:の|は|も|共に|ともに)|間の|の間)"
    r"|(?P<at>で(?:は|の|も|、)?(?!き))"
    r"|(?P<andd>と|や|、|，|,(?!\d)|及び|および|並びに|・)"
    r"|(?P<topic>は|も(?=、|[^、。]))"
    r"|(?P<subject>が)"
    r"|(?P<object>を)"
    r"|(?P<of>の)"
    r"|(?P<bare>))"
)
_EN = re.compile(
    r"(?:(?P<withh>\bwith|\balongside|\bbetween|\bamong)"
    r"|(?P<to>\bto|\bfor|\bat(?=\s+(?:the\s+)?$)|\bupon|\bin honor of)"
    r"|(?P<about>\bagainst|\bon|\bover|\babout|\btoward|\btowards|\bregarding|\bconcerning|\binto)"
    r"|(?P<of>\bof)|(?P<by>\bby)|(?P<fromm>\bfrom)|(?P<at>\bin|\binside|\bnear|\bacross|\bthrough)"
    r"|(?P<andd>,|\band|\bor|&|\bas well as|-))"
    r"\s*(?:(?:the|a|an|his|her|its|their|both|all|then|former|visiting|newly|new|outgoing|senior|"
    r"fellow|majesty|royal|highness|excellency|holiness|appointed|elected|re-elected|incoming|acting|counterpart|counterparts|officials|leaders|elect|also|including|prime minister and|deputy prime minister and|president and)[\s,]+){0,4}$",
    re.IGNORECASE,
)
# "RAMSTEIN AIR BASE, Germany (Agency) - ": where a report was filed.
_EN_DATELINE = re.compile(r"^\s?(?:,\s[\w. ]{3,14}\s)?\([^)]{2,40}\)\s[-–—]{1,2}\s")
_EN_FILED = re.compile(r"\)\s[-–—]{1,2}\s(?:[Tt]he\s)?$")
# "in Davos, Switzerland": the country says where the town lies.
_EN_TOWN = re.compile(r"\b(?:in|at|near|from|to)\s(?:[A-Z][\w’'-]+\s?){1,3},\s$")
# "told his U.S. counterpart": whose counterpart, not who acts.
_EN_COUNTERPART = re.compile(r"\s(?:[\w-]+\s){0,2}(?:counterpart|colleague|opposite number)s?\b")
_EN_OWNER = re.compile(r"^(?:['’]s?\b|['’](?=\s))")
# A clause begins here: the name that follows is its subject.
_EN_OPENS = re.compile(
    r"(?:^|[;:“\"(]\s?|[.!?]\s|\)\s[-–—]{1,2}\s|^[A-Z][A-Z .,'’-]{2,30}\s[-–—]{1,2}\s|^(?:In|On|At|Under|After|Before|During|Following|Earlier|By|Since|For|With|Within)\s[^,;]{2,60},\s"
    r"|\b(?:but|that|as|while|whereas|after|before|when|if|because|since|until|where|although|though|said|says|told|so"
    r"|then|today|yesterday|tomorrow|\w*day|morning|afternoon|evening|week|month|year|\d{4}|\d{1,2}|how|why|whether),?\s"
    r"|\b(?:[Ii]n (?:return|turn|response|exchange|reply)|[Ii]nstead|instead|meanwhile|however|later|earlier|separately|now|also),?\s)"
    r"(?:(?:the|a|both|former|visiting|newly|new|outgoing|senior|then|acting|his|her|their|top|leaders of|governments? of|presidents of|ministers of"
    r"|representatives of|people of|and|also)\s)*(?:[A-Z][\w.’'-]*\s(?:of\s(?:the\s)?)?){0,6}$"
)
# What may follow a subject: its verb, perhaps behind an aside.
_EN_VERB = re.compile(
    r"^(?:,\s[^,]{3,80},(?!\s(?:and|\w+ing)\b))?(?:\s(?:also|jointly|\w+ly|then|both|each|today|yesterday|this week|on \w+day|earlier today|last week|in turn|have|has|had))*"
    r"\s(?:will|would|is|are|was|were|may|might|could|can|should|said|says|met|held|spoke|told|made|took|sent|put|led|gave|saw|shot|struck|hit|cut|broke"
    r"|went|sat|ran|won|lost|left|came|flew|drew|stood|spent|kept|rose|fell|sought|fought|shook|wrote|caught|heard|felt|got|became|laid|paid|sold|bought|built|swore|withdrew|froze|rang|threw|dealt|let|bade|forgave|overthrew|lent|wants?|plans?|has|have|had|did|does|do|hosts?|meets?|speaks?|calls?|welcomes?|condemns?|urges?|supports?|agrees?|began|fired|"
    r"(?!concerned|united|based|led|backed|related|born|occupied)[a-z]{2,}(?:ed|ing))\b(?! by\b)"
)
# "Lavrov and his Chinese counterpart Wang Yi agreed": both did.
_EN_BESIDE = re.compile(
    r"\sand\s(?:his|her|its|their)\s(?:[\w.-]+\s){0,4}?(?:counterpart|colleague|opposite number|host|guest|peer),?\s$"
)
# "we believe the Russian forces are planning": what follows is a clause.
_EN_THINKS = re.compile(
    r"\b(?:believ|think|thought|fear|hop|know|knew|argu|claim|insist|suggest|conclud)(?:e|es|ed|s)?\s(?:the\s)?$"
)
_EN_AFTER_VERB = re.compile(
    r"\b(?!and\b|or\b)[a-z][\w’'-]*\s(?:the|a|an|its|his|her|their|both|all)?\s?$"
)
_EN_PREPOSED = re.compile(
    r"\b(?:leaders|presidents|governments?|foreign ministers|ministers|representatives|people|officials|authorities|heads of state|prosecutor|spokes\w+"
    r"|chair(?:man|woman)?|head|director|negotiators|envoys|delegates|delegations|chiefs|commanders|diplomats|experts|lawmakers|officers|aides|emissaries|troops|forces|soldiers|mediators|teams) (?:of|for|from)\s(?:the\s)?$"
    r"|\b(?:investigators|authorities|police|prosecutors|lawmakers|scientists) in\s(?:the\s)?$",
    re.IGNORECASE,
)
_ZH = re.compile(
    r"(?:(?P<withh>[与與同跟]|(?<![^\u4e00-\u9fff])和(?=$))|(?P<about>[对對]|就|[针針][对對]|[关關][于於]|向|涉|[围圍][绕繞])|(?P<to>[给給]|往|赴|[访訪][问問])"
    r"|(?P<by>被|由|遭到?|受到|遭受|(?<!接)受|[应應])|(?P<fromm>[从從]|自)|(?P<at>在|[于於]|抵[达達])|(?P<object>[将將把])|(?P<andd>及|以及|、|和))"
    r"(?:了|[来來][访訪]的|到[访訪]的|[来來][华華][访訪][问問]的|[来來对對][华華][进進]行(?:[国國]事|正式|工作|友好)?[访訪][问問]的|正在[访訪][问問]的|前[来來][访訪][问問]的|即将[访訪][问問]的|正在[华華][访訪][问問]的|[来來][华華]的|正?在[访訪][华華]?的|新任|[现現]任|前|候任|[当當][选選])?$"
)
# Where something took place, though no で says so: 北京を訪れ, リマを訪問中の, ソウルにおいて.
_JA_PLACE = re.compile(
    r"(?:市内|近郊|郊外)?(?:を(?:訪|公式訪問|実務訪問)|にお(?:い|け)|に滞在|に到着|入り|での?)"
)
# 岩屋大臣から、…を求めた: a ministry's way to name the speaker.
_JA_TO_HIM = re.compile(r"[、，]?[^、。]{2,40}に対し(?:て)?[、，]")
_JA_SPEAKER = re.compile(r"から[、，]|から(?:は|も)、")


_JA_JOINS = re.compile(
    r"^[^はがをにでと。、]{0,12}?(?:（[^）]{0,40}）)?(?:と|や|、|・|及び|および|並びに)+(?:の|その)?(?:[一-龥ァ-ヶー]{0,6}の)?$"
)


def _japanese(text: str, end: int, kind: str) -> Cue:
    if kind == "place" and _JA_PLACE.match(text, end):
        return "at"
    if kind in ("person", "office") and _JA_SPEAKER.match(text, end):
        return "topic"
    found = _JA.match(text, end)
    if found is not None and found.lastgroup == "fromm" and _JA_TO_HIM.match(text, found.end()):
        return "topic"  # 外務省の局長から中国の公使に対し、…抗議した
    return _name(found, "bare")


# What may stand between a comma and the subject of a Chinese clause: when, and how it goes on.
_ZH_OPENS = re.compile(
    r"(?:^|[，。；：“「！？\n])(?:[\d一二三四五六七八九十年月日号晚上下午晨间早当地时间天周本今昨明去前此对因随后其中外同但而则并也还又据当時間當對還據隨後並]|目前|近日|日前)*$"
)


# 德国经销商, 沙特一家电力公司: a firm or a private person of that state, who does not act for it.
_ZH_PRIVATE = re.compile(
    r"(?:[一两几多数兩幾數](?:家|位|名|间|間)?)?(?:[^，。；、的与與和同对對向]{0,6}?)(?:经销商|經銷商|客户|客戶|采购商|採購商|供应商|供應商|合作方|子公司|公司|集团|集團|厂商|廠商|企业|企業|买家|買家|组件基地|基地|股东|股東|留学生|留學生|游客|遊客|学者|學者|专家|專家|歌手|球员|球員|爱好者|愛好者)"
)


def _chinese(text: str, start: int, end: int) -> Cue:
    lead = text[max(0, start - 24) : start]
    found = _ZH.search(lead[-10:])
    private = _ZH_PRIVATE.match(text, end)
    if private and (name := _name(found, "bare")) in ("bare", "with", "and", "to"):
        return "of" if not text.startswith(("遭", "被"), private.end()) else name
    if (text.startswith("的", end) and not found) or lead.endswith("涉"):
        return "of"
    name = _name(found, "bare")
    return "subject" if name == "bare" and _ZH_OPENS.search(lead) else name


# Words that stand between a preposition and its noun: своим, с новым главой, его коллегой.
_RU_BETWEEN = (
    r"(?:(?:его|её|ее|их|[а-яё-]+(?:ым|им|ой|ей|ого|его|ому|ему|ых|ыми|ими|ую|юю|ом|ем|ами|ями)|главой|коллегой|коллегами|министром|президентом"
    r"|премьером|послом|представителями|властями|лидером|лидерами)\s+){0,3}"
)
_RU = re.compile(
    r"(?:(?P<withh>\bсо?|\bмежду|\bвместе\sс|\bсовместно\sс)|(?P<to>\bк|\bко|\bв\sадрес|\bдля|\bв\sпользу)"
    r"|(?P<about>\bпротив|\bоб?|\bпо|\bв\sотношении|\bв\sсвязи\sс|\bнад|\bза|\bиз-за|\bотносительно|\bна\sфоне)|(?P<fromm>\bот|\bиз|\bу|\bсо\sстороны)"
    r"|(?P<at>\bво?|\bна|\bпри|\bчерез)|(?P<andd>,|\bи|\bа\sтакже|\bлибо|\bили))"
    r"\s+" + _RU_BETWEEN + r"[«\"„]?$",
    re.IGNORECASE,
)
# What is no noun: a bare name behind it is not its genitive.
_RU_NO_NOUN = re.compile(
    r"(?:^|[.,;:!?—–«\"(-]\s?|\d\s|\b(?:и|а|но|что|как|если|когда|также|тоже|ранее|вновь|уже|ещ[её]|не|сегодня|вчера|накануне|где|то|же|лишь|только|затем|однако|поскольку"
    r"|[а-яё]+(?:л|ла|ло|ли|лся|лась|лось|лись|ет|ют|ит|ят|ет[сc]я|ются|ится|ятся|ть|ться|в|вший|вшая|ено|ены|ён|ена|но|ски)"
    r"|понедельник|вторник|среду|четверг|пятницу|субботу|воскресенье|(?:январ|феврал|апрел|июн|июл|сентябр|октябр|ноябр|декабр)я|марта|мая|августа|года|году)\s)$",
    re.IGNORECASE,
)
_RU_FEMALE_VERB = re.compile(r"^,?\s(?:\S+\s){0,3}?[а-яё]+(?:ла|лась)\b")


# Those who act for a state stand before it in the nominative: лидеры Гондураса, хунта Мали.
_RU_AGENT = re.compile(
    r"(?:^|[,;:—–»]\s|\s[—–]\s|\b(?:и|а|но|что|как|когда|где|после того как|тогда как)\s|\b(?:понедельник|вторник|среду|четверг|пятницу|субботу|воскресенье|года|году|недели|января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря|сообщению|данным|словам)\s)"
    r"(?:(?:[а-яё-]+(?:ый|ий|ой|ая|яя|ое|ее|ые|ие)|десятки|сотни|тысячи|двое|трое|несколько)\s){0,2}"
    r"(?:[Мм]инистр|[Мм]инистры|[Гг]лава|[Гг]лавы|[Лл]идер|[Лл]идеры|[Пп]резидент|[Пп]резиденты|[Пп]ремьер|[Пп]ремьеры|[Пп]ремьер-министры|[Пп]осол|[Пп]ослы|[Пп]осланник|[Пп]осланники|[Пп]редставитель|[Пп]редставители"
    r"|[Дд]елегация|[Дд]елегации|[Пп]ереговорщики|[Сс]ледователи|[Вв]оеначальники|[Кк]омандующие|[Кк]омандиры|[Кк]омандование|[Пп]равительство|[Пп]равительства|[Вв]ласти|[Хх]унта|[Аа]рмия|[Вв]ойска|[Вв]оенные|[Вв]оеннослужащие|[Сс]олдаты|[Пп]арламент|[Пп]арламентарии|[Дд]епутаты"
    r"|[Сс]уд|[Пп]рокуратура|[Пп]рокуроры|[Пп]олиция|[Пп]олицейские|[Мм]инистерство|[Мм]инистерства|[Вв]едомство|[Уу]правление|[Сс]лужба|[Рр]азведка|[Чч]иновники|[Дд]ипломаты|[Дд]ипломат|[Кк]оординатор|[Кк]омиссия|[Сс]овет|[Аа]гентство|[Цц]ентробанк|[Цц]ентральный банк"
    r"|[Фф]лот|[Вв]оенно-морские силы|[Вв]ооруж[её]нные силы|[Аа]виация|[Сс]пецслужбы|[Ии]стребители|[Пп]ограничники|[Бб]оевики|[Сс]торонники|[Кк]ороль|[Кк]оролева|[Ээ]мир|[Сс]ултан|[Кк]анцлер|[Рр]егулятор|[Мм]иссия|[Пп]осольство|[Мм]ИД|МВД|[Мм]инобороны|[Вв]рачи|[Сс]пасатели|[Пп]ротестующие|[Жж]ители)\s"
    r"(?:(?:(?:иностранных|внутренних|внешних)\sдел|обороны|финансов|торговли|энергетики|юстиции|здравоохранения|экономики|безопасности|миграции|иммиграции|разведки|правительства|парламента|армии|внешней политики|культуры|транспорта|сельского хозяйства|генштабов?|государств|стран|МИД|по\s[а-яё]+(?:\s[а-яё]+)?)\s){0,2}$"
)
# Стороны условились: a word for several at the head of its sentence, its verb in the plural.
_RU_SEVERAL = re.compile(
    r"(?:обе\s)?(?:сторон|стран|столиц|делегаци)[ыи]|об[ае]\s(?:государства|министра|президента|лидера|премьера|правительства)|собеседники|участники|переговорщики|дипломаты|министры|лидеры|президенты|главы(?:\s(?:государств|правительств|МИД|внешнеполитических ведомств))?",
    re.IGNORECASE,
)
_RU_PLURAL = re.compile(r"^\s(?:[а-яё-]+\s){0,3}?[а-яё]+(?:ли|лись|ют|ят|ут|ются|ятся)\b")


_RU_ACCORDING = re.compile(
    r"^По\s(?:словам|мнению|оценке|версии|сообщению|данным|утверждению)\s[^,]{2,50},\s$"
)
_RU_OWNED = re.compile(
    r"\b(?:встреч[аиу]|переговоры|бесед[ауы]|разговор|визит|поездк[ау]|саммит|заявлени[ея]|предложени[ея]|решени[ея]|слова|действия|план[ы]?)\s(?:[А-ЯЁ]\.\s?){0,3}$",
    re.IGNORECASE,
)


_RU_TITLED = re.compile(
    r"(?:[Мм]инистр|[Пп]резидент|[Пп]ремьер(?:-министр)?|[Гг]лава|[Пп]осол|[Лл]идер|[Кк]ороль|[Зз]аместитель|[Пп]редставитель|[Гг]оссекретарь|[Кк]анцлер|[Пп]редседатель|[Сс]пикер)(?![а-яё])"
)
_RU_OF_BOTH = re.compile(r"(?:двух|обеих|обоих|тр[её]х)\s", re.IGNORECASE)
_RU_PAST = re.compile(r"\s(?:также\s|вновь\s|вчера\s|сегодня\s)?[а-яё]+(?:л|[её]л|лся|ла|лась)\s")


def _russian(text: str, start: int, end: int, kind: str) -> Cue:
    """The cue of a Russian mention: by its preposition, else by its case, else by what precedes."""
    cue = _russian_cue(text, start, end)
    cases = cases_of(text[start:end])
    if kind == "pronoun" and text[start:end].lower() in ("он", "она", "они", "мы"):
        return "subject"  # Обвинения она отвергает
    if cue in ("bare", "subject", "object") and "g" in cases and _RU_OWNED.search(text[:start]):
        return "of"  # Встреча Лаврова и Рубио состоялась
    if cue == "and" and cases == "n" and _RU_ACCORDING.search(text[:start]):
        return "subject"  # По словам Фицо, Путин подтвердил
    alone = "n" in cases and ("g" not in cases or len(cases) == 6)
    if kind == "person" and cue == "bare" and alone:
        return "subject"  # Зеленский is no adjective: a person's accusative is another form
    if cue == "of" and kind in ("state", "body") and _RU_AGENT.search(text[:start]):
        return "subject"
    if kind in ("person", "office"):
        if cases == "n" and cue in ("at", "to", "of", "about") and _RU_TITLED.match(text[start:]):
            return "subject"  # В ходе визита в Ханой Министр …
        acts = _RU_PAST.match(text[end : end + 40])
        if cue in ("of", "bare", "object") and acts and "n" in cases and text[end - 1] not in "ая":
            return "subject"  # на границе Раиси встретился
    if kind == "joint" and cue == "bare" and _RU_OF_BOTH.match(text[start:end]):
        return "of"  # на встрече лидеров двух стран
    several = kind == "joint" and _RU_SEVERAL.fullmatch(text[start:end])
    if cue in ("object", "of") and several and _RU_PLURAL.match(text[end : end + 60]):
        return "subject"
    return cue


def _russian_cue(text: str, start: int, end: int) -> Cue:
    lead = text[max(0, start - 60) : start]
    found = _RU.search(lead)
    cases = cases_of(text[start:end])
    name = _name(found, "bare")
    if (
        name == "with"
        and "g" in cases
        and "i" not in cases
        and found is not None
        and found.group("withh") in ("с", "со", "С")
    ):
        return "from"
    if name == "at" and "p" not in cases and "a" in cases:
        return "to"
    if (
        name == "about"
        and found is not None
        and found.group("about").lower() == "за"
        and "i" in cases
    ):
        return "at"
    if name != "bare":
        return name
    return _russian_by_case(text, start, end, cases)


def _russian_by_case(text: str, start: int, end: int, cases: str) -> Cue:
    lead = text[max(0, start - 60) : start]
    if len(cases) == 6:
        return "bare" if _RU_NO_NOUN.search(lead) or not lead.strip() else "of"
    if "n" in cases:
        if "g" in cases and not _RU_FEMALE_VERB.match(text[end : end + 60]):
            return "object" if _RU_NO_NOUN.search(lead) else "of"
        return "subject" if "a" not in cases else "bare"
    if cases == "a":
        return "object"
    if "g" in cases:
        if "a" in cases and _RU_NO_NOUN.search(lead):
            return "object"
        if "d" in cases and re.search(
            r"(?<!пос)(?<!\bде)(?<!\bсто)(?<!отде)(?:л|ла|ли|ло|ет|ют|ит|ят|ть)\s$", lead
        ):
            return "to"
        return "of"
    if "a" in cases:
        return "object"
    if "d" in cases:
        return "to"
    return "by" if "i" in cases else "at"


def find_end_of_korean_phrase(text: str, end: int) -> int:
    """Where the noun phrase of a Korean mention that ends at ``end`` stops, with its particle."""
    found = _KO.match(text, end)
    return found.end() if found else end


_NAMES = {"fromm": "from", "andd": "and", "withh": "with", "withof": "with"}


def _name(found: re.Match[str] | None, default: Cue) -> Cue:
    if found is None or found.lastgroup is None:
        return default
    return _NAMES.get(found.lastgroup, found.lastgroup)  # type: ignore[return-value]


def find_cues(sentence: Sentence, language: str) -> list[Cue]:
    """One cue per mention of the sentence, in order."""
    cues: list[Cue] = []
    base, text = sentence.start, sentence.text
    for mention in sentence.mentions:
        start, end = mention.start - base, mention.end - base
        if (
            language in ("ko", "ja")
            and mention.kind in ("joint", "pronoun")
            and mention.text[-1] in "은는は"
        ):
            # The particle stands inside the mention: 양국은, 그는.
            cues.append("topic")
        elif language in ("ko", "ja") and _is_mark(text, start, end, mention.kind):
            cues.append("topic")  # 【上川外務大臣】…を求めました
        elif language in ("ko", "ja"):
            if language == "ja":
                cues.append(_japanese(text, end, mention.kind))
            else:
                cues.append(_name(_KO.match(text, end), "bare"))
        elif language == "zh":
            cues.append(_chinese(text, start, end))
        elif language == "ru":
            cues.append(_russian(text, start, end, mention.kind))
        elif (
            _EN_OWNER.match(text[end : end + 3])
            or (mention.adjective and text[end : end + 1])
            or (mention.kind == "state" and _EN_COUNTERPART.match(text, end))
        ):
            cues.append("of")
        elif _is_where(text, start, end, mention.kind):
            cues.append("at")
        else:
            cues.append(_english(text, start, end))
    return _join(sentence, cues, language)


def _is_mark(text: str, start: int, end: int, kind: str) -> bool:
    """Whether a name stands alone in brackets at the head: whose words follow."""
    alone = text[:start].strip() in ("【", "[", "<", "〈") and text[end : end + 1] in (
        "】",
        "]",
        ">",
        "〉",
    )
    return alone and kind in ("person", "office") and len(text) > end + 1


def _is_where(text: str, start: int, end: int, kind: str) -> bool:
    """Whether a name says where: in a dateline, or behind a town's name."""
    if start < 40 and text[:4].isupper() and _EN_DATELINE.match(text[end:]):
        return True
    return kind == "state" and bool(_EN_TOWN.search(text[max(0, start - 50) : start]))


# "met with H.E. Dr. Wycliffe Mudavadi": the titles' full stops end no sentence.
_EN_COURTESY = re.compile(
    r"\b(?:(?:H\.\s?E|H\.\s?R\.\s?H|H\.\s?H|Mr|Ms|Mrs|Dr|Prof|Hon|Amb|Eng|Sen|Rep|Gen|Lt|Col)\.\s+)+$"
)


def _english(text: str, start: int, end: int) -> Cue:
    """The cue of an English mention by the words before it and the verb behind it."""
    lead = text[max(0, start - 90) : start]
    found = _EN.search(lead[-60:])
    # The dash behind a dateline joins nothing.
    name = "bare" if _EN_FILED.search(lead) else _name(found, "bare")
    if name == "bare" and (bare := _EN_COURTESY.sub("", lead)) != lead:
        name = _name(_EN.search(bare[-60:]), "bare")
        name = "bare" if name == "and" else name
    if name in ("of", "to", "from", "at") and (head := _EN_PREPOSED.search(lead)):
        # "The leaders of Japan and Korea agreed": the states stand for their leaders.
        return _english(text, max(0, start - len(lead) + head.start()), end)
    follows = bool(_EN_VERB.match(text[end : end + 140]))
    if follows and _EN_BESIDE.search(lead):
        return "subject"
    if name == "and":
        return "subject" if follows and lead.rstrip().endswith(",") else "and"
    if name != "bare":
        return name
    if _EN_OPENS.search(lead) or (follows and not _EN_AFTER_VERB.search(lead)):
        return "subject"
    if follows and _EN_THINKS.search(lead):
        return "subject"
    if _EN_AFTER_VERB.search(lead):
        return "object"
    return "subject" if follows else "bare"


# 국무장관과 전화 통화를 갖고 북한의: what stands between is a clause, no list.
_KO_APART = re.compile(
    r"(?:[을를고며]|에서|위해|대해|[한된간온난]\s(?:뒤|후|데 이어)|전쟁|교전|갈등|대립|협상|중인|중이던|가까운|함께),?\s"
)
_KO_BESIDE = re.compile(r"[와과]\s")
_SMALL_GAP = {"ko": 14, "ja": 12, "zh": 10, "ru": 40, "en": 40}


def _join(sentence: Sentence, cues: list[Cue], language: str) -> list[Cue]:
    """Give joined mentions the cue of their group; a lone "and" of Korean 와/과 means "with"."""
    mentions = sentence.mentions
    gap = _SMALL_GAP.get(language, 40)
    if language in ("ko", "ja"):
        topic_before = False
        topics = []
        for cue in cues:
            topics.append(topic_before)
            topic_before = topic_before or cue in ("topic", "subject")
        for i in range(len(cues) - 1, -1, -1):
            if cues[i] != "and":
                continue
            near = i + 1 < len(cues) and mentions[i + 1].start - mentions[i].end <= gap
            between = (
                sentence.text[
                    mentions[i].end - sentence.start : mentions[i + 1].start - sentence.start
                ]
                if near
                else ""
            )
            if language == "ja" and near and not _JA_JOINS.match(between):
                near = False
            if language == "ko" and _KO_APART.search(between):
                near = False
            listing = bool(re.search(r"및|·|,|、|及び|および|並びに|や", between))
            following = cues[i + 1] if near else "with"
            if (
                language == "ko" and near and following == "at" and mentions[i].kind in ("person", "office")
                and i + 2 < len(cues) and mentions[i + 1].kind == "place"
                and mentions[i + 2].start - mentions[i + 1].end <= gap
            ):  # fmt: skip
                # 28일 로마에서 멜로니 총리, 29일 파리에서 마크롱 대통령과: the town parts no list.
                following = cues[i + 2]
            if not near:
                # 북한, 북핵 문제 대응을 위한: a comma with no name behind it joins nobody.
                after = sentence.text[mentions[i].end - sentence.start :]
                cues[i] = "bare" if re.match(r"\s?[,、·]", after) else "with"
            elif listing:
                cues[i] = following
            elif language == "ko" and following == "subject" and _KO_BESIDE.fullmatch(between):
                cues[i] = following  # 정부는 북한과 러시아가 …: both are the inner subject
            elif following in ("topic", "subject") and topics[i]:
                cues[i] = "with"
            elif following in ("topic", "subject", "with", "to", "of", "object") or (
                language == "ja" and following in ("from", "by", "about")
            ):
                cues[i] = following
            else:
                cues[i] = "with"
    else:
        for i, cue in enumerate(cues):
            if cue != "and":
                continue
            near = i > 0 and mentions[i].start - mentions[i - 1].end <= gap
            if language == "en":
                cues[i] = _joined_english(sentence, cues, i, near)
            elif language == "ru":
                cues[i] = _joined_russian(sentence, cues, i)
            else:
                cues[i] = cues[i - 1] if near and cues[i - 1] != "of" else "bare"
        if language == "en":
            _lead_english(sentence, cues)
    return cues


_RU_JOINS = re.compile(r"^\s*(?:,\s*)?(?:и|а\sтакже|,|либо|или)\s+" + _RU_BETWEEN + r"[«\"„]?$")


def _joined_russian(sentence: Sentence, cues: list[Cue], i: int) -> Cue:
    """Joined names share a cue; behind a comma that joins nothing the case alone tells."""
    mention, base = sentence.mentions[i], sentence.start
    start, end = mention.start - base, mention.end - base
    cases = cases_of(sentence.text[start:end])
    alone = _russian_by_case(sentence.text, start, end, cases)
    if i == 0:
        return alone
    gap = sentence.text[sentence.mentions[i - 1].end - base : start]
    if not _RU_JOINS.match(gap):
        return alone
    left = cases_of(
        sentence.text[sentence.mentions[i - 1].start - base : sentence.mentions[i - 1].end - base]
    )
    return cues[i - 1] if set(left) & set(cases) else alone


_EN_JOINS = re.compile(
    r"^(?:,|,?\sand|\sas well as)\s(?:the\s)?(?:(?:His|Her|Their)\s(?:\w+\s)?(?:Majest(?:y|ies)|Highness|Excellency),?\s)?$"
)


def _lead_english(sentence: Sentence, cues: list[Cue]) -> None:
    """ "On Friday A and B vetoed": who stands before a subject, joined to it, is one with it."""
    base, mentions = sentence.start, sentence.mentions
    for i in range(len(cues) - 1, 0, -1):
        one, other = mentions[i - 1], mentions[i]
        gap = sentence.text[one.end - base : max(one.end, other.start) - base]
        if cues[i - 1] == "bare" and one.kind != "place" and _EN_JOINS.match(gap):
            follows = _EN_VERB.match(sentence.text[other.end - base : other.end - base + 140])
            if cues[i] == "subject" or (cues[i] == "bare" and follows):
                cues[i] = cues[i - 1] = "subject"


def _joined_english(sentence: Sentence, cues: list[Cue], i: int, near: bool) -> Cue:
    """ "A and B" share a cue, unless B has a verb of its own: "met A and B condemned"."""
    mention, text = sentence.mentions[i], sentence.text
    end = mention.end - sentence.start
    follows = bool(_EN_VERB.match(text[end : end + 140]))
    if not near:
        return "subject" if follows or mention.start == sentence.start else "bare"
    if follows and cues[i - 1] in ("with", "to", "object", "about", "at", "from", "by"):
        gap = text[sentence.mentions[i - 1].end - sentence.start : mention.start - sentence.start]
        if re.search(r"\b(?:and|but)\b", gap):
            return "subject"
    return cues[i - 1]
