"""What a careful colleague would ask about a new figure before it is committed: warnings of add."""

from __future__ import annotations

from decimal import Decimal
from typing import Protocol

from kpi.assess.evidence.forecasts import expected_only
from kpi.facts.quantities.plausibility import (
    OUTLIER,
    counts,
    greatest_change,
    is_far,
    like_fractions,
    other_kind,
    taken_back,
    unlike_its_parts,
    yardsticks,
)
from kpi.facts.quantities.reading import maybe_thousands
from kpi.facts.quantities.units import is_share
from kpi.facts.records import Observation, Target, corrected, unit_of
from kpi.values import replace

#: Where there are too few changes to tell, so is a value this many times as large or small.
SLIP = 10


def thousands(text: str, unit: str) -> list[str]:
    """A point before three digits: decimals here, and thousands where German is written."""
    number = text.strip().partition(" ")[0]
    if is_share(unit) or not maybe_thousands(number):
        return []
    if "," in number:
        return []  # a comma always divides thousands
    large = number.replace(".", "")
    return [f"{number} is read with a decimal point; write {large} if the point divides thousands"]


def doubts(
    fact: Observation, recorded: tuple[Observation, ...], target: Target, stated: bool
) -> list[str]:
    """What a careful colleague would ask about before this is committed."""
    standing = corrected(record for record in recorded if record.series == fact.series)[0]
    series = [record for record in standing if record.bound == "="]
    questions = []
    closed = target.closed
    if closed is not None and fact.published >= closed.on:
        questions.append(
            f"{target.id} was closed on {closed.on}: the figure is kept, and not judged"
        )
    said = _spoken(unit_of(target, fact.series))
    questions += _of_its_period(fact, series, said)
    if fact.revision > 1 and any(_says_the_same(fact, record) for record in recorded):
        questions.append(
            f"the record that it corrects says {said(fact.value)}, too, from the same source;"
            " a correction that corrects nothing is only another file"
        )
    others = [
        record
        for record in _latest(series)
        if record.period != fact.period and counts(record, target)
    ]
    if unlike := unlike_its_parts(fact, unit_of(target, fact.series)):
        questions.append(f"{unlike}; mend one of the three")
    if fact.status not in target.counts:
        return questions  # a plan may be anything
    if expected_only(fact, target):
        return [*questions, f"a forecast of {fact.period} is shown, and never judged"]
    if target.kind == "level" and counts(fact, target):
        questions += _rhythm(fact, others, said)
    if target.kind == "total":
        questions += _fall(fact, others, said)
    if target.kind == "annual" and not fact.note:
        questions += _taken_back(fact, others, said)
    if isinstance(fact.value, bool):
        return questions
    jump = _jump(fact, others, said) if target.kind != "annual" else []
    return questions + (jump or _size(fact, series, target, stated, said))


class Said(Protocol):
    """How a value, or a difference of two, is written in the language of this run."""

    def __call__(self, value: Decimal | bool, difference: bool = False) -> str: ...


def _spoken(unit: str) -> Said:
    """Values as all that is shown of them has them: money in KRW bn is 1,447억 원 in Korean."""
    from kpi.cli.language import language
    from kpi.render.wording.words import told

    lang = language()
    return lambda value, difference=False: told(value, unit, lang, difference)


def unit_of_a_bare_number(text: str, fact: Observation, target: Target) -> list[str]:
    """In which unit a number without one was read, where it is written in another everywhere.

    Of 1.2조 no currency is said, and 조 is mostly said of won.
    """
    from kpi.cli.language import language
    from kpi.render.wording import words

    unit, lang = unit_of(target, fact.series), language()
    last, currency = text.strip()[-1:], words.unit_of(unit).currency
    amount = words.told(fact.value, unit, lang)
    if last in tuple("조억만") and currency not in (None, "KRW"):
        return [f"note: {text.strip()} is read in {currency}, as {amount}"]
    if not last.isdigit() or not words.rescaled(fact.value, unit, lang):
        return []
    counted = words.counted_in(unit, lang)
    return [f"note: {text.strip()} is read in {counted}, as {amount}"]


def _of_its_period(fact: Observation, series: list[Observation], said: Said) -> list[str]:
    """Another publication of the same period: only the later one counts."""
    published = [record for record in series if record.period == fact.period
                 and (fact.revision == 1 or record.published > fact.published)]  # fmt: skip
    if not published:
        return []
    last = published[-1]
    same = "the same value" if last.value == fact.value else said(last.value)
    return [
        f"{fact.period} is recorded already as published on {last.published}, with {same};"
        " from its own publication on the later one counts"
    ]


def _says_the_same(fact: Observation, other: Observation) -> bool:
    """Whether a correction repeats the record before it, but for its note."""
    if other.revision != fact.revision - 1:
        return False
    bare = (
        replace(record, file="", note="", revision=1, recorded=None) for record in (fact, other)
    )
    return len(set(bare)) == 1


def _latest(series: list[Observation]) -> list[Observation]:
    """The last figure published of each period: a revision is no change from one to the next."""
    last = {figure.period: figure for figure in sorted(series, key=lambda figure: figure.vintage)}
    return sorted(last.values(), key=lambda figure: figure.period)


def _rhythm(fact: Observation, others: list[Observation], said: Said) -> list[str]:
    """A quarter among years: for whatever happens in a time, it is another figure."""
    questions = []
    last = other_kind(fact.period, others)
    if last is not None:
        questions.append(
            f"{fact.period} is another kind of period than the figures so far, such as {last};"
            " what is counted in a part of a year is no figure of a year"
        )
    same = next((other for other in others if other.period.end == fact.period.end), None)
    if same is not None:
        questions.append(
            f"{same.period} ends on the same day and is recorded already, with {said(same.value)};"
            " one of the two is judged"
        )
    return questions


def _fall(fact: Observation, others: list[Observation], said: Said) -> list[str]:
    """A running total that falls may be an amount of one year."""
    before = [other.value for other in others if other.period.end < fact.period.end
              and not isinstance(other.value, bool)]  # fmt: skip
    if before and not isinstance(fact.value, bool) and fact.value < before[-1]:
        return [f"{said(fact.value)} is less than {said(before[-1])} before it:"
                " a running total does not fall;"
                " record the total up to the period, not the amount in it"]  # fmt: skip
    return []


def _taken_back(fact: Observation, others: list[Observation], said: Said) -> list[str]:
    """An amount up to a day that is less than one before it in the year may be what came since."""
    for before, after in taken_back([*others, fact]):
        if fact in (before, after):
            return [f"{said(after.value)} of {after.period} is less than {said(before.value)} of"
                    f" {before.period}, both since the year began;"
                    " record all since it began, or say in its note why it fell"]  # fmt: skip
    return []


def _jump(fact: Observation, others: list[Observation], said: Said) -> list[str]:
    """A change out of all proportion to those before, or what looks like a slip of the unit."""
    values = [other.value for other in others if not isinstance(other.value, bool)]
    before = [other.value for other in others if other.period < fact.period]
    if not values or isinstance(fact.value, bool):
        return []
    value, near = said(fact.value), Decimal(before[-1] if before else values[0])
    most, change = greatest_change(map(Decimal, values)), abs(fact.value - near)
    known = len(values) > 2  # of two changes at least
    if known and not most and change:
        return [f"{value} is an outlier: all {len(values)} figures so far are {said(near)};"
                " mind the unit and the definition"]  # fmt: skip
    if known and most and change > OUTLIER * most:
        moved, usual = said(change, difference=True), said(most, difference=True)
        return [f"{value} is an outlier: {moved} from {said(near)}, never more than"
                f" {usual} before; mind the unit and the definition"]  # fmt: skip
    if near and fact.value and not known:
        ratio = abs(fact.value / near)
        if ratio >= SLIP or ratio <= Decimal(1) / SLIP:
            if before:
                return [f"{value} follows {said(near)}; mind the unit and the definition"]
            return [f"{value} comes before {said(near)}; mind the unit and the definition"]
    return []


def _size(
    fact: Observation, known: list[Observation], target: Target, stated: bool, said: Said
) -> list[str]:
    """A size that import would refuse: the first figure, too, has a goal and a baseline."""
    size, sizes = abs(Decimal(fact.value)), yardsticks(target, fact.series, known)
    unit = unit_of(target, fact.series)
    share = is_share(unit)
    if not size or not sizes:
        return []
    if share and not stated and like_fractions([size], sizes):
        least = -1 if fact.value < 0 else 0
        return [f"{fact.value} is between {least} and 1, and the unit is {unit};"
                " write 12.3 for 12.3 %, not 0.123"]  # fmt: skip
    if share and target.ceiling is not None and fact.value < 0:
        return [f"{said(fact.value)} is a share below zero; mind the sign"]
    if is_far(float(size), sizes, share):
        low, high = said(min(sizes)), said(max(sizes))
        value = said(fact.value)
        if low == high:
            return [f"{value} is far from all that is known of the target, {low};"
                    " mind the unit and the definition"]  # fmt: skip
        return [f"{value} is far from all that is known of the target, between"
                f" {low} and {high}; mind the unit and the definition"]  # fmt: skip
    return []
