"""A person's decisions on the smallest world's units, and what stands after them."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))  # for `hostile`

from padan.export.review import Claim, Decisions, Review, Spot, Verdict, review
from search import Searcher
from search.types import CriterionState

COOK, SERVE = "I.55COK00.001.1", "I.55COK00.003.1"
CV = "Pengalaman:\n- Beras dicuci\n- Piring dihias\n- Merawat kucing\n"
DECISIONS = Decisions(
    {
        Spot(COOK, 0): Verdict(CriterionState.WEAK),
        Spot(COOK, 1): Verdict(None, "=1+1 mengulek bumbu rendang"),
        Spot(SERVE, 0): Verdict(None, "Pelayan, 2019"),
    },
    {Spot(COOK, 0): Claim.COMPETENT, Spot(COOK, 1): Claim.NOT_YET},
)


@pytest.fixture(scope="session")
def found(tiny_searcher: Searcher) -> Review:
    """What Padan found, before anyone had a say."""
    return review(tiny_searcher.gaps(CV, [COOK, SERVE], "cv"), tiny_searcher.units)


@pytest.fixture(scope="session")
def said(tiny_searcher: Searcher) -> Review:
    """The same after the person's decisions, beside an advert."""
    compared = tiny_searcher.compare(CV, "Tugas:\n- Bumbu diulek\n", [COOK, SERVE], "cv")
    return review(compared.gaps, tiny_searcher.units, DECISIONS).with_comparison(compared)
