"""Cases as the field writes them: years and values, a goal, a year, and which way is better."""

from __future__ import annotations

from collections.abc import Mapping

from kpi.assess.case import Case, Point
from kpi.assess.methods.rule import Reading
from kpi.facts.periods import Period

Values = Mapping[int, float] | Mapping[str, float]


def points(values: Values, errors: float | None = None) -> tuple[Point, ...]:
    """Points in the order of their periods, each with the same standard error if one is given."""
    made = (Point(Period.parse(str(when)), float(v), errors) for when, v in values.items())
    return tuple(sorted(made, key=lambda point: point.period))


def case(
    values: Values,
    goal: float,
    by: int | str | None = 2030,
    better: str = "up",
    *,
    base: int | str | bool = True,
    errors: float | None = None,
    path: str | Values | None = None,
    keep: bool = False,
    ceiling: float | None = None,
    total: bool = False,
    resolution: float = 0.0,
) -> Case:
    """A case whose base is its first value, or that of the period `base`, or none (`False`)."""
    made = points(values, errors)
    first = next((p for p in made if base is True or str(p.period) == str(base)), None)
    return Case(
        sign=1 if better == "up" else -1,
        goal=float(goal),
        deadline=None if by is None else Period.parse(str(by)),
        base=first,
        points=made,
        keep=keep,
        ceiling=ceiling,
        path=path if path is None or isinstance(path, str) else points(path),
        total=total,
        resolution=resolution,
    )


def with_years_between(values: Mapping[int, float]) -> dict[int, float]:
    """Two values with three years before the later one on their straight line: a rule asks for the
    last four years running."""
    (first, start), (last, end) = values.items()
    share = (end - start) / (last - first)
    more = {year: start + share * (year - first) for year in range(last - 3, last)}
    return dict(sorted({**values, **more}.items()))


def key(read: Reading) -> str | None:
    """The key of the reading's reason."""
    return read.reason.key if read.reason else None
