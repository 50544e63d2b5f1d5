import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.text.stance import Stance, stance


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Menyusun standar layanan pelanggan daring", Stance.CLAIM),
        ("Ingin belajar menyusun strategi pemasaran", Stance.WISH),
        ("I would like to work in brand research", Stance.WISH),
        ("Belum pernah menangani krisis di media sosial", Stance.DENIAL),
        ("Not yet experienced with telesales", Stance.DENIAL),
        ("Atasan saya yang menyusun cetak biru layanan", Stance.OTHERS),
        ("Riset merek dikerjakan oleh vendor", Stance.OTHERS),
        ("The audit was done by another team", Stance.OTHERS),
        ("I would love to learn how to design a service blueprint", Stance.WISH),
        ("Akan menyusun rencana penjualan tahun depan", Stance.WISH),
        ("Followed up with customers who have not paid", Stance.CLAIM),
        ("Menagih piutang yang belum dibayar pelanggan", Stance.CLAIM),
        ("Tidak menangani keluhan pelanggan", Stance.DENIAL),
        ("Meningkatkan penjualan tanpa menambah biaya", Stance.CLAIM),
        ("Pengen banget belajar riset merek", Stance.WISH),
        ("Tolok ukur akan saya susun triwulan depan", Stance.WISH),
        ("The agency plans to gather figures", Stance.OTHERS),
        ("Harapan nasabah belum sempat kami tuliskan", Stance.DENIAL),
        ("blm pernah ngatur tugas orang lain", Stance.DENIAL),
        ("Standar layanan sampai sekarang belum direvisi", Stance.DENIAL),
        ("Membahas draf yang belum direvisi", Stance.CLAIM),
        ("Rancangan pelayanan dibuat kantor pusat", Stance.OTHERS),
        ("Target market sudah dikunci sama founder", Stance.OTHERS),
        ("Pemeriksaan dilakukan oleh tim legal", Stance.OTHERS),
        ("Materi dibuat oleh tim kami sendiri", Stance.CLAIM),
        ("Perusahaan mewajibkan karyawan menjaga rahasia", Stance.OTHERS),
        ("A brand agency in Jakarta wrote the programme", Stance.OTHERS),
        ("Costing was the CFO's work", Stance.OTHERS),
        ("Vendor management and procurement", Stance.CLAIM),
        ("Bank reconciliation every month", Stance.CLAIM),
        ("Sedang mempelajari cara memetakan titik kontak", Stance.WISH),
        ("Rencana: mengikuti pelatihan prakiraan", Stance.WISH),
        ("Masih sebatas rencana: memetakan pesaing", Stance.WISH),
        ("Looking forward to working on journey maps", Stance.WISH),
        ("My next goal is to set up monitoring", Stance.WISH),
        ("Menyusun prakiraan panggilan bulan depan", Stance.CLAIM),
        ("I built the plan for next quarter's campaign", Stance.CLAIM),
        ("Analisis pesaing di luar tugas saya", Stance.DENIAL),
        ("Saya tidak dilibatkan dalam penentuan harga", Stance.DENIAL),
        ("Saya hanya menerima hasil analisisnya", Stance.DENIAL),
        ("Tanpa ikut menentukan sasaran pasar", Stance.DENIAL),
        ("Setting the standards was not part of my job", Stance.DENIAL),
        ("I have yet to write a service standard", Stance.DENIAL),
        ("Tidak hanya menjawab, saya mencatat akar masalahnya", Stance.CLAIM),
        ("Saya cek apa yang tidak ditepati", Stance.CLAIM),
        ("Never missed a deadline", Stance.CLAIM),
        ("Krisis ditangani divisi humas", Stance.OTHERS),
        ("Anggaran diputuskan di kantor pusat", Stance.OTHERS),
        ("Itu tugas tim humas", Stance.OTHERS),
        ("Manajer saya yang menetapkan target", Stance.OTHERS),
        ("Head office decides which rivals to watch", Stance.OTHERS),
        ("The forecast is prepared by the workforce team", Stance.OTHERS),
        ("Usulan saya dipakai direksi", Stance.CLAIM),
        ("Diminta atasan menyusun panduan", Stance.CLAIM),
        ("Mengolah data yang dikumpulkan vendor survei", Stance.CLAIM),
        ("Mengawasi pekerjaan konsultan riset", Stance.CLAIM),
        ("Plan approved by the director", Stance.CLAIM),
    ],
)
def test_stance(sentence: str, expected: Stance) -> None:
    assert stance(sentence) is expected


@given(st.text())
def test_is_total(text: str) -> None:
    assert stance(text) in Stance
