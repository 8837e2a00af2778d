/** Inspektorat. */
export const INSPECTION = `
= Auditor Ahli Pertama | fungsional | 8 | S.E.; S.Ak.; S.T. | 4
= Auditor Ahli Muda | fungsional | 9 | S.E., M.Ak.; S.T., M.T. | 3
= Pengawas Penyelenggaraan Urusan Pemerintahan Daerah Ahli Pertama | fungsional | 8 | S.IP.; S.H. | 3
= Auditor Terampil | fungsional | 7 | A.Md.Ak. | 1
= Pengolah Data dan Informasi | pelaksana | 6 | A.Md. | 1
@ objek: dinas pendidikan; dinas kesehatan; kecamatan; puskesmas; sekolah dasar; dana desa; badan keuangan; sekretariat DPRD; dinas pekerjaan umum; badan usaha milik desa
@ aspek: pengelolaan kas; pengadaan barang dan jasa; aset tetap; perjalanan dinas; dana operasional; belanja modal; pendapatan retribusi; kinerja program; kehadiran pegawai; penatausahaan persediaan
@ kertas: program kerja pemeriksaan; kertas kerja; simpulan sementara; berita acara; naskah hasil; lembar reviu; daftar temuan; surat konfirmasi

# pemeriksaan dan audit
> Terlaksananya pemeriksaan sesuai program kerja pengawasan tahunan
^ Meningkatnya kualitas pengawasan intern
* quantity | Jumlah laporan hasil pemeriksaan | 12 | laporan
* quality | Persentase kertas kerja yang lulus reviu | 95 | persen
- Memeriksa {aspek} pada {objek} dan menuangkannya dalam {kertas} | kertas kerja | 120-300 | 1-4
- Menyusun {kertas} pemeriksaan {aspek} pada {objek} | naskah | 60-180 | 1-2
- Mewawancarai {n} pejabat {objek} tentang {aspek} | orang | 60-150 | 1-6
- Menguji bukti {aspek} pada {objek} sebanyak {n} dokumen | dokumen | 90-240 | 10-60
- Melakukan cek fisik {aspek} pada {objek} di {kecamatan} | lokasi | 120-270 | 1-4
- Membahas temuan {aspek} dengan pimpinan {objek} | rapat | 60-150 | 1-1
- Menyusun konsep laporan pemeriksaan {aspek} pada {objek} | naskah | 90-240 | 1-1
- Mengonfirmasi {aspek} kepada {n} pihak ketiga {objek} | pihak | 60-120 | 1-6

# reviu dan evaluasi
> Terlaksananya reviu dan evaluasi atas laporan perangkat daerah
^ Meningkatnya keandalan laporan perangkat daerah
* quantity | Jumlah laporan reviu dan evaluasi | 18 | laporan
- Mereviu rencana anggaran {objek} bagian {aspek} | dokumen | 90-210 | 1-3
- Mengevaluasi akuntabilitas kinerja {objek} | lembar kerja | 90-240 | 1-2
- Mereviu laporan keuangan {objek} pos {aspek} | pos | 90-210 | 1-4
- Menyusun {kertas} reviu {objek} | naskah | 60-150 | 1-2
- Menilai pengendalian intern {objek} atas {aspek} | lembar penilaian | 90-180 | 1-3
- Menghitung penyerapan {aspek} {objek} triwulan {triwulan} | perhitungan | 60-120 | 1-2
- Menyampaikan catatan reviu {aspek} kepada {objek} | catatan | 30-75 | 1-6
- Memeriksa perbaikan {objek} atas catatan {aspek} | dokumen | 60-120 | 1-4

# pemantauan tindak lanjut
> Terpantaunya tindak lanjut hasil pemeriksaan
^ Meningkatnya penyelesaian tindak lanjut
* quantity | Jumlah rekomendasi yang dipantau | 150 | rekomendasi
* quality | Persentase rekomendasi yang selesai | 85 | persen
- Memverifikasi bukti tindak lanjut {aspek} dari {objek} | rekomendasi | 60-150 | 1-8
- Memutakhirkan daftar tindak lanjut {objek} | rekomendasi | 45-120 | 2-15
- Menyurati {objek} tentang rekomendasi {aspek} yang belum selesai | surat | 30-75 | 1-3
- Menyiapkan gelar pemantauan tindak lanjut {objek} | kegiatan | 60-150 | 1-1
- Membimbing {objek} melengkapi bukti {aspek} | orang | 45-120 | 1-5
- Merekap setoran kerugian {aspek} {objek} | rekap | 45-90 | 1-3
- Menyusun laporan tindak lanjut {objek} triwulan {triwulan} | laporan | 60-150 | 1-1
- Mencocokkan tindak lanjut {aspek} dengan data BPK | data | 45-120 | 2-15

# pembinaan dan konsultasi
> Terlaksananya pembinaan dan konsultasi pengawasan
^ Meningkatnya pencegahan penyimpangan
* quantity | Jumlah layanan konsultasi | 60 | layanan
- Melayani konsultasi {objek} tentang {aspek} | layanan | 30-90 | 1-3
- Menyosialisasikan pengendalian {aspek} kepada {n} pegawai {objek} | orang | 90-180 | 10-40
- Mendampingi {objek} menyusun daftar risiko {aspek} | dokumen | 60-180 | 1-2
- Menyusun bahan sosialisasi {aspek} bagi {objek} | bahan | 60-120 | 1-1
- Memantau pelaporan harta kekayaan pejabat {objek} | orang | 45-90 | 2-15
- Menyusun jawaban tertulis tentang {aspek} untuk {objek} | surat | 45-120 | 1-1
- Mengawal pengadaan {aspek} pada {objek} | kegiatan | 60-150 | 1-1
- Menilai kesiapan zona integritas {objek} | lembar penilaian | 60-150 | 1-2

# pengaduan dan pemeriksaan khusus
> Tertanganinya pengaduan masyarakat dan pemeriksaan khusus
^ Meningkatnya penyelesaian pengaduan
* quantity | Jumlah pengaduan yang ditangani | 24 | pengaduan
- Menelaah pengaduan tentang {aspek} pada {objek} | pengaduan | 60-150 | 1-2
- Meminta keterangan {n} orang tentang {aspek} di {objek} | orang | 90-210 | 1-5
- Menyusun {kertas} pemeriksaan khusus {objek} | naskah | 60-180 | 1-1
- Mengumpulkan dokumen {aspek} dari {objek} | dokumen | 60-150 | 5-40
- Menyusun laporan pengaduan {aspek} pada {objek} | laporan | 60-180 | 1-1
- Berkoordinasi dengan penegak hukum tentang {aspek} | rapat | 60-120 | 1-1
- Menjawab pelapor tentang {aspek} pada {objek} | surat | 30-60 | 1-1
- Menyimpan berkas pemeriksaan {objek} secara tertutup | berkas | 30-60 | 1-6
`;
