"""Fixtures of the smallest world, shared by every room."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))  # for `world`

from world import DECREE, index_of, word_model

from indexer.passages import all_passages
from search import Searcher
from search.encode.static import StaticEncoder
from search.store import StoredIndex


@pytest.fixture(scope="session")
def tiny_encoder(tmp_path_factory: pytest.TempPathFactory) -> StaticEncoder:
    folder = tmp_path_factory.mktemp("models") / "tiny"
    return StaticEncoder("tiny", word_model(folder, [passage.text for passage in all_passages(DECREE.units)]))


@pytest.fixture(scope="session")
def tiny_index(tiny_encoder: StaticEncoder) -> StoredIndex:
    return index_of(DECREE, tiny_encoder)


@pytest.fixture(scope="session")
def tiny_searcher(tiny_index: StoredIndex, tiny_encoder: StaticEncoder) -> Searcher:
    return Searcher(tiny_index, tiny_encoder)
