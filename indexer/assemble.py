"""A catalogue → an index in memory, embedding only what the index before does not hold yet."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np

from indexer.passages import all_passages
from search.catalogue import Catalogue, catalogue_to_dict
from search.encode import Encoder
from search.match import measure_chance
from search.rank import Scorer
from search.resources import data_dir
from search.store import Manifest, StoredIndex, build_lexical, pack_vectors
from search.text.normalise import normalise
from search.text.stem import Stemmer
from search.text.tokens import spellings, tokens, words
from search.types import Passage, Vectors

Notice = Callable[[str], None]  # told in one line what a long build is about to do
_MANY = 20_000  # passages that take long enough to embed to be worth a notice


def assemble(
    catalogue: Catalogue,
    sources: dict[str, str],
    encoder: Encoder,
    before: StoredIndex | None = None,
    notice: Notice | None = None,
) -> tuple[StoredIndex, int]:
    """The index of a catalogue, and how many passages were embedded for it; `sources` name the files it is made of."""
    passages = all_passages(catalogue.units.values())
    vectors, embedded = _embed(passages, encoder, before, notice)
    stemmer = Stemmer()
    index = StoredIndex(
        manifest=Manifest(encoder.name, encoder.fingerprint, encoder.dim, len(passages), dict(sorted(sources.items()))),
        passages=passages,
        vectors=pack_vectors(vectors),
        lexical=build_lexical([stemmer.learn(tokens(passage.text)) for passage in passages]),
        stems=_stem_table(passages, stemmer),
        catalogue=catalogue_to_dict(catalogue),
    )
    chance, of_decree = measure_chance(Scorer(index, encoder), _background())
    return replace(index, manifest=replace(index.manifest, chance=chance, chance_of_decree=of_decree)), embedded


def _background() -> list[str]:
    """Sentences of unrelated work, one a line."""
    return (data_dir() / "background" / "statements.txt").read_text("utf-8").splitlines()


def _embed(
    passages: Sequence[Passage], encoder: Encoder, before: StoredIndex | None, notice: Notice | None
) -> tuple[Vectors, int]:
    """Passage vectors [n, dim], taken over by text where the index before was made by the same model."""
    known: dict[str, int] = {}
    if before and before.manifest.fingerprint == encoder.fingerprint:
        known = {passage.text: row for row, passage in enumerate(before.passages)}
    new = sorted({passage.text for passage in passages} - known.keys())
    if notice and len(new) >= _MANY:
        notice(f"embedding {len(new):,} texts")
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
