import type { IsoMonth } from '@ekinerja/contracts/basics';
import type { EvaluationKind } from '@ekinerja/contracts/evaluations';
import type { PreviousAdvice } from '@ekinerja/contracts/measurements';
import type { EvaluationRow } from './evaluations.repository.js';

/** TL 23(3), 25(3): what was written for this period stands before employee and evaluator; the last evaluation that says anything. */
export function previousAdvice(all: readonly EvaluationRow[], kind: EvaluationKind, month: IsoMonth): PreviousAdvice | null {
  const order = (row: Pick<EvaluationRow, 'month' | 'kind'>) => `${row.month} ${row.kind === 'annual' ? 1 : 0}`;
  const before = all
    .filter((row) => (row.note ?? row.recommendation) && order(row) < (kind === 'annual' ? `${month.slice(0, 4)}-01` : `${month} 0`))
    .sort((a, b) => order(b).localeCompare(order(a)))
    .at(0);
  if (!before) return null;
  const { note, recommendation } = before;
  return { kind: before.kind, month: before.month, note, recommendation, evaluatorName: before.evaluator.person.personName };
}
