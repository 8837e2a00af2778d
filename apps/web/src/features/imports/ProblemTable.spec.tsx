import type { ImportProblem } from '@ekinerja/contracts/attendance';
import type { WorkbookImport } from '@ekinerja/contracts/imports';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router';
import { messages, renderPage, signedIn } from '../../testing/portal';
import { serve } from '../../testing/server';
import ImportPage from './ImportPage';
import { ProblemTable } from './ProblemTable';

const problem = (more: Partial<ImportProblem>): ImportProblem => ({
  sheet: 'Pegawai', row: 7, column: 'NIP', value: '199001012015031000', reason: 'nip-as-number', params: {}, ...more,
});
const problems = [
  problem({}),
  problem({ sheet: 'Jabatan', row: 6, column: 'Kode Jabatan Atasan', value: 'Y', reason: 'superior-loop', params: { chain: 'X → Y → X' } }),
  problem({ sheet: 'Unit', row: 12, column: 'Berlaku Sampai', value: '2024-01-01', reason: 'end-before-start', params: { from: '2024-02-01' } }),
];
const work = (more: Partial<WorkbookImport>): WorkbookImport => ({
  id: 'w-1', fileName: 'data.xlsx', status: 'invalid', stage: null, percent: 100, uploadedAt: '2026-11-20T01:00:00.000Z', uploadedBy: 'Arif Rahman', appliedAt: null,
  counts: null, problems, problemCount: 3, warnings: [], warningCount: 0, ...more,
});

describe('the check of a workbook', () => {
  beforeAll(() => messages('imports'));
  beforeEach(() => signedIn(['superadmin']));

  it('X-IN-1 says of every cell where it is, what is wrong and how to mend it', async () => {
    renderPage(<ProblemTable kind="problems" problems={problems} total={3} />);
    const row = (await screen.findByText(/NIP tersimpan sebagai angka/)).closest('tr')!;
    expect(within(row).getByText('Pegawai')).toBeTruthy();
    expect(within(row).getByText('7')).toBeTruthy();
    expect(within(row).getByText('199001012015031000')).toBeTruthy();
    expect(screen.getByText(/Atasan berputar: X → Y → X/)).toBeTruthy();
    expect(screen.getByText(/mendahului tanggal mulai \(1 Februari 2024\)/)).toBeTruthy();
  });

  it('narrows to a sheet, which stays in the address', async () => {
    const { router } = renderPage(<ProblemTable kind="problems" problems={problems} total={1200} />);
    await userEvent.setup().selectOptions(await screen.findByLabelText('Lembar'), 'Jabatan');
    expect(screen.getAllByRole('row')).toHaveLength(2);
    expect(router.state.location.search).toBe('?lembar=Jabatan');
    expect(screen.getByText(/Ditampilkan 3 dari 1\.200/)).toBeTruthy();
  });

  it('X-UX-3 shows how far the server is, and says that it goes on without the page', async () => {
    serve({ 'GET /imports/w-1': () => work({ status: 'applying', stage: 'employees', percent: 52, problems: [], problemCount: 0 }) });
    renderImport();
    expect((await screen.findByRole('progressbar')).getAttribute('aria-valuenow')).toBe('52');
    expect(screen.getByText('52 % – menulis pegawai')).toBeTruthy();
    expect(screen.getByText(/boleh ditutup/)).toBeTruthy();
  });

  it('offers to apply only what passed the check', async () => {
    const counts = { rows: 5, fresh: 5, changed: 0, unchanged: 0 };
    const api = serve({
      'GET /imports/w-1': () => work({ status: 'ready', problems: [], problemCount: 0, counts: { units: counts, posts: counts, employees: counts, assignments: counts } }),
      'POST /imports/w-1/apply': () => work({ status: 'applying', percent: 0, problems: [], problemCount: 0 }),
    });
    renderImport();
    await userEvent.setup().click(await screen.findByRole('button', { name: 'Terapkan' }));
    expect(api.asked('POST /imports/w-1/apply')).toHaveLength(1);
    expect(await screen.findByRole('progressbar')).toBeTruthy();
  });
});

function renderImport() {
  return renderPage(
    <Routes>
      <Route path="/impor/:importId" element={<ImportPage />} />
    </Routes>,
    '/impor/w-1',
  );
}
