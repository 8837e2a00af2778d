/** `explain FILE`: the document as prose, section by section, each value with its article. */
import { sourceTitle } from '../articles.js';
import type { RegulationDocument } from '../document.js';
import { buildLaw, type ResolvedNode } from '../law.js';
import { withNational } from './check.js';

/** Lines of text: every value in force on the document's first day, what is inherited marked with its document. */
export function explain(document: RegulationDocument): string[] {
  const law = buildLaw(withNational([document])).on(document.inForce.from);
  const resolved = law[document.kind];
  const { from, to } = document.inForce;
  return [
    document.title,
    `Berlaku mulai ${from}${to ? ` sampai ${to}` : ''}. Sumber: ${sourceTitle(document.source)}.`,
    '',
    ...linesOf(resolved.tree(), 0),
  ];
}

function linesOf(nodes: readonly ResolvedNode[], depth: number): string[] {
  return nodes.flatMap((node) => {
    const indent = '  '.repeat(depth);
    if (node.children.length === 0) return [`${indent}${node.label}: ${worded(node.value)}${standing(node)}`];
    return [
      `${indent}${node.label}${standing({ ...node, inheritedFrom: null })}`,
      ...linesOf(node.children, depth + 1),
    ];
  });
}

function worded(value: ResolvedNode['value']): string {
  if (value === true) return 'ya';
  if (value === false) return 'tidak';
  return value === null ? '–' : String(value).replace(/^(\d+)\.(\d+)$/, '$1,$2');
}

function standing({ cite, inheritedFrom }: ResolvedNode): string {
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
