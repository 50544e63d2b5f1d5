"""The function map of decree 124/2022, all fifty paths written out by hand."""

from search.types import Decree

TUJUAN = (
    "Membangun strategi pemasaran yang digunakan sebagai landasan untuk meraih kepuasan dan loyalitas seluruh pemangku "
    "kepentingan (stakeholder)"
)

MAP = {
    "Menganalisis strategi pemasaran organisasi": {
        "Membangun hubungan baik dengan setiap pemangku kepentingan (stakeholder)": [
            "Melaksanakan komunikasi efektif",
            "Melaksanakan penulisan bisnis (business writing)",
        ],
        "Membangun strategi pemasaran": [
            "Melaksanakan analisis lingkungan bisnis",
            "Mengembangkan dan menerapkan strategi bisnis",
            "Mengidentifikasi elemen pemasaran organisasi",
            "Menyusun elemen pemasaran organisasi",
        ],
        "Mengevaluasi strategi pemasaran": [
            "Melaksanakan audit pemasaran",
            "Melaksanakan pengukuran efektivitas pemasaran",
        ],
    },
    "Membangun dan mengembangkan merek": {
        "Membangun merek": [
            "Merencanakan riset terhadap sebuah produk dan/atau merek",
            "Mengolah data riset",
            "Melaksanakan event (bagian dari komunikasi merek)",
        ],
        "Membangun merek secara digital": [
            "Menggunakan media sosial dan aplikasi daring (online tools)",
            "Melaksanakan kegiatan analisis di media sosial dan media bisnis digital",
            "Mempersiapkan konten digital",
            "Mengoptimalkan pengelolaan media sosial dan rencana aplikasi digital",
            "Menciptakan pengalaman bagi pengguna media digital",
        ],
        "Mengembangkan nilai merek": [
            "Melaksanakan kegiatan promosi merek",
            "Menyusun dan mengelola strategi portofolio produk dan/atau merek",
        ],
    },
    "Memberikan layanan": {
        "Membentuk loyalitas pelanggan": [
            "Mengelola momen kebenaran (moment of truth)",
            "Menangani keluhan pelanggan",
            "Mengelola program loyalitas pelanggan",
            "Mengelola lingkungan layanan (service environment)",
            "Memprediksi dan merencanakan layanan menggunakan analisis informasi lalu lintas keterlibatan pelanggan",
        ],
        "Melaksanakan aktivitas layanan": [
            "Membangun standar layanan pelanggan secara daring",
            "Merancang cetak-biru layanan",
            "Mengelola risiko reputasi organisasi dalam lingkungan daring",
            "Menyusun pelayanan yang khas berdasarkan merek organisasi (branded service)",
            "Memberikan layanan pelanggan melalui platform digital",
            "Mewujudkan kepuasan pelanggan",
            "Merencanakan pengembangan layanan ke mancanegara",
        ],
    },
    "Meningkatkan nilai penjualan": {
        "Mengelola proses penjualan": [
            "Menyusun rencana aktifitas penjualan",
            "Mencapai target penjualan",
            "Mengembangkan pengetahuan produk (barang/jasa)",
            "Melaksanakan prospek penjualan",
            "Membangun relasi pelanggan dan jejaring bisnis",
            "Melaksanakan keterampilan penjualan",
            "Mengelola penjualan melalui sarana telepon (telesales)",
            "Memberikan solusi penjualan kepada pelanggan",
            "Mengelola proses aplikasi kredit",
        ],
        "Mengembangkan keterampilan penjualan pribadi": [
            "Mengembangkan cara berfikir kritis dan kreatif",
            "Mengelola stres dalam dinamika tim penjualan",
            "Mengembangkan pola komunikasi efektif kepada pemangku kepentingan",
        ],
        "Membangun tim penjualan": [
            "Mengembangkan struktur organisasi dan personil tim penjualan",
            "Memberikan bimbingan dan peningkatan kualitas hidup",
            "Mengembangkan keterampilan dan kerjasama anggota tim penjualan",
            "Memimpin tim operasional penjualan",
        ],
        "Memaksimalkan target pencapaian penjualan": [
            "Mengembangkan strategi penjualan",
            "Mengelola target dan pencapaian penjualan",
            "Mengoptimalkan cakupan wilayah dan pelanggan",
            "Memimpin program transformasi dalam penjualan dan layanan",
        ],
    },
}

PATHS = [
    (TUJUAN, kunci, utama, dasar) for kunci, under in MAP.items() for utama, units in under.items() for dasar in units
]


def test_all_fifty_paths(marketing: Decree) -> None:
    assert len(PATHS) == 50
    assert [row.unit for row in marketing.function_map] == [unit.code for unit in marketing.units]
    assert [row.path for row in marketing.function_map] == PATHS


def test_where_the_functions_change(marketing: Decree) -> None:
    def changes(level: int) -> list[int]:
        rows = [row.path[: level + 1] for row in marketing.function_map]
        return [n + 1 for n, row in enumerate(rows) if n == 0 or row != rows[n - 1]]

    assert changes(0) == [1]
    assert changes(1) == [1, 9, 19, 31]
    assert changes(2) == [1, 3, 7, 9, 12, 17, 19, 24, 31, 40, 43, 47]
