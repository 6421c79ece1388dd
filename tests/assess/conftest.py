"""What the tests of `assess` share."""

import pytest

from tests.assess.judging import Judge


@pytest.fixture(scope="session")
def judge() -> Judge:
    """Judges a project written as text."""
    return Judge()
