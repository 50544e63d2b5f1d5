"""A deep model's rare pieces lean on the static one, which can afford to read far more text.

What a piece is worth to the body is foretold from its gloss (`start`) and its place in the static model, by the pieces
the deep model has met often; the less often it has met a piece, the more the foretold vector counts.
"""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from search.encode.static import StaticEncoder
from training.deep import start
from training.material import WITH_TARGET
from training.pairs import Row
from training.vocabulary import UNKNOWN

TRUST = 60.0  # weight of rows by which a piece's own vector and the foretold one count alike
KNOWN = 15.0  # weight of rows from which a piece helps to foretell
RIDGE = 3.0
SPECIAL = (start.PAD, start.OPEN, start.CLOSE, UNKNOWN)


def met(rows: Sequence[Row], tokenizer: Tokenizer, indonesian: float) -> NDArray[np.float64]:
    """The weight of the rows each piece [vocabulary] is in; of a row with a target, a side by the share it is shown."""
    found = np.zeros(tokenizer.get_vocab_size())
    for share, texts in ((indonesian, [row.right for row in rows]), (1 - indonesian, [row.left for row in rows])):
        for encoding, row in zip(tokenizer.encode_batch(texts, add_special_tokens=False), rows, strict=True):
            np.add.at(found, encoding.ids, row.weight * (share if row.kind in WITH_TARGET else 1))
    return found


def leaned(
    pieces: NDArray[np.float32], often: NDArray[np.float64], tokenizer: Tokenizer, static: Path, known: start.MiniLM
) -> NDArray[np.float32]:
    """The piece vectors [pieces, 384] of a deep model, the less `often` met the nearer to what is foretold of them."""
    names = [str(tokenizer.id_to_token(i)) for i in range(len(pieces))]
    glosses = start.first(tokenizer, static, known)
    places = StaticEncoder("static", static).pieces(names)
    said = np.concatenate([places, glosses - glosses.mean(axis=0), np.ones((len(pieces), 1), np.float32)], axis=1)
    result = towards(pieces, foretold(pieces, often, said), often)
    special = [names.index(name) for name in SPECIAL]
    result[special] = pieces[special]
    return result


def foretold(pieces: NDArray[np.float32], often: NDArray[np.float64], said: NDArray[np.float32]) -> NDArray[np.float32]:
    """Vectors [n, dim] by ridge regression on what is `said` [n, m] of the pieces, learnt from those met often."""
    some = often > KNOWN
    trust = often[some] / (often[some] + KNOWN)
    weighted = said[some].astype(np.float64) * trust[:, None]
    inner = weighted.T @ said[some] + RIDGE * np.eye(said.shape[1])
    return np.asarray(said @ np.linalg.solve(inner, weighted.T @ pieces[some]), dtype=np.float32)


def towards(
    pieces: NDArray[np.float32], others: NDArray[np.float32], often: NDArray[np.float64], trust: float = TRUST
) -> NDArray[np.float32]:
    """The mean of own and other vectors, the own one's share growing with how often a piece is met."""
    share = (often / (often + trust))[:, None]
    return np.asarray(share * pieces + (1 - share) * others, dtype=np.float32)
