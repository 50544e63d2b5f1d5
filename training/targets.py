"""Where the student shall put a text, and where its pieces start."""

from collections.abc import Callable

import faiss
import numpy as np
from numpy.typing import NDArray

from training.teachers import UnitRows, unit

MINILM_SHARE = 0.6  # of the likeness of two texts; the rest is USE's


class Space:
    """Both teachers' vectors laid side by side, centred, weighted, and turned into `dim` numbers by main axes.

    The likeness (cosine) of two rows is then nearly share · cos(MiniLM) + (1 - share) · cos(USE).
    """

    def __init__(self, minilm: UnitRows, use: UnitRows, dim: int, share: float = MINILM_SHARE) -> None:
        self.share = share
        self._middle = minilm.mean(axis=0), use.mean(axis=0)
        both = self._both(minilm, use)
        _, axes = np.linalg.eigh(both.T.astype(np.float64) @ both)
        self._axes = np.ascontiguousarray(axes[:, ::-1][:, :dim], dtype=np.float32)

    def _both(self, minilm: UnitRows, use: UnitRows) -> NDArray[np.float32]:
        one, two = unit(minilm - self._middle[0]), unit(use - self._middle[1])
        return np.concatenate([one * np.sqrt(self.share), two * np.sqrt(1 - self.share)], axis=1, dtype=np.float32)

    def place(self, minilm: UnitRows, use: UnitRows) -> UnitRows:
        """Targets [n, dim] of texts given by both teachers' rows."""
        return unit(self._both(minilm, use) @ self._axes)

    def from_use(self, minilm: UnitRows, use: UnitRows) -> Callable[[UnitRows], NDArray[np.float32]]:
        """A linear map, by ridge regression over texts known to both, from USE's rows alone into the space."""
        places = self.place(minilm, use)
        own = (use - self._middle[1]).astype(np.float64)
        weights = np.linalg.solve(own.T @ own + 1e-2 * len(own) / own.shape[1] * np.eye(own.shape[1]), own.T @ places)
        return lambda rows: np.asarray((rows - self._middle[1]) @ weights, dtype=np.float32)


def start(pieces: NDArray[np.float32], often: NDArray[np.float64], smooth: float = 3e-4) -> NDArray[np.float32]:
    """First piece vectors: each piece's place, damped by how common it is (smooth inverse frequency)."""
    share = often / max(1.0, often.sum())
    pieces = pieces - (pieces * often[:, None]).sum(axis=0) / max(1.0, often.sum())  # no direction common to all
    return np.asarray(unit(pieces) * (smooth / (smooth + share))[:, None], dtype=np.float32)


def toward(places: UnitRows, other: UnitRows) -> UnitRows:
    """The places turned, likenesses kept, so that they lie as near as can be to the `other` rows of as many numbers.

    A student whose body already gives those rows has less of a way to go (orthogonal Procrustes).
    """
    left, _, right = np.linalg.svd(places.T.astype(np.float64) @ (other - other.mean(axis=0)))
    return np.asarray(places @ (left @ right), dtype=np.float32)


def clusters(places: UnitRows, count: int, seed: int = 0) -> NDArray[np.int64]:
    """The number of the cluster [n] each place belongs to, by spherical k-means over a sample of them."""
    means = faiss.Kmeans(places.shape[1], count, niter=8, seed=seed, spherical=True, max_points_per_centroid=20)
    means.train(places)
    return np.asarray(means.index.search(places, 1)[1][:, 0], dtype=np.int64)
