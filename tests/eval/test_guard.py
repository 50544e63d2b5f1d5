"""The default system on the test split is not worse than it was, beyond what chance explains."""

from pathlib import Path

import pytest

from eval.baseline import baseline_file, fallen, measure_own, read_baseline, write_baseline
from eval.figures import Figure
from eval.world import World
from indexer.build import index_of_files
from search.errors import InputError
from search.resources import data_dir


def test_the_default_has_not_fallen() -> None:
    found = measure_own(World(index_of_files([data_dir() / "decrees"])))
    kept = read_baseline(baseline_file())
    assert found.keys() <= kept.keys()
    assert "fast" in found
    assert all(set(sets) == {"queries", "adverts", "cvs"} for sets in (*found.values(), *kept.values()))
    assert not list(fallen(found, kept))


def test_a_fall_is_told(tmp_path: Path) -> None:
    kept = {
        "fast": {
            "queries": {"MRR": Figure(0.5, 0.4, 0.6)},
            "cvs": {"ECE": Figure(0.1, 0.05, 0.2), "AUC": Figure(0.7, 0.6, 0.8)},
        }
    }
    write_baseline(kept, tmp_path / "kept.json")
    assert read_baseline(tmp_path / "kept.json") == kept
    same = {
        "queries": {"MRR": Figure(0.4, 0.3, 0.5)},
        "cvs": {"ECE": Figure(0.2, 0.1, 0.3), "AUC": Figure(0.6, 0.5, 0.7)},
    }
    assert not list(fallen({"fast": same}, kept))
    assert not list(fallen({}, kept))  # a system that is not here
    worse = {"queries": {"MRR": Figure(0.39, 0.3, 0.5)}, "cvs": {"ECE": Figure(0.21, 0.1, 0.3)}}
    assert list(fallen({"fast": worse}, kept)) == [
        "fast: queries MRR is 0.39, below 0.4",
        "fast: cvs ECE is 0.21, above 0.2",
        "fast: cvs AUC is no longer measured",
    ]
    with pytest.raises(InputError, match="Write it with: padan eval --split test --write-baseline"):
        read_baseline(tmp_path / "absent.json")
