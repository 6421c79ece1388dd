"""The same facts in our own form, where people, editors or other programs wrote them otherwise.

Keys in another order, or aligned; comments; lines that end as on Windows; texts between single
quotation marks; a year that is quoted: such files are put into the form that `canonical` reads at
once. That takes a sixth of the time that the long way takes, 6 against 40 µs a fact.

Nothing is checked here. A line that is not one key, one `=` and one value comes out as it was or
not at all, so that the form does not match it and the long way sees the file itself.
"""

from __future__ import annotations

from collections.abc import Sequence

#: In which order we write the keys of an observation, and those of a row before them.
_PLACES = {
    key: place
    for place, key in enumerate(
        b"target series period value published status bound standard_error numerator denominator"
        b" grade source url quote note recorded".split()
    )
}
_HEADING = b"[[observation]]"
_BOM = b"\xef\xbb\xbf"
_BLANK = b" \t"
#: What may not stand even in a comment.
_CONTROL = bytes([*range(0x09), *range(0x0B, 0x20), 0x7F])
#: The long way refuses more full stops; less of our own form than a mebibyte has as many.
_MOST_DOTS = 40_000


def files(contents: Sequence[bytes], own: Sequence[bool]) -> list[bytes] | None:
    """The contents of files of one fact each, of which `own` are in our form as they are.

    None if one of them is of another kind.
    """
    found = []
    for data, fine in zip(contents, own, strict=True):
        rows = [data] if fine else _rows(data)
        if rows is None or len(rows) > 1:
            return None
        found.append(rows[0])
    return found


def batches(contents: Sequence[bytes]) -> list[bytes] | None:
    """The contents of batches; None if one of them is of another kind."""
    found = []
    for data in contents:
        rows = _rows(data)
        if rows is None or rows[0] or len(rows) < 2:
            return None
        heading = _HEADING + b"\n"
        found.append(heading + (b"\n" + heading).join(rows[1:]))
    return found


def _rows(data: bytes) -> list[bytes] | None:
    """What stands above the first heading, and below each; None for what has no form of ours."""
    data = data.removeprefix(_BOM).replace(b"\r\n", b"\n")
    if len(data.translate(None, _CONTROL)) < len(data) or data.count(b".") > _MOST_DOTS:
        return None
    if b"\\" in data.replace(b"\\\\", b"").replace(b'\\"', b""):  # an escape that we never write
        return None
    here: dict[bytes, bytes] = {}
    rows = [here]
    for line in data.split(b"\n"):
        key, _, value = line.partition(b"=")
        key = key.strip(_BLANK)
        if key in _PLACES:
            if key in here:
                return None
            value = value.strip(_BLANK)
            if b"#" in value or b"'" in value:
                value = _bare(value)
            if key == b"period" and value[:1] == value[-1:] == b'"' and len(value) in _QUOTED:
                value = value[1:-1]
            here[key] = value
            continue
        bare = line.strip(_BLANK)
        if bare == _HEADING:
            rows.append(here := {})
        elif bare and bare[:1] != b"#":
            return None
    return [_written(row) for row in rows]


#: How long a year and a day are in quotation marks, without which they stand in our form.
_QUOTED = (len('"2024"'), len('"2024-06-30"'))


def _bare(value: bytes) -> bytes:
    """A value without the comment behind it, and in double quotation marks if it was in single.

    As it was where a backslash, or the other mark, leaves doubt about where it ends.
    """
    mark = value[:1]
    if mark not in (b'"', b"'"):
        return value.partition(b"#")[0].rstrip(_BLANK)
    text, end, rest = value[1:].partition(mark)
    if not end or b"\\" in text or b'"' in text or rest.lstrip(_BLANK)[:1] not in (b"", b"#"):
        return value
    return b'"' + text + b'"'


def _written(row: dict[bytes, bytes]) -> bytes:
    keys = sorted(row, key=_PLACES.__getitem__)
    return b"".join([b"%b = %b\n" % (key, row[key]) for key in keys])
