import type { AuditItem } from '@ekinerja/contracts/audit';
import type { Page } from '@ekinerja/contracts/basics';
import { testApp, type TestApp } from '../testing/test-app.js';
import { tinyGovernment } from '../testing/tiny-government.js';
import { AuditSealService } from './audit-seal.service.js';
import { AuditService, systemActor } from './audit.service.js';

let test: TestApp;
beforeEach(async () => {
  test = await testApp();
  await tinyGovernment(test);
});
afterEach(() => test.close());

const deed = (subjectId: string, after: unknown) => ({ actor: systemActor('uji'), action: 'test.done', subjectType: 'test', subjectId, after });

async function seal(): Promise<void> {
  while ((await test.app.get(AuditSealService).sealBatch()) > 0);
}

describe('the audit trail', () => {
  it('X-AU-1 seals committed rows into a chain that verifies, and names the unsealed tail', async () => {
    const audit = test.app.get(AuditService);
    await audit.recordAll([deed('a', { n: 1 }), deed('b', { n: 2, deep: { z: 1, a: [1, 'x', null] } })]);
    await seal();
    await audit.record(deed('c', { n: 3 }));
    const report = await test.app.get(AuditSealService).verify();
    expect(report.broken).toBeNull();
    expect(report.sealed).toBeGreaterThanOrEqual(2);
    expect(report.unsealed).toBeGreaterThanOrEqual(1);
  });

  it('X-AU-1 a rewritten row and a rewritten value are both found', async () => {
    const audit = test.app.get(AuditService);
    await audit.recordAll([deed('a', { amount: 100 }), deed('b', { amount: 200 })]);
    await seal();
    await test.db.query(`ALTER TABLE audit_value DISABLE TRIGGER ALL`);
    await test.db.query(`UPDATE audit_value SET after = '{"amount": 999}' WHERE after->>'amount' = '200'`);
    expect((await test.app.get(AuditSealService).verify()).broken?.what).toBe('values');
    await test.db.query(`ALTER TABLE audit_event DISABLE TRIGGER ALL`);
    await test.db.query(`UPDATE audit_event SET reason = 'diubah' WHERE subject_type = 'test' AND subject_id = 'a'`);
    expect((await test.app.get(AuditSealService).verify()).broken?.what).toBe('hash');
  });

  it('X-AU-1 the database refuses to change or delete a row', async () => {
    await test.app.get(AuditService).record(deed('a', {}));
    await expect(test.db.query(`UPDATE audit_event SET reason = 'x'`)).rejects.toThrow('append-only');
    await expect(test.db.query(`DELETE FROM audit_event`)).rejects.toThrow('append-only');
  });

  it('X-AU-1 a rolled-back deed leaves no trace', async () => {
    await expect(
      test.db.transaction(async () => {
        await test.app.get(AuditService).record(deed('rolled-back', {}));
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    expect(await test.db.one(`SELECT 1 FROM audit_event WHERE subject_id = 'rolled-back'`)).toBeNull();
  });

  it('X-AU-1 auditors read the trail page by page, and their reading is logged', async () => {
    await test.app.get(AuditService).recordAll(Array.from({ length: 5 }, (_, n) => deed(`s${n}`, { n })));
    const first = await test.call<Page<AuditItem>>('GET', '/audit?subjectType=test&limit=3', { as: 'auditor' });
    expect(first.body.items.map((item) => item.subjectId)).toEqual(['s4', 's3', 's2']);
    const second = await test.call<Page<AuditItem>>('GET', `/audit?subjectType=test&limit=3&cursor=${first.body.nextCursor}`, { as: 'auditor' });
    expect(second.body.items.map((item) => item.subjectId)).toEqual(['s1', 's0']);
    expect(second.body.nextCursor).toBeNull();
    expect(await test.db.one(`SELECT 1 FROM read_log WHERE what = 'audit.list'`)).not.toBeNull();
  });
});
