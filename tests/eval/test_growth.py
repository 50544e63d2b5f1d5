"""Growth: units that are no copies, and ways to keep vectors measured against exact."""

import faiss
import numpy as np

from eval.growth.kinds import KINDS, Kind, measure, tenth_best
from eval.growth.units import grow
from search.types import Decree, Vectors

WORDS = ["pelanggan", "pemasok", "gudang", "armada", "kandang", "bengkel"]


def test_grown_units_have_fifteen_criteria_and_are_no_copies(marketing: Decree) -> None:
    units = list(grow(marketing.units, WORDS, 30))
    assert {len(unit.criteria) for unit in units} == {15}
    assert len({unit.code for unit in units}) == 30
    assert len({tuple(criterion.text for criterion in unit.criteria) for unit in units}) == 30
    printed = {criterion.text for unit in marketing.units for criterion in unit.criteria}
    grown = [criterion.text for unit in units for criterion in unit.criteria]
    assert sum(text in printed for text in grown) < len(grown) / 10
    assert list(grow(marketing.units, WORDS, 30)) == units


def test_exact_finds_all_and_bytes_nearly_all() -> None:
    rng = np.random.default_rng(0)
    rows, queries = (rng.standard_normal((n, 32)).astype(np.float32) for n in (2000, 20))
    rows, queries = (given / np.linalg.norm(given, axis=1, keepdims=True) for given in (rows, queries))
    tenth = tenth_best(rows, queries)
    np.testing.assert_allclose(tenth, np.sort(queries @ rows.T, axis=1)[:, -10], rtol=1e-5)
    exact, bytes_, tables = (
        measure(kind, rows, queries, tenth)
        for kind in KINDS
        if kind.name in ("exact", "int8, rotated", "Padan's two tables")
    )
    assert exact.recall == 1.0
    assert 0.9 < bytes_.recall <= 1.0
    assert 0.95 < tables.recall <= 1.0
    assert bytes_.size < exact.size / 3
    assert measure(Kind("half", _half), rows, queries, tenth).recall < 0.9


def _half(rows: Vectors) -> faiss.Index:
    """Exact of every other row: half of what is nearest is not there."""
    index = faiss.IndexFlatIP(rows.shape[1])
    index.add(rows[::2])
    return index
