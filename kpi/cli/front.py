"""The front door: `kpi status` asked plainly, without the library that reads command lines.

Loading that library takes ten times as long as looking up an answer that was given before. So this
room knows the plain spellings of one command and passes everything else on: what is not exactly one
of these words goes to `app`, whose definition counts, and a test sees to it that both doors lead to
the same call.

It imports nothing that an answer from the cache does not need: a test holds the list.
"""

from __future__ import annotations

import os
import sys
import time

from kpi.cli import exits, folder, screen
from kpi.store import answer_cache, stamps
from kpi.version import VERSION

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from kpi.cli.standing import answers

#: The options that are understood here, and what each sets in an `answers.Question`.
VALUED = {
    "--on": "on", "--as-of": "as_of", "--at": "at", "--project": "folder", "--format": "form",
    "-f": "form", "--lang": "lang", "--color": "color",
}  # fmt: skip
FLAGS = {"--ascii": "ascii_only", "--quiet": "quiet", "-q": "quiet"}

#: What is asked where nothing else is said.
PLAIN = {
    "ids": (), "on": None, "as_of": None, "at": None, "folder": None, "form": "table",
    "lang": "en", "color": "auto", "ascii_only": False, "quiet": False,
}  # fmt: skip

Typed = dict[str, object]


def plainly(words: list[str], environment: Mapping[str, str]) -> Typed | None:
    """What the words of a command line ask, for an `answers.Question`; None if it takes more.

    >>> plainly(["status", "--lang", "ko"], {})["lang"], plainly(["status", "--tag", "ai"], {})
    ('ko', None)
    """
    if words[:1] != ["status"] or "_KPI_COMPLETE" in environment:
        return None
    asked: Typed = dict(PLAIN)
    if environment.get("KPI_LANG"):
        asked["lang"] = environment["KPI_LANG"]
    ids, rest = [], words[:0:-1]
    while rest:
        word = rest.pop()
        name, equals, value = word.partition("=")
        if word in FLAGS:
            asked[FLAGS[word]] = True
        elif word[:1] != "-":
            ids.append(word)
        elif name in VALUED and (equals or rest):
            value = value if equals else rest.pop()
            if not value or value[:1] == "-" or (equals and name[:2] != "--"):
                return None
            asked[VALUED[name]] = value
        else:
            return None
    asked["ids"] = tuple(ids)
    return asked


def answer(asked: Typed) -> None:
    """Prints what a plain question asks for, from the cache or worked out. Raises Stop."""
    home, question, kept, changed = _home(), None, None, None
    if home is not None:
        root, place, question, kept = _looked_up(asked, home)
        if kept is not None and kept.fits(time.time()):
            changed = stamps.changed(root, kept.stamp)
            if changed == []:
                screen.put(kept.text)
                _tell_missed_reports(asked)
                return
    text, ending, new = _worked_out(asked, question, kept, changed)
    screen.put(text)
    _tell_missed_reports(asked)
    if ending is not None:
        raise ending
    if new is not None and (asked["at"] is None or _question(asked, root) == question):
        answer_cache.save(place, new)  # of the same commit: the branch may have moved meanwhile


def _tell_missed_reports(asked: Typed) -> None:
    """Tells who asks for today's table at a terminal that no report comes any more."""
    of_today = not (asked["on"] or asked["as_of"] or asked["at"])
    if of_today and sys.stdout is not None and sys.stdout.isatty():
        from kpi.cli.standing import missed_reports

        missed_reports.tell(folder.find(asked["folder"]), bool(asked["quiet"]))  # type: ignore[arg-type]


def renew(given: str | None) -> None:
    """Brings the kept answer to a plain `kpi status` up to date, for whoever has recorded a fact.

    That the next question is answered at once costs the record 50 ms of the 200 that it takes. It
    is done where such an answer is kept, of today and of a project of moderate size. Nothing is
    said, and whatever goes wrong is left to the next question.
    """
    home = _home()
    asked: Typed = {**PLAIN, "folder": given, "lang": os.environ.get("KPI_LANG") or PLAIN["lang"]}
    if home is None:
        return
    try:
        root, place, question, kept = _looked_up(asked, home)
        files = stamps.count(kept.stamp) if kept is not None else None
        if question is None or kept is None or files is None or files >= LARGE:
            return
        if kept.fits(time.time()):
            time.sleep(1.1e-9 * stamps.GRAIN)  # what was just written is no proof before
            _, _, new = _worked_out(asked, question, kept, stamps.changed(root, kept.stamp))
            if new is not None:
                answer_cache.save(place, new)
    except (exits.Stop, OSError):
        return


LARGE = 2_000  # files from which an answer is not brought up to date beforehand


def _looked_up(asked: Typed, home: str) -> tuple[str, str, str | None, answer_cache.Answer | None]:
    """Project, place of its answers, question, and the answer that is kept. Raises Stop."""
    root = folder.find(asked["folder"])  # type: ignore[arg-type]
    place, question = answer_cache.place(home, root), _question(asked, root)
    if folder.inside(root, home):
        question = None  # a question writes nothing in the project, not even an answer
    kept = answer_cache.load(place, question) if question is not None else None
    return root, place, question, kept


def _worked_out(
    asked: Typed, question: str | None, kept: answer_cache.Answer | None, changed: list[str] | None
) -> tuple[bytes, exits.Stop | None, answer_cache.Answer | None]:
    """What is printed, how the command ends, and what to keep under a question; None if nothing.

    `kept` is an answer of today of which only the folders `changed` are out of date.
    """
    from kpi.cli.standing import answers

    before = None
    if kept is not None and changed is not None:
        from kpi.cli.standing import table_update

        before = table_update.Before(kept.notes, kept.stamp, frozenset(changed))
    reply = answers.stand(answers.Question.of(**asked), time.time_ns(), before)
    text = screen.encoded(reply.text, reply.machine)
    if question is None or reply.stamp is None:
        return text, reply.ending, None
    times = _times(asked, reply, kept)
    return text, reply.ending, answer_cache.Answer(question, text, reply.stamp, *times, reply.notes)


def _times(
    asked: Typed, reply: answers.Said, kept: answer_cache.Answer | None
) -> tuple[int | None, int | None]:
    """From when to when an answer holds, in seconds since 1970; None if it always does."""
    from kpi.cli import project

    if asked["on"] is not None or os.environ.get("KPI_TODAY"):
        return None, None
    if reply.again and kept is not None:  # of the same day
        return kept.begins, kept.ends
    return project.day_around(reply.timezone, reply.on)


def _home() -> str | None:
    """The folder of all our answers in the user's cache folder; None where there is to be none."""
    if os.environ.get("KPI_CACHE") == "off":
        return None
    base = os.environ.get("XDG_CACHE_HOME", "")
    if not os.path.isabs(base):
        home = os.environ.get("HOME", "")
        base = f"{home}/.cache" if os.path.isabs(home) else ""
    return f"{base}/kpi" if base else None


def _question(asked: Typed, root: str) -> str | None:
    """Everything that the printed bytes depend on but the records and the clock, on one line."""
    revision = asked["at"]
    if revision is not None:
        from kpi.store.git_process import commit_of

        revision = (revision, commit_of(root, str(revision)), *_repository(root))
        if revision[1] is None:
            return None
    code = _code()
    if code is None:
        return None
    parts = [
        code, os.path.realpath(root), *(asked[name] for name in PLAIN if name != "folder"),
        revision, os.environ.get("KPI_TODAY"), sys.stdout.encoding,
        *screen.traits(str(asked["color"]), bool(asked["ascii_only"])),
    ]  # fmt: skip
    return ascii(parts)


def _repository(root: str) -> tuple[str, int, int]:
    """Where the repository around a project begins, which one, and when it was last configured.

    The same commit holds another project where the folder lies elsewhere in its repository.
    """
    top = os.path.realpath(root)
    while not os.path.lexists(f"{top}/.git") and len(top) > 1:
        top = os.path.dirname(top)
    try:
        state = os.stat(f"{top}/.git")
        inside = os.path.isdir(f"{top}/.git")
        config = os.stat(f"{top}/.git/config" if inside else f"{top}/.git").st_mtime_ns
    except OSError:
        return top, 0, 0
    return top, state.st_ino, config


def _code() -> str | None:
    """Which kpi asks, run by which Python: another one may answer otherwise. None if unknown."""
    times = []
    waiting = [os.path.dirname(os.path.dirname(os.path.abspath(__file__)))]
    try:
        while waiting:
            path = waiting.pop()
            with os.scandir(path) as entries:
                for entry in entries:
                    if entry.name.endswith((".py", ".html", ".css")):  # pages have templates
                        times.append(entry.stat().st_mtime_ns)
                    elif "." not in entry.name and entry.name[0] != "_":
                        waiting.append(entry.path)
        for path in sys.path:  # a package beside ours that came or went
            if path[-8:] == "packages" and os.path.isdir(path):
                times.append(os.stat(path).st_mtime_ns)
    except OSError:  # it lies in an archive
        return None
    return f"{VERSION} {sys.version} {hash(tuple(times))}"
