"""Where an export may be written, and what it never touches."""

import json
import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from kpi.cli import exits
from kpi.cli.export_files import _AT_ONCE, write_folder
from kpi.render.exchange.exports import EXPORTS
from tests.exporting.conftest import FACTS, TARGETS, write
from tests.run import Kpi

NEEDED = {name: one.extra[0] for name, one in EXPORTS.items() if one.extra}
SINGLE = [
    pytest.param(name, marks=pytest.mark.skipif(
        not os.environ.get("KPI_REQUIRE_ALL") and find_spec(NEEDED.get(name, "os")) is None,
        reason=f"{NEEDED.get(name)} is not installed",
    ))
    for name, one in EXPORTS.items() if not one.folder
]  # fmt: skip
FOLDERS = [name for name, one in EXPORTS.items() if one.folder]


def everything(root: Path) -> dict[str, bytes]:
    return {str(p.relative_to(root)): p.read_bytes() for p in root.rglob("*") if p.is_file()}


@pytest.mark.parametrize("form", SINGLE)
def test_standard_output_and_a_file_are_the_same_bytes(
    form: str, project: Path, tmp_path: Path
) -> None:
    """UTF-8 in any locale; and nothing is written in the project."""
    before = everything(project)
    command = [sys.executable, "-c", "from kpi.cli.main import main; main()"]
    ran = subprocess.run(
        [*command, "export", "-f", form, "--lang", "ko"],
        cwd=project, capture_output=True, check=False,
        env={**os.environ, "KPI_TODAY": "2026-11-22", "LC_ALL": "C", "PYTHONIOENCODING": "ascii",
             "PYTHONPATH": str(Path(__file__).parents[2])},
    )  # fmt: skip
    assert (ran.returncode, ran.stderr) == (0, b"")
    file = tmp_path / "deep" / "er" / "한글.out"
    kpi = Kpi(project, KPI_TODAY="2026-11-22")
    said = kpi("export", "-f", form, "--lang", "ko", "--out", str(file))
    assert (said.code, said.stdout, said.stderr) == (0, "", "")
    assert file.read_bytes() == ran.stdout
    assert everything(project) == before


@pytest.mark.parametrize("form", SINGLE)
def test_an_earlier_export_is_replaced(form: str, kpi: Kpi, tmp_path: Path) -> None:
    """A new day, the same place; even over an empty one, and with a mark."""
    file = tmp_path / "out"
    assert kpi("export", "-f", form, "-o", str(file), "--on", "2025-01-01").code == 0
    first = file.read_bytes()
    assert kpi("export", "-f", form, "-o", str(file)).code == 0
    assert file.read_bytes() != first
    assert kpi("export", "-f", form, "-o", str(file), "--lang", "ko").code == 0
    if form == "csv":
        assert kpi("export", "--bom", "-o", str(file)).code == 0
        assert kpi("export", "-o", str(file)).code == 0


@pytest.mark.parametrize("form", SINGLE)
@pytest.mark.parametrize(
    "content",
    [b"mine\n", b"{}\n", b"\x00", b"target,period,value\nx,2024,5\n",
     b"BEGIN:VCALENDAR\r\nPRODID:-//Other//\r\n"],
)  # fmt: skip
def test_another_file_is_never_replaced(
    form: str, content: bytes, kpi: Kpi, tmp_path: Path
) -> None:
    """Exit 6, its name, and every byte as it was."""
    file = tmp_path / "mine"
    file.write_bytes(content)
    ran = kpi("export", "-f", form, "-o", str(file))
    assert ran.code == 6
    assert f"{file} is there already" in ran.stderr
    assert file.read_bytes() == content


def test_an_export_of_another_format_is_not_replaced(kpi: Kpi, tmp_path: Path) -> None:
    """A feed is no calendar."""
    there = [name for name, one in EXPORTS.items() if not one.folder
             and find_spec(NEEDED.get(name, "os"))]  # fmt: skip
    for form in there:
        assert kpi("export", "-f", form, "-o", str(tmp_path / form)).code == 0
    for form in there:
        for other in there:
            code = kpi("export", "-f", form, "-o", str(tmp_path / other)).code
            assert code == (0 if form == other else 6), (form, other)


def test_the_ledger_itself_is_never_written_over(project: Path, kpi: Kpi) -> None:
    """Neither targets.toml nor anything among the observations, by any way to it."""
    before = everything(project)
    (project / "way").symlink_to("observations")
    for out in ("targets.toml", "observations/new.csv", "observations", "way/share/x.csv",
                "observations/share/survey/2020_2022-01-20.toml"):  # fmt: skip
        assert kpi("export", "-o", out).code == 6, out
    for out in ("observations", "observations/package", "."):
        assert kpi("export", "-f", "datapackage", "-o", out).code == 6, out
    (project / "way").unlink()
    assert everything(project) == before


@pytest.mark.parametrize("form", ["csv", "datapackage"])
def test_what_came_meanwhile_is_not_replaced(
    form: str, kpi: Kpi, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another program makes the file after we looked; of a folder, another export its list."""
    out = tmp_path / "there" / "out"
    mine = out if form == "csv" else out / ".kpi-export.json"
    give = os.link

    def late(source: str, target: str) -> None:
        mine.write_text("mine")
        give(source, target)

    monkeypatch.setattr(os, "link", late)
    ran = kpi("export", "-f", form, "-o", str(out))
    assert (ran.code, everything(out.parent)) == (6, {str(mine.relative_to(out.parent)): b"mine"})
    assert ("is there already" if form == "csv" else "by another export") in ran.stderr


def test_a_pipe_is_no_earlier_export(kpi: Kpi, tmp_path: Path) -> None:
    """Nor is a device; it is refused as any other file of somebody's."""
    os.mkfifo(tmp_path / "pipe")
    ran = kpi("export", "-o", str(tmp_path / "pipe"))
    assert (ran.code, (tmp_path / "pipe").is_fifo()) == (6, True)
    assert "is there already and is not an earlier export" in ran.stderr


def test_a_link_is_not_followed(kpi: Kpi, tmp_path: Path) -> None:
    """What it leads to stays, even if it is an earlier export."""
    assert kpi("export", "-o", str(tmp_path / "real.csv")).code == 0
    (tmp_path / "link.csv").symlink_to("real.csv")
    assert kpi("export", "-o", str(tmp_path / "link.csv")).code == 6


def test_a_file_where_a_folder_should_be_is_told(kpi: Kpi, tmp_path: Path) -> None:
    """Of the file that is to be written nothing is there that could be removed."""
    (tmp_path / "mine").write_text("mine")
    for out in ("mine/x.csv", "mine/deep/x.csv"):
        ran = kpi("export", "-o", str(tmp_path / out))
        assert (ran.code, ran.stderr) == (
            74, f"kpi: {tmp_path / out} could not be written: Not a directory\n"
        ), out  # fmt: skip
    assert (tmp_path / "mine").read_text() == "mine"


def test_a_stroke_at_the_end_is_a_folder(kpi: Kpi, tmp_path: Path) -> None:
    """No file without an ending appears where somebody meant a folder for it."""
    ran = kpi("export", "-o", f"{tmp_path}/out/")
    assert (ran.code, ran.stderr) == (
        6, f"kpi: {tmp_path}/out/ names a folder; name the file to write\n"
    )  # fmt: skip
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("form", FOLDERS)
def test_a_folder_is_made_and_made_again(
    form: str, project: Path, kpi: Kpi, tmp_path: Path
) -> None:
    """The second export replaces the first, and removes what the ledger no longer holds."""
    out = tmp_path / "deep" / "out"
    assert kpi("export", "-f", form, "-o", str(out)).code == 0
    first = everything(out)
    assert kpi("export", "-f", form, "-o", str(out)).code == 0
    assert everything(out) == first
    text = TARGETS[: TARGETS.index('[[target]]\nid = "dropped-one"')]
    for name in FACTS:
        (project / "observations" / f"{name}.toml").unlink()
    write(project, text, {"months/2024-03_2024-04-20": "value = 1"})
    assert kpi("export", "-f", form, "-o", str(out)).code == 0
    fresh = tmp_path / "fresh"
    assert kpi("export", "-f", form, "-o", str(fresh)).code == 0
    assert everything(out) == everything(fresh)


@pytest.mark.parametrize("form", FOLDERS)
def test_a_folder_with_anything_else_is_refused(form: str, kpi: Kpi, tmp_path: Path) -> None:
    """Exit 6, and nothing is touched: a file of yours, one of ours that was edited, a link."""
    out = tmp_path / "out"
    assert kpi("export", "-f", form, "-o", str(out)).code == 0
    ours = sorted(p for p in out.rglob("*") if p.is_file() and not p.name.startswith("."))[-1]

    def refused(what: str) -> None:
        before = everything(out)
        ran = kpi("export", "-f", form, "-o", str(out))
        assert (ran.code, everything(out)) == (6, before), what
        assert str(out) in ran.stderr

    (out / "notes.txt").write_text("mine")
    refused("a file of mine")
    (out / "notes.txt").unlink()
    (out / ".kpi-0123456789abcdef.tmp.txt").write_text("mine")
    refused("a file of mine whose name begins as one that a killed writer leaves")
    (out / ".kpi-0123456789abcdef.tmp.txt").unlink()
    (out / "elsewhere").symlink_to(tmp_path)
    refused("a link to a folder")
    (out / "elsewhere").unlink()
    kept = ours.read_bytes()
    ours.write_bytes(kept + b"edited")
    refused("an edited file")
    ours.write_bytes(kept)
    assert kpi("export", "-f", form, "-o", str(out)).code == 0
    other = next(one for one in FOLDERS if one != form)
    assert kpi("export", "-f", other, "-o", str(out)).code == 6


def test_of_many_files_none_is_left_out(tmp_path: Path) -> None:
    """They are written some hundreds at a time; the last one stands alone."""
    files = {f"data/{nth:03}.csv": b"%d" % nth for nth in range(2 * _AT_ONCE + 1)}
    write_folder(str(tmp_path / "out"), "datapackage", files)
    found = everything(tmp_path / "out")
    del found[".kpi-export.json"]
    assert found == files


@pytest.mark.parametrize("manifest", ["none", "of another kind", "deep"])
def test_a_folder_of_yours_without_a_manifest_of_ours_is_refused(
    kpi: Kpi, tmp_path: Path, manifest: str
) -> None:
    """With a file of yours in it or without; nothing is touched."""
    out = tmp_path / "out"
    assert kpi("export", "-f", "datapackage", "-o", str(out)).code == 0
    list_of_ours = out / ".kpi-export.json"
    said = list_of_ours.read_text("utf-8")
    forged = {"of another kind": said.replace("kpi.exported/1", "kpi.listed/1"), "deep": "[" * 9**5}
    list_of_ours.write_text(forged.get(manifest, said), "utf-8")
    (out / "notes.txt").write_text("mine")
    if manifest == "none":
        list_of_ours.unlink()
    before = everything(out)
    assert kpi("export", "-f", "datapackage", "-o", str(out)).code == 6
    (out / "notes.txt").unlink()
    assert kpi("export", "-f", "datapackage", "-o", str(out)).code == 6
    assert {**everything(out), "notes.txt": b"mine"} == before


def test_a_link_to_a_file_that_says_the_same_is_not_ours(kpi: Kpi, tmp_path: Path) -> None:
    """Somebody has put it there; what it leads to is not written over."""
    out = tmp_path / "out"
    assert kpi("export", "-f", "datapackage", "-o", str(out)).code == 0
    ours = out / "datapackage.json"
    ours.rename(tmp_path / "moved")
    ours.symlink_to(tmp_path / "moved")
    assert kpi("export", "-f", "datapackage", "-o", str(out)).code == 6
    assert ours.is_symlink()


def test_a_manifest_never_leads_out_of_its_folder(kpi: Kpi, tmp_path: Path) -> None:
    """A forged list of files removes nothing elsewhere."""
    out, precious = tmp_path / "out", tmp_path / "precious"
    precious.write_text("keep")
    out.mkdir()
    sums = {"../precious": ["0"], str(precious): ["0"]}
    said = {"schema": "kpi.exported/1", "format": "datapackage", "files": sums}
    (out / ".kpi-export.json").write_text(json.dumps(said))
    assert kpi("export", "-f", "datapackage", "-o", str(out)).code == 0
    assert precious.read_text() == "keep"


@pytest.mark.parametrize(
    "forged",
    ["", "[]", "{}", '{"schema": "kpi.exported/1"}', "\x00",
     '{"schema": "kpi.exported/1", "format": "datapackage", "files": []}'],
)  # fmt: skip
def test_a_manifest_of_anything_else_is_a_file_of_yours(
    forged: str, kpi: Kpi, tmp_path: Path
) -> None:
    """It claims nothing, and is itself not written over."""
    out = tmp_path / "out"
    out.mkdir()
    (out / ".kpi-export.json").write_text(forged)
    assert kpi("export", "-f", "datapackage", "-o", str(out)).code == 6
    assert everything(out) == {".kpi-export.json": forged.encode()}


@pytest.mark.parametrize("form", FOLDERS)
def test_what_has_not_changed_is_not_written_again(form: str, kpi: Kpi, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert kpi("export", "-f", form, "-o", str(out), "--on", "2025-03-31").code == 0
    before = {path: path.stat().st_mtime_ns for path in out.rglob("*.*") if path.is_file()}
    assert kpi("export", "-f", form, "-o", str(out), "--on", "2025-03-31").code == 0
    after = {path: path.stat().st_mtime_ns for path in out.rglob("*.*") if path.is_file()}
    assert {path.name for path in before if before[path] != after[path]} == {".kpi-export.json"}
    assert len(before) > 2


@pytest.mark.parametrize("form", FOLDERS)
def test_an_export_that_was_killed_can_be_made_again(
    form: str, kpi: Kpi, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Stopped before any of its writes, over an older export: the next one succeeds."""
    named = os.replace
    for stop_at in range(4):
        out = tmp_path / f"out-{stop_at}"
        assert kpi("export", "-f", form, "-o", str(out), "--on", "2025-03-31").code == 0
        calls = iter(range(100))

        def killed(source: str, target: str, *, at: int = stop_at) -> None:
            if next(calls) == at:  # noqa: B023 - made anew for each stop
                raise OSError(28, "No space left on device")
            named(source, target)

        monkeypatch.setattr(os, "replace", killed)
        assert kpi("export", "-f", form, "-o", str(out)).code == 74
        monkeypatch.setattr(os, "replace", named)
        for folder in (out, *(one for one in out.rglob("*") if one.is_dir())):
            (folder / ".kpi-0123456789abcdef.tmp").write_bytes(b"half a file")
        assert kpi("export", "-f", form, "-o", str(out)).code == 0


def test_what_an_export_that_was_killed_left_to_be_removed_is_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file of the older export that the new one has not any more is still known as ours."""
    out = tmp_path / "out"
    write_folder(str(out), "datapackage", {"old.csv": b"1", "both.csv": b"2"})

    def killed(path: str) -> None:
        raise OSError(5, "Input/output error")

    with monkeypatch.context() as patch:
        patch.setattr(os, "unlink", killed)
        with pytest.raises(exits.Stop):
            write_folder(str(out), "datapackage", {"both.csv": b"3"})
    assert {"old.csv", "both.csv"} < set(everything(out))
    write_folder(str(out), "datapackage", {"both.csv": b"3"})
    assert set(everything(out)) == {"both.csv", ".kpi-export.json"}


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["-f", "xml"], "--format"),
        (["-f", "datapackage"], "--out DIR"),
        (["-f", "opensdg", "-o", "-"], "--out DIR"),
        (["-o", ""], "names nothing"),
        (["-f", "json", "--bom"], "--format csv only"),
        (["-f", "datapackage", "-o", "d", "--license", "any thing"], "CC-BY-4.0"),
        (["--license", "CC-BY-4.0"], "datapackage only"),
        (["-f", "badge", "--months", "3"], "atom only"),
        (["-f", "csv", "--authority", "example.org"], "ics or atom only"),
        (["nobody"], "ID"),
    ],
)
def test_the_command_line_is_checked(arguments: list[str], says: str, kpi: Kpi) -> None:
    """Exit 2 and what to write instead; nothing is printed as a result."""
    ran = kpi("export", *arguments)
    assert (ran.code, ran.stdout) == (2, "")
    assert says in ran.stderr


def test_a_hundred_years_is_the_longest_look_back(kpi: Kpi) -> None:
    """In months; one is the shortest."""
    codes = [kpi("export", "-f", "atom", "--months", n).code for n in ("0", "1", "1200", "1201")]
    assert codes == [2, 0, 0, 2]


def test_what_is_left_out_is_named(kpi: Kpi) -> None:
    """A day before anything was announced leaves an empty table, which no run takes for a good one.

    Quiet is silent about what is left out, and says why it did not succeed.
    """
    ran = kpi("export", "--on", "1950-01-01")
    assert (ran.code, "not yet announced by 1950-01-01" in ran.stderr) == (5, True)
    quiet = kpi("export", "--on", "1950-01-01", "--quiet")
    assert quiet.stderr == "kpi: there is no target to export; what is written is empty\n"
    assert (quiet.code, quiet.stdout) == (5, ran.stdout)


def test_a_broken_ledger_is_not_exported(project: Path, kpi: Kpi) -> None:
    """A table with a silent hole looks like a table."""
    write(project, facts={"share/survey/2025_2026-11-01": 'value = "8"'})
    assert kpi("export").code == 4


def test_a_place_that_cannot_be_written(kpi: Kpi, tmp_path: Path) -> None:
    """Exit 74 with the system's reason, or 6 where something else is in the way."""
    (tmp_path / "file").write_text("x")
    assert kpi("export", "-o", str(tmp_path / "file" / "x.csv")).code in (6, 74)
    assert kpi("export", "-f", "opensdg", "-o", str(tmp_path / "file")).code == 6
    assert kpi("export", "-o", str(tmp_path)).code == 6
    assert (tmp_path / "file").read_text() == "x"


def test_every_format_is_named_in_the_help_and_the_page(kpi: Kpi) -> None:
    """The table of exporters is what the command and the documentation say."""
    from kpi.cli.commands.export import FORMATS

    assert set(EXPORTS) == set(FORMATS)
    page = (Path(__file__).parents[2] / "docs" / "exporting.md").read_text("utf-8")
    assert all(f"| `{name}` |" in page for name in EXPORTS)


def test_the_examples_in_the_modules_are_true() -> None:
    """Each doctest of the exporters."""
    import doctest

    from kpi.render import addresses, spreadsheet
    from kpi.render.exchange import badge, calendar, datapackage, feed, ledger, opensdg, tidy

    modules = (addresses, badge, calendar, datapackage, feed, ledger, opensdg, spreadsheet, tidy)
    ran = [doctest.testmod(one) for one in modules]
    assert sum(one.failed for one in ran) == 0
    assert sum(one.attempted for one in ran) >= 5
