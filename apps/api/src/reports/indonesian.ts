/** Dates and amounts as printed papers write them. */
import type { IsoDate, IsoMonth, Predicate } from '@ekinerja/contracts/basics';

const MONTHS = ['Januari', 'Februari', 'Maret', 'April', 'Mei', 'Juni', 'Juli', 'Agustus', 'September', 'Oktober', 'November', 'Desember'];

/** `Oktober 2026` */
export function monthText(month: IsoMonth): string {
  return `${MONTHS[Number(month.slice(5, 7)) - 1]} ${month.slice(0, 4)}`;
}

/** `3 November 2026` */
export function dateText(date: IsoDate): string {
  return `${Number(date.slice(8, 10))} ${monthText(date.slice(0, 7))}`;
}

/** `1.234.567`, a minus before what is taken. */
export function amountText(amount: number): string {
  const digits = String(Math.abs(amount)).replaceAll(/\B(?=(\d{3})+(?!\d))/g, '.');
  return amount < 0 ? `−${digits}` : digits;
}

/** Year, month, day, as typst builds a date. */
export function dateParts(date: IsoDate): [number, number, number] {
  return [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10))];
}

/** `Dinas Kesehatan` → `dinas-kesehatan`, for file names. */
export function fileWord(text: string): string {
  return text.toLowerCase().normalize('NFKD').replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-+|-+$/g, '').slice(0, 80);
}

export const PREDICATE_WORDS: Record<Predicate, string> = {
  'sangat-baik': 'Sangat Baik', baik: 'Baik', 'butuh-perbaikan': 'Butuh Perbaikan', kurang: 'Kurang', 'sangat-kurang': 'Sangat Kurang',
};
