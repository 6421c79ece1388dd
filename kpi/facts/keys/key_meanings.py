"""What each key of targets.toml and of an observation file means, in sentences for a reader.

`kpi schema` gives them to editors as descriptions, and docs/keys.md prints them. No file is read by
them, so nothing that a command needs at its start loads this module.

Each entry says what the key is, how it is written where that is not plain, and what it does to the
verdict. Types and defaults are not repeated: they stand in `schema`.
"""

from __future__ import annotations

_KOREAN = "The title in Korean, shown in its place under `--lang ko`."
_NO_VERDICT = "It does nothing to the verdict."

#: Of targets.toml: title of the table -> key -> meaning.
TARGETS: dict[str, dict[str, str]] = {
    "TargetsFile": {
        "schema": "The form in which the file is written, of which there is one so far: `1`.",
        "title": "The title of the project, at the head of pages, reports and exports.",
        "title_ko": _KOREAN,
        "timezone": (
            "The time zone whose calendar says which day it is where no `--on` is given, by its"
            ' name in the tz database, such as `"Asia/Seoul"`.'
        ),
        "document": (
            "The documents in which the promises were made, each as `[document.some-id]`. Goals"
            " name them by that id."
        ),
        "target": "The promises, each as `[[target]]` with its keys below it.",
    },
    "DocumentTable": {
        "title": "The title of the document, shown beside the quote of a goal.",
        "publisher": "Who published it.",
        "published": (
            "The day on which it appeared. A goal that names the document and has no `announced`"
            " of its own was announced on that day."
        ),
        "url": "Where it can be read.",
        "weight": (
            "How firm a source it is: `official` (the authority's own text), `press` or `blog`."
            " If that of the judged goal is `press` or `blog`, the flag `press source only`"
            " stands beside the verdict, which stays the same."
        ),
        "note": "Anything else that a reader should know of the document.",
    },
    "TargetTable": {
        "id": (
            "The name of the target on the command line, and of its folder under `observations/`:"
            " small ASCII letters, digits and single hyphens, at most 80, and unlike any other"
            " target's."
        ),
        "title": "What is promised, in a few words.",
        "title_ko": _KOREAN,
        "owner": f"Who promised it. `kpi status --owner` chooses by it. {_NO_VERDICT}",
        "tags": f"Words by which `kpi status --tag` chooses targets. {_NO_VERDICT}",
        "kind": (
            "What the figures are. `level`: a state on a day, such as a share, a rate or a number"
            " in existence. `total`: a running total; every observation is the whole sum since the"
            " start, never an instalment. Both are judged against a path from the baseline to the"
            " goal. `annual`: an amount in the one period that the goal's `by` names; only figures"
            " of that period count, and the verdict is `met`, `missed`, `awaiting data` or"
            " `under way`. `milestone`: done or not; the goal's value is `true`, and the verdict"
            " `done`, `done late`, `pending`, `overdue` or `open`."
        ),
        "unit": (
            'The unit of every figure of the target, such as `"%"`, `"KRW bn"` or `"companies"`;'
            ' required unless the kind is `milestone`. In `"%"`, or `"% of …"`, changes are'
            " percentage points."
        ),
        "direction": (
            "Which way is better: `up`, `down`, or `keep` for a value that is to be held."
            " Required for the kinds `level` and `total`, and never guessed; `up` for the others."
            " It decides the comparator of a goal that has none. A value to be kept is `met` while"
            " it holds, also before the deadline; when it does not hold, it is `behind`, `stalled`"
            " or `wrong way` until then, unless `path` has rows."
        ),
        "ceiling": (
            "The natural limit of the indicator: `100` for a share in per cent. With it, what is to"
            " rise to less than the limit is expected between a straight line and an S-shaped"
            " (logistic) curve; without it, between a straight line and constant growth."
            " Projections of figures between 0 and the limit do not pass it; of figures that were 0"
            " or the limit itself there are none. No goal, baseline, row"
            " or judged figure may lie beyond it."
        ),
        "baseline": (
            "Where the target starts; the path runs from there. As long as no figure is later the"
            " verdict is `baseline only`, or `no data` where there is no figure at all. Without a"
            " baseline nothing is expected on the way: before the deadline the verdict is `no path`"
            " where it is not `met`, `wrong way` or `stalled`."
            ' Rows of `path`, `path = "step"` and the kinds `annual` and `milestone` do without'
            ' one; so does `direction = "keep"`, whose path is the goal itself.'
        ),
        "cadence": (
            'How often the judged series appears, such as `"1 year"` or `"3 months"`. A latest'
            " figure that is older than one and a half times this plus `lag` has the flag `stale`."
            " Without it nothing is ever stale, and nobody is told when the next figure is due."
            " The verdict stays the same."
        ),
        "lag": (
            "How long after the end of its period a figure is published, such as"
            ' `"12 months"`. With it `awaiting data` says on which day the deadline can be judged.'
            " The verdict stays the same; for `stale` a missing lag is none."
        ),
        "judged_series": (
            "The id of the one series that is judged; the others are shown. `main` are the files"
            " directly in the target's folder. If another series has figures and this one has none,"
            " the verdict of a level or a total is `cannot judge`."
        ),
        "judged_why": (
            "Why that series and no other: by its definition, written before its figures are"
            " looked at. Shown; `kpi check` asks for it where there are several series."
        ),
        "path": (
            "The values that are expected on the way from the baseline to the goal. Rows,"
            " `[{ by = 2026, value = 4 }, …]`, are announced interim goals, joined by straight"
            " lines. A word is a shape: `linear`, `geometric` (constant growth; baseline and goal"
            " above zero), `logistic` (S-shaped; needs `ceiling`), or `step` (nothing is expected"
            " before the deadline, and a figure short of the goal is `pending` until then). With a"
            " path a figure that moves toward the goal is `on track` or `behind`. Without, it is"
            " held against the two most plausible paths, and between them it is `possible`. Kinds"
            " `annual` and `milestone` have no path, and a value to be kept none but rows and"
            " `step`."
        ),
        "counts": (
            "The statuses of observations that are judged, of `final`, `provisional`, `estimated`,"
            " `derived`, `enacted` and `planned`. Figures of other statuses are shown and never"
            " judged: a level or a total that has nothing else is `no data`. Where `enacted` or"
            " `planned` counts and the latest figure, or one under the verdict, is of that sort,"
            " the word stands beside the verdict as a flag. A plan counts until a result of its"
            " period is known, and a plan of a year is no result of it before the year is over."
        ),
        "closed": "Ends the target for a reason other than its being met or missed.",
        "superseded": (
            "Says that another target took this one's place: the flag `superseded`. It is still"
            " judged as before; to end it, use `closed`."
        ),
        "goal": (
            "What was promised: one table, `goal = { … }`, or `[[target.goal]]` once for each time"
            " the promise was made or moved. Of several the one announced last is judged, with the"
            " flag `goal moved` if it asks for something else. Interim goals that hold beside the"
            " last one are rows of `path`, or targets of their own, not several goals."
        ),
        "series": (
            "The measured lines that bear on the target, each as `[[target.series]]`. Its files lie"
            " in a folder of its id in the target's folder. A changed question or definition is a"
            " new series: no trend or path runs from one series to another."
        ),
        "note": "Anything else that a reader should know of the target. " + _NO_VERDICT,
    },
    "GoalTable": {
        "value": (
            "The value to be reached, in the target's unit; `true` for a milestone. It must not"
            " lie on the wrong side of the baseline."
        ),
        "change": (
            'In place of `value`, where a change from the baseline was promised: `"-40 %"` is 40'
            ' per cent less than the baseline, `"+100 %"` twice as much. Of a level with a'
            " direction up or down, and a baseline with a value above zero. The value to be"
            " reached is reckoned from the judged series' own figure of the baseline's period,"
            " where there is one, and follows it when it is revised; otherwise from the stated"
            " value, or from a limit that refutes it, by which nothing is green."
        ),
        "comparator": (
            'How a figure must stand to the value: `">="`, `">"`, `"<="`, `"<"`, `"="`, or `"~"`,'
            ' about, which is within 5 % of it. Left out, `">="` if the direction is `up`, `"<="`'
            ' if it is `down`, `"~"` if it is `keep`. A goal with `"="` or `"~"` that is to rise is'
            " fulfilled by more, too, and one that is to fall by less; what is to be kept must hold"
            ' on both sides. With `keep`, `">="` guards against a fall only, `"<="` against a rise.'
            " It means nothing for a milestone, of which `kpi check` says so."
        ),
        "by": (
            "The deadline: the last day of this period, so `2030` is 2030-12-31. The goal is met by"
            " the last figure whose period ends by then. Afterwards it is `missed`, or `awaiting"
            " data` as long as the figure of the deadline's own period may still come, or still"
            " `no data` where there is none."
            " Left out, the goal is `met` or `open`, and never missed. For the kind `annual` it is"
            " required and names the period of the amount; a day stands for its year."
        ),
        "announced": (
            "The day on which the goal was announced; left out, the day its document appeared, and"
            " without one it has always been known. `--as-of` an earlier day does not know the"
            " goal. One of these days is required where there are several goals. If the last one"
            " asks for less than an earlier one, figures of the time before it are judged by the"
            " earlier."
        ),
        "document": "The id of the document in which the goal stands, `[document.some-id]`.",
        "quote": (
            "The promise word for word. `kpi check` warns if the value is not in it, or if it names"
            " another year than `by` and there is no `reading`."
        ),
        "reading": (
            "How the words of the deadline are read, where they can be read in two ways. Shown;"
            " `kpi check` then no longer asks why the quote names another year, or which release"
            " decides."
        ),
        "judged": (
            "`true` to judge this goal although another was announced later. At most one of a"
            " target's goals says so."
        ),
        "note": (
            "Anything else that a reader should know of the goal; if it was met already when it was"
            " announced, what it is to keep."
        ),
    },
    "SeriesTable": {
        "id": (
            "The name of its folder in the target's folder, written as a target's id. `main`"
            " describes the files that lie directly in the target's folder."
        ),
        "title": "What the series is called.",
        "title_ko": _KOREAN,
        "publisher": "Who measures and publishes it.",
        "definition": "What is measured: the question, the population, the way it is counted.",
        "comparable": (
            "Whether it measures what the target's words promise: `yes`, `partly` (judged all the"
            " same, with the remark) or `no` (shown, and never judged: if the judged series is such"
            " a one, its figures make the verdict `cannot judge`)."
        ),
        "unit": (
            "Its unit, if that is not the target's. Such a series is shown and never judged, as one"
            " that is not comparable."
        ),
        "url": "Where it is published.",
        "note": "Anything else that a reader should know of the series.",
    },
    "BaselineTable": {
        "period": "The period of the value. The path starts on its last day.",
        "value": (
            "The value as announced, in the target's unit. Where the judged series has a figure of"
            " its own for that period, that one counts, and if it differs the flag `rebased` says"
            " so. Left out, the judged series' own is taken: that of the period, else its nearest"
            " earlier or its first one, and a flag says so."
        ),
        "series": (
            "The id of the series to which the value belongs; `main` if left out. If that is not"
            " the judged series, the path starts from the judged series' own value instead, as if"
            " no value were stated. Left out, what was said of a level for some day within a year,"
            " or for another part of the periods that `main` has, does not stand against the figure"
            " of `main` for the period before, if that is nearer to the goal."
        ),
        "assumed": (
            "`true` if no source states the value and it was assumed, which needs a `reason`."
            " Shown beside the value; judged like any other."
        ),
        "reason": "Why the value was assumed.",
        "why": "The same as `reason`, which counts if both are written.",
        "note": "Anything else that a reader should know of the baseline.",
    },
    "RowTable": {
        "by": (
            "The period on whose last day the value is expected. Rows stand in the order of time;"
            " at the deadline the goal's own value counts."
        ),
        "value": "The value that was announced for it, in the target's unit.",
    },
    "ClosedTable": {
        "on": (
            "The day from which the target is closed. Judged for an earlier day, or `--as-of` one,"
            " it is judged as if it were not."
        ),
        "as": (
            "The verdict from that day on, whatever the figures say: `dropped` (given up) or"
            " `resolved otherwise` (what it was for was reached in another way)."
        ),
        "why": "The reason, shown with the verdict.",
        "document": "The id of the document that says so.",
    },
    "SupersededTable": {
        "on": "The day from which the flag `superseded` stands beside the verdict.",
        "by": "The id of the target that took its place.",
        "why": "The reason.",
    },
}

#: Of a file of one observation, and of a row of a batch: key -> meaning.
OBSERVATION: dict[str, str] = {
    "target": (
        "Only in a row of a batch that lies directly in `observations/`, where it is required: the"
        " id of the target. Elsewhere the folder says it."
    ),
    "series": (
        "Only in a row of a batch: the id of the series, where the folder does not say it; `main`"
        " if left out. Elsewhere the folder says it."
    ),
    "period": (
        "The reference period. In a file of one fact its name says it, and it may be left out; in"
        " a row of a batch it is required. A level or a total counts on the last day of its"
        " period. A period that ends after its publication is a problem, unless the status is"
        " `estimated`, `enacted` or `planned`."
    ),
    "value": (
        "The figure, a bare number in the unit of its series; `true` or `false` for a milestone."
        " For the kind `total` the whole sum since the start. For the kind `annual` the amount of"
        " its period: that of the whole year (or whatever period the goal names) wins; else parts"
        " (halves, quarters, months or weeks) that follow each other from its first day on are"
        " added up to the first gap, and a figure of a single day is the amount from the beginning"
        " to that day, to which parts that follow it are added. What covers most of the year"
        " counts, and of that what was published last."
    ),
    "published": (
        "The day on which the source published the figure, which counts from then on. The name of"
        " the file says it, and it may be left out. Of the same period published twice the later"
        " publication counts from its day on; the earlier one stays."
    ),
    "status": (
        "What sort of figure it is: `final`; `provisional` (may be revised; a flag says so);"
        " `estimated` (also a forecast, from before the end of its period: it counts if that period"
        " had begun, until a value of any later day than its own publication is known; a flag tells"
        " it, it reaches no goal, and it says nothing of the kinds `annual` and `milestone`);"
        " `derived` (reckoned"
        " from other figures); `enacted` (a budget or a law as passed, no outcome); `planned` (a"
        " plan or a proposal). The last two are shown and not judged, unless the target's `counts`"
        " names them. A correction (`_r2`) may be `withdrawn`: then nothing stands of the record,"
        " as of one that was made for the wrong period, and an earlier publication counts again."
    ),
    "bound": (
        'Whether the source gives the value itself, `"="`, or a limit only: `">="` for "more than'
        ' 100", `"<="` for "less than 100". A limit is shown, and makes no trend; it is judged only'
        " where it shows by itself that the goal is met, and a level or a total that has nothing"
        " else is `no data`."
    ),
    "standard_error": (
        "The standard error of the value, in its series' unit. The rule `share-of-change` and the"
        " flag `within noise` tell change from chance by it where the figure at the baseline has"
        " one, too; that of the last figure widens the projection."
    ),
    "numerator": (
        "The counted part of a share, with `denominator`. Shown beside it, and `kpi show` tells how"
        f" much of the change came from each of the two. {_NO_VERDICT}"
    ),
    "denominator": (
        "The whole of which the numerator is a part; above zero. `kpi check` warns where the two"
        " give another share than `value`."
    ),
    "grade": f'How far you trust the source, in your own marks, such as `"A"`. {_NO_VERDICT}',
    "source": "Who says so, and where. `kpi add` insists on it.",
    "url": "Where it can be read.",
    "quote": "The source's own words.",
    "note": (
        "Anything else that a reader should know of the figure. In a correction (`_r2`) it is"
        " required and says why the earlier record was wrong."
    ),
    "recorded": (
        "The day on which it was written down, not before its publication. `kpi add` writes it."
        f" {_NO_VERDICT}"
    ),
}
