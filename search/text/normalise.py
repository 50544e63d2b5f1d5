"""One spelling for many: Unicode, case and white space folded, so that equal words compare equal."""

import re
import unicodedata

VERSION = 1  # goes into every index; raise it when the result changes for any text

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]")  # Unicode's whole category Cc
_ASCII_CONTROL = dict.fromkeys((*range(32), 127), " ")
_MARKS = str.maketrans(
    {"‘": "'", "’": "'", "ʼ": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-"}
)
_ROUNDS = 8  # NFKC after lower-casing may compose anew; every known text is at rest after three rounds


def normalise(text: str) -> str:
    """Fold case, compatibility forms, dashes, quotes and white space; total and idempotent."""
    if text.isascii():  # nothing to compose, nothing invisible, and lower case stays lower
        return " ".join(text.translate(_ASCII_CONTROL).lower().split())
    folded = _fold(text)
    if folded.isascii():  # at rest
        return folded
    for _ in range(_ROUNDS):
        again = _fold(folded)
        if again == folded:
            break
        folded = again
    return folded


def _fold(text: str) -> str:
    text = unicodedata.normalize("NFKC", text).lower()
    text = _INVISIBLE.sub("", text).translate(_MARKS)
    return " ".join(_CONTROL.sub(" ", text).split())
