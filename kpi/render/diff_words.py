"""What changed, in words: causes, goals that moved, and the rows of every part, for any writer.

The parts come in the same order everywhere: changed verdicts with their causes, targets that came
and went, goals moved and those that follow their base, values revised, new observations, records
taken away, entries edited, flags.
Cells are finished words, not yet escaped.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from decimal import Decimal

from kpi.assess.board import Board
from kpi.assess.changes import Change, Changes, Edit, FlagChange, Move, Part
from kpi.assess.lights import LIGHTS
from kpi.facts.records import Goal, Target
from kpi.render import diff_figures
from kpi.render.look import Look
from kpi.render.wording import reasons, words
from kpi.render.wording.goals import aim, amount, timed
from kpi.render.wording.history_sentences import CAUSES_KO, key
from kpi.render.wording.overview import how_often, other_clocks
from kpi.render.wording.phrases import phrase
from kpi.render.wording.titles import titled, with_title
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
    others = other_clocks(board, lang)
    return board.on.isoformat() + (f" ({', '.join(others)})" if others else "")


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
    return timed(amount(goal, target, lang, written), goal, target, lang)


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
        (
            "goals_followed",
            [(_named(goal, lang), move_words(goal, lang)) for goal in changes.followed],
        ),
        ("revised", diff_figures.revision_rows(changes.revisions, lang)),
        ("new_facts", diff_figures.news_rows(changes.news, lang)),
        ("facts_gone", diff_figures.withdrawn_rows(changes.withdrawn, lang)),
        (
            "edits",
            [
                (_named(edit, lang), ", ".join(key(one, lang) for one in edit.keys))
                for edit in changes.edits
            ],
        ),
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
