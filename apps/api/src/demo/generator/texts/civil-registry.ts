/** Kependudukan dan pencatatan sipil. */
export const CIVIL_REGISTRY = `
= Administrator Database Kependudukan Ahli Pertama | fungsional | 8 | S.Kom. | 2
= Penata Layanan Operasional | pelaksana | 7 | S.IP.; S.Sos.; S.H. | 3
= Operator Sistem Informasi Administrasi Kependudukan Terampil | fungsional | 7 | A.Md.Kom. | 3
= Pengelola Layanan Operasional | pelaksana | 6 | A.Md. | 2
= Pengadministrasi Perkantoran | pelaksana | 5 | - | 2
@ dokumen: KTP elektronik; kartu keluarga; akta kelahiran; akta kematian; surat pindah; kartu identitas anak; akta perkawinan; akta perceraian; biodata penduduk
@ saluran: loket; layanan daring; layanan keliling; gerai kecamatan; layanan sekolah; layanan rumah sakit; kotak berkas; layanan akhir pekan
@ golongan: warga lanjut usia; penyandang disabilitas; murid sekolah; pasien rawat inap; pengantin baru; warga pindahan; bayi baru lahir; warga binaan

# penerbitan dokumen kependudukan
> Terbitnya dokumen kependudukan tepat waktu
^ Meningkatnya kepemilikan dokumen kependudukan
* quantity | Jumlah dokumen yang diterbitkan | 3.600 | dokumen
* time | Lama penerbitan | 1 | hari kerja
- Memproses {n} permohonan {dokumen} dari {saluran} | dokumen | 90-240 | 8-45
- Memverifikasi berkas {dokumen} {n} pemohon dari {kecamatan} | berkas | 60-150 | 6-40
- Mencetak {n} {dokumen} untuk warga {kecamatan} | dokumen | 60-150 | 8-50
- Menyerahkan {dokumen} kepada {n} pemohon di {saluran} | dokumen | 45-120 | 6-30
- Memperbaiki kesalahan tulis pada {dokumen} warga {desa} | dokumen | 30-75 | 1-8
- Memeriksa ulang {n} {dokumen} sebelum tanda tangan elektronik | dokumen | 45-120 | 10-60
- Mengambil foto dan sidik jari {n} warga {desa} | orang | 60-180 | 6-35
- Menanggapi pengaduan {dokumen} melalui {saluran} | pengaduan | 30-75 | 1-6

# pelayanan pencatatan sipil
> Tercatatnya peristiwa penting penduduk
^ Meningkatnya cakupan pencatatan sipil
* quantity | Jumlah akta yang dicatat | 1.200 | akta
* quality | Cakupan akta kelahiran anak | 98 | persen
- Mencatat {n} permohonan {dokumen} bagi {golongan} | permohonan | 60-180 | 3-20
- Meneliti syarat {dokumen} yang diajukan {golongan} | berkas | 45-120 | 3-20
- Menyiapkan register {dokumen} bulan {bulan} | register | 45-120 | 5-40
- Membuat catatan pinggir pada {dokumen} warga {desa} | catatan | 30-75 | 1-5
- Mencari arsip {dokumen} tahun lama milik {golongan} | arsip | 45-120 | 1-6
- Melayani pencatatan {dokumen} {golongan} di {saluran} | pencatatan | 60-150 | 2-12
- Menyusun laporan {dokumen} bulan {bulanLalu} | laporan | 45-120 | 1-1
- Mengonfirmasi data {dokumen} ke {kecamatan} | data | 30-60 | 1-8

# pengelolaan basis data kependudukan
> Terpeliharanya basis data kependudukan yang bersih
^ Meningkatnya mutu data kependudukan
* quantity | Jumlah data yang dibersihkan | 2.400 | data
- Membersihkan {n} data ganda pada {dokumen} | data | 60-180 | 10-70
- Mengonsolidasikan data {dokumen} {kecamatan} ke pusat | data | 45-120 | 10-60
- Memeriksa jaringan {saluran} dan memperbaiki gangguan | gangguan | 45-150 | 1-2
- Memadankan data {golongan} untuk perangkat daerah lain | data | 60-150 | 10-90
- Menyusun agregat penduduk {kecamatan} semester ini | tabel | 60-150 | 1-4
- Mencadangkan data {dokumen} harian | cadangan | 20-45 | 1-1
- Mengatur hak akses {n} operator {saluran} | akun | 30-60 | 1-5
- Menelusuri NIK ganda warga {desa} | data | 45-90 | 1-10

# pelayanan jemput bola
> Terlaksananya pelayanan jemput bola bagi warga yang sulit datang
^ Meningkatnya pemerataan layanan kependudukan
* quantity | Jumlah pelayanan jemput bola | 48 | kegiatan
- Merekam {dokumen} {golongan} di {desa} sebanyak {n} orang | orang | 120-270 | 5-40
- Menyiapkan peralatan {saluran} untuk {desa} | paket | 45-90 | 1-2
- Mendata {golongan} di {desa} yang belum memiliki {dokumen} | orang | 60-180 | 4-30
- Menyosialisasikan {dokumen} kepada warga {desa} | orang | 60-120 | 10-50
- Mengantar {dokumen} ke rumah {golongan} di {desa} | dokumen | 60-150 | 1-8
- Menyusun jadwal {saluran} {kecamatan} bulan depan | jadwal | 30-75 | 1-1
- Berkoordinasi dengan perangkat {desa} tentang {golongan} | kegiatan | 30-90 | 1-2
- Menyusun laporan {saluran} di {desa} | laporan | 30-75 | 1-1

# pemanfaatan data dan inovasi pelayanan
> Dimanfaatkannya data kependudukan oleh perangkat daerah
^ Meningkatnya pemanfaatan data kependudukan
* quantity | Jumlah kerja sama pemanfaatan data | 8 | kerja sama
- Menyusun konsep kerja sama pemanfaatan data {golongan} | naskah | 60-150 | 1-1
- Mendampingi pengguna hak akses data {dokumen} | pengguna | 45-120 | 1-5
- Mengevaluasi layanan {saluran} dari {n} lembar survei | lembar | 45-120 | 10-50
- Menyusun panduan {dokumen} melalui {saluran} | panduan | 60-120 | 1-1
- Mengunggah informasi {dokumen} ke media sosial | unggahan | 30-60 | 1-4
- Menyiapkan paparan layanan {saluran} | bahan | 45-120 | 1-1
- Memeriksa laporan akses data {golongan} | laporan | 45-90 | 1-3
- Menguji formulir baru {dokumen} di {saluran} | uji | 45-120 | 1-2
`;
