"""`kpi check --since REV`: what was recorded once is still there, and says the same."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.history.story import run


def records(root: Path) -> list[Path]:
    """The files of records, in order."""
    return sorted((root / "observations").rglob("*.toml"))


def since(kpi, root: Path, *words: str) -> tuple[int, list[tuple[str, str]], dict[str, object]]:
    """Exit code, file and fault of each problem, and what is said of the comparison."""
    done = kpi("check", "--project", str(root), "-f", "json", *words)
    found = json.loads(done.stdout)
    told = [(one["file"], one["what"]) for one in found["found"] if not one["warning"]]
    return done.code, told, found["since"]


def test_records_as_they_were_are_counted(project: Path, kpi) -> None:
    """What has come since is no fault, nor another line end, nor what is no record."""
    head = run(project, "rev-parse", "HEAD")
    count = len(records(project))
    (project / "observations/share/2026_2027-01-05.toml").write_text("value = 25\n")
    first = records(project)[0]
    first.write_bytes(first.read_bytes().replace(b"\n", b"\r\n"))
    (project / "targets.toml").open("a").write("# a remark\n")
    kept = {"revision": "HEAD", "commit": head, "files": count, "altered": 0}
    assert since(kpi, project, "--since", "HEAD") == (0, [], kept)
    shown = kpi("check", "--project", str(project), "--since", "HEAD").stdout.splitlines()
    assert shown[-2] == f"compared {count} files of records with {head[:10]}"
    assert json.loads(kpi("check", "--project", str(project), "-f", "json").stdout)["since"] is None


def test_a_record_that_was_edited_or_taken_away_is_a_fault(project: Path, kpi) -> None:
    """Each by its name, whether that was committed or not; and how to put it back."""
    head = run(project, "rev-parse", "HEAD")[:10]
    edited, gone, *_ = records(project)
    edited.write_text(edited.read_text().replace("value = ", "value = 1"))
    gone.unlink()
    names = [str(file.relative_to(project)) for file in (edited, gone)]
    faults = [
        (names[0], f"this record was changed since {head}"),
        (names[1], f"this record was taken away since {head}"),
    ]
    code, told, _ = since(kpi, project, "--since", head)
    assert (code, told) == (4, faults)
    run(project, "commit", "-qam", "an edit")
    assert since(kpi, project, "--since", head)[:2] == (4, faults)
    assert since(kpi, project, "--since", head, "--at", "HEAD")[:2] == (4, faults)
    assert since(kpi, project, "--since", "HEAD")[:2] == (0, [])
    said = kpi("check", "--project", str(project), "--since", head, "--lang", "ko").stdout
    assert f"{head} 이후 이 기록이 수정되었습니다" in said
    for name in names:  # the remedy works
        assert f"git checkout {head} -- {name}" in said
        run(project, "checkout", head, "--", name)
    assert since(kpi, project, "--since", head)[:2] == (0, [])


def test_a_record_that_moved_is_there(project: Path, kpi) -> None:
    """With its target, which has another id, and with its batch, which has another label."""
    batch = project / "observations/share/batch_2031-01-05_survey.toml"
    batch.write_text("[[observation]]\nperiod = 2030\nvalue = 25\n")
    run(project, "add", "-A")
    run(project, "commit", "-qm", "a batch")
    batch.rename(batch.with_name("batch_2031-01-05_office.toml"))
    (project / "observations/share").rename(project / "observations/part")
    targets = project / "targets.toml"
    targets.write_text(targets.read_text().replace('id = "share"', 'id = "part"'))
    assert since(kpi, project, "--since", "HEAD")[2]["altered"] == 0
    run(project, "checkout", "-q", ".")
    batch.rename(batch.with_name("batch_2031-01-05_office.toml"))
    assert since(kpi, project, "--since", "HEAD")[2]["altered"] == 0


@pytest.mark.parametrize(
    "other",
    ["share/2029_2031-01-05.toml", "share/2030_2031-02-05.toml", "second/2030_2031-01-05.toml",
     "share/batch_2031-01-05_x.toml"],
)  # fmt: skip
def test_a_record_of_something_else_is_not_the_one_that_is_gone(
    project: Path, kpi, other: str
) -> None:
    """The name says of which period it is, and the folder of which target."""
    file = project / "observations/share/2030_2031-01-05.toml"
    file.write_text("value = 25\n")
    run(project, "add", "-A")
    run(project, "commit", "-qm", "a record")
    (project / "observations/second").mkdir(exist_ok=True)
    file.rename(project / "observations" / other)
    assert since(kpi, project, "--since", "HEAD")[2]["altered"] == 1


@pytest.mark.parametrize(
    ("now", "places", "missed"),
    [
        ("a b", {"a": "b"}, 1),  # another target, which there was
        ("a c", {"a": "c"}, 1),  # or which has come beside it
        ("a/s", {"a": "a/s"}, 0),  # main got a name
        ("a+s", {"a": "a/s"}, 1),  # main is still judged
        ("c", {"a": "c"}, 0),  # the target got another id
        ("c", {"a": "c", "b": "c"}, 1),  # of two targets one
        ("a d/s", {"b": "d/s"}, 0),
        ("a b/s", {"a": "b/s"}, 1),
        ("a b", {"misspelt": "a"}, 0),  # was nobody's
    ],
)
def test_a_record_moved_is_there_only_with_its_whole_series(
    project: Path, kpi, now: str, places: dict[str, str], missed: int
) -> None:
    """A series of one record, moved to what is another one, says something else of both."""
    targets, observations = project / "targets.toml", project / "observations"

    def declare(ids: str) -> None:
        text = 'schema = 1\ntitle = "x"\n'
        for name in ids.split():
            id_, _, series = name.replace("+", "/").partition("/")
            text += f'[[target]]\nid = "{id_}"\ntitle = "x"\nunit = "%"\ndirection = "up"\n'
            text += "goal = { value = 30, by = 2030 }\n"
            text += f'judged_series = "{series}"\n' if "/" in name else ""
            text += f'[[target.series]]\nid = "{series}"\n' if series else ""
        targets.write_text(text)

    declare("a b")
    run(project, "rm", "-qr", "observations")
    for number, name in enumerate(places):
        (observations / name).mkdir(parents=True)
        (observations / name / f"202{number}_2025-01-05.toml").write_text("value = 25\n")
    run(project, "add", "-A")
    run(project, "commit", "-qm", "records")
    declare(now)
    for old, new in places.items():
        (observations / new).mkdir(parents=True, exist_ok=True)
        for file in (observations / old).glob("*.toml"):
            file.rename(observations / new / file.name)
    code, told, compared = since(kpi, project, "--since", "HEAD")
    assert (code, len(told), compared["altered"]) == (4 * bool(missed), missed, missed)


def test_a_record_that_only_another_one_repeats_is_missed(project: Path, kpi) -> None:
    """A copy is no move: the record itself says something else, or was there before beside it."""
    names = ("2030_2031-01-05", "2031_2032-01-05")
    first, second = [project / f"observations/share/{name}.toml" for name in names]
    first.write_text("value = 25\n")
    second.write_text("value = 25\n")
    run(project, "add", "-A")
    run(project, "commit", "-qm", "two records")
    first.unlink()
    assert since(kpi, project, "--since", "HEAD")[1][0][0].endswith("2030_2031-01-05.toml")
    run(project, "checkout", "--", ".")
    first.with_name("2032_2033-01-05.toml").write_text("value = 25\n")
    first.write_text("value = 26\n")
    assert len(since(kpi, project, "--since", "HEAD")[1]) == 1


def test_what_others_recorded_meanwhile_is_not_missed(project: Path, kpi) -> None:
    """A branch is held against what it began from, not against what came to main after that."""
    run(project, "switch", "-qc", "figures", "HEAD~2")
    assert since(kpi, project, "--since", "main")[:2] == (0, [])
    base = run(project, "rev-parse", "HEAD")
    assert since(kpi, project, "--since", "main")[2]["commit"] == base
    records(project)[0].unlink()
    assert since(kpi, project, "--since", "main")[0] == 4


def test_a_history_of_its_own_is_held_against_the_revision_itself(project: Path, kpi) -> None:
    """Two branches that have no commit in common."""
    run(project, "switch", "-q", "--orphan", "anew")
    run(project, "checkout", "main", "--", ".")
    records(project)[0].unlink()
    run(project, "add", "-A")
    run(project, "commit", "-qm", "begun anew")
    code, told, kept = since(kpi, project, "--since", "main")
    assert (code, len(told), kept["altered"]) == (4, 1, 1)


def test_what_a_sparse_checkout_leaves_out_is_not_missed(project: Path, kpi) -> None:
    """Nobody took it away: it is not here to be looked at."""
    run(project, "status")  # of a copy git takes each file for edited until it has looked
    run(project, "sparse-checkout", "init", "--cone")
    run(project, "sparse-checkout", "set", "reports")
    done = kpi("check", "--project", str(project), "--since", "HEAD")
    assert (done.code, "sparse checkout" in done.stderr) == (6, True)


@pytest.mark.parametrize("revision", ["--output=x", "nope", ""])
def test_what_is_no_revision_is_refused(project: Path, kpi, revision: str) -> None:
    """Also where it looks like an option."""
    done = kpi("check", "--project", str(project), f"--since={revision}")
    assert (done.code, done.stdout) == (6, "")
    assert not (project / "x").exists()
