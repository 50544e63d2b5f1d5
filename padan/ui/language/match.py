"""Words of the match view."""

from padan.ui.language.pair import Pair

TABLE = {
    "match.title": Pair("Cocokkan lowongan atau CV", "Match a job advert or a CV"),
    "match.lead": Pair(
        "Padan menunjukkan unit kompetensi yang diminta lowongan atau ditunjukkan CV, "
        "beserta kalimat yang menjadi buktinya.",
        "Padan shows the units of competency an advert calls for or a CV shows, with the sentences that prove it.",
    ),
    "match.input": Pair("Teks lowongan atau CV", "Text of the advert or CV"),
    "match.placeholder": Pair("Tempelkan teks di sini…", "Paste the text here…"),
    "match.button": Pair("Cocokkan", "Match"),
    "match.samples": Pair("Atau coba sebuah contoh", "Or try a sample"),
    "match.edit": Pair("Ganti teks", "Change the text"),
    "match.working": Pair("Membaca dan mencocokkan…", "Reading and matching…"),
    "match.statements": Pair("{count} pernyataan", "{count} statements"),
    "match.uncovered": Pair("{count} tidak tercakup unit mana pun", "{count} covered by no unit"),
    "match.text": Pair("Teks Anda", "Your text"),
    "match.units": Pair("Unit kompetensi", "Units of competency"),
    "match.units.job": Pair("Unit yang diminta lowongan ini", "Units this advert calls for"),
    "match.units.cv": Pair("Unit yang ditunjukkan CV ini", "Units this CV shows"),
    "match.legend.chosen": Pair("bukti unit terpilih", "evidence of the chosen unit"),
    "match.legend.evidence": Pair("bukti unit lain", "evidence of other units"),
    "match.legend.uncovered": Pair("tidak tercakup unit mana pun", "covered by no unit"),
    "match.legend.noise": Pair("bukan tugas atau syarat kerja", "not about the work"),
    "match.legend.disclaimed": Pair(
        "harapan, sangkalan, atau pekerjaan orang lain: bukan bukti",
        "a wish, a denial or someone else's work: no evidence",
    ),
    "match.legend.picked": Pair("pernyataan terpilih", "the statement chosen"),
    "match.pick": Pair(
        "Pilih sebuah pernyataan di teks untuk melihat unitnya.", "Choose a statement in the text to see its units."
    ),
    "match.picked": Pair("Unit untuk pernyataan ini", "Units for this statement"),
    "match.picked.all": Pair("Kembali ke semua unit", "Back to all units"),
    "match.without.covered": Pair(
        "Pernyataan ini dekat dengan sebuah unit, tetapi pernyataan lain lebih kuat sebagai buktinya.",
        "This statement is near a unit, but other statements are better evidence for it.",
    ),
    "match.without.uncovered": Pair(
        "Tidak ada unit dalam katalog ini yang memuat pekerjaan itu.", "No unit of this catalogue covers this work."
    ),
    "match.without.noise": Pair(
        "Bagian ini bukan tugas atau syarat kerja (misalnya gaji, usia, atau cara melamar), jadi tidak dicocokkan.",
        "This part is not about the work (but, say, pay, age or how to apply), so it is not matched.",
    ),
    "match.without.disclaimed": Pair(
        "Ini harapan, sangkalan, atau pekerjaan orang lain, jadi tidak dihitung sebagai bukti.",
        "This is a wish, a denial or someone else's work, so it does not count as evidence.",
    ),
    "match.depth": Pair("Kedalaman", "Depth"),
    "match.depth.fast": Pair("Cepat", "Fast"),
    "match.depth.deep": Pair("Mendalam", "Deep"),
    "match.depth.help": Pair(
        "Cepat membaca dengan model ringan; Mendalam memakai juga model yang lebih teliti dan perlu waktu lebih lama.",
        "Fast reads with the light model; Deep uses a more careful one besides and takes longer.",
    ),
    "match.nothing": Pair(
        "Tidak ada unit dalam katalog ini yang cocok dengan teks Anda.",
        "No unit of this catalogue fits your text.",
    ),
    "match.nothing.why": Pair(
        "Katalog hanya memuat bidang tertentu; pekerjaan di luar bidang itu memang tidak akan ditemukan.",
        "The catalogue covers certain fields only; work outside them cannot be found in it.",
    ),
    "match.doubtful": Pair("Kurang pasti ({count} unit)", "Less certain ({count} units)"),
    "match.nearest": Pair(
        "Yang paling dekat, tetapi tidak meyakinkan ({count} unit)",
        "The nearest, though not convincing ({count} units)",
    ),
    "match.trust.strong": Pair("Cocok kuat · {percent}%", "Strong match · {percent}%"),
    "match.trust.likely": Pair("Kemungkinan cocok · {percent}%", "Likely match · {percent}%"),
    "match.trust.doubtful": Pair("Kurang pasti · {percent}%", "Uncertain · {percent}%"),
    "match.trust.help": Pair(
        "Persentase adalah seberapa yakin Padan bahwa unit ini memang bagian dari teks, bukan nilai seseorang.",
        "The percentage is how sure Padan is that the unit belongs to the text; it is no mark given to a person.",
    ),
    "match.choose": Pair("Tandai di teks", "Mark in the text"),
    "match.chosen": Pair("Sedang ditandai", "Marked now"),
    "match.gaps": Pair("Lihat kesenjangan per KUK", "See the gaps per criterion"),
    "match.meets": Pair("mendukung", "supports"),
}
