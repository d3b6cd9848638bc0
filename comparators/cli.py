"""The command line of comparison: ``compare CoE Armenia``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from provisions.citations import STYLES
from provisions.console import OneLineCommand, known, version_option, write
from provisions.formats import FOLDED, FORMATS
from provisions.records import FACETS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from click.shell_completion import CompletionItem

    from provisions.corpus import Corpus
    from provisions.loading import Fault
    from provisions.records import Version
    from provisions.report import Report

MODES = ("gaps", "facts", "own-offence", "matrix", "history", "find")


def _names(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    from provisions.completion import laws

    return laws(incomplete, ctx.params.get(param.name or "") or ())


def _days(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    from provisions.completion import days

    return days(incomplete)


def _choices(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    from provisions.completion import among_these

    return among_these(incomplete, FORMATS if param.name == "to" else FACETS)


def _files(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    from provisions.completion import files

    return files(incomplete)


def _concepts(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    from provisions.completion import concepts

    return concepts(incomplete, ("offences",) if param.name == "own_offence" else ())


def _facts(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    from comparators.facts import SORTS, VICTIMS_AND_CONSENT
    from provisions.completion import listed

    return listed(incomplete, SORTS, VICTIMS_AND_CONSENT)


def _filled(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """What an option was given, which may not be blank."""
    if value is not None and not value.strip():
        wants = "an article, such as 26" if param.name == "article" else "the name of a file"
        raise click.UsageError(f"--{param.name} wants {wants}")
    return value


@click.command(
    "compare", cls=OneLineCommand, context_settings={"help_option_names": ["-h", "--help"]}
)
@click.argument("names", nargs=-1, shell_complete=_names, metavar="INSTRUMENT...")
@click.option(
    "--facet",
    "facets",
    multiple=True,
    metavar="FACET",
    shell_complete=_choices,
    help=f"Only this facet (repeatable): {', '.join(FACETS)}.",
)
@click.option("--differences", is_flag=True, help="Only the rows in which the instruments differ.")
@click.option("--full", is_flag=True, help="Every row that a standard or a law has, a line each.")
@click.option(
    "--words", "--evidence", "evidence", is_flag=True, help="The quoted words under each cell."
)
@click.option(
    "--article",
    metavar="ARTICLE",
    callback=_filled,
    help="One article of the standards, with its words.",
)
@click.option("--all", "every", is_flag=True, help="A row for every concept of the vocabulary.")
@click.option(
    "--as-of",
    "as_of",
    metavar="DATE",
    shell_complete=_days,
    help="The law of this day: YYYY-MM-DD, or today.",
)
@click.option(
    "--gaps",
    is_flag=True,
    help="Mode: what laws lack of the standards before them, and the smallest amendment.",
)
@click.option(
    "--amended",
    metavar="FILE",
    callback=_filled,
    help="With --gaps: the record of the law after the smallest amendment, as a draft.",
)
@click.option(
    "--facts",
    metavar="FACTS",
    shell_complete=_facts,
    help="Mode: does each law reach these facts (separated by commas)? Is the victim exempt from an"
    " offence of his or her own among them (criminal-offences,compelled)?",
)
@click.option(
    "--own-offence",
    "own_offence",
    metavar="OFFENCE",
    shell_complete=_concepts,
    help="Mode: what each law asks before it exempts a victim from such an offence"
    " (document-offences), an adult and a child.",
)
@click.option(
    "--matrix",
    is_flag=True,
    help="Mode: who reaches the core standards, and why not; with --all, who reaches whom.",
)
@click.option("--history", is_flag=True, help="Mode: what each amendment of an instrument changed.")
@click.option(
    "--find",
    "wanted",
    metavar="CONCEPT",
    shell_complete=_concepts,
    help="Mode: who names a concept (forced-marriage) or has some words, since when; who does not.",
)
@click.option(
    "--format",
    "to",
    default="table",
    metavar="FORMAT",
    shell_complete=_choices,
    help=f"{', '.join(FORMATS)} (default: table).",
)
@click.option(
    "--sources",
    "style",
    metavar="STYLE",
    help=f"Instead of the answer, the sources it rests on: {', '.join(STYLES)}.",
)
@click.option(
    "--output",
    metavar="FILE",
    shell_complete=_files,
    help="Write to a file instead of the terminal.",
)
@version_option
def main(
    names: tuple[str, ...], facets: tuple[str, ...], differences: bool, full: bool, evidence: bool,
    article: str | None, every: bool, as_of: str | None, gaps: bool, amended: str | None,
    facts: str | None, own_offence: str | None, matrix: bool, history: bool, wanted: str | None,
    to: str, style: str | None, output: str | None,
) -> None:  # fmt: skip
    """Compare what trafficking laws cover, element by element: compare CoE Armenia.

    INSTRUMENT is a name, or name@YYYY-MM-DD for the version of that day, or the
    path of a draft. Without --as-of the newest text of each is shown that was read.
    """
    chosen = [
        m
        for m, on in zip(
            MODES,
            (gaps, facts is not None, own_offence is not None, matrix, history, wanted is not None),
            strict=True,
        )
        if on
    ]
    if len(chosen) > 1:
        raise click.UsageError(f"--{chosen[0]} and --{chosen[1]} are modes: give one at a time")
    for option, on in (
        ("facet", facets),
        ("differences", differences),
        ("full", full),
        ("words", evidence),
        ("article", article),
        ("all", every),
    ):
        if on and chosen and (option, chosen) != ("all", ["matrix"]):
            raise click.UsageError(
                f"--{option} is for the table; --{chosen[0]} shows all it has: "
                "leave one of them out"
            )
    if as_of is not None and history:
        raise click.UsageError(
            "--as-of picks one day; --history shows every version: leave one of them out"
        )
    if amended is not None and chosen != ["gaps"]:
        raise click.UsageError(
            "--amended goes with --gaps: compare CoE Armenia --gaps --amended bill.toml"
        )
    known("format", to, FORMATS)
    if style is not None:
        known("style", style, STYLES)
        if to != "table":
            raise click.UsageError(f"--sources has styles, not the format {to}: leave one out")
    for facet in facets:
        known("facet", facet, FACETS)
    report = _report(
        names,
        chosen[0] if chosen else "table",
        facets,
        as_of,
        facts or own_offence or wanted or "",
        differences=differences,
        evidence=evidence,
        every=every,
        full=full,
        article=article or "",
        fold=to in FOLDED,
        amended=amended,
    )
    if style is not None:
        from provisions.citations import references

        if not report.sources:
            raise click.UsageError("--sources: this answer names no sources; ask of two texts")
        cited = references(report.texts, report.sources, style)
        write(cited, output, machine=style != "oscola")
        return
    from provisions.formats import MACHINE, render
    from provisions.terminal import look

    write(render(report, to, look(output)), output, machine=to in MACHINE)


def _report(
    names: tuple[str, ...], mode: str, facets: tuple[str, ...], as_of: str | None, facts: str,
    **options: Any,
) -> Report:  # fmt: skip
    """Build the report of one mode; the options are those of the table."""
    from provisions import parse_date, together

    day = parse_date(as_of) if as_of is not None else None
    file = options.pop("amended")
    if mode == "matrix":
        from comparators.modes.matrix import matrix

        return matrix(names, day, every=options["every"])
    if mode == "find":
        from comparators.modes.find import found

        return found(facts, names, day)
    if not names:
        raise click.UsageError(
            "name at least one instrument, such as: compare CoE Armenia  "
            "(provisions list shows them)"
        )
    if mode == "history":
        from comparators.modes.history import history

        return history(names)
    versions, words = together(names, day)
    if mode == "gaps":
        from comparators.modes.gaps import amended, of_gaps, work_lists

        lists = work_lists(versions, day, words)
        if file is not None:
            write(amended(lists).rstrip("\n"), file)
        return of_gaps(lists, day)
    if mode == "facts":
        from comparators.modes.facts import facts as apply_facts

        return apply_facts(versions, facts, day)
    if mode == "own-offence":
        from comparators.modes.own_offence import own_offence

        return own_offence(versions, facts, day)
    from comparators.modes.table import table

    return table(versions, facets, day, **options)


def _examples(corpus: Corpus, version: Version, file: str) -> Iterable[Fault]:
    """The faults of the examples of a record; loaded when it is asked."""
    from comparators.examples import examples

    return examples(corpus, version, file)


def __getattr__(name: str) -> Any:
    """``provisions_main``: the command ``provisions``, handed the checks that need comparators."""
    if name != "provisions_main":
        raise AttributeError(f"module 'comparators.cli' has no attribute {name!r}")
    from copy import copy

    from provisions.cli import main as records

    handed = copy(records)
    handed.context_settings = {**records.context_settings, "obj": (_examples,)}
    return handed
