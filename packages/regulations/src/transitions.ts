/** Flows as declared transitions: the server applies them and the screen shows what can come next, from one table. */
import type { RuleRefusal } from './refusal.js';

export interface Transition<S extends string, A extends string, R extends string> {
  from: S;
  action: A;
  by: readonly R[];
  to: S;
}

/** Actions open to that actor in that status, in the order of the table. */
export function actionsIn<S extends string, A extends string, R extends string>(
  table: readonly Transition<S, A, R>[],
  status: S,
  actor: R,
): A[] {
  return table.filter((t) => t.from === status && t.by.includes(actor)).map((t) => t.action);
}

/** The status after the action, or a refusal `transition.not-allowed` / `transition.wrong-actor`. */
export function applyTransition<S extends string, A extends string, R extends string>(
  table: readonly Transition<S, A, R>[],
  status: S,
  action: A,
  actor: R,
): S | RuleRefusal {
  const found = table.find((t) => t.from === status && t.action === action);
  if (!found) return { code: 'transition.not-allowed', params: { status, action } };
  return found.by.includes(actor)
    ? found.to
    : { code: 'transition.wrong-actor', params: { status, action, actor } };
}
