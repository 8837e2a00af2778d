/** The service desk (BK 8–15): the kinds of files with their ways, what a file must say to be entered, and where it goes when it comes back. */
import type { IsoDate } from '@ekinerja/contracts/basics';
import type {
  RequestContent, RequestDeed, RequestEffect, RequestForm, RequestKind, RequestOutcome, RequestStepRule, RequestTold,
} from '@ekinerja/contracts/service-requests';
import { daysBetween } from './dates.js';
import type { LawSet } from './law.js';

/** How long the SKP or its months can stand open: longer than that is no late entry. */
export const LATE_ENTRY_DAYS = 92;
const TOLD: readonly RequestTold[] = ['unit-admin', 'applicant'];

/** Kinds with their ways as the law of a day has them; empty where it has no service desk. */
export function requestForm(law: LawSet): RequestForm {
  const services = law.performance.rules.services;
  const cite = (path: string) => law.performance.cite(`services.${path}`);
  const common = stepsWith(services?.steps ?? [], (at) => cite(`steps.${at}`));
  const kinds = Object.entries(services?.kinds ?? {}).flatMap(([code, kind]): RequestKind[] => {
    if (!kind) return [];
    const { name, effect, filedBy, reopens = [], attachments, steps } = kind;
    return [{
      code, name, effect, filedBy: [...filedBy], reopens: [...reopens], cite: cite(`kinds.${code}`),
      steps: steps ? stepsWith(steps, (at) => cite(`kinds.${code}.steps.${at}`)) : common,
      attachments: attachments.map((one, at) => ({ code: one.code, name: one.name, printed: one.printed ?? false, cite: cite(`kinds.${code}.attachments.${at}`) })),
    }];
  });
  return { kinds, told: [...(services?.notify ?? TOLD)] };
}

/** The kind of a file by the law of the day on which it was filed. */
export function requestKind(law: LawSet, code: string): RequestKind | null {
  return requestForm(law).kinds.find((kind) => kind.code === code) ?? null;
}

export interface ContentProblem {
  field: keyof RequestContent;
  rule: 'required' | 'notPast' | 'notFuture' | 'endBeforeStart' | 'tooFar';
}

/** What keeps the content from being entered as it stands, so that it is said when the file is made and not after every approval. */
export function contentProblems(kind: Pick<RequestKind, 'effect'>, content: RequestContent, today: IsoDate): ContentProblem[] {
  const problems: ContentProblem[] = [];
  const need = (...fields: (keyof RequestContent)[]) => {
    for (const field of fields) {
      const value = content[field];
      if (value === null || (typeof value === 'string' && value.trim() === '')) problems.push({ field, rule: 'required' });
    }
  };
  if (DECREED.includes(kind.effect)) need('effectiveOn', 'decreeNumber', 'decreeDate', 'signatory');
  if (kind.effect === 'death' && content.effectiveOn !== null && content.effectiveOn > today) problems.push({ field: 'effectiveOn', rule: 'notFuture' });
  if (kind.effect === 'late-entry') {
    need('reopens', 'until');
    if (content.reopens === 'daily') need('from', 'to');
    if (content.reopens === 'annual' || content.reopens === 'monthly') need('skpId');
    if (content.reopens === 'monthly' && content.months.length === 0) problems.push({ field: 'months', rule: 'required' });
    if (content.from !== null && content.to !== null && content.to < content.from) problems.push({ field: 'to', rule: 'endBeforeStart' });
    if (content.until !== null && content.until < today) problems.push({ field: 'until', rule: 'notPast' });
    if (content.until !== null && daysBetween(today, content.until) > LATE_ENTRY_DAYS) problems.push({ field: 'until', rule: 'tooFar' });
  }
  return problems;
}

/** Whether the content asks for any change at all; a file that is only kept asks for none. */
export function asksForSomething({ effect }: Pick<RequestKind, 'effect'>, { postId, class: ofClass, evaluatorId, adminId }: RequestContent): boolean {
  return effect !== 'profile-change' || [postId, ofClass, evaluatorId, adminId].some((one) => one !== null);
}

/** What can come out of a step. Who enters can send back what cannot be entered. */
export function outcomesOf(does: RequestDeed): RequestOutcome[] {
  if (does === 'approve') return ['forward', 'return', 'refuse'];
  return does === 'check' || does === 'enter' ? ['forward', 'return'] : ['forward'];
}

/** Until the change is entered the applicant can take the file back. */
export function canWithdraw(steps: readonly RequestStepRule[], at: number): boolean {
  const entered = steps.findIndex(({ does }) => does === 'enter');
  return entered < 0 ? at < steps.length - 1 : at <= entered;
}

/**
 * Where a returned file goes on when it is handed in again: to the step that returned it; but what has changed is seen
 * again by those who saw it before – other attachments by the check (BK 11(3)), another content by whoever approved.
 */
export function resumesAt(steps: readonly RequestStepRule[], returnedBy: number, changed: { content: boolean; attachments: boolean }): number {
  const first = (...deeds: RequestDeed[]) => {
    const at = steps.findIndex(({ does }) => deeds.includes(does));
    return at < 0 ? returnedBy : at;
  };
  const at = Math.max(0, returnedBy);
  if (changed.content) return Math.min(at, first('approve', 'check'));
  return changed.attachments ? Math.min(at, first('check')) : at;
}

const DECREED: readonly RequestEffect[] = ['profile-change', 'retirement', 'death'];

function stepsWith(steps: readonly Omit<RequestStepRule, 'cite'>[], cite: (at: number) => RequestStepRule['cite']): RequestStepRule[] {
  return steps.map(({ code, name, by, does }, at) => ({ code, name, by, does, cite: cite(at) }));
}
