import type { IsoDate } from '@ekinerja/contracts/basics';
import { testApp, type TestApp } from '../testing/test-app.js';
import { tinyGovernment, type TinyGovernment } from '../testing/tiny-government.js';
import { OrganisationService } from './organisation.service.js';
import { SnapshotBuilder } from './snapshot-builder.js';
import { SnapshotRepository } from './snapshot.repository.js';
import type { OrganisationFacts } from './snapshot.js';

const DAYS: IsoDate[] = ['2026-03-01', '2026-10-15', '2026-11-23', '2027-02-01'];

describe('a snapshot that is mended', () => {
  let test: TestApp;
  let tiny: TinyGovernment;
  let builder: SnapshotBuilder;
  let repository: SnapshotRepository;
  beforeAll(async () => {
    test = await testApp();
    tiny = await tinyGovernment(test);
    builder = test.app.get(SnapshotBuilder, { strict: false });
    repository = test.app.get(SnapshotRepository, { strict: false });
  });
  afterAll(() => test?.close());

  const plain = ({ tables }: OrganisationFacts) =>
    Object.fromEntries(
      Object.entries(tables).map(([name, table]) => [name, table instanceof Map ? [...table].sort(([a], [b]) => (a < b ? -1 : 1)) : table]),
    );

  it('equals one built anew, whatever changed and from whichever day it is mended', async () => {
    const { people: p, posts, units } = tiny;
    const change: [string, unknown[]][] = [
      [`UPDATE assignment SET valid_to = '2026-10-14' WHERE employment_id = $1`, [p.kasi]],
      [`INSERT INTO assignment (employment_id, post_id, kind, valid_from, valid_to) VALUES ($1, $2, 'plt', '2026-10-15', '2026-11-30')`, [p.umpeg, posts.kasi]],
      [`INSERT INTO assignment (employment_id, post_id, kind, seat, valid_from, class_override) VALUES ($1, $2, 'definitive', 5, '2026-11-01', '8')`, [p.kasi, posts.staf]],
      [`UPDATE person SET name = 'Siti Rahmah' WHERE id = (SELECT person_id FROM employment WHERE id = $1)`, [p.siti]],
      [`INSERT INTO unit_history (unit_id, name, kind, parent_id, valid_from, valid_to) VALUES ($1, 'Bidang Lama', 'division', $2, '2024-01-01', '2026-10-31')`, [units.bidang, units.dinkes]],
      [`INSERT INTO post_history (post_id, unit_id, name, kind, superior_post_id, leader, seats, standing_delegate, valid_from, valid_to)
        VALUES ($1, $2, 'Kasubbag', 'pengawas', $3, false, 1, false, '2024-01-01', '2026-06-30')`, [posts.umpeg, units.dinkes, posts.kadis]],
      [`UPDATE post SET superior_post_id = $2, valid_to = '2026-12-31' WHERE id = $1`, [posts.staf, posts.kabid]],
      [`UPDATE post_class SET class = '10' WHERE post_id = $1`, [posts.kasi]],
      [`UPDATE employment SET valid_to = '2026-10-31' WHERE id = $1`, [p.dewi]],
      [`INSERT INTO employment (person_id, kind, valid_from) SELECT person_id, 'pns', '2026-11-01' FROM employment WHERE id = $1`, [p.dewi]],
      [`INSERT INTO employment_rank (employment_id, rank, valid_from) VALUES ($1, 'III/c', '2026-10-01')`, [p.rina]],
      [`DELETE FROM employment_nip WHERE employment_id = $1`, [p.budi]],
      [`INSERT INTO evaluator_delegation (delegate_employment_id, valid_from, decree) VALUES ($1, '2026-04-01', 'SK')`, [p.kapus]],
      [`INSERT INTO evaluator_override (employment_id, evaluator_employment_id, valid_from, reason, grantor) VALUES ($1, $2, '2026-11-01', 'benturan', 'Bupati')`, [p.siti, p.umpeg]],
      [`UPDATE person SET front_title = 'Hj.'`, []],
      [`DELETE FROM assignment WHERE employment_id = $1`, [p.budi]],
    ];
    for (const [sql, parameters] of change) {
      const { version } = await repository.version();
      const before = await Promise.all(DAYS.map(async (day) => ({ day, version, facts: await builder.whole(day) })));
      await test.db.query(sql, parameters);
      expect((await repository.version()).version).toBeGreaterThan(version);
      for (const day of DAYS) {
        const anew = plain(await builder.whole(day));
        for (const from of before) {
          const mended = await builder.mended(from, day);
          expect(mended && plain(mended)).toEqual(anew);
        }
      }
    }
  });

  it('is built anew where too much changed or the database remembers no more, and says nothing of a change of nothing', async () => {
    const { version } = await repository.version();
    await test.db.query(`UPDATE person SET name = name WHERE false`);
    expect((await repository.version()).version).toBe(version);
    const facts = await builder.whole(DAYS[0]!);
    await test.db.query(`INSERT INTO person (name) SELECT 'Nama ' || n FROM generate_series(1, 2500) AS n`);
    expect(await builder.mended({ facts, version, day: DAYS[0]! }, DAYS[0]!)).toBeNull();
    const { version: later } = await repository.version();
    expect(await builder.mended({ facts, version: later, day: DAYS[0]! }, DAYS[0]!)).not.toBeNull();
    expect(await builder.mended({ facts, version: later - 5001, day: DAYS[0]! }, DAYS[0]!)).toBeNull();
  });

  it('a transaction asks about its own changes without reading everything again', async () => {
    const organisation = test.app.get(OrganisationService);
    const whole = jest.spyOn(builder, 'whole');
    await organisation.onDate('2026-11-23');
    const before = whole.mock.calls.length;
    await test.db.transaction(async () => {
      await test.db.query(`UPDATE post SET name = 'Kepala Dinas' WHERE id = $1`, [tiny.posts.kadis]);
      organisation.recheck();
      expect((await organisation.onDate('2026-11-23')).posts.get(tiny.posts.kadis)?.name).toBe('Kepala Dinas');
      expect((await organisation.onDate('2026-11-24')).posts.get(tiny.posts.kadis)?.name).toBe('Kepala Dinas');
    });
    expect(whole.mock.calls.length).toBe(before);
  });
});
