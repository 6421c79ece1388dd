"""Which of two titles is shown: the Korean one where Korean is asked for, and there is one."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Protocol
else:
    Protocol = object  # see `store.trees`


class Titled(Protocol):
    """A target, a series, or the project: a title, and the same in Korean or ""."""

    @property
    def title(self) -> str: ...
    @property
    def title_ko(self) -> str: ...


class Identified(Titled, Protocol):
    """What has an id beside its titles."""

    @property
    def id(self) -> str: ...


def titled(one: Titled, lang: str) -> str:
    """The title in the language of the reader, as it is recorded."""
    return (lang == "ko" and one.title_ko) or one.title


def heading(project: Titled, lang: str) -> str:
    """The title of a project, which may have none."""
    return titled(project, lang) or "kpi"


def both_titles(one: Titled, lang: str) -> tuple[str, ...]:
    """The title in the language of the reader, and the other one, if there are two."""
    first = titled(one, lang)
    return tuple(dict.fromkeys(filter(None, (first, one.title, one.title_ko))))


def with_title(one: Identified, lang: str, under: str = "") -> str:
    """The id, or what lies `under` it, and the title: "share/survey (Share of firms)"."""
    name = f"{one.id}/{under}" if under else one.id
    title = titled(one, lang)
    return f"{name} ({title})" if title and title != one.id else name
