"""Colloquial and abbreviated Indonesian → the formal word, for what adverts, chats and CVs really write.

Only spellings that are no formal word of their own are listed: `bisa` ("can", also "venom") stays as it is.
"""

VERSION = 1

_TABLE = """
abis=habis adlh=adalah aja=saja ak=aku akn=akan aktifitas=aktivitas ama=sama analisa=analisis analisys=analisis
anlisa=analisis apk=aplikasi app=aplikasi apps=aplikasi atw=atau bbrp=beberapa bgmn=bagaimana bgs=bagus bgt=sangat
bhs=bahasa biar=agar bikin=membuat bkn=bukan blm=belum bln=bulan blum=belum bnr=benar bnyk=banyak brg=barang
brp=berapa bs=bisa bsk=besok btuh=butuh bwt=buat byk=banyak cewe=perempuan clien=klien client=klien clients=klien
cman=hanya complain=keluhan complaint=keluhan complaints=keluhan complen=keluhan costumer=pelanggan
costumers=pelanggan cowo=laki cuman=hanya cust=pelanggan customer=pelanggan customers=pelanggan custumer=pelanggan
dg=dengan dgn=dengan dll=lain dlm=dalam dpt=dapat dr=dari dri=dari drpd=daripada dsb=sebagainya dtg=datang duit=uang
elo=kamu emg=memang engga=tidak enggak=tidak event2=acara event=acara events=acara fb=facebook fllow=ikut
followup=tindak-lanjut folup=tindak-lanjut ga=tidak gak=tidak gimana=bagaimana gitu=begitu gk=tidak gmn=bagaimana
gt=begitu gue=saya gw=saya handel=menangani handle=menangani hendel=menangani hrs=harus hub=hubungi
hubungin=menghubungi ig=instagram iklanin=mengiklankan ikutan=ikut jd=jadi jdi=jadi jg=juga jln=jalan jualan=berjualan
kalo=kalau kasi=memberi kasih=memberi kayak=seperti kek=seperti kerjaan=pekerjaan kerjasama=kerja-sama kl=kalau
klo=kalau kmrn=kemarin komplain=keluhan komplen=keluhan kpd=kepada krn=karena krna=karena kyk=seperti lg=lagi
lgsg=langsung lgsung=langsung lwt=lewat maks=maksimal max=maksimal medsos=media-sosial mgkn=mungkin min=minimal
mksd=maksud mnrt=menurut msh=masih msk=masuk mslh=masalah naikin=menaikkan nangani=menangani nanganin=menangani
nawarin=menawarkan nelpon=menelepon nerima=menerima ngadain=mengadakan ngadepin=menghadapi ngajarin=mengajar
ngasih=memberi ngatur=mengatur ngecek=memeriksa ngelayani=melayani ngelayanin=melayani ngelola=mengelola
ngembangin=mengembangkan ngerjain=mengerjakan ngga=tidak nggak=tidak ngitung=menghitung ngk=tidak ngobrol=berbicara
ngomplain=mengeluh ngukur=mengukur ngurus=mengurus ngurusin=mengurus nih=ini ningkatin=meningkatkan nm=nama
nomer=nomor nyari=mencari nyelesaiin=menyelesaikan nyiapin=menyiapkan nyusun=menyusun offline=luring ol=daring
olshop=toko-daring onlen=daring online=daring org=orang ortu=orang-tua pake=pakai pd=pada pengen=ingin
pglmn=pengalaman pgn=ingin pingin=ingin prnh=pernah promo=promosi promoin=mempromosikan prsh=perusahaan ptg=penting
resiko=risiko salesman=penjual sbg=sebagai sblm=sebelum sdg=sedang sdh=sudah sdr=saudara seles=penjualan sgt=sangat
skrg=sekarang skrng=sekarang sm=sama sma2=sama smpe=sampai smua=semua socmed=media-sosial sosmed=media-sosial
spt=seperti spy=supaya stlh=setelah stok=persediaan sy=saya tau=tahu tdk=tidak telp=telepon telpon=telepon
tggl=tanggal tgl=tanggal tlp=telepon tmn=teman tmpt=tempat tp=tetapi trgt=target trs=terus trus=terus tsb=tersebut
ttg=tentang ttp=tetap udah=sudah udh=sudah user=pengguna users=pengguna usr=pengguna utk=untuk utuk=untuk wa=whatsapp
wlpn=walaupun yg=yang ygy=ya yng=yang
"""

FORMAL: dict[str, str] = {}
for _entry in _TABLE.split():
    _slang, _, _formal = _entry.partition("=")
    FORMAL[_slang] = _formal.replace("-", " ")


def formal(word: str) -> str:
    """One normalised word → its formal spelling, or the word itself."""
    return FORMAL.get(word, word)
