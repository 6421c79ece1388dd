"""Writing what is exported: a file, or a folder of files.

A file that is there already is replaced only if it is an earlier export of the same format; a
folder only if it holds nothing but an earlier export, unchanged since.
"""

from __future__ import annotations

import errno
import os
import re
from typing import TYPE_CHECKING

from kpi.cli import exits
from kpi.store.one_file import content, ends
from kpi.store.trees import Refused

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kpi.render.exchange.exports import Exporter

#: The file by which a folder of ours is known again: which format, and what we wrote.
MANIFEST = ".kpi-export.json"

MOST = 4 * 1024**3  # bytes of a file of an earlier export
MOST_LISTED = 64 * 1024**2  # bytes of its list of files
#: What a killed writer may leave behind.
_LITTER = re.compile(r"\.kpi-[0-9a-f]{16}\.tmp")


def write_file(out: str, data: bytes, exporter: Exporter) -> None:
    """Makes the file, or replaces an earlier export. Raises Stop if another file is there."""
    from kpi.store.create import create, replace

    folder, name = os.path.split(os.path.abspath(out))
    if os.path.isdir(out):
        raise exits.Stop(exits.REFUSED, f"{out} is a folder; name the file to write")
    if not os.path.basename(out):
        raise exits.Stop(exits.REFUSED, f"{out} names a folder; name the file to write")
    try:
        if os.path.lexists(folder) and not os.path.isdir(folder):
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR))
        os.makedirs(folder, exist_ok=True)
        if not os.path.lexists(out):
            create(folder, name, data)
        elif os.path.isfile(out) and not os.path.islink(out) and exporter.ours(*_ends(out)):
            replace(folder, name, data)
        else:
            raise exits.Stop(exits.REFUSED, _foreign(out))
    except FileExistsError:
        raise exits.Stop(exits.REFUSED, _foreign(out)) from None
    except (OSError, Refused, ValueError) as error:
        raise exits.unwritten(out, error) from None


def _foreign(path: str) -> str:
    return f"{path} is there already and is not an earlier export; remove it, or name another"


def _ends(path: str) -> tuple[bytes, bytes]:
    """The first 4 KiB of a file and its last 64."""
    return ends(path, 4096, 65536)


def write_folder(out: str, form: str, files: dict[str, bytes]) -> None:
    """Makes the folder, or replaces an earlier export in it, whole.

    The manifest goes first and names old and new content of each file, so that an export that was
    killed half way is still known as ours; at the end it names the new content alone.
    """
    from kpi.store.create import create, replace, replace_all

    try:
        os.makedirs(out, exist_ok=True)
        before = _earlier(out, form)
        new = {name: [_sum(data)] for name, data in files.items()}
        both = {name: sorted({*before.get(name, []), *new.get(name, [])})
                for name in sorted({*before, *new})}  # fmt: skip
        claim = replace if os.path.lexists(os.path.join(out, MANIFEST)) else create
        claim(out, MANIFEST, _manifest(form, both))
        changed = {name: data for name, data in files.items() if before.get(name) != new[name]}
        for part in _together(changed):
            replace_all(out, part)
        for name in sorted(before.keys() - files.keys()):
            if os.path.lexists(os.path.join(out, name)):
                os.unlink(os.path.join(out, name))
        replace(out, MANIFEST, _manifest(form, new))
    except FileExistsError:
        what = f"{out} is being written by another export, or is no folder"
        raise exits.Stop(exits.REFUSED, f"{what}; name another folder") from None
    except (OSError, Refused, ValueError) as error:
        raise exits.unwritten(out, error) from None


#: So many files of a folder are written, synced and named at a time.
_AT_ONCE = 256


def _together(files: dict[str, bytes]) -> Iterator[dict[str, bytes]]:
    names = list(files)
    for start in range(0, len(names), _AT_ONCE):
        yield {name: files[name] for name in names[start : start + _AT_ONCE]}


def _manifest(form: str, sums: dict[str, list[str]]) -> bytes:
    from kpi.render.json_text import dump

    return dump({"schema": "kpi.exported/1", "format": form, "files": sums}).encode()


def _sum(data: bytes) -> str:
    from hashlib import sha256

    return sha256(data).hexdigest()


def _earlier(out: str, form: str) -> dict[str, list[str]]:
    """What an earlier export left in the folder: its files with their checksums.

    Raises Stop if anything else is there, or if one of them was changed since.
    """
    names = sorted(name for name in _names(out) if not _LITTER.fullmatch(name.split("/")[-1]))
    sums = _listed(out, form) if MANIFEST in names else {}
    for name in names:
        if name == MANIFEST and sums is not None:
            continue
        path = os.path.join(out, name)
        if sums is None or name not in sums:
            raise exits.Stop(exits.REFUSED, f"{path} is not of an earlier {form} export;"
                             " name an empty folder, or a new one")  # fmt: skip
        if os.path.islink(path) or not os.path.isfile(path) or _content(path) not in sums[name]:
            raise exits.Stop(exits.REFUSED, f"{path} was changed since it was exported;"
                             " move it away, or name another folder")  # fmt: skip
    known = sums or {}
    return {name: known[name] for name in names if name != MANIFEST}  # so no name leads out of it


def _content(path: str) -> str:
    return _sum(content(path, MOST))


def _names(out: str) -> list[str]:
    """Every file beneath a folder, by its name relative to it; links are not followed."""
    paths = []
    for folder, folders, names in os.walk(out):
        links = [link for link in folders if os.path.islink(os.path.join(folder, link))]
        paths += [os.path.relpath(os.path.join(folder, name), out) for name in (*names, *links)]
    return [name.replace(os.sep, "/") for name in paths]


def _listed(out: str, form: str) -> dict[str, list[str]] | None:
    """The files that the folder's manifest names; None if it is of another format, or not ours."""
    import json

    try:
        manifest = json.loads(content(os.path.join(out, MANIFEST), MOST_LISTED))
        if manifest["schema"] == "kpi.exported/1" and manifest["format"] == form:
            return {
                str(name): [str(checksum) for checksum in sums]
                for name, sums in manifest["files"].items()
            }
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        pass
    return None
