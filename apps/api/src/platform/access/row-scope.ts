/**
 * Which rows a route reaches, in words. The guard opens the route by permission; the service keeps to these rows, on
 * the date in question. `docs/access.md` prints them.
 */
export const ROW_SCOPES = {
  public: 'anybody, signed in or not; nothing about a person',
  self: 'the account and session of the one who asks',
  everyone: 'facts about the government that everybody signed in may know; nothing about a person',
  own: 'rows of the one who asks',
  subordinates: 'rows of those whom the one who asks evaluates on the date in question',
  'own-skpd': 'the SKPD for which the role is held',
  'by-role': 'as far as each role reaches, see the table of reaches',
  involved:
    'one row: the person it is about, their evaluator and that one’s superior, who runs their SKPD (of pay: also who pays it), and who sees everything by office; 404 for anybody else',
  government: 'the whole government',
} as const;
export type RowScope = keyof typeof ROW_SCOPES;

/** Scopes whose answers hold data of people other than the one who asks: every such answer is noted in the read log (KS 26(1)). */
const OF_OTHERS: readonly RowScope[] = ['subordinates', 'own-skpd', 'by-role', 'involved', 'government'];

export function readsOthers(scope: RowScope | null): boolean {
  return scope !== null && OF_OTHERS.includes(scope);
}
