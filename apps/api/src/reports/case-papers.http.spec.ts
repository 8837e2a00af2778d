import type { Citation } from '@ekinerja/contracts/basics';
import type { VerifyAnswer } from '@ekinerja/contracts/documents';
import type { CaseDetail, PerformanceReport } from '@ekinerja/contracts/follow-up';
import type { NotificationItem } from '@ekinerja/contracts/notifications';
import { CaseRecordService } from '../follow-up/case-record.service.js';
import { RemindersJobs } from '../monitoring/reminders.jobs.js';
import { Clock } from '../platform/clock.js';
import { EvaluationsJobs } from '../evaluations/evaluations.jobs.js';
import { givenEvaluation } from '../testing/evaluated.js';
import { qrOnPaper } from '../testing/paper-reader.js';
import { testApp, type OrProblem, type TestApp } from '../testing/test-app.js';
import { tinyGovernment, type TinyGovernment } from '../testing/tiny-government.js';
import { givenSkp } from '../testing/work.js';
import { reminderPaper, stepPaper } from './case-paper.js';

let test: TestApp;
let gov: TinyGovernment;
const begin = async (clock: string, daerah?: 'kuantan-singingi' | 'banjarnegara') => {
  test = await testApp({ clock, ...(daerah ? { daerah } : {}) });
  gov = await tinyGovernment(test);
};
const open = (as: string, body: object) =>
  test.call<OrProblem<CaseDetail>>('POST', '/follow-up/cases', {
    as,
    body: { evaluationId: null, month: null, grounds: 'Target kinerja 2026 tidak terpenuhi', ...body },
  });
const step = async (
  one: CaseDetail,
  action: string,
  note: string,
  document: object | null = null,
  as = 'super',
) =>
  (
    await test.call<OrProblem<CaseDetail>>('POST', `/follow-up/cases/${one.id}/steps`, {
      as,
      ifMatch: one.version,
      body: { action, note, document },
    })
  ).body;
const paper = async (as: string, path: string) => {
  const answer = await test.call('GET', path, { as });
  return { ...answer, isPdf: answer.status === 200 && answer.raw.subarray(0, 5).toString() === '%PDF-' };
};
const titles = () =>
  test.db.query<{ title: string; superseded: boolean }>(
    `SELECT title, superseded_at IS NOT NULL AS superseded FROM issued_document WHERE kind LIKE 'case-%' ORDER BY number`,
  );
const letter = { number: '800/7/2028', date: '2027-07-20', signatory: 'Bupati Tanah Laut' };

/** What a paper says, before it is set in type. */
const said = async (as: 'super', id: string, number: number | 'reminder') => {
  const actor = {
    employmentId: gov.people[as],
    personId: null,
    personName: 'Arif Rahman',
    username: as,
    accountId: gov.accounts[as],
    today: today(),
    roles: [{ role: 'superadmin', unitId: null, skpdId: null }],
  };
  const record = await test.db.transaction(() => test.app.get(CaseRecordService).of(actor as never, id));
  const common = { government: 'Uji', timeZone: 'Asia/Makassar', printedOn: today(), seal: null };
  const whole =
    number === 'reminder'
      ? reminderPaper(record, common)
      : stepPaper(
          record,
          record.steps.find((one) => one.step.number === number)!,
          null,
          common,
        );
  return JSON.stringify(whole);
};
const today = () => test.app.get(Clock).today();

describe('by the ladder of Tanah Laut', () => {
  let evaluationId = '';
  beforeAll(() => begin('2027-02-01T09:00:00+08:00'));
  afterAll(() => test.close());

  it('TL-34.e X-AP-2 the end of a time given is announced ahead and once more when it has passed, to employee, evaluator and deciders', async () => {
    const evaluationId = await givenEvaluation(test, gov, 'budi', 'kasi', {
      receivedAt: '2027-01-15T03:00:00Z',
    });
    const one = (await open('super', { kind: 'sanction', employmentId: gov.people.budi, evaluationId }))
      .body as CaseDetail;
    const told = async () => {
      await test.deliver();
      const of = async (as: string) =>
        (await test.call<{ items: NotificationItem[] }>('GET', '/notifications', { as })).body.items.filter(
          ({ topic }) => topic === 'case-due',
        ).length;
      return [await of('budi'), await of('kasi'), await of('super'), await of('rina')];
    };
    const look = async (on: string) => {
      test.setClock(`${on}T06:10:00+08:00`);
      for (let times = 0; times < 2; times += 1) await test.app.get(RemindersJobs).look();
      return told();
    };
    expect(await look('2027-06-14')).toEqual([0, 0, 0, 0]);
    expect(await look('2027-06-15')).toEqual([1, 1, 1, 0]);
    expect(await look('2027-07-15')).toEqual([1, 1, 1, 0]);
    expect(await look('2027-07-16')).toEqual([2, 2, 2, 0]);
    test.setClock('2027-07-16T09:00:00+08:00');
    await step(one, 'improved', 'Predikat semester pertama baik');
    expect(await look('2027-07-20')).toEqual([2, 2, 2, 0]);
  });

  it('TL-33.a TL-34.a TL-34.c TL-34.e every step of a sanction has its official paper with articles and QR; a reminder only while a time ends', async () => {
    test.setClock('2027-02-01T09:00:00+08:00');
    await givenSkp(test, gov, 'siti');
    evaluationId = await givenEvaluation(test, gov, 'siti', 'kasi', { receivedAt: '2027-01-15T03:00:00Z' });
    let one = (await open('super', { kind: 'sanction', employmentId: gov.people.siti, evaluationId }))
      .body as CaseDetail;
    const at = (number: number | string) => `/follow-up/cases/${one.id}/steps/${number}/paper.pdf`;
    expect(one.steps.map(({ number, paper: kind }) => [number, kind])).toEqual([[1, 'statement']]);

    const statement = await paper('siti', at(1));
    expect(statement.isPdf).toBe(true);
    expect(await said('super', one.id, 1)).toMatch(
      /Kesempatan Memperbaiki Kinerja.*Kurang.*sampai dengan 15 Juli 2027.*uji kompetensi kembali","Pasal 34"/s,
    );
    const code = (await qrOnPaper(statement.raw)).split('/').at(-1);
    expect((await test.call<VerifyAnswer>('GET', `/documents/verify/${code}`)).body).toMatchObject({
      status: 'genuine',
      title: expect.stringContaining('Pernyataan Kesempatan Memperbaiki Kinerja – Siti Aminah'),
    });
    // The same bytes for whoever asks again; nobody else finds it.
    expect((await paper('kasi', at(1))).raw.equals(statement.raw)).toBe(true);
    expect([
      (await paper('rina', at(1))).status,
      (await paper('super', at(2))).status,
      (await paper('super', at('satu'))).status,
    ]).toEqual([404, 404, 404]);

    expect((await paper('super', `/follow-up/cases/${one.id}/reminder.pdf`)).status).toBe(409);
    test.setClock('2027-06-20T09:00:00+08:00');
    expect((await paper('super', `/follow-up/cases/${one.id}/reminder.pdf`)).isPdf).toBe(true);
    expect(await said('super', one.id, 'reminder')).toMatch(
      /kesempatan memperbaiki kinerja berakhir pada 15 Juli 2027.*Pasal 34/s,
    );
    test.setClock('2027-07-16T09:00:00+08:00');
    expect((await paper('super', `/follow-up/cases/${one.id}/reminder.pdf`)).isPdf).toBe(true);

    one = await step(one, 'not-improved', 'Predikat semester pertama tetap kurang');
    one = await step(one, 'tested-unfit', 'Nilai uji di bawah standar jabatan pengelola');
    one = await step(one, 'temporary', 'Belum ada jabatan lowong yang sesuai', letter);
    for (const { number } of one.steps)
      expect([number, (await paper('siti', at(number))).isPdf]).toEqual([number, true]);
    expect(await said('super', one.id, 3)).toMatch(
      /Tidak memenuhi standar.*Rekomendasi yang terbuka.*Dipindahkan pada jabatan lain.*Pasal 34 huruf d.*Pasal 34 huruf e.*H\. Rahmad Saleh/s,
    );
    expect(await said('super', one.id, 4)).toMatch(
      /800\/7\/2028.*Bupati Tanah Laut.*sampai dengan 16 Juli 2028.*Diberhentikan dengan hormat.*Pasal 34 huruf f/s,
    );
    expect(
      (await titles()).map(
        ({ title, superseded }) => `${title.split(' – ')[0]}${superseded ? ' (diganti)' : ''}`,
      ),
    ).toEqual([
      'Pernyataan Kesempatan Memperbaiki Kinerja',
      'Pengingat perkara (diganti)',
      'Pengingat perkara',
      'Berita Acara Kinerja Tidak Membaik',
      'Hasil Uji Kompetensi',
      'Keputusan Penempatan Sementara',
    ]);
  });

  it('TL-34.a the time given runs from the delivery of the version that stands: after an objection not from the first', async () => {
    test.setClock('2027-02-01T09:00:00+08:00');
    const evaluationId = await givenEvaluation(test, gov, 'kasi', 'kabid', {
      receivedAt: '2027-01-15T03:00:00Z',
    });
    await test.db.query(`UPDATE evaluation SET version = version + 1 WHERE id = $1`, [evaluationId]);
    await test.db.query(
      `INSERT INTO evaluation_receipt (evaluation_id, version, received_at, mode, recorded_by_employment_id)
       SELECT id, version, '2027-01-28T03:00:00Z', 'confirmed', employment_id FROM evaluation WHERE id = $1`,
      [evaluationId],
    );
    const one = (await open('super', { kind: 'sanction', employmentId: gov.people.kasi, evaluationId }))
      .body as CaseDetail;
    expect(one.dueOn).toBe('2027-07-28');
    expect(await said('super', one.id, 1)).toMatch(/diterima","28 Januari 2027.*sampai dengan 28 Juli 2027/s);
  });

  it('TL-27.2 everybody to whom the report was handed opens its evaluation documents and SKP, and nobody else', async () => {
    test.setClock('2027-02-01T09:00:00+08:00');
    await test.db.query(
      `INSERT INTO authority (kind, employment_id, valid_from, decree_number, decree_date) VALUES ('pyb', $1, '2026-01-01', '1/2026', '2026-01-01')`,
      [gov.people.kaban],
    );
    let { body: report } = await test.call<PerformanceReport>('POST', '/performance-reports', {
      as: 'kasi',
      body: { kind: 'annual', month: '2026-12', note: null },
    });
    const open = async (as: string) =>
      Promise.all(
        (['evaluation', 'skp'] as const).map(
          async (attachment) =>
            (
              await paper(
                as,
                `/performance-reports/${report.id}/items/${evaluationId}/attachment.pdf?attachment=${attachment}`,
              )
            ).status,
        ),
      );
    // Three tiers above the employee, and outside of the unit: not theirs to read until the report is.
    expect([await open('kabid'), await open('kadis'), await open('kaban')]).toEqual([
      [200, 200],
      [404, 404],
      [404, 404],
    ]);
    for (const as of ['kabid', 'kadis'])
      ({ body: report } = await test.call<PerformanceReport>(
        'POST',
        `/performance-reports/${report.id}/pass`,
        { as, ifMatch: report.version, body: { note: null } },
      ));
    expect([await open('kadis'), await open('kaban'), await open('budi')]).toEqual([
      [200, 200],
      [200, 200],
      [404, 404],
    ]);
    expect((await paper('kaban', `/evaluations/${evaluationId}/evaluation.pdf`)).status).toBe(404);
    expect(
      (
        await paper(
          'kaban',
          `/performance-reports/${report.id}/items/${report.id}/attachment.pdf?attachment=skp`,
        )
      ).status,
    ).toBe(404);
  });
});

describe('by other regulations', () => {
  afterEach(() => test.close());

  it('KS-31.1 KS-31.2 statement, coaching and deduction are papers; a case needs a day without a report', async () => {
    await begin('2026-11-23T09:00:00+07:00', 'kuantan-singingi');
    const body = { kind: 'non-reporting', month: '2026-10', grounds: 'Sudah ditegur dua kali' };
    let one = (await open('kasi', { ...body, employmentId: gov.people.siti })).body as CaseDetail;
    one = await step(one, 'coach', 'Dibimbing mengisi setiap sore', null, 'kasi');
    one = await step(one, 'deduct', 'Dipotong sesuai kebijakan TPP');
    const whole = await Promise.all([1, 2, 3].map((number) => said('super', one.id, number)));
    expect(whole[0]).toMatch(
      /Pernyataan Tidak Melaporkan Kegiatan.*Oktober 2026.*22 hari.*Pasal 31 ayat \(1\)/s,
    );
    expect(whole[1]).toMatch(/Berita Acara Pembinaan.*Dibimbing mengisi setiap sore.*Pejabat penilai,/s);
    expect(whole[2]).toMatch(/Keputusan Pemotongan TPP.*Pasal 31 ayat \(2\)/s);
    for (const number of [1, 2, 3])
      expect((await paper('siti', `/follow-up/cases/${one.id}/steps/${number}/paper.pdf`)).isPdf).toBe(true);
    // Who held no post lacked no day.
    await test.db.query(`DELETE FROM assignment WHERE employment_id = $1`, [gov.people.rina]);
    expect((await open('super', { ...body, employmentId: gov.people.rina })).body.rule).toMatchObject({
      code: 'case.no-silent-day',
    });
  });

  it('BN-14.3 no case for an evaluator who left nobody; the paper counts whom they left', async () => {
    await begin('2026-11-23T09:00:00+07:00', 'banjarnegara');
    const body = { kind: 'evaluator', month: '2026-10', grounds: 'Tidak menilai bulan Oktober' };
    for (const person of ['siti', 'budi'] as const)
      await givenEvaluation(test, gov, person, 'kasi', {
        kind: 'periodic',
        month: '2026-10',
        predicate: 'baik',
      });
    // The record is made once the waiting time after the limit has passed.
    test.setClock('2026-12-03T09:00:00+07:00');
    await test.app.get(EvaluationsJobs).look();
    expect((await open('super', { ...body, employmentId: gov.people.kasi })).body.rule).toMatchObject({
      code: 'case.nobody-left',
      cite: { ref: 'Pasal 14 ayat (3)' } satisfies Partial<Citation>,
    });
    const one = (await open('super', { ...body, employmentId: gov.people.kabid })).body as CaseDetail;
    expect(one.derivation).toEqual([expect.objectContaining({ rule: 'case.unevaluated', result: 1 })]);
    expect(await said('super', one.id, 1)).toMatch(
      /Pejabat Penilai yang Tidak Menilai.*1 orang.*Pasal 14 ayat \(3\)/s,
    );
  });
});
