"""Shared by all tests: the hypothesis profiles, and this folder on the path for ``strategies``.

``HYPOTHESIS_PROFILE=many`` tries twelve times as many cases as the suite does (CI asks the proofs of reach
so), ``thorough`` as many as minutes allow; ``quick`` few, and so ``mutants``, which makes no failing
case smaller: of a fault put in on purpose nobody asks for the smallest.
"""

import os
import sys
from pathlib import Path

from hypothesis import HealthCheck, Phase, settings

sys.path.insert(0, str(Path(__file__).parent))

PROFILES = {"quick": 10, "mutants": 10, "suite": 20, "many": 250, "thorough": 2000}
for profile, examples in PROFILES.items():
    settings.register_profile(
        profile,
        deadline=None,
        phases=[p for p in Phase if profile != "mutants" or p in (Phase.explicit, Phase.generate)],
        max_examples=examples,
        derandomize=profile != "thorough",  # the same cases in every run; new ones are for thorough
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "suite"))
