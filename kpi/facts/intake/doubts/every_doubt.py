"""What no single row shows: two rows for one fact, shares as fractions, figures in another scale.

Each doubt stops the whole import and says what to type. A scale or a unit that the person gives
ends the doubts about size, because then somebody has looked.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Protocol

from kpi.facts.fields import Wrong, shown
from kpi.facts.intake.doubts import (
    footnotes,
    growth,
    magnitudes,
    per_head,
    separators,
    surroundings,
)
from kpi.facts.intake.doubts.surroundings import of
from kpi.facts.intake.layouts.opensdg import PLACE
from kpi.facts.intake.plan import Plan
from kpi.facts.intake.rows import Blank, Counted, Record, Table
from kpi.facts.intake.texts.cells import as_text
from kpi.facts.intake.texts.sorts import meant_by
from kpi.facts.periods import Period
from kpi.facts.plausibility import counts, other_kind
from kpi.facts.records import Observation, Target, unit_of
from kpi.values import dataclass

_LONGEST_NAME = 200  # letters of the name of a column that are looked at
#: Names of columns that tell whose figure it is.
_WHOSE = re.compile(
    r"(?i:countr|region|\barea|geo|\bsex|gender|\bage|item|indicator|measure\b|industr|sector|categor"
    r"|reporting.type|land\b|länd|geschlecht|pays|sexe|país|ref_area|location"
    r"|\btype|group|\bseries|scenario|variable|subject|provinc|\bstate|\bcity|district|nation|entity"
    r"|econom|educat|househ|owner|definition|\bmethod|\bprice|adjust|class|breakdown|\bdim\d|dimension"
    r"|municip|county|marital|employ|energy|fund|occupation|partner|\bbasis|product|commodit"
    r"|purpose|\bactivit|\bflow)"
    r"|지역|국가|시도|시군구|성별|연령|항목|업종|산업|규모|지표|분류|특성|구분|종류|유형|기관|품목|대상"
    r"|상대국|용도|거래"
)

#: Columns of our own export that together are nobody else's.
_EXPORTED = frozenset(("target", "period", "value", "unit", "published", "revision", "file"))


class _Ledger(Protocol):
    @property
    def targets(self) -> Mapping[str, Target]: ...
    @property
    def recorded(self) -> Mapping[str, tuple[Observation, ...]]: ...


@dataclass(frozen=True, slots=True)
class _Series:
    """The rows of a file that go to one series."""

    target: Target
    unit: str
    name: str  # by which doubts call it; empty where there is no other
    rows: list[Counted]
    records: list[Record]  # of these rows
    blank: list[Blank]
    refused: list[Blank]
    known: list[Observation]  # that are recorded


def doubts(
    counted: list[Counted],
    blank: list[Blank],
    refused: list[Blank],
    remarks: list[tuple[int, Record]],
    plan: Plan,
    table: Table,
    ledger: _Ledger,
    keys: frozenset[str],
) -> tuple[Wrong, ...]:
    """Every doubt about the file as a whole, each once for a series.

    `refused` are rows whose figure cannot be read, `remarks` texts that stand alone, each with the
    number of figures before it; `keys` are columns that are read as keys of an observation.
    """
    places = {id(one): nth for nth, one in enumerate(counted)}
    whose = _whose(table, plan)
    found: list[Wrong] = []
    asked = False  # whether a sign within figures was asked about
    for one in _by_series(counted, blank, refused, ledger):
        found += _items(one, whose, table, plan, keys)
        found += _blocks(one, places, remarks, bool(plan.filter))
        near: list[Wrong] = []
        if one.target.kind != "milestone":
            near = _near(one.rows, one.unit, remarks, table, plan, one.name)
            near = near or _each(one, table, plan)
        found += near
        found += _hundredths(one.rows, one.name)
        found += _sorts(one, remarks, table, plan, keys)
        found += _periods(one, table, plan)
        fresh = [row for row in one.rows if not _exported(row, table, one.unit)]
        if not fresh:
            continue
        known = [*one.known,
                 *(row.fact for row in one.rows if _exported(row, table, one.unit))]  # fmt: skip
        signs = list(separators.nearer(fresh, one.target, known, table, plan, one.name))
        signs = [] if near else signs  # a size beside the figures tells why they are far
        asked = asked or bool(signs)
        sized = signs or list(magnitudes.sized(fresh, one.target, known, one.name))
        found += sized or magnitudes.leaps(fresh, one.target, known, one.name, plan)
        found += magnitudes.odd(fresh, one.target, known, one.name)
    found += separators.doubts(counted, table, plan, ledger.targets, asked)
    return tuple(found)


def _by_series(
    counted: list[Counted], blank: list[Blank], refused: list[Blank], ledger: _Ledger
) -> Iterator[_Series]:
    """The figures of each series to which some go, in the order of the file."""
    rows: dict[tuple[str, str], list[Counted]] = {}
    for one in counted:
        rows.setdefault((one.fact.target, one.fact.series), []).append(one)
    empty, unread = _grouped(blank), _grouped(refused)
    recorded: dict[tuple[str, str], list[Observation]] = {}
    there = (ledger.recorded[id_] for id_ in {target for target, _ in rows})
    for fact in chain.from_iterable(there):
        recorded.setdefault((fact.target, fact.series), []).append(fact)
    for key, own in rows.items():
        target, series = ledger.targets[key[0]], key[1]
        name = f"{target.id}/{series}" if len(rows) > 1 else ""
        yield _Series(
            target, unit_of(target, series), name, own, [row.record for row in own],
            empty.get(key, []), unread.get(key, []), recorded.get(key, []),
        )  # fmt: skip


def _grouped(rows: list[Blank]) -> dict[tuple[str, str], list[Blank]]:
    """Rows without a figure by the target and the series that they are of."""
    found: dict[tuple[str, str], list[Blank]] = {}
    for one in rows:
        found.setdefault((one.target, one.series), []).append(one)
    return found


def _items(
    one: _Series, whose: list[str], table: Table, plan: Plan, keys: frozenset[str]
) -> list[Wrong]:
    """Rows of several items, of which a series has one: said by the first of these that tells.

    A row that is refused counts where each row says by codes what it is of: of the number of
    persons beside their share nobody should write "the bare number".
    """
    own = "target" in table.columns or table.headline  # and each row says whose it is
    worded = surroundings.in_words(one.records, whose, table, plan, keys) if not own else whose
    named = [label for label in table.single if _is_one_place(one.records, label)]
    single = [
        label for label in table.single if label not in named
        if len(plan.filter.get(label, ())) < 2 and not surroundings.only_marks(one.records, label)
    ]  # fmt: skip
    worded = [label for label in worded if label not in named]
    return (
        list(_several([*one.records, *(row.record for row in one.refused)], single, one.name))
        or list(_twice(one.rows, [none.record for none in one.blank], table, plan, one.name))
        or list(_several(one.records, worded, one.name, gaps=True))
    )


def _is_one_place(records: list[Record], label: str) -> bool:
    """Whether the codes of places are one and the same, where there is any."""
    return label == PLACE and len(surroundings.distinct(records, label)) < 2


def _blocks(
    one: _Series, places: dict[int, int], remarks: list[tuple[int, Record]], filtered: bool
) -> Iterable[Wrong]:
    """Tables one below the other, parted by what stands between them without a figure."""
    between = [(none.after, none.record) for none in one.blank]
    heads = sorted([*between, *remarks], key=lambda head: head[0])
    at = [places[id(row)] for row in one.rows]
    ends = [row.fact.period.end for row in one.rows]
    return surroundings.blocks(at, ends, heads, one.name, filtered)


def _sorts(
    one: _Series,
    remarks: list[tuple[int, Record]],
    table: Table,
    plan: Plan,
    keys: frozenset[str],
) -> Iterator[Wrong]:
    """Figures of another sort than the others, or than is said of them: revised, or planned."""
    yield from surroundings.revised(one.records, table, plan, keys, one.name)
    if not plan.status and not {"status", "target"}.intersection(table.columns):
        notes = [*(as_text(record.period) for _, record in remarks), *table.titles]
        values = surroundings.value_columns(table, plan)
        yield from footnotes.doubts(one.rows, notes, table, values, one.name)
    results = all(row.fact.status == "final" for row in one.rows)
    if results and not plan.status and not {"status", "target"}.intersection(table.columns):
        yield from surroundings.plans(one.records, table, one.name)


def _periods(one: _Series, table: Table, plan: Plan) -> Iterator[Wrong]:
    """Periods that may be other ones, where neither a style nor the rows themselves settle it."""
    if "target" in table.columns:
        return
    yield from surroundings.parts_of_financial_years(table, one.name)
    if plan.style is not None:
        return
    if all(row.fact.period.kind == "year" for row in one.rows):
        yield from surroundings.parts_of_years(one.records, table, plan, one.name)
    yield from surroundings.financial_years(one.records, one.known, table, one.name)
    yield from _mixed(one.rows, one.name)
    yield from _first_days(one.rows, one.known, one.name)
    yield from _other_rhythm(one.rows, one.known, one.target, one.name)


def _exported(row: Counted, table: Table, unit: str) -> bool:
    """Whether our own export wrote this row, in the unit that is asked for here.

    What was recorded once is read back as it is, also a total that was lowered, or a leap. A row
    that a person added to the file names no file of observations.
    """
    if not _EXPORTED.issubset(table.columns):
        return False
    file, said = (as_text(row.record.cells.get(key, "")) for key in ("file", "unit"))
    return file.startswith("observations/") and said == unit


def _near(
    rows: list[Counted], unit: str, remarks: list[tuple[int, Record]], table: Table, plan: Plan,
    name: str,
) -> list[Wrong]:  # fmt: skip
    """What stands near figures and speaks of another size, or of changes."""
    records = [row.record for row in rows]
    found: list[Wrong] = []
    if not any(row.measured for row in rows):
        above = [record for before, record in remarks if not before]
        found += surroundings.sizes(records, above, unit, table, plan, name)
    if not found and not any(row.stated or row.scaled for row in rows):
        found += growth.changes(records, unit, table, plan, name)
    return found


def _each(one: _Series, table: Table, plan: Plan) -> list[Wrong]:
    """What says that figures are for each person; who has given a scale has answered."""
    if any(row.scaled for row in one.rows):
        return []
    return list(per_head.doubts(one.records, one.target, one.unit, table, plan, one.name))


def _hundredths(rows: list[Counted], name: str) -> Iterator[Wrong]:
    """Cells that are shown as per cent beside others: no scale is right for all of them."""
    kinds = {row.hundredth for row in rows if row.fact.value}
    if len(kinds) > 1:
        what = f"{of(name)}some figures are shown as per cent and hold hundredths, others are not"
        yield Wrong(what, "make the cells of one kind")


def _several(
    records: list[Record], labels: Iterable[str], name: str, *, gaps: bool = False
) -> Iterator[Wrong]:
    """Rows of several classes or items, of which one series has one each."""
    differ = _differing(records, labels)
    if differ:
        parts = " and in ".join(f"{label} ({listed})" for label, _, listed in differ[:4])
        label, text, _ = differ[0]
        one = f'choose one with --filter "{label}={text}"'
        remedy = f"{one}, or each that is of the series with one more --filter" if gaps else one
        yield Wrong(f"{of(name)}the rows differ in {parts}", remedy)


def _whose(table: Table, plan: Plan) -> list[str]:
    """The columns of a long table whose name says that they tell whose figure it is.

    Countries that fill each other's gaps are no series. What a filter chose is meant to be one.
    """
    return [
        label for label in table.labels
        if label not in plan.filter
        and _WHOSE.search(label[:_LONGEST_NAME])
        and not surroundings.REMARKS.fullmatch(label[:_LONGEST_NAME])
    ]  # fmt: skip


def _differing(records: list[Record], labels: Iterable[str]) -> list[tuple[str, str, str]]:
    """The labels in which records differ: the label, its first text, and its texts listed."""
    found = []
    for label in labels:
        cells = dict.fromkeys((type(cell := one.cells.get(label, "")), cell) for one in records)
        texts = list(dict.fromkeys(as_text(cell) for _, cell in cells))
        if len(texts) > 1:
            listed = ", ".join([*map(shown, texts[:6]), *(["…"] if len(texts) > 6 else [])])
            results = [text for text in texts if meant_by(text) in (None, "final")]
            chosen = min([text for text in results if text] or results or texts, key=_resulting)
            found.append((label, chosen, listed))
    return found


def _resulting(text: str) -> bool:
    """Sorts those that say they are results before those that say nothing."""
    return meant_by(text) != "final"


def _twice(
    rows: list[Counted], empty: list[Record], table: Table, plan: Plan, name: str
) -> Iterator[Wrong]:
    """Several rows for one fact, and the columns in which they differ.

    A row without a figure counts as well: of two regions one may have no figure for a year. It
    does not where a filter chose both of them: 강원도, and 강원특별자치도 from the next year on.
    """
    facts: dict[tuple[str, dt.date, int], list[Record]] = {}
    for row in rows:
        key = (row.fact.period.text, row.fact.published, row.fact.revision)
        facts.setdefault(key, []).append(row.record)
    raw = {(as_text(row.record.period), row.fact.published, row.fact.revision): row.fact.period.text
           for row in rows}  # fmt: skip
    if len({row.fact.published for row in rows}) == 1 and "target" not in table.columns:
        day = rows[0].fact.published
        for record in empty:
            there = raw.get((as_text(record.period), day, 1))
            if there and not _differing([record, facts[there, day, 1][0]], plan.filter):
                facts[there, day, 1].append(record)
    again = [(key[0], group) for key, group in facts.items() if len(group) > 1]
    if not again:
        return
    period, first = again[0]
    where = ", ".join(row.where for row in first[:4]) + (", …" if len(first) > 4 else "")
    what = f"{of(name)}{period} stands in {len(first)} rows ({where})"
    differ = _differing([row for _, group in again for row in group], table.labels)
    if not differ:
        yield Wrong(f"{what}, which no column tells apart", "remove all but one from the file")
        return
    label, text, _ = differ[0]
    parts = " and in ".join(f"{one} ({listed})" for one, _, listed in differ[:4])
    remedy = f'choose one with --filter "{label}={text}"'
    yield Wrong(f"{what} that differ in {parts}", remedy)


def _mixed(rows: list[Counted], name: str) -> Iterator[Wrong]:
    """Years among quarters: a yearly total is no observation of a quarterly series."""
    kinds: dict[str, Period] = {}
    for row in rows:
        kinds.setdefault(row.fact.period.kind, row.fact.period)
    if len(kinds) > 1:
        listed = ", ".join(f"{kind} ({period})" for kind, period in kinds.items())
        what = f"{of(name)}the periods are of several kinds: {listed}"
        yield Wrong(
            what, f"choose one with --period-style {next(iter(kinds))}; the others are skipped"
        )


def _first_days(rows: list[Counted], known: list[Observation], name: str) -> Iterator[Wrong]:
    """Days that begin a month, each of them: offices write 2026-01-01 for January, or for 2026."""
    days = [row.fact.period for row in rows]
    if not all(day.kind == "day" and day.end.day == 1 for day in days):
        return
    kinds = {one.period.kind for one in known}
    if "day" not in kinds and (len(days) > 1 or kinds):
        what = f"{of(name)}every period is the first day of a month, such as {days[0]}"
        remedy = "say with --period-style day, month, quarter or year what is meant by it"
        yield Wrong(what, remedy)


def _other_rhythm(
    rows: list[Counted], known: list[Observation], target: Target, name: str
) -> Iterator[Wrong]:
    """Quarters for a series that has years: what is counted in one is no figure of the other."""
    if target.kind != "level":
        return
    there = [fact for fact in known if counts(fact, target)]
    kinds: dict[str, Period] = {}
    for row in rows:
        if counts(row.fact, target):
            kinds.setdefault(row.fact.period.kind, row.fact.period)
    for period in kinds.values():
        last = other_kind(period, there)
        if last is None:
            continue
        what = f"{of(name)}{period} is another kind of period than {last}, which is recorded"
        remedy = f"name another --series, or --period-style {period.kind} if it measures the same"
        yield Wrong(what, remedy)
        return
