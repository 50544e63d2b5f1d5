"""Where the student shall put a text, and where its pieces start."""

from collections.abc import Callable, Mapping

import faiss
import numpy as np
from numpy.typing import NDArray

from training.teachers import UnitRows, unit

SHARES = {"minilm": 0.6, "use": 0.4}  # of the likeness of two texts


class Space:
    """The teachers' vectors laid side by side, centred, weighted, and turned into `dim` numbers by main axes.

    The likeness (cosine) of two rows is then nearly the sum of share · cosine over the teachers.
    """

    def __init__(self, known: Mapping[str, UnitRows], dim: int, shares: Mapping[str, float] = SHARES) -> None:
        self.shares = dict(shares)
        self._middle = {name: known[name].mean(axis=0) for name in self.shares}
        beside = self._beside(known)
        _, axes = np.linalg.eigh(beside.T.astype(np.float64) @ beside)
        self._axes = np.ascontiguousarray(axes[:, ::-1][:, :dim], dtype=np.float32)

    def _beside(self, known: Mapping[str, UnitRows]) -> NDArray[np.float32]:
        parts = [unit(known[name] - self._middle[name]) * np.sqrt(share) for name, share in self.shares.items()]
        return np.concatenate(parts, axis=1, dtype=np.float32)

    def place(self, known: Mapping[str, UnitRows]) -> UnitRows:
        """Targets [n, dim] of texts given by every teacher's rows."""
        return unit(self._beside(known) @ self._axes)

    def from_one(self, name: str, known: Mapping[str, UnitRows]) -> Callable[[UnitRows], NDArray[np.float32]]:
        """A linear map, by ridge regression over texts known to all, from one teacher's rows alone into the space."""
        places, middle = self.place(known), self._middle[name]
        own = (known[name] - middle).astype(np.float64)
        weights = np.linalg.solve(own.T @ own + 1e-2 * len(own) / own.shape[1] * np.eye(own.shape[1]), own.T @ places)
        return lambda rows: np.asarray((rows - middle) @ weights, dtype=np.float32)


def start(pieces: NDArray[np.float32], often: NDArray[np.float64], smooth: float = 3e-4) -> NDArray[np.float32]:
    """First piece vectors: each piece's place, damped by how common it is (smooth inverse frequency)."""
    share = often / max(1.0, often.sum())
    pieces = pieces - (pieces * often[:, None]).sum(axis=0) / max(1.0, often.sum())  # no direction common to all
    return np.asarray(unit(pieces) * (smooth / (smooth + share))[:, None], dtype=np.float32)


def turn(places: UnitRows, other: UnitRows) -> NDArray[np.float64]:
    """The turn [dim, dim] by which places, likenesses kept, lie as near as can be to `other` rows of as many numbers.

    A student whose body already gives those rows has less of a way to go (orthogonal Procrustes).
    """
    left, _, right = np.linalg.svd(places.T.astype(np.float64) @ (other - other.mean(axis=0)))
    return np.asarray(left @ right)


def clusters(places: UnitRows, count: int, seed: int = 0) -> NDArray[np.int64]:
    """The number of the cluster [n] each place belongs to, by spherical k-means over a sample of them."""
    means = faiss.Kmeans(places.shape[1], count, niter=8, seed=seed, spherical=True, max_points_per_centroid=20)
    means.train(places)
    return np.asarray(means.index.search(places, 1)[1][:, 0], dtype=np.int64)
