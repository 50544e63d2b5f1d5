"""Padan itself as a system: the library's own functions, with some of its parts switched off."""

from collections.abc import Sequence
from dataclasses import replace

from eval.answers import Judgement, Ranking, ranked
from eval.world import World
from search.match import called_units, find_gaps, levels_of, match_units, measure_chance, read_text
from search.match.units import aboutness, unit_totals
from search.rank import DEFAULT_WEIGHTS, Scorer
from search.resources import data_dir
from search.store import StoredIndex
from search.types import Field


class Library:
    """Search, match and gaps as `Searcher` gives them; with one arm alone, its thresholds are measured anew.

    Without the cut, units that `match` leaves out as no better than chance are ranked too, and criteria have the score
    that `gaps` hides below that level.
    """

    def __init__(
        self,
        world: World,
        dense: bool = True,
        lexical: bool = True,
        aliases: bool = False,
        encoder: str | None = None,
        cut: bool = True,
    ) -> None:
        index, model = world.index(encoder, aliases), world.encoder(encoder)
        weights = replace(
            DEFAULT_WEIGHTS,
            dense=DEFAULT_WEIGHTS.dense if dense and lexical else float(dense),
            lexical=DEFAULT_WEIGHTS.lexical if dense and lexical else float(lexical),
        )
        self._index = index if dense and lexical else _with_chance(Scorer(index, model, weights))
        self._scorer = Scorer(self._index, model, weights)
        self._world, self._cut = world, cut

    def search(self, texts: Sequence[str]) -> list[Ranking]:
        """All queries at once; the order of `find_units`, which ranks them one by one."""
        scores, _ = self._scorer.per_unit(self._scorer.scores(texts))
        return [ranked(self._index.unit_codes, row) for row in scores]

    def match(self, texts: Sequence[str]) -> list[Ranking]:
        """Each advert read by its statements; sure of something by what decides "nothing here"."""
        return [self._match(text) for text in texts]

    def _match(self, text: str) -> Ranking:
        read = read_text(self._scorer, text)
        if not self._cut:
            totals = unit_totals(read.unit_scores, levels_of(self._index.manifest.chance))
            return ranked(self._index.unit_codes, totals, aboutness(read.unit_scores))
        answer = match_units(read, self._index, self._world.titles, len(self._index.unit_codes))
        return Ranking(
            units=tuple(unit.code for unit in answer.units),
            scores=tuple(unit.score for unit in answer.units),
            sure=aboutness(read.unit_scores),
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
        if not self._cut:
            best = read.scores.max(axis=0, initial=0.0)
            return [
                Judgement(passage.unit, passage.no, float(score))
                for passage, score in zip(self._index.passages, best, strict=True)
                if passage.field is Field.CRITERION and passage.unit in codes
            ]
        answer = find_gaps(read, self._index, [known.unit(code) for code in codes], known.units)
        return [Judgement(unit.code, gap.no, gap.score, gap.state) for unit in answer.units for gap in unit.criteria]


def _with_chance(scorer: Scorer) -> StoredIndex:
    """The index with what its scores reach by chance under other weights: thresholds of the whole would not fit."""
    index = scorer.index
    background = (data_dir() / "background" / "statements.txt").read_text("utf-8").splitlines()
    chance, of_decree = measure_chance(scorer, background)
    return replace(index, manifest=replace(index.manifest, chance=chance, chance_of_decree=of_decree))
