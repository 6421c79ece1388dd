"""Every JSON document that the command line writes, of small invented projects: by its schema."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from unittest import mock

from kpi.cli.reports import provenance
from tests.report.projects import TARGETS, Project
from tests.run import Kpi

Documents = dict[str, list[dict[str, Any]]]

#: Beside those of `Project`: a share whose goal was softened, a sum of quarters, what is to be
#: kept, one given up and one that another replaced, a season, a change, and one that is to come.
MORE = """
[document.law]
title = "The law"
publisher = "The assembly"
published = 2016-05-01
url = "https://example.org/law"
weight = "official"
note = "In force since 2017"

[document.paper]
title = "A paper without a day"

[[target]]
id = "homes"
title = "Homes with a pump"
title_ko = "펌프 주택"
owner = "Ministry of Homes"
tags = ["homes"]
unit = "%"
direction = "up"
ceiling = 100
baseline = { period = 2015, value = 10, series = "survey", assumed = true, reason = "As in 2016" }
cadence = "1 year"
lag = "3 months"
judged_series = "survey"
judged_why = "The only one that is asked each year"
note = "Flats count once"
[[target.goal]]
announced = 2016-05-01
value = 80
by = 2030
document = "law"
quote = "eighty of a hundred homes"
[[target.goal]]
announced = 2026-10-10
value = 60
by = 2030
reading = "the end of that year"
note = "Softened"
[[target.series]]
id = "survey"
title = "Survey"
title_ko = "조사"
publisher = "Statistics"
definition = "Homes with a pump that runs"
comparable = "yes"
url = "https://example.org/survey"
note = "A tenth of all homes"
[[target.series]]
id = "sales"
unit = "pumps"
comparable = "no"

[[target]]
id = "grant"
title = "Grants in 2026"
kind = "annual"
unit = "KRW bn"
direction = "up"
cadence = "3 months"
lag = "1 month"
goal = { value = 500, by = 2026, announced = 2025-12-01, document = "paper" }

[[target]]
id = "price"
title = "Prices rise by two percent"
unit = "%"
direction = "keep"
baseline = { period = 2020, value = 2 }
goal = { value = 2, comparator = "~", by = 2030, announced = 2020-05-01 }

[[target]]
id = "bridge"
title = "Bridges"
unit = "bridges"
direction = "up"
goal = { value = 9, announced = 2020-05-01 }
[target.closed]
on = 2026-02-01
as = "dropped"
why = "No money"
document = "law"

[[target]]
id = "ferry"
title = "Ferries"
unit = "ferries"
direction = "up"
baseline = { period = 2020 }
goal = { value = 9, by = 2030 }
[target.closed]
on = 2026-02-01
as = "dropped"
why = "Replaced by bridges"

[[target]]
id = "road"
title = "Roads"
unit = "km"
direction = "up"
goal = { value = 9, by = 2030, announced = 2020-05-01 }
[target.superseded]
on = 2026-02-01
by = "bridge"
why = "Bridges come first"

[[target]]
id = "trees"
title = "Trees"
unit = "trees"
direction = "up"
goal = { value = 9, by = 2030, announced = 2020-05-01 }
[[target.series]]
id = "parks"
comparable = "no"
[[target.series]]
id = "woods"
comparable = "no"

[[target]]
id = "guests"
title = "Guests, of which most come in summer"
unit = "guests"
direction = "up"
goal = { value = 60, by = 2030, announced = 2020-05-01 }

[[target]]
id = "waste"
title = "Waste, a third less"
unit = "kg"
direction = "down"
baseline = { period = 2018, value = 300 }
goal = { change = "-33 %", by = 2030, announced = 2020-05-01 }

[[target]]
id = "moon"
title = "A flag on the moon"
kind = "milestone"
goal = { value = true, by = 2032, announced = 2027-01-01 }
"""

FIGURES = {
    **{f"homes/survey/{2016 + n}_{2017 + n}-03-20": f"value = {value}"
       for n, value in enumerate((12, 14.5, 16, 20, 21, 25, 26, 31))},
    "homes/survey/2024_2025-03-20": 'value = 33\nstatus = "provisional"',
    "homes/survey/2024_2026-03-20": "value = 33\nnumerator = 330\ndenominator = 1000",
    "homes/survey/2025_2026-03-20": 'value = 35\nstandard_error = 0.5\nsource = "Statistics"\n'
    'url = "https://example.org/35"\ngrade = "A"\nquote = "35 percent"\nnote = "n"\n'
    "recorded = 2026-10-20",
    "homes/survey/2027_2026-03-20": 'value = 45\nstatus = "planned"',
    "homes/sales/2025_2026-03-20": "value = 1000",
    "grant/2026-Q1_2026-04-20": "value = 100",
    "grant/2026-Q2_2026-07-20": "value = 150",
    "grant/2026-Q3_2026-10-20": "value = 150",
    "trees/parks/2024_2025-02-01": "value = 5",
    "trees/woods/2024_2025-02-01": "value = 7",
    "road/2024-Q3_2024-10-20": "value = 4",
    "road/2025-Q3_2025-10-20": "value = 5",
    **{f"guests/{2022 + n // 4}-Q{n % 4 + 1}_2026-02-01": f"value = {30 + n + 9 * (n % 4 == 2)}"
       for n in range(16)},
    "price/2024_2025-02-01": "value = 2.1",
    "price/2025_2026-02-01": "value = 2",
}  # fmt: skip


def documents(folder: Path) -> Documents:
    """What each command says, by the schema that it names."""
    found: Documents = {}
    home = dict.fromkeys(("HOME", "XDG_STATE_HOME"), str(folder))
    kpi = Kpi(folder, KPI_TODAY="2026-11-22", GIT_CONFIG_NOSYSTEM="1", **home)

    def run(where: Path, *arguments: str, **environment: str) -> None:
        ran = kpi(*arguments, "--project", str(where), **environment)
        assert ran.stdout, (arguments, ran.stderr)
        said = json.loads(ran.stdout)
        found.setdefault(said["schema"], []).append(said)

    def report(where: Path, day: str) -> None:
        kpi("report", "--project", str(where), KPI_TODAY=day)
        for file in sorted((where / "reports").glob("*.json"))[-1:]:
            said = json.loads(file.read_text("utf-8"))
            found.setdefault(said["schema"], []).append(said)

    first = _begun(folder / "ledger")
    plain = _begun(folder / "plain", repository=False)
    for project in (first, plain):
        report(project.root, "2026-11-01")
    _changed(first)
    _changed(plain)
    first.commit("Changed", "2026-11-10")
    for project in (first, plain):
        report(project.root, "2026-11-22")
    _waiting(first)
    report(first.root, "2026-11-22")
    with mock.patch.object(provenance, "MOST_APART", 0):
        report(plain.root, "2026-11-22")
    here = first.root
    for on in ("2026-11-22", "2020-12-31"):
        run(here, "status", "--on", on, "-f", "json")
        run(here, "methods", "--on", on, "-f", "json")
        run(here, "export", "--on", on, "-f", "json")
    run(here, "status", "--at", "HEAD", "-f", "json")
    for id_ in (
        "homes",
        "grant",
        "centre",
        "bridge",
        "price",
        "exports",
        "road",
        "trees",
        "guests",
    ):
        run(here, "show", id_, "-f", "json")
    run(here, "diff", "HEAD~1", "HEAD", "-f", "json")
    run(here, "diff", "2026-11-01", "2026-11-22", "-f", "json")
    run(here, "diff", "HEAD~1", "-f", "json")
    run(here, "log", "-f", "json")
    run(here, "log", "chest", "-f", "json")
    run(here, "log", "share", "-f", "json")
    run(here, "log", "--at", "HEAD", "-f", "json")
    run(here, "check", "-f", "json")
    run(here, "check", "--at", "HEAD", "-f", "json")
    run(here, "check", "--since", "HEAD", "-f", "json")
    run(here, "whatif", "price", "2026=2.5", "--needed", "--period", "2027", "-f", "json")
    run(here, "whatif", "homes", "--at", "HEAD", "2026=50", "-f", "json")
    run(here, "whatif", "centre", "--needed", "--period", "2026-12", "-f", "json")
    run(here, "doctor", "-f", "json")
    run(folder / "nowhere", "doctor", "-f", "json")
    for name, text in _ARRIVING.items():
        (folder / name).write_text(text, "utf-8")
        run(here, "import", str(folder / name), *_HOW, "-f", "json")
    run(here, "import", str(folder / "right.csv"), *_HOW, "--yes", "-f", "json")
    broken = _begun(folder / "broken", repository=False)
    broken.edit('title = "The plan"', "title = 3")
    broken.observe("share/2022_2023-03-20", "value = ")
    broken.observe("share/without-a-day", "value = 1")
    run(broken.root, "check", "-f", "json")
    return found


_HOW = ("--target", "exports", "--published", "2026-02-01")
_ARRIVING = {
    "right.csv": "period,value,note\n2022,105,\n2023,110,\n2026,,\nNote: in prices of 2020,,\n",
    "wrong.csv": "period,value\n2022,about 105\n2024,119\n",
    "doubt.csv": "period,value (thousand)\n2022,0.105\n2021,,\n",
}


def _begun(root: Path, repository: bool = True) -> Project:
    project = Project(root, repository)
    (root / "targets.toml").write_text(TARGETS + MORE, "utf-8")
    for name, text in FIGURES.items():
        project.observe(name, text)
    if repository:
        project.commit("More", "2026-10-20")
    return project


def _changed(project: Project) -> None:
    """A goal moved, a target that came and one that went, figures new, revised and taken away."""
    project.edit("value = 200, by = 2026", "value = 250, by = 2026")
    project.edit('title = "Exports"', 'title = "Exports of goods"\ncadence = "1 year"')
    project.edit('id = "fund"', 'id = "chest"')
    project.observe("exports/2025_2026-02-01", "value = 260")
    project.observe("waste/2018_2026-10-05", "value = 330")
    project.observe("waste/2018_2026-11-05", "value = 345")
    project.observe("exports/2024_2026-02-01", 'value = 125\nnote = "Recounted"')
    project.observe("exports/2023_2026-02-01", "value = 110")
    project.observe("homes/survey/2023_2024-03-20", "value = 30")
    project.observe(
        "homes/survey/2025_2026-10-31",
        'value = 34\nstatus = "provisional"\nnumerator = 340\ndenominator = 1000',
    )
    project.observe("exports/2026_2026-11-02", 'value = 300\nstatus = "planned"')
    (project.root / "observations/survey/2020_2021-06-30.toml").unlink()
    (project.root / "observations/homes/survey/2024_2025-03-20.toml").unlink()  # replaced long ago


def _waiting(project: Project) -> None:
    """What nobody has committed: a figure, an edited one, and one that was taken away."""
    project.observe("share/2022_2023-03-20", "value = 12")
    project.observe("share/2023_2024-03-20", "value = 14.5")
    project.observe("survey/2020_2021-06-30", "value = 5.6")
    (project.root / "observations/share/2024_2025-03-20.toml").unlink()
