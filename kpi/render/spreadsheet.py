"""Tables for spreadsheets and programs: CSV in full precision, with columns that never change.

Columns are added at the end, never removed or renamed. No cell is run as a formula: spreadsheets
do that with what begins with `= + - @`, a tab or a line end. Such a text gets an apostrophe in
front, and so does one that already begins with apostrophes before such a sign, so that `undefused`
of `facts/intake/texts/cells.py` gives every text back exactly. Figures are no texts and stay bare,
and so does a sign alone, which runs nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from decimal import Decimal

from kpi.assess.board import Board
from kpi.assess.status import Status
from kpi.render import machine
from kpi.render.look import Look
from kpi.render.wording import reasons, words

#: What a spreadsheet runs, also in the wide forms that East Asian input methods write.
_RUN = re.compile("'*[=+\\-@\t\r\n＝＋－＠]")


def _is_run(text: str) -> bool:
    """Whether a text would be run, or looks like one of which that has been prevented."""
    return len(text) > 1 and _RUN.match(text) is not None


def defused(text: str) -> str:
    """`text` so that no spreadsheet runs it as a formula.

    >>> defused("=1+1"), defused("'=1+1"), defused("it's"), defused("=")
    ("'=1+1", "''=1+1", "it's", '=')
    """
    return f"'{text}" if _is_run(text) else text


def written(cell: object) -> str:
    """A cell as a CSV holds it that people open: its texts on one line, with nothing hidden."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, Decimal):
        return f"{cell:f}"
    if not isinstance(cell, str):
        return str(cell)
    text = words.safe(cell)
    return f"'{text}" if _is_run(cell) else text


def rows(names: list[str], lines: list[list[object]]) -> str:
    """A CSV document that people open, each cell as `written`."""
    return document(names, (map(written, line) for line in lines)).decode()


def document(names: Iterable[str], lines: Iterable[Iterable[str]], bom: bool = False) -> bytes:
    """A CSV document as RFC 4180 has it, in UTF-8, with a line of names.

    Made as bytes row by row: the text of a million rows would take four times as much on the way.
    """
    import csv
    import io

    buffer = io.BytesIO(b"\xef\xbb\xbf" if bom else b"")
    buffer.seek(0, io.SEEK_END)
    out = io.TextIOWrapper(buffer, encoding="utf-8", newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(names)
    writer.writerows(lines)
    out.flush()
    return buffer.getvalue()


def _edge(values: tuple[tuple[str, float], ...], pick: Callable[[list[float]], float]) -> object:
    """The least or the greatest, as `pick` says, of the numbers by the shape of their path."""
    return machine.finite(pick([value for _, value in values])) if values else None


#: The columns of the status csv, in order; new ones are added at the end.
#: What is a sentence follows the language; words that a program may ask for are in English.
STATUS_CSV: tuple[tuple[str, Callable[[Status], object]], ...] = (
    ("target", lambda s: s.target.id),
    ("title", lambda s: s.target.title),
    ("title_ko", lambda s: s.target.title_ko),
    ("owner", lambda s: s.target.owner),
    ("tags", lambda s: " ".join(s.target.tags)),
    ("kind", lambda s: s.target.kind),
    ("unit", lambda s: s.target.unit),
    ("direction", lambda s: s.target.direction),
    ("verdict", lambda s: s.verdict),
    ("light", lambda s: s.light),
    ("reason", reasons.why),
    ("flags", lambda s: "; ".join(machine.flag(f) for f in s.flags)),
    ("baseline_period", lambda s: str(s.base.period) if s.base else None),
    ("baseline", lambda s: machine.finite(s.base.value) if s.base else None),
    ("goal", lambda s: machine.finite(s.goal.value)),
    ("comparator", lambda s: s.goal.comparator),
    ("by", lambda s: machine.ends(s.goal.by)),
    ("announced", lambda s: machine.day(s.goal.announced)),
    ("latest_period", lambda s: str(s.latest.period) if s.latest else None),
    ("latest_date", lambda s: machine.ends(s.latest.period) if s.latest else None),
    ("latest", lambda s: machine.finite(s.latest.value) if s.latest else None),
    ("published", lambda s: machine.day(s.latest.published) if s.latest else None),
    ("series", lambda s: s.latest.series if s.latest else None),
    ("source", lambda s: s.latest.source if s.latest else None),
    ("url", lambda s: s.latest.url if s.latest else None),
    ("expected_low", lambda s: _edge(s.expected, min)),
    ("expected_high", lambda s: _edge(s.expected, max)),
    ("gap_low", lambda s: _edge(s.gap_to_path, min)),
    ("gap_high", lambda s: _edge(s.gap_to_path, max)),
    ("gap_to_goal", lambda s: machine.finite(s.gap_to_goal)),
    ("share_of_way", lambda s: machine.finite(s.share_of_way)),
    ("share_of_time", lambda s: machine.finite(s.share_of_time)),
    ("pace_so_far_per_year", lambda s: machine.finite(s.pace.so_far)),
    ("pace_needed_per_year", lambda s: machine.finite(s.pace.needed)),
    ("acceleration", lambda s: machine.finite(s.pace.acceleration)),
    ("slack_months", lambda s: machine.finite(s.slack_months)),
    ("answerable_on", lambda s: machine.day(s.outlook.answerable_on)),
    ("projection", lambda s: machine.finite(s.projection.value) if s.projection else None),
    ("projection_low", lambda s: machine.finite(s.projection.low) if s.projection else None),
    ("projection_high", lambda s: machine.finite(s.projection.high) if s.projection else None),
    ("projection_level", lambda s: machine.finite(s.projection.level) if s.projection else None),
    ("probability", lambda s: machine.finite(s.projection.probability) if s.projection else None),
    ("latest_bound", lambda s: s.latest.bound if s.latest else None),
    ("latest_status", lambda s: s.latest.status if s.latest else None),
    ("year_so_far", lambda s: machine.finite(s.year_so_far.exact) if s.year_so_far else None),
)


def status_csv(board: Board, look: Look, version: str = "") -> str:
    """One row a target, with stable column names; the last ones are the clocks."""
    clocks = machine.clocks(board)
    return rows(
        [*(name for name, _ in STATUS_CSV), *clocks],
        [
            [*(_cell(name, cell, status, look) for name, cell in STATUS_CSV), *clocks.values()]
            for status in board.statuses
        ],
    )


def _cell(name: str, cell: Callable[[Status], object], status: Status, look: Look) -> object:
    return reasons.why(status, look.lang) if name == "reason" else cell(status)


def methods_csv(board: Board, look: Look, version: str = "") -> str:
    """One row for each rule of each target, and the clocks again."""
    names = ["target", "method", "applies", "value", "class", "light", "margin", "reason"]
    figures = ["base", "base_date", "current", "current_date", "goal", "goal_date"]
    clocks = machine.clocks(board)
    lines: list[list[object]] = []
    for status in board.statuses:
        for reading in status.readings:
            row = machine.method(reading, status.target.unit, look)
            cells = [row[name] for name in names[1:]] + [
                row["inputs"].get(name) for name in figures
            ]
            lines.append([status.target.id, *cells, *clocks.values()])
    return rows([*names, *figures, *clocks], lines)
