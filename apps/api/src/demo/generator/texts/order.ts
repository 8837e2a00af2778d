/** Satuan polisi pamong praja, pemadam, penanggulangan bencana. */
export const ORDER = `
= Polisi Pamong Praja Terampil | fungsional | 7 | A.Md. | 4
= Polisi Pamong Praja Ahli Pertama | fungsional | 8 | S.H.; S.IP. | 2
= Operator Layanan Operasional | pelaksana | 5 | - | 4
= Pengelola Layanan Operasional | pelaksana | 6 | A.Md. | 2
= Penata Layanan Operasional | pelaksana | 7 | S.Sos.; S.T. | 1
@ gangguan: pedagang kaki lima di trotoar; reklame tanpa izin; hewan ternak lepas; bangunan liar; parkir sembarangan; keramaian tanpa izin; pelajar membolos; penjualan minuman keras
@ bencana: banjir; kebakaran lahan; angin kencang; tanah longsor; kebakaran permukiman; kekeringan; pohon tumbang; orang hanyut
@ tempat: pasar induk; taman kota; kawasan perkantoran; terminal; objek wisata; jalan protokol; bantaran sungai; permukiman padat

# patroli dan penertiban
> Terlaksananya patroli dan penertiban umum
^ Meningkatnya ketertiban umum
* quantity | Jumlah patroli | 240 | patroli
* quality | Persentase gangguan yang diselesaikan | 90 | persen
- Berpatroli di {tempat} dan menegur {gangguan} | lokasi | 120-270 | 1-5
- Menertibkan {gangguan} di {tempat} {kecamatan} | lokasi | 90-240 | 1-3
- Menindaklanjuti laporan warga {desa} tentang {gangguan} | laporan | 60-150 | 1-3
- Menyusun laporan patroli {tempat} | laporan | 30-75 | 1-1
- Membuat surat teguran atas {gangguan} di {desa} | surat | 30-60 | 1-4
- Mendata {gangguan} di {tempat} | titik | 60-150 | 2-15
- Menjaga {tempat} bersama {n} anggota regu | orang | 180-300 | 4-12
- Memberi pengertian kepada pelaku {gangguan} di {desa} | orang | 30-90 | 1-8

# penegakan peraturan daerah
> Tertanganinya pelanggaran peraturan daerah
^ Meningkatnya kepatuhan terhadap peraturan daerah
* quantity | Jumlah perkara yang ditangani | 36 | perkara
- Memeriksa pelaku {gangguan} dan menyusun berita acara | berkas | 60-180 | 1-2
- Menyelidiki laporan {gangguan} di {kecamatan} | laporan | 90-210 | 1-2
- Menyosialisasikan larangan {gangguan} kepada warga {desa} | orang | 60-150 | 10-40
- Menyiapkan sidang tindak pidana ringan perkara {gangguan} | perkara | 60-150 | 1-2
- Membahas penanganan {gangguan} dengan kepolisian | rapat | 60-120 | 1-1
- Menyimpan barang bukti {gangguan} | barang | 30-60 | 1-10
- Meneliti izin usaha di {tempat} | usaha | 60-150 | 2-12
- Menyusun rekap pelanggaran {gangguan} bulan {bulanLalu} | rekap | 45-90 | 1-1

# penanggulangan bencana dan kebakaran
> Tertanganinya bencana dan kebakaran dengan cepat
^ Meningkatnya ketangguhan menghadapi bencana
* quantity | Jumlah kejadian yang ditangani | 60 | kejadian
* time | Waktu tanggap | 15 | menit
- Menangani {bencana} di {desa} | kejadian | 90-300 | 1-2
- Mengevakuasi warga {desa} akibat {bencana} | orang | 90-240 | 1-15
- Mengkaji kerusakan akibat {bencana} di {desa} | bangunan | 90-210 | 1-20
- Menyalurkan bantuan darurat {bencana} di {desa} | paket | 90-210 | 5-40
- Siaga di posko {bencana} {kecamatan} | giliran jaga | 180-300 | 1-1
- Memeriksa kesiapan alat penanganan {bencana} | unit | 45-120 | 3-15
- Memantau titik rawan {bencana} di {desa} | titik | 60-180 | 1-6
- Menyusun laporan kejadian {bencana} di {kecamatan} | laporan | 45-120 | 1-1

# pencegahan dan pelatihan
> Terlaksananya pencegahan dan pelatihan masyarakat
^ Meningkatnya kesiapsiagaan masyarakat
* quantity | Jumlah kegiatan pencegahan | 36 | kegiatan
- Melatih {n} relawan {desa} menghadapi {bencana} | orang | 120-240 | 8-30
- Menyuluh murid sekolah di {desa} tentang {bencana} | orang | 60-150 | 20-60
- Menyusun peta rawan {bencana} {kecamatan} | peta | 60-180 | 1-1
- Memeriksa alat pemadam di {tempat} | alat | 45-120 | 2-15
- Membina linmas {desa} tentang {gangguan} | orang | 60-150 | 5-20
- Menyiapkan simulasi {bencana} di {tempat} | kegiatan | 90-180 | 1-1
- Memasang rambu peringatan {bencana} di {desa} | rambu | 60-150 | 1-6
- Menyusun bahan penyuluhan {bencana} | bahan | 45-90 | 1-2

# pengamanan dan pengawalan
> Terlaksananya pengamanan aset dan kegiatan daerah
^ Meningkatnya keamanan aset dan kegiatan daerah
* quantity | Jumlah pengamanan | 150 | kegiatan
- Mengamankan kegiatan pemerintah di {tempat} | kegiatan | 120-270 | 1-1
- Berjaga di pos {tempat} dan mencatat {n} tamu | tamu | 180-300 | 3-25
- Mengawal perjalanan pimpinan ke {kecamatan} | perjalanan | 90-240 | 1-1
- Mengatur lalu lintas di {tempat} saat kegiatan | kegiatan | 60-150 | 1-1
- Memeriksa kunci dan lampu {tempat} pada giliran malam | lokasi | 60-120 | 2-8
- Menyusun jadwal jaga {tempat} | jadwal | 30-60 | 1-1
- Merawat kendaraan operasional regu {kecamatan} | unit | 45-120 | 1-3
- Mengikuti latihan baris dan bela diri regu | kegiatan | 60-120 | 1-1
`;
