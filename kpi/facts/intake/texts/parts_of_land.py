"""The parts of a country, as tables name the rows of one of them: the provinces of Korea, by their
names, and of any country its towns, its capital or its north.

Of other countries no list of provinces is kept: one of them is not known from the whole.
"""

from __future__ import annotations

import re

_NAMES = {
    "서울": "seoul", "부산": "busan", "대구": "daegu", "인천": "incheon", "광주": "gwangju",
    "대전": "daejeon", "울산": "ulsan", "세종": "sejong", "경기": "gyeonggi", "강원": "gangwon",
    "충북": "chungcheongbuk", "충남": "chungcheongnam", "전북": "jeollabuk", "전남": "jeollanam",
    "경북": "gyeongsangbuk", "경남": "gyeongsangnam", "제주": "jeju",
}  # fmt: skip
_LONG = re.compile("(충|전|경)(?:청|라|상)([남북])도")
_KOREAN = re.compile(
    rf"({'|'.join(_NAMES)})(?:특별시|광역시|특별자치시|특별자치도|시|도)?(?: ?(?:지역|전체|계))?"
)
_ENGLISH = re.compile(
    rf"({'|'.join(_NAMES.values())})(?:[- ]?(?:do|si|city|province|metropolitan city))?",
    re.IGNORECASE,
)
#: Names of columns of places, and those that may be.
_PLACES = re.compile(
    r"(?i:region|province|\barea|\bgeo|\bcity|location|C[0-9]_NM|header [0-9]+)"
    r"|지역|시도|시·도|시군구|행정구역|권역|구분"
)
#: Of those that may be others, below which 경기 is as often the economy.
_MAYBE = re.compile(r"(?i:C[0-9]_NM|header [0-9]+)|구분")
#: What is a part of any country, in the place of a place.
_PARTS = re.compile(
    r"(?i:(?:non-?)?(?P<kind>urban|rural|metropolitan)(?: (?:areas?|regions?|population))?"
    r"|(?:the )?(?P<capital>capital) (?:region|area|city)"
    r"|(?P<compass>(?:north|south|east|west|central)(?:ern)?(?:[- ]?(?:east|west)(?:ern)?)?)"
    r"(?: regions?)?)"
    r"|(?P<name>비?수도권|도시|농어?촌|읍면|동부|군부|대도시|중소도시)(?:지역|부)?"
)
_OF_PLACES = re.compile(rf"{_PLACES.pattern}|(?i:residence|urban|rural)|도농|거주|지역")


def part_of_land_in(label: str, text: str) -> tuple[str, ...]:
    """The word by which a text under a label of places is a part of any country, if it is.

    >>> part_of_land_in("Area", "Rural areas"), part_of_land_in("지역", "비수도권")
    (('rural',), ('비수도권',))
    >>> part_of_land_in("Region", "South Korea"), part_of_land_in("Source", "Urban")
    ((), ())
    """
    found = _PARTS.fullmatch(text) if _OF_PLACES.search(label[:100]) else None
    return (str(found[found.lastgroup or 0]).casefold(),) if found else ()


def province_in(label: str, text: str) -> tuple[str, ...]:
    """By which names a province is known, if a cell under a label is one; none if it is not.

    >>> province_in("지역", "서울시"), province_in("Region", "Jeju"), province_in("지역", "전국")
    (('서울', 'seoul'), ('제주', 'jeju'), ())
    >>> province_in("시도별", "충청북도"), province_in("품목", "경기")
    (('충북', '충청북도', 'chungcheongbuk'), ())
    """
    if not _PLACES.search(label[:100]) or (text == "경기" and _MAYBE.search(label[:100])):
        return ()
    if long := _LONG.fullmatch(text):
        short = long[1] + long[2]
        return short, text, _NAMES[short]
    if korean := _KOREAN.fullmatch(text):
        return korean[1], _NAMES[korean[1]]
    english = _ENGLISH.fullmatch(text)
    english_name = english[1].casefold() if english else ""
    return next(((short, name) for short, name in _NAMES.items() if name == english_name), ())
