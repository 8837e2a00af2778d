/** `explain FILE`: the document as prose, section by section, each sentence with its article. */
import { sourceTitle } from '../articles.js';
import type { RegulationDocument } from '../document.js';
import { KIND_SCHEMAS } from '../document/kinds.js';
import { childSchema, type Schema } from '../document/schema.js';
import { buildLaw, type ResolvedNode } from '../law.js';
import { withNational } from './check.js';
import { rupiah } from '../slip-words/numbers.js';
import { word } from '@ekinerja/contracts/law-words';

/** Longer than this, a section is told line by line. */
const SENTENCE = 260;
/** Values beyond which an inherited section is only named. */
const TABLE = 60;

/** Lines of text: every value in force on the document's first day, what is inherited marked with its document. */
export function explain(document: RegulationDocument): string[] {
  const law = buildLaw(withNational([document])).on(document.inForce.from);
  const resolved = law[document.kind];
  const { from, to } = document.inForce;
  return [
    document.title,
    `Berlaku mulai ${from}${to ? ` sampai ${to}` : ''}. Sumber: ${sourceTitle(document.source)}.`,
    ...children(resolved.tree(), KIND_SCHEMAS[document.kind]).flatMap(({ node, schema }) => [
      '',
      ...(inheritedTable(node) ?? told(node, schema, 0)),
    ]),
  ];
}

/** Long tables that are inherited whole are only named. */
function inheritedTable(node: ResolvedNode): string[] | null {
  const count = leaves(node);
  const from = new Set(origins(node));
  const [only] = from;
  return count > TABLE && from.size === 1 && only !== null
    ? [`${heading(node)}: ${count} nilai diwarisi seluruhnya dari ${only}.`]
    : null;
}

function leaves(node: ResolvedNode): number {
  return node.children.length === 0 ? 1 : node.children.reduce((n, c) => n + leaves(c), 0);
}

function origins(node: ResolvedNode): (string | null)[] {
  return node.children.length === 0 ? [node.inheritedFrom] : node.children.flatMap(origins);
}

interface Described {
  node: ResolvedNode;
  schema: Schema<unknown>;
}

function children(nodes: readonly ResolvedNode[], schema: Schema<unknown>): Described[] {
  const present = Object.fromEntries(nodes.map((n) => [keyOf(n), n.value ?? true]));
  return nodes.map((node) => ({ node, schema: childSchema(schema, keyOf(node), present) ?? schema }));
}

/** Keys may hold dots (`11.A`): the label of a record's entry is its key. */
function keyOf(node: ResolvedNode): string {
  return node.path.endsWith(`.${node.label}`) ? node.label : (node.path.split('.').pop() ?? '');
}

/** One sentence where all of it rests on one article, else a heading with what is below it. */
function told(node: ResolvedNode, schema: Schema<unknown>, depth: number): string[] {
  if (inRupiah(node)) return toldInRupiah(node, schema, depth);
  const indent = '  '.repeat(depth);
  const origin = originOf(node);
  if (node.cite && origin !== undefined) {
    const sentence = phrase(node, schema);
    if (sentence.length <= SENTENCE || node.children.length === 0)
      return [`${indent}${capital(sentence)}.${standing(node, origin)}`];
  }
  const below = children(node.children, schema).flatMap((c) => {
    const method = chosen(c.node, schema);
    return method === null
      ? told(c.node, c.schema, depth + 1)
      : [`${indent}  ${heading(c.node)}: ${method}.${standing(c.node, originOf(c.node) ?? null)}`];
  });
  return [`${indent}${heading(node)}:`, ...below];
}

/** A discipline table whose figures are rupiah: its labels say percent, only its cap is one. */
function inRupiah(node: ResolvedNode): boolean {
  return node.children.some((c) => keyOf(c) === 'unit' && c.value === 'rupiah');
}

function toldInRupiah(node: ResolvedNode, schema: Schema<unknown>, depth: number): string[] {
  const below = children(node.children, schema).flatMap((c) => {
    const lines = told(c.node, c.schema, depth + 1);
    return keyOf(c.node) === 'cap'
      ? lines
      : lines.map((line) => line.replace(/(\d+)(?=%|; |\.  \[)%?/g, (_, n: string) => rupiah(n)));
  });
  return [`${'  '.repeat(depth)}${heading(node)}:`, ...below];
}

function phrase(node: ResolvedNode, schema: Schema<unknown>): string {
  if (node.children.length === 0) return leaf(node);
  const parts = children(node.children, schema);
  if (schema.sentence) return filled(schema.sentence, parts);
  const listed = schema.node.is === 'list';
  const inner = parts.map(({ node: child, schema: own }) =>
    listed && child.children.length === 0
      ? value(child)
      : listed
        ? `(${Number(keyOf(child)) + 1}) ${withoutHeading(child, own)}`
        : (chosen(child, schema) ?? phrase(child, own)),
  );
  return `${heading(node)}: ${inner.join(listed ? ', ' : '; ')}`;
}

/** An item of a list speaks for itself. */
function withoutHeading(node: ResolvedNode, schema: Schema<unknown>): string {
  const text = phrase(node, schema);
  const head = `${heading(node)}: `;
  return text.startsWith(head) ? text.slice(head.length) : text;
}

/** The name of a method instead of its code. */
function chosen(node: ResolvedNode, form: Schema<unknown>): string | null {
  const { node: shape } = form;
  if (shape.is !== 'oneOf' || shape.by !== keyOf(node)) return null;
  return (shape.variants[String(node.value)]?.label ?? word(String(node.value))).toLowerCase();
}

function filled(sentence: string, parts: readonly Described[]): string {
  const values = new Map(
    parts.map(({ node, schema }) => [keyOf(node), node.children.length ? phrase(node, schema) : value(node)]),
  );
  const used = new Set<string>();
  const text = sentence
    .replace(/\[([^\]]*\{(\w+)\}[^\]]*)\]/g, (_, part: string, key: string) => (values.has(key) ? part : ''))
    .replace(/\{(\w+)\}/g, (_, key: string) => {
      used.add(key);
      return values.get(key) ?? '–';
    });
  const rest = parts.filter(({ node }) => !used.has(keyOf(node)));
  const more = rest.map(({ node, schema }) => (node.children.length ? phrase(node, schema) : leaf(node)));
  return [text, ...more].join('; ');
}

/** `Bobot SKP (%)` with 70 reads "bobot SKP 70%". */
function leaf(node: ResolvedNode): string {
  if (node.value === null) return `${heading(node)}: tidak ada`;
  const unit = /^(.*) \(([^()]*)\)$/.exec(node.label);
  if (!unit) return `${heading(node)}${typeof node.value === 'string' ? ':' : ''} ${value(node)}`;
  return unit[2] === '%' ? `${unit[1]} ${value(node)}%` : `${unit[1]} ${value(node)} ${unit[2]}`;
}

function heading(node: ResolvedNode): string {
  return word(node.label).replace(/ \(%\)$/, '');
}

function value(node: ResolvedNode): string {
  if (node.value === true) return 'ya';
  if (node.value === false) return 'tidak';
  if (node.value === null) return '–';
  const text = String(node.value);
  return /^\d+\.\d+$/.test(text) ? text.replace('.', ',') : word(text);
}

/** The one document that all values of the subtree come from; undefined when there are several. */
function originOf(node: ResolvedNode): string | null | undefined {
  if (node.children.length === 0) return node.inheritedFrom;
  const origins = new Set(node.children.map(originOf));
  return origins.size === 1 ? [...origins][0] : undefined;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function standing({ cite }: ResolvedNode, inheritedFrom: string | null): string {
  const marks = [
    ...(cite
      ? [
          `${cite.ref}, ${sourceTitle(cite.source)}${cite.reading ? ' – bacaan atau contoh, bukan bunyi pasal' : ''}`,
        ]
      : []),
    ...(cite?.note ? [cite.note] : []),
    ...(inheritedFrom ? [`dari ${inheritedFrom}`] : []),
  ];
  return marks.length ? `  [${marks.join('; ')}]` : '';
}
