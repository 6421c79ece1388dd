"""Doubts about what stands around the figures of a series: sizes, classes, parts of a year, blocks.

Each yields at most once, with what to type. What a person has said ends the doubt about it.
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from decimal import Decimal

from kpi.facts.fields import Wrong, shown
from kpi.facts.intake.plan import Plan
from kpi.facts.intake.rows import VALUE, Record, Table
from kpi.facts.intake.texts.cells import as_text, is_nothing, is_number
from kpi.facts.intake.texts.hints import (
    factor_beside,
    is_of_financial_years,
    is_part_of_year,
    maybe_financial,
    part_beside,
    size_beside,
)
from kpi.facts.intake.texts.marks_beside import answers, said_beside
from kpi.facts.intake.texts.measures import (
    base_beside,
    measure_beside,
    money_beside,
    percent_beside,
    rate_beside,
)
from kpi.facts.intake.texts.sorts import names_a_plan, sort_in
from kpi.facts.intake.texts.stamps import is_stamp, read_stamp
from kpi.facts.records import Observation
from kpi.facts.units import is_share

#: Names of columns that only remark on a figure.
REMARKS = re.compile(
    r"(?i:(?:data |value )?(?:foot)?notes?|(?:data )?sources?|comments?|remarks?|units?.*|codes?"
    r"|memo|(?:obs[_ ])?(?:flags?|status|observation status)|links?|urls?|(?:last )?updated?.*)"
    r"|비고.*|출처|주석|각주|단위|단위명|참고|설명"
)
_WORD = re.compile(r"[^\W\d_]{2}|[가-힣]")
#: Parts of the names of columns that say something of a figure, and not whose it is.
_REMARKING = re.compile(
    r"(?i:note|source|comment|remark|\bunit|flag|status|link|url|update|memo|trend|direction|change"
    r"|rating|assess|evaluat|prepared|author|contact|person|publi|release|latest|track|annot"
    r"|\bmark|document|reference|citation|reason|\bfiles?\b|\bevents?\b|\bwho\b)"
    r"|\b[iI]s[A-Z _]"
    r"|비고|출처|주석|단위|참고|설명|증감|평가|담당|작성|등급|추세|발표|공표|여부|사유|근거|문서"
)
_TRENDS = {"up", "down", "flat", "stable"}
#: A word or a few, as a class or a place is called; what is longer or has a number is a remark.
_NAME = re.compile(r"(?:[^\W\d_]{2,}|[가-힣])(?:[ /&-]{1,3}[^\W\d_]+){0,3}")
#: Columns in which S1 is a sector, and Q1 a quintile.
_GROUPS = re.compile(
    r"(?i:sector|quint|quartile|decile|group|class|region|geo|area|code)|분위|코드"
)
#: Names of columns in which the same figures may stand as they were published again.
_REVISED = re.compile(
    r"(?i:\b(?:revised|corrected|adjusted|updated|latest|new|old|final|preliminary|provisional"
    r"|previous|original|first|flash)\b)|수정|개정|정정|확정|잠정|보정|변경|당초|기존"
)
#: What else such a name says, if it is of the same figures.
_FIGURES = re.compile(
    r"(?i:values?|figures?|data|estimates?|results?|publication|release)?|값|수치|통계|자료|치"
)
#: Names of columns in which numbers that come again are codes, and no amounts.
_CODED = re.compile(
    r"(?i:(?:sex|gender|age|region|country|geo|area|ref_area|location|industry|sector|category"
    r"|class|group|isic|isco|nace|naics|ksic)[0-9]*(?:[ _]?(?:code|cd|id))?|.*[ _]code)"
    r"|.*(?:지역|국가|시도|시군구|성별|연령|항목|업종|산업|분류|구분|코드)"
)
_MOST_CLASSES = 12  # words of a column that are asked about
_FIGURE = re.compile(r"[-+−△▲▼(]* ?[0-9][0-9.,]* ?%?p?\)?")
#: So many texts above a table, labels of its rows and texts of a label are looked at.
_MOST_TITLES, _MOST_LABELS, _MOST_TEXTS = 300, 30, 50
_LONGEST = 100  # letters of a label: a longer text is prose
_CODE = re.compile("[A-Z]{2}")  # of a country or a state


def sizes(
    rows: list[Record], above: list[Record], unit: str, table: Table, plan: Plan, name: str
) -> Iterator[Wrong]:
    """A word for a size near figures of which nobody has said in what size they count.

    "Population (thousands)" above 5300, in the unit "persons". `above` are rows of texts between
    the header and the first figure.
    """
    values = value_columns(table, plan)
    beneath = (as_text(row.cells.get(name, "")) for row in above for name in values)
    for text in (*_texts(rows, table, plan), *beneath):
        said, by = _beside(text, unit)
        remedy = f"add --scale {by:f}, or --scale 1 if they are in the unit already"
        if not said:
            said = base_beside(text, unit)
            said = said or (percent_beside(text, unit) if table.unit is None else "")
        if by == 1 or len(by.as_tuple().digits) > 9:
            remedy = "convert them in the file, or add --scale 1 if they are in the unit already"
        if said:
            what = f"{of(name)}{shown(text)} speaks of {shown(said)}, and the unit is {shown(unit)}"
            yield Wrong(what, remedy)
            return


def _beside(text: str, unit: str) -> tuple[str, Decimal]:
    """What a text says of the size of figures, and the factor to the unit; of shares ‰ does."""
    if is_share(unit):
        return part_beside(text)
    if rate := rate_beside(text, unit):
        return rate, Decimal(1)
    said, by = measure_beside(text, unit)  # with the size before it: million kWh
    if said:
        return said, by
    if said := size_beside(text, unit):
        return said, factor_beside(text, unit)
    return money_beside(text, unit)


def _texts(rows: list[Record], table: Table, plan: Plan) -> Iterator[str]:
    """What stands above the table, over its figures and beside them."""
    yield from table.titles[:_MOST_TITLES]
    yield from (one for one in value_columns(table, plan) if one != VALUE)
    for label in table.labels[:_MOST_LABELS] if "target" not in table.columns else ():
        if not REMARKS.fullmatch(label[:100]):
            yield from (
                one
                for one in distinct(rows, label)
                if len(one) <= _LONGEST and not _CODE.fullmatch(one) and not _FIGURE.fullmatch(one)
            )


def value_columns(table: Table, plan: Plan) -> list[str]:
    """The columns of figures."""
    return list(dict.fromkeys(take.value for take in plan.takes if take.value)) or [table.value]


def distinct(rows: Iterable[Record], label: str) -> list[str]:
    """The texts of a label, each once, up to a number."""
    found: dict[str, None] = {}
    for row in rows:
        found[as_text(row.cells.get(label, ""))] = None
        if len(found) > _MOST_TEXTS:
            break
    return [text for text in found if text]


def in_words(
    rows: list[Record], labels: list[str], table: Table, plan: Plan, keys: frozenset[str]
) -> list[str]:
    """The labels by whose words the rows may be of several series.

    Those of `labels`, which are called so, and any other one under which a word comes again beside
    others, as in Alpha, Alpha, Beta, or a name stands beside other names or none. Marks, numbers
    and periods are none; of words that say a status the status is read.
    """
    found = []
    for label in dict.fromkeys([*labels, *table.labels[:_MOST_LABELS]]):
        if label in keys or label in plan.filter:
            continue
        texts = distinct(rows, label)
        again = 1 < len(texts) <= _MOST_CLASSES and len(texts) < len(rows)
        if again and _CODED.fullmatch(label[:100]) and all(map(str.isdecimal, texts)):
            found.append(label)  # 1 and 2 of a sex, 00 and 11 of a region
            continue
        if all(_plain(text, label) for text in texts):
            continue
        words = not _TRENDS.issuperset(text.casefold() for text in texts)
        words = words and not all(map(is_part_of_year, texts))
        words = words and not _REMARKING.search(label[:100])
        if label in labels or (words and (again or _are_names(rows, label, texts))):
            found.append(label)
    return found


def _are_names(rows: list[Record], label: str, texts: list[str]) -> bool:
    """Whether each row has a name of its own, or some have one and the others none."""
    if len(texts) > _MOST_CLASSES or not all(map(_NAME.fullmatch, texts)):
        return False
    return len(texts) > 1 or any(as_text(row.cells.get(label, "")) == "" for row in rows)


def only_remarks(label: str) -> bool:
    """Whether a column is called so that it tells nothing of whose its figures are."""
    return bool(REMARKS.fullmatch(label[:100]) or _REMARKING.search(label[:100]))


def _plain(text: str, label: str) -> bool:
    return bool(
        is_nothing(text) or _FIGURE.fullmatch(text) or is_number(text) or is_stamp(text)
        or is_part_of_year(text, label) or sort_in(label, text) or _is_mark(label, text)
    )  # fmt: skip


def only_marks(rows: list[Record], label: str) -> bool:
    """Whether a header row says of each figure only how sure it is: 실적, 실적, 잠정."""
    texts = distinct(rows, label)
    return label.startswith("header ") and all(
        sort_in(label, text) == "final" or _is_mark(label, text) for text in texts
    )


def _is_mark(label: str, text: str) -> bool:
    """Whether a text is a mark of the figure beside it, also one for which it was refused."""
    try:
        return said_beside(label, text) is not None or answers(label, text)
    except Wrong:
        return True


def parts_of_years(rows: list[Record], table: Table, plan: Plan, name: str) -> Iterator[Wrong]:
    """A quarter or a month of each year that would stand as the figure of the year."""
    for label, texts in plan.filter.items():
        of_groups = _GROUPS.search(label[:100])
        for text in texts:
            if is_part_of_year(text, label) or (not of_groups and is_part_of_year(text)):
                yield _of_part(name, f"{label} {shown(text)}", text)
                return
    said: list[tuple[str, str | None]] = [(column, None) for column in value_columns(table, plan)]
    for label in table.labels[:_MOST_LABELS]:
        texts = distinct(rows, label)
        whole = len(texts) == 1 or (texts and all(is_part_of_year(one, label) for one in texts))
        said += [(texts[0], label)] if whole else []
        said += [(one, label) for one in texts] if REMARKS.fullmatch(label[:100]) else []
    for text, column in said:
        if is_part_of_year(text, column):
            yield _of_part(name, f"{column} {shown(text)}" if column else shown(text),
                           text if column else "")  # fmt: skip
            return


def _of_part(name: str, where: str, text: str) -> Wrong:
    """The doubt about a part of the year; `text` is what a column says of it, if one does."""
    what = f"{of(name)}the periods are years, and the figures those of {where}"
    try:
        read_stamp(f"2024 {text}" if text else "")
    except Wrong:
        remedy = (
            "write periods such as 2024-Q1 into the file, or add --period-style year if years are"
            " meant"
        )
        return Wrong(what, remedy)
    remedy = "name both with --period-column, or add --period-style year if it is meant"
    return Wrong(what, remedy)


def revised(
    rows: list[Record], table: Table, plan: Plan, keys: frozenset[str], name: str
) -> Iterator[Wrong]:
    """A column of figures like these, and not the same, whose name speaks of a revision.

    "Value" beside "Value (revised)": nobody has said which of the two counts.
    """
    if plan.columns.get("value") or any(take.value for take in plan.takes):
        return
    for label in table.labels[:_MOST_LABELS]:
        rest = re.sub(r"[\W_]", "", _REVISED.sub("", label[:100]))
        alike = _FIGURES.fullmatch(rest) or rest.casefold() == table.value.casefold()
        revised = _REVISED.search(label[:100]) and alike
        if label in keys or label in plan.filter or not revised:
            continue
        texts = [[as_text(row.cells.get(one, "")) for one in (table.value, label)] for row in rows]
        pairs = [
            (number_in(own), number_in(other)) for own, other in texts if not is_nothing(other)
        ]
        if pairs and all(_close(*pair) for pair in pairs) and any(own != it for own, it in pairs):
            what = (
                f"{of(name)}{shown(label)} has figures, too, beside those of {shown(table.value)}"
            )
            yield Wrong(what, "name the column that counts with --value-column")
            return


def number_in(text: str) -> float | None:
    """The figure that a text is; None if it is none.

    >>> number_in("1,234.5 p"), number_in("2024-01-05")
    (1234.5, None)
    """
    found = _FIGURE.match(text)
    rest = text[found.end() :].strip() if found else "-"
    digits = re.sub("[^0-9.]", "", found[0]) if found and len(rest) <= 1 else ""
    try:
        return float(digits) * (-1 if text[0] in "-−△" else 1)
    except ValueError:
        return None


def _close(one: float | None, other: float | None) -> bool:
    """Whether two figures may be two publications of one: of one sign, and none twice the other."""
    if one is None or other is None:
        return False
    return one == other or (one * other > 0 and 0.5 <= one / other <= 2)


def plans(rows: list[Record], table: Table, name: str) -> Iterator[Wrong]:
    """Figures that count as results under a title, or in the row of an item, that names a plan.

    `rows` are those of a series of which nobody has said what sort of figures they are.
    """
    # A table that is called 보급 계획 is mostly of what became of the programme.
    texts = [one for one in table.titles[:_MOST_TITLES] if not one.endswith("계획")]
    for label in table.labels[:_MOST_LABELS]:
        if not _REMARKING.search(label[:100]) and not names_a_plan(label):
            one = distinct(rows, label)
            texts += one if len(one) == 1 else []
    for text in texts:
        said = (sort_in(label, as_text(row.cells.get(label, ""))) for row in rows for label in
                table.labels[:_MOST_LABELS])  # fmt: skip
        if names_a_plan(text) and not any(said):
            what = f"{of(name)}{shown(text)} speaks of a plan, and its figures count as results"
            yield Wrong(what, "add --status planned, or --status final if they were measured")
            return


def financial_years(
    rows: list[Record], known: list[Observation], table: Table, name: str
) -> Iterator[Wrong]:
    """2008-09, 2009-10, 2010-11: months, or years that begin in one year and end in the next.

    Or years under a name that says so: 2024 of "Financial year ending June".
    """
    texts = [as_text(row.period) for row in rows]
    if maybe_financial(texts) and not any(one.period.kind == "month" for one in known):
        what = f"{of(name)}{shown(texts[0])} may be a month, or years that end in a later one"
        remedy = "say --period-style month, or write the year that the target means, such as 2024"
        yield Wrong(what, remedy)
        return
    said = next((one for one in table.period if is_of_financial_years(one)), "")
    if said and all(map(str.isdecimal, texts)):
        what = f"{of(name)}{shown(said)} speaks of years that may end in the next calendar year"
        yield Wrong(what, "add --period-style year if they are those that the target means")


def parts_of_financial_years(table: Table, name: str) -> Iterator[Wrong]:
    """The first quarter of a "Fiscal year": of which calendar year it is, nobody has said."""
    said = next((one for one in table.period if is_of_financial_years(one)), "")
    if said and len(table.period) > 1:
        what = f"{of(name)}{shown(said)} speaks of years that may end in the next calendar year"
        remedy = "write the periods of the calendar into one column of the file, such as 2024-Q3"
        yield Wrong(what, remedy)


def blocks(
    places: list[int], ends: list[dt.date], between: list[tuple[int, Record]], name: str,
    filtered: bool,
) -> Iterator[Wrong]:  # fmt: skip
    """A heading between figures after which the periods begin anew: "Men" below those of all.

    Or one of two, the other of which stands above the first figure: "Men", and then "Women". Where
    rows are `filtered`, only that is asked about.

    `places` are those of the figures of a series, with the last days of their periods; what may
    stand between them comes with the number of figures before it. A remark between two periods
    that follow each other is none.
    """
    rising = len(ends) < 2 or ends[1] >= ends[0]
    first = [as_text(record.period) for at, record in between if places and at <= places[0]]
    headed = any(_NAME.fullmatch(text) and not is_stamp(text) for text in first[-1:])
    for at, record in between:
        nth = bisect_left(places, at)
        if not 0 < nth < len(places):
            continue
        before, after = ends[nth - 1], ends[nth]
        text = as_text(record.period)
        anew = not filtered and (after <= before if rising else after >= before)
        anew = anew or (headed and bool(_NAME.fullmatch(text)))
        if anew and _WORD.search(text) and not is_stamp(text):
            what = f"{of(name)}{record.where}, {shown(text)}, stands between figures and has none"
            yield Wrong(what, "if what follows is of something else, import it apart")
            return


def of(name: str) -> str:
    """How a doubt begins where a file has several series."""
    return f"{name}: " if name else ""
