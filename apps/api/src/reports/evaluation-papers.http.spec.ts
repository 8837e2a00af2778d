import { randomUUID } from 'node:crypto';
import type { VerifyAnswer } from '@ekinerja/contracts/documents';
import type { Evaluation } from '@ekinerja/contracts/evaluations';
import type { FeedbackSubject } from '@ekinerja/contracts/feedback';
import type { OfficialForms } from '@ekinerja/contracts/forms';
import type { Measurement } from '@ekinerja/contracts/measurements';
import type { Objection } from '@ekinerja/contracts/objections';
import { EvaluationRecordService, type EvaluationRecord } from '../evaluations/evaluation-record.service.js';
import { ObjectionViewService } from '../objections/objection-view.service.js';
import { qrOnPaper } from '../testing/paper-reader.js';
import { testApp, type OrProblem, type TestApp } from '../testing/test-app.js';
import { tinyGovernment, type PersonName, type TinyGovernment } from '../testing/tiny-government.js';
import { entry, givenSkp } from '../testing/work.js';
import { evaluationPaper } from './evaluation-paper.js';

interface Printed {
  people: string[][];
  blocks: { title: string; rows: string[][]; lines: string[] }[];
  signatures: { lead: string; name: string }[];
  signed: string[];
}

describe('official papers of evaluation', () => {
  let test: TestApp;
  let gov: TinyGovernment;
  let result: string;
  beforeAll(async () => {
    test = await testApp({ clock: '2026-12-31T09:00:00+08:00' });
    gov = await tinyGovernment(test);
    result = await givenSkp(test, gov, 'siti');
  });
  afterAll(() => test.close());
  const call = async <T>(method: 'POST' | 'PUT' | 'GET', path: string, as: PersonName, body?: object, ifMatch?: number) => {
    const answer = await test.call<OrProblem<T>>(method, path, { as, ...(body ? { body } : {}), ifMatch: ifMatch ?? null });
    if (answer.status > 201) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const rate = (kind: 'periodic' | 'annual') =>
    call<Evaluation>('POST', '/evaluations', 'kasi', {
      employmentId: gov.people.siti, month: '2026-12', kind, inputs: { workRating: 'below', behaviourRating: 'meets' }, note: 'Tertib', recommendation: 'Ikuti pelatihan',
    });
  const paper = (as: PersonName, path: string) => test.call('GET', path, { as });
  const issued = (kind: string) =>
    test.db.query<{ verify_code: string; title: string; superseded_at: Date | null }>(`SELECT verify_code, title, superseded_at FROM issued_document WHERE kind = $1 ORDER BY issued_at`, [kind]);
  const isPdf = ({ status, raw }: { status: number; raw: Buffer }) => [status, raw.subarray(0, 5).toString()];

  it('TL-23.1 TL-25.1 the predicate is put into the periodic and the annual document, numbered, with its QR; the same bytes each time', async () => {
    await call('PUT', '/unit-performance', 'bupati', { unitId: gov.units.dinkes, month: '2026-12', kind: 'annual', predicate: 'baik', basis: 'LKjIP 2026' });
    for (const kind of ['periodic', 'annual'] as const) {
      const { id } = await rate(kind);
      const [first, again] = [await paper('siti', `/evaluations/${id}/evaluation.pdf`), await paper('kasi', `/evaluations/${id}/evaluation.pdf`)];
      expect(isPdf(first)).toEqual([200, '%PDF-']);
      expect(again.raw.equals(first.raw)).toBe(true);
      expect((await paper('budi', `/evaluations/${id}/evaluation.pdf`)).status).toBe(404);
    }
    const papers = await issued('evaluation');
    expect(papers.map(({ title }) => title)).toEqual([
      'Evaluasi kinerja 2026-12 – Siti Aminah – versi 1.0.0', 'Evaluasi kinerja tahunan 2026 – Siti Aminah – versi 1.0.0',
    ]);
    expect((await test.call<VerifyAnswer>('GET', `/documents/verify/${papers[0]!.verify_code}`)).body.status).toBe('genuine');
  });

  it('X-PR-1 a printed paper read back by its QR leads to the public answer: genuine, and no more than the paper says', async () => {
    const [{ id }] = (await test.call<[Evaluation]>('GET', '/evaluations/mine', { as: 'siti' })).body;
    const url = await qrOnPaper((await paper('siti', `/evaluations/${id}/evaluation.pdf`)).raw);
    expect(url).toMatch(/^http:\/\/ekinerja\.test\/verifikasi\/[a-z2-7]{26}$/);
    const { body } = await test.call<VerifyAnswer>('GET', `/documents/verify/${url.split('/').at(-1)}`);
    expect(body).toMatchObject({ status: 'genuine', title: expect.stringContaining('Siti Aminah') });
    expect(Object.keys(body).toSorted()).toEqual(['hash', 'issuedAt', 'number', 'status', 'supersededAt', 'title', 'unitName']);
  });

  it('TL-9.3 TL-9.4 TL-16.3 TL-19.8 the document shows results and standards of behaviour with the feedback of the period, and what was taken over; givers by their part', async () => {
    const said = (on: string, text: string, subject: FeedbackSubject = 'general', about: string | null = null) =>
      test.db.query(
        `INSERT INTO feedback (employment_id, giver, giver_employment_id, giver_name, kind, way, given_on, subject, about, text, given_at)
         VALUES ($1, 'leader', $2, 'Ahmad Fauzi', 'incidental', 'indirect', $3, $5, $6, $4, $3::date)`,
        [gov.people.siti, gov.people.kasi, on, text, subject, about],
      );
    await said('2026-12-10', 'Laporan rapi dan tepat waktu');
    await said('2026-11-30', 'Kata bulan sebelumnya');
    await said('2026-12-11', 'Ramah melayani', 'behaviour', 'Berorientasi pelayanan');
    await test.db.query(`UPDATE skp SET plan = jsonb_set(plan, '{behaviour}', '[{"code": "loyal", "expectation": "Menjaga rahasia data pasien"}]') WHERE employment_id = $1`, [gov.people.siti]);
    const evaluations = (await test.call<Evaluation[]>('GET', '/evaluations/mine', { as: 'siti' })).body;
    const blocksOf = async (kind: Evaluation['kind'], more: Partial<EvaluationRecord> = {}) => {
      const record = await test.app.get(EvaluationRecordService).attached(evaluations.find((one) => one.kind === kind)!.id);
      const common = { government: 'Uji', timeZone: 'Asia/Makassar', printedOn: '2026-12-31', seal: null };
      const { blocks } = evaluationPaper({ ...record, ...more }, null, common) as { blocks: { title: string; columns?: string[]; rows: string[][] }[] };
      return (title: string) => blocks.find((block) => block.title === title);
    };
    const takeOvers = [{ id: '1', employmentId: gov.people.siti, result: 'Buku saku', note: 'Tidak dapat diselesaikan', by: 'Ahmad Fauzi', at: '2026-12-20T01:00:00Z', cite: { source: 'tanah-laut-2024', ref: 'Pasal 19 ayat (7)' } }];
    const december = await blocksOf('periodic', { takeOvers });
    expect(december('Rencana hasil kerja yang diambil alih pimpinan')?.rows).toEqual([['Buku saku', 'Tidak dapat diselesaikan (Pasal 19 ayat (7))', 'Ahmad Fauzi, 20 Desember 2026']]);
    const rows = [['10 Desember 2026', 'Umum', 'Laporan rapi dan tepat waktu', 'Pimpinan']];
    expect(december('Umpan balik lain pada periode ini')?.rows).toEqual(rows);
    expect((await blocksOf('annual'))('Umpan balik lain pada periode ini')?.rows).toEqual([['30 November 2026', 'Umum', 'Kata bulan sebelumnya', 'Pimpinan'], ...rows]);

    const behaviour = december('Perilaku kerja')!.rows;
    expect(behaviour.map(([standards]) => standards!.split('\n').length)).toEqual([4, 4, 4, 4, 4, 4, 4]);
    expect(behaviour.filter(([, ...others]) => others.some((one) => one !== '–')).map(([standards, ...others]) => [standards!.split('\n')[0], ...others])).toEqual([
      ['Berorientasi pelayanan', '–', 'Ramah melayani (Pimpinan, 11 Desember 2026)'],
      ['Loyal', 'Menjaga rahasia data pasien', '–'],
    ]);

    const line = december('Hasil kerja')!.rows[0]![1]!.split(': ');
    await said('2026-12-12', 'Pertahankan', 'result', line[0]);
    await said('2026-12-13', 'Angkanya naik', 'indicator', line.join(' – '));
    expect((await blocksOf('periodic'))('Hasil kerja')!.rows[0]!.at(-1)).toBe('Pertahankan (Pimpinan, 12 Desember 2026)\nAngkanya naik (Pimpinan, 13 Desember 2026)');
  });

  it('TL-39 the form of an objection, and the evaluation’s document after the decision supersedes the one before', async () => {
    const { id: evaluationId } = (await test.call<Evaluation[]>('GET', '/evaluations/mine', { as: 'siti' })).body.find(({ kind }) => kind === 'periodic')!;
    const filed = await call<Objection>('POST', '/objections', 'siti', { evaluationId, reasons: 'Semua laporan sudah selesai dan diterima bidang.' });
    for (const side of ['employee', 'evaluator']) await call('POST', `/objections/${filed.id}/explanations`, 'kabid', { side, text: 'Disampaikan lisan' });
    const { version } = await call<Objection>('GET', `/objections/${filed.id}`, 'kabid');
    expect(isPdf(await paper('siti', `/objections/${filed.id}/objection.pdf`))).toEqual([200, '%PDF-']);
    await call('POST', `/objections/${filed.id}/decision`, 'kabid', { outcome: 'change', reason: 'Bukti lengkap', inputs: { workRating: 'meets', behaviourRating: 'meets' }, recommendation: 'Lanjutkan' }, version);
    expect(isPdf(await paper('siti', `/evaluations/${evaluationId}/evaluation.pdf`))).toEqual([200, '%PDF-']);
    // The evaluator stays the evaluator; who decided stands apart, with the objection's own blocks (TL 35(d)–(f)).
    const record = await test.app.get(EvaluationRecordService).attached(evaluationId);
    const objection = await test.app.get(ObjectionViewService).forPaper(filed.id);
    const printed = evaluationPaper(record, objection, { government: 'Uji', timeZone: 'Asia/Makassar', printedOn: '2026-12-31', seal: null }) as Printed;
    expect(printed.people[0]).toEqual(['Nama', 'Siti Aminah', 'Ahmad Fauzi', 'Nurhayati']);
    expect(printed.signatures.map(({ lead, name }) => `${lead} ${name}`)).toEqual(['Pegawai yang dinilai, Siti Aminah', 'Pejabat penilai kinerja, Ahmad Fauzi', 'Atasan pejabat penilai, Nurhayati']);
    expect(printed.signed).toEqual(['Diubah atas keberatan: Nurhayati, 31 Desember 2026 09:00']);
    const block = (title: string) => printed.blocks.find((one) => one.title.startsWith(title))!;
    expect(block('4.').rows).toContainEqual(['Predikat kinerja pegawai', 'Baik']);
    expect(block('6.').lines).toEqual(['Semua laporan sudah selesai dan diterima bidang.', 'Penjelasan pegawai: Disampaikan lisan (dicatat oleh Nurhayati)']);
    expect(block('8.').lines).toEqual(['Mengubah hasil evaluasi: Butuh Perbaikan menjadi Baik.', 'Bukti lengkap', 'Rekomendasi: Lanjutkan', 'Nurhayati, 31 Desember 2026 09:00']);
    const papers = (await issued('evaluation')).filter(({ title }) => title.includes('2026-12'));
    expect(papers.map(({ superseded_at }) => superseded_at !== null)).toEqual([true, false]);
    expect((await test.call<VerifyAnswer>('GET', `/documents/verify/${papers[0]!.verify_code}`)).body.status).toBe('superseded');
    expect((await paper('budi', `/objections/${filed.id}/objection.pdf`)).status).toBe(404);
  });

  it('BN-10.2 the measurement document is a draft until the evaluator has confirmed it', async () => {
    const body = { rhythm: 'monthly', month: '2026-12', submit: true, lines: [{ resultId: result, indicator: 0, realised: '12', source: 'Rekap bidang' }] };
    const stated = await call<Measurement>('PUT', '/measurements/mine', 'siti', body);
    const draft = await paper('siti', `/measurements/${stated.id}/measurement.pdf`);
    expect([...isPdf(draft), draft.headers['content-disposition']]).toEqual([200, '%PDF-', expect.stringContaining('draf-')]);
    expect(await issued('measurement')).toEqual([]);
    await call('POST', `/measurements/${stated.id}/confirmation`, 'kasi', { lines: [{ resultId: result, indicator: 0, confirmed: '12', note: '' }] }, stated.version);
    expect(isPdf(await paper('siti', `/measurements/${stated.id}/measurement.pdf`))).toEqual([200, '%PDF-']);
    expect((await issued('measurement')).map(({ title }) => title)).toEqual([expect.stringContaining('Siti Aminah')]);
  });

  it('TL-36.2 TL-39 flow and forms of all four stages stand in one place, and each opens', async () => {
    await call('PUT', `/activities/${randomUUID()}`, 'siti', entry(result, { date: '2026-12-31' }));
    await call('POST', '/performance-reports', 'kasi', { kind: 'annual', month: '2026-12', note: null });
    const forms = async (as: PersonName, of: PersonName) => (await test.call<OrProblem<OfficialForms>>('GET', `/employees/${gov.people[of]}/forms?year=2026`, { as })).body;
    const own = await forms('siti', 'siti');
    expect(own.stages.map(({ stage, page, forms: list }) => [stage, page, list.map(({ code, period }) => `${code} ${period}`).toSorted()])).toEqual([
      ['planning', '/skp', ['skp 2026']],
      ['execution', '/kegiatan', ['feedback-record 2026', 'month-report 2026-12']],
      ['assessment', '/hasil', ['annual-evaluation 2026', 'evaluation 2026-12', 'measurement 2026-12']],
      ['follow-up', '/tindak-lanjut', ['objection 2026-12']],
    ]);
    for (const { path } of own.stages.flatMap(({ forms: list }) => list)) expect([path, ...isPdf(await paper('siti', path))]).toEqual([path, 200, '%PDF-']);
    // The evaluator finds what is theirs to see, and the report upwards as a form of its own.
    expect((await forms('kasi', 'siti')).stages.flatMap(({ forms: list }) => list.map(({ code }) => code))).not.toContain('month-report');
    const report = (await forms('kasi', 'kasi')).stages.at(-1)!.forms.find(({ code }) => code === 'performance-report')!;
    expect(isPdf(await paper('kasi', report.path))).toEqual([200, '%PDF-']);
    expect((await paper('budi', report.path)).status).toBe(404);
    expect((await test.call('GET', `/employees/${gov.people.siti}/forms`, { as: 'rina' })).status).toBe(404);
  });
});
