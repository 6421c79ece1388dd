"""A text in English, found again among the sentences of the catalogue, and said in Korean.

`translation` says what a sentence, a gap and a joint are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from itertools import product
from typing import NamedTuple

from kpi.render.wording.particles import settled

_GAP = re.compile(r"\{([A-Za-z]+)\}")
#: What a gap may hold, by its name.
_HOLDS = {
    "n": r"[0-9][0-9,]*", "m": r"[0-9][0-9,]*", "id": r"[a-z0-9-]+", "texts": '".*',
    "DELIMITER": "comma|semicolon|tab|bar", "DELIMITERS": "(?:comma|semicolon|tab|bar| or )+",
    "STYLE": "year|semester|quarter|month|week|day", "VERDICT": "[a-z, ]+",
}  # fmt: skip
_PLACE = re.compile(r"(?P<place>\S.*?:[1-9][0-9]*:[1-9][0-9]*): (?P<said>.+)", re.DOTALL)
#: What a message quotes from a file or a command line.
_QUOTED = re.compile(r"""(?<!\w)(?:"[^"]*"|'[^']*')(?!\w)""")
#: How a line says who speaks, and that it is a warning.
_SPEAKER, _WARNING = "kpi: ", "warning: "
#: By so many letters at its start and end the sentences are found that a text may be.
_EDGE = 4
#: A line with more joints is somebody's text for the most part, and stays in English.
_MOST_JOINTS = 24


class _Sentence(NamedTuple):
    """A sentence of the catalogue, taken apart: the texts around its gaps, and its gaps."""

    english: str
    korean: str
    texts: tuple[str, ...]
    gaps: tuple[str, ...]
    longest: str  # of its texts: what is looked for first, since most sentences lack it

    @property
    def size(self) -> int:
        """How many letters of it are fixed."""
        return sum(map(len, self.texts))


def line_in_korean(line: str) -> str:
    """A line with its place and its speaker in front; as it is, where it is none of ours."""
    front = ""
    if line.startswith(_SPEAKER):
        front, line = _SPEAKER, line.removeprefix(_SPEAKER)
    if match := _PLACE.fullmatch(line):
        front, line = f"{front}{match['place']}: ", match["said"]
    if line.startswith(_WARNING):
        front, line = f"{front}경고: ", line.removeprefix(_WARNING)
    elif f": {_WARNING}" in line:  # a warning of a whole file
        place, _, line = line.partition(f": {_WARNING}")
        front = f"{front}{place}: 경고: "
    if line.count("; ") + line.count(": ") > _MOST_JOINTS:
        return front + line
    return front + (_read(line).korean or line)


class _Reading(NamedTuple):
    """A text in Korean, None if it is not ours, and how many of its letters the catalogue knows.

    `own` are those of the one sentence that it is: of two that know as much, the one that knows
    it by itself is meant, not the one of which a gap fits.
    """

    korean: str | None
    known: int = 0
    own: int = 0


@lru_cache(maxsize=10_000)
def _read(text: str) -> _Reading:
    """The reading of a text that explains the most of it."""
    if not re.search("[A-Za-z]", text):
        return _Reading(text)  # figures and signs need no translation
    readings = [*_wholes(text), *_jointed(text)]
    return max(readings, key=lambda one: one[1:], default=_Reading(None))


def _jointed(text: str) -> Iterator[_Reading]:
    for at in _joints(text, "; "):
        left, right = _read(text[:at]), _read(text[at + 2 :])
        if left.korean is not None and right.korean is not None:
            yield _Reading(f"{left.korean}; {right.korean}", left.known + right.known + 2)
    for at in _joints(text, ": "):
        right = _read(text[at + 2 :])
        if right.korean is not None and right.known:
            yield _Reading(f"{text[:at]}: {right.korean}", right.known + 2)


def _joints(text: str, joint: str) -> Iterator[int]:
    """Where a joint stands, outside of what is quoted."""
    quoted = [match.span() for match in _QUOTED.finditer(text)]
    at = text.find(joint)
    while at >= 0:
        if not any(start < at < end for start, end in quoted):
            yield at
        at = text.find(joint, at + 1)


def _wholes(text: str) -> Iterator[_Reading]:
    """Each sentence of the catalogue that the whole text may be."""
    for sentence in _candidates(text[:_EDGE], text[-_EDGE:]):
        if sentence.longest not in text:
            continue
        first, last = sentence.texts[0], sentence.texts[-1]
        if not (text.startswith(first) and text.endswith(last)):
            continue
        if not sentence.gaps:
            if text == first:
                yield _Reading(sentence.korean, sentence.size, sentence.size)
        elif all(part in text for part in sentence.texts[1:-1]):
            match = _pattern(sentence.english).fullmatch(text)
            found = _filled(sentence, match.groupdict()) if match is not None else None
            if found is not None:
                yield found


def _filled(sentence: _Sentence, gaps: Mapping[str, str]) -> _Reading | None:
    """The sentence in Korean; None where it says nothing itself, and a gap holds no words of ours.

    "{KIND} ({period})" fits much, so it is only believed if the first is a kind of period.
    """
    held, known, own = dict(gaps), sentence.size, sentence.size
    for name in filter(str.isupper, gaps):
        if name == sentence.gaps[-1] and not sentence.texts[-1] and any(_joints(gaps[name], "; ")):
            own = -1  # "…, not a year; choose the style": rather two sentences, if both are known
        inner = _read(gaps[name])
        if inner.korean is None and not any(map(str.isalpha, "".join(sentence.texts))):
            return None
        held[name] = gaps[name] if inner.korean is None else inner.korean
        known += inner.known
    korean = settled(sentence.korean, lambda part: _GAP.sub(lambda gap: held[gap[1]], part))
    return _Reading(korean, known, own)


@cache
def catalogue() -> dict[str, str]:
    """Every sentence: English -> Korean."""
    from kpi.render.wording.korean import (
        checkup,
        commands,
        doubts,
        figures,
        imports,
        lint,
        methods,
        recording,
        records,
        tables,
        targets,
        writing,
    )
    from kpi.render.wording.vocabulary import VERDICTS

    files = {f"{{name}} {what}": f"{{name}}: {korean}" for what, korean in writing.FILES.items()}
    return {
        **files,
        **writing.FILES, **writing.FILE_REMEDIES, **writing.WRITING,
        **records.VALUES, **targets.TARGETS, **records.OBSERVATIONS,
        **figures.FIGURES, **tables.TABLES, **imports.IMPORTS, **doubts.DOUBTS,
        **commands.COMMANDS, **commands.SYSTEM, **recording.RECORDING,
        **checkup.GIT, **checkup.DOCTOR, **lint.LINT,
        **methods.METHODS, **VERDICTS,
    }  # fmt: skip


@cache
def _sentences() -> tuple[_Sentence, ...]:
    return tuple(
        _Sentence(english, korean, tuple(parts[::2]), tuple(parts[1::2]), max(parts[::2], key=len))
        for english, korean in catalogue().items()
        for parts in [_GAP.split(english)]
    )


@cache
def _by_edges() -> dict[tuple[str, str], list[tuple[int, _Sentence]]]:
    """The sentences with their number, by the first and the last letters that are fixed."""
    found: dict[tuple[str, str], list[tuple[int, _Sentence]]] = {}
    for nth, one in enumerate(_sentences()):
        edges = one.texts[0][:_EDGE], one.texts[-1][-_EDGE:]
        found.setdefault(edges, []).append((nth, one))
    return found


@lru_cache(maxsize=10_000)
def _candidates(start: str, end: str) -> tuple[_Sentence, ...]:
    """The sentences that a text of these first and last letters may be, in their order."""
    firsts = [start[:count] for count in range(len(start) + 1)]
    lasts = [end[len(end) - count :] for count in range(len(end) + 1)]
    edges = _by_edges()
    found = [one for pair in product(firsts, lasts) for one in edges.get(pair, ())]
    return tuple(one for _, one in sorted(found))


@cache
def _pattern(english: str) -> re.Pattern[str]:
    parts = _GAP.split(english)
    for at in range(1, len(parts), 2):
        parts[at] = f"(?P<{parts[at]}>{_HOLDS.get(parts[at], '.+?')})"
    parts[::2] = map(re.escape, parts[::2])
    return re.compile("".join(parts), re.DOTALL)
