"""Problems of the data, as text and as JSON: where, what is wrong, and what to write instead."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from kpi.facts.problems import Checked, Problem
from kpi.facts.problems import count as count_of
from kpi.render.json_text import Json, dump
from kpi.render.wording import words
from kpi.render.wording.phrases import counted, phrase
from kpi.render.wording.translation import translated


def problem_lines(problems: Sequence[Problem], count: bool = True, lang: str = "en") -> str:
    """Each problem as `FILE:LINE:COLUMN: what; remedy`, and below how many there are.

    Without `count` the last line is left out.
    """
    lines = [translated(words.safe(str(problem)), lang) for problem in problems]
    if count:
        lines.append(tally(problems, lang))
    return "".join(line + "\n" for line in lines)


def tally(problems: Sequence[Problem], lang: str = "en") -> str:
    """How many problems and how many warnings: "2 problems, 1 warning"."""
    warnings = count_of(problem for problem in problems if problem.warning)
    errors = count_of(problems) - warnings
    parts = [counted("problem", errors, lang)] if errors or not warnings else []
    parts += [counted("warning", warnings, lang)] if warnings else []
    return ", ".join(parts)


def summary(checked: Checked, lang: str, since: Json | None = None) -> str:
    """How many things were checked, and what was found: the last line of `kpi check`.

    Before it stands with which commit how many files of records were compared, if any were, and
    before that what was said of many targets.
    """
    numbers = {
        "target": checked.targets, "observation": checked.observations, "file": checked.files,
        "problem": count_of(checked.problems), "warning": count_of(checked.warnings),
    }  # fmt: skip
    counts = {noun: counted(noun, n, lang, True) for noun, n in numbers.items()}
    key = "checked_unsound" if checked.problems else "checked"  # it is not linted then
    lines = [*_commonest(checked.warnings, lang), phrase(key, lang, **counts)]
    if since is not None:
        files = counted("file", since["files"], lang, True)
        lines.insert(-1, phrase("compared", lang, files=files, commit=since["commit"][:10]))
    return "".join(f"{line}\n" for line in lines)


#: Of more warnings than a screen holds, what was said so often is said once more, with its count.
_MANY, _OFTEN = 20, 5


def _commonest(warnings: Sequence[Problem], lang: str) -> list[str]:
    """What was said of many targets in the same words, with how often, the commonest first."""
    if len(warnings) <= _MANY:
        return []
    times = Counter(warning.what.partition(": ")[2] for warning in warnings)
    return [
        phrase("so_often", lang, n=str(n), what=translated(words.safe(what), lang))
        for what, n in times.most_common()
        if what and n >= _OFTEN
    ]


def problems_json(checked: Checked, version: str, clocks: Mapping[str, str | Json | None]) -> str:
    """`kpi.check/1`: every problem with its place, and how many things were checked.

    `clocks` are `on`, `as_of` and `at`, and `since`, the revision whose records must be there. The
    day is today, if none was named: then the warnings are of all that is on record.
    """
    document: Json = {
        "schema": "kpi.check/1",
        "version": version,
        "checked": {
            "targets": checked.targets,
            "observations": checked.observations,
            "files": checked.files,
        },
        "problems": count_of(checked.problems),
        "warnings": count_of(checked.warnings),
        "linted": not checked.problems,  # warnings are looked for only where there is no problem
        "found": map(_problem, (*checked.problems, *checked.warnings)),
        **clocks,
    }
    return dump(document)


def _problem(problem: Problem) -> Json:
    return {
        "file": problem.where.file, "line": problem.where.line or None,
        "column": problem.where.column or None, "what": problem.what, "remedy": problem.remedy,
        "warning": problem.warning, "more": problem.more,
    }  # fmt: skip
