"""What reading one document may cost; every limit is far above any decree, advert or CV seen, and far below harm."""

from dataclasses import dataclass

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds for one document; the child process keeps them, its parent keeps the wall clock."""

    file_bytes: int = 64 * MEGABYTE  # scanned decrees of 300 pages have 20 to 50 MB
    text_bytes: int = 32 * MEGABYTE  # of Markdown and plain text; the longest known decrees have under 2 MB
    processor_seconds: int = 60  # a decree of 300 pages takes under half of it on one busy core
    wall_seconds: int = 120  # twice the processor's, for machines that do other work at the same time
    memory_bytes: int = 1536 * MEGABYTE  # address space; 300 pages of tables need under 300 MB of it
    pages: int = 2_000  # the longest decrees have under 1,000
    page_characters: int = 60_000  # a full page has some 4,000
    entries: int = 5_000  # files inside a DOCX; Word writes some 15, and one for every picture
    unpacked_bytes: int = 200 * MEGABYTE  # of all parts of a DOCX, pictures included
    ratio: int = 200  # unpacked to packed size; Word's XML packs 10:1 to 60:1, a bomb 1,000:1
    ratio_from_bytes: int = 10 * MEGABYTE  # a part that unpacks to less does no harm, however well it packs
    cells: int = 500_000  # of tables; a decree of 400 units has some 20,000
    paragraphs: int = 500_000  # in and outside tables; a decree of 400 units has some 60,000
    elements: int = 2_000_000  # of an HTML page; Word's export has some ten a paragraph
    characters: int = 20_000_000  # of text; ten times the longest decree
    at_once: int = 4  # children of one process, so that many visitors cannot fill the memory together


LIMITS = Limits()
