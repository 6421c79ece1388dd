"""A tree with some files in the place of those of another, such as a commit and what it lacked."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from kpi.store.trees import Entry, Tree, checked, lies_in


class Overlaid:
    """A tree with some files in the place of those below; see `Tree` for what its methods promise.

    `files` holds contents by name, None where there is no such file. Without a tree below, they are
    all that there is.
    """

    def __init__(self, below: Tree | None, files: Mapping[str, bytes | None]) -> None:
        self.below = below
        self.files = files

    def read(self, name: str) -> bytes:
        """The bytes of a file. Raises what the tree below raises, or FileNotFoundError."""
        if checked(name) not in self.files and self.below is not None:
            return self.below.read(name)
        data = self.files.get(name)
        if data is None:
            raise FileNotFoundError(name)
        return data

    def walk(self, folder: str, without: Collection[str] = ()) -> Iterator[Entry]:
        """Every file beneath a folder, ordered by name."""
        below = self.below.walk(folder, without) if self.below is not None else ()
        entries = [entry for entry in below if entry.name not in self.files]
        entries += [
            Entry(name, len(data))
            for name, data in self.files.items()
            if data is not None and lies_in(name, folder, without)
        ]
        return iter(sorted(entries))
