"""Every note of a record is shown: under the cell it bears on, or below the table."""

import pytest

import provisions
from comparators import compare
from comparators.modes.table import beside
from provisions.records import LISTED

VERSIONS = [v for i in provisions.instruments() for v in provisions.versions(i.id)]


def of_cells(version):
    """The notes that bear on cells, each with its place in the file."""
    for name, a_list in version.lists.items():
        if a_list.reading:
            yield f"lists.{name}", a_list.reading
        for concept, entry in a_list.entries.items():
            if entry.reading:
                yield f"lists.{name}.{concept}", entry.reading


def of_the_whole(version):
    """The notes on a text as a whole."""
    yield from version.notes
    yield from filter(None, (version.dating, *(o.reading for o in version.offences)))
    yield from (x.reading for o in version.offences for x in o.limbs if x.reading)
    yield from (c.reading for c in version.non_punishment if c.reading)


@pytest.mark.parametrize("version", VERSIONS, ids=lambda v: v.key)
def test_every_note_is_shown(version):
    table = compare(version, every=True)
    under = {note for row in table.rows for cell in row.cells for note in cell.notes}
    assert [where for where, note in of_cells(version) if note not in under] == []
    below = " ".join(line for s in beside(table).sections for line in s.lines)
    missing = [note for note in of_the_whole(version) if note not in below and note not in under]
    assert missing == []


def test_a_note_stands_under_the_cell_it_bears_on_and_under_no_other():
    table = compare("armenia@2011-03-01")
    read = table.versions[0].lists
    name = next(n for n, a in read.items() if a.role in LISTED and a.reading)
    bearing = {
        row.concept for row in table.rows for cell in row.cells if read[name].reading in cell.notes
    }
    assert set(read[name].entries) <= bearing
    assert not bearing & {row.concept for row in table.rows if row.facet == "penalty"}
