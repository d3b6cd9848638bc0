"""``python -m comparators``: the same as ``compare``."""

from comparators.cli import main

main(prog_name="compare")
