/** What a rule answers when it says no: a code (the web words it), plain parameters, the article if the law says so. */
import type { Citation } from '@ekinerja/contracts/basics';

export interface RuleRefusal {
  code: string;
  params: Record<string, string | number>;
  cite?: Citation;
}

/** Tells a refusal from a status or a result. */
export function isRefusal(answer: unknown): answer is RuleRefusal {
  return typeof answer === 'object' && answer !== null && 'code' in answer && 'params' in answer;
}
