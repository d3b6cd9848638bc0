"""Which release this is: the version of the program, and that of the records it reads."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from provisions.corpus import installed

NAME = "trafficking-provisions"
VERSION = "0.1.0"
"""The version of the program. This is its one place: the build reads it here."""

_READ = b"\nread = "
"""What stands before the day on which a text was read, at the head of its file."""


class DataVersion(NamedTuple):
    """The version of some records: the last day on which a text was read against its sources, and a
    hash of every data file.
    """

    day: str
    hash: str

    def __str__(self) -> str:
        return f"{self.day} ({self.hash})"


def version_of(folders: Iterable[Path]) -> DataVersion:
    """The version of the records of some folders: by the names and contents of their data files
    alone, so that it is the same on every machine, in a wheel and in a source tree.

    >>> from provisions.corpus import data_folder
    >>> version_of([data_folder()]) == version_of([data_folder()])
    True
    """
    from hashlib import blake2b

    whole = blake2b(digest_size=6)
    day = b""
    for folder in folders:
        for name, path in sorted(_files(os.fspath(folder))):
            with open(path, "rb", 0) as file:  # noqa: PTH123 - quicker than a path for each file
                text = b"\n" + file.read()
            if b"\r" in text:
                text = text.replace(b"\r\n", b"\n")
            read = text.partition(_READ)[2][:10]
            day = max(day, read) if read[:4].isdigit() else day
            whole.update(b"%d %b %d %b" % (len(name), name.encode(), len(text), text))
    return DataVersion(day.decode(), whole.hexdigest())


def _files(folder: str, under: str = "") -> Iterator[tuple[str, str]]:
    """The data files of a folder and below, each by its name there, with its path."""
    with os.scandir(folder) as found:
        for entry in found:
            if entry.is_dir():
                yield from _files(entry.path, f"{under}{entry.name}/")
            elif entry.name.endswith(".toml"):
                yield f"{under}{entry.name}", entry.path


@cache
def data_version() -> DataVersion:
    """The version of the records that are installed; worked out once, when it is asked for.

    >>> len(data_version().hash)
    12
    """
    return version_of(installed().folders)


def stamp() -> str:
    """Program and data version, as every output names them.

    >>> stamp().startswith(f"{NAME} {VERSION}, data of 20")
    True
    """
    return f"{NAME} {VERSION}, data of {data_version()}"
