"""What the person says about a file that is imported: its mapping, and the options on top of it."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from kpi.cli import exits, project
from kpi.cli.choices import one_of
from kpi.store.trees import LARGEST
from kpi.values import replace

if TYPE_CHECKING:
    from kpi.facts.intake.plan import Plan

T = TypeVar("T")


def planned(
    mapping: str | None, given: dict[str, str | None], period: list[str] | None,
    value: str | None, chosen: list[str] | None,
) -> Plan:  # fmt: skip
    """The plan: the mapping file's, and what the command line says on top of it."""
    from kpi.facts.intake.files.csv_rows import DELIMITERS, NAMES
    from kpi.facts.intake.plan import Plan, label, scale
    from kpi.facts.intake.texts.cells import as_text
    from kpi.facts.intake.texts.stamps import STYLES
    from kpi.facts.intake.texts.two_years import SPANNING
    from kpi.facts.records import SORTS

    plan = _mapping(mapping) if mapping is not None else Plan()
    own: dict[str, Any] = {key: value for key, value in given.items() if value is not None}
    if (sign := own.get("delimiter")) is not None:  # a sign is as good as its name
        own["delimiter"] = DELIMITERS.get(NAMES.get(sign, sign), sign)
    for key, choices in (("status", SORTS), ("style", STYLES + SPANNING), ("decimal", ".,"),
                         ("delimiter", DELIMITERS.values())):  # fmt: skip
        if key in own:
            one_of(own[key], tuple(choices), _option(key))
    for key, reader in (("label", label), ("scale", lambda text: scale(_decimal(text))),
                      ("source", plain_text), ("unit", plain_text), ("url", _address)):  # fmt: skip
        if key in own:
            own[key] = read(_option(key), reader, own[key])
    if plan.takes and ("target" in own or "series" in own):
        what = "--target: the mapping says for each [[take]] where it goes"
        raise exits.Stop(exits.USAGE, f"{what}; leave --target and --series out")
    columns = dict(plan.columns)
    columns |= {"period": tuple(map(as_text, period))} if period else {}
    columns |= {"value": (as_text(value),)} if value else {}
    filters, own_filters = dict(plan.filter), set()
    for typed in chosen or ():
        name, sign, text = typed.partition("=")
        if not sign or not name.strip():
            what = f"--filter: {typed!r} is not COLUMN=TEXT"
            raise exits.Stop(exits.USAGE, f'{what}; write it as "C1_NM=전체"')
        key = as_text(name)
        filters[key] = (*(filters[key] if key in own_filters else ()), as_text(text))
        own_filters.add(key)
    looked, joined = "scale" in own, own.get("status") == "final"
    return replace(plan, **own, columns=columns, filter=filters, looked=looked, joined=joined)


def _mapping(path: str) -> Plan:
    """The plan that a mapping file holds. Raises Stop with every problem in it."""
    from kpi.facts.intake.plan import read_plan

    plan, problems = read_plan(os.path.basename(path), content(path, LARGEST, "--mapping"))
    if problems:
        raise exits.Stop(exits.INVALID, project.listed(tuple(sorted(problems))))
    return plan


def _option(key: str) -> str:
    return {"style": "--period-style"}.get(key, f"--{key}")


def read(name: str, read: Callable[[str], T], text: str) -> T:
    """A value of the command line. Raises Stop with the remedy."""
    try:
        return read(text)
    except ValueError as error:
        raise exits.Stop(exits.USAGE, f"{name}: {error}") from None


def _decimal(text: str) -> object:
    from decimal import Decimal, InvalidOperation

    try:
        return Decimal(text) if text.isascii() and "_" not in text else text
    except InvalidOperation:
        return text


def plain_text(text: str) -> str:
    """A text that the ledger may hold."""
    from unicodedata import normalize

    import tomli_w

    from kpi.facts.keys import fields
    from kpi.facts.syntax import toml

    checked = fields.text(normalize("NFC", text))
    for fault in toml.parse(tomli_w.dumps({"text": checked}).encode("utf-8", "replace")).faults:
        raise fields.Wrong(fault.what, fault.remedy)
    return checked


def _address(text: str) -> str:
    from kpi.facts.keys import fields

    return fields.address(plain_text(text))


def content(path: str, most: int, name: str) -> bytes:
    """The content of an ordinary file of a sensible size. Raises Stop."""
    from kpi.render.wording.signs import safe
    from kpi.store import one_file

    try:
        return one_file.content(path, most)
    except (OSError, ValueError) as error:
        named, number = f"{name}: {safe(path)}", getattr(error, "errno", None)
        reason = getattr(error, "strerror", None) or str(error)
    if number == errno.EFBIG:
        what = f"{named} is over {most // 1024 // 1024} MiB"
        raise exits.Stop(exits.INVALID, f"{what}; save only the table that is needed")
    if number in (errno.EISDIR, errno.EINVAL, errno.ENXIO):  # the last one of a socket
        kind = "a folder" if number == errno.EISDIR else "not an ordinary file"
        raise exits.Stop(exits.USAGE, f"{named} is {kind}; name a file")
    raise exits.Stop(exits.USAGE, f"{named} cannot be read: {reason}")
