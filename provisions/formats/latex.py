"""LaTeX: one longtable a grid, to be input in a document that loads ``longtable`` and a font with
Cyrillic.
"""

from __future__ import annotations

from provisions.report import Grid, Report

_ESCAPES = {
    "\\": r"\textbackslash{}", "&": r"\&", "%": r"\%", "$": r"\$", "#": r"\#", "_": r"\_", "{": r"\{", "}": r"\}",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}  # fmt: skip


def _escaped(text: str) -> str:
    return (
        "".join(_ESCAPES.get(c, c) for c in text.strip())
        .replace("\n", r" \newline ")
        .replace("[", "{[}")
    )


def _grid(grid: Grid) -> list[str]:
    width = 0.94 / len(grid.columns)
    columns = "".join(f"p{{{width:.3f}\\textwidth}}" for _ in grid.columns)
    head = " & ".join(f"\\textbf{{{_escaped(c)}}}" for c in grid.columns)
    rows = [" & ".join(_escaped(c.marked) for c in row) + r" \\" for row in grid.rows]
    return [
        f"\\begin{{longtable}}{{{columns}}}",
        f"\\caption*{{{_escaped(grid.title)}}} \\\\",
        r"\hline",
        head + r" \\",
        r"\hline",
        r"\endhead",
        *rows,
        r"\hline",
        r"\end{longtable}",
    ]


def render(report: Report) -> str:
    """The report as LaTeX (packages: longtable, caption)."""
    parts = [f"\\section*{{{_escaped(report.title)}}}", *(f"{_escaped(n)}\n" for n in report.notes)]
    for grid in report.grids:
        parts += ["", *_grid(grid)]
    for section in report.sections:
        parts += [
            "",
            f"\\subsection*{{{_escaped(section.title)}}}",
            *(f"{_escaped(n)}\n" for n in section.lines),
        ]
    if report.footnotes:
        parts += ["", r"\subsection*{Discrepancies and reading notes}"]
        parts += [f"{_escaped(f'[{i}] {note}')}\n" for i, note in enumerate(report.footnotes, 1)]
    return "\n".join(parts)
