"""The fast reader of the exact form in which we write observations ourselves.

`to_toml` and `kpi import` write keys in one order, one to a line. One regular expression reads all
files of a folder, or all rows of a batch, in one call: some fifteen times as fast as the long way,
and thirty times as tomllib makes it (3 against 50 and 90 µs a fact). It accepts nothing that the
long way would refuse or read in another way (`tests/facts/test_canonical.py` holds the two against
each other). What others write with the keys in another order, comments and the like is put into our
form first (`rewriting`). Whatever else is written differently, or is wrong in any way, is
none of its business: it answers None, and the files are read the long way, which also knows the
words for every fault.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, compress, repeat
from operator import add

from kpi.facts import filenames
from kpi.facts.own_form import patterns
from kpi.facts.own_form.figures import (
    Figure,
    Spelled,
    day_of,
    fit,
    meant,
    number_of,
    recorded_in_time,
)
from kpi.facts.own_form.patterns import AT_FILE_END, AT_ROW, AT_ROW_END, HEAD, Match, matches
from kpi.facts.records import MAIN, MISLEADING, Observation, Target, units_of
from kpi.values import NamedTuple

Targets = Mapping[str, Target | None]


def read(
    folder: str, names: Sequence[str], contents: Sequence[bytes], targets: Targets
) -> list[Observation] | None:
    """The facts of files of one folder; None unless each is in our form and its facts may stand.

    `folder` is relative to the project, and the names to it. Single facts come before those of
    batches.
    """
    every: list[Observation] = []
    for matched in spelled(folder, names, contents, targets, thin=False):
        its_figures = _figures(matched, targets) if matched is not None else None
        if matched is None or its_figures is None:
            return None
        every += _observations(folder, matched, its_figures)
    return every


def figures(
    folder: str, names: Sequence[str], contents: Sequence[bytes], targets: Targets
) -> list[Figure] | None:
    """The figures of what `read` gives, in less time."""
    every: list[Figure] = []
    for matched in spelled(folder, names, contents, targets):
        its_figures = _figures(matched, targets) if matched is not None else None
        if its_figures is None:
            return None
        every += its_figures
    return every


def parts(count: int) -> Iterator[slice]:
    """Slices in which to read so many files of which one is not in our form: 16, in the end one.

    So one odd file costs the others of its folder hardly any time.
    """
    step = _PART if count > _PART else 1
    return (slice(start, start + step) for start in range(0, count, step))


_PART = 16


class Found(NamedTuple):
    """Facts in our form that were matched at once.

    What a fact names of its target and series leads to them by `places`: an id and a series.
    """

    files: Sequence[str]  # their names without the folder
    rows: Sequence[int]  # how many facts each of them holds
    matches: list[Match]
    names: Sequence[bytes]
    places: Mapping[bytes, tuple[str, str]]
    said: Spelled

    def ids(self) -> Iterator[str]:
        """The id of the target of each."""
        id_of = {name: id_ for name, (id_, _) in self.places.items()}
        return map(id_of.__getitem__, self.names)


def spelled(
    folder: str, names: Sequence[str], contents: Sequence[bytes], targets: Targets,
    thin: bool = True,
) -> Iterator[Found | None]:  # fmt: skip
    """The facts of files of one folder that hold one each, then those of its batches.

    None for those of which one is not in our form, or of no target or series that there is: whether
    each may stand there is still to be asked. `thin` matches have no more than figures need.
    """
    _, *named = folder.split("/")
    id_, series = (*named, None, None)[:2]
    target = targets.get(id_) if id_ is not None else None
    if len(named) > 2 or series in (MAIN, "") or (named and target is None):
        yield None
        return
    batched = [False] * len(names)
    if "batch" in " ".join(names):
        batched = [name.startswith("batch") for name in names]
    if not all(batched):
        alone = (names, contents)
        if any(batched):
            alone = _chosen(names, contents, [not is_batch for is_batch in batched])
        yield _of_files(target, series or MAIN, *alone, thin) if target is not None else None
    if any(batched):
        yield _of_batches(id_, series, *_chosen(names, contents, batched), targets, thin)


def _chosen(
    names: Sequence[str], contents: Sequence[bytes], which: Sequence[bool]
) -> tuple[Sequence[str], Sequence[bytes]]:
    return list(compress(names, which)), list(compress(contents, which))


def _figures(matched: Found, targets: Targets) -> list[Figure] | None:
    """The figures of facts; None if one of them must not stand where it does."""
    in_series = {name: series for name, (_, series) in matched.places.items()}
    series: Iterable[str] = map(in_series.__getitem__, matched.names)
    if len(in_series) == 1:  # as of nearly every folder
        series = repeat(next(iter(in_series.values())), len(matched.names))
    figures = meant(matched.said, series)
    if figures is None:
        return None
    by_target = {id_: list[Figure]() for id_, _ in matched.places.values()}
    if len(by_target) == 1:
        by_target = dict.fromkeys(by_target, figures)
    else:
        for id_, figure in zip(matched.ids(), figures, strict=True):
            by_target[id_].append(figure)
    for id_, own in by_target.items():
        target = targets[id_]
        if target is None or not fit(own, target):
            return None
    return figures


def _of_files(
    target: Target, series: str, names: Sequence[str], contents: Sequence[bytes], thin: bool
) -> Found | None:
    """The facts of files of one series that hold one fact each, in their order."""
    if series not in units_of(target):
        return None
    beyond = b"\n".join([content for content in contents if not content.isascii()])
    if b"\0" in b"".join(contents) or not _well_said(beyond):
        return None
    heads = "\n\0".join(names).encode("ascii", "replace") + b"\n"
    file_matches = _behind_names(heads, contents, thin)
    if len(file_matches) < len(names):
        from kpi.facts.own_form import rewriting  # nearly all that we meet we have written

        rewritten = rewriting.files(contents, _matched(heads, file_matches))
        file_matches = _behind_names(heads, rewritten, thin) if rewritten is not None else []
    if len(file_matches) < len(names):
        return None
    columns = list(zip(*file_matches, strict=True))
    whole, part, published, *rest = columns[:AT_FILE_END]
    if not recorded_in_time(columns[-1], published):
        return None
    spellings = Spelled(list(map(add, whole, part)), published, *rest)
    alone, places = [b""] * len(file_matches), {b"": (target.id, series)}
    return Found(names, [1] * len(file_matches), file_matches, alone, places, spellings)


def _behind_names(heads: bytes, contents: Sequence[bytes], thin: bool) -> list[Match]:
    """The matches in files of one fact each; fewer than there are files if one is not in our form.

    `heads` are their names. No name holds a line's end or a zero byte, and no content a zero byte,
    so none begins elsewhere.
    """
    parts = [b"\0"] * (3 * len(contents))
    parts[1::3], parts[2::3] = heads.split(b"\0"), contents
    return matches(patterns.file, thin, b"".join(parts))


def _matched(heads: bytes, file_matches: Sequence[Match]) -> list[bool]:
    """Whether each of the files, of which `heads` are the names, has a match."""
    spelled = [
        (b"%b%b_%b" % match[:3], b"_r" + match[3] if match[3] else b"") for match in file_matches
    ]
    known = {b"%b%b.toml" % name_parts for name_parts in spelled}
    return [name in known for name in heads.rstrip(b"\n").split(b"\n\0")]


def _of_batches(
    id_: str | None, series: str | None, files: Sequence[str], contents: Sequence[bytes],
    targets: Targets, thin: bool,
) -> Found | None:  # fmt: skip
    """The facts of batches, in their order.

    `id_` and `series` are those of the folder, None where the rows must or may say them. An empty
    line parts two rows, so it parts two batches as well: they are read as one.
    """
    days = list(map(filenames.of_batch, files))
    if None in days or not _well_said(b"\n".join(contents)):
        return None
    row_matches, rows = _rows(contents, thin)
    if rows is None:
        from kpi.facts.own_form import rewriting

        rewritten = rewriting.batches(contents)
        row_matches, rows = _rows(rewritten, thin) if rewritten is not None else ([], None)
    if rows is None:
        return None
    columns = list(zip(*row_matches, strict=True))
    names, whole, part, values, own_days = columns[:AT_ROW]
    repeated = map(repeat, [(day or "").encode("ascii") for day in days], rows)
    published = tuple(chain.from_iterable(repeated))
    if own_days != published and any(
        own_day and own_day != day for own_day, day in zip(own_days, published, strict=True)
    ):
        return None
    places = {name: _place(name, id_, series, targets) for name in dict.fromkeys(names)}
    known = {name: place for name, place in places.items() if place is not None}
    if len(known) < len(places) or not recorded_in_time(columns[-1], published):
        return None
    periods, first = list(map(add, whole, part)), [b""] * len(row_matches)
    spellings = Spelled(periods, published, first, values, *columns[AT_ROW:AT_ROW_END])
    return Found(files, rows, row_matches, names, known, spellings)


def _rows(contents: Sequence[bytes], thin: bool) -> tuple[list[Match], list[int] | None]:
    """The matches in batches, and how many rows each has; None if they are not in our form.

    A match begins with a heading and ends where the next one begins: if every heading begins one,
    nothing was passed over. Headings may share a line's end, so they are counted without.
    """
    row_matches = matches(patterns.row, thin, b"\n" + b"\n".join(contents))
    rows = [content.count(HEAD[1:]) for content in contents]
    begun = all(content.startswith(HEAD[1:]) for content in contents)
    return row_matches, rows if begun and sum(rows) == len(row_matches) else None


def _place(
    named: bytes, id_: str | None, series: str | None, targets: Targets
) -> tuple[str, str] | None:
    """The id and series of a row, by the lines in which it names them, and by those of its folder.

    `named` is none, one or both of `target = "…"` and `series = "…"`, each a line. None where they
    say other than the folder, or where there is no such series.
    """
    text = named.decode("ascii")
    words = text.split('"')
    target_id = words[1] if text.startswith("target = ") else id_
    series_id = words[-2] if "series = " in text else series
    if (id_ and target_id != id_) or (series and series_id != series):
        return None
    if target_id is None or target_id not in targets:
        return None
    if series_id in (None, MAIN):
        return target_id, MAIN  # whether the target is sound is seen where its figures are
    target = targets[target_id]
    is_declared = target is not None and any(declared.id == series_id for declared in target.series)
    return (target_id, series_id) if is_declared and series_id is not None else None


def _observations(folder: str, matched: Found, figures: list[Figure]) -> Iterator[Observation]:
    """The records of facts, of which everything was matched."""
    series, period, value, published, revision, status, bound, error, _ = zip(*figures, strict=True)
    numerator, denominator, *texts, recorded = list(zip(*matched.matches, strict=True))[-8:]
    grade, source, url, quote, note = map(_texts, texts)
    file = chain.from_iterable(
        map(repeat, [f"{folder}/{name}" for name in matched.files], matched.rows)
    )
    return map(
        Observation, matched.ids(), series, period, value, published, file, revision, status, bound,
        grade, source, url, quote, note, [day_of(day) if day else None for day in recorded], error,
        map(number_of, numerator), map(number_of, denominator),
    )  # fmt: skip


def _well_said(data: bytes) -> bool:
    """Whether the writing is as `toml` demands, in what the form itself does not settle."""
    if data.isascii():
        return True
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    signs = set(data.translate(None, _ASCII).decode("utf-8"))
    if all(map(_is_plain, signs)):
        return True
    if not signs.isdisjoint(_HIDDEN):
        return False
    from unicodedata import is_normalized

    return is_normalized("NFC", text)


def _is_plain(sign: str) -> bool:
    """Whether a sign may stand in a text and is in form C, whatever stands beside it.

    Syllables of Korean, western letters with their accents, and typographic signs are.
    """
    return (
        "가" <= sign <= "힣"
        or "\xa1" <= sign <= "\xff"
        or "\u2010" <= sign <= "\u2027"
        or "\u2030" <= sign <= "\u205e"
    )


_ASCII = bytes(range(128))
#: Of what misleads, the letters beyond ASCII; UTF-8 has no half ones.
_HIDDEN = {chr(code) for code in chain(*MISLEADING) if 0x80 <= code < 0xD800}


def _texts(column: Sequence[bytes]) -> list[str]:
    """Texts as they are meant."""
    if not any(column):
        return [""] * len(column)
    texts = list(map(bytes.decode, column))
    return [_unescaped(text) if "\\" in text else text for text in texts]


def _unescaped(text: str) -> str:
    """A text without the escapes of the form: those of a backslash, a quotation mark and a line's
    end."""
    parts = text.split("\\\\")
    return "\\".join([part.replace('\\"', '"').replace("\\n", "\n") for part in parts])
