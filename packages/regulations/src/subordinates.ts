/**
 * Whom somebody evaluates on a date: the same derivation, asked from above. Only those who can come out are asked,
 * so that the answer costs as much as the people below one post, not as much as a whole government.
 */
import type { Uuid } from '@ekinerja/contracts/basics';
import { passesUpward, type EvaluatorAnswer, type OrganisationOnDate } from './evaluator.js';
import type { LawSet } from './law.js';

/** What stands below and in what, made once for each state of the organisation. */
export interface LinesDown {
  postsBelow: Map<Uuid, Uuid[]>;
  postsOfUnit: Map<Uuid, Uuid[]>;
  /** Employments of persons who hold more than one post: they may stand below themselves. */
  holdingSeveral: Uuid[];
}

export function linesDown(org: OrganisationOnDate): LinesDown {
  const postsBelow = new Map<Uuid, Uuid[]>();
  const postsOfUnit = new Map<Uuid, Uuid[]>();
  const held = new Map<Uuid, { count: number; employments: Set<Uuid> }>();
  for (const post of org.posts.values()) {
    if (post.superiorPostId) add(postsBelow, post.superiorPostId, post.id);
    add(postsOfUnit, post.unitId, post.id);
    for (const { personId, employmentId } of org.holders(post.id)) {
      const person = held.get(personId) ?? { count: 0, employments: new Set() };
      person.count += 1;
      person.employments.add(employmentId);
      held.set(personId, person);
    }
  }
  const holdingSeveral = [...held.values()]
    .filter(({ count }) => count > 1)
    .flatMap(({ employments }) => [...employments]);
  return { postsBelow, postsOfUnit, holdingSeveral };
}

/**
 * Everybody whose evaluator is `evaluator`.
 * @param laws every law that holds for some kind of employee that day
 * @param answerOf the derivation for one person, `deriveEvaluator` under that person's law
 */
export function subordinatesOf(
  evaluator: Uuid,
  org: OrganisationOnDate,
  lines: LinesDown,
  laws: readonly LawSet[],
  answerOf: (employmentId: Uuid) => EvaluatorAnswer,
): Uuid[] {
  const found = new Set<Uuid>(lines.holdingSeveral);
  const ask = (postId: Uuid) => org.holders(postId).forEach(({ employmentId }) => found.add(employmentId));
  const seen = new Set<Uuid>();
  const open = org.postsOf(evaluator).map(({ postId }) => postId);
  for (let above = open.pop(); above !== undefined; above = open.pop()) {
    for (const below of lines.postsBelow.get(above) ?? []) {
      if (seen.has(below)) continue;
      seen.add(below);
      ask(below);
      const post = org.posts.get(below);
      if (post && laws.some((law) => passesUpward(post, org, law))) open.push(below);
    }
  }
  for (const { delegateEmploymentId, postId, unitId } of org.delegations) {
    if (delegateEmploymentId !== evaluator) continue;
    for (const post of postId ? [postId] : unitId ? (lines.postsOfUnit.get(unitId) ?? []) : []) ask(post);
  }
  for (const { employmentId, evaluatorEmploymentId } of org.overrides) {
    if (evaluatorEmploymentId === evaluator) found.add(employmentId);
  }
  return [...found].filter((id) => answerOf(id).evaluator?.employmentId === evaluator).sort();
}

function add(index: Map<Uuid, Uuid[]>, key: Uuid, value: Uuid): void {
  const list = index.get(key);
  if (list) list.push(value);
  else index.set(key, [value]);
}
