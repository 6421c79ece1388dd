"""What all tests share: the command line, and a machine that is the same everywhere."""

import pytest

from tests.run import Kpi


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
