import { fileURLToPath } from 'node:url';
import { readCases } from './cases/read-cases.js';
import { answerOf, CaseLaws, differences, loadCases } from './cases/run.js';

const laws = new CaseLaws();
const cases = loadCases();
const files = [...new Set(cases.map((c) => c.file))];

describe.each(files)('%s', (file) => {
  const own = cases.filter((c) => c.file === file);
  it.each(own.map((c) => [`${c.proves ? `${c.proves.join(', ')}: ` : ''}${c.name}`, c] as const))(
    '%s',
    (_name, c) => {
      expect(differences(c.expect, answerOf(c, laws))).toEqual([]);
    },
  );
});

it.each(files)('%s is written as the facts format says', (file) => {
  expect(readCases(fileURLToPath(new URL(`../cases/${file}`, import.meta.url))).problems).toEqual([]);
});
