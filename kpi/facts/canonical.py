"""The fast reader of the exact form in which we write observations ourselves.

`to_toml` and `kpi import` write keys in one order, one to a line. One regular expression reads all
files of a folder, or all rows of a batch, in one call: some fifteen times as fast as the long way,
and thirty times as tomllib makes it (3 against 50 and 90 µs a fact). It accepts nothing that the
long way would refuse or read in another way (`tests/facts/test_canonical.py` holds the two against
each other). Whatever is written differently, or is wrong in any way, is none of its business: it
answers None, and the files are read the long way, which also knows the words for every fault.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from decimal import Decimal

from kpi.facts import canonical_form, filenames
from kpi.facts.canonical_form import AT_FILE_END, AT_ROW, AT_ROW_END, HEAD, Match, hides, matches
from kpi.facts.periods import Period
from kpi.facts.records import AHEAD, BOUNDS, MAIN, STATUSES, Observation, Target, units_of
from kpi.values import NamedTuple

_MOST_DOTS = 300  # in a fact: `toml.parse` refuses more in a line

# --- what is read -----------------------------------------------------------------------------


class Figure(NamedTuple):
    """All that judging reads of an observation; it has these attributes of `Observation`."""

    series: str
    period: Period
    value: Decimal | bool
    published: dt.date
    revision: int
    status: str
    bound: str
    standard_error: Decimal | None

    @property
    def vintage(self) -> tuple[dt.date, int]:
        """Which of several records of the same period counts, as of an Observation."""
        return (self.published, self.revision)


#: A fact as it is read: the id of its target, its figure, and what was matched.
Row = tuple[str, Figure, Match]


def read(
    folder: str, files: Sequence[tuple[str, bytes]], targets: Mapping[str, Target | None],
    thin: bool = False,
) -> list[Row] | None:  # fmt: skip
    """The facts of files of one folder; None unless each is in our form and its facts may stand.

    `folder` is relative to the project; the names of `files` are relative to the folder. `thin`
    rows are good for their figures only.
    """
    _, *named = folder.split("/")
    target = targets.get(named[0]) if named else None
    series = named[1] if len(named) > 1 else MAIN
    if len(named) > 2 or named[1:] == [MAIN] or (named and target is None):
        return None
    single = [one for one in files if not one[0].startswith("batch")]
    rows: list[Row] = []
    if single:
        if target is None or (found := _of_files(target, series, single, thin)) is None:
            return None
        rows += [(target.id, figure, match) for figure, match in zip(*found, strict=True)]
    for file, data in files if len(single) < len(files) else ():
        if file.startswith("batch"):
            part = _of_batch(
                targets, named[0] if named else None, named[1] if named[1:] else None, file, data,
                thin,
            )  # fmt: skip
            if part is None:
                return None
            rows += part
    return rows


def figures(
    folder: str, files: Sequence[tuple[str, bytes]], targets: Mapping[str, Target | None]
) -> list[Figure] | None:
    """The figures of what `read` gives, a fifth faster where each file holds one fact."""
    _, *named = folder.split("/")
    target = targets.get(named[0]) if named else None
    if target is not None and not any(name.startswith("batch") for name, _ in files):
        if len(named) > 2 or named[1:] == [MAIN]:
            return None
        found = _of_files(target, named[1] if named[1:] else MAIN, files, True)
        return found[0] if found is not None else None
    rows = read(folder, files, targets, True)
    return [figure for _, figure, _ in rows] if rows is not None else None


def _of_files(
    target: Target, series: str, found: Sequence[tuple[str, bytes]], thin: bool
) -> tuple[list[Figure], list[Match]] | None:
    """The facts of files of one series that hold one fact each, by name without folder and bytes.

    In the order of `found`. None unless every file is in our form and its fact may stand there.
    """
    if series not in units_of(target):
        return None
    names = "\n\0".join([name for name, _ in found]).encode("ascii", "replace") + b"\n"
    parts = [b"\0"] * (3 * len(found))
    parts[1::3], parts[2::3] = names.split(b"\0"), [content for _, content in found]
    data = b"".join(parts)
    if data.count(b"\0") != len(found) or not _well_said(data):
        return None
    long = [content for _, content in found if len(content) > _MOST_DOTS]
    if any(content.count(b".") > _MOST_DOTS for content in long):
        return None
    found_all = matches(canonical_form.file, thin, data)
    if len(found_all) != len(found):
        return None
    said = found_all if thin else [(*one[:AT_FILE_END], one[-1]) for one in found_all]
    facts = _that_may_stand(target, series, said)
    return (facts, found_all) if facts is not None else None


def _of_batch(
    targets: Mapping[str, Target | None],
    id_: str | None, series: str | None, name: str, content: bytes, thin: bool,
) -> list[Row] | None:  # fmt: skip
    """The facts of a batch, in its order; None unless all of it is in our form and may stand.

    `id_` and `series` are those of its folder, None where the rows must or may say them; `name` is
    the file's, without the folder.
    """
    day, data = filenames.of_batch(name), b"\n" + content
    if day is None or not _well_said(data):
        return None
    if max([row.count(b".") for row in data.split(b"\n[[")]) > _MOST_DOTS:
        return None
    found = matches(canonical_form.row, thin, data)
    # Each match begins with a heading and ends where the next one begins: if every heading begins
    # one, nothing was passed over. Headings may share a line's end, so they are counted without.
    if not found or len(found) != data.count(b"\n[[") or not data.startswith(HEAD):
        return None
    published = day.encode("ascii")
    last, target = b"", targets.get(id_) if id_ is not None else None
    last_line, last_target = b"", None
    runs: list[tuple[Target, str, list[Match]]] = []  # of rows of one series
    for match in found:
        own, line, _, _, _, said = match[:6]
        if own and own != last:
            last, id_of = own, own.decode("ascii")
            target = targets.get(id_of) if id_ in (None, id_of) else None
        if target is None or not (own or id_) or (said and said != published):
            return None
        if line != last_line or target is not last_target:
            last_line, last_target = line, target
            in_series = line.decode("ascii") if line else series or MAIN
            if (line and series not in (None, in_series)) or in_series not in units_of(target):
                return None
            runs.append((target, in_series, []))
        runs[-1][2].append(match)
    rows: list[Row] = []
    for target, in_series, some in runs:
        parts = [(m[2], m[3], published, b"", m[4], *m[AT_ROW:AT_ROW_END], m[-1]) for m in some]
        facts = _that_may_stand(target, in_series, parts)
        if facts is None:
            return None
        rows += [(target.id, *pair) for pair in zip(facts, some, strict=True)]
    return rows


def _that_may_stand(target: Target, series: str, said: Sequence[Match]) -> list[Figure] | None:
    """The figures of facts of a series; None if one of them must not stand there, for which
    `observations` knows the words.

    Of each it is `said`, as spelled: a period that stands without quotes or one that needs them,
    the day of publication, the number of the correction, value, status, bound, standard error and
    the day of recording. One loop, since it is gone through for each fact of all: what is known
    already costs no call.
    """
    milestone = target.kind == "milestone"
    limit = target.ceiling if series == target.judged_series else None
    found = []
    for whole, part, published, revision, spelled, status, bound, error, recorded in said:
        period = _periods.get(whole or part) or period_of(whole or part)
        day = _days.get(published) or day_of(published)
        value = _values.get(spelled)
        if value is None:
            value = _value(spelled)
        if period is None or day is None or milestone != (value is True or value is False):
            return None
        if limit is not None and value > limit:
            return None
        word = _STATUSES[status]
        if period.end > day and word not in AHEAD:
            return None
        if recorded and (recorded < published or (_days.get(recorded) or day_of(recorded)) is None):
            return None
        found.append(_new(Figure, (
            series, period, value, day, int(revision) if revision else 1, word, _BOUNDS[bound],
            Decimal(error.decode("ascii")) if error else None,
        )))  # fmt: skip
    return found


_new = tuple.__new__  # twice as fast as the constructor that a NamedTuple gets
_STATUSES = {one.encode("ascii"): one for one in STATUSES} | {b"": "final"}
_BOUNDS = {one.encode("ascii"): one for one in BOUNDS} | {b"": "="}


def observation(row: Row, name: str) -> Observation:
    """The record of a fact of the file `name`."""
    target, (series, period, value, published, revision, status, bound, error), match = row
    *numbers, grade, source, url, quote, note, recorded = match[-8:]
    numerator, denominator = (Decimal(one.decode("ascii")) if one else None for one in numbers)
    return Observation(
        target, series, period, value, published, name, revision, status, bound,
        _text(grade), _text(source), _text(url), _text(quote), _text(note),
        day_of(recorded) if recorded else None,
        error, numerator, denominator,
    )  # fmt: skip


def packed(row: Row) -> bytes:
    """The figure of a row of a batch, on one line."""
    _, figure, match = row
    day = figure.published.isoformat().encode("ascii")
    series = b"" if figure.series == MAIN else figure.series.encode("ascii")
    status, bound, error = match[AT_ROW:AT_ROW_END]
    status = b"" if status == b"final" else status  # most are, and a million of them are large
    return b"\t".join((series, match[2] or match[3], match[4], day, status, bound, error))


def unpacked(line: bytes) -> Figure:
    """The figure that was packed."""
    series, spelled, value, published, status, bound, error = line.split(b"\t")
    period, day = period_of(spelled), day_of(published)
    assert period is not None and day is not None, line  # noqa: S101, PT018 - they are of a figure
    return _new(Figure, (
        series.decode("ascii") or MAIN, period, _value(value), day, 1, _STATUSES[status],
        _BOUNDS[bound], Decimal(error.decode("ascii")) if error else None,
    ))  # fmt: skip


# --- parts ------------------------------------------------------------------------------------


def _well_said(data: bytes) -> bool:
    """Whether the writing is as `toml` demands, in what the form itself does not settle."""
    if data.isascii():
        return True
    from unicodedata import is_normalized

    # Single bytes are looked for at the speed of memory: most files have neither lead.
    if (b"\xc2" in data or b"\xe2" in data) and hides(data):
        return False
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return _of_syllables(data.translate(None, _ASCII).decode("utf-8")) or is_normalized("NFC", text)


def _of_syllables(signs: str) -> bool:
    """Whether signs are whole syllables of Korean, which are in form C whatever stands beside."""
    return min(signs) >= "가" and max(signs) <= "힣"


_ASCII = bytes(range(128))


def _text(raw: bytes) -> str:
    """A text as it is meant."""
    said = raw.decode("utf-8")
    if (
        "\\" in said
    ):  # the only escapes of the form are those of a backslash and of a quotation mark
        said = "\\".join([part.replace('\\"', '"') for part in said.split("\\\\")])
    return said


#: Values, periods and days come again and again, and each is read once. Forgotten before they fill
#: the memory.
_values: dict[bytes, Decimal | bool] = {b"true": True, b"false": False}
_periods: dict[bytes, Period | None] = {}
_days: dict[bytes, dt.date | None] = {}
_MOST_KEPT = 50_000


def _value(text: bytes) -> Decimal | bool:
    """The figure that a text spells, or what became of a milestone."""
    try:
        return _values[text]
    except KeyError:
        figure = Decimal(text.decode("ascii"))
        if len(_values) < _MOST_KEPT:
            _values[text] = figure
        return figure


def period_of(text: bytes) -> Period | None:
    """The period that a text spells; None if it is not in the calendar."""
    try:
        return _periods[text]
    except KeyError:
        pass
    if len(_periods) > _MOST_KEPT:
        _periods.clear()
    try:
        _periods[text] = Period.parse(text.decode("ascii"))
    except ValueError:
        _periods[text] = None
    return _periods[text]


def day_of(text: bytes) -> dt.date | None:
    """The day that a text spells; None if it is not in the calendar."""
    try:
        return _days[text]
    except KeyError:
        pass
    if len(_days) > _MOST_KEPT:
        _days.clear()
    try:
        _days[text] = dt.date.fromisoformat(text.decode("ascii"))
    except ValueError:
        _days[text] = None
    return _days[text]
