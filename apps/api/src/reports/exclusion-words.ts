import type { Citation } from '@ekinerja/contracts/basics';
import type { PayRunPerson } from '@ekinerja/contracts/pay-runs';
import { sourceTitle } from '@ekinerja/regulations/articles';

const WORDS: Record<string, (params: Record<string, string | number>) => string> = {
  'paid-by-other-unit': ({ unit }) => `Dibayar pada daftar ${unit}`,
  'kind-not-entitled': () => 'Jenis pegawai ini tidak menerima TPP',
  'post-not-entitled': () => 'Jenis jabatan ini tidak menerima TPP',
  'not-yet-employed': () => 'Belum menjadi pegawai pada bulan ini',
  'employment-ended': () => 'Sudah berhenti sebelum hari penentu',
  'joined-after-rule-day': () => 'Masuk sesudah hari penentu; dibayar mulai bulan berikutnya',
  deferred: ({ reason }) => `Ditunda ke pembayaran susulan: ${reason}`,
  'no-such-payment': () => 'Pembayaran ini tidak diatur bagi jenis pegawai ini',
  'no-post-on-rule-day': () => 'Tidak memegang jabatan pada hari penentu',
};

/** Why somebody on the list is not paid, with the article it rests on. */
export function exclusionText(exclusion: PayRunPerson['exclusion']): string {
  if (!exclusion) return '';
  const words = WORDS[exclusion.code]?.(exclusion.params) ?? exclusion.code;
  return exclusion.cite ? `${words} (${citationText(exclusion.cite)})` : words;
}

/** `Pasal 7, Peraturan Bupati …`; our own reading is marked as one. */
export function citationText(cite: Citation): string {
  const place = cite.ref ? `${cite.ref}, ${sourceTitle(cite.source)}` : sourceTitle(cite.source);
  return cite.reading ? `${place} – pembacaan` : place;
}
