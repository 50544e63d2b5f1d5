"""Padan itself as a system: the library's own functions, with some of its parts switched off."""

from collections.abc import Sequence
from dataclasses import replace

from eval.answers import Judgement, Ranking, ranked
from eval.world import World
from search.match import called_units, find_gaps, fits, match_units, measure_chance, read_text
from search.rank import DEFAULT_WEIGHTS, Scorer
from search.resources import data_dir
from search.store import StoredIndex


class Library:
    """Search, match and gaps as `Searcher` gives them; with one arm alone, the level of chance is measured anew."""

    def __init__(
        self,
        world: World,
        dense: bool = True,
        lexical: bool = True,
        aliases: bool = False,
        encoder: str | None = None,
    ) -> None:
        index, model = world.index(encoder, aliases), world.encoder(encoder)
        weights = replace(
            DEFAULT_WEIGHTS,
            dense=DEFAULT_WEIGHTS.dense if dense and lexical else float(dense),
            lexical=DEFAULT_WEIGHTS.lexical if dense and lexical else float(lexical),
        )
        self._index = index if dense and lexical else _with_chance(Scorer(index, model, weights))
        self._scorer = Scorer(self._index, model, weights)
        self._world = world

    def search(self, texts: Sequence[str]) -> list[Ranking]:
        """All queries at once; the order of `find_units`, which ranks them one by one."""
        scores, _ = self._scorer.per_unit(self._scorer.scores(texts))
        return [ranked(self._index.unit_codes, row) for row in scores]

    def match(self, texts: Sequence[str]) -> list[Ranking]:
        """Each advert read by its statements; sure of something by what decides "nothing here"."""
        return [self._match(text) for text in texts]

    def _match(self, text: str) -> Ranking:
        read = read_text(self._scorer, text)
        answer = match_units(read, self._index, self._world.titles, len(self._index.unit_codes))
        return Ranking(
            units=tuple(unit.code for unit in answer.units),
            scores=tuple(unit.score for unit in answer.units),
            sure=fits(read, self._index),
            confident=answer.confident,
            confidences=tuple(unit.confidence for unit in answer.units),
            called=frozenset(unit.code for unit in called_units(answer)),
        )

    def judge(self, texts: Sequence[str], units: Sequence[Sequence[str]]) -> list[list[Judgement]]:
        """Each CV read once for all its units."""
        return [self._judge(text, codes) for text, codes in zip(texts, units, strict=True)]

    def _judge(self, text: str, codes: Sequence[str]) -> list[Judgement]:
        known = self._world.catalogue
        read = read_text(self._scorer, text)
        answer = find_gaps(read, self._index, [known.unit(code) for code in codes], known.units)
        return [Judgement(unit.code, gap.no, gap.score, gap.state) for unit in answer.units for gap in unit.criteria]


def _with_chance(scorer: Scorer) -> StoredIndex:
    """The index with what its scores reach by chance under other weights: thresholds of the whole would not fit."""
    index = scorer.index
    background = (data_dir() / "background" / "statements.txt").read_text("utf-8").splitlines()
    chance, of_decree = measure_chance(scorer, background)
    return replace(index, manifest=replace(index.manifest, chance=chance, chance_of_decree=of_decree))
