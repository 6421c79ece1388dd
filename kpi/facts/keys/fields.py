"""The values that files may hold: one reader for each type, shared by targets and observations.

A reader takes what tomllib gives and returns the checked value, or raises Wrong: what is wrong
with it, and what to write instead. After this door nobody checks again.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection
from decimal import Decimal

from kpi.facts.periods import Period, Span, iso_day
from kpi.facts.problems import MOST
from kpi.facts.quantities.numbers import MOST_DIGITS, finite_number

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeVar

    from kpi.facts.keys.misspelt import Advice

    T = TypeVar("T")

#: What is wrong with a text of nothing but blanks.
EMPTY = "the text is empty"
LONGEST_TEXT = 20_000
#: Characters of a unit, which stands beside every figure.
LONGEST_UNIT = 200
#: Those of a document's title or publisher, and of an address: they stand at every target and
#: every figure that names them.
LONGEST_TITLE, LONGEST_ADDRESS = 1_000, 4_000
LONGEST_ID = 80
LONGEST_CHANGE = 9  # letters of the number of a change in per cent

#: How tables write that there is no figure.
_UNKNOWN = {"", *"-–—…:", "..", "...", "n/a", "na", "n.a.", "null", "none", "tbd", "unknown"}
_YES_OR_NO = ("true", "false", "yes", "no", "done")
#: Device names of Windows: a folder of that name cannot be checked out there.
_DEVICES = {"con", "prn", "aux", "nul", *(f"{d}{n}" for d in ("com", "lpt") for n in range(1, 10))}


class Wrong(ValueError):  # noqa: N818 - a fault of the data, not of the program
    """A value that a file must not hold: what is wrong, and what to write instead.

    A remedy that takes time to find may be given as a function; it is called when it is asked for.
    `advice` is the remedy as it was given.
    """

    def __init__(self, what: str, remedy: str | Advice) -> None:
        super().__init__(what)
        self.what = what
        self.advice = remedy
        self.beside: list[Wrong] = []  # faults of other items of the same list

    @property
    def remedy(self) -> str:
        """What to write instead."""
        if not isinstance(self.advice, str):
            self.advice = self.advice(True)
        return self.advice

    def __str__(self) -> str:
        return f"{self.what}; {self.remedy}"


def shown(value: object, most: int = 40) -> str:
    """How a message quotes a value from a file: as TOML spells it, a text by `most` letters."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        return "a table"
    if isinstance(value, list):
        return "a list"
    if isinstance(value, str):
        clipped = value if len(value) <= most else value[: most - 3] + "…"
        return '"' + clipped.replace("\n", "\\n") + '"'
    if isinstance(value, Decimal):
        return str(value).lower().replace("infinity", "inf")[:40]
    return _spelled(value)[:40] or "a number of absurd length"


def _spelled(value: object) -> str:
    """A value as Python writes it; empty for integers that it does not, of over 4,300 digits."""
    try:
        return str(value)
    except ValueError:
        return ""


def text(value: object) -> str:
    """A text with something in it."""
    if not isinstance(value, str):
        raise Wrong(f"{shown(value)} is not a text", "write it between quotation marks")
    if not value.strip():
        raise Wrong(EMPTY, "write something, or leave the key out")
    _refuse_longer(value, LONGEST_TEXT)
    try:
        value.encode()
    except UnicodeEncodeError:
        raise Wrong("the text holds bytes that are not UTF-8", "write it in UTF-8") from None
    return value


def unit(value: object) -> str:
    """A text that is short enough to stand beside a figure."""
    found = text(value)
    _refuse_longer(found, LONGEST_UNIT)
    return found


def title(value: object) -> str:
    """A text of a line or two."""
    found = text(value)
    _refuse_longer(found, LONGEST_TITLE)
    return found


def _refuse_longer(value: str, most: int) -> None:
    if len(value) > most:
        raise Wrong(f"the text has {len(value):,} characters", f"keep it to {most:,} at most")


def identifier(value: object) -> str:
    """An ASCII kebab-case id; it is also the name of a folder."""
    if not isinstance(value, str) or not is_kebab(value):
        such = _as_id(_spelled(value)) or "ai-company-share"
        remedy = f'use small ASCII letters, digits and single hyphens, such as "{such}"'
        raise Wrong(f"{shown(value)} is not an id", remedy)
    if len(value) > LONGEST_ID:
        raise Wrong(f"the id has {len(value)} characters", f"keep it to {LONGEST_ID} at most")
    if value in _DEVICES:
        raise Wrong(f"{shown(value)} cannot be the name of a folder here", "choose another id")
    return value


def is_kebab(text: str) -> bool:
    """Whether a text is ASCII words of small letters and digits, with one hyphen between two."""
    signs = text.isascii() and text.replace("-", "").isalnum() and text == text.lower()
    return signs and "--" not in f"-{text}-"


def _as_id(text: str) -> str:
    """The id that is nearest to a text; empty if none is."""
    import re  # no id of a sound file comes here

    near = "-".join(re.findall("[a-z0-9]+", text.lower())) if text.isascii() else ""
    return near if len(near) <= LONGEST_ID else ""


#: How periods are spelled in a file; without quotation marks most of them are no TOML.
_PERIODS_IN_TOML = '2024, "2024-S1", "2024-Q3", "2024-06", "2024-W05" or 2024-06-30'
LONGEST_NUMBER = 60  # letters of a text that may be meant as a figure or a period


def number(value: object) -> Decimal:
    """A finite number, exactly as written."""
    if isinstance(value, str):
        remedy = "write the bare number, such as 6.4, in the unit of its target or series"
        if value.strip().lower() in _UNKNOWN:
            remedy = "leave it out: what is not known is not recorded"
        else:
            # It loads patterns, for a fault alone.
            from kpi.facts.syntax import written_otherwise

            written = written_otherwise.number(value[:LONGEST_NUMBER])
            remedy = f"write {written}, without quotation marks" if written else remedy
        raise Wrong(f"{shown(value)} is a text, not a number", remedy)
    found = finite_number(value)
    if found is not None:
        return found
    if isinstance(value, int) and not isinstance(value, bool):
        value = Decimal(value)
    if not isinstance(value, Decimal) or not value.is_finite():
        remedy = "write one such as 6.4; what is not known is left out"
        raise Wrong(f"{shown(value)} is not a number", remedy)
    raise Wrong(
        f"{shown(value)} is too large, too small or too long for a figure",
        f"write at most {MOST_DIGITS} digits and no more than 10^18, in a larger unit if need be",
    )


def positive(value: object) -> Decimal:
    """A number of at least zero."""
    found = number(value)
    if found < 0:
        raise Wrong(f"{shown(value)} is negative", "write a number of at least 0")
    return found


def value(value: object) -> Decimal | bool:
    """The value of a goal or an observation: a number, or true/false for a milestone."""
    if isinstance(value, str) and value.strip().lower() in _YES_OR_NO:
        raise Wrong(f"{shown(value)} is a text", "write true or false, without quotes")
    return value if isinstance(value, bool) else number(value)


def change(value: object) -> Decimal:
    """A change in per cent, of which the sign says whether it is more or less: "-40 %"."""
    if isinstance(value, str):
        sign, figure = value[:1], value[1:].removesuffix("%").rstrip(" ")
        plain = figure.replace(".", "0", 1).isdecimal() and figure.isascii()
        whole = plain and "." not in (figure[0], figure[-1]) and value.endswith("%")
        if whole and sign in ("+", "-") and len(figure) <= LONGEST_CHANGE:
            return Decimal(sign + figure) + 0  # no minus zero
    from kpi.facts.syntax import written_otherwise  # which loads patterns, for a fault alone

    remedy = written_otherwise.change(_typed(value))
    raise Wrong(f"{shown(value)} is not a change in per cent", remedy)


def flag(value: object) -> bool:
    """True or false."""
    if not isinstance(value, bool):
        raise Wrong(f"{shown(value)} is not true or false", "write true or false, without quotes")
    return value


def day(value: object) -> dt.date:
    """A calendar day, as TOML writes one: 2024-06-30, without quotes."""
    if isinstance(value, dt.datetime):
        raise Wrong(f"{shown(value)} has a time of day", f"write {value.date().isoformat()}")
    if isinstance(value, dt.date):
        return value
    if isinstance(value, str) and iso_day(value) is not None:
        raise Wrong(f"{shown(value)} is a text, not a date", f"write {value} unquoted")
    from kpi.facts.syntax import written_otherwise  # which loads patterns, for a fault alone

    if (near := written_otherwise.day(_typed(value))) and iso_day(near):
        raise Wrong(f"{shown(value)} is not a date", f"write {near}, without quotation marks")
    raise Wrong(f"{shown(value)} is not a date", "write one such as 2024-06-30, without quotes")


def period(value: object) -> Period:
    """A reference period: a year as a number, a day as a date, the others as texts."""
    if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
        return Period.of_day(value)
    if isinstance(value, int) and not isinstance(value, bool):
        value = _spelled(value)
    what = f"{shown(value)} is not a period"
    if isinstance(value, str):
        try:
            return Period.parse(value)
        except ValueError as error:
            what = str(error).rpartition("; ")[0].replace(repr(value), shown(value))
    from kpi.facts.syntax import written_otherwise  # which loads patterns, for a fault alone

    near = written_otherwise.period_in_toml(_typed(value)) or _PERIODS_IN_TOML
    raise Wrong(what, f"write {near}")


def _typed(value: object) -> str:
    """A text or a number as it was typed; so much of it as a person types."""
    is_typed = isinstance(value, str | int | Decimal) and not isinstance(value, bool)
    return _spelled(value)[:LONGEST_NUMBER] if is_typed else ""


def span(value: object) -> Span:
    """A length of time: "1 year", "6 months"."""
    if isinstance(value, str):
        try:
            return Span.parse(value)
        except ValueError:
            from kpi.facts.syntax import written_otherwise  # loads patterns, for a fault alone

            if near := written_otherwise.span(value[:LONGEST_NUMBER]):
                raise Wrong(f"{shown(value)} is not a length of time", f'write "{near}"') from None
    raise Wrong(f"{shown(value)} is not a length of time", 'write "1 year" or "6 months"')


def cadence(value: object) -> Span:
    """A length of time that is not zero."""
    found = span(value)
    if not found.number:
        raise Wrong("a cadence of nothing", 'write how often the series appears, such as "1 year"')
    return found


def address(value: object) -> str:
    """A web address, http or https."""
    found = text(value)
    _refuse_longer(found, LONGEST_ADDRESS)
    scheme, _, rest = found.partition("://")
    if scheme not in ("http", "https") or not rest:
        raise Wrong(f"{shown(value)} is not a web address", "write one that begins with https://")
    if found.split() != [found] or set('<>"') & set(found):
        remedy = "write %20 for a space, %3C and %3E for angle brackets, %22 for a quotation mark"
        raise Wrong(f"{shown(value)} is not a web address", remedy)
    return found


def zone(value: object) -> str:
    """The name of a time zone."""
    from zoneinfo import ZoneInfo  # only a file that names a zone pays

    name = text(value)
    try:
        if name in _OF_THE_MACHINE or name.startswith(_COPIES):
            raise ValueError
        ZoneInfo(name)
    except (ValueError, OSError, KeyError):
        from zoneinfo import available_timezones

        from kpi.facts.keys.misspelt import closest

        known = sorted(available_timezones().difference(_OF_THE_MACHINE))
        near = closest(name, tuple(known)) or '"Asia/Seoul"'
        remedy = f"write a name of the tz database, such as {near}"
        raise Wrong(f"{shown(name)} is not a time zone", remedy) from None
    return name


#: Names of the tz database that mean another zone on another machine, or none.
_OF_THE_MACHINE = ("localtime", "posixrules", "Factory")
#: Folders in which some machines keep the same zones again, once with leap seconds.
_COPIES = ("posix/", "right/")


class OneOf:
    """A reader of one of the given words."""

    def __init__(self, choices: tuple[str, ...]) -> None:
        self.choices = choices

    def __call__(self, value: object) -> str:
        """The word. Raises Wrong if it is none of them."""
        if value in self.choices and isinstance(value, str):
            return value
        from kpi.facts.keys.misspelt import closest  # a sound file has no such word

        near = closest(value, self.choices)
        listed = ", ".join(f'"{choice}"' for choice in self.choices)
        remedy = f"write {near}" if near else "write one of them"
        raise Wrong(f"{shown(value)} is not one of {listed}", remedy)


one_of = OneOf  # named as the other readers are


def unknown_key(key: str, known: tuple[str, ...], there: Collection[str] = ()) -> Wrong:
    """The fault of a key that nothing reads; those that are `there` already are not meant by it."""

    def remedy(look: bool) -> str:
        from kpi.facts.keys.misspelt import key_meant  # a sound file has no such key

        near = key_meant(key, known, there) if look else ""
        if near in there:
            return f"leave it out: {near} stands here already"
        return f"did you mean {near}?" if near else "known are " + ", ".join(known)

    return Wrong(f"unknown key {shown(key)}", remedy)


def each(reader: Callable[[object], T]) -> Callable[[object], tuple[T, ...]]:
    """A reader of a list, each item by `reader`. The first fault brings those of other items."""

    def read(value: object) -> tuple[T, ...]:
        if not isinstance(value, list):
            raise Wrong(f"{shown(value)} is not a list", 'write it as ["…", "…"]')
        items, wrong = [], list[Wrong]()
        for item in value:
            try:
                items.append(reader(item))
            except Wrong as fault:
                wrong.append(fault)
        if wrong:
            wrong[0].beside = wrong[1:MOST]
            raise wrong[0]
        return tuple(items)

    return read


def some(reader: Callable[[object], T]) -> Callable[[object], tuple[T, ...]]:
    """A reader of a list of at least one item, each by `reader`."""

    def read(value: object) -> tuple[T, ...]:
        items = each(reader)(value)
        if not items:
            raise Wrong("the list is empty", "give at least one, or leave the key out")
        return items

    return read
