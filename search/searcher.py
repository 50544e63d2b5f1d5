"""The library's front door: open an index, then search, match and find gaps."""

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

from search.codec import decree_from_dict
from search.encode import Encoder, load_encoder
from search.errors import UnknownUnitError
from search.match import Level, find_gaps, find_units, match_units, read_text
from search.rank import Scorer
from search.store import StoredIndex, open_index
from search.text.statements import DocumentChoice
from search.types import Decree, GapsAnswer, MatchAnswer, SearchAnswer, Unit

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
    def decrees(self) -> tuple[Decree, ...]:
        """The decrees the index was built from."""
        return tuple(decree_from_dict(decree) for decree in self._scorer.index.catalogue["decrees"])

    @cached_property
    def units(self) -> dict[str, Unit]:
        """Every unit of the index by canonical code, in catalogue order."""
        return {unit.code: unit for decree in self.decrees for unit in decree.units}

    def search(self, query: str, k: int = 10, level: Level = "unit") -> SearchAnswer:
        """Units (or single criteria) a query is about, best first; raises InputError for an empty query."""
        return find_units(self._scorer, query, self._titles, k, level)

    def match(self, text: str, kind: DocumentChoice = "auto", k: int = 10) -> MatchAnswer:
        """Units an advert calls for or a CV shows, with the statements that prove it; InputError for an empty text."""
        return match_units(read_text(self._scorer, text, kind), self._scorer.index, self._titles, k)

    def gaps(self, text: str, units: Sequence[str] | None = None, kind: DocumentChoice = "auto") -> GapsAnswer:
        """Criteria of the named units against a text; without names, of the units that match it best.

        Raises UnknownUnitError for a code in no decree of the index, InputError for an empty text.
        """
        chosen = None if units is None else [self.unit(code) for code in units]
        read = read_text(self._scorer, text, kind)
        if chosen is None:
            matched = match_units(read, self._scorer.index, self._titles, _DEFAULT_UNITS).units
            chosen = [self.units[unit.code] for unit in matched]
        return find_gaps(read, self._scorer.index, chosen, self.units)

    def unit(self, code: str) -> Unit:
        """The unit of a canonical or printed code, in any case; raises UnknownUnitError."""
        found = self._by_printed_code.get(_plain(code))
        if found is None:
            raise UnknownUnitError(f"Unit '{code}' is in no decree of the index. See the codes with: padan catalogue")
        return found

    @cached_property
    def _titles(self) -> dict[str, str]:
        return {code: unit.title for code, unit in self.units.items()}

    @cached_property
    def _by_printed_code(self) -> dict[str, Unit]:
        return {_plain(code): unit for unit in self.units.values() for code in (*unit.printed_codes, unit.code)}


def _plain(code: str) -> str:
    return "".join(code.split()).upper()
