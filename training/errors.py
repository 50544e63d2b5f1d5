"""What can go wrong in the recipe, each in one line with its remedy.

TrainingError
├── CorpusMissingError    a file of the corpora is not there
├── PackageMissingError   an optional package is not installed
└── LeakError             a training line is (nearly) a line of the yardstick
"""

from pathlib import Path


class TrainingError(Exception):
    """Base of the recipe's errors: the message is one line, fit for a user."""


class CorpusMissingError(TrainingError):
    """A corpus file cannot be found."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"Training corpus not found: {path}. Point --corpora at the folder that holds parallel/, "
            "pairs/, lexical/ and mono/."
        )


class PackageMissingError(TrainingError):
    """An optional package of the recipe is not installed."""

    def __init__(self, package: str) -> None:
        super().__init__(f"Training needs the package {package!r}. Install with: pip install 'padan[train]'")


class LeakError(TrainingError):
    """A training line equals or nearly equals a line that is measured on."""

    def __init__(self, line: str, forbidden: str, count: int) -> None:
        super().__init__(
            f"{count} training line(s) leak from the yardstick, first: {line!r} resembles {forbidden!r}. "
            "Drop them with training.leaks.Forbidden.filter."
        )
