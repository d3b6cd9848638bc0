r"""LaTeX: one longtable a grid, footnotes as footnotes, to be input in a document for XeLaTeX or
LuaLaTeX; the comment at its head is the preamble it wants.
"""

from __future__ import annotations

from provisions.citations import source_line
from provisions.errors import visible
from provisions.report import SIGNS, Cell, Grid, Report

_ESCAPES = {
    "\\": r"\textbackslash{}", "&": r"\&", "%": r"\%", "$": r"\$", "#": r"\#", "_": r"\_",
    "{": r"\{", "}": r"\}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
    "[": "{[}", "]": "{]}", "\n": r" \newline ",
}  # fmt: skip

PREAMBLE = r"""% For XeLaTeX or LuaLaTeX; in the preamble of the document:
% \usepackage{longtable,caption,pdflscape,fontspec}
% \setmainfont{DejaVu Serif}
% \newfontfamily\marksfont{DejaVu Sans}"""
"""The comment at the head: engine, packages, and fonts with the letters of every law."""

MANY = 5
"""From how many columns on a table lies on its side, in small print."""


def _escaped(text: str) -> str:
    return "".join(_ESCAPES.get(c, c) for c in visible(text.strip()))


class _Notes:
    """Footnotes: whole at their first mention, their number afterwards."""

    def __init__(self, texts: tuple[str, ...]) -> None:
        self.texts, self.said = texts, set[int]()

    def after(self, cell: Cell) -> str:
        """The footnote marks of a cell."""
        told = []
        for number in cell.marks:
            if number in self.said or number > len(self.texts):
                told.append(rf"\footnotemark[{number}]")
            else:
                self.said.add(number)
                told.append(rf"\footnote[{number}]{{{_escaped(self.texts[number - 1])}}}")
        return "".join(told)


def _cell(cell: Cell, notes: _Notes) -> str:
    sign = SIGNS.get(cell.mark)
    glyph = f"{{\\marksfont {_escaped(sign.glyph)}}} " if sign else ""
    return f"{glyph}{_escaped(cell.text)}{notes.after(cell)}"


def _widths(columns: int) -> list[float]:
    """The widths of the columns, as parts of the line: together they and their gaps fill it."""
    room = 0.97 - 0.012 * columns
    first = 0.3 if columns <= MANY else 0.16
    if columns == 1:
        return [room]
    return [first, *[(room - first) / (columns - 1)] * (columns - 1)]


def _grid(grid: Grid, notes: _Notes) -> list[str]:
    wide = len(grid.columns) > MANY
    columns = "".join(rf"p{{{width:.3f}\linewidth}}" for width in _widths(len(grid.columns)))
    head = " & ".join(rf"\textbf{{{_escaped(c)}}}" for c in grid.columns)
    rows = [" & ".join(_cell(c, notes) for c in row) + r" \\" for row in grid.rows]
    table = [
        r"\setlength{\tabcolsep}{0.006\linewidth}",
        rf"\begin{{longtable}}{{@{{}}{columns}@{{}}}}",
        rf"\caption*{{{_escaped(grid.title)}}} \\",
        r"\hline",
        head + r" \\",
        r"\hline",
        r"\endhead",
        *rows,
        r"\hline",
        r"\end{longtable}",
    ]
    if not wide:
        return ["{\\raggedright", *table, "}"]
    return [r"\begin{landscape}", r"{\scriptsize\raggedright", *table, "}", r"\end{landscape}"]


def render(report: Report) -> str:
    """The report as LaTeX, with a comment that says what its document wants."""
    notes = _Notes(report.footnotes)
    parts = [PREAMBLE, rf"\section*{{{_escaped(report.title)}}}"]
    parts += [f"{_escaped(n)}\n" for n in report.notes]
    for head in report.answer:
        told = "; ".join((*head.lines, *(text for text, _ in head.links)))
        counted = f" ({head.count})" if head.count is not None else ""
        parts.append(rf"\textbf{{{_escaped(head.title + counted)}}} {_escaped(told)}" + "\n")
    for grid in report.grids:
        parts += ["", *_grid(grid, notes)]
    for section in report.sections:
        if section.lines:
            parts += ["", rf"\subsection*{{{_escaped(section.title)}}}"]
            parts += [f"{_escaped(n)}\n" for n in section.lines]
    left = [(i, n) for i, n in enumerate(report.footnotes, 1) if i not in notes.said]
    if left:
        parts += ["", r"\subsection*{Discrepancies and reading notes}"]
        parts += [f"{_escaped(f'[{i}] {note}')}\n" for i, note in left]
    if report.sources:
        parts += ["", r"\subsection*{Sources}"]
        parts += [f"{_escaped(source_line(s))}\n" for s in report.sources]
    parts += [f"{_escaped(line)}\n" for line in report.cite]
    return "\n".join(parts)
