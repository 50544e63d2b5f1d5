"""Decree files → an index on disk, embedding only what the index there does not hold yet."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from indexer.catalogue import decree_files, load_catalogue
from indexer.passages import all_passages
from search.catalogue import Catalogue, catalogue_from_dict, catalogue_to_dict
from search.encode import Encoder, load_encoder
from search.errors import IndexStoreError
from search.match import measure_chance
from search.rank import Scorer
from search.resources import data_dir
from search.store import Manifest, StoredIndex, build_lexical, open_index, pack_vectors, save_index
from search.text.normalise import normalise
from search.text.stem import Stemmer
from search.text.tokens import spellings, tokens, words
from search.types import Decree, Passage, Vectors

READER_VERSION = 1  # raise it when a reader or parser changes what it makes of a file, so that indexes notice


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What building did: `embedded` passages were encoded anew, the others taken over from the index before."""

    folder: Path
    decrees: int
    units: int
    passages: int
    embedded: int
    encoder: str
    unchanged: bool = False  # nothing had changed, nothing was done


def build_index(files: Sequence[Path], folder: Path, encoder: str | None = None, fresh: bool = False) -> BuildReport:
    """Add decree files to the index in a folder, replacing those of the same number and year; `fresh` forgets the rest.

    Raises DecreeError for a file that is no decree, EncoderError for a missing model; then the index stays as it was.
    """
    sources = {path.name: _source_hash(path) for path in decree_files(files)}
    before = None if fresh else _index_before(folder)
    model = load_encoder(encoder or (before.manifest.encoder if before else None))
    if before and _holds(before, sources, model):
        return _report(folder, before, embedded=0, unchanged=True)
    catalogue = _merge(before, load_catalogue(files).decrees)
    kept = {name: before.manifest.sources[name] for name in before.manifest.sources} if before else {}
    index, embedded = _assemble(catalogue, {**kept, **sources}, model, before)
    save_index(folder, index)
    return _report(folder, index, embedded, unchanged=False)


def index_of_files(files: Sequence[Path], encoder: str | None = None) -> StoredIndex:
    """An index in memory of decree files, written nowhere."""
    sources = {path.name: _source_hash(path) for path in decree_files(files)}
    return _assemble(load_catalogue(files), sources, load_encoder(encoder), None)[0]


def _source_hash(path: Path) -> str:
    return hashlib.blake2b(f"reader-{READER_VERSION}\0".encode() + path.read_bytes(), digest_size=16).hexdigest()


def _index_before(folder: Path) -> StoredIndex | None:
    """The index in the folder, or None where there is none that this version can take over from."""
    try:
        return open_index(folder)
    except IndexStoreError:
        return None


def _holds(index: StoredIndex, sources: Mapping[str, str], encoder: Encoder) -> bool:
    same_model = (index.manifest.encoder, index.manifest.fingerprint) == (encoder.name, encoder.fingerprint)
    return same_model and all(index.manifest.sources.get(name) == digest for name, digest in sources.items())


def _merge(before: StoredIndex | None, new: Sequence[Decree]) -> Catalogue:
    """The decrees before, each replaced by a new one of its number and year, then the new ones."""
    old = catalogue_from_dict(before.catalogue).decrees if before else ()
    merged = {_name(decree): decree for decree in (*old, *new)}
    return Catalogue(tuple(merged.values()))


def _name(decree: Decree) -> tuple[int, int, str]:
    """What makes two files the same decree; one whose number could not be read goes by its file."""
    known = decree.number and decree.year
    return decree.number, decree.year, "" if known else decree.source


def _assemble(
    catalogue: Catalogue, sources: dict[str, str], encoder: Encoder, before: StoredIndex | None
) -> tuple[StoredIndex, int]:
    passages = all_passages(catalogue.units.values())
    vectors, embedded = _embed(passages, encoder, before)
    stemmer = Stemmer()
    index = StoredIndex(
        manifest=Manifest(encoder.name, encoder.fingerprint, encoder.dim, len(passages), dict(sorted(sources.items()))),
        passages=passages,
        vectors=pack_vectors(vectors),
        lexical=build_lexical([stemmer.learn(tokens(passage.text)) for passage in passages]),
        stems=_stem_table(passages, stemmer),
        catalogue=catalogue_to_dict(catalogue),
    )
    chance = measure_chance(Scorer(index, encoder), _background())
    return replace(index, manifest=replace(index.manifest, chance=chance)), embedded


def _background() -> list[str]:
    """Sentences of unrelated work, one a line."""
    return (data_dir() / "background" / "statements.txt").read_text("utf-8").splitlines()


def _embed(passages: Sequence[Passage], encoder: Encoder, before: StoredIndex | None) -> tuple[Vectors, int]:
    """Passage vectors [n, dim], taken over by text where the index before was made by the same model."""
    known: dict[str, int] = {}
    if before and before.manifest.fingerprint == encoder.fingerprint:
        known = {passage.text: row for row, passage in enumerate(before.passages)}
    new = sorted({passage.text for passage in passages} - known.keys())
    fresh = dict(zip(new, encoder.encode(new, kind="passage"), strict=True))
    vectors = np.empty((len(passages), encoder.dim), dtype=np.float32)
    for row, passage in enumerate(passages):
        old = known.get(passage.text)
        vectors[row] = fresh[passage.text] if old is None or before is None else before.vectors.reconstruct(old)
    return vectors, len(new)


def _stem_table(passages: Sequence[Passage], stemmer: Stemmer) -> dict[str, str]:
    """Every word of the passages as printed and as read, with its stem: what typing errors are compared with."""
    printed = {word.text for passage in passages for word in words(normalise(passage.text))}
    for word in sorted(printed):
        stemmer.learn([word, *spellings(word)])
    return stemmer.table


def _report(folder: Path, index: StoredIndex, embedded: int, unchanged: bool) -> BuildReport:
    return BuildReport(
        folder=folder,
        decrees=len(index.catalogue["decrees"]),
        units=len(index.unit_codes),
        passages=len(index.passages),
        embedded=embedded,
        encoder=index.manifest.encoder,
        unchanged=unchanged,
    )
