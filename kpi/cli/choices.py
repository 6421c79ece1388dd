"""Words of the command line that must be one of a few."""

from __future__ import annotations

import sys

from kpi.cli.exits import USAGE, Stop

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from kpi.facts.records import Target

#: So many choices that hold what was typed are named in place of all.
MOST_NEAR = 5


def one_of(
    value: str, choices: tuple[str, ...], name: str, *, declared: bool = False,
    targets: Sequence[Target] = (),
) -> str:  # fmt: skip
    """`value`, if it is one of `choices`. Raises Stop with the nearest choice otherwise.

    If they are series that are `declared`, it says also how a new one is. Where no choice is near,
    the title of one of the `targets` may be meant.
    """
    if value in choices:
        return value
    if not choices:
        raise Stop(USAGE, f"{name}: {value!r} is not known; there is none yet")
    from difflib import get_close_matches

    near = get_close_matches(value.lower(), choices, 1) or _that_hold(value.lower(), choices)
    near = near or _titled(value, targets)
    hint = f"did you mean {', '.join(near)}?" if near else "choose from " + ", ".join(choices)
    new = "declare a new one as [[target.series]] in targets.toml; " if declared else ""
    raise Stop(USAGE, f"{name}: {value!r} is not known; {new}{hint}")


def known_series(series: str, target: Target, name: str) -> None:
    """Nothing, if the target has such a series. Raises Stop otherwise, which says how it gets one.

    `main` is there without being declared.
    """
    from kpi.facts.records import MAIN

    known = (MAIN, *(declared.id for declared in target.series))
    one_of(series, known, name, declared=True)


def goes_with(option: str, formats: Sequence[str], form: str) -> None:
    """Raises Stop unless the format that was asked for is one with which an option goes."""
    if form not in formats:
        listed = " or ".join(formats)
        raise Stop(USAGE, f"{option}: goes with --format {listed} only; leave it out")


def missing(names: list[str], between: str) -> Stop:
    """The end of a command that lacks what these options give, named with a word `between` them."""
    verb, them = ("is", "it") if len(names) == 1 else ("are", "them")
    what = f"{between.join(names)} {verb} missing"
    return Stop(USAGE, f"{what}; give {them} on the command line")


def known_language(lang: str) -> str:
    """`lang`, if we speak it. Raises Stop otherwise, by the name of what asked for it."""
    typed = any(word == "--lang" or word.startswith("--lang=") for word in sys.argv)
    return one_of(lang, ("en", "ko"), "--lang" if typed else "KPI_LANG")


def _that_hold(part: str, choices: tuple[str, ...]) -> list[str]:
    """The choices that hold a text, if they are few: who types `share` means `pipe-share`."""
    holding = [choice for choice in choices if part and part in choice]
    return holding if len(holding) <= MOST_NEAR else []


def _titled(part: str, targets: Sequence[Target]) -> list[str]:
    """The ids of the targets of which a title holds a text, each with it, if they are few."""
    from unicodedata import normalize

    wanted = normalize("NFC", part).casefold().strip()
    found = []
    for target in targets if wanted else ():
        titles = [title for title in (target.title_ko, target.title) if wanted in title.casefold()]
        found += [f"{target.id} ({title})" for title in titles[:1]]
    return found if len(found) <= MOST_NEAR else []


def known_ids(targets: Sequence[Target], ids: Sequence[str] | None) -> None:
    """Raises Stop if one of `ids` is none of the targets'."""
    known = tuple(target.id for target in targets)
    for id_ in ids or ():
        one_of(id_, known, "ID", targets=targets)


def no_blank(*options: tuple[str, str | None]) -> None:
    """Raises Stop for an option that is given and empty, as by a script's variable that is not set.

    A filter would let everything pass then. Each goes by the name of its option.
    """
    for name, value in options:
        if value is not None and not value.strip():
            raise Stop(USAGE, f"{name}: names nothing; write one, or leave the option out")
