"""Who recorded what, when, and how late: against the story's own commits."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import os
import subprocess
from itertools import pairwise
from pathlib import Path

import pytest

from kpi.store.history import history
from kpi.store.lineage import Commit, lineages
from tests.history import story
from tests.history.story import run


def log(kpi, root: Path, *arguments: str) -> dict:
    done = kpi("log", *arguments, "-f", "json", "--project", str(root))
    assert (done.code, done.stderr) == (0, "")
    found = json.loads(done.stdout)
    assert found["schema"] == "kpi.log/1"
    return found


def recorded(commits: list[str]) -> dict[str, tuple[str, str]]:
    """The commit and the day of each file that the story writes, by its last name."""
    found = {}
    for name, told in zip(commits, story.STORY, strict=True):
        for file, content in told.files.items():
            if content is None:
                del found[file]
            elif content.startswith("> "):
                found[file] = found.pop(content.removeprefix("> "))
            elif file.startswith("observations/"):
                found[file] = (name, told.day)
    return found


def test_every_fact_has_the_commit_that_first_recorded_it(told, kpi):
    """Also the renamed batch, and the file of the branch, whose merge recorded nothing."""
    root, commits = told
    found = log(kpi, root)
    facts = {fact["file"]: (fact["commit"], fact["recorded_on"]) for fact in found["facts"]}
    assert facts == recorded(commits)
    assert len(found["facts"]) == len(facts) + 4  # of five files two are batches: 2 and 4 rows
    assert {fact["author"] for fact in found["facts"]} == {"김지원"}
    assert found["uncommitted"] == 0


def test_delays_and_lateness_by_owner_are_those_counted_by_hand(told, kpi):
    """law: 5 and 13 days, median 9. Without an owner: 6, 6 (plants), 4 (bridge), 705 and 346
    (survey), 3 (register) five times; the median of ten is 5."""
    found = log(kpi, told[0])
    delays = {}
    for fact in found["facts"]:
        delays.setdefault(fact["id"], []).append(fact["delay_days"])
    assert delays["law"] == [5, 13]
    assert delays["share"] == [226, 2, 9, 3, 3, 4]
    assert delays["grant"] == [35, 89, 28, 1]
    assert found["begun_on"] == "2025-01-13"
    owners = {one["owner"]: one for one in found["owners"]}
    assert (owners["Ministry of Laws"]["median_days"], owners["Ministry of Laws"]["worst_days"]) \
        == (9.0, 13)  # fmt: skip
    assert owners["Ministry of Shares"] == {
        "owner": "Ministry of Shares", "facts": 10, "median_days": 6.5, "worst_days": 226,
        "since_begun": {"facts": 9, "median_days": 4.0, "worst_days": 89},
    }  # fmt: skip
    assert (owners[""]["facts"], owners[""]["median_days"]) == (10, 3.5)


def test_days_are_those_of_the_projects_time_zone(project, kpi):
    """Half past midnight in Seoul is the day before in UTC; the ledger is kept in Seoul."""
    file = "observations/share/2026_2027-01-03.toml"
    (project / file).write_text("value = 22\n")
    run(project, "add", "-A")
    run(project, "commit", "-q", "-m", "New year", GIT_AUTHOR_DATE="2027-01-03T15:30:00Z",
        GIT_COMMITTER_DATE="2027-02-01T00:00:00Z")  # fmt: skip
    (fact,) = [one for one in log(kpi, project, "--on", "2027-02-01")["facts"]
               if one["file"] == file]  # fmt: skip
    assert (fact["recorded_on"], fact["delay_days"]) == ("2027-01-04", 1)


def test_what_is_not_committed_is_said_to_be_so(project, kpi):
    plan = 'value = 21\nstatus = "planned"\n'
    (project / "observations/share/2026-06_2026-07-01.toml").write_text(plan)
    (project / "observations/share/2026-07_2026-08-01.toml").write_text("value = 21\n")
    run(project, "add", "observations/share/2026-07_2026-08-01.toml")
    edited = project / "observations/law/2026-07-20_2026-07-21.toml"
    edited.write_text('value = true\nnote = "edited"\n')
    found = log(kpi, project)
    waiting = {fact["file"]: fact for fact in found["facts"] if not fact["committed"]}
    assert set(waiting) == {"observations/share/2026-06_2026-07-01.toml",
                            "observations/share/2026-07_2026-08-01.toml"}  # fmt: skip
    for fact in waiting.values():
        assert (fact["commit"], fact["recorded_on"], fact["delay_days"]) == (None, None, None)
    assert found["uncommitted"] == 2
    assert [fact["file"] for fact in found["facts"] if fact["uncommitted_edit"]] == [
        "observations/law/2026-07-20_2026-07-21.toml"
    ]
    table = kpi("log", "--project", str(project)).stdout
    assert table.startswith("24 observations, 3 not committed\n")
    assert table.count("not committed") == 3
    assert "* edited since" in table
    assert "(planned)" in table, "it stands beside results"
    heads = next(line for line in table.split("\n") if line.startswith("owner"))
    assert "new: median" in heads
    korean = kpi("log", "--project", str(project), "--lang", "ko").stdout
    assert "커밋되지 않음" in korean
    assert "(계획)" in korean
    past = log(kpi, project, "--at", "HEAD")  # of what was recorded the folder is no part
    assert (past["uncommitted"], [one["uncommitted_edit"] for one in past["facts"]]) == (
        0, [False] * 22,
    )  # fmt: skip


def test_an_edit_of_a_record_is_told(project, kpi):
    file = "observations/share/2025_2026-09-03.toml"
    (project / file).write_text("value = 20.3\n")
    run(project, "commit", "-q", "-a", "-m", "Never do this")
    edit = run(project, "rev-parse", "HEAD")
    facts = {one["file"]: one for one in log(kpi, project)["facts"]}
    assert (facts[file]["recorded_on"], facts[file]["edited"]) == ("2026-09-07", edit)
    assert [one["file"] for one in facts.values() if one["edited"]] == [file]


def test_of_several_edits_the_last_is_told(project, kpi):
    """Of a file and of each row: what was changed, left as it is, and changed back was changed."""
    file = "observations/share/2025_2026-09-03.toml"
    edits = []
    for text in ("value = 20.3\n", "value = 20.4\n", "value = 20.2\n", "value = 20.2 # so\n"):
        (project / file).write_text(text)
        run(project, "commit", "-q", "-a", "-m", "Never do this")
        edits.append(run(project, "rev-parse", "HEAD"))
    assert history(str(project), "observations").recorded[file].edited == edits[3]
    (fact,) = [one for one in log(kpi, project, "share")["facts"] if one["file"] == file]
    assert (fact["recorded_on"], fact["edited"]) == ("2026-09-07", edits[2])  # a remark is none


@pytest.mark.parametrize("most", [100, 2])
def test_of_very_many_changes_whole_files_are_told(project, kpi, monkeypatch, most):
    """The batch has three versions. Where they are too many to be read one by one, a row that was
    not touched is told as changed, for its file was: never the other way round."""
    from kpi.cli.commands import log as module

    monkeypatch.setattr(module, "_MOST_VERSIONS", most)
    batch = project / "observations/count/batch_2025-04-01_plants-built.toml"
    edits, whole = [], batch.read_text()
    for text in (whole + "note = 'so'\n", whole):
        batch.write_text(text)
        run(project, "commit", "-q", "-a", "-m", "Never do this")
        edits.append(run(project, "rev-parse", "HEAD"))
    facts = [one for one in log(kpi, project, "count")["facts"] if one["file"].endswith(batch.name)]
    first, last = (one["edited"] for one in sorted(facts, key=lambda one: one["period"]))
    assert (first, last) == ((None, edits[1]) if most == 100 else (edits[1], edits[1]))


def test_a_row_that_is_not_committed_is_in_no_commit(project, kpi):
    """Of a batch that the folder holds otherwise, each row is told by itself, also as CSV."""
    batch = project / "observations/count/batch_2025-04-01_plants-built.toml"
    first, *rows = batch.read_text().split("[[")
    rows[0] = rows[0].rstrip() + '\nnote = "edited"\n\n'
    added = 'observation]]\nperiod = 2021\nvalue = 1\nsource = "added"\n'
    batch.write_text("[[".join([first, *rows]).rstrip() + "\n\n[[" + added)
    found = log(kpi, project, "count")
    facts = sorted(
        (one["period"], one["committed"], one["uncommitted_edit"])
        for one in found["facts"] if one["file"].endswith(batch.name)
    )  # fmt: skip
    assert facts == [("2021", False, False), ("2023", True, True), ("2024", True, False)]
    assert found["uncommitted"] == 1
    table = csv.DictReader(
        io.StringIO(kpi("log", "count", "-f", "csv", "--project", str(project)).stdout)
    )
    told = {row["period"]: row["uncommitted_edit"] for row in table if batch.name in row["file"]}
    assert told == {"2021": "false", "2023": "true", "2024": "false"}


def test_a_row_that_came_again_was_recorded_then(project, kpi):
    """Of a batch, as of a file: taken out in one commit and written anew in a later one."""
    batch = project / "observations/count/batch_2025-04-01_plants-built.toml"
    whole = batch.read_text()
    for text in (whole.split("[[")[0] + "[[" + whole.split("[[")[1], whole):
        batch.write_text(text)
        run(project, "commit", "-q", "-a", "-m", "Out and in", GIT_AUTHOR_DATE="2026-11-20T12:00Z")
    here = run(project, "rev-parse", "HEAD")
    facts = [one for one in log(kpi, project, "count")["facts"] if one["file"].endswith(batch.name)]
    assert [(one["period"], one["recorded_on"], one["commit"] == here) for one in facts] == [
        ("2023", "2025-04-07", False), ("2024", "2026-11-20", True),
    ]  # fmt: skip
    assert [one["edited"] for one in facts] == [None, None]
    batch.write_text(whole.split("[[")[0] + "[[" + whole.split("[[")[1])
    run(project, "commit", "-q", "-a", "-m", "Out again")
    batch.write_text(whole)
    facts = [one for one in log(kpi, project, "count")["facts"] if one["file"].endswith(batch.name)]
    assert [one["recorded_on"] for one in facts] == ["2025-04-07", None]


def test_facts_in_a_new_folder_and_files_of_no_facts(project, kpi):
    """git names a new folder only, unless asked for its files; what is no record is not told."""
    (project / "targets.toml").write_text(
        (project / "targets.toml").read_text() + story.TAX, "utf-8"
    )
    new = project / "observations/tax/2026_2027-01-03.toml"
    new.parent.mkdir()
    new.write_text("value = 2\n")
    past = history(str(project), "observations")
    assert past.waiting == {"observations/tax/2026_2027-01-03.toml"}
    before = log(kpi, project)["deleted"]
    for name in ("README.md", ".draft.toml"):
        (project / "observations/share" / name).write_text("x = 1\n")
    run(project, "add", "observations/share")
    run(project, "commit", "-q", "-m", "No facts")
    run(project, "rm", "-q", "observations/share/README.md", "observations/share/.draft.toml")
    run(project, "commit", "-q", "-m", "Away")
    assert log(kpi, project)["deleted"] == before


@pytest.mark.parametrize("how", ["in the folder", "in the index", "committed"])
def test_who_may_run_a_file_is_no_edit_of_it(project, kpi, how):
    """The report looks at what files hold, and so does the log."""
    before = log(kpi, project)
    file = "observations/law/2026-07-20_2026-07-21.toml"
    (project / file).chmod(0o755)
    if how != "in the folder":
        run(project, "add", "-A")
    if how == "committed":
        run(project, "commit", "-q", "-m", "To be run")
    assert log(kpi, project) == before
    (project / file).write_text('value = true\nnote = "edited"\n')
    assert history(str(project), "observations").waiting == {file}


def test_a_link_to_nothing_in_the_place_of_a_file_waits_and_is_there(project):
    file = "observations/law/2026-07-20_2026-07-21.toml"
    (project / file).unlink()
    (project / file).symlink_to("nothing")
    past = history(str(project), "observations")
    assert (past.waiting, file in past.deleted) == ({file}, False)


def test_a_log_leaves_the_index_as_it_is(project, kpi):
    """git would note there that a file which was only touched is as it was."""
    index = project / ".git/index"
    os.utime(project / "observations/law/2026-07-20_2026-07-21.toml", (1, 1))
    before = index.read_bytes()
    log(kpi, project)
    assert index.read_bytes() == before


def test_a_file_that_only_the_index_has_moved_waits_and_is_missing(project):
    """Under both names, for git may not be asked to take them for one."""
    old, new = (f"observations/law/{day}_2026-07-21.toml" for day in ("2026-07-20", "2026-07-19"))
    run(project, "mv", old, new)
    past = history(str(project), "observations")
    assert (past.waiting, old in past.deleted) == ({old, new}, True)


def test_facts_and_deleted_files_stand_in_the_order_of_their_days(project, kpi):
    """Of the records the first first, what waits last; so for what was deleted."""
    for day, name in (("20", "share/2023_2024-06-01"), ("18", "rate/survey/2022_2023-03-01")):
        run(project, "rm", "-q", f"observations/{name}.toml")
        run(project, "commit", "-q", "-m", "Away", GIT_AUTHOR_DATE=f"2026-11-{day}T12:00Z")
    (project / "observations/share/2025_2026-09-03.toml").unlink()
    (project / "observations/bridge/2025_2026-05-01.toml").write_text("value = 3\n")
    found = log(kpi, project)
    days = [one["recorded_on"] or "later" for one in found["facts"]]
    assert days == sorted(days)
    assert days[-1] == "later"
    assert [one["deleted_on"] for one in found["deleted"]] == [
        "2026-11-16", "2026-11-18", "2026-11-20", None,
    ]  # fmt: skip


def test_a_correction_is_told_from_what_it_corrects(project, kpi):
    """Both are of one period and one day: the table says which one is the second."""
    made = project / "observations/grant"
    name = next(one for one in sorted(made.glob("20*.toml")) if "_r" not in one.name)
    (made / f"{name.stem}_r2.toml").write_text('value = 1\nnote = "a slip"\n', "utf-8")
    table = kpi("log", "grant", "--project", str(project)).stdout
    period = name.stem.split("_")[0]
    assert sum(f" {period} r2 " in line for line in table.splitlines()) == 1


def test_a_record_that_came_again_was_recorded_then(project, kpi):
    """Taken away in one commit and written anew in a later one."""
    file = project / "observations/grant/2025_2026-03-01.toml"
    file.write_text('value = 480\nnote = "after all"\n')
    run(project, "add", "-A")
    day = "2026-11-20T12:00:00+09:00"
    run(project, "commit", "-q", "-m", "Again", GIT_AUTHOR_DATE=day, GIT_COMMITTER_DATE=day)
    (fact,) = [
        one for one in log(kpi, project, "grant")["facts"] if one["published"] == "2026-03-01"
    ]
    assert (fact["recorded_on"], fact["delay_days"]) == ("2026-11-20", 264)
    (gone,) = log(kpi, project, "grant")["deleted"]  # it may say something else than before
    assert (gone["file"], gone["recorded_again"]) == (fact["file"], True)
    said = kpi("log", "grant", "--project", str(project)).stdout
    assert "A file of facts was deleted, though nothing recorded should be" in said
    assert said.rstrip().endswith(f"{fact['file']}  (recorded again later)")
    content = file.read_bytes()
    for day in ("2026-11-21", "2026-11-22"):  # away once more, and there again
        file.unlink() if day == "2026-11-21" else file.write_bytes(content)
        run(project, "add", "-A")
        run(project, "commit", "-q", "-m", day, GIT_AUTHOR_DATE=f"{day}T12:00:00+09:00")
        (gone,) = log(kpi, project, "grant")["deleted"]
        assert (gone["deleted_on"], gone["recorded_again"]) == ("2026-11-21", day == "2026-11-22")


def test_two_files_of_the_same_bytes_are_two_facts(project):
    """git takes a file that went and one that came for one that was moved."""
    away, there = (
        "observations/share/2025_2026-09-03.toml",
        "observations/law/2026-11_2026-12-01.toml",
    )
    content = (project / away).read_bytes()
    run(project, "rm", "-q", away)
    (project / there).write_bytes(content)
    run(project, "mv", "observations/share/2023_2024-06-01.toml",
        "observations/share/2022_2024-06-01.toml")  # fmt: skip
    run(project, "add", "-A")
    day = "2026-12-20T12:00:00+09:00"
    run(project, "commit", "-q", "-m", "Two", GIT_AUTHOR_DATE=day, GIT_COMMITTER_DATE=day)
    run(project, "mv", "observations/law", "observations/act")
    run(project, "commit", "-q", "-m", "Another name of the target")
    past = history(str(project), "observations")
    commit = run(project, "rev-parse", "HEAD~1")
    for name in ("act/2026-11_2026-12-01", "share/2022_2024-06-01"):
        assert past.recorded[f"observations/{name}.toml"].commit == commit
    for name in (away, "observations/share/2023_2024-06-01.toml"):
        assert past.deleted[name].commit == commit
    law = past.recorded["observations/act/2026-07-20_2026-07-21.toml"]
    assert law.commit != commit


@pytest.mark.parametrize(("name", "same"), [
    ("batch_2025-04-01_plants.toml", True),
    ("batch_2025-04-08_plants-built.toml", False), ("batch_2025-04-08_plants.toml", False),
])  # fmt: skip
def test_another_label_of_a_batch_is_no_other_fact_and_another_day_is(project, name, same):
    """The day is that of the publication of all its rows; the label says nothing of them."""
    old = "observations/count/batch_2025-04-01_plants-built.toml"
    recorded = history(str(project), "observations").recorded[old].commit
    run(project, "mv", old, f"observations/count/{name}")
    run(project, "commit", "-q", "-m", "Another name")
    past, here = history(str(project), "observations"), run(project, "rev-parse", "HEAD")
    there = past.recorded[f"observations/count/{name}"]
    assert (there.commit, there.edited) == (recorded if same else here, None)
    assert (old in past.deleted) == (not same)


@pytest.mark.parametrize("also", ["a record", "an edit", "a deletion", "another series"])
def test_a_batch_has_another_label_whatever_else_a_commit_did(project, also):
    """It stays in its folder; what came, changed or went beside it says nothing of its rows."""
    folder = project / "observations/count"
    beside, old = folder / "2019_2020-02-03.toml", "batch_2025-04-01_plants-built.toml"
    beside.write_text("value = 2\n")
    run(project, "add", "-A")
    run(project, "commit", "-q", "-m", "One more")
    recorded = history(str(project), "observations").recorded[f"observations/count/{old}"].commit
    run(project, "mv", f"observations/count/{old}", f"observations/count/{old[:17]}plants.toml")
    if also == "a deletion":
        beside.unlink()
    elif also == "another series":
        (folder / "survey").mkdir()
        beside.rename(folder / "survey" / beside.name)
    else:
        name = beside.name if also == "an edit" else "2018_2019-02-03.toml"
        (folder / name).write_text("value = 1\n")
    run(project, "add", "-A")
    run(project, "commit", "-q", "-m", "Another name")
    past = history(str(project), "observations")
    there = past.recorded[f"observations/count/{old[:17]}plants.toml"]
    assert (there.commit, there.edited) == (recorded, None)
    assert f"observations/count/{old}" not in past.deleted


def test_of_a_single_fact_nothing_is_a_label(project):
    """The fact of a day begins as the batches of that day do; its corrections are other facts."""
    old, new = (f"observations/law/2026-07-20_2026-07-21{more}.toml" for more in ("", "_r2"))
    run(project, "mv", old, new)
    run(project, "commit", "-q", "-m", "Another fact")
    past, here = history(str(project), "observations"), run(project, "rev-parse", "HEAD")
    assert (past.recorded[new].commit, past.deleted[old].commit) == (here, here)


@pytest.mark.parametrize("alone", [False, True])
def test_one_file_of_a_folder_that_goes_elsewhere_is_another_fact(project, alone):
    """Same name, same bytes, another series: what stays behind says that no folder was renamed,
    also where the commit does not touch it."""
    made = project / "observations/share"
    old, new = (f"observations/{where}/2023_2024-06-01.toml" for where in ("share", "count"))
    before = history(str(project), "observations").recorded
    run(project, "mv", old, new)
    if not alone:
        (made / "2023_2025-03-01.toml").write_text("value = 15\n")
        run(project, "rm", "-q", "observations/share/2024_2025-08-01.toml")
    run(project, "commit", "-qam", "Elsewhere")
    past, here = history(str(project), "observations"), run(project, "rev-parse", "HEAD")
    assert (past.recorded[new].commit, past.deleted[old].commit) == (here, here)
    run(project, "mv", "observations/share", "observations/part")  # all that is left of it
    run(project, "commit", "-q", "-m", "Another name of the target")
    kept = "2025_2026-09-03.toml"
    assert (history(str(project), "observations").recorded[f"observations/part/{kept}"].commit
            == before[f"observations/share/{kept}"].commit)  # fmt: skip


def test_a_file_that_was_edited_while_its_folder_was_renamed_is_recorded_anew(project):
    """Nothing says that it is the same fact: what it said before counts as deleted. The
    others are what they were."""
    name = "2026-06_2026-07-01.toml"
    more = 'source = "Survey of Business Activities"\nurl = "https://example.org/2026"\n'
    (project / "observations/share" / name).write_text(f"value = 21\n{more}")
    run(project, "add", "-A")
    run(project, "commit", "-q", "-m", "June")
    before = history(str(project), "observations").recorded
    run(project, "mv", "observations/share", "observations/part")
    (project / "observations/part" / name).write_text(f"value = 22\n{more}")
    run(project, "commit", "-q", "-a", "-m", "Another name, and another value")
    past, here = history(str(project), "observations"), run(project, "rev-parse", "HEAD")
    assert past.recorded[f"observations/part/{name}"].commit == here
    assert past.deleted[f"observations/share/{name}"].commit == here
    others = {one for one in before if "/share/" in one and not one.endswith(name)}
    assert len(others) > 2
    assert [past.recorded[one.replace("share", "part")] for one in others] == [
        before[one] for one in others
    ]
    assert others.isdisjoint(past.deleted)


@pytest.mark.parametrize("again", [False, True], ids=["recorded once", "recorded again"])
def test_a_folder_with_the_name_of_one_that_is_gone_keeps_its_history(project, again):
    """The older file of that name is another fact, and what was done to it another story."""
    june, part = (f"observations/{folder}/2026-06_2026-07-01.toml" for folder in ("share", "part"))
    commits = []
    for share, other in (
        ("21", "31"), (None, "31"), *([(None, None), (None, "31")] if again else []), ("31", None),
    ):  # fmt: skip
        for name, value in ((june, share), (part, other)):
            (project / name).parent.mkdir(exist_ok=True)
            (project / name).write_text(f"value = {value}\n")
            if value is None:
                (project / name).unlink()
        run(project, "add", "-A")
        run(project, "commit", "-q", "-m", "Next")
        commits.append(run(project, "rev-parse", "HEAD"))
    past = history(str(project), "observations")
    record = past.recorded[june]
    assert (record.commit, record.edited) == (commits[3 if again else 0], None)
    assert past.again[june].commit == commits[2 if again else 1]


@pytest.mark.parametrize("place", ["ledger", "observations", "통계/observations"])
def test_a_project_of_which_not_all_is_moved_keeps_its_history(project, place):
    """From its own folder on each name is what it was, also beneath another of that name: one
    file of that folder was taken out in the same commit."""
    before = history(str(project), "observations").recorded
    (project / place).mkdir(parents=True, exist_ok=True)
    left = "observations/share/2023_2024-06-01.toml"
    moved = [name for name in run(project, "ls-files", "observations").splitlines() if name != left]
    for name in moved:
        (project / place / name).parent.mkdir(parents=True, exist_ok=True)
        run(project, "mv", name, f"{place}/{name}")
    run(project, "mv", "targets.toml", f"{place}/targets.toml")
    run(project, "rm", "-q", left)
    run(project, "commit", "-q", "-m", "Move")
    after = history(str(project / place), "observations").recorded
    assert {name: after[name].commit for name in moved} == {
        name: before[name].commit for name in moved
    }


def test_a_past_revision_tells_nothing_of_what_came_after_it(project, kpi):
    """Neither an edit nor a deletion: then it was as it had been recorded."""
    before = log(kpi, project, "--at", "HEAD")
    was = run(project, "rev-parse", "HEAD")
    share = "observations/share/2025_2026-09-03.toml"
    (project / share).write_text((project / share).read_text() + 'note = "edited"\n')
    run(project, "rm", "-q", "observations/law/2026-07-20_2026-07-21.toml")
    run(project, "commit", "-q", "-a", "-m", "Edit one and remove the other")
    after = log(kpi, project, "--at", "HEAD")
    assert len(after["deleted"]) == len(before["deleted"]) + 1
    assert [one["edited"] for one in after["facts"] if one["file"] == share] != [None]
    past = log(kpi, project, "--at", was)
    assert (past["facts"], past["deleted"]) == (before["facts"], before["deleted"])


def test_a_deleted_record_is_told(project, kpi):
    """By whom and when; also one that is gone from the folder only. A renamed one is not."""
    before = log(kpi, project)["deleted"]
    assert [one["file"] for one in before] == ["observations/grant/2025_2026-03-01.toml"]
    share = "observations/share/2025_2026-09-03.toml"
    run(project, "rm", "-q", share)
    day = "2026-11-20T12:00:00+09:00"
    run(project, "commit", "-q", "-m", "Away", GIT_AUTHOR_DATE=day, GIT_COMMITTER_DATE=day)
    law = "observations/law/2026-07-20_2026-07-21.toml"
    (project / law).unlink()
    found = log(kpi, project)
    assert [one for one in found["deleted"] if one not in before] == [
        {"file": share, "deleted_on": "2026-11-20", "commit": run(project, "rev-parse", "HEAD"),
         "author": "김지원", "recorded_again": False},
        {"file": law, "deleted_on": None, "commit": None, "author": None, "recorded_again": False},
    ]  # fmt: skip
    assert [one["file"] for one in log(kpi, project, "law")["deleted"]] == [law]
    assert log(kpi, project, "law", "--at", "HEAD")["deleted"] == []
    said = kpi("log", "--project", str(project)).stdout
    assert "3 files of facts were deleted, though nothing recorded should be" in said
    assert said.rstrip().endswith(f"not committed  {law}")
    assert "deleted" not in kpi("log", "plants", "--project", str(project)).stdout


@pytest.mark.parametrize("deletes", ["main", "other"])
def test_what_a_merge_has_not_settled_is_there(project, kpi, deletes):
    """One branch deleted the file, the other edited it: git leaves it in the folder, unmerged."""
    share = "observations/share/2025_2026-09-03.toml"
    before = log(kpi, project)["deleted"]
    run(project, "checkout", "-q", "-b", "other")
    for branch in ("other", "main"):
        run(project, "checkout", "-q", branch)
        if branch == deletes:
            run(project, "rm", "-q", share)
        else:
            (project / share).write_text('value = 18\nnote = "edited"\n')
        run(project, "commit", "-qam", "One of two")
    with pytest.raises(subprocess.CalledProcessError):
        run(project, "merge", "-q", "other")
    state = "DU" if deletes == "main" else "UD"
    assert f"{state} {share}" in run(project, "status", "--porcelain")
    found = log(kpi, project)
    assert found["deleted"] == before
    assert share not in history(str(project), "observations").deleted or deletes == "main"
    (fact,) = [one for one in found["facts"] if one["file"] == share]
    assert (fact["value"], fact["committed"] and not fact["uncommitted_edit"]) == (18, False)
    (project / share).unlink()  # which settles it for the folder, not yet for git
    (gone,) = [one for one in log(kpi, project)["deleted"] if one not in before]
    assert gone["file"] == share


def test_what_is_removed_while_a_merge_is_not_settled_is_told(project, kpi):
    """Both branches edited the file: git calls it unmerged, whether it is there or not."""
    share = "observations/share/2025_2026-09-03.toml"
    before = log(kpi, project)["deleted"]
    run(project, "checkout", "-q", "-b", "other")
    for branch, value in (("other", 18), ("main", 19)):
        run(project, "checkout", "-q", branch)
        (project / share).write_text(f"value = {value}\n")
        run(project, "commit", "-qam", "One of two")
    with pytest.raises(subprocess.CalledProcessError):
        run(project, "merge", "-q", "other")
    (project / share).unlink()
    (gone,) = [one for one in log(kpi, project)["deleted"] if one not in before]
    assert (gone["file"], gone["deleted_on"]) == (share, None)


def test_what_git_is_to_forget_is_still_there(project, kpi):
    """`git rm --cached` leaves the file in the folder, and no reader misses it."""
    share = "observations/share/2025_2026-09-03.toml"
    before = log(kpi, project)["deleted"]
    run(project, "rm", "-q", "--cached", share)
    found = log(kpi, project)
    assert found["deleted"] == before
    (fact,) = [one for one in found["facts"] if one["file"] == share]
    assert fact["uncommitted_edit"]
    past = history(str(project), "observations")
    assert share in past.waiting
    assert share not in past.deleted


@pytest.mark.parametrize("mark", ["--assume-unchanged", "--skip-worktree"])
def test_an_edit_that_git_is_told_to_overlook_is_told(project, kpi, mark):
    """Who recorded 24.7 has not recorded the 99 that stands there now."""
    share = "observations/share/2025_2026-09-03.toml"
    run(project, "update-index", mark, share)
    content = (project / share).read_bytes()
    for data, edited in (
        (content, False), (content.replace(b"\n", b"\r\n"), False), (b"value = 99\n", True),
    ):  # fmt: skip
        (project / share).write_bytes(data)
        (fact,) = [one for one in log(kpi, project)["facts"] if one["file"] == share]
        assert fact["uncommitted_edit"] == edited
    (project / share).unlink()
    deleted = [one["file"] for one in log(kpi, project)["deleted"]]
    assert (share in deleted) == (mark == "--assume-unchanged")  # the other may be left out


def test_what_only_another_branch_deleted_is_there(project, kpi):
    """A merge that kept the file has undone that."""
    share = "observations/share/2025_2026-09-03.toml"
    content = (project / share).read_bytes()
    main = run(project, "branch", "--show-current")
    run(project, "checkout", "-q", "-b", "other")
    run(project, "rm", "-q", share)
    run(project, "commit", "-q", "-m", "Away")
    run(project, "checkout", "-q", main)
    run(project, "commit", "-q", "--allow-empty", "-m", "More")
    run(project, "merge", "-q", "--no-commit", "other")
    (project / share).write_bytes(content)
    run(project, "add", "-A")
    run(project, "commit", "-q", "-m", "Kept")
    found = log(kpi, project)
    assert share not in [one["file"] for one in found["deleted"]]
    (fact,) = [one for one in found["facts"] if one["file"] == share]
    assert (fact["recorded_on"], fact["edited"]) == ("2026-09-07", None)
    (project / share).unlink()  # it is gone since, by nobody's commit
    (gone,) = [one for one in log(kpi, project)["deleted"] if one["file"] == share]
    assert (gone["deleted_on"], gone["commit"]) == (None, None)


@pytest.mark.parametrize("into", ["main", "other"])
def test_an_edit_that_was_made_in_a_merge_is_told(project, into):
    """The other branch had deleted the file, so that to it the merge is a record."""
    share = "observations/share/2025_2026-09-03.toml"
    first = history(str(project), "observations").recorded[share].commit
    run(project, "checkout", "-q", "-b", "other")
    run(project, "rm", "-q", share)
    run(project, "commit", "-q", "-m", "Away")
    run(project, "checkout", "-q", "main")
    run(project, "commit", "-q", "--allow-empty", "-m", "More")
    run(project, "checkout", "-q", into)
    run(project, "merge", "-q", "--no-ff", "--no-commit", "other" if into == "main" else "main")
    (project / share).parent.mkdir(exist_ok=True)
    (project / share).write_text("value = 20.3\n")
    run(project, "add", "-A")
    run(project, "commit", "-q", "-m", "Kept, and edited")
    found = history(str(project), "observations").recorded[share]
    assert (found.commit, found.edited) == (first, run(project, "rev-parse", "HEAD"))


def test_what_a_merge_kept_has_the_record_that_it_had(project, kpi):
    """Also where both branches recorded something else, so that git tells of both."""
    share, folder = "2025_2026-09-03.toml", project / "observations/share"
    content = (folder / share).read_bytes()
    run(project, "checkout", "-q", "-b", "other")
    run(project, "rm", "-q", f"observations/share/{share}")
    (folder / "2027_2028-01-03.toml").write_text("value = 22\n")
    run(project, "add", "-A")
    run(project, "commit", "-q", "-m", "Away")
    run(project, "checkout", "-q", "main")
    (folder / "2026_2027-01-03.toml").write_text("value = 22\n")
    run(project, "add", "-A")
    run(project, "commit", "-q", "-m", "More")
    run(project, "merge", "-q", "--no-commit", "other")
    (folder / share).write_bytes(content)
    run(project, "add", "-A")
    run(project, "commit", "-q", "-m", "Kept")
    found = log(kpi, project, "--on", "2028-02-01")
    assert f"observations/share/{share}" not in [one["file"] for one in found["deleted"]]
    (fact,) = [one for one in found["facts"] if one["file"].endswith(share)]
    assert (fact["recorded_on"], fact["committed"]) == ("2026-09-07", True)


@pytest.mark.parametrize("into", ["main", "early"])
def test_of_two_branches_the_earlier_record_counts(project, kpi, into):
    """Two people recorded the same file, and git merged them: it was known from the first on,
    whichever branch git tells of first."""
    file = "observations/share/2026_2027-01-03.toml"
    for branch, day in (("early", "2027-01-05"), ("main", "2027-01-09")):
        run(project, "checkout", "-q", *(["-b"] if branch == "early" else []), branch)
        (project / file).write_text("value = 22\n")
        run(project, "add", "-A")
        run(project, "commit", "-q", "-m", branch, GIT_AUTHOR_DATE=f"{day}T12:00:00+0900")
    run(project, "checkout", "-q", into)
    other = "early" if into == "main" else "main"
    run(project, "merge", "-q", "--no-edit", other, GIT_AUTHOR_DATE="2027-01-10T12:00:00+0900")
    (fact,) = [one for one in log(kpi, project, "--on", "2027-02-01")["facts"]
               if one["file"] == file]  # fmt: skip
    assert (fact["recorded_on"], fact["delay_days"]) == ("2027-01-05", 2)


@pytest.mark.parametrize(
    ("settled", "first"),
    [("22", "early"), ("23", "late"), ("24", "early")],
    ids=["as the first", "as the second", "as neither"],
)
@pytest.mark.parametrize("into", ["early", "late"])
def test_of_two_branches_that_differ_the_one_that_a_merge_took_counts(
    project, kpi, into, settled, first
):  # fmt: skip
    """Whoever wrote 22 has not recorded the 23 that is there."""
    file = "observations/share/2026_2027-01-03.toml"
    for branch, day, value in (("early", "2027-01-05", "22"), ("late", "2027-01-09", "23")):
        run(project, "checkout", "-q", "-b", branch, "main")
        (project / file).write_text(f"value = {value}\n")
        run(project, "add", "-A")
        run(project, "commit", "-q", "-m", branch, GIT_AUTHOR_NAME=branch,
            GIT_AUTHOR_DATE=f"{day}T12:00:00+0900")  # fmt: skip
    run(project, "checkout", "-q", into)
    run(project, "merge", "-q", "-s", "ours", "--no-commit", "early" if into == "late" else "late")
    (project / file).write_text(f"value = {settled}\n")
    run(project, "add", "-A")
    run(project, "commit", "-q", "-m", "Merge", GIT_AUTHOR_DATE="2027-01-10T12:00:00+0900")
    (fact,) = [one for one in log(kpi, project, "--on", "2027-02-01")["facts"]
               if one["file"] == file]  # fmt: skip
    assert (fact["value"], fact["author"]) == (float(settled), first)
    assert (fact["edited"] is None) == (settled != "24")


def test_what_was_edited_after_its_folder_was_renamed_is_told_where_branches_differed(project):
    """The record that a merge took goes on under another name."""
    old, new = (f"observations/{name}/2026_2027-01-03.toml" for name in ("share", "part"))
    for branch, value in (("early", "22"), ("late", "23")):
        run(project, "checkout", "-q", "-b", branch, "main")
        (project / old).write_text(f"value = {value}\n")
        run(project, "add", "-A")
        run(project, "commit", "-q", "-m", branch)
    late = run(project, "rev-parse", "HEAD")
    run(project, "merge", "-q", "-s", "ours", "early")
    run(project, "mv", "observations/share", "observations/part")
    run(project, "commit", "-q", "-m", "Another name")
    (project / new).write_text("value = 24\n")
    run(project, "commit", "-q", "-a", "-m", "Edited")
    record = history(str(project), "observations").recorded[new]
    assert (record.commit, record.edited) == (late, run(project, "rev-parse", "HEAD"))


@pytest.mark.parametrize("kept", [False, True], ids=["recorded on main", "kept in a merge"])
def test_what_one_branch_takes_back_another_has_recorded(project, kpi, kept):
    """A colleague deleted a record on a branch; the merge has it all the same, from main."""
    june = project / "observations/share/2026-06_2026-07-01.toml"
    run(project, "checkout", "-q", "-b", "other", "main")
    june.write_text("value = 21\n")
    run(project, "add", "-A")
    run(project, "commit", "-q", "-m", "June")
    if kept:
        run(project, "checkout", "-q", "main")
        run(project, "merge", "-q", "--ff-only", "other")
        run(project, "checkout", "-q", "other")
    run(project, "rm", "-q", june)
    run(project, "commit", "-q", "-m", "Not June")
    (project / "observations/share/2026-07_2026-08-01.toml").write_text("value = 22\n")
    run(project, "add", "-A")
    run(project, "commit", "-q", "-m", "July")
    run(project, "checkout", "-q", "main")
    june.write_text("value = 21.5\n" if kept else "value = 21\n")
    run(project, "add", "-A")
    run(project, "commit", "-q", "-m", "June on main", GIT_AUTHOR_NAME="Main")
    first = run(project, "rev-parse", "HEAD~1" if kept else "HEAD")
    run(project, "merge", "-q", "--no-ff", "--no-commit", "-s", "ours", "other")
    run(project, "checkout", "-q", "other", "--", "observations/share/2026-07_2026-08-01.toml")
    run(project, "commit", "-q", "-m", "Merge")
    said = log(kpi, project)
    facts = {one["period"]: one for one in said["facts"] if one["period"] > "2026-05"}
    assert facts["2026-06"]["committed"]
    assert facts["2026-06"]["commit"] == first
    assert june.name not in str(said["deleted"])


def test_a_record_made_in_a_merge_itself_is_found(project, kpi):
    """`git log` shows a merge's own work only if asked."""
    run(project, "checkout", "-q", "-b", "other", "HEAD~1")
    run(project, "commit", "-q", "--allow-empty", "-m", "Aside")
    run(project, "checkout", "-q", "main")
    run(project, "merge", "-q", "--no-ff", "--no-commit", "other")
    (project / "observations/share/2026-06_2026-07-01.toml").write_text("value = 21\n")
    run(project, "add", "-A")
    run(project, "commit", "-q", "-m", "Merge, and record")
    merge = run(project, "rev-parse", "HEAD")
    (fact,) = [one for one in log(kpi, project)["facts"] if one["period"] == "2026-06"]
    assert fact["commit"] == merge


def test_a_batch_that_got_its_label_in_a_merge_keeps_its_record(project):
    """As in any other commit."""
    old, new = (f"observations/count/batch_2025-04-01_plants{more}.toml" for more in ("-built", ""))
    before = history(str(project), "observations").recorded[old]
    run(project, "checkout", "-q", "-b", "other", "HEAD~1")
    run(project, "commit", "-q", "--allow-empty", "-m", "Aside")
    run(project, "checkout", "-q", "main")
    run(project, "merge", "-q", "--no-ff", "--no-commit", "other")
    run(project, "mv", old, new)
    run(project, "commit", "-q", "-m", "Merge, and another label")
    found = history(str(project), "observations")
    assert (found.recorded[new], old in found.deleted) == (before, False)


def test_an_author_has_the_name_that_the_repository_gives(project, kpi):
    """By its .mailmap: who has another name today, or wrote it in another way."""
    (project / ".mailmap").write_text("Kim Jiwon <proper@example.org> <new@example.org>\n")
    (project / "observations/share/2026-06_2026-07-01.toml").write_text("value = 21\n")
    run(project, "add", "-A")
    run(project, "commit", "-q", "-m", "June", GIT_AUTHOR_EMAIL="new@example.org")
    (fact,) = [one for one in log(kpi, project)["facts"] if one["period"] == "2026-06"]
    assert fact["author"] == "Kim Jiwon"


@pytest.mark.parametrize("folder", ["통계", ":(통계) [2]*"])
def test_a_project_moved_within_its_repository_keeps_its_history(project, kpi, folder):
    """A name that git would take for a pattern is a name."""
    (project / folder / "ledger").mkdir(parents=True)
    for name in ("targets.toml", "observations"):
        run(project, "mv", name, f"./{folder}/ledger/{name}")
    run(project, "commit", "-q", "-m", "Move")
    moved = log(kpi, project / folder / "ledger")
    commits = run(project, "log", "--format=%H", "--topo-order").split()
    assert {fact["commit"] for fact in moved["facts"]} < set(commits[1:])
    assert {fact["file"]: fact["recorded_on"] for fact in moved["facts"]}[
        "observations/share/2023_2024-06-01.toml"
    ] == "2025-01-13"


def test_a_folder_with_a_name_of_older_letters_keeps_its_history(project):
    """As a computer of the time before UTF-8 named it."""
    before = history(str(project), "observations").recorded
    folder = os.fsencode(project) + b"/" + "통계".encode("cp949")
    os.mkdir(folder)
    for name in ("targets.toml", "observations"):
        run(project, "mv", name, os.fsdecode(folder))
    run(project, "commit", "-q", "-m", "Move")
    assert history(os.fsdecode(folder), "observations").recorded == before


def test_a_project_that_was_moved_again_and_again_keeps_its_history(project):
    """Each move is found from where the one after it began."""
    before = history(str(project), "observations").recorded
    places = [project, *(project / name for name in ("one", "two", "three")), project]
    for old, new in pairwise(places):
        new.mkdir(exist_ok=True)
        for name in ("targets.toml", "observations"):
            run(project, "mv", str(old / name), str(new / name))
        run(project, "commit", "-q", "-m", f"To {new.name}")
    assert history(str(places[-1]), "observations").recorded == before


def test_a_project_reached_through_a_link_has_its_history(project, kpi, tmp_path):
    """Its repository lies around the folder itself, and not around the link to it."""
    (project / "ledger").mkdir()
    for name in ("targets.toml", "observations"):
        run(project, "mv", name, f"ledger/{name}")
    run(project, "commit", "-q", "-m", "Move")
    share = "observations/share/2025_2026-09-03.toml"
    (project / "ledger" / share).unlink()
    (tmp_path / "link").symlink_to(project / "ledger")
    found = log(kpi, tmp_path / "link")
    assert found["deleted"][-1] == {
        "file": share, "deleted_on": None, "commit": None, "author": None, "recorded_again": False,
    }  # fmt: skip
    assert found == log(kpi, project / "ledger")


def test_a_folder_whose_name_begins_alike_holds_no_records(project, kpi):
    """What is put aside and thrown away there was no record of the project."""
    before = log(kpi, project)["deleted"]
    aside = project / "observations-old/share/2001_2002-01-03.toml"
    aside.parent.mkdir(parents=True)
    aside.write_text("value = 1\n")
    run(project, "add", "-A")
    run(project, "commit", "-q", "-m", "Aside")
    run(project, "rm", "-q", "-r", "observations-old")
    (project / "observations/share/2026_2027-01-03.toml").write_text("value = 22\n")
    run(project, "add", "-A")
    run(project, "commit", "-q", "-m", "Away, and a record")
    assert log(kpi, project)["deleted"] == before


@pytest.mark.parametrize("strategy", ["ours", "theirs"])
def test_a_folder_that_only_one_branch_renamed_keeps_its_history_on_both(project, strategy):
    """Whichever of the two names a merge takes; the other branch's deeds are another story."""
    before = history(str(project), "observations").recorded
    run(project, "checkout", "-q", "-b", "other")
    run(project, "mv", "observations/share", "observations/part")
    run(project, "commit", "-q", "-m", "Another name")
    run(project, "checkout", "-q", "main")
    (project / "observations/law/2026-11_2026-12-01.toml").write_text("value = true\n")
    run(project, "add", "-A")
    run(project, "commit", "-q", "-m", "More")
    ours = "main" if strategy == "ours" else "other"
    run(project, "checkout", "-q", ours)
    run(project, "merge", "-q", "-s", "ours", "other" if ours == "main" else "main")
    past = history(str(project), "observations")
    name = "share" if strategy == "ours" else "part"
    for old, record in before.items():
        assert past.recorded[old.replace("/share/", f"/{name}/")] == record
    assert not any("/share/" in name or "/part/" in name for name in past.deleted)


def test_what_a_merge_drops_and_a_later_commit_records_again_was_recorded_then(project, kpi):
    """The branch that recorded it first has nothing to say of it, nor has the other one."""
    june, content = "observations/share/2026-06_2026-07-01.toml", "value = 21\n"
    run(project, "checkout", "-q", "-b", "other")
    (project / june).write_text(content)
    run(project, "add", "-A")
    run(project, "commit", "-q", "-m", "June")
    run(project, "checkout", "-q", "main")
    run(project, "merge", "-q", "--no-ff", "-s", "ours", "other")
    merge = run(project, "rev-parse", "HEAD")
    assert history(str(project), "observations").deleted[june].commit == merge
    (project / june).write_text(content)
    run(project, "add", "-A")
    run(project, "commit", "-q", "-m", "June again")
    past = history(str(project), "observations")
    assert past.recorded[june].commit == run(project, "rev-parse", "HEAD")
    assert (past.again[june].commit, june in past.deleted) == (merge, False)


@pytest.mark.parametrize("into", ["early", "late"])
def test_of_a_batch_that_two_branches_began_each_row_has_its_own_record(project, kpi, into):
    """A merge that takes the rows of both has recorded none of them. One row both had."""
    batch = "observations/share/batch_2026-09-05_x.toml"
    row = "[[observation]]\nperiod = {}\nvalue = {}\n"
    rows = {"early": [2001, 2002], "late": [2002, 2003]}
    for branch, day in (("early", "2026-11-03"), ("late", "2026-11-09")):
        run(project, "checkout", "-q", "-b", branch, "main")
        text = "".join(row.format(year, year - 2000) for year in rows[branch])
        (project / batch).write_text(text)
        run(project, "add", "-A")
        run(project, "commit", "-q", "-m", branch, GIT_AUTHOR_DATE=f"{day}T12:00:00+0900")
    run(project, "checkout", "-q", into)
    other = "early" if into == "late" else "late"
    run(project, "merge", "-q", "-s", "ours", "--no-commit", other)
    (project / batch).write_text(
        "".join(row.format(year, year - 2000) for year in range(2001, 2005))
    )
    run(project, "add", "-A")
    run(project, "commit", "-q", "-m", "Both", GIT_AUTHOR_DATE="2026-11-10T12:00:00+0900")
    facts = {one["period"]: one for one in log(kpi, project, "share")["facts"]
             if one["published"] == "2026-09-05"}  # fmt: skip
    assert {year: one["recorded_on"] for year, one in facts.items()} == {
        "2001": "2026-11-03", "2002": "2026-11-03", "2003": "2026-11-09", "2004": "2026-11-10",
    }  # fmt: skip
    assert [one["edited"] for one in facts.values()] == [None] * 4


def test_a_clock_that_went_wrong_changes_nothing(project):
    """The computer of the colleague who kept the file lives in the past: by their dates, git would
    tell of the commits before the branch first."""
    share = "observations/share/2025_2026-09-03.toml"
    first = history(str(project), "observations").recorded[share].commit
    content = (project / share).read_bytes()
    run(project, "checkout", "-q", "-b", "other")
    (project / "observations/share/2026-06_2026-07-01.toml").write_text("value = 21\n")
    run(project, "add", "-A")
    run(project, "commit", "-q", "-m", "June", GIT_COMMITTER_DATE="2020-01-01T12:00:00+0900")
    run(project, "checkout", "-q", "main")
    run(project, "rm", "-q", share)
    run(project, "commit", "-q", "-m", "Away")
    (project / share).write_bytes(content)
    run(project, "add", "-A")
    run(project, "commit", "-q", "-m", "Again")
    run(project, "merge", "-q", "--no-edit", "other")
    assert history(str(project), "observations").recorded[share].commit == first


@pytest.mark.parametrize("count", [1, 120])
def test_files_that_were_moved_into_the_records(project, kpi, count, monkeypatch):
    """Under another name, as a draft is: what recorded them is what gave them period and target."""
    from kpi.store import history as module

    (project / "drafts").mkdir()
    for nth in range(count):
        (project / f"drafts/n{nth}.toml").write_text(f"value = {nth}\n")
    run(project, "add", "-A")
    run(project, "commit", "-q", "-m", "Draft")
    for nth in range(count):
        to = f"observations/share/{1800 + nth}_2024-12-01.toml"
        run(project, "mv", f"drafts/n{nth}.toml", to)
    run(project, "commit", "-q", "-m", "Record")
    record = run(project, "rev-parse", "HEAD")
    asked, git = [], module.git
    monkeypatch.setattr(
        module, "git", lambda *words, **more: asked.append(words) or git(*words, **more)
    )
    found = module.history(str(project), "observations").recorded
    names = [f"observations/share/{1800 + nth}_2024-12-01.toml" for nth in range(count)]
    assert {found[name].commit for name in names} == {record}
    assert sum(words[1] == "log" for words in asked) <= 3


def test_a_batch_that_was_moved_into_the_records_keeps_its_own(project, monkeypatch):
    """Under another label; where it came from is asked once, not again and again."""
    from kpi.store import history as module

    old, new = "drafts/batch_2026-09-05_x.toml", "observations/share/batch_2026-09-05_y.toml"
    (project / "drafts").mkdir()
    (project / old).write_text("[[observation]]\nperiod = 2001\nvalue = 1\n")
    run(project, "add", "-A")
    run(project, "commit", "-q", "-m", "Draft")
    draft = run(project, "rev-parse", "HEAD")
    run(project, "mv", old, new)
    run(project, "commit", "-q", "-m", "Record")
    asked, git = [], module.git
    monkeypatch.setattr(
        module, "git", lambda *words, **more: asked.append(words) or git(*words, **more)
    )
    assert module.history(str(project), "observations").recorded[new].commit == draft
    assert sum(words[1] == "log" for words in asked) == 2


def test_one_id_or_a_past_revision(told, kpi):
    root, commits = told
    assert {fact["id"] for fact in log(kpi, root, "law")["facts"]} == {"law"}
    past = log(kpi, root, "--at", commits[7])
    assert past["at"] == commits[7]
    assert {fact["file"] for fact in past["facts"]} == set(recorded(commits)) - {
        file for file, (name, _) in recorded(commits).items() if name in commits[8:]
    }
    known = log(kpi, root, "--as-of", "2025-03-01")
    assert max(fact["published"] for fact in known["facts"]) == "2025-03-01"
    assert kpi("log", "lwa", "--project", str(root)).code == 2


def test_csv_has_a_row_for_each_fact(told, kpi):
    text = kpi("log", "-f", "csv", "--project", str(told[0])).stdout
    rows = list(csv.DictReader(io.StringIO(text)))
    assert len(rows) == 22
    assert rows[0]["recorded_on"] == "2025-01-13"
    assert rows[0]["delay_days"] == "226"
    assert rows[0]["commit"] == told[1][1]
    assert kpi("log", "-f", "csv", "--bom", "--project", str(told[0])).stdout == "\ufeff" + text
    assert "csv only" in kpi("log", "--bom", "--project", str(told[0])).stderr


def test_csv_has_the_digits_that_were_recorded(project, kpi):
    """90 and 90.0 do not say the same."""
    folder = project / "observations/share"
    for name, digits in (("2017_2018-01-03", "90"), ("2018_2019-01-03", "90.0")):
        (folder / f"{name}.toml").write_text(f"value = {digits}\n")
    text = kpi("log", "share", "-f", "csv", "--project", str(project)).stdout
    found = {row["period"]: row["value"] for row in csv.DictReader(io.StringIO(text))}
    assert (found["2017"], found["2018"]) == ("90", "90.0")


@pytest.mark.parametrize("columns", [20, 40, 60, 80, 100])
@pytest.mark.parametrize("command", [("log",), ("log", "law"), ("diff", "2025-03-01")])
def test_no_line_is_wider_than_the_terminal(told, kpi, columns, command):
    from wcwidth import wcswidth

    for lang in ("en", "ko"):
        done = kpi(*command, "--project", str(told[0]), "--lang", lang, COLUMNS=str(columns))
        assert done.code == 0
        if columns >= 60:
            assert max(wcswidth(line) for line in done.stdout.splitlines()) <= columns


def test_one_git_log_for_any_number_of_files(told, monkeypatch):
    """The number of processes does not grow with the number of files."""
    from kpi.store import git, renames, waiting
    from kpi.store import history as asked

    calls = []

    def counted(root: str, *arguments: str, data: bytes = b"") -> bytes:
        calls.append(arguments[0])
        return git.git(root, *arguments, data=data)

    for module in (asked, renames, waiting):
        monkeypatch.setattr(module, "git", counted)
    history(str(told[0]), "observations")
    assert calls.count("log") == 1
    assert len(calls) <= 6


def test_an_author_has_no_name_without_end(project, kpi):
    """It stands in every row, and anybody may write anything there."""
    (project / "observations/share/2026-06_2026-07-01.toml").write_text("value = 21\n")
    run(project, "add", "-A")
    run(project, "commit", "-q", "-m", "x", GIT_AUTHOR_NAME="김" * 300)
    (fact,) = [one for one in log(kpi, project)["facts"] if one["period"] == "2026-06"]
    assert fact["author"] == "김" * 200


def test_an_author_with_control_characters_reaches_no_terminal(project, kpi):
    (project / "observations/share/2026-06_2026-07-01.toml").write_text("value = 21\n")
    run(project, "add", "-A")
    run(project, "commit", "-q", "-m", "x", GIT_AUTHOR_NAME="a\x1b[31m\x01b|\t=cmd")
    for form in ("table", "json", "csv"):
        done = kpi("log", "-f", form, "--project", str(project))
        assert done.code == 0
        assert "\x1b" not in done.stdout
        assert "\x01" not in done.stdout


@pytest.mark.parametrize("place", ["", "ledger"])
def test_a_row_of_a_batch_has_the_commit_that_added_it(project, kpi, place):
    """One commit adds a row to a batch, a later one changes another row; the third is as it was.

    Wherever in its repository the project lies.
    """
    if place:
        (project / place).mkdir()
        run(project, "mv", "targets.toml", "observations", place)
        run(project, "commit", "-q", "-m", "Move")
        project /= place
    batch = project / "observations/share/batch_2026-09-05_x.toml"
    row = "[[observation]]\nperiod = {}\nvalue = {}\n"

    def commit(text, day):
        batch.write_text(text)
        run(project, "add", "-A")
        when = f"{day}T12:00:00+09:00"
        run(project, "commit", "-q", "-m", day, GIT_AUTHOR_DATE=when, GIT_COMMITTER_DATE=when)
        return run(project, "rev-parse", "HEAD")

    rows = [row.format(2001, 1), row.format(2002, 2)]
    first = commit("".join(rows), "2026-11-01")
    second = commit(row.format(2000, 2) + "# a remark\n" + "".join(rows), "2026-11-08")
    third = commit(row.format(2000, 2) + rows[0] + row.format(2002, 5), "2026-11-15")
    batch.write_text(batch.read_text() + row.format(2003, 3))
    facts = {one["period"]: one for one in log(kpi, project, "share")["facts"]
             if one["published"] == "2026-09-05"}  # fmt: skip
    told = {
        period: (one["commit"], one["recorded_on"], one["edited"]) for period, one in facts.items()
    }
    assert told == {
        "2000": (second, "2026-11-08", None), "2001": (first, "2026-11-01", None),
        "2002": (first, "2026-11-01", third), "2003": (None, None, None),
    }  # fmt: skip


def test_a_remark_is_no_edit_of_a_fact(project, kpi):
    file = "observations/share/2025_2026-09-03.toml"
    (project / file).write_text((project / file).read_text() + "# looked at again\n")
    run(project, "commit", "-q", "-a", "-m", "A remark")
    assert not any(one["edited"] for one in log(kpi, project)["facts"])


@pytest.mark.parametrize(
    ("stamp", "code"),
    [
        ("253402300799 +0000", 6), ("253402214400 +0000", 6), ("4102444800 +0900", 0),
        ("253402300800 +0000", 6), ("99999999999999999 +0000", 6),
    ],
)  # fmt: skip
def test_a_commit_on_the_last_day_of_the_calendar(project, kpi, stamp, code):
    """That day is the next one in Seoul, and there is none; nor is there one after it."""
    tree, parent = run(project, "rev-parse", "HEAD^{tree}"), run(project, "rev-parse", "HEAD~1")
    text = f"tree {tree}\nparent {parent}\nauthor A <a@b> {stamp}\ncommitter A <a@b> {stamp}\n\nx\n"
    (project / ".git" / "odd").write_text(text)
    sha = run(project, "hash-object", "-t", "commit", "-w", "--literally", ".git/odd")
    run(project, "update-ref", "HEAD", sha)
    done = kpi("log", "--project", str(project))
    assert done.code == code
    assert ("has an impossible date; run git fsck" in done.stderr) == bool(code)


@pytest.mark.parametrize(("seconds", "day"), [(0, "1970-01-01"), (-1, "1969-12-31")])
def test_a_commit_before_1970_has_its_date(project, kpi, seconds, day):
    """Of an older one, as it comes out of another system, git prints no date."""
    (project / "observations/share/2026-06_2026-07-01.toml").write_text("value = 21\n")
    run(project, "add", "-A")
    tree, parent = run(project, "write-tree"), run(project, "rev-parse", "HEAD")
    text = (
        f"tree {tree}\nparent {parent}\nauthor A <a@b> {seconds} +0000\ncommitter A <a@b> 1 +0000\n"
    )
    (project / ".git/odd").write_text(f"{text}\nx\n")
    sha = run(project, "hash-object", "-t", "commit", "-w", "--literally", ".git/odd")
    run(project, "update-ref", "HEAD", sha)
    past = history(str(project), "observations")
    record = past.recorded["observations/share/2026-06_2026-07-01.toml"]
    assert (record.commit, record.date.date().isoformat()) == (sha, day)


def test_the_filters_of_a_submodule_are_not_run(project, kpi, tmp_path):
    """git would ask a submodule what has changed in it, by the submodule's own settings."""
    other = tmp_path / "other"
    other.mkdir()
    run(other, "init", "-q")
    (other / ".gitattributes").write_text("* filter=x\n")
    (other / "2030_2031-01-01.toml").write_text("value = 1\n")
    run(other, "add", ".")
    run(other, "commit", "-q", "-m", "One")
    add = ("submodule", "add", "-q", str(other), "observations/share/.more")
    run(project, "-c", "protocol.file.allow=always", *add)
    run(project, "commit", "-q", "-m", "A submodule")
    trap, inside = tmp_path / "sprung", project / "observations/share/.more"
    run(inside, "config", "filter.x.clean", f"touch {trap}; cat")
    (inside / "2030_2031-01-01.toml").write_text("value = 2\n")
    assert kpi("log", "--project", str(project)).code == 0
    assert kpi("doctor", "--project", str(project)).code in (0, 4)
    assert not trap.exists()


@pytest.mark.parametrize("key", ["clean", "process"])
@pytest.mark.parametrize("included", [False, True])
def test_the_filters_of_a_repository_are_not_run(project, tmp_path, key, included):
    """git would pass an edited record through one, whatever its name, and fail if it must."""
    (project / ".gitattributes").write_text("*.toml filter=a.b\n")
    run(project, "add", ".")
    run(project, "commit", "-q", "-m", "A filter")
    trap, settings = tmp_path / "sprung", tmp_path / "settings"
    where = ("-f", str(settings)) if included else ()
    run(project, "config", *where, f"filter.a.b.{key}", f"touch {trap}; cat")
    run(project, "config", *where, "filter.a.b.required", "true")
    if included:
        run(project, "config", "include.path", str(settings))
    file = project / "observations/share/2025_2026-09-03.toml"
    file.write_text(file.read_text("utf-8").replace("20.2", "20.3"), "utf-8")
    found = history(str(project), "observations")
    assert found.waiting == {"observations/share/2025_2026-09-03.toml"}
    assert not trap.exists()


def test_a_filter_that_no_option_can_name_is_not_run(kpi, project, tmp_path):
    """Of `-c filter.a=b.clean=` git would take b.clean= for the value."""
    trap = tmp_path / "sprung"
    (project / ".gitattributes").write_text("*.toml filter=a=b\n")
    run(project, "config", "filter.a=b.clean", f"touch {trap}; cat")
    file = project / "observations/share/2025_2026-09-03.toml"
    file.write_text(file.read_text("utf-8").replace("20.2", "20.3"), "utf-8")
    ran = kpi("log", "--project", str(project))
    assert (ran.code, ran.stdout, trap.exists()) == (6, "", False)
    assert "a filter that has = in its name" in ran.stderr
    run(project, "status")
    assert trap.exists()  # as it is set


def line_of(*kinds: str) -> list[Commit]:
    """Commits in one line, the last first, each of which did one thing to the same file."""
    day = dt.datetime(2026, 11, 1, tzinfo=dt.UTC)
    return [
        Commit(str(nth), (str(nth - 1),) if nth else (), "A", day, [[(kind, "x", "x")]])
        for nth, kind in reversed([*enumerate(kinds)])
    ]


def test_a_record_that_came_again_twice_is_not_gone():
    """What was edited between is no other file."""
    recorded, deleted, again = lineages(line_of("A", "D", "A", "M", "D", "A"), {"x"})
    assert (recorded["x"].commit, deleted, again["x"].commit) == ("5", {}, "4")


def test_a_record_that_came_again_on_a_branch_is_not_gone():
    """The other branch, which lacks it, began behind its deletion."""
    day = dt.datetime(2026, 11, 1, tzinfo=dt.UTC)
    branches = [
        Commit("merge", ("one", "two"), "A", day, [[], [("A", "x", "x")]]),
        Commit("one", ("1",), "A", day, [[("A", "x", "x")]]),
        Commit("two", ("1",), "A", day, [[]]),
    ]
    recorded, deleted, again = lineages([*branches, *line_of("A", "D")], {"x"})
    assert (recorded["x"].commit, deleted, again["x"].commit) == ("one", {}, "1")


@pytest.mark.parametrize("storied", [set(), {"x"}])
def test_each_version_of_a_record_is_made_from_the_one_before(storied):
    recorded, _, _ = lineages(line_of("A", "M", "M"), storied)
    assert (recorded["x"].commit, recorded["x"].edited) == ("0", "2")
    assert [(one.commit, one.before) for one in recorded["x"].versions] == [
        ("0", ()), ("1", (0,)), ("2", (1,)),
    ]  # fmt: skip


def test_a_record_that_a_branch_renamed_is_not_gone_by_the_merge():
    """Another branch recorded it, too, under the older name: of it the merge has nothing."""
    day = dt.datetime(2026, 11, 1, tzinfo=dt.UTC)
    branches = [
        Commit("merge", ("one", "two"), "A", day, [[], [("D", "x", "x"), ("A", "y", "y")]]),
        Commit("one", ("first",), "A", day, [[("R60", "x", "y")]]),
        Commit("first", ("0",), "A", day, [[("A", "x", "x")]]),
        Commit("two", ("0",), "A", day, [[("A", "x", "x")]]),
    ]
    recorded, deleted, again = lineages(branches, {"x", "y"})
    assert ({last: one.commit for last, one in recorded.items()}, deleted, again) == (
        {"y": "first"}, {}, {},
    )  # fmt: skip
