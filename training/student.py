"""Teach a table of piece vectors: the mean of a text's pieces shall lie where the teachers put its English side.

Three wishes are added up over a batch: each side near its target (cosine), the two sides nearer to each other than to
the rest of the batch as much as the targets are (softened contrast), and all likenesses as the targets have them
(squared difference). Pairs without a target know only a plain contrast, and count little.
"""

import logging
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch.nn import functional

log = logging.getLogger(__name__)
Bags = Sequence[Sequence[int]]  # piece numbers of each text


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run may turn: shares of the three wishes, step size, batch sizes, temperature and piece dropout."""

    batch: int = 1024
    pair_batch: int = 256
    rate: float = 0.04
    near: float = 1.0
    contrast: float = 0.1
    alike: float = 10.0
    pairs: float = 0.05
    scale: float = 20.0
    drop: float = 0.1
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Batch:
    """Piece numbers of n aimed rows, their unit `targets` [n, dim], and pairs that have no target."""

    left: Bags
    right: Bags
    targets: NDArray[np.float32]
    loose_left: Bags = ()
    loose_right: Bags = ()


class Table:
    """Piece vectors, moved by Adagrad with one sum a row: a rare piece takes long steps, a common one short ones."""

    def __init__(self, start: NDArray[np.float32]) -> None:
        """Start from piece vectors [vocabulary, dim]; they are copied."""
        self.rows = torch.from_numpy(np.array(start, dtype=np.float32))
        self.squares = torch.zeros(len(self.rows), 1)

    def step(self, at: torch.Tensor, slope: torch.Tensor, rate: float) -> None:
        """Move the rows `at` down the `slope` [len(at), dim]; rows that were not touched cost nothing."""
        squares = self.squares[at] + slope.square().mean(dim=1, keepdim=True)
        self.squares[at] = squares
        self.rows.index_add_(0, at, slope / (squares.sqrt() + 1e-12), alpha=-rate)


def flat(bags: Bags, drop: float, rng: np.random.Generator) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Piece numbers in one row and where each text starts; a share of pieces is dropped, never a whole text."""
    kept = []
    for bag in bags:
        ids = np.asarray(bag, dtype=np.int64)
        if drop and len(ids) > 2:
            few = ids[rng.random(len(ids)) >= drop]
            ids = few if len(few) else ids
        kept.append(ids)
    starts = np.cumsum([0] + [len(ids) for ids in kept[:-1]])
    return (np.concatenate(kept) if kept else np.zeros(0, np.int64)), starts.astype(np.int64)


def contrast(left: torch.Tensor, right: torch.Tensor, scale: float) -> torch.Tensor:
    """How badly each row finds its partner among all others, both ways."""
    across, labels = scale * left @ right.T, torch.arange(len(left))
    return (functional.cross_entropy(across, labels) + functional.cross_entropy(across.T, labels)) / 2


def loss(left: torch.Tensor, right: torch.Tensor, targets: torch.Tensor, own: Settings) -> torch.Tensor:
    """The sum of the three wishes for one batch of aimed unit rows."""
    across = left @ right.T
    likeness = targets @ targets.T
    wanted = functional.softmax(own.scale * likeness, dim=1)
    near = 2 - (left * targets).sum(1).mean() - (right * targets).sum(1).mean()
    apart = (
        functional.cross_entropy(own.scale * across, wanted) + functional.cross_entropy(own.scale * across.T, wanted)
    ) / 2
    alike = sum(((one @ one.T - likeness) ** 2).mean() for one in (left, right)) + ((across - likeness) ** 2).mean()
    return own.near * near + own.contrast * apart + own.alike * alike


def learn(table: Table, batch: Batch, own: Settings, rate: float, rng: np.random.Generator) -> float:
    """One step over one batch; returns the loss."""
    parts = [batch.left, batch.right, batch.loose_left, batch.loose_right]
    ids, starts = flat([bag for part in parts for bag in part], own.drop, rng)
    touched, local = torch.unique(torch.from_numpy(ids), return_inverse=True)
    rows = table.rows[touched].requires_grad_()
    pooled = functional.normalize(functional.embedding_bag(local, rows, torch.from_numpy(starts), mode="mean"))
    left, right, loose_left, loose_right = torch.split(pooled, [len(part) for part in parts])
    value = loss(left, right, torch.from_numpy(batch.targets), own)
    if len(loose_left):  # in one step with the aimed rows, so that they weigh what they should
        value = value + own.pairs * contrast(loose_left, loose_right, own.scale)
    (slope,) = torch.autograd.grad(value, rows)
    with torch.no_grad():
        table.step(touched, slope, rate)
    return float(value.detach())


def ahead(batches: Callable[[int], Sequence[Batch]], rounds: int) -> Iterator[Sequence[Batch]]:
    """The batches of each round, those of the next one drawn while one is learnt."""
    with ThreadPoolExecutor(1) as pool:
        coming = pool.submit(batches, 0)
        for number in range(1, rounds + 1):
            steps = coming.result()
            if number < rounds:
                coming = pool.submit(batches, number)
            yield steps


def train(
    start: NDArray[np.float32],
    batches: Callable[[int], Sequence[Batch]],
    own: Settings,
    rounds: int,
    minutes: float | None = None,
    after: Callable[[int, NDArray[np.float32]], None] | None = None,
) -> NDArray[np.float32]:
    """The piece vectors [vocabulary, dim] after `rounds` rounds of `batches(round)`; the rate falls by a cosine.

    With `minutes`, teaching ends when that time is spent and the rate falls with the time instead of the rounds.
    """
    torch.manual_seed(own.seed)
    rng = np.random.default_rng(own.seed)
    table = Table(start)
    first = time.monotonic()
    for number, steps in enumerate(ahead(batches, rounds)):
        if minutes is not None and time.monotonic() - first >= 60 * minutes:
            break
        began, total = time.perf_counter(), 0.0
        for i, batch in enumerate(steps):
            done = (number + i / len(steps)) / rounds
            if minutes is not None:
                done = max(done, (time.monotonic() - first) / 60 / minutes)
            if done >= 1:
                break
            rate = own.rate * min(1.0, 20 * done + 0.05) * (1 + np.cos(np.pi * done)) / 2
            total += learn(table, batch, own, float(rate), rng)
        log.info(
            "round %d of %d: loss %.4f, %.0f s",
            number + 1,
            rounds,
            total / max(1, len(steps)),
            time.perf_counter() - began,
        )
        if after is not None:
            after(number, table.rows.numpy())
    return table.rows.numpy().copy()
