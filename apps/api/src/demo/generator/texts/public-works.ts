/** Pekerjaan umum, penataan ruang, perumahan. */
export const PUBLIC_WORKS = `
= Penata Layanan Operasional | pelaksana | 7 | S.T. | 3
= Teknik Jalan dan Jembatan Ahli Pertama | fungsional | 8 | S.T. | 2
= Teknik Pengairan Ahli Pertama | fungsional | 8 | S.T. | 2
= Penata Ruang Ahli Pertama | fungsional | 8 | S.T. | 1
= Pengelola Layanan Operasional | pelaksana | 6 | A.Md.T. | 3
= Operator Layanan Operasional | pelaksana | 5 | - | 2
@ ruas: ruas jalan penghubung desa; ruas jalan kota; ruas jalan menuju pasar; ruas jalan lingkar; ruas jalan poros; ruas jalan usaha tani; ruas jalan sekolah; ruas jalan wisata
@ bangunan: jembatan gantung; saluran drainase; gedung pelayanan; talud; jaringan irigasi; sumur bor; gorong-gorong; pagar kantor; tanggul; rumah layak huni
@ dokumen: gambar kerja; rencana anggaran biaya; jadwal pelaksanaan; laporan harian; hasil uji mutu; berita acara pemeriksaan; dokumen kontrak; perubahan kontrak

# pemeliharaan jalan dan jembatan
> Terpeliharanya jalan dan jembatan kabupaten dalam kondisi mantap
^ Meningkatnya kemantapan jalan kabupaten
* quantity | Panjang jalan yang dipelihara | 45 | kilometer
* quality | Persentase jalan mantap | 78 | persen
- Memeriksa kerusakan {ruas} di {kecamatan} dan mencatat {n} titik | titik | 90-240 | 2-20
- Mengukur kerusakan {ruas} di {desa} | meter | 90-240 | 50-600
- Menyusun {dokumen} pemeliharaan {ruas} | dokumen | 60-180 | 1-2
- Mengawasi penambalan {ruas} di {desa} | lokasi | 120-270 | 1-2
- Menyusun laporan kondisi {ruas} triwulan {triwulan} | laporan | 60-150 | 1-1
- Mengatur penempatan alat berat untuk {ruas} | unit | 45-90 | 1-4
- Meninjau laporan warga {desa} tentang {ruas} | lokasi | 60-150 | 1-3
- Memperbarui data {ruas} dalam sistem informasi jalan | data | 45-120 | 2-12

# pengawasan pekerjaan konstruksi
> Terlaksananya pengawasan pekerjaan konstruksi {skpd} sesuai mutu dan waktu
^ Meningkatnya mutu hasil pekerjaan konstruksi
* quantity | Jumlah paket yang diawasi | 14 | paket
* time | Deviasi kemajuan fisik | 5 | persen
- Mengawasi pembangunan {bangunan} di {desa} | lokasi | 120-270 | 1-2
- Memeriksa {dokumen} pembangunan {bangunan} | dokumen | 60-150 | 1-4
- Mengukur kemajuan fisik {bangunan} di {kecamatan} | lokasi | 90-240 | 1-2
- Mengambil contoh dan menguji mutu bahan {bangunan} | contoh | 90-210 | 2-8
- Mengikuti rapat lapangan pembangunan {bangunan} | rapat | 60-150 | 1-1
- Menyusun {dokumen} pekerjaan {bangunan} minggu ini | dokumen | 60-120 | 1-2
- Menegur pelaksana {bangunan} di {desa} atas keterlambatan | surat | 30-60 | 1-1
- Memeriksa hasil akhir {bangunan} sebelum serah terima | lokasi | 90-210 | 1-2

# perencanaan teknis
> Tersusunnya perencanaan teknis pekerjaan {skpd}
^ Meningkatnya kesiapan perencanaan teknis infrastruktur
* quantity | Jumlah dokumen perencanaan teknis | 20 | dokumen
- Menggambar rencana {bangunan} di {desa} | gambar | 90-240 | 1-4
- Menghitung {dokumen} {bangunan} di {kecamatan} | dokumen | 90-210 | 1-2
- Mensurvei lokasi {bangunan} di {desa} | lokasi | 120-240 | 1-2
- Mengolah hasil pengukuran {ruas} | data | 60-180 | 1-3
- Memeriksa harga satuan bahan untuk {bangunan} | item | 45-120 | 5-30
- Menyusun kerangka acuan pekerjaan {bangunan} | naskah | 60-150 | 1-1
- Menelaah usulan {bangunan} dari {desa} | usulan | 45-120 | 1-6
- Menyiapkan {dokumen} untuk pengadaan {bangunan} | dokumen | 60-150 | 1-2

# pengairan dan drainase
> Berfungsinya jaringan irigasi dan drainase kabupaten
^ Meningkatnya layanan irigasi dan berkurangnya genangan
* quantity | Panjang jaringan yang dipelihara | 20 | kilometer
- Membersihkan dan memeriksa saluran di {desa} bersama {n} petugas | petugas | 120-270 | 4-15
- Mencatat tinggi muka air di pintu air {kecamatan} | catatan | 45-90 | 1-6
- Membina petani pemakai air {desa} tentang {bangunan} | orang | 90-180 | 6-25
- Memetakan titik genangan di {desa} | titik | 60-180 | 1-10
- Mengatur jadwal gilir air {kecamatan} | jadwal | 45-90 | 1-1
- Melaporkan kerusakan {bangunan} di {desa} | laporan | 45-120 | 1-1
- Mengawasi normalisasi saluran {desa} | lokasi | 120-240 | 1-1
- Menyusun data jaringan irigasi {kecamatan} | data | 60-120 | 2-15

# tata ruang dan bangunan gedung
> Terlayaninya persetujuan bangunan dan kesesuaian ruang tepat waktu
^ Meningkatnya ketaatan pemanfaatan ruang
* quantity | Jumlah permohonan yang diselesaikan | 120 | permohonan
* time | Lama penyelesaian permohonan | 14 | hari kerja
- Memeriksa berkas {n} permohonan persetujuan bangunan di {kecamatan} | berkas | 60-150 | 1-8
- Meninjau kesesuaian ruang di {desa} | lokasi | 90-210 | 1-3
- Menyusun telaah kesesuaian ruang untuk {bangunan} | telaah | 60-120 | 1-1
- Menyiapkan {dokumen} rapat forum penataan ruang | dokumen | 45-120 | 1-1
- Mengonsultasikan syarat bangunan kepada warga {desa} | orang | 30-60 | 1-5
- Memperbarui peta pola ruang {kecamatan} | peta | 60-180 | 1-2
- Mendata bangunan tanpa izin di {desa} | bangunan | 90-210 | 2-15
- Menyusun rekap permohonan bulan {bulanLalu} {kecamatan} | rekap | 45-90 | 1-1
`;
