"""Errors a person can act on: what is wrong, which value, and the remedy.

    PadanError
    ├── InputError             the user's text, file or argument cannot be used        (exit code 2)
    │   ├── DecreeError        a file is no decree, or nothing in it could be saved
    │   └── UnknownUnitError   a code that is in no decree of the catalogue
    ├── IndexStoreError        an index on disk cannot be used                         (exit code 2)
    │   ├── IndexMissingError  there is none
    │   ├── IndexDamagedError  a file is missing, cut or changed
    │   └── IndexMismatchError it was built with another model, stemmer or format
    ├── EncoderError           a model cannot be found or read                         (exit code 2)
    └── MissingExtraError      an optional package is not installed                    (exit code 2)

Messages never hold the text a person gave to be matched.
"""


class PadanError(Exception):
    """Base of every error Padan raises on purpose; its message is one line for the person at the keyboard."""


class InputError(PadanError):
    """The user's text, file or argument cannot be used."""


class DecreeError(InputError):
    """A file is no decree, or nothing in it could be saved."""


class UnknownUnitError(InputError):
    """A unit code is in no decree of the catalogue."""


class IndexStoreError(PadanError):
    """An index on disk cannot be used."""


class IndexMissingError(IndexStoreError):
    """There is no index in the folder."""


class IndexDamagedError(IndexStoreError):
    """A file of the index is missing, cut short or changed since it was written."""


class IndexMismatchError(IndexStoreError):
    """The index was built with another model, stemmer, normaliser or format than the one at hand."""


class EncoderError(PadanError):
    """A model cannot be found or read."""


class MissingExtraError(PadanError):
    """An optional package is not installed; the message is the line that installs it."""

    def __init__(self, package: str, extra: str) -> None:
        super().__init__(f"{package} is not installed. Install it with: pip install 'padan[{extra}]'")
