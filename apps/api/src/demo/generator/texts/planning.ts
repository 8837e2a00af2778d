/** Perencanaan: work plans, data, monitoring, reports of an office and of the planning agency. */
export const PLANNING = `
= Perencana Ahli Pertama | fungsional | 8 | S.E.; S.T.; S.Si. | 3
= Perencana Ahli Muda | fungsional | 9 | S.T., M.T.; S.E., M.Si. | 2
= Penelaah Teknis Kebijakan | pelaksana | 7 | S.IP.; S.Sos.; S.E. | 3
= Pengolah Data dan Informasi | pelaksana | 6 | A.Md. | 3
= Pengadministrasi Perkantoran | pelaksana | 5 | - | 1
@ dok: rencana strategis; rencana kerja; rencana aksi; laporan kinerja; perjanjian kinerja; laporan penyelenggaraan pemerintahan; rencana kerja pemerintah daerah; profil daerah
@ program: penanggulangan kemiskinan; penurunan stunting; pelayanan dasar; peningkatan infrastruktur; pengembangan ekonomi lokal; reformasi birokrasi; ketahanan pangan; pendidikan dan kesehatan
@ data: jumlah penduduk miskin; capaian standar pelayanan minimal; serapan anggaran; sarana pelayanan; indikator kinerja utama; usulan musrenbang; luas wilayah dan potensi desa; angka partisipasi sekolah

# penyusunan dokumen perencanaan
> Tersusunnya dokumen perencanaan {skpd} yang selaras dan tepat waktu
^ Meningkatnya keselarasan dokumen perencanaan {skpd}
* quantity | Jumlah dokumen perencanaan yang disusun | 5 | dokumen
* quality | Persentase program yang selaras dengan dokumen di atasnya | 100 | persen
- Menyusun rancangan {dok} bagian program {program} | naskah | 90-240 | 1-1
- Menyelaraskan indikator {program} dalam {dok} dengan dokumen di atasnya | matriks | 60-180 | 1-1
- Memeriksa konsistensi target {program} antara {dok} dan anggaran | lembar periksa | 60-120 | 1-2
- Menghimpun masukan {n} bidang atas rancangan {dok} | masukan | 60-120 | 2-8
- Memperbaiki {dok} menurut catatan verifikasi program {program} | naskah | 60-180 | 1-1
- Menyiapkan paparan {dok} untuk forum perangkat daerah | bahan | 60-150 | 1-1
- Mengentri program {program} ke sistem informasi pemerintahan daerah | kegiatan | 60-150 | 2-12
- Menelaah usulan kegiatan {program} dari musyawarah perencanaan | usulan | 60-150 | 3-20

# pengelolaan data perencanaan
> Tersedianya data perencanaan {skpd} yang mutakhir
^ Meningkatnya mutu dan ketersediaan data perencanaan {skpd}
* quantity | Jumlah tabel data yang dimutakhirkan | 48 | tabel
* time | Lama pemutakhiran setelah data diterima | 5 | hari kerja
- Mengumpulkan data {data} dari {n} sumber dan memeriksa kewajarannya | sumber | 60-150 | 2-8
- Mengolah data {data} menjadi tabel dan grafik triwulan {triwulan} | tabel | 60-150 | 1-6
- Memutakhirkan basis data {data} wilayah {kecamatan} | data | 45-120 | 5-40
- Menjawab permintaan data {data} dari perangkat daerah lain | permintaan | 30-90 | 1-3
- Mencocokkan data {data} dengan publikasi badan pusat statistik | lembar kerja | 60-120 | 1-2
- Menyusun metadata indikator {data} | metadata | 45-120 | 1-4
- Menyusun peta sebaran {data} menurut kecamatan | peta | 90-180 | 1-2
- Membersihkan data ganda pada daftar {data} | data | 45-120 | 10-60

# pemantauan dan evaluasi program
> Terlaksananya pemantauan dan evaluasi program {skpd}
^ Meningkatnya efektivitas pelaksanaan program {skpd}
* quantity | Jumlah laporan evaluasi triwulanan | 4 | laporan
* quality | Persentase rekomendasi yang ditindaklanjuti | 85 | persen
- Memantau pelaksanaan program {program} di {kecamatan} | lokasi | 120-300 | 1-3
- Menyusun laporan evaluasi program {program} triwulan {triwulan} | laporan | 90-240 | 1-1
- Merekap capaian {data} dari bidang bulan {bulanLalu} | rekap | 45-120 | 1-1
- Mengevaluasi kendala program {program} dan menyusun saran perbaikan | telaah | 60-150 | 1-1
- Mengisi aplikasi pemantauan untuk program {program} | kegiatan | 45-120 | 2-10
- Memfasilitasi rapat evaluasi program {program} dengan bidang pelaksana | rapat | 90-180 | 1-1
- Menyusun kartu pantau rekomendasi program {program} | kartu | 45-90 | 1-5
- Memverifikasi bukti capaian {data} yang dikirim bidang | bukti | 45-120 | 3-15

# pelaporan kinerja
> Tersusunnya laporan kinerja {skpd} yang andal
^ Meningkatnya akuntabilitas kinerja {skpd}
* quantity | Jumlah laporan kinerja yang disampaikan | 6 | laporan
* time | Ketepatan waktu penyampaian laporan | 100 | persen
- Menyusun konsep {dok} bagian capaian program {program} | naskah | 90-240 | 1-1
- Menghitung capaian indikator {data} bulan {bulanLalu} | indikator | 45-120 | 2-10
- Menganalisis penyebab capaian {data} di bawah target | analisis | 60-150 | 1-2
- Menyiapkan bahan penilaian akuntabilitas kinerja program {program} | bahan | 60-150 | 1-3
- Mengunggah {dok} dan buktinya ke aplikasi pelaporan | dokumen | 45-90 | 1-4
- Mereviu konsep {dok} bersama bidang pelaksana program {program} | reviu | 60-120 | 1-1
- Menyusun ringkasan capaian program {program} untuk bahan pimpinan | ringkasan | 45-120 | 1-1
- Menata lampiran {dok} dan daftar tabelnya | lampiran | 45-120 | 1-5

# koordinasi perencanaan
> Terselenggaranya koordinasi perencanaan antara {skpd} dan pemangku kepentingan
^ Meningkatnya sinergi perencanaan lintas perangkat daerah
* quantity | Jumlah rapat koordinasi yang difasilitasi | 24 | rapat
- Menyiapkan undangan dan bahan rapat koordinasi program {program} | kegiatan | 60-120 | 1-1
- Mengikuti rapat koordinasi {dok} tingkat kabupaten | rapat | 90-210 | 1-1
- Membuat notula rapat program {program} dan mengedarkannya | notula | 60-120 | 1-1
- Mendampingi {kecamatan} menyusun usulan program {program} | usulan | 60-180 | 2-10
- Menyusun berita acara kesepakatan program {program} | berita acara | 45-90 | 1-1
- Mengonfirmasi tindak lanjut rapat {dok} kepada {n} bidang | bidang | 30-75 | 2-6
- Menyusun jadwal dan pembagian tugas penyusunan {dok} | jadwal | 45-90 | 1-1
- Menelaah surat permintaan masukan {dok} dari provinsi | telaah | 45-120 | 1-1
`;
