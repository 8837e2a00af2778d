/** Sekolah: teachers and school administration. */
export const TEACHING = `
= Guru Ahli Pertama | fungsional | 8 | S.Pd. | 6
= Guru Ahli Muda | fungsional | 9 | S.Pd.; S.Pd., M.Pd. | 3
= Guru Ahli Madya | fungsional | 11 | S.Pd., M.Pd.; S.Pd. | 1
= Pengadministrasi Perkantoran | pelaksana | 5 | - | 1
= Operator Layanan Operasional | pelaksana | 5 | - | 1
@ mapel: Bahasa Indonesia; Matematika; IPA; IPS; Pendidikan Pancasila; Pendidikan Agama; Seni Budaya; PJOK; Bahasa Inggris; Informatika
@ kelas: kelas 1; kelas 2; kelas 3; kelas 4; kelas 5; kelas 6; kelas 7A; kelas 7B; kelas 8A; kelas 8B; kelas 9A
@ bahan: pecahan dan desimal; teks narasi; ekosistem; keragaman budaya; bangun ruang; gaya dan gerak; tata surya; kosakata baru; pengukuran waktu; peta dan lingkungan; teks prosedur; sistem pencernaan
@ bahan(Bahasa Indonesia): teks narasi; teks prosedur; puisi anak; kosakata baru; surat resmi; membaca pemahaman; teks laporan
@ bahan(Matematika): pecahan dan desimal; bangun ruang; pengukuran waktu; perkalian bersusun; keliling dan luas; penyajian data; perbandingan
@ bahan(IPA): ekosistem; gaya dan gerak; tata surya; sistem pencernaan; perubahan wujud benda; daur hidup hewan; listrik sederhana
@ bahan(IPS): keragaman budaya; peta dan lingkungan; kegiatan ekonomi; sejarah daerah; interaksi sosial; kenampakan alam
@ bahan(Pendidikan Pancasila): gotong royong; hak dan kewajiban; musyawarah; simbol sila; persatuan dalam keragaman; aturan di sekolah
@ bahan(Pendidikan Agama): akhlak kepada orang tua; kisah teladan; bersuci; bacaan salat; kejujuran; berbagi kepada sesama
@ bahan(Seni Budaya): gambar bentuk; irama dan ketukan; tari daerah; anyaman; kolase; lagu wajib
@ bahan(PJOK): lari estafet; senam irama; permainan bola besar; lempar tangkap; kebugaran jasmani; pola hidup sehat
@ bahan(Bahasa Inggris): simple present; descriptive text; daily activities; telling time; giving directions; greeting
@ bahan(Informatika): berpikir komputasional; pengolah kata; keamanan di internet; algoritma sederhana; presentasi digital
@ ekskul: pramuka; palang merah remaja; pencak silat; tari daerah; futsal; klub literasi; hadrah; drum band

# pembelajaran di kelas
~ Guru
> Terlaksananya pembelajaran yang bermakna bagi murid {unit}
^ Meningkatnya mutu pembelajaran di {unit}
* quantity | Jumlah jam pembelajaran | 960 | jam
* quality | Persentase murid yang mencapai tujuan pembelajaran | 85 | persen
- Mengajar {mapel} {kelas} materi {bahan} | jam pelajaran | 120-240 | 3-6
- Membimbing diskusi dan praktik {mapel} {kelas} tentang {bahan} | jam pelajaran | 90-180 | 2-4
- Mengajar {mapel} {kelas} dengan alat peraga materi {bahan} | jam pelajaran | 90-210 | 2-5
- Mendampingi {n} murid {kelas} yang belum tuntas materi {bahan} | murid | 45-90 | 2-12
- Menyelenggarakan ulangan harian {mapel} {kelas} materi {bahan} | kelas | 60-120 | 1-2
- Menyiapkan media ajar {mapel} {kelas} materi {bahan} | media | 45-120 | 1-3
- Mengajak murid {kelas} mengamati lingkungan untuk materi {bahan} | kegiatan | 90-180 | 1-1
- Memberi pengayaan {mapel} kepada {n} murid {kelas} | murid | 45-90 | 3-12

# perencanaan dan penilaian belajar
~ Guru
> Tersusunnya perangkat ajar dan penilaian hasil belajar di {unit}
^ Meningkatnya mutu perencanaan dan penilaian di {unit}
* quantity | Jumlah modul ajar yang disusun | 24 | modul
* time | Ketepatan waktu pengumpulan nilai | 100 | persen
- Menyusun modul ajar {mapel} {kelas} materi {bahan} | modul | 60-150 | 1-2
- Menyusun {n} soal {mapel} {kelas} beserta kisi-kisinya | soal | 60-150 | 10-35
- Memeriksa {n} lembar tugas {mapel} {kelas} materi {bahan} | lembar | 60-150 | 15-35
- Mengolah nilai {mapel} {kelas} dan menandai murid yang perlu remedial | daftar nilai | 45-120 | 1-2
- Mengisi jurnal mengajar {mapel} {kelas} | jurnal | 20-45 | 1-3
- Menganalisis hasil ulangan {mapel} {kelas} materi {bahan} | analisis | 45-90 | 1-1
- Memperbaiki alur tujuan pembelajaran {mapel} {kelas} | dokumen | 60-120 | 1-1
- Mengisi rapor sementara {kelas} mata pelajaran {mapel} | rapor | 60-150 | 15-32

# pembinaan murid dan ekstrakurikuler
~ Guru
> Terbinanya karakter dan minat murid {unit}
^ Meningkatnya karakter dan prestasi murid {unit}
* quantity | Jumlah kegiatan pembinaan murid | 40 | kegiatan
- Melatih {ekskul} bagi {n} murid | murid | 60-120 | 10-35
- Membimbing {n} murid {kelas} menghadapi lomba {mapel} | murid | 60-120 | 2-6
- Memanggil orang tua murid {kelas} membahas kehadiran dan belajar | orang tua | 30-75 | 1-4
- Menjadi guru piket dan mencatat {n} murid yang terlambat | murid | 45-120 | 1-10
- Memimpin upacara dan pembiasaan pagi {kelas} | kegiatan | 30-60 | 1-1
- Mendampingi murid {kelas} dalam proyek penguatan profil pelajar | kegiatan | 90-180 | 1-1
- Memberi layanan konseling kepada {n} murid {kelas} | murid | 30-75 | 1-4
- Mengawasi kegiatan {ekskul} dan membuat laporannya | laporan | 60-120 | 1-1

# pengembangan keprofesian
~ Guru
> Terlaksananya pengembangan keprofesian guru di {unit}
^ Meningkatnya kompetensi guru {unit}
* quantity | Jumlah kegiatan pengembangan diri | 8 | kegiatan
- Mengikuti kelompok kerja guru {mapel} membahas {bahan} | kegiatan | 120-210 | 1-1
- Berbagi praktik baik pembelajaran {mapel} kepada {n} rekan | guru | 60-120 | 4-12
- Mengikuti pelatihan daring {mapel} topik {bahan} | modul | 60-150 | 1-2
- Menyusun laporan praktik baik {mapel} {kelas} | laporan | 60-150 | 1-1
- Mengamati kelas rekan sejawat pada {mapel} {kelas} | pengamatan | 45-90 | 1-1
- Menyusun bahan penelitian tindakan kelas {mapel} {kelas} | naskah | 60-150 | 1-1
- Menghadiri rapat guru membahas {ekskul} dan jadwal {mapel} | rapat | 60-120 | 1-1

# administrasi dan sarana sekolah
> Terselenggaranya administrasi dan sarana {unit} yang tertib
^ Meningkatnya tertib administrasi {unit}
* quantity | Jumlah layanan administrasi | 240 | layanan
* quality | Persentase data pokok pendidikan yang sinkron | 100 | persen
- Memperbarui data {n} murid {kelas} dalam data pokok pendidikan | data | 60-150 | 5-35
- Menyusun surat keterangan untuk {n} murid {kelas} | surat | 30-75 | 1-6
- Mencatat pemakaian dana operasional untuk {ekskul} | transaksi | 45-120 | 2-12
- Menata buku {mapel} di perpustakaan dan mencatat {n} peminjaman | buku | 45-120 | 5-40
- Menyiapkan ruang dan alat {mapel} untuk {kelas} | ruang | 30-60 | 1-2
- Menginventaris sarana {kelas} dan melaporkan kerusakan | laporan | 45-120 | 1-1
- Melayani pendaftaran dan mutasi {n} murid | murid | 45-90 | 1-5
- Menyusun laporan bulanan sekolah bulan {bulanLalu} | laporan | 60-120 | 1-1
- Menyiapkan daftar hadir dan jadwal {mapel} {kelas} | dokumen | 30-60 | 1-3
`;
