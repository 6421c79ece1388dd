"""Rows of several items, classes or places, of which one series has one."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from operator import itemgetter

from kpi.facts.intake.doubts import parts
from kpi.facts.intake.doubts.labels import FIGURE, MOST_LABELS, REMARKING, REMARKS, distinct
from kpi.facts.intake.doubts.series import Series, about
from kpi.facts.intake.layouts.opensdg import PLACE
from kpi.facts.intake.plan import Plan
from kpi.facts.intake.rows import Counted, Record, Table
from kpi.facts.intake.texts.cells import (
    as_text,
    is_nothing,
    is_number,
    without_exponent,
    without_interval,
)
from kpi.facts.intake.texts.marks_beside import answers, said_beside
from kpi.facts.intake.texts.parts_of_years import is_part_of_year
from kpi.facts.intake.texts.sorts import meant_by, sort_in
from kpi.facts.intake.texts.spoken_of import spoken_of
from kpi.facts.intake.texts.stamps import is_stamp
from kpi.facts.intake.texts.wholes import WHOLE
from kpi.facts.keys.fields import Wrong, shown
from kpi.facts.quantities.reading import read_quantity

_LONGEST_NAME = 200  # letters of the name of a column that are looked at
#: Names of columns that tell whose figure it is.
_WHOSE = re.compile(
    r"(?i:countr|region|\barea|geo|\bsex|gender|\bage|item|indicator|measure\b|industr|sector|categor"
    r"|reporting.type|land\b|länd|geschlecht|pays|sexe|país|ref_area|location"
    r"|\btype|group|\bseries|scenario|variable|subject|provinc|\bstate|\bcity|district|nation|entity"
    r"|econom|educat|househ|owner|definition|\bmethod|\bprice|adjust|class|breakdown|\bdim\d|dimension"
    r"|municip|county|marital|employ|energy|fund|occupation|partner|\bbasis|product|commodit"
    r"|purpose|\bactivit|\bflow|^grades?$|school.grade|grade.level)"
    r"|지역|국가|시도|시군구|성별|연령|항목|업종|산업|규모|지표|분류|특성|구분|종류|유형|기관|품목|대상"
    r"|상대국|용도|거래"
)
_TRENDS = {"up", "down", "flat", "stable"}
#: A word or a few, as a class or a place is called; what is longer or has a number is a remark.
_NAME = re.compile(r"(?:[^\W\d_]{2,}|[가-힣])(?:[ /&-]{1,3}[^\W\d_]+){0,3}")
#: Names of columns in which numbers that come again are codes, and no amounts.
_CODED = re.compile(
    r"(?i:(?:sex|gender|age|region|country|geo|area|ref_area|location|industry|sector|category"
    r"|class|group|isic|isco|nace|naics|ksic)[0-9]*(?:[ _]?(?:code|cd|id))?|.*[ _]code)"
    r"|.*(?:지역|국가|시도|시군구|성별|연령|항목|업종|산업|분류|구분|코드)"
)
_MOST_DAYS = 31
_DAYS = re.compile(
    r"(?i:(?:\b|_)(?:days?|dates?|tage?|jours?|d[ií]as?|giorno|dom)(?:\b|_))|일자?$|日$"
)
_ANY = "…"  # the text of a filter that only a person can name
_ALL_BUT_ONE = "remove all but one from the file"
_MOST_CLASSES = 12  # words of a column that are asked about
_WORD = re.compile(r"[^\W\d_]{2}|[가-힣]")


class Mixed(Wrong):
    """That rows are of several series: until one is chosen, nothing else can be said of them."""


def whose(table: Table, plan: Plan) -> list[str]:
    """The columns of a long table whose name says that they tell whose figure it is.

    Countries that fill each other's gaps are no series. What a filter chose is meant to be one.
    """
    return [
        label for label in table.labels
        if label not in plan.filter
        and _WHOSE.search(label[:_LONGEST_NAME])
        and not REMARKS.fullmatch(label[:_LONGEST_NAME])
    ]  # fmt: skip


def doubts(series: Series, called: list[str], keys: frozenset[str]) -> list[Wrong]:
    """Rows of several items, of which a series has one: said by the first of these that tells.

    A row that is refused counts where each row says by codes what it is of: of the number of
    persons beside their share nobody should write "the bare number".
    """
    table = series.table
    says_whose = "target" in table.columns or table.headline  # and each row says whose it is
    worded = _in_words(series, called, keys) if not says_whose else called
    worded = [label for label in worded if not _is_one_place(series.records, label)]
    single = _single(series)
    read_or_refused = [*series.records, *(row.record for row in series.refused)]
    return (
        list(_several(series, read_or_refused, single))
        or list(_twice(series))
        or list(_several(series, series.records, worded, gaps=True))
        or ([] if says_whose else list(parts.doubts(series, keys)))
    )


def _single(series: Series) -> list[str]:
    """The labels in which all rows of one series are alike.

    The unit of a headline row is one where some were refused: no row is in that of the target.
    """
    table, plan, records = series.table, series.plan, series.records
    single = [
        label for label in table.single
        if len(plan.filter.get(label, ())) < 2
        and not _is_one_place(records, label) and not _only_marks(records, label)
    ]  # fmt: skip
    units = table.headline and table.unit and series.refused and table.unit not in plan.filter
    return [*single, *([table.unit] if units and table.unit else [])]


def _is_one_place(records: list[Record], label: str) -> bool:
    """Whether the codes of places are one and the same, where there is any."""
    return label == PLACE and len(distinct(records, label)) < 2


def _several(
    series: Series, records: list[Record], labels: Iterable[str], *, gaps: bool = False
) -> Iterator[Wrong]:
    """Rows of several classes or items, of which one series has one each."""
    said = about(series.target, series.own)
    differ = _differing(records, labels, said)
    if differ:
        filters = _filters(records, differ[:1] if gaps else differ, said)
        single = f'choose one with --filter "{filters}"'
        several = f"{single}, or each that is of the series with one more --filter"
        remedy = several if gaps else single
        yield Mixed(f"the rows differ in {_columns(differ)}", remedy)


def _filters(records: list[Record], differ: list[tuple[str, str, str]], said: str) -> str:
    """The filters that together choose one of several: of a series that differs in nothing else
    its own does."""
    filters = []
    for label, *_ in differ:
        for _, text, _ in _differing(records, [label], said):
            filters.append(f"{label}={text}")
            if text != _ANY:
                records = [row for row in records if as_text(row.cells.get(label, "")) == text]
    return '" --filter "'.join(filters)


def _in_words(series: Series, labels: list[str], keys: frozenset[str]) -> list[str]:
    """The labels by whose words the rows may be of several series.

    Those of `labels`, which are called so, and any other one under which a word comes again beside
    others, as in Alpha, Alpha, Beta, or a name stands beside other names or none. Marks, numbers
    and periods are none; of words that say a status the status is read.
    """
    rows, worded = series.records, []
    for label in dict.fromkeys([*labels, *series.table.labels[:MOST_LABELS]]):
        if label in keys or label in series.plan.filter:
            continue
        texts = distinct(rows, label)
        again = 1 < len(texts) <= _MOST_CLASSES and len(texts) < len(rows)
        if again and _CODED.fullmatch(label[:100]) and all(map(str.isdecimal, texts)):
            worded.append(label)  # 1 and 2 of a sex, 00 and 11 of a region
            continue
        if all(_plain(text, label) or _is_amount(text, series.unit) for text in texts):
            continue
        words = not _TRENDS.issuperset(text.casefold() for text in texts)
        words = words and not all(map(is_part_of_year, texts))
        words = words and not REMARKING.search(label[:100])
        if label in labels or (words and (again or _are_names(rows, label, texts))):
            worded.append(label)
    return worded


def _are_names(rows: list[Record], label: str, texts: list[str]) -> bool:
    """Whether each row has a name of its own, or some have one and the others none."""
    if len(texts) > _MOST_CLASSES or not all(map(_NAME.fullmatch, texts)):
        return False
    return len(texts) > 1 or any(as_text(row.cells.get(label, "")) == "" for row in rows)


def _plain(text: str, label: str) -> bool:
    """Whether a text names no class or item: it is a figure, a period, a mark or nothing."""
    figure = FIGURE.fullmatch(without_exponent(without_interval(text)))
    return bool(
        is_nothing(text) or figure or is_number(text) or is_stamp(text)
        or is_part_of_year(text, label) or sort_in(label, text) or _is_mark(label, text)
    )  # fmt: skip


def _is_amount(text: str, unit: str) -> bool:
    """Whether a text is a figure in words of a size, as of another column of them: 5조 8천억."""
    try:
        return read_quantity(text, unit) is not None
    except ValueError:
        return False


def _only_marks(rows: list[Record], label: str) -> bool:
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


def _by_fact(series: Series) -> dict[tuple[str, dt.date, int], list[Record]]:
    """The rows by the fact that they give: its period, the day of publication and the revision.

    A row without a figure counts as well: of two regions one may have no figure for a year. It
    does not where a filter chose both of them: 강원도, and 강원특별자치도 from the next year on.
    """
    rows, facts = series.rows, dict[tuple[str, dt.date, int], list[Record]]()
    for row in rows:
        key = (row.fact.period.text, row.fact.published, row.fact.revision)
        facts.setdefault(key, []).append(row.record)
    raw = {(as_text(row.record.period), row.fact.published, row.fact.revision): row.fact.period.text
           for row in rows}  # fmt: skip
    if len({row.fact.published for row in rows}) == 1 and "target" not in series.table.columns:
        day = rows[0].fact.published
        for record in (blank.record for blank in series.blank):
            period_text = raw.get((as_text(record.period), day, 1))
            if period_text and not _differing(
                [record, facts[period_text, day, 1][0]], series.plan.filter
            ):
                facts[period_text, day, 1].append(record)
    return facts


def _twice(series: Series) -> Iterator[Wrong]:
    """Several rows for one fact, and the columns in which they differ."""
    rows, table, facts = series.rows, series.table, _by_fact(series)
    again = [(key[0], group) for key, group in facts.items() if len(group) > 1]
    if not again:
        return
    period, first = again[0]
    where = ", ".join(row.where for row in first[:4]) + (", …" if len(first) > 4 else "")
    what = f"{period} stands in {len(first)} rows ({where})"
    columns = (*table.labels, *([table.unit] if table.unit else []))
    said = about(series.target, series.own)
    differ = _differing([row for _, group in again for row in group], columns, said)
    if not differ:
        yield Wrong(f"{what}, which no column tells apart", _ALL_BUT_ONE)
        return
    label, text, _ = next(
        (difference for difference in differ if not _are_figures(rows, difference[0])), ("", "", "")
    )
    remedy = f'choose one with --filter "{label}={text}"' if label else _ALL_BUT_ONE
    if days := next((label for label, _, _ in differ if _are_days(first, label)), ""):
        remedy = (
            f'add --period-column "{days}" to those of the year and the month, without'
            " --period-style, for a figure of each, or sum them up in the file"
        )
        yield Wrong(f"{what}, each of another day ({days})", remedy)
        return
    if label and text and any(as_text(row.record.cells.get(label, "")) == "" for row in rows):
        remedy = (  # who have none are mostly those of the whole
            f'choose one with --filter "{label}={text}", or --filter "{label}=" for the rows'
            " without one"
        )
    yield Wrong(f"{what} that differ in {_columns(differ)}", remedy)


def _are_days(rows: list[Record], label: str) -> bool:
    """Whether a label holds the days of the month of which the rows are."""
    texts = [as_text(row.cells.get(label, "")) for row in rows]
    days = all(text.isdecimal() and 1 <= int(text[:3]) <= _MOST_DAYS for text in texts)
    return days and len(set(texts)) == len(texts) and bool(_DAYS.search(label[:100]))


def _are_figures(rows: list[Counted], label: str) -> bool:
    """Whether a label holds numbers that are mostly not the same: figures of another sort, by one
    of which a single period of all would be chosen."""
    texts = [as_text(row.record.cells.get(label, "")) for row in rows]
    given = {text for text in texts if text}
    several = len({row.fact.period.text for row in rows}) > 1
    apart = several and 2 * len(given) > len(texts)
    return apart and all(FIGURE.fullmatch(text) or is_stamp(text) for text in given)


def _columns(differ: list[tuple[str, str, str]]) -> str:
    """The first columns in which rows differ, each with what stands in it."""
    return " and in ".join(f"{label} ({listed})" for label, _, listed in differ[:4])


def _differing(
    records: list[Record], labels: Iterable[str], said: str = ""
) -> list[tuple[str, str, str]]:
    """The labels in which records differ: the label, the text to be advised, and its texts listed.

    Advised is the text of which the target speaks, by what is `said` of it; none where it speaks of
    several; else that of results, of the whole, or the first.
    """
    differing = []
    for label in labels:
        cells = dict.fromkeys(
            (type(cell := record.cells.get(label, "")), cell) for record in records
        )
        texts = list(dict.fromkeys(as_text(cell) for _, cell in cells))
        if len(texts) > 1:
            listed = ", ".join([*map(shown, texts[:6]), *(["…"] if len(texts) > 6 else [])])
            results = [text for text in texts if meant_by(text) in (None, "final")]
            chosen = min([text for text in results if text] or results or texts, key=_later)
            if spoken := spoken_of(results, said):
                most = [text for text in spoken if spoken[text] == max(spoken.values())]
                chosen = most[0] if len(most) == 1 else _ANY
            differing.append((label, chosen, listed))
    return differing


def _later(text: str) -> tuple[bool, bool]:
    """Sorts those that say they are results, and the whole, before those that say nothing."""
    return meant_by(text) != "final", not WHOLE.fullmatch(text)


def blocks(
    series: Series, places: dict[int, int], remarks: list[tuple[int, Record]]
) -> Iterator[Wrong]:
    """A heading between figures after which the periods begin anew: "Men" below those of all.

    Or one of two, the other of which stands above the first figure: "Men", and then "Women". Where
    rows were chosen by a filter, only that is asked about. A remark between two periods that
    follow each other is none.

    `places` are those of the figures in the file, by their identity; `remarks` come with the number
    of figures before each, as rows without a figure do.
    """
    if not series.read:
        return
    between = [*((blank.after, blank.record) for blank in series.blank), *remarks]
    between.sort(key=itemgetter(0))
    positions = [places[id(row)] for row in series.rows]
    ends = [row.fact.period.end for row in series.rows]
    rising = len(ends) < 2 or ends[1] >= ends[0]
    first = [as_text(record.period) for before, record in between if before <= positions[0]]
    headed = any(_NAME.fullmatch(text) and not is_stamp(text) for text in first[-1:])
    for before, record in between:
        nth = bisect_left(positions, before)
        if not 0 < nth < len(positions):
            continue
        text = as_text(record.period)
        earlier = ends[nth] <= ends[nth - 1] if rising else ends[nth] >= ends[nth - 1]
        anew = (earlier and not series.plan.filter) or (headed and bool(_NAME.fullmatch(text)))
        if anew and _WORD.search(text) and not is_stamp(text):
            what = f"{record.where}, {shown(text)}, stands between figures and has none"
            yield Wrong(what, "if what follows is of something else, import it apart")
            return
