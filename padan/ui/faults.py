"""Errors → the key of a line in the reader's language, and what an administrator may want to know beside it."""

import logging
import traceback
from dataclasses import dataclass

from search.errors import (
    DecreeError,
    EncoderError,
    IndexDamagedError,
    IndexMismatchError,
    IndexMissingError,
    IndexStoreError,
    InputError,
    PadanError,
    UnknownUnitError,
)
from search.match.find import LONGEST_QUERY
from search.text.statements import LONGEST_TEXT

_LOG = logging.getLogger(__name__)

# The first class that fits, from special to general.
_KEYS: tuple[tuple[type[PadanError], str], ...] = (
    (UnknownUnitError, "fault.unit"),
    (DecreeError, "fault.decree"),
    (InputError, "fault.input"),
    (IndexMissingError, "fault.index_missing"),
    (IndexMismatchError, "fault.index_mismatch"),
    (IndexDamagedError, "fault.index_damaged"),
    (IndexStoreError, "fault.index_unusable"),
    (EncoderError, "fault.encoder"),
)


@dataclass(frozen=True, slots=True)
class Fault:
    """A line to show, by its key in the language table; `details` is the library's own message, which quotes no one."""

    key: str
    details: str = ""


def fault_of(error: Exception) -> Fault:
    """The line for an error; an error that is not ours shows and logs neither its message nor the text behind it."""
    for kind, key in _KEYS:
        if isinstance(error, kind):
            return Fault(key, str(error))
    frames = "".join(traceback.format_tb(error.__traceback__))  # places in our code; the message might quote the text
    _LOG.error("The page met an internal %s.\n%s", type(error).__name__, frames)
    return Fault("fault.internal")


def text_fault(text: str) -> str:
    """The key of what keeps a text from being read, or nothing."""
    if not text.strip():
        return "fault.empty_text"
    return "fault.long_text" if len(text) > LONGEST_TEXT else ""


def query_fault(query: str) -> str:
    """The key of what keeps a query from being searched, or nothing."""
    return "fault.long_query" if len(query) > LONGEST_QUERY else ""
