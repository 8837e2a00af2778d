import type { Permission } from '@ekinerja/contracts/access';
import type { IsoDate, Uuid } from '@ekinerja/contracts/basics';
import type { BlockerKind, PayRunPerson, PayRunUnitItem, PayRunView, RunUnitStatus } from '@ekinerja/contracts/pay-runs';

export interface NextThing {
  /** `pay-runs:next.<word>` */
  word: 'presence' | 'blockers' | 'check' | 'wait-check' | 'wait-month' | 'sign' | 'wait-sign' | 'verify' | 'close' | 'wait-close' | 'hand-over' | 'done';
  unit: PayRunUnitItem | null;
}

const CHECKED: readonly RunUnitStatus[] = ['checked', 'signed', 'verified'];

/** The first thing to do in a run, for somebody with these permissions. */
export function nextThing(run: PayRunView, permissions: readonly Permission[], today: IsoDate): NextThing {
  const may = (permission: Permission) => permissions.includes(permission);
  const find = (test: (unit: PayRunUnitItem) => boolean) => run.unitList.find(test) ?? null;
  const draft = find(({ status }) => status === 'draft');
  if (run.presenceSynchronisedAt === null && draft) return { word: 'presence', unit: null };
  const closable = today >= run.closableFrom;
  const checked = find(({ status, waitsFor }) => waitsFor === null && CHECKED.includes(status));
  const unsigned = find(({ waitsFor }) => waitsFor === 'headSignature');
  const unverified = find(({ waitsFor }) => waitsFor === 'agencyCheck');
  if (unsigned && may('pay-runs.sign')) return { word: 'sign', unit: unsigned };
  if (checked && closable && may('pay-runs.close')) return { word: 'close', unit: checked };
  if (unverified && may('pay-runs.verify')) return { word: 'verify', unit: unverified };
  const ready = find(({ status, blockers }) => status === 'draft' && blockers === 0);
  if (ready && closable && may('pay-runs.check')) return { word: 'check', unit: ready };
  const blocked = find(({ status, blockers }) => status === 'draft' && blockers > 0);
  if (blocked) return { word: 'blockers', unit: blocked };
  if (draft) return { word: closable ? 'wait-check' : 'wait-month', unit: draft };
  if (unsigned) return { word: 'wait-sign', unit: unsigned };
  if (checked ?? unverified) return { word: closable ? 'wait-close' : 'wait-month', unit: checked ?? unverified };
  const toHandOver = find(({ handedOverAt }) => handedOverAt === null);
  return toHandOver && may('pay-runs.hand-over') ? { word: 'hand-over', unit: toHandOver } : { word: 'done', unit: null };
}

/** SKPD before and after this one, in the order of the list. */
export function neighbours(units: readonly PayRunUnitItem[], skpdId: Uuid) {
  const at = units.findIndex((unit) => unit.skpdId === skpdId);
  if (at < 0) return { previous: null, next: null };
  return { previous: units[at - 1] ?? null, next: units[at + 1] ?? null };
}

export interface OpenBlocker {
  person: PayRunPerson;
  kind: BlockerKind;
}

export function openBlockers(people: readonly PayRunPerson[]): OpenBlocker[] {
  return people
    .filter(({ included }) => included)
    .flatMap((person) => person.blockers.filter(({ waived }) => !waived).map(({ kind }) => ({ person, kind })));
}

/** Without a class or an amount nothing can be computed: a reason does not replace them. */
export const WAIVABLE: readonly BlockerKind[] = ['presence', 'evaluation', 'quality'];
