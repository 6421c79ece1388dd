"""`--fail-on`: which verdicts end a run with 3 or 5, for scripts and continuous integration."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from kpi.cli import exits
from kpi.cli.choices import no_blank, one_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kpi.assess.board import Board
    from kpi.assess.changes import Changes
    from kpi.assess.status import Status

#: What `--fail-on` may name beside each single verdict and light.
FAIL_ON = ("off-track", "stale", "no-data")
#: What else it may name where two days or revisions are compared: a light that was better before.
WORSE = "worse"
#: Verdicts of what no figure says anything about.
UNJUDGED = ("no data", "cannot judge")
#: Lights that say how well a target does, the best one first.
_RANKED = ("good", "mixed", "bad")


def failures(fail_on: Sequence[str], more: tuple[str, ...] = ()) -> list[str]:
    """The verdicts, lights and words that the option names, each time that it is given.

    Raises Stop for any other, and where one time names nothing.
    """
    if not all(typed.replace(",", " ").strip() for typed in fail_on):
        raise exits.Stop(exits.USAGE, "--fail-on: names nothing; write off-track,stale,no-data")
    return verdicts(",".join(fail_on), "--fail-on", (*FAIL_ON, *more)) if fail_on else []


def verdicts(text: str, name: str, more: tuple[str, ...] = ()) -> list[str]:
    """What one word means, or several with commas between them: "met, slipping" is one.

    Raises Stop for a word that means nothing.
    """
    from kpi.assess.lights import LIGHTS

    no_blank((name, text.replace(",", " ")))
    words: list[str] = []
    for word in filter(None, map(str.strip, text.split(","))):
        if words and (whole := f"{words[-1]}, {word}".lower()) in LIGHTS:
            words[-1] = whole
        else:
            words.append(word)
    return [_verdict(word, name, more) for word in words]


def _verdict(word: str, name: str, more: tuple[str, ...]) -> str:
    """The verdict or light that a word of the command line means; hyphens stand for spaces.

    `more` are words that the option `name` knows beside verdicts and lights; they stay. What is
    printed in Korean is understood as well.
    """
    from kpi.assess.lights import LIGHTS
    from kpi.render.wording import vocabulary

    offered = {name.replace(", ", "-").replace(" ", "-"): name for name in LIGHTS}
    offered |= {light: light for light in LIGHTS.values()}
    offered |= {"off-track": "bad"} | {extra: extra for extra in more}
    spelled = word.strip().lower()
    known = {name: name for name in LIGHTS}
    known |= {korean: name for name, korean in vocabulary.VERDICTS.items()}
    known |= {korean: light for light, (*_, korean) in vocabulary.LIGHTS.items()}
    return known[spelled] if spelled in known else offered[one_of(spelled, tuple(offered), name)]


def ending(board: Board, failures: list[str]) -> exits.Stop | None:
    """The end of a run in which a target is what `--fail-on` names; None if none is."""
    failed = [(status, _why(status, failures, board.on)) for status in board.statuses
              if _fails(status, failures, board.on)]  # fmt: skip
    return _ending(failed, board, failures)


def ending_of_changes(changes: Changes, failures: list[str]) -> exits.Stop | None:
    """The same for what a target has become: what it was before already ends no run."""
    before = {status.target.id: status for status in changes.before.statuses}
    failed = []
    for now in changes.after.statuses:
        was = before.get(now.target.id)
        failing = [failure for failure in failures if _fails(now, [failure], changes.after.on)]
        new_failures = [
            failure
            for failure in failing
            if was is None or not _fails(was, [failure], changes.before.on)
        ]
        if new_failures:
            failed.append((now, _why(now, new_failures, changes.after.on)))
        elif WORSE in failures and was is not None and _is_worse(was, now):
            failed.append((now, now.verdict))
    return _ending(failed, changes.after, failures)


def _is_worse(was: Status, now: Status) -> bool:
    if was.light not in _RANKED or now.light not in _RANKED:
        return False
    return _RANKED.index(was.light) < _RANKED.index(now.light)


def _ending(
    failed: Sequence[tuple[Status, str]], board: Board, failures: list[str]
) -> exits.Stop | None:
    """Off track before unknown and stale; where nothing can be judged, nothing has passed.

    What fails by its age alone is stale, even where it is off track and nobody asked for that.
    """
    if not failed:
        if failures and all(_unjudged(status, board.on) for status in board.statuses):
            return exits.Stop(exits.NOTHING, "--fail-on: no target has a figure to judge")
        return None
    off = [pair for pair in failed if _is_off_track(*pair)]
    other = [pair for pair in failed if not _is_off_track(*pair)]
    code = exits.OFF_TRACK if off else exits.NOTHING
    names = ", ".join(f"{status.target.id} ({why})" for status, why in (*off, *other))
    return exits.Stop(code, f"--fail-on: {names}")


def _is_off_track(status: Status, why: str) -> bool:
    return status.light == "bad" and why != "stale"


def _why(status: Status, failures: list[str], on: dt.date) -> str:
    others = [failure for failure in failures if failure != "stale"]
    return status.verdict if _fails(status, others, on) else "stale"


def _unjudged(status: Status, on: dt.date) -> bool:
    """Whether no figure says anything: there is none, or the one that decides is overdue."""
    if status.verdict == "awaiting data":
        return status.outlook.answerable_on is None or status.outlook.answerable_on <= on
    return status.verdict in UNJUDGED


def _fails(status: Status, failures: list[str], on: dt.date) -> bool:
    if status.verdict in failures or status.light in failures:
        return True
    if "off-track" in failures and status.light == "bad":
        return True
    if "no-data" in failures and _unjudged(status, on):
        return True
    return "stale" in failures and status.flagged("stale")
