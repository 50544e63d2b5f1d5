"""The one face of every sentence encoder."""

from collections.abc import Sequence
from typing import Protocol

from search.types import TextKind, Vectors


class Encoder(Protocol):
    """Texts in, unit rows out. `fingerprint` changes whenever the same text could get another vector."""

    @property
    def name(self) -> str:
        """What `load_encoder` was asked for."""

    @property
    def dim(self) -> int:
        """Length of a row."""

    @property
    def fingerprint(self) -> str:
        """Hash of the model's files and of the prefixes used."""

    def encode(self, texts: Sequence[str], kind: TextKind = "passage") -> Vectors:
        """Encode texts → float32 [n, dim], rows of norm 1; a text without a single token gives a row of zeros."""
