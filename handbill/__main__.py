"""`python -m handbill` is the same command as `build.py`."""

from handbill.command import main

main()
