"""The few best of many, without sorting them all."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray


def best_places(scores: NDArray[np.float32], k: int, tie: Callable[[int], tuple[str, int]]) -> list[int]:
    """Where the k highest scores [n] above 0 stand, the highest first, equal ones in the order of `tie`."""
    places = np.flatnonzero(scores > 0)
    if len(places) > k:
        places = places[scores[places] >= np.partition(scores, -k)[-k]]
    return sorted(map(int, places), key=lambda place: (-scores[place], tie(place)))[:k]
