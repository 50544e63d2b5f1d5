"""Word → stem: the bridge between active titles (`menganalisis`) and passive criteria (`dianalisis`).

Sastrawi implements Nazief–Adriani with Asian's and Tahitoe's rules. Its root list comes from Kateglo (CC BY-NC-SA 3.0
by its
README), so it stays behind `Stemmer`: pass any other `Stem` function, such as PyStemmer's Indonesian one.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache

from search.types import Stem

VERSION = "sastrawi-1.2/exceptions-1"

# Words Sastrawi takes for something else, found by reading its groups over the decree and two thousand adverts.
EXCEPTIONS: Mapping[str, str] = {
    # the verb and the noun of one word
    "analisa": "analisis",
    "dianalisa": "analisis",
    "dianalisis": "analisis",  # → analis, "analyst"
    "menganalisa": "analisis",
    "menganalisis": "analisis",
    # cut down to an unrelated root
    "agensi": "agensi",  # → agens
    "bali": "bali",  # → bal
    "bekasi": "bekasi",  # → bekas, "used"
    "kegiatan": "kegiatan",  # → giat, "diligent"; here: activity
    "kerusakan": "rusak",  # → rusa, "deer"
    "kinerja": "kinerja",  # → kerja; performance is measured, work is done
    "memetakan": "peta",  # → meta, which is also an advertising platform
    "pemetaan": "peta",
    "memuaskan": "puas",  # → muas
    "memungut": "pungut",
    "memesan": "pesan",  # → mesan
    "pemesanan": "pesan",
    "mengecek": "cek",  # → ecek
    "pengecekan": "cek",  # → kece, "cool"
    "mengelas": "las",
    "pengelasan": "las",  # → kelas, "class"
    "mengunjungi": "kunjung",  # → unjung
    "pengunjung": "kunjung",
    "perancangan": "rancang",  # → ancang
    "perawatan": "rawat",  # → awat
    "pemangku": "pangku",  # → mang, "uncle"
    "pendapatan": "pendapatan",  # → dapat; income
    "pengalaman": "pengalaman",  # → alam, "nature"
    "berpengalaman": "pengalaman",
    "perbankan": "bank",  # → perban, "bandage"
    "perpajakan": "pajak",  # → paja
    "persetujuan": "setuju",  # → tuju, "aim"
    "perusahaan": "perusahaan",  # → usaha, "effort"; a firm
    "peserta": "peserta",  # → serta, "and"
    "seles": "seles",
    "semoga": "semoga",
    "tercapainya": "capai",  # → capa
    "ketertarikan": "tarik",  # → tari, "dance"
}
_PLAIN = re.compile(r"[a-z]+")  # what Sastrawi's rules speak of; numbers, codes and other scripts stay as they are
_LONGEST = 40  # longer than any Indonesian word: a glued line, not worth the rules' time


class Stemmer:
    """Stems each word type once; `table` travels with an index and never grows by words a person typed."""

    def __init__(self, table: Mapping[str, str] | None = None, stem: Stem | None = None) -> None:
        self.table: dict[str, str] = dict(table or {})
        self._stem = stem

    def __call__(self, word: str) -> str:
        """One normalised word → its stem; words that are not plain Latin letters come back unchanged."""
        known = self.table.get(word)
        return self._look_up(word) if known is None else known

    def learn(self, words: Iterable[str]) -> list[str]:
        """Stem words of a decree and keep what was found; never for a person's text, which would stay in memory."""
        return [self.table.setdefault(word, self(word)) for word in words]

    def _look_up(self, word: str) -> str:
        if word in EXCEPTIONS:
            return EXCEPTIONS[word]
        if len(word) > _LONGEST or not _PLAIN.fullmatch(word):
            return word
        return (self._stem or _sastrawi())(word) or word


@cache
def roots() -> frozenset[str]:
    """Sastrawi's root words: a word that is one of them is spelt right."""
    from Sastrawi.Stemmer.StemmerFactory import StemmerFactory

    return frozenset(StemmerFactory().get_words())


@cache
def _sastrawi() -> Stem:
    """Sastrawi's rules without its cache, which would keep every word ever asked for."""
    from search.text.sastrawi import SastrawiRules

    return SastrawiRules(sorted(roots())).stem
