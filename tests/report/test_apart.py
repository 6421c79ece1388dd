"""The files that a report names because its commit lacked them: no other is ever opened."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kpi.store.trees import WorkTree
from tests.report.projects import Project
from tests.run import Kpi


@pytest.mark.parametrize("ending", ["md", "json"])
def test_a_folder_whose_targets_cannot_be_read_is_not_asked(
    kpi: Kpi, project: Project, ending: str
) -> None:
    """Its commit and the record that this lacked still give the report."""
    project.observe("fund/2025_2026-11-18", "value = 250")
    kpi("report")
    (project.root / "targets.toml").unlink()
    (project.root / "targets.toml").symlink_to("/etc/hostname")
    ran = kpi("report", "--verify", f"reports/2026-W47.{ending}")
    assert (ran.code, "made again from its own records" in ran.stdout) == (0, True)


def test_a_record_in_whose_place_a_link_leads_out_is_not_read(kpi: Kpi, project: Project) -> None:
    """It is told as what it is; that the report names it is no reason to follow it."""
    record = project.observe("fund/2025_2026-11-18", "value = 250")
    kpi("report")
    record.unlink()
    record.symlink_to("/etc/hostname")
    ran = kpi("report", "--verify", "reports/2026-W47.json")
    assert (ran.code, ran.stdout) == (4, "")
    assert "observations/fund/2025_2026-11-18.toml: " in ran.stderr


@pytest.mark.parametrize("repository", [True, False])
@pytest.mark.parametrize(
    "apart",
    [
        [{"file": "targets.toml", "sha256": None}],
        [{"file": "observations/share/2023_2024-03-20.toml", "sha256": "00"}],
        [{"file": "/etc/hostname", "sha256": "00"}, {"file": "../x", "sha256": "00"}],
        [{"file": "secret.toml", "sha256": "00"}],
        [{"file": "linked/hostname", "sha256": "00"}, {"file": "a\0b", "sha256": "00"}],
        [{"file": "observations/" + "a/" * 3000, "sha256": "00"}],
        [{"file": "\ud800", "sha256": "00"}, {"file": "", "sha256": "00"}],
        [{"file": "targets.toml", "sha256": "00"}] * 2000,
    ],
)
def test_no_file_is_opened_that_is_no_record_whatever_a_report_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, repository: bool, apart: object
) -> None:
    """It is somebody else's file. What it names in vain is told as records that are not here."""
    project = Project(tmp_path / "project", repository=repository)
    (project.root / "secret.toml").write_text("")
    (project.root / "linked").symlink_to("/etc")
    kpi = Kpi(project.root, KPI_TODAY="2026-11-15")
    project.observe("exports/2025_2026-02-01", "value = 130")
    kpi("report")
    path = project.root / "reports/2026-W46.json"
    said = json.loads(path.read_text("utf-8"))
    said["records"] |= {"sha256": "00", "apart": apart}
    path.write_text(json.dumps(said), "utf-8")
    read, names = WorkTree.read, list[str]()

    def listened(tree: WorkTree, name: str) -> bytes:
        names.append(name)
        return read(tree, name)

    monkeypatch.setattr(WorkTree, "read", listened)
    assert kpi("report", "--verify", "reports/2026-W46.json").code == 4
    assert kpi("report", KPI_TODAY="2026-11-22").code == 0
    assert all(name.startswith("observations/") or name == "targets.toml" for name in names)
    assert len(names) < 200
