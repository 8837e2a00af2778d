import type { Page } from '@ekinerja/contracts/basics';
import type { OwnStaffingRecord, StaffingImport, StaffingPerson, StaffingSummary, StaffingUpdate } from '@ekinerja/contracts/staffing-records';
import ExcelJS from 'exceljs';
import { AbuseStory } from '../testing/abuse-story.js';
import { submitStaffingUpdate } from '../testing/staffing.js';
import { testApp, type TestApp } from '../testing/test-app.js';
import { tinyGovernment, type PersonName, type TinyGovernment } from '../testing/tiny-government.js';
import { entry, givenSkp } from '../testing/work.js';

let test: TestApp;
let gov: TinyGovernment;
beforeAll(async () => {
  test = await testApp({ daerah: 'kuantan-singingi' });
  gov = await tinyGovernment(test);
  await test.db.query(`INSERT INTO account_role (account_id, role, valid_from, reason) VALUES ($1,'staffing-manager','2024-01-01','uji'), ($2,'sector-admin','2024-01-01','uji')`, [
    gov.accounts.kasubBk, gov.accounts.kaban,
  ]);
});
afterAll(() => test.close());

const call = <T>(...args: Parameters<TestApp['call']>) => test.call<T>(...args);
/** Handed in, compared by the queue, and looked at again. */
const upload = async (name: string, content: Buffer | string, as: PersonName = 'kasubBk') => {
  const taken = await call<StaffingImport>('POST', '/staffing-records/imports', { as, file: { field: 'file', name, mediaType: 'application/octet-stream', content: Buffer.from(content) } });
  if (taken.status !== 202) return taken;
  expect(taken.body).toMatchObject({ status: 'queued', percent: 0 });
  await test.deliver();
  return { ...taken, body: (await call<StaffingImport>('GET', `/staffing-records/imports/${taken.body.id}`, { as })).body };
};
const step = (id: string, action: string, version: number, body: object | undefined, as: PersonName = 'kasubBk') =>
  call<StaffingUpdate>('POST', `/staffing-records/updates/${id}/${action}`, { as, ifMatch: version, body });
const own = async (as: PersonName) => (await call<OwnStaffingRecord>('GET', '/staffing-records/own', { as })).body;
const person = async (name: PersonName) => (await call<Page<StaffingPerson>>('GET', `/staffing-records/people?q=${gov.nips[name]}`, { as: 'kasubBk' })).body.items[0]!;

/** A row of `data-utama` as SIASN writes it, of somebody of whom nothing differs. */
function sourceOf(name: PersonName, change: Record<string, string> = {}): Record<string, string> {
  const same: Partial<Record<PersonName, Record<string, string>>> = {
    siti: { nama: 'SITI AMINAH', jabatanNama: 'Pengelola Promosi Kesehatan', unorNama: 'BIDANG KESEHATAN MASYARAKAT', unorIndukNama: 'Dinas Kesehatan', kelas_jabatan: '6', tmtJabatan: '01-01-2024' },
    budi: { nama: 'Budi Santoso', jabatanNama: 'Pengelola Promosi Kesehatan', unorNama: 'Bidang Kesehatan Masyarakat', unorIndukNama: 'Dinas Kesehatan', kelas_jabatan: '6', tmtJabatan: '01-01-2024' },
  };
  return { id: `A${gov.nips[name]}`, nipBaru: gov.nips[name]!, statusPegawai: 'PNS', ...same[name], ...change };
}

describe('a file of the national records', () => {
  it('KS-1.13 TL-36.4 is compared field by field, with its own column names, days and codes; what differs is listed', async () => {
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet('data-utama');
    const rows = [sourceOf('siti'), sourceOf('budi', { nama: 'Budi Susanto', tglLahir: '17-07-1991', jenisKelamin: 'M', golRuangAkhirId: '32', tmtGolAkhir: '01-04-2024' }), { ...sourceOf('siti'), nipBaru: '197001011995031999' }];
    const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
    sheet.addRow(columns);
    for (const row of rows) sheet.addRow(columns.map((column) => (row as Record<string, string>)[column] ?? ''));
    const { status, body } = await upload('data-utama.xlsx', Buffer.from(await workbook.xlsx.writeBuffer()));
    expect([status, body]).toMatchObject([202, { status: 'applied', percent: 100, source: 'SAPK/SIASN', rows: 3, matched: 2, differing: 1, unknownCount: 1, unknown: [{ nip: '197001011995031999' }] }]);
    expect((await person('siti')).standing).toMatchObject({ validated: true, differences: [] });
    expect((await person('budi')).standing).toMatchObject({
      validated: false,
      differences: [
        { field: 'name', held: 'Budi Santoso', source: 'Budi Susanto' }, { field: 'birthDate', held: null, source: '1991-07-17' }, { field: 'sex', held: null, source: 'male' },
        { field: 'rank', held: null, source: 'III/b' }, { field: 'rankSince', held: null, source: '2024-04-01' },
      ],
    });
  });

  it('KS-1.13 is taken whole or not at all: each bad cell is named, and nothing has changed', async () => {
    const text = `nipBaru;nama;tglLahir;jenisKelamin\n${gov.nips.siti};Siti Lain;31-02-1990;F\n19900305;X;01-01-1990;Q\n`;
    const { body } = await upload('data.csv', text);
    expect(body).toMatchObject({ status: 'invalid', problemCount: 2, problems: [{ row: 2, column: 'tglLahir', value: '31-02-1990', reason: 'date-malformed' }, { row: 3, column: 'nipBaru', reason: 'nip-malformed' }] });
    expect((await person('siti')).standing).toMatchObject({ validated: true, differences: [] });
    expect((await upload('data.csv', 'nama;alamat\nA;B\n')).body).toMatchObject({ status: 'invalid', problems: [{ reason: 'headings-missing' }] });
    expect((await upload('data.json', '{"data": [')).body).toMatchObject({ status: 'invalid', problems: [{ row: 0, reason: 'unreadable' }] });
    // The report stays; nothing is compared twice.
    const kept = (await call<StaffingImport[]>('GET', '/staffing-records/imports', { as: 'kasubBk' })).body;
    expect(kept.map(({ status }) => status)).toEqual(['invalid', 'invalid', 'invalid', 'applied']);
    expect((await call('GET', '/staffing-records/imports/00000000-0000-4000-8000-000000000000', { as: 'kasubBk' })).status).toBe(404);
    expect((await call('GET', `/staffing-records/imports/${kept[0]!.id}`, { as: 'umpeg' })).status).toBe(403);
  });

  it('KS-1.13 is read as the API’s own JSON as well', async () => {
    const { body } = await upload('pns.json', JSON.stringify({ code: 1, data: [sourceOf('siti', { gelarBelakang: 'S.K.M.' })] }));
    expect(body).toMatchObject({ status: 'applied', matched: 1, differing: 1 });
    expect((await person('siti')).standing).toMatchObject({ validated: false, differences: [{ field: 'backTitle', held: null, source: 'S.K.M.' }] });
  });
});

describe('who is not validated', () => {
  it('KS-11.5 enters nothing where the regulation says so, keeps reading, and is listed with what differs', async () => {
    const result = await givenSkp(test, gov, 'siti');
    const refused = await call('PUT', '/activities/0b0f6c4e-6a5b-4a86-9a5f-6f5b1f6f0001', { as: 'siti', body: entry(result) });
    expect([refused.status, refused.body]).toMatchObject([422, { code: 'rule-refused', params: { source: 'SAPK/SIASN' }, rule: { code: 'staffing.unvalidated', cite: { source: 'kuantan-singingi-65-2019', ref: 'Pasal 11 ayat (5)' } } }]);
    expect((await call('GET', '/activities/month?month=2026-11', { as: 'siti' })).status).toBe(200);
    const list = await call<Page<StaffingPerson>>('GET', '/staffing-records/people?state=unvalidated', { as: 'kasubBk' });
    expect(list.body.items.map(({ name }) => name)).toEqual(['Budi Santoso', 'Siti Aminah']);
    expect((await call<StaffingSummary>('GET', '/staffing-records/summary', { as: 'kasubBk' })).body).toMatchObject({ unvalidated: 2, rule: { unvalidated: 'may-not-work', source: 'SAPK/SIASN' } });
  });

  it('KS-1.14 KS-11.5 works again once an officer has legalised the data with a reason; nobody legalises their own', async () => {
    const path = `/staffing-records/people/${gov.people.budi}/validate`;
    expect((await call('POST', path, { as: 'umpeg', body: { note: 'sesuai ijazah' } })).status).toBe(403);
    expect((await call('POST', `/staffing-records/people/${gov.people.kasubBk}/validate`, { as: 'kasubBk', body: { note: 'sesuai ijazah' } })).body).toMatchObject({ code: 'not-yours-to-decide' });
    expect((await call('POST', path, { as: 'kasubBk', body: { note: 'SIASN salah menulis nama, sudah diusulkan' } })).body).toMatchObject({ standing: { validated: true, basis: 'decision', validatedBy: 'Fitriani', note: 'SIASN salah menulis nama, sudah diusulkan' } });
    const result = await givenSkp(test, gov, 'budi');
    expect((await call('PUT', '/activities/0b0f6c4e-6a5b-4a86-9a5f-6f5b1f6f0002', { as: 'budi', body: entry(result) })).status).toBe(200);
    // The same differences again take nothing back, another one does.
    const known = { nama: 'Budi Susanto', tglLahir: '17-07-1991', jenisKelamin: 'M', golRuangAkhirId: '32', tmtGolAkhir: '01-04-2024' };
    await upload('lagi.json', JSON.stringify([sourceOf('budi', known)]));
    expect((await person('budi')).standing).toMatchObject({ validated: true, basis: 'decision', validatedBy: 'Fitriani' });
    await upload('lagi.json', JSON.stringify([sourceOf('budi', { ...known, kelas_jabatan: '7' })]));
    expect((await person('budi')).standing).toMatchObject({ validated: false, basis: null });
  });
});

describe('an update from the own account', () => {
  let update: StaffingUpdate;

  it('KS-1.25 is sent with its document; without one, or while another is open, it is refused', async () => {
    const body = { changes: [{ field: 'backTitle', value: 'S.K.M.' }], documentNumber: '1', documentDate: '2026-11-02', signatory: 'Rektor', note: null, fileId: gov.people.siti };
    expect((await call('POST', '/staffing-records/own/updates', { as: 'siti', body })).body).toMatchObject({ code: 'validation-failed', fields: [{ field: 'fileId', rule: 'unknown' }] });
    update = await submitStaffingUpdate(test, 'siti', [{ field: 'backTitle', value: 'S.K.M.' }, { field: 'rank', value: 'III/a' }, { field: 'rankSince', value: '2024-04-01' }]);
    expect(update).toMatchObject({ status: 'submitted', actions: ['withdraw'], changes: [{ field: 'backTitle', from: null, to: 'S.K.M.' }, { field: 'rank' }, { field: 'rankSince' }] });
    await expect(submitStaffingUpdate(test, 'siti', [{ field: 'phone', value: '0812' }])).rejects.toThrow('duplicate');
    expect((await call('GET', `/staffing-records/updates/${update.id}/document`, { as: 'kasubBk' })).raw.toString()).toContain('%PDF');
    expect((await call('GET', `/staffing-records/updates/${update.id}/document`, { as: 'budi' })).status).toBe(404);
  });

  it('KS-1.10 runs verify, clarify, synchronise, validate in this order and no other, and not by the person themselves', async () => {
    for (const [action, body] of [['clarify', { note: 'hasil verifikasi' }], ['synchronise', undefined], ['validate', { note: 'sah adanya' }]] as const) {
      expect((await step(update.id, action, 1, body)).body).toMatchObject({ code: 'state-refused' });
    }
    await test.db.query(`INSERT INTO account_role (account_id, role, valid_from, reason) VALUES ($1,'staffing-manager','2024-01-01','uji')`, [gov.accounts.siti]);
    test.setClock('2026-11-23T10:00:00+08:00');
    expect((await step(update.id, 'verify', 1, { accurate: true, note: 'saya sendiri' }, 'siti')).body).toMatchObject({ code: 'not-yours-to-decide' });
    expect((await step(update.id, 'verify', 9, { accurate: true, note: 'ijazah asli' })).status).toBe(412);
  });

  it('KS-1.11 the document is tested, with result, officer and day on record', async () => {
    const { body } = await step(update.id, 'verify', 1, { accurate: true, note: 'Ijazah asli dilihat' });
    expect(body).toMatchObject({ status: 'verified', version: 2 });
    expect(body.steps.at(-1)).toMatchObject({ action: 'verify', by: 'Fitriani', accurate: true, note: 'Ijazah asli dilihat' });
    expect(body.steps.at(-1)!.at).toMatch(/^2026-11-23T02:00/);
  });

  it('KS-1.12 the result is explained to the employee, who sees it, and when', async () => {
    await step(update.id, 'clarify', 2, { note: 'Ijazah diterima; TMT golongan mengikuti SK' });
    const [seen] = (await own('siti')).updates;
    expect(seen!.steps.map(({ action }) => action)).toEqual(['submit', 'verify', 'clarify', 'seen']);
    expect((await own('siti')).updates[0]!.steps).toHaveLength(4);
  });

  it('KS-1.13 the data as it would become is matched with the national records, and what still differs is shown', async () => {
    const { body } = await step(update.id, 'synchronise', 3, undefined);
    expect(body.steps.at(-1)).toMatchObject({ action: 'synchronise', differences: [] });
  });

  it('KS-1.10 KS-1.14 counts only after it is validated, and then everywhere', async () => {
    expect((await own('siti')).held).toMatchObject({ backTitle: null, rank: null });
    expect((await step(update.id, 'validate', 4, { note: 'Sesuai keadaan sebenarnya' })).body).toMatchObject({ status: 'validated', actions: [] });
    expect(await own('siti')).toMatchObject({ held: { backTitle: 'S.K.M.', rank: 'III/a', rankSince: '2024-04-01' }, standing: { validated: true, basis: 'update', validatedBy: 'Fitriani', differences: [] } });
    expect((await call<{ name: string }>('GET', `/employees/${gov.people.siti}`, { as: 'kasi' })).body.name).toBe('Siti Aminah, S.K.M.');
    const trail = await test.db.query<{ action: string }>(`SELECT action FROM audit_event WHERE subject_id = $1 ORDER BY id`, [update.id]);
    expect(trail.map(({ action }) => action)).toEqual(['submitted', 'verified', 'clarified', 'synchronised', 'validated'].map((what) => `staffing-update.${what}`));
  });

  it('KS-1.11 KS-1.12 a document that does not bear it is explained and ends there', async () => {
    const doubtful = await submitStaffingUpdate(test, 'budi', [{ field: 'name', value: 'Budi Susanto' }]);
    await step(doubtful.id, 'verify', 1, { accurate: false, note: 'Nama di ijazah lain' });
    const { body } = await step(doubtful.id, 'clarify', 2, { note: 'Mohon ajukan dengan akta kelahiran' });
    expect(body.actions).toEqual(['reject']);
    expect((await step(doubtful.id, 'synchronise', 3, undefined)).body).toMatchObject({ code: 'rule-refused', rule: { code: 'staffing.document-inaccurate' } });
    expect((await step(doubtful.id, 'reject', 3, { note: 'Dokumen tidak mendukung' })).body).toMatchObject({ status: 'rejected' });
    expect((await own('budi')).held.name).toBe('Budi Santoso');
  });
});

describe('the sector administrator', () => {
  it('KS-1.22 keeps the staffing report across units, and changes nothing', async () => {
    const { body } = await call<Page<StaffingPerson>>('GET', '/staffing-records/people', { as: 'kaban' });
    expect(new Set(body.items.map(({ skpdName }) => skpdName)).size).toBeGreaterThan(1);
    const report = await call('GET', '/staffing-records/report.xlsx?state=unvalidated', { as: 'kaban' });
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(report.raw as unknown as ArrayBuffer);
    expect(workbook.worksheets[0]!.getColumn(2).values).toContain('Budi Santoso');
    expect(await test.db.one(`SELECT export FROM read_log WHERE what = 'staffing-records.report.xlsx'`)).toEqual({ export: true });
  });
});

describe('another regulation', () => {
  it('KS-11.5 that asks for no validation keeps nobody from working', async () => {
    const story = await AbuseStory.tell();
    await story.test.db.query(`UPDATE staffing_match SET validated_at = NULL, basis = NULL`);
    expect((await story.enter('siti')).status).toBe('submitted');
    await story.close();
  });
});
