"""Some files, or the whole of a corpus, with every fault at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from attrs import field, frozen

from provisions.checking.consistency import check_spans
from provisions.checking.quotations import Library, Quotation, check_edges, check_quotations
from provisions.checking.versions import check_file
from provisions.checking.vocabulary import check_vocabulary
from provisions.corpus import SHARED, Corpus, installed
from provisions.loading import DataError, Fault, located, read_text
from provisions.records import Evidence, Version, entries_of
from provisions.values import Value

Further = Callable[[Corpus, Version, str], Iterable[Fault]]
"""A check handed in: of a version of a corpus, in the file of this name."""


@frozen(eq=False, repr=False)
class Checked(Value):
    """What checking some files, or the whole corpus, has found."""

    faults: tuple[Fault, ...]
    quotations: tuple[Quotation, ...] = ()
    versions: tuple[Version, ...] = ()

    @property
    def with_words(self) -> int:
        """Entries that quote the law's own words."""
        return sum(1 for _, e in self._entries() if e.words)

    @property
    def gloss_only(self) -> int:
        """Entries for which no source held has the words."""
        return sum(1 for _, e in self._entries() if not e.words)

    def _entries(self) -> Iterator[tuple[str, Evidence]]:
        for version in self.versions:
            yield from entries_of(version)


@frozen(eq=False, repr=False)
class _Found(Value):
    """What has been found so far."""

    faults: list[Fault] = field(factory=list)
    quotations: list[Quotation] = field(factory=list)
    held: dict[str, list[tuple[Version, str]]] = field(factory=dict)


def _shared(corpus: Corpus) -> Iterator[Fault]:
    """The faults of the edges of the vocabulary, and of the names of the index.

    Raises `DataError` for a shared file that cannot be read at all: nothing else can be checked
    without it.
    """
    index, sources = corpus.index, corpus.bibliography
    found = check_vocabulary(corpus.thesaurus, "data/vocabulary.toml", index, sources)
    yield from located(found, read_text(corpus.folders[0] / "vocabulary.toml", "")[0])
    names: dict[str, str] = {}
    for instrument in index.values():
        for name in {n.casefold() for n in (instrument.id, instrument.name, *instrument.aliases)}:
            if name in names:
                message = f"{name!r} is a name of {names[name]!r} too: a name finds one instrument"
                yield Fault("data/instruments.toml", instrument.id, message)
            names[name] = instrument.id


def _unread(corpus: Corpus) -> Iterator[Fault]:
    """Files beside the records that nothing reads: another ending, a folder too deep."""
    for folder in corpus.folders:
        for path in sorted(folder.rglob("*")):
            hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
            if path.is_dir() or hidden:
                continue
            version = path.suffix == ".toml" and path.parent.parent == folder
            if not version and not (path.name in SHARED and path.parent == folder):
                message = "is read by nothing: a version's file is named YYYY-MM-DD.toml"
                yield Fault(corpus.called(path), "", message)


def _folders(corpus: Corpus, paths: Iterable[Path]) -> Iterator[Fault]:
    """Every instrument has a version, and every folder is that of an instrument."""
    folders = {path.parent.name: path.parent for path in paths}
    for key in corpus.index:
        if key not in folders:
            message = f"has no version: data/{key}/ holds no file"
            yield Fault("data/instruments.toml", key, message)
    for folder in sorted(folders.keys() - corpus.index.keys()):
        message = "is in no index: add it to data/instruments.toml"
        yield Fault(corpus.called(folders[folder]), "", message)


def check(
    files: Sequence[Path] = (),
    texts: Sequence[Path] = (),
    *,
    further: Iterable[Further] = (),
    corpus: Corpus | None = None,
) -> Checked:
    """Check some files, or, without any, a whole corpus: vocabulary, bibliography, index, versions.

    ``texts`` are folders of full texts (``<source>.txt``, in them or below) against which every
    quotation is held.
    ``further``: checks of each version without other faults that are known elsewhere. Without
    ``corpus`` the installed one is meant.

    >>> check([Path("no-such-bill.toml")]).faults[0].message
    'there is no such file'
    """
    corpus = corpus or installed()
    try:
        shared = tuple(_shared(corpus))
        words, sources = corpus.thesaurus, corpus.bibliography
    except DataError as error:
        return Checked(error.faults)
    library = Library(texts) if texts else None
    found = _Found(list(() if files else shared))
    checks = tuple(further)
    paths = list(files) or sorted(p for f in corpus.folders for p in f.glob("*/*.toml"))
    for path in paths:
        name = str(path) if files else corpus.called(path)
        version, bad = check_file(path, name, corpus.index, words, sources)
        found.faults.extend(bad)
        if version is None:
            continue
        found.held.setdefault(version.id, []).append((version, name))
        found.quotations.extend(check_quotations(version, name, library) if library else ())
        if not bad:
            found.faults.extend(fault for ask in checks for fault in ask(corpus, version, name))
    for pairs in found.held.values():
        found.faults.extend(check_spans(pairs))
    if not files:
        found.faults.extend(_folders(corpus, paths))
        found.faults.extend(_unread(corpus))
        found.quotations.extend(
            check_edges(words, "data/vocabulary.toml", library) if library else ()
        )
    versions = tuple(version for pairs in found.held.values() for version, _ in pairs)
    return Checked(tuple(found.faults), tuple(found.quotations), versions)
