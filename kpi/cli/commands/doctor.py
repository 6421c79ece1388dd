"""kpi doctor: what would make scheduled runs fail silently. It mends nothing."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Annotated

import typer

from kpi.cli import exits, options, project, screen
from kpi.cli.choices import no_blank, one_of
from kpi.cli.view import Asked
from kpi.facts.project_files import REPORTS_FOLDER
from kpi.version import VERSION

#: Cells of the word that begins a line.
LEVEL = 8

if TYPE_CHECKING:
    from kpi.cli.doctor_checks import Finding, Patient


def doctor(
    out: Annotated[
        str, typer.Option("--out", metavar="DIR", help="The folder of reports, from the project.")
    ] = REPORTS_FOLDER,
    folder: options.Project = None,
    form: options.TableOrJson = "table",
    lang: options.Lang = "en",
    color: options.Color = "auto",
    ascii_only: options.Ascii = False,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="Only what is not fine.")
    ] = False,
) -> None:  # fmt: skip
    """What would make a scheduled run fail silently, and what to do about it. Mends nothing."""
    from kpi.cli.doctor_checks import CHECKS, OK, PROBLEM

    one_of(form, ("table", "json"), "--format")
    Asked(lang=lang, color=color, ascii_only=ascii_only).look()  # a list of lines has none
    no_blank(("--out", out))
    patient = _patient(folder, out)
    findings = [finding for check in CHECKS for finding in check(patient)]
    if form == "json":
        screen.out(_json(patient, findings), machine=True)
    else:
        shown = [finding for finding in findings if finding.level != OK] if quiet else findings
        lines = "".join(_line(finding, lang) for finding in shown)
        screen.out(lines + ("" if quiet else _count(findings, lang)))
    if any(finding.level == PROBLEM for finding in findings):
        raise exits.Stop(exits.INVALID)


_ONE = "the records have one problem"


def _patient(folder: str | None, out: str) -> Patient:
    from kpi.cli.doctor_checks import Patient
    from kpi.facts.problems import count

    root, book, fault = None, None, ""
    try:
        root = project.find(folder)
        records = project.read(root)
        book = None if records.problems else records
        if records.problems:
            many = count(records.problems)
            fault = f"the records have {many:,} problems" if many > 1 else _ONE
    except exits.Stop as stop:
        fault = stop.message
    return Patient(root, book, fault, os.path.join(root, out) if root else "")


def _line(finding: Finding, lang: str) -> str:
    from kpi.render.grid import pad
    from kpi.render.wording.phrases import phrase
    from kpi.render.wording.signs import safe
    from kpi.render.wording.translation import translated

    what, remedy = (translated(safe(text), lang) for text in (finding.what, finding.remedy))
    text = f"{pad(phrase(f'level {finding.level}', lang), LEVEL)} {what}\n"
    return text + (f"{' ' * LEVEL} {remedy}\n" if finding.remedy else "")


def _count(findings: list[Finding], lang: str) -> str:
    from kpi.cli.doctor_checks import OK, PROBLEM, WARNING
    from kpi.render.wording.phrases import counted, phrase

    levels = [finding.level for finding in findings]
    parts = [counted(level, levels.count(level), lang) for level in (PROBLEM, WARNING)]
    return f"{', '.join(parts)}, {phrase('n_fine', lang, n=levels.count(OK))}\n"


def _json(patient: Patient, findings: list[Finding]) -> str:
    from kpi.cli.doctor_checks import PROBLEM, WARNING
    from kpi.render.json_text import dump

    levels = [finding.level for finding in findings]
    today = project.today(patient.book.timezone if patient.book else "UTC").isoformat()
    return dump(
        {
            "schema": "kpi.doctor/1", "version": VERSION, "project": patient.root,
            "problems": levels.count(PROBLEM), "warnings": levels.count(WARNING),
            "findings": [
                {"check": finding.check, "level": finding.level, "what": finding.what,
                 "remedy": finding.remedy}
                for finding in findings
            ],
            "on": today, "as_of": today, "at": None,
        }
    )  # fmt: skip
