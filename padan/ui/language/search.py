"""Words of the search view."""

from padan.ui.language.pair import Pair

TABLE = {
    "search.title": Pair("Cari unit kompetensi", "Search units of competency"),
    "search.lead": Pair(
        "Tulis pekerjaannya dengan kata-kata sendiri: formal, gaul, atau bahasa Inggris.",
        "Describe the work in your own words: formal, slang, Indonesian or English.",
    ),
    "search.placeholder": Pair("misalnya: menangani keluhan pelanggan", "for example: customer loyalty program"),
    "search.button": Pair("Cari", "Search"),
    "search.examples": Pair("Coba salah satu:", "Try one:"),
    "search.example.1": Pair("menangani keluhan pelanggan", "customer loyalty program"),
    "search.example.2": Pair("cara handle komplen pelanggan yg marah2", "handling angry customers"),
    "search.example.3": Pair("riset pasar dan analisis pesaing", "market research and competitor analysis"),
    "search.found": Pair("{count} unit, yang paling dekat lebih dulu", "{count} units, closest first"),
    "search.nothing": Pair(
        "Tidak ada unit dalam katalog ini yang berkaitan. Coba kata lain: sebut pekerjaannya, bukan jabatannya.",
        "No unit of this catalogue has to do with it. Try other words, or name the work rather than the job title.",
    ),
    "search.open": Pair("Lihat elemen dan KUK", "See elements and criteria"),
    "search.judge": Pair("Nilai sebuah teks terhadap unit ini", "Judge a text against this unit"),
    "search.score": Pair("kedekatan {percent} dari 100", "closeness {percent} of 100"),
}
