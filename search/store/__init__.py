"""An index on disk: manifest, vectors, BM25 weights, passages, catalogue. Whole or absent, every byte checked."""

from search.store.folder import build_in_force, locked
from search.store.index import StoredIndex, open_index, pack_vectors, put_index, save_index
from search.store.lexical import LexicalIndex, build_lexical
from search.store.manifest import Chance, Deep, Manifest, check_encoder

__all__ = [
    "Chance",
    "Deep",
    "LexicalIndex",
    "Manifest",
    "StoredIndex",
    "build_in_force",
    "build_lexical",
    "check_encoder",
    "locked",
    "open_index",
    "pack_vectors",
    "put_index",
    "save_index",
]
