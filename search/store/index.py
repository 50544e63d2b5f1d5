"""An index in memory and its parts on disk."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import faiss
import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
from numpy.typing import NDArray
from safetensors.numpy import load, save

from search.errors import IndexDamagedError
from search.store.folder import Disk, locked, put_build, read_build
from search.store.lexical import LexicalIndex
from search.store.manifest import Manifest, check_text, rebuild
from search.store.taught import Taught
from search.types import DEPTHS, Depth, Field, Passage, Rows, UnitLevels, Vectors

EXACT_UP_TO = 200_000  # passages; beyond that `python -m eval.growth` says what is lost and what is gained


@dataclass(frozen=True)
class StoredIndex:
    """All a searcher needs. Passages of one unit stand together, in the order of `unit_codes`."""

    manifest: Manifest
    passages: tuple[Passage, ...]
    vectors: faiss.Index  # exact inner product (IndexFlatIP)
    lexical: LexicalIndex
    stems: Mapping[str, str]
    catalogue: dict[str, Any]  # the decrees as `padan catalogue --json` prints them
    usual: Mapping[Depth, UnitLevels] = field(default_factory=dict)  # what each unit reaches by chance; 0 where unknown
    taught: Mapping[Depth, Taught] = field(default_factory=dict)  # by the examples, where there are any
    deep: faiss.Index | None = None  # the same passages as the deep encoder sees them, where `manifest.deep` is

    @cached_property
    def unit_codes(self) -> tuple[str, ...]:
        """The unit of each run of passages, in catalogue order."""
        return tuple(self.passages[start].unit for start in self.unit_starts)

    @cached_property
    def unit_starts(self) -> Rows:
        """First passage row of each unit, for `np.maximum.reduceat`."""
        codes = [passage.unit for passage in self.passages]
        return np.array([row for row, code in enumerate(codes) if row == 0 or codes[row - 1] != code], dtype=np.int64)

    @cached_property
    def is_criterion(self) -> NDArray[np.bool_]:
        """Which passages are criteria [n_passages]."""
        return np.array([passage.field is Field.CRITERION for passage in self.passages], dtype=bool)

    @cached_property
    def unit_rows(self) -> tuple[range, ...]:
        """The passage rows of each unit, in the order of `unit_codes`."""
        ends = [*self.unit_starts[1:], len(self.passages)]
        return tuple(range(int(start), int(end)) for start, end in zip(self.unit_starts, ends, strict=True))


def pack_vectors(vectors: Vectors) -> faiss.Index:
    """Rows → an inner-product index: exact up to EXACT_UP_TO rows, beyond that of numbers in one byte each.

    Rotated first, the numbers of a row are of one size, and a byte holds them better.
    """
    rows, dim = np.ascontiguousarray(vectors, dtype=np.float32), int(vectors.shape[1])
    index: faiss.Index = faiss.IndexFlatIP(dim)
    if len(rows) > EXACT_UP_TO:
        index = faiss.index_factory(dim, "RR,SQ8", faiss.METRIC_INNER_PRODUCT)
        index.train(rows)
    index.add(rows)
    return index


def is_exact(index: faiss.Index) -> bool:
    """Whether an index gives back the rows it was made of."""
    return isinstance(index, faiss.IndexFlat)


def save_index(folder: Path, index: StoredIndex, disk: Disk | None = None) -> Manifest:
    """Write an index to a folder: whole, or not at all; the same index gives the same bytes."""
    with locked(folder, disk):
        return put_index(folder, index, disk)


def put_index(folder: Path, index: StoredIndex, disk: Disk | None = None) -> Manifest:
    """`save_index` for a caller who holds the folder's lock already, having read what the folder held before."""
    parts = {
        "vectors.faiss": faiss.serialize_index(index.vectors).tobytes(),
        "lexical.safetensors": index.lexical.to_bytes(),
        "terms.json": _json(index.lexical.terms),
        "passages.parquet": _passages_to_bytes(index.passages),
        "stems.json": _json(dict(sorted(index.stems.items()))),
        "catalogue.json": _json(index.catalogue),
    }
    if index.usual:
        parts["usual.safetensors"] = save({str(depth): levels for depth, levels in index.usual.items()})
    parts |= {f"taught-{depth}.safetensors": taught.to_bytes() for depth, taught in index.taught.items()}
    if index.deep is not None:
        parts["deep.faiss"] = faiss.serialize_index(index.deep).tobytes()
    return put_build(folder, index.manifest, parts, disk)


def open_index(folder: Path) -> StoredIndex:
    """Read and check an index; raises IndexStoreError's kinds with the remedy."""
    manifest, parts = read_build(folder)
    check_text(manifest, folder)
    try:
        passages = _passages_from_bytes(parts["passages.parquet"])
        vectors = _vectors_from_bytes(parts["vectors.faiss"])
        deep = _vectors_from_bytes(parts["deep.faiss"]) if manifest.deep else None
        lexical = LexicalIndex.from_bytes(parts["lexical.safetensors"], json.loads(parts["terms.json"]), len(passages))
        index = StoredIndex(
            manifest,
            passages,
            vectors,
            lexical,
            json.loads(parts["stems.json"]),
            json.loads(parts["catalogue.json"]),
            _usual_from_bytes(parts.get("usual.safetensors")),
            {
                depth: Taught.from_bytes(parts[f"taught-{depth}.safetensors"], manifest.taught[depth])
                for depth in DEPTHS
                if depth in manifest.taught
            },
            deep,
        )
    except (KeyError, ValueError, RuntimeError, pa.ArrowException) as error:
        raise IndexDamagedError(
            f"Index in {folder} cannot be read ({type(error).__name__}). {rebuild(folder)}"
        ) from error
    fitting = len(passages) == manifest.passages and _fits(vectors, manifest.dim, len(passages))
    fitting = fitting and all(len(levels) == len(index.unit_codes) for levels in index.usual.values())
    if not (fitting and (manifest.deep is None or _fits(deep, manifest.deep.dim, len(passages)))):
        raise IndexDamagedError(f"Index in {folder}: its parts do not belong together. {rebuild(folder)}")
    return index


def _fits(vectors: faiss.Index | None, dim: int, passages: int) -> bool:
    return vectors is not None and (vectors.d, vectors.ntotal) == (dim, passages)


def _vectors_from_bytes(data: bytes) -> faiss.Index:
    return faiss.deserialize_index(np.frombuffer(data, dtype=np.uint8))


def _usual_from_bytes(data: bytes | None) -> dict[Depth, UnitLevels]:
    levels = load(data) if data else {}
    return {depth: levels[depth].astype(np.float32) for depth in DEPTHS if depth in levels}


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _passages_to_bytes(passages: tuple[Passage, ...]) -> bytes:
    columns = {name: [str(getattr(passage, name)) for passage in passages] for name in ("unit", "field", "no", "text")}
    sink = pa.BufferOutputStream()
    pq.write_table(pa.table(columns), sink, compression="zstd")
    return bytes(sink.getvalue())


def _passages_from_bytes(data: bytes) -> tuple[Passage, ...]:
    table = pq.ParquetFile(pa.BufferReader(data)).read().to_pydict()  # read_table would import the dataset machinery
    columns = zip(table["unit"], table["field"], table["no"], table["text"], strict=True)
    return tuple(Passage(unit, Field(field), no, text) for unit, field, no, text in columns)
