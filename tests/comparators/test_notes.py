"""Every note of a record is shown: under the cell it bears on, or below the table."""

import provisions
from comparators import compare
from provisions.records import LISTED

VERSIONS = [v for i in provisions.instruments() for v in provisions.versions(i.id)]


def test_a_note_stands_under_the_cell_it_bears_on_and_under_no_other():
    table = compare("armenia@2011-03-01")
    read = table.versions[0].lists
    name = next(n for n, a in read.items() if a.role in LISTED and a.reading)
    bearing = {
        row.concept for row in table.rows for cell in row.cells if read[name].reading in cell.notes
    }
    assert set(read[name].entries) <= bearing
    assert not bearing & {row.concept for row in table.rows if row.facet == "penalty"}
