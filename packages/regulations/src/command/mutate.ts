/** `mutate`: changes each value of each shipped document in turn and lists those whose change turns no case red. */
import { answerOf, CaseLaws, differences, loadCases, type LawCase } from '../cases/run.js';
import type { RegulationDocument } from '../document.js';
import { KIND_SCHEMAS } from '../document/kinds.js';
import { childSchema, type Schema } from '../document/schema.js';
import type { ListValue, MapValue, Scalar, Value } from '../document/value.js';
import { addDays } from '../dates.js';
import { Fraction } from '../fraction.js';
import { DAERAH, isDaerah, loadPreset } from '../presets.js';

export interface Survivor {
  document: string;
  path: string;
  from: Scalar;
  to: Scalar;
}

interface Site {
  document: RegulationDocument;
  path: string;
  value: Scalar;
  schema: Schema<unknown>;
}

/** @param report called with progress; @param ids documents to change, all when empty; @returns values that no case watches */
export function mutate(
  report: (done: number, total: number) => void = () => {},
  ids: readonly string[] = [],
): {
  total: number;
  survivors: Survivor[];
} {
  const sites = [...documents()]
    .filter((d) => ids.length === 0 || ids.includes(d.id))
    .flatMap((d) => sitesOf(d, d.sections, KIND_SCHEMAS[d.kind], ''));
  const cases = loadCases();
  const survivors: Survivor[] = [];
  const noticed = new Map<LawCase, number>();
  sites.forEach((site, i) => {
    report(i, sites.length);
    const to = changed(site.schema, site.value);
    if (to === null) return;
    // What noticed a neighbouring value most likely notices this one; then the presets, which are quickest to answer.
    const own = cases
      .filter((c) => concerns(c, site.document))
      .sort((a, b) => (noticed.get(b) ?? -1) - (noticed.get(a) ?? -1) || (a.on.policy?.length ?? 0) - (b.on.policy?.length ?? 0));
    const mutated = withValue(site.document, site.path, to);
    const laws = new CaseLaws((d) => (d.id === site.document.id ? mutated : d));
    const watching = own.find((c) => turnsRed(c, laws));
    if (watching) noticed.set(watching, i);
    else survivors.push({ document: site.document.id, path: site.path, from: site.value, to });
  });
  return { total: sites.length, survivors };
}

function documents(): Set<RegulationDocument> {
  return new Set(DAERAH.flatMap((d) => loadPreset(d)));
}

const PAY = ['slip', 'blockers', 'inclusion', 'payment', 'ter', 'yearTax'];

function concerns({ ask, on }: LawCase, document: RegulationDocument): boolean {
  const pay = PAY.includes(ask);
  if (document.kind === 'performance' ? pay : document.kind !== 'calendar' && !pay) return false;
  return (
    document.family !== null ||
    (on.daerah !== undefined && isDaerah(on.daerah) && loadPreset(on.daerah).includes(document))
  );
}

function turnsRed(c: LawCase, laws: CaseLaws): boolean {
  try {
    return differences(c.expect, answerOf(c, laws)).length > 0;
  } catch {
    return true;
  }
}

function sitesOf(document: RegulationDocument, value: Value, schema: Schema<unknown>, path: string): Site[] {
  if (value.is === 'scalar') return [{ document, path, value: value.value, schema }];
  if (value.is === 'removed') return [];
  const children =
    value.is === 'list' ? value.items.map((v, i) => [String(i), v] as const) : [...value.entries];
  const present = Object.fromEntries(children.map(([k, v]) => [k, v.is === 'scalar' ? v.value : true]));
  return children.flatMap(([key, child]) => {
    const below = childSchema(schema, key, present);
    return below ? sitesOf(document, child, below, path ? `${path}.${key}` : key) : [];
  });
}

/** Another value that the schema allows; null for words (names, decrees), which decide nothing. */
function changed({ node }: Schema<unknown>, value: Scalar): Scalar | null {
  switch (node.is) {
    case 'integer':
      return Number(value) + 1;
    case 'decimal':
      return Fraction.of(String(value)).add(Fraction.one).toDecimal();
    case 'flag':
      return node.only ? null : !value;
    case 'date':
      return addDays(String(value), 1);
    case 'time':
      return String(value).endsWith(':59') ? '00:00' : `${String(value).slice(0, 3)}59`;
    case 'choice':
      return [...node.of].reverse().find((c) => c !== value) ?? null;
    default:
      return null;
  }
}

function withValue(document: RegulationDocument, path: string, to: Scalar): RegulationDocument {
  return { ...document, sections: replaced(document.sections, path, to) as MapValue };
}

/** A copy of the tree with one value changed; keys may hold dots (`11.A`), so the longest matching key is taken. */
function replaced(value: Value, path: string, to: Scalar): Value {
  if (value.is === 'scalar') return { ...value, value: to };
  if (value.is === 'list') {
    const [index = '', ...rest] = path.split('.');
    const items = value.items.map((item, i) =>
      String(i) === index ? replaced(item, rest.join('.'), to) : item,
    );
    return { ...value, items } satisfies ListValue;
  }
  if (value.is !== 'map') return value;
  const key = [...value.entries.keys()]
    .filter((k) => path === k || path.startsWith(`${k}.`))
    .sort((a, b) => b.length - a.length)[0];
  const entries = new Map(value.entries);
  const child = key === undefined ? undefined : entries.get(key);
  if (key !== undefined && child) entries.set(key, replaced(child, path.slice(key.length + 1), to));
  return { ...value, entries };
}
