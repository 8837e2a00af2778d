/** Reads a citation: `Pasal 23 ayat (5)`, `sumber#Pasal 5`, or `{ source, ref, reading, note }`. */
import { isMap, isScalar, type Node } from 'yaml';
import type { Citation } from '@ekinerja/contracts/basics';
import { parseCite } from '../citation.js';
import type { ProblemList } from './problems.js';

const EXPECTED = 'kutipan: "Pasal 23 ayat (5)", "sumber#Pasal 5", atau { ref, source, reading, note }';

export function readCite(
  node: Node | null | undefined,
  ownSource: string,
  path: string,
  problems: ProblemList,
): Citation | undefined {
  if (isScalar(node) && typeof node.value === 'string' && node.value.trim() !== '')
    return fromText(node.value, ownSource);
  if (isMap(node)) {
    const fields = node.toJSON() as Record<string, unknown>;
    const strange = Object.keys(fields).find((key) => !['source', 'ref', 'reading', 'note'].includes(key));
    if (strange === undefined && typeof fields.ref === 'string') {
      const cite: Citation = fromText(
        fields.ref,
        typeof fields.source === 'string' ? fields.source : ownSource,
      );
      if (fields.reading === true) cite.reading = true;
      if (typeof fields.note === 'string') cite.note = fields.note;
      return cite;
    }
  }
  problems.add({
    path,
    offset: node?.range?.[0],
    expected: EXPECTED,
    message: `Kutipan pasal tidak terbaca; tulis ${EXPECTED}.`,
  });
  return undefined;
}

function fromText(text: string, ownSource: string): Citation {
  return text.includes('#') ? parseCite(text) : { source: ownSource, ref: text };
}
