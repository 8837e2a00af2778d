import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { messages, renderPage, signedIn } from '../../testing/portal';
import { serve } from '../../testing/server';
import { RecordsPanel } from './RecordsPanel';
import { SalariesPanel } from './SalariesPanel';

jest.setTimeout(30_000);

const salary = {
  employmentId: 'e-2', month: '2026-11', name: 'Siti Aminah', nip: '199203032016032002', skpdName: 'Dinas Kesehatan', version: 3,
  gross: 5_000_000, basic: 3_200_000, ptkp: 'K/1', taxWithheld: 75_000, insuranceBase: null, insuranceEmployee: 50_000, insuranceEmployer: null, pension: null,
};
const record = {
  id: 'r-1', kind: 'leave', employmentId: 'e-2', unitId: null, from: '2026-10-05', to: '2026-10-09', code: 'leave-annual', amount: null, value: null, checkIn: null, checkOut: null, breakMinutes: null, child: null, cause: null, class: null,
  documentNumber: '800/12', documentDate: '2026-10-01', reason: 'Cuti tahunan', name: 'Siti Aminah', nip: null, skpdName: 'Dinas Kesehatan', status: 'in-force', version: 1, documentFileId: null, recordedBy: 'Mariani', recordedAt: '2026-10-01T00:00:00.000Z', decidedBy: null, decidedAt: null, decisionReason: null, imported: false,
};

describe('salary facts and papers of one person', () => {
  beforeAll(() => messages('pay-records'));
  beforeEach(() => signedIn(['superadmin']));

  it('X-TPP-1 a salary is mended by the version that was seen, amounts as clerks write them', async () => {
    const api = serve({
      'GET /salaries/months': () => [{ month: '2026-11', people: 10, withSalary: 9, gross: 45_000_000 }],
      'GET /salaries': () => ({ items: [salary], nextCursor: null, total: null }),
      'PUT /salaries/2026-11/e-2': () => ({ ...salary, version: 4 }),
    });
    renderPage(<SalariesPanel />);
    const user = userEvent.setup();
    await user.click(await screen.findByRole('button', { name: 'Perbaiki data gaji Siti Aminah' }, { timeout: 10_000 }));
    const gross = screen.getByLabelText(/Gaji bruto/);
    await user.clear(gross);
    await user.click(screen.getByRole('button', { name: 'Simpan' }));
    expect(screen.getByText('Harus diisi.')).toBeTruthy();
    expect(api.asked('PUT /salaries/2026-11/e-2')).toHaveLength(0);
    await user.type(gross, '5.250.000');
    await user.click(screen.getByRole('button', { name: 'Simpan' }));
    await waitFor(() => expect(api.asked('PUT /salaries/2026-11/e-2')).toHaveLength(1));
    const [call] = api.asked('PUT /salaries/2026-11/e-2');
    expect(call!.body).toEqual({ gross: 5_250_000, basic: 3_200_000, ptkp: 'K/1', taxWithheld: 75_000, insuranceBase: null, insuranceEmployee: 50_000, insuranceEmployer: null, pension: null });
    expect(call!.headers.get('if-match')).toBe('"3"');
  });

  it('a record takes its scan where it stands', async () => {
    let row: object = record;
    const api = serve({
      'GET /pay-records/codes': () => ({ codes: {} }),
      'GET /pay-records': () => ({ items: [row], nextCursor: null, total: null }),
      'POST /pay-records/papers': () => (row = { ...record, documentFileId: 'f-1' }),
    });
    renderPage(<RecordsPanel />);
    const user = userEvent.setup();
    await screen.findByRole('button', { name: 'Lampirkan surat untuk Siti Aminah' }, { timeout: 10_000 });
    await user.upload(document.querySelector<HTMLInputElement>('input[type=file]')!, new File(['%PDF-1.7'], 'surat.pdf', { type: 'application/pdf' }));
    expect(await screen.findByRole('button', { name: 'Unduh surat Siti Aminah' })).toBeTruthy();
    expect(api.asked('POST /pay-records/papers')).toHaveLength(1);
  });
});
