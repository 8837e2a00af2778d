/** `diff A B`: what changes in the resolved values between two documents, named as `explain` names them. */
import type { RegulationDocument } from '../document.js';
import { buildLaw, type ResolvedNode } from '../law.js';
import { withNational } from './check.js';
import { word } from '@ekinerja/contracts/law-words';

/** One line per value that is new, gone or different, with its key; empty when the resolved values are equal. */
export function diff(a: RegulationDocument, b: RegulationDocument): string[] {
  const before = valuesOf(a);
  const after = valuesOf(b);
  const lines: string[] = [];
  for (const [path, { name, value }] of before) {
    const now = after.get(path);
    if (!now) lines.push(`- ${name}: ${value}  [${path}]`);
    else if (now.value !== value) lines.push(`~ ${name}: ${value} → ${now.value}  [${path}]`);
  }
  for (const [path, { name, value }] of after)
    if (!before.has(path)) lines.push(`+ ${name}: ${value}  [${path}]`);
  return lines;
}

interface Named {
  name: string;
  value: string;
}

function valuesOf(document: RegulationDocument): Map<string, Named> {
  const law = buildLaw(withNational([document])).on(document.inForce.from);
  return new Map(leaves(law[document.kind].tree(), []));
}

function leaves(nodes: readonly ResolvedNode[], above: readonly string[]): [string, Named][] {
  return nodes.flatMap((n): [string, Named][] => {
    const trail = [...above, numbered(n)];
    return n.children.length
      ? leaves(n.children, trail)
      : [[n.path, { name: trail.join(' › '), value: written(n.value) }]];
  });
}

/** Items of a list are counted from one. */
function numbered({ label, path }: ResolvedNode): string {
  const at = path.split('.').pop() ?? '';
  const name = word(label);
  return /^\d+$/.test(at) && at !== label ? `${name} ${Number(at) + 1}` : name;
}

function written(value: unknown): string {
  if (value === null || value === undefined) return 'tidak ada';
  if (typeof value === 'boolean') return value ? 'ya' : 'tidak';
  const text = String(value);
  return /^\d+\.\d+$/.test(text) ? text.replace('.', ',') : word(text);
}
