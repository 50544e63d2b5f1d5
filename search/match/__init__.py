"""Statements × passages → units with evidence, and the gaps."""

from search.match.find import Level, find_units
from search.match.gaps import find_gaps
from search.match.levels import DEFAULT_LEVELS, Levels
from search.match.read import ReadText, read_text
from search.match.units import match_units

__all__ = ["DEFAULT_LEVELS", "Level", "Levels", "ReadText", "find_gaps", "find_units", "match_units", "read_text"]
