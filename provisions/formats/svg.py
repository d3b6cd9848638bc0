"""Figures: of a comparison a map of laws and rows, of a history the lanes of what changed. Marks
are paths, never letters of a font, so that it prints anywhere and reads in grey.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from html import escape as escaped
from itertools import groupby

from provisions.citations import today
from provisions.errors import in_xml
from provisions.report import SIGNS, Grid, Line, Report

_CELL = 28
_ROW = 26
_LABEL = 250
_HEAD = 130

_CHECK = '<path d="M5.6 10l3 3.5 5.8-7.5" fill="none" stroke="#0b3558" stroke-width="1.8"/>'
_CROSS = '<path d="M6.5 6.5l7 7m0-7l-7 7" stroke="{0}" stroke-width="2"/>'
_ASK = (
    '<path d="M7.3 8a2.7 2.7 0 1 1 4.2 2.4q-1.5 1.1-1.5 2.5" fill="none" stroke="#3d464f"'
    ' stroke-width="1.6"/><circle cx="10" cy="14.7" r="1.2" fill="#3d464f"/>'
)


def _tile(fill: str, inside: str, more: str = "") -> str:
    return f'<rect width="20" height="20" rx="2" fill="{fill}"{more}/>{inside}'


SYMBOLS = {
    "named": _tile("#c3dcf2", _CHECK),
    "follows": _tile("#c3dcf2", _CHECK),
    "none-needed": '<rect x="1" y="1" width="18" height="18" rx="2" fill="#fff" stroke="#2b6cb0"'
    ' stroke-width="1.6"/><circle cx="10" cy="10" r="3.7" fill="none" stroke="#2b6cb0"'
    ' stroke-width="1.6"/>',
    "in-part": _tile(
        "#f2b56b",
        '<circle cx="10" cy="10" r="4.4" fill="none" stroke="#3a2200" stroke-width="1.4"/>'
        '<path d="M10 5.6a4.4 4.4 0 0 0 0 8.8z" fill="#3a2200"/>',
    ),
    "open": _tile(
        "#fbe9a9",
        '<path d="M5.2 11.1q2.4-4.2 4.8 0t4.8-1.3" fill="none" stroke="#3d3200"'
        ' stroke-width="1.8"/>',
    ),
    "not-known": _tile("url(#hatch)", _ASK, ' stroke="#818c97" stroke-dasharray="2.5 2"'),
    "no": _tile("#8f2d00", _CROSS.format("#fff")),
    "not-asked": _tile("#dfe3e8", _CROSS.format("#3d444c")),
    "stated": _tile(
        "#fff", '<circle cx="10" cy="10" r="1.6" fill="#3d444c"/>', ' stroke="#d3d9df"'
    ),
}
"""The drawing of each mark, in a square of twenty."""

_STYLE = (
    'svg text{font-family:"Helvetica Neue",Arial,"Liberation Sans","DejaVu Sans",sans-serif;'
    "fill:#1b1e22;font-size:11px}.fg{font-weight:700}.ft{font-size:15px;font-weight:700}"
    ".fm{fill:#535c66;font-size:10px}.fw{font-size:9px}"
)
_HATCH = (
    '<pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse"'
    ' patternTransform="rotate(45)"><rect width="6" height="6" fill="#fff"/>'
    '<rect width="1.5" height="6" fill="#ccd3da"/></pattern>'
)


def escape(text: str) -> str:
    """The text for a figure, with the control characters that XML cannot hold written out."""
    return escaped(in_xml(text))


def _cut(text: str, letters: int) -> str:
    return text if len(text) <= letters else f"{text[: letters - 1]}…"


def _rows(grid: Grid) -> Iterator[str]:
    """The rows from the top, a heading before each group."""
    top, group = _HEAD + 10, None
    for line in grid.rows:
        if line.group != group:
            group = line.group
            top += 8
            yield f'<text class="fg" x="10" y="{top + 14}">{escape(_cut(group, 60))}</text>'
            top += _ROW - 4
        label = _cut(line.cells[0].text.strip(), 38)
        yield f'<text x="10" y="{top + 15}">{escape(label)}</text>'
        article = escape(_cut(line.article, 8))
        yield f'<text class="fm" x="{_LABEL - 42}" y="{top + 15}">{article}</text>'
        cells = line.cells[1 + grid.standards :]
        names = grid.columns[1 + grid.standards :]
        for column, (cell, name) in enumerate(zip(cells, names, strict=True)):
            if cell.mark:
                said = f"{name}, {line.cells[0].text.strip()}: {SIGNS[cell.mark].word}"
                said += f", {cell.place}" if cell.place else ""
                yield (
                    f'<use href="#{cell.mark}" x="{_LABEL + column * _CELL + 4}" y="{top + 2}">'
                    f"<title>{escape(said)}</title></use>"
                )
        top += _ROW


def _height(grid: Grid) -> int:
    groups = sum(
        1 for i, line in enumerate(grid.rows) if i == 0 or line.group != grid.rows[i - 1].group
    )
    return _HEAD + 10 + len(grid.rows) * _ROW + groups * (_ROW + 4) + 46


def figure(grid: Grid, title: str) -> str:
    """The map of a marked grid, as one SVG element."""
    names = grid.columns[1 + grid.standards :]
    width, height = _LABEL + len(names) * _CELL + 60, _height(grid)
    heads = "".join(
        f'<text transform="translate({_LABEL + i * _CELL + 14},{_HEAD}) rotate(-60)">'
        f"{escape(_cut(name, 22))}</text>"
        for i, name in enumerate(names)
    )
    used = dict.fromkeys(c.mark for line in grid.rows for c in line.cells if c.mark)
    key = "".join(
        f'<use href="#{mark}" x="{10 + i * 100}" y="{height - 34}"/>'
        f'<text class="fm" x="{34 + i * 100}" y="{height - 20}">{escape(SIGNS[mark].word)}</text>'
        for i, mark in enumerate(used)
    )
    width = max(width, 20 + 100 * len(used))
    symbols = "".join(f'<g id="{mark}">{SYMBOLS[mark]}</g>' for mark in used)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}"'
        f' height="{height}" role="img" aria-labelledby="svg-title svg-desc">'
        f'<title id="svg-title">{escape(title)}</title><desc id="svg-desc">One column a law, one'
        " row for each thing asked. Hatched: not known. Dark: no, read in full.</desc>"
        f"<defs>{_HATCH}{symbols}</defs><style>{_STYLE}</style>"
        f'<rect width="{width}" height="{height}" fill="#fff"/>'
        f'<text class="ft" x="10" y="22">{escape(title)}</text>{heads}{"".join(_rows(grid))}{key}'
        "</svg>"
    )


# -- what changed, in the order of time ------------------------------------------------------------

_LANE = 18
_LEFT = 265
_SPAN = 700

_BARS = {
    "named": ("#c3dcf2", "#0b3558"),
    "follows": ("#c3dcf2", "#0b3558"),
    "none-needed": ("#fff", "#2b6cb0"),
    "in-part": ("#f2b56b", "#3a2200"),
    "open": ("#fbe9a9", "#3d3200"),
    "not-known": ("url(#hatch)", "#3d464f"),
    "no": ("#fff", "#1b1e22"),
    "stated": ("#fff", "#3d444c"),
}
"""Fill and ink of a bar. A *no* is no fault where nothing is asked, and is left white."""


def _days(grid: Grid) -> list[date]:
    """The day on which each text begins, and the day up to which the last is drawn."""
    begun = [date.fromisoformat(column) for column in grid.columns[1:]]
    return [*begun, max(today(), begun[-1] + timedelta(days=365))]


def _bars(line: Line, edges: list[float]) -> Iterator[str]:
    """The bars of a lane: equal neighbours are one."""
    place = 0
    for (mark, text), group in groupby(line.cells[1:], key=lambda c: (c.mark, c.text)):
        some = list(group)
        left, right = edges[place], edges[place + len(some)]
        place += len(some)
        fill, ink = _BARS[mark]
        dashed = ' stroke-dasharray="2.5 2"' if mark == "not-known" else ""
        width = max(right - left - 1, 1)
        where = ", ".join(dict.fromkeys(c.place for c in some if c.place))
        said = f"{line.cells[0].text}: {text}" + (f" ({where})" if where else "")
        word = (
            f'<text class="fw" x="{(left + right) / 2:.1f}" y="11" text-anchor="middle"'
            f' style="fill:{ink}">{escape(text)}</text>'
            if width > 6 * len(text) + 4
            else ""
        )
        yield (
            f'<g><title>{escape(said)}</title><rect x="{left:.1f}" y="1" width="{width:.1f}"'
            f' height="14" rx="2" fill="{fill}" stroke="{ink}" stroke-opacity=".55"{dashed}/>'
            f"{word}</g>"
        )


def timeline(grid: Grid, name: str = "") -> str:
    """What changed between the texts of one instrument, as one SVG element: a lane a row."""
    days = _days(grid)
    whole = (days[-1] - days[0]).days
    edges = [_LEFT + _SPAN * (day - days[0]).days / whole for day in days]
    top, lanes, group = 74, [], ""
    for line in grid.rows:
        if line.group != group:
            group = line.group
            top += 10
            lanes.append(f'<text class="fg" x="10" y="{top + 12}">{escape(group)}</text>')
            top += _LANE
        label = escape(_cut(line.cells[0].text, 42))
        bars = "".join(_bars(line, edges))
        lanes.append(
            f'<g transform="translate(0,{top})"><text x="20" y="12">{label}</text>{bars}</g>'
        )
        top += _LANE
    marks = dict.fromkeys(c.mark for line in grid.rows for c in line.cells[1:])
    rules = "".join(
        f'<path d="M{x:.1f} 44V{top + 6}" stroke="#535c66" stroke-dasharray="3 3"/>'
        f'<text class="fm" x="{x + 3:.1f}" y="{44 + 12 * (i % 2)}">{column}</text>'
        for i, (x, column) in enumerate(zip(edges, grid.columns[1:], strict=False))
    )
    key = "".join(
        f'<rect x="{10 + i * 110}" y="{top + 24}" width="16" height="12" rx="2"'
        f' fill="{_BARS[mark][0]}" stroke="{_BARS[mark][1]}"/>'
        f'<text class="fm" x="{31 + i * 110}" y="{top + 34}">{escape(SIGNS[mark].word)}</text>'
        for i, mark in enumerate(marks)
    )
    width, height = _LEFT + _SPAN + 15, top + 50
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}"'
        f' height="{height}" role="img" aria-labelledby="line{name}-title line{name}-desc">'
        f'<title id="line{name}-title">{escape(grid.title)}</title>'
        f'<desc id="line{name}-desc">A lane for each thing that changed, in the order of time. A'
        " dashed line is a day on which a new text came into force. Hatched: not known.</desc>"
        f"<defs>{_HATCH}</defs><style>{_STYLE}</style>"
        f'<rect width="{width}" height="{height}" fill="#fff"/>'
        f'<text class="ft" x="10" y="22">{escape(grid.title)}</text>{rules}{"".join(lanes)}{key}'
        "</svg>"
    )


def _stacked(figures: list[str]) -> str:
    """Some figures as one, below one another."""
    sizes = [tuple(map(int, re.findall(r' (?:width|height)="(\d+)"', f)[:2])) for f in figures]
    width, height = max(w for w, _ in sizes), sum(h for _, h in sizes)
    tops = [sum(h for _, h in sizes[:i]) for i in range(len(sizes))]
    placed = (
        f.replace("<svg ", f'<svg y="{top}" ', 1) for f, top in zip(figures, tops, strict=True)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}"'
        f' height="{height}">{"".join(placed)}</svg>'
    )


def render(report: Report) -> str:
    """The figure of a report that has one: the map of its first marked grid, or its timelines."""
    if report.timelines:
        made = [timeline(grid, str(i)) for i, grid in enumerate(report.timelines)]
        return made[0] if len(made) == 1 else _stacked(made)
    return figure(next(grid for grid in report.grids if grid.marked), report.title)
