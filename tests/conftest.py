"""What all tests share: the command line, and a machine that is the same everywhere."""

import pytest

from tests.run import Kpi


@pytest.fixture(autouse=True)
def plain_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """No setting of the developer's own machine reaches a test."""
    for name in ("KPI_LANG", "KPI_PROJECT", "KPI_TODAY", "KPI_DEBUG", "COLUMNS", "NO_COLOR",
                 "FORCE_COLOR", "CLICOLOR_FORCE"):  # fmt: skip
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def kpi() -> Kpi:
    """The command line."""
    return Kpi()
