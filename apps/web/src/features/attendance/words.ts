import { PRESENCE_STATUSES } from '@ekinerja/contracts/basics';
import type { ImportProblem } from '@ekinerja/contracts/attendance';
import type { TFunction } from 'i18next';
import { inWords } from '../../lib/values';

const KNOWN: readonly string[] = PRESENCE_STATUSES;

/** Why a cell was refused, and how to mend it; the reason codes are those of the import's check. */
export function problemSentence({ reason, params }: ImportProblem, t: TFunction): string {
  const words = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, inWords(String(value))]));
  return t([`attendance:problem.${reason}`, 'attendance:problem.other'], words);
}

/** "present 07:31 – 16:02" → "Hadir 07:31 – 16:02"; an empty side means that there was no row. */
export function rowInWords(row: string, t: TFunction): string {
  const text = row.trim();
  if (text === '' || text === '-') return t('attendance:preview.noRow');
  const status = KNOWN.filter((code) => text === code || text.startsWith(`${code} `)).sort((a, b) => b.length - a.length)[0];
  if (status === undefined) return text;
  const times = text.slice(status.length).replace(/^\s*–\s*$/, '');
  return `${t(`shell:status.${status}`)}${times}`;
}
