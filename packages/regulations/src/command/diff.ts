/** `diff A B`: what changes in the resolved values between two documents. */
import type { RegulationDocument } from '../document.js';
import { buildLaw, type ResolvedNode } from '../law.js';
import { withNational } from './check.js';

/** One line per value that is new, gone or different; empty when the resolved values are equal. */
export function diff(a: RegulationDocument, b: RegulationDocument): string[] {
  const before = valuesOf(a);
  const after = valuesOf(b);
  const lines: string[] = [];
  for (const [path, value] of before) {
    if (!after.has(path)) lines.push(`- ${path}: ${value}`);
    else if (after.get(path) !== value) lines.push(`~ ${path}: ${value} → ${after.get(path)}`);
  }
  for (const [path, value] of after) if (!before.has(path)) lines.push(`+ ${path}: ${value}`);
  return lines;
}

function valuesOf(document: RegulationDocument): Map<string, string> {
  const law = buildLaw(withNational([document])).on(document.inForce.from);
  return new Map(leaves(law[document.kind].tree()).map((n) => [n.path, String(n.value)]));
}

function leaves(nodes: readonly ResolvedNode[]): ResolvedNode[] {
  return nodes.flatMap((n) => (n.children.length ? leaves(n.children) : [n]));
}
