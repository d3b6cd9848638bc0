"""What trafficking laws say: typed records with source, pinpoint and words.

>>> import provisions
>>> coe = provisions.get("CoE")                    # a name in any case, a path, CoE@2010-01-01
>>> coe, coe.lists["acts"].entries["receipt"].at
(<Version coe: CoE, in force since 2008-02-01>, None)
>>> [i.id for i in provisions.instruments()][:3], len(provisions.versions("Armenia"))
(['palermo', 'coe', 'eu'], 5)

load, validate, dump              a draft: from its file, its faults, as a file
find, get, versions, newest       an instrument, its text of a day, all its texts
cite, bibliography, sources       how a text is cited; the sources
data_version, __version__         the versions of the records, and of the program
thesaurus, together, Corpus       the vocabulary; several texts under one; other folders of records
ProvisionsError                   the class of every error for a wrong call
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from provisions.corpus import (
    REFERENCE_DATE,
    BadDateError,
    BadNameError,
    Corpus,
    NotInForceError,
    UnknownNameError,
    bibliography,
    cite,
    dump,
    find,
    get,
    instruments,
    is_path,
    load,
    newest,
    parse_date,
    sources,
    thesaurus,
    together,
    validate,
    versions,
)
from provisions.errors import ProvisionsError, RequestError
from provisions.loading import DataError, Fault, unstructure
from provisions.records import Instrument, Version

if TYPE_CHECKING:
    from provisions.release import data_version

    __version__: str

__all__ = [
    "REFERENCE_DATE",
    "BadDateError",
    "BadNameError",
    "Corpus",
    "DataError",
    "Fault",
    "Instrument",
    "NotInForceError",
    "ProvisionsError",
    "RequestError",
    "UnknownNameError",
    "Version",
    "bibliography",
    "cite",
    "data_version",
    "dump",
    "find",
    "get",
    "instruments",
    "is_path",
    "load",
    "newest",
    "parse_date",
    "sources",
    "thesaurus",
    "together",
    "unstructure",
    "validate",
    "versions",
]


def __dir__() -> list[str]:
    from provisions import face

    return face.names(__all__)


def __getattr__(name: str) -> Any:
    """What stands in `provisions.release`, which is loaded when it is asked."""
    homes = {"__version__": "VERSION", "data_version": "data_version"}
    if name not in homes:
        raise AttributeError(f"module 'provisions' has no attribute {name!r}")
    from provisions import release

    return getattr(release, homes[name])
