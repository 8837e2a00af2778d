import type { Choice, Source } from './SearchPicker';

export interface DecreeValue {
  number: string;
  date: string;
  file: File | null;
  /** Of a letter on record: kept unless another file is chosen. */
  fileId?: string | null;
}

export type FieldValue = string | boolean | Choice | DecreeValue | File | null;
export type FormValues = Record<string, FieldValue>;

interface Common {
  name: string;
  label: string;
  hint?: string;
  optional?: boolean;
  /** Left out, and sent as null, where it says no. */
  when?: (values: FormValues) => boolean;
}

/** What a form asks; each kind is drawn by `FieldInput`. */
export type Field = Common &
  (
    | { kind: 'text'; max: number }
    | { kind: 'lines'; max: number }
    | { kind: 'date' }
    | { kind: 'time' }
    | { kind: 'number'; min: number; max: number }
    | { kind: 'select'; options: readonly { value: string; label: string }[] }
    | { kind: 'check' }
    | { kind: 'pick'; source: Source }
    /** Number, day and file of a decision letter. */
    | { kind: 'decree' }
    /** A file sent before the act; the act carries its id. */
    | { kind: 'file'; accept: string; choose: string }
  );

export const isShown = (field: Field, values: FormValues): boolean => field.when?.(values) ?? true;

export function blankOf(field: Field): FieldValue {
  switch (field.kind) {
    case 'check':
      return false;
    case 'pick':
    case 'file':
      return null;
    case 'decree':
      return { number: '', date: '', file: null };
    case 'select':
      return field.options[0]?.value ?? '';
    default:
      return '';
  }
}

export function isFilled(field: Field, value: FieldValue): boolean {
  if (field.optional || field.kind === 'check') return true;
  if (field.kind === 'decree') {
    const { number, date } = value as DecreeValue;
    return number.trim() !== '' && date !== '';
  }
  return field.kind === 'pick' || field.kind === 'file' ? value !== null : typeof value === 'string' && value.trim() !== '';
}

/** As the API wants it: ids for what was picked, null for what was left open. */
export function wireOf(field: Field, value: FieldValue): unknown {
  if (field.kind === 'pick') return (value as Choice | null)?.id ?? null;
  if (typeof value !== 'string') return value;
  const text = value.trim();
  if (text === '') return null;
  return field.kind === 'number' ? Number(text) : text;
}
