"""The command line of the records: ``provisions list | show | concepts | sources | check``."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, get_args

import click

from provisions.console import OneLineCommand, OneLineGroup, known, write

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


F = TypeVar("F", bound=Callable[..., Any])
FORMATS = ("table", "json")
WIDTH = 100


def _completed(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Complete the names of instruments."""
    from click.shell_completion import CompletionItem

    from provisions import instruments

    return [
        CompletionItem(i.id, help=i.title)
        for i in instruments()
        if i.id.startswith(incomplete.casefold())
    ]


def _output(command: F) -> F:
    """The two options every command has."""
    command = click.option(
        "--output", metavar="FILE", help="Write to a file instead of the terminal."
    )(command)
    return click.option(
        "--format", "to", default="table", metavar="FORMAT", help="table (default) or json."
    )(command)


def _table(rows: list[list[str]], heads: list[str], widths: list[int]) -> str:
    """A plain table, its cells wrapped; nothing in it is read as a number."""
    from textwrap import wrap

    from tabulate import tabulate

    folded = [
        ["\n".join(wrap(c, w, break_on_hyphens=False)) for c, w in zip(row, widths, strict=True)]
        for row in rows
    ]
    return tabulate(folded, heads, tablefmt="simple", disable_numparse=True)


def _emit(to: str, output: str | None, text: Callable[[], str], data: Callable[[], Any]) -> None:
    known("format", to, FORMATS)
    made = text() if to == "table" else json.dumps(data(), ensure_ascii=False, indent=1)
    write(made, output, machine=to == "json")


@click.group(
    "provisions", cls=OneLineGroup, context_settings={"help_option_names": ["-h", "--help"]}
)
def main() -> None:
    """What trafficking laws say: typed records with source, pinpoint and words."""


@main.command("list", cls=OneLineCommand)
@_output
def list_(to: str, output: str | None) -> None:
    """Every instrument and version, and how full each record is."""
    from provisions import bibliography, instruments, versions
    from provisions.fullness import fullness_of, version_row

    sources = bibliography()
    held = [(i, versions(i.id)) for i in instruments()]

    def text() -> str:
        rows = []
        words = glosses = 0
        for instrument, found in held:
            for version in found:
                full = fullness_of(version, sources)
                words, glosses = words + full.with_words, glosses + full.gloss_only
                name = f"{instrument.id} ({instrument.name})" if version is found[0] else ""
                span = (
                    f"{version.in_force.since} to {version.in_force.until}"
                    if version.in_force.until
                    else f"since {version.in_force.since}"
                )
                bases = ", ".join(
                    b.replace("unofficial-translation", "unofficial tr.").replace(
                        "official-translation", "official tr."
                    )
                    for b in full.bases
                )
                rows.append(
                    [
                        name,
                        span,
                        full.judgement,
                        full.share,
                        f"{full.with_words} / {full.gloss_only}",
                        bases,
                    ]
                )
        heads = [
            "instrument",
            "in force",
            "record",
            "lists in full",
            "words / gloss only",
            "sources",
        ]
        table = _table(rows, heads, [26, 24, 8, 8, 11, 24])
        count = sum(len(found) for _, found in held)
        return (
            f"{table}\n\n{len(held)} instruments in {count} versions; "
            f"{words} entries with words, {glosses} with a gloss only (no source held has the words).\n"
            "record: full (every list in full), partial, sketch (the sources show no act of the offence)."
        )

    def data() -> Any:
        return [
            {
                "id": i.id, "name": i.name, "title": i.title, "kind": i.kind, "aliases": list(i.aliases),
                "versions": [version_row(v, sources) for v in found],
            }
            for i, found in held
        ]  # fmt: skip

    _emit(to, output, text, data)


@main.command(cls=OneLineCommand)
@click.argument("name", shell_complete=_completed)
@click.option("--as-of", metavar="DATE", help="The text of this day: YYYY-MM-DD, or today.")
@_output
def show(name: str, as_of: str | None, to: str, output: str | None) -> None:
    """One version whole: its lists with their words, its limbs, clauses, penalties,
    discrepancies.
    """
    from provisions import get, unstructure
    from provisions.pages import shown

    if as_of and "@" in name:
        raise click.UsageError(
            "give the day once: in the name (armenia@2006-07-16), or with --as-of"
        )
    version = get(name, as_of)
    _emit(to, output, lambda: "\n".join(shown(version)), lambda: _plain(unstructure(version)))


@main.command(cls=OneLineCommand)
@click.argument("name")
@click.option("--like", metavar="LAW", shell_complete=_completed, help="Copy this law, to edit it.")
@click.option("--since", metavar="DATE", help="The day from which the draft would be law.")
@click.option("--output", metavar="FILE", help="Write to a file instead of the terminal.")
def new(name: str, like: str | None, since: str | None, output: str | None) -> None:
    """A draft called NAME to begin with: a commented skeleton, or a copy of a law to edit."""
    from provisions import get, parse_date
    from provisions.skeleton import copy_of, skeleton

    day = parse_date(since) if since is not None else None
    made = copy_of(get(like), name, day) if like is not None else skeleton(name, day)
    write(made.rstrip("\n"), output, machine=True)


def _plain(value: Any) -> Any:
    """A record for JSON: days as text."""
    from datetime import date

    if isinstance(value, dict):
        return {k: _plain(v) for k, v in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(v) for v in value]
    return str(value) if isinstance(value, date) else value


@main.command(cls=OneLineCommand)
@click.option(
    "--tree",
    is_flag=True,
    help="The thesaurus: every edge with its authority, scope and condition.",
)
@_output
def concepts(tree: bool, to: str, output: str | None) -> None:
    """The vocabulary: what the records can name."""
    from provisions import thesaurus, unstructure

    words = thesaurus()

    def authority(edge: Any) -> str:
        quote = f'"{edge.words}"' if edge.words else f"[gloss: {edge.gloss}]"
        return f"{edge.source} {edge.at}: {quote}"

    def text() -> str:
        if not tree:
            rows = [[c.facet, c.sort, c.id, c.label, c.note or ""] for c in words]
            return _table(
                rows,
                ["facet", "sort", "concept", "label", "note"],
                [14, 11, max(len(c.id) for c in words), 30, 34],
            )
        lines: list[str] = []
        for wide in words:
            edges = [e for e in words.broader if e.broader == wide.id]
            if edges:
                lines.append(
                    f"{wide.label} ({wide.id}){', exhausted by these' if wide.complete else ''}"
                )
            for e in edges:
                scope = f"; only in {e.scope}" if e.scope else ""
                condition = f"; on condition: {e.condition}" if e.condition else ""
                lines.append(
                    f"  covers {words.label(e.narrower)} ({e.narrower}){scope}{condition}\n      {authority(e)}"
                )
        lines.append("\nOverlaps: neither contains the other")
        lines += [
            f"  {words.label(o.between[0])} ({o.between[0]}) / {words.label(o.between[1])} ({o.between[1]}): {o.reason}\n      {authority(o)}"
            for o in words.overlaps
        ]
        return "\n".join(lines)

    def data() -> Any:
        return {
            "concepts": [unstructure(c) for c in words],
            "broader": [unstructure(e) for e in words.broader],
            "overlaps": [_plain(unstructure(o)) for o in words.overlaps],
        }

    _emit(to, output, text, data)


@main.command(cls=OneLineCommand)
@_output
def sources(to: str, output: str | None) -> None:
    """The bibliography, with what each source is worth."""
    from provisions import bibliography, unstructure

    found = bibliography().values()

    def text() -> str:
        rows = [
            [
                s.id,
                s.basis.replace("-", " "),
                s.language or "",
                f"{s.title}{', ' + s.issued if s.issued else ''}",
            ]
            for s in found
        ]
        return _table(
            rows, ["source", "basis", "lang", "title"], [max(len(s.id) for s in found), 14, 4, 60]
        )

    _emit(to, output, text, lambda: [unstructure(s) for s in found])


@main.command(cls=OneLineCommand)
@click.argument("files", nargs=-1, metavar="[FILE]...")
@click.option(
    "--texts",
    multiple=True,
    metavar="FOLDER",
    help="Folder of full texts (<source>.txt, in it or below), any number of times: "
    "hold every quotation against them.",
)
@_output
def check(files: tuple[str, ...], texts: tuple[str, ...], to: str, output: str | None) -> int:
    """Check data files, all faults at once; exit code 1 if there are any.

    Without FILE, the whole corpus is checked: vocabulary, bibliography, index and every version.
    """  # what else is to be asked of a version is handed in, as the object of the command
    known("format", to, FORMATS)
    for folder in texts:
        if not folder or not Path(folder).is_dir():
            raise click.UsageError(f"--texts {folder!r}: there is no such folder")
    for name in files:
        if not Path(name).is_file():
            raise click.UsageError(f"{name!r} is no file; without FILE the whole corpus is checked")
    from provisions.checking.files import check as check_files
    from provisions.checking.quotations import WRONG, Result

    further = click.get_current_context().obj or ()
    found = check_files([Path(f) for f in files], [Path(t) for t in texts], further=further)
    wrong = [q for q in found.quotations if q.result in WRONG]
    counts = Counter(q.result for q in found.quotations)

    def text() -> str:
        lines = [str(f) for f in found.faults]
        for q in wrong:
            has = "" if q.result == "elsewhere" else "the text has: "
            near = f"; {has}{q.nearest!r}" if q.nearest else ""
            lines.append(f"{q.file}: {q.path}: {q.source} {q.at}: {q.result}: {q.words!r}{near}")
        if texts:
            said = ", ".join(f"{counts[r]} {r}" for r in get_args(Result))
            lines.append(f"quotations: {said}")
            lines.append(
                f"entries: {found.with_words} with words, {found.gloss_only} with a gloss only"
            )
        tail = f", {len(wrong)} quotations wrong" if texts else ""
        lines.append(f"{len(found.versions)} versions checked: {len(found.faults)} faults{tail}")
        return "\n".join(lines)

    def data() -> Any:
        from provisions.loading import unstructure

        return {
            "versions": len(found.versions),
            "faults": [unstructure(f) for f in found.faults],
            "entries": {"with_words": found.with_words, "gloss_only": found.gloss_only},
            "quotations": dict(counts),
            "wrong": [unstructure(q) for q in wrong],
        }

    _emit(to, output, text, data)
    return 1 if found.faults or wrong else 0
