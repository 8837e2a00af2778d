import { word } from '@ekinerja/contracts/law-words';

/** Words in use beside those that the documents are read out with. */
const ALSO: Readonly<Record<string, string>> = {
  alpa: 'absent',
  golongan: 'ranks',
  jabatan: 'posts',
  kelas: 'classes',
  kelompok: 'groups',
  unit: 'units',
  eselon: 'postKinds',
  disiplin: 'discipline',
  predikat: 'predicate',
  nilai: 'score',
  menit: 'work-minutes',
  kegiatan: 'activities',
  poin: 'points',
  kriteria: 'criteria',
  kinerja: 'performance',
  besaran: 'amounts',
  kalender: 'calendar',
  tpp: 'allowance',
  cuti: 'leave',
  hukuman: 'punishments',
  tambahan: 'additions',
  pembulatan: 'rounding',
  pajak: 'tax',
  pegawai: 'employee',
  nama: 'name',
  kode: 'code',
  persen: 'percent',
  bobot: 'share',
  tabel: 'table',
  bagian: 'part',
  terlambat: 'late',
  mulai: 'from',
  sampai: 'to',
  bulan: 'month',
  hari: 'days',
};

/** The code that was meant: by its Indonesian word, else the nearest one. */
export function meant(written: string, known: readonly string[]): string | null {
  const plain = written.trim().toLowerCase();
  const also = ALSO[plain];
  if (also !== undefined && known.includes(also)) return also;
  return known.find((code) => word(code).toLowerCase() === plain && code !== plain) ?? nearest(written, known);
}

/** The known word nearest to a mistyped one, or null when none is near (more than a third of its letters differ). */
export function nearest(word: string, known: readonly string[]): string | null {
  let best: string | null = null;
  let bestDistance = Infinity;
  for (const candidate of known) {
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best !== null && bestDistance <= Math.max(2, Math.ceil(best.length / 3)) ? best : null;
}

function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      current.push(Math.min(replaced, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}
