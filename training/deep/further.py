"""A deep model taught further: its own pieces and body, targets turned its way, and at the end some of what it was."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer

from search.encode.fingerprint import hash_files
from training import material, targets
from training.deep import lessons, teach

SOME = 6000  # texts by which the targets are turned
NEWER = 0.85  # of the weights after; the rest is what they were before


def opened(lesson: lessons.Lesson, folder: Path, own: teach.Settings) -> tuple[lessons.Lesson, teach.Student]:
    """The model of a folder as a student, and the lesson in its pieces with targets turned to where its rows lie."""
    from transformers import BertModel

    body = BertModel.from_pretrained(folder, add_pooling_layer=False, dtype=torch.float32)
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    student = teach.Student(body, body.embeddings.word_embeddings.weight.detach().numpy(), own)
    aimed = [row.left for row in lesson.rows if row.kind in material.WITH_TARGET]
    some = np.random.default_rng(own.seed).permutation(len(aimed))[:SOME]
    rows = lessons.encoder(student, tokenizer)([aimed[i] for i in some])
    turn = targets.turn(lesson.targets[some], rows)
    return replace(lesson, tokenizer=tokenizer, targets=np.asarray(lesson.targets @ turn, dtype=np.float32)), student


def fingerprint(folder: Path) -> str:
    """Which weights a folder holds: a run that was broken off goes on only from those it began with."""
    return hash_files(folder, ["model.safetensors"])[:12]


def mix(student: teach.Student, before: dict[str, torch.Tensor], newer: float = NEWER) -> None:
    """Make the student's weights the mean of what they are and what they were `before`."""
    with torch.no_grad():
        for name, now in student.weights().items():
            now.mul_(newer).add_(before[name], alpha=1 - newer)
