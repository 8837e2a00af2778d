import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

type Messages = { [key: string]: string | Messages };

const root = join(__dirname, '../../../..');
const read = (language: string, file: string) =>
  JSON.parse(readFileSync(join(__dirname, language, file), 'utf8')) as Messages;

function sourceOf(folder: string): string {
  return readdirSync(join(root, folder))
    .map((name) => {
      const path = join(folder, name);
      if (statSync(join(root, path)).isDirectory()) return sourceOf(path);
      return name.endsWith('.ts') && !name.includes('.spec.') ? readFileSync(join(root, path), 'utf8') : '';
    })
    .join('\n');
}

const law = sourceOf('packages/regulations/src');
const api = sourceOf('apps/api/src');
const found = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map((match) => match[1]!);

/** `code: 'entry.length'` of the rules, `rule: { code: … }` of the services. */
const RULES = [
  ...found(law + api, /code: '([a-z-]+\.[a-z.-]+)'/g),
  ...found(api, /rule: \{ code: '([a-z.-]+)'/g),
];
/** Why somebody is not on a pay run: on the run's list, and as refusal of the estimate. */
const EXCLUSIONS = [
  ...found(/type ExclusionReason =([^;]+);/.exec(law)?.[1] ?? '', /'([a-z-]+)'/g),
  ...found(api, /exclusion: \{ code: '([a-z-]+)'/g),
  ...found(api, /exclusion: \{ code: answer\.reason \?\? '([a-z-]+)'/g),
];

const at = (messages: Messages, key: string) =>
  key
    .split('.')
    .reduce<string | Messages | undefined>(
      (here, part) => (typeof here === 'object' ? here[part] : undefined),
      messages,
    );
const silent = (messages: Messages, keys: string[]) =>
  [...new Set(keys)].filter((key) => typeof at(messages, key) !== 'string');

/** Reasons stand as the code after the cell: `findings.problem(at(row, 'to'), 'end-before-start', …)`. */
function reasonsIn(source: string): string[] {
  const calls = found(
    source,
    /(?:\bproblem|\bwarn|wholeProblem|refuse|report|reportCell|reportOverlaps)\((.*)$/gm,
  );
  const overlaps = found(source, /reportOverlaps\(.*'([a-z-]+)'/g).map((reason) => `${reason}-standing`);
  return [
    ...calls.flatMap((call) => found(call, /'([a-z]+(?:-[a-z]+)+)'/g)),
    ...overlaps,
    ...found(source, /problem: '([a-z-]+)'/g),
  ];
}

describe.each(['id', 'en'])('refusals in words (%s)', (language) => {
  it('X-REG-2 has a sentence for every rule that the API can refuse by', () => {
    expect(new Set(RULES).size).toBeGreaterThan(20);
    expect(
      silent(
        read(language, 'errors.json'),
        RULES.map((code) => `rule.${code}`),
      ),
    ).toEqual([]);
  });

  it('says why somebody is not paid, on the list of the run and to the person', () => {
    expect(new Set(EXCLUSIONS)).toEqual(
      new Set([
        'kind-not-entitled',
        'post-not-entitled',
        'not-yet-employed',
        'employment-ended',
        'joined-after-rule-day',
        'no-post-on-rule-day',
        'paid-by-other-unit',
        'not-included',
        'not-on-list',
        'deferred',
        'no-such-payment',
      ]),
    );
    expect(
      silent(
        read(language, 'pay-runs.json'),
        EXCLUSIONS.map((code) => `exclusion.${code}`),
      ),
    ).toEqual([]);
    expect(
      silent(
        read(language, 'errors.json'),
        EXCLUSIONS.flatMap((code) => [`rule.${code}`, `rule-advice.${code}`]),
      ),
    ).toEqual([]);
  });

  it('tells every step of an evaluation in a sentence of its own', () => {
    const steps = found(law + api, /rule: '([a-z-]+\.[a-z.-]+)'/g);
    expect(steps.length).toBeGreaterThan(3);
    expect(
      silent(
        read(language, 'derivation.json'),
        steps.map((rule) => `rule.${rule}`),
      ),
    ).toEqual([]);
  });

  it('X-IN-1 has a sentence for every reason by which an import refuses a cell', () => {
    const cells = sourceOf('apps/api/src/platform/spreadsheet');
    const workbook = reasonsIn(sourceOf('apps/api/src/imports') + cells);
    const presence = reasonsIn(sourceOf('apps/api/src/attendance') + cells);
    expect([workbook.length > 40, presence.length > 15]).toEqual([true, true]);
    expect(
      silent(
        read(language, 'imports.json'),
        workbook.map((reason) => `problem.${reason}`),
      ),
    ).toEqual([]);
    expect(
      silent(
        read(language, 'attendance.json'),
        presence.map((reason) => `problem.${reason}`),
      ),
    ).toEqual([]);
  });
});
