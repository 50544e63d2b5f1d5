"""Text → spans that each say one thing: lines, bullets, sentences, and the verbs of a line that runs on without them.

Adverts arrive in every shape: clean bullets, bullets glued into one line (`kantor.- Mencari nasabah- Usia maks`), and
whole adverts scraped into one lower-case stream without a full stop. Each shape is cut where a person draws breath.
"""

import re
from collections.abc import Callable, Iterator

from search.text.cues import VERB
from search.text.streams import Span, cut_stream

# What ends a line, also where a page was pasted with its mark-up.
_LINE_END = re.compile(
    r"(?:[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]|&nbsp;|</?(?:li|ul|ol|p|br|div|h\d|table|tr|td)(?:\s[^<>\n]{0,99})?/?>)+",
    re.I,
)
# A bullet: a sign of its own at the start or after a space; a dash at the start, after a stop, or glued to a word.
_BULLET = re.compile(
    r"(?![A-Za-z](?![.)]))(?:"  # hardly any letter opens a bullet, and most signs are letters
    r"(?:^|(?<=\s))(?:[•●▪▫■□◦‣⁃∙·➢➤►▶✓✔✅☑★☆🔹🔸📌🎯📍👉➡→]+\ufe0f?|\(?\d{1,2}[.)](?=\s|[A-Za-z])|[A-Za-z][.)](?=\s))\s*"
    r"|^\s*\*+\s+"
    r"|(?:^\s*|(?<=[.;!?:)]\s)|(?<=[.;!?:)]))[-–—]\s*(?=[^\s\d])|(?<=[,a-z])[-–•●]\s+(?=\S))",
    re.MULTILINE,
)
_SENTENCE = re.compile(
    r"(?=[\s;A-Z])(?:"
    r"(?<=[.!?;])(?<!&amp;)(?:\s+(?=[\"'(\[]?[A-Z0-9À-Ý])|(?=[A-Z][a-z]))|(?<!&amp);\s+|\s\|\s|\t+|"
    # "pelangganKualifikasi :", "targetMelakukan": a scraper has dropped the line break.
    r"(?<=[a-z)])(?=(?:Kualifikasi|Persyaratan|Syarat|Benefits?|Fasilitas|Keuntungan|Tanggung|Deskripsi|Job ?[Dd]esc|"
    r"Requirements?|Qualifications?|Responsibilities)\b)|(?<=[a-z]{3})(?=(?:Me(?:m|n|ng|ny|r|l)|Ber)[a-z]{4,}\b))"
)
_ABBREVIATION = re.compile(
    r"(?:\b(?:min|max|maks|no|dll|dsb|dst|dr|drs|ir|hj|h|s|jl|tel|telp|kab|kec|prov|pt|cv|tbk|e\.g|i\.e|etc|vs|mr|mrs|st|[A-Z])\.)$",
    re.I,
)
_NEXT = rf"(?:{VERB}|(?:ingin|want|hope)\b)"
_COMPOUND = re.compile(
    rf"(?=[,\s])(?:(?:,\s{{0,8}}|(?<!\s)\s{{1,8}})(?:dan|serta|and|&|lalu|kemudian)\s{{1,8}}(?={_NEXT})|,\s{{1,8}}(?={VERB}))",
    re.I,
)
_WORD = re.compile(r"\S+")
_ENDS_WITH_VERB = re.compile(rf"\b{VERB}[ ,]*$", re.I)  # "Membuat, mengedit": what follows is theirs too
_LEFT_VERB = re.compile(rf"\b{VERB}", re.I)  # "Bersama tim layanan, memetakan …" has none and stays whole
_RUN_ON = 26  # words without a full stop from which a line is taken for a stream and cut before its verbs
_WRAPPED = 55  # characters; a shorter line was not wrapped for want of room
_GOES_ON = re.compile(r"[a-z][a-z]+[ ,.]|\(")  # no bullet, no number, no capital
_LAST = 30  # characters that hold a last word
_SHORTEST = 3  # words; no cut leaves less than this


def segments(text: str) -> Iterator[tuple[Span, Span]]:
    """Yield the spans of a text in order, each with its sentence; trimmed, never empty, never overlapping."""
    for line in _lines(text):
        for bullet in _cut(text, line, _BULLET):
            for sentence in _sentences(text, bullet):
                for part in _parts(text, sentence):
                    yield part, sentence


def _lines(text: str) -> Iterator[Span]:
    """Yield lines, those that a fixed width has wrapped joined again with what they continue."""
    whole: Span | None = None
    for line in _between(text, _LINE_END):
        if whole and _continues(text, whole, line):
            whole = (whole[0], line[1])
            continue
        if whole:
            yield whole
        whole = line
    if whole:
        yield whole


def _between(text: str, separator: re.Pattern[str]) -> Iterator[Span]:
    start = 0
    for found in separator.finditer(text):
        if found.start() > start:
            yield start, found.start()
        start = found.end()
    if start < len(text):
        yield start, len(text)


def _continues(text: str, before: Span, line: Span) -> bool:
    """Whether a line goes on in small letters right below a long one that ends without a stop."""
    last = text.rfind("\n", *before) + 1 or before[0]
    adjacent = text[before[1] : line[0]] in {"\n", "\r\n"}
    begun = text[last : before[1]].rstrip()
    rest = text[line[0] : line[1]].lstrip()
    return adjacent and len(begun) >= _WRAPPED and begun[-1] not in ".!?:;" and bool(_GOES_ON.match(rest))


def _parts(text: str, span: Span) -> Iterator[Span]:
    if _count(text, span) >= _RUN_ON:
        yield from (trimmed for part in cut_stream(text, span) if (trimmed := _trim(text, part)))
    else:
        yield from _compound(text, span)


def _cut(
    text: str, span: Span, separator: re.Pattern[str], apart: Callable[[Span, Span], bool] = lambda *_: True
) -> Iterator[Span]:
    """Split at the matches of `separator` whose two sides stand `apart`; the separator belongs to neither side."""
    start, end = span
    for found in separator.finditer(text, *span):
        left = (start, found.start())
        if apart(left, (found.end(), end)):
            if trimmed := _trim(text, left):
                yield trimmed
            start = found.end()
    if trimmed := _trim(text, (start, end)):
        yield trimmed


def _sentences(text: str, span: Span) -> Iterator[Span]:
    """Split at full stops, but for those of an abbreviation."""

    def apart(left: Span, _: Span) -> bool:
        return not _ABBREVIATION.search(text, max(left[0], left[1] - 8), left[1])

    return _cut(text, span, _SENTENCE, apart)


def _compound(text: str, span: Span) -> Iterator[Span]:
    """Split "membuat konten dan mengelola iklan" before its second verb, when both halves can stand alone."""

    def apart(left: Span, right: Span) -> bool:
        stands = min(_count(text, left), _count(text, right)) >= _SHORTEST - 1
        return (
            stands
            and bool(_LEFT_VERB.search(text, *left))
            and not _ENDS_WITH_VERB.search(text, max(left[0], left[1] - _LAST), left[1])
        )

    return _cut(text, span, _COMPOUND, apart)


def _trim(text: str, span: Span) -> Span | None:
    start, end = span
    if start < end and text[start].isalnum() and text[end - 1].isalnum():
        return span
    while start < end and (text[start].isspace() or text[start] in "-–—•*,;:|\"'“”_=·"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in "-–—•*,;|_=·"):
        end -= 1
    return (start, end) if any(char.isalnum() for char in text[start:end]) else None


def _count(text: str, span: Span) -> int:
    return len(text[span[0] : span[1]].split())
