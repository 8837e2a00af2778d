/** Lingkungan hidup dan perhubungan. */
export const ENVIRONMENT = `
= Pengendali Dampak Lingkungan Ahli Pertama | fungsional | 8 | S.Si.; S.T. | 3
= Pengawas Lingkungan Hidup Ahli Pertama | fungsional | 8 | S.Si.; S.H. | 2
= Penata Layanan Operasional | pelaksana | 7 | S.T. | 1
= Pengelola Layanan Operasional | pelaksana | 6 | A.Md. | 3
= Operator Layanan Operasional | pelaksana | 5 | - | 3
@ usaha: pabrik kelapa sawit; tambang batu; rumah sakit; peternakan ayam; bengkel; pasar; perumahan; hotel; pabrik tahu; pengisian bahan bakar
@ media: air sungai; udara ambien; air limbah; air tanah; tanah; kebisingan; air danau; emisi cerobong
@ tempat: taman kota; tempat pembuangan akhir; bank sampah; jalan protokol; pasar; hutan kota; bantaran sungai; sekolah

# pemantauan kualitas lingkungan
> Terpantaunya kualitas lingkungan hidup
^ Meningkatnya indeks kualitas lingkungan hidup
* quantity | Jumlah titik pantau | 60 | titik
* quality | Persentase sampel yang sah | 97 | persen
- Mengambil {n} contoh {media} di {desa} | contoh | 90-240 | 2-10
- Mengolah hasil uji {media} {kecamatan} | data | 60-150 | 4-25
- Menyusun laporan {media} triwulan {triwulan} | laporan | 60-150 | 1-1
- Memeriksa pengaduan {media} di {desa} | pengaduan | 90-210 | 1-2
- Memasang alat ukur {media} di {tempat} | alat | 60-150 | 1-3
- Mencatat hasil pantauan {media} di {tempat} | catatan | 45-90 | 2-12
- Mengirim contoh {media} ke laboratorium | contoh | 45-120 | 2-10
- Membandingkan {media} di {kecamatan} dengan baku mutu | analisis | 60-120 | 1-2

# pengawasan usaha dan kegiatan
> Terlaksananya pengawasan ketaatan lingkungan
^ Meningkatnya ketaatan pelaku usaha
* quantity | Jumlah usaha yang diawasi | 48 | usaha
- Mengawasi {usaha} di {desa} | usaha | 120-270 | 1-2
- Memeriksa laporan pengelolaan lingkungan {usaha} | laporan | 60-150 | 1-5
- Menyusun berita acara pengawasan {usaha} | berita acara | 45-120 | 1-2
- Menegur {usaha} di {kecamatan} atas {media} | surat | 30-75 | 1-2
- Membahas dokumen lingkungan {usaha} | rapat | 90-210 | 1-1
- Memverifikasi tempat penyimpanan limbah {usaha} | lokasi | 60-180 | 1-2
- Menyiapkan sanksi administratif bagi {usaha} | naskah | 60-150 | 1-1
- Mendata {usaha} yang belum memiliki persetujuan lingkungan | usaha | 45-120 | 2-20

# pengelolaan sampah dan kebersihan
> Tertanganinya sampah perkotaan setiap hari
^ Meningkatnya layanan pengelolaan sampah
* quantity | Volume sampah yang ditangani | 9.000 | meter kubik
- Mengatur pengangkutan sampah di {tempat} dengan {n} ritase | ritase | 90-240 | 2-12
- Mengawasi petugas kebersihan {tempat} | lokasi | 60-180 | 2-8
- Menimbang sampah masuk dari {kecamatan} | ritase | 90-210 | 4-25
- Membina bank sampah {desa} | kelompok | 60-150 | 1-2
- Menyuluh warga {desa} memilah sampah | orang | 60-150 | 8-40
- Memeriksa kendaraan angkut untuk {tempat} | unit | 45-90 | 1-6
- Menindaklanjuti laporan sampah liar di {desa} | titik | 60-150 | 1-5
- Merekap volume sampah {tempat} bulan {bulanLalu} | rekap | 45-90 | 1-1

# penghijauan dan konservasi
> Terpeliharanya ruang terbuka hijau dan kawasan konservasi
^ Meningkatnya tutupan lahan
* quantity | Jumlah pohon yang ditanam dan dirawat | 4.000 | pohon
- Menanam {n} pohon di {tempat} {kecamatan} | pohon | 90-240 | 15-90
- Merawat tanaman {tempat} | lokasi | 60-180 | 1-3
- Memangkas pohon rawan tumbang di {tempat} | pohon | 60-180 | 1-10
- Mendata ruang terbuka hijau {kecamatan} | lokasi | 60-150 | 2-12
- Menyiapkan bibit untuk {desa} | bibit | 45-120 | 20-95
- Membina sekolah adiwiyata di {kecamatan} | sekolah | 90-210 | 1-3
- Memeriksa sumber mata air {desa} | lokasi | 90-180 | 1-2
- Menyusun laporan tutupan lahan {kecamatan} | laporan | 60-150 | 1-1

# kelancaran angkutan dan perlengkapan jalan
> Terpeliharanya perlengkapan jalan dan kelancaran angkutan
^ Meningkatnya keselamatan lalu lintas
* quantity | Jumlah perlengkapan jalan yang diperiksa | 240 | unit
- Memeriksa lampu jalan di {kecamatan} | titik | 60-180 | 3-25
- Mengatur lalu lintas di sekitar {tempat} | kegiatan | 60-180 | 1-1
- Menguji {n} kendaraan angkutan barang | kendaraan | 90-240 | 4-25
- Mendata rambu rusak di {kecamatan} | rambu | 60-150 | 2-15
- Menertibkan parkir di {tempat} | lokasi | 60-150 | 1-3
- Memperbaiki lampu isyarat dekat {tempat} | unit | 60-180 | 1-4
- Menyurvei arus kendaraan di {tempat} | titik | 90-210 | 1-4
- Membina awak angkutan {kecamatan} | orang | 60-150 | 5-25
`;
