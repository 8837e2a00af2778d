import type { Predicate } from '@ekinerja/contracts/basics';

/** The usual words. A line whose law says another carries it as `label` (BN 11(4): "Cukup"). */
export const PREDICATE_WORDS: Readonly<Record<Predicate, string>> = {
  'sangat-baik': 'Sangat Baik',
  baik: 'Baik',
  'butuh-perbaikan': 'Butuh Perbaikan',
  kurang: 'Kurang',
  'sangat-kurang': 'Sangat Kurang',
};

export function predicateWord({ predicate, label }: Readonly<Record<string, string | number>>): string {
  return String(label ?? (PREDICATE_WORDS as Record<string, string>)[String(predicate)] ?? predicate);
}
