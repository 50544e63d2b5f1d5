"""A small decree, and what a command gave."""

from collections.abc import Callable
from dataclasses import dataclass

DECREE = """KEPUTUSAN MENTERI KETENAGAKERJAAN REPUBLIK INDONESIA
NOMOR 7 TAHUN 2021
TENTANG
PENETAPAN STANDAR KOMPETENSI KERJA NASIONAL INDONESIA BIDANG TATA BOGA

B. Daftar Unit Kompetensi

NO	Kode Unit	Judul Unit Kompetensi
1.	I.55COK00.001.1	Memasak Nasi Goreng
2.	I.55COK00.002.1	Membersihkan Dapur

KODE UNIT : I.55COK00.001.1

JUDUL UNIT : Memasak Nasi Goreng

DESKRIPSI UNIT : Unit kompetensi ini berhubungan dengan pengetahuan, keterampilan, dan sikap kerja yang dibutuhkan
dalam memasak.

ELEMEN KOMPETENSI	KRITERIA UNJUK KERJA
1. Menyiapkan bahan	1.1 Beras dicuci. 1.2 Bumbu diulek.
"""


@dataclass(frozen=True)
class Result:
    code: int
    out: str
    err: str


Padan = Callable[..., Result]
