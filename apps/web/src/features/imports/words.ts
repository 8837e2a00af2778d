import type { ImportProblem } from '@ekinerja/contracts/attendance';
import type { TFunction } from 'i18next';
import { inWords } from '../../lib/values';

/** Why a cell was refused, and how to mend it; the reason codes are those of the import's check. */
export function problemSentence({ reason, params }: ImportProblem, t: TFunction): string {
  const words = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, inWords(String(value))]));
  return t([`imports:problem.${reason}`, 'imports:problem.other'], words);
}
