import type { PresenceImport } from '@ekinerja/contracts/attendance';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router';
import { messages, renderPage, signedIn } from '../../testing/portal';
import { problem, serve } from '../../testing/server';
import AttendancePage from './AttendancePage';
import ImportPage from './ImportPage';

// Searching by role is slow on a busy machine.
jest.setTimeout(30_000);

const preview = (change: Partial<PresenceImport> = {}): PresenceImport => ({
  id: 'i-1',
  month: '2026-10',
  fileName: 'presensi-oktober.xlsx',
  status: 'previewed',
  uploadedAt: '2026-11-02T02:00:00.000Z',
  uploadedBy: 'Rahmat Hidayat',
  appliedAt: null,
  rows: 30,
  fresh: 20,
  changed: 1,
  unchanged: 9,
  employees: 2,
  problems: [],
  problemCount: 0,
  changes: [{ nip: '199203032016032002', name: 'Siti Aminah', date: '2026-10-05', before: 'present 07:31 – 16:02', after: 'sick –' }],
  missing: [{ nip: null, name: 'Budi Santoso', skpdName: 'Dinas Kesehatan' }],
  missingCount: 1,
  source: 'file',
  suspicious: [],
  unknown: [],
  ...change,
});

const invalid = preview({
  status: 'invalid',
  problemCount: 2,
  problems: [
    { sheet: 'Oktober', row: 12, column: 'NIP', value: '1.99203E+17', reason: 'nip-as-number', params: {} },
    { sheet: 'Oktober', row: 14, column: 'Tanggal', value: '01/09/2026', reason: 'date-outside-month', params: { month: '2026-10' } },
  ],
});

async function show(shown: PresenceImport, answers: Parameters<typeof serve>[0] = {}) {
  const api = serve({ 'GET /attendance/imports/i-1': () => shown, ...answers });
  renderPage(
    <Routes>
      <Route path="/presensi/:importId" element={<ImportPage />} />
    </Routes>,
    '/presensi/i-1',
  );
  await screen.findByText('Isi berkas');
  return { api, user: userEvent.setup() };
}

describe('ImportPage', () => {
  beforeAll(() => messages('attendance'));
  beforeEach(() => signedIn(['superadmin']));

  it('BK-7.1 lists each problem by sheet, row, column, value and reason, and does not offer to apply', async () => {
    await show(invalid);
    expect(screen.getByText('Belum dapat diterapkan: 2 kesalahan')).toBeTruthy();
    const table = screen.getByRole('table', { name: 'Yang harus diperbaiki' });
    const [, first, second] = within(table).getAllByRole('row');
    expect(first!.textContent).toContain('NIP tersimpan sebagai angka');
    for (const cell of ['Oktober', '12', 'NIP', '1.99203E+17']) expect(within(first!).getByText(cell)).toBeTruthy();
    expect(second!.textContent).toContain('Tanggal di luar bulan Oktober 2026');
    expect(screen.queryByRole('button', { name: 'Terapkan' })).toBeNull();
    expect(screen.queryByText(/tanpa baris/)).toBeNull();
  });

  it('shows what will change in words and who has no rows', async () => {
    await show(preview());
    const changes = screen.getByRole('table', { name: 'Yang akan berubah' });
    expect(within(changes).getByText('Hadir 07:31 – 16:02')).toBeTruthy();
    expect(within(changes).getByText('Sakit')).toBeTruthy();
    expect(within(screen.getByRole('region', { name: '1 pegawai tanpa baris' })).getByText('Budi Santoso')).toBeTruthy();
  });

  it('applies once and says what was done', async () => {
    let current = preview();
    const { api, user } = await show(current, {
      'GET /attendance/imports/i-1': () => current,
      'POST /attendance/imports/i-1/apply': () => (current = preview({ status: 'applied', appliedAt: '2026-11-02T03:00:00.000Z' })),
    });
    await user.click(screen.getByRole('button', { name: 'Terapkan' }));
    expect(await screen.findByText('Presensi sudah diterapkan')).toBeTruthy();
    expect(screen.getByText(/20 hari baru, 1 hari diubah, 9 hari tetap sama/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Terapkan' })).toBeNull();
    expect(api.asked('POST /attendance/imports/i-1/apply')[0]!.headers.get('idempotency-key')).toBe('apply-i-1');
  });

  it('explains a preview that was overtaken', async () => {
    const { user } = await show(preview(), { 'POST /attendance/imports/i-1/apply': () => problem('import-superseded') });
    await user.click(screen.getByRole('button', { name: 'Terapkan' }));
    expect(await screen.findByText('Berkas ini sudah digantikan')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Muat data terbaru' })).toBeTruthy();
  });
});

describe('AttendancePage', () => {
  beforeAll(() => messages('attendance'));
  beforeEach(() => signedIn(['superadmin']));

  it('refuses a wrong kind of file before sending it, and opens the preview of a right one', async () => {
    const api = serve({
      'GET /about': () => ({ demo: false, demoAccounts: [], timeZone: 'Asia/Makassar', governmentName: '', agency: '', accent: '', version: '', today: '' }),
      'GET /attendance/months': () => [],
      'GET /attendance/imports': () => [],
      'POST /attendance/imports': () => preview(),
    });
    const { router, container } = renderPage(<AttendancePage />, '/presensi?bulan=2026-10');
    const user = userEvent.setup({ applyAccept: false });
    await screen.findByText('Unggah presensi Oktober 2026');
    const input = container.querySelector<HTMLInputElement>('input[type=file]')!;
    await user.upload(input, new window.File(['x'], 'presensi.pdf'));
    expect(await screen.findByText('presensi.pdf tidak dapat dipakai')).toBeTruthy();
    expect(api.asked('POST /attendance/imports')).toHaveLength(0);
    await user.upload(input, new window.File(['NIP'], 'presensi.csv'));
    await waitFor(() => expect(router.state.location.pathname).toBe('/presensi/i-1'));
    expect(api.asked('POST /attendance/imports')[0]!.query.get('month')).toBe('2026-10');
  });
});
