/** Dinas Pendidikan: the office. */
export const EDUCATION_OFFICE = `
= Penelaah Teknis Kebijakan | pelaksana | 7 | S.Pd.; S.Sos. | 4
= Pengolah Data dan Informasi | pelaksana | 6 | A.Md. | 3
= Pengelola Layanan Operasional | pelaksana | 6 | A.Md.; S.Pd. | 2
= Pengembang Teknologi Pembelajaran Ahli Pertama | fungsional | 8 | S.Pd.; S.Kom. | 2
= Pengadministrasi Perkantoran | pelaksana | 5 | - | 1
@ jenjang: PAUD; SD; SMP; kesetaraan; satuan pendidikan nonformal; sekolah penggerak; sekolah terpencil; TK negeri
@ urusan: dana operasional sekolah; data pokok pendidikan; penerimaan murid baru; asesmen nasional; kurikulum; rehabilitasi ruang kelas; bantuan buku; beasiswa; perpustakaan sekolah; sanitasi sekolah
@ tenaga: guru kelas; kepala sekolah; pengawas sekolah; operator sekolah; guru honorer; tenaga kependidikan; guru penggerak; calon kepala sekolah

# pembinaan satuan pendidikan
> Terbinanya satuan pendidikan oleh {skpd} sesuai standar
^ Meningkatnya mutu satuan pendidikan
* quantity | Jumlah satuan pendidikan yang dibina | 60 | sekolah
* quality | Persentase sekolah yang menindaklanjuti pembinaan | 85 | persen
- Membina {n} {jenjang} di {kecamatan} tentang {urusan} | sekolah | 120-270 | 1-5
- Menyusun jadwal dan instrumen pembinaan {jenjang} tentang {urusan} | instrumen | 60-120 | 1-2
- Memantau pelaksanaan {urusan} pada {jenjang} di {kecamatan} | sekolah | 120-270 | 1-4
- Menyusun laporan pembinaan {jenjang} wilayah {kecamatan} | laporan | 60-150 | 1-1
- Menjawab konsultasi {tenaga} {jenjang} tentang {urusan} | konsultasi | 20-60 | 1-6
- Menelaah proposal {urusan} dari {n} {jenjang} | proposal | 60-150 | 2-10
- Menyiapkan surat edaran {urusan} untuk {jenjang} | surat | 45-90 | 1-1
- Memfasilitasi rapat {tenaga} {jenjang} membahas {urusan} | rapat | 90-180 | 1-1

# pengelolaan data pendidikan
> Tersedianya data pendidikan {skpd} yang sinkron
^ Meningkatnya mutu data pendidikan
* quantity | Jumlah verifikasi data sekolah | 240 | sekolah
* quality | Persentase data pokok yang valid | 98 | persen
- Memverifikasi data {jenjang} wilayah {kecamatan} untuk {urusan} | sekolah | 60-150 | 4-25
- Membantu operator {jenjang} memperbaiki data {tenaga} | data | 45-120 | 3-20
- Merekap data {tenaga} {jenjang} bulan {bulan} | rekap | 60-120 | 1-1
- Menyusun tabel {urusan} menurut {jenjang} | tabel | 60-120 | 1-5
- Mencocokkan data {urusan} dengan laporan {n} {jenjang} | laporan | 60-150 | 3-20
- Menyiapkan data {tenaga} {jenjang} untuk rapat | bahan | 45-90 | 1-2
- Mengunggah pembaruan {urusan} ke aplikasi kementerian | data | 45-120 | 5-30
- Melatih {n} operator {jenjang} mengisi data {urusan} | orang | 120-240 | 8-30

# pengelolaan guru dan tenaga kependidikan
> Terlayaninya administrasi guru dan tenaga kependidikan oleh {skpd}
^ Meningkatnya pemerataan dan kompetensi guru
* quantity | Jumlah layanan guru dan tenaga kependidikan | 480 | layanan
* time | Lama penyelesaian satu layanan | 3 | hari kerja
- Memeriksa {n} berkas tunjangan profesi {tenaga} {jenjang} | berkas | 60-150 | 4-20
- Menyusun peta kebutuhan {tenaga} {jenjang} di {kecamatan} | peta | 60-150 | 1-1
- Memproses usul mutasi {tenaga} {jenjang} | berkas | 45-90 | 1-5
- Menyiapkan bimbingan teknis {urusan} bagi {tenaga} {jenjang} | kegiatan | 60-150 | 1-1
- Merekap angka kredit {n} {tenaga} | berkas | 45-120 | 3-12
- Menindaklanjuti pengaduan {tenaga} {jenjang} di {kecamatan} | pengaduan | 45-90 | 1-2
- Menyusun daftar {tenaga} {jenjang} yang akan pensiun | daftar | 45-90 | 1-1
- Mengolah nilai kinerja {tenaga} {jenjang} | data | 45-120 | 5-30

# sarana dan bantuan pendidikan
> Tersalurnya sarana dan bantuan pendidikan {skpd} tepat sasaran
^ Meningkatnya kelayakan sarana pendidikan
* quantity | Jumlah sekolah penerima yang diverifikasi | 80 | sekolah
- Memverifikasi laporan {urusan} dari {n} {jenjang} | laporan | 60-150 | 3-15
- Meninjau lokasi {urusan} {jenjang} di {desa} | lokasi | 120-240 | 1-3
- Menyusun daftar calon penerima {urusan} {jenjang} | daftar | 60-150 | 1-1
- Memeriksa kemajuan fisik {urusan} {jenjang} di {kecamatan} | lokasi | 120-240 | 1-3
- Menyiapkan berita acara penyerahan {urusan} kepada {n} {jenjang} | berita acara | 45-90 | 1-8
- Merekap kerusakan ruang {jenjang} di {kecamatan} | rekap | 60-120 | 1-1
- Membimbing {jenjang} menyusun rencana {urusan} | sekolah | 60-150 | 1-6
- Menghitung kebutuhan {urusan} untuk {jenjang} tahun depan | perhitungan | 60-120 | 1-1

# kurikulum dan penilaian
> Terlaksananya penerapan kurikulum dan penilaian oleh {skpd}
^ Meningkatnya hasil belajar murid
* quantity | Jumlah kegiatan kurikulum | 24 | kegiatan
- Menyusun panduan {urusan} bagi {jenjang} | panduan | 90-180 | 1-1
- Menganalisis rapor pendidikan {jenjang} wilayah {kecamatan} | analisis | 60-150 | 1-2
- Menyiapkan pelaksanaan {urusan} di {n} {jenjang} | sekolah | 60-150 | 3-15
- Mengawasi {urusan} pada {jenjang} di {kecamatan} | sekolah | 120-240 | 1-3
- Mendampingi komunitas belajar {tenaga} {jenjang} | kegiatan | 90-180 | 1-1
- Menyusun laporan {urusan} triwulan {triwulan} | laporan | 60-150 | 1-1
- Menilai perangkat ajar {tenaga} {jenjang} | perangkat | 60-120 | 2-10
- Menyusun bahan paparan {urusan} {jenjang} | bahan | 45-120 | 1-1
`;
