/** Walks the YAML of a document along the schema and yields values with citations, noting every problem's place. */
import { isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap } from 'yaml';
import { EMPLOYEE_KINDS, type EmployeeKind } from '@ekinerja/contracts/basics';
import { isIsoDate } from '../dates.js';
import { MAP_KEYS } from './kinds.js';
import { meant, nearest } from './nearest.js';
import type { ProblemList } from './problems.js';
import { readCite } from './read-cite.js';
import { readScalar } from './read-scalar.js';
import { childSchema, chosenVariant, type Schema } from './schema.js';
import type { ListValue, MapValue, Value } from './value.js';

export interface ReadContext {
  problems: ProblemList;
  /** Source id that citations without one refer to. */
  source: string;
}

/** @param whole inside a list or form: every required key must be written, since nothing is inherited there */
export function readValue(
  node: Node | null | undefined,
  schema: Schema<unknown>,
  path: string,
  whole: boolean,
  context: ReadContext,
  /** Where its key stands, for a value that is not there. */
  keyOffset?: number,
): Value | null {
  const { problems } = context;
  const offset = node?.range?.[0] ?? keyOffset;
  const kind = schema.node.is;
  if (isScalar(node)) {
    const written = node.source ?? (node.value === null ? '' : String(node.value));
    if (written === 'none' && !whole) return { is: 'removed' };
    const reading = wordOfForm(schema, written) ?? readScalar(schema.node, node.value, written);
    if ('value' in reading) return { is: 'scalar', value: reading.value };
    problems.add({
      path,
      offset,
      expected: reading.expected,
      message: `"${schema.label}" tertulis "${written}", seharusnya ${reading.expected}.${reading.hint ? ` ${reading.hint}` : ''}`,
    });
    return null;
  }
  if (isSeq(node) && schema.node.is === 'list') {
    const { of, min } = schema.node;
    const list: ListValue = { is: 'list', items: [] };
    node.items.forEach((item, i) => {
      const value = readValue(item as Node, of, `${path}.${i}`, true, context);
      if (value) list.items.push(value);
    });
    if (node.items.length < min) {
      problems.add({
        path,
        offset,
        expected: `daftar berisi paling sedikit ${min}`,
        message: `"${schema.label}" harus berisi paling sedikit ${min} baris.`,
      });
    }
    return list;
  }
  if (isMap(node) && (kind === 'map' || kind === 'record' || kind === 'oneOf'))
    return readMap(node, schema, path, whole, context);
  const expected =
    kind === 'list'
      ? 'daftar (baris berawalan "-")'
      : kind === 'map' || kind === 'record' || kind === 'oneOf'
        ? 'peta berisi kunci: nilai'
        : 'satu nilai';
  // `7,500,000` inside { … } falls apart into keys without a value.
  const comma =
    node == null && /(^|\.)\d+$/.test(path)
      ? ' Di dalam { … } koma memisahkan: tulis angka tanpa titik atau koma ribuan, desimal dengan titik.'
      : '';
  problems.add({ path, offset, expected, message: `"${schema.label}" seharusnya ${expected}.${comma}` });
  return null;
}

/** Reads a map, leaving out `skip` keys (the header, at the top). */
export function readMap(
  node: YAMLMap,
  schema: Schema<unknown>,
  path: string,
  whole: boolean,
  context: ReadContext,
  skip: readonly string[] = [],
): MapValue {
  const { problems } = context;
  const map: MapValue = { is: 'map', entries: new Map() };
  const written: Record<string, unknown> = {};
  for (const pair of node.items) written[keyOf(pair)] = isScalar(pair.value) ? pair.value.value : true;
  const form = schema.node.is === 'oneOf' ? chosenVariant(schema, written) : schema;
  if (schema.node.is === 'oneOf' && !form) {
    const { by, variants } = schema.node;
    const expected = `${by ? `kunci "${by}" bernilai ` : ''}salah satu dari: ${Object.keys(variants).join(', ')}`;
    problems.add({
      path,
      offset: node.range?.[0],
      expected,
      message: `"${schema.label}" ${by && written[by] !== undefined ? `tertulis "${String(written[by])}", ` : ''}seharusnya ${expected}.${meantVariant(by, written, Object.keys(variants))}`,
    });
    return map;
  }
  const inWhole = whole || schema.node.is === 'oneOf';
  const own = path ? MAP_KEYS : (['cite', 'cites'] as const);
  for (const pair of node.items) {
    const key = keyOf(pair);
    const at = path ? `${path}.${key}` : key;
    const value = pair.value as Node | null;
    const offset = (pair.key as Node).range?.[0];
    if (key === 'cite') {
      const cite = readCite(value, context.source, at, problems);
      if (cite) map.cite = cite;
    } else if (key === 'cites' || skip.includes(key)) {
      continue;
    } else if (key === 'for' && path) {
      map.only = readKinds(value, at, problems);
    } else {
      const child = childSchema(schema, key, written);
      if (!child || badRecordKey(schema, key)) {
        unknownKey(key, at, offset, schema, form, [...own, ...skip], problems);
        continue;
      }
      const read = readValue(value, child, at, inWhole, context, offset);
      if (read) map.entries.set(key, read);
    }
  }
  attachCites(node, map, path, context);
  if (inWhole && form) missingKeys(node, form, written, path, problems);
  return map;
}

/** `measure: predicate` where a form of that name is meant. */
function wordOfForm({ node }: Schema<unknown>, written: string): { expected: string; hint?: string } | null {
  if (node.is !== 'oneOf' || node.by === null) return null;
  const near = meant(written, Object.keys(node.variants));
  const expected = `peta berisi "${node.by}" (${Object.keys(node.variants).join(', ')}) dengan parameternya`;
  return { expected, ...(near ? { hint: `Maksudnya "{ ${node.by}: ${near}, … }"?` } : {}) };
}

function meantVariant(by: string | null | undefined, written: Record<string, unknown>, known: readonly string[]): string {
  const near = by && typeof written[by] === 'string' ? meant(written[by], known) : null;
  return near ? ` Maksudnya "${near}"?` : '';
}

function keyOf(pair: Pair): string {
  return isScalar(pair.key) ? (pair.key.source ?? String(pair.key.value)) : String(pair.key);
}

function badRecordKey(schema: Schema<unknown>, key: string): boolean {
  return schema.node.is === 'record' && schema.node.key === 'date' && !isIsoDate(key);
}

function knownKeys(form: Schema<unknown> | null): string[] {
  if (form?.node.is === 'map') return Object.keys(form.node.fields);
  return form?.node.is === 'record' && typeof form.node.key !== 'string' ? [...form.node.key] : [];
}

function unknownKey(
  key: string,
  path: string,
  offset: number | undefined,
  schema: Schema<unknown>,
  form: Schema<unknown> | null,
  own: readonly string[],
  problems: ProblemList,
): void {
  if (schema.node.is === 'record' && schema.node.key === 'date') {
    problems.add({
      path,
      offset,
      expected: 'tanggal YYYY-MM-DD',
      message: `Kunci "${key}" seharusnya tanggal YYYY-MM-DD yang ada di kalender.`,
    });
    return;
  }
  const known = knownKeys(form);
  if (/^\d+$/.test(key)) {
    problems.add({
      path,
      offset,
      expected: 'kunci, bukan angka',
      severity: problems.unknownKeys,
      message: `Angka "${key}" berdiri sendiri di "${schema.label}". Di dalam { … } koma memisahkan: tulis desimal dengan titik (0.8), ribuan tanpa tanda.`,
    });
    return;
  }
  const near = meant(key, [...known, ...own]);
  const expected = `salah satu kunci: ${known.join(', ')}`;
  problems.add({
    path,
    offset,
    expected,
    severity: problems.unknownKeys,
    message: `Kunci "${key}" tidak dikenal di "${schema.label}".${near ? ` Maksudnya "${near}"?` : ` Yang dikenal: ${known.join(', ')}.`}`,
  });
}

function missingKeys(
  node: YAMLMap,
  form: Schema<unknown>,
  written: Record<string, unknown>,
  path: string,
  problems: ProblemList,
): void {
  if (form.node.is !== 'map') return;
  for (const [key, field] of Object.entries(form.node.fields)) {
    if (field.optional || key in written) continue;
    problems.add({
      path: `${path}.${key}`,
      offset: node.range?.[0],
      expected: `kunci "${key}"`,
      message: `Kunci "${key}" (${field.label}) belum ditulis.`,
    });
  }
}

/** `cites:` names single keys of the map, where `cite:` covers all of it. */
function attachCites(node: YAMLMap, map: MapValue, path: string, context: ReadContext): void {
  const cites = node.get('cites', true) as unknown;
  if (cites === undefined) return;
  const at = path ? `${path}.cites` : 'cites';
  if (!isMap(cites)) {
    context.problems.add({
      path: at,
      offset: (cites as Node).range?.[0],
      expected: 'peta kunci: kutipan',
      message: '"cites" seharusnya peta kunci: kutipan.',
    });
    return;
  }
  for (const pair of cites.items) {
    const key = keyOf(pair);
    const target = map.entries.get(key);
    if (!target) {
      const near = nearest(key, [...map.entries.keys()]);
      context.problems.add({
        path: `${at}.${key}`,
        offset: (pair.key as Node).range?.[0],
        expected: 'kunci yang ada di peta ini',
        severity: context.problems.unknownKeys,
        message: `"cites" menyebut "${key}", yang tidak ada di sini.${near ? ` Maksudnya "${near}"?` : ''}`,
      });
      continue;
    }
    const cite = readCite(pair.value as Node, context.source, `${at}.${key}`, context.problems);
    if (cite) target.cite = cite;
  }
}

function readKinds(node: Node | null, path: string, problems: ProblemList): EmployeeKind[] {
  const kinds = isSeq(node) ? (node.toJSON() as unknown[]) : [];
  const known = kinds.filter((k): k is EmployeeKind => EMPLOYEE_KINDS.includes(k as EmployeeKind));
  if (known.length === 0 || known.length !== kinds.length) {
    const expected = `daftar dari: ${EMPLOYEE_KINDS.join(', ')}`;
    problems.add({ path, offset: node?.range?.[0], expected, message: `"for" seharusnya ${expected}.` });
  }
  return known;
}
