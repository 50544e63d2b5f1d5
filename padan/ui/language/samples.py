"""What the bundled samples are called, by the names of their files."""

from padan.ui.language.pair import Pair

TABLE = {
    "sample.advert-brand-manager": Pair("Lowongan: brand manager (bahasa Inggris)", "Advert: brand manager"),
    "sample.cv-graphic-designer-en": Pair("CV: desainer grafis (bahasa Inggris)", "CV: graphic designer"),
    "sample.cv-sales-supervisor": Pair("CV: supervisor penjualan", "CV: sales supervisor (in Indonesian)"),
    "sample.lowongan-customer-service": Pair("Lowongan: customer service", "Advert: customer service (in Indonesian)"),
    "sample.lowongan-network-engineer": Pair(
        "Lowongan: network engineer (bahasa campuran)", "Advert: network engineer (mixed languages)"
    ),
    "sample.lowongan-sales-mentah": Pair(
        "Lowongan: sales, satu baris tanpa tanda baca", "Advert: sales, one line without punctuation (in Indonesian)"
    ),
}
