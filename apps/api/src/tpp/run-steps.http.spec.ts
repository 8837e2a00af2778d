/** The way of a list before the close under a policy that asks for the head's signature and the agency's check. */
import type { Problem } from '@ekinerja/contracts/errors';
import type { PayRunUnitView, PayRunView } from '@ekinerja/contracts/pay-runs';
import type { SignedPapers } from '@ekinerja/contracts/signed-papers';
import { SignatureStandIn } from '../testing/signature-stand-in.js';
import { fillMonth, openRun, presence, unitOf } from '../testing/pay-month.js';
import { DraftStory } from '../testing/regulation-drafts.js';
import { testApp, type TestApp } from '../testing/test-app.js';
import { tinyGovernment, type TinyGovernment } from '../testing/tiny-government.js';

const MONTH = '2026-10';
const ALLOWANCE = `id: kabupaten-langkah
kind: allowance
extends: nasional
title: Peraturan Bupati Uji Nomor 5 Tahun 2026 tentang TPP
source: perbup-uji-5-2026
inForce: { from: 2026-10-01 }
approval: { headSignature: required, agencyCheck: required, cite: Pasal 20 }
`;

describe('steps before the close', () => {
  let test: TestApp;
  let gov: TinyGovernment;
  let run: PayRunView;
  let path: string;
  let service: SignatureStandIn;
  const unit = () => unitOf(test, run.id, gov.units.dinkes);
  const step = async (name: string, as: string, body?: object) =>
    test.call<Omit<PayRunUnitView, 'status'> & Pick<Problem, 'code' | 'params'> & { status: string | number }>('POST', `${path}/${name}`, { as, ifMatch: (await unit()).version, ...(body ? { body } : {}) });
  const events = () => test.db.query<{ action: string; reason: string | null }>(`SELECT action, reason FROM audit_event WHERE subject_type = 'pay-run-unit' ORDER BY id`);

  beforeAll(async () => {
    service = await SignatureStandIn.start();
    test = await testApp({ clock: '2026-09-21T09:00:00+08:00', env: { EKINERJA_ESIGN_URL: service.url, EKINERJA_ESIGN_USER: 'ekinerja', EKINERJA_ESIGN_PASSWORD: 'rahasia-layanan' } });
    gov = await tinyGovernment(test);
    await new DraftStory(test).enact(ALLOWANCE, '2026-10-01');
    test.setClock('2026-11-05T09:00:00+08:00');
    await fillMonth(test, gov, MONTH);
    run = await openRun(test, MONTH);
    path = `/pay-runs/${run.id}/units/${gov.units.dinkes}`;
  });
  afterAll(async () => {
    await test?.close();
    await service?.close();
  });

  it('X-TPP-3: a draft is not signed, and a checked list not closed before its signature and the agency’s check', async () => {
    expect((await step('sign', 'kadis')).body).toMatchObject({ code: 'state-refused', params: { status: 'draft' } });
    const checked = await step('check', 'super');
    expect(checked.body).toMatchObject({ status: 'checked', waitsFor: 'headSignature', way: { headSignature: true, agencyCheck: true }, headSigned: null });
    expect((await step('close', 'super')).body).toMatchObject({ status: 422, code: 'rule-refused', rule: { code: 'run.waits-head' } });
    expect((await step('verify', 'super2')).body).toMatchObject({ status: 422, code: 'rule-refused', rule: { code: 'run.waits-head' } });
  });

  it('X-TPP-3: only the head of that SKPD signs, or who acts for them on that day', async () => {
    expect((await step('sign', 'umpeg')).status).toBe(403);
    expect((await step('sign', 'kabid')).status).toBe(403);
    expect((await test.call('POST', `${path}/sign`, { as: 'kaban', ifMatch: 1 })).status).toBe(404);
    await gov.assign('kabid', 'kadis', 'plh', '2026-11-04', '2026-11-06');
    test.setClock('2026-11-05T10:00:00+08:00');
    expect((await test.call('POST', `${path}/sign`, { as: 'kabid' })).status).toBe(428);
    expect((await test.call('POST', `${path}/sign`, { as: 'kabid', ifMatch: 99 })).status).toBe(412);
    const signed = await step('sign', 'kabid');
    expect(signed.body).toMatchObject({ status: 'signed', waitsFor: 'agencyCheck', headSigned: { by: 'Nurhayati', post: 'Plh. Kepala Dinas Kesehatan', method: 'account' } });
    expect((await step('close', 'super')).body).toMatchObject({ code: 'rule-refused', rule: { code: 'run.waits-agency', cite: { ref: expect.any(String) } } });
    // Asked again it answers the same, and nothing is written twice.
    const again = await test.call<PayRunUnitView>('POST', `${path}/sign`, { as: 'kadis', ifMatch: 1 });
    expect([again.status, again.body]).toEqual([200, signed.body]);
    expect((await events()).filter(({ action }) => action === 'pay-run.head-signed')).toHaveLength(1);
  });

  it('X-TPP-3: sent back with a reason it is a draft that says why, and is signed anew', async () => {
    expect((await step('return', 'kadis', { reason: 'pendek' })).status).toBe(400);
    const back = await step('return', 'kadis', { reason: 'Presensi Budi belum lengkap' });
    expect(back.body).toMatchObject({ status: 'draft', headSigned: null, checkedBy: null, returned: { by: 'dr. Hasanuddin', reason: 'Presensi Budi belum lengkap' } });
    expect((await step('check', 'super')).body).toMatchObject({ status: 'checked', returned: null });
    expect((await events()).at(-2)).toEqual({ action: 'pay-run.returned', reason: 'Presensi Budi belum lengkap' });
  });

  it('X-TPP-3: figures that moved since the check are neither signed nor verified', async () => {
    await presence(test, gov.people.budi, '2026-10-05', { checkIn: '09:40', checkOut: '17:00' });
    expect((await step('sign', 'kadis')).body).toMatchObject({ status: 409, code: 'run-not-checked', params: { factsChanged: true } });
    expect((await step('check', 'super')).status).toBe(200);
    expect((await step('sign', 'kadis')).body.status).toBe('signed');
    await presence(test, gov.people.budi, '2026-10-05', { checkIn: '07:30', checkOut: '17:00' });
    expect((await step('verify', 'super2')).body).toMatchObject({ code: 'run-not-checked', params: { factsChanged: true } });
    // Checked again, the signature of the list before is gone.
    expect((await step('check', 'super')).body).toMatchObject({ status: 'checked', headSigned: null });
    expect((await step('sign', 'kadis')).status).toBe(200);
  });

  it('X-TPP-3: the agency checks by another person than the one who checked for the SKPD; then the month closes with its marks', async () => {
    expect((await step('verify', 'super')).body).toMatchObject({ status: 403, code: 'second-person-required' });
    expect((await step('verify', 'kadis')).status).toBe(403);
    expect((await step('verify', 'super2')).body).toMatchObject({ status: 'verified', waitsFor: null, agencyChecked: { by: 'Wahyu Hidayat' } });
    expect((await step('return', 'kadis', { reason: 'Terlambat, sudah diperiksa' })).body.code).toBe('state-refused');
    const closed = await step('close', 'super');
    expect(closed.body).toMatchObject({ status: 'closed', steps: [], headSigned: { by: 'dr. Hasanuddin', post: 'Kepala Dinas Kesehatan' }, agencyChecked: { by: 'Wahyu Hidayat' } });
    for (const name of ['sign', 'verify', 'check', 'reopen']) expect((await step(name, name === 'sign' ? 'kadis' : 'super')).status).toBe(409);
  });

  it('BK-7.3: the head signs the recap with a certificate at the connected service; a wrong secret changes nothing and is kept nowhere', async () => {
    const sign = async (as: string, passphrase: string, nik = '6301010101800001') =>
      test.call<Pick<PayRunUnitView, 'recapSignedAt'> & Pick<Problem, 'code' | 'fields' | 'params'>>('POST', `${path}/signed-papers/recap/electronic`, { as, ifMatch: (await unit()).version, body: { nik, passphrase } });
    expect((await sign('umpeg', 'rahasia kadis')).status).toBe(403);
    expect((await sign('kadis', 'rahasia kadis', '123')).status).toBe(400);
    const wrong = await sign('kadis', 'bukan rahasia');
    expect([wrong.status, wrong.body.code, wrong.body.fields]).toEqual([400, 'validation-failed', [{ field: 'passphrase', rule: 'refusedByService', params: { message: 'Passphrase anda salah' } }]]);
    service.broken = 'down';
    expect((await sign('kadis', 'rahasia kadis')).body).toMatchObject({ code: 'unavailable', params: { source: 'esign' } });
    service.broken = 'unsigned';
    expect((await sign('kadis', 'rahasia kadis')).status).toBe(503);
    service.broken = null;
    expect((await unit()).recapSignedAt).toBeNull();
    const signed = await sign('kadis', 'rahasia kadis');
    expect([signed.status, signed.body.recapSignedAt]).toEqual([200, '2026-11-05']);
    const recap = await test.call('GET', `${path}/recap.pdf`, { as: 'umpeg' });
    const copy = await test.call('GET', `${path}/signed-papers/recap`, { as: 'bendahara' });
    // The very bytes that were issued, with the signature behind them.
    expect(copy.raw.subarray(0, recap.raw.length).equals(recap.raw)).toBe(true);
    expect(copy.raw.subarray(recap.raw.length).toString()).toContain('/ByteRange');
    const { body } = await test.call<SignedPapers>('GET', `${path}/signed-papers`, { as: 'bendahara' });
    expect(body).toMatchObject({ electronic: true, papers: [{ paper: 'recap', method: 'electronic', signerName: 'dr. Hasanuddin', signerPost: 'Kepala Dinas Kesehatan', signedOn: '2026-11-05' }] });
    // Signed is signed: not a second time.
    expect((await sign('kadis', 'rahasia kadis')).status).toBe(409);
    const traces = await test.db.query(`SELECT 1 FROM (SELECT a::text AS said FROM audit_event a UNION ALL SELECT v::text FROM audit_value v UNION ALL SELECT k::text FROM idempotency_key k UNION ALL SELECT p::text FROM signed_pay_paper p) x WHERE said LIKE '%rahasia kadis%' OR said LIKE '%6301010101800001%'`);
    expect(traces).toEqual([]);
    expect(service.asked.at(-1)).toMatchObject({ authorization: `Basic ${Buffer.from('ekinerja:rahasia-layanan').toString('base64')}`, nik: '6301010101800001', signatureProperties: [{ tampilan: 'INVISIBLE' }] });
  });

  it('BK-7.3, X-TPP-3: what the head signed on paper is kept as a scan, by the day and whoever headed the SKPD on it', async () => {
    const other = `/pay-runs/${run.id}/units/${gov.units.bkpsdm}`;
    const version = async () => (await unitOf(test, run.id, gov.units.bkpsdm)).version;
    const scan = async (paper: string, as: string, date: string, content: Buffer = Buffer.from('%PDF-1.7 pindaian daftar')) =>
      test.call<Omit<PayRunUnitView, 'status'> & Pick<Problem, 'code' | 'fields'> & { status: string | number }>(
        'POST', `${other}/signed-papers/${paper}/scan?date=${date}`, { as, ifMatch: await version(), file: { field: 'file', name: 'daftar.pdf', mediaType: 'application/pdf', content } },
      );
    await test.db.query(`INSERT INTO account_role (account_id, role, unit_id, valid_from, reason) VALUES ($1, 'unit-admin', $2, '2026-01-01', 'uji')`, [gov.accounts.kasubBk, gov.units.bkpsdm]);
    test.setClock('2026-11-06T09:00:00+08:00');
    await test.call('POST', `${other}/check`, { as: 'kasubBk', ifMatch: await version() });
    expect((await scan('list', 'umpeg', '2026-11-06')).status).toBe(404);
    expect((await scan('list', 'kasubBk', '2026-11-06', Buffer.from('bukan pindaian sama sekali'))).status).toBe(422);
    // Before the check there was nothing to sign, and nobody signs tomorrow.
    expect((await scan('list', 'kasubBk', '2026-11-05')).body.fields?.[0]).toMatchObject({ field: 'date', rule: 'dateBetween' });
    expect((await scan('list', 'kasubBk', '2026-11-07')).body.fields?.[0]).toMatchObject({ field: 'date', rule: 'noHead' });
    expect(await test.db.query(`SELECT 1 FROM signed_pay_paper WHERE paper = 'list'`)).toEqual([]);
    const signed = await scan('list', 'kasubBk', '2026-11-06');
    expect(signed.body).toMatchObject({ status: 'signed', headSigned: { by: 'Sofyan Noor', post: 'Kepala BKPSDM', method: 'paper' } });
    expect((await test.call('GET', `${other}/signed-papers/list`, { as: 'kasubBk' })).raw.toString()).toBe('%PDF-1.7 pindaian daftar');
    expect((await test.call('GET', `${other}/signed-papers/list`, { as: 'umpeg' })).status).toBe(404);
    for (const name of ['verify', 'close']) await test.call('POST', `${other}/${name}`, { as: 'super', ifMatch: await version() });
    expect((await scan('recap', 'kasubBk', '2026-11-06')).body).toMatchObject({ status: 'closed', recapSignedAt: '2026-11-06' });
    expect((await test.call<SignedPapers>('GET', `${other}/signed-papers`, { as: 'super' })).body.papers.map(({ paper, method }) => [paper, method])).toEqual([['list', 'paper'], ['recap', 'paper']]);
  });
});
