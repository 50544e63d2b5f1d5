"""Adverts for the smallest world."""

ADVERTS = (
    "Juru Masak\n- Memasak nasi goreng untuk tamu\n- Membersihkan dapur setiap hari",
    "Dicari pelayan: melayani tamu dan menghias piring. Kirim CV ke kami.",
    "The cook washes rice and cleans the kitchen of the restaurant for us.",
    "Gaji menarik",
    "=cmd|' /C calc'!A0 memasak nasi goreng; +melayani tamu",
)
