/** The service desk: kinds of requests with their attachments, and the way of a file. A regency adds kinds by writing them. */
import { LATE_ENTRIES, REQUEST_ACTORS, REQUEST_DEEDS, REQUEST_EFFECTS, REQUEST_FILERS, REQUEST_TOLD } from '@ekinerja/contracts/service-requests';
import { about, choice, flag, list, optional, record, section, text } from './schema.js';

const way = list(
  'Langkah berkas',
  section('Langkah', {
    code: text('Kode'),
    name: text('Sebutan'),
    by: choice('Pelaksana', REQUEST_ACTORS),
    does: choice('Tindakan', REQUEST_DEEDS),
  }),
  1,
);

export const serviceRequestsSchema = section('Pelayanan', {
  kinds: record(
    'Jenis permohonan',
    'text',
    section('Permohonan', {
      name: text('Sebutan'),
      effect: about(
        choice('Akibat', REQUEST_EFFECTS),
        '`profile-change` jabatan, kelas, atau pejabat penilai; `late-entry` pengisian dibuka kembali; `retirement` dan `death` akun ditutup, riwayat tetap; `record` hanya berkas.',
      ),
      filedBy: list('Diajukan oleh', choice('Pengaju', REQUEST_FILERS), 1),
      reopens: optional(about(list('Yang dapat dibuka kembali', choice('Pengisian', LATE_ENTRIES), 1), 'Bagi `late-entry`.')),
      attachments: list(
        'Kelengkapan',
        section('Kelengkapan', { code: text('Kode'), name: text('Sebutan'), printed: optional(flag('Dicetak sistem')) }),
        1,
      ),
      steps: optional(about(way, 'Langkah jenis ini saja, bila lain dari langkah umum.')),
    }),
  ),
  steps: about(way, 'Berurutan; berkas yang dikembalikan kembali ke langkah yang mengembalikannya, dan diperiksa lagi bila isinya atau lampirannya berubah.'),
  notify: optional(about(list('Yang diberi tahu', choice('Penerima', REQUEST_TOLD), 1), 'Yang diberi tahu bahwa perubahan telah dilakukan; tanpa isian: admin SKPD dan pemohon.')),
});
