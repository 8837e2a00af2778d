/** The columns of the workbook by which SKPs are taken in, and the words that agencies write in them. */
import type { IndicatorAspect, ResultKind, ResultTask } from '@ekinerja/contracts/skp';

export const SKP_SHEET = 'SKP';

export const SKP_COLUMNS = {
  nip: 'NIP',
  task: 'Jenis tugas',
  kind: 'Jenis hasil',
  title: 'Hasil kerja',
  aspect: 'Aspek',
  indicator: 'Indikator',
  target: 'Target',
  unit: 'Satuan',
  determined: 'Ditetapkan',
} as const;
export type SkpColumn = keyof typeof SKP_COLUMNS;
/** A day there: the SKP was determined before this system and is in force as it stands. Left out or empty: a draft. */
export const OPTIONAL_COLUMNS: readonly SkpColumn[] = ['determined'];

export const TASK_WORDS: Record<string, ResultTask> = { utama: 'main', tambahan: 'additional' };
export const KIND_WORDS: Record<string, ResultKind> = {
  outcome: 'outcome', hasil: 'outcome', 'outcome antara': 'intermediate-outcome', 'hasil antara': 'intermediate-outcome',
  output: 'output', keluaran: 'output', layanan: 'service',
};
export const ASPECT_WORDS: Record<string, IndicatorAspect> = { kuantitas: 'quantity', kualitas: 'quality', waktu: 'time', biaya: 'cost' };

export const SKP_EXAMPLES: Record<SkpColumn, string>[] = [
  { nip: '199003052015032004', task: 'utama', kind: 'output', title: 'Laporan promosi kesehatan tersusun', aspect: 'kuantitas', indicator: 'Jumlah laporan', target: '12', unit: 'laporan', determined: '' },
  { nip: '199003052015032004', task: 'utama', kind: 'output', title: 'Laporan promosi kesehatan tersusun', aspect: 'waktu', indicator: 'Waktu penyelesaian', target: '12', unit: 'bulan', determined: '' },
];

/** The heading as people write it: case and spaces do not matter. */
export function columnOf(heading: string): SkpColumn | null {
  const word = plain(heading);
  const found = Object.entries(SKP_COLUMNS).find(([, name]) => plain(name) === word);
  return (found?.[0] as SkpColumn | undefined) ?? null;
}

export function plain(text: string): string {
  return text.trim().toLowerCase().replaceAll(/\s+/g, ' ');
}
