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
    "search.found": Pair(
        "{shown} dari {count} unit, yang paling dekat lebih dulu", "{shown} of {count} units, closest first"
    ),
    "search.narrowed_out": Pair(
        "Ada {count} unit yang berkaitan, tetapi tidak satu pun sesuai saringan di atas. Longgarkan saringannya.",
        "There are {count} related units, but none is as chosen above. Choose less narrowly.",
    ),
    "search.decree": Pair("Keputusan", "Decree"),
    "search.decree.all": Pair("Semua keputusan", "All decrees"),
    "search.function": Pair("Fungsi di peta fungsi", "Function of the function map"),
    "search.function.all": Pair("Semua fungsi", "All functions"),
    "search.printed": Pair("Isi unit", "What is printed of a unit"),
    "search.printed.all": Pair("Dengan atau tanpa KUK", "With or without criteria"),
    "search.printed.detailed": Pair("Hanya yang memuat KUK", "Only those with criteria"),
    "search.printed.title": Pair("Hanya yang berjudul saja", "Only those known by title"),
    "search.nothing": Pair(
        "Tidak ada unit dalam katalog ini yang berkaitan. Coba kata lain: sebut pekerjaannya, bukan jabatannya.",
        "No unit of this catalogue has to do with it. Try other words, or name the work rather than the job title.",
    ),
    "search.open": Pair("Buka unit selengkapnya", "Open the unit in full"),
    "search.judge": Pair("Nilai sebuah teks terhadap unit ini", "Judge a text against this unit"),
    "search.score": Pair("kedekatan {percent} dari 100", "closeness {percent} of 100"),
}
