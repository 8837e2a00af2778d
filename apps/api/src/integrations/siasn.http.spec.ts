import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SIASN_ANNUAL_FIELDS, SIASN_PERIODIC_FIELDS, type SiasnOverview, type SiasnRecord } from '@ekinerja/contracts/siasn';
import ExcelJS from 'exceljs';
import { testApp, type TestApp } from '../testing/test-app.js';
import { tinyGovernment, type TinyGovernment } from '../testing/tiny-government.js';
import { givenSkp } from '../testing/work.js';
import { siasnRecord } from './siasn-record.js';

/** A stand-in for the outside system: keeps what it gets, and refuses when told. */
const received: { path: string; token: string; body: SiasnRecord }[] = [];
let refuse = false;
let server: Server;
let test: TestApp;
let gov: TinyGovernment;

beforeAll(async () => {
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      received.push({ path: request.url ?? '', token: request.headers.authorization ?? '', body: JSON.parse(Buffer.concat(chunks).toString()) as SiasnRecord });
      response.statusCode = refuse ? 422 : 200;
      response.end(refuse ? '{"message":"penilai tidak dikenal"}' : '{"success":true}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  test = await testApp({ env: { EKINERJA_SIASN_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, EKINERJA_SIASN_TOKEN: 'kunci-uji' } });
  gov = await tinyGovernment(test);
  await test.db.query(`INSERT INTO account_role (account_id, role, valid_from, reason) VALUES ($1,'staffing-manager','2024-01-01','uji')`, [gov.accounts.kasubBk]);
  await test.db.query(`INSERT INTO employment_rank (employment_id, rank, valid_from) VALUES ($1,'III/d','2024-01-01')`, [gov.people.kasi]);
  await test.call('POST', '/staffing-records/imports', {
    as: 'kasubBk', file: { field: 'file', name: 'pns.json', mediaType: 'application/json', content: Buffer.from(JSON.stringify([{ id: 'A8ACA7397AEB3912', nipBaru: gov.nips.siti, nama: 'Siti Aminah' }])) },
  });
  await test.deliver();
  test.setClock('2026-11-03T09:00:00+08:00');
  for (const [person, workRating] of [['siti', 'above'], ['budi', 'meets']] as const) {
    await givenSkp(test, gov, person);
    const body = { employmentId: gov.people[person], month: '2026-10', inputs: { workRating, behaviourRating: 'meets' }, note: 'Tertib' };
    const { status, body: answer } = await test.call('POST', '/evaluations', { as: 'kasi', body });
    if (status >= 300) throw new Error(JSON.stringify(answer));
  }
}, 180_000);
afterAll(async () => {
  await test.close();
  await new Promise((resolve) => server.close(resolve));
});

const QUERY = 'kind=periodic&month=2026-10';
const overview = async () => (await test.call<SiasnOverview>('GET', `/integrations/siasn/results?${QUERY}`, { as: 'kasubBk' })).body;

describe('results for the national staffing platform', () => {
  it('TL-36.4 carry exactly its fields and its codes; whoever it does not know by an id is named', async () => {
    const { raw } = await test.call('GET', `/integrations/siasn/results.json?${QUERY}`, { as: 'kasubBk' });
    const records = JSON.parse(raw.toString()) as SiasnRecord[];
    expect(records).toHaveLength(1);
    expect(Object.keys(records[0]!)).toEqual([...SIASN_PERIODIC_FIELDS]);
    expect(records[0]).toEqual({
      bulanMulaiPenilaian: 10, bulanSelesaiPenilaian: 10, tahunMulaiPenilaian: 2026, tahunSelesaiPenilaian: 2026, tahun: 2026, periodikId: 1, hasilKinerjaNilai: 1, perilakuKerjaNilai: 2,
      kuadranKinerjaNilai: 2, koefisienId: '', pnsDinilaiId: 'A8ACA7397AEB3912', penilaiNama: 'Ahmad Fauzi', penilaiNipNrp: gov.nips.kasi, penilaiGolongan: '34',
      penilaiJabatanNama: 'Kepala Seksi Promosi Kesehatan', penilaiUnorNama: 'Bidang Kesehatan Masyarakat', statusPenilai: 'ASN',
    });
    expect(await overview()).toMatchObject({ records: 1, skipped: [{ personName: 'Budi Santoso', reason: 'no-source-id' }], connected: true });
    const file = await test.call('GET', `/integrations/siasn/results.xlsx?${QUERY}`, { as: 'kasubBk' });
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(file.raw as unknown as ArrayBuffer);
    expect((workbook.getWorksheet('kinerjaperiodik')!.getRow(1).values as string[]).slice(1)).toEqual([...SIASN_PERIODIC_FIELDS]);
    expect((await test.call('GET', `/integrations/siasn/results.json?${QUERY}`, { as: 'umpeg' })).status).toBe(403);
  });

  it('TL-36.4 are sent once each; a refusal is shown with the answer and can be sent again', async () => {
    const send = () => test.call<SiasnOverview>('POST', '/integrations/siasn/send', { as: 'kasubBk', body: { kind: 'periodic', month: '2026-10' } });
    refuse = true;
    expect((await send()).body).toMatchObject({ waiting: 1, sent: 0 });
    await test.deliver();
    expect((await overview()).failed).toMatchObject([{ personName: 'Siti Aminah', answer: '422 {"message":"penilai tidak dikenal"}' }]);
    refuse = false;
    await send();
    await test.deliver();
    expect(await overview()).toMatchObject({ sent: 1, waiting: 0, failed: [] });
    await send();
    await test.deliver();
    expect(received.map(({ path, token }) => [path, token])).toEqual(Array(2).fill(['/apisiasn/1.0/kinerjaperiodik/save', 'Bearer kunci-uji']));
    expect(received[1]!.body).toMatchObject({ pnsDinilaiId: 'A8ACA7397AEB3912', hasilKinerjaNilai: 1 });
  });

  it('TL-36.4 of a year, of a quarter, by a regent and without ratings', () => {
    const evaluator = { name: 'H. Rahmad Saleh', nip: null, rank: null, postName: 'Bupati', unitName: null };
    const facts = { kind: 'annual', month: '2026-12', months: 12, sourceId: 'X1', workRating: 'below', behaviourRating: 'above', predicate: 'butuh-perbaikan', evaluator } as const;
    const annual = siasnRecord(facts);
    expect(Object.keys(annual)).toEqual([...SIASN_ANNUAL_FIELDS]);
    expect(annual).toMatchObject({ tahun: 2026, hasilKinerja: 'DIBAWAH EKSPEKTASI', hasilKinerjaNilai: 3, PerilakuKerjaNilai: 1, kuadranKinerja: 'BUTUH PERBAIKAN', KuadranKinerjaNilai: 3, statusPenilai: 'NON ASN', nipNrpPenilai: '' });
    expect(siasnRecord({ ...facts, kind: 'periodic', month: '2026-09', months: 3 })).toMatchObject({ bulanMulaiPenilaian: 7, bulanSelesaiPenilaian: 9, periodikId: 2 });
    expect(siasnRecord({ ...facts, workRating: null })).toBe('no-ratings');
    expect(siasnRecord({ ...facts, sourceId: null })).toBe('no-source-id');
  });
});
