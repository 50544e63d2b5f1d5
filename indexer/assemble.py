"""A catalogue → an index in memory, embedding only what the index before does not hold yet."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from indexer.deep import deep_encoder
from indexer.passages import all_passages
from indexer.teach import lessons, teach
from search.catalogue import Catalogue, catalogue_from_dict, catalogue_to_dict
from search.encode import Encoder
from search.match import measure_chance
from search.rank import Scorer, Weights, joined
from search.resources import data_dir
from search.store import Deep, Manifest, StoredIndex, Table, build_lexical, is_exact, pack_vectors
from search.text.normalise import normalise
from search.text.stem import Stemmer
from search.text.tokens import spellings, tokens, words
from search.types import Depth, Passage, Vectors

Notice = Callable[[str], None]  # told in one line what a long build is about to do
_MANY = 20_000  # passages that take long enough to embed to be worth a notice
_MANY_EXAMPLES = 1_000  # the same of examples, which the deep encoder reads whatever there are


def assemble(
    catalogue: Catalogue,
    sources: dict[str, str],
    encoder: Encoder,
    before: StoredIndex | None = None,
    notice: Notice | None = None,
) -> tuple[StoredIndex, int]:
    """The index of a catalogue, and how many passages were embedded for it; `sources` name the files it is made of."""
    passages = all_passages(catalogue.units.values())
    vectors, embedded = _embed(passages, encoder, _Known.fast(before), notice)
    stemmer = Stemmer()
    index = StoredIndex(
        manifest=Manifest(encoder.name, encoder.fingerprint, encoder.dim, len(passages), dict(sorted(sources.items()))),
        passages=passages,
        vectors=pack_vectors(vectors),
        lexical=build_lexical([stemmer.learn(tokens(passage.text)) for passage in passages]),
        stems=_stem_table(passages, stemmer),
        catalogue=catalogue_to_dict(catalogue),
    )
    index = with_chance(with_examples(Scorer(index, encoder), catalogue, before, notice), encoder)
    deep = deep_encoder(catalogue.choices.deep, encoder.name, len(passages), notice)
    return (with_deep(index, encoder, deep, before, notice) if deep else index), embedded


def with_deep(
    index: StoredIndex,
    encoder: Encoder,
    deep: Encoder,
    before: StoredIndex | None = None,
    notice: Notice | None = None,
) -> StoredIndex:
    """An index with a second set of vectors beside those of its encoder."""
    vectors, _ = _embed(index.passages, deep, _Known.deep(before), notice)
    manifest = replace(index.manifest, deep=Deep(deep.name, deep.fingerprint, deep.dim))
    index = replace(index, deep=pack_vectors(vectors), manifest=manifest)
    catalogue = catalogue_from_dict(index.catalogue)
    return with_chance(with_examples(Scorer(index, encoder, deep), catalogue, before, notice), encoder, deep)


def with_examples(
    scorer: Scorer, catalogue: Catalogue, before: StoredIndex | None = None, notice: Notice | None = None
) -> StoredIndex:
    """The index of a scorer with what the examples of its catalogue teach at that depth."""
    index, depth = scorer.index, scorer.depth
    found, background = lessons(catalogue.taught, index), _background()
    if not (found.units or found.criteria):
        return index
    digest = found.digest(*_made_of(index, depth), *background)
    known = before.taught.get(depth) if before else None
    if known is None or known.digest != digest:
        if notice and len(found.texts) >= _MANY_EXAMPLES:
            notice(f"learning from {len(found.texts):,} worked examples, to answer {depth}")
        known = teach(found, scorer.joined, background, _others(index, depth, found.places), digest)
    manifest = replace(index.manifest, taught={**index.manifest.taught, depth: digest})
    return replace(index, taught={**index.taught, depth: known}, manifest=manifest)


def _made_of(index: StoredIndex, depth: Depth) -> Iterator[str]:
    """All but the examples that an index's rows of them depend on: the encoders, and its words."""
    yield index.manifest.fingerprint
    if depth == "deep" and index.manifest.deep:
        yield index.manifest.deep.fingerprint
    yield from (passage.text for passage in index.passages)
    yield from (word for both in index.stems.items() for word in both)


def _others(index: StoredIndex, depth: Depth, taught: Sequence[int]) -> Vectors:
    """The middles [n, dim] of the units that have no examples, by their passages; none where rows are coded."""
    tables = [index.vectors, *([index.deep] if depth == "deep" and index.deep is not None else ())]
    dim = sum(table.d for table in tables)
    known = set(taught)
    units = [rows for place, rows in enumerate(index.unit_rows) if place not in known]
    if not units or not all(map(is_exact, tables)):
        return np.zeros((0, dim), dtype=np.float32)
    rows = joined([table.reconstruct_n(0, table.ntotal) for table in tables], depth)
    return np.stack([rows[unit.start : unit.stop].mean(axis=0) for unit in units])


def with_chance(
    index: StoredIndex, encoder: Encoder, deep: Encoder | None = None, weights: Weights | None = None
) -> StoredIndex:
    """An index with what its scores reach by chance, read by these encoders."""
    scorer = Scorer(index, encoder, deep, weights)
    found, manifest = measure_chance(scorer, _background()), scorer.index.manifest
    if scorer.depth == "deep" and manifest.deep:
        measured = replace(manifest.deep, chance=found.chance, chance_of_decree=found.of_decree)
        manifest = replace(manifest, deep=measured)
    else:
        manifest = replace(manifest, chance=found.chance, chance_of_decree=found.of_decree)
    return replace(scorer.index, manifest=manifest, usual={**scorer.index.usual, scorer.depth: found.usual})


def _background() -> list[str]:
    """Sentences of unrelated work, one a line."""
    return (data_dir() / "background" / "statements.txt").read_text("utf-8").splitlines()


@dataclass(frozen=True, slots=True)
class _Known:
    """A set of vectors of the index before, by the text that each is of."""

    fingerprint: str = ""
    rows: Mapping[str, int] = field(default_factory=dict)
    vectors: Table | None = None

    @classmethod
    def fast(cls, before: StoredIndex | None) -> "_Known":
        """Those of its first encoder."""
        usable = before is not None and is_exact(before.vectors)  # others would give back something near
        return cls(before.manifest.fingerprint, _rows(before), before.vectors) if before and usable else cls()

    @classmethod
    def deep(cls, before: StoredIndex | None) -> "_Known":
        """Those of its deep encoder, if it has any."""
        made_by = before.manifest.deep if before else None
        return cls(made_by.fingerprint, _rows(before), before.deep) if before and made_by else cls()


def _rows(index: StoredIndex) -> dict[str, int]:
    return {passage.text: row for row, passage in enumerate(index.passages)}


def _embed(passages: Sequence[Passage], encoder: Encoder, before: _Known, notice: Notice | None) -> tuple[Vectors, int]:
    """Passage vectors [n, dim], taken over by text where the index before was made by the same model."""
    known = before.rows if before.fingerprint == encoder.fingerprint else {}
    new = sorted({passage.text for passage in passages} - known.keys())
    if notice and len(new) >= _MANY:
        notice(f"embedding {len(new):,} texts with {encoder.name}")
    fresh = dict(zip(new, encoder.encode(new, kind="passage"), strict=True))
    vectors = np.empty((len(passages), encoder.dim), dtype=np.float32)
    for row, passage in enumerate(passages):
        old = known.get(passage.text)
        vectors[row] = fresh[passage.text] if old is None or before.vectors is None else before.vectors.reconstruct(old)
    return vectors, len(new)


def _stem_table(passages: Sequence[Passage], stemmer: Stemmer) -> dict[str, str]:
    """Every word of the passages as printed and as read, with its stem: what typing errors are compared with."""
    printed = {word.text for passage in passages for word in words(normalise(passage.text))}
    for word in sorted(printed):
        stemmer.learn([word, *spellings(word)])
    return stemmer.table
