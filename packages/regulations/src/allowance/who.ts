import type { Who } from '../document/allowance/who-schema.js';
import type { AllowanceFacts } from './facts.js';

export type Person = Pick<
  AllowanceFacts,
  'employeeKind' | 'postKind' | 'postCode' | 'class' | 'unitKind' | 'unitCode' | 'rank' | 'groups'
>;

/** Whether a rule is for this person. Every list that is written must hold; `except` takes out. */
export function isFor(who: Who | undefined, person: Person): boolean {
  if (!who) return true;
  const { except, ...lists } = who;
  return allHold(lists, person) && !(except && Object.keys(except).length > 0 && allHold(except, person));
}

function allHold(lists: NonNullable<Who['except']>, person: Person): boolean {
  const holds = <T>(list: readonly T[] | undefined, value: T | undefined) =>
    list === undefined || (value !== undefined && list.includes(value));
  return (
    holds(lists.employeeKinds, person.employeeKind) &&
    holds(lists.postKinds, person.postKind) &&
    holds(lists.posts, person.postCode) &&
    holds(lists.classes, person.class) &&
    holds(lists.unitKinds, person.unitKind) &&
    holds(lists.units, person.unitCode) &&
    (holds(lists.ranks, person.rank) || holds(lists.ranks, rankGroup(person.rank))) &&
    (lists.groups === undefined || lists.groups.some((g) => person.groups?.includes(g)))
  );
}

/** `III` of `III/b`; a PPPK grade is its own group. */
export function rankGroup(rank: string | undefined): string | undefined {
  return rank?.split('/')[0];
}
