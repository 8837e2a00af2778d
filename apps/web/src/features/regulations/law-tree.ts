import type { DocumentKind } from '@ekinerja/contracts/basics';
import { word } from '@ekinerja/contracts/law-words';
import type { RegulationNode } from '@ekinerja/contracts/regulations';
import type { TFunction } from 'i18next';
import { formatDecimal, formatNumber, formatRupiah } from '../../lib/format';
import { currentLanguage } from '../../lib/i18n';
import { inWords } from '../../lib/values';

export interface LawNode {
  path: string;
  label: string;
  /** Null: a group. */
  value: string | null;
  cite: RegulationNode['cite'];
  inherited: boolean;
  /** An entry of a list: its own label is only a number. */
  item: boolean;
  children: LawNode[];
}

/**
 * The flat list as a tree. Nodes come parents first, and a class may be called `11.A`, so the parent is the nearest
 * group whose path begins the node's, not whatever stands before the last dot.
 */
export function lawTree(nodes: readonly RegulationNode[], kind: DocumentKind, t: TFunction): LawNode[] {
  const top: LawNode[] = [];
  const open: LawNode[] = [];
  for (const node of nodes) {
    while (open.length > 0 && !node.path.startsWith(`${open.at(-1)!.path}.`)) open.pop();
    const parent = open.at(-1);
    const own = parent ? node.path.slice(parent.path.length + 1) : node.path;
    const built: LawNode = {
      path: node.path,
      label: labelWords(node.label, t),
      value: node.value === null ? null : valueWords(node, kind, t),
      cite: node.cite?.ref ? node.cite : null,
      inherited: node.inheritedFrom !== null,
      item: /^\d+$/.test(own) && node.label.endsWith(` ${Number(own) + 1}`),
      children: [],
    };
    (parent?.children ?? top).push(built);
    if (node.value === null) open.push(built);
  }
  return withoutNamedCodes(top);
}

/** What has a name for people is not shown by its code as well. */
function withoutNamedCodes(nodes: LawNode[]): LawNode[] {
  const paths = new Set(nodes.map(({ path }) => path));
  return nodes
    .filter(({ path }) => !(path.endsWith('.code') && ['label', 'name'].some((name) => paths.has(path.replace(/code$/, name)))))
    .map((node) => ({ ...node, children: withoutNamedCodes(node.children) }));
}

const isCode = (text: string) => /^[a-z][a-zA-Z-]*$/.test(text);

/** Keys of records (kinds, predicates, weekdays, days of the year) come as codes; labels come in words. */
export function labelWords(label: string, t: TFunction): string {
  return isCode(label) ? codeWords(label, t) : inWords(label);
}

/** The portal's own word, else the law's Indonesian one; in English the code itself, which is English. */
function codeWords(code: string, t: TFunction): string {
  const known = currentLanguage() === 'id' ? word(code) : code;
  const plain = known === code ? code.replaceAll('-', ' ').replaceAll(/([a-z])([A-Z])/g, '$1 $2').toLowerCase() : known;
  return t(`regulations:code.${code}`, { defaultValue: plain.charAt(0).toUpperCase() + plain.slice(1) });
}

export function valueWords({ path, label, value }: Pick<RegulationNode, 'path' | 'label' | 'value'>, kind: DocumentKind, t: TFunction): string {
  if (typeof value === 'boolean') return t(value ? 'shell:yes' : 'shell:no');
  const text = String(value);
  const numeric = /^-?\d+(\.\d+)?$/.test(text);
  if (kind === 'amounts' && path.startsWith('classes.') && /^\d+$/.test(text)) return formatRupiah(Number(text));
  if (numeric) return `${typeof value === 'number' ? formatNumber(value) : formatDecimal(text)}${/\(%\)|^Persen/.test(label) ? '%' : ''}`;
  return isCode(text) ? codeWords(text, t) : inWords(text);
}

/** Nodes that hold the words, with everything below a group that does and the groups above. */
export function searchLaw(nodes: readonly LawNode[], search: string): LawNode[] {
  const wanted = search.trim().toLowerCase();
  if (wanted === '') return [...nodes];
  const fits = (node: LawNode) => [node.label, node.value, node.cite?.ref].some((text) => text?.toLowerCase().includes(wanted));
  return nodes.flatMap((node) => {
    if (fits(node)) return [node];
    const children = searchLaw(node.children, search);
    return children.length > 0 ? [{ ...node, children }] : [];
  });
}

export const countValues = (nodes: readonly LawNode[]): number =>
  nodes.reduce((sum, node) => sum + (node.value === null ? countValues(node.children) : 1), 0);

/** A short group reads better in one line: a list of words, or a few named values. */
export function inOneLine(node: LawNode): string | null {
  const { children } = node;
  if (children.length === 0 || children.length > 6 || children.some(({ value }) => value === null)) return null;
  if (children.every(({ item }) => item)) return children.map(({ value }) => value).join(', ');
  return children.map(({ label, value }) => `${label}: ${value}`).join(' · ');
}
