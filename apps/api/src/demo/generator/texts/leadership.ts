/** Pimpinan: what a head does with any subject; `{pokok}` is the topic of the result served. */
export const LEADERSHIP = `
@ pihak: kepala bidang; kepala seksi; kepala subbagian; staf; pejabat fungsional; para koordinator; bendahara dan staf keuangan; petugas lapangan
@ mitra: perangkat daerah terkait; pemerintah kecamatan; pemerintah desa; kementerian teknis; pemerintah provinsi; kelompok masyarakat; penyedia jasa; komisi DPRD terkait
@ naskah: nota dinas; surat tugas; telaah staf; laporan bulanan; konsep surat keluar; rancangan keputusan; bahan paparan; laporan hasil perjalanan
@ hal: kendala di lapangan; capaian target; jadwal pelaksanaan; kebutuhan anggaran; pembagian tugas; hasil pemeriksaan; kelengkapan data; mutu layanan

# pembinaan pegawai
> Terbinanya pegawai {unit} sehingga bekerja disiplin dan sesuai target
^ Meningkatnya kinerja dan disiplin pegawai {unit}
* quantity | Jumlah pembinaan dan dialog kinerja | 12 | kegiatan
* quality | Persentase pegawai dengan predikat baik atau lebih | 90 | persen
- Memimpin rapat {unit} membahas {pokok} dan {hal} | rapat | 60-150 | 1-1
- Memberi arahan kepada {pihak} tentang {hal} dalam {pokok} | orang | 30-90 | 2-10
- Memeriksa dan menyetujui catatan kegiatan harian {n} bawahan, terutama tentang {pokok} | orang | 30-75 | 3-15
- Melakukan dialog kinerja dengan {n} bawahan mengenai {hal} | orang | 45-120 | 1-4
- Memeriksa dan memaraf {n} {naskah} mengenai {pokok} | naskah | 30-90 | 2-12
- Membagi tugas {pokok} kepada {pihak} untuk pekan berjalan | pembagian tugas | 30-60 | 1-1
- Menyusun {naskah} tentang {hal} dalam {pokok} | naskah | 45-120 | 1-2
- Mengoreksi {naskah} mengenai {pokok} yang disusun {pihak} | naskah | 30-75 | 1-4
- Menghadiri rapat koordinasi {pokok} bersama {mitra} | rapat | 90-210 | 1-1
- Menelaah laporan {pokok} dan mencatat {hal} yang perlu ditindaklanjuti | laporan | 45-120 | 1-3
- Memantau pelaksanaan {pokok} di {kecamatan} | lokasi | 90-240 | 1-3
- Mengevaluasi {hal} dalam {pokok} bersama {pihak} | evaluasi | 60-150 | 1-1
- Mendisposisi {n} surat masuk mengenai {pokok} | surat | 30-60 | 3-20
- Menyampaikan paparan {pokok} kepada {mitra} | paparan | 60-150 | 1-1
- Menerima kunjungan {mitra} dan membahas {hal} dalam {pokok} | kunjungan | 60-120 | 1-1
- Menyusun rencana kegiatan {pokok} untuk bulan berikutnya | rencana | 60-120 | 1-1
- Mengikuti rapat pimpinan membahas {hal} dan {pokok} | rapat | 90-180 | 1-1
- Memverifikasi data {pokok} bulan {bulanLalu} sebelum dilaporkan | data | 45-120 | 1-1
- Menandatangani {n} {naskah} yang berkaitan dengan {pokok} | naskah | 20-60 | 2-15
- Menyelesaikan pengaduan mengenai {pokok} bersama {pihak} | pengaduan | 45-120 | 1-2
- Melaporkan perkembangan {pokok} kepada atasan langsung | laporan | 30-60 | 1-1
- Meninjau kesiapan tempat dan petugas untuk {pokok} | lokasi | 60-150 | 1-2
- Membahas {hal} dalam {pokok} dengan {mitra} melalui pertemuan daring | rapat | 60-120 | 1-1
- Menyusun bahan laporan {pokok} triwulan {triwulan} | laporan | 60-150 | 1-1
- Menetapkan langkah penyelesaian atas {hal} dalam {pokok} | keputusan | 30-90 | 1-1
- Memeriksa kelengkapan bukti dukung {pokok} milik {pihak} | bukti | 45-90 | 2-10
- Mendampingi tim pemeriksa meninjau {pokok} | kegiatan | 90-240 | 1-1
- Memimpin apel pagi dan menyampaikan {hal} kepada {pihak} | kegiatan | 20-45 | 1-1
- Membimbing {pihak} menggunakan aplikasi untuk {pokok} | orang | 45-120 | 1-5
- Merumuskan saran kebijakan {pokok} untuk atasan | telaah | 60-150 | 1-1
- Mengendalikan serapan anggaran {pokok} bulan {bulan} | laporan | 45-90 | 1-1
- Menindaklanjuti disposisi atasan mengenai {hal} dalam {pokok} | disposisi | 30-90 | 1-4
- Memeriksa hasil kerja {pihak} pada {pokok} pekan ini | hasil kerja | 45-90 | 1-6
- Mengatur penugasan pengganti {pihak} yang cuti agar {pokok} tetap berjalan | penugasan | 20-45 | 1-2
- Menyepakati jadwal {pokok} dengan {mitra} | jadwal | 30-75 | 1-1
- Memimpin pembahasan {naskah} tentang {pokok} | rapat | 60-120 | 1-1
- Mengumpulkan masukan {mitra} untuk perbaikan {pokok} | masukan | 45-120 | 2-8
- Mewakili pimpinan pada kegiatan {mitra} tentang {pokok} | kegiatan | 90-210 | 1-1
- Menyusun matriks tindak lanjut {hal} dalam {pokok} | matriks | 45-120 | 1-1
- Memastikan {hal} dalam {pokok} sesuai standar layanan | lembar periksa | 45-90 | 1-2
`;
