"""The fast reader of the exact form in which we write observations ourselves.

`to_toml` and `kpi import` write keys in one order, one to a line. A regular expression reads that
form some twenty times as fast as tomllib and the checks behind it. It accepts nothing that those
would refuse or read in another way (`tests/facts/test_canonical.py` holds the two against each
other). Whatever is written differently, or is wrong in any way, is none of its business: it answers
None, and the file is read the long way, which also knows the words for every fault.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from kpi.facts.periods import Period
from kpi.facts.records import AHEAD, MAIN, OBSERVATIONS_FOLDER, Observation, Target

_MOST_DOTS = 300  # in a row: `toml.parse` refuses a line with more

_DAY = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
_PART_OF_YEAR = r"[1-9][0-9]{3}-(?:S[12]|Q[1-4]|W[0-9]{2}|0[1-9]|1[0-2])"
_PERIOD = rf"(?:[1-9][0-9]{{3}}(?:-[0-9]{{2}}-[0-9]{{2}})?|{_PART_OF_YEAR})"
_ID = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_UNSIGNED = r"(?:0|[1-9][0-9]{0,17})(?:\.[0-9]{1,12})?"
_NUMBER = r"(?:-(?!0(?:\.0+)?\n))?" + _UNSIGNED  # no minus zero
_TEXT = r'(?! *")([^"\\\x00-\x1f\x7f]{0,9999}(?:\\["\\][^"\\\x00-\x1f\x7f]{0,999}){0,9})'

_named = re.compile(
    rf"{OBSERVATIONS_FOLDER}/(?:({_ID})/(?:(?!{MAIN}/)({_ID})/)?)?"
    rf"(?:({_PERIOD})_({_DAY})(?:_r([2-9]|[1-9][0-9]))?|batch_({_DAY})_[a-z0-9-]+)\.toml"
).fullmatch

_FIELDS = (
    rf'(?:period = (?:([1-9][0-9]{{3}}(?:-[0-9]{{2}}-[0-9]{{2}})?)|"({_PART_OF_YEAR})")\n)?'
    rf"value = (true|false|{_NUMBER})\n"
    rf"(?:published = ({_DAY})\n)?"
    r'(?:status = "(final|provisional|estimated|derived|enacted|planned)"\n)?'
    r'(?:bound = "(=|>=|<=)"\n)?'
    rf"(?:standard_error = ({_UNSIGNED})\n)?"
    rf"(?:numerator = ({_NUMBER})\n)?"
    rf"(?:denominator = ({_UNSIGNED})\n)?"
    rf'(?:grade = "{_TEXT}"\n)?'
    rf'(?:source = "{_TEXT}"\n)?'
    r'(?:url = "(https?://[!#-;=?-\[\]-~]{1,9999})"\n)?'
    rf'(?:quote = "{_TEXT}"\n)?'
    rf'(?:note = "{_TEXT}"\n)?'
    rf"(?:recorded = ({_DAY})\n)?"
)
_fact = re.compile(_FIELDS.encode("ascii")).fullmatch
_next_row = re.compile(
    rf'\[\[observation\]\]\n(?:target = "({_ID})"\n)?(?:series = "({_ID})"\n)?'
    rf"{_FIELDS}(?:\n(?=\[)|\Z)".encode("ascii")
).match
_unescaped = re.compile(r'\\(["\\])').sub


class Row(NamedTuple):
    """One observation with all that judging reads of it; its texts are still as in the file."""

    target: str
    series: str
    period: Period
    value: Decimal | bool
    published: dt.date
    revision: int
    status: str
    bound: str
    standard_error: Decimal | None
    numerator: Decimal | None
    denominator: Decimal | None
    recorded: dt.date | None
    texts: tuple[bytes | None, ...]  # grade, source, url, quote, note

    @property
    def vintage(self) -> tuple[dt.date, int]:
        """Which of several records of the same period counts, as of an Observation."""
        return (self.published, self.revision)


def read(name: str, data: bytes) -> list[Row] | None:
    """The rows of the observation file `name`; None if it is not in our form in every way.

    Whether their targets and series exist, and take such values, is asked of `suits`.
    """
    found = _named(name)
    if found is None:
        return None
    target, series, period, published, revision, batch = found.groups()
    plain = data.isascii()
    if not (plain or _well_said(data)):
        return None
    rows: list[Row] = []
    if period is None:
        for groups in _rows(data):
            row = _row(groups, target, series, None, batch, 1) if groups is not None else None
            if row is None or not (plain or _spoken(row)):
                return None
            rows.append(row)
        return rows or None
    fact = _fact(data)
    if target is None or fact is None or data.count(b".") > _MOST_DOTS:
        return None
    row = _row((None, None, *fact.groups()), target, series, period, published, int(revision or 1))
    return [row] if row is not None and (plain or _spoken(row)) else None


def _rows(data: bytes) -> Iterator[tuple[bytes | None, ...] | None]:
    """The groups of each row of a batch; ends with None where there is anything else."""
    at, end = 0, len(data)
    while at < end:
        found = _next_row(data, at)
        if found is None or data.count(b".", at, found.end()) > _MOST_DOTS:
            yield None
            return
        at = found.end()
        yield found.groups()


def _row(
    groups: tuple[bytes | None, ...],
    target: str | None, series: str | None, period: str | None, published: str, revision: int,
) -> Row | None:  # fmt: skip
    """The row of the groups of a match; None where it says other than the name, or nothing.

    `target`, `series`, `period` and `published` are what the name of the file says.
    """
    (own_target, own_series, whole, part, value, day, status, bound, error, numerator,
     denominator, grade, source, url, quote, note, recorded) = groups  # fmt: skip
    spelled = whole or part
    for own, named in (
        (own_target, target), (own_series, series), (spelled, period), (day, published)
    ):  # fmt: skip
        if own is not None and named is not None and own.decode("ascii") != named:
            return None
    target = target or (own_target.decode("ascii") if own_target is not None else None)
    period = period or (spelled.decode("ascii") if spelled is not None else None)
    if target is None or period is None or value is None:
        return None
    if series is None and own_series is not None:
        series = own_series.decode("ascii")
    when, said = period_of(period), day_of(published)
    noted = day_of(recorded.decode("ascii")) if recorded is not None else None
    if when is None or said is None or (recorded is not None and noted is None):
        return None
    return Row(
        target,
        series or MAIN,
        when,
        _VALUES[value] if value in _VALUES else Decimal(value.decode("ascii")),
        said,
        revision,
        status.decode("ascii") if status is not None else "final",
        bound.decode("ascii") if bound is not None else "=",
        Decimal(error.decode("ascii")) if error is not None else None,
        Decimal(numerator.decode("ascii")) if numerator is not None else None,
        Decimal(denominator.decode("ascii")) if denominator is not None else None,
        noted,
        (grade, source, url, quote, note),
    )


_VALUES = {b"true": True, b"false": False}


def suits(row: Row, target: Target) -> bool:
    """Whether a row may stand in a target: what `observations` checks, without its words."""
    if row.series != MAIN and all(row.series != series.id for series in target.series):
        return False
    if isinstance(row.value, bool):
        if target.kind != "milestone":
            return False
    elif target.kind == "milestone" or (
        target.ceiling is not None
        and row.series == target.judged_series
        and row.value > target.ceiling
    ):
        return False
    if row.period.end > row.published and row.status not in AHEAD:
        return False
    if row.recorded is not None and row.recorded < row.published:
        return False
    halved = row.numerator is not None or row.denominator is not None
    if halved and (row.numerator is None or not row.denominator):
        return False
    return row.revision == 1 or row.texts[-1] is not None


def observation(row: Row, name: str) -> Observation:
    """The record of a row of the file `name`."""
    grade, source, url, quote, note = map(_text, row.texts)
    return Observation(
        row.target, row.series, row.period, row.value, row.published, name, row.revision,
        row.status, row.bound, grade, source, url, quote, note, row.recorded,
        row.standard_error, row.numerator, row.denominator,
    )  # fmt: skip


# --- texts and days --------------------------------------------------------------------------


def _well_said(data: bytes) -> bool:
    """Whether a file is UTF-8 in normal form C, without anything that misleads an eye."""
    from unicodedata import is_normalized

    from kpi.facts.toml import FORBIDDEN

    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return FORBIDDEN.search(text) is None and is_normalized("NFC", text)


def _spoken(row: Row) -> bool:
    """Whether no text of a row consists of blanks alone, such as those beyond ASCII."""
    return all(text is None or _text(text).strip() for text in row.texts)


def _text(raw: bytes | None) -> str:
    """A text as it is meant; empty if there is none."""
    if raw is None:
        return ""
    said = raw.decode("utf-8")
    return _unescaped(r"\1", said) if "\\" in said else said


#: Periods and days come again and again, and each is read once. Forgotten before they fill memory.
_periods: dict[str, Period | None] = {}
_days: dict[str, dt.date | None] = {}
_MOST_KEPT = 50_000


def period_of(text: str) -> Period | None:
    """The period that a text spells; None if it is not in the calendar."""
    if text not in _periods:
        if len(_periods) > _MOST_KEPT:
            _periods.clear()
        try:
            _periods[text] = Period.parse(text)
        except ValueError:
            _periods[text] = None
    return _periods[text]


def day_of(text: str) -> dt.date | None:
    """The day that a text spells; None if it is not in the calendar."""
    if text not in _days:
        if len(_days) > _MOST_KEPT:
            _days.clear()
        try:
            _days[text] = dt.date.fromisoformat(text)
        except ValueError:
            _days[text] = None
    return _days[text]
