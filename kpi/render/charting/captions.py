"""What the chart of one target shows, in words: its description, and what its signs mean."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kpi.assess.status import Status
from kpi.facts.records import PLANS, Goal, announcement
from kpi.render.charting.axis import ends
from kpi.render.charting.scene import Mark, Scene, goals_of
from kpi.render.wording import words
from kpi.render.wording.goals import aim
from kpi.render.wording.phrases import phrase
from kpi.render.wording.vocabulary import STATUSES_KO, word

#: Statuses of a figure that nobody has measured.
NOT_OBSERVED = (*PLANS, "estimated")
#: Statuses that a description names, and up to how many periods of each.
NOT_FINAL, NAMED = (*NOT_OBSERVED, "provisional"), 6
#: The kind of a legend's entry that belongs to no sign.
AXIS = "axis"
#: Whether the frame cuts a range below and above -> the phrase that says so, if an end is inside.
GOES_ON = {(True, False): "legend_below", (False, True): "legend_above"}


def described(scene: Scene, status: Status, lang: str, fully: bool = True) -> str:
    """What the chart shows, for whoever cannot see it; the projection only if `fully`."""
    unit = status.target.unit
    parts = [_described(scene.line, lang)]
    parts.append(phrase("drawn_goal", lang, goal=aim(status.goal, status.target, lang)))
    for goal in goals_of(status)[:-1]:
        key = "drawn_earlier" if _is_earlier(goal, status) else "drawn_other"
        parts.append(phrase(key, lang, goal=aim(goal, status.target, lang)))
    rivals = len(scene.of("rival")) + scene.outside
    parts += [phrase("drawn_rivals", lang, n=rivals)] if rivals else []
    projection = status.projection
    if scene.fan and projection and fully:
        low = words.first(projection.low, unit, lang)
        high = words.last(projection.high, unit, lang)
        parts.append(phrase("drawn_fan", lang, level=words.percent(projection.level, lang), low=low,
                            high=high, date=projection.date.isoformat()))  # fmt: skip
    return " ".join(parts)


def _described(judged_marks: tuple[Mark, ...], lang: str) -> str:
    """How many judged values there are, the first and the last, and which are no plain results."""
    if not judged_marks:
        return phrase("drawn_none", lang)
    first, last = judged_marks[0], judged_marks[-1]
    observed = all(mark.status not in NOT_OBSERVED for mark in judged_marks)
    if len(judged_marks) == 1:
        kinds = [word(STATUSES_KO, last.status, lang)] if last.status in NOT_FINAL else []
        until = ", ".join([last.when, *kinds])
        return phrase("drawn_value" if observed else "drawn_figure", lang, last=last.says,
                      until=until)  # fmt: skip
    kinds = list(_kinds(judged_marks, lang))
    kinds_told = phrase("drawn_kinds", lang, kinds="; ".join(kinds)) if kinds else ""
    return phrase(
        "drawn_values" if observed else "drawn_figures", lang, n=len(judged_marks),
        kinds=kinds_told, first=first.says, since=first.when, last=last.says, until=last.when,
    )  # fmt: skip


def _kinds(judged_marks: tuple[Mark, ...], lang: str) -> Iterator[str]:
    """Which values are planned, enacted, estimated or provisional; of many only the number."""
    for status in NOT_FINAL:
        periods = [mark.when for mark in judged_marks if mark.status == status]
        if periods:
            kind = word(STATUSES_KO, status, lang)
            many = phrase("drawn_many", lang, kind=kind, n=len(periods))
            yield f"{kind}: {', '.join(periods)}" if len(periods) <= NAMED else many


def legend(scene: Scene, status: Status, lang: str) -> list[tuple[str, str]]:
    """What the signs mean: the kind of each sign in the chart, and its meaning."""
    names = {
        "seen": "legend_seen", "counted": "legend_plan", "limit": "legend_bound",
        "uncounted": "legend_uncounted", "replaced": "legend_replaced", "start": "legend_start",
        "stated": "legend_stated", "goal": "legend_goal", "earlier": "legend_earlier",
    }  # fmt: skip
    if not all(_is_earlier(goal, status) for goal in goals_of(status)[:-1]):
        names["earlier"] = "legend_other"
    there = {mark.kind for mark in scene.marks}
    entries = [(kind, phrase(key, lang)) for kind, key in names.items() if kind in there]
    for curve, kind in zip(scene.curves, ("path", "path2"), strict=False):
        shape = words.shape(curve.shape, lang)
        entries.append((kind, phrase("legend_path", lang, shape=shape)))
    projection = status.projection
    if scene.fan and projection:
        level = words.percent(projection.level, lang)
        range_told = phrase("legend_fan", lang, level=level, date=projection.date.isoformat())
        if key := "legend_beyond" if scene.beyond else GOES_ON.get(scene.cut):
            unit = status.target.unit
            low = (words.first if scene.beyond else words.amount)(projection.low, unit, lang)
            high = words.last(projection.high, unit, lang)
            range_told += f"; {phrase(key, lang, low=low, high=high)}"
        entries.append(("fan", range_told))
    if "rival" in there or scene.outside:
        key = "legend_outside" if "rival" in there else "legend_all_outside"
        more = f"; {phrase(key, lang, n=scene.outside)}" if scene.outside else ""
        entries.append(("rival", phrase("legend_rival", lang) + more))
    return entries


def under_chart(scene: Scene, status: Status, lang: str) -> list[tuple[str, str]]:
    """The legend of a picture, and at its end what the marks of its axis stand for."""
    return [*legend(scene, status, lang), (AXIS, axis_note(ends(scene.first, scene.last), lang))]


def axis_note(named: Mapping[int, str], lang: str) -> str:
    """That a year, or on a short stretch a month, is marked at its end: where its figure counts."""
    months = any("-" in name for name in named.values())
    return phrase("legend_axis_months" if months else "legend_axis", lang)


def _is_earlier(goal: Goal, status: Status) -> bool:
    """Whether a goal was announced before the judged one, which may not be the last of them."""
    return announcement(goal) < announcement(status.goal)
