"""Our own writer of JSON, held against the library's."""

from __future__ import annotations

import json
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi.render.json_text import dump

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=20,
)  # fmt: skip
#: What the library leaves alone and we do not.
LOOSE = [chr(one) for one in (*range(0x7F, 0xA0), 0x061C, 0x200E, 0x200F, *range(0x2028, 0x202F),
                              *range(0x2066, 0x206A), 0xFEFF, 0xD800, 0xDFFF)]  # fmt: skip


def library(document: object, indent: int | None = 1) -> str:
    text = json.dumps(document, ensure_ascii=False, indent=indent)
    return "".join(
        f"\\u{ord(one):04x}" if one in LOOSE or "\ud800" <= one <= "\udfff" else one for one in text
    )


@given(st.dictionaries(st.text(), VALUES, min_size=1, max_size=5))
def test_it_writes_what_the_library_writes(document: dict[str, object]) -> None:
    """Letter for letter, on several lines and on one, and it reads back as what it was."""
    assert dump(document) == library(document) + "\n"
    assert dump(document, indent=None) == library(document, None) + "\n"
    assert json.loads(dump(document)) == document


@pytest.mark.parametrize("sign", LOOSE)
def test_no_sign_that_a_terminal_obeys_is_in_it(sign: str) -> None:
    document = {f"a{sign}": [f"b{sign}", {sign: "한글"}]}
    for text in (dump(document), dump(document, indent=None)):
        assert sign not in text
        assert json.loads(text) == document


@pytest.mark.parametrize("number", [math.nan, math.inf, -math.inf])
@pytest.mark.parametrize("indent", [1, None])
def test_what_is_no_number_is_refused(number: float, indent: int | None) -> None:
    with pytest.raises(ValueError, match=r"JSON"):
        dump({"a": [number]}, indent)


def test_what_json_does_not_know_is_refused() -> None:
    with pytest.raises(TypeError):
        dump({"a": {1, 2}})


@pytest.mark.parametrize("items", [[], [1], [{"a": [], "b": {}}, {"c": ["x\ny", {"d": 0}]}], [[]]])
def test_what_is_written_item_by_item_is_the_same(items: list[object]) -> None:
    """An iterator stands for the list that it gives, letter for letter."""
    more = {"first": {"x": [1, 2]}, "none": [], "last": "\u200e", "deep": {"of": [{"y": {}}]}}
    whole = dump({"schema": "x", "targets": items, **more})
    assert dump({"schema": "x", "targets": iter(items), **more}) == whole
    plain = json.dumps({"schema": "x", "targets": items, **more}, ensure_ascii=False, indent=1)
    assert whole == plain.replace("\u200e", "\\u200e") + "\n"
