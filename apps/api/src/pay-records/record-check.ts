/** Whether a record is whole: whom, when, what its kind asks for, and a code that the law knows. Pure. */
import type { FieldProblem } from '@ekinerja/contracts/errors';
import { PAY_RECORD_FIELDS, PAY_RECORD_SHAPES, type PayRecordCodes, type PayRecordInput } from '@ekinerja/contracts/pay-records';
import { CODED_BY_LAW } from './record-codes.js';

const PTKP = /^(TK|K)\/[0-3]$/;
const LONGEST_YEARS = 5;

export function checkRecord(input: PayRecordInput, codes: PayRecordCodes['codes']): FieldProblem[] {
  const shape = PAY_RECORD_SHAPES[input.kind];
  const found: FieldProblem[] = [];
  const say = (field: string, rule: string, params?: FieldProblem['params']) => void found.push({ field, rule, ...(params ? { params } : {}) });
  if (shape.target !== 'either' && shape.target !== (input.employmentId ? 'person' : 'unit')) say(shape.target === 'unit' ? 'unitId' : 'employmentId', 'required');
  else if ((input.employmentId === null) === (input.unitId === null)) say('employmentId', 'oneOf');
  if (shape.span === 'day' && input.to !== null && input.to !== input.from) say('to', 'sameDay');
  if (shape.span === 'days' && input.to === null) say('to', 'required');
  if (input.to !== null && input.to < input.from) say('to', 'dateBetween', { from: input.from, to: null });
  if (input.to !== null && Number(input.to.slice(0, 4)) - Number(input.from.slice(0, 4)) > LONGEST_YEARS) say('to', 'dateBetween', { from: input.from, to: null });
  for (const field of PAY_RECORD_FIELDS) {
    const empty = input[field] === null || input[field] === '';
    if (empty && shape.required.includes(field)) say(field, 'required');
    if (!empty && !shape.required.includes(field) && !shape.optional.includes(field)) say(field, 'notForKind');
  }
  if (shape.document && !input.documentNumber) say('documentNumber', 'required');
  if (input.amount !== null && (!Number.isSafeInteger(input.amount) || input.amount < 0)) say('amount', 'min', { min: 0 });
  const known = codes[input.kind];
  if (input.code && known && CODED_BY_LAW.includes(input.kind) && !known.some(({ code }) => code === input.code)) {
    say('code', 'unknownCode', { known: known.map(({ code }) => code).join(', ').slice(0, 300) || '–' });
  }
  return found;
}

export function isPtkp(text: string): boolean {
  return PTKP.test(text);
}
