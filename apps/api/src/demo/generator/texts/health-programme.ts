/** Dinas Kesehatan: programmes seen from the office. */
export const HEALTH_PROGRAMME = `
= Epidemiolog Kesehatan Ahli Pertama | fungsional | 8 | S.K.M. | 2
= Administrator Kesehatan Ahli Pertama | fungsional | 8 | S.K.M. | 3
= Penyuluh Kesehatan Masyarakat Ahli Pertama | fungsional | 8 | S.K.M. | 2
= Penelaah Teknis Kebijakan | pelaksana | 7 | S.K.M.; S.Kep. | 2
= Pengelola Layanan Kesehatan | pelaksana | 6 | A.Md.Kep.; A.Md.Kes.; A.Md.Keb. | 3
= Pengolah Data dan Informasi | pelaksana | 6 | A.Md. | 1
@ penyakit: demam berdarah; tuberkulosis; HIV/AIDS; campak; malaria; diare; hepatitis; leptospirosis; difteri; pneumonia balita
@ program: imunisasi dasar lengkap; penurunan stunting; kesehatan ibu; kesehatan remaja; germas; usaha kesehatan sekolah; kesehatan lingkungan; kesehatan jiwa; posyandu siklus hidup; gizi masyarakat
@ puskesmas: puskesmas kota; puskesmas pesisir; puskesmas hulu; puskesmas rawat inap; puskesmas pembantu; seluruh puskesmas; puskesmas wilayah barat; puskesmas wilayah timur
@ logistik: vaksin; reagen; kelambu; larvasida; obat program; alat timbang balita; bahan edukasi; makanan tambahan

# surveilans penyakit dan kejadian luar biasa
> Terlaksananya surveilans {skpd} dan respons cepat atas penyakit berpotensi wabah
^ Menurunnya kejadian penyakit menular melalui surveilans yang tanggap
* quantity | Jumlah laporan kewaspadaan dini mingguan | 52 | laporan
* time | Lama penyelidikan sejak laporan diterima | 24 | jam
- Mengolah laporan mingguan {penyakit} dari {puskesmas} | laporan | 60-150 | 1-6
- Menyelidiki kasus {penyakit} di {desa} dan mewawancarai {n} kontak | kontak | 120-300 | 3-15
- Memverifikasi sinyal kewaspadaan {penyakit} dari {puskesmas} | sinyal | 30-90 | 1-5
- Menyusun laporan penyelidikan {penyakit} di {kecamatan} | laporan | 90-180 | 1-1
- Mengirim {n} spesimen {penyakit} ke laboratorium rujukan | spesimen | 45-120 | 1-6
- Membuat grafik dan peta kasus {penyakit} bulan {bulan} | grafik | 60-120 | 1-3
- Melatih {n} petugas surveilans {puskesmas} mencatat {penyakit} | orang | 120-240 | 5-20
- Mengoordinasikan pengasapan dan pemberantasan sarang nyamuk di {desa} | lokasi | 90-240 | 1-3
- Menganalisis tren {penyakit} lima tahun terakhir di {kecamatan} | analisis | 90-180 | 1-1

# pengelolaan program imunisasi dan gizi
> Tercapainya target program {skpd} bidang imunisasi dan gizi
^ Meningkatnya cakupan imunisasi dan status gizi masyarakat
* quantity | Jumlah puskesmas yang dibina | 24 | kali
* quality | Cakupan imunisasi dasar lengkap | 95 | persen
- Merekap cakupan {program} dari {puskesmas} bulan {bulanLalu} | rekap | 60-150 | 1-1
- Menyusun rencana kebutuhan {logistik} triwulan {triwulan} | rencana | 60-150 | 1-1
- Memeriksa suhu dan catatan penyimpanan {logistik} di gudang | lembar periksa | 30-90 | 1-2
- Mendistribusikan {logistik} ke {puskesmas} | paket | 90-210 | 2-12
- Membina petugas {program} di {puskesmas} | orang | 120-240 | 2-8
- Memantau pelaksanaan {program} di posyandu {desa} | posyandu | 120-240 | 1-4
- Memvalidasi data {program} dalam aplikasi dengan {n} catatan puskesmas | data | 60-150 | 5-40
- Menyusun bahan rapat evaluasi {program} triwulan {triwulan} | bahan | 60-120 | 1-1
- Menjawab konsultasi {puskesmas} tentang {program} | konsultasi | 20-60 | 1-5

# promosi kesehatan dan pemberdayaan
> Terlaksananya promosi kesehatan dan pemberdayaan masyarakat oleh {skpd}
^ Meningkatnya perilaku hidup bersih dan sehat masyarakat
* quantity | Jumlah kegiatan promosi kesehatan | 36 | kegiatan
- Menyusun materi edukasi {program} untuk {puskesmas} | materi | 60-180 | 1-3
- Menyebarkan pesan {program} melalui radio dan media sosial | tayangan | 30-90 | 1-5
- Menyuluh {n} warga {desa} tentang pencegahan {penyakit} | orang | 90-180 | 15-60
- Membina forum desa siaga {desa} | forum | 90-180 | 1-2
- Menilai {n} rumah tangga berperilaku hidup bersih di {desa} | rumah | 90-210 | 5-30
- Mengevaluasi kegiatan {program} di {puskesmas} | laporan | 60-150 | 1-1
- Menyiapkan peringatan hari kesehatan dengan tema {program} | kegiatan | 60-180 | 1-1
- Mendampingi kader {program} {kecamatan} menyusun rencana kerja | kader | 90-180 | 4-15

# pelayanan dan perizinan kesehatan
> Terselenggaranya pembinaan pelayanan kesehatan dan rekomendasi izin oleh {skpd}
^ Meningkatnya mutu fasilitas pelayanan kesehatan
* quantity | Jumlah rekomendasi yang diselesaikan | 96 | rekomendasi
* time | Lama penyelesaian rekomendasi | 5 | hari kerja
- Memeriksa berkas {n} permohonan rekomendasi izin praktik tenaga kesehatan | berkas | 45-120 | 1-8
- Meninjau sarana klinik dan apotek di {kecamatan} | sarana | 90-210 | 1-3
- Menyusun berita acara pemeriksaan sarana di {kecamatan} | berita acara | 45-120 | 1-2
- Mendampingi {puskesmas} menyiapkan akreditasi bab {program} | dokumen | 90-240 | 1-4
- Menilai mutu layanan {puskesmas} dengan daftar tilik | lembar | 60-150 | 1-3
- Menindaklanjuti pengaduan layanan di {puskesmas} | pengaduan | 45-120 | 1-2
- Memeriksa pengelolaan {logistik} di {puskesmas} | lokasi | 90-180 | 1-2
- Menyusun rekap tenaga kesehatan {puskesmas} | rekap | 60-120 | 1-1

# data dan pelaporan program
> Tersusunnya data dan laporan program {skpd} tepat waktu
^ Meningkatnya mutu data program kesehatan
* quantity | Jumlah laporan program | 48 | laporan
* time | Ketepatan waktu laporan | 98 | persen
- Menyusun laporan {program} bulan {bulanLalu} untuk provinsi | laporan | 60-150 | 1-1
- Mengentri data {penyakit} {puskesmas} ke sistem nasional | data | 60-150 | 5-40
- Mengumpulkan laporan {program} yang terlambat dari {puskesmas} | laporan | 30-75 | 1-6
- Mencocokkan data {penyakit} antara puskesmas dan rumah sakit | data | 60-120 | 5-30
- Menyusun profil {program} tahun {tahun} | naskah | 90-180 | 1-1
- Mengikuti rapat evaluasi data {program} | rapat | 90-180 | 1-1
- Menyiapkan jawaban permintaan data {penyakit} dari {kecamatan} | surat | 30-75 | 1-2
- Menghitung capaian standar pelayanan minimal {program} bulan {bulanLalu} | indikator | 45-120 | 1-6
`;
