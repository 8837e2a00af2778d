/** Whether the appointee is the official that the regulation has in mind (KS 11(2)); another one is only warned about. */
import type { PostKind } from '@ekinerja/contracts/basics';
import type { LawSet } from './law.js';
import type { RuleRefusal } from './refusal.js';

export interface Appointee {
  /** Of the definitive post; null without one. */
  postKind: PostKind | null;
  /** The unit of the post and those above it, the SKPD last. */
  unitNames: readonly string[];
}

export function managerMisfit(law: LawSet, appointee: Appointee): RuleRefusal | null {
  const rule = law.performance.rules.managers?.ekinerja;
  if (!rule) return null;
  const field = appointee.unitNames.some((name) => includes(name, rule.field));
  const agency = includes(appointee.unitNames.at(-1) ?? '', rule.agency);
  if (appointee.postKind === rule.post && field && agency) return null;
  return { code: 'manager.other-official', params: { field: rule.field, agency: rule.agency }, cite: law.performance.cite('managers.ekinerja') };
}

function includes(name: string, words: string): boolean {
  return name.toLowerCase().includes(words.toLowerCase());
}
