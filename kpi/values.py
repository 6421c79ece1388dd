"""Frozen dataclasses and named tuples that cost the start of the program next to nothing.

`dataclasses` writes and compiles the methods of each class when the class is defined, which takes
0.6 ms a class and 6 ms for what it imports: of the 100 ms that `kpi status` took with nothing
cached, 35 went into classes. Here the same decorator gives them methods that all of them share;
only `__init__` is compiled, which takes 0.2 ms, and only for a class of which many values are made.
That one writes through the slots and is faster than the original.

To a type checker they are dataclasses, and to everybody who asks for `fields` too. A test holds
both against each other. Only what this project uses is here: no inheritance, no keyword-only
fields. A named tuple is what `collections` makes of it; `typing`, which gives it this spelling,
takes 6 ms to load.
"""

from __future__ import annotations

from collections import namedtuple
from operator import attrgetter, ge, gt, le, lt

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from dataclasses import dataclass as dataclass
    from dataclasses import field as field
    from dataclasses import replace as replace
    from typing import Any, TypeVar
    from typing import NamedTuple as NamedTuple

    Namespace = dict[str, Any]
    T = TypeVar("T")
    R = TypeVar("R")

_NOTHING: Any = object()


class _Field:
    """What `field` says of a field."""

    __slots__ = ("compare", "default", "default_factory", "repr")

    def __init__(
        self, default: Any, default_factory: Any, compare: bool, repr: bool  # noqa: A002
    ) -> None:  # fmt: skip
        self.default, self.default_factory = default, default_factory
        self.compare, self.repr = compare, repr


class _Fields:
    """The fields as the standard library knows them, made when somebody first asks for them."""

    def __init__(self, namespace: Namespace) -> None:
        self.namespace = namespace
        self.made: Any = None  # 2 ms a class

    def __get__(self, value: object, owner: type) -> Any:
        if self.made is not None:
            return self.made
        import dataclasses

        names = self.namespace.get("__annotations__", {})
        given = {name: self.namespace[name] for name in names if name in self.namespace}
        made = {
            name: dataclasses.field(compare=declared.compare, repr=declared.repr, **{
                key: getattr(declared, key) for key in ("default", "default_factory")
                if getattr(declared, key) is not _NOTHING
            }) if isinstance(declared, _Field) else declared for name, declared in given.items()
        }  # fmt: skip
        plain = type(owner.__name__, (), {"__annotations__": names, **made})
        whole: Any = dataclasses.dataclass(frozen=True)(plain)
        self.made = whole.__dataclass_fields__
        return self.made


if not TYPE_CHECKING:

    def field(*, default=_NOTHING, default_factory=_NOTHING, compare=True, repr=True):  # noqa: A002
        """A field that is not compared or shown, or whose default is made anew each time."""
        return _Field(default, default_factory, compare, repr)

    def replace(value, /, **changes):
        """The same value with other fields. Raises TypeError for one that there is not."""
        cls = value.__class__
        every = value if isinstance(value, tuple) else cls._every(value)
        fields = dict(zip(cls.__match_args__, every, strict=True)) | changes
        return cls(*fields.values())  # one that there is not makes them too many

    def dataclass(*, frozen=False, order=False, slots=True):
        """A class of values with named fields, as the standard library's of that name."""

        def decorate(cls):
            names = tuple(cls.__dict__.get("__annotations__", ()))  # noqa: RUF063 - loads `inspect`
            namespace = dict(cls.__dict__)
            declared = {name: namespace[name] for name in names if name in namespace}
            plain = [n for n in names if not isinstance(declared.get(n), _Field)]
            compared = [n for n in names if n in plain or declared[n].compare]
            shown = [n for n in names if n in plain or declared[n].repr]
            body = {key: member for key, member in namespace.items() if key not in (*names, *_OWN)}
            body |= {
                "__slots__": names, "__match_args__": names,
                "__dataclass_fields__": _Fields(namespace), "__init__": _init, "_made": 0,
                "_declared": declared, "_key": _getter(compared), "_every": _getter(list(names)),
                "_shown": shown, "_frozen": frozen,
            }  # fmt: skip
            shared = _EQUAL | (_FROZEN if frozen else _LOOSE) | (_ORDERED if order else {})
            for name, method in shared.items():
                body.setdefault(name, method)
            return type(cls.__name__, cls.__bases__, body)

        return decorate

    class _Named(type):
        """Makes a tuple of what is declared as a subclass of NamedTuple."""

        def __new__(cls, name, bases, namespace):
            if not bases:
                return super().__new__(cls, name, bases, namespace)
            names = tuple(namespace.pop("__annotations__", ()))
            defaults = [namespace.pop(key) for key in names if key in namespace]
            made = namedtuple(name, names, defaults=defaults, module=namespace["__module__"])
            for key, member in namespace.items():
                if key not in ("__module__", "__qualname__"):
                    setattr(made, key, member)
            return made

    class NamedTuple(metaclass=_Named):
        """A tuple with named fields, as the standard library's of that name."""


_OWN = ("__dict__", "__weakref__")


def _getter(names: list[str]) -> Callable[[object], object]:
    """The values of fields, as something that can be compared and hashed."""
    if len(names) > 1:
        return staticmethod(attrgetter(*names))
    return staticmethod(lambda value: tuple(getattr(value, name) for name in names))


# --- the methods that all classes share -----------------------------------------------------------


#: Values of a class that are made one by one in the time that it takes to compile its `__init__`.
_MANY = 30


def _init(self: Any, *values: object, **named: object) -> None:
    """What `__init__` does, by looking up each field; after _MANY values one is compiled."""
    cls = type(self)
    cls._made += 1
    names = cls.__match_args__
    given = dict(zip(names, values, strict=False))
    if cls._made > _MANY or len(given) < len(values) or not given.keys().isdisjoint(named):
        _compile(cls)
        cls.__init__(self, *values, **named)  # raises TypeError for what it is not made of
        return
    given |= named
    taken = 0
    for name in names:
        if name in given:
            value = given[name]
            taken += 1
        else:
            value = cls._declared.get(name, _NOTHING)
            if isinstance(value, _Field):
                make = value.default_factory
                value = value.default if make is _NOTHING else make()
            if value is _NOTHING:
                taken = -1
                break
        cls.__dict__[name].__set__(self, value)
    if taken < len(given):
        _compile(cls)
        cls.__init__(self, *values, **named)


def _compile(cls: Any) -> None:
    """Compiles the `__init__` of a class."""
    given: Namespace = {"_nothing": _NOTHING}
    heads, lines = ["self"], []
    for name in cls.__match_args__:
        value, declared = name, cls._declared.get(name, _NOTHING)
        head = name
        if isinstance(declared, _Field) and declared.default_factory is not _NOTHING:
            head = f"{name}=_nothing"
            value = f"_make_{name}() if {name} is _nothing else {name}"
            given[f"_make_{name}"] = declared.default_factory
        elif (
            default := declared.default if isinstance(declared, _Field) else declared
        ) is not _NOTHING:
            head = f"{name}=_default_{name}"
            given[f"_default_{name}"] = default
        heads.append(head)
        given[f"_set_{name}"] = cls.__dict__[name].__set__
        lines.append(f" _set_{name}(self, {value})")
    exec(f"def __init__({', '.join(heads)}):\n" + ("\n".join(lines) or " pass"), given)  # noqa: S102
    given["__init__"].__qualname__ = f"{cls.__qualname__}.__init__"
    cls.__init__ = given["__init__"]


def _repr(self: Any) -> str:
    shown = ", ".join(f"{name}={getattr(self, name)!r}" for name in self._shown)
    return f"{type(self).__qualname__}({shown})"


def _eq(self: Any, other: Any) -> Any:
    if other.__class__ is not self.__class__:
        return NotImplemented
    return self._key(self) == self._key(other)


def _hash(self: Any) -> int:
    return hash(self._key(self))


def _reduce(self: Any) -> object:
    return type(self), self._every(self)


def _ordered(holds: Callable[[Any, Any], Any]) -> Callable[[Any, Any], Any]:
    """The method that compares two values of one class, field by field."""

    def compare(self: Any, other: Any) -> Any:
        if other.__class__ is not self.__class__:
            return NotImplemented
        return holds(self._key(self), other._key(other))

    return compare


def _setattr(self: object, name: str, value: object) -> None:
    from dataclasses import FrozenInstanceError

    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _delattr(self: object, name: str) -> None:
    from dataclasses import FrozenInstanceError

    raise FrozenInstanceError(f"cannot delete field {name!r}")


_EQUAL: Namespace = {"__repr__": _repr, "__eq__": _eq, "__reduce__": _reduce}
_FROZEN: Namespace = {"__hash__": _hash, "__setattr__": _setattr, "__delattr__": _delattr}
_LOOSE: Namespace = {"__hash__": None}
_ORDERED: Namespace = {f"__{holds.__name__}__": _ordered(holds) for holds in (lt, le, gt, ge)}


def remembered(most: int) -> Callable[[Callable[[T], R]], Callable[[T], R]]:
    """Keeps a function's answers for the last things it was asked of, `most` at a time.

    For what row after row, or day after day, asks of one frozen thing. It is known by its place in
    memory, which it keeps while its answer is kept: its contents would cost what is to be saved.
    """

    def keeping(make: Callable[[T], R]) -> Callable[[T], R]:
        kept: dict[int, tuple[T, R]] = {}

        def answer(thing: T) -> R:
            pair = kept.get(id(thing))
            if pair is None:
                if len(kept) >= most:
                    kept.clear()
                pair = kept[id(thing)] = thing, make(thing)
            return pair[1]

        answer.__doc__ = make.__doc__
        vars(answer)["__wrapped__"] = make  # for those who look for the function itself
        return answer

    return keeping
