import type { Page } from '@ekinerja/contracts/basics';
import type { EmployeeItem } from '@ekinerja/contracts/employees';
import { PERMISSIONS, type Permission } from '@ekinerja/contracts/access';
import { AbuseStory } from '../testing/abuse-story.js';

let story: AbuseStory;
beforeAll(async () => {
  story = await AbuseStory.tell();
  await story.grant('kaban', 'sector-admin');
  await story.grant('kasubBk', 'ekinerja-manager');
}, 180_000);
afterAll(() => story.close());

const UNCHANGED = { changed: [] };
/** What changes performance data: nobody gets it by a role of the agency. */
const PERFORMANCE: Permission[] = ['skp.own', 'skp.determine', 'skp.review', 'skp.administer', 'activities.own', 'activities.decide', 'activities.unit', 'evaluations.rate', 'evaluations.organisation'];

describe('roles of the agency', () => {
  it('KS-1.22 the sector administrator reads people and staffing reports across units and changes no performance data', async () => {
    const { body } = await story.test.call<Page<EmployeeItem>>('GET', '/employees', { as: 'kaban' });
    expect(new Set(body.items.map(({ skpdName }) => skpdName)).size).toBeGreaterThan(1);
    expect((await story.test.call('GET', '/staffing-records/report.xlsx', { as: 'kaban' })).status).toBe(200);
    const activity = await story.enter('rina');
    const rating = { employmentId: story.gov.people.rina, month: '2026-10', inputs: { workRating: 'above', behaviourRating: 'above' }, note: null };
    // The one who holds it heads an SKPD as well: what is refused here is refused to the role, not to the post.
    for (const [method, path, request] of [
      ['POST', `/activities/${activity.id}/accept`, {}], ['POST', '/evaluations', rating], ['POST', `/staffing-records/people/${story.gov.people.rina}/validate`, { note: 'sesuai dokumen' }],
      ['PUT', `/skp/${await story.idOf('skp', 'budi')}`, { results: [] }],
    ] as const) {
      const { status, changed } = await story.attempt(method, path, { as: 'kaban', ifMatch: 1, body: request });
      expect([path, [403, 404].includes(status), changed]).toEqual([path, true, []]);
    }
    expect(PERFORMANCE.filter((permission) => (PERMISSIONS[permission] as readonly string[]).includes('sector-admin'))).toEqual([]);
  });

  it('KS-1.20 the E-Kinerja manager is a role of its own: it reviews no SKP', async () => {
    const skp = await story.idOf('skp', 'budi');
    expect(await story.attempt('POST', `/skp/${skp}/review`, { as: 'kasubBk', ifMatch: 1, body: { criteria: [], remarks: null } })).toMatchObject({ status: 403, code: 'permission-denied', ...UNCHANGED });
    expect(PERFORMANCE.filter((permission) => (PERMISSIONS[permission] as readonly string[]).includes('ekinerja-manager'))).toEqual([]);
  });
});
