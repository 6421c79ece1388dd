"""Files that were read as something else, and nothing was said."""

from __future__ import annotations

import pytest

from tests.importing.conftest import Take


@pytest.mark.parametrize("head", ["Spend (£m)", "°C", "§b"])
def test_a_western_file_is_not_korean(take: Take, head: str) -> None:
    """As CP949 the sign would take the letter behind it with it, and the unit be lost."""
    table = f"Year,{head}\n2023,6.2\n2024,7.3\n"
    took = take(table.encode("cp1252"))
    assert took.code == 4
    assert "neither UTF-8 nor CP949; name its encoding with --encoding" in took.said
    assert take(table.encode("cp1252"), "--encoding", "cp949").facts[0] == ("2023", 6.2)
    assert take("Year,똠방각하\n2023,6.2\n".encode("cp949")).facts == [("2023", 6.2)]
