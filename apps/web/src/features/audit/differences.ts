import type { TFunction } from 'i18next';
import { formatNumber, formatRupiah } from '../../lib/format';
import { inWords } from '../../lib/values';
import { STATUS_LOOK } from '../../ui/status-look';

export interface Difference {
  label: string;
  /** Null: empty; left out: the record of the change does not speak of it. */
  before?: string | null;
  after?: string | null;
}

export interface Differences {
  /** Told in words. */
  readable: Difference[];
  /** Ids, hashes and fields without a word of their own: for those who trace, folded away. */
  technical: Difference[];
}

type Scalar = string | number | boolean | null;

/** Every leaf of a stored value by its path; an empty list or object is a leaf too. */
function leaves(value: unknown, path: string[] = [], into = new Map<string, { path: string[]; value: Scalar }>()) {
  if (value === undefined) return into;
  if (typeof value === 'object' && value !== null && Object.keys(value).length > 0) {
    for (const [key, child] of Object.entries(value)) leaves(child, [...path, key], into);
  } else {
    into.set(path.join('\u0000'), { path, value: typeof value === 'object' ? null : (value as Scalar) });
  }
  return into;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const HASH = /^[0-9a-f]{32,}$/i;
const isTechnical = (value: Scalar) => typeof value === 'string' && (UUID.test(value) || HASH.test(value));
const MONEY = new Set(['gross', 'cuts', 'deductions', 'adjustments', 'net', 'amount']);

/** What a change changed, leaf by leaf; what stayed the same is left out. */
export function differences(before: unknown, after: unknown, t: TFunction): Differences {
  const old = leaves(before ?? undefined);
  const now = leaves(after ?? undefined);
  const result: Differences = { readable: [], technical: [] };
  for (const key of new Set([...old.keys(), ...now.keys()])) {
    const left = old.get(key);
    const right = now.get(key);
    if (left?.value === right?.value && left !== undefined && right !== undefined) continue;
    const path = (right ?? left)!.path;
    const words = path.length === 0 ? [t('audit:field.value')] : path.map((part) => partWords(part, t));
    const known = words.every((word) => word !== null) && !isTechnical(left?.value ?? null) && !isTechnical(right?.value ?? null);
    const show = ({ value }: { value: Scalar }) => (value === null ? null : valueWords(path.at(-1) ?? '', value, t));
    (known ? result.readable : result.technical).push({
      label: known ? words.join(' › ') : path.join(' › '),
      ...(left ? { before: show(left) } : {}),
      ...(right ? { after: show(right) } : {}),
    });
  }
  return result;
}

function partWords(part: string, t: TFunction): string | null {
  if (/^\d+$/.test(part)) return String(Number(part) + 1);
  const word = t(`audit:field.${part}`, { defaultValue: '' });
  return word === '' ? null : word;
}

function valueWords(field: string, value: Exclude<Scalar, null>, t: TFunction): string {
  if (typeof value === 'boolean') return t(value ? 'shell:yes' : 'shell:no');
  if (typeof value === 'number') return MONEY.has(field) ? formatRupiah(value) : field === 'year' ? String(value) : formatNumber(value);
  if (Object.hasOwn(STATUS_LOOK, value)) return t(`shell:status.${value}`);
  if (/^[a-z][a-z-]*$/.test(value)) return t(`audit:value.${value}`, { defaultValue: value.replaceAll('-', ' ') });
  return inWords(value);
}
