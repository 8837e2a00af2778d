import type { SlipLine } from '../allowance/slip-line.js';

export interface SlipSentence {
  title: string;
  explanation: string;
}
/** The wording of one line code. */
export type Words = (line: Pick<SlipLine, 'inputs' | 'amount' | 'result'>) => SlipSentence;
