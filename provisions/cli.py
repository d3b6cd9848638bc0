"""The command line of the records: ``provisions list | show | concepts | sources | check``."""

from __future__ import annotations

import click

from provisions.commands import OneLineGroup


@click.group("provisions", cls=OneLineGroup, context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """What trafficking laws say: typed records with source, pinpoint and words."""


@main.command()
@click.argument("files", nargs=-1)
@click.option("--texts", help="Folder of full texts (<source>.txt) to hold every quotation against.")
def check(files: tuple[str, ...], texts: str | None) -> None:
    """Check data files: all faults at once."""
    from pathlib import Path

    from provisions import checking
    from provisions.corpus import bibliography, data_folder, index, thesaurus

    words, sources = thesaurus(), bibliography()
    faults = []
    found: dict[str, list] = {}
    paths = [Path(f) for f in files] or sorted(data_folder().glob("*/*.toml"))
    quotes = []
    for path in paths:
        instrument = index().get(path.parent.name)
        version, bad = checking.check_file(path, str(path), instrument, words, sources)
        faults += bad
        if version:
            found.setdefault(version.id, []).append((version, str(path)))
            if texts:
                quotes += list(checking.check_quotations(version, str(path), Path(texts)))
    for pairs in found.values():
        faults += checking.check_spans(pairs)
    faults += checking.check_vocabulary(words, "data/vocabulary.toml", index())
    if texts:
        quotes += list(checking.check_edges(words, "data/vocabulary.toml", Path(texts)))
    for f in faults:
        click.echo(str(f))
    for q in quotes:
        if q.result in ("differs", "not found"):
            click.echo(f"{q.file}: {q.path}: {q.result}: {q.words!r} nearest {q.nearest!r}")
    from collections import Counter

    click.echo(str(Counter(q.result for q in quotes)))
    if faults:
        raise SystemExit(1)
