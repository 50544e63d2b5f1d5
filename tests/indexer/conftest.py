"""The decree that comes with the project, read once, and a way to parse a text written in a test."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))  # for `hotel_decree`

from indexer.decree import parse_decree, read_decree
from indexer.read.markdown import blocks_of_text
from search.types import Decree

MARKETING = Path(__file__).parents[2] / "data/decrees/kepmen-124-2022-pemasaran.md"


@pytest.fixture(scope="session")
def marketing_file() -> Path:
    return MARKETING


@pytest.fixture(scope="session")
def marketing() -> Decree:
    return read_decree(MARKETING)


@pytest.fixture(scope="session")
def parse() -> Callable[[str], Decree]:
    return lambda text: parse_decree(blocks_of_text(text), "decree.md")
