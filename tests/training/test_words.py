"""BM25's weights as rows: the product of two texts counts the stems that both have, rare ones more."""

import numpy as np
import pytest

from training import words


def test_a_product_counts_common_stems_by_their_rarity() -> None:
    texts = ["melayani tamu", "tamu hotel", "tamu dilayani", "hotel", "stok barang"]
    rows = words.bm25()(texts)
    np.testing.assert_allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-6)
    alike = rows @ rows.T
    assert alike[0, 2] == pytest.approx(1, abs=1e-5)  # one stem in both voices
    assert alike[1, 3] > alike[1, 2] > 0.1  # "hotel" is rarer than "tamu"
    assert abs(alike[0, 4]) < 1e-5
    assert alike[0, 4] != alike[1, 4]  # texts without a common word do not tie


def test_weights_are_those_of_bm25() -> None:
    rows = words.bm25()(["tamu tamu hotel", "hotel"])[:, : words.SLOTS]
    rarity = np.log1p([(2 - 1 + 0.5) / (1 + 0.5), (2 - 2 + 0.5) / (2 + 0.5)])
    norm = words.K1 * (1 - words.B + words.B * 3 / 2)
    wanted = np.array([2 / (2 + norm), 1 / (1 + norm)]) * np.sqrt(rarity)
    np.testing.assert_allclose(np.sort(rows[0])[-2:], np.sort(wanted / np.linalg.norm(wanted)), atol=1e-5)
