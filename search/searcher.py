"""The library's front door: open an index, then search, match and find gaps.

Every question may name its depth. "fast" reads with the first encoder and words, "deep" with the deep encoder besides,
which sees more and takes some fifty times as long. Without a depth a text is read as deep as the index allows.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from search.catalogue import Catalogue, catalogue_from_dict
from search.encode import Encoder, has_encoder, load_encoder
from search.errors import IndexMismatchError
from search.match import (
    ReadText,
    called_units,
    find_gaps,
    find_units,
    match_units,
    next_units,
    open_criteria,
    read_text,
    with_prerequisites,
)
from search.rank import WITHOUT_DEEP, Scorer
from search.store import StoredIndex, open_index
from search.types import (
    Comparison,
    Depth,
    DocumentChoice,
    GapsAnswer,
    Level,
    MatchAnswer,
    SearchAnswer,
    SearchHit,
    Unit,
    UnitGaps,
    UnitMatch,
)

_T = TypeVar("_T", SearchHit, UnitMatch, UnitGaps)
_DEFAULT_UNITS = 3  # units whose gaps are shown when none is named


class Searcher:
    """Answers questions from one index; holds no text it was given."""

    def __init__(self, index: StoredIndex, encoder: Encoder | None = None, deep: Encoder | None = None) -> None:
        self._index = index
        self._encoder = encoder or load_encoder(index.manifest.encoder)
        self._deep = deep
        self._fast = Scorer(index, self._encoder)

    @classmethod
    def open(cls, folder: Path | str) -> "Searcher":
        """Open an index folder; raises IndexStoreError's kinds and EncoderError, each with the remedy."""
        return cls(open_index(Path(folder)))

    @cached_property
    def catalogue(self) -> Catalogue:
        """The decrees the index was built from."""
        return catalogue_from_dict(self._index.catalogue)

    @property
    def units(self) -> dict[str, Unit]:
        """Every unit of the index by canonical code, in catalogue order."""
        return self.catalogue.units

    def unit(self, code: str) -> Unit:
        """The unit of a code in any printed form; raises UnknownUnitError with the closest codes."""
        return self.catalogue.unit(code)

    @cached_property
    def deepest(self) -> Depth:
        """How deep this index can be read here: "deep" where it has the vectors and their encoder is at hand."""
        deep = self._index.manifest.deep
        return "deep" if deep and (self._deep or has_encoder(deep.encoder)) else "fast"

    def search(self, query: str, k: int = 10, level: Level = "unit", depth: Depth | None = None) -> SearchAnswer:
        """Units (or single criteria) a query is about, best first; raises InputError for an empty query."""
        answer = find_units(self.scorer(depth), query, self._titles, k, level)
        return replace(answer, results=self._dated(answer.results))

    def match(self, text: str, kind: DocumentChoice = "auto", k: int = 10, depth: Depth | None = None) -> MatchAnswer:
        """Units an advert calls for or a CV shows, with the statements that prove it; InputError for an empty text."""
        return self.match_read(read_text(self.scorer(depth), text, kind), k)

    def gaps(
        self,
        text: str,
        units: Sequence[str] | None = None,
        kind: DocumentChoice = "auto",
        depth: Depth | None = None,
    ) -> GapsAnswer:
        """Criteria of the named units against a text; without names, of the first it calls for, or else the nearest.

        Raises UnknownUnitError for a code in no decree of the index, InputError for an empty text.
        """
        chosen = None if units is None else [self.unit(code) for code in units]
        return self.gaps_of_read(read_text(self.scorer(depth), text, kind), chosen)

    def match_read(self, read: ReadText, k: int = 10) -> MatchAnswer:
        """`match` of a text that was read before, as a batch reads many at once."""
        answer = match_units(read, self._index, self._titles, k)
        return replace(answer, units=self._dated(answer.units))

    def gaps_of_read(self, read: ReadText, units: Sequence[Unit] | None = None) -> GapsAnswer:
        """`gaps` of a text that was read before."""
        if units is None:
            matched = match_units(read, self._index, self._titles, _DEFAULT_UNITS)
            units = [self.units[unit.code] for unit in called_units(matched) or matched.units]
        answer = find_gaps(read, self._index, units, self.units)
        return replace(answer, units=self._dated(answer.units))

    def compare(
        self,
        text: str,
        advert: str,
        units: Sequence[str] = (),
        kind: DocumentChoice = "auto",
        depth: Depth | None = None,
    ) -> Comparison:
        """A CV against a job advert: what the advert calls for, what the CV shows of it, which units to take next.

        units: judged beside those the advert calls for. Raises as `gaps` does.
        """
        asked = tuple(unit.code for unit in called_units(self.match(advert, "job", depth=depth)))
        wanted = dict.fromkeys((*(self.unit(code).code for code in units), *asked))
        read = read_text(self.scorer(depth), text, kind)
        judged = self.gaps_of_read(read, [self.units[code] for code in wanted])
        seen = {unit.code: unit for unit in judged.units}
        needed = (code for code in with_prerequisites(asked, self.units) if code in self.units and code not in seen)
        seen |= {unit.code: unit for unit in self.gaps_of_read(read, [self.units[code] for code in needed]).units}
        states = {code: unit.state for code, unit in seen.items()}
        still_open = {code: open_criteria(unit) for code, unit in seen.items()}
        return Comparison(asked, judged, next_units(asked, states, self.units, still_open))

    def scorer(self, depth: Depth | None = None) -> Scorer:
        """What scores texts at a depth.

        Raises IndexMismatchError where the index has no vectors of the deep encoder, EncoderError where it is missing.
        """
        return self._deep_scorer if (depth or self.deepest) == "deep" else self._fast

    @cached_property
    def _deep_scorer(self) -> Scorer:
        """Made when first asked for: fast answers shall not wait for the deep encoder."""
        deep = self._index.manifest.deep
        if deep is None:
            raise IndexMismatchError(WITHOUT_DEEP)
        return Scorer(self._index, self._encoder, self._deep or load_encoder(deep.encoder))

    def _dated(self, units: tuple[_T, ...]) -> tuple[_T, ...]:
        """Units of an answer, those of a revoked decree marked."""
        former = self.catalogue.former
        return tuple(replace(unit, revoked_by=former.get(unit.code, "")) for unit in units) if former else units

    @cached_property
    def _titles(self) -> dict[str, str]:
        return {code: unit.title for code, unit in self.units.items()}
