"""What changed between two sides, as a table for people, as JSON and as Markdown.

    DIFF[name](changes, look, version)

The same parts in the same order everywhere: changed verdicts with their causes, targets that came
and went, goals moved, values revised, new observations, records taken away, entries edited, flags.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal

from kpi.assess.board import Board
from kpi.assess.changes import Change, Changes, Edit, FlagChange, Move, Part
from kpi.assess.lights import LIGHTS
from kpi.facts.records import Goal, Target
from kpi.render import diff_figures, machine
from kpi.render.grid import clip, flow, room_of_first, table
from kpi.render.json_text import Json, dump
from kpi.render.look import Look
from kpi.render.markdown import escaped, grid
from kpi.render.wording import reasons, words
from kpi.render.wording.goals import aim, timed
from kpi.render.wording.history_sentences import CAUSES_KO
from kpi.render.wording.overview import how_often
from kpi.render.wording.phrases import phrase
from kpi.render.wording.titles import heading, titled, with_title
from kpi.render.wording.vocabulary import word
from kpi.values import dataclass

# --- words of one change ----------------------------------------------------------------------


def cause(name: str, lang: str = "en") -> str:
    """The word of a cause."""
    return word(CAUSES_KO, name, lang)


def part_words(part: Part, change: Change, lang: str = "en") -> str:
    """What a cause was in this case, as a sentence."""
    return reasons.say(part.why, change.target.unit, lang, change.status.goal.value)


def detail(change: Change, lang: str = "en") -> str:
    """What changed the verdict, as one or more sentences; of several causes each with its name."""
    if change.cause != "several":
        return " ".join(part_words(part, change, lang) for part in change.parts)
    parts = "; ".join(
        f"{cause(part.cause, lang)}: {part_words(part, change, lang).rstrip('.')}"
        for part in change.parts
    )
    return f"{parts} ({phrase('only_together' if change.together else 'each_alone', lang)})"


def tally(changes: Changes, lang: str = "en") -> str:
    """How many verdicts changed, by cause: "3 verdicts changed: 1 new data, 2 time passed"."""
    count = len(changes.changes)
    if not count:
        return phrase("no_verdict_changed" if changes else "nothing_changed", lang)
    first = phrase("verdict_changed" if count == 1 else "verdicts_changed", lang, n=count)
    several = phrase("several_causes", lang)  # "3 several" would be several what?
    names = {name: several if name == "several" else cause(name, lang) for name in changes.counts}
    causes = (how_often(names[name], n, lang) for name, n in changes.counts.items())
    return f"{first}: {', '.join(causes)}"


def sides(changes: Changes, lang: str = "en") -> str:
    """The clocks of both sides: "from 2026-09-27 to 2026-11-22"."""
    return phrase(
        "from_to", lang, before=_clocks(changes.before, lang), after=_clocks(changes.after, lang)
    )


def _clocks(board: Board, lang: str) -> str:
    parts = [board.on.isoformat()]
    if board.as_of != board.on:
        parts.append(phrase("clock_as_of", lang, as_of=board.as_of.isoformat()))
    if board.at:
        parts.append(phrase("clock_at", lang, at=words.safe(board.at)))
    return parts[0] + (f" ({', '.join(parts[1:])})" if parts[1:] else "")


def move_words(move: Move, lang: str) -> str:
    """A moved goal: "30 % by 2030 → 20 % by 2028"; in full if the comparator is another one."""
    said = aim if move.before.comparator != move.after.comparator else _short
    before, after = said(move.before, move.old, lang), said(move.after, move.target, lang)
    if before == after:  # "KRW 1000 bn → KRW 1 tn", of which both are written as the latter
        before = _short(move.before, move.old, lang, diff_figures.as_recorded)
        after = _short(move.after, move.target, lang, diff_figures.as_recorded)
    return f"{before} → {after}"


def _short(
    goal: Goal, target: Target, lang: str,
    written: Callable[[Decimal, str, str], str] = words.figure,
) -> str:  # fmt: skip
    """A goal without its comparator: "30 % by 2030"."""
    value = "" if isinstance(goal.value, bool) else written(goal.value, target.unit, lang)
    return timed(value, goal, target, lang)


def flag_words(change: FlagChange, lang: str) -> str:
    """Flags gained and lost: "now: stale; no longer: provisional"."""
    keyed = (("flag_gained", change.gained), ("flag_lost", change.lost))
    return "; ".join(
        phrase(key, lang, flags=", ".join(words.flag(flag, lang) for flag in flags))
        for key, flags in keyed
        if flags
    )


def verdict_rows(changes: Changes, look: Look, causes: bool) -> tuple[list[str], list[list[str]]]:
    """Heads and rows of the verdicts that differ; causes only where they are known."""
    keys = ("id", "title", "before", "after", "cause", "detail")[: 6 if causes else 4]
    rows = [
        [change.target.id, titled(change.target, look.lang), verdict(change.before, look),
         verdict(change.after, look), cause(change.cause, look.lang),
         detail(change, look.lang)][: len(keys)]
        for change in changes.changes
    ]  # fmt: skip
    return [words.title(key, look.lang) for key in keys], rows


def verdict(name: str, look: Look) -> str:
    """A verdict with its sign, in the colour of its light."""
    light = LIGHTS.get(name, "unknown")  # an older kpi may have had other words
    return words.colored(words.signed_verdict(name, light, look), light, look)


# --- the parts below the verdicts -------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, and rows of a name and a text; either may be empty."""

    title: str
    rows: tuple[tuple[str, str], ...]


def sections(changes: Changes, lang: str = "en") -> list[Section]:
    """All that changed beside the verdicts; parts that are empty are left out."""
    titles = {
        status.target.id: titled(status.target, lang)
        for board in (changes.before, changes.after)
        for status in board.statuses
    }
    parts = (
        ("targets_new", [(id_, titles.get(id_, "")) for id_ in changes.new]),
        ("targets_gone", [(id_, titles.get(id_, "")) for id_ in changes.gone]),
        ("goals_moved", [(_named(move, lang), move_words(move, lang)) for move in changes.goals]),
        ("revised", diff_figures.revision_rows(changes.revisions, lang)),
        ("new_facts", diff_figures.news_rows(changes.news, lang)),
        ("facts_gone", diff_figures.withdrawn_rows(changes.withdrawn, lang)),
        ("edits", [(_named(edit, lang), ", ".join(edit.keys)) for edit in changes.edits]),
        ("flags_changed", [(_named(c, lang), flag_words(c, lang)) for c in changes.flags]),
    )
    return [Section(phrase(key, lang), tuple(rows)) for key, rows in parts if rows]


def untold(parts: Iterable[Section], told: Iterable[Section], lang: str = "en") -> list[Section]:
    """`parts` without the rows that `told` has, too; of these one row a name says how many."""
    told_rows = {(part.title, row) for part in told for row in part.rows}
    rest = []
    for part in parts:
        repeated = Counter(row[0] for row in part.rows if (part.title, row) in told_rows)
        rows = [row for row in part.rows if (part.title, row) not in told_rows]
        rows += [(name, phrase("told_above", lang, n=n)) for name, n in repeated.items() if name]
        rest += [Section(part.title, tuple(rows))] if rows else []
    return rest


def _named(change: Move | Edit | FlagChange, lang: str) -> str:
    return with_title(change.target, lang)


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
    return dump({"schema": "kpi.diff/1", "version": version, **diff(changes, look.lang)})


def diff(changes: Changes, lang: str = "en") -> Json:
    """The content of `kpi.diff/1`, without its name and the version."""
    return {
        "before": _side(changes.before),
        "after": _side(changes.after),
        "changes": [_change(change, lang) for change in changes.changes],
        "observations": {
            "new": list(changes.observations),
            "revised": [diff_figures.revision_json(revision) for revision in changes.revisions],
            "facts": [diff_figures.news_json(news) for news in changes.news],
            "withdrawn": [diff_figures.withdrawn_json(gone) for gone in changes.withdrawn],
        },
        "goals": [
            {"id": move.target.id, "before": machine.goal(move.before),
             "after": machine.goal(move.after), "unit": move.target.unit,
             "unit_before": move.old.unit}
            for move in changes.goals
        ],
        "targets": {"new": list(changes.new), "gone": list(changes.gone)},
        "counts": changes.counts,
        "edits": [{"id": edit.target.id, "keys": list(edit.keys)} for edit in changes.edits],
        "flags": [
            {"id": change.target.id, "gained": [machine.flag(flag) for flag in change.gained],
             "lost": [machine.flag(flag) for flag in change.lost]}
            for change in changes.flags
        ],
    }  # fmt: skip


def _side(board: Board) -> Json:
    return {"on": machine.day(board.on), "as_of": machine.day(board.as_of), "at": board.at}


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
