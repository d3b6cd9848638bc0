"""Reports made up for the tests of formats."""

from provisions.report import Cell, Grid, Line, Quote

COLUMNS = [
    "standard",
    "law",
    "version",
    "text_from",
    "text_until",
    "article",
    "facet",
    "concept",
    "label",
    "status",
    "rest",
    "mark",
    "action",
    "pinpoint",
    "words",
    "lang",
    "gloss",
    "via",
    "demands",
    "source",
    "basis",
    "by",
    "also",
    "reading",
    "sources_differ",
    "read",
    "url",
    "permalink",
]
"""The columns of the tidy rows, as the public face has them."""


def marked(*marks, laws=1):
    """A grid as a comparison under one standard gives it: one row a mark."""
    quote = Quote("4(a)", "of <fraud>", "en", "", "coe", "", "primary", "https://example.org/")
    rows = tuple(
        Line(
            (
                Cell(f"row {mark}"),
                Cell("4(a)", evidence=(quote,)),
                *(
                    Cell("132(1)", mark=mark, place="132(1)", what="named", evidence=(quote,), marks=(1,))
                    for _ in range(laws)
                ),
            ),
            key=f"means/{mark}", group="Article 4(a)", article="4(a)", facet="means",
        )
        for mark in marks
    )  # fmt: skip
    names = tuple(f"Law {i}" for i in range(laws))
    return Grid(
        "Rows",
        ("asked", "CoE", *names),
        rows,
        standards=1,
        ids=("", "coe", *(f"law-{i}" for i in range(laws))),
    )
