/** Writes an amounts document from a table on a screen, so that a new decree needs no editor. */
import { Document, isMap, parseDocument as parseYaml, Scalar, YAMLMap } from 'yaml';
import type { IsoDate } from '@ekinerja/contracts/basics';
import type { AmountTable } from '@ekinerja/contracts/regulations';

export interface AmountsContent {
  id: string;
  title: string;
  /** The decree that sets the amounts; every row cites it. */
  decree: string;
  from: IsoDate;
  /** The table that is replaced; left out or null: the one by class. */
  table?: AmountTable | null;
  /** Keys of that table (classes) with their figures. */
  classes: readonly { class: string; amount: string }[];
}

/**
 * The document as YAML. Tables other than the one given stay as the present document has them, articles included.
 * @param present text of the document in force, or null
 */
export function amountsText(present: string | null, content: AmountsContent): string {
  const yaml = present === null ? new Document(new YAMLMap()) : parseYaml(present);
  const top = isMap(yaml.contents) ? yaml.contents : new YAMLMap();
  const fresh = new Document(new YAMLMap());
  for (const [key, value] of content.table ? withTable(top, content, content.table) : withClasses(top, content))
    if (value !== undefined) fresh.set(key, fresh.createNode(value));
  return fresh.toString({ lineWidth: 0 });
}

type Entries = [string, unknown][];

function headOf({ id, title, from }: AmountsContent): Entries {
  return [['id', id], ['kind', 'amounts'], ['title', title], ['inForce', { from }]];
}

function withClasses(top: YAMLMap, content: AmountsContent): Entries {
  const cite = { source: content.id, ref: content.decree };
  const keepsTables = top.has('tables');
  return [
    ...headOf(content),
    ['source', keepsTables ? top.get('source') : content.id],
    ...(keepsTables ? ([['cite', top.get('cite')], ['tables', top.get('tables')]] as Entries) : []),
    ['cites', { ...citesOf(top), decree: cite, classes: { ...cite } }],
    ['decree', content.decree],
    ['classes', figuresOf(content)],
  ];
}

/** The classes keep the basis that they have; the table has its own. */
function withTable(top: YAMLMap, content: AmountsContent, { name, by }: AmountTable): Entries {
  const cite = { source: content.id, ref: content.decree };
  const tables = new YAMLMap();
  const before = top.get('tables');
  for (const pair of isMap(before) ? before.items : []) if (String(pair.key) !== name) tables.items.push(pair);
  tables.set(name, new Document({ cite: { ...cite }, by }).contents);
  (tables.get(name) as YAMLMap).set('amounts', figuresOf(content));
  return [
    ...headOf(content),
    ['source', top.get('source') ?? content.id],
    ['cite', top.get('cite')],
    ['cites', { ...citesOf(top), decree: cite }],
    ['decree', content.decree],
    ['classes', top.get('classes') ?? {}],
    ['tables', tables],
  ];
}

function citesOf(top: YAMLMap): Record<string, unknown> {
  const cites = top.get('cites');
  return isMap(cites) ? (cites.toJSON() as Record<string, unknown>) : {};
}

/** Keys are text, also `9`; figures stay as exact as they were given. */
function figuresOf({ classes }: AmountsContent): YAMLMap {
  const map = new YAMLMap();
  for (const row of classes) {
    const key = new Scalar(row.class);
    key.type = Scalar.QUOTE_SINGLE;
    const amount = new Scalar(row.amount);
    amount.type = Scalar.PLAIN;
    map.set(key, amount);
  }
  return map;
}
