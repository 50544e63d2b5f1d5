"""An index in memory and its parts on disk."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, TypeAlias

import faiss
import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
from numpy.typing import NDArray
from safetensors.numpy import load, save

from search.errors import IndexDamagedError
from search.store.coded import CodedVectors
from search.store.folder import Disk, locked, put_build, read_build
from search.store.lexical import LexicalIndex
from search.store.manifest import Manifest, check_text, rebuild
from search.store.taught import Taught
from search.types import DEPTHS, Depth, Field, Passage, Rows, UnitLevels, Vectors

EXACT_UP_TO = 50_000  # passages; beyond that `python -m eval.growth` says what is lost and what is gained
Table: TypeAlias = faiss.Index | CodedVectors  # IndexFlatIP: the rows themselves


@dataclass(frozen=True)
class StoredIndex:
    """All a searcher needs. Passages of one unit stand together, in the order of `unit_codes`."""

    manifest: Manifest
    passages: tuple[Passage, ...]
    vectors: Table
    lexical: LexicalIndex
    stems: Mapping[str, str]
    catalogue: dict[str, Any]  # the decrees as `padan catalogue --json` prints them
    usual: Mapping[Depth, UnitLevels] = field(default_factory=dict)  # what each unit reaches by chance; 0 where unknown
    taught: Mapping[Depth, Taught] = field(default_factory=dict)  # by the examples, where there are any
    deep: Table | None = None  # the same passages as the deep encoder sees them, where `manifest.deep` is

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


def pack_vectors(vectors: Vectors) -> Table:
    """Rows [n, dim] → as they are up to EXACT_UP_TO of them, beyond that in two coded tables."""
    rows = np.ascontiguousarray(vectors, dtype=np.float32)
    if len(rows) > EXACT_UP_TO:
        return CodedVectors.pack(rows)
    index = faiss.IndexFlatIP(rows.shape[1])
    index.add(rows)
    return index


def is_exact(table: Table) -> bool:
    """Whether a table gives back the rows it was made of."""
    return not isinstance(table, CodedVectors)


def save_index(folder: Path, index: StoredIndex, disk: Disk | None = None) -> Manifest:
    """Write an index to a folder: whole, or not at all; the same index gives the same bytes."""
    with locked(folder, disk):
        return put_index(folder, index, disk)


def put_index(folder: Path, index: StoredIndex, disk: Disk | None = None) -> Manifest:
    """`save_index` for a caller who holds the folder's lock already, having read what the folder held before."""
    parts = {
        **_vectors_to_parts("vectors", index.vectors),
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
        parts |= _vectors_to_parts("deep", index.deep)
    return put_build(folder, index.manifest, parts, disk)


def open_index(folder: Path) -> StoredIndex:
    """Read and check an index; raises IndexStoreError's kinds with the remedy."""
    manifest, parts = read_build(folder)
    check_text(manifest, folder)
    try:
        passages = _passages_from_bytes(parts["passages.parquet"])
        vectors = _vectors_from_parts("vectors", parts)
        deep = _vectors_from_parts("deep", parts) if manifest.deep else None
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
    except (KeyError, ValueError, TypeError, RuntimeError, pa.ArrowException) as error:
        raise IndexDamagedError(
            f"Index in {folder} cannot be read ({type(error).__name__}). {rebuild(folder)}"
        ) from error
    fitting = len(passages) == manifest.passages and _fits(vectors, manifest.dim, len(passages))
    fitting = fitting and all(len(levels) == len(index.unit_codes) for levels in index.usual.values())
    dims = {"fast": manifest.dim, "deep": manifest.dim + (manifest.deep.dim if manifest.deep else 0)}
    units = len(index.unit_codes)
    fitting = fitting and all(one.fits(dims[depth], units, len(passages)) for depth, one in index.taught.items())
    if not (fitting and (manifest.deep is None or _fits(deep, manifest.deep.dim, len(passages)))):
        raise IndexDamagedError(f"Index in {folder}: its parts do not belong together. {rebuild(folder)}")
    return index


def _fits(vectors: Table | None, dim: int, passages: int) -> bool:
    return vectors is not None and (vectors.d, vectors.ntotal) == (dim, passages)


def _vectors_to_parts(name: str, table: Table) -> dict[str, bytes]:
    if isinstance(table, CodedVectors):
        return {name + ending: data for ending, data in table.to_parts().items()}
    return {f"{name}.faiss": faiss.serialize_index(table).tobytes()}


def _vectors_from_parts(name: str, parts: Mapping[str, bytes]) -> Table:
    own = {part.removeprefix(name): data for part, data in parts.items() if part.startswith(f"{name}.")}
    if ".safetensors" in own:
        return CodedVectors.from_parts(own)
    return faiss.deserialize_index(np.frombuffer(own[".faiss"], dtype=np.uint8))


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
