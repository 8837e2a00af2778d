/** Kecamatan, kelurahan, pemberdayaan desa. */
export const DISTRICT = `
= Pengadministrasi Perkantoran | pelaksana | 5 | - | 4
= Penata Layanan Operasional | pelaksana | 7 | S.IP.; S.Sos.; S.A.P. | 3
= Pengelola Layanan Operasional | pelaksana | 6 | A.Md. | 2
= Operator Layanan Operasional | pelaksana | 5 | - | 2
@ layanan: surat pengantar KTP; legalisasi surat; surat keterangan usaha; surat keterangan domisili; rekomendasi izin keramaian; surat keterangan tidak mampu; surat ahli waris; pengantar nikah; surat pindah; keterangan kematian
@ lembaga: RT dan RW; PKK; karang taruna; lembaga pemberdayaan masyarakat; badan permusyawaratan desa; linmas; kelompok tani; badan usaha milik desa
@ soal: batas tanah; kebersihan lingkungan; ketertiban pedagang; keamanan malam; pembagian bantuan; jalan lingkungan; saluran air; data penerima manfaat
@ desaDok: rencana pembangunan desa; anggaran pendapatan dan belanja desa; laporan dana desa; peraturan desa; profil desa; laporan kependudukan; pertanggungjawaban dana desa; daftar inventaris desa

# pelayanan administrasi terpadu
> Terlayaninya masyarakat dalam pelayanan administrasi terpadu {unit}
^ Meningkatnya mutu pelayanan masyarakat di {unit}
* quantity | Jumlah layanan yang diselesaikan | 1.500 | layanan
* time | Lama penyelesaian satu layanan | 1 | hari kerja
* quality | Indeks kepuasan masyarakat | 85 | nilai
- Melayani {n} permohonan {layanan} di loket | permohonan | 60-210 | 3-25
- Meneliti kelengkapan berkas {layanan} dari {n} warga | berkas | 45-120 | 3-20
- Mengetik dan mencetak {layanan} untuk warga {desa} | surat | 30-90 | 2-12
- Mencatat {n} {layanan} ke dalam register pelayanan | register | 30-75 | 3-20
- Menjelaskan syarat {layanan} kepada warga {desa} | orang | 20-60 | 2-10
- Menyerahkan {layanan} yang sudah ditandatangani kepada pemohon | surat | 20-60 | 2-15
- Merekap layanan {layanan} pekan ini | rekap | 30-60 | 1-1
- Menanggapi keluhan warga {desa} tentang {layanan} | keluhan | 30-60 | 1-3

# pemerintahan desa dan kelurahan
> Terbinanya penyelenggaraan pemerintahan desa dan kelurahan di {unit}
^ Meningkatnya tertib penyelenggaraan pemerintahan di wilayah {unit}
* quantity | Jumlah dokumen desa yang dievaluasi | 48 | dokumen
- Mengevaluasi {desaDok} {desa} | dokumen | 60-150 | 1-3
- Membina perangkat {desa} dalam menyusun {desaDok} | orang | 90-180 | 3-10
- Memeriksa kelengkapan {desaDok} dari {n} desa | dokumen | 60-150 | 2-8
- Memfasilitasi musyawarah {lembaga} di {desa} tentang {soal} | musyawarah | 90-180 | 1-1
- Menyusun rekap {desaDok} se-{kecamatan} | rekap | 60-120 | 1-1
- Memediasi perselisihan {soal} warga {desa} | mediasi | 60-150 | 1-1
- Menyampaikan surat edaran tentang {soal} ke {n} desa | desa | 45-120 | 2-10
- Memutakhirkan papan data {desaDok} {unit} | data | 45-90 | 1-6

# pemberdayaan masyarakat dan kesejahteraan
> Terlaksananya pemberdayaan masyarakat di wilayah {unit}
^ Meningkatnya keberdayaan dan kesejahteraan masyarakat {unit}
* quantity | Jumlah kegiatan pemberdayaan | 36 | kegiatan
- Mendampingi {lembaga} {desa} menyusun rencana kegiatan | kelompok | 60-150 | 1-3
- Memverifikasi {n} calon penerima bantuan di {desa} | orang | 90-210 | 5-30
- Memantau penyaluran bantuan di {desa} | lokasi | 90-210 | 1-2
- Membina {lembaga} {desa} tentang {soal} | kelompok | 60-150 | 1-2
- Mengikuti gotong royong {soal} bersama warga {desa} | kegiatan | 60-150 | 1-1
- Menyiapkan lomba dan penilaian {lembaga} tingkat {kecamatan} | kegiatan | 60-180 | 1-1
- Mendata usaha kecil warga {desa} | usaha | 60-150 | 3-20
- Menyusun laporan kegiatan {lembaga} bulan {bulanLalu} | laporan | 60-120 | 1-1

# ketenteraman dan ketertiban
> Terpeliharanya ketenteraman dan ketertiban di wilayah {unit}
^ Meningkatnya rasa aman masyarakat {unit}
* quantity | Jumlah patroli dan pembinaan wilayah | 48 | kegiatan
- Berpatroli di {desa} dan mencatat {soal} | lokasi | 90-210 | 1-4
- Membina {n} anggota {lembaga} {desa} | orang | 60-120 | 4-15
- Menertibkan {soal} di {desa} bersama perangkat desa | lokasi | 60-150 | 1-2
- Mengamankan kegiatan masyarakat di {desa} | kegiatan | 120-240 | 1-1
- Menyusun laporan keadaan wilayah tentang {soal} | laporan | 45-90 | 1-1
- Menghadiri rapat unsur pimpinan {kecamatan} tentang {soal} | rapat | 60-150 | 1-1
- Mendata titik rawan {soal} di {desa} | titik | 60-120 | 1-8
- Menyosialisasikan keamanan lingkungan kepada {lembaga} {desa} | orang | 60-120 | 8-30

# pengelolaan data wilayah
> Tersedianya data wilayah {unit} yang mutakhir
^ Meningkatnya mutu data dan laporan wilayah {unit}
* quantity | Jumlah laporan wilayah | 24 | laporan
- Memperbarui data penduduk {desa} bulan {bulan} | data | 45-120 | 5-40
- Menyusun laporan bulanan {unit} bulan {bulanLalu} | laporan | 60-150 | 1-1
- Mengumpulkan {desaDok} dari {n} desa | dokumen | 45-120 | 2-8
- Mengisi monografi {unit} bagian {lembaga} | bagian | 45-120 | 1-4
- Mendata {soal} di {desa} dengan lembar isian | lembar | 60-150 | 3-20
- Menyiapkan data {desaDok} untuk rapat kabupaten | bahan | 45-90 | 1-2
- Mencocokkan data {layanan} dengan register | data | 30-75 | 5-30
- Mengunggah {desaDok} {desa} ke aplikasi | dokumen | 30-90 | 1-4
`;
