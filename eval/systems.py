"""The systems compared, one line each, over one catalogue, so that only the method differs."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from eval import models, words
from eval.answers import System
from eval.floor import Floor
from eval.labelled import SETS, SetName
from eval.library import Library
from eval.plain import Plain
from eval.world import World
from search.encode import DEEP, has_encoder
from search.errors import InputError


@dataclass(frozen=True, slots=True)
class Entry:
    """A system of the registry; `sets` where it differs from another one."""

    about: str
    build: Callable[[World], System]
    sets: tuple[SetName, ...] = SETS
    needs: str | None = None  # a bundled model


_WHOLE = "an advert is one query"
_BEST = "the best sentence of an advert speaks for a unit"
_ADVERTS: tuple[SetName, ...] = ("adverts",)


def _encoder_whole(world: World) -> System:
    return Plain(world, lambda index: models.cosine(world.encoder.encode, index))


_ALL: Mapping[str, Entry] = MappingProxyType(
    {
        "bm25": Entry(f"BM25 over words; {_WHOLE}", lambda w: Plain(w, words.words)),
        "floor": Entry("knows nothing: every unit by its code, every criterion evidenced", Floor),
        "bm25-stems": Entry(f"BM25 over stems; {_WHOLE}", lambda w: Plain(w, words.stems)),
        "char-tfidf": Entry(f"TF-IDF of 3 to 5 letters; {_WHOLE}", lambda w: Plain(w, words.letters)),
        "char-tfidf-best": Entry(
            f"TF-IDF of 3 to 5 letters; {_BEST}", lambda w: Plain(w, words.letters, True), _ADVERTS
        ),
        "minilm": Entry(f"all-MiniLM-L6-v2; {_WHOLE}", lambda w: Plain(w, models.minilm)),
        "minilm-best": Entry(f"all-MiniLM-L6-v2; {_BEST}", lambda w: Plain(w, models.minilm, True), _ADVERTS),
        "use": Entry(f"multilingual universal sentence encoder; {_WHOLE}", lambda w: Plain(w, models.use)),
        "use-best": Entry(
            f"multilingual universal sentence encoder; {_BEST}", lambda w: Plain(w, models.use, True), _ADVERTS
        ),
        "e5": Entry(f"multilingual-e5-small; {_WHOLE}", lambda w: Plain(w, models.e5)),
        "e5-best": Entry(f"multilingual-e5-small; {_BEST}", lambda w: Plain(w, models.e5, True), _ADVERTS),
        "encoder-whole": Entry(f"the index's encoder as it is; {_WHOLE}", _encoder_whole, _ADVERTS),
        "lexical": Entry("Padan's words alone: stems, slang, slips", lambda w: Library(w, alone="lexical")),
        "encoder": Entry("Padan's meaning alone: the index's encoder", lambda w: Library(w, alone="dense")),
        "hybrid": Entry("fast: words and the index's encoder, of the decree alone", lambda w: Library(w)),
        "hybrid-aliases": Entry("the same with alternative labels", lambda w: Library(w, "labels")),
        "fast": Entry("the same with worked examples: --depth fast", lambda w: Library(w, "examples")),
        "encoder-deep": Entry("the deep encoder alone", lambda w: Library(w, depth="deep", alone="deep"), needs=DEEP),
        "hybrid-deep": Entry(
            "deep: words and both encoders, of the decree alone", lambda w: Library(w, depth="deep"), needs=DEEP
        ),
        "hybrid-deep-aliases": Entry(
            "the same with alternative labels", lambda w: Library(w, "labels", "deep"), needs=DEEP
        ),
        "full": Entry(
            "the same with worked examples: --depth deep", lambda w: Library(w, "examples", "deep"), needs=DEEP
        ),
    }
)
OWN = ("fast", "full")  # what `padan` answers with, fast and deep


def systems() -> dict[str, Entry]:
    """The systems whose bundled models are here."""
    return {name: entry for name, entry in _ALL.items() if entry.needs is None or has_encoder(entry.needs)}


def chosen(names: Sequence[str] | None) -> dict[str, Entry]:
    """The systems named, all without names; raises InputError for one there is not."""
    there = systems()
    for name in names or ():
        if name not in there:
            raise InputError(f"There is no system '{name}'. Systems: {', '.join(there)}")
    return {name: there[name] for name in dict.fromkeys(names)} if names else there
