/** What superiors write when they send an entry back, and what owners add when they mend it. */
export const REFUSAL_REASONS = [
  'Volume tidak sesuai dengan uraian; mohon diperiksa kembali dan diperbaiki.',
  'Uraian terlalu umum, tuliskan hasil yang diperoleh.',
  'Bukti dukung belum dilampirkan, mohon tautkan berkasnya.',
  'Jam kegiatan bersamaan dengan rapat staf; perbaiki jam mulai dan selesai.',
  'Kegiatan ini bukan bagian dari rencana hasil kerja yang dipilih.',
  'Satuan hasil keliru, seharusnya sesuai indikator SKP.',
  'Pekerjaan belum selesai pada tanggal tersebut; catat pada hari selesainya.',
  'Sebutkan lokasi dan pihak yang dilayani.',
  'Jumlah yang dicatat sudah termasuk dalam catatan hari sebelumnya.',
  'Lama waktu tidak wajar untuk pekerjaan ini.',
  'Mohon jelaskan tindak lanjut dari kegiatan tersebut.',
  'Catatan sama dengan kegiatan kemarin, mohon diperjelas perbedaannya.',
] as const;

export const MENDINGS = [
  '; hasilnya diserahkan kepada atasan untuk diparaf',
  '; rincian hasil tercantum dalam lembar kerja terlampir',
  '; dilakukan bersama petugas terkait dan didokumentasikan',
  '; tindak lanjutnya dijadwalkan pekan berikutnya',
  '; sebagian berkas yang kurang dikembalikan kepada pengusul',
  '; laporannya sudah disimpan dalam map kegiatan',
  '; data pembandingnya diambil dari laporan bulan sebelumnya',
  '; telah dikonfirmasi kepada pihak yang bersangkutan',
] as const;

/** What a unit's attainment is judged by (TL 22(4)). */
export const ATTAINMENT_BASES = [
  'Laporan capaian rencana aksi {skpd} bulan {bulan} {tahun}',
  'Realisasi perjanjian kinerja {skpd} sampai dengan bulan {bulan} {tahun}',
  'Rekap capaian indikator kinerja utama {skpd} bulan {bulan} {tahun}',
  'Berita acara evaluasi capaian {skpd} bulan {bulan} {tahun}',
] as const;

export const EVALUATION_NOTES = [
  'Pertahankan ketepatan waktu penyelesaian pekerjaan.',
  'Tingkatkan kelengkapan bukti dukung pada catatan harian.',
  'Hasil kerja sesuai target, koordinasi dengan bidang lain perlu ditingkatkan.',
  'Perlu lebih teliti memeriksa data sebelum dilaporkan.',
  'Aktif membantu rekan kerja dan tanggap terhadap penugasan.',
  'Disiplin kehadiran perlu diperbaiki.',
] as const;

export const NEW_IDEAS = [
  'Lembar kendali bersama yang mempercepat pemeriksaan berkas',
  'Jadwal layanan keliling yang menggabungkan beberapa keperluan warga',
  'Format laporan ringkas yang dipakai seluruh bidang',
  'Pengingat tenggat melalui grup pesan kantor',
] as const;
