import type { Actor } from '../platform/access/actor.js';
import type { Role } from '@ekinerja/contracts/access';
import type { Page } from '@ekinerja/contracts/basics';
import type { UnitItem } from '@ekinerja/contracts/organisation';
import { testApp, type TestApp } from '../testing/test-app.js';
import { tinyGovernment, type PersonName, type TinyGovernment, type UnitName } from '../testing/tiny-government.js';
import { OrganisationService } from './organisation.service.js';

const TODAY = '2026-11-23';

describe('the organisation', () => {
  let test: TestApp;
  let tiny: TinyGovernment;
  let organisation: OrganisationService;
  beforeAll(async () => {
    test = await testApp();
    tiny = await tinyGovernment(test);
    organisation = test.app.get(OrganisationService);
  });
  afterAll(() => test?.close());

  const actor = (person: PersonName, ...roles: [Role, UnitName | null][]): Actor => ({
    accountId: tiny.accounts[person], sessionId: tiny.accounts[person], username: person, personId: null, personName: person,
    employmentId: tiny.people[person], skpdId: null, roles: roles.map(([role, unit]) => ({ role, unitId: unit ? tiny.units[unit] : null })),
    permissions: new Set(), mustChangePassword: false, today: TODAY, requestId: 'uji', ip: '127.0.0.1',
  });

  it('knows the definitive post with its class, unit and SKPD', async () => {
    const snapshot = await organisation.onDate(TODAY);
    expect(snapshot.definitivePost(tiny.people.siti)).toEqual({
      postId: tiny.posts.staf, postName: 'Pengelola Promosi Kesehatan', postKind: 'pelaksana', class: '6',
      unitId: tiny.units.bidang, unitName: 'Bidang Kesehatan Masyarakat', unitKind: 'division', skpdId: tiny.units.dinkes, skpdName: 'Dinas Kesehatan',
    });
    expect((await organisation.onDate('2023-12-31')).employments.size).toBe(0);
    expect(await organisation.snapshotOf(tiny.people.siti, TODAY)).toMatchObject({ name: 'Siti Aminah', nip: tiny.nips.siti, unitName: 'Bidang Kesehatan Masyarakat' });
  });

  it('keeps one set of facts for all days between two changes, and lets go when anything changes', async () => {
    const [march, june] = [await organisation.onDate('2026-03-01'), await organisation.onDate('2026-06-30')];
    expect(june.posts).toBe(march.posts);
    expect(june.date).toBe('2026-06-30');
    await test.db.query(`INSERT INTO post_class (post_id, class, valid_from) SELECT id, '15', '2026-05-01' FROM post WHERE name = 'Bupati'`);
    organisation.recheck();
    const again = [await organisation.onDate('2026-03-01'), await organisation.onDate('2026-06-30')] as const;
    expect(again[0].posts).not.toBe(march.posts);
    expect(again[1].posts).not.toBe(again[0].posts);
  });

  it('reads its own changes inside a transaction, and nobody else does, also after it is undone', async () => {
    const rank = async () => (await organisation.onDate(TODAY)).employments.get(tiny.people.siti)?.rank;
    await expect(
      test.db.transaction(async () => {
        await test.db.query(`INSERT INTO employment_rank (employment_id, rank, valid_from) VALUES ($1, 'III/a', '2025-01-01')`, [tiny.people.siti]);
        organisation.recheck();
        expect(await rank()).toBe('III/a');
        throw new Error('undo');
      }),
    ).rejects.toThrow('undo');
    organisation.recheck();
    expect(await rank()).toBeNull();
  });

  it('a class given by decree goes before the class of the post', async () => {
    await test.db.execute(`UPDATE assignment SET class_override = '8' WHERE employment_id = $1`, [tiny.people.budi]);
    organisation.recheck();
    expect((await organisation.onDate(TODAY)).definitivePost(tiny.people.budi)?.class).toBe('8');
  });

  it('lists subordinates as the sum of everybody\'s own answer', async () => {
    const snapshot = await organisation.onDate(TODAY);
    const expected = new Map<string, string[]>();
    for (const id of snapshot.employments.keys()) {
      const evaluator = (await organisation.evaluatorOn(id, TODAY)).evaluator?.employmentId;
      if (evaluator) expected.set(evaluator, [...(expected.get(evaluator) ?? []), id]);
    }
    for (const id of snapshot.employments.keys()) expect(await organisation.subordinatesOn(id, TODAY)).toEqual((expected.get(id) ?? []).sort());
    expect(new Set(expected.get(tiny.people.kapus))).toEqual(new Set([tiny.people.rina, tiny.people.dewi]));
  });

  it('shows a person to themselves, their line up to the evaluator\'s superior, and the offices of their SKPD', async () => {
    const may = (who: Actor, whom: PersonName) => organisation.mayRead(who, tiny.people[whom]);
    expect(await may(actor('siti'), 'siti')).toBe(true);
    expect(await may(actor('siti'), 'budi')).toBe(false);
    expect(await may(actor('kasi'), 'siti')).toBe(true);
    expect(await may(actor('kabid'), 'siti')).toBe(true);
    expect(await may(actor('kadis'), 'siti')).toBe(false);
    expect(await may(actor('kadis', ['unit-head', 'dinkes']), 'siti')).toBe(true);
    for (const role of ['unit-admin', 'unit-head'] as const) {
      expect(await may(actor('umpeg', [role, 'dinkes']), 'rina')).toBe(true);
      expect(await may(actor('umpeg', [role, 'dinkes']), 'super')).toBe(false);
    }
    // Who pays the SKPD sees what is paid, elsewhere.
    expect(await may(actor('umpeg', ['treasurer', 'dinkes']), 'rina')).toBe(false);
    for (const role of ['superadmin', 'auditor', 'regent'] as const) expect(await may(actor('auditor', [role, null]), 'rina')).toBe(true);
    expect(await organisation.mayRead(actor('auditor', ['auditor', null]), '00000000-0000-4000-8000-000000000000')).toBe(false);
  });

  it('leaves somebody who has left with the SKPD that had them last', async () => {
    await tiny.vacate('dewi', '2026-10-31');
    await test.db.execute(`UPDATE employment SET valid_to = '2026-10-31' WHERE id = $1`, [tiny.people.dewi]);
    organisation.recheck();
    expect(await organisation.mayRead(actor('umpeg', ['unit-admin', 'dinkes']), tiny.people.dewi)).toBe(true);
    expect(await organisation.mayRead(actor('umpeg', ['unit-admin', 'bkpsdm']), tiny.people.dewi)).toBe(false);
  });

  it('pages units by name, SKPD alone when asked, and finds them by part of the name', async () => {
    const list = async (query: string) => (await test.call<Page<UnitItem>>('GET', `/units?${query}`, { as: 'siti' })).body;
    const first = await list('limit=2');
    const second = await list(`limit=200&cursor=${first.nextCursor}`);
    expect([...first.items, ...second.items].map((unit) => unit.code).sort()).toEqual(['00', '01', '01.01', '01.02', '02']);
    expect((await list('skpdOnly=true')).items.map((unit) => unit.code)).toEqual(['02', '01']);
    expect((await list('q=sungai')).items.map((unit) => unit.name)).toEqual(['Puskesmas Sungai Danau']);
    expect((await list('q=%25')).items).toEqual([]);
  });
});
