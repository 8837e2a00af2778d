/** Sekretariat Daerah dan Sekretariat DPRD: policy, law, organisation, protocol, council. */
export const GOVERNANCE = `
= Analis Kebijakan Ahli Pertama | fungsional | 8 | S.IP.; S.A.P. | 2
= Perancang Peraturan Perundang-undangan Ahli Pertama | fungsional | 8 | S.H. | 2
= Penelaah Teknis Kebijakan | pelaksana | 7 | S.H.; S.IP.; S.Sos. | 3
= Penata Kelola Pemerintahan | pelaksana | 7 | S.IP.; S.STP. | 2
= Pengelola Layanan Operasional | pelaksana | 6 | A.Md. | 2
= Pengadministrasi Perkantoran | pelaksana | 5 | - | 2
@ produk: rancangan peraturan bupati; rancangan keputusan bupati; rancangan peraturan daerah; nota kesepahaman; surat edaran; instruksi bupati; perjanjian kerja sama; petunjuk teknis
@ isu: pengelolaan aset desa; standar pelayanan; analisis jabatan; penegasan batas wilayah; pengadaan barang dan jasa; kerja sama daerah; keagamaan; inflasi daerah; badan usaha milik daerah; pelayanan publik
@ acara: rapat forum pimpinan daerah; kunjungan kerja; peringatan hari besar; pelantikan pejabat; audiensi masyarakat; rapat paripurna; rapat badan anggaran; dengar pendapat; safari pembangunan; upacara

# perumusan kebijakan dan produk hukum
> Tersusunnya bahan kebijakan dan produk hukum daerah
^ Meningkatnya mutu kebijakan dan produk hukum daerah
* quantity | Jumlah produk hukum yang ditelaah | 120 | dokumen
* time | Lama penelaahan | 5 | hari kerja
- Menelaah {produk} tentang {isu} | dokumen | 60-180 | 1-3
- Memperbaiki susunan pasal {produk} tentang {isu} | dokumen | 60-180 | 1-2
- Membahas {produk} tentang {isu} dengan perangkat daerah pengusul | rapat | 90-180 | 1-1
- Menyusun telaah staf tentang {isu} | telaah | 60-150 | 1-1
- Menyiapkan {produk} tentang {isu} untuk ditandatangani | dokumen | 30-75 | 1-4
- Mengundangkan dan mendokumentasikan {produk} tentang {isu} | dokumen | 30-90 | 1-3
- Mencari rujukan hukum tentang {isu} | rujukan | 45-120 | 2-10
- Menyusun pendapat hukum tentang {isu} | naskah | 60-180 | 1-1

# koordinasi pemerintahan dan kesejahteraan
> Terselenggaranya koordinasi penyelenggaraan pemerintahan daerah
^ Meningkatnya keselarasan penyelenggaraan pemerintahan
* quantity | Jumlah koordinasi yang difasilitasi | 48 | kegiatan
- Menyiapkan bahan {acara} tentang {isu} | bahan | 60-150 | 1-1
- Menghimpun laporan {isu} dari {n} perangkat daerah | laporan | 60-150 | 3-20
- Menyusun laporan {isu} untuk gubernur | laporan | 90-180 | 1-1
- Memantau pelaksanaan {isu} di {kecamatan} | lokasi | 120-240 | 1-2
- Membuat notula {acara} tentang {isu} | notula | 60-120 | 1-1
- Menjawab surat perangkat daerah tentang {isu} | surat | 30-90 | 1-3
- Memeriksa proposal hibah {isu} dari {desa} | proposal | 45-120 | 1-6
- Menyusun data {isu} tiap kecamatan | tabel | 60-120 | 1-3

# kelembagaan dan pelayanan publik
> Tertatanya kelembagaan dan meningkatnya pelayanan publik
^ Meningkatnya efektivitas kelembagaan dan pelayanan publik
* quantity | Jumlah dokumen kelembagaan | 24 | dokumen
- Menyusun analisis beban kerja terkait {isu} | dokumen | 60-180 | 1-2
- Mengevaluasi standar pelayanan {isu} | dokumen | 60-150 | 1-3
- Membina perangkat daerah menyusun peta proses {isu} | perangkat daerah | 60-150 | 1-3
- Mengolah survei kepuasan {isu} dari {n} responden | responden | 60-120 | 20-90
- Menyusun {produk} tentang susunan organisasi dan {isu} | dokumen | 60-180 | 1-1
- Memverifikasi inovasi pelayanan terkait {isu} | inovasi | 45-120 | 1-5
- Menyiapkan penilaian reformasi birokrasi bagian {isu} | lembar kerja | 60-150 | 1-3
- Menelaah usul perubahan tugas terkait {isu} | telaah | 60-120 | 1-1

# protokol dan komunikasi pimpinan
> Terlaksananya acara dan komunikasi pimpinan daerah
^ Meningkatnya mutu layanan pimpinan dan informasi publik
* quantity | Jumlah acara yang dilayani | 180 | acara
- Menyusun susunan acara {acara} | naskah | 45-120 | 1-1
- Mengatur tempat duduk dan undangan {acara} untuk {n} orang | orang | 60-150 | 20-90
- Menyusun sambutan pimpinan tentang {isu} pada {acara} | naskah | 60-150 | 1-1
- Meliput {acara} dan menulis siaran pers | siaran pers | 60-150 | 1-2
- Memandu {acara} di {kecamatan} | acara | 90-210 | 1-1
- Berkoordinasi dengan pengamanan untuk {acara} | kegiatan | 45-90 | 1-1
- Mendokumentasikan {acara} sebanyak {n} foto | foto | 45-120 | 15-80
- Menyusun jadwal pimpinan menghadiri {acara} | jadwal | 30-60 | 1-1

# fasilitasi rapat dan persidangan
> Terfasilitasinya rapat dan persidangan sesuai jadwal
^ Meningkatnya kelancaran rapat dan persidangan
* quantity | Jumlah rapat dan sidang yang difasilitasi | 90 | rapat
- Menyiapkan bahan {acara} membahas {produk} | bahan | 60-150 | 1-2
- Menyusun risalah {acara} tentang {isu} | risalah | 90-210 | 1-1
- Mengedarkan undangan {acara} kepada {n} peserta | undangan | 30-75 | 10-45
- Melayani {acara} membahas {isu} | rapat | 90-210 | 1-1
- Memeriksa daftar hadir dan kuorum {acara} | daftar | 20-45 | 1-1
- Menghimpun pokok pikiran tentang {isu} dari {kecamatan} | pokok pikiran | 45-120 | 2-15
- Menyiapkan kunjungan kerja tentang {isu} | kegiatan | 60-150 | 1-1
- Mengarsipkan keputusan {acara} tentang {isu} | arsip | 30-60 | 1-5
`;
