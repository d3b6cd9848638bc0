"""What AuthoritySpoke takes for the one question of ours that it can be asked, measured once and
apart.

    python -m venv /tmp/spoke
    /tmp/spoke/bin/pip install legislice==0.8.1 nettlesome==0.7.1 "eyecite>=2.7" justopinion python-slugify apispec pint sympy
    /tmp/spoke/bin/pip install --no-deps authorityspoke==0.10.0
    /tmp/spoke/bin/python -W ignore benchmarks/authorityspoke_implies.py

(`pip install authorityspoke` alone brings versions that cannot be imported together.) It reasons
about rules made of facts that must all be present, and has no lists of alternatives; so the clause
is one combination of an act, a means and a purpose: does a law that wants nothing more imply one
that wants gain as well, and the reverse?
"""

from __future__ import annotations

from timeit import repeat

from authorityspoke import Entity, Fact, Predicate, Rule
from authorityspoke.procedures import Procedure

OFFENDER, VICTIM = (
    Entity(name="the offender", generic=True),
    Entity(name="the victim", generic=True),
)


def fact(text: str) -> Fact:
    """A fact about the offender, and the victim where the text names one."""
    return Fact(
        predicate=Predicate(content=text),
        terms=[OFFENDER, VICTIM] if "$victim" in text else [OFFENDER],
    )


def rule(*inputs: str) -> Rule:
    """Whenever all of these are present, trafficking was committed."""
    procedure = Procedure(
        inputs=[fact(i) for i in inputs],
        outputs=[fact("$offender committed trafficking against $victim")],
    )
    return Rule(procedure=procedure, universal=True, mandatory=True)


BASE = (
    "$offender recruited $victim",
    "$offender deceived $victim",
    "$offender intended that forced labour be exacted from $victim",
)
WITHOUT, WITH = rule(*BASE), rule(*BASE, "$offender acted for gain")

for name, one, other, expected in (
    ("the law without gain implies the one with it", WITHOUT, WITH, True),
    ("the law with gain implies the one without it", WITH, WITHOUT, False),
):
    answer = one.implies(other)
    best = min(repeat(lambda one=one, other=other: one.implies(other), number=20, repeat=5)) / 20
    print(
        f"{name}: {answer} ({'as expected' if answer == expected else 'NOT as expected'}), {best * 1e6:.0f} us"
    )
