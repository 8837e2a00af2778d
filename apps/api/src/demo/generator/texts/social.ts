/** Sosial, pemberdayaan perempuan, keluarga berencana. */
export const SOCIAL = `
= Pekerja Sosial Ahli Pertama | fungsional | 8 | S.Tr.Sos.; S.Sos. | 3
= Penyuluh Sosial Ahli Pertama | fungsional | 8 | S.Sos. | 2
= Penata Layanan Operasional | pelaksana | 7 | S.Sos.; S.Psi. | 2
= Pengelola Layanan Operasional | pelaksana | 6 | A.Md. | 3
= Pengadministrasi Perkantoran | pelaksana | 5 | - | 2
@ sasaran: keluarga miskin; lanjut usia terlantar; penyandang disabilitas; anak terlantar; korban bencana; perempuan korban kekerasan; orang dengan gangguan jiwa; gelandangan dan pengemis; keluarga berisiko stunting
@ bantuan: bantuan pangan; program keluarga harapan; jaminan kesehatan; alat bantu disabilitas; santunan kematian; bantuan usaha; paket sembako; bantuan tempat tinggal
@ mitra: pendamping desa; karang taruna; panti sosial; kepolisian sektor; puskesmas; relawan; pekerja sosial masyarakat; lembaga kesejahteraan anak

# pendataan dan verifikasi penerima bantuan
> Terverifikasinya data penerima bantuan sosial
^ Meningkatnya ketepatan sasaran bantuan sosial
* quantity | Jumlah keluarga yang diverifikasi | 1.200 | keluarga
* quality | Persentase data yang layak | 95 | persen
- Memverifikasi {n} {sasaran} di {desa} untuk {bantuan} | keluarga | 90-240 | 4-30
- Mengentri {n} usulan {bantuan} dari {desa} | usulan | 60-150 | 8-60
- Mencocokkan data {sasaran} {kecamatan} dengan data kependudukan | data | 60-150 | 10-80
- Melayani {n} warga yang menanyakan {bantuan} | orang | 45-150 | 3-20
- Menyusun daftar {sasaran} {desa} yang tidak layak lagi | daftar | 45-120 | 1-1
- Memfasilitasi musyawarah {desa} tentang {bantuan} | musyawarah | 90-180 | 1-1
- Menerbitkan {n} surat keterangan {bantuan} | surat | 30-90 | 1-12
- Menyusun rekap {bantuan} {kecamatan} bulan {bulanLalu} | rekap | 45-120 | 1-1

# penyaluran bantuan dan perlindungan sosial
> Tersalurnya bantuan sosial kepada yang berhak
^ Meningkatnya perlindungan sosial masyarakat
* quantity | Jumlah penyaluran yang dipantau | 60 | lokasi
- Memantau penyaluran {bantuan} di {desa} | lokasi | 90-210 | 1-3
- Menyiapkan {bantuan} untuk {n} {sasaran} | paket | 60-150 | 4-40
- Menyerahkan {bantuan} kepada {sasaran} di {desa} | orang | 60-180 | 1-12
- Menindaklanjuti keluhan {bantuan} di {desa} | keluhan | 45-90 | 1-3
- Menyusun berita acara penyaluran {bantuan} {kecamatan} | berita acara | 30-75 | 1-2
- Berkoordinasi dengan {mitra} tentang {bantuan} di {desa} | kegiatan | 45-120 | 1-1
- Mengevaluasi manfaat {bantuan} bagi {sasaran} di {desa} | keluarga | 60-150 | 2-10
- Menata gudang {bantuan} dan mencatat {n} barang | barang | 45-120 | 10-60

# rehabilitasi sosial
> Tertanganinya pemerlu layanan kesejahteraan sosial
^ Meningkatnya keberfungsian sosial
* quantity | Jumlah kasus yang ditangani | 120 | kasus
- Melakukan asesmen {sasaran} di {desa} | kasus | 60-180 | 1-4
- Mendampingi {sasaran} ke {mitra} | orang | 90-240 | 1-2
- Mengunjungi rumah {sasaran} di {desa} | rumah | 60-150 | 1-5
- Menyusun laporan sosial {sasaran} dari {desa} | laporan | 60-150 | 1-1
- Membahas kasus {sasaran} bersama {mitra} | rapat | 60-120 | 1-1
- Menghubungi keluarga {sasaran} di {kecamatan} | keluarga | 30-75 | 1-3
- Menjangkau {sasaran} di wilayah {kecamatan} | orang | 90-210 | 1-5
- Mengonseling {sasaran} bersama {mitra} | orang | 45-120 | 1-4

# pemberdayaan dan penyuluhan
> Terlaksananya pemberdayaan dan penyuluhan sosial
^ Meningkatnya kemandirian keluarga dan peran perempuan
* quantity | Jumlah kegiatan penyuluhan | 36 | kegiatan
- Menyuluh {n} warga {desa} tentang {bantuan} | orang | 60-150 | 10-40
- Membina {mitra} {kecamatan} tentang {sasaran} | kegiatan | 90-180 | 1-1
- Melatih keterampilan usaha {n} {sasaran} | orang | 120-240 | 6-25
- Memantau usaha {sasaran} penerima {bantuan} di {desa} | usaha | 60-150 | 1-5
- Menyiapkan bahan penyuluhan {sasaran} | bahan | 45-120 | 1-2
- Menyelenggarakan pertemuan {mitra} di {kecamatan} | kegiatan | 90-180 | 1-1
- Mendampingi kelompok usaha {sasaran} {desa} | kelompok | 60-150 | 1-2
- Menyosialisasikan pencegahan kekerasan kepada {mitra} {desa} | orang | 60-150 | 10-40

# pelaporan dan koordinasi sosial
> Tersusunnya laporan layanan sosial
^ Meningkatnya mutu data dan koordinasi layanan sosial
* quantity | Jumlah laporan layanan | 24 | laporan
- Menyusun laporan {sasaran} bulan {bulanLalu} | laporan | 60-120 | 1-1
- Mengikuti rapat {bantuan} tingkat kabupaten | rapat | 90-180 | 1-1
- Menyiapkan data {sasaran} {kecamatan} untuk pimpinan | data | 45-90 | 1-3
- Mengisi aplikasi layanan {bantuan} | data | 45-120 | 5-40
- Menyurati {mitra} tentang {sasaran} di {desa} | surat | 30-60 | 1-3
- Menyimpan berkas {sasaran} {desa} | berkas | 30-75 | 2-15
- Menyusun profil {sasaran} {kecamatan} | profil | 60-120 | 1-1
- Memeriksa laporan {mitra} tentang {bantuan} | laporan | 45-90 | 1-6
`;
