"""An index on disk: manifest, vectors, BM25 weights, passages, catalogue. Whole or absent, every byte checked."""

from search.store.coded import CodedVectors
from search.store.folder import build_in_force, locked
from search.store.index import (
    EXACT_UP_TO,
    StoredIndex,
    Table,
    is_exact,
    open_index,
    pack_vectors,
    put_index,
    save_index,
)
from search.store.lexical import LexicalIndex, build_lexical
from search.store.manifest import Chance, Deep, Manifest, check_encoder
from search.store.steps import in_steps
from search.store.taught import Taught

__all__ = [
    "EXACT_UP_TO",
    "Chance",
    "CodedVectors",
    "Deep",
    "LexicalIndex",
    "Manifest",
    "StoredIndex",
    "Table",
    "Taught",
    "build_in_force",
    "build_lexical",
    "check_encoder",
    "in_steps",
    "is_exact",
    "locked",
    "open_index",
    "pack_vectors",
    "put_index",
    "save_index",
]
