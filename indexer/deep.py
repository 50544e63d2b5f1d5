"""Whether an index gets a second set of vectors, those of the deep encoder."""

from collections.abc import Callable

from search.encode import DEEP, DEFAULT, Encoder, has_encoder, load_encoder

MOST = 50_000  # passages; the deep encoder takes some minutes for them
_A_MINUTE = 18_000  # passages, at three hundred a second


def deep_encoder(
    asked: bool | None, first: str, passages: int, notice: Callable[[str], None] | None = None
) -> Encoder | None:
    """The deep encoder where it was asked for; else where it is here, the first one is bundled too and texts are few.

    first: the name of the index's first encoder; whoever chose another one wants that alone. notice: is told when there
    are too many texts. Raises EncoderError when the encoder was asked for and is missing.
    """
    if asked is None:
        if first != DEFAULT or not has_encoder(DEEP):
            return None
        if passages > MOST:
            if notice:
                notice(
                    f"answers will be fast, not deep: {passages:,} texts take the deep encoder some "
                    f"{passages // _A_MINUTE} minutes. To take them: padan index --deep"
                )
            return None
    return load_encoder(DEEP) if asked is not False else None
