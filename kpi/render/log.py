"""The log of records: a table for people, JSON and CSV. `LOG[name](log, look, version)`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

from kpi.assess.recording_delay import Delay, Entry, Gone, Lateness, begun_on, lateness
from kpi.facts.records import unit_of
from kpi.render import machine, spreadsheet
from kpi.render.grid import clip, flow, room_of_first, table, width
from kpi.render.json_text import Json, dump
from kpi.render.look import Look
from kpi.render.wording import words
from kpi.render.wording.phrases import counted, phrase
from kpi.render.wording.signs import bounded
from kpi.render.wording.vocabulary import STATUSES_KO, word
from kpi.values import dataclass

#: Cells that the name of an owner needs beside all figures of its delays.
OWNER = 20


@dataclass(frozen=True, slots=True)
class Log:
    """The entries in the order of their records, what is not committed last; then what is gone."""

    on: dt.date
    as_of: dt.date
    at: str | None
    entries: tuple[Entry, ...]
    gone: tuple[Gone, ...] = ()


# --- table ------------------------------------------------------------------------------------

#: Columns: key, whether it lines up on the right, cell; in the order in which they give way.
_Cell = Callable[[Entry, Look], str]
_COLUMNS: tuple[tuple[str, bool, _Cell], ...] = (
    ("recorded", False, lambda e, look: e.day.isoformat() if e.day else _waiting(look)),
    ("delay", True, lambda e, look: words.number(e.delay_days) if e.delay_days is not None else ""),
    ("commit", False, lambda e, look: _commit(e)),
    ("author", False, lambda e, look: words.safe(e.author)),
    ("id", False, lambda e, look: words.safe(e.target.id)),
    ("series", False, lambda e, look: words.safe(e.fact.series)),
    ("period", False, lambda e, look: _period(e)),
    ("value", True, lambda e, look: _value(e, look)),
    ("published", False, lambda e, look: e.fact.published.isoformat()),
)
#: Where room is short: these are clipped to so many cells, then those are left out, in this order.
_LEAST = {"id": 16, "author": 10, "series": 8}
_GIVE_WAY = ("series", "published", "value", "author", "delay")


def _period(entry: Entry) -> str:
    """The period, and which correction of it this is: two records of one day are told apart."""
    fact = entry.fact
    return fact.period.text + (f" r{fact.revision}" if fact.revision > 1 else "")


def log_table(log: Log, look: Look, version: str = "") -> str:
    """Every fact with its record, and how late each owner's figures are."""
    if not log.entries:
        empty = [[phrase("log_empty", look.lang)], _gone(log, look)]
        return "\n\n".join("\n".join(lines) for lines in empty if lines) + "\n"
    cells = {
        key: [words.title(key, look.lang), *(words.plain(cell(e, look), look) for e in log.entries)]
        for key, _, cell in _COLUMNS
    }
    blocks = [_fitted(cells, look)]
    if not look.quiet:
        waiting = sum(entry.day is None or entry.waiting for entry in log.entries)
        recorded = counted("observation", len(log.entries), look.lang)
        head = phrase("log_count", look.lang, observations=recorded, waiting=waiting)
        blocks = [flow(head, look), *blocks, _owners(log, look)]
    blocks.append(_gone(log, look))
    return "\n\n".join("\n".join(line.rstrip() for line in b) for b in blocks if b) + "\n"


def _fitted(cells: dict[str, list[str]], look: Look) -> list[str]:
    """The table in the width of the look."""
    sizes = {key: max(map(width, stack)) for key, stack in cells.items()}

    def excess() -> int:
        return sum(sizes.values()) + 2 * (len(sizes) - 1) - (look.width or 0)

    if look.width is not None:
        if excess() > 0 and len(set(cells["id"][1:])) == 1:
            del sizes["id"]  # the reader has named it
        for key in ("author", "series", *({"id"} & sizes.keys())):
            if excess() > 0:
                sizes[key] -= min(excess(), max(sizes[key] - _LEAST[key], 0))
        for key in _GIVE_WAY:
            if excess() > 0:
                del sizes[key]
        if "id" in sizes:
            sizes["id"] -= min(max(excess(), 0), sizes["id"] - 1)
    stacks = [[clip(cell, size, look) for cell in cells[key]] for key, size in sizes.items()]
    heads, *rows = zip(*stacks, strict=True)
    aligns = ["right" if right else "left" for key, right, _ in _COLUMNS if key in sizes]
    return table(heads, rows, aligns, look)


def _waiting(look: Look) -> str:
    return phrase("not_committed", look.lang)


def _commit(entry: Entry) -> str:
    name = words.commit(entry.commit or "")
    return name + ("*" if entry.edited or (entry.commit and entry.waiting) else "")


def _value(entry: Entry, look: Look) -> str:
    unit = unit_of(entry.target, entry.fact.series)
    value = bounded(entry.fact, words.figure(entry.fact.value, unit, look.lang))
    status = entry.fact.status
    return value if status == "final" else f"{value} ({word(STATUSES_KO, status, look.lang)})"


def _owners(log: Log, look: Look) -> list[str]:
    """How late the facts of each owner were recorded, and a legend."""
    by_owner = lateness(log.entries)
    start = begun_on(log.entries)
    if not by_owner or start is None:
        return []
    keys = ["owner", "facts", "median", "worst", "facts_since", "median_since", "worst_since"]
    rows = [[words.title(key, look.lang) for key in keys]]
    for delays in by_owner:
        owner = words.safe(delays.owner) or phrase("none", look.lang)
        rows.append([owner, *_days(delays.all), *_days(delays.since)])
    short = look.width is not None and room_of_first(rows, look.width) < OWNER
    if short:
        rows = [row[:4] for row in rows]
    if look.width is not None:
        room = max(room_of_first(rows, look.width), 8)
        rows = [[clip(row[0], room, look), *row[1:]] for row in rows]
    lines = [*flow(phrase("late", look.lang), look)]
    aligns = ["left"] + ["right"] * (len(rows[0]) - 1)
    lines += table(rows[0], rows[1:], aligns, look)
    if not short:
        lines += flow(phrase("late_since", look.lang, since=start.isoformat()), look)
    if any(_commit(entry).endswith("*") for entry in log.entries):
        lines += flow(f"* {phrase('edited_since', look.lang)}", look)
    return lines


def _gone(log: Log, look: Look) -> list[str]:
    """The files that were deleted, each with its commit: nothing recorded should ever be."""
    if not log.gone:
        return []
    lines = flow(
        phrase(
            "log_deleted" if len(log.gone) > 1 else "log_deleted_one", look.lang, n=len(log.gone)
        ),
        look,
    )
    for gone in log.gone:
        day = gone.day.isoformat() if gone.day else _waiting(look)
        commit = words.commit(gone.commit or "")
        parts = [day, commit, words.safe(gone.author), words.safe(gone.file)]
        if gone.again:
            parts.append(f"({phrase('log_again', look.lang)})")
        lines += flow(words.plain("  ".join(part for part in parts if part), look), look)
    return lines


def _days(delay: Delay) -> Sequence[str]:
    if delay.median is None or delay.worst is None:
        return ("0", "", "")
    return (str(delay.facts), words.number(delay.median), words.number(delay.worst))


# --- for machines -----------------------------------------------------------------------------


def log_json(log: Log, look: Look, version: str = "") -> str:
    """`kpi.log/1`: every fact with its record, and the delays by owner."""
    start = begun_on(log.entries)
    return dump(
        {
            **machine.top("kpi.log/1", log, version),
            "facts": [_fact(entry) for entry in log.entries],
            "uncommitted": sum(entry.day is None for entry in log.entries),
            "begun_on": machine.day(start),
            "owners": [_owner(delays) for delays in lateness(log.entries)],
            "deleted": [
                {
                    "file": gone.file,
                    "deleted_on": machine.day(gone.day),
                    "commit": gone.commit,
                    "author": gone.author or None,
                    "recorded_again": gone.again,
                }
                for gone in log.gone
            ],
        }
    )


def _fact(entry: Entry) -> Json:
    fact = entry.fact
    return {
        "id": entry.target.id,
        "series": fact.series,
        "period": str(fact.period),
        "value": machine.finite(fact.value),
        "published": machine.day(fact.published),
        "recorded_on": machine.day(entry.day),
        "delay_days": entry.delay_days,
        "commit": entry.commit,
        "author": entry.author or None,
        "committed": entry.day is not None,
        "edited": entry.edited,
        "uncommitted_edit": entry.day is not None and entry.waiting,
        "revision": fact.revision,
        "status": fact.status,
        "note": fact.note,
        "owner": entry.target.owner,
        "file": fact.file,
    }


def _owner(delays: Lateness) -> Json:
    return {
        "owner": delays.owner, "facts": delays.all.facts, "median_days": delays.all.median,
        "worst_days": delays.all.worst,
        "since_begun": {
            "facts": delays.since.facts, "median_days": delays.since.median,
            "worst_days": delays.since.worst,
        },
    }  # fmt: skip


def log_csv(log: Log, look: Look, version: str = "") -> str:
    """One row a fact, with stable column names."""
    names = [
        "id", "series", "period", "value", "published", "recorded_on", "delay_days", "commit",
        "author", "committed", "edited", "revision", "status", "owner", "file",
        "uncommitted_edit",
    ]  # fmt: skip
    # Here with the digits that were recorded: 90 and 90.0 do not say the same.
    facts = [_fact(entry) | {"value": entry.fact.value} for entry in log.entries]
    return spreadsheet.rows(names, [[fact[name] for name in names] for fact in facts])


LOG: dict[str, Callable[[Log, Look, str], str]] = {
    "table": log_table,
    "json": log_json,
    "csv": log_csv,
}
