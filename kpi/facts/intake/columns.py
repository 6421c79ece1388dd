"""The columns beside period and value: those named as the keys of an observation, and SDMX's own.

A column is read as `status` or `note` if it bears that name in small letters, as our own export
writes it, or if a mapping says so. A note without a status beside it is read as any remark, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from kpi.facts.intake.doubts.labels import distinct
from kpi.facts.intake.doubts.noted_parts import heard
from kpi.facts.intake.layouts.sheet import TYPED
from kpi.facts.intake.multipliers import multiplier_of
from kpi.facts.intake.own_keys import NUMBERS, read_key
from kpi.facts.intake.plan import COLUMNS, Plan
from kpi.facts.intake.row_faults import RowFaults
from kpi.facts.intake.rows import Record, Table
from kpi.facts.intake.texts.cells import as_text, is_nothing
from kpi.facts.intake.texts.codes import ANSWERED, refuse, status_of
from kpi.facts.intake.texts.marks_beside import said_beside, tells_of_figures
from kpi.facts.intake.texts.remarks import said_in_remark, said_of_periods
from kpi.facts.intake.texts.sorts import said_by, sort_in, weakest
from kpi.facts.intake.texts.sorts_by_name import named_sort
from kpi.facts.keys.fields import Wrong, shown
from kpi.facts.periods import Period
from kpi.values import dataclass

#: Columns of status codes, in small letters, and whether they hold Eurostat's own.
_CODED = {
    "obs_status": False, "observation status": False, "obs_flag": True, "flag codes": False,
    "flag": False, "flags": True,
    "observation status (flag)": True, "observation status (flag) v2 structure": True,
}  # fmt: skip
#: Columns whose codes have a meaning of their own where another column tells whose file it is:
#: the UN's database of SDG indicators, tables of Statistics Canada, whose E is to be used with
#: caution, of the FAO, whose X is of another organisation and T unofficial, and of Stats NZ, whose
#: F is final. To Destatis "e" is (endgültig).
_OF_OFFICES: dict[tuple[str, str], dict[str, str]] = {
    ("Nature", "SeriesCode"): {"E": "estimated", "M": "estimated", "F": "estimated"},
    ("[Nature]", "SeriesCode"): {"E": "estimated", "M": "estimated", "F": "estimated"},
    ("STATUS", "SCALAR_FACTOR"): {"p": "provisional", "E": "U"},
    ("SYMBOL", "SCALAR_FACTOR"): {"p": "provisional"},
    ("STATUS", "Series_reference"): {"P": "provisional"},
    ("Flag", "Domain Code"): {"E": "estimated", "I": "estimated", "F": "estimated",
                              "T": "estimated", "P": "provisional", "B": "B", "N": "N"},
}  # fmt: skip
#: Those of Destatis, in a column that is called as that of the figures with "_q" behind, or with
#: "q" where that has the unit: BIP004__BIP__q beside BIP004__BIP__Mrd._EUR.
_OF_DESTATIS = {"p": "provisional", "v": "provisional", "s": "estimated"}
#: The name of a column of marks that tells whose marks they are: GDP_flag, Status of GDP, BIP_q.
_OWNED = re.compile(
    r"(?P<before>.+?)[\W_]+(?:(?:flags?|status)(?:[\W_]+codes?)?|notes?|q)"
    r"|(?:flags?|status)[\W_]+(?:of )?(?P<behind>.+?)\)?",
    re.IGNORECASE,
)
_WORDS = re.compile(r"[\W_]+")
#: Columns in which people write the status in words.
_WORDED = (
    "status", "flag description", "observation status", "obs_status.label", "obs_status_label",
    "observation status label", "상태", "비고(상태)",
)  # fmt: skip
#: Columns of remarks, in which the first word may say that a figure is not final.
_REMARKING = (
    "note", "notes", "remark", "remarks", "comment", "comments", "footnote", "footnotes", "비고",
    "주석", "comment_obs",
)  # fmt: skip
_HANGUL = re.compile("[가-힣]{2}")
#: Columns that say whose figure it is, and so may name a forecast.
_SOURCES = ("source", "sources", "data_source", "출처", "자료출처", "자료_출처", "quelle", "fuente")
#: Names of columns that nobody else gives, in small letters, and letters of trust in a source.
_OURS = {"target", "published", "quote", "recorded", "revision", "bound", "standard_error"}
_TRUST = re.compile("[A-Ea-e][+-]?")
_LONGEST_CODE, _LONGEST_REMARK = 3, 200  # letters; so many of a remark are kept
_MOST_SORTING = 30  # columns in which a sort is looked for
#: The IMF's: figures of later years than this one are its staff's estimates, of 0 all of them.
_LAST_ACTUAL = ("estimates_start_after", "latest_actual_annual_data")
_A_YEAR = re.compile("(?<![0-9])(?:[12][0-9]{3}|0)(?![0-9])")  # 2024 of "FY2024/25"


@dataclass(frozen=True, slots=True)
class Extras:
    """Which column is which key of an observation."""

    columns: Mapping[str, str]  # key -> name of the column
    coded: tuple[str, ...]  # columns of status codes
    multiplier: str | None  # a column of powers of ten
    special: Mapping[str, Mapping[str, str]]  # codes of an office
    worded: tuple[str, ...]  # columns that may say the status in words
    sorting: tuple[str, ...]  # other columns, of which a cell may be such a word
    owners: Mapping[str, str]  # of "GDP flag": GDP
    called: Mapping[str, str]  # of "GDP status": status
    noted: Mapping[Period, str]  # by what is named below or above the table
    last_actual: str  # a column of the last year that is no estimate
    given: str  # the status that a person says of what states none; "" if nobody does
    joined: bool  # whether a person answers for a break, for this file
    decimal: str  # the sign before decimals

    @property
    def names(self) -> frozenset[str]:
        """The columns that are keys, and so tell no two rows apart."""
        more = [self.multiplier] if self.multiplier else []
        return frozenset([*self.columns.values(), *self.coded, *self.special, *more])

    def target(self, record: Record) -> str:
        """The target that a row names, or the text that stands for it."""
        return as_text(record.cells.get(self.columns.get("target", ""), ""))

    def series(self, record: Record) -> str:
        """The series that a row names."""
        return as_text(record.cells.get(self.columns.get("series", ""), ""))

    def read(
        self, record: Record, period: Period | None, value: str, faults: RowFaults
    ) -> dict[str, object]:
        """The keys of an observation of a period that the row itself fills; its figure stands in
        the column `value`. What is wrong with a cell is added to `faults`."""
        values: dict[str, object] = {}
        for key, name in self.columns.items():
            cell = record.cells.get(name, "")
            text = as_text(cell)
            if key in ("target", "series", "unit") or text == "":
                continue
            if key in NUMBERS and is_nothing(text):
                continue
            if (value_of_key := faults.of(read_key, key, name, cell, self.decimal)) is not None:
                values[key] = value_of_key
        status = None
        if "status" not in values:
            status = weakest(self._sorts(record, period, value, faults))
        return values | ({"status": status} if status and status != "final" else {})

    def is_result(self, record: Record, period: Period, value: str) -> bool:
        """Whether a column says of a row that its figure is a result: "Actual" under "Kind"."""
        return "final" in self._sorts(record, period, value, RowFaults())

    def overruled(self, record: Record, period: Period, value: str) -> Iterator[str]:
        """What columns say of a figure against the status that a person gives it: "Note in the
        file: Methodology changed in 2023"."""
        for name in (*self.coded, *self.worded, *self.sorting) if self.given else ():
            text = "".join(filter(str.isprintable, as_text(record.cells.get(name, ""))))
            kept = name == self.columns.get("note") or self.owners.get(name, value) != value
            if text and not kept and self._is_overruled(name, text, record, period.end.year):
                yield f"{name} in the file: {text[:_LONGEST_REMARK]}"

    def _is_overruled(self, name: str, text: str, record: Record, year: int) -> bool:
        """Whether a text says of a figure what a person's status goes before."""
        try:
            if name in self.sorting:
                return self._sort(name, record, year) not in (None, "final", self.given)
            return len(text) > _LONGEST_CODE and said_by(text, self.joined) is None
        except Wrong:
            return True

    def _sorts(
        self, record: Record, period: Period | None, value: str, faults: RowFaults
    ) -> list[str | None]:
        """What columns of codes, of marks and of words say of the figure of a row."""
        year = period.end.year if period else 0
        sorts = [faults.of(self._coded, name, record) for name in self.coded]
        sorts += [faults.of(_special, codes, as_text(record.cells.get(name, "")), self.joined)
                 for name, codes in self.special.items()
                 if self.owners.get(name, value) == value]  # fmt: skip
        sorts += [faults.of(self._worded, name, record) for name in self.worded]
        if not self.given:  # a person's word goes before a label's
            sorts += [faults.of(self._sort, name, record, year) for name in self.sorting
                     if self.owners.get(name, value) == value]  # fmt: skip
            sorts += [
                status for named, status in self.noted.items() if period and named.meets(period)
            ]
        last_actual = _A_YEAR.search(as_text(record.cells.get(self.last_actual, "")))
        return [*sorts, *(["estimated"] if last_actual and year > int(last_actual[0]) else [])]

    def _coded(self, name: str, record: Record) -> str | None:
        """The status that codes mean, or the label that stands in their place. Raises Wrong."""
        text = as_text(record.cells.get(name, ""))
        if (len(text) > 3 and ":" not in text) or _HANGUL.match(text):
            return self._worded(name, record)
        return status_of(text, _CODED[_code(name)], self.joined)

    def _worded(self, name: str, record: Record) -> str | None:
        """The status that a column of statuses says in words. Raises Wrong for an unknown one."""
        text = as_text(record.cells.get(name, ""))
        if len(text) == 1:
            return status_of(text, False, self.joined)
        status = said_by(text, self.joined)
        if status is None and not is_nothing(text) and not self.given:
            what = f"{name}: {shown(text)} is no status that is known"
            raise Wrong(what, "write final, provisional, estimated or planned, or add --status")
        return status

    def _sort(self, name: str, record: Record, year: int) -> str | None:
        """What sort of figure a label says it is: a plan, a forecast, a result."""
        text = as_text(record.cells.get(name, ""))
        sort = sort_in(name, text)
        bare_name = self.called.get(name, name)
        if sort is None and bare_name.casefold().rstrip("_0123456789") in _REMARKING:
            sort = said_in_remark(text, year)
        if sort is None and bare_name.casefold().replace(" ", "_") in _SOURCES:
            sort = named_sort(text, title=True)
            return sort if sort == "estimated" else None
        return said_beside(bare_name, text) if sort is None else sort


def extras(table: Table, plan: Plan) -> Extras:
    """Which column is which key. Raises Wrong for a named column that is not there."""
    core = (*table.period, table.value)
    columns = _by_key(table, plan, core)
    multiplier = multiplier_of(table, core)
    special = {name: codes for (name, other), codes in _OF_OFFICES.items()
               if {name, other} <= set(table.columns) and name not in columns.values()}  # fmt: skip
    owners = {name: whose for name in table.columns if name.endswith("_q")
              if (whose := _owner(name, table.columns))}  # fmt: skip
    special |= dict.fromkeys(owners, _OF_DESTATIS)
    coded = tuple(name for name in table.columns
                  if _code(name) in _CODED and name not in (*core, *special))  # fmt: skip
    taken = {*core, *columns.values(), *coded, *special}
    worded = tuple(
        name for name in table.columns if name.casefold() in _WORDED and name not in taken
    )
    apart = {*taken, *worded, multiplier, table.unit}
    if "status" not in columns:  # what is kept as a note may be what says "provisional"
        apart -= {columns.get("note"), columns.get("source")}
    sorting = [name for name in table.labels if name and name not in apart][:_MOST_SORTING]
    more, called = _owned([name for name in table.columns if name not in owners], table.columns)
    owners |= more
    last = (name for name in table.columns if _code(name).replace(" ", "_") in _LAST_ACTUAL)
    return Extras(columns, coded, multiplier, special, worded, tuple(sorting), owners, called,
                  heard(table, plan) | said_of_periods(table.titles), next(last, ""),
                  plan.status,
                  plan.joined, plan.decimal)  # fmt: skip


def _by_key(table: Table, plan: Plan, core: tuple[str, ...]) -> dict[str, str]:
    """The columns by their keys, without period and value. Raises Wrong for an unknown column."""
    columns = {key: key for key in COLUMNS if key in table.columns and key not in core}
    if "grade" in columns and not _are_of_sources(table):
        del columns["grade"]
    for key, names in plan.columns.items():
        if key in ("period", "value") and table.kind not in ("kosis", "ecos"):
            continue  # it has been looked for
        if names[0] not in table.columns:
            listed = ", ".join(shown(name, TYPED) for name in table.columns[:20])
            raise Wrong(f"there is no column {shown(names[0])}", f"choose from {listed}")
        columns[key] = names[0]
    return {key: name for key, name in columns.items() if key not in ("period", "value")}


def _are_of_sources(table: Table) -> bool:
    """Whether the grades of a table are how far its sources are trusted, and not of schools: other
    columns are ours, too, or all of them are letters such as A."""
    marks = distinct(table.records(), "grade")
    return not _OURS.isdisjoint(table.columns) or all(map(_TRUST.fullmatch, marks))


def _owned(marks: Iterable[str], names: Sequence[str]) -> tuple[dict[str, str], dict[str, str]]:
    """Of columns that name another, as "GDP flag" and "Status of GDP" do: which one each names, and
    what it is called without it, where its whole name is not known as one of marks."""
    owners, called = {}, {}
    spelled = {_WORDS.sub(" ", name.casefold()): name for name in reversed(names)}
    for name in marks:
        part = _OWNED.fullmatch(name[:200])
        if part is None:
            continue
        base = (part["before"] or part["behind"]).casefold()
        if owner := spelled.get(_WORDS.sub(" ", base)):
            begin, end = part.span("before" if part["before"] else "behind")
            owners[name] = owner
            if not tells_of_figures(name):
                called[name] = _WORDS.sub(" ", name[:begin] + name[end:]).strip()
    return owners, called


def _owner(marks: str, names: Iterable[str]) -> str:
    """The column of the figures to which one of Destatis' marks belongs; "" if there is none."""
    stem = marks.removesuffix("_q").removesuffix("_")
    figures = [name for name in names if marks.endswith("_q") and not name.endswith("_q")]
    if stem in figures:
        return stem
    with_unit = (name for name in figures if marks == f"{stem}__q" and name.startswith(f"{stem}__"))
    return next(with_unit, "")


def _code(name: str) -> str:
    """The name of a column without its label: obs_status of "OBS_STATUS: Observation status"."""
    return name.partition(":")[0].strip().casefold()


def _special(codes: Mapping[str, str], text: str, joined: bool) -> str | None:
    """The status that an office means by a code; one of SDMX in its place may refuse it, but for
    what a person has answered for (`joined`)."""
    meaning = codes.get(text)
    if meaning in ANSWERED and joined:
        return None
    return refuse(text, meaning) if meaning and len(meaning) == 1 else meaning
