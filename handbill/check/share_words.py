"""Words for people, and what they do, in the languages of the default campaign: patterns."""

from __future__ import annotations

ENGLISH_PEOPLE = (
    r"students|pupils|child|children|kids|teen(?:ager)?s?|youth|learners|graders|"
    r"freshmen|seniors|sophomores|juniors|graduates|boys|girls|families|homes|households|"
    r"parents|guardians|caregivers|mothers|fathers|teachers|educators|principals|staff|"
    r"adults|people|persons|residents|citizens|americans|immigrants|respondents|users|voters|"
    r"workers|employees|renters|schools|districts|classrooms|communities|counties|states|"
    r"hispanics|latin[oa]s|blacks|whites|asians|those (?:who|with|without)|"
    r"(?:them|us|you)(?=\s+(?:have|lack|are|do|cannot|can|own|say)\b)"
)
ENGLISH_BEFORE = (
    r"the|our|all|its|their|your|these|those|american|u\.?s\.?|us|public|private|charter|high|"
    r"middle|elementary|primary|secondary|rural|urban|suburban|low-income|high-income|poor|"
    r"poorer|black|white|hispanic|latin[oax]|asian|native|american indian|indigenous|african|"
    r"english|language|young|younger|older|disabled|homeless|migrant|foster|school-age|"
    r"high-poverty|low-poverty|title i|"
    r"school-aged|eligible|enrolled|local|district|district\u2019s|district's|school|school\u2019s|"
    r"school's|country\u2019s|country's|state\u2019s|state's|nation\u2019s|nation's|single|two|other|new|"
    r"first|second|third|k-12|(?:\w+-)?grade|\w+-speaking|\w+th|\w+-year-old|surveyed|male|female|"
    r"economically disadvantaged|disadvantaged"
)
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
    r"(?:quienes|los que|las que)"
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
