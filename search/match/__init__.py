"""Statements × passages → units with evidence, and the gaps."""

from search.match.find import find_units
from search.match.gaps import find_gaps
from search.match.levels import Levels, levels_of, measure_chance
from search.match.path import next_units, open_criteria, with_prerequisites
from search.match.read import ParsedText, ReadText, parse_text, read_text, with_scores
from search.match.units import called_units, fits, match_units

__all__ = [
    "Levels",
    "ParsedText",
    "ReadText",
    "called_units",
    "find_gaps",
    "find_units",
    "fits",
    "levels_of",
    "match_units",
    "measure_chance",
    "next_units",
    "open_criteria",
    "parse_text",
    "read_text",
    "with_prerequisites",
    "with_scores",
]
