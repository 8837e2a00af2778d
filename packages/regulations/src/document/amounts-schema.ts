import { decimal, record, section, text, type Infer } from './schema.js';

/** Classes are text: some regions write `11.A` and skip numbers. */
export const amountsSchema = section('Besaran', {
  decree: text('Dasar penetapan'),
  classes: record(
    'Besaran dasar menurut kelas jabatan (rupiah sebulan)',
    'text',
    decimal('Rupiah', { min: '0' }),
  ),
});
export type AmountsRules = Infer<typeof amountsSchema>;
