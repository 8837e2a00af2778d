import type { ReadAmounts, RegulationDraft, RegulationDraftItem, RegulationSummary, RegulationText, RegulationVersion, RegulationView } from '@ekinerja/contracts/regulations';
import type { Problem } from '@ekinerja/contracts/errors';
import { EMPLOYEE_KINDS } from '@ekinerja/contracts/basics';
import { loadPreset } from '@ekinerja/regulations/presets';
import ExcelJS from 'exceljs';
import { RegulationsService } from './regulations.service.js';
import { DraftStory } from '../testing/regulation-drafts.js';
import { testApp, type TestApp } from '../testing/test-app.js';
import { tinyGovernment } from '../testing/tiny-government.js';

const preset = (kind: string) => loadPreset('tanah-laut').find((document) => document.kind === kind && document.family === null)!.raw;
const policy = preset('allowance').replace('id: tanah-laut-tpp-contoh', 'id: tpp-2027').replace('contoh – ganti dengan peraturan daerah', '2027');

/** TL 4, BK 1 angka 9, KS 11(5), BN 1 angka 4; the others follow the national rules. */
const COVERED = { 'barito-kuala': ['pns', 'cpns', 'pppk'], 'kuantan-singingi': ['pns', 'cpns', 'pppk'], banjarnegara: ['pns'], 'tanah-laut': ['pns', 'pppk'] };

describe('a regulation from draft to law', () => {
  let test: TestApp;
  let story: DraftStory;
  beforeAll(async () => {
    test = await testApp();
    await tinyGovernment(test);
    story = new DraftStory(test);
  });
  afterAll(() => test?.close());

  const versions = async (kind: string) => (await test.call<RegulationVersion[]>('GET', `/regulations/${kind}/versions`, { as: 'siti' })).body;
  const inForce = async (kind: string, date: string) =>
    (await test.call<RegulationSummary[]>('GET', `/regulations?date=${date}`, { as: 'siti' })).body.find((document) => document.kind === kind)!;
  const count = async (table: string) => (await test.db.one<{ n: number }>(`SELECT count(*) AS n FROM ${table}`))!.n;

  it('X-REG-1 stores nothing of a document with mistakes, and names each with its line and what was meant', async () => {
    const { status, body } = await story.upload(policy.replace('performance:', 'perfomance:').replace('share: 40', 'share: empat'));
    expect([status, body.code]).toEqual([422, 'document-has-errors']);
    const line = policy.split('\n').indexOf('performance:') + 1;
    expect(body.fields![0]).toMatchObject({ field: 'perfomance', rule: 'document', params: { line, message: expect.stringContaining('Maksudnya "performance"?') as string } });
    for (const text of ['', ':', '- a', 'a: [', 'kind: allowance\nid: &a *a', preset('allowance').replace('id: tanah-laut-tpp-contoh', 'id: __proto__').replace('kind: allowance', 'kind: constructor')]) {
      expect((await story.upload(text)).status).toBeGreaterThanOrEqual(400);
      expect((await story.upload(text)).status).toBeLessThan(500);
    }
    expect((await story.upload(policy.replace('extends: nasional', 'family: nasional'))).body.fields![0]).toMatchObject({ field: 'family' });
    expect((await story.upload(policy.replace('id: tpp-2027', 'id: tanah-laut-2024'))).body.fields![0]).toMatchObject({ field: 'id' });
    expect((await story.upload(policy.replace('share: 60', 'share: 70'))).body.fields!.length).toBeGreaterThan(0);
    expect((await story.upload(policy, { as: 'umpeg' })).status).toBe(403);
    expect(await count('regulation_draft')).toBe(0);
  });

  it('X-REG-1 runs the cases that come with it; one that fails keeps the draft from being sent', async () => {
    const cases = (net: number) => `- name: Kelas 9, penuh
  on: { month: 2026-10 }
  ask: slip
  facts: { class: "9", predicate: baik }
  expect: { net: ${net} }
`;
    const good = await story.upload(policy, { cases: cases(2808000) });
    expect(good.body).toMatchObject({ caseCount: 1, casesFailed: 0 });
    const wrong = await story.upload(policy, { cases: cases(1) });
    expect(wrong.body).toMatchObject({ status: 'draft', caseCount: 1, casesFailed: 1 });
    expect(wrong.body.problems.find(({ severity }) => severity === 'error')).toMatchObject({ line: 1, message: expect.stringMatching(/berkas kasus.*Kelas 9, penuh/) as string });
    expect((await story.propose(wrong.body, { from: '2027-01-01' })).body.rule?.code).toBe('regulation.cases-failed');
    const spying = await story.upload(policy, { cases: cases(1).replace('month: 2026-10', 'month: 2026-10, policy: ["../../../../etc/passwd"]') });
    expect(spying.body.problems.find(({ severity }) => severity === 'error')!.message).toContain('tidak ikut diunggah');
    for (const made of [good.body, wrong.body, spying.body]) expect((await story.step(made, 'withdraw', 'super2')).body.status).toBe('withdrawn');
  });

  it('X-REG-1 shows what differs from the law in force, value by value with both articles', async () => {
    const { body } = await story.upload(policy.replace('percent: 50', 'percent: 45').replace('percent: 10', 'percent: 15'));
    expect(body).toMatchObject({ status: 'draft', base: { id: 'tanah-laut-tpp-contoh' }, revises: false, documentFrom: '2021-01-01' });
    expect(body.changes.map(({ path, before, after }) => [path, before?.value, after?.value])).toEqual([['criteria.0.percent', '50', '45'], ['criteria.2.percent', '10', '15']]);
    expect(body.changes[0]).toMatchObject({ kinds: [], before: { cite: { ref: 'Kriteria' } }, after: { cite: { ref: 'Kriteria' } } });
    expect((await story.propose(body, { from: '2021-01-01' })).body.rule).toMatchObject({ code: 'regulation.same-start' });
    await story.step(body, 'withdraw', 'super');
  });

  it('X-REG-1 is law only once a second superadmin confirms it, with both reasons on record', async () => {
    const { body: draft } = await story.upload(policy);
    expect((await story.step(draft, 'confirm', 'super2')).status).toBe(409);
    const { body: sent } = await story.propose(draft, { from: '2027-01-01' });
    expect(sent).toMatchObject({ status: 'proposed', mayDecide: false, proposal: { from: '2027-01-01', by: 'Arif Rahman' } });
    expect((await story.step(sent, 'confirm', 'super')).body.code).toBe('second-person-required');
    expect((await story.step(sent, 'refuse', 'super')).body.code).toBe('second-person-required');
    const waiting = (await test.call<RegulationDraftItem[]>('GET', '/regulation-drafts', { as: 'super2' })).body;
    expect(waiting[0]).toMatchObject({ id: draft.id, mayDecide: true });
    const refused = (await story.step(sent, 'refuse', 'super2', 'Lampiran belum lengkap')).body;
    expect(refused).toMatchObject({ status: 'draft', proposal: null, refusal: { by: 'Wahyu Hidayat', reason: 'Lampiran belum lengkap' } });
    const { body: again } = await story.propose(refused, { from: '2027-01-01' });
    expect((await story.step(sent, 'confirm', 'super2')).status).toBe(412);
    expect((await test.call('POST', `/regulation-drafts/${draft.id}/confirm`, { as: 'super2', body: { reason: 'Sudah sesuai naskah' } })).status).toBe(428);
    const call = () => test.call<RegulationDraft>('POST', `/regulation-drafts/${draft.id}/confirm`, {
      as: 'super2', ifMatch: again.version, idempotencyKey: 'tetapkan-1', body: { reason: 'Sudah sesuai naskah' },
    });
    const [first, second] = [await call(), await call()];
    expect([first.status, first.body.status, second.headers['idempotency-replayed']]).toEqual([200, 'enacted', 'true']);
    const [newest] = await versions('allowance');
    expect(newest).toMatchObject({
      id: 'tpp-2027', from: '2027-01-01', inForce: false, proposedBy: 'Arif Rahman', enactedBy: 'Wahyu Hidayat', proposedReason: 'Peraturan baru sudah diundangkan',
      enactedReason: 'Sudah sesuai naskah', holds: { from: '2027-01-01', to: null },
    });
    expect(newest!.own! > 0 && newest!.inherited! > newest!.own!).toBe(true);
    const stored = await test.db.one<{ resolved: { employeeKind: string; hash: string; values: { path: string; inheritedFrom: string | null }[] }[] }>(`SELECT resolved FROM regulation_document WHERE id = 'tpp-2027'`);
    expect(stored!.resolved.find(({ employeeKind }) => employeeKind === 'pns')!.values.some(({ inheritedFrom }) => inheritedFrom?.startsWith('nasional'))).toBe(true);
    expect((await story.step(first.body, 'withdraw', 'super')).status).toBe(409);
    await expect(test.db.execute(`UPDATE regulation_document SET in_force_from = '2020-01-01' WHERE id = 'tpp-2027'`)).rejects.toThrow(/append-only/);
    const trail = await test.db.query<{ action: string; actor_name: string; reason: string }>(
      `SELECT action, actor_name, reason FROM audit_event WHERE action LIKE 'regulation%' AND subject_id IN ('tpp-2027', $1) ORDER BY id`, [draft.id],
    );
    expect(trail.map(({ action, actor_name: who }) => [action, who])).toEqual([
      ['regulation-draft.uploaded', 'Arif Rahman'], ['regulation-draft.proposed', 'Arif Rahman'], ['regulation-draft.refused', 'Wahyu Hidayat'],
      ['regulation-draft.proposed', 'Arif Rahman'], ['regulation.enacted', 'Wahyu Hidayat'],
    ]);
    await expect(test.db.execute(`UPDATE regulation_draft SET decided_by = proposed_by WHERE id = $1`, [draft.id])).rejects.toThrow(/check/);
  });

  it('X-REG-1 each version holds until the day before the next; the old one stays as it is', async () => {
    expect(await inForce('allowance', '2026-12-31')).toMatchObject({ id: 'tanah-laut-tpp-contoh', inForceTo: '2026-12-31' });
    expect(await inForce('allowance', '2027-01-01')).toMatchObject({ id: 'tpp-2027', inForceTo: null });
    const { text } = (await test.call<RegulationText>('GET', '/regulations/allowance/versions/tanah-laut-tpp-contoh/0', { as: 'siti' })).body;
    expect(text).toBe(preset('allowance'));
    expect((await test.call('GET', '/regulations/allowance/versions/tpp-2027/7', { as: 'siti' })).status).toBe(404);
  });

  it('a spelling mistake is mended as editorial only when every value is equal; otherwise it is a correction', async () => {
    const { body: typo } = await story.upload(policy.replace('TPP Tanah Laut', 'TPP Kabupaten Tanah Laut'));
    expect(typo).toMatchObject({ revises: true, sameValues: false });
    const { body: onItsDay } = await story.propose(typo, { from: '2027-01-01', revision: 'editorial' });
    expect(onItsDay).toMatchObject({ status: 'proposed', sameValues: true, changes: [] });
    await story.step(onItsDay, 'confirm', 'super2');
    expect(await inForce('allowance', '2027-05-01')).toMatchObject({ id: 'tpp-2027@1', title: expect.stringContaining('Kabupaten') as string });
    expect((await versions('allowance')).slice(0, 2).map(({ revision, revisionKind, holds }) => [revision, revisionKind, holds?.from ?? null])).toEqual([
      [1, 'editorial', '2027-01-01'], [0, 'new', null],
    ]);
    const { body: other } = await story.upload(policy.replace('percent: 50', 'percent: 45').replace('percent: 10', 'percent: 15'));
    expect((await story.propose(other, { from: '2027-01-01', revision: 'editorial' })).body.rule?.code).toBe('regulation.values-differ');
    expect((await story.propose(other, { from: '2027-07-01' })).body.rule?.code).toBe('regulation.id-taken');
    const { body: sent } = await story.propose(other, { from: '2027-07-01', revision: 'correction' });
    await story.step(sent, 'confirm', 'super2');
    const percent = async (date: string) =>
      (await test.call<RegulationView>('GET', `/regulations/allowance?date=${date}`, { as: 'siti' })).body.nodes.find(({ path }) => path === 'criteria.0.percent')!.value;
    expect([await percent('2027-06-30'), await percent('2027-07-01')]).toEqual(['50', '45']);
  });

  it('BK-20 KS-34 BN-16 TL-41 TL-4 each of the four is in force from its promulgation, not the day before, and for the kinds of employee it names', async () => {
    const days = { 'barito-kuala': '2021-10-13', 'kuantan-singingi': '2019-11-01', banjarnegara: '2020-08-11', 'tanah-laut': '2024-08-05' } as const;
    for (const [daerah, day] of Object.entries(days) as [keyof typeof days, string][]) {
      const own = loadPreset(daerah).find((document) => document.kind === 'performance' && document.family === null)!;
      const other = await testApp({ daerah });
      try {
        await tinyGovernment(other);
        const on = async (date: string) => (await other.call<RegulationSummary[]>('GET', `/regulations?date=${date}`, { as: 'siti' })).body.find(({ kind }) => kind === 'performance')?.id;
        const before = new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
        expect([daerah, await on(day), (await on(before)) === own.id]).toEqual([daerah, own.id, false]);
        const covered = [];
        for (const kind of EMPLOYEE_KINDS) if ((await other.app.get(RegulationsService).lawOn(day, kind)).performance.id === own.id) covered.push(kind);
        expect([daerah, covered]).toEqual([daerah, COVERED[daerah]]);
      } finally {
        await other.close();
      }
    }
  });

  it('amounts come by screen, paste or sheet; a new version holds from its date and overwrites nothing', async () => {
    const pasted = await test.call<ReadAmounts>('POST', '/regulation-drafts/amounts/read', { as: 'super', body: { text: 'Kelas\tRp\n9\t3.000.000\n10\tlima', keys: 1 } });
    expect(pasted.body).toEqual({ rows: [{ class: '9', amount: '3000000' }], problems: [{ row: 3, reason: 'amount-unreadable', value: 'lima' }] });
    const workbook = new ExcelJS.Workbook();
    workbook.addWorksheet('Besaran').addRows([['Kelas', 'Besaran'], [9, 3000000], ['11.A', 3900000.75]]);
    workbook.addWorksheet('Lain').addRow(['x', 1]);
    const content = Buffer.from(await workbook.xlsx.writeBuffer());
    const sheet = (name: string, bytes: Buffer) =>
      test.call<ReadAmounts>('POST', '/regulation-drafts/amounts/read-workbook', { as: 'super', file: { field: 'file', name, mediaType: 'application/octet-stream', content: bytes } });
    const { rows } = (await sheet('besaran.xlsx', content)).body;
    expect(rows).toEqual([{ class: '9', amount: '3000000' }, { class: '11.A', amount: '3900000.75' }]);
    expect((await sheet('bukan.xlsx', Buffer.from('bukan buku kerja'))).status).toBe(422);
    const body = { title: 'Besaran TPP Tahun 2027', decree: 'Keputusan Bupati Nomor 900/12 Tahun 2027', from: '2027-01-01', table: null, rows };
    expect((await test.call('POST', '/regulation-drafts/amounts', { as: 'super', body: { ...body, rows: [rows[0], rows[0]] } })).status).toBe(400);
    const { body: draft } = await test.call<RegulationDraft>('POST', '/regulation-drafts/amounts', { as: 'super', body });
    expect(draft).toMatchObject({ kind: 'amounts', documentId: 'besaran-2027-01-01', documentFrom: '2027-01-01' });
    expect(draft.changes.find(({ path }) => path === 'classes.9')).toMatchObject({ before: { value: '2808000' }, after: { value: '3000000', cite: { ref: body.decree } } });
    const { body: sent } = await story.propose(draft, { from: '2027-01-01' });
    await story.step(sent, 'confirm', 'super2');
    const ninth = async (date: string) =>
      (await test.call<RegulationView>('GET', `/regulations/amounts?date=${date}`, { as: 'siti' })).body.nodes.find(({ path }) => path === 'classes.9')!.value;
    expect([await ninth('2026-12-31'), await ninth('2027-01-01')]).toEqual(['2808000', '3000000']);
    expect((await inForce('amounts', '2027-02-01')).example).toBe(false);
    const { body: twin } = await test.call<RegulationDraft>('POST', '/regulation-drafts/amounts', { as: 'super', body });
    expect((await story.propose(twin, { from: '2027-01-01' })).body.rule?.code).toBe('regulation.same-start');
  });

  it('other tables come the same way: by post and rank group, two key columns; classes stay', async () => {
    const text = 'Jabatan\tGolongan\tRupiah\ndokter-spesialis\tIV\tRp7.500.000\ndokter-spesialis\tIII\t6.250.000,50\nperawat\t\t1';
    const pasted = await test.call<ReadAmounts>('POST', '/regulation-drafts/amounts/read', { as: 'super', body: { text, keys: 2 } });
    expect(pasted.body).toEqual({
      rows: [{ class: 'dokter-spesialis | IV', amount: '7500000' }, { class: 'dokter-spesialis | III', amount: '6250000.50' }],
      problems: [{ row: 4, reason: 'class-missing', value: '1' }],
    });
    const workbook = new ExcelJS.Workbook();
    workbook.addWorksheet('Besaran').addRows([['Jabatan', 'Golongan', 'Rupiah'], ['dokter-spesialis', 'IV', 7500000]]);
    const content = Buffer.from(await workbook.xlsx.writeBuffer());
    const sheet = await test.call<ReadAmounts>('POST', '/regulation-drafts/amounts/read-workbook?keys=2', { as: 'super', file: { field: 'file', name: 'jabatan.xlsx', mediaType: 'application/octet-stream', content } });
    expect(sheet.body.rows).toEqual([{ class: 'dokter-spesialis | IV', amount: '7500000' }]);
    const table = { name: 'kelangkaan', by: ['post', 'rankGroup'] };
    const body = { title: 'Besaran kelangkaan profesi 2028', decree: 'Keputusan Bupati Nomor 900/3 Tahun 2028', from: '2028-01-01', table, rows: pasted.body.rows };
    const short = await test.call<Problem>('POST', '/regulation-drafts/amounts', { as: 'super', body: { ...body, rows: [{ class: 'dokter-spesialis', amount: '1' }] } });
    expect([short.status, short.body.fields?.[0]?.field]).toEqual([400, 'rows.0.class']);
    const { body: draft } = await test.call<RegulationDraft>('POST', '/regulation-drafts/amounts', { as: 'super', body });
    const { body: sent } = await story.propose(draft, { from: '2028-01-01' });
    await story.step(sent, 'confirm', 'super2');
    const value = async (path: string, date: string) =>
      (await test.call<RegulationView>('GET', `/regulations/amounts?date=${date}`, { as: 'siti' })).body.nodes.find((node) => node.path === path)?.value ?? null;
    expect([await value('tables.kelangkaan.amounts.dokter-spesialis | III', '2028-01-01'), await value('classes.9', '2028-01-01'), await value('tables.kelangkaan.amounts.dokter-spesialis | III', '2027-12-31')])
      .toEqual(['6250000.5', '3000000', null]);
  });

  it('an enacted document with a key that the product no longer knows goes on being law', async () => {
    await test.db.query(
      `INSERT INTO regulation_document (id, kind, title, source_text, source_hash, in_force_from, enacted_at)
       VALUES ('kalender-lama', 'calendar', 'Kalender lama', $1, 'x', '2030-01-01', now())`,
      [preset('calendar').replace('id: tanah-laut-kalender', 'id: kalender-lama') + '\nkunciLama: { a: 1 }\n'],
    );
    await new Promise((resolve) => setTimeout(resolve, 1100));
    expect(await inForce('calendar', '2030-02-01')).toMatchObject({ id: 'kalender-lama' });
  });
});
