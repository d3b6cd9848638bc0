"""One verdict, as a report of its own."""

from __future__ import annotations

from comparators.modes import head
from comparators.modes.data import shared_data, verdict_data
from comparators.verdicts import Verdict
from comparators.wording.verdicts import lines, names
from provisions.report import Report, Section


def report(verdict: Verdict) -> Report:
    """The verdict and everything that comes with it."""
    law, standards = names(verdict)
    shown = (*verdict.standards, verdict.law)
    return Report(
        f"{law} under {standards}",
        head(shown, None),
        (),
        (Section("Verdict", tuple(lines(verdict))),),
        (),
        lambda: shared_data(shown, None, reach=[verdict_data(verdict)]),
    )
