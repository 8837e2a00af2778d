/** Umum dan kepegawaian: letters, archives, household, staff administration. */
export const GENERAL = `
= Pengadministrasi Perkantoran | pelaksana | 5 | - | 4
= Penata Layanan Operasional | pelaksana | 7 | S.A.P.; S.Sos.; S.E. | 2
= Pengelola Layanan Operasional | pelaksana | 6 | A.Md. | 2
= Operator Layanan Operasional | pelaksana | 5 | - | 2
= Arsiparis Terampil | fungsional | 7 | A.Md. | 1
@ perihal: undangan rapat koordinasi; permintaan data pegawai; laporan bulanan; pemberitahuan kegiatan; permohonan narasumber; tindak lanjut hasil pemeriksaan; edaran jam kerja; nota dinas internal; usulan kegiatan; surat perintah tugas
@ barang: alat tulis kantor; kertas dan tinta cetak; perlengkapan kebersihan; kendaraan dinas; perangkat komputer; meja dan kursi kerja; pendingin ruangan; perlengkapan rapat
@ berkas: kenaikan gaji berkala; kenaikan pangkat; cuti tahunan; pensiun; kartu istri/suami; tugas belajar; pencantuman gelar; mutasi keluarga
@ ruang: ruang rapat; ruang arsip; ruang pelayanan; gudang barang; halaman kantor; ruang kerja sekretariat

# pengelolaan surat dan naskah dinas
> Terkelolanya surat masuk, surat keluar, dan naskah dinas {skpd} secara tertib
^ Meningkatnya tertib administrasi persuratan {skpd}
* quantity | Jumlah surat yang diagendakan dan didistribusikan | 1.800 | surat
* time | Lama surat masuk sampai di meja pimpinan | 1 | hari kerja
- Mengagendakan dan mendistribusikan {n} surat masuk sesuai disposisi pimpinan | surat | 45-120 | 4-25
- Mengetik konsep surat perihal {perihal} dan menyerahkannya untuk diparaf | naskah | 30-90 | 1-4
- Memberi nomor dan mengirim {n} surat keluar lewat aplikasi persuratan | surat | 30-90 | 3-15
- Menelusuri surat perihal {perihal} yang belum ditindaklanjuti dan mengingatkan pengolah | surat | 30-60 | 1-5
- Menggandakan dan menjilid bahan rapat perihal {perihal} | eksemplar | 30-90 | 5-30
- Mencatat disposisi pimpinan atas surat perihal {perihal} ke buku kendali | surat | 20-60 | 2-10
- Mengantar surat perihal {perihal} ke perangkat daerah terkait dan meminta tanda terima | surat | 45-120 | 1-6
- Memperbaiki konsep nota dinas perihal {perihal} sesuai koreksi kepala subbagian | naskah | 30-75 | 1-2

# administrasi kepegawaian
> Tersedianya layanan administrasi kepegawaian bagi pegawai {skpd} tepat waktu
^ Meningkatnya mutu layanan kepegawaian internal {skpd}
* quantity | Jumlah berkas kepegawaian yang diselesaikan | 96 | berkas
* quality | Persentase berkas yang diterima tanpa perbaikan | 95 | persen
- Memeriksa kelengkapan berkas {berkas} atas {n} pegawai dan mencatat kekurangannya | berkas | 45-120 | 1-6
- Menyusun surat pengantar usul {berkas} ke {agency} | surat | 30-75 | 1-3
- Merekap daftar hadir pegawai {skpd} bulan {bulanLalu} dari mesin kehadiran | laporan | 60-150 | 1-1
- Memperbarui data keluarga dan riwayat jabatan {n} pegawai dalam sistem informasi kepegawaian | data | 45-120 | 2-10
- Melayani konsultasi pegawai tentang {berkas} | orang | 20-60 | 1-4
- Menyusun daftar urut kepangkatan pegawai {skpd} keadaan bulan {bulan} | dokumen | 90-180 | 1-1
- Menyiapkan surat izin dan formulir {berkas} untuk ditandatangani pimpinan | berkas | 30-60 | 1-4
- Mengingatkan {n} pegawai yang belum mengisi catatan kegiatan harian | orang | 20-45 | 2-8

# pengelolaan arsip
> Tertatanya arsip dinamis {skpd} sesuai jadwal retensi
^ Terwujudnya pengelolaan arsip {skpd} sesuai kaidah kearsipan
* quantity | Jumlah boks arsip yang ditata dan didaftar | 60 | boks
- Memilah dan memberkaskan arsip {perihal} tahun {tahunLalu} ke dalam boks | boks | 60-180 | 1-4
- Menyusun daftar arsip inaktif {perihal} untuk dipindahkan ke pusat arsip | daftar | 60-150 | 1-1
- Memindai {n} dokumen {berkas} dan menyimpannya dalam arsip elektronik | dokumen | 60-150 | 5-40
- Mencari kembali arsip {perihal} yang diminta auditor | berkas | 30-90 | 1-5
- Membersihkan dan memberi label rak di {ruang} | rak | 60-120 | 1-3
- Mencatat peminjaman dan pengembalian arsip {berkas} | berkas | 20-45 | 1-6
- Mengusulkan pemusnahan arsip {perihal} yang habis masa retensinya | daftar | 60-120 | 1-1
- Menata ulang map kerja {berkas} menurut abjad dan tahun | map | 45-120 | 5-25

# rumah tangga dan barang milik daerah
> Terpenuhinya kebutuhan rumah tangga kantor dan tercatatnya barang milik daerah {skpd}
^ Meningkatnya tertib pengelolaan barang milik daerah {skpd}
* quantity | Jumlah laporan barang yang disusun | 12 | laporan
* quality | Persentase barang yang berlabel dan sesuai catatan | 98 | persen
- Menyiapkan {ruang} beserta konsumsi untuk rapat {perihal} | kegiatan | 45-120 | 1-1
- Mencatat penerimaan dan pengeluaran {barang} pada kartu barang | kartu | 30-90 | 1-6
- Memeriksa keadaan {barang} di {ruang} dan melaporkan yang rusak | laporan | 45-120 | 1-1
- Menempel label inventaris pada {n} unit {barang} | unit | 45-120 | 3-20
- Menyusun daftar kebutuhan {barang} triwulan {triwulan} | daftar | 45-120 | 1-1
- Mengurus pembayaran listrik, air, dan internet kantor bulan {bulan} | tagihan | 45-90 | 2-4
- Mengawasi petugas kebersihan di {ruang} dan mengisi lembar periksa | lembar | 30-60 | 1-2
- Mengatur jadwal pemakaian kendaraan dinas dan mencatat kilometer {n} perjalanan | perjalanan | 20-60 | 1-4

# pelayanan tamu dan ketatausahaan pimpinan
> Terlaksananya pelayanan tamu dan jadwal pimpinan {skpd} dengan baik
^ Terwujudnya tata usaha pimpinan {skpd} yang cepat dan rapi
* quality | Persentase jadwal pimpinan yang terlayani sesuai rencana | 97 | persen
- Menerima {n} tamu dinas dan mengarahkannya ke bidang terkait | orang | 30-90 | 2-12
- Menyusun jadwal kegiatan pimpinan {skpd} untuk pekan berikutnya | jadwal | 30-60 | 1-1
- Menyiapkan bahan dan daftar hadir rapat staf {hari} tanggal {tanggal} | kegiatan | 45-90 | 1-1
- Membuat notula rapat staf tentang {perihal} | notula | 60-120 | 1-1
- Mengonfirmasi kehadiran {n} peserta undangan rapat {perihal} melalui telepon | orang | 30-60 | 5-25
- Mendokumentasikan apel dan kegiatan pimpinan tanggal {tanggal} | dokumentasi | 30-75 | 1-1
- Menyiapkan surat perjalanan dinas untuk {n} orang ke {kecamatan} | dokumen | 30-90 | 1-4
- Mengisi papan pengumuman dan kanal informasi pegawai tentang {perihal} | pengumuman | 20-45 | 1-2
`;
