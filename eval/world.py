"""The index measured on, and its variants: read fast or deep, with and without labels and examples, each made once."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import Literal

import numpy as np

from indexer.assemble import assemble, with_deep
from search.catalogue import Catalogue, catalogue_from_dict
from search.encode import DEEP, Encoder, load_encoder
from search.store import StoredIndex
from search.types import Depth, TextKind, Vectors

Known = Literal["decree", "labels", "examples"]  # what is known of a unit: its text; its labels too; and its examples


class OnceEncoder:
    """An encoder that is asked for each text once, however many systems need it."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self._known: dict[tuple[str, str], Vectors] = {}
        self.name, self.dim, self.fingerprint = encoder.name, encoder.dim, encoder.fingerprint

    def encode(self, texts: Sequence[str], kind: TextKind = "passage") -> Vectors:
        """As the encoder itself."""
        new = [text for text in dict.fromkeys(texts) if (kind, text) not in self._known]
        if new:
            self._known |= {(kind, text): row for text, row in zip(new, self._encoder.encode(new, kind), strict=True)}
        rows = [self._known[kind, text] for text in texts]
        return np.stack(rows) if rows else np.zeros((0, self.dim), np.float32)


class World:
    """One catalogue as every system sees it, so that only the method differs."""

    def __init__(self, index: StoredIndex, encoder: Encoder | None = None, deep: Encoder | None = None) -> None:
        self.catalogue: Catalogue = catalogue_from_dict(index.catalogue)
        self.titles = {code: unit.title for code, unit in self.catalogue.units.items()}
        self.encoder = OnceEncoder(encoder or load_encoder(index.manifest.encoder))
        self._index, self._given = index, deep
        self.deep = cache(self._deep)
        self.index = cache(self._variant)

    def _deep(self) -> OnceEncoder:
        """The deep encoder, loaded when first asked for."""
        return OnceEncoder(self._given or load_encoder(DEEP))

    def _variant(self, known: Known = "examples", depth: Depth = "fast") -> StoredIndex:
        """The index with or without alternative labels, and with vectors of the deep encoder where it is read deep."""
        if depth == "deep":
            return with_deep(self.index(known), self.encoder, self.deep(), self._index)
        if known == "examples":
            return self._index
        labels = self.catalogue.labels if known == "labels" else ()
        choices = replace(self.catalogue.choices, aliases=bool(labels), examples=False, deep=False)
        catalogue = replace(self.catalogue, labels=labels, examples=(), choices=choices)
        return assemble(catalogue, self._index.manifest.sources, self.encoder, self._index)[0]
