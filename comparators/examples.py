"""The examples written beside a law, run: ``provisions check`` is handed this."""

from __future__ import annotations

from collections.abc import Iterator

from comparators.application import reached
from comparators.facts import FactsError, parse_facts
from comparators.law import law_of
from comparators.verdicts import NothingToReachError
from provisions import UnknownNameError, Version
from provisions.corpus import Corpus
from provisions.loading import Fault


def examples(corpus: Corpus, version: Version, file: str) -> Iterator[Fault]:
    """A fault for each example whose facts the law does not answer as the example says.

    >>> from provisions.corpus import installed
    >>> list(examples(installed(), installed().version("CoE"), "coe"))
    []
    """
    law = law_of(version, corpus.together([version])[1])
    for i, example in enumerate(version.examples):
        try:
            found = reached(law, parse_facts(example.facts, law.words))
        except (FactsError, NothingToReachError, UnknownNameError) as error:
            yield Fault(file, f"examples[{i}].facts", str(error))
            continue
        if found != example.reached:
            said = f"says {example.reached!r} of {', '.join(example.facts)}; the law answers"
            yield Fault(file, f"examples[{i}].reached", f"{said} {found!r}")
