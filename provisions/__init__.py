"""What trafficking laws say: typed records of definitions and provisions, with source, pinpoint and
words.

>>> import provisions
>>> provisions.get("CoE")
<Version coe: CoE, in force since 2008-02-01>
"""

from provisions.corpus import (
    REFERENCE_DATE,
    BadDateError,
    BadNameError,
    Corpus,
    NotInForceError,
    UnknownNameError,
    bibliography,
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
from provisions.loading import DataError, Fault, unstructure
from provisions.records import Instrument, Version
from provisions.toml import dump

__all__ = [
    "REFERENCE_DATE",
    "BadDateError",
    "BadNameError",
    "Corpus",
    "DataError",
    "Fault",
    "Instrument",
    "NotInForceError",
    "UnknownNameError",
    "Version",
    "bibliography",
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
