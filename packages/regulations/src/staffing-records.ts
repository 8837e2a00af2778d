/** Staffing data against the national records: what differs, the order of the steps, and whether the unvalidated may work. */
import type { Citation } from '@ekinerja/contracts/basics';
import type { StaffingAction, StaffingData, StaffingDifference, StaffingField, StaffingRule, StaffingUpdateStatus } from '@ekinerja/contracts/staffing-records';
import { STAFFING_FIELDS } from '@ekinerja/contracts/staffing-records';
import type { LawSet } from './law.js';
import type { RuleRefusal } from './refusal.js';
import { actionsIn, applyTransition, type Transition } from './transitions.js';

/** Kept only where somebody filled them in: not held is no difference. */
const OPTIONAL: readonly StaffingField[] = ['birthPlace', 'education', 'email', 'phone'];
const DEFAULT_SOURCE = 'SIASN';

export type StaffingActor = 'employee' | 'officer';

/** KS 1 angka 10: in this order, none left out; an officer ends what the documents do not bear. */
export const STAFFING_FLOW: readonly Transition<StaffingUpdateStatus, StaffingAction, StaffingActor>[] = [
  { from: 'submitted', action: 'verify', by: ['officer'], to: 'verified' },
  { from: 'submitted', action: 'withdraw', by: ['employee'], to: 'withdrawn' },
  { from: 'verified', action: 'clarify', by: ['officer'], to: 'clarified' },
  { from: 'clarified', action: 'synchronise', by: ['officer'], to: 'synchronised' },
  { from: 'synchronised', action: 'validate', by: ['officer'], to: 'validated' },
  { from: 'submitted', action: 'reject', by: ['officer'], to: 'rejected' },
  { from: 'verified', action: 'reject', by: ['officer'], to: 'rejected' },
  { from: 'clarified', action: 'reject', by: ['officer'], to: 'rejected' },
  { from: 'synchronised', action: 'reject', by: ['officer'], to: 'rejected' },
];

/** @param accurate what came of the verification; null before it. A document that does not bear the change leads to no validation. */
export function staffingActions(status: StaffingUpdateStatus, actor: StaffingActor, accurate: boolean | null): StaffingAction[] {
  return actionsIn(STAFFING_FLOW, status, actor).filter((action) => accurate !== false || !ENDS_WELL.includes(action));
}
const ENDS_WELL: readonly StaffingAction[] = ['synchronise', 'validate'];

export function applyStaffingAction(status: StaffingUpdateStatus, action: StaffingAction, actor: StaffingActor, accurate: boolean | null): StaffingUpdateStatus | RuleRefusal {
  if (accurate === false && ENDS_WELL.includes(action)) return { code: 'staffing.document-inaccurate', params: {} };
  return applyTransition(STAFFING_FLOW, status, action, actor);
}

/** What the national records state otherwise; what they are silent on differs from nothing. */
export function staffingDifferences(held: StaffingData, source: Partial<StaffingData>): StaffingDifference[] {
  const found: StaffingDifference[] = [];
  for (const field of STAFFING_FIELDS) {
    const stated = source[field] ?? null;
    if (stated === null || (held[field] === null && OPTIONAL.includes(field))) continue;
    if (plain(field, held[field]) !== plain(field, stated)) found.push({ field, held: held[field], source: stated });
  }
  return found;
}

/** Case, spaces and signs do not make a difference in words; a telephone number is its digits. */
function plain(field: StaffingField, value: string | null): string {
  if (value === null) return '';
  if (field === 'phone') return value.replaceAll(/\D/g, '').replace(/^62/, '0');
  return value.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

export function staffingRule(law: LawSet): StaffingRule {
  const rule = law.performance.rules.records;
  return { source: rule?.source ?? DEFAULT_SOURCE, unvalidated: rule?.unvalidated ?? 'may-work', cite: rule ? law.performance.cite('records.unvalidated') : null };
}

/** KS 11(5): only those validated against the national records work in the application, where the regulation says so. */
export function unvalidatedRefusal(law: LawSet): (RuleRefusal & { cite?: Citation }) | null {
  const rule = staffingRule(law);
  if (rule.unvalidated === 'may-work') return null;
  return { code: 'staffing.unvalidated', params: { source: rule.source }, ...(rule.cite ? { cite: rule.cite } : {}) };
}
