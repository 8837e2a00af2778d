import type { SetupStatus } from '@ekinerja/contracts/setup';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { messages, renderPage, signedIn } from '../../testing/portal';
import { problem, serve } from '../../testing/server';
import CodesPage from './CodesPage';
import RolesPage from './RolesPage';
import SetupPage from './SetupPage';

const status = (more: Partial<SetupStatus> = {}): SetupStatus => ({
  complete: false,
  steps: [
    { key: 'law', done: true, figures: { documents: 4, example: 1, amounts: 'Besaran contoh' } },
    { key: 'calendar', done: true, figures: { year: 2026, next: 2027, missing: '' } },
    { key: 'workbook', done: false, figures: { people: 0, units: 0, skpds: 0 } },
    { key: 'classes', done: false, figures: { people: 0, posts: 0, withoutPost: 0 } },
    { key: 'staffing', done: false, figures: { employees: 0, waiting: 0, source: 'SIASN', required: 0 } },
    { key: 'admins', done: false, figures: { superadmins: 0, needed: 2, units: 0, without: 0 } },
    { key: 'codes', done: false, figures: { accounts: 0, withoutCode: 0, units: 0 } },
  ],
  units: [
    { skpdId: 's-1', skpdName: 'Dinas Kesehatan', accounts: 1200, withoutCode: 1200, unitAdmins: 1 },
    { skpdId: 's-2', skpdName: 'Dinas Pertanian', accounts: 40, withoutCode: 0, unitAdmins: 1 },
  ],
  ...more,
});

describe('the guide of the opening day', () => {
  beforeAll(() => messages('setup'));
  beforeEach(() => signedIn(['superadmin']));

  it('puts the next thing first, with the way to it, and says what is still an example', async () => {
    serve({ 'GET /setup': () => status() });
    renderPage(<SetupPage />);
    const next = (await screen.findByRole('heading', { name: 'Langkah berikutnya: Data kepegawaian' })).closest('section')!;
    expect(within(next).getByRole('link', { name: 'Impor buku kerja' }).getAttribute('href')).toBe('/impor');
    const steps = screen.getAllByRole('listitem');
    expect(steps).toHaveLength(7);
    expect(within(steps[0]!).getByText(/besarannya masih contoh \(Besaran contoh\)/)).toBeTruthy();
    expect(within(steps[1]!).getByText('Hari libur 2026 dan 2027 sudah tersedia.')).toBeTruthy();
    expect(within(steps[2]!).getByText('Berikutnya')).toBeTruthy();
  });

  it('says so when everything is done', async () => {
    serve({ 'GET /setup': () => status({ complete: true, steps: status().steps.map((step) => ({ ...step, done: true })) }) });
    renderPage(<SetupPage />);
    expect(await screen.findByText('E-Kinerja siap dipakai')).toBeTruthy();
  });

  it('asks before codes that were printed lose their force', async () => {
    const api = serve({ 'GET /setup': () => status(), 'POST /setup/codes': () => problem('unavailable') });
    renderPage(<CodesPage />);
    const user = userEvent.setup();
    await user.click(await screen.findByRole('button', { name: 'Cetak kode Dinas Pertanian' }));
    expect(api.asked('POST /setup/codes')).toHaveLength(0);
    await user.click(screen.getByRole('button', { name: 'Ya, cetak kode baru' }));
    await waitFor(() => expect(api.asked('POST /setup/codes')[0]!.body).toEqual({ skpdId: 's-2' }));
    expect(await screen.findByRole('alert')).toBeTruthy();
  });

  it('finds a person and grants a role for their own SKPD, with a reason', async () => {
    const person = {
      employmentId: 'e-9', personId: 'p-9', name: 'Siti Aminah', nip: '199003052015032004', kind: 'pns', rank: null, postName: 'Pengelola', class: '6',
      unitName: 'Bidang', skpdId: 's-1', skpdName: 'Dinas Kesehatan',
    };
    const grant = { id: 'r-1', employmentId: 'e-9', personName: 'Siti Aminah', unitId: 's-1', unitName: 'Dinas Kesehatan', validFrom: '2026-11-20', validTo: null, grantedBy: 'admin', reason: 'SK 800/1' };
    const api = serve({
      'GET /setup': () => status(),
      'GET /setup/roles': () => [{ ...grant, id: 'r-0', role: 'superadmin', unitId: null, unitName: null, personName: 'admin' }],
      'GET /employees': () => ({ items: [person], nextCursor: null }),
      'POST /setup/roles': () => ({ ...grant, role: 'unit-admin' }),
    });
    renderPage(<RolesPage />);
    expect(await screen.findByText('Dua superadmin harus tetap ada.')).toBeTruthy();
    const user = userEvent.setup();
    await user.type(screen.getByLabelText(/Cari pegawai/), 'siti');
    await user.click(await screen.findByRole('button', { name: /Siti Aminah/ }));
    await user.type(screen.getByLabelText(/Alasan/), 'SK 800/1');
    await user.click(screen.getByRole('button', { name: 'Beri peran' }));
    await waitFor(() =>
      expect(api.asked('POST /setup/roles')[0]!.body).toEqual({ employmentId: 'e-9', role: 'unit-admin', unitId: 's-1', reason: 'SK 800/1' }),
    );
    expect(await screen.findByText('Siti Aminah sekarang Admin unit.')).toBeTruthy();
  });
});
