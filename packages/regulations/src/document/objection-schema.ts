import { about, choice, list, optional, section } from './schema.js';
import { windowSchema } from './window-schema.js';

/** Objection to an evaluation: until when, who is heard, and where an overdue one goes. */
export const objectionSchema = section('Keberatan', {
  file: windowSchema('Batas waktu pengajuan'),
  decide: optional(windowSchema('Batas waktu keputusan')),
  hear: optional(
    about(
      list('Dimintai penjelasan', choice('Pihak', ['evaluator', 'employee']), 1),
      'Tanpa penjelasan pihak itu di berkas, keputusan belum dapat ditetapkan.',
    ),
  ),
  escalate: optional(
    about(
      windowSchema('Diteruskan ke atasan berikutnya setiap'),
      'Setelah batas keputusan lewat, atasan satu tingkat di atasnya juga berwenang memutus; sesudah jangka ini, setingkat lagi. Hasil evaluasi tidak berubah karena lewat waktu.',
    ),
  ),
});
