"""A Word annex: the answer, the questions for the authorities, the table on landscape pages with
real footnotes, the sources. Styles stand by name, so that a house's own template restyles them.
"""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from provisions.citations import described, source_line
from provisions.columns import longest
from provisions.errors import in_xml
from provisions.report import SIGNS, Cell, Grid, Line, Report

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table
    from docx.text.paragraph import Paragraph

FILLS = {
    "named": "C3DCF2",
    "follows": "C3DCF2",
    "none-needed": "FFFFFF",
    "in-part": "F2B56B",
    "open": "FBE9A9",
    "not-known": "F5F7F9",
    "no": "8F2D00",
    "not-asked": "DFE3E8",
    "stated": "FFFFFF",
}
"""The fills of the marks, in hexadecimal."""

A4, MARGIN = (11906, 16838), 1418
"""The sides of a page and its margins, in twentieths of a point."""
LANDSCAPE = 13968
"""The width of a table on a landscape page, in twentieths of a point."""
_PORTRAIT = 9070
TWIP = 635
"""A twentieth of a point in Word's own units."""
_ARTICLE, _ASKED = 1000, 3300
MANY = 6
"""Of more laws the heads of the columns are the letters of their States."""

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_FOOTNOTES = f"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:footnotes xmlns:w="{_W}">
<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>
<w:footnote w:type="continuationSeparator" w:id="1">
<w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>
</w:footnotes>"""


class _Annex:
    """A document being written, with its footnotes."""

    def __init__(self, cited: Mapping[str, str]) -> None:
        import docx
        from docx.enum.style import WD_STYLE_TYPE
        from docx.shared import Pt

        self.document: Document = docx.Document()
        styles = self.document.styles
        for name, size in (("Table text", 9), ("footnote text", 8)):
            style: Any = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
            style.base_style = styles["Normal"]
            style.font.size = Pt(size)
            style.paragraph_format.space_after = Pt(1)
        reference: Any = styles.add_style("footnote reference", WD_STYLE_TYPE.CHARACTER)
        reference.font.superscript = True
        self.small: Any = styles["Table text"]
        law: Any = styles.add_style("Words of a law", WD_STYLE_TYPE.CHARACTER)
        law.font.name = "Georgia"
        self.footnotes: list[str] = []
        self.cited, self.told = cited, dict[str, int]()
        page: Any = self.document.sections[0]
        page.page_width, page.page_height = (side * TWIP for side in A4)
        page.left_margin = page.right_margin = MARGIN * TWIP

    # -- text --------------------------------------------------------------------------------------

    def heading(self, text: str, level: int) -> None:
        self.document.add_heading(in_xml(text), level)

    def line(self, text: str, style: str | None = None, bold: str = "") -> Paragraph:
        paragraph = self.document.add_paragraph(style=style)
        if bold:
            paragraph.add_run(in_xml(bold)).bold = True
        paragraph.add_run(in_xml(text))
        return paragraph

    def words(self, paragraph: Paragraph, text: str, lang: str) -> None:
        """Words of a law, in a style of their own and marked with their language."""
        run = paragraph.add_run(in_xml(text), style="Words of a law")
        run._r.get_or_add_rPr().append(_element("w:lang", {"w:val": lang, "w:eastAsia": lang}))  # noqa: SLF001 - python-docx has no way to mark a language

    def note(self, paragraph: Paragraph, text: str) -> None:
        """A footnote at the end of a paragraph; one that was told before by its number."""
        told = in_xml(text)
        if told in self.footnotes:
            number = str(self.footnotes.index(told) + 1)
            paragraph.add_run(number, style="footnote reference")
            return
        self.footnotes.append(told)
        run = paragraph.add_run(style="footnote reference")
        run._r.append(_element("w:footnoteReference", {"w:id": str(len(self.footnotes) + 1)}))  # noqa: SLF001 - python-docx has no footnotes

    def source(self, name: str) -> str:
        """A source, whole at its first mention, then by the number of that note."""
        if name in self.told:
            return f"The source of note {self.told[name]}"
        self.told[name] = len(self.footnotes) + 1
        return self.cited.get(name, name)

    # -- tables ------------------------------------------------------------------------------------

    def table(self, heads: Sequence[str], widths: Sequence[int]) -> Table:
        """A table of fixed widths whose first row is repeated on every page."""
        table: Any = self.document.add_table(rows=1, cols=len(heads))
        table.style = "Table Grid"
        table.autofit = False
        for column, width in zip(table.columns, widths, strict=True):
            column.width = width * TWIP
        for cell, head, width in zip(table.rows[0].cells, heads, widths, strict=True):
            cell.width = width * TWIP
            self.fill(cell, head, bold=True, colour="F5F7F9")
        properties = table.rows[0]._tr.get_or_add_trPr()  # noqa: SLF001 - no public way to repeat a head
        properties.append(_element("w:cantSplit", {}))
        properties.append(_element("w:tblHeader", {}))
        return table  # type: ignore[no-any-return]  # python-docx types its tables loosely

    def row(self, table: Any, widths: Sequence[int]) -> Any:
        """A row that no page break divides."""
        row = table.add_row()
        row._tr.get_or_add_trPr().append(_element("w:cantSplit", {}))  # noqa: SLF001 - as above
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = width * TWIP
        return row

    def fill(self, cell: Any, text: str, *, bold: bool = False, colour: str = "") -> Paragraph:
        """The first paragraph of a cell."""
        paragraph: Paragraph = cell.paragraphs[0]
        paragraph.style = self.small
        run = paragraph.add_run(in_xml(text))
        run.bold = bold or None
        if colour:
            attributes = {"w:val": "clear", "w:color": "auto", "w:fill": colour}
            cell._tc.get_or_add_tcPr().append(_element("w:shd", attributes))  # noqa: SLF001 - no shading in python-docx
            if colour == FILLS["no"]:
                from docx.shared import RGBColor

                run.font.color.rgb = RGBColor(255, 255, 255)
        return paragraph

    def turn(self, *, landscape: bool) -> None:
        """The next pages stand, or lie."""
        from docx.enum.section import WD_ORIENT, WD_SECTION

        section = self.document.add_section(WD_SECTION.NEW_PAGE)
        wide = max(section.page_width or 0, section.page_height or 0)
        narrow = min(section.page_width or 0, section.page_height or 0)
        section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
        section.page_width, section.page_height = (wide, narrow) if landscape else (narrow, wide)

    def saved(self) -> bytes:
        """The document as a file."""
        from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
        from docx.opc.oxml import serialize_part_xml
        from docx.opc.packuri import PackURI
        from docx.opc.part import Part
        from docx.oxml import parse_xml

        if self.footnotes:
            root: Any = parse_xml(_FOOTNOTES.encode())
            for number, text in enumerate(self.footnotes, 2):
                root.append(_footnote(number, text))
            blob = serialize_part_xml(root)
            main: Any = self.document.part
            uri = PackURI("/word/footnotes.xml")
            part = Part(uri, CONTENT_TYPE.WML_FOOTNOTES, blob, main.package)
            main.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
        out = io.BytesIO()
        self.document.save(out)
        return out.getvalue()


def _element(tag: str, attributes: dict[str, str]) -> Any:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    element: Any = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(qn(name), value)
    return element


def _footnote(number: int, text: str) -> Any:
    note = _element("w:footnote", {"w:id": str(number)})
    paragraph = _element("w:p", {})
    style = _element("w:pPr", {})
    style.append(_element("w:pStyle", {"w:val": "footnotetext"}))
    mark = _element("w:r", {})
    face = _element("w:rPr", {})
    face.append(_element("w:rStyle", {"w:val": "footnotereference"}))
    mark.append(face)
    mark.append(_element("w:footnoteRef", {}))
    said = _element("w:r", {})
    content = _element("w:t", {})
    content.text = f" {text}"
    content.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    said.append(content)
    for part in (style, mark, said):
        paragraph.append(part)
    note.append(paragraph)
    return note


def _more(cell: Cell, main: str, annex: _Annex) -> Iterator[str]:
    """What a footnote tells of a cell: sources beside the main one of its column, and its notes."""
    for quote in dict.fromkeys((q.source, q.by, q.at) for q in cell.evidence):
        source, by, at = quote
        if source and source != main:
            yield f"{annex.source(source)}{f', {by}' if by else ''}: {at}"
    yield from cell.notes


def _main_source(grid: Grid) -> str:
    """The source that most cells of the law rest on first: named once, at the head."""
    cells = (line.cells[1 + grid.standards] for line in grid.rows)
    counted = Counter(cell.evidence[0].source for cell in cells if cell.evidence)
    return counted.most_common(1)[0][0] if counted else ""


def _widths(laws: int) -> list[int]:
    left = LANDSCAPE - _ARTICLE - _ASKED
    if laws == 1:
        return [_ARTICLE, _ASKED, 1500, 3300, left - 4800]
    return [_ARTICLE, _ASKED, *[left // laws] * laws]


def _marked(annex: _Annex, grid: Grid) -> None:
    laws = len(grid.columns) - 1 - grid.standards
    widths = _widths(laws)
    names = grid.columns[1 + grid.standards :]
    if laws > MANY and grid.codes:
        codes = grid.codes[1 + grid.standards :]
        annex.line("; ".join(f"{c} {n}" for c, n in zip(codes, names, strict=True) if c != n))
        names = codes
    heads = (names[0], "where", "in which words") if laws == 1 else names
    table = annex.table(("Article", grid.columns[0] or "asked", *heads), widths)
    main = _main_source(grid) if laws == 1 else ""
    if main:
        head = table.rows[0].cells[3].paragraphs[0]
        annex.note(head, f"Unless a note says otherwise: {annex.source(main)}.")
    group = ""
    sizes = Counter(line.group for line in grid.rows)
    for line in grid.rows:
        if line.group != group and (sizes[line.group] > 1 or not line.article):
            group = line.group  # of a single row its article says enough
            row = annex.row(table, widths)
            merged = row.cells[0].merge(row.cells[-1])
            annex.fill(merged, group, bold=True).paragraph_format.keep_with_next = True
        _row(annex, table, line, grid.standards, widths, main)


def _row(
    annex: _Annex, table: Any, line: Line, standards: int, widths: Sequence[int], main: str
) -> None:
    row = annex.row(table, widths)
    annex.fill(row.cells[0], line.article)
    annex.fill(row.cells[1], line.cells[0].text.strip())
    asked = line.cells[1 + standards :]
    for place, cell in zip(row.cells[2:], asked, strict=False):
        sign = SIGNS.get(cell.mark)
        told = f"{sign.glyph} {sign.word}" if sign else ""
        if len(asked) > 1:
            told = f"{sign.glyph if sign else ''} {cell.place if len(asked) < 6 else ''}".strip()
        annex.fill(place, told, colour=FILLS.get(cell.mark, ""))
    if len(asked) != 1:
        return
    cell = asked[0]
    where = annex.fill(row.cells[3], cell.place)
    notes = " ".join(f"{note.rstrip('.')}." for note in _more(cell, main, annex))
    if notes:
        annex.note(where, notes)
    said = annex.fill(row.cells[4], "")
    for number, quote in enumerate(q for q in cell.evidence if q.words or q.gloss):
        said.add_run("; " if number else "")
        if quote.words:
            annex.words(said, f"“{quote.words}”", quote.lang or "en")
        if quote.gloss:
            said.add_run(in_xml(f" [{quote.gloss}]"))
    if not cell.evidence:
        said.add_run(in_xml(cell.what or cell.text))


def _shared(grid: Grid, room: int) -> list[int]:
    """The widths of the columns of a plain table, by how much stands in them."""
    told = [[head, *(line[i].marked for line in grid.rows)] for i, head in enumerate(grid.columns)]
    wanted = [max(longest(t) + 2, min(60, max(map(len, t)) ** 0.7)) for t in told]
    return [int(room * one / sum(wanted)) for one in wanted]


def _plain(annex: _Annex, grid: Grid) -> None:
    widths = _shared(grid, _PORTRAIT if len(grid.columns) < 4 else LANDSCAPE)
    table = annex.table(grid.columns, widths)
    for line in grid.rows:
        row = annex.row(table, widths)
        for place, cell in zip(row.cells, line, strict=True):
            annex.fill(place, cell.marked)


def _lines(annex: _Annex, lines: Iterable[str], style: str) -> None:
    for line in lines:
        annex.line(line.strip(), style)


def render(report: Report) -> bytes:
    """The report as a Word document.

    Raises `ModuleNotFoundError` where python-docx is not installed (the extra ``word``).
    """
    annex = _Annex({s.id: described(s) for s in report.sources})
    annex.heading(report.title, 1)
    _lines(annex, report.notes, "Normal")
    number = 1
    if report.answer:
        annex.heading(f"{number}. The answer", 2)
        for head in report.answer:
            told = "; ".join((*head.lines, *(text for text, _ in head.links)))
            counted = f" ({head.count})" if head.count is not None else ""
            title = f"{head.title}{counted}"
            annex.line(f" {told}" if told else "", "List", f"{title}:" if told else title)
        number += 1
    if report.questions:
        annex.heading(f"{number}. Questions for the authorities", 2)
        _lines(annex, report.questions, "List Number")
        number += 1
    wide = any(grid.marked or len(grid.columns) > 3 for grid in report.grids)
    if wide:
        annex.turn(landscape=True)
    for grid in report.grids:
        annex.heading(f"{number}. {grid.title}", 2)
        if grid.marked:
            _marked(annex, grid)
        else:
            _plain(annex, grid)
        number += 1
    if wide:
        annex.turn(landscape=False)
    for section in report.sections:
        if section.lines:
            annex.heading(f"{number}. {section.title}", 2)
            _lines(annex, section.lines, "List Bullet")
            number += 1
    if report.footnotes:
        annex.heading(f"{number}. Where the sources differ, and how words are read", 2)
        _lines(annex, (f"[{i}] {n}" for i, n in enumerate(report.footnotes, 1)), "Normal")
        number += 1
    if report.sources:
        annex.heading(f"{number}. Sources", 2)
        _lines(annex, (source_line(s) for s in report.sources), "List Bullet")
    _lines(annex, report.cite, "Normal")
    return annex.saved()
