"""Writes the pages that are generated from the code; `make docs`. A test fails if one is stale.

docs/cli.md        every command's own help
docs/methods.md    the published rules, from their catalogue, with worked examples
docs/keys.md       every key of the files, and recipes with what kpi says of them
docs/units.md      the units that are said in Korean
docs/verdicts.md   verdicts and flags
docs/json.md       the keys of JSON, with the columns of the tables that are exported
docs/handbook.ko.md  the handbook in Korean, with what its commands print
README.md          the block between `<!-- generated: status -->` and `<!-- end -->`, and the
                   commit of the report that it verifies
targets.schema.json
"""

from __future__ import annotations

import datetime as dt
import json
import re
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from kpi.assess.board import assess
from kpi.assess.case import Case, Point
from kpi.assess.methods.catalogue import BY_NAME, RULES
from kpi.assess.methods.rule import Cut, Rule
from kpi.facts.book import read_book
from kpi.facts.keys import fields, key_meanings
from kpi.facts.keys import schema as schema_tables
from kpi.facts.keys.schema import FILE
from kpi.facts.keys.tables import Key, Named, Rows, Table
from kpi.facts.observations import ROW_FIELDS
from kpi.facts.periods import Period
from kpi.render.wording import reasons, words
from kpi.store.trees import WorkTree

Vectors = dict[str, list[dict[str, Any]]]

HERE = Path(__file__).parent
ROOT = HERE.parent

# ------------------------------------------------------------------------------- docs/cli.md


def cli() -> str:
    """Every command's help, as the command prints it."""
    from typer.testing import CliRunner

    from kpi.cli.app import COMMANDS, build

    app, runner = build(), CliRunner()
    parts = ["# The command line\n\nGenerated from the commands themselves by `make docs`.\n"]
    for arguments in ([], *([command] for command in sorted(COMMANDS))):
        title = " ".join(["kpi", *arguments])
        said = runner.invoke(
            app, [*arguments, "--help"], prog_name="kpi", env={"COLUMNS": "100", "TERM": "dumb"}
        )
        text = "\n".join(line.rstrip() for line in said.output.strip("\n").splitlines())
        parts.append(f"## {title}\n\n```text\n{text}\n```\n")
    return "\n".join(parts)


# --------------------------------------------------------------------------- docs/methods.md


def methods() -> str:
    """The page of the rules: the prose of methods.in.md with the tables put in."""
    text = (HERE / "methods.in.md").read_text("utf-8")
    text = text.replace("<!-- rules -->\n", "\n".join(_rule(rule) for rule in RULES) + "\n")
    return text.replace("<!-- disagreements -->\n", _disagreements())


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
        lines.append(
            said + (f". {source.note[0].upper()}{source.note[1:]}." if source.note else "")
        )
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
        return _worked(rule)
    heads, rows = found[rule.name](vectors)
    lines = ["", "Published verdicts, and ours on the same figures:", ""]
    lines += [f"| {' | '.join(heads)} |", f"|{'---|' * len(heads)}"]
    return "\n".join([*lines, *(f"| {' | '.join(row)} |" for row in rows)]) + "\n"


def _worked(rule: Rule) -> str:
    """Examples worked by hand beside ours, for a rule without published verdicts at hand."""
    small = replace(_case((2023, 1.0), (2025, 3.0), 30, 2030, 1), ceiling=100.0)
    cut = _case((2020, 100.0), (2025, 55.0), 20, 2030, -1)
    canada = replace(_case((2015, 0.37), (2025, 9.53), 60, 2030, 1), ceiling=100.0)
    examples = {
        "on-path": (
            ("1 (2023) to 3 (2025), goal 30 by 2030, ceiling 100", small, "between 9.29 and 2.86"),
            ("100 (2020) to 55 (2025), goal 20 by 2030", cut, "between 60 and 44.7"),
            ("0.37 (2015) to 9.53 (2025), goal 60 by 2030, ceiling 100", canada, "short of 16.9"),
        ),
        "extrapolation": (
            ("1 (2023) to 3 (2025), goal 30 by 2030", small, "1.578, on track"),
            ("100 (2020) to 55 (2025), goal 20 by 2030", cut, "0.872, acceleration needed"),
            ("0.37 (2015) to 9.53 (2025), goal 60 by 2030", canada, "0.805, acceleration needed"),
        ),
        "share-of-change": (
            ("20 to 22, goal 30, standard errors 0.8", _uncertain(22.0), "z 1.77, improving, 20 %"),
            ("20 to 21, goal 30, standard errors 0.8", _uncertain(21.0), "z 0.88, little or no"),
            ("1 (2023) to 3 (2025), goal 30 by 2030", small, "6.9 %, no detectable change"),
        ),
    }
    lines = ["", "Worked by hand, and ours on the same figures:", ""]
    lines += ["| figures | by hand | ours |", "|---|---|---|"]
    lines += [f"| {said} | {by_hand} | {_ours(rule.name, case)} |"
              for said, case, by_hand in examples[rule.name]]  # fmt: skip
    return "\n".join(lines) + "\n"


def _uncertain(current: float) -> Case:
    """20 in 2020 to `current` in 2025, goal 30 by 2030, each with a standard error of 0.8."""
    base = Point(Period.parse("2020"), 20.0, 0.8)
    return Case(
        1, 30.0, Period.parse("2030"), base, (base, Point(Period.parse("2025"), current, 0.8))
    )


def _ours(rule: str, case: Case) -> str:
    reading = BY_NAME[rule].judge(case)
    if reading.klass is None:
        return "does not apply"
    return reading.klass + (f", {reading.value:.4f}" if reading.value is not None else "")


def _statcan(vectors: Vectors) -> tuple[list[str], list[list[str]]]:
    rows = []
    for one in vectors["statcan"]:
        if one["target"] is None:
            continue
        case = _case(
            (int(one["base_year"]), one["base_value"]),
            (int(one["current_year"]), one["current_value"]),
            one["target"], int(one["target_year"]), int(one["direction"]),
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


def _germany(vectors: Vectors) -> tuple[list[str], list[list[str]]]:
    names = {"SUN": "sun", "LIGHT": "sun with cloud", "CLOUD": "cloud", "STORM": "thunderstorm"}
    rows = []
    for one in vectors["germany"]:
        series = one["series"]
        points = tuple(Point(Period.parse(year), value) for year, value in sorted(series.items()))
        case = Case(int(one["direction"]), one["target"], Period.parse(str(one["target_year"])),
                    points[0], points)  # fmt: skip
        rows.append([
            f"Destatis {one['indicator']}, {one['year']}",
            ", ".join(f"{value:g}" for value in series.values()),
            f"{one['target']:g} ({one['target_year']})",
            names[str(one["verdict"])],
            _ours("recent-trend", case),
        ])  # fmt: skip
    return ["indicator, year", "values", "goal", "published", "ours"], rows


def _sdsn(vectors: Vectors) -> tuple[list[str], list[list[str]]]:
    rows = []
    for one in vectors["sdsn_2019_internet"]:
        case = _case((one["base_year"], one["base"]), (one["year"], one["value"]),
                     one["green_threshold"], one["target_year"], 1)  # fmt: skip
        rows.append([
            f"internet use, {one['country']}",
            f"{one['base']:g} ({one['base_year']})", f"{one['value']:g} ({one['year']})",
            f"{one['green_threshold']} ({one['target_year']})",
            str(one["published_arrow"]), _ours("linear-ratio", case),
        ])  # fmt: skip
    return ["series", "base", "current", "goal", "published", "ours"], rows


def _disagreements() -> str:
    """The example project's own panel."""
    book = read_book(WorkTree(str(ROOT / "examples" / "where-methods-disagree")))
    board = assess(book, dt.date(2026, 11, 22))
    names = [rule.name for rule in RULES]
    lines = [
        f"| target | headline | {' | '.join(names)} | split |",
        f"|{'---|' * (len(names) + 3)}",
    ]
    for status in board.statuses:
        cells = [
            "does not apply" if one.klass is None or one.value is None
            else f"{one.klass} ({words.number(one.value, most=3)})"
            for one in status.readings
        ]  # fmt: skip
        split = status.split
        said = f"{split.agree}/{split.of}, {split.cause}" if split is not None else ""
        lines.append(f"| {status.target.title} | {status.verdict} | {' | '.join(cells)} | {said} |")
    return "\n".join(lines) + "\n"


# ------------------------------------------------------------------------------ docs/keys.md

#: A recipe of keys.in.md: its files by name, and the day for which it is judged.
Recipe = tuple[dict[str, str], dt.date]

#: What a single value is, by its reader.
TYPES: dict[object, str] = {
    fields.text: "text", fields.unit: "text", fields.title: "text", fields.identifier: "id",
    fields.number: "number",
    fields.positive: "number, 0 or more", fields.value: "number, or true or false",
    fields.change: "change in per cent",
    fields.flag: "true or false", fields.day: "day", fields.period: "period",
    fields.span: "length of time", fields.cadence: "length of time", fields.address: "web address",
    fields.zone: "name of a time zone", schema_tables.version: "1",
    schema_tables.TAGS: "list of texts", schema_tables.COUNTS: "list of words",
}  # fmt: skip


def keys() -> str:
    """The page of the keys: the prose of keys.in.md with tables and verdicts put in."""
    text = (HERE / "keys.in.md").read_text("utf-8")
    told = iter([_judged(files, day) for files, day in recipes(text).values()])
    text = re.sub(r"<!-- judged: .* -->\n", lambda _: next(told), text)
    return re.sub(r"<!-- keys: (\w+) -->\n", lambda found: _keys(found[1]), text)


def recipes(text: str) -> dict[str, Recipe]:
    """The recipes of keys.in.md, by their headings."""
    found = {}
    for part in text.partition("## How do I write")[2].split("\n### ")[1:]:
        (block,) = re.findall(r"```toml\n(.*?)```", part, re.S)
        files = re.split(r"^# (\S+\.toml)\n", block, flags=re.M)[1:]
        (day,) = re.findall(r"<!-- judged: (.*) -->", part)
        named = dict(zip(files[::2], files[1::2], strict=True))
        found[part.partition("\n")[0]] = named, dt.date.fromisoformat(day)
    return found


def _judged(files: dict[str, str], day: dt.date) -> str:
    """What kpi says of each target of a recipe."""
    with tempfile.TemporaryDirectory() as folder:
        for name, content in files.items():
            path = Path(folder, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, "utf-8")
        board = assess(read_book(WorkTree(folder)), day)
    lines = [f"Judged for {day}:", ""]
    for one in board.statuses:
        said = f"- `{one.target.id}`: **{one.verdict}**. {reasons.say(one.reason, one.target.unit)}"
        flags = ", ".join(f"`{words.flag(flag)}`" for flag in one.flags)
        lines.append(said + (f" Flags: {flags}." if flags else ""))
    return "\n".join(lines) + "\n"


def _keys(title: str) -> str:
    """The keys of a table of targets.toml, or of an observation."""
    lines = ["| key | type | default | meaning |", "|---|---|---|---|"]
    if title == "observation":
        defaults = {"value": "required", "period": "that of the name", "status": '`"final"`',
                    "published": "that of the name", "bound": '`"="`'}  # fmt: skip
        rows = [(key, _type(reader), defaults.get(key, "–"), key_meanings.OBSERVATION[key])
                for key, reader in ROW_FIELDS.items()]  # fmt: skip
    else:
        (table,) = (one for one in (FILE, *schema_tables.TABLES) if one.title == title)
        rows = [(name, _type(key.form), _default(key), key_meanings.TARGETS[title][name])
                for name, key in table.keys.items()]  # fmt: skip
    lines += [f"| `{name}` | {form} | {default} | {said} |" for name, form, default, said in rows]
    return "\n".join(lines) + "\n"


def _type(form: object) -> str:
    if isinstance(form, Table):
        return "table"
    if isinstance(form, Named):
        return "tables by id"
    if isinstance(form, Rows):
        first = "one of the words, or " if form.word else "table, or " if form.alone else ""
        return f"{first}list of tables"
    return "one of the words" if isinstance(form, fields.OneOf) else TYPES[form]


def _default(key: Key) -> str:
    if key.missing:
        return f"required, or `{key.instead}`" if key.instead else "required"
    if key.default in (None, "", (), {}):
        return "–"
    default = list(key.default) if isinstance(key.default, tuple) else key.default
    return f"`{json.dumps(default)}`"


# ----------------------------------------------------------------------------- docs/units.md


def units_page() -> str:
    """The units that have a Korean twin, as they look after a number."""
    from kpi.facts.quantities import counters
    from kpi.render.wording.korean import units
    from kpi.render.wording.words import amount

    text = (HERE / "units.in.md").read_text("utf-8")
    twins, read = dict[str, list[str]](), dict[str, list[str]]()
    for unit in counters.UNITS:
        twins.setdefault(amount(3, unit, "ko"), []).append(f"`{unit}`")
    for sign, aloud in units.READ.items():
        read.setdefault(aloud, []).append(f"`{sign}`")
    examples = ("thousand persons", "million tonnes", "deaths per 100,000 people",
                "per 1,000 live births", "beds per 1,000 people", "tCO2e per capita",
                "USD per person", "kWh per household", "% of GDP")  # fmt: skip
    tables = {
        "words": [(", ".join(some), shown) for shown, some in twins.items()],
        "signs": [(", ".join(some), aloud) for aloud, some in read.items()],
        "examples": [(f"`{unit}`", amount(3, unit, "ko")) for unit in examples],
    }
    for name, rows in tables.items():
        lines = "".join(f"| {left} | {right} |\n" for left, right in rows)
        text = text.replace(f"<!-- {name} -->\n", lines)
    lists = {
        "scales": units.SCALES, "each": units.PER, "many": units.MANY,
        "whom": [one for one in units.PER_MANY if one], "of": units.PERCENT_OF,
    }  # fmt: skip
    for name, some in lists.items():
        text = text.replace(f"<!-- {name} -->", ", ".join(f"`{one}`" for one in some))
    return text


# -------------------------------------------------------------------------- docs/verdicts.md


def verdicts() -> str:
    """The page of verdicts and flags: the prose of verdicts.in.md with the flags put in."""
    from kpi.render.wording.vocabulary import FLAGS, LETTERS

    lines = "".join(
        f"| `{flag}` | {LETTERS[flag]} | {said} |\n" for flag, (_, said, _) in FLAGS.items()
    )
    return (HERE / "verdicts.in.md").read_text("utf-8").replace("<!-- flags -->\n", lines)


# ------------------------------------------------------------------------------ docs/json.md


def json_page() -> str:
    """The page of the JSON: the prose of json.in.md with the tables of `kpi.export/1` put in."""
    from kpi.render.exchange.ledger import TABLES

    lines = []
    for name, table in TABLES.items():
        lines += [f"**`{name}`**: {table.what[0].lower()}{table.what[1:]}.", ""]
        lines += ["| key | holds |", "|---|---|"]
        for column in table.columns:
            lines.append(f"| `{name}.{column.name}` | {column.what} |")
            if column.type == "value":
                lines.append(f"| `{name}.{column.name}_text` | It with its recorded digits |")
        lines.append("")
    text = (HERE / "json.in.md").read_text("utf-8")
    return text.replace("<!-- tables -->\n", "\n".join(lines) + "\n")


# ----------------------------------------------------------------------- docs/handbook.ko.md


def handbook() -> str:
    """The handbook in Korean: the prose of handbook.ko.in.md, with the program's own words put in
    and what each command prints."""
    from kpi.assess.lights import LIGHTS
    from kpi.render.wording import vocabulary
    from kpi.render.wording.history_sentences import CAUSES_KO
    from kpi.render.wording.translation import translated
    from tests.walkthrough import walked

    lights = {key: f"{sign} {shown}" for key, (sign, *_, shown) in vocabulary.LIGHTS.items()}
    cells_of = {
        "verdict": {key: f"{lights[LIGHTS[key]]} | {shown} | `{key}`"
                    for key, shown in vocabulary.VERDICTS.items()},
        "light": lights,
    }  # fmt: skip
    tables = {
        "flags": [f"| {shown} | {vocabulary.LETTERS[flag]} | `{flag}` | {said} |"
                  for flag, (shown, _, said) in vocabulary.FLAGS.items()],
        "rules": [f"| `{rule.name}` | {translated(rule.title, 'ko')} |"
                  f" {translated(rule.measure, 'ko')} |" for rule in RULES],
        "statuses": [", ".join(f"`{key}` {shown}"
                               for key, shown in vocabulary.STATUSES_KO.items())],
        "causes": [", ".join(CAUSES_KO.values())],
    }  # fmt: skip
    text = (HERE / "handbook.ko.in.md").read_text("utf-8")
    for kind, said in cells_of.items():
        for key, cells in said.items():
            text = text.replace(f"\n| {kind}: {key} |", f"\n| {cells} |")
    for name, rows in tables.items():
        text = text.replace(f"<!-- {name} -->", "\n".join(rows))
    with tempfile.TemporaryDirectory() as folder:
        return walked(text, Path(folder), "ko")


# ---------------------------------------------------------------------------------- README.md


def readme() -> str:
    """README.md with its real output renewed: a table of a fixed day, and a report's commit."""
    from typer.testing import CliRunner

    from kpi.cli.app import build

    arguments = ["status", "ai-company-share", "ai-suppliers", "intl-rd-share",
                 "ai-factories-2030", "biotech-zone-designation", "cvc-external-cap",
                 "game-changer-feasibility-2025", "--on", "2026-11-22",
                 "--project", str(ROOT)]  # fmt: skip
    said = CliRunner().invoke(build(), arguments, env={"COLUMNS": "120", "NO_COLOR": "1"})
    text = "\n".join(line.rstrip() for line in said.stdout.strip("\n").splitlines())
    before = (ROOT / "README.md").read_text("utf-8")
    block = f"<!-- generated: status -->\n```text\n{text}\n```\n<!-- end -->"
    pattern = re.compile(r"<!-- generated: status -->.*?<!-- end -->", re.S)
    report = json.loads((ROOT / "reports" / "2026-W47.json").read_text("utf-8"))
    commit = words.commit(report["records"]["commit"])
    said_again = re.sub("(?<=made again from commit )[0-9a-f]+", commit, before)
    return pattern.sub(lambda _: block, said_again)


def schema() -> str:
    """targets.schema.json."""
    from kpi.cli.commands.schema import schema_text

    return schema_text()


PAGES: dict[str, Callable[[], str]] = {
    "docs/cli.md": cli,
    "docs/methods.md": methods,
    "docs/keys.md": keys,
    "docs/units.md": units_page,
    "docs/verdicts.md": verdicts,
    "docs/json.md": json_page,
    "docs/handbook.ko.md": handbook,
    "README.md": readme,
    "targets.schema.json": schema,
}


def main() -> None:
    """Write every page."""
    for name, make in PAGES.items():
        (ROOT / name).write_text(make(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
