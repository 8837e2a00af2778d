import { fileURLToPath } from 'node:url';
import { readCases } from './cases/read-cases.js';
import { articleText } from './articles.js';
import { decidingArticles } from './command/deciding.js';
import { DAERAH, loadPreset } from './presets.js';
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

it.each(DAERAH)('every article of %s that decides something has a case', (daerah) => {
  const articles = decidingArticles(daerah);
  expect(articles.length).toBeGreaterThan(8);
  expect(articles.filter((one) => one.cases.length === 0)).toEqual([]);
});

it('articles that cases name are in the texts', () => {
  const named = cases.flatMap((c) => (c.articles ?? []).map((ref) => ({ ref, daerah: c.on.daerah as (typeof DAERAH)[number] })));
  const sourceOf = (daerah: (typeof DAERAH)[number]) => loadPreset(daerah).find((d) => d.family === null && d.kind === 'performance')?.source ?? '';
  expect(named.filter(({ ref, daerah }) => articleText({ source: sourceOf(daerah), ref }) === null)).toEqual([]);
});
