"""Korean counters and the units they stand for: one table for what is read and what is shown."""

from __future__ import annotations

#: Korean counter -> the units that it stands for, in the plural if they have one.
COUNTERS: dict[str, str] = {
    "명": "people, persons, inhabitants, residents, men, women, children, births, deaths, workers,"
    " employees, researchers, teachers, doctors, nurses, students, graduates, apprentices,"
    " patients, users, visitors, passengers, participants, refugees",
    "가구": "households, families",
    "호": "dwellings, homes, houses, apartments, housing units",
    "개사": "companies, firms, enterprises, businesses, suppliers, start-ups, startups",
    "개 사업체": "establishments",
    "개 공장": "factories",
    "개 농가": "farms",
    "개교": "schools, universities, colleges",
    "개소": "hospitals, clinics, stations, shelters",
    "개 병상": "beds, hospital beds",
    "개 자리": "places",
    "개 일자리": "jobs",
    "개 센터": "centres, centers",
    "개 시설": "facilities",
    "개 기관": "institutions, agencies, organisations, organizations",
    "개 과제": "projects",
    "개 사업": "programmes, programs",
    "개 기술": "technologies",
    "개 주제": "themes",
    "개 제품": "products",
    "개 서비스": "services",
    "개 과정": "courses",
    "개국": "countries",
    "개 지역": "regions",
    "개 도시": "cities",
    "개 마을": "villages",
    "개": "units, items, plants, sites",
    "건": "cases, patents, patent applications, applications, permits, licences, licenses,"
    " contracts, transactions, complaints, accidents, crimes, incidents, laws, measures,"
    " standards, events",
    "편": "papers, publications, articles, flights",
    "종": "species, datasets, data sets",
    "대": "vehicles, cars, electric vehicles, buses, trucks, robots, machines, computers, aircraft",
    "척": "ships, vessels",
    "기": "chargers, charging points, charging stations, turbines, satellites",
    "그루": "trees",
    "회": "times, visits, trips, meetings, inspections",
    "점": "points",
    "포인트": "index points",
    "%p": "pp, percentage points",
    "위": "rank",
    "년": "years",
    "개월": "months",
    "주": "weeks",
    "일": "days",
    "시간": "hours",
    "분": "minutes",
    "초": "seconds",
    "톤": "t, tonnes, tons, metric tons",
    "천 톤": "kt, kilotonnes",
    "백만 톤": "Mt, megatonnes",
    "십억 톤": "Gt, gigatonnes",
}
UNITS: dict[str, str] = {
    unit: counter for counter, units in COUNTERS.items() for unit in units.split(", ")
}

#: A word this long may be written with capitals; of a shorter one they mean something else.
_LONG = 4
#: Counters of anything, of places and of people -> the ones of the table that they stand in for.
_LOOSE: dict[str, tuple[str, ...]] = {
    "개": tuple(counter for counter in COUNTERS if counter[0] == "개" and counter != "개월"),
    "곳": ("개소", "개사", "개교", "개 사업체", "개 공장", "개 농가", "개 센터", "개 시설",
           "개 기관", "개"),
    "인": ("명",),
}  # fmt: skip


def counter_of(unit: str) -> str:
    """The counter of a unit of the table, also in the singular or with a capital; else empty.

    >>> counter_of("Companies"), counter_of("person"), counter_of("widgets")
    ('개사', '명', '')
    """
    if unit in UNITS or len(unit) < _LONG:
        return UNITS.get(unit, "") or (UNITS.get(f"{unit}s", "") if unit.islower() else "")
    low = unit.lower()
    forms = (low, f"{low}s", f"{low[:-1]}ies", f"{low}es")
    return next((UNITS[form] for form in forms if form in UNITS), "")


def without_remark(unit: str) -> str:
    """A Korean unit without what stands in brackets behind it: 명 of 명(인구 10만 명당)."""
    bare, bracket, rest = unit.partition("(")
    return bare.rstrip() if bracket and rest.endswith(")") else unit


def counts(word: str, unit: str) -> bool:
    """Whether a word behind a number is a Korean counter of the unit: 320개사 of "companies".

    The unit may be a counter itself.

    >>> counts("개사", "companies"), counts("개", "개사"), counts("개", "months")
    (True, True, False)
    >>> counts("명", "명(인구 10만 명당)")
    True
    """
    bare = without_remark(unit)
    counter = bare if bare in COUNTERS else counter_of(unit)
    close = "".join(word.split())
    return bool(counter) and (close == counter.replace(" ", "") or counter in _LOOSE.get(close, ()))
