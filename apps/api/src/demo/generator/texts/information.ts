/** Komunikasi, informatika, perpustakaan, kearsipan. */
export const INFORMATION = `
= Pranata Komputer Ahli Pertama | fungsional | 8 | S.Kom. | 4
= Pranata Hubungan Masyarakat Ahli Pertama | fungsional | 8 | S.I.Kom. | 2
= Pustakawan Terampil | fungsional | 7 | A.Md. | 1
= Pranata Komputer Terampil | fungsional | 7 | A.Md.Kom. | 3
= Penata Layanan Operasional | pelaksana | 7 | S.Kom.; S.I.Kom. | 1
= Pengadministrasi Perkantoran | pelaksana | 5 | - | 1
@ aplikasi: portal kabupaten; aplikasi persuratan; aplikasi pengaduan; layanan perizinan daring; satu data daerah; aplikasi kehadiran; tanda tangan elektronik; aplikasi keuangan
@ lokasi: kantor bupati; kantor camat; puskesmas; kantor dinas; ruang server; kantor kelurahan; sekolah; gedung DPRD
@ topik: pelayanan publik; pembangunan jalan; kesehatan ibu; harga bahan pokok; agenda pimpinan; pencegahan hoaks; prestasi pelajar; cuaca ekstrem

# pengelolaan aplikasi dan data
> Terkelolanya aplikasi dan data pemerintah daerah
^ Meningkatnya penerapan pemerintahan berbasis elektronik
* quantity | Jumlah layanan aplikasi yang ditangani | 300 | layanan
* time | Lama penanganan gangguan | 1 | hari kerja
- Memperbaiki gangguan {aplikasi} yang dilaporkan {lokasi} | gangguan | 60-210 | 1-4
- Menambah fitur pada {aplikasi} sesuai permintaan {lokasi} | fitur | 90-270 | 1-2
- Memperbarui data {topik} pada {aplikasi} | data | 45-120 | 5-40
- Menguji {aplikasi} sebelum dipakai {lokasi} | skenario | 60-150 | 4-25
- Melatih {n} pengguna {aplikasi} di {lokasi} | orang | 90-210 | 4-25
- Menyusun petunjuk penggunaan {aplikasi} | dokumen | 60-150 | 1-1
- Mencadangkan basis data {aplikasi} | cadangan | 30-60 | 1-2
- Menyiapkan akun {aplikasi} bagi {n} pegawai {lokasi} | akun | 30-75 | 2-15

# jaringan dan keamanan informasi
> Terjaganya jaringan dan keamanan informasi
^ Meningkatnya ketersediaan dan keamanan jaringan
* quality | Persentase ketersediaan jaringan | 98 | persen
- Memeriksa dan memperbaiki jaringan di {lokasi} | titik | 60-210 | 1-6
- Memantau lalu lintas jaringan {lokasi} | laporan | 45-120 | 1-1
- Memasang titik akses di {lokasi} | titik | 90-210 | 1-4
- Menutup celah keamanan pada {aplikasi} | celah | 60-180 | 1-4
- Menyusun laporan keamanan {aplikasi} bulan {bulanLalu} | laporan | 60-120 | 1-1
- Merawat perangkat jaringan di {lokasi} | perangkat | 60-150 | 1-8
- Memperbarui sistem operasi peladen {aplikasi} | peladen | 60-150 | 1-3
- Mendampingi {lokasi} menerapkan sandi yang aman | orang | 45-120 | 3-15

# komunikasi publik
> Tersebarnya informasi pembangunan kepada masyarakat
^ Meningkatnya keterbukaan informasi publik
* quantity | Jumlah konten yang diterbitkan | 360 | konten
- Menulis berita {topik} untuk {aplikasi} | berita | 60-120 | 1-3
- Meliput kegiatan {topik} di {kecamatan} | liputan | 90-210 | 1-2
- Menyunting video {topik} | video | 90-240 | 1-2
- Membuat infografik {topik} | infografik | 60-150 | 1-3
- Menjawab {n} pertanyaan warga tentang {topik} | pertanyaan | 30-90 | 3-20
- Menyiarkan {topik} melalui radio daerah | siaran | 60-120 | 1-2
- Memantau pemberitaan {topik} di media | media | 45-90 | 3-15
- Menyusun rencana konten {topik} pekan depan | rencana | 45-90 | 1-1

# statistik dan layanan informasi
> Tersedianya statistik sektoral dan layanan informasi
^ Meningkatnya mutu statistik sektoral
* quantity | Jumlah himpunan data | 60 | data
- Mengumpulkan data {topik} dari {lokasi} | data | 60-150 | 2-12
- Memeriksa mutu data {topik} pada {aplikasi} | data | 60-120 | 3-20
- Menyusun metadata {topik} | metadata | 45-120 | 1-5
- Melayani permohonan informasi {topik} | permohonan | 45-90 | 1-3
- Menyusun daftar informasi publik {lokasi} | daftar | 60-120 | 1-1
- Membina pengelola data {lokasi} | orang | 60-150 | 2-10
- Membuat dasbor {topik} pada {aplikasi} | dasbor | 90-210 | 1-2
- Menyusun laporan layanan informasi bulan {bulanLalu} | laporan | 45-90 | 1-1

# perpustakaan dan arsip daerah
> Terlayaninya pemustaka dan terkelolanya arsip daerah
^ Meningkatnya budaya baca dan tertib arsip
* quantity | Jumlah layanan perpustakaan dan arsip | 240 | layanan
- Melayani {n} pemustaka di perpustakaan daerah | orang | 90-240 | 5-45
- Mengatalog {n} buku bertema {topik} | buku | 60-150 | 5-30
- Membawa perpustakaan keliling ke {desa} | lokasi | 120-240 | 1-2
- Mengolah arsip {lokasi} tahun {tahunLalu} | boks | 60-180 | 1-6
- Membina pengelola arsip {lokasi} | orang | 60-150 | 1-8
- Menyelenggarakan bedah buku {topik} | kegiatan | 90-180 | 1-1
- Memindai arsip {topik} milik {lokasi} | lembar | 60-150 | 20-90
- Menyiangi koleksi {topik} yang rusak | buku | 45-120 | 5-30
`;
