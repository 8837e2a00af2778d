import ExcelJS from 'exceljs';
import type { IsoDate } from '@ekinerja/contracts/basics';
import type { WorkbookImport, WorkbookSheet } from '@ekinerja/contracts/imports';
import { createHttpApplication } from '../http-application.js';
import { OrganisationService } from '../organisation/organisation.service.js';
import { openDatabase } from '../platform/database/data-source.js';
import { WorkQueue } from '../platform/jobs/work-queue.js';
import { CONFIG } from '../platform/platform.module.js';
import { sharedApp } from '../testing/shared-app.js';
import type { Answer, TestApp } from '../testing/test-app.js';
import { tinyGovernment } from '../testing/tiny-government.js';
import { smallRegency, workbookOf, type WorkbookRows } from '../testing/workbook.js';
import { ImportsService, LEGEND_TITLE, SHEET_TITLES } from './imports.service.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

describe('the agency’s own workbook over HTTP', () => {
  const shared = sharedApp({}, tinyGovernment);
  let test: TestApp;
  beforeEach(() => void ({ test } = shared));

  const send = async (content: Buffer, as = 'super'): Promise<Answer<WorkbookImport>> =>
    test.call<WorkbookImport>('POST', '/imports', { as, file: { field: 'file', name: 'data.xlsx', mediaType: XLSX, content } });
  const fetched = async (id: string) => (await test.call<WorkbookImport>('GET', `/imports/${id}`, { as: 'super' })).body;
  /** Uploads and checks. */
  const checked = async (rows: Partial<WorkbookRows>): Promise<WorkbookImport> => {
    const { body } = await send(await workbookOf(rows));
    await test.deliver();
    return fetched(body.id);
  };
  const applied = async (rows: Partial<WorkbookRows>): Promise<WorkbookImport> => {
    const ready = await checked(rows);
    expect(ready.problems).toEqual([]);
    expect(ready.status).toBe('ready');
    await test.call('POST', `/imports/${ready.id}/apply`, { as: 'super' });
    await test.deliver();
    return fetched(ready.id);
  };
  const reasonsOf = ({ problems }: WorkbookImport) => problems.map(({ sheet, row, column, reason }) => `${sheet} ${row} ${column}: ${reason}`);
  const countPeople = async () => (await test.db.one<{ n: number }>(`SELECT count(*)::int AS n FROM employment`))!.n;
  const stateOf = () =>
    test.db.one(`SELECT (SELECT jsonb_agg(u ORDER BY id) FROM unit u) AS units, (SELECT jsonb_agg(p ORDER BY id) FROM post p) AS posts,
      (SELECT jsonb_agg(c ORDER BY post_id, valid_from) FROM post_class c) AS classes, (SELECT jsonb_agg(p ORDER BY id) FROM person p) AS people,
      (SELECT jsonb_agg(e ORDER BY id) FROM employment e) AS employments, (SELECT jsonb_agg(n ORDER BY nip) FROM employment_nip n) AS nips,
      (SELECT jsonb_agg(a ORDER BY id) FROM assignment a) AS assignments, (SELECT jsonb_agg(a ORDER BY id) FROM account a) AS accounts`);

  it('X-IN-1 takes in a good file: people, posts, evaluators and accounts, with apostrophe and spaces in the NIP', async () => {
    const before = await countPeople();
    const done = await applied(smallRegency());
    expect(done).toMatchObject({ status: 'applied', percent: 100, problemCount: 0 });
    expect(done.counts).toEqual({
      units: { rows: 3, fresh: 2, changed: 1, unchanged: 0 },
      posts: { rows: 4, fresh: 4, changed: 0, unchanged: 0 },
      employees: { rows: 5, fresh: 5, changed: 0, unchanged: 0 },
      assignments: { rows: 5, fresh: 5, changed: 0, unchanged: 0 },
    });
    expect(await countPeople()).toBe(before + 5);
    const organisation = test.app.get(OrganisationService);
    const { id } = (await test.db.one<{ id: string }>(`SELECT employment_id AS id FROM employment_nip WHERE nip = '199003052015031903'`))!;
    expect((await organisation.evaluatorOn(id, '2026-11-23')).evaluator?.personName).toContain('Nur Hayati');
    expect((await organisation.onDate('2026-11-23')).definitivePost(id)).toMatchObject({ class: '6', skpdName: 'Dinas Pertanian' });
    const accounts = await test.db.query<{ username: string }>(`SELECT username FROM account WHERE must_change_password ORDER BY username`);
    expect(accounts.map(({ username }) => username)).toEqual(['197003121998031901', '197506152001122902', '199003052015031903', '199505052024211904', 'bupati-daerah']);
    const audit = await test.db.query<{ action: string; n: number }>(`SELECT action, count(*)::int AS n FROM audit_event WHERE action LIKE '%imported' OR action LIKE 'workbook%' GROUP BY 1 ORDER BY 1`);
    expect(audit).toEqual(expect.arrayContaining([{ action: 'workbook.applied', n: 1 }, { action: 'workbook.uploaded', n: 1 }, { action: 'assignment.imported', n: 5 }, { action: 'unit.imported', n: 1 }]));
  });

  it('X-IN-1 the same file again changes nothing', async () => {
    await applied(smallRegency());
    const before = await stateOf();
    const again = await applied(smallRegency());
    for (const counts of Object.values(again.counts!)) expect(counts).toMatchObject({ fresh: 0, changed: 0, unchanged: counts.rows });
    expect(await stateOf()).toEqual(before);
  });

  it('BK-1.9 another kind follows from its day on, the days before keep theirs, and the audit says so', async () => {
    const rows = smallRegency();
    rows.employees[3]!.kind = 'CPNS';
    await applied(rows);
    rows.employees[3] = { ...rows.employees[3], kind: 'PNS', kindFrom: '01-03-2026' };
    const done = await applied(rows);
    expect(done.counts!.employees).toMatchObject({ changed: 1, unchanged: 4 });
    const kinds = await test.db.query<{ kind: string; from: IsoDate; to: IsoDate | null }>(
      `SELECT k.kind, k.valid_from AS "from", k.valid_to AS "to" FROM employment_kind k JOIN employment_nip n USING (employment_id)
       WHERE n.nip = '199003052015031903' ORDER BY k.valid_from`,
    );
    expect(kinds).toEqual([{ kind: 'cpns', from: '2015-03-01', to: '2026-02-28' }, { kind: 'pns', from: '2026-03-01', to: null }]);
    expect(await test.db.query(`SELECT 1 FROM audit_event WHERE action = 'employment.kind-imported'`)).toHaveLength(1);
  });

  it('X-IN-1 names every bad cell with sheet, row, column and reason, and writes nothing', async () => {
    const rows = smallRegency();
    rows.units.push(
      { code: '3.01', name: 'Sekali lagi', kind: 'Dinas', skpd: 'ya', from: '01-01-2024' },
      { code: '9', name: 'Tanpa induk', kind: 'Bidang', parentCode: '77', skpd: 'tidak', from: '01-01-2024' },
      { code: 'A', name: 'A', kind: 'Bidang', parentCode: 'C', from: '01-01-2024' },
      { code: 'C', name: 'C', kind: 'Bidang', parentCode: 'A', from: '01-01-2024' },
      { code: 1.1, name: 'Kode pecahan', kind: 'Bidang', parentCode: '3.01', from: '01-01-2024' },
      { code: '10', name: 'Terbalik', kind: 'Yayasan', parentCode: '3.01', from: '01-01-2024' },
      { code: '11', name: 'Terbalik', kind: 'Bidang', parentCode: '3.01', from: '01-02-2024', to: '01-01-2024' },
    );
    rows.posts.push(
      { code: 'X', name: 'Melingkar 1', unitCode: '3.01', kind: 'Pelaksana', superiorCode: 'Y', class: '5', from: '01-01-2024' },
      { code: 'Y', name: 'Melingkar 2', unitCode: '3.01', kind: 'Pelaksana', superiorCode: 'X', class: '5', from: '01-01-2024' },
      { code: 'Z', name: 'Salah', unitCode: '88', kind: 'Pelaksana', superiorCode: 'QQ', class: '5', from: '01-01-2024' },
    );
    rows.employees.push(
      { nip: Number('199001012015031005'), name: 'Angka', kind: 'PNS', from: '01-03-2015' },
      { nip: '1990', name: 'Pendek', kind: 'PNS', from: '01-03-2015' },
      { nip: '199003052015031903', name: 'Kembar', kind: 'PNS', from: '01-03-2015' },
      { name: 'Tanpa NIP', kind: 'PNS', from: '01-03-2015' },
      { nip: '199103052015031906', name: 'Tanggal', kind: 'PNS', from: '31-02-2015' },
      { nip: '199203052015031907', kind: 'PNS', from: '01-03-2015', to: '01-03-2014' },
    );
    rows.assignments.push(
      { person: '199003052015031903', postCode: 'T', kind: 'Definitif', from: '01-05-2025' },
      { person: '199999999999999999', postCode: 'P', kind: 'Definitif', from: '01-05-2025' },
      { person: '199505052024211904', postCode: 'PX', kind: 'Tambahan', from: '01-05-2025' },
      { person: '199505052024211904', postCode: 'P', kind: 'Plt', from: '01-05-2025', to: '01-04-2025' },
      { person: '199505052024211904', postCode: 'K', kind: 'Plh', from: '01-05-2023', to: '01-06-2023' },
    );
    const before = await stateOf();
    const result = await checked(rows);
    expect(result.status).toBe('invalid');
    expect(reasonsOf(result)).toEqual(
      expect.arrayContaining([
        'Unit 5 Kode: duplicate-code',
        'Unit 6 Kode Induk: unknown-unit',
        'Unit 7 Kode Induk: unit-loop',
        'Unit 9 Kode: code-as-number',
        'Unit 10 Jenis: unknown-word',
        'Unit 11 Berlaku Sampai: end-before-start',
        'Jabatan 6 Kode Jabatan Atasan: superior-loop',
        'Jabatan 8 Kode Unit: unknown-unit',
        'Jabatan 8 Kode Jabatan Atasan: unknown-post',
        'Pegawai 7 NIP: nip-as-number',
        'Pegawai 8 NIP: nip-malformed',
        'Pegawai 9 NIP: duplicate-nip',
        'Pegawai 10 NIP: nip-missing',
        'Pegawai 11 TMT: date-malformed',
        'Pegawai 12 Nama: cell-missing',
        'Penugasan 7 Mulai: person-overlap',
        'Penugasan 8 NIP atau Kode Pegawai: unknown-person',
        'Penugasan 9 Kode Jabatan: unknown-post',
        'Penugasan 10 Sampai: end-before-start',
        'Penugasan 11 Mulai: outside-employment',
      ]),
    );
    expect(result.problems.find(({ reason }) => reason === 'superior-loop')?.params).toEqual({ chain: 'X → Y → X' });
    expect(result.problemCount).toBe(result.problems.length);
    expect(await stateOf()).toEqual(before);
    expect((await test.call('POST', `/imports/${result.id}/apply`, { as: 'super' })).body.code).toBe('import-has-errors');
  });

  it('X-IN-1 more holders than seats, two acting at once, somebody else’s NIP', async () => {
    await applied(smallRegency());
    const rows = smallRegency();
    rows.employees.push({ nip: '199203052015031908', name: 'Ketiga', kind: 'PNS', from: '01-03-2015' });
    rows.employees[3] = { ...rows.employees[3], name: 'Orang Lain', birthDate: '01-01-1980' };
    rows.assignments.push(
      { person: '199203052015031908', postCode: 'P', kind: 'Definitif', from: '01-05-2025' },
      { person: '199003052015031903', postCode: 'K', kind: 'Plt', from: '01-05-2025', to: '01-07-2025' },
      { person: '199505052024211904', postCode: 'K', kind: 'Plh', from: '01-06-2025', to: '02-06-2025' },
    );
    expect(reasonsOf(await checked(rows))).toEqual([
      'Pegawai 5 NIP: nip-of-other', 'Penugasan 7 Kode Jabatan: too-many-holders', 'Penugasan 9 Mulai: acting-overlap',
    ]);
  });

  it('X-IN-1 a NIP that says another birth or sex is a warning only', async () => {
    const rows = smallRegency();
    rows.employees[3] = { ...rows.employees[3], birthDate: '06-03-1990' };
    const done = await checked(rows);
    expect(done.status).toBe('ready');
    expect(done.warnings.map(({ row, column, reason }) => `${row} ${column} ${reason}`)).toEqual(
      expect.arrayContaining(['5 Tanggal Lahir nip-birth-date', '5 Jenis Kelamin nip-sex']),
    );
  });

  it('a transfer, a new class and an end come through dated; the earlier rows stay', async () => {
    await applied(smallRegency());
    const rows = smallRegency();
    rows.posts[3] = { ...rows.posts[3], class: '7', classFrom: '01-10-2026' };
    rows.posts.push({ code: 'P2', name: 'Analis Pangan', unitCode: '3.01', kind: 'Pelaksana', superiorCode: 'K', class: '8', from: '01-01-2026' });
    rows.assignments[3] = { ...rows.assignments[3], to: '30-09-2026' };
    rows.assignments.push({ person: '199003052015031903', postCode: 'P2', kind: 'Definitif', from: '01-10-2026' });
    const withoutEnd = { ...rows, assignments: rows.assignments.filter((_, index) => index !== 3) };
    expect(reasonsOf(await checked(withoutEnd))).toEqual(['Penugasan 6 Mulai: person-overlap-standing']);
    const done = await applied(rows);
    expect(done.counts).toMatchObject({ posts: { fresh: 1, changed: 1 }, assignments: { fresh: 1, changed: 1, unchanged: 4 } });
    const classes = await test.db.query(`SELECT c.class, c.valid_from AS "from", c.valid_to AS "to" FROM post_class c JOIN post p ON p.id = c.post_id WHERE p.code = 'P' ORDER BY 2`);
    expect(classes).toEqual([{ class: '6', from: '2024-01-01', to: '2026-09-30' }, { class: '7', from: '2026-10-01', to: null }]);
    const skpdOn = async (date: IsoDate) => {
      const { id } = (await test.db.one<{ id: string }>(`SELECT employment_id AS id FROM employment_nip WHERE nip = '199003052015031903'`))!;
      return (await test.app.get(OrganisationService).onDate(date)).definitivePost(id)?.postName;
    };
    expect([await skpdOn('2026-09-30'), await skpdOn('2026-10-01')]).toEqual(['Pengelola Data Pangan', 'Analis Pangan']);
    expect((await applied(rows)).counts).toMatchObject({ posts: { changed: 0, unchanged: 5 }, assignments: { changed: 0, unchanged: 6 } });
  });

  it('a file that is no workbook, or one without our sheets, is refused with the reason', async () => {
    expect((await send(Buffer.from('NIP;Nama\n1;2'))).body).toMatchObject({ code: 'file-unreadable' });
    const other = new ExcelJS.Workbook();
    other.addWorksheet('Lain').addRow(['x']);
    const { body } = await send(Buffer.from(await other.xlsx.writeBuffer()));
    await test.deliver();
    expect((await fetched(body.id)).problems).toMatchObject([{ sheet: null, reason: 'sheets-missing' }]);
    const broken = await send(Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), Buffer.alloc(200)]));
    await test.deliver();
    expect((await fetched(broken.body.id)).problems).toMatchObject([{ reason: 'file-unreadable' }]);
    expect((await send(await workbookOf(smallRegency()), 'umpeg')).status).toBe(403);
  });

  it('the template is taken as it is, and its examples are passed over', async () => {
    const answer = await test.call('GET', '/imports/template.xlsx', { as: 'super' });
    expect(answer.status).toBe(200);
    const template = new ExcelJS.Workbook();
    await template.xlsx.load(answer.raw as unknown as ArrayBuffer);
    const names = template.worksheets.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining([...Object.values(SHEET_TITLES), LEGEND_TITLE]));
    const { body } = await send(answer.raw);
    await test.deliver();
    expect(await fetched(body.id)).toMatchObject({ status: 'ready', counts: { employees: { rows: 0 }, units: { rows: 0 } } });
    // Filled with the example rows, it is a workbook that passes.
    const rowsOf = (sheet: WorkbookSheet) => template.getWorksheet(`${SHEET_TITLES[sheet]} (contoh)`)!;
    for (const sheet of Object.keys(SHEET_TITLES) as WorkbookSheet[]) {
      rowsOf(sheet).eachRow((row, number) => {
        if (number > 1) template.getWorksheet(SHEET_TITLES[sheet])!.addRow(row.values);
      });
    }
    const filled = await send(Buffer.from(await template.xlsx.writeBuffer()));
    await test.deliver();
    const result = await fetched(filled.body.id);
    expect(reasonsOf(result)).toEqual([]);
  });

  it('X-UX-3 work goes on in another process after a restart, and progress is seen meanwhile', async () => {
    const { body } = await send(await workbookOf(smallRegency()));
    expect(body).toMatchObject({ status: 'queued', percent: 0 });
    const source = await openDatabase(test.url, 8);
    const second = await createHttpApplication(test.app.get(CONFIG), source, true);
    try {
      await second.init();
      await second.get(WorkQueue).runDue();
      expect(await fetched(body.id)).toMatchObject({ status: 'ready', percent: 100 });
      // A process that died in the middle of applying leaves this behind, and a job nobody will take for hours.
      await test.call('POST', `/imports/${body.id}/apply`, { as: 'super' });
      await test.db.query(`UPDATE graphile_worker._private_jobs SET locked_at = now(), locked_by = 'gone'`);
      await second.get(ImportsService).resume();
      const seen: number[] = [];
      const watch = setInterval(() => void fetched(body.id).then(({ percent }) => seen.push(percent)), 10);
      await second.get(WorkQueue).runDue();
      clearInterval(watch);
      expect(await fetched(body.id)).toMatchObject({ status: 'applied', percent: 100 });
      expect(await countPeople()).toBe(16 + 5);
      expect([...seen].sort((a, b) => a - b)).toEqual(seen);
    } finally {
      await second.close();
      if (source.isInitialized) await source.destroy();
    }
  });
});
