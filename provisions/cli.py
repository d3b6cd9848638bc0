"""The command line of the records: ``provisions list``, ``show``, ``check`` and the others."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, get_args

import click

from provisions.citations import STYLES
from provisions.console import OneLineCommand, OneLineGroup, known, version_option, write
from provisions.formats import FORMATS

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from provisions.report import Report

F = TypeVar("F", bound=Callable[..., Any])
CHECKED = ("table", "json")
"""The formats of ``check``."""


def _completed(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Complete the names of instruments, the days of their texts, and paths."""
    from provisions.completion import laws

    return laws(incomplete)


def _choices(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Complete a day, a file or a folder."""
    from provisions import completion

    if param.name in ("as_of", "since"):
        return completion.days(incomplete)
    return completion.files(incomplete, "dir" if param.name == "texts" else "file")


def _written(command: F) -> F:
    """The option of every command: where to write."""
    return click.option(
        "--output",
        metavar="FILE",
        shell_complete=_choices,
        help="Write to a file instead of the terminal.",
    )(command)


def _output(*formats: str) -> Callable[[F], F]:
    """The two options of what can be had in several formats."""

    def offered(_: click.Context, __: click.Parameter, incomplete: str) -> list[CompletionItem]:
        from provisions.completion import among_these

        return among_these(incomplete, formats)

    def added(command: F) -> F:
        told = f"{', '.join(formats)} (default: {formats[0]})."
        return click.option(
            "--format", "to",
            default=formats[0], metavar="FORMAT", shell_complete=offered, help=told,
        )(_written(command))  # fmt: skip

    return added


def _emit(report: Callable[[], Report], to: str, output: str | None) -> None:
    """Write a report in a format, once it is known that there is such a format."""
    known("format", to, FORMATS)
    from provisions.formats import MACHINE, render

    write(render(report(), to), output, machine=to in MACHINE)


@click.group(
    "provisions", cls=OneLineGroup, context_settings={"help_option_names": ["-h", "--help"]}
)
@version_option
def main() -> None:
    """What trafficking laws say: typed records with source, pinpoint and words."""


@main.command("list", cls=OneLineCommand)
@_output(*FORMATS)
def list_(to: str, output: str | None) -> None:
    """Every instrument and version, and how full each record is."""

    def report() -> Report:
        from provisions.catalogue import texts
        from provisions.corpus import installed

        return texts(installed())

    _emit(report, to, output)


@main.command(cls=OneLineCommand)
@click.argument("name", shell_complete=_completed)
@click.option(
    "--as-of",
    metavar="DATE",
    shell_complete=_choices,
    help="The text of this day: YYYY-MM-DD, or today.",
)
@_output(*FORMATS)
def show(name: str, as_of: str | None, to: str, output: str | None) -> None:
    """One version whole: its lists with their words, its limbs, clauses, penalties,
    discrepancies.
    """
    if as_of and "@" in name:
        raise click.UsageError(
            "give the day once: in the name (armenia@2006-07-16), or with --as-of"
        )

    def report() -> Report:
        from provisions import get
        from provisions.pages import page

        return page(get(name, as_of))

    _emit(report, to, output)


@main.command(cls=OneLineCommand)
@click.argument("name")
@click.option("--like", metavar="LAW", shell_complete=_completed, help="Copy this law, to edit it.")
@click.option(
    "--since",
    metavar="DATE",
    shell_complete=_choices,
    help="The day from which the draft would be law.",
)
@_written
def new(name: str, like: str | None, since: str | None, output: str | None) -> None:
    """A draft called NAME to begin with: a commented skeleton, or a copy of a law to edit."""
    from provisions import get, parse_date
    from provisions.skeleton import copy_of, skeleton

    day = parse_date(since) if since is not None else None
    made = copy_of(get(like), name, day) if like is not None else skeleton(name, day)
    write(made.rstrip("\n"), output, machine=True)


@main.command(cls=OneLineCommand)
@click.option(
    "--tree",
    is_flag=True,
    help="The thesaurus: every edge with its authority, scope and condition.",
)
@_output(*FORMATS)
def concepts(tree: bool, to: str, output: str | None) -> None:
    """The vocabulary: what the records can name."""

    def report() -> Report:
        from provisions import catalogue
        from provisions.corpus import installed

        return catalogue.concepts(installed(), tree=tree)

    _emit(report, to, output)


@main.command(cls=OneLineCommand)
@_output(*FORMATS)
def sources(to: str, output: str | None) -> None:
    """The bibliography, with what each source is worth."""

    def report() -> Report:
        from provisions import catalogue
        from provisions.corpus import installed

        return catalogue.sources(installed())

    _emit(report, to, output)


@main.command(cls=OneLineCommand)
@click.argument("name", shell_complete=_completed)
@click.option(
    "--style", default=STYLES[0], metavar="STYLE", help=f"{', '.join(STYLES)} (default: oscola)."
)
@_written
def cite(name: str, style: str, output: str | None) -> None:
    """How a text is cited, with the sources it was read in: armenia@2011-03-01 names one."""
    known("style", style, STYLES)
    from provisions import cite as cited

    write(cited(name, style), output, machine=style != "oscola")


@main.command(cls=OneLineCommand)
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
def export(folder: Path) -> None:
    """The whole corpus as CSV tables in FOLDER, with a data package and a codebook beside them."""
    from provisions.corpus import installed
    from provisions.export import export as exported

    try:
        files = exported(installed(), folder)
    except OSError as error:
        why = error.strerror or error
        raise click.UsageError(f"cannot write to {str(folder)!r}: {why}") from None
    write(f"{len(files)} files in {folder}: {', '.join(f.name for f in files)}", None)


@main.command(cls=OneLineCommand)
@click.argument("files", nargs=-1, metavar="[FILE]...", shell_complete=_choices)
@click.option(
    "--texts",
    multiple=True,
    metavar="FOLDER",
    shell_complete=_choices,
    help="Folder of full texts (<source>.txt, in it or below), any number of times: "
    "hold every quotation against them.",
)
@click.option(
    "--unquoted",
    is_flag=True,
    help="With --texts: which words of the articles of the offence no quotation has.",
)
@_output(*CHECKED)
def check(
    files: tuple[str, ...], texts: tuple[str, ...], unquoted: bool, to: str, output: str | None
) -> int:
    """Check data files, all faults at once; exit code 1 if there are any.

    Without FILE, the whole corpus is checked: vocabulary, bibliography, index and every version.
    """  # what else is to be asked of a version is handed in, as the object of the command
    known("format", to, CHECKED)
    for folder in texts:
        if not folder or not os.path.isdir(folder):  # noqa: PTH112 - false for a name too long
            raise click.UsageError(f"--texts {folder!r}: there is no such folder")
    for name in files:
        if not os.path.isfile(name):  # noqa: PTH113 - as above
            raise click.UsageError(f"{name!r} is no file; without FILE the whole corpus is checked")
    if unquoted and not texts:
        raise click.UsageError("--unquoted asks which words of a text are quoted: give --texts")
    from provisions.checking.accounted import accounted
    from provisions.checking.files import check as check_files
    from provisions.checking.quotations import WRONG, Result

    further = click.get_current_context().obj or ()
    found = check_files([Path(f) for f in files], [Path(t) for t in texts], further=further)
    wrong = [q for q in found.quotations if q.result in WRONG]
    counts = Counter(q.result for q in found.quotations)
    left = accounted(found.versions, [Path(t) for t in texts]) if unquoted else ()

    def text() -> str:
        lines = [*map(str, left), *map(str, found.faults)]
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
            "faults": [{**unstructure(f), "line": f.line} for f in found.faults],
            "entries": {"with_words": found.with_words, "gloss_only": found.gloss_only},
            "quotations": dict(counts),
            "wrong": [unstructure(q) for q in wrong],
            **({"unquoted": [unstructure(u) for u in left]} if unquoted else {}),
        }

    made = text() if to == "table" else json.dumps(data(), ensure_ascii=False, indent=1)
    write(made, output, machine=to == "json")
    return 1 if found.faults or wrong else 0
