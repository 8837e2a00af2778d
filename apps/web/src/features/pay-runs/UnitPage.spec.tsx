import type { PayRunPerson, PayRunUnitView, PayRunView } from '@ekinerja/contracts/pay-runs';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router';
import { messages, renderPage, signedIn } from '../../testing/portal';
import { problem, serve } from '../../testing/server';
import UnitPage from './UnitPage';

// Searching by role is slow on a busy machine.
jest.setTimeout(30_000);

const totals = { gross: 4_000_000, cuts: 250_000, deductions: 0, adjustments: 0, net: 3_750_000 };

const person = (change: Partial<PayRunPerson> = {}): PayRunPerson => ({
  employmentId: 'e-2',
  name: 'Siti Aminah',
  nip: '199203032016032002',
  kind: 'pns',
  postName: 'Analis Kebijakan',
  class: '8',
  included: true,
  exclusion: null,
  blockers: [],
  totals,
  payslipId: null,
  ...change,
});

const unit = (change: Partial<PayRunUnitView> = {}): PayRunUnitView => ({
  runId: 'r-1',
  month: '2026-10',
  paymentMonth: '2026-11',
  closableFrom: '2026-11-01',
  skpdId: 's-1',
  skpdName: 'Dinas Kesehatan',
  status: 'draft',
  version: 4,
  blockers: 0,
  totals: { employees: 1, ...totals },
  checkedBy: null,
  checkedAt: null,
  headSigned: null,
  agencyChecked: null,
  returned: null,
  waitsFor: null,
  way: { headSignature: false, agencyCheck: false },
  steps: ['check'],
  closedBy: null,
  closedAt: null,
  recapSignedAt: null,
  handedOverAt: null,
  kind: 'regular',
  special: null,
  sequence: 1,
  voidAsked: null,
  budget: null,
  people: [person()],
  openEntries: 0,
  openObjections: [],
  ...change,
});

const CHECKED: PayRunUnitView['steps'] = ['check', 'sign', 'verify', 'reopen', 'return', 'close'];
const run = (units: PayRunUnitView[]): PayRunView => ({
  id: 'r-1',
  month: '2026-10',
  paymentMonth: '2026-11',
  kind: 'regular',
  special: null,
  sequence: 1,
  status: 'open',
  units: units.length,
  checked: 0,
  closed: 0,
  totals: { employees: 2, ...totals },
  closableFrom: '2026-11-01',
  presenceSynchronisedAt: '2026-11-02T02:00:00.000Z',
  unitList: units,
});

const next = unit({ skpdId: 's-2', skpdName: 'Dinas Pendidikan' });
const UNIT = '/pay-runs/r-1/units/s-1';

async function show(shown: PayRunUnitView, answers: Parameters<typeof serve>[0] = {}) {
  const api = serve({
    [`GET ${UNIT}`]: () => shown,
    'GET /pay-runs/r-1': () => run([shown, next]),
    'GET /pay-runs': () => [],
    [`GET ${UNIT}/prints`]: () => [],
    'GET /pay-runs/r-1/units/s-2/prints': () => [],
    [`GET ${UNIT}/signed-papers`]: () => ({ electronic: false, papers: [] }),
    ...answers,
  });
  const { router } = renderPage(
    <Routes>
      <Route path="/tpp/:runId/:skpdId" element={<UnitPage />} />
    </Routes>,
    '/tpp/r-1/s-1',
  );
  await screen.findByText('Keadaan dan langkah');
  return { api, router, user: userEvent.setup() };
}

describe('UnitPage', () => {
  beforeAll(() => messages('pay-runs'));
  beforeEach(() => signedIn(['superadmin']));

  describe('blocked', () => {
    const blocked = unit({
      blockers: 1,
      people: [person({ blockers: [{ kind: 'presence', waived: false, waiveReason: null }], totals: null })],
    });

    it('names the person, what is missing, and leads to the month’s presence', async () => {
      await show(blocked);
      const region = screen.getByRole('region', { name: '1 halangan' });
      expect(within(region).getByText('Siti Aminah')).toBeTruthy();
      expect(within(region).getByText('Tidak ada presensi sama sekali.')).toBeTruthy();
      expect(within(region).getByRole('link').getAttribute('href')).toBe('/presensi?bulan=2026-10');
      expect(screen.queryByRole('button', { name: 'Tutup bulan' })).toBeNull();
    });

    it('waives with a reason in place, and not without', async () => {
      const waived = unit({ version: 5, people: [person({ blockers: [{ kind: 'presence', waived: true, waiveReason: 'Mesin rusak sebulan penuh' }] })] });
      const { api, user } = await show(blocked, { [`POST ${UNIT}/waivers`]: () => waived });
      await user.click(screen.getByRole('button', { name: /Kesampingkan dengan alasan/ }));
      const reason = await screen.findByLabelText(/Alasan mengesampingkan/);
      await user.click(screen.getByRole('button', { name: 'Kesampingkan' }));
      expect(api.asked(`POST ${UNIT}/waivers`)).toHaveLength(0);
      await user.type(reason, 'Mesin rusak sebulan penuh');
      await user.click(screen.getByRole('button', { name: 'Kesampingkan' }));
      await screen.findByText(/Alasan: Mesin rusak sebulan penuh/);
      expect(screen.queryByRole('region', { name: '1 halangan' })).toBeNull();
      const [call] = api.asked(`POST ${UNIT}/waivers`);
      expect(call!.body).toEqual({ employmentId: 'e-2', kind: 'presence', reason: 'Mesin rusak sebulan penuh' });
      expect(call!.headers.get('idempotency-key')).toBeTruthy();
    });

    it('explains a refused check and what to do next', async () => {
      const { user } = await show(blocked, { [`POST ${UNIT}/check`]: () => problem('run-blocked') });
      await user.click(screen.getByRole('button', { name: 'Periksa' }));
      expect(await screen.findByText('Masih ada halangan')).toBeTruthy();
      expect(screen.getByRole('link', { name: 'Lihat halangan' }).getAttribute('href')).toBe('#halangan');
    });

    it('leaves waiving to those who may', async () => {
      signedIn(['unit-admin']);
      await show(blocked);
      expect(screen.queryByRole('button', { name: /Kesampingkan/ })).toBeNull();
    });
  });

  describe('checked', () => {
    const checked = unit({ status: 'checked', steps: CHECKED, version: 7, checkedBy: 'Rahmat', checkedAt: '2026-11-05T03:00:00.000Z' });
    const closed = unit({ status: 'closed', version: 8, closedAt: '2026-11-06T03:00:00.000Z', people: [person({ payslipId: 'slip-1' })] });

    it('X-TPP-1 asks once in place, closes with the version it saw, and goes on to the next SKPD', async () => {
      const { api, user } = await show(checked, { [`POST ${UNIT}/close`]: () => closed });
      await user.click(screen.getByRole('button', { name: 'Tutup bulan' }));
      expect(screen.getByText(/Setelah ditutup, slip tidak berubah lagi/)).toBeTruthy();
      expect(api.asked(`POST ${UNIT}/close`)).toHaveLength(0);
      await user.click(screen.getByRole('button', { name: 'Ya, tutup bulan' }));
      await screen.findByText('Oktober 2026 sudah ditutup');
      const [call] = api.asked(`POST ${UNIT}/close`);
      expect(call!.headers.get('if-match')).toBe('"7"');
      expect(call!.headers.get('idempotency-key')).toBeTruthy();
      expect(screen.getByRole('link', { name: 'Lanjut: Dinas Pendidikan' }).getAttribute('href')).toBe('/tpp/r-1/s-2');
    });

    it('Escape takes the question back', async () => {
      const { user } = await show(checked);
      await user.click(screen.getByRole('button', { name: 'Tutup bulan' }));
      await user.keyboard('{Escape}');
      expect(screen.queryByRole('button', { name: 'Ya, tutup bulan' })).toBeNull();
    });

    it('shows what is there now after somebody else was faster', async () => {
      let current = checked;
      const { user } = await show(checked, {
        [`GET ${UNIT}`]: () => current,
        [`POST ${UNIT}/close`]: () => {
          current = closed;
          return problem('stale-version');
        },
      });
      await user.click(screen.getByRole('button', { name: 'Tutup bulan' }));
      await user.click(screen.getByRole('button', { name: 'Ya, tutup bulan' }));
      await user.click(await screen.findByRole('button', { name: 'Muat data terbaru' }));
      await screen.findByText('Oktober 2026 sudah ditutup');
      await waitFor(() => expect(screen.queryByText('Data ini sudah berubah')).toBeNull());
    });

    it('offers a new check when the facts have moved since the last one', async () => {
      const { api, user } = await show(checked, {
        [`POST ${UNIT}/close`]: () => problem('run-not-checked', { params: { factsChanged: true } }),
        [`POST ${UNIT}/check`]: () => ({ ...checked, version: 8 }),
      });
      await user.click(screen.getByRole('button', { name: 'Tutup bulan' }));
      await user.click(screen.getByRole('button', { name: 'Ya, tutup bulan' }));
      expect(await screen.findByText(/Datanya berubah sejak diperiksa/)).toBeTruthy();
      await user.click(screen.getByRole('button', { name: 'Periksa lagi' }));
      await waitFor(() => expect(api.asked(`POST ${UNIT}/check`)).toHaveLength(1));
    });

    it('cannot be closed before its day; the day is said', async () => {
      await show(unit({ status: 'checked', steps: CHECKED, closableFrom: '2026-12-01' }));
      expect(screen.getByText(/dapat ditutup mulai 1 Desember 2026/)).toBeTruthy();
      expect(screen.queryByRole('button', { name: 'Tutup bulan' })).toBeNull();
      expect(screen.getByRole('button', { name: 'Buka kembali' })).toBeTruthy();
    });

    it('X-TPP-3 where the policy asks for it, the head signs before anybody closes', async () => {
      signedIn(['unit-head']);
      const waits = unit({ ...checked, way: { headSignature: true, agencyCheck: false }, waitsFor: 'headSignature', steps: ['check', 'sign', 'reopen', 'return'] });
      const { api, user } = await show(waits, {
        [`POST ${UNIT}/sign`]: () => ({ ...waits, status: 'signed', version: 8, waitsFor: null, headSigned: { by: 'dr. Hasanuddin', post: 'Kepala Dinas Kesehatan', at: '2026-11-05T04:00:00.000Z', method: 'account' } }),
      });
      expect(screen.getByText(/ditandatangani kepala SKPD atau yang bertindak/)).toBeTruthy();
      expect(screen.queryByRole('button', { name: 'Tutup bulan' })).toBeNull();
      await user.click(screen.getByRole('button', { name: 'Tanda tangani' }));
      expect(await screen.findByText(/dr. Hasanuddin \(Kepala Dinas Kesehatan\)/)).toBeTruthy();
      expect(api.asked(`POST ${UNIT}/sign`)[0]!.headers.get('if-match')).toBe('"7"');
    });

    it('sends the list back with a reason, and the SKPD reads it', async () => {
      signedIn(['unit-head']);
      const { api, user } = await show(checked, {
        [`POST ${UNIT}/return`]: () => unit({ version: 8, returned: { by: 'dr. Hasanuddin', at: '2026-11-05T04:00:00.000Z', reason: 'Presensi Budi belum lengkap' } }),
      });
      await user.click(screen.getByRole('button', { name: 'Kembalikan ke SKPD' }));
      await user.type(await screen.findByLabelText(/Alasan mengembalikan/), 'Presensi Budi belum lengkap');
      await user.click(screen.getByRole('button', { name: 'Kembalikan' }));
      expect(await screen.findByText(/dr. Hasanuddin, .*: Presensi Budi belum lengkap/)).toBeTruthy();
      expect(api.asked(`POST ${UNIT}/return`)[0]!.body).toEqual({ reason: 'Presensi Budi belum lengkap' });
    });

    it('a unit admin may reopen, not close', async () => {
      signedIn(['unit-admin']);
      await show(checked);
      expect(screen.getByRole('button', { name: 'Buka kembali' })).toBeTruthy();
      expect(screen.queryByRole('button', { name: 'Tutup bulan' })).toBeNull();
    });
  });

  describe('closed', () => {
    const closed = unit({
      status: 'closed',
      version: 8,
      closedAt: '2026-11-06T03:00:00.000Z',
      people: [
        person({ payslipId: 'slip-1' }),
        person({ employmentId: 'e-3', name: 'Joko Susilo', included: false, totals: null, exclusion: { code: 'joined-after-rule-day', params: {}, cite: { source: 'tl', ref: 'Pasal 9' } } }),
      ],
    });

    it('opens each slip, lists the excluded with reason and article, and offers no step back', async () => {
      await show(closed);
      expect(screen.getByRole('link', { name: 'Buka slip Siti Aminah' }).getAttribute('href')).toBe('/slip/slip-1');
      const excluded = screen.getByRole('region', { name: '1 pegawai tidak dibayar di sini' });
      expect(within(excluded).getByText(/Mulai bekerja setelah hari penentu/)).toBeTruthy();
      expect(within(excluded).getByRole('button', { name: 'Pasal 9' })).toBeTruthy();
      for (const name of ['Periksa', 'Buka kembali', 'Tutup bulan']) expect(screen.queryByRole('button', { name })).toBeNull();
    });

    it('BK-7.3 the head signs the recap with a certificate where the service is connected; the secret leaves the form', async () => {
      signedIn(['unit-head']);
      const done = { ...closed, version: 9, recapSignedAt: '2026-11-20' };
      const { api, user } = await show(closed, {
        [`GET ${UNIT}/signed-papers`]: () => ({ electronic: true, papers: [] }),
        [`POST ${UNIT}/signed-papers/recap/electronic`]: () => done,
      });
      await user.type(await screen.findByLabelText(/^NIK/), '6301010101800001');
      await user.type(screen.getByLabelText(/Frasa sandi/), 'rahasia');
      await user.click(screen.getByRole('button', { name: 'Tanda tangani' }));
      await waitFor(() => expect(api.asked(`POST ${UNIT}/signed-papers/recap/electronic`)).toHaveLength(1));
      const [call] = api.asked(`POST ${UNIT}/signed-papers/recap/electronic`);
      expect([call!.body, call!.headers.get('if-match')]).toEqual([{ nik: '6301010101800001', passphrase: 'rahasia' }, '"8"']);
      await waitFor(() => expect((screen.queryByLabelText(/Frasa sandi/) as HTMLInputElement | null)?.value ?? '').toBe(''));
    });

    it('X-TPP-2 asks for all slips at once, shows how far they are, and offers the files', async () => {
      signedIn(['unit-admin']);
      const job = { id: 'p-1', kind: 'slips', status: 'running', done: 100, total: 250, pages: 100, askedBy: 'Mariani', askedAt: '2026-11-06T03:10:00.000Z', finishedAt: null, files: [{ id: 'f-1', skpdId: 's-1', skpdName: 'Dinas Kesehatan', name: 'slip-tpp-2026-10-dinas-kesehatan-001.pdf', people: 100, pages: 100 }] };
      let jobs: unknown[] = [];
      const { api, user } = await show(closed, {
        [`GET ${UNIT}/prints`]: () => jobs,
        [`POST ${UNIT}/prints`]: () => {
          jobs = [job];
          return job;
        },
      });
      await user.click(screen.getByRole('button', { name: 'Slip TPP' }));
      expect(await screen.findByText('100 dari 250 selesai.')).toBeTruthy();
      expect(screen.getByRole('button', { name: 'slip-tpp-2026-10-dinas-kesehatan-001.pdf' })).toBeTruthy();
      expect(api.asked(`POST ${UNIT}/prints`)[0]!.body).toEqual({ kind: 'slips' });
    });

    it('records the signing first, then the hand-over', async () => {
      signedIn(['unit-admin']);
      const { api, user } = await show(closed, { [`POST ${UNIT}/hand-over`]: () => ({ ...closed, recapSignedAt: '2026-11-20' }) });
      expect(screen.getByText('Catat dulu tanggal penandatanganan.')).toBeTruthy();
      await user.click(screen.getByRole('button', { name: 'Catat' }));
      expect(await screen.findByLabelText(/Tanggal diserahkan/)).toBeTruthy();
      expect(api.asked(`POST ${UNIT}/hand-over`)[0]!.body).toEqual({ step: 'signed', date: '2026-11-20' });
    });

    it('goes to the next SKPD with the keyboard', async () => {
      const { router, user } = await show(closed, { 'GET /pay-runs/r-1/units/s-2': () => next });
      (await screen.findByRole('link', { name: 'SKPD berikutnya: Dinas Pendidikan' })).focus();
      await user.keyboard('{Enter}');
      await waitFor(() => expect(router.state.location.pathname).toBe('/tpp/r-1/s-2'));
      expect(await screen.findByRole('heading', { level: 1, name: 'Dinas Pendidikan' })).toBeTruthy();
    });
  });
});
