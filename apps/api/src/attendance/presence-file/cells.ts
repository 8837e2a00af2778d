/** Reading single cells of a presence file: time of day and status as agencies write them. Pure. */
import type { PresenceWordsInput } from '@ekinerja/contracts/attendance';
import type { ClockTime, PresenceStatus } from '@ekinerja/contracts/basics';
import { PRESENCE_STATUSES } from '@ekinerja/contracts/basics';
import type { RawCell } from '../../platform/spreadsheet/raw-cell.js';
import { RECENT_SERIALS, type Reading } from '../../platform/spreadsheet/read-cells.js';

const DAY_MS = 86_400_000;

/** `HH:MM`, `HH.MM`, seconds cut off; an Excel fraction of a day; `-` and an empty cell mean no time. */
export function readTime(cell: RawCell): Reading<ClockTime | null> {
  if (cell.kind === 'empty') return { value: null };
  if (cell.kind === 'date') return { value: clockOf(Math.round((cell.value.getTime() % DAY_MS) / 1000)) };
  if (cell.kind === 'number') {
    if (cell.value < 0 || cell.value >= RECENT_SERIALS.to) return { problem: 'time-malformed' };
    return { value: clockOf(Math.round((cell.value % 1) * 86_400)) };
  }
  const text = cell.text.trim().replace(/^'/, '');
  if (/^[-–—]+$/.test(text)) return { value: null };
  const match = /^(\d{1,2})[:.](\d{2})(?:[:.]\d{2})?(?:\s*(?:WIB|WITA|WIT))?$/i.exec(text);
  if (!match || Number(match[1]) > 23 || Number(match[2]) > 59) return { problem: 'time-malformed' };
  return { value: `${match[1]!.padStart(2, '0')}:${match[2]}` };
}

function clockOf(seconds: number): ClockTime {
  const minutes = Math.floor((((seconds % 86_400) + 86_400) % 86_400) / 60);
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** Words of presence systems; our own codes are understood as well. */
const WORDS: Record<PresenceStatus, readonly string[]> = {
  present: ['hadir', 'h', 'masuk', 'hadir kerja', 'wfo', 'wfh', 'present'],
  absent: ['alpa', 'alpha', 'a', 'tk', 'tanpa keterangan', 'tidak hadir', 'tidak masuk', 'absen', 'mangkir', 'absent'],
  sick: ['sakit', 's', 'cuti sakit', 'cs', 'sick'],
  'leave-annual': ['cuti', 'cuti tahunan', 'ct', 'c', 'leave annual', 'annual leave'],
  'leave-important': ['cuti alasan penting', 'cuti karena alasan penting', 'cap', 'ap', 'leave important'],
  'leave-large': ['cuti besar', 'cb', 'leave large'],
  'leave-maternity': ['cuti melahirkan', 'cuti bersalin', 'cm', 'leave maternity', 'maternity leave'],
  'official-travel': ['dinas luar', 'dl', 'tugas luar', 'tl', 'perjalanan dinas', 'official travel'],
  training: ['diklat', 'pelatihan', 'bimtek', 'training'],
  study: ['tugas belajar', 'tb', 'tubel', 'study'],
  'device-failure': ['gangguan alat', 'alat rusak', 'ga', 'mesin rusak', 'device failure'],
};
const STATUS_OF = new Map(
  PRESENCE_STATUSES.flatMap((status) => [...WORDS[status], status.replaceAll('-', ' ')].map((word) => [word, status] as const)),
);

function plain(text: string): string {
  return text.toLowerCase().replaceAll(/[^a-z]+/g, ' ').trim();
}

/** Without a status, a row with a time is presence. */
export function readStatus(cell: RawCell, hasTime: boolean, words?: Pick<PresenceWordsInput, 'statuses'>): Reading<PresenceStatus> {
  if (cell.kind === 'empty') return hasTime ? { value: 'present' } : { problem: 'status-missing' };
  const word = cell.kind === 'text' ? plain(cell.text) : '';
  const own = Object.entries(words?.statuses ?? {}).find(([, known]) => known.some((one) => plain(one) === word))?.[0] as PresenceStatus | undefined;
  const status = own ?? STATUS_OF.get(word);
  return status ? { value: status } : { problem: 'unknown-status' };
}
