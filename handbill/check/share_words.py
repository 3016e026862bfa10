"""Words for people, and what they do, in the languages of the default campaign: patterns."""

from __future__ import annotations

_PLACEHOLDER = r"\{\{[^{}]*\}\}"
_COUNT = r"\d[\d.,]*"
ENGLISH_PEOPLE = (
    r"students|pupils|children|kids|teen(?:ager)?s|learners|\w+-graders|graders|"
    r"kindergart(?:n|en)ers|preschoolers|toddlers|babies|infants|ELLs?|ELs|"
    r"freshmen|seniors|sophomores|juniors|graduates|boys|girls|families|homes|households|"
    r"parents|guardians|caregivers|mothers|fathers|moms|dads|grandparents|teachers|educators|"
    r"principals|adults|men|women|people|persons|residents|neighbors|citizens|americans|"
    r"immigrants|refugees|newcomers|respondents|users|voters|workers|employees|renters|schools|"
    r"districts|classrooms|communities|counties|states|hispanics|latin[oa]s|blacks|whites|asians|"
    r"(?:staff|faculty|family|household|community) members|those (?:who|with|without)|"
    r"(?:them|us|you)(?=\s+(?:have|lack|are|do|cannot|can|own|say)\b)|"
    r"(?:youth|staff|faculty)(?!\s+(?:salar|pay|cost|time|hour|program|work|budget|position|meeting|"
    r"train|sport|group|service|job|center|hous|develop|cent|crim))"
)
_ENGLISH_NAME = (
    r"(?-i:(?!(?:For|FOR|To|TO|In|IN|On|ON|At|AT|By|BY|With|WITH|From|FROM|Per|PER|Off|OFF|Of|OF)\b)"
    r"(?:St\.|Mt\.|Ft\.|(?:[A-Z]\.){2,}|[A-Z][\w&]*(?:[-\u2013'\u2019]\w+)*['\u2019]?))"
)
"""Maple Hollow students, Ohio's students, MHSD families; no word of a title in capitals."""
_ENGLISH_KINDS = (
    r"the|our|my|all|its|their|your|these|those|american|u\.?s\.?|us|public|private|charter|"
    r"high|middle|elementary|primary|secondary|preschool|kindergarten|pre-?k|rural|urban|suburban|"
    r"poor|poorer|(?:low|lower|middle|moderate|high|higher)[\s-]income|black|white|hispanic|"
    r"latin[oax]|asian|native|american indian|indigenous|african|english|language|learner|"
    r"multilingual|bilingual|young|younger|old|older|adult|teen|teenage|child|disabled|homeless|"
    r"unhoused|migrant|immigrant|refugee|undocumented|foster|eligible|enrolled|enrolling|local|"
    r"nearby|area|city|town|county|statewide|national|tribal|military|working|married|single|"
    r"(?:district|school|country|state|nation|county|city|town)(?:['\u2019]s)?|special education|"
    r"special needs|gifted|incoming|entering|returning|graduating|participating|responding|"
    r"remaining|current|former|future|recent|typical|average|other|new|same|"
    r"first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|"
    r"\d+(?:st|nd|rd|th)|grade|surveyed|polled|male|female|(?:economically )?disadvantaged|"
    r"two|three|four|five|six|seven|eight|nine|ten|hundred|thousand|million"
)
_ENGLISH_BEFORE = (
    rf"(?:{_ENGLISH_KINDS}|{_ENGLISH_NAME}|{_COUNT}|{_PLACEHOLDER}|\w+(?:[-\u2013]\w+)+|"
    r"(?:Black|White|Hispanic|Latin[oax]|Asian|Native),)"
)
ENGLISH_PHRASE = (
    rf"(?:{_ENGLISH_BEFORE}(?:\s+(?:(?:and|or|&)\s+)?|/)){{0,6}}(?:{ENGLISH_PEOPLE})"
    r"(?![\w-]|['\u2019]s?\b|['\u2019](?=\s)|\s+(?:day|year|board|time|fee|bill)s?\b)"
)
"""People as a text names them: our 1,840 students, Black and Hispanic children."""
ENGLISH_VERBS = (
    r"lack|lacks|lacked|have no|has no|had no|have only|has only|had only|have an?|has an?|"
    r"(?:do|does|did|could|can) not|(?:do|does|did|could)n['\u2019]t|cannot|can['\u2019]t|"
    r"say|said|report|reported|rely|relied|live|lived|own|owned|speak|spoke|struggle|struggled|"
    r"told us|answered|go without|went without|are (?:hispanic|latino|latina|black|white|asian|"
    r"native|english learners|homeless|eligible|poor)|(?:do|did) (?:their )?homework"
)
ENGLISH_GROUPS = r"Hispanic|Latin[oax]|Black|White|Asian|Native American|American Indian"
SPANISH_PEOPLE = (
    r"estudiantes|alumn[oa]s|alumnado|niñ[oa]s|hij[oa]s|chic[oa]s|muchach[oa]s|menores|"
    r"adolescentes|jóvenes|familias|hogares|casas|viviendas|padres|madres|tutores|maestr[oa]s|"
    r"profesor(?:es|as)|docentes|adult[oa]s|personas|gente|población|residentes|vecinos|"
    r"habitantes|escuelas|distritos|hispan[oa]s|latin[oa]s|inmigrantes|trabajadores|"
    r"alumnado|estudiantado|bebés|escolares|graduad[oa]s|mujeres|hombres|abuel[oa]s|encuestad[oa]s|"
    r"votantes|migrantes|emplead[oa]s|director(?:es|as)|cuidador(?:es|as)|ciudadan[oa]s|"
    r"afroamerican[oa]s|(?:quienes|los que|las que)"
)
SPANISH_PHRASE = (
    rf"(?:(?:todos|todas|los|las|la|el|nuestr[oa]s|sus|mis|est[oa]s|es[oa]s|tod[oa]|otr[oa]s|"
    rf"pequeñ[oa]s|jóvenes|mil|cien|{_COUNT}|{_PLACEHOLDER})\s+){{0,5}}(?:{SPANISH_PEOPLE})(?!\w)"
)
ARABIC_PEOPLE = (
    r"طلاب|طلبة|طالبات|تلاميذ|تلامذة|أطفال|اطفال|أولاد|أبناء|عائلات|أسر|اسر|بيوت|منازل|"
    r"آباء|أمهات|أولياء|أهالي|معلمين|معلمات|معلمون|مدرسين|بالغين|مراهقين|شباب|سكان|"
    r"مدارس|ناس|أشخاص|لاتينيين"
)
VIETNAMESE_PEOPLE = (
    r"học sinh|trẻ em|trẻ|các em|em nhỏ|gia đình|hộ gia đình|hộ|nhà|phụ huynh|cha mẹ|bố mẹ|"
    r"giáo viên|thầy cô|người|cư dân|dân|thanh thiếu niên|thiếu niên|trường|học khu"
)
CHINESE_PEOPLE = (
    r"学生|学童|孩子|儿童|青少年|少年|家庭|住户|家长|父母|老师|教师|成年人|成人|人口|居民|"
    r"人(?![民工造类力])|学校|学区|拉丁裔|西班牙裔(?:家庭)?|西语裔|學生|兒童|家長|老師|教師|學校|學區|居民"
)
