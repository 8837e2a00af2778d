/** Pendapatan daerah dan pengelolaan aset. */
export const REVENUE = `
= Analis Keuangan Pusat dan Daerah Ahli Pertama | fungsional | 8 | S.E.; S.Ak. | 3
= Penata Layanan Operasional | pelaksana | 7 | S.E.; S.H. | 2
= Penilai Pemerintah Ahli Pertama | fungsional | 8 | S.E.; S.T. | 1
= Pengolah Data dan Informasi | pelaksana | 6 | A.Md.; A.Md.Ak. | 3
= Pengadministrasi Keuangan | pelaksana | 5 | - | 2
@ pajak: pajak bumi dan bangunan; pajak restoran; pajak hotel; pajak reklame; pajak air tanah; bea perolehan hak atas tanah; opsen pajak kendaraan; pajak parkir; pajak penerangan jalan
@ objek: rumah makan; hotel; papan reklame; tanah kosong; ruko; kebun; kantor swasta; tempat hiburan
@ aset: tanah kantor; kendaraan dinas; gedung sekolah; peralatan kantor; rumah dinas; jalan desa; mesin pengolah; bangunan pasar

# pendataan dan penetapan pajak daerah
> Terdata dan ditetapkannya objek pajak daerah
^ Meningkatnya potensi pajak daerah yang tergali
* quantity | Jumlah objek pajak yang didata | 900 | objek
* quality | Persentase ketetapan tanpa pembetulan | 97 | persen
- Mendata {n} {objek} sebagai objek {pajak} di {desa} | objek | 90-240 | 2-20
- Menghitung ketetapan {pajak} atas {objek} | ketetapan | 60-150 | 2-15
- Mencetak {n} surat ketetapan {pajak} {kecamatan} | surat | 45-120 | 10-60
- Memperbarui data {pajak} wilayah {desa} | data | 60-150 | 5-40
- Meneliti laporan {pajak} dari {objek} | laporan | 60-120 | 2-12
- Memeriksa lapangan {objek} atas permohonan pembetulan {pajak} | objek | 90-180 | 1-3
- Menyusun peta blok {pajak} {desa} | peta | 60-180 | 1-1
- Mencocokkan data {pajak} dengan kantor pertanahan | data | 60-120 | 5-30

# penagihan dan pelayanan wajib pajak
> Tertagihnya pajak daerah dan terlayaninya wajib pajak
^ Meningkatnya penerimaan dan kepatuhan wajib pajak
* quantity | Jumlah penagihan | 480 | surat
- Menagih tunggakan {pajak} {objek} di {kecamatan} | wajib pajak | 90-210 | 2-15
- Melayani {n} wajib {pajak} di loket | orang | 60-210 | 4-25
- Mengirim {n} surat teguran {pajak} | surat | 45-120 | 4-40
- Menyuluh wajib {pajak} {desa} | orang | 60-150 | 8-35
- Memasang tanda belum lunas {pajak} pada {objek} | objek | 60-150 | 1-6
- Memproses {n} permohonan keringanan {pajak} | permohonan | 45-120 | 1-8
- Merekap tunggakan {pajak} {kecamatan} | rekap | 45-120 | 1-1
- Menjalankan pekan bayar {pajak} di {desa} | kegiatan | 120-240 | 1-1

# pembukuan penerimaan
> Tercatatnya penerimaan daerah secara lengkap
^ Meningkatnya akurasi laporan penerimaan
* quantity | Jumlah laporan penerimaan | 48 | laporan
- Mencatat penerimaan {pajak} hari ini sebanyak {n} setoran | setoran | 45-120 | 10-60
- Mencocokkan setoran {pajak} dengan rekening kas daerah | laporan | 60-120 | 1-1
- Menyusun laporan {pajak} bulan {bulanLalu} | laporan | 60-150 | 1-1
- Menghitung bagi hasil {pajak} untuk {kecamatan} | perhitungan | 60-120 | 1-5
- Memeriksa tanda bukti setoran {pajak} {objek} | bukti | 45-90 | 5-40
- Menyusun proyeksi {pajak} triwulan {triwulan} | proyeksi | 60-150 | 1-1
- Menyajikan realisasi {pajak} untuk rapat | bahan | 45-90 | 1-1
- Menyelesaikan selisih catatan {pajak} dengan bank | selisih | 45-120 | 1-4

# penatausahaan barang milik daerah
> Tertatanya barang milik daerah
^ Meningkatnya ketertiban barang milik daerah
* quantity | Jumlah aset yang diverifikasi | 1.000 | aset
- Memverifikasi {n} {aset} milik perangkat daerah | aset | 90-210 | 4-40
- Mengukur dan menilai {aset} di {kecamatan} | aset | 90-240 | 1-4
- Menyusun usul penghapusan {aset} | usulan | 60-150 | 1-2
- Merekonsiliasi catatan {aset} dengan perangkat daerah | berita acara | 60-150 | 1-4
- Mengurus sertifikat {aset} di {desa} | berkas | 60-180 | 1-4
- Memperbarui kartu inventaris {aset} | kartu | 45-120 | 4-25
- Memeriksa pemanfaatan {aset} di {desa} | lokasi | 90-180 | 1-3
- Menyusun daftar {aset} rusak berat | daftar | 45-120 | 1-1

# pengelolaan kas dan perbendaharaan
> Terselenggaranya perbendaharaan daerah
^ Meningkatnya kelancaran pencairan dana
* quantity | Jumlah perintah pencairan dana | 1.800 | dokumen
* time | Lama penerbitan | 2 | hari kerja
- Memeriksa {n} surat perintah membayar perangkat daerah | dokumen | 60-180 | 5-30
- Menerbitkan {n} surat perintah pencairan dana | dokumen | 60-150 | 5-30
- Menyusun posisi kas daerah pekan ini untuk {pajak} | laporan | 45-90 | 1-1
- Menguji kelengkapan pembayaran gaji {kecamatan} | berkas | 45-120 | 2-12
- Mengembalikan surat perintah membayar {aset} yang belum lengkap | dokumen | 30-60 | 1-4
- Membina bendahara perangkat daerah tentang {pajak} | orang | 60-150 | 3-20
- Menyusun anggaran kas triwulan {triwulan} | dokumen | 60-150 | 1-1
- Menyelaraskan data gaji {n} pegawai dengan badan kepegawaian | data | 60-120 | 15-80
`;
