"""``python -m provisions``."""

from provisions.cli import main

main(prog_name="provisions")
