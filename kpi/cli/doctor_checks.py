"""What may make scheduled runs fail silently: one function for each thing that is looked at."""

from __future__ import annotations

import datetime as dt
import locale
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from kpi.cli import exits, project
from kpi.cli.program import executable
from kpi.cli.reports.lock import state_folder
from kpi.facts.project_files import OBSERVATIONS_FOLDER, TARGETS_FILE
from kpi.values import dataclass

if TYPE_CHECKING:
    from kpi.facts.book import Book
    from kpi.facts.periods import Period
    from kpi.report import Earlier

OK, WARNING, PROBLEM = "ok", "warning", "problem"
CRON_PATH = "/usr/bin:/bin"
OLDEST_PYTHON = (3, 11)
#: The age up to which the last report is one that a running schedule leaves.
OLDEST_REPORT = dt.timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Finding:
    """What one check found: `what` it is, and the `remedy` unless it is fine."""

    check: str
    level: str  # ok | warning | problem
    what: str
    remedy: str = ""


@dataclass(frozen=True, slots=True)
class Patient:
    """What is looked at. `root` and `book` are None where there is no project, or no sound one."""

    root: str | None
    book: Book | None
    fault: str
    reports: str


# --- the installation -------------------------------------------------------------------------


def _python(patient: Patient) -> Iterator[Finding]:
    version = ".".join(map(str, sys.version_info[:3]))
    if sys.version_info[:2] < OLDEST_PYTHON:
        oldest = ".".join(map(str, OLDEST_PYTHON))
        yield Finding("python", PROBLEM, f"Python is {version}", f"install {oldest} or newer")
    else:
        yield Finding("python", OK, f"Python is {version}")


def _path(patient: Patient) -> Iterator[Finding]:
    """Whether cron would find this kpi by its bare name, and whether this shell does."""
    ours = os.path.realpath(executable()[0])
    for name, path in (("cron-path", CRON_PATH), ("path", os.environ.get("PATH", ""))):
        where = f"cron's PATH, {CRON_PATH}" if name == "cron-path" else "this PATH"
        program = shutil.which("kpi", path=path)
        if program is None:
            level = WARNING if name == "cron-path" else OK
            remedy = "use the absolute path, as kpi schedule --print cron writes it"
            what = f"kpi is not on {where}; it is {executable()[0]}"
            yield Finding(name, level, what, remedy if level != OK else "")
        elif os.path.realpath(program) == ours:
            yield Finding(name, OK, f"kpi on {where} is this one")
        else:
            remedy = f"write {executable()[0]} where you mean this one, or remove the other"
            yield Finding(name, WARNING, f"kpi on {where} is another one: {program}", remedy)


def _locale(patient: Patient) -> Iterator[Finding]:
    encoding = locale.getpreferredencoding(do_setlocale=False)
    if encoding.lower().replace("-", "").replace("_", "") in ("utf8", "utf8mb4"):
        yield Finding("locale", OK, "text is UTF-8")
    else:
        remedy = "set LC_ALL=C.UTF-8 or PYTHONUTF8=1; reports and JSON are UTF-8 in any case"
        yield Finding("locale", WARNING, f"text on the terminal is {encoding}, not UTF-8", remedy)


def _home(patient: Patient) -> Iterator[Finding]:
    """Whether the lock of kpi report has a place that says who holds it."""
    state = state_folder()
    if state is not None and _writable(state):
        yield Finding("home", OK, f"the state folder can be written: {state}")
    else:
        what = f"the state folder cannot be written: {state or 'there is no home'}"
        remedy = "set HOME or XDG_STATE_HOME; until then the lock cannot say who holds it"
        yield Finding("home", WARNING, what, remedy)


def _writable(folder: str) -> bool:
    """Whether a folder, or the nearest one above that exists, can be written to."""
    while not os.path.lexists(folder):
        folder = os.path.dirname(folder)
    return os.path.isdir(folder) and os.access(folder, os.W_OK | os.X_OK)


# --- the project ------------------------------------------------------------------------------


def _records(patient: Patient) -> Iterator[Finding]:
    if patient.root is None:
        remedy = "go to a project, or name one with --project"
        yield Finding("project", PROBLEM, patient.fault.partition(";")[0], remedy)
    elif patient.book is None:
        yield Finding("records", PROBLEM, patient.fault.splitlines()[-1], "see kpi check")
    elif not patient.book.targets:
        yield Finding("records", PROBLEM, "there is no target", "add a [[target]] to targets.toml")
    else:
        count = f"{len(patient.book.targets)} targets and {patient.book.count} observations"
        yield Finding("records", OK, f"{count} are sound")


def _zone(patient: Patient) -> Iterator[Finding]:
    """An unknown zone in targets.toml is a fault of the records; here it is this machine's."""
    from kpi.report import YEARS, week_of

    if patient.book is None:
        return
    name = patient.book.timezone
    if project.zone(name) is None:
        what = f"this machine does not know the time zone {name}"
        yield Finding("timezone", PROBLEM, what, "install tzdata (apt-get install tzdata)")
        return
    day = project.today(name)
    if day.year not in YEARS:
        what = f"today is {day} in {name}, outside the years {YEARS[0]} to {YEARS[-1]}"
        yield Finding("timezone", PROBLEM, what, "mend the clock, or KPI_TODAY")
        return
    yield Finding("timezone", OK, f"today is {day} in {name}, in week {week_of(day)}")


def _git(patient: Patient) -> Iterator[Finding]:
    """The repository, from its being there to what is not committed in it."""
    from kpi.store.git import GitError
    from kpi.store.revisions import require_history, resolve

    if patient.root is None:
        return
    try:
        resolve(patient.root, "HEAD")
        yield Finding("git", OK, "the project is in a git repository")
    except GitError as error:
        yield Finding("git", PROBLEM, error.what, error.remedy)
        return
    try:
        require_history(patient.root)
        yield _objects(patient.root)
    except GitError as error:
        yield Finding("history", PROBLEM, error.what, error.remedy)
    yield _uncommitted(
        patient.root, "tree", "records", (TARGETS_FILE, OBSERVATIONS_FOLDER),
        "commit them, or the report names no commit that it can be made from again",
    )  # fmt: skip
    inside = os.path.relpath(os.path.realpath(patient.reports), os.path.realpath(patient.root))
    if not inside.startswith(os.pardir):
        yield _uncommitted(
            patient.root, "reports-tree", "reports", (inside,),
            "review and commit them: what was said each week is a part of the record",
        )  # fmt: skip
    yield _identity(patient.root)


def _uncommitted(
    root: str, check: str, things: str, names: tuple[str, ...], remedy: str
) -> Finding:  # fmt: skip
    from kpi.store.git import GitError, git, left_out
    from kpi.store.waiting import edited_unseen

    try:
        out = git(root, "status", "--porcelain", "-z", "--untracked-files=all", "--no-renames",
                  "--ignore-submodules=dirty", "--ignored=matching", "--", *names)  # fmt: skip
        absent = left_out(root, *names)
        unseen = edited_unseen(root, *names)
    except GitError as error:
        return Finding(check, PROBLEM, error.what, error.remedy)
    if absent:
        what = f"{things} that a sparse checkout leaves out: {len(absent)} ({_some(absent)})"
        return Finding(check, PROBLEM, what, "bring them here: git sparse-checkout disable")
    lines = os.fsdecode(out).split("\0")[:-1]
    ignored = [line[3:] for line in lines if line.startswith("!! ") and _is_record(line[3:])]
    if ignored:
        what = f"{things} that git ignores: {len(ignored)} ({_some(ignored)})"
        return Finding(check, WARNING, what, "take them out of .gitignore, and commit them")
    if unseen:
        what = f"edited {things} that git takes for unchanged: {len(unseen)} ({_some(unseen)})"
        remedy = (
            "run git update-index --no-assume-unchanged or --no-skip-worktree on them,"
            " and commit them"
        )
        return Finding(check, WARNING, what, remedy)
    waiting = [line[3:] for line in lines if not line.startswith("!! ")]
    if not waiting:
        return Finding(check, OK, f"all {things} are committed")
    what = f"{things} that are not committed: {len(waiting)} ({_some(waiting)})"
    return Finding(check, WARNING, what, remedy)


def _objects(root: str) -> Finding:
    """Whether the clone, which may be a partial one, has all that was ever recorded."""
    from kpi.store.git import git

    out = git(
        root, "rev-list", "--objects", "--no-object-names", "--missing=print", "HEAD", "--",
        TARGETS_FILE, OBSERVATIONS_FOLDER,
    )  # fmt: skip
    missing = out.count(b"?")
    if not missing:
        return Finding("history", OK, "the clone has its whole history")
    what = f"objects of the records' history that this clone lacks: {missing}"
    return Finding("history", WARNING, what, "clone the repository anew without --filter")


def _is_record(name: str) -> bool:
    """Whether an ignored name may be of our own files, or of a folder of them."""
    last = name.removesuffix("/").rpartition("/")[2]
    return not last.startswith(".") and name.endswith(("/", ".toml", ".md", ".html", ".json"))


def _some(names: list[str]) -> str:
    return ", ".join(names[:3]) + (" …" if names[3:] else "")


def _identity(root: str) -> Finding:
    from kpi.store.git import GitError, git

    try:
        git(root, "var", "GIT_COMMITTER_IDENT")
    except GitError:
        remedy = "git config user.name NAME and git config user.email ADDRESS, for cron's user"
        what = "git does not know who you are, so a scheduled commit would fail"
        return Finding("identity", WARNING, what, remedy)
    return Finding("identity", OK, "git knows who commits")


# --- the reports ------------------------------------------------------------------------------


def _reports(patient: Patient) -> Iterator[Finding]:
    """Whether reports can be written, and whether they were."""
    from kpi.cli.reports import stored
    from kpi.report import YEARS

    if patient.root is None:
        return
    if _writable(patient.reports):
        yield Finding("reports", OK, f"the folder of reports can be written: {patient.reports}")
    else:
        remedy = "give the user who runs the schedule the permission to write there"
        what = f"the folder of reports cannot be written: {patient.reports}"
        yield Finding("reports", PROBLEM, what, remedy)
    if patient.book is None:
        return
    weeks = stored.weeks(patient.reports)
    if not weeks:
        yield Finding("last-report", WARNING, "there is no report yet", "kpi report writes one")
        return
    try:
        last = stored.earlier(patient.reports, weeks[-1])
    except exits.Stop as stop:
        what, _, remedy = stop.message.partition("; ")
        yield Finding("last-report", PROBLEM, what, remedy)
        return
    today = project.today(patient.book.timezone)
    yield _heartbeat(last, today)
    if astray := stored.astray(patient.reports, last.week):
        what = f"the files of {last.week} do not belong together: see {', '.join(astray)}"
        remedy = f"kpi report --week {last.week} writes them anew; a run was killed, or one edited"
        yield Finding("report-files", WARNING, what, remedy)
    if today.year in YEARS:
        yield _gaps(weeks, today)


def _heartbeat(last: Earlier, today: dt.date) -> Finding:
    """Whether the newest report is one that a running schedule leaves."""
    age = (today - last.on).days
    what = f"the last report, of {last.week}, is {age} days old"
    if age == 1:
        what = f"the last report, of {last.week}, is one day old"
    if today - last.on <= OLDEST_REPORT:
        return Finding("last-report", OK, what)
    remedy = "see whether the schedule still runs (crontab -l, its log), then kpi report"
    return Finding("last-report", PROBLEM, what, remedy)


def _gaps(weeks: list[Period], today: dt.date) -> Finding:
    """Whether a week lacks its report between the first of those that are there and this week."""
    from kpi.report import week_of, weeks_between

    missing = [gap.text for earlier, later in zip(weeks, [*weeks[1:], week_of(today)], strict=True)
               for gap in weeks_between(earlier, later)]  # fmt: skip
    if not missing:
        return Finding("weeks", OK, "no week lacks its report")
    named = ("… " if missing[:-5] else "") + ", ".join(missing[-5:])
    what = f"weeks without a report: {len(missing)} ({named})"
    remedy = f"kpi report --week {missing[-1]} writes one from today's records"
    return Finding("weeks", WARNING, what, remedy)


CHECKS: tuple[Callable[[Patient], Iterator[Finding]], ...] = (
    _python, _path, _locale, _home, _records, _zone, _git, _reports,
)  # fmt: skip
