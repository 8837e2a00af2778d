import fc from 'fast-check';
import { ASSIGNMENT_KINDS, POST_KINDS } from '@ekinerja/contracts/basics';
import {
  deriveEvaluator,
  type Holder,
  type Holding,
  type OrganisationOnDate,
  type OrganisationPost,
} from './evaluator.js';
import { buildLaw } from './law.js';
import { loadPreset } from './presets.js';
import { linesDown, subordinatesOf } from './subordinates.js';

const SINCE = '2024-01-01';
const law = buildLaw(loadPreset('banjarnegara')).on('2026-11-23');

const assignment = fc.record({
  person: fc.nat(7),
  post: fc.nat(9),
  kind: fc.constantFrom(...ASSIGNMENT_KINDS),
});
const drawn = fc.record({
  posts: fc.array(
    fc.record({
      kind: fc.constantFrom(...POST_KINDS),
      superior: fc.nat(9),
      standing: fc.boolean(),
      unit: fc.nat(2),
      leader: fc.boolean(),
    }),
    {
      minLength: 10,
      maxLength: 10,
    },
  ),
  assignments: fc.array(assignment, { maxLength: 24 }),
  delegations: fc.array(
    fc.record({ person: fc.nat(7), post: fc.option(fc.nat(9)), unit: fc.option(fc.nat(2)) }),
    { maxLength: 3 },
  ),
  overrides: fc.array(fc.tuple(fc.nat(7), fc.nat(7)), { maxLength: 2 }),
});

function organisation({
  posts,
  assignments,
  delegations,
  overrides,
}: typeof drawn extends fc.Arbitrary<infer T> ? T : never): OrganisationOnDate {
  const all = new Map(
    posts.map(({ kind, superior, standing, unit, leader }, at): [string, OrganisationPost] => [
      `post${at}`,
      {
        id: `post${at}`,
        name: `Jabatan ${at}`,
        kind,
        unitId: `unit${unit}`,
        unitName: '',
        leader,
        standingDelegate: standing,
        superiorPostId: superior === at ? null : `post${superior}`,
      },
    ]),
  );
  const holders = new Map<string, Holder[]>();
  const holdings = new Map<string, Holding[]>();
  for (const { person, post, kind } of [...assignments].sort(
    (a, b) => Number(b.kind === 'definitive') - Number(a.kind === 'definitive'),
  )) {
    // Persons 6 and 7 are one with two employments.
    const id = `employment${person}`;
    const personId = `person${Math.min(person, 6)}`;
    holders.set(`post${post}`, [
      ...(holders.get(`post${post}`) ?? []),
      { employmentId: id, personId, personName: id, nip: null, assignmentKind: kind, from: SINCE, to: null },
    ]);
    holdings.set(id, [
      ...(holdings.get(id) ?? []),
      { postId: `post${post}`, assignmentKind: kind, from: SINCE, to: null },
    ]);
  }
  const dates = { from: SINCE, to: null };
  return {
    posts: all,
    holders: (postId) => holders.get(postId) ?? [],
    postsOf: (employmentId) => holdings.get(employmentId) ?? [],
    delegations: delegations.map(({ person, post, unit }) => ({
      delegateEmploymentId: `employment${person}`,
      postId: post === null ? null : `post${post}`,
      unitId: post === null && unit !== null ? `unit${unit}` : null,
      decree: 'SK',
      ...dates,
    })),
    overrides: overrides
      .filter(([a, b]) => a !== b)
      .map(([a, b]) => ({
        employmentId: `employment${a}`,
        evaluatorEmploymentId: `employment${b}`,
        reason: 'uji',
        grantor: 'uji',
        ...dates,
      })),
  };
}

describe('subordinates', () => {
  it('BN-13.5 asked from above or from below, the lines of any organisation are the same, and nobody stands below themselves', () => {
    fc.assert(
      fc.property(drawn, (facts) => {
        const org = organisation(facts);
        const people = Array.from({ length: 8 }, (_, at) => `employment${at}`);
        const answers = new Map(people.map((id) => [id, deriveEvaluator(id, org, law)]));
        const lines = linesDown(org);
        for (const evaluator of people) {
          const expected = people.filter((id) => answers.get(id)!.evaluator?.employmentId === evaluator);
          expect(subordinatesOf(evaluator, org, lines, [law], (id) => answers.get(id)!)).toEqual(expected);
          expect(expected).not.toContain(evaluator);
        }
      }),
      { numRuns: 500 },
    );
  });
});
