/** Reads a case file with its lines: unknown keys and wrong facts are errors, like in a document. */
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Node, type YAMLMap } from 'yaml';
import { nearest } from '../document/nearest.js';
import { ProblemList, type DocumentProblem } from '../document/problems.js';
import { readMap } from '../document/read.js';
import { plain } from '../document/value.js';
import { yamlWords } from '../document/yaml-words.js';
import { isIsoDate } from '../dates.js';
import { FACT_SCHEMAS } from './fact-schemas.js';
import { QUESTIONS } from './questions.js';
import type { LawCase } from './run.js';

const KEYS = ['name', 'proves', 'articles', 'on', 'ask', 'facts', 'expect'];

/** @returns cases in file order (none when one is wrong), and all problems with line and column */
export function readCases(
  file: string,
  source: string = readFileSync(file, 'utf8'),
): { cases: LawCase[]; problems: DocumentProblem[] } {
  const lines = new LineCounter();
  const yaml = parseDocument(source, { lineCounter: lines });
  const problems = new ProblemList(file, lines);
  const wrong = (path: string, node: Node | null | undefined, expected: string, message: string) =>
    problems.add({ path, offset: node?.range?.[0], expected, message });
  for (const error of yaml.errors)
    problems.add({
      path: '',
      offset: error.pos[0],
      expected: 'YAML yang benar',
      message: yamlWords(error),
    });
  if (problems.hasErrors) return { cases: [], problems: problems.problems };
  const { contents } = yaml;
  if (!isSeq(contents)) {
    wrong('', contents, 'daftar kasus', 'Berkas kasus seharusnya daftar (baris berawalan "-").');
    return { cases: [], problems: problems.problems };
  }
  // By the schema a class written 7 is the text "7", and 88.5 stays exact.
  const facts = new Map<number, object>();
  contents.items.forEach((item, i) => {
    if (!isMap(item))
      wrong(String(i), item as Node, 'kasus', 'Kasus seharusnya peta: name, on, ask, facts, expect.');
    else facts.set(i, checkCase(item, String(i), problems));
  });
  if (problems.hasErrors) return { cases: [], problems: problems.problems };
  const cases = (yaml.toJS() as Omit<LawCase, 'file' | 'folder'>[]).map((c, i) => ({
    ...c,
    facts: { ...(c.facts as object | undefined), ...facts.get(i) },
    file,
    folder: dirname(file),
  }));
  return { cases, problems: [] };
}

/** @returns facts as their schema reads them; empty where the question has none */
function checkCase(item: YAMLMap, path: string, problems: ProblemList): object {
  const wrong = (key: string, node: Node | null | undefined, expected: string, message: string) =>
    problems.add({ path: `${path}.${key}`, offset: (node ?? item).range?.[0], expected, message });
  for (const pair of item.items) {
    const key = isScalar(pair.key) ? String(pair.key.value) : '';
    if (KEYS.includes(key)) continue;
    const near = nearest(key, KEYS);
    wrong(
      key,
      pair.key as Node,
      `salah satu kunci: ${KEYS.join(', ')}`,
      `Kunci "${key}" tidak dikenal di kasus.${near ? ` Maksudnya "${near}"?` : ''}`,
    );
  }
  for (const key of ['name', 'on', 'ask', 'expect'])
    if (!item.has(key)) wrong(key, null, `kunci "${key}"`, `Kunci "${key}" belum ditulis.`);
  const ask = String(item.get('ask') ?? '');
  if (item.has('ask') && !(ask in QUESTIONS)) {
    const known = Object.keys(QUESTIONS);
    const near = nearest(ask, known);
    wrong(
      'ask',
      item.get('ask', true) as Node,
      `salah satu dari: ${known.join(', ')}`,
      `Pertanyaan "${ask}" tidak dikenal.${near ? ` Maksudnya "${near}"?` : ''}`,
    );
  }
  const on = item.get('on', true);
  if (isMap(on)) {
    const asked = { month: on.get('month'), date: on.get('date') };
    const month = asked.month === undefined ? null : String(asked.month);
    const date = asked.date === undefined ? null : String(asked.date);
    if (month === null && date === null)
      wrong('on', on, 'on.month atau on.date', 'Tulis "on: { month: YYYY-MM }" atau "on: { date: YYYY-MM-DD }".');
    if (month !== null && !isIsoDate(`${month}-01`))
      wrong('on.month', on.get('month', true) as Node, 'bulan YYYY-MM', `Bulan tertulis "${month}", seharusnya YYYY-MM, misalnya 2026-01.`);
    if (date !== null && !isIsoDate(date))
      wrong('on.date', on.get('date', true) as Node, 'tanggal YYYY-MM-DD', `Tanggal tertulis "${date}", seharusnya YYYY-MM-DD yang ada di kalender.`);
  }
  const facts = item.get('facts', true);
  const schema = FACT_SCHEMAS[ask];
  if (!schema || !isMap(facts)) return {};
  const context = { problems, source: '' };
  return plain(readMap(withoutNothing(facts), schema, `${path}.facts`, true, context)) as object;
}

/** `presence: none`, `null` and an empty class are words of the facts themselves. */
function withoutNothing(facts: YAMLMap): YAMLMap {
  const kept = facts.clone() as YAMLMap;
  kept.items = facts.items.filter((pair) => {
    const value = isScalar(pair.value) ? pair.value.value : undefined;
    const key = isScalar(pair.key) ? pair.key.value : undefined;
    return value !== null && value !== '' && !(key === 'presence' && value === 'none');
  });
  return kept;
}
