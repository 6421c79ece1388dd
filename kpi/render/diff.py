"""What changed between two sides, as a table for people, as JSON and as Markdown.

    DIFF[name](changes, look, version)

Its words and rows are those of `diff_words`, in the same order everywhere.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kpi.assess.changes import Change, Changes, Move
from kpi.assess.lights import LIGHTS
from kpi.render import diff_figures, machine
from kpi.render.diff_words import (
    Section,
    cause,
    detail,
    part_words,
    sections,
    sides,
    tally,
    verdict,
    verdict_rows,
)
from kpi.render.grid import clip, flow, room_of_first, table
from kpi.render.json_text import Json, dump
from kpi.render.look import Look
from kpi.render.markdown import escaped, grid
from kpi.render.wording import words
from kpi.render.wording.titles import heading

# --- table ------------------------------------------------------------------------------------

#: A name in the table of changed verdicts has at least this room.
NAME = 8


def diff_table(changes: Changes, look: Look, version: str = "") -> str:
    """What changed, for a person: the verdicts first, each with its cause beneath it."""
    blocks = []
    if not look.quiet:
        head = (sides(changes, look.lang), tally(changes, look.lang))
        blocks.append([line for text in head for line in flow(words.plain(text, look), look)])
    if changes.changes:
        blocks.append(_verdicts(changes, look))
    for section in sections(changes, look.lang):
        if not look.quiet:
            blocks.append([section.title, *_rows(section, look)])
    return "\n\n".join("\n".join(block) for block in blocks) + "\n" if blocks else ""


def _verdicts(changes: Changes, look: Look) -> list[str]:
    """The table of changed verdicts, with what happened under each."""
    lang = look.lang
    heads = [words.title(key, lang) for key in ("id", "before", "after", "cause")]
    rows = [
        [words.safe(change.target.id), verdict(change.before, look), verdict(change.after, look),
         cause(change.cause, lang)]
        for change in changes.changes
    ]  # fmt: skip
    room = None
    if look.width is not None:
        room = room_of_first([heads, *rows], look.width)
        rows = [[clip(row[0], max(room, NAME), look), *row[1:]] for row in rows]
    if room is None or room >= NAME:
        shown, *groups = _grouped(table(heads, rows, ["left"] * len(heads), look))
    else:
        shown, groups = [], [_listed(row, look) for row in rows]
    for group, change in zip(groups, changes.changes, strict=True):
        text = words.plain(words.safe(detail(change, lang)), look)
        shown += [*group, *flow(text, look, "    ")]
    return shown


def _grouped(lines: list[str]) -> list[list[str]]:
    """The lines of a table: those of its head together, every other by itself."""
    return [lines[:2], *([line.rstrip()] for line in lines[2:])]


def _listed(row: list[str], look: Look) -> list[str]:
    """A changed verdict on a screen that is too narrow for a table: one below the other."""
    name, before, after, why = row
    arrow = words.plain("→", look)
    return [name, f"  {before}", f"  {arrow} {after}", *flow(why, look, "  ")]


def _rows(section: Section, look: Look) -> list[str]:
    lines = []
    for name, text in section.rows:
        row = f"{words.safe(name)}  {words.plain(words.safe(text), look)}".strip()
        lines += flow(row, look, "  ", "    ") if look.width is not None else [f"  {row}"]
    return lines


# --- markdown ---------------------------------------------------------------------------------


def diff_markdown(changes: Changes, look: Look, version: str = "") -> str:
    """What changed, as Markdown: a table of verdicts, and a list for each other part."""
    lang = look.lang
    lines = [] if look.quiet else [f"# {escaped(heading(changes.after, lang))}", "",
                                   escaped(sides(changes, lang)), ""]  # fmt: skip
    plain = Look(ascii=look.ascii, lang=lang)
    lines += in_markdown(changes, sections(changes, lang), plain, "## {}")
    return words.plain("\n".join(lines).rstrip("\n") + "\n", look)


def in_markdown(
    changes: Changes, parts: Sequence[Section], look: Look, heading: str, causes: bool = True
) -> list[str]:
    """What differs: verdicts in a table, and each other part as a list under its `heading`.

    The verdicts are counted only where their causes are known.
    """
    lines = [f"**{escaped(tally(changes, look.lang))}**", ""] if causes else []
    if changes.changes:
        lines += [*grid(*verdict_rows(changes, look, causes)), ""]
    for part in parts:
        lines += [heading.format(escaped(part.title)), ""]
        lines += [f"- {': '.join(escaped(cell) for cell in row if cell)}" for row in part.rows]
        lines.append("")
    return lines


# --- kpi.diff/1 -------------------------------------------------------------------------------


def diff_json(changes: Changes, look: Look, version: str = "") -> str:
    """`kpi.diff/1`: everything that changed, in full precision."""
    return dump({"schema": "kpi.diff/1", "version": version, **content(changes, look.lang)})


def content(changes: Changes, lang: str = "en") -> Json:
    """The content of `kpi.diff/1`, without its name and the version."""
    return {
        "before": machine.clocks(changes.before),
        "after": machine.clocks(changes.after),
        "changes": [_change(change, lang) for change in changes.changes],
        "observations": {
            "new": list(changes.observations),
            "revised": [diff_figures.revision_json(revision) for revision in changes.revisions],
            "facts": [diff_figures.news_json(news) for news in changes.news],
            "withdrawn": [diff_figures.withdrawn_json(gone) for gone in changes.withdrawn],
        },
        "goals": [_move(move) for move in changes.goals],
        "goals_followed": [_move(goal) for goal in changes.followed],
        "targets": {"new": list(changes.new), "gone": list(changes.gone)},
        "counts": changes.counts,
        "edits": [{"id": edit.target.id, "keys": list(edit.keys)} for edit in changes.edits],
        "flags": [
            {"id": change.target.id, "gained": [machine.flag(flag) for flag in change.gained],
             "lost": [machine.flag(flag) for flag in change.lost]}
            for change in changes.flags
        ],
    }  # fmt: skip


def _move(move: Move) -> Json:
    return {
        "id": move.target.id, "before": machine.goal(move.before),
        "after": machine.goal(move.after), "unit": move.target.unit, "unit_before": move.old.unit,
    }  # fmt: skip


def _change(change: Change, lang: str) -> Json:
    return {
        "id": change.target.id,
        "verdict": {"before": change.before, "after": change.after},
        "cause": change.cause,
        "detail": detail(change, lang),
        "light": {"before": LIGHTS.get(change.before), "after": LIGHTS.get(change.after)},
        "parts": [
            {"cause": part.cause, "detail": part_words(part, change, lang)} for part in change.parts
        ],
        "together": change.together,
        "title": change.target.title,
    }


DIFF: dict[str, Callable[[Changes, Look, str], str]] = {
    "table": diff_table,
    "json": diff_json,
    "markdown": diff_markdown,
}
