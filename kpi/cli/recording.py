"""The command that records: add. It writes one new file, whole or not at all, and no other."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kpi.cli import exits, front, options, project, screen, speech
from kpi.facts.problems import Problem
from kpi.facts.records import OBSERVATIONS_FOLDER, TARGETS_FILE
from kpi.store.trees import Refused

if TYPE_CHECKING:
    from kpi.facts.book import Book
    from kpi.facts.records import Observation, Target

#: A change this many times as large as any before it is worth a second look.
OUTLIER = 5
#: Where there are too few changes to tell, so is a value this many times as large or small.
SLIP = 10

_YES, _NO = ("true", "yes", "done", "완료"), ("false", "no", "미완료")


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
    published: Annotated[
        str | None, typer.Option("--published", metavar="DAY", help="The day it was published.")
    ] = None,
    source: Annotated[
        str | None, typer.Option("--source", metavar="TEXT", help="Who says so, and where.")
    ] = None,
    series: Annotated[
        str | None,
        typer.Option("--series", metavar="ID", help="The series (default: the judged one)."),
    ] = None,
    status: Annotated[
        str,
        typer.Option(
            "--status", metavar="WORD",
            help="final, provisional, estimated, derived, enacted or planned.",
        ),
    ] = "final",
    bound: Annotated[
        str, typer.Option("--bound", metavar="= | >= | <=", help="If it is a limit only.")
    ] = "=",
    url: Annotated[str | None, typer.Option("--url", metavar="URL")] = None,
    quote: Annotated[str | None, typer.Option("--quote", metavar="TEXT")] = None,
    note: Annotated[str | None, typer.Option("--note", metavar="TEXT")] = None,
    grade: Annotated[str | None, typer.Option("--grade", metavar="TEXT")] = None,
    standard_error: Annotated[
        str | None, typer.Option("--standard-error", metavar="NUMBER")
    ] = None,
    correct: Annotated[
        bool,
        typer.Option("--correct", help="Correct our own record of this fact; needs --note."),
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", "-n", help="Show the file, and write nothing.")
    ] = False,
    folder: options.Project = None,
    quiet: options.Quiet = False,
) -> None:  # fmt: skip
    """Record one observation as a new file. Nothing recorded is ever changed."""
    from kpi.cli.writing import recording
    from kpi.facts import observations
    from kpi.store.create import create

    root = project.find(folder)
    book = project.read(root)
    there = tuple(target.id for target in book.targets)
    _refuse_broken(book, id_)
    options.one_of(id_, there, "ID")
    target = next(one for one in book.targets if one.id == id_)
    _refuse_missing({"VALUE": value, "--period": period, "--published": published,
                     "--source": source})  # fmt: skip
    value = _asked(value, f"Value ({target.unit or 'yes or no'})")
    period = _asked(period, "Reference period (2024, 2024-Q3, 2024-06-30)")
    published = _asked(published, "Published on (2025-06-08)")
    source = _asked(source, "Source")
    today = project.today(book.timezone)
    fields = {
        "value": value_of(value, target), "period": period, "published": published,
        "status": status, "bound": bound, "source": source, "url": url, "quote": quote,
        "note": note, "grade": grade, "recorded": today,
        "standard_error": _number(standard_error, target, "--standard-error"),
    }  # fmt: skip
    fact = _fact(target, series or target.judged_series, fields, today)
    fact = _revised(fact, book.observations[id_], correct)
    name, data = observations.file_name(fact), observations.to_toml(fact)
    _refuse_faulty(name, data, target)
    stated = not value.strip()[-1:].isdigit()  # such as 0.9 %, which is no fraction
    found = _warnings(fact, book.observations[id_], target, stated)
    for warning in _thousands(value, target) + found:
        screen.err(f"kpi: warning: {warning}")
    if dry_run:
        screen.out(f"# {name}\n{data.decode()}", machine=True)
        return
    try:
        with recording(root, book, (fact,)):
            create(root, name, data)
    except FileExistsError:
        raise exits.Stop(exits.REFUSED, _exists(name)) from None
    except Refused as refused:
        raise exits.Stop(exits.REFUSED, str(refused)) from None
    except OSError as error:
        reason = error.strerror or str(error)
        raise exits.Stop(exits.OUTPUT, f"{name} could not be written: {reason}") from None
    if not quiet:
        screen.out(f"{name}\n")
    front.renew(folder)


def _asked(given: str | None, prompt: str) -> str:
    """What was given, or what the person at the terminal answers."""
    if given is not None:
        return given
    answer: str = typer.prompt(speech.spoken(prompt), err=True)
    return answer


def _refuse_missing(given: dict[str, str | None]) -> None:
    """Raises Stop if something is missing and nobody can be asked for it."""
    missing = [name for name, value in given.items() if value is None]
    if missing and not screen.can_ask():
        verb, them = ("is", "it") if len(missing) == 1 else ("are", "them")
        what = f"{', '.join(missing)} {verb} missing"
        raise exits.Stop(exits.USAGE, f"{what}; give {them} on the command line")


def value_of(text: str, target: Target) -> Decimal | bool:
    """The value in the target's unit. Raises Stop with the remedy."""
    if target.kind == "milestone":
        word = text.strip().lower()
        if word not in _YES + _NO:
            raise exits.Stop(exits.USAGE, f"VALUE: {text!r} is not yes or no; write true or false")
        return word in _YES
    found = _number(text, target)
    assert found is not None  # noqa: S101 - only None gives None
    return found


def _number(text: str | None, target: Target, name: str = "VALUE") -> Decimal | None:
    from kpi.facts.quantities import read_quantity

    if text is None:
        return None
    try:
        return read_quantity(text, target.unit)
    except ValueError as error:
        raise exits.Stop(exits.USAGE, f"{name}: {error}") from None


def _fact(target: Target, series: str, given: dict[str, Any], today: dt.date) -> Observation:
    """The observation that the options describe; each goes through the reader of its field."""
    from unicodedata import normalize

    from kpi.facts import fields
    from kpi.facts.observations import FIELDS
    from kpi.facts.records import MAIN, Observation

    options.one_of(series, (MAIN, *(one.id for one in target.series)), "--series")
    values: dict[str, Any] = {}
    for key, value in given.items():
        if value is None:
            continue
        name = _option(key)
        if key == "published":
            values[key] = project.day(value, name)
            continue
        try:
            if isinstance(value, str):
                value = normalize("NFC", value)
            values[key] = FIELDS[key](value)
        except fields.Wrong as wrong:
            raise exits.Stop(exits.USAGE, f"{name}: {wrong}") from None
        except ValueError as error:
            raise exits.Stop(exits.USAGE, f"{name}: {error}") from None
    if values["published"] > today:
        what = f"--published: {values['published']} is after today, {today}"
        raise exits.Stop(exits.USAGE, f"{what}; a fact is recorded once it is published")
    return Observation(target=target.id, series=series, file="", **values)


def _revised(fact: Observation, there: tuple[Observation, ...], correct: bool) -> Observation:
    """`fact` with the number of its record. Raises Stop if it is there already."""
    from kpi.facts.observations import file_name
    from kpi.values import replace

    same = [one for one in there if (one.series, one.period, one.published)
            == (fact.series, fact.period, fact.published)]  # fmt: skip
    if not same:
        if correct:
            what = "--correct: there is no record of this fact to correct"
            raise exits.Stop(exits.USAGE, f"{what}; leave the option out")
        return fact
    if not correct:
        raise exits.Stop(exits.REFUSED, _exists(same[-1].file or file_name(fact)))
    if not fact.note:
        raise exits.Stop(exits.USAGE, "--correct: say why with --note")
    return replace(fact, revision=max(one.revision for one in same) + 1)


def _exists(name: str) -> str:
    return (
        f"{name} records this fact already, and nothing recorded is changed;"
        " to mend a mistake of ours add --correct and --note, to record a later publication"
        " give its own --published"
    )


def _refuse_broken(book: Book, id_: str) -> None:
    """Raises Stop if targets.toml, or what is recorded of this target, has problems."""
    own = f"{OBSERVATIONS_FOLDER}/{id_}"
    whole = (TARGETS_FILE, OBSERVATIONS_FOLDER, own)
    found = tuple(
        one for one in book.problems
        if one.where.file in whole or one.where.file.startswith(f"{own}/")
    )  # fmt: skip
    if found:
        raise exits.Stop(exits.INVALID, project.listed(found))


def _refuse_faulty(name: str, data: bytes, target: Target) -> None:
    """Raises Stop if the file that would be written is not one that `kpi check` accepts."""
    from kpi.facts.observations import read_observations

    _, problems = read_observations(name, data, {target.id: target})
    if problems:
        first: Problem = problems[0]
        row = data.decode().splitlines()[max(first.where.line, 1) - 1]
        option = _option(row.partition(" =")[0]) + ": " if first.where.line else ""
        raise exits.Stop(exits.USAGE, f"{option}{first.what}; {first.remedy}")


def _option(key: str) -> str:
    """The word of the command line that gives a key of the file."""
    return "VALUE" if key == "value" else f"--{key.replace('_', '-')}"


def _thousands(text: str, target: Target) -> list[str]:
    """A point before three digits: decimals here, and thousands where German is written."""
    from kpi.facts.quantities import is_share, maybe_thousands

    number = text.strip().partition(" ")[0]
    if target.kind == "milestone" or is_share(target.unit) or not maybe_thousands(number):
        return []
    if "," in number:
        return []  # a comma always divides thousands
    large = number.replace(".", "")
    return [f"{number} is read with a decimal point; write {large} if the point divides thousands"]


def _warnings(
    fact: Observation, there: tuple[Observation, ...], target: Target, stated: bool
) -> list[str]:
    """What a careful colleague would ask about before this is committed."""
    from kpi.facts.comparing import counts

    series = [one for one in there if one.series == fact.series and one.bound == "="]
    found = []
    again = [one for one in series if one.period == fact.period and fact.revision == 1]
    if again:
        last = again[-1]
        same = "the same value" if last.value == fact.value else f"{last.value}"
        found.append(
            f"{fact.period} is recorded already as published on {last.published}, with {same};"
            " from its own publication on the later one counts"
        )
    others = [one for one in _latest(series) if one.period != fact.period and counts(one, target)]
    if fact.status not in target.counts:
        return found  # a plan may be anything
    if target.kind == "level" and counts(fact, target):
        found += _rhythm(fact, others)
    if target.kind == "total":
        found += _fall(fact, others)
    if isinstance(fact.value, bool):
        return found
    jump = _jump(fact, others) if target.kind != "annual" else []
    return found + (jump or _size(fact, series, target, stated))


def _latest(series: list[Observation]) -> list[Observation]:
    """The last figure published of each period: a revision is no change from one to the next."""
    last = {one.period: one for one in sorted(series, key=lambda one: one.vintage)}
    return sorted(last.values(), key=lambda one: one.period)


def _rhythm(fact: Observation, others: list[Observation]) -> list[str]:
    """A quarter among years: for whatever happens in a time, it is another figure."""
    from kpi.facts.comparing import other_kind

    found = []
    last = other_kind(fact.period, others)
    if last is not None:
        found.append(
            f"{fact.period} is another kind of period than the figures so far, such as {last};"
            " what is counted in a part of a year is no figure of a year"
        )
    same = next((one for one in others if one.period.end == fact.period.end), None)
    if same is not None:
        found.append(
            f"{same.period} ends on the same day and is recorded already, with {same.value};"
            " one of the two is judged"
        )
    return found


def _fall(fact: Observation, others: list[Observation]) -> list[str]:
    """A running total that falls may be an amount of one year."""
    before = [one.value for one in others
              if one.period.end < fact.period.end and not isinstance(one.value, bool)]  # fmt: skip
    if before and not isinstance(fact.value, bool) and fact.value < before[-1]:
        return [f"{fact.value} is less than {before[-1]} before it: a running total does not fall;"
                " record the total up to the period, not the amount in it"]  # fmt: skip
    return []


def _jump(fact: Observation, others: list[Observation]) -> list[str]:
    """A change out of all proportion to those before, or what looks like a slip of the unit."""
    values = [one.value for one in others if not isinstance(one.value, bool)]
    before = [one.value for one in others if one.period < fact.period]
    if not values or isinstance(fact.value, bool):
        return []
    near = Decimal(before[-1] if before else values[0])
    changes = [abs(b - a) for a, b in pairwise(values)]
    change = abs(fact.value - near)
    if len(changes) >= 2 and not max(changes) and change:
        return [f"{fact.value} is an outlier: all {len(values)} figures so far are {near};"
                " mind the unit and the definition"]  # fmt: skip
    if len(changes) >= 2 and max(changes) and change > OUTLIER * max(changes):
        return [f"{fact.value} is an outlier: {change} from {near}, never more than"
                f" {max(changes)} before; mind the unit and the definition"]  # fmt: skip
    if near and fact.value and len(changes) < 2:
        ratio = abs(fact.value / near)
        if ratio >= SLIP or ratio <= Decimal(1) / SLIP:
            if before:
                return [f"{fact.value} follows {near}; mind the unit and the definition"]
            return [f"{fact.value} comes before {near}; mind the unit and the definition"]
    return []


def _size(fact: Observation, known: list[Observation], target: Target, stated: bool) -> list[str]:
    """A size that import would refuse: the first figure, too, has a goal and a baseline."""
    from kpi.facts.comparing import is_far, like_fractions, yardsticks
    from kpi.facts.quantities import is_share

    size, sizes = abs(Decimal(fact.value)), yardsticks(target, fact.series, known)
    share = is_share(target.unit)
    if not size or not sizes:
        return []
    if share and not stated and like_fractions([size], sizes):
        return [f"{fact.value} is between 0 and 1, and the unit is {target.unit};"
                " write 12.3 for 12.3 %, not 0.123"]  # fmt: skip
    if is_far(float(size), sizes, share):
        return [f"{fact.value} is far from all that is known of the target, between"
                f" {min(sizes)} and {max(sizes)}; mind the unit and the definition"]  # fmt: skip
    return []
