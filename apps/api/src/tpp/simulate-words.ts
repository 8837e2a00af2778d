/** A simulation told on the console, in plain Indonesian. Pure. */
import type { IsoMonth } from '@ekinerja/contracts/basics';
import type { SimulationTotals, SimulationUnit } from '@ekinerja/contracts/pay-simulations';
import type { Effect } from './simulation-engine.js';

export interface ToldSimulation {
  month: IsoMonth;
  titles: string[];
  totals: SimulationTotals;
  units: SimulationUnit[];
  effects: Effect[];
}

const SHOWN = 20;
const NUMBER = new Intl.NumberFormat('id-ID');
const MONTH = new Intl.DateTimeFormat('id-ID', { month: 'long', year: 'numeric', timeZone: 'UTC' });

export function effectLines({ month, titles, totals, units, effects }: ToldSimulation): string[] {
  const changes = effects.flatMap((effect) => (effect.before === null || effect.after === null ? [] : [{ ...effect, by: effect.after - effect.before }]));
  const up = changes.filter(({ by }) => by > 0).sort((a, b) => b.by - a.by);
  const down = changes.filter(({ by }) => by < 0).sort((a, b) => a.by - b.by);
  const missing = effects.filter(({ before, after }) => before === null || after === null);
  return [
    `Simulasi ${MONTH.format(new Date(`${month}-01T00:00:00Z`))} dengan: ${titles.join('; ')}`,
    'Tidak ada yang disimpan; slip dan buku tetap.',
    '',
    `${totals.people} pegawai: ${totals.gaining} naik, ${totals.losing} turun, ${totals.same} tetap, ${totals.uncalculated} belum dapat dihitung.`,
    `Jumlah diterima ${rupiah(totals.before)} menjadi ${rupiah(totals.after)} (${signed(totals.difference)}).`,
    '',
    'Menurut SKPD:',
    ...units.map((unit) => `  ${unit.skpdName}: ${rupiah(unit.before)} menjadi ${rupiah(unit.after)} (${signed(unit.difference)}); ${unit.gaining} naik, ${unit.losing} turun`),
    ...section('Paling naik', up.slice(0, SHOWN).map(personLine)),
    ...section('Paling turun', down.slice(0, SHOWN).map(personLine)),
    ...section('Belum dapat dihitung', missing.slice(0, SHOWN).map(({ name, nip, missing: what }) => `${name} (${nip ?? '-'}): ${what.map((kind) => WORDS[kind] ?? kind).join(', ')}`)),
  ];
}

const WORDS: Record<string, string> = {
  presence: 'presensi belum ada', evaluation: 'evaluasi belum ada', class: 'kelas jabatan belum ada', amount: 'besaran untuk kelasnya belum ada',
  quality: 'nilai kualitas belum ada',
};

function section(title: string, lines: string[]): string[] {
  return lines.length === 0 ? [] : ['', `${title}:`, ...lines.map((line) => `  ${line}`)];
}

function personLine({ name, nip, class: grade, before, after, by }: Effect & { by: number }): string {
  return `${signed(by)}  ${name} (${nip ?? '-'}, kelas ${grade ?? '-'}): ${rupiah(before ?? 0)} menjadi ${rupiah(after ?? 0)}`;
}

function rupiah(amount: number): string {
  return `Rp${NUMBER.format(amount)}`;
}

function signed(amount: number): string {
  return `${amount > 0 ? '+' : amount < 0 ? '−' : '±'}${rupiah(Math.abs(amount))}`;
}
