"""All that `kpi check` finds: every problem of a project, or, where there is none, every warning.

Of a large project each of several processes reads and lints some of the targets. What lies in the
folder of a target can be of no other one, so that the parts add up to the whole; a test compares
the two. Whatever lies elsewhere, such as a batch of many targets, leaves it to one process.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Iterator

from kpi.assess.lint import lint, still_to_come
from kpi.cli import project
from kpi.facts.book import Book, read_own, read_promises
from kpi.facts.problems import Checked, Place, Problem, in_order
from kpi.facts.project_files import OBSERVATIONS_FOLDER
from kpi.store.folder_files import Folder, Unplain
from kpi.store.processes import shared
from kpi.store.trees import WorkTree

FEW = 8  # targets with a folder that one process reads
ENOUGH = 400  # files after which others take their share of what is left
EACH = 1_000  # files for which one more process pays


def checked(root: str, at: str | None, on: dt.date, as_of: dt.date) -> Checked:
    """Everything that is found in the project, or in a revision of it. Raises Stop."""
    result = _in_parts(root, on, as_of) if at is None else None
    return _of_book(project.read(root, at), on, as_of) if result is None else result


def altered_since(root: str, since: str, at: str | None) -> tuple[str, tuple[Problem, ...], int]:
    """The records that are not as they were when the history left the revision `since`.

    The commit where it did, their problems, and how many records it had. What others have recorded
    there after that is not missed. Raises Stop.
    """
    from kpi.facts.altered import altered
    from kpi.store.commits import CommitTree
    from kpi.store.git import require_all
    from kpi.store.revisions import parting, require_history, resolve

    with project.asking_git():
        if at is None:
            require_all(root, OBSERVATIONS_FOLDER)
        require_history(root)
        commit = parting(root, resolve(root, since), resolve(root, at or "HEAD"))
        return commit, *altered(CommitTree(root, commit), project.tree(root, at), commit[:10])


def _of_book(book: Book, on: dt.date, as_of: dt.date) -> Checked:
    warnings: tuple[Problem, ...] = ()
    if not book.problems:  # a Book with problems is not judged
        today = project.today(book.timezone)
        warnings = (*lint(book, on, as_of), *still_to_come(book, today))
    return Checked(
        len(book.targets), book.count, book.files, book.problems, warnings, book.timezone
    )


def _in_parts(root: str, on: dt.date, as_of: dt.date) -> Checked | None:
    """What is found target by target, in several processes; None if it is too little for that, or
    if something lies beside the folders of the targets."""
    tree = WorkTree(root)
    folder = Folder(tree.root, OBSERVATIONS_FOLDER)
    try:
        if folder.names() or len(folder.below) <= FEW:
            return None
        promises = read_promises(tree)
    except (Unplain, FileNotFoundError):
        return None
    targets = promises.targets
    own_folders = {f"{OBSERVATIONS_FOLDER}/{target.id}" for target in targets}
    if promises.problems or not own_folders.issuperset(folder.below):
        return None

    def results(numbers: Iterable[int]) -> Iterator[Checked]:
        return (_of_book(read_own(tree, promises, targets[nth]), on, as_of) for nth in numbers)

    parts, files = list[Checked](), 0
    for result in results(range(len(targets))):
        parts.append(result)
        files += result.files - 1
        if files > ENOUGH:
            break
    count = len(parts)

    def part(numbers: Iterable[int]) -> bytes:
        return _packed(_sum(results(count + nth for nth in numbers), promises.timezone))

    if left := len(targets) - count:
        rest = files * left // count  # if these are as the ones before
        others = shared(part, left, max(1, rest // EACH))
        parts += (_unpacked(data, promises.timezone) for data in others)
    return _sum(parts, promises.timezone)


def _sum(parts: Iterable[Checked], timezone: str) -> Checked:
    """What was found in some parts, of which each counts targets.toml."""
    targets, observations, files = 0, 0, 1
    problems: set[Problem] = set()
    warnings: list[Problem] = []
    for part in parts:
        targets += part.targets
        observations += part.observations
        files += part.files - 1
        problems.update(part.problems)
        warnings += part.warnings
    ordered = tuple(sorted(problems, key=in_order))
    return Checked(
        targets, observations, files, ordered, () if ordered else tuple(warnings), timezone
    )


def _packed(result: Checked) -> bytes:
    """What was found, for the process that puts it together."""
    rows = [in_order(problem) for problem in (*result.problems, *result.warnings)]
    return json.dumps((result.targets, result.observations, result.files, rows)).encode("ascii")


def _unpacked(data: bytes, timezone: str) -> Checked:
    targets, observations, files, rows = json.loads(data)
    every = [Problem(Place(*row[:3]), *row[3:]) for row in rows]
    problems = tuple(problem for problem in every if not problem.warning)
    warnings = tuple(problem for problem in every if problem.warning)
    return Checked(targets, observations, files, problems, warnings, timezone)
