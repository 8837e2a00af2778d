import type { SkpIndicatorInput, SkpResultInput } from '@ekinerja/contracts/skp';
import type { Draft } from './skp-draft';

/** One thing on which two drafts differ; empty where that side does not have it. */
export interface Side {
  /** Title of the result it belongs to; empty beside the results. */
  of: string;
  field: string;
  mine: string;
  theirs: string;
}

const spoken = ({ aspect, indicator, target, targetTo, unit }: SkpIndicatorInput) =>
  `${aspect}|${indicator}: ${targetTo ? `${target}–${targetTo}` : target} ${unit}`.trim();

/** Field by field what differs, so that whoever chooses sees both. */
export function sidesOf(mine: Draft, theirs: Draft, nameOf: (superiorResultId: string) => string): Side[] {
  const sides: Side[] = [];
  const ids = [...new Set([...mine.results, ...theirs.results].map(({ id }) => id))];
  for (const id of ids) {
    const here = mine.results.find((one) => one.id === id);
    const there = theirs.results.find((one) => one.id === id);
    const of = here?.title || there?.title || '…';
    const add = (field: string, a: string, b: string) => {
      if (a !== b) sides.push({ of, field, mine: a, theirs: b });
    };
    const text = (result: SkpResultInput | undefined, part: (result: SkpResultInput) => string) => (result ? part(result) : '');
    add('title', text(here, ({ title }) => title || '…'), text(there, ({ title }) => title || '…'));
    if (!here || !there) continue;
    add('task', here.task, there.task);
    add('kind', here.kind, there.kind);
    add('superiorResultId', here.superiorResultId ? nameOf(here.superiorResultId) : '', there.superiorResultId ? nameOf(there.superiorResultId) : '');
    for (let at = 0; at < Math.max(here.indicators.length, there.indicators.length); at += 1) {
      const [a, b] = [here.indicators[at], there.indicators[at]];
      add('indicator', a ? spoken(a) : '', b ? spoken(b) : '');
    }
    add('assignment', here.assignment?.decisionNumber ?? '', there.assignment?.decisionNumber ?? '');
  }
  const beside = (field: string, a: string, b: string) => {
    if (a !== b) sides.push({ of: '', field, mine: a, theirs: b });
  };
  const list = <T>(items: readonly T[], part: (item: T) => string) => items.map(part).join('; ');
  beside('sources', list(mine.plan.sources, ({ code, number }) => `${code} ${number}`.trim()), list(theirs.plan.sources, ({ code, number }) => `${code} ${number}`.trim()));
  beside('behaviour', list(mine.plan.behaviour, ({ expectation }) => expectation), list(theirs.plan.behaviour, ({ expectation }) => expectation));
  beside('resources', list(mine.plan.resources, ({ need }) => need), list(theirs.plan.resources, ({ need }) => need));
  beside('accountability', list([mine.plan.accountability], (one) => [one?.progress, one?.final].filter(Boolean).join(', ')), list([theirs.plan.accountability], (one) => [one?.progress, one?.final].filter(Boolean).join(', ')));
  beside('positive', mine.plan.consequences.positive, theirs.plan.consequences.positive);
  beside('negative', mine.plan.consequences.negative, theirs.plan.consequences.negative);
  return sides;
}

/** Both kept: mine where both have it, and what only the other side added. */
export function joined(mine: Draft, theirs: Draft): Draft {
  const own = new Set(mine.results.map(({ id }) => id));
  return { ...mine, results: [...mine.results, ...theirs.results.filter(({ id }) => !own.has(id))] };
}
