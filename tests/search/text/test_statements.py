import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.text.segments import segments
from search.text.statements import can_prove, guess_kind, split_statements
from search.types import StatementKind

ADVERT = """Marketing Officer
Tanggung Jawab:
- Membuat konten dan mengelola iklan
• Menangani keluhan pelanggan. Menyusun laporan bulanan.
Kualifikasi:
1. Usia maks. 30 tahun
2. Mampu menganalisis data pasar
Benefit:
- BPJS dan THR
"""


def roles(text: str) -> list[tuple[str, str]]:
    return [(statement.kind.value, statement.text) for statement in split_statements(text, "job")]


def test_an_advert_in_bullets() -> None:
    assert roles(ADVERT) == [
        ("title", "Marketing Officer"),
        ("heading", "Tanggung Jawab:"),
        ("duty", "Membuat konten"),
        ("duty", "mengelola iklan"),
        ("duty", "Menangani keluhan pelanggan."),
        ("duty", "Menyusun laporan bulanan."),
        ("heading", "Kualifikasi:"),
        ("noise", "Usia maks. 30 tahun"),
        ("requirement", "Mampu menganalisis data pasar"),
        ("heading", "Benefit:"),
        ("noise", "BPJS dan THR"),
    ]


def test_bullets_glued_into_one_line() -> None:
    text = "Menjual produk pinjaman (kredit).- Mencari nasabah baru.- Mencapai target cabang.-Berkoordinasi dengan tim"
    assert [text[start:end] for (start, end), _ in segments(text)] == [
        "Menjual produk pinjaman (kredit).",
        "Mencari nasabah baru.",
        "Mencapai target cabang.",
        "Berkoordinasi dengan tim",
    ]


def test_stars_are_bullets_at_the_start_and_emphasis_elsewhere() -> None:
    text = "* Mengelola **program loyalitas** pelanggan\n* Menangani *keluhan* pelanggan"
    assert [text[start:end] for (start, end), _ in segments(text)] == [
        "Mengelola **program loyalitas** pelanggan",
        "Menangani *keluhan* pelanggan",
    ]


def test_a_scraped_stream_is_cut_before_its_verbs_and_headings() -> None:
    text = (
        "tanggung jawab mencari calon pembeli yang sesuai dengan produk melayani dan mempresentasikan rumah kepada "
        "pelanggan membuat rencana hingga target penjualan setiap bulannya kualifikasi mampu bekerja dalam "
        "tim dan di bawah tekanan"
    )
    assert [text[start:end] for (start, end), _ in segments(text)] == [
        "tanggung jawab",
        "mencari calon pembeli yang sesuai dengan produk",
        "melayani dan mempresentasikan rumah kepada pelanggan",
        "membuat rencana hingga target penjualan setiap bulannya",
        "kualifikasi",
        "mampu bekerja dalam tim dan di bawah tekanan",
    ]


def test_an_english_stream_is_cut_before_duties_and_not_inside_their_nouns() -> None:
    text = (
        "key responsibilities conduct market research and competitor analysis for the new product line develop "
        "campaign performance reports with actionable insights support the sales team in addition to their "
        "responsibilities at the branch office requirements at least two years of experience in retail strong "
        "communication and negotiation skills"
    )
    assert roles(text) == [
        ("heading", "key responsibilities"),
        ("duty", "conduct market research and competitor analysis for the new product line"),
        ("duty", "develop campaign performance reports with actionable insights"),
        ("duty", "support the sales team in addition to their responsibilities at the branch office"),
        ("heading", "requirements"),
        ("requirement", "at least two years of experience in retail"),
        ("requirement", "strong communication and negotiation skills"),
    ]


def test_one_noise_word_does_not_hide_the_requirements_beside_it() -> None:
    text = (
        "kualifikasi pendidikan minimal s1 semua jurusan pengalaman minimal 2 tahun di bidang pemasaran memiliki "
        "kemampuan negosiasi yang kuat mampu bekerja dalam tim terbiasa membuat laporan penjualan setiap bulan untuk "
        "kepala cabang"
    )
    assert roles(text) == [
        ("heading", "kualifikasi"),
        ("noise", "pendidikan minimal s1 semua jurusan"),
        ("requirement", "pengalaman minimal 2 tahun di bidang pemasaran"),
        ("requirement", "memiliki kemampuan negosiasi yang kuat"),
        ("noise", "mampu bekerja dalam tim"),
        ("requirement", "terbiasa membuat laporan penjualan setiap bulan untuk kepala cabang"),
    ]


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("Syarat dan kualifikasi", "requirement"),
        ("💸 FASILITAS & KEUNTUNGAN:", "noise"),
        ("Keterampilan, kualifikasi, dan pengalaman yang dibutuhkan", "requirement"),
        ("Job Description / Responsibilities", "duty"),
        ("What you'll be doing", "duty"),
        ("Pengalaman kerja", "requirement"),  # an advert tells of none: it asks for it
        ("Manfaat utama", "noise"),
    ],
)
def test_headings_come_in_pairs_and_with_ornaments(heading: str, role: str) -> None:
    assert roles(f"{heading}\nMelayani tamu hotel dengan ramah") == [
        ("heading", heading),
        (role, "Melayani tamu hotel dengan ramah"),
    ]


def test_mark_up_and_dropped_line_breaks_end_a_statement() -> None:
    text = (
        "<ul><li>Menata stok &amp; rak toko</li><li>Melayani pelangganKualifikasi :</li></ul>"
        "Mencapai targetMenyusun laporan"
    )
    assert [text for _, text in roles(text)] == [
        "Menata stok &amp; rak toko", "Melayani pelanggan", "Kualifikasi :", "Mencapai target", "Menyusun laporan",
    ]  # fmt: skip


def test_verbs_that_share_an_object_stay_together() -> None:
    assert roles("Tugas:\nMembuat, mengedit, dan mengunggah foto produk dan membalas pesan pembeli") == [
        ("heading", "Tugas:"),
        ("duty", "Membuat, mengedit, dan mengunggah foto produk"),
        ("duty", "membalas pesan pembeli"),
    ]


def test_a_compound_is_cut_only_where_both_halves_have_a_verb() -> None:
    text = "Bersama tim layanan, memetakan alur pelanggan dan menyusun standar layanan"
    assert [text[start:end] for (start, end), _ in segments(text)] == [
        "Bersama tim layanan, memetakan alur pelanggan",
        "menyusun standar layanan",
    ]


def test_lines_wrapped_at_a_fixed_width_are_one_statement() -> None:
    text = (
        "Menyusun standar layanan pelanggan daring bersama tim layanan serta\n"
        "memantau pelaksanaannya setiap bulan.\n"
        "Mengelola iklan\n"
        "membalas komentar\n"
    )
    assert [text[start:end] for (start, end), _ in segments(text)] == [
        "Menyusun standar layanan pelanggan daring bersama tim layanan",
        "memantau pelaksanaannya setiap bulan.",
        "Mengelola iklan",
        "membalas komentar",
    ]
    wrapped = "Menyusun laporan penjualan bulanan untuk seluruh cabang di Pulau\njawa dan Bali"
    assert [wrapped[start:end] for (start, end), _ in segments(wrapped)] == [wrapped]


def test_abbreviations_do_not_end_a_sentence() -> None:
    text = "Pengalaman min. Dua tahun di PT. Maju. Siap kerja"
    assert [text[start:end] for (start, end), _ in segments(text)] == [
        "Pengalaman min. Dua tahun di PT. Maju.",
        "Siap kerja",
    ]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (ADVERT, "job"),
        ("Pengalaman Kerja\n2019 - 2022 Staf Penjualan\nSaya mengelola 20 toko", "cv"),
        ("We are hiring a cook. Requirements: can cook", "job"),
    ],
)
def test_kind_is_guessed(text: str, kind: str) -> None:
    assert guess_kind(text) == kind


@given(
    st.text(alphabet=st.one_of(st.characters(), st.sampled_from("\n\r•-.;:, 1a)dan")), max_size=400),
    st.sampled_from(["job", "cv"]),
)
def test_statements_are_verbatim_spans_in_order(text: str, kind: str) -> None:
    end = 0
    for number, statement in enumerate(split_statements(text, kind)):  # type: ignore[arg-type]
        assert statement.id == number
        assert text[statement.start : statement.end] == statement.text
        assert statement.text == statement.text.strip()
        assert statement.start >= end
        end = statement.end


@given(
    st.lists(
        st.sampled_from(
            "tugas membuat laporan dan mengelola data the manage team responsibilities kualifikasi".split()
        ),
        min_size=1,
        max_size=80,
    )
)
def test_no_word_of_a_stream_is_lost(words: list[str]) -> None:
    text = " ".join(words)
    kept = " ".join(statement.text for statement in split_statements(text, "job")).split()
    missing = [word for word in words if word not in {"dan"}]  # a conjunction between two duties is neither's
    assert [word for word in kept if word != "dan"] == missing


@pytest.mark.parametrize(
    "line",
    [
        "Senin - Jumat, 08.00 - 17.00",
        "Usia maksimal 30 tahun",
        "Pria/Wanita, min. SMA sederajat",
        "Kirim CV ke hrd@contoh.example",
        "CURRICULUM VITAE",
        "Telepon : tersedia saat wawancara",
        "Gaji pokok dan BPJS",
        "DIBUTUHKAN SEGERA!!!",
        "Mampu bekerja dalam tim dan di bawah tekanan",
    ],
)
def test_noise(line: str) -> None:
    statements = split_statements(f"Menjual produk\n{line}", "cv")
    assert [statement.kind for statement in statements[1:]] == [StatementKind.NOISE] * (len(statements) - 1)


def test_a_title_is_found_behind_a_cry_and_before_a_place() -> None:
    text = "DIBUTUHKAN SEGERA!!! Customer Service Officer (Penempatan: Sidoarjo)\nTugas:\nMembalas email via WhatsApp"
    assert roles(text) == [
        ("noise", "DIBUTUHKAN SEGERA!!!"),
        ("title", "Customer Service Officer (Penempatan: Sidoarjo)"),
        ("heading", "Tugas:"),
        ("duty", "Membalas email via WhatsApp"),
    ]


def test_noise_words_inside_a_duty_do_not_hide_it() -> None:
    for line in (
        "Menegosiasikan harga atau kontrak dengan pemasok",
        "Menyusun rencana kerja per minggu: jadwal kunjungan",
    ):
        (statement,) = split_statements(line, "cv")
        assert statement.kind is StatementKind.EXPERIENCE


@pytest.mark.parametrize(
    ("text", "claimed"),
    [
        ("Saya ingin belajar menyusun strategi bisnis dan memimpin tim penjualan.", []),
        ("Rekan saya menangani keluhan pelanggan dan menyusun rencana penjualan.", []),
        ("Memimpin tim penjualan dan ingin belajar riset merek.", ["Memimpin tim penjualan"]),
        ("Cita-cita\n- Memimpin tim penjualan\nPengalaman\n- Menjual produk", ["Menjual produk"]),
        ("Tujuan karier: mengelola program loyalitas pelanggan.", []),
        ("Menindaklanjuti keluhan yang belum terselesaikan", ["Menindaklanjuti keluhan yang belum terselesaikan"]),
        ("Membantu pelanggan yang ingin membatalkan pesanan", ["Membantu pelanggan yang ingin membatalkan pesanan"]),
    ],
)
def test_only_claims_of_a_cv_can_prove(text: str, claimed: list[str]) -> None:
    assert [statement.text for statement in split_statements(text, "cv") if can_prove(statement)] == claimed


@pytest.mark.parametrize(
    "line",
    [
        "Mengirim email penawaran ke pelanggan",
        "Mengelola kampanye email marketing ke database pelanggan",
        "Menjual produk asuransi jiwa kepada nasabah",
        "Menyusun skema insentif dan bonus tim penjualan",
        "Merancang kampanye produk kosmetik untuk wanita",
    ],
)
def test_duties_may_speak_of_pay_mail_and_women(line: str) -> None:
    assert ("duty", line) in roles(f"Tanggung jawab:\n- {line}")


@pytest.mark.parametrize("unit", [" ", "-", "1.", "a ", "dan ", "(", "\n", "1 2 ", "membuat ", "kirim ", ". A"])
def test_hostile_texts_take_linear_time(unit: str) -> None:
    text = "a" + unit * (200_000 // len(unit)) + "b"
    started = time.process_time()
    split_statements(text[:200_000], "job")
    assert time.process_time() - started < 20  # a quadratic step would take minutes
