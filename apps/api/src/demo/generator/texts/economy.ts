/** Koperasi, perdagangan, perizinan, tenaga kerja, pariwisata. */
export const ECONOMY = `
= Penata Perizinan Ahli Pertama | fungsional | 8 | S.H.; S.E. | 2
= Pengawas Perdagangan Ahli Pertama | fungsional | 8 | S.E. | 2
= Pengantar Kerja Ahli Pertama | fungsional | 8 | S.Sos.; S.Psi. | 1
= Penelaah Teknis Kebijakan | pelaksana | 7 | S.E.; S.Par. | 3
= Pengelola Layanan Operasional | pelaksana | 6 | A.Md. | 3
= Pengadministrasi Perkantoran | pelaksana | 5 | - | 2
@ usaha: warung makan; toko kelontong; bengkel; industri kerupuk; penginapan; usaha jahit; kios sembako; kerajinan anyaman; peternakan ayam; pangkalan gas
@ izin: nomor induk berusaha; izin reklame; izin praktik; persetujuan lingkungan; sertifikat halal; izin edar pangan rumahan; izin trayek; izin operasional
@ pasar: pasar induk; pasar desa; pasar kecamatan; toko swalayan; gudang distributor; pasar hewan; sentra kuliner; objek wisata

# pelayanan perizinan
> Terbitnya perizinan dan nonperizinan tepat waktu
^ Meningkatnya kemudahan berusaha
* quantity | Jumlah izin yang diproses | 600 | izin
* time | Lama proses izin | 3 | hari kerja
- Memeriksa {n} permohonan {izin} untuk {usaha} | permohonan | 60-180 | 2-15
- Mendampingi pelaku {usaha} mengurus {izin} | orang | 30-120 | 1-8
- Meninjau lokasi {usaha} di {desa} untuk {izin} | lokasi | 90-210 | 1-3
- Menyusun konsep {izin} bagi {usaha} di {kecamatan} | izin | 45-120 | 1-5
- Menolak atau mengembalikan berkas {izin} yang kurang | berkas | 30-60 | 1-5
- Menyerahkan {n} {izin} kepada pemohon | izin | 30-75 | 2-12
- Menyusun laporan {izin} bulan {bulanLalu} | laporan | 45-120 | 1-1
- Menangani pengaduan {izin} {usaha} | pengaduan | 45-90 | 1-2

# pembinaan usaha mikro dan koperasi
> Terbinanya usaha mikro dan koperasi
^ Meningkatnya daya saing usaha mikro dan koperasi
* quantity | Jumlah usaha yang dibina | 180 | usaha
- Membina pelaku {usaha} di {desa} tentang pembukuan | usaha | 60-180 | 1-8
- Memfasilitasi {izin} bagi {n} pelaku {usaha} | usaha | 60-150 | 3-15
- Melatih {n} pelaku {usaha} memasarkan secara daring | orang | 120-240 | 6-25
- Mendata {usaha} di {desa} | usaha | 60-180 | 4-30
- Menilai kesehatan koperasi di {kecamatan} | koperasi | 90-210 | 1-2
- Menyiapkan pameran {usaha} di {pasar} | kegiatan | 60-180 | 1-1
- Mendampingi rapat anggota koperasi di {desa} | rapat | 90-180 | 1-1
- Mengusulkan bantuan modal bagi {usaha} {desa} | usulan | 45-120 | 1-6

# pengawasan perdagangan dan harga
> Terpantaunya harga dan peredaran barang
^ Terkendalinya harga dan mutu barang
* quantity | Jumlah pemantauan harga | 240 | pemantauan
- Memantau harga bahan pokok di {pasar} {kecamatan} | komoditas | 60-150 | 8-30
- Mengentri harga {pasar} ke sistem pemantauan | data | 30-75 | 8-30
- Memeriksa takaran dan timbangan di {pasar} | alat | 60-180 | 4-30
- Memeriksa barang kedaluwarsa di {pasar} {kecamatan} | barang | 60-150 | 5-40
- Menyusun laporan inflasi {pasar} pekan ini | laporan | 45-90 | 1-1
- Menata pedagang {usaha} di {pasar} | pedagang | 60-180 | 2-15
- Menyiapkan operasi pasar di {desa} | kegiatan | 60-180 | 1-1
- Menagih retribusi {n} pedagang {pasar} | pedagang | 60-150 | 8-45

# penempatan dan pelatihan kerja
> Terlayaninya pencari kerja dan hubungan industrial
^ Meningkatnya penyerapan tenaga kerja
* quantity | Jumlah pencari kerja yang dilayani | 480 | orang
- Melayani {n} pencari kerja membuat kartu kuning | orang | 60-180 | 3-25
- Menyiapkan pelatihan kerja bidang {usaha} | kegiatan | 60-150 | 1-1
- Memediasi perselisihan kerja di {usaha} {kecamatan} | perkara | 60-180 | 1-1
- Mendata lowongan pada {usaha} di {kecamatan} | lowongan | 45-120 | 2-12
- Memeriksa peraturan perusahaan {usaha} | dokumen | 45-120 | 1-3
- Menyuluh calon pekerja migran di {desa} | orang | 60-150 | 5-30
- Memantau peserta pelatihan {usaha} | orang | 60-150 | 5-20
- Menyusun laporan tenaga kerja bulan {bulanLalu} | laporan | 45-120 | 1-1

# promosi pariwisata dan investasi
> Terlaksananya promosi pariwisata dan investasi
^ Meningkatnya kunjungan wisata dan investasi
* quantity | Jumlah kegiatan promosi | 24 | kegiatan
- Membina kelompok sadar wisata {desa} | kelompok | 90-180 | 1-2
- Menyusun bahan promosi {pasar} dan {usaha} | bahan | 60-150 | 1-3
- Mendata kunjungan ke {pasar} {kecamatan} | data | 45-120 | 1-6
- Mendampingi calon penanam modal meninjau {desa} | kunjungan | 120-240 | 1-1
- Memverifikasi laporan penanaman modal {usaha} | laporan | 60-150 | 1-6
- Menyiapkan festival di {pasar} {kecamatan} | kegiatan | 60-180 | 1-1
- Menilai kebersihan dan keamanan {pasar} | lokasi | 60-150 | 1-2
- Memotret dan mengunggah potensi {desa} | unggahan | 60-150 | 1-6
`;
