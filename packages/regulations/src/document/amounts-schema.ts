import { AMOUNT_KEYS, type AmountKey } from '@ekinerja/contracts/regulations';
import { about, choice, decimal, list, optional, record, section, text, type Infer } from './schema.js';

/** What an amount table can be looked up by. */
export type TableKey = AmountKey;

/** Classes are text: some regions write `11.A` and skip numbers. */
export const amountsSchema = section('Besaran', {
  decree: text('Dasar penetapan'),
  classes: about(
    record('Besaran dasar menurut kelas jabatan (rupiah sebulan)', 'text', decimal('Rupiah', { min: '0' })),
    'Kelas adalah teks (`"9"`, `"11.A"`); rupiah boleh berdesimal. Tulis `{}` bila daerah tidak memakai kelas.',
  ),
  tables: optional(
    about(
      record(
        'Tabel lain',
        'text',
        section('Tabel', {
          by: about(
            list('Menurut', choice('Kunci', AMOUNT_KEYS), 1),
            'Beberapa kunci digabung dengan ` | `, misalnya `"9 | dinas-kesehatan"`; `*` berarti apa saja; `all` memakai kunci `semua`; `group` adalah kelompok pada fakta `groups` (bila pegawai ada di beberapa kelompok: yang paling atas di tabel). Eselon ditulis sebagai kelas (`"II.b"`) atau kelompok.',
          ),
          amounts: record('Angka', 'text', decimal('Angka', { min: '0' })),
        }),
      ),
      'Besaran menurut jabatan, unit, golongan, tetap, gabungan; besaran per kriteria; atau tabel indeks. Dirujuk kebijakan lewat `base.from`, `base.timesTable`, atau `criteria.table`.',
    ),
  ),
});
export type AmountsRules = Infer<typeof amountsSchema>;
