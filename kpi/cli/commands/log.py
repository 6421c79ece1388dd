"""kpi log: who recorded each value, when, and how long after its publication."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Annotated

import typer

from kpi.cli import options, project
from kpi.cli.choices import goes_with, known_ids, one_of
from kpi.cli.reading import reading
from kpi.cli.view import Asked, put
from kpi.facts.project_files import OBSERVATIONS_FOLDER
from kpi.version import VERSION

if TYPE_CHECKING:
    from kpi.assess.recording_delay import Entry, Gone
    from kpi.facts.book import Book
    from kpi.facts.file_versions import Edition, Key
    from kpi.facts.records import Observation
    from kpi.store.history import History
    from kpi.store.lineage import Recorded


@reading()
def log(
    asked: Asked,
    ids: options.Ids = None,
    form: Annotated[
        str, typer.Option("--format", "-f", metavar="FORMAT", help="table, json or csv.")
    ] = "table",
    bom: options.Bom = False,
) -> None:
    """Who recorded each observation, in which commit, and how long after its publication."""
    from kpi.render.log import LOG, Log

    one_of(form, tuple(LOG), "--format")
    if bom:
        goes_with("--bom", ("csv",), form)
    project_view = asked.view()
    known_ids(project_view.book.targets, ids)
    entries, gone = _entries(project_view.book, project.find(asked.folder), asked.at)
    chosen = tuple(
        entry
        for entry in entries
        if (not ids or entry.target.id in ids) and entry.fact.published <= project_view.as_of
    )
    left = tuple(deletion for deletion in gone if not ids or deletion.file.split("/")[1] in ids)
    record_log = Log(project_view.on, project_view.as_of, asked.at, chosen, left)
    put(LOG[form](record_log, project_view.look, VERSION), form, bom)


def _entries(book: Book, root: str, at: str | None) -> tuple[list[Entry], list[Gone]]:
    """Every fact of the book with its record, in the order of the records, and files deleted."""
    from zoneinfo import ZoneInfo

    from kpi.assess.recording_delay import Entry, Gone
    from kpi.facts.file_versions import key_of
    from kpi.store.history import history

    with project.asking_git():
        past = history(root, OBSERVATIONS_FOLDER, at)
        by_file = _editions(book, root, past)
        committed = _committed_rows(book, root, past)
    zone = ZoneInfo(book.timezone)
    entries = []
    for target in book.targets:
        for fact in book.observations.get(target.id, ()):
            rows = committed.get(fact.file, {})
            last = rows.get(key_of(fact))
            waiting = fact.file in past.waiting and (not rows or last != fact)
            record = _record(fact, past.recorded.get(fact.file), by_file)
            if record is None or (rows and last is None):
                entries.append(Entry(target, fact, waiting=waiting))
                continue
            day = record.date.astimezone(zone).date()
            entries.append(
                Entry(target, fact, day, record.commit, record.author, record.edited, waiting)
            )
    files = {entry.fact.file for entry in entries}  # it may have been deleted on another branch
    lost = [(name, deletion, False) for name, deletion in past.deleted.items() if name not in files]
    lost += [(name, deletion, True) for name, deletion in past.again.items()]
    gone = [
        Gone(name, deletion.date.astimezone(zone).date() if deletion.date else None,
             deletion.commit, deletion.author, again)
        for name, deletion, again in lost
        if name.endswith(".toml") and not name.rpartition("/")[2].startswith(".")
    ]  # fmt: skip
    entries.sort(key=lambda entry: entry.day or dt.date.max)
    return entries, sorted(gone, key=lambda deletion: (deletion.day or dt.date.max, deletion.file))


#: So many versions of files that were changed are read; of more, a change is told of whole files.
_MOST_VERSIONS = 100


def _editions(book: Book, root: str, past: History) -> dict[str, dict[Key, Edition]]:
    """For each file that was changed after it was recorded, what its versions held of each fact."""
    from kpi.facts.file_versions import editions
    from kpi.facts.observations import read_observations
    from kpi.store.history import contents

    changed = {name: record.versions for name, record in past.recorded.items() if record.versions}
    wanted = [version for versions in changed.values() for version in versions]
    odd = any("\n" in version.name for version in wanted)
    if not wanted or len(wanted) > _MOST_VERSIONS or odd:
        return {}
    targets = {target.id: target for target in book.targets}
    texts = iter(contents(root, wanted))
    return {
        name: editions(
            (read_observations(name, next(texts), targets)[0] for _ in versions),
            [(version.date, version.before) for version in versions],
        )
        for name, versions in changed.items()
    }


def _committed_rows(book: Book, root: str, past: History) -> dict[str, dict[Key, Observation]]:
    """What the last commit holds of each batch that the folder holds otherwise: a row that was
    added since is in no commit, and one that was not touched is as it was."""
    from kpi.facts.file_versions import key_of
    from kpi.facts.observations import read_observations
    from kpi.store.commits import blobs
    from kpi.store.git import GitError

    names = [
        name for name in sorted(past.waiting & past.recorded.keys())
        if name.rpartition("/")[2].startswith("batch_") and "\n" not in name
    ][:_MOST_VERSIONS]  # fmt: skip
    targets = {target.id: target for target in book.targets}
    try:
        texts = blobs(root, [f"HEAD:./{name}" for name in names]) if names else {}
    except GitError:  # one is not there, as after a merge that dropped it
        return {}
    return {
        name: {key_of(fact): fact for fact in read_observations(name, text, targets)[0]}
        for name, text in zip(names, texts.values(), strict=True)
    }


def _record(
    fact: Observation,
    record: Recorded | None,
    by_file: dict[str, dict[Key, Edition]],
) -> Recorded | None:  # fmt: skip
    """What recorded a fact: of a file that was changed, the version that first held it.

    None for a row that no version holds, as one that was added and not committed.
    """
    from kpi.facts.file_versions import key_of
    from kpi.store.lineage import Recorded

    if record is None or fact.file not in by_file:
        return record
    first, changed = by_file[fact.file].get(key_of(fact), (None, None))
    if first is None:
        return None
    version = record.versions[first]
    edited = record.versions[changed].commit if changed is not None else None
    return Recorded(version.commit, version.author, version.date, edited)
