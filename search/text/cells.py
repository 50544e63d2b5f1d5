"""Text that no spreadsheet takes for a formula, and that XML can carry."""

import re

_SIGNS = "=+@\uff1d\uff0b\uff0d\uff20-"  # full-width signs too: some input methods turn them into the plain ones
# Where another separator than ours would begin a cell: Excel in Indonesian settings reads `;` for `,`.
_BEGINS = re.compile(rf'((?:^|[;|"])[\s"]*)([{_SIGNS}])')
_UNPRINTABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, "Char"


def harmless(text: str) -> str:
    """One line of CSV text in which no cell, however the file is split, begins like a formula.

    A sign that would begin one gets an apostrophe before it, as spreadsheets write text that looks like a formula.
    """
    line = " ".join(printable(text).split())
    return _BEGINS.sub(r"\1'\2", line)


def printable(text: str) -> str:
    """The text without what XML cannot carry: control characters and halves of surrogate pairs."""
    return _UNPRINTABLE.sub("\ufffd", text)
