"""What single values of a file may be, on both sides of each boundary."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from kpi.facts.keys import fields
from kpi.facts.periods import Period, Span

colour = fields.one_of(("red", "green"))

GOOD: list[tuple[Callable[[object], Any], object, object]] = [
    (fields.text, "AI 활용", "AI 활용"),
    (fields.text, "x" * fields.LONGEST_TEXT, "x" * fields.LONGEST_TEXT),
    (fields.unit, "x" * fields.LONGEST_UNIT, "x" * fields.LONGEST_UNIT),
    (fields.title, "x" * fields.LONGEST_TITLE, "x" * fields.LONGEST_TITLE),
    (fields.identifier, "ai-company-share-2030", "ai-company-share-2030"),
    (fields.identifier, "x" * fields.LONGEST_ID, "x" * fields.LONGEST_ID),
    (fields.identifier, "com10", "com10"),  # the devices are com1 to com9
    (fields.number, 30, Decimal(30)),
    (fields.number, Decimal("6.40"), Decimal("6.40")),
    (fields.positive, 0, Decimal(0)),
    (fields.value, True, True),
    (fields.value, Decimal("6.4"), Decimal("6.4")),
    (fields.flag, False, False),
    (fields.day, dt.date(2024, 2, 29), dt.date(2024, 2, 29)),
    (fields.period, 2024, Period.parse("2024")),
    (fields.period, "2024-Q3", Period.parse("2024-Q3")),
    (fields.period, dt.date(2024, 6, 30), Period.parse("2024-06-30")),
    (fields.span, "12 months", Span(12, "month")),
    (fields.span, "0 days", Span(0, "day")),
    (fields.cadence, "1 year", Span(1, "year")),
    (fields.address, "https://example.org/a?b=c", "https://example.org/a?b=c"),
    (colour, "red", "red"),
    (fields.each(colour), ["red", "red"], ("red", "red")),
    (fields.each(colour), [], ()),
    (fields.some(colour), ["red"], ("red",)),
]

BAD: list[tuple[Callable[[object], Any], object]] = [
    (fields.text, 5), (fields.text, ""), (fields.text, " \n"),
    (fields.text, "x" * (fields.LONGEST_TEXT + 1)),
    (fields.unit, "x" * (fields.LONGEST_UNIT + 1)), (fields.unit, " "),
    (fields.title, "x" * (fields.LONGEST_TITLE + 1)), (fields.title, 5),
    (fields.address, "https://example.org/" + "x" * fields.LONGEST_ADDRESS),
    (fields.identifier, "AI"), (fields.identifier, "a--b"), (fields.identifier, "-a"),
    (fields.identifier, "a_b"), (fields.identifier, "ai/share"), (fields.identifier, ".."),
    (fields.identifier, "가"), (fields.identifier, 5), (fields.identifier, "con"),
    (fields.identifier, "com9"), (fields.identifier, "x" * (fields.LONGEST_ID + 1)),
    (fields.number, "30%"), (fields.number, True), (fields.number, Decimal("nan")),
    (fields.number, Decimal("inf")), (fields.number, Decimal("1e19")), (fields.number, [1]),
    (fields.positive, Decimal("-0.1")),
    (fields.value, "yes"), (fields.value, {}),
    (fields.flag, "true"), (fields.flag, 1),
    (fields.day, "2024-06-30"), (fields.day, "yesterday"), (fields.day, 2024),
    (fields.day, dt.datetime(2024, 6, 30, 12, 0)),  # noqa: DTZ001 - as a file may hold it
    (fields.period, "2024-13"), (fields.period, "2024-Q5"), (fields.period, "2024-02-30"),
    (fields.period, "24"), (fields.period, True), (fields.period, Decimal("2024.0")),
    (fields.period, dt.datetime(2024, 6, 30, 12, 0)),  # noqa: DTZ001
    (fields.span, "a year"), (fields.span, 12), (fields.span, "-1 year"),
    (fields.cadence, "0 days"),
    (fields.address, "javascript:alert(1)"), (fields.address, "https://a b"),
    (fields.address, "ftp://example.org"),
    (colour, "blue"), (colour, "Red"), (colour, 1), (fields.each(colour), "red"),
    (fields.each(colour), ["red", "blue"]),
]  # fmt: skip


@pytest.mark.parametrize(("reader", "value", "expected"), GOOD)
def test_read(reader: Callable[[object], Any], value: object, expected: object) -> None:
    """What comes back is the checked value."""
    assert reader(value) == expected


@pytest.mark.parametrize(("reader", "value"), BAD)
def test_refused(reader: Callable[[object], Any], value: object) -> None:
    """Each refusal says what is wrong, and what to write instead."""
    with pytest.raises(fields.Wrong) as wrong:
        reader(value)
    assert wrong.value.what
    assert wrong.value.remedy


@pytest.mark.parametrize("said", [
    "", " ", "-", "–", "—", "…", ":", "..", "...", "n/a", "N/A", "NA", "n.a.", "null", "None",
    "TBD", "unknown", " Unknown ",
])  # fmt: skip
def test_how_it_is_written_that_nothing_is_known(said: str) -> None:
    """No figure is proposed for what a table leaves open."""
    with pytest.raises(fields.Wrong) as wrong:
        fields.number(said)
    assert wrong.value.remedy == "leave it out: what is not known is not recorded"


@pytest.mark.parametrize(("reader", "value", "said"), [
    (fields.number, "6,4 %", '"6,4 %" is a text, not a number; '),
    (fields.number, "1,000", '"1,000" is a text, not a number; write 1000, without quotation'),
    (fields.number, "many", '"many" is a text, not a number; write the bare number, such as'
     " 6.4, in the unit of its target or series"),
    (fields.number, True, "true is not a number; write one such as 6.4; what is not known is left"),
    (fields.number, Decimal("NaN"), "nan is not a number; write one such as 6.4"),
    (fields.number, Decimal("-Infinity"), "-inf is not a number"),
    (fields.number, 10**19, "10000000000000000000 is too large, too small or too long for a figure;"
     " write at most"),
    (fields.positive, Decimal("-0.1"), "-0.1 is negative; write a number of at least 0"),
    *((fields.value, word, f'"{word}" is a text; write true or false, without quotes')
      for word in ("true", "False", "yes", "No", "done")),
    (fields.flag, "true", '"true" is not true or false; write true or false, without quotes'),
    (fields.day, dt.datetime.fromisoformat("2024-06-30T12:00"), "has a time of day; write 2024-06"),
    (fields.day, "2024-06-30", '"2024-06-30" is a text, not a date; write 2024-06-30 unquoted'),
    (fields.day, "20240630", '"20240630" is not a date; write 2024-06-30, without quotation marks'),
    (fields.span, 12, '12 is not a length of time; write "1 year" or "6 months"'),
    (fields.cadence, "0 days", "a cadence of nothing; write how often the series appears, such as"),
    (fields.text, 5, "5 is not a text; write it between quotation marks"),
    (fields.text, " ", "the text is empty; write something, or leave the key out"),
    (fields.text, "\ud800", "the text holds bytes that are not UTF-8; write it in UTF-8"),
    (fields.address, "example.org", "is not a web address; write one that begins with https://"),
    (fields.address, "https://", "is not a web address; write one that begins with https://"),
    (fields.address, "https://a/<b>", "is not a web address; write %20 for a space, %3C and %3E"),
    (fields.address, ' https://a/b', "is not a web address; write"),
    (fields.zone, "Asia/Soul", '"Asia/Soul" is not a time zone; write a name of the tz database,'
     ' such as "Asia/Seoul"'),
    (fields.zone, "Europe/Berln", 'such as "Europe/Berlin"'),
    (fields.period, [2024], "a list is not a period; write "),
    (fields.flag, 10**50, f"{10**39} is not true or false"),
    (fields.zone, "localtime", '"localtime" is not a time zone'),
    (fields.zone, "posix/Asia/Seoul", '"posix/Asia/Seoul" is not a time zone'),
    (fields.zone, "right/Asia/Seoul", '"right/Asia/Seoul" is not a time zone'),
    (fields.zone, "../etc", '"../etc" is not a time zone'),
    (colour, "blu", '"blu" is not one of "red", "green"; write one of them'),
    (fields.each(colour), "red", '"red" is not a list; write it as ["…", "…"]'),
    (fields.some(colour), [], "the list is empty; give at least one, or leave the key out"),
])  # fmt: skip
def test_what_is_said(reader: Callable[[object], Any], value: object, said: str) -> None:
    with pytest.raises(fields.Wrong) as wrong:
        reader(value)
    assert said in str(wrong.value)


def test_every_item_of_a_list_is_told() -> None:
    with pytest.raises(fields.Wrong) as wrong:
        fields.each(colour)(["blue", "red", "pink", "grey"])
    assert [one.what.split()[0] for one in (wrong.value, *wrong.value.beside)] == [
        '"blue"', '"pink"', '"grey"',
    ]  # fmt: skip


def test_how_values_are_quoted() -> None:
    """As TOML spells them; of a longer text its beginning."""
    given: list[object] = [True, False, {}, [1], "a\nb", "x" * 40, "x" * 41, Decimal("1.50"), 7]
    assert [fields.shown(one) for one in given] == [
        "true", "false", "a table", "a list", r'"a\nb"', f'"{"x" * 40}"', f'"{"x" * 37}…"', "1.50",
        "7",
    ]  # fmt: skip


def test_a_near_word_is_suggested() -> None:
    """A slip of the finger."""
    with pytest.raises(fields.Wrong) as wrong:
        colour("gren")
    assert '"green"' in wrong.value.remedy
    assert "colour" in fields.unknown_key("color", ("colour", "kind")).remedy
    assert "kind" in fields.unknown_key("zzz", ("colour", "kind")).remedy


@pytest.mark.parametrize(
    "value", [True, False, {"a": 1}, [1], "long " * 50, "line\nbreak", Decimal("1.5"), 7]
)
def test_a_value_is_quoted_shortly_and_on_one_line(value: object) -> None:
    """A message never grows with the file."""
    said = fields.shown(value)
    assert 0 < len(said) <= 60
    assert "\n" not in said


def test_an_integer_that_python_does_not_write() -> None:
    """Of over 4,300 digits: nothing is proposed that nobody wrote."""
    with pytest.raises(fields.Wrong) as error:
        fields.identifier(10**5000)
    assert str(error.value) == (
        "a number of absurd length is not an id; use small ASCII letters, digits and single"
        ' hyphens, such as "ai-company-share"'
    )
