"""What all tests share: the command line, and a machine that is the same everywhere.

`KPI_TEST_CACHE=warm` gives every plain question twice, and the second answer, from the cache, must
be the first one; `KPI_TEST_CACHE=broken` spoils all that is kept before each question. So the whole
suite can be run against a cache in either state; `.ci/run` does. To a test that asks no plain
question the cache is nothing: a run without a state notes those that do in the file
`KPI_TEST_ASKED`, and one with a state takes those alone that it names.
"""

import os
import random
import signal
import time
from pathlib import Path

import pytest
from hypothesis import settings

from kpi.cli import exits, front, screen
from tests.run import Kpi

settings.register_profile("kpi", deadline=None)  # a busy machine is no fault
settings.load_profile("kpi")

CACHE = os.environ.get("KPI_TEST_CACHE", "")
ASKED = os.environ.get("KPI_TEST_ASKED", "")

# A shell that starts the tests in the background has Ctrl-C ignored by them, and by all that they
# start: what is interrupted in a test would go on for ever.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leaves out the tests to which the state of the cache is nothing."""
    if CACHE and ASKED:
        asking = set(Path(ASKED).read_text("utf-8").split("\n"))
        config.hook.pytest_deselected(items=[one for one in items if one.nodeid not in asking])
        items[:] = [one for one in items if one.nodeid in asking]


@pytest.fixture(scope="session")
def cache_home(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A cache folder that one process of tests has for itself."""
    return str(tmp_path_factory.mktemp("cache"))


@pytest.fixture(autouse=True)
def plain_machine(monkeypatch: pytest.MonkeyPatch, cache_home: str) -> None:
    """No setting of the developer's own machine reaches a test, and no answer of its cache."""
    monkeypatch.setenv("XDG_CACHE_HOME", cache_home)
    monkeypatch.delenv("KPI_CACHE", raising=False)
    for name in ("KPI_LANG", "KPI_PROJECT", "KPI_TODAY", "KPI_DEBUG", "COLUMNS", "NO_COLOR",
                 "FORCE_COLOR", "CLICOLOR_FORCE"):  # fmt: skip
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def kpi() -> Kpi:
    """The command line."""
    return Kpi()


@pytest.fixture(autouse=True)
def state_of_the_cache(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, cache_home: str
) -> None:
    """The cache in the state that the whole run is to have."""
    ask, put = front.answer, screen.put

    def listened(asked: front.Typed) -> tuple[bytes, int, str]:
        said: list[bytes] = []
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(screen, "put", said.append)
            try:
                ask(asked)
            except exits.Stop as stop:
                return b"".join(said), stop.code, stop.message
        return b"".join(said), 0, ""

    def twice(asked: front.Typed) -> None:
        time.sleep(0.03)  # what was written just now is not kept
        first, second = listened(asked), listened(asked)
        assert first == second
        put(second[0])
        if second[1]:
            raise exits.Stop(second[1], second[2])

    def from_ruins(asked: front.Typed) -> None:
        for path in Path(cache_home).rglob("*"):
            if path.is_file():
                data = bytearray(path.read_bytes())
                at = random.randrange(len(data)) if data else 0  # noqa: S311 - any will do
                path.write_bytes(bytes(data[:at]) if at % 2 else bytes(data[at:]) + b"x")
        ask(asked)

    def noted(asked: front.Typed) -> None:
        with open(ASKED, "a", encoding="utf-8") as file:  # of two processes, each a line at a time
            file.write(f"{request.node.nodeid}\n")
        ask(asked)

    if CACHE:
        monkeypatch.setattr(front, "answer", {"warm": twice, "broken": from_ruins}[CACHE])
    elif ASKED:
        monkeypatch.setattr(front, "answer", noted)
