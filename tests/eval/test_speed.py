"""What the benchmark measures with: variations that differ, and stages that add up."""

import gzip
import json
import os
from pathlib import Path

from world import DECREE, index_of, word_model

from eval.speed.plain import sentences, statements
from eval.speed.profile import stages
from eval.speed.variations import adverts, varied
from eval.speed.watch import Memory
from search.batch.bulk import Questions
from search.batch.parts import Job, Order
from search.batch.rows import row_of
from search.batch.write import Shape
from search.encode.static import StaticEncoder
from search.store import build_in_force, save_index

TEXTS = [f"Juru masak {n}\nMemasak nasi goreng untuk tamu restoran, lalu mencuci piring dan panci" for n in range(5)]


def test_variations_begin_with_the_adverts_and_repeat_none() -> None:
    made = list(varied(TEXTS, 200))
    assert made[:5] == TEXTS
    assert len(set(made)) > 150
    assert made == list(varied(TEXTS, 200))


def test_adverts_are_read_packed_or_not(tmp_path: Path) -> None:
    lines = "".join(json.dumps({"text": text}) + "\n" for text in TEXTS).encode()
    (tmp_path / "a.jsonl").write_bytes(lines)
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(lines))
    assert adverts(tmp_path / "a.jsonl") == adverts(tmp_path / "a.jsonl.gz") == TEXTS


def test_the_plain_pipeline_cuts_in_two_ways() -> None:
    text = "Memasak nasi. Melayani tamu\n- mencuci piring"
    assert sentences(text) == ["Memasak nasi.", "Melayani tamu", "- mencuci piring"]
    assert statements(text) == ["Memasak nasi.", "Melayani tamu", "mencuci piring"]


def test_stages_are_shares_of_one_whole(tmp_path: Path) -> None:
    model = word_model(tmp_path / "model", TEXTS)
    save_index(tmp_path / "index", index_of(DECREE, StaticEncoder(str(model), model)))
    build = build_in_force(tmp_path / "index") or ""
    order = Order(tmp_path / "index", build, "a.jsonl", Questions(), Shape(), remember=False)
    jobs = [Job(n, tuple(row_of(n, "", "", text) for text in TEXTS), 1.0) for n in range(2)]
    found = dict(stages(order, *jobs))
    assert abs(sum(found.values()) - 1) < 1e-9
    assert all(0 < share < 1 for share in found.values())


def test_memory_is_watched_where_the_system_tells_it() -> None:
    memory = Memory(os.getpid())
    held = bytearray(1 << 20)
    while memory.peak is None and Path("/proc/self/status").exists():
        held[0] = 1
    memory.stop()
    assert memory.peak is None or memory.peak > len(held)
