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
from search.errors import IndexDamagedError, IndexMismatchError, IndexMissingError, InputError
from search.match import measure_chance
from search.rank import Scorer
from search.resources import data_dir
from search.store import Manifest, StoredIndex, build_lexical, locked, open_index, pack_vectors, put_index
from search.text.normalise import normalise
from search.text.stem import Stemmer
from search.text.tokens import spellings, tokens, words
from search.types import Decree, Passage, Vectors

READER_VERSION = 2  # raise it when a reader or parser changes what it makes of a file, so that indexes notice


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
    forgotten: bool = False  # an index that could not be used was replaced; decrees added to it have to be added again


@dataclass(frozen=True, slots=True)
class _Before:
    """What a folder held before: an index and its decrees, nothing, or an index that cannot be used."""

    index: StoredIndex | None = None
    decrees: tuple[Decree, ...] = ()
    unusable: bool = False


def build_index(files: Sequence[Path], folder: Path, encoder: str | None = None, fresh: bool = False) -> BuildReport:
    """Add decree files to the index in a folder, replacing those of the same number and year; `fresh` forgets the rest.

    Raises DecreeError for a file that is no decree, EncoderError for a missing model; then the index stays as it was.
    """
    hashes = {path: _source_hash(path) for path in decree_files(files)}
    before = _look(folder, fresh)
    if before.index and _holds(before.index, hashes, _model(encoder, before)):
        return _report(folder, before.index, embedded=0, unchanged=True)
    # Read before the folder is touched, so that a file that is no decree leaves no trace.
    new = load_catalogue(files).decrees
    with locked(folder):
        before = _look(folder, fresh)  # again: another writer may have added decrees since
        catalogue = _merge(before.decrees, new)
        sources = _sources(catalogue, before.index, _named(new, hashes))
        index, embedded = _assemble(catalogue, sources, _model(encoder, before), before.index)
        put_index(folder, index)
    return replace(_report(folder, index, embedded, unchanged=False), forgotten=before.unusable)


def index_of_files(files: Sequence[Path], encoder: str | None = None) -> StoredIndex:
    """An index in memory of decree files, written nowhere."""
    hashes = {path: _source_hash(path) for path in decree_files(files)}
    catalogue = load_catalogue(files)
    return _assemble(catalogue, _named(catalogue.decrees, hashes), load_encoder(encoder), None)[0]


def _source_hash(path: Path) -> str:
    """The hash of a file, of what its ending makes of it, and of the reader's version."""
    reader = f"reader-{READER_VERSION}\0{path.suffix.lower()}\0"
    return hashlib.blake2b(reader.encode() + path.read_bytes(), digest_size=16).hexdigest()


def _look(folder: Path, fresh: bool) -> _Before:
    """What the folder holds that this version can take over from; a folder that cannot be read raises."""
    if fresh:
        return _Before()
    try:
        index = open_index(folder)
        return _Before(index, catalogue_from_dict(index.catalogue).decrees)
    except IndexMissingError:
        return _Before()
    except (IndexDamagedError, IndexMismatchError, InputError):
        return _Before(unusable=True)


def _model(encoder: str | None, before: _Before) -> Encoder:
    """The model asked for, else the one of the index before, else the bundled one."""
    return load_encoder(encoder or (before.index.manifest.encoder if before.index else None))


def _holds(index: StoredIndex, hashes: Mapping[Path, str], encoder: Encoder) -> bool:
    """Whether the index was made by this model and every file given is the text in force of a decree."""
    if (index.manifest.encoder, index.manifest.fingerprint) != (encoder.name, encoder.fingerprint):
        return False
    in_force = set(index.manifest.sources.items())
    numbered = {digest for name, digest in in_force if "/" in name}  # a file name holds no slash
    return all(digest in numbered or (path.name, digest) in in_force for path, digest in hashes.items())


def _merge(old: Sequence[Decree], new: Sequence[Decree]) -> Catalogue:
    """The decrees before, each replaced by a new one of its number and year, then the new ones."""
    merged = {_name(decree): decree for decree in (*old, *new)}
    return Catalogue(tuple(merged.values()))


def _name(decree: Decree) -> str:
    """What makes two files the same decree: number and year, or the file's name where they could not be read."""
    return f"{decree.number}/{decree.year}" if decree.number and decree.year else decree.source


def _named(decrees: Sequence[Decree], hashes: Mapping[Path, str]) -> dict[str, str]:
    """Decree's name → hash of its file, for decrees in the order of their files; the last of a name counts."""
    return {_name(decree): digest for decree, digest in zip(decrees, hashes.values(), strict=True)}


def _sources(catalogue: Catalogue, before: StoredIndex | None, new: Mapping[str, str]) -> dict[str, str]:
    """Every decree's name with the hash of the file that its text now comes from, and nothing else."""
    known = {**(before.manifest.sources if before else {}), **new}
    return {name: known[name] for name in map(_name, catalogue.decrees) if name in known}


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
