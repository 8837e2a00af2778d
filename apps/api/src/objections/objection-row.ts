import type { Citation, LawReference, Predicate, Uuid } from '@ekinerja/contracts/basics';
import type { Evaluation } from '@ekinerja/contracts/evaluations';
import type { ObjectionItem, ObjectionOutcome, ObjectionStatus } from '@ekinerja/contracts/objections';
import type { EvaluatorLink, EvaluatorPerson } from '@ekinerja/contracts/organisation';

/** One who may decide, and how they were found. */
export interface ObjectionTier {
  person: EvaluatorPerson;
  chain: EvaluatorLink[];
}

export interface ObjectionRow {
  id: Uuid;
  evaluationId: Uuid;
  evaluationVersion: number;
  /** As objected to. */
  evaluation: Evaluation;
  employmentId: Uuid;
  nip: string | null;
  reasons: string;
  receivedAt: Date;
  filedAt: Date;
  fileDueAt: Date | null;
  decideDueAt: Date | null;
  cites: { file: Citation | null; decide: Citation | null };
  law: LawReference[];
  evaluatorEmploymentId: Uuid;
  tiers: ObjectionTier[];
  tier: number;
  status: ObjectionStatus;
  outcome: ObjectionOutcome | null;
  decisionReason: string | null;
  recommendation: string | null;
  decidedAt: Date | null;
  decider: EvaluatorPerson | null;
  predicateAfter: Predicate | null;
  withdrawnReason: string | null;
  version: number;
  /** Version that the one who asks has opened last; null: none. */
  seen: number | null;
}

export type ObjectionPart = ObjectionItem['part'];

/** What that employment is in the case; null when it has no part. */
export function partOf(row: ObjectionRow, employmentId: Uuid | null): Exclude<ObjectionPart, 'observer'> | null {
  if (employmentId === null) return null;
  if (row.employmentId === employmentId) return 'employee';
  if (row.evaluatorEmploymentId === employmentId) return 'evaluator';
  return row.tiers.some(({ person }, at) => at <= row.tier && person.employmentId === employmentId) ? 'examiner' : null;
}

/** Who may decide as things stand: the first tier, and those above it that an overdue case has reached. */
export function examinersOf({ tiers, tier }: Pick<ObjectionRow, 'tiers' | 'tier'>): EvaluatorPerson[] {
  return tiers.slice(0, tier + 1).map(({ person }) => person);
}

export function objectionItem(row: ObjectionRow, part: ObjectionPart, now: Date): ObjectionItem {
  const { id, evaluationId, employmentId, nip, status, outcome, tier, evaluation } = row;
  return {
    id, evaluationId, employmentId, nip, status, outcome, tier, part,
    personName: evaluation.personName,
    kind: evaluation.kind,
    month: evaluation.month,
    filedAt: row.filedAt.toISOString(),
    decideDueAt: row.decideDueAt?.toISOString() ?? null,
    overdue: status === 'filed' && row.decideDueAt !== null && now >= row.decideDueAt,
    evaluatorName: evaluation.evaluator.personName,
    examinerName: (row.decider ?? (row.tiers[0] as ObjectionTier).person).personName,
    predicateBefore: evaluation.predicate,
    predicateAfter: row.predicateAfter,
    news: part !== 'observer' && row.version > (row.seen ?? 0),
  };
}
