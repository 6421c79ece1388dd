"""The state of all targets in few words: a badge, and the summary of a continuous-integration run.

Neither may hide what is not known: the badge counts the targets without current data beside those
that are well, and is green only if every one is known to be well.
"""

from __future__ import annotations

from collections import Counter

from kpi.assess.board import Board
from kpi.render.exchange.known_rows import Export
from kpi.render.json_text import dump
from kpi.render.look import Look
from kpi.render.markdown import escaped, grid
from kpi.render.status_columns import STATUS
from kpi.render.wording import words
from kpi.render.wording.overview import blind_spots, clocks, lights
from kpi.render.wording.phrases import phrase
from kpi.render.wording.titles import heading

#: GitHub takes so many bytes of a step's summary; some room is left for what else the step says.
LARGEST = 1_000_000
#: What must be seen first.
ORDER = ("bad", "unknown", "mixed", "good", "closed")
COLUMNS = ("verdict", "id", "title", "latest", "period", "expected", "due", "flags")
#: What begins every summary, so that one of ours is known again.
MARK = "<!-- kpi export: summary -->"


def badge(export: Export) -> str:
    """The endpoint's answer, as shields.io and others read it."""
    return dump(
        {
            "schemaVersion": 1,
            "label": phrase("badge_label", export.lang),
            "message": message(export.board, export.lang),
            "color": color(export.board),
        }
    )


def _counts(board: Board) -> Counter[str]:
    """How many targets there are of each light, and "blind" without current data.

    Good, bad and closed are counted as the table counts them, so a stale one that is on track is
    counted twice. An overdue milestone has no figure either, and is off track all the same; mixed
    and unknown are those that are not blind.
    """
    counts: Counter[str] = Counter()
    for status in board.statuses:
        blind = bool(status.lacks) and status.light != "bad"
        counts["blind"] += blind
        counts[status.light] += not (blind and status.light in ("mixed", "unknown"))
    return counts


def message(board: Board, lang: str = "en") -> str:
    """How many are well, and of the others how many stand how: nobody is left out."""
    counts, total = _counts(board), len(board.statuses)
    if not total:
        return phrase("badge_none", lang)
    parts = [phrase("badge_good", lang, good=counts["good"], of=total)]
    for kind in ("bad", "mixed", "blind", "unknown", "closed"):
        parts += [phrase(f"badge_{kind}", lang, n=counts[kind])] if counts[kind] else []
    return ", ".join(parts)


def color(board: Board) -> str:
    """Red or orange if any is off track, grey if most are unknown, green if all are well.

    Closed targets count for nothing here, and if there are no others it is grey.
    """
    counts = _counts(board)
    still_open = len(board.statuses) - counts["closed"]
    if counts["bad"]:
        return "red" if counts["bad"] >= counts["good"] else "orange"
    if not still_open or 2 * counts["blind"] >= still_open:
        return "lightgrey"
    return "yellow" if counts["blind"] or counts["mixed"] or counts["unknown"] else "green"


# --- the summary of a step --------------------------------------------------------------------


def summary(export: Export) -> str:
    """Markdown under 1 MiB: blind spots first, then every target, the worst first.

    What finds no room is counted, never silently left out.
    """
    board, lang, look = export.board, export.lang, Look(ascii=export.ascii, lang=export.lang)
    head = [
        MARK, f"## {_shown(heading(board, look.lang), look)}", "",
        f"**{_shown(blind_spots(board, lang), look)}**", "",
        _shown(lights(Counter(status.light for status in board.statuses), look), look), "",
        _shown(clocks(board, lang), look), "",
    ]  # fmt: skip
    ordered = sorted(board.statuses, key=lambda status: ORDER.index(status.light))
    columns = {column.key: column for column in STATUS if column.key in COLUMNS}
    shown = [columns[key] for key in COLUMNS]
    heads = [words.title(key, lang) for key in COLUMNS]
    rows = [[words.plain(column.cell(status, look), look) for column in shown]
            for status in ordered]  # fmt: skip
    lines = grid(heads, rows)
    kept = _fitting(lines, LARGEST - sum(len(line.encode()) + 1 for line in head) - 100)
    if len(kept) < len(lines):
        n = len(lines) - max(len(kept), 2)
        kept = [*kept, "", _shown(phrase("summary_more", lang, n=n), look)]
    return "\n".join([*head, *(kept if ordered else [])]).rstrip("\n") + "\n"


def _shown(text: str, look: Look) -> str:
    """`text` in Markdown; signs go into ASCII first, for one of them becomes a bar."""
    return escaped(words.plain(text, look))


def _fitting(lines: list[str], room: int) -> list[str]:
    """As many lines as fit into so many bytes."""
    for n, line in enumerate(lines):
        room -= len(line.encode()) + 1
        if room < 0:
            return lines[:n]
    return lines
