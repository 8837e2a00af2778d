import { COORDINATIONS, OVERSIGHT_KINDS, OVERSIGHT_RECEIVERS } from '@ekinerja/contracts/oversight';
import { about, choice, list, optional, section } from './schema.js';

/** Watching over the whole: reports to the regent, the page of results, data handed to others (KS 24–29). */
export const monitoringSchema = section('Pemantauan', {
  period: optional(
    about(
      choice('Periode laporan', ['monthly', 'quarterly', 'semesterly', 'yearly']),
      'Seberapa sering laporan pemantauan dan pemanfaatan data disampaikan. Tidak ditulis: triwulanan, sebagai bacaan.',
    ),
  ),
  routes: optional(
    list(
      'Jalur laporan',
      section('Jalur', {
        kind: about(
          choice('Laporan', OVERSIGHT_KINDS),
          '`use`: pemanfaatan data; `results`: hasil monitoring dan evaluasi; `infrastructure`: infrastruktur TIK.',
        ),
        receivers: list('Penerima, berurutan', choice('Penerima', OVERSIGHT_RECEIVERS), 1),
      }),
    ),
  ),
  coordination: optional(
    about(
      list('Koordinasi sebelum data diberikan', choice('Dengan', COORDINATIONS)),
      'Dengan siapa pemberian data dikoordinasikan dan dicatat sebelum disetujui. Tidak ditulis: kepala perangkat daerah kepegawaian dan pimpinan unit.',
    ),
  ),
  publication: optional(
    about(
      choice('Halaman hasil', ['open', 'signed-in']),
      'Siapa yang dapat membaca halaman hasil: siapa saja, atau pegawai yang masuk. Tidak ditulis: siapa saja, tanpa data orang.',
    ),
  ),
});
