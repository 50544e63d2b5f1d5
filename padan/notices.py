"""What a command says beside its answer, on standard error."""

import sys


def say(line: str) -> None:
    """Say one line."""
    sys.stderr.write(f"padan: {line}\n")
