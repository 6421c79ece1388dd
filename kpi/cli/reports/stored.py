"""Reports that were written before: which weeks have one, and what each says of itself."""

from __future__ import annotations

import datetime as dt
import errno
import hashlib
import json
import os
import re
from typing import Any

from kpi.cli.exits import INVALID, OUTPUT, REFUSED, USAGE, Stop
from kpi.facts.periods import Period
from kpi.render.report_stamp import MARK, SCHEMA
from kpi.report import YEARS, Earlier, Origin
from kpi.store.one_file import content
from kpi.values import dataclass, replace

_NAME = re.compile(r"([0-9]{4}-W[0-9]{2})\.json")
LARGEST = 64 * 1_048_576  # bytes of one report
_SHA = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")


@dataclass(frozen=True, slots=True)
class Since:
    """The report that another one was compared with, as that other one says."""

    week: Period
    digest: str  # of its file
    replayed: bool  # whether its records were found


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a report says it was made from: enough to make it again."""

    ending: str  # "md", "html" or "json"
    version: str
    lang: str
    week: Period
    on: dt.date
    as_of: dt.date
    origin: Origin
    since: Since | None


def weeks(folder: str) -> list[Period]:
    """The weeks that have a report in a folder, in order. Other files are none of ours."""
    try:
        names = os.listdir(folder)
    except OSError:
        return []
    periods = []
    for name in names:
        match = _NAME.fullmatch(name)
        if match:
            try:
                periods.append(Period.parse(match[1]))
            except ValueError:
                continue  # 2025-W53 is not in the calendar
    return sorted(periods)


def before(folder: str, week: Period) -> Earlier | None:
    """The last report before a week. Raises Stop if its file is not what we wrote."""
    others = [other for other in weeks(folder) if other < week]
    return earlier(folder, others[-1]) if others else None


def earlier(folder: str, week: Period) -> Earlier:
    """The report of a week. Raises Stop if there is none, or it is not what we wrote."""
    path = os.path.join(folder, f"{week}.json")
    data = contents(path)
    document = _document(path, data)
    stamp = _stamp(path, "json", document)
    try:
        verdicts = {row["id"]: row["verdict"] for row in document["targets"]}
    except (KeyError, TypeError):
        raise _broken(path) from None
    if stamp.week != week or not all(isinstance(text, str) for pair in verdicts.items()
                                     for text in pair):  # fmt: skip
        raise _broken(path)
    digest = hashlib.sha256(data).hexdigest()
    return Earlier(week, stamp.on, stamp.as_of, stamp.version, stamp.origin, verdicts, digest)


def named_apart(folder: str, stamp: Stamp) -> Origin:
    """The records of a report, with the files that its JSON alone names, if that lies beside it."""
    try:
        beside = earlier(folder, stamp.week).origin
    except Stop:
        return stamp.origin
    return beside if replace(beside, apart=()) == replace(stamp.origin, apart=()) else stamp.origin


def astray(folder: str, week: Period) -> list[str]:
    """The files of a week that are missing, or say that they were made from something else.

    They are held against the JSON, which the next report reads; a run that was killed between two
    of the names leaves such a week. Raises Stop if the JSON is not what we wrote.
    """
    from kpi.render.formats import REPORT

    stamps: dict[str, Stamp | None] = {}
    for ending in REPORT:
        path = os.path.join(folder, f"{week}.{ending}")
        try:
            stamp = read_stamp(path, contents(path))
            records = replace(stamp.origin, apart=())  # JSON alone names them
            # JSON is English in any language.
            stamps[ending] = replace(stamp, ending="", lang="", origin=records)
        except Stop:
            stamps[ending] = None
            if ending == "json":
                raise
    return [f"{week}.{ending}" for ending, stamp in stamps.items() if stamp != stamps["json"]]


def read_stamp(path: str, data: bytes) -> Stamp:
    """What a report's file says of itself. Raises Stop if it is no report."""
    if data.lstrip()[:1] == b"{":
        return _stamp(path, "json", _document(path, data))
    text = data.decode("utf-8", "replace")
    start = text.rfind(MARK)
    if start < 0:
        raise _broken(path)
    made = text[start + len(MARK) :].partition(" -->")[0]
    ending = "html" if text.startswith("<!DOCTYPE html>") else "md"
    return _stamp(path, ending, _document(path, made.encode()))


def contents(path: str) -> bytes:
    """The bytes of a file. Raises Stop."""
    try:
        return content(path, LARGEST)
    except FileNotFoundError:
        raise Stop(USAGE, f"{path}: there is no such report") from None
    except OSError as error:
        reason = error.strerror or str(error)
        code = REFUSED if error.errno in (errno.EINVAL, errno.EFBIG) else OUTPUT
        code = USAGE if error.errno == errno.EISDIR else code
        raise Stop(code, f"{path} could not be read: {reason}") from None


def _document(path: str, data: bytes) -> dict[str, Any]:
    try:
        document = json.loads(data)
    except (ValueError, RecursionError):
        raise _broken(path) from None
    if not isinstance(document, dict) or document.get("schema") != SCHEMA:
        raise _broken(path)
    return document


def _stamp(path: str, ending: str, document: dict[str, Any]) -> Stamp:
    try:
        since = document["since"]
        stamp = Stamp(
            ending,
            _text(document["version"]),
            _text(document["lang"]),
            _week(document["week"]),
            dt.date.fromisoformat(document["on"]),
            dt.date.fromisoformat(document["as_of"]),
            _origin(document["records"]),
            None if since["week"] is None else Since(
                _week(since["week"]), _text(since["sha256"]), bool(since["replayed"])
            ),
        )  # fmt: skip
    except (KeyError, TypeError, ValueError):
        raise _broken(path) from None
    if stamp.lang not in ("en", "ko") or stamp.on.year not in YEARS:
        raise _broken(path)
    return stamp


def _origin(records: dict[str, Any]) -> Origin:
    commit = records["commit"]
    if commit is not None and not _SHA.fullmatch(commit):
        raise ValueError
    return Origin(commit, bool(records["uncommitted"]), _text(records["sha256"]), _apart(records))


def _apart(records: dict[str, Any]) -> tuple[tuple[str, str | None], ...] | None:
    """The files that were not as in the commit; Markdown and the page do not name them."""
    files = records.get("apart", [])
    if files is None:
        return None
    return tuple([(_text(file["file"]), None if file["sha256"] is None else _text(file["sha256"]))
                  for file in files])  # fmt: skip


def _week(value: object) -> Period:
    week = Period.parse(_text(value))
    if week.kind != "week" or week.start.year not in YEARS:
        raise ValueError
    return week


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _broken(path: str) -> Stop:
    what = f"{path} is not a report that kpi wrote, or not as it wrote it"
    return Stop(INVALID, f"{what}; restore it from git, or remove it and run kpi report again")
