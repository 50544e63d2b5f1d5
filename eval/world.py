"""The index measured on, and its variants: other encoders, with and without alternative labels, each made once."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

import numpy as np

from indexer.assemble import assemble
from search.catalogue import Catalogue, catalogue_from_dict
from search.encode import Encoder, load_encoder
from search.store import StoredIndex
from search.types import TextKind, Vectors


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

    def __init__(self, index: StoredIndex, encoder: Encoder | None = None) -> None:
        self.catalogue: Catalogue = catalogue_from_dict(index.catalogue)
        self.titles = {code: unit.title for code, unit in self.catalogue.units.items()}
        self._index = index
        self._own = OnceEncoder(encoder or load_encoder(index.manifest.encoder))
        self.encoder = cache(self._load)
        self.index = cache(self._variant)

    def _load(self, name: str | None = None) -> OnceEncoder:
        """An encoder by name; None is the one of the index."""
        return self._own if name in (None, self._own.name) else OnceEncoder(load_encoder(name))

    def _variant(self, encoder: str | None = None, aliases: bool = True) -> StoredIndex:
        """The index under an encoder (None: its own), with or without alternative labels."""
        model = self.encoder(encoder)
        labels = self._index.catalogue.get("labels")
        if model is self._own and (aliases or not labels):
            return self._index
        catalogue = self.catalogue
        if not aliases:
            catalogue = replace(catalogue, labels=(), choices=replace(catalogue.choices, aliases=False))
        return assemble(catalogue, self._index.manifest.sources, model, self._index)[0]
