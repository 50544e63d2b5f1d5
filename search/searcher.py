"""The library's front door: open an index, then search, match and find gaps."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from search.catalogue import Catalogue, catalogue_from_dict
from search.encode import Encoder, load_encoder
from search.match import (
    Level,
    called_units,
    find_gaps,
    find_units,
    match_units,
    next_units,
    read_text,
    with_prerequisites,
)
from search.rank import Scorer
from search.store import StoredIndex, open_index
from search.text.statements import DocumentChoice
from search.types import Comparison, GapsAnswer, MatchAnswer, SearchAnswer, SearchHit, Unit, UnitGaps, UnitMatch

_T = TypeVar("_T", SearchHit, UnitMatch, UnitGaps)
_DEFAULT_UNITS = 3  # units whose gaps are shown when none is named


class Searcher:
    """Answers questions from one index; holds no text it was given."""

    def __init__(self, index: StoredIndex, encoder: Encoder | None = None) -> None:
        self._scorer = Scorer(index, encoder or load_encoder(index.manifest.encoder))

    @classmethod
    def open(cls, folder: Path | str) -> "Searcher":
        """Open an index folder; raises IndexStoreError's kinds and EncoderError, each with the remedy."""
        return cls(open_index(Path(folder)))

    @cached_property
    def catalogue(self) -> Catalogue:
        """The decrees the index was built from."""
        return catalogue_from_dict(self._scorer.index.catalogue)

    @property
    def units(self) -> dict[str, Unit]:
        """Every unit of the index by canonical code, in catalogue order."""
        return self.catalogue.units

    def unit(self, code: str) -> Unit:
        """The unit of a code in any printed form; raises UnknownUnitError with the closest codes."""
        return self.catalogue.unit(code)

    def search(self, query: str, k: int = 10, level: Level = "unit") -> SearchAnswer:
        """Units (or single criteria) a query is about, best first; raises InputError for an empty query."""
        answer = find_units(self._scorer, query, self._titles, k, level)
        return replace(answer, results=self._dated(answer.results))

    def match(self, text: str, kind: DocumentChoice = "auto", k: int = 10) -> MatchAnswer:
        """Units an advert calls for or a CV shows, with the statements that prove it; InputError for an empty text."""
        answer = match_units(read_text(self._scorer, text, kind), self._scorer.index, self._titles, k)
        return replace(answer, units=self._dated(answer.units))

    def gaps(self, text: str, units: Sequence[str] | None = None, kind: DocumentChoice = "auto") -> GapsAnswer:
        """Criteria of the named units against a text; without names, of the first it calls for, or else the nearest.

        Raises UnknownUnitError for a code in no decree of the index, InputError for an empty text.
        """
        chosen = None if units is None else [self.unit(code) for code in units]
        read = read_text(self._scorer, text, kind)
        if chosen is None:
            matched = match_units(read, self._scorer.index, self._titles, _DEFAULT_UNITS)
            chosen = [self.units[unit.code] for unit in called_units(matched) or matched.units]
        answer = find_gaps(read, self._scorer.index, chosen, self.units)
        return replace(answer, units=self._dated(answer.units))

    def compare(self, text: str, advert: str, units: Sequence[str] = (), kind: DocumentChoice = "auto") -> Comparison:
        """A CV against a job advert: what the advert calls for, what the CV shows of it, which units to take next.

        units: judged beside those the advert calls for. Raises as `gaps` does.
        """
        asked = tuple(unit.code for unit in called_units(self.match(advert, "job")))
        judged = self.gaps(text, tuple(dict.fromkeys((*(self.unit(code).code for code in units), *asked))), kind)
        states = {unit.code: unit.state for unit in judged.units}
        before = [code for code in with_prerequisites(asked, self.units) if code in self.units and code not in states]
        if before:
            states |= {unit.code: unit.state for unit in self.gaps(text, before, kind).units}
        return Comparison(asked, judged, next_units(asked, states, self.units))

    def _dated(self, units: tuple[_T, ...]) -> tuple[_T, ...]:
        """Units of an answer, those of a revoked decree marked."""
        former = self.catalogue.former
        return tuple(replace(unit, revoked_by=former.get(unit.code, "")) for unit in units) if former else units

    @cached_property
    def _titles(self) -> dict[str, str]:
        return {code: unit.title for code, unit in self.units.items()}
