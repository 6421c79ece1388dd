"""A tree laid over another: what is read and walked is the upper file, or that there is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from kpi.store.overlaid import Overlaid
from kpi.store.trees import Entry, Tree, WorkTree


@pytest.fixture
def below(tmp_path: Path) -> Tree:
    """A project with two observations and a name that does not belong to them."""
    files = {"targets.toml": "schema = 1", "observer.toml": ""}
    files |= {f"observations/jobs/{name}.toml": f"value = {value}" for name, value in ("a1", "b2")}
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return WorkTree(str(tmp_path))


def test_the_upper_file_counts(below: Tree) -> None:
    """It is read and walked once, in the order of names; what is not laid over stays."""
    tree = Overlaid(below, {"observations/jobs/b.toml": b"value = 20", "targets.toml": b"",
                            "observations/fund/c.toml": b"value = 3"})  # fmt: skip
    assert list(tree.walk("observations")) == [
        Entry("observations/fund/c.toml", 9),
        Entry("observations/jobs/a.toml", 9),
        Entry("observations/jobs/b.toml", 10),
    ]
    assert tree.read("observations/jobs/b.toml") == b"value = 20"
    assert tree.read("observations/jobs/a.toml") == b"value = 1"
    others = tree.walk("observations", {"observations/jobs"})
    assert list(others) == [Entry("observations/fund/c.toml", 9)]
    others = tree.walk("observations", {"observations/fund"})
    assert next(others).name == "observations/jobs/a.toml"


def test_what_was_missing_is_missing(below: Tree) -> None:
    """A file that lies below, and was not there at the time."""
    tree = Overlaid(below, {"observations/jobs/a.toml": None})
    assert [entry.name for entry in tree.walk("observations")] == ["observations/jobs/b.toml"]
    with pytest.raises(FileNotFoundError):
        tree.read("observations/jobs/a.toml")


def test_without_a_tree_below_the_files_are_all() -> None:
    """As outside of git, where no commit holds anything."""
    tree = Overlaid(None, {"observations/jobs/a.toml": b"value = 1"})
    assert [entry.name for entry in tree.walk("observations")] == ["observations/jobs/a.toml"]
    with pytest.raises(FileNotFoundError):
        tree.read("targets.toml")


def test_a_name_that_leads_out_is_refused(below: Tree) -> None:
    """Also where nothing lies below."""
    for tree in (Overlaid(below, {}), Overlaid(None, {})):
        with pytest.raises(ValueError, match="not a name within a project"):
            tree.read("../secret.toml")
