"""The words of dates in Korean, Japanese and Chinese: tables for the grammar in ``east``.

Values are offsets from the anchor (``day_words``: days; ``week_words``: weeks; ``month_words``:
months; ``year_words``: years); ``spoken_words`` count from the date last spoken of. Fields that are
patterns say so by their brackets. Eras begin at: 明治 1868, 大正 1912, 昭和 1926, 平成 1989, 令和 2019;
民國 1912; 단기 2333 years before our era.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.languages.dates.calendar import Part

__all__ = ["CHINESE", "JAPANESE", "KOREAN", "EastWords"]

Unit = str
_WHOLE = dict[str, tuple[Unit, int]]


@dataclass(frozen=True)
class EastWords:
    """One language's words for dates; patterns where a plain list would not do."""

    number: str
    year_number: str
    digit_heads: str
    year: str
    month: str
    day: str
    hour: str
    minute: str
    half_hour: str
    hours: str
    both_days: str
    weekdays: str
    week_day: str
    weekday_unit: str
    weekday_lead: str
    weekday_guard: str
    weekend: str
    zone: str
    zone_in_parens: str
    local: str
    past: tuple[str, ...]
    future: tuple[str, ...]
    way_guard: str
    half_days: str
    afternoon: str
    morning: str
    between: str
    runs_on: str
    until: str
    from_: str
    lasting: str
    eras: str
    era_starts: dict[str, int]
    year_words: dict[str, int]
    spoken_years: frozenset[str]
    short_years: frozenset[str]
    month_words: dict[str, int]
    spoken_months: frozenset[str]
    day_words: dict[str, int]
    spoken_words: dict[str, int]
    spoken_else_anchor: frozenset[str]
    week_words: dict[str, int]
    parts: dict[str, Part]
    year_parts: frozenset[str]
    year_rest: str
    decade: str
    units: dict[str, Unit]
    counts: str
    count_words: dict[str, int]
    whole_counts: _WHOLE
    ago: str
    later: str
    duration: str
    every: str
    named: str
    event_before: str
    day_guard: str
    month_guard: str
    part_guard: str
    word_guard: str
    ago_guard: str
    left_guard: str = ""
    heads: tuple[str, ...] = field(default=())


KOREAN = EastWords(
    number=r"\d{1,2}",
    year_number=r"(?:1[6-9]|2[01])\d\d",
    digit_heads=r"(?:매(?=[년달주월일]))",
    year=r"년도?(?!대)",
    month="월",
    day="일",
    hour=r"시(?![간도의장민내작점행설위각대기가])",
    minute="분",
    half_hour="반",
    hours="시간",
    both_days="일",
    weekdays="월화수목금토일",
    week_day=r"[월화수목금토일](?=요일)",
    weekday_unit="요일",
    weekday_lead="",
    weekday_guard=r"마다",
    weekend="말",
    zone=r"현지\s?시[간각](?:으로)?|(?:한국|우리|미국|미|일본|중국)\s?(?:동부|서부)?\s?시[간각](?:으로)?|현지(?=\s\d)",
    zone_in_parens=r"(?:이하\s?)?[^()（）\d]{0,12}(?:시[간각]|현지|한국)",
    local=r"현지|동부|서부|미국|미\s",
    past=("지난",),
    future=("오는", "다가오는", "돌아오는"),
    way_guard=r"\s?[달해주]|나",
    half_days="오전|오후|새벽|아침|낮|저녁|밤|정오|자정|심야",
    afternoon="오후|저녁|밤|낮",
    morning="오전|새벽|자정|아침",
    between=r"(?:부터|에서|~|∼|〜|～|-|–|—|·|,|、)",
    runs_on=r"부터|에서|[~∼〜～–—-]",
    until="까지",
    from_="부터",
    lasting=r"(?:\d{1,2}\s?일|이틀|사흘|나흘|닷새|엿새|열흘)\s?(?:간|동안)",
    eras="단기",
    era_starts={"단기": -2332},
    year_words={
        "재작년": -2, "지지난해": -2, "지난해": -1, "작년": -1, "전년": -1, "올해": 0, "금년": 0,
        "올": 0, "내년": 1, "다음 해": 1, "이듬해": 1, "내후년": 2, "같은 해": 0, "그해": 0, "연": 0,
    },
    spoken_years=frozenset({"이듬해", "같은 해", "같은해", "그해", "다음 해", "다음해", "전년"}),
    short_years=frozenset({"올", "연", "전년"}),
    month_words={
        "지지난달": -2, "지난달": -1, "지난 달": -1, "전달": -1, "이달": 0, "이번 달": 0, "금월": 0,
        "다음 달": 1, "내달": 1, "내월": 1, "같은 달": 0, "그달": 0,
    },
    spoken_months=frozenset({"같은 달", "같은달", "그달"}),
    day_words={
        "그제": -2, "그저께": -2, "엊그제": -2, "어제": -1, "오늘": 0, "금일": 0, "내일": 1, "명일": 1,
        "모레": 2, "글피": 3, "어젯밤": -1, "오늘밤": 0, "간밤": 0,
    },
    spoken_words={
        "이튿날": 1, "다음 날": 1, "익일": 1, "같은 날": 0, "당일": 0, "이날": 0, "그날": 0, "전날": -1,
        "하루 뒤": 1,
    },
    spoken_else_anchor=frozenset({"이날", "전날"}),
    week_words={"지지난주": -2, "지난주": -1, "지난 주": -1, "이번 주": 0, "금주": 0, "다음 주": 1, "내주": 1},
    parts={
        "초순": "start", "초": "start", "상순": "start", "중순": "middle", "중반": "middle",
        "하순": "end", "말": "end", "상반기": "first half", "하반기": "second half",
        "1분기": "q1", "2분기": "q2", "3분기": "q3", "4분기": "q4",
    },
    year_parts=frozenset({"상반기", "하반기"}),
    year_rest=r"연내(?=[에로의\s,.]|$)",
    decade="년대",
    units={"일": "day", "주": "week", "주일": "week", "개월": "month", "달": "month", "년": "year"},
    counts="한|두|세|석|네|넉|다섯|여섯",
    count_words={"한": 1, "두": 2, "세": 3, "석": 3, "네": 4, "넉": 4, "다섯": 5, "여섯": 6},
    whole_counts={
        "하루": ("day", 1), "이틀": ("day", 2), "사흘": ("day", 3), "나흘": ("day", 4),
        "닷새": ("day", 5), "엿새": ("day", 6), "이레": ("day", 7), "여드레": ("day", 8),
        "아흐레": ("day", 9), "열흘": ("day", 10), "보름": ("day", 15), "일주일": ("week", 1),
    },
    ago="전",
    later="뒤|후",
    duration=r"간(?!담|부|첩|사|섭|격)|동안|째|만에|연속|이내|내에|안에|넘게|여간|가까이",
    every=r"매(?:년|달|주|월|일)(?:\s?[월화수목금토일]요일)?(?=[\s,에의마]|$)",
    named=(
        r"전쟁|광복|선언|합의|군사합의|혁명|운동|항쟁|민주|사건|사태|테러|공동성명|절|비상계엄|계엄|정상회담|판문점|평양|"
        r"남북|대책|총선|대선|참사|쿠데타|조치"
    ),
    event_before=r"(?:회담|회의|방문|선거|개막|취임|출국|방한|방미|서명|발표|대선|총선|정상회의)\s$",
    day_guard=(
        r"간(?![가-힣]*[담부])|째|분(?!기)|치\s|\s간(?![가-힣])|\s?만에|\s?동안|\s?연속|\s?이내|\s?내에|\s?안에|"
        r"\s?넘게|\s?(?:전|후|뒤)(?:에|부터|까지|의)?(?![가-힣])|당\s|\s?이상|\s?안팎|정(?!오|상)"
    ),
    month_guard=r"드|급|세",
    part_guard=r"[가-힣]*(?:대[가-힣])|[가-힣]?기업|했|하|씀|로는|복|을\s듣|급|점|미|안|[인과이]?\s?당",
    word_guard=r"의\s?집|신문",
    ago_guard=r"(?!(?:에|부터|까지|의|인|으로|보다|쯤|만|이[다던었]|과|와|이|은)(?:[는도야서만]|\b))[가-힣]",
    left_guard=r"[가-힣]",
    heads=(
        "월요일", "화요일", "수요일", "목요일", "금요일", "토요일", "일요일", "상반기", "하반기", "연말", "연초",
        "한 달", "두 달", "석 달", "넉 달", "한 주", "두 주", "세 달", "연내",
    ),
)  # fmt: skip

JAPANESE = EastWords(
    number=r"(?:\d{1,2}|[一二三四五六七八九十廿]{1,3})",
    year_number=r"(?:(?:1[6-9]|2[01]|１[６-９]|２[０１])\d\d|[一二][〇一二三四五六七八九]{3})",
    digit_heads=r"[一二三四五六七八九十](?=[〇一二三四五六七八九十年月日、週カか両])|毎(?=[年月週日])",
    year=r"年度?(?!代)",
    month="月",
    day="日",
    hour=r"時(?!間|点|代|期|差|刻)",
    minute="分",
    half_hour="半",
    hours="時間",
    both_days="(?:両日|日)",
    weekdays="月火水木金土日",
    week_day=r"[月火水木金土日](?=曜)",
    weekday_unit="曜日?",
    weekday_lead="",
    weekday_guard="ごと",
    weekend="末",
    zone=r"(?:現地|日本|米東部|米|中国|韓国|ロシア)時間(?:の)?",
    zone_in_parens=r"[^()（）\d]{0,8}時間",
    local="現地|米|東部|西部",
    past=("去る",),
    future=("来る", "今度の"),
    way_guard="(?!)",
    half_days="午前|午後|未明|早朝|朝|昼|夕方|夕|夜|深夜|正午",
    afternoon="午後|夕|夜",
    morning="午前|未明|早朝|朝",
    between=r"(?:から|~|∼|〜|～|-|–|—|−|・|、|,)",
    runs_on=r"から|[~∼〜～–—−-]",
    until="(?:まで|の日程で)",
    from_="から",
    lasting=r"(?:\d{1,2}|[一二三四五六七八九十]{1,2})日間",
    eras="明治|大正|昭和|平成|令和",
    era_starts={"明治": 1868, "大正": 1912, "昭和": 1926, "平成": 1989, "令和": 2019},
    year_words={
        "一昨年": -2, "おととし": -2, "昨年": -1, "去年": -1, "今年": 0, "本年": 0, "ことし": 0,
        "来年": 1, "再来年": 2, "同年": 0, "翌年": 1, "前年": -1,
    },
    spoken_years=frozenset({"同年", "翌年", "前年"}),
    short_years=frozenset({"前年"}),
    month_words={
        "先々月": -2, "先月": -1, "今月": 0, "来月": 1, "再来月": 2, "同月": 0, "前月": -1, "翌月": 1,
    },
    spoken_months=frozenset({"同月", "前月", "翌月"}),
    day_words={
        "一昨日": -2, "おととい": -2, "昨日": -1, "きのう": -1, "昨夜": -1, "昨晩": -1, "今日": 0,
        "きょう": 0, "本日": 0, "今朝": 0, "今夜": 0, "明日": 1, "あす": 1, "あした": 1, "明後日": 2,
        "あさって": 2,
    },
    spoken_words={"同日": 0, "翌日": 1, "前日": -1, "当日": 0, "翌々日": 2, "この日": 0, "翌朝": 1},
    spoken_else_anchor=frozenset({"この日"}),
    week_words={"先々週": -2, "先週": -1, "今週": 0, "来週": 1, "再来週": 2},
    parts={
        "上旬": "start", "初旬": "start", "初め": "start", "はじめ": "start", "中旬": "middle",
        "半ば": "middle", "下旬": "end", "末": "end", "前半": "first half", "後半": "second half",
    },
    year_parts=frozenset(),
    year_rest=r"年内",
    decade="年代",
    units={
        "日": "day", "週間": "week", "週": "week", "カ月": "month", "か月": "month", "ヶ月": "month",
        "ヵ月": "month", "箇月": "month", "年": "year",
    },
    counts="[一二三四五六七八九十]",
    count_words={},
    whole_counts={},
    ago="前(?!半|後|進|日)",
    later="後(?!半|継|任)",
    duration="間|ぶり|連続|以内|目|にわたり|にわたって",
    every=r"毎(?:年|月|週|日)(?:[月火水木金土日]曜日?)?",
    named="革命|事件|運動|宣言|テロ|事変|クーデター",
    event_before=r"(?:会談|会議|訪問|選挙|就任|開幕|発効)の?$",
    day_guard=r"間|ぶり|目|連続|以内|前(?!後|半|進)|後(?!半|継|任)|程|分(?!科|析)",
    month_guard=r"間|分",
    part_guard="裔|端",
    word_guard=r"香|葱|間",
    ago_guard=r"(?!)",
    left_guard=r"[日午以](?=$)",
    heads=(*tuple(f"{day}曜" for day in "月火水木金土日"), "年末", "年初", "年内", "月末", "月曜", "明治", "大正", "昭和", "平成", "令和"),
)  # fmt: skip

CHINESE = EastWords(
    number=r"(?:\d{1,2}|[一二三四五六七八九十廿卅]{1,3})",
    year_number=r"(?:(?:1[6-9]|2[01]|１[６-９]|２[０１])\d\d|[一二][〇○零一二三四五六七八九]{3})",
    digit_heads=r"[一二两兩三四五六七八九十廿](?=[〇○零一二三四五六七八九十年月日号號天周週个個星])|每(?=[年月周週日天])",
    year=r"年(?!代|度(?!$)|级|級)",
    month="月",
    day="[日号號]",
    hour=r"[时時点點](?!间|間|代|任|期|名)",
    minute="分",
    half_hour="半",
    hours="(?:个|個)?(?:小时|小時)",
    both_days="(?:两日|兩日|[日号號])",
    weekdays="一二三四五六日天",
    week_day=r"[一二三四五六日天]",
    weekday_unit="",
    weekday_lead=r"(?:(?<![一二三四五六七八九十两兩每数數上下本这這几幾\d])[周週]|星期|礼拜|禮拜)",
    weekday_guard=r"[次年度岁歲百千万萬]|周年",
    weekend="末",
    zone=r"(?:当地|當地|北京|美国东部|美國東部|美东|美東|莫斯科|东京|東京)(?:时间|時間)",
    zone_in_parens=r"[^()（）\d]{0,8}(?:时间|時間)",
    local="当地|當地|美|莫斯科|东部|東部",
    past=("刚刚过去的",),
    future=("即将到来的",),
    way_guard="(?!)",
    half_days="上午|下午|凌晨|早上|早晨|中午|傍晚|晚上|晚间|晚間|晚|夜间|深夜",
    afternoon="下午|傍晚|晚",
    morning="上午|凌晨|早|深夜",
    between=r"(?:起?至|到|~|∼|〜|～|-|–|—|－|、|和)",
    runs_on=r"至|到|[~∼〜～–—－-]",
    until="(?:期间|期間)",
    from_="(?:起|开始|開始)",
    lasting=r"(?:\d{1,2}|[一二三四五六七八九十]{1,2})[天日]",
    eras="民國|民国|中華民國",
    era_starts={"民國": 1912, "民国": 1912, "中華民國": 1912},
    year_words={
        "大前年": -3, "前年": -2, "去年": -1, "今年": 0, "本年": 0, "明年": 1, "后年": 2, "後年": 2,
        "同年": 0, "次年": 1, "翌年": 1,
    },
    spoken_years=frozenset({"同年", "次年", "翌年"}),
    short_years=frozenset({"后年", "後年"}),
    month_words={
        "上上个月": -2, "上个月": -1, "上個月": -1, "上月": -1, "本月": 0, "这个月": 0, "這個月": 0,
        "当月": 0, "當月": 0, "下个月": 1, "下個月": 1, "下月": 1, "同月": 0, "次月": 1,
    },
    spoken_months=frozenset({"同月", "次月", "当月", "當月"}),
    day_words={
        "前天": -2, "昨天": -1, "昨日": -1, "昨晚": -1, "今天": 0, "今日": 0, "今晚": 0, "今晨": 0,
        "明天": 1, "明日": 1, "后天": 2, "後天": 2, "前晚": -2, "昨夜": -1, "昨早": -1,
        "昨晨": -1, "今早": 0, "今夜": 0, "今午": 0, "明晚": 1, "明早": 1, "昨": -1, "今": 0,
    },
    spoken_words={
        "次日": 1, "翌日": 1, "隔天": 1, "隔日": 1, "第二天": 1, "同日": 0, "同一天": 0, "当天": 0,
        "當天": 0, "当日": 0, "當日": 0, "当晚": 0, "當晚": 0, "前一天": -1, "前一日": -1,
    },
    spoken_else_anchor=frozenset(),
    week_words={
        "上周": -1, "上週": -1, "上星期": -1, "上个星期": -1, "本周": 0, "本週": 0, "这周": 0, "這週": 0,
        "本星期": 0, "下周": 1, "下週": 1, "下星期": 1, "下个星期": 1,
    },
    parts={
        "上旬": "start", "初": "start", "中旬": "middle", "中": "middle", "下旬": "end", "底": "end",
        "末": "end", "上半年": "first half", "下半年": "second half", "第一季度": "q1",
        "第二季度": "q2", "第三季度": "q3", "第四季度": "q4", "年初": "start", "年中": "middle",
        "年底": "end", "年末": "end",
    },
    year_parts=frozenset({"上半年", "下半年", "年初", "年底", "年末"}),
    year_rest="年[内內]",
    decade="年代",
    units={
        "天": "day", "日": "day", "周": "week", "週": "week", "个星期": "week", "個星期": "week",
        "星期": "week", "个月": "month", "個月": "month", "年": "year",
    },
    counts="[一二两兩三四五六七八九十]",
    count_words={"两": 2, "兩": 2},
    whole_counts={},
    ago="(?:之|以)?前(?!往|来|來|夕|线|線|总|總|任|首|外|国|國)",
    later="(?:之|以)?[后後](?!续|續|者)",
    duration="内(?!瓦)|內(?!瓦)|间|間|时间|時間|来(?!自|到|访)|以来|(?<![日号號])(?=的?(?:访问|訪問|行程|会议|會議))",
    every=r"每(?:年|月|个月|個月|周|週|日|天)(?:[一二三四五六日](?![年月]))?",
    named="事变|事變|事件|惨案|慘案|恐袭|恐襲|恐怖袭击|政变|政變|运动|運動|起义|起義|共识|共識",
    event_before=r"(?:会谈|會談|会议|會議|访问|訪問|选举|選舉|大选|大選|就职|就職)$",
    # 5号楼, 1号文件: the number of a thing and no day
    day_guard=r"[楼樓院线線厅廳门門井仓倉艇]|公路|文件|决议|決議|机组|機組|航站|病房|台风|颱風|[内內](?!瓦)|[间間]|程(?!永)|报(?!道)|報(?!導|道)|益|前(?:夕)",
    month_guard=r"[间間份]?(?=球|亮)",
    part_guard="国|國|方|日|美|俄|韩|韓|央|心|东|東|期|部|欧|歐|非|印|越|次|步|线|線|共|级|級|等|学|學|衷|始",
    # 昨與, 今（13）日 of papers; not 如今, 今后.
    word_guard=(
        r"性|然|(?<=[如至迄现現当當而从從古]今)|(?<=[今昨])(?!\s?[（(]\d|上午|下午|中午|傍晚|凌晨|深夜|分[别別]"
        r"|[与與和同跟在於于向对對会會见見接宣表说說指抵召发發举舉再也亦就赴访訪宴透公签簽首已又批呼抗下出晚正重以起飞飛搭率])"
    ),
    ago_guard=r"(?!)",
    left_guard=r"[日以在之](?=$)(?<!在)(?<!之)",
    heads=("周", "週", "星期", "礼拜", "禮拜", "年底", "年初", "年内", "月底", "民國", "民国", "月初"),
)  # fmt: skip
