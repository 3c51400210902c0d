"""``python -m matang.config.cli``."""

from matang.config.cli import main

main()
