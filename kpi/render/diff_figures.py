"""New and revised figures in words and as JSON: what somebody recorded since, fact by fact."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kpi.assess.changes import CONFIRMED, REPLACED, UNCOUNTED, News, Withdrawal
from kpi.assess.comparison.pair import Revision
from kpi.facts.records import Observation, Target, unit_of
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
        return [_row(one, lang) for one in news]
    by_target: dict[str, list[News]] = {}
    for one in news:
        by_target.setdefault(one.target.id, []).append(one)
    shown = list(by_target.values())[:MOST]
    files = len({one.after.file for one in news})
    rows = [("", phrase("news_many", lang, n=len(news), files=files))]
    rows += [_latest_row(some, lang) for some in shown]
    left = len(news) - sum(map(len, shown))
    return [*rows, ("", phrase("and_more", lang, n=left))] if left else rows


def _latest_row(some: Sequence[News], lang: str) -> Row:
    """The latest of a target's new figures, how many they are and where they stand.

    One that is in force comes before others, and one of the judged series before those.
    """
    latest = max(
        some,
        key=lambda one: (
            one.after.series == one.target.judged_series,
            one.state not in (REPLACED, UNCOUNTED),
            one.after.period,
            one.after.vintage,
        ),
    )
    name, text = _row(latest, lang)
    files = list(dict.fromkeys(one.after.file for one in some))
    if len(some) == 1:
        return name, text
    if len(files) == 1:
        return name, f"{text}; {phrase('news_latest', lang, n=len(some), file=files[0])}"
    return name, f"{text}; {phrase('news_latest_of', lang, n=len(some), files=len(files))}"


def _row(one: News, lang: str) -> Row:
    return with_title(one.target, lang, one.after.series), news_words(one, lang)


def news_words(one: News, lang: str) -> str:
    """A new figure: "2025: 17 % (published 2026-03-20; provisional; Statistics Korea)"."""
    return _fact_words(one.target, one.before, one.after, one.state, lang)


def _fact_words(
    target: Target, before: Observation | None, fact: Observation, state: str, lang: str
) -> str:
    said = _value(fact, target, lang)
    if state == CONFIRMED:
        said = phrase("news_unchanged", lang, value=said)
    how = [phrase("published_on", lang, day=fact.published.isoformat())]
    how += _status(before, fact, lang)
    key = {REPLACED: "news_replaced", UNCOUNTED: "not_judged"}.get(state)
    how += [phrase(key, lang)] if key else []
    how.append(words.safe(fact.source) or phrase("news_no_source", lang))
    return f"{fact.period}: {said} ({'; '.join(how)})"


def withdrawn_rows(withdrawn: Iterable[Withdrawal], lang: str) -> list[Row]:
    """Every record that went and changed no value."""
    return [
        (with_title(one.target, lang, one.before.series),
         _fact_words(one.target, None, one.before, one.state, lang))
        for one in withdrawn
    ]  # fmt: skip


def revision_rows(revisions: Iterable[Revision], lang: str) -> list[Row]:
    """Every revised value."""
    return [
        (with_title(one.target, lang, one.before.series), revision_words(one, lang))
        for one in revisions
    ]


def revision_words(one: Revision, lang: str) -> str:
    """A revised value: "2024: 5 % → 4.6 % (published 2026-01-02; provisional → final; why)"."""
    text, fact = f"{one.before.period}: {_value(one.before, one.target, lang)} → ", one.after
    if fact is None:
        return text + phrase("withdrawn", lang)
    how = [phrase("published_on", lang, day=fact.published.isoformat())]
    how += _status(one.before, fact, lang)
    how += [words.safe(said) for said in (fact.note, fact.source) if said]
    return f"{text}{_value(fact, one.target, lang)} ({'; '.join(how)})"


def _value(one: Observation, target: Target, lang: str) -> str:
    figure = words.figure(one.value, unit_of(target, one.series), lang)
    return words.bound(one.bound) + figure


def _status(before: Observation | None, after: Observation, lang: str) -> list[str]:
    """How a figure is known, if that is another way than before or not final; else nothing."""
    now = word(STATUSES_KO, after.status, lang)
    if before is not None and before.status != after.status:
        return [f"{word(STATUSES_KO, before.status, lang)} → {now}"]
    return [now] if after.status != "final" else []


# --- in kpi.diff/1 ----------------------------------------------------------------------------


def news_json(one: News) -> Json:
    """A new figure, in full precision; `before` only where it repeats a value."""
    before = one.before
    return {
        **_fact_json(one.target, one.after),
        "state": one.state,
        "before": before and {
            "value": machine.finite(before.value), "status": before.status,
            "published": machine.day(before.published), "file": before.file,
        },
    }  # fmt: skip


def withdrawn_json(one: Withdrawal) -> Json:
    """A record that went and changed no value, in full precision."""
    return {**_fact_json(one.target, one.before), "state": one.state}


def _fact_json(target: Target, fact: Observation) -> Json:
    return {
        "id": target.id, "title": target.title, "title_ko": target.title_ko,
        "series": fact.series, "period": str(fact.period), "value": machine.finite(fact.value),
        "bound": fact.bound, "unit": unit_of(target, fact.series), "status": fact.status,
        "published": machine.day(fact.published), "source": fact.source, "url": fact.url,
        "file": fact.file,
    }  # fmt: skip


def revision_json(one: Revision) -> Json:
    """A revised value; `after` is null for one that was taken away."""
    before, after = one.before, one.after
    return {
        "id": one.target.id,
        "series": before.series,
        "period": str(before.period),
        "before": machine.finite(before.value),
        "after": machine.finite(after.value) if after else None,
        "why": after.note if after else "",
        "unit": unit_of(one.target, before.series),
        "published": machine.day(after.published) if after else None,
        "file": after.file if after else None,
        "title": one.target.title,
        "title_ko": one.target.title_ko,
        "status": {"before": before.status, "after": after.status if after else None},
        "bound": {"before": before.bound, "after": after.bound if after else None},
        "source": after.source if after else None,
        "url": after.url if after else None,
    }
