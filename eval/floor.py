"""What knowing nothing scores: a figure says little before it is seen beside this."""

from collections.abc import Sequence

from eval.answers import Judgement, Ranking
from eval.world import World
from search.types import CriterionState


class Floor:
    """Every unit by its code, whatever was asked; every criterion evidenced, whatever the text says."""

    def __init__(self, world: World) -> None:
        self._catalogue = world.catalogue
        codes = tuple(sorted(world.catalogue.units))
        self._answer = Ranking(codes, tuple(1 - place / len(codes) for place in range(len(codes))), sure=1.0)

    def search(self, texts: Sequence[str]) -> list[Ranking]:
        """The same for every query."""
        return [self._answer for _ in texts]

    match = search

    def judge(self, texts: Sequence[str], units: Sequence[Sequence[str]]) -> list[list[Judgement]]:
        """Yes to everything."""
        yes = CriterionState.EVIDENCED
        return [
            [
                Judgement(code, criterion.no, 1.0, yes)
                for code in codes
                for criterion in self._catalogue.unit(code).criteria
            ]
            for _, codes in zip(texts, units, strict=True)
        ]
