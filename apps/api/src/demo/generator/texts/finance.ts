/** Keuangan: verification, treasury, accounting, budget, assets. */
export const FINANCE = `
= Penata Laporan Keuangan | pelaksana | 7 | S.E.; S.Ak. | 3
= Pengolah Data dan Informasi Keuangan | pelaksana | 6 | A.Md.Ak.; A.Md. | 3
= Pengadministrasi Keuangan | pelaksana | 5 | - | 2
= Analis Keuangan Pusat dan Daerah Ahli Pertama | fungsional | 8 | S.E.; S.Ak. | 2
= Analis Keuangan Pusat dan Daerah Ahli Muda | fungsional | 9 | S.E., M.Si.; S.Ak., M.Ak. | 1
@ belanja: belanja alat tulis kantor; belanja perjalanan dinas; belanja makan minum rapat; belanja pemeliharaan kendaraan; belanja jasa kebersihan; belanja modal peralatan; honorarium narasumber; belanja bahan bakar; belanja langganan daya dan jasa; belanja cetak dan penggandaan
@ kegiatan: pembinaan wilayah; sosialisasi peraturan; pelatihan petugas; rapat koordinasi; pendataan lapangan; pemeliharaan gedung; pelayanan masyarakat; monitoring dan evaluasi
@ dokumen: surat permintaan pembayaran; surat perintah membayar; buku kas umum; buku pembantu pajak; register kontrak; daftar gaji; rekonsiliasi bank; kartu kendali kegiatan

# verifikasi pertanggungjawaban belanja
> Terverifikasinya pertanggungjawaban belanja {skpd} secara lengkap dan benar
^ Meningkatnya ketertiban pertanggungjawaban keuangan {skpd}
* quantity | Jumlah berkas pertanggungjawaban yang diverifikasi | 360 | berkas
* quality | Persentase berkas tanpa temuan | 97 | persen
* time | Lama verifikasi satu berkas | 2 | hari kerja
- Memverifikasi {n} berkas pertanggungjawaban {belanja} bulan {bulanLalu} | berkas | 60-150 | 2-10
- Memeriksa kelengkapan bukti {belanja} kegiatan {kegiatan} sebelum diajukan | berkas | 45-120 | 1-6
- Mengembalikan berkas {belanja} yang belum lengkap disertai catatan perbaikan | berkas | 30-60 | 1-4
- Meneliti keabsahan kuitansi dan faktur {belanja} kegiatan {kegiatan} | bukti | 45-120 | 4-20
- Mencocokkan realisasi {belanja} dengan dokumen pelaksanaan anggaran | laporan | 45-120 | 1-1
- Membimbing pelaksana kegiatan {kegiatan} menyusun bukti {belanja} | orang | 30-90 | 1-4
- Merekap {n} kuitansi {belanja} ke lembar verifikasi | kuitansi | 45-120 | 5-30
- Menyusun daftar kekurangan bukti kegiatan {kegiatan} untuk pejabat pelaksana teknis | daftar | 30-75 | 1-1

# penerbitan permintaan dan perintah pembayaran
> Terbitnya permintaan dan perintah pembayaran {skpd} tepat waktu
^ Meningkatnya kelancaran pembayaran belanja {skpd}
* quantity | Jumlah permintaan pembayaran yang diterbitkan | 144 | dokumen
* time | Lama penerbitan sejak berkas lengkap | 2 | hari kerja
- Menyusun surat permintaan pembayaran {belanja} kegiatan {kegiatan} | dokumen | 60-120 | 1-4
- Mengentri {n} rincian {belanja} ke sistem informasi pemerintahan daerah | rincian | 45-150 | 3-20
- Menyiapkan surat perintah membayar {belanja} untuk ditandatangani pengguna anggaran | dokumen | 45-90 | 1-3
- Mengantar dan mengurus pencairan {belanja} ke bank dan badan keuangan daerah | dokumen | 60-150 | 1-4
- Membayar {belanja} kepada penyedia lewat transaksi nontunai | transaksi | 30-90 | 1-6
- Menyiapkan ganti uang persediaan kegiatan {kegiatan} bulan {bulan} | dokumen | 60-120 | 1-1
- Memantau status {dokumen} yang masih diproses di badan keuangan daerah | dokumen | 20-60 | 1-5
- Menghitung sisa pagu {belanja} sebelum pengajuan berikutnya | laporan | 30-75 | 1-1

# pembukuan dan perpajakan bendahara
> Terselenggaranya pembukuan bendahara dan penyetoran pajak {skpd} tanpa keterlambatan
^ Terwujudnya penatausahaan keuangan {skpd} yang akuntabel
* quantity | Jumlah laporan pertanggungjawaban bendahara | 12 | laporan
* time | Tanggal penutupan buku setiap bulan | 5 | tanggal
- Mencatat {n} transaksi {belanja} ke dalam {dokumen} | transaksi | 45-120 | 4-25
- Menghitung dan menyetor pajak atas {belanja} bulan {bulan} | bukti setor | 45-120 | 1-6
- Menutup {dokumen} bulan {bulanLalu} dan mencocokkan saldo kas | dokumen | 60-150 | 1-1
- Melakukan rekonsiliasi rekening koran dengan {dokumen} bulan {bulanLalu} | berita acara | 60-120 | 1-1
- Mengisi dan melaporkan bukti potong pajak {belanja} | bukti potong | 45-90 | 2-15
- Menyusun laporan pertanggungjawaban bendahara bulan {bulanLalu} bagian {belanja} | laporan | 90-180 | 1-1
- Menata {n} bukti {belanja} ke dalam map menurut nomor | bukti | 30-90 | 5-40
- Mencetak dan memarafkan {dokumen} kepada pejabat penatausahaan keuangan | dokumen | 20-60 | 1-3

# penyusunan laporan keuangan
> Tersusunnya laporan keuangan {skpd} sesuai standar akuntansi pemerintahan
^ Meningkatnya kualitas laporan keuangan {skpd}
* quantity | Jumlah laporan keuangan yang disusun | 14 | laporan
* quality | Persentase koreksi pada saat reviu | 5 | persen
- Menyusun laporan realisasi {belanja} bulan {bulanLalu} | laporan | 60-150 | 1-1
- Menjurnal {n} transaksi {belanja} dan memeriksa kode rekeningnya | jurnal | 60-150 | 5-30
- Menelusuri selisih catatan aset dengan {belanja} triwulan {triwulan} | kertas kerja | 60-150 | 1-1
- Menyiapkan catatan atas laporan keuangan bagian {belanja} | naskah | 90-180 | 1-1
- Menyajikan grafik serapan {belanja} untuk rapat evaluasi triwulan {triwulan} | bahan | 45-120 | 1-2
- Mencocokkan daftar utang {belanja} dan persediaan per akhir bulan {bulanLalu} | berita acara | 60-120 | 1-1
- Menindaklanjuti koreksi inspektorat atas {dokumen} tahun {tahunLalu} | tindak lanjut | 60-150 | 1-3
- Menghimpun bahan laporan kegiatan {kegiatan} dari bidang | bahan | 30-90 | 2-6

# penganggaran dan kas
> Tersusunnya rencana anggaran dan anggaran kas {skpd} sesuai kebutuhan
^ Meningkatnya ketepatan perencanaan anggaran {skpd}
* quality | Deviasi realisasi terhadap anggaran kas | 10 | persen
- Menyusun rencana penarikan kas {belanja} untuk triwulan {triwulan} | dokumen | 60-150 | 1-1
- Mengusulkan pergeseran anggaran {belanja} kegiatan {kegiatan} beserta alasannya | usulan | 45-120 | 1-2
- Memeriksa standar satuan harga {belanja} dalam rencana kerja anggaran | rincian | 45-120 | 5-25
- Menghimpun usulan {belanja} tahun depan dari setiap bidang | usulan | 45-120 | 2-8
- Mengikuti pembahasan anggaran {belanja} dengan tim anggaran | rapat | 90-180 | 1-1
- Menghitung ulang kebutuhan {belanja} sampai akhir tahun {tahun} | kertas kerja | 60-120 | 1-1
- Mengentri perubahan anggaran kegiatan {kegiatan} ke sistem informasi | kegiatan | 45-120 | 1-4
- Menyusun kartu kendali {belanja} per kegiatan {kegiatan} | kartu | 45-90 | 1-4
`;
