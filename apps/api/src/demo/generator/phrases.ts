import type { IsoDate } from '@ekinerja/contracts/basics';
import { addMonths, monthOf, weekday } from '@ekinerja/regulations/dates';
import type { FamilyKey } from './families.js';
import { familyOf } from './families.js';
import type { Random } from './random.js';

const MONTHS = ['Januari', 'Februari', 'Maret', 'April', 'Mei', 'Juni', 'Juli', 'Agustus', 'September', 'Oktober', 'November', 'Desember'];
const DAYS = ['Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu', 'Minggu'];
const QUARTERS = ['I', 'II', 'III', 'IV'];
const SLOT = /\{([a-zA-Z0-9]+)\}/g;

/** Where the writer of a text works: what `{unit}`, `{skpd}` and the places mean there. */
export interface Setting {
  unit: string;
  skpd: string;
  agency: string;
  kecamatan: string[];
  desa: string[];
  /** Slots of which this person only ever uses these: a teacher has a class of their own. */
  habits: ReadonlyMap<string, readonly string[]>;
}

/** Fills the slots of a text; each filling is drawn, so that two people seldom write the same sentence. */
export function phrase(text: string, family: FamilyKey, setting: Setting, date: IsoDate, random: Random, values: Record<string, string | number> = {}): string {
  const { slots } = familyOf(family);
  // What has been said decides what can follow: `bahan(Matematika)` after mathematics.
  const chosen = new Set<string>();
  const remembered = (value: string): string => {
    chosen.add(value);
    return value;
  };
  return text.replace(SLOT, (whole, name: string) => {
    const given = values[name] ?? setting.habits.get(name);
    if (typeof given === 'string' || typeof given === 'number') return String(given);
    if (given !== undefined && given.length > 0) return remembered(random.pick(given));
    const choices = [...chosen].flatMap((value) => slots.get(`${name}(${value})`) ?? []);
    const open = choices.length > 0 ? choices : slots.get(name);
    if (open) return remembered(random.pick(open));
    const fixed = general(name, setting, date, random);
    if (fixed === null) throw new Error(`No filling for ${whole} in ${family}: ${text}`);
    return fixed;
  });
}

function general(name: string, setting: Setting, date: IsoDate, random: Random): string | null {
  const year = Number(date.slice(0, 4));
  switch (name) {
    case 'unit': return setting.unit;
    case 'skpd': return setting.skpd;
    case 'agency': return setting.agency;
    case 'kecamatan': return `Kecamatan ${random.pick(setting.kecamatan)}`;
    case 'desa': return `Desa ${random.pick(setting.desa)}`;
    case 'bulan': return monthName(date);
    case 'bulanLalu': return monthName(`${addMonths(monthOf(date), -1)}-01`);
    case 'tahun': return String(year);
    case 'tahunLalu': return String(year - 1);
    case 'triwulan': return QUARTERS[Math.floor((Number(date.slice(5, 7)) - 1) / 3)] ?? 'I';
    case 'hari': return DAYS[weekday(date) - 1] ?? '';
    case 'tanggal': return `${Number(date.slice(8))} ${monthName(date)} ${year}`;
    default: return null;
  }
}

export function monthName(date: IsoDate): string {
  return MONTHS[Number(date.slice(5, 7)) - 1] ?? '';
}

/** What a person keeps to: a primary teacher one class, a secondary teacher one subject in three classes. */
export function habitsOf(family: FamilyKey, unitName: string, random: Random): ReadonlyMap<string, readonly string[]> {
  if (family !== 'teaching') return new Map();
  const { slots } = familyOf(family);
  const secondary = unitName.startsWith('SMP');
  const classes = (slots.get('kelas') ?? []).filter((name) => /[789]/.test(name) === secondary);
  const few = (name: string, count: number): readonly string[] => random.shuffled(slots.get(name) ?? []).slice(0, count);
  return secondary
    ? new Map([['kelas', random.shuffled(classes).slice(0, 3)], ['mapel', few('mapel', 1)], ['ekskul', few('ekskul', 1)]])
    : new Map([['kelas', random.shuffled(classes).slice(0, 1)], ['ekskul', few('ekskul', 2)]]);
}
