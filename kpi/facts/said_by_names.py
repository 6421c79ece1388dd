"""What the name of a file of observations says of them; the other half stands in it.

Loaded for files that are not in our own form, and for no others.
"""

from __future__ import annotations

import datetime as dt

from kpi.facts import filenames
from kpi.facts.keys import fields
from kpi.facts.periods import Period, iso_day
from kpi.facts.project_files import OBSERVATIONS_FOLDER
from kpi.facts.records import MAIN
from kpi.values import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


@dataclass(frozen=True, slots=True)
class Named:
    """What the name of a file says: where its facts belong, and their period and publication."""

    target: str | None
    series: str
    period: Period | None = None  # None for a batch
    published: dt.date | None = None
    revision: int = 1
    batch: bool = False
    clearly: bool = True  # as it may be named


def named(name: str) -> Named:
    """What `name` says. Raises Wrong where no observation may have such a name."""
    *folders, file = name.split("/")[1:]
    if any(folder.endswith(".toml") for folder in folders):
        what = "a folder on the way to it is named as a file"
        raise fields.Wrong(what, "rename the folder, or put the file in its place")
    if len(folders) > 2:
        place = "/".join((OBSERVATIONS_FOLDER, *folders[:2], file))
        raise fields.Wrong("the file lies too deep", f"put it at {place}")
    target = folders[0] if folders else None
    series = folders[1] if len(folders) == 2 else MAIN
    if folders[1:] == [MAIN]:
        what = f'the series "{MAIN}" has no folder of its own'
        raise fields.Wrong(what, f"put the file at {OBSERVATIONS_FOLDER}/{target}/{file}")
    if day := filenames.of_batch(file):
        return Named(target, series, None, _day(day), batch=True)
    words = filenames.of_fact(file)
    if words is None or target is None:
        form = "<period>_<published>.toml, such as 2023_2025-06-08.toml"
        if file.startswith("batch"):
            form = "batch_<published>_<label>.toml, such as batch_2025-06-08_kosis.toml"
        elif target is None:
            form = f"{OBSERVATIONS_FOLDER}/<target>/{form}"
        elif file[-5:].lower() == ".toml" and filenames.of_fact(f"{file[:-5]}.toml"):
            raise fields.Wrong(f'the name ends with "{file[-5:]}"', 'end it with ".toml"')
        raise fields.Wrong(
            "this is not the name of an observation",
            f"name it {form}, or begin the name with a dot to have it ignored",
        )
    period, published, revision = words
    if revision == "1":
        raise fields.Wrong("the first record has no _r1 in its name", "leave _r1 out")
    return Named(target, series, _period(period), _day(published), int(revision or 1))


def _period(text: str) -> Period:
    """The period of a name, in which no quotation marks stand. Raises fields.Wrong."""
    try:
        return fields.period(text)
    except fields.Wrong as wrong:
        raise fields.Wrong(wrong.what, wrong.remedy.replace('"', "")) from None


def _day(text: str) -> dt.date:
    day = iso_day(text)
    if day is None:
        raise fields.Wrong(
            f'"{text}" in the name is not a day', "name the day of publication as 2025-06-08"
        )
    return day


def at_least(name: str, table: dict[str, Any] | None) -> Named | None:
    """What the place of a file says whose name is wrong; None unless it holds an observation."""
    *folders, file = name.split("/")[1:]
    named_as_files = [part.lower().endswith(".toml") for part in (*folders, file)]
    if not table or any(named_as_files[:-1]) or not named_as_files[-1]:
        return None
    batch = isinstance(table.get("observation"), list)
    if not batch and "value" not in table:
        return None
    target, series = (*folders, None, None)[:2]
    return Named(target, series or MAIN, batch=batch, clearly=False)
