"""The texts by which a machine runs the weekly report: a cron line, systemd units, a workflow.

    SCHEDULES[name](plan)

Pure text; nothing is installed. Paths may hold whatever a file system allows but control
characters: each text escapes them as its own reader asks.
"""

from __future__ import annotations

import json
import shlex
from collections.abc import Callable

from kpi.render.wording.phrases import phrase
from kpi.values import dataclass

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")

#: Hosted runners delay or drop what is scheduled for the full hour; this minute replaces it.
OFF_PEAK = 7


@dataclass(frozen=True, slots=True)
class Moment:
    """A time of the week in a time zone."""

    day: int  # 0 is Monday
    hour: int
    minute: int
    zone: str

    def text(self, lang: str) -> str:
        """Day and time, without the zone: "Mon 08:00", "월요일 08:00"."""
        day = phrase("weekdays", lang).split()[self.day]
        return f"{day} {self.hour:02}:{self.minute:02}"

    @property
    def crontab(self) -> str:
        """The five fields of a crontab, in which Sunday is 0."""
        return f"{self.minute} {self.hour} * * {(self.day + 1) % 7}"


@dataclass(frozen=True, slots=True)
class Plan:
    """What shall run, and when.

    `wanted` is in the project's time zone, `local` the same moment in the machine's, `utc` in
    UTC. `shifts` says that summer time moves the machine's clock against the project's.
    """

    command: tuple[str, ...]  # kpi, by its absolute path
    project: str  # its absolute path
    wanted: Moment
    local: Moment
    utc: Moment
    shifts: bool = False
    doubt: str = ""  # about the machine's time zone, in words
    within: str = ""  # where the project lies in its repository; "" is the top
    install: str = ""  # what pip shall install
    lang: str = "en"  # the report's

    @property
    def about(self) -> str:
        """What it is for: "The weekly report of /srv/kpi"."""
        return phrase("weekly_report_of", self.lang, project=self.project)

    @property
    def run(self) -> tuple[str, ...]:
        """The command that makes the report. It names the language, for cron knows no KPI_LANG."""
        return (*self.command, "report", "--project", self.project, "--lang", self.lang)


# --- cron -------------------------------------------------------------------------------------


def cron(plan: Plan) -> str:
    """The line for `crontab -e`, under comments that say what it means.

    What went well goes to a log; what went wrong stays on stderr, which cron mails to MAILTO.
    """
    command = shlex.join(plan.run).replace("%", "\\%")
    lang, wanted, local = plan.lang, plan.wanted, plan.local
    lines = [
        phrase("cron_wanted", lang, report=plan.about, wanted=wanted.text(lang), zone=wanted.zone),
        phrase("cron_clock", lang, zone=local.zone, local=local.text(lang)),
        plan.doubt,
        phrase("cron_shifts", lang) if plan.shifts else "",
        phrase("cron_how", lang),
        "MAILTO=you@example.org",
    ]
    line = f'{local.crontab} {command} >>"$HOME/kpi-report.log"\n'
    return _comments("\n".join(filter(None, lines))) + line


def _comments(text: str) -> str:
    """Lines of words as lines of a comment, each with its end."""
    return "".join(f"# {line}\n" for line in text.split("\n"))


# --- systemd ----------------------------------------------------------------------------------

#: What systemd takes in no program's name, quoted or not.
_NO_PROGRAM = "\"'\\*?["


def systemd(plan: Plan) -> str:
    """A service and a timer, one after the other, each under the name of its file."""
    program, *arguments = plan.run
    if set(program) & set(_NO_PROGRAM):
        arguments = ["-c", 'exec "$0" "$@"', *plan.run]
        program = "/bin/sh"
    start = " ".join([_quoted(program), *(_quoted(a).replace("$", "$$") for a in arguments)])
    moment = plan.wanted
    time = f"{DAYS[moment.day]} *-*-* {moment.hour:02}:{moment.minute:02}:00 {moment.zone}"
    about = _specifiers(plan.about)
    return f"""\
{_comments(phrase("systemd_how", plan.lang))}
# kpi-report.service
[Unit]
Description={about}

[Service]
Type=oneshot
ExecStart={start}

# kpi-report.timer
[Unit]
Description={about}

[Timer]
OnCalendar={time}
Persistent=true

[Install]
WantedBy=timers.target
"""


def _specifiers(text: str) -> str:
    return text.replace("%", "%%")


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{_specifiers(escaped)}"'


# --- GitHub -----------------------------------------------------------------------------------


def github(plan: Plan) -> str:
    """A workflow that makes the report each week and proposes it as a pull request."""
    utc = plan.utc if plan.utc.minute else Moment(plan.utc.day, plan.utc.hour, OFF_PEAK, "UTC")
    lang, wanted = plan.lang, plan.wanted
    times = {"utc": utc.text(lang), "wanted": wanted.text(lang), "zone": wanted.zone}
    where = f"\n    defaults:\n      run:\n        working-directory: {json.dumps(plan.within)}"
    return f"""\
# .github/workflows/kpi-report.yml
{_comments(phrase("github_how", lang))}name: kpi report
on:
  schedule:
    - cron: "{utc.crontab}"  # {phrase("github_wanted", lang, **times)}
  workflow_dispatch:
permissions: {{}}
concurrency:
  group: kpi-report
  cancel-in-progress: false
jobs:
  report:
    runs-on: ubuntu-latest
    timeout-minutes: 15
    permissions:
      contents: write
      pull-requests: write{where if plan.within else ""}
    steps:
      # {phrase("github_pins", lang)}
      - uses: actions/checkout@v5
        with:
          fetch-depth: 0  # {phrase("github_depth", lang)}
      - uses: actions/setup-python@v6
        with:
          python-version: "3.13"
      - run: python -m pip install {shlex.quote(plan.install)}
        working-directory: ${{{{ github.workspace }}}}
      - run: kpi check --quiet
      - run: kpi report --lang {plan.lang}
      - name: Propose the report
        env:
          GH_TOKEN: ${{{{ github.token }}}}
        run: |
          if [ -z "$(git status --porcelain --ignored -- reports)" ]; then
            echo "The report is there already."
            exit 0
          fi
          git config user.name "github-actions[bot]"
          git config user.email "41898282+github-actions[bot]@users.noreply.github.com"
          branch="kpi-report/$GITHUB_RUN_ID-$GITHUB_RUN_ATTEMPT"
          git switch --create "$branch"
          git add --force -- reports
          git commit --message "Add the weekly report"
          git push --set-upstream origin "$branch"
          gh pr create --fill --base "$GITHUB_REF_NAME" --head "$branch"
"""


SCHEDULES: dict[str, Callable[[Plan], str]] = {
    "cron": cron,
    "systemd": systemd,
    "github": github,
}
