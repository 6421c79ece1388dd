"""Making a stored report again, and saying whether it is the same."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from kpi.cli import exits, language, project, screen
from kpi.values import replace
from kpi.version import VERSION

if TYPE_CHECKING:
    from kpi.cli.reports.stored import Stamp
    from kpi.facts.periods import Period
    from kpi.report import Origin
    from kpi.store.trees import Tree

#: So many differing lines are shown, and so many letters of each.
MOST_LINES, MOST_LETTERS = 12, 200
#: So many lines, from the first that differs, are held against each other.
MOST_LOOKED = 200


def all_verified(root: str, paths: Sequence[str], reports: str, quiet: bool) -> str:
    """Says of each report what `verified` says. Raises Stop for the last that fails, once each was
    looked at; the others that fail are told on the standard error."""
    said, failed = list[str](), list[exits.Stop]()
    for path in paths:
        try:
            said.append(verified(root, path, reports, quiet))
        except exits.Stop as stop:
            failed.append(stop)
    if not failed:
        return "".join(said)
    if not quiet:
        screen.out(language.spoken("".join(said)))
    *others, last = failed
    for other in others:
        screen.err(f"kpi: {other.message}")
    raise last


def verified(root: str, path: str, reports: str, quiet: bool) -> str:
    """Says that a report is what its records give. Raises Stop if it differs, and shows where.

    `reports` is the project's folder of them, where a copy that was passed on finds the others.
    """
    from kpi.cli.reports import stored
    from kpi.render.wording.signs import safe

    data = stored.contents(path)
    stamp = stored.read_stamp(path, data)
    remade, by, doubts = _again(root, path, reports, stamp)
    if remade == data:
        same = f"{safe(path)}: identical; made again {by}, judged for {stamp.on}\n"
        return same[:-1] + safe("".join(f"; {one}" for one in _other_version(stamp))) + "\n"
    what = f"{path} differs from what kpi makes {by}, judged for {stamp.on}"
    if data.replace(b"\r\n", b"\n") == remade:
        ends = "only in its line ends: a mail program, or git (core.autocrlf), has made them CRLF"
        raise exits.Stop(exits.INVALID, "; ".join([what, ends]))
    if not quiet:
        screen.out(_differences(data, remade))
    raise exits.Stop(exits.INVALID, "; ".join([what, *doubts]))


def _other_version(stamp: Stamp) -> list[str]:
    """That a report names another version than this, by which it may differ; else nothing."""
    if stamp.version == VERSION:
        return []
    return [f"it was made by kpi {stamp.version}, and this is kpi {VERSION}"]


def _again(root: str, path: str, reports: str, stamp: Stamp) -> tuple[bytes, str, list[str]]:
    """The bytes that a report should have, from which records, and why they might differ."""
    from kpi.cli.reports import provenance, stored
    from kpi.facts.book import read_book
    from kpi.render.formats import REPORT
    from kpi.render.look import Look
    from kpi.report import weekly

    beside = _folder(path, reports, stamp.week) or os.path.dirname(path)
    tree, by, doubts = _records(root, beside, stamp)
    book = read_book(tree)
    if book.problems:
        raise exits.Stop(exits.INVALID, project.listed(book.problems))
    now = _with_digests(root, stamp.origin, tree)
    if now.digest != stamp.origin.digest:
        doubts.append("it was made from other records than these")
    else:
        doubts.clear()  # whether or not they were committed, these are they
    earlier = past = None
    if stamp.since:
        earlier = stored.earlier(_followed(path, reports, stamp.since.week), stamp.since.week)
        if earlier.digest != stamp.since.digest:
            doubts.append(f"the report of {earlier.week} has been changed since")
        past = provenance.past(root, book, now, earlier) if stamp.since.replayed else None
        if past is None and stamp.since.replayed:
            doubts.append(f"the records of the report of {earlier.week} are not in this clone")
    doubts += _other_version(stamp)
    if not doubts:
        doubts.append(
            "records and version are the same, so the file was changed,"
            " or kpi itself was, within that version"
        )
    story = weekly(stamp.week, book, stamp.on, now, stamp.version, earlier, past)
    text = REPORT[stamp.ending](story, Look(lang=stamp.lang), stamp.version)
    return text.encode(), by, doubts


def _folder(path: str, reports: str, week: Period) -> str | None:
    """Where a week's report lies: beside the file that is verified, or in the project's folder."""
    folders = (os.path.dirname(path), reports)
    return next(
        (folder for folder in folders if os.path.lexists(os.path.join(folder, f"{week}.json"))),
        None,
    )


def _followed(path: str, reports: str, week: Period) -> str:
    """Where the report lies with which the verified one was compared. Raises Stop if nowhere."""
    folder = _folder(path, reports, week)
    if folder is None:
        what = f"{path} was compared with the report of {week}, which is not there"
        raise exits.Stop(exits.INVALID, f"{what}; restore {week}.json from git")
    return folder


def _with_digests(root: str, origin: Origin, tree: Tree) -> Origin:
    """What a report says of its records, with the digests that these have."""
    from kpi.cli.reports import provenance

    here, there = dict[str, str](), dict[str, str]()
    dated = replace(origin, digest=provenance.digest(tree, here))
    if not origin.uncommitted:
        return replace(dated, apart=())
    if origin.commit is not None:
        below = provenance.recorded(root, origin.commit)
        if below is None:
            return dated  # nobody can know here what that commit lacked
        provenance.digest(below, there)
    return replace(dated, apart=provenance.apart(here, there))


def _records(root: str, folder: str, stamp: Stamp) -> tuple[Tree, str, list[str]]:
    """The records that a report names, or else those of the folder; which these are, and a doubt
    whether they are the same."""
    from kpi.cli.reports import provenance, stored
    from kpi.render.wording import words

    origin = stamp.origin
    if origin.uncommitted or origin.commit is None:
        doubt = "its records were not committed"
    elif tree := provenance.recorded(root, origin.commit):
        return tree, f"from commit {words.commit(origin.commit)}", []
    else:
        doubt = "its commit is not in this clone (git fetch --unshallow?)"
    if not provenance.holds(work_tree := project.tree(root, None), origin):
        recorded_tree = provenance.found_again(root, stored.named_apart(folder, stamp))
        if recorded_tree is not None:
            return recorded_tree, "from its own records", []
    return work_tree, "from the folder", [doubt]


def _differences(stored: bytes, remade: bytes) -> str:
    """The first lines that differ, as a unified diff without context.

    Looked for among MOST_LOOKED lines from the first that differs: to align two whole files of
    which every second line differs takes time by the square.
    """
    import difflib

    from kpi.render.wording.signs import safe

    before, after = map(language.spoken, ("stored", "made again"))
    old, new = (data.decode("utf-8", "backslashreplace").split("\n") for data in (stored, remade))
    same = _alike(old, new)
    tail = _alike(old[same:][::-1], new[same:][::-1])
    old, new = old[same : len(old) - tail], new[same : len(new) - tail]
    cut = max(len(old), len(new)) > MOST_LOOKED
    old, new = old[:MOST_LOOKED], new[:MOST_LOOKED]
    lines = list(difflib.unified_diff(old, new, before, after, n=0, lineterm=""))
    if cut:  # what stands last may have its like beyond the cut
        last = max(nth for nth, line in enumerate(lines) if line.startswith("@@"))
        lines = lines[:last] if last > _HEAD else lines
    shown = [safe(_moved(line, same))[:MOST_LETTERS] for line in lines[:MOST_LINES]]
    if cut:
        shown.append(language.spoken("and more lines after those"))
    elif len(lines) > MOST_LINES:
        shown.append(language.spoken(f"and {len(lines) - MOST_LINES} more lines"))
    return "".join(f"{line}\n" for line in shown)


#: Lines of a unified diff before the first place: which two texts it is of.
_HEAD = 2


def _alike(old: list[str], new: list[str]) -> int:
    """How many lines both begin with."""
    pairs = zip(old, new, strict=False)
    shorter = min(len(old), len(new))
    return next((nth for nth, (one, other) in enumerate(pairs) if one != other), shorter)


def _moved(line: str, by: int) -> str:
    """A line of a diff; where it says at which lines it is, further down by so many."""
    match = re.fullmatch(r"@@ -(\d+)((?:,\d+)? \+)(\d+)((?:,\d+)? @@)", line)
    return f"@@ -{int(match[1]) + by}{match[2]}{int(match[3]) + by}{match[4]}" if match else line
