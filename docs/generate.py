"""Writes the pages that are generated from the code; `make docs`. A test fails if one is stale.

    docs/cli.md        every command's own help
    docs/methods.md    the published rules, from their catalogue, with worked examples
    README.md          the block between `<!-- generated: status -->` and `<!-- end -->`
    targets.schema.json
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

from kpi.assess.case import Case, Point
from kpi.assess.methods.catalogue import BY_NAME, RULES
from kpi.assess.methods.rule import Cut, Rule
from kpi.facts.periods import Period

HERE = Path(__file__).parent
ROOT = HERE.parent

# ------------------------------------------------------------------------------- docs/cli.md


def cli() -> str:
    """Every command's help, as the command prints it."""
    from typer.testing import CliRunner

    from kpi.cli.app import app

    runner = CliRunner()
    commands = sorted(command.callback.__name__ for command in app.registered_commands
                      if command.callback)  # fmt: skip
    parts = ["# The command line\n\nGenerated from the commands themselves by `make docs`.\n"]
    for arguments in ([], *([command] for command in commands)):
        title = " ".join(["kpi", *arguments])
        said = runner.invoke(
            app, [*arguments, "--help"], prog_name="kpi", env={"COLUMNS": "100", "TERM": "dumb"}
        )
        text = "\n".join(line.rstrip() for line in said.output.strip("\n").splitlines())
        parts.append(f"## {title}\n\n```text\n{text}\n```\n")
    return "\n".join(parts)


# --------------------------------------------------------------------------- docs/methods.md

BEGINNING = """\
# The published rules, and where they disagree

Generated from the catalogue of rules (`kpi/assess/methods/`) by `make docs`; the results in the
tables are computed when it is written, beside what the publisher printed.

Six published rules answer six different questions about the same series. They are shown side by side
and never averaged. `kpi methods ID` prints them for a target, `kpi methods ID --explain METHOD` works
one out step by step. No rule puts a small number in place of a zero: where a rule does not apply it
says why.

Letters: `b` and `t_b` baseline value and date, `c` and `t_c` the latest observation, `T` and `T_T` goal
and deadline, `d` +1 where more is better and -1 where less is. Time between two periods of one kind is
counted in whole units of it (2015 to 2023 is exactly 8 years), otherwise in days / 365.25.

**Unconfirmed** marks what could not be read in the publisher's own text.
"""

BAND = """\
## The headline, and the band

Every ratio is a comparison with a path: linear-ratio >= 1 says that the value lies on or beyond the
straight path at its own date, growth-ratio >= 1 on or beyond the geometric one. What the rules disagree
about is mostly the shape of the path. So the headline compares with both plausible ones, straight and
curved: beyond both is `on track`, between them `possible`, short of both `behind`. A back-test on 4,227
country-cases of the Sustainable Development Report's data (two values known, outcome five to ten years
later; the cases are not independent, and some health series are modelled) found how often the goal was
met later:

| later met the goal | beyond both paths | between them | short of both |
|---|---|---|---|
| internet use, 6 runs (goals 20 to 80 %) | 167 of 193 = 87 % | 65 of 193 = 34 % | 44 of 408 = 11 % |
| other rising shares (women in parliament, electricity, primary enrolment) | 36 of 69 = 52 % | 8 of 32 = 25 % | 35 of 424 = 8 % |
| falling goals (7 indicators, up to 3 runs each, 20 to 40 % down) | 869 of 1169 = 74 % | 52 of 151 = 34 % | 213 of 1588 = 13 % |

Rising counts and money were not in it. Two cuts of the headline are our own and not back-tested: that a
recent trend away from the goal (`wrong way`), and one under a tenth of the pace needed (`stalled`), come
before the band.
"""

PROJECTION = """\
## Projections

With three or more observations of one series: a random walk with drift, on logits for a share with a
ceiling, on logs for a positive quantity that grows multiplicatively, else plain; Student's t with n - 2
degrees of freedom (Hyndman and Athanasopoulos, Forecasting: principles and practice, table 5.2; the form
for uneven spacing is ours). A textbook 80 % interval of a straight regression covered 41 % of outcomes
five to seven years ahead in the back-test; the random walk on logits 67 %, and with a doubled standard
error 81 %. So the standard error is doubled for horizons of five years and more, and less from one year
on. A probability is never printed without its range.
"""

UNCONFIRMED = """\
## Not confirmed

What we could not read in the publisher's own text, and show as unconfirmed: the wording of Eurostat's
annex on its cuts and on goals already reached, and whether its required rate starts at the window or at
the policy's base year; the cut at half the required rate in editions of the Sustainable Development Report
from 2020 on; the United Nations Statistics Division's own technical note (read through Eustat, which
implements it); the rule of 10 % in Healthy People 2030 (read for 2020). No numeric tolerance of the EU's
Digital Decade trajectories is known to us.
"""


def methods() -> str:
    """The page of the rules."""
    parts = [BEGINNING, BAND]
    for rule in RULES:
        parts.append(_rule(rule))
    parts += [PROJECTION, _disagreements(), UNCONFIRMED]
    return "\n".join(parts)


def _rule(rule: Rule) -> str:
    lines = [f"## {rule.name}: {rule.title}", "", f"Measure: {rule.measure}.", ""]
    lines += [f"    {rule.formula}", "", "| class | light | from |", "|---|---|---|"]
    lines += [f"| {cut.klass} | {cut.light} | {_from(cut)} |" for cut in rule.cuts]
    lines += ["", "Published by:", ""]
    for source in rule.sources:
        cited = [source.publisher, source.title, source.year, source.section]
        said = f"- {', '.join(part for part in cited if part)}"
        said += "" if source.confirmed else " (**unconfirmed**)"
        said += f". “{source.quote}”" if source.quote else ""
        said += f" <{source.url}>" if source.url else ""
        lines.append(said + (f". {source.note[0].upper()}{source.note[1:]}." if source.note else ""))
    lines += ["", "Where the source is silent we decided:", ""]
    lines += [f"- {decision}" for decision in rule.decided]
    return "\n".join(lines) + "\n" + _examples(rule)


def _from(cut: Cut) -> str:
    if cut.at is None:
        return cut.says or "all the rest"
    sign = ("<" if cut.strict else "<=") if cut.falling else (">" if cut.strict else ">=")
    return f"{sign} {cut.at:g}" + (f", {cut.says}" if cut.says else "")


def _case(base: tuple[int, float], current: tuple[int, float], goal: float, by: int,
          sign: int) -> Case:  # fmt: skip
    points = [Point(Period.parse(str(year)), value) for year, value in (base, current)]
    return Case(sign, goal, Period.parse(str(by)), points[0], tuple(points))


def _examples(rule: Rule) -> str:
    """Published verdicts beside ours, for the rules that have any."""
    vectors = json.loads((ROOT / "tests" / "vectors" / "method-vectors.json").read_text("utf-8"))
    found = {
        "growth-ratio": _statcan, "recent-trend": _germany, "linear-ratio": _sdsn,
    }  # fmt: skip
    if rule.name not in found:
        return ""
    heads, rows = found[rule.name](vectors)
    lines = ["", "Published verdicts, and ours on the same figures:", ""]
    lines += [f"| {' | '.join(heads)} |", f"|{'---|' * len(heads)}"]
    return "\n".join([*lines, *(f"| {' | '.join(row)} |" for row in rows)]) + "\n"


def _ours(rule: str, case: Case) -> str:
    reading = BY_NAME[rule].judge(case)
    if reading.klass is None:
        return "does not apply"
    return reading.klass + (f", {reading.value:.4f}" if reading.value is not None else "")


def _statcan(vectors: dict[str, list[dict[str, object]]]) -> tuple[list[str], list[list[str]]]:
    rows = []
    for one in vectors["statcan"]:
        if one["target"] is None:
            continue
        case = _case(
            (int(one["base_year"]), one["base_value"]),  # type: ignore[call-overload, arg-type]
            (int(one["current_year"]), one["current_value"]),  # type: ignore[call-overload, arg-type]
            one["target"], int(one["target_year"]), int(one["direction"]),  # type: ignore[call-overload, arg-type]
        )  # fmt: skip
        value = one["progress_value"]
        said = str(one["status"]).replace("_", " ")
        rows.append([
            f"Statistics Canada {one['file']} {one['tag']}",
            f"{one['base_value']:g} ({one['base_year']:g})",
            f"{one['current_value']:g} ({one['current_year']:g})",
            f"{one['target']:g} ({one['target_year']:g})",
            said + (f", {value:.4f}" if value is not None else ""),
            _ours("growth-ratio", case),
        ])  # fmt: skip
    return ["series", "base", "current", "goal", "published", "ours"], rows


def _germany(vectors: dict[str, list[dict[str, object]]]) -> tuple[list[str], list[list[str]]]:
    names = {"SUN": "sun", "LIGHT": "sun with cloud", "CLOUD": "cloud", "STORM": "thunderstorm"}
    rows = []
    for one in vectors["germany"]:
        series = one["series"]
        assert isinstance(series, dict)
        points = tuple(Point(Period.parse(year), value) for year, value in sorted(series.items()))
        case = Case(int(one["direction"]), one["target"], Period.parse(str(one["target_year"])),  # type: ignore[call-overload, arg-type]
                    points[0], points)  # fmt: skip
        rows.append([
            f"Destatis {one['indicator']}, {one['year']}",
            ", ".join(f"{value:g}" for value in series.values()),
            f"{one['target']:g} ({one['target_year']})",
            names[str(one["verdict"])],
            _ours("recent-trend", case),
        ])  # fmt: skip
    return ["indicator, year", "values", "goal", "published", "ours"], rows


def _sdsn(vectors: dict[str, list[dict[str, object]]]) -> tuple[list[str], list[list[str]]]:
    rows = []
    for one in vectors["sdsn_2019_internet"]:
        case = _case((one["base_year"], one["base"]), (one["year"], one["value"]),  # type: ignore[arg-type]
                     one["green_threshold"], one["target_year"], 1)  # type: ignore[arg-type]  # fmt: skip
        rows.append([
            f"internet use, {one['country']}",
            f"{one['base']:g} ({one['base_year']})", f"{one['value']:g} ({one['year']})",
            f"{one['green_threshold']} ({one['target_year']})",
            str(one["published_arrow"]), _ours("linear-ratio", case),
        ])  # fmt: skip
    return ["series", "base", "current", "goal", "published", "ours"], rows


DISAGREEMENTS = """\
## Where and why they disagree

Three factors separate the rules, and `kpi methods` names the one at work:

- **curvature**: linear against growth. For a rise from a small base the growth rate is lenient early and
  the straight line strict; for a reduction it is exactly the other way round.
- **window**: since the base, or the last five years. A series that rose and then stopped pleases the one
  and not the other.
- **yardstick**: a rate, the level reached by the deadline, or the part of the gap still open.

The project in `examples/where-methods-disagree/` can be run (`kpi methods` there). A, C and D are invented
to show one cause each; E is Statistics Canada's share of zero-emission vehicles, whose published status
after falling from 14.63 to 9.53 % is still "substantial progress" (ratio 0.9504, cut 0.95; at 9.50 % it
would have been "moderate"):
"""

MORE = """\
Also known, with published or constructed figures:

- 6 to 8.6 in two years, goal 15 after five: growth ratio 0.981 and extrapolation 0.973 (both on track),
  straight ratio 0.722 (moderately improving).
- A goal that was met long ago and is being lost: maternal deaths in Canada, 7.05 to 12.58 against a bar of
  70. Statistics Canada: achieved. The straight rule: met but falling. Germany's: sun with cloud.
- Internet use in Angola, 2.8 to 14.3 %, goal 80 by 2030: published as stagnating by the SDG Index
  (straight ratio 0.427); the growth ratio is 1.44.
- Of 96 Statistics Canada series with an open numeric goal 17 are on track by at least one of growth,
  extrapolation and straight ratio, 10 by all three.
"""


def _disagreements() -> str:
    """The example project's own panel."""
    import datetime as dt

    from kpi.assess.board import assess
    from kpi.facts.book import read_book
    from kpi.store.trees import WorkTree

    book = read_book(WorkTree(str(ROOT / "examples" / "where-methods-disagree")))
    board = assess(book, dt.date(2026, 11, 22))
    names = [rule.name for rule in RULES]
    lines = [f"| target | headline | {' | '.join(names)} | split |", f"|{'---|' * (len(names) + 3)}"]
    for status in board.statuses:
        cells = [
            "does not apply" if one.klass is None or one.value is None
            else f"{one.klass} ({one.value:.3g})"
            for one in status.readings
        ]  # fmt: skip
        split = status.split
        said = f"{split.agree}/{split.of}, {split.cause}" if split is not None else ""
        lines.append(f"| {status.target.title} | {status.verdict} | {' | '.join(cells)} | {said} |")
    return "\n".join([DISAGREEMENTS, *lines, "", MORE])


# ---------------------------------------------------------------------------------- README.md


def readme() -> str:
    """README.md with its block of real output renewed, judged for a fixed day."""
    from typer.testing import CliRunner

    from kpi.cli.app import app

    arguments = ["status", "ai-company-share", "ai-suppliers", "intl-rd-share",
                 "ai-factories-2030", "biotech-zone-designation", "cvc-external-cap",
                 "game-changer-feasibility-2025", "--on", "2026-11-22",
                 "--project", str(ROOT)]  # fmt: skip
    said = CliRunner().invoke(app, arguments, env={"COLUMNS": "120", "NO_COLOR": "1"})
    text = "\n".join(line.rstrip() for line in said.stdout.strip("\n").splitlines())
    before = (ROOT / "README.md").read_text("utf-8")
    block = f"<!-- generated: status -->\n```text\n{text}\n```\n<!-- end -->"
    pattern = re.compile(r"<!-- generated: status -->.*?<!-- end -->", re.S)
    return pattern.sub(lambda _: block, before)


def schema() -> str:
    """targets.schema.json."""
    from kpi.cli.keeping import schema_text

    return schema_text()


PAGES: dict[str, Callable[[], str]] = {
    "docs/cli.md": cli,
    "docs/methods.md": methods,
    "README.md": readme,
    "targets.schema.json": schema,
}


def main() -> None:
    """Write every page."""
    for name, make in PAGES.items():
        (ROOT / name).write_text(make(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
