"""A way to parse a text written in a test."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))  # for `hotel_decree`

from indexer.decree import parse_decree
from indexer.read.markdown import blocks_of_text
from search.types import Decree


@pytest.fixture(scope="session")
def parse() -> Callable[[str], Decree]:
    return lambda text: parse_decree(blocks_of_text(text), "decree.md")
