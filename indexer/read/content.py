"""The bytes of a file on the disk, of a bounded size, with one line for whatever stands against it."""

from pathlib import Path

from indexer.read.limits import MEGABYTE
from search.errors import InputError


def file_content(path: Path, most: int) -> bytes:
    """The bytes of a file; raises `InputError` for one that cannot be read or has more than `most` bytes."""
    try:
        with path.open("rb") as file:
            data = file.read(most + 1)
    except FileNotFoundError:
        raise InputError(f"{path} does not exist. Check the path.") from None
    except IsADirectoryError:
        raise InputError(f"{path} is a folder, not a file. Name a file in it.") from None
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        reason = getattr(error, "strerror", None) or "no file name"
        raise InputError(f"{path} cannot be read ({reason}). Check its permissions.") from None
    if len(data) > most:
        raise InputError(f"{path.name} is larger than the {most // MEGABYTE} MB allowed. Split it.")
    return data
