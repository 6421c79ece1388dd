"""Our dataclasses are the standard library's, but for what they cost at the start."""

from __future__ import annotations

import copy
import dataclasses
import importlib
import pickle
from collections.abc import Iterator
from typing import Any

import pytest

from kpi import values
from tests.test_floors import ROOMS


def classes() -> Iterator[type]:
    """Every class of ours that is one."""
    for room in ROOMS:
        module = importlib.import_module(f"kpi.{room}")
        for one in vars(module).values():
            here = isinstance(one, type) and one.__module__ == module.__name__
            if here and "__dataclass_fields__" in vars(one):
                yield one


CLASSES = sorted(classes(), key=lambda one: f"{one.__module__}.{one.__name__}")


def twin(ours: type) -> Any:
    """The same class as the standard library would have made it."""
    fields = dict(ours.__dataclass_fields__)  # type: ignore[attr-defined]
    space: dict[str, Any] = {"__annotations__": dict.fromkeys(fields, "object")}
    for name, one in fields.items():
        space[name] = dataclasses.field(
            default=one.default, default_factory=one.default_factory, compare=one.compare,
            repr=one.repr,
        )  # fmt: skip
    frozen = ours._frozen  # type: ignore[attr-defined]
    order = ours.__lt__ is not object.__lt__
    return dataclasses.dataclass(frozen=frozen, order=order)(type(ours.__name__, (), space))


def made(cls: Any, nth: int) -> Any:
    """A value of a class, every field of it a number that is its own."""
    return cls(**{one.name: nth + at for at, one in enumerate(dataclasses.fields(cls))})


def test_there_are_classes_to_compare() -> None:
    """Or else nothing below says anything."""
    assert len(CLASSES) > 60


@pytest.mark.parametrize("ours", CLASSES, ids=lambda one: f"{one.__module__}.{one.__name__}")
def test_ours_does_what_the_standard_library_does(ours: Any) -> None:
    """Made, shown, compared, hashed, changed and copied."""
    theirs = twin(ours)
    one, same, other = made(ours, 1), made(ours, 1), made(ours, 2)
    a, b, c = made(theirs, 1), made(theirs, 1), made(theirs, 2)
    assert dataclasses.is_dataclass(ours)
    assert ours.__match_args__ == theirs.__match_args__
    if "__repr__" not in vars(ours) or ours.__repr__ is values._repr:
        assert repr(one) == repr(a)
    assert (one == same, one == other, one == a) == (a == b, a == c, False)
    for sign in ("__lt__", "__le__", "__gt__", "__ge__"):
        if getattr(ours, sign) is not getattr(object, sign):
            for x, y, u, v in ((one, other, a, c), (other, one, c, a), (one, same, a, b)):
                assert getattr(x, sign)(y) == getattr(u, sign)(v)
            assert getattr(one, sign)(3) is NotImplemented
    if ours._frozen:
        assert hash(one) == hash(same)
        name = ours.__match_args__[0] if ours.__match_args__ else "x"
        with pytest.raises(dataclasses.FrozenInstanceError):
            setattr(one, name, 3)
        with pytest.raises(dataclasses.FrozenInstanceError):
            delattr(one, name)
    else:
        with pytest.raises(TypeError):
            hash(one)
    with pytest.raises(AttributeError):
        object.__setattr__(one, "no_such_field", 3)
    for name in ours.__match_args__:
        changed = values.replace(one, **{name: "new"})
        assert getattr(changed, name) == "new"
        assert dataclasses.replace(one, **{name: "new"}) == changed
    assert copy.copy(one) == one
    with pytest.raises(TypeError):
        ours(no_such_field=1)
    with pytest.raises(TypeError):
        values.replace(one, no_such_field=1)


def test_defaults_are_those_that_were_written() -> None:
    """A plain default is shared, one from a factory is made anew."""

    @values.dataclass(frozen=True, slots=True)
    class Small:
        name: str
        size: int = 3
        parts: list[int] = values.field(default_factory=list, compare=False)
        note: str = values.field(default="", repr=False)

    one, other = Small("a"), Small("a", parts=[1])
    assert (one.size, one.parts, one.note) == (3, [], "")
    assert one.parts is not Small("a").parts
    assert one == other
    assert repr(other).endswith("Small(name='a', size=3, parts=[1])")
    with pytest.raises(TypeError, match="name"):
        Small()  # type: ignore[call-arg]


def test_a_value_survives_pickling() -> None:
    """As a value of the standard library's would."""
    from kpi.facts.periods import Period

    period = Period.parse("2024-Q3")
    assert pickle.loads(pickle.dumps(period)) == period  # noqa: S301 - our own bytes
