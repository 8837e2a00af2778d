/** Badan kepegawaian: the agency itself. */
export const STAFFING = `
= Analis SDM Aparatur Ahli Pertama | fungsional | 8 | S.IP.; S.Psi.; S.H. | 4
= Analis SDM Aparatur Ahli Muda | fungsional | 9 | S.IP., M.A.P.; S.H., M.H. | 2
= Pranata SDM Aparatur Terampil | fungsional | 7 | A.Md. | 3
= Pranata Komputer Ahli Pertama | fungsional | 8 | S.Kom. | 2
= Penata Layanan Operasional | pelaksana | 7 | S.A.P.; S.E. | 2
= Pengadministrasi Perkantoran | pelaksana | 5 | - | 1
@ layanan: kenaikan pangkat; pensiun; cuti besar; kenaikan gaji berkala; pencantuman gelar; mutasi masuk; mutasi keluar; kartu pegawai; peninjauan masa kerja; izin belajar
@ skpd2: dinas pendidikan; dinas kesehatan; sekretariat daerah; kecamatan; badan keuangan; inspektorat; dinas pekerjaan umum; rumah sakit daerah
@ diklat: pelatihan dasar CPNS; pelatihan kepemimpinan pengawas; bimbingan teknis SKP; pelatihan bendahara; uji kompetensi; pelatihan pelayanan publik; orientasi PPPK; pelatihan kearsipan
@ data: riwayat jabatan; riwayat pangkat; riwayat pendidikan; data keluarga; kelas jabatan; peta jabatan; unit kerja; masa kerja

# mutasi dan kepangkatan
> Terselesaikannya layanan mutasi dan kepangkatan ASN tepat waktu
^ Meningkatnya mutu layanan mutasi dan kepangkatan ASN
* quantity | Jumlah usul yang diselesaikan | 420 | usul
* time | Lama penyelesaian usul | 5 | hari kerja
* quality | Persentase usul tanpa perbaikan | 95 | persen
- Memverifikasi {n} usul {layanan} dari {skpd2} | usul | 60-150 | 2-12
- Menyusun konsep keputusan {layanan} untuk {n} pegawai | keputusan | 60-150 | 1-8
- Mengunggah berkas {layanan} {skpd2} ke layanan SIASN | berkas | 45-120 | 2-12
- Mengembalikan berkas {layanan} yang tidak memenuhi syarat kepada {skpd2} | berkas | 30-60 | 1-4
- Melayani konsultasi {layanan} dari pengelola kepegawaian {skpd2} | orang | 20-60 | 1-6
- Menyusun daftar nominatif {layanan} periode {bulan} | daftar | 60-150 | 1-1
- Memantau status {layanan} di kantor regional BKN | usul | 30-90 | 2-12
- Menyerahkan keputusan {layanan} kepada {n} penerima dari {skpd2} | keputusan | 45-120 | 1-10

# penilaian kinerja dan disiplin
> Terlaksananya pengelolaan kinerja dan pembinaan disiplin ASN
^ Meningkatnya kinerja dan kedisiplinan ASN
* quantity | Jumlah perangkat daerah yang dibina | 30 | perangkat daerah
* quality | Persentase pegawai yang memiliki SKP | 99 | persen
- Memantau pengisian SKP dan catatan harian {skpd2} | perangkat daerah | 45-120 | 1-4
- Merekap pegawai {skpd2} yang belum memiliki SKP | rekap | 45-90 | 1-1
- Mendampingi {skpd2} menyusun indikator kinerja pegawai | orang | 60-150 | 3-15
- Memeriksa data kehadiran {skpd2} bulan {bulanLalu} | data | 60-150 | 10-40
- Menyusun bahan sidang pertimbangan disiplin pegawai {skpd2} | berkas | 60-150 | 1-2
- Melakukan pemeriksaan mendadak kehadiran di {skpd2} | lokasi | 60-150 | 1-2
- Menyusun laporan kinerja pegawai {skpd2} triwulan {triwulan} | laporan | 60-150 | 1-1
- Menjawab pertanyaan {skpd2} tentang pengisian catatan harian | pertanyaan | 20-60 | 2-10

# pengembangan kompetensi
> Terselenggaranya pengembangan kompetensi ASN sesuai kebutuhan
^ Meningkatnya kompetensi ASN
* quantity | Jumlah peserta pengembangan kompetensi | 300 | orang
- Menyiapkan penyelenggaraan {diklat} untuk {n} peserta | peserta | 60-180 | 20-40
- Menyusun kerangka acuan {diklat} | kerangka acuan | 60-150 | 1-1
- Mendata kebutuhan {diklat} dari {skpd2} | data | 45-120 | 5-30
- Memandu pelaksanaan {diklat} hari ini | kegiatan | 180-300 | 1-1
- Mengevaluasi {diklat} dari {n} lembar tanggapan | lembar | 45-120 | 15-40
- Menyusun laporan {diklat} | laporan | 60-150 | 1-1
- Memanggil {n} peserta {diklat} dari {skpd2} | orang | 30-75 | 4-25
- Mengurus narasumber dan tempat {diklat} | kegiatan | 45-120 | 1-1

# data dan informasi kepegawaian
> Tersedianya data ASN yang lengkap dan mutakhir
^ Meningkatnya mutu data dan sistem informasi kepegawaian
* quantity | Jumlah data ASN yang dimutakhirkan | 2.400 | data
* quality | Persentase data yang cocok dengan SIASN | 99 | persen
- Memutakhirkan {data} {n} pegawai {skpd2} | data | 60-150 | 5-40
- Mencocokkan {data} pegawai {skpd2} dengan SIASN | data | 60-150 | 10-60
- Memperbaiki gangguan aplikasi pada modul {data} | gangguan | 60-180 | 1-2
- Menyusun statistik pegawai menurut {data} | tabel | 60-120 | 1-4
- Membuatkan akun dan mengatur hak akses {n} pengelola {skpd2} | akun | 30-75 | 1-6
- Mencadangkan basis data dan memeriksa hasil pencadangan modul {data} | cadangan | 30-60 | 1-1
- Melatih pengelola {skpd2} memperbarui {data} | orang | 90-180 | 3-15
- Menyiapkan data {data} {skpd2} untuk pembayaran tambahan penghasilan | data | 60-120 | 10-40

# pengadaan dan formasi
> Tersusunnya kebutuhan dan pengadaan ASN
^ Meningkatnya ketepatan pemenuhan kebutuhan ASN
* quantity | Jumlah dokumen formasi dan pengadaan | 12 | dokumen
- Menghitung kebutuhan pegawai {skpd2} menurut {data} | perhitungan | 60-150 | 1-2
- Memverifikasi {n} berkas usul penetapan NIP | berkas | 60-180 | 3-20
- Menyusun rincian formasi {skpd2} | dokumen | 60-150 | 1-1
- Menyusun kontrak kerja {n} PPPK {skpd2} | kontrak | 60-150 | 3-20
- Menelaah analisis beban kerja {skpd2} | telaah | 60-150 | 1-2
- Menjawab sanggahan pelamar formasi {skpd2} | sanggahan | 45-90 | 1-6
- Menyiapkan pelantikan {n} pegawai {skpd2} | orang | 60-150 | 2-25
- Memutakhirkan peta jabatan {skpd2} | peta | 60-150 | 1-2
`;
