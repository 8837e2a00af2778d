/** Pelayanan di puskesmas dan rumah sakit. */
export const HEALTH_CARE = `
= Dokter Ahli Pertama | fungsional | 9 | dr. | 2
= Dokter Gigi Ahli Pertama | fungsional | 9 | drg. | 1
= Perawat Ahli Pertama | fungsional | 8 | S.Kep., Ners | 3
= Perawat Terampil | fungsional | 7 | A.Md.Kep. | 4
= Bidan Ahli Pertama | fungsional | 8 | S.Tr.Keb. | 2
= Bidan Terampil | fungsional | 7 | A.Md.Keb. | 5
= Asisten Apoteker Terampil | fungsional | 7 | A.Md.Farm. | 1
= Nutrisionis Terampil | fungsional | 7 | A.Md.Gz. | 1
= Tenaga Sanitasi Lingkungan Terampil | fungsional | 7 | A.Md.Kes. | 1
= Pranata Laboratorium Kesehatan Terampil | fungsional | 7 | A.Md.A.K. | 1
= Perekam Medis Terampil | fungsional | 7 | A.Md.RMIK. | 1
= Pengadministrasi Perkantoran | pelaksana | 5 | - | 1
@ penyakit: hipertensi; diabetes melitus; infeksi saluran napas; gastritis; demam; diare; sakit gigi; penyakit kulit; nyeri sendi; tuberkulosis
@ ruang: poli umum; poli lansia; poli kesehatan ibu dan anak; ruang tindakan; unit gawat darurat; pojok oralit; ruang imunisasi; apotek
@ sasaran: ibu hamil; bayi dan balita; lansia; anak sekolah; penderita penyakit kronis; remaja putri; ibu menyusui; pasangan usia subur
@ tindakan: perawatan luka; penjahitan luka; pemasangan infus; nebulisasi; penyuntikan; pengangkatan jahitan; pemeriksaan tanda vital; ganti balutan
@ vaksin: campak rubela; pentabio; polio tetes; polio suntik; BCG; hepatitis B; PCV; rotavirus

# pemeriksaan dan pengobatan pasien
~ Dokter, Perawat
> Terlayaninya pasien {unit} sesuai standar prosedur
^ Meningkatnya mutu pelayanan pasien di {unit}
* quantity | Jumlah pasien yang dilayani | 2.400 | pasien
* quality | Persentase kepatuhan terhadap prosedur | 95 | persen
- Memeriksa dan mengobati {n} pasien dengan keluhan {penyakit} di {ruang} | pasien | 90-240 | 6-35
- Melakukan {tindakan} pada {n} pasien di {ruang} | pasien | 60-150 | 2-10
- Menulis rekam medis {n} pasien {penyakit} | rekam medis | 45-120 | 6-30
- Memberi konseling kepada {n} {sasaran} tentang pencegahan {penyakit} | orang | 30-90 | 2-12
- Merujuk pasien {penyakit} ke rumah sakit disertai surat rujukan | pasien | 30-75 | 1-3
- Memantau {n} pasien {penyakit} peserta program pengelolaan penyakit kronis | pasien | 60-150 | 4-20
- Melakukan kunjungan rumah pasien {penyakit} di {desa} | rumah | 60-150 | 1-5
- Bertugas jaga di {ruang} dan menangani {n} pasien | pasien | 180-300 | 5-25
- Mengkaji keperawatan {n} pasien {penyakit} sebelum pemeriksaan | pasien | 60-150 | 6-30
- Menyiapkan alat dan bahan {tindakan} di {ruang} | set | 30-60 | 1-6

# pelayanan kesehatan ibu dan anak
~ Bidan
> Terlayaninya ibu hamil, ibu bersalin, bayi, dan balita di wilayah {unit}
^ Meningkatnya cakupan pelayanan kesehatan ibu dan anak {unit}
* quantity | Jumlah kunjungan ibu dan anak yang dilayani | 1.400 | kunjungan
* quality | Cakupan pemeriksaan kehamilan lengkap | 90 | persen
- Memeriksa kehamilan {n} ibu dan mencatatnya di buku KIA | ibu hamil | 60-180 | 3-15
- Menolong persalinan ibu asal {desa} lalu memantau ibu dan bayinya | persalinan | 180-360 | 1-2
- Memberi imunisasi {vaksin} kepada {n} bayi | bayi | 60-150 | 4-25
- Melaksanakan posyandu di {desa}: menimbang dan mengukur {n} balita | balita | 120-240 | 15-60
- Melakukan kunjungan nifas ke rumah ibu di {desa} | kunjungan | 60-120 | 1-4
- Memberi pelayanan keluarga berencana kepada {n} pasangan usia subur | akseptor | 45-120 | 2-12
- Menyelenggarakan kelas ibu hamil di {desa} dengan {n} peserta | peserta | 90-180 | 6-15
- Mengisi kohort ibu dan bayi bulan {bulan} wilayah {desa} | kohort | 45-120 | 5-40
- Melacak bayi yang belum mendapat imunisasi {vaksin} di {desa} | bayi | 60-150 | 1-8
- Mengonseling {n} ibu menyusui tentang pemberian makan bayi dan anak | ibu | 45-90 | 2-10

# pelayanan penunjang dan farmasi
~ Asisten, Nutrisionis, Tenaga, Pranata, Perekam
> Terselenggaranya pelayanan penunjang medis {unit} yang tepat dan aman
^ Meningkatnya mutu pelayanan penunjang {unit}
* quantity | Jumlah layanan penunjang | 1.800 | layanan
* time | Waktu tunggu layanan | 30 | menit
- Menyiapkan dan menyerahkan obat {penyakit} untuk {n} resep | resep | 90-210 | 10-50
- Memeriksa stok dan tanggal kedaluwarsa obat {penyakit} di {ruang} | jenis obat | 45-120 | 5-40
- Memeriksa {n} sampel laboratorium pasien {penyakit} | sampel | 60-180 | 5-30
- Mengonseling gizi {n} {sasaran} di {ruang} | orang | 45-120 | 2-10
- Menginspeksi sanitasi {n} rumah dan tempat umum di {desa} | lokasi | 90-210 | 2-15
- Mendaftar {n} pasien dan menyiapkan berkas rekam medis untuk {ruang} | pasien | 120-240 | 15-60
- Menyusun laporan pemakaian obat {penyakit} bulan {bulanLalu} | laporan | 60-150 | 1-1
- Menguji {n} sampel air bersih dari {desa} | sampel | 60-150 | 2-10
- Memantau status gizi {n} balita di {desa} | balita | 60-150 | 5-40
- Mengode diagnosis {penyakit} pada {n} rekam medis | berkas | 60-150 | 15-60

# kegiatan luar gedung dan promosi kesehatan
> Terlaksananya kegiatan luar gedung dan promosi kesehatan di wilayah {unit}
^ Meningkatnya peran serta masyarakat dalam kesehatan di wilayah {unit}
* quantity | Jumlah kegiatan luar gedung | 72 | kegiatan
- Menyuluh {n} {sasaran} tentang {penyakit} di {desa} | orang | 60-150 | 10-45
- Menjaring kesehatan {n} anak sekolah di {desa} | anak | 120-240 | 20-80
- Membina {n} kader posyandu di {desa} | kader | 60-150 | 4-12
- Mengunjungi keluarga dengan {penyakit} di {desa} untuk pendataan keluarga sehat | keluarga | 90-210 | 3-12
- Memeriksa kesehatan {n} lansia di posyandu lansia {desa} | lansia | 120-210 | 12-45
- Melacak kontak erat penderita {penyakit} di {desa} | orang | 60-180 | 2-12
- Mengikuti lokakarya mini membahas cakupan {sasaran} bulan {bulan} | kegiatan | 120-210 | 1-1
- Membagikan tablet tambah darah kepada {n} remaja putri di {desa} | orang | 60-120 | 15-60
- Memeriksa jentik di {n} rumah warga {desa} | rumah | 90-180 | 10-40
- Memantau minum obat penderita {penyakit} di {desa} | penderita | 45-120 | 1-6

# pencatatan dan pelaporan pelayanan
> Tersusunnya pencatatan dan pelaporan pelayanan {unit} tepat waktu
^ Meningkatnya mutu data pelayanan {unit}
* quantity | Jumlah laporan yang disampaikan | 24 | laporan
* time | Tanggal penyampaian laporan bulanan | 5 | tanggal
- Mengentri data pelayanan {n} pasien {penyakit} ke aplikasi | data | 60-150 | 10-50
- Menyusun laporan bulanan {sasaran} bulan {bulanLalu} | laporan | 60-150 | 1-1
- Memvalidasi data {penyakit} dengan register {ruang} | data | 45-120 | 10-40
- Mengajukan klaim pelayanan {n} peserta jaminan kesehatan | klaim | 60-150 | 4-25
- Menyusun grafik capaian {sasaran} untuk papan data | grafik | 45-90 | 1-3
- Menyimpan dan menata {n} berkas pasien {ruang} | berkas | 45-120 | 15-60
- Merekap kunjungan {ruang} pekan ini | rekap | 30-75 | 1-1
- Memeriksa kebersihan dan kesiapan {ruang} sebelum pelayanan | lembar periksa | 20-45 | 1-1
`;
