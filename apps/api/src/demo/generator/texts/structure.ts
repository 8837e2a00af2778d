/**
 * The SKPD of a regency, most needed first: key | name | kind | family of its work | head's title. Below each its
 * divisions with their sections; `@family` where a division works in another field than its SKPD.
 */
export const STRUCTURE = `
setda | Sekretariat Daerah | secretariat | governance | Sekretaris Daerah
  Bagian Umum @general: Subbagian Tata Usaha, Umum dan Kepegawaian; Subbagian Keuangan @finance; Subbagian Rumah Tangga dan Perlengkapan
  Bagian Pemerintahan: Subbagian Administrasi Kewilayahan; Subbagian Kerja Sama dan Otonomi Daerah
  Bagian Hukum: Subbagian Perundang-undangan; Subbagian Bantuan Hukum
  Bagian Organisasi: Subbagian Kelembagaan dan Analisis Jabatan; Subbagian Pelayanan Publik dan Tata Laksana
  Bagian Kesejahteraan Rakyat: Subbagian Bina Mental Spiritual; Subbagian Kesejahteraan Sosial
  Bagian Perekonomian dan Pembangunan @planning: Subbagian Pembinaan Perekonomian; Subbagian Pengendalian Pembangunan
  Bagian Pengadaan Barang dan Jasa: Subbagian Pengelolaan Pengadaan; Subbagian Layanan Pengadaan Elektronik
  Bagian Protokol dan Komunikasi Pimpinan: Subbagian Protokol; Subbagian Komunikasi Pimpinan
bkpsdm | {agency} | badan | staffing | Kepala {agency}
  Bidang Pengadaan, Pemberhentian dan Informasi: Subbidang Data dan Informasi; Subbidang Pengadaan dan Pemberhentian
  Bidang Mutasi dan Promosi: Subbidang Mutasi; Subbidang Kepangkatan
  Bidang Penilaian Kinerja dan Penghargaan: Subbidang Penilaian dan Evaluasi Kinerja; Subbidang Disiplin dan Penghargaan
  Bidang Pengembangan Kompetensi: Subbidang Diklat Penjenjangan; Subbidang Diklat Teknis
dinkes | Dinas Kesehatan | dinas | health-programme | Kepala Dinas Kesehatan
  Bidang Pencegahan dan Pengendalian Penyakit: Seksi Surveilans dan Imunisasi; Seksi Pengendalian Penyakit Menular; Seksi Penyakit Tidak Menular dan Kesehatan Jiwa
  Bidang Kesehatan Masyarakat: Seksi Kesehatan Keluarga dan Gizi; Seksi Promosi dan Pemberdayaan Masyarakat; Seksi Kesehatan Lingkungan dan Kesehatan Kerja
  Bidang Pelayanan Kesehatan: Seksi Pelayanan Kesehatan Primer; Seksi Pelayanan Kesehatan Rujukan
  Bidang Sumber Daya Kesehatan: Seksi Kefarmasian dan Alat Kesehatan; Seksi Tenaga Kesehatan
kecamatan | {kecamatan:1} | kecamatan | district | Camat
disdik | Dinas Pendidikan dan Kebudayaan | dinas | education-office | Kepala Dinas Pendidikan dan Kebudayaan
  Bidang Pembinaan Sekolah Dasar: Seksi Kurikulum dan Penilaian SD; Seksi Kelembagaan dan Sarana Prasarana SD; Seksi Peserta Didik SD
  Bidang Pembinaan Guru dan Tenaga Kependidikan: Seksi Guru dan Tenaga Kependidikan PAUD dan SD; Seksi Guru dan Tenaga Kependidikan SMP
  Bidang Pembinaan Sekolah Menengah Pertama: Seksi Kurikulum dan Penilaian SMP; Seksi Kelembagaan dan Sarana Prasarana SMP
  Bidang Pembinaan PAUD dan Pendidikan Nonformal: Seksi Kurikulum PAUD; Seksi Pendidikan Masyarakat
bpkad | Badan Pengelola Keuangan dan Aset Daerah | badan | finance | Kepala Badan Pengelola Keuangan dan Aset Daerah
  Bidang Perbendaharaan @revenue: Subbidang Pengelolaan Kas; Subbidang Belanja Daerah
  Bidang Anggaran: Subbidang Penyusunan Anggaran; Subbidang Pengendalian Anggaran
  Bidang Akuntansi: Subbidang Akuntansi dan Pelaporan; Subbidang Verifikasi
  Bidang Aset @revenue: Subbidang Penatausahaan Aset; Subbidang Pemanfaatan dan Penghapusan Aset
inspektorat | Inspektorat Daerah | inspectorate | inspection | Inspektur Daerah
  Inspektur Pembantu Wilayah I:
  Inspektur Pembantu Wilayah II:
  Inspektur Pembantu Wilayah III:
  Inspektur Pembantu Khusus:
kecamatan | {kecamatan:2} | kecamatan | district | Camat
pupr | Dinas Pekerjaan Umum dan Penataan Ruang | dinas | public-works | Kepala Dinas Pekerjaan Umum dan Penataan Ruang
  Bidang Bina Marga: Seksi Pembangunan Jalan dan Jembatan; Seksi Pemeliharaan Jalan dan Jembatan
  Bidang Sumber Daya Air: Seksi Irigasi dan Rawa; Seksi Sungai dan Drainase
  Bidang Cipta Karya: Seksi Bangunan Gedung; Seksi Air Minum dan Penyehatan Lingkungan
  Bidang Tata Ruang: Seksi Perencanaan Tata Ruang; Seksi Pengendalian Pemanfaatan Ruang
disdukcapil | Dinas Kependudukan dan Pencatatan Sipil | dinas | civil-registry | Kepala Dinas Kependudukan dan Pencatatan Sipil
  Bidang Pelayanan Pendaftaran Penduduk: Seksi Identitas Penduduk; Seksi Pindah Datang dan Pendataan
  Bidang Pelayanan Pencatatan Sipil: Seksi Kelahiran dan Kematian; Seksi Perkawinan dan Perubahan Status
  Bidang Pengelolaan Informasi Kependudukan: Seksi Sistem Informasi; Seksi Pemanfaatan Data
setwan | Sekretariat DPRD | council-secretariat | governance | Sekretaris DPRD
  Bagian Persidangan dan Perundang-undangan: Subbagian Persidangan dan Risalah; Subbagian Perundang-undangan dan Dokumentasi
  Bagian Fasilitasi Penganggaran dan Pengawasan @finance: Subbagian Penganggaran; Subbagian Pengawasan
  Bagian Hubungan Masyarakat dan Protokol: Subbagian Hubungan Masyarakat; Subbagian Kerja Sama dan Aspirasi
bappeda | Badan Perencanaan Pembangunan Daerah | badan | planning | Kepala Badan Perencanaan Pembangunan Daerah
  Bidang Perencanaan, Pengendalian dan Evaluasi: Subbidang Perencanaan dan Pendanaan; Subbidang Pengendalian dan Evaluasi
  Bidang Perekonomian dan Sumber Daya Alam: Subbidang Perekonomian; Subbidang Sumber Daya Alam
  Bidang Pemerintahan dan Pembangunan Manusia: Subbidang Pemerintahan; Subbidang Pembangunan Manusia
  Bidang Penelitian dan Pengembangan: Subbidang Riset; Subbidang Inovasi
distan | Dinas Pertanian | dinas | agriculture | Kepala Dinas Pertanian
  Bidang Penyuluhan: Seksi Kelembagaan dan Ketenagaan; Seksi Metode dan Informasi
  Bidang Tanaman Pangan dan Hortikultura: Seksi Produksi Tanaman Pangan; Seksi Perlindungan Tanaman
  Bidang Peternakan dan Kesehatan Hewan: Seksi Kesehatan Hewan; Seksi Produksi Ternak
  Bidang Prasarana dan Sarana Pertanian: Seksi Lahan dan Irigasi; Seksi Pupuk, Alat dan Mesin
dinsos | Dinas Sosial | dinas | social | Kepala Dinas Sosial
  Bidang Perlindungan dan Jaminan Sosial: Seksi Jaminan Sosial Keluarga; Seksi Perlindungan Korban Bencana
  Bidang Rehabilitasi Sosial: Seksi Rehabilitasi Anak dan Lanjut Usia; Seksi Rehabilitasi Penyandang Disabilitas
  Bidang Pemberdayaan Sosial: Seksi Kelembagaan Sosial; Seksi Penanganan Fakir Miskin
kecamatan | {kecamatan:3} | kecamatan | district | Camat
satpolpp | Satuan Polisi Pamong Praja dan Pemadam Kebakaran | dinas | order | Kepala Satuan Polisi Pamong Praja dan Pemadam Kebakaran
  Bidang Ketertiban Umum: Seksi Operasi dan Pengendalian; Seksi Kerja Sama
  Bidang Penegakan Peraturan Daerah: Seksi Penyelidikan dan Penyidikan; Seksi Pembinaan dan Penyuluhan
  Bidang Pemadam Kebakaran: Seksi Operasi Pemadaman; Seksi Pencegahan Kebakaran
diskominfo | Dinas Komunikasi dan Informatika | dinas | information | Kepala Dinas Komunikasi dan Informatika
  Bidang Informasi dan Komunikasi Publik: Seksi Pengelolaan Media; Seksi Layanan Informasi
  Bidang Aplikasi Informatika: Seksi Pengembangan Aplikasi; Seksi Infrastruktur dan Keamanan
  Bidang Statistik: Seksi Pengumpulan Data; Seksi Pengolahan Data
dpmptsp | Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu | dinas | economy | Kepala Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu
  Bidang Pelayanan Perizinan: Seksi Perizinan Usaha; Seksi Nonperizinan
  Bidang Penanaman Modal: Seksi Promosi; Seksi Pengendalian Penanaman Modal
dlh | Dinas Lingkungan Hidup | dinas | environment | Kepala Dinas Lingkungan Hidup
  Bidang Pengelolaan Sampah dan Limbah: Seksi Pengelolaan Sampah; Seksi Limbah Berbahaya
  Bidang Penaatan dan Pengendalian Pencemaran: Seksi Pengaduan dan Penegakan Hukum; Seksi Pemantauan Lingkungan
kecamatan | {kecamatan:4} | kecamatan | district | Camat
bapenda | Badan Pendapatan Daerah | badan | revenue | Kepala Badan Pendapatan Daerah
  Bidang Pendataan dan Penetapan: Subbidang Pendataan; Subbidang Penetapan
  Bidang Penagihan: Subbidang Penagihan; Subbidang Keberatan
diskoperindag | Dinas Koperasi, Perindustrian dan Perdagangan | dinas | economy | Kepala Dinas Koperasi, Perindustrian dan Perdagangan
  Bidang Koperasi dan Usaha Mikro: Seksi Pembinaan Koperasi; Seksi Usaha Mikro
  Bidang Perdagangan: Seksi Pengawasan Barang; Seksi Pengelolaan Pasar
bpbd | Badan Penanggulangan Bencana Daerah | badan | order | Kepala Pelaksana Badan Penanggulangan Bencana Daerah
  Bidang Pencegahan dan Kesiapsiagaan: Seksi Pencegahan; Seksi Kesiapsiagaan
  Bidang Kedaruratan dan Logistik: Seksi Kedaruratan; Seksi Logistik
dishub | Dinas Perhubungan | dinas | environment | Kepala Dinas Perhubungan
  Bidang Lalu Lintas: Seksi Manajemen Lalu Lintas; Seksi Perlengkapan Jalan
  Bidang Angkutan: Seksi Angkutan Orang; Seksi Pengujian Kendaraan
dpmd | Dinas Pemberdayaan Masyarakat dan Desa | dinas | district | Kepala Dinas Pemberdayaan Masyarakat dan Desa
  Bidang Pemerintahan Desa: Seksi Keuangan Desa; Seksi Aparatur Desa
  Bidang Pemberdayaan Masyarakat: Seksi Kelembagaan Desa; Seksi Usaha Ekonomi Desa
dp3ap2kb | Dinas Pemberdayaan Perempuan, Perlindungan Anak dan Keluarga Berencana | dinas | social | Kepala Dinas Pemberdayaan Perempuan, Perlindungan Anak dan Keluarga Berencana
  Bidang Perlindungan Perempuan dan Anak: Seksi Perlindungan Perempuan; Seksi Perlindungan Anak
  Bidang Keluarga Berencana: Seksi Pelayanan KB; Seksi Ketahanan Keluarga
disperkim | Dinas Perumahan dan Kawasan Permukiman | dinas | public-works | Kepala Dinas Perumahan dan Kawasan Permukiman
  Bidang Perumahan: Seksi Rumah Swadaya; Seksi Rumah Umum
  Bidang Kawasan Permukiman: Seksi Kawasan Kumuh; Seksi Prasarana Permukiman
dispusip | Dinas Perpustakaan dan Kearsipan | dinas | information | Kepala Dinas Perpustakaan dan Kearsipan
  Bidang Perpustakaan: Seksi Layanan Perpustakaan; Seksi Pengolahan Koleksi
  Bidang Kearsipan: Seksi Pengelolaan Arsip; Seksi Pembinaan Kearsipan
disnakertrans | Dinas Tenaga Kerja dan Transmigrasi | dinas | economy | Kepala Dinas Tenaga Kerja dan Transmigrasi
  Bidang Penempatan Tenaga Kerja: Seksi Informasi Pasar Kerja; Seksi Pelatihan Kerja
  Bidang Hubungan Industrial: Seksi Syarat Kerja; Seksi Penyelesaian Perselisihan
disparpora | Dinas Pariwisata, Pemuda dan Olahraga | dinas | economy | Kepala Dinas Pariwisata, Pemuda dan Olahraga
  Bidang Pariwisata: Seksi Destinasi Wisata; Seksi Promosi Wisata
  Bidang Pemuda dan Olahraga: Seksi Kepemudaan; Seksi Keolahragaan
dkp | Dinas Ketahanan Pangan dan Perikanan | dinas | agriculture | Kepala Dinas Ketahanan Pangan dan Perikanan
  Bidang Ketahanan Pangan: Seksi Ketersediaan Pangan; Seksi Konsumsi dan Keamanan Pangan
  Bidang Perikanan: Seksi Perikanan Budidaya; Seksi Perikanan Tangkap
kesbangpol | Badan Kesatuan Bangsa dan Politik | badan | governance | Kepala Badan Kesatuan Bangsa dan Politik
  Bidang Ideologi dan Wawasan Kebangsaan: Subbidang Bina Ideologi; Subbidang Bela Negara
  Bidang Politik Dalam Negeri: Subbidang Organisasi Kemasyarakatan; Subbidang Pendidikan Politik
`;
