"""Teach the deep student: body by Adam, pieces by row-wise Adagrad as the static one; every chapter can be resumed."""

import logging
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch.nn import functional

from training.graded import Pairs
from training.student import Table

PARTS = 4  # of a batch whose texts differ much in length
UNEVEN = 1.25  # the longest text of such a batch, in usual ones
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run may turn: step sizes, shares of the wishes, pieces a batch and a text, steps a chapter."""

    body_rate: float = 1.5e-4
    piece_rate: float = 0.01
    warm: int = 100  # steps until the rates are reached
    near: float = 1.0
    contrast: float = 0.1
    alike: float = 10.0
    scale: float = 20.0
    apart: float = 0.2  # weight of pairs that have no target
    judge: float = 0.5  # weight of statements and the criteria they show
    order: float = 1.0  # weight of graded sentences and judged pairs
    pieces: int = 1536  # a batch, padding counted
    longest: int = 48  # pieces a text
    chapter: int = 200  # steps
    indonesian: float = 0.75  # share of rows shown by their Indonesian side
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Batch:
    """Piece numbers [n, longest] padded with 0, and unit `targets` [n, dim].

    Without targets, rows 2i and 2i+1 are pairs, but for the last `misses` rows, which belong to nobody; or texts
    of known order, to be `compared`. `weight` is what the loss counts.
    """

    ids: NDArray[np.int64]
    targets: NDArray[np.float32] | None
    misses: int = 0
    compared: Pairs | None = None
    weight: float = 1.0


class Student:
    """A body and a table of piece vectors; `rows` gives unit rows [n, 384] of padded piece numbers."""

    def __init__(self, body: Any, pieces: NDArray[np.float32], own: Settings) -> None:
        self.body, self.table, self.own, self.dim = body, Table(pieces), own, pieces.shape[1]
        self._halves = halves_pay()
        self.body.embeddings.word_embeddings = torch.nn.Embedding(1, pieces.shape[1])  # the table stands in for it
        self.body.set_attn_implementation("eager")  # for texts this short the blocked kernel is several times slower
        self._named = {name: value for name, value in body.named_parameters() if "word_embeddings" not in name}
        self.params = list(self._named.values())
        self.adam = torch.optim.AdamW(self.params, lr=own.body_rate, betas=(0.9, 0.98), weight_decay=0.01)

    def rows(self, ids: torch.Tensor, vectors: torch.Tensor) -> torch.Tensor:
        """Unit rows [n, 384] of padded piece numbers and the vectors [n, longest, 384] of those pieces."""
        lengths = (ids != 0).sum(1)
        order = torch.argsort(lengths)  # short texts go together, lest all be padded to the longest of the batch
        parts = torch.chunk(order, PARTS if lengths.max() > UNEVEN * lengths.float().mean() else 1)
        return torch.cat([self._part(ids[part], vectors[part], int(lengths[part].max())) for part in parts])[
            torch.argsort(order)
        ]

    def _part(self, ids: torch.Tensor, vectors: torch.Tensor, longest: int) -> torch.Tensor:
        mask = (ids[:, :longest] != 0).long()
        with torch.autocast("cpu", torch.bfloat16, enabled=self._halves):
            states = self.body(inputs_embeds=vectors[:, :longest], attention_mask=mask).last_hidden_state
        return functional.normalize((states.float() * mask[:, :, None]).sum(1))

    def encode(self, ids: NDArray[np.int64]) -> NDArray[np.float32]:
        """Unit rows without learning."""
        with torch.no_grad():
            at = torch.from_numpy(ids)
            return np.asarray(self.rows(at, self.table.rows[at]).numpy(), dtype=np.float32)

    def step(self, batch: Batch, share: float) -> float:
        """One step at `share` of the full rates; returns the loss."""
        at = torch.from_numpy(batch.ids)
        touched, local = torch.unique(at, return_inverse=True)
        leaf = self.table.rows[touched].requires_grad_()
        rows = self.rows(at, functional.embedding(local, leaf))
        if batch.compared is not None:
            value = order(rows, batch.compared, self.own.scale)
        elif batch.targets is None:
            value = pairs_loss(rows, batch.misses, self.own)
        else:
            value = loss(rows, torch.from_numpy(batch.targets), self.own)
        value = batch.weight * value
        torch.autograd.backward(value)
        torch.nn.utils.clip_grad_norm_(self.params, 1.0)
        for group in self.adam.param_groups:
            group["lr"] = self.own.body_rate * share
        self.adam.step()
        self.adam.zero_grad()
        with torch.no_grad():
            slope = torch.zeros_like(leaf) if leaf.grad is None else leaf.grad
            self.table.step(touched, slope, self.own.piece_rate * share)
        return float(value.detach())

    def weights(self) -> dict[str, torch.Tensor]:
        """All that is learnt, by name; the tensors themselves."""
        return self._named | {"pieces": self.table.rows}

    def state(self) -> dict[str, Any]:
        """All that is learnt, and the steps' memory, to go on from."""
        return {
            "body": self.body.state_dict(),
            "adam": self.adam.state_dict(),
            "pieces": self.table.rows,
            "squares": self.table.squares,
        }

    def restore(self, state: dict[str, Any]) -> None:
        """Go on from a `state`."""
        self.body.load_state_dict(state["body"])
        self.adam.load_state_dict(state["adam"])
        self.table.rows, self.table.squares = state["pieces"], state["squares"]


def halves_pay(size: int = 512, times: int = 3) -> bool:
    """Whether this processor multiplies bfloat16 numbers faster than float32 ones; some do it far slower."""
    seconds = {}
    for kind in (torch.float32, torch.bfloat16):
        square = torch.ones(size, size, dtype=kind)
        square @ square  # the first product of a kind prepares itself
        began = time.perf_counter()
        for _ in range(times):
            square @ square
        seconds[kind] = time.perf_counter() - began
    return seconds[torch.bfloat16] < seconds[torch.float32]


def loss(rows: torch.Tensor, targets: torch.Tensor, own: Settings) -> torch.Tensor:
    """Near its target (cosine), as much apart from the other targets as they are, and likenesses as theirs."""
    across, likeness = rows @ targets.T, targets @ targets.T
    wanted = functional.softmax(own.scale * likeness, dim=1)
    near = 1 - across.diagonal().mean()
    apart = functional.cross_entropy(own.scale * across, wanted)
    alike = ((rows @ rows.T - likeness) ** 2).mean() + ((across - likeness) ** 2).mean()
    return own.near * near + own.contrast * apart + own.alike * alike


def pairs_loss(rows: torch.Tensor, misses: int, own: Settings) -> torch.Tensor:
    """How badly rows 2i and 2i+1 find each other among the rest and the last `misses` rows, both ways."""
    paired = rows[: len(rows) - misses]
    left, right, wrong = paired[0::2], paired[1::2], rows[len(rows) - misses :]
    labels = torch.arange(len(left))
    ways = torch.stack([left @ torch.cat([right, wrong]).T, right @ torch.cat([left, wrong]).T])
    return functional.cross_entropy(own.scale * ways.flatten(0, 1), labels.repeat(2))  # the mean of both ways


def order(rows: torch.Tensor, compared: Pairs, scale: float) -> torch.Tensor:
    """How far the likenesses of texts are out of the order of their grades (CoSENT)."""
    alike = scale * (rows[torch.from_numpy(compared.one)] * rows[torch.from_numpy(compared.two)]).sum(1)
    grades = torch.from_numpy(compared.grades)
    wrong = (alike[:, None] - alike)[grades[:, None] < grades]
    return functional.softplus(wrong.logsumexp(0))


def teach(
    student: Student,
    chapter: Callable[[int], Sequence[Batch]],
    chapters: int,
    fall: int,
    keep: Path | None = None,
    after: Callable[[int], None] | None = None,
) -> None:
    """Teach `chapters` chapters, the rates falling to nothing over the last `fall`; each is saved as `keep`."""
    own, first = student.own, 0
    if keep is not None and keep.is_file():
        saved = torch.load(keep, weights_only=True)
        if saved["settings"] == asdict(own):  # else another run left it
            student.restore(saved["student"])
            first = int(saved["chapters"])
    student.body.eval()  # no dropout: the targets are noise enough
    for number in range(first, chapters):
        began, total, steps = time.perf_counter(), 0.0, chapter(number)
        for i, batch in enumerate(steps):
            done = number + i / len(steps)
            warm = min(1.0, (done * own.chapter + 1) / own.warm)
            total += student.step(batch, warm * min(1.0, (chapters - done) / max(fall, 1)))
        log.info(
            "chapter %d of %d: loss %.4f, %.0f s", number + 1, chapters, total / len(steps), time.perf_counter() - began
        )
        if keep is not None:
            aside = keep.with_suffix(".part")
            torch.save({"student": student.state(), "chapters": number + 1, "settings": asdict(own)}, aside)
            aside.replace(keep)
        if after is not None:
            after(number)
