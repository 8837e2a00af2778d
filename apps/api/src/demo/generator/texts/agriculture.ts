/** Pertanian, perikanan, ketahanan pangan. */
export const AGRICULTURE = `
= Penyuluh Pertanian Ahli Pertama | fungsional | 8 | S.P. | 4
= Penyuluh Pertanian Terampil | fungsional | 7 | A.Md.P. | 2
= Medik Veteriner Ahli Pertama | fungsional | 8 | drh. | 1
= Paramedik Veteriner Terampil | fungsional | 7 | A.Md.Vet. | 1
= Penelaah Teknis Kebijakan | pelaksana | 7 | S.P.; S.Pt.; S.Pi. | 2
= Pengelola Layanan Operasional | pelaksana | 6 | A.Md. | 2
= Pengadministrasi Perkantoran | pelaksana | 5 | - | 1
@ komoditas: padi sawah; jagung; cabai rawit; bawang merah; karet; kelapa sawit; kopi; pisang; sayuran daun; kentang
@ ternak: sapi potong; kambing; ayam buras; itik; kerbau; domba; ikan nila; ikan lele
@ sarana: pupuk bersubsidi; benih unggul; alat mesin pertanian; pestisida hayati; pompa air; kartu tani; asuransi usaha tani; pakan ternak
@ hama: wereng; tikus sawah; ulat grayak; busuk buah; penggerek batang; keong mas; layu bakteri; karat daun

# penyuluhan pertanian
> Terlaksananya penyuluhan kepada kelompok tani binaan
^ Meningkatnya kemampuan petani menerapkan teknologi
* quantity | Jumlah kunjungan dan penyuluhan | 96 | kegiatan
* quality | Persentase kelompok yang menerapkan anjuran | 75 | persen
- Menyuluh {n} petani {desa} tentang budidaya {komoditas} | orang | 90-210 | 8-30
- Mengunjungi lahan {komoditas} milik kelompok tani {desa} | lokasi | 90-210 | 1-4
- Menyelenggarakan sekolah lapang {komoditas} di {desa} | kegiatan | 120-240 | 1-1
- Menyusun materi penyuluhan {komoditas} | materi | 60-120 | 1-2
- Membimbing kelompok tani {desa} menyusun kebutuhan {sarana} | kelompok | 60-150 | 1-5
- Mengamati demplot {komoditas} di {desa} | lokasi | 60-150 | 1-2
- Menyusun laporan penyuluhan {kecamatan} bulan {bulanLalu} | laporan | 60-120 | 1-1
- Mencatat jadwal tanam {komoditas} {desa} | data | 45-90 | 2-12

# pengendalian hama dan penyakit tanaman
> Terkendalinya hama dan penyakit tanaman di wilayah binaan
^ Menurunnya kehilangan hasil akibat hama dan penyakit
* quantity | Luas pengamatan | 600 | hektare
- Mengamati serangan {hama} pada {komoditas} di {desa} | hektare | 90-240 | 2-25
- Menggerakkan pengendalian {hama} bersama petani {desa} | hektare | 120-240 | 2-20
- Menyusun laporan serangan {hama} {kecamatan} | laporan | 45-120 | 1-1
- Menyarankan pengendalian {hama} kepada {n} petani {desa} | orang | 45-120 | 3-15
- Mengambil contoh tanaman {komoditas} terserang {hama} | contoh | 60-120 | 2-8
- Memetakan daerah rawan {hama} di {kecamatan} | peta | 60-120 | 1-1
- Menyiapkan bahan pengendali {hama} di {desa} | paket | 45-120 | 2-10
- Memantau hasil pengendalian {hama} di {desa} | lokasi | 60-150 | 1-3

# pelayanan sarana produksi
> Tersalurnya sarana produksi kepada kelompok sasaran
^ Meningkatnya ketepatan penyaluran sarana produksi
* quantity | Jumlah kelompok penerima yang diverifikasi | 60 | kelompok
- Memverifikasi {n} calon penerima {sarana} di {desa} | orang | 60-180 | 4-30
- Memantau penyaluran {sarana} di kios {kecamatan} | kios | 60-150 | 1-6
- Menyusun rencana kebutuhan {sarana} {kecamatan} | rencana | 60-150 | 1-1
- Memeriksa pemanfaatan {sarana} oleh kelompok tani {desa} | kelompok | 60-150 | 1-4
- Membuat berita acara serah terima {sarana} di {desa} | berita acara | 45-90 | 1-4
- Merekap realisasi {sarana} bulan {bulanLalu} {kecamatan} | rekap | 45-120 | 1-1
- Menanggapi laporan petani {desa} tentang {sarana} | laporan | 30-75 | 1-4
- Mengentri data {sarana} {desa} ke aplikasi | data | 60-120 | 5-40

# kesehatan hewan dan peternakan
> Terlayaninya kesehatan hewan dan pembinaan peternak
^ Meningkatnya kesehatan dan populasi ternak
* quantity | Jumlah ternak yang dilayani | 900 | ekor
- Memvaksin {n} ekor {ternak} di {desa} | ekor | 90-240 | 6-50
- Mengobati {n} ekor {ternak} milik warga {desa} | ekor | 60-180 | 1-10
- Memeriksa lalu lintas {ternak} di {kecamatan} | ekor | 60-150 | 4-30
- Membina kelompok peternak {ternak} {desa} | kelompok | 60-150 | 1-2
- Memeriksa kelayakan kandang {ternak} di {desa} | kandang | 60-150 | 1-6
- Mengambil sampel darah {n} ekor {ternak} | ekor | 60-150 | 3-20
- Menyusun laporan kesehatan {ternak} {kecamatan} | laporan | 45-120 | 1-1
- Mendata populasi {ternak} {desa} | data | 60-150 | 5-40

# statistik dan ketahanan pangan
> Tersedianya data produksi dan ketersediaan pangan
^ Meningkatnya ketahanan pangan daerah
* quantity | Jumlah laporan pangan | 24 | laporan
- Mengumpulkan harga {komoditas} di pasar {kecamatan} | harga | 60-120 | 3-15
- Melakukan ubinan {komoditas} di {desa} | petak | 90-210 | 1-3
- Menghitung luas panen {komoditas} {kecamatan} bulan {bulanLalu} | data | 60-120 | 1-6
- Menyusun neraca {komoditas} bulan {bulan} | neraca | 60-150 | 1-1
- Memantau cadangan pangan {desa} | lokasi | 60-150 | 1-2
- Membina kelompok wanita tani {desa} memanfaatkan pekarangan | kelompok | 90-180 | 1-2
- Menyiapkan gerakan pangan murah {komoditas} di {kecamatan} | kegiatan | 60-180 | 1-1
- Memeriksa mutu {komoditas} di pasar {kecamatan} | contoh | 60-120 | 2-10
`;
