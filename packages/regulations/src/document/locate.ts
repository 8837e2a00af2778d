import { isMap, isSeq, LineCounter, parseDocument, type Node } from 'yaml';

/** Line and column of the deepest written node on the path; the top of the file when nothing of it is written. */
export function locate(source: string, path: string): { line: number; column: number } {
  const lines = new LineCounter();
  const yaml = parseDocument(source, { lineCounter: lines });
  let node: Node | null = yaml.contents;
  let offset = node?.range?.[0] ?? 0;
  for (const key of path === '' ? [] : path.split('.')) {
    const next: unknown =
      isMap(node) || isSeq(node) ? node.get(isSeq(node) ? Number(key) : key, true) : undefined;
    if (typeof next !== 'object' || next === null) break;
    node = next as Node;
    offset = node.range?.[0] ?? offset;
  }
  const position = lines.linePos(offset);
  return { line: position.line || 1, column: position.col || 1 };
}
