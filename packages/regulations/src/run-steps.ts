/**
 * The way of an SKPD's pay list as a table: checked by the unit, signed by its head, checked by the agency, closed.
 * The signature and the agency's check are always open to those who may; the allowance document's `approval` says
 * which of them the close waits for.
 */
import type { RunStep, RunUnitStatus, RunWay } from '@ekinerja/contracts/pay-runs';
import type { LawSet } from './law.js';
import { isRefusal, type RuleRefusal } from './refusal.js';
import type { Transition } from './transitions.js';

/** Who acts: the unit's admin, its head (or who acts for them on that day), the agency. */
export type RunActor = 'unit' | 'head' | 'agency';
type Row = Transition<RunUnitStatus, RunStep, RunActor> & { when?: (way: RunWay) => boolean; waitsFor?: keyof RunWay };

const unsigned = (way: RunWay) => !way.headSignature;
const unverified = (way: RunWay) => !way.agencyCheck;

/** Every step; `when` opens it only under some policies, and `waitsFor` names the step that is missing otherwise. */
export const RUN_TRANSITIONS: readonly Row[] = [
  { from: 'draft', action: 'check', by: ['unit'], to: 'checked' },
  // Facts that moved are checked again; signature and agency's check of the list before do not count for the new one.
  { from: 'checked', action: 'check', by: ['unit'], to: 'checked' },
  { from: 'signed', action: 'check', by: ['unit'], to: 'checked' },
  { from: 'verified', action: 'check', by: ['unit'], to: 'checked' },
  { from: 'checked', action: 'sign', by: ['head'], to: 'signed' },
  { from: 'checked', action: 'verify', by: ['agency'], to: 'verified', when: unsigned, waitsFor: 'headSignature' },
  { from: 'signed', action: 'verify', by: ['agency'], to: 'verified' },
  { from: 'checked', action: 'reopen', by: ['unit'], to: 'draft' },
  { from: 'signed', action: 'reopen', by: ['unit'], to: 'draft' },
  { from: 'verified', action: 'reopen', by: ['unit'], to: 'draft' },
  { from: 'checked', action: 'return', by: ['head', 'agency'], to: 'draft' },
  { from: 'signed', action: 'return', by: ['head', 'agency'], to: 'draft' },
  { from: 'verified', action: 'return', by: ['agency'], to: 'draft' },
  { from: 'checked', action: 'close', by: ['agency'], to: 'closed', when: (way) => unsigned(way) && unverified(way), waitsFor: 'headSignature' },
  { from: 'signed', action: 'close', by: ['agency'], to: 'closed', when: unverified, waitsFor: 'agencyCheck' },
  { from: 'verified', action: 'close', by: ['agency'], to: 'closed' },
];

/** Which steps the close waits for, by the allowance document; none where it is silent. */
export function runWay(law: LawSet): RunWay {
  const approval = law.allowance.rules.approval;
  return { headSignature: approval?.headSignature === 'required', agencyCheck: approval?.agencyCheck === 'required' };
}

/** Steps open in that status under that policy, whoever takes them, each once. */
export function openRunSteps(status: RunUnitStatus, way: RunWay): RunStep[] {
  return RUN_TRANSITIONS.filter((row) => row.from === status && (row.when?.(way) ?? true)).map(({ action }) => action);
}

/**
 * The status after a step, or a refusal: `run.waits-head` and `run.waits-agency` name the step that the policy asks for
 * first, `transition.not-allowed` that this status has no such step.
 */
export function afterRunStep(status: RunUnitStatus, action: RunStep, way: RunWay): RunUnitStatus | RuleRefusal {
  const row = RUN_TRANSITIONS.find((one) => one.from === status && one.action === action);
  if (!row) return { code: 'transition.not-allowed', params: { status, action } };
  if (row.when?.(way) ?? true) return row.to;
  const forAgency = row.waitsFor === 'agencyCheck' || !way.headSignature;
  return { code: forAgency ? 'run.waits-agency' : 'run.waits-head', params: { status, action } };
}

/** The step that the close of a checked list still waits for; null: none, or the list is not that far. */
export function closeWaitsFor(status: RunUnitStatus, way: RunWay): keyof RunWay | null {
  const answer = afterRunStep(status, 'close', way);
  return isRefusal(answer) ? stepWaitedFor(answer) : null;
}

/** Which step of the policy a refusal waits for; null: it refuses for another reason. */
export function stepWaitedFor({ code }: Pick<RuleRefusal, 'code'>): keyof RunWay | null {
  return code === 'run.waits-head' ? 'headSignature' : code === 'run.waits-agency' ? 'agencyCheck' : null;
}
