/** The way of a list before the close under a policy that asks for the head's signature and the agency's check. */
import type { Problem } from '@ekinerja/contracts/errors';
import type { PayRunUnitView, PayRunView } from '@ekinerja/contracts/pay-runs';
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
  const unit = () => unitOf(test, run.id, gov.units.dinkes);
  const step = async (name: string, as: string, body?: object) =>
    test.call<Omit<PayRunUnitView, 'status'> & Pick<Problem, 'code' | 'params'> & { status: string | number }>('POST', `${path}/${name}`, { as, ifMatch: (await unit()).version, ...(body ? { body } : {}) });
  const events = () => test.db.query<{ action: string; reason: string | null }>(`SELECT action, reason FROM audit_event WHERE subject_type = 'pay-run-unit' ORDER BY id`);

  beforeAll(async () => {
    test = await testApp({ clock: '2026-09-21T09:00:00+08:00' });
    gov = await tinyGovernment(test);
    await new DraftStory(test).enact(ALLOWANCE, '2026-10-01');
    test.setClock('2026-11-05T09:00:00+08:00');
    await fillMonth(test, gov, MONTH);
    run = await openRun(test, MONTH);
    path = `/pay-runs/${run.id}/units/${gov.units.dinkes}`;
  });
  afterAll(() => test?.close());

  it('X-TPP-3: a draft is not signed, and a checked list not closed before its signature and the agency’s check', async () => {
    expect((await step('sign', 'kadis')).body).toMatchObject({ code: 'state-refused', params: { status: 'draft' } });
    const checked = await step('check', 'super');
    expect(checked.body).toMatchObject({ status: 'checked', waitsFor: 'headSignature', way: { headSignature: true, agencyCheck: true }, headSigned: null });
    expect((await step('close', 'super')).body).toMatchObject({ status: 409, code: 'run-not-checked', params: { waitsFor: 'headSignature' } });
    expect((await step('verify', 'super2')).body).toMatchObject({ status: 409, code: 'state-refused', params: { waitsFor: 'headSignature' } });
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
});
