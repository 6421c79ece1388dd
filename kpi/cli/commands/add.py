"""kpi add: one observation. It writes one new file, whole or not at all, and no other."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kpi.cli import exits, front, language, options, project, screen
from kpi.cli.choices import known_ids, known_language, known_series, missing
from kpi.facts.problems import Problem
from kpi.facts.project_files import OBSERVATIONS_FOLDER, TARGETS_FILE
from kpi.values import replace

if TYPE_CHECKING:
    from kpi.facts.book import Book
    from kpi.facts.records import Observation, Target

#: What was given, how it is asked for, and what reads it, or raises Stop.
Question = tuple[str | None, str, Callable[[str], object]]


def add(
    id_: options.Id,
    value: Annotated[
        str | None,
        typer.Argument(metavar="VALUE", help="30%, 1,000, 1.2tn, 1.2조; yes or no."),
    ] = None,
    period: Annotated[
        str | None,
        typer.Option(
            "--period", metavar="PERIOD", help="2024, 2024-S1, 2024-Q3, 2024-06, 2024-06-30."
        ),
    ] = None,
    published: options.Published = None,
    source: options.Source = None,
    series: options.Series = None,
    status: Annotated[
        str,
        typer.Option(
            "--status", metavar="WORD",
            help="final, provisional, estimated, derived, enacted or planned; withdrawn with"
            " --correct.",
        ),
    ] = "final",
    bound: Annotated[
        str, typer.Option("--bound", metavar="= | >= | <=", help="If it is a limit only.")
    ] = "=",
    url: options.Url = None,
    quote: Annotated[str | None, typer.Option("--quote", metavar="TEXT")] = None,
    note: Annotated[str | None, typer.Option("--note", metavar="TEXT")] = None,
    grade: Annotated[str | None, typer.Option("--grade", metavar="TEXT")] = None,
    standard_error: Annotated[
        str | None, typer.Option("--standard-error", metavar="NUMBER")
    ] = None,
    numerator: Annotated[
        str | None,
        typer.Option("--numerator", metavar="NUMBER", help="What a share was taken of: the part"),
    ] = None,
    denominator: Annotated[
        str | None, typer.Option("--denominator", metavar="NUMBER", help="and the whole.")
    ] = None,
    correct: Annotated[
        bool,
        typer.Option("--correct", help="Correct our own record of this fact; needs --note."),
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", "-n", help="Show the file, and write nothing.")
    ] = False,
    folder: options.Project = None,
    lang: options.Lang = "en",
    quiet: options.Quiet = False,
) -> None:  # fmt: skip
    """Record one observation as a new file. Nothing recorded is ever changed."""
    from kpi.cli.recording import add_doubts
    from kpi.cli.recording.typed_figures import count, number, value_of
    from kpi.facts import observations
    from kpi.facts.records import unit_of

    known_language(lang)
    root = project.find(folder)
    book = project.read(root)
    _refuse_broken(book, id_)
    known_ids(book.targets, [id_])
    target = next(target for target in book.targets if target.id == id_)
    _refuse_missing({"VALUE": value, "--period": period, "--published": published,
                     "--source": source})  # fmt: skip
    series = target.judged_series if series is None else series
    unit = unit_of(target, series)
    today = project.today(book.timezone)
    value, period, published, source = _answers((
        (value, f"Value ({unit or 'yes or no'})", lambda text: value_of(text, target, unit)),
        (period, "Reference period (2024, 2024-Q3, 2024-06-30)",
         lambda text: project.period(text, "--period")),
        (published, "Published on (2025-06-08)", lambda text: project.published(text, today)),
        (source, "Source", _refuse_blank),
    ))  # fmt: skip
    fields = {
        "value": value_of(value, target, unit), "period": period, "published": published,
        "status": status, "bound": bound, "source": source, "url": url, "quote": quote,
        "note": note, "grade": grade, "recorded": today,
        "standard_error": number(standard_error, unit, "--standard-error"),
        "numerator": count(numerator, "--numerator"),
        "denominator": count(denominator, "--denominator"),
    }  # fmt: skip
    fact = _fact(target, series, fields)
    fact = _revised(fact, book.observations[id_], correct)
    name, data = observations.file_name(fact), observations.to_toml(fact)
    _refuse_faulty(name, data, target)
    stated = not value.strip()[-1:].isdigit()  # such as 0.9 %, which is no fraction
    doubts = add_doubts.doubts(fact, book.observations[id_], target, stated)
    for warning in add_doubts.thousands(value, unit) + doubts:
        screen.err(f"kpi: warning: {warning}")
    for note in [] if quiet else add_doubts.unit_of_a_bare_number(value, fact, target):
        screen.err(f"kpi: {note}")
    if dry_run:
        screen.out(f"# {name}\n{data.decode()}", machine=True)
        return
    _write(root, book, fact, name, data)
    if not quiet:
        screen.recorded(f"{name}\n", name)
    front.renew(folder)


def _answers(questions: tuple[Question, ...]) -> list[str]:
    """What was given, all of it read before anything is asked, or what the person answers."""
    for given, _, read in questions:
        if given is not None:
            read(given)
    return [_asked(prompt, read) if given is None else given for given, prompt, read in questions]


def _asked(prompt: str, read: Callable[[str], object]) -> str:
    """What the person at the terminal answers; after a slip, for which `read` raises, again."""
    while True:
        answer = screen.answer(language.spoken(prompt))
        try:
            read(answer)
        except exits.Stop as slip:
            screen.err(f"kpi: {slip.message}")
        else:
            return answer


def _refuse_blank(source: str) -> None:
    """Raises Stop if a source says nothing: it is the one text that no figure goes without."""
    if not source.strip():
        raise exits.Stop(exits.USAGE, "--source: the text is empty; write who says so, and where")


def _refuse_missing(given: dict[str, str | None]) -> None:
    """Raises Stop if something is missing and nobody can be asked for it."""
    lacking = [name for name, value in given.items() if value is None]
    if lacking and not screen.can_ask():
        raise missing(lacking, ", ")


def _fact(target: Target, series: str, given: dict[str, Any]) -> Observation:
    """The observation that the options describe; each goes through the reader of its field."""
    from unicodedata import normalize

    from kpi.facts.observations import FIELDS
    from kpi.facts.records import Observation

    known_series(series, target, "--series")
    typed = {"published": project.day, "period": project.period}
    values: dict[str, Any] = {}
    for key, value in given.items():
        if value is None:
            continue
        name = _option(key)
        if key in typed:
            values[key] = typed[key](value, name)
            continue
        try:
            if isinstance(value, str):
                value = normalize("NFC", value)
            values[key] = FIELDS[key](value)
        except ValueError as error:
            what = str(error).replace("leave the key out", "leave the option out")
            raise exits.Stop(exits.USAGE, f"{name}: {what}") from None
    return Observation(target=target.id, series=series, file="", **values)


def _revised(fact: Observation, recorded: tuple[Observation, ...], correct: bool) -> Observation:
    """`fact` with the number of its record. Raises Stop if it is there already."""
    from kpi.facts.keys import fields
    from kpi.facts.observations import file_name
    from kpi.facts.records import WITHDRAWN

    same = [record for record in recorded if (record.series, record.period, record.published)
            == (fact.series, fact.period, fact.published)]  # fmt: skip
    if not same:
        if correct:
            what = "--correct: there is no record of this fact to correct"
            raise exits.Stop(exits.USAGE, f"{what}; leave the option out")
        return fact
    if not correct:
        last = same[-1]
        said_again = (last.value, last.bound) == (fact.value, fact.bound)
        said_again = said_again and last.status != WITHDRAWN
        raise exits.Stop(exits.REFUSED, _exists(last.file or file_name(fact), said_again))
    if not fact.note:
        raise exits.Stop(exits.USAGE, "--correct: say why with --note")
    last = max(same, key=lambda record: record.revision)
    if fact.status == WITHDRAWN and fact.value != last.value:
        raise exits.Stop(
            exits.USAGE,
            f"--status: the record to withdraw says {fields.shown(last.value)};"
            " give that value, or leave --status out to correct it",
        )
    return replace(fact, revision=max(record.revision for record in same) + 1)


def _exists(name: str, said_again: bool = False) -> str:
    known = f"{name} records this fact already, with the same value"
    kept = f"{name} records this fact already, and nothing recorded is changed"
    return (
        f"{known if said_again else kept};"
        " to mend a mistake of ours add --correct and --note, to record a later publication"
        " give its own --published"
    )


def _refuse_broken(book: Book, id_: str) -> None:
    """Raises Stop if targets.toml, or what is recorded of this target, has problems."""
    own_folder = f"{OBSERVATIONS_FOLDER}/{id_}"
    whole = (TARGETS_FILE, OBSERVATIONS_FOLDER, own_folder)
    problems = tuple(
        problem for problem in book.problems
        if problem.where.file in whole or problem.where.file.startswith(f"{own_folder}/")
    )  # fmt: skip
    if problems:
        raise exits.Stop(exits.INVALID, project.listed(problems))


def _refuse_faulty(name: str, data: bytes, target: Target) -> None:
    """Raises Stop if the file that would be written is not one that `kpi check` accepts."""
    from kpi.facts.observations import read_observations

    _, problems = read_observations(name, data, {target.id: target})
    if problems:
        first: Problem = problems[0]
        row = data.decode().splitlines()[max(first.where.line, 1) - 1]
        option = _option(row.partition(" =")[0]) + ": " if first.where.line else ""
        remedy = first.remedy.replace("write status = ", "give --status ")
        raise exits.Stop(exits.USAGE, f"{option}{first.what}; {remedy}")


def _write(root: str, book: Book, fact: Observation, name: str, data: bytes) -> None:
    """Makes the file of a fact. Raises Stop."""
    from kpi.cli.recording.lock import recording
    from kpi.store.create import create

    try:
        with recording(root, book, (fact,)):
            create(root, name, data)
    except FileExistsError:
        raise exits.Stop(exits.REFUSED, _exists(name)) from None
    except OSError as error:
        raise exits.unwritten(name, error) from None


def _option(key: str) -> str:
    """The word of the command line that gives a key of the file."""
    return "VALUE" if key == "value" else f"--{key.replace('_', '-')}"
