"""Padan itself as a system: the library's own functions, with some of its parts switched off."""

from collections.abc import Sequence

from eval.answers import Judgement, Ranking, ranked
from eval.world import Known, World
from indexer.assemble import with_chance
from search.match import called_units, find_gaps, fits, match_units, read_text
from search.rank import WEIGHTS, Arm, Scorer
from search.types import Depth


class Library:
    """Search, match and gaps as `Searcher` gives them; with one arm alone, the level of chance is measured anew."""

    def __init__(self, world: World, known: Known = "decree", depth: Depth = "fast", alone: Arm | None = None) -> None:
        deep = world.deep() if depth == "deep" else None
        self._index = world.index(known, depth)
        self._scorer = Scorer(self._index, world.encoder, deep)
        if alone:
            weights = WEIGHTS[depth].alone(alone)
            self._index = with_chance(self._index, world.encoder, deep, weights)
            self._scorer = Scorer(self._index, world.encoder, deep, weights)
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
            sure=fits(read),
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
