"""New and revised figures in words and as JSON: what somebody recorded since, fact by fact."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal

from kpi.assess.comparison.records import CONFIRMED, REPLACED, UNCOUNTED, News, Revision, Withdrawal
from kpi.facts.records import WITHDRAWN, Observation, Target, unit_of
from kpi.render import machine
from kpi.render.json_text import Json
from kpi.render.wording import words
from kpi.render.wording.phrases import phrase
from kpi.render.wording.titles import with_title
from kpi.render.wording.vocabulary import STATUSES_KO, word

#: So many new figures are told one by one, or of so many targets the latest; a machine gets all.
MOST = 20

#: A name and a text; either may be empty.
Row = tuple[str, str]


# --- in words ---------------------------------------------------------------------------------


def news_rows(news: Sequence[News], lang: str = "en") -> list[Row]:
    """Every new figure; where there are too many, how many, and the latest of each target."""
    if len(news) <= MOST:
        return [_row(figure, lang) for figure in news]
    by_target: dict[str, list[News]] = {}
    for figure in news:
        by_target.setdefault(figure.target.id, []).append(figure)
    shown = list(by_target.values())[:MOST]
    files = len({figure.after.file for figure in news})
    rows = [("", phrase("news_many", lang, n=len(news), files=files))]
    rows += [_latest_row(figures, lang) for figures in shown]
    left = len(news) - sum(map(len, shown))
    return [*rows, ("", phrase("and_more", lang, n=left))] if left else rows


def _latest_row(figures: Sequence[News], lang: str) -> Row:
    """The latest of a target's new figures, how many they are and where they stand.

    One that is in force comes before others, and one of the judged series before those.
    """
    latest = max(
        figures,
        key=lambda figure: (
            figure.after.series == figure.target.judged_series,
            figure.state not in (REPLACED, UNCOUNTED),
            figure.after.period,
            figure.after.vintage,
        ),
    )
    name, text = _row(latest, lang)
    files = list(dict.fromkeys(figure.after.file for figure in figures))
    if len(figures) == 1:
        return name, text
    if len(files) == 1:
        return name, f"{text}; {phrase('news_latest', lang, n=len(figures), file=files[0])}"
    return name, f"{text}; {phrase('news_latest_of', lang, n=len(figures), files=len(files))}"


def _row(figure: News, lang: str) -> Row:
    said = _fact_words(figure.target, figure.before, figure.after, figure.state, lang)
    return with_title(figure.target, lang, figure.after.series), said


def _fact_words(
    target: Target, before: Observation | None, fact: Observation, state: str, lang: str
) -> str:
    """A fact that came or went: "2025: 17 % (published 2026-03-20; provisional; Yonhap)"."""
    value = _value(fact, target, lang)
    if state == CONFIRMED:
        value = phrase("news_unchanged", lang, value=value)
    details = [phrase("published_on", lang, day=fact.published.isoformat())]
    details += _status(before, fact, lang)
    key = {REPLACED: "news_replaced", UNCOUNTED: "not_judged"}.get(state)
    if fact.status == WITHDRAWN:  # which says by itself that nothing stands, and why
        key, details = None, [*details, words.safe(fact.note)]
    details += [phrase(key, lang)] if key else []
    details.append(words.safe(fact.source) or phrase("news_no_source", lang))
    return f"{fact.period}: {value} ({'; '.join(details)})"


def withdrawn_rows(withdrawn: Iterable[Withdrawal], lang: str) -> list[Row]:
    """Every record that went and changed no value."""
    return [
        (with_title(withdrawal.target, lang, withdrawal.before.series),
         _fact_words(withdrawal.old, None, withdrawal.before, withdrawal.state, lang))
        for withdrawal in withdrawn
    ]  # fmt: skip


def revision_rows(revisions: Iterable[Revision], lang: str) -> list[Row]:
    """Every revised value."""
    return [
        (with_title(revision.target, lang, revision.before.series), revision_words(revision, lang))
        for revision in revisions
    ]


def revision_words(revision: Revision, lang: str) -> str:
    """A revised value: "2024: 5 % → 4.6 % (published 2026-01-02; provisional → final; why)"."""
    before, fact = revision.before, revision.after
    if fact is None:
        was = _value(before, revision.old, lang)
        return f"{before.period}: {was} → {phrase('withdrawn', lang)}"
    was, now = _value(before, revision.old, lang), _value(fact, revision.target, lang)
    if was == now and before.value != fact.value:  # in another unit
        was = _value(before, revision.old, lang, as_recorded)
        now = _value(fact, revision.target, lang, as_recorded)
    details = [phrase("published_on", lang, day=fact.published.isoformat())]
    details += [phrase("edited_in_place", lang)] if revision.edited else []
    details += _status(before, fact, lang)
    details += [words.safe(detail) for detail in (fact.note, fact.source) if detail]
    return f"{before.period}: {was} → {now} ({'; '.join(details)})"


def _value(
    fact: Observation, target: Target, lang: str,
    written: Callable[[Decimal | bool, str, str], str] = words.figure,
) -> str:  # fmt: skip
    return words.bound(fact.bound) + written(fact.value, unit_of(target, fact.series), lang)


def as_recorded(value: Decimal | bool, unit: str, lang: str) -> str:
    """A figure and its unit as they are recorded: "1000 KRW bn", which is else "KRW 1 tn"."""
    return f"{words.figure(value, '', lang)} {words.safe(unit)}"


def _status(before: Observation | None, after: Observation, lang: str) -> list[str]:
    """How a figure is known, if that is another way than before or not final; else nothing."""
    now = word(STATUSES_KO, after.status, lang)
    if before is not None and before.status != after.status:
        return [f"{word(STATUSES_KO, before.status, lang)} → {now}"]
    return [now] if after.status != "final" else []


# --- in kpi.diff/1 ----------------------------------------------------------------------------


def news_json(figure: News) -> Json:
    """A new figure, in full precision; `before` only where it repeats a value."""
    before = figure.before
    return {
        **_fact_json(figure.target, figure.after),
        "state": figure.state,
        "before": before and {
            "value": machine.finite(before.value), "status": before.status,
            "published": machine.day(before.published), "file": before.file,
        },
    }  # fmt: skip


def withdrawn_json(withdrawal: Withdrawal) -> Json:
    """A record that went and changed no value, in full precision."""
    target, before = withdrawal.target, withdrawal.before
    unit = unit_of(withdrawal.old, before.series)
    return {**_fact_json(target, before), "unit": unit, "state": withdrawal.state}


def _fact_json(target: Target, fact: Observation) -> Json:
    return {
        "id": target.id, "title": target.title, "title_ko": target.title_ko,
        "series": fact.series, "period": str(fact.period), "value": machine.finite(fact.value),
        "bound": fact.bound, "unit": unit_of(target, fact.series), "status": fact.status,
        "published": machine.day(fact.published), "source": fact.source, "url": fact.url,
        "file": fact.file,
    }  # fmt: skip


def revision_json(revision: Revision) -> Json:
    """A revised value; `after` is null for one that was taken away."""
    before, after = revision.before, revision.after
    told_by = revision.withdrawn_by or after
    return {
        "id": revision.target.id,
        "series": before.series,
        "period": str(before.period),
        "before": machine.finite(before.value),
        "after": machine.finite(after.value) if after else None,
        "why": told_by.note if told_by else "",
        "unit": unit_of(revision.target, before.series),
        "published": machine.day(after.published) if after else None,
        "file": after.file if after else None,
        "title": revision.target.title,
        "title_ko": revision.target.title_ko,
        "status": {"before": before.status, "after": after.status if after else None},
        "bound": {"before": before.bound, "after": after.bound if after else None},
        "source": after.source if after else None,
        "url": after.url if after else None,
        "unit_before": unit_of(revision.old, before.series),
        "edited": revision.edited,
    }
