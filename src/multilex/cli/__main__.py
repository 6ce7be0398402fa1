"""``python -m multilex.cli``."""

from multilex.cli import main

main()
