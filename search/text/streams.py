"""A long line without full stops → spans: cut where a duty or a requirement opens and no earlier word leans on it.

Adverts are scraped into lines of a thousand words, often in small letters and without a stop. A duty opens with a verb;
in English only with one that is hardly ever a noun ("ensure", not "market research" or "support"), unless an article
follows ("support the team"). A requirement opens with what is asked for ("pengalaman", "excellent", "at least").
"""

import re
from collections.abc import Iterator

from search.text.cues import ADVERT_HEADING, ENGLISH_VERBS, INDONESIAN_VERB

Span = tuple[int, int]  # start and end offset in characters, end excluded

# Verbs that are nouns or parts of names as often, and the words that make verbs of them.
_NOUNS = frozenset(
    """
    act answer approach campaign check contact design document drive help keep lead market meet offer plan process
    produce report research review run schedule set shoot source support track train update upload use visit work
    """.split()
)
_ARTICLES = frozenset("the a an all our and with daily new".split())
_GERUNDS = frozenset(
    """
    achieving analysing analyzing assisting collaborating communicating compiling conducting coordinating creating
    delivering developing ensuring establishing evaluating executing facilitating generating identifying implementing
    improving maintaining managing monitoring negotiating operating optimising optimizing organising organizing
    overseeing preparing presenting promoting providing recruiting resolving responding supervising supporting writing
    """.split()
)
_ASKED = frozenset(
    """
    pengalaman pendidikan lulusan usia umur mampu terbiasa paham dapat bisa siap sanggup diutamakan domisili jujur
    teliti kreatif komunikatif disiplin pria wanita minimal maksimal wajib penempatan kemampuan keterampilan strong
    excellent good great proven experienced ability able proficient proficiency fluent familiar familiarity knowledge
    bachelor degree candidate candidates willing willingness responsible have having possess possesses minimum
    bekerja preferably must previous solid passionate comfortable creative maximum
    """.split()
)
_OPENERS = frozenset(ENGLISH_VERBS) - _NOUNS | _GERUNDS | _ASKED
_INDONESIAN = re.compile(INDONESIAN_VERB)
_OF_WHAT = frozenset("in with as on using of".split())  # behind "experience" that is asked for
_WHOSE = frozenset("customer user guest work working years".split())  # before "experience" that is not
_LEANING = frozenset(
    """
    untuk dalam dan atau yang mampu dapat bisa akan telah dengan cara serta di ke dari pada oleh secara agar sebagai
    adalah tentang terhadap bagi melalui hingga sampai sudah harus wajib siap sedang ingin tidak para maupun to and or
    of in the a an for with by as on at from into through between across via our your their its his her this that these
    those any each all both such more most very well no not is are be been was were will would should can could may must
    also we you they it who which while when including include includes like & +
    """.split()
)
_HEADING = re.compile(rf"(?<!\S){ADVERT_HEADING}", re.I)
# "pengalaman kerja di", "benefits of": a phrase of the sentence, no heading.
_GOES_ON = re.compile(
    r"\s{0,8}(?:of|in|and|for|with|including|include|as|is|are|from|di|dalam|sebagai|min(?:imal)?|selama|dari|yang|untuk)\b",
    re.I,
)
_WORD = re.compile(r"\S+")
_SHORTEST = 3  # words; no cut leaves less than this
_OPENLESS = 6  # words that may stand without an opener; fewer belong to the one that follows
_LONGEST, _ENDLESS = 28, 36  # words after which a part ends where no word leans, and anywhere


def cut_stream(text: str, span: Span) -> Iterator[Span]:
    """Yield the untrimmed parts of a long line, its headings by themselves, no part longer than 36 words."""
    for start, end in _around_headings(text, span):
        found = list(_WORD.finditer(text, start, end))
        words = [one.group().lower().strip(",.:()") for one in found]
        count, begun = 0, False
        for place, one in enumerate(found):
            free = not place or words[place - 1] not in _LEANING
            opens = free and _opens(words, place)
            stands = opens and min(count, len(words) - place) >= _SHORTEST and (begun or count >= _OPENLESS)
            if stands or (count >= _LONGEST and free) or count >= _ENDLESS:
                yield start, one.start()
                start, count, begun = one.start(), 0, False
            count, begun = count + 1, begun or opens
        yield start, end


def _opens(words: list[str], place: int) -> bool:
    """Whether a duty or a requirement opens with a word."""
    word, after = words[place], words[place + 1] if place + 1 < len(words) else ""
    if word in _NOUNS:
        return after in _ARTICLES
    if word == "experience":
        return after in _OF_WHAT and place > 0 and words[place - 1] not in _WHOSE
    return (
        word in _OPENERS
        or (word, after) == ("at", "least")
        or (word[:2] in {"me", "be"} and bool(_INDONESIAN.match(word)))
    )


def _around_headings(text: str, span: Span) -> Iterator[Span]:
    """Split before and after every heading, which becomes a span of its own."""
    start = span[0]
    for found in _HEADING.finditer(text, *span):
        before = text[start : found.start()].lower().rsplit(None, 1)[-1:]
        if (before and before[0].strip(",") in _LEANING) or _GOES_ON.match(text, found.end(), span[1]):
            continue
        yield from ((start, found.start()), found.span())
        start = found.end()
    yield start, span[1]
