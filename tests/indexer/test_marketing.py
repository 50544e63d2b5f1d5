"""Decree 124/2022 comes out exactly as printed: counts, texts, codes, findings."""

from collections import Counter

import pytest

from search.types import Decree, Place, Unit


def unit(decree: Decree, serial: str) -> Unit:
    return next(unit for unit in decree.units if unit.code.startswith(f"M.70MKT00.{serial}."))


def test_header(marketing: Decree) -> None:
    assert (marketing.number, marketing.year, marketing.field) == (124, 2022, "Pemasaran")
    assert marketing.title == (
        "Penetapan Standar Kompetensi Kerja Nasional Indonesia Kategori Aktivitas Profesional, Ilmiah dan Teknis "
        "Golongan Pokok Aktivitas Konsultasi Manajemen Bidang Pemasaran"
    )
    assert marketing.source == "kepmen-124-2022-pemasaran.md"


def test_counts(marketing: Decree) -> None:
    assert len(marketing.units) == 50
    assert [unit.code[10:13] for unit in marketing.units] == [f"{n:03}" for n in range(1, 51)]
    counts = {u.code[10:13]: (len(u.elements), len(u.criteria)) for u in marketing.units if u.detailed}
    assert counts == {
        "003": (5, 14),
        "004": (3, 12),
        "019": (3, 9),
        "022": (3, 9),
        "025": (5, 11),
        "026": (4, 13),
        "027": (2, 6),
        "030": (3, 18),
        "042": (4, 15),
    }
    assert sum(elements for elements, _ in counts.values()) == 32
    assert sum(criteria for _, criteria in counts.values()) == 107


def test_numbers_are_complete(marketing: Decree) -> None:
    for one in marketing.units:
        assert [element.no for element in one.elements] == [str(n + 1) for n in range(len(one.elements))]
        for element in one.elements:
            assert [c.no for c in element.criteria] == [f"{element.no}.{n + 1}" for n in range(len(element.criteria))]


@pytest.mark.parametrize(
    ("serial", "no", "text"),
    [
        ("003", "1.1", "Perubahan teknologi, sosial budaya, ekonomi, politik legal dan perubahan pasar diidentifikasi "
         "sesuai dengan kebutuhan organisasi."),
        ("003", "5.1", "Ancaman (threat), kesempatan (opportunity), kelemahan (weakness), dan kekuatan (strength) "
         "organisasi diidentifikasi berdasarkan kesesuaian dan relevansinya dengan kondisi makro terkini"),
        ("003", "5.2", "Isu utama diidentifikasi berdasarkan strategi organisasi."),
        ("004", "1.1", "Pendekatan bisnis dengan bisnis (business to business), bisnis dengan konsumen (business "
         "to consumer), aplikasi bisnis internal serta model bisnis diidentifikasi berdasarkan prosedur organisasi."),
        ("019", "2.1", "Jenis pertemuan layanan (service encounter) untuk setiap titik interaksi penting ditentukan "
         "berdasarkan tingkat pentingnya dilihat dari sudut pandang pelanggan)."),
        ("026", "2.3", "organisasi didaftarkan untuk mendapat pemberitahuan dari media sosial dan pihak pengulas."),
        ("026", "4.2", "Fungsi media sosial dan platform lain dioptimalkan untuk mengelola interaksi yang membangun "
         "citra organisasi."),
        ("026", "4.4", "Masalah dinilai dan proses manajemen krisis diterapkan untuk meminimalkan dampak"),
        ("030", "1.1", "Kebutuhan dan harapan terkait layanan pelanggan daring ditinjau secara berkala."),
        ("030", "1.8", "Ketetapan/konsistensi antara standar layanan pelanggan daring dan luring dipastikan mengikuti "
         "prosedur operasional organisasi."),
        ("030", "2.4", "Tanggapan dan dukungan diberikan kepada anggota tim atau staf terkait guna meningkatkan "
         "standar layanan pelanggan daring."),
        ("042", "3.2", "Situasi konflik dan kebuntuan komunikasi diselesaikan dengan keterampilan berkomunikasi yang "
         "tepat."),
    ],
)  # fmt: skip
def test_criteria_as_printed(marketing: Decree, serial: str, no: str, text: str) -> None:
    assert {criterion.no: criterion.text for criterion in unit(marketing, serial).criteria}[no] == text


def test_element_wrapped_in_markup(marketing: Decree) -> None:
    assert unit(marketing, "030").elements[2].title == "Meninjau ulang standar layanan pelanggan secara daring"


def test_codes(marketing: Decree) -> None:
    printed = {u.code: u.printed_codes for u in marketing.units if len(u.printed_codes) > 1}
    assert printed == {
        "M.70MKT00.005.2": ("M.70MKT00.005.2", "M.70.MKT00.005.2"),
        "M.70MKT00.019.2": ("M.70MKT00.019.2", "M.70.MKT00.019.2"),
        "M.70MKT00.025.2": ("M.70MKT00.025.2", "M.70.MKT00.025.2"),
        "M.70MKT00.030.1": ("M.70MKT00.030.1", "M.70.MKT00.030.1"),
    }
    assert all(one.printed_codes[0] == one.code for one in marketing.units)


def test_prerequisites(marketing: Decree) -> None:
    needed = {u.code[10:13]: [code[10:13] for code in u.prerequisites] for u in marketing.units if u.prerequisites}
    expected = {"004": ["003"], "022": ["005"], "025": ["019"], "026": ["019"], "027": ["019"], "030": ["019"]}
    assert needed == expected


def test_everything_else_a_unit_says(marketing: Decree) -> None:
    one = unit(marketing, "042")
    assert one.description.startswith("Unit kompetensi ini berhubungan dengan pengetahuan, keterampilan, dan sikap")
    assert one.description.endswith("melakukan dokumentasi sesuai keperluan.")
    assert len(one.context) == 4
    assert one.equipment == ("Alat tulis kantor", "Komputer, laptop atau alat tulis elektronik lainnya")
    assert one.supplies[1:] == ("Media penyimpanan data",)
    assert one.rules == ()
    assert one.norms == ("Kode etik dalam komunikasi bisnis",)
    assert one.standards == (
        "Struktur hierarki organisasi khususnya di bagian penjualan",
        "Kebijakan dan prosedur perusahaan terkait penyelesaian kebuntuan komunikasi",
    )
    assert len(one.assessment) == 2
    assert one.prerequisites == ()
    assert (len(one.knowledge), len(one.skills), len(one.attitudes)) == (3, 6, 2)
    assert one.critical_aspects == (
        "Ketepatan dalam menindaklanjuti informasi atas kebutuhan, permintaan dan isu pelanggan secara responsif",
    )
    assert one.source == Place("line", 808)


def test_nested_and_wrapped_items(marketing: Decree) -> None:
    context = unit(marketing, "019").context
    assert len(context) == 8
    assert context[2] == "Tipe service encounter terdiri sebagai berikut:"
    assert context[3].startswith("Layanan interaksi tinggi (high contact services) adalah dimana")
    assert context[7].endswith(
        "kemungkinan terjadi lagi masalah yang sama), dan action (merancang dan mengimplementasi rencana untuk "
        "meningkatkan pelayanan)."
    )


def test_none_is_an_empty_list(marketing: Decree) -> None:
    one = unit(marketing, "019")
    assert (one.rules, one.norms, one.standards, one.prerequisites, one.knowledge) == ((), (), (), (), ())
    assert unit(marketing, "022").rules == ()  # printed `(Tidak ada).`
    assert one.skills == ("Menggunakan Bahasa Indonesia yang baik dan benar",)


def test_no_markup_is_left(marketing: Decree) -> None:
    for one in marketing.units:
        texts = [one.title, one.description, *one.context, *one.equipment, *one.supplies, *one.norms, *one.knowledge]
        texts += [element.title for element in one.elements] + [criterion.text for criterion in one.criteria]
        assert not [text for text in texts if set("<>*\t\n") & set(text) or text != " ".join(text.split())]


def test_findings(marketing: Decree) -> None:
    assert Counter(finding.kind for finding in marketing.findings) == {
        "no-body": 41,
        "code-variant": 4,
        "title-differs": 2,
        "elements-off-title": 1,
        "map-shifted": 8,
    }
    assert all(finding.where for finding in marketing.findings)


def test_off_title_names_the_fitting_unit(marketing: Decree) -> None:
    finding = next(finding for finding in marketing.findings if finding.kind == "elements-off-title")
    assert finding.where == Place("line", 727)
    assert "M.70MKT00.030.1 'Merencanakan Pengembangan Layanan ke Mancanegara'" in finding.message
    assert "M.70MKT00.024.1 'Membangun Standar Layanan Pelanggan secara Daring'" in finding.message


def test_titles_that_differ(marketing: Decree) -> None:
    differing = [finding for finding in marketing.findings if finding.kind == "title-differs"]
    assert [finding.message[5:20] for finding in differing] == ["M.70MKT00.011.2", "M.70MKT00.045.1"]
    assert differing[1].where == Place("line", 113)
    assert "map (line 113)" in differing[1].message
    assert "list (line 174)" in differing[1].message


def test_code_variants_name_their_lines(marketing: Decree) -> None:
    variants = {f.message[5:20]: f for f in marketing.findings if f.kind == "code-variant"}
    assert variants["M.70MKT00.019.2"].where == Place("line", 557)
    assert "M.70MKT00.019.2 (line 142, 339, 708); M.70.MKT00.019.2 (line 557, 640, 790)" in (
        variants["M.70MKT00.019.2"].message
    )
    assert {code: finding.where.number for code, finding in variants.items() if finding.where} == {
        "M.70MKT00.005.2": 476,
        "M.70MKT00.019.2": 557,
        "M.70MKT00.025.2": 495,
        "M.70MKT00.030.1": 727,
    }
