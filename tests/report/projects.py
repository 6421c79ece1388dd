"""A small project in git, in the user's own files, whose story is known in advance."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

#: Figures are invented. Judged in November 2026, in Seoul:
#: `share` is on track and published each March; `centre` is a milestone that is overdue; `fund`
#: has no figure; `survey` is stale; `exports` is due on 2026-12-31 and off track.
TARGETS = """\
schema = 1
title = "Targets of a small | ministry"
timezone = "Asia/Seoul"

[document.plan]
title = "The plan"
published = 2021-01-15
weight = "official"

[[target]]
id = "share"
title = "Share of firms that use it"
title_ko = "이용 기업 비중"
unit = "%"
direction = "up"
baseline = { period = 2020, value = 10 }
cadence = "1 year"
lag = "3 months"
[[target.goal]]
announced = 2021-01-15
value = 20
by = 2030
document = "plan"

[[target]]
id = "centre"
title = "A centre is opened"
kind = "milestone"
[[target.goal]]
announced = 2021-01-15
value = true
by = 2026-11-17
document = "plan"

[[target]]
id = "fund"
title = "Money in the fund"
unit = "KRW bn"
direction = "up"
baseline = { period = 2020, value = 0 }
goal = { value = 400, by = 2028, announced = 2021-01-15, document = "plan" }

[[target]]
id = "survey"
title = "Share in a survey that was given up"
unit = "%"
direction = "up"
baseline = { period = 2018, value = 5 }
cadence = "1 year"
lag = "6 months"
goal = { value = 6, by = 2030, announced = 2021-01-15, document = "plan" }

[[target]]
id = "exports"
title = "Exports"
unit = "USD bn"
direction = "up"
baseline = { period = 2020, value = 100 }
goal = { value = 200, by = 2026, announced = 2021-01-15, document = "plan" }
"""

OBSERVATIONS = {
    "share/2023_2024-03-20": "value = 14",
    "share/2024_2025-03-20": "value = 15.5",
    "share/2025_2026-03-20": "value = 17",
    "survey/2020_2021-06-30": "value = 5.5",
    "exports/2023_2024-02-01": "value = 110",
    "exports/2024_2025-02-01": "value = 120",
}

GIT = {
    "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull,
    "GIT_AUTHOR_NAME": "Analyst", "GIT_AUTHOR_EMAIL": "analyst@example.org",
    "GIT_COMMITTER_NAME": "Analyst", "GIT_COMMITTER_EMAIL": "analyst@example.org",
}  # fmt: skip


class Project:
    """A project folder, with or without a repository."""

    def __init__(self, root: Path, repository: bool = True) -> None:
        self.root = root
        root.mkdir(parents=True, exist_ok=True)
        (root / "targets.toml").write_text(TARGETS, "utf-8")
        for name, text in OBSERVATIONS.items():
            self.observe(name, text)
        if repository:
            self.git("init", "-q", "-b", "main")
            self.commit("Begin", "2026-10-01")

    def observe(self, name: str, text: str) -> Path:
        """Records one fact as a file."""
        file = self.root / "observations" / f"{name}.toml"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text + "\n", "utf-8")
        return file

    def edit(self, old: str, new: str) -> None:
        """Changes targets.toml in one place."""
        file = self.root / "targets.toml"
        text = file.read_text("utf-8")
        assert text.count(old) == 1
        file.write_text(text.replace(old, new), "utf-8")

    def git(self, *arguments: str, day: str = "2026-10-01") -> str:
        """What git says; commits are dated noon of `day`."""
        dates = dict.fromkeys(("GIT_AUTHOR_DATE", "GIT_COMMITTER_DATE"), f"{day}T12:00:00+09:00")
        done = subprocess.run(
            ["git", "-C", str(self.root), *arguments], env={**os.environ, **GIT, **dates},
            check=True, capture_output=True, text=True,
        )  # fmt: skip
        return done.stdout

    def commit(self, message: str, day: str) -> str:
        """Commits everything; the commit's name."""
        self.git("add", "-A")
        self.git("commit", "-q", "-m", message, day=day)
        return self.git("rev-parse", "HEAD").strip()

    def reports(self) -> dict[str, bytes]:
        """The reports as a reader sees them: names without a dot at their beginning."""
        folder = self.root / "reports"
        return {file.name: file.read_bytes() for file in sorted(folder.glob("[!.]*"))}
