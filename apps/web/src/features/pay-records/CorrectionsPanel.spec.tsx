import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { messages, renderPage, signedIn } from '../../testing/portal';
import { serve } from '../../testing/server';
import { CorrectionsPanel } from './CorrectionsPanel';

const row = { id: 'c-1', employmentId: 'e-1', name: 'Nurhayati', nip: null, skpdName: 'Dinas Kesehatan', month: '2026-06', amount: -1_000_000, cause: 'keputusan jabatan berlaku surut', rest: true, way: 'next-run' };

describe('corrections that wait', () => {
  beforeAll(() => messages('pay-records'));

  it('X-TPP-3 each is named with who settles it; an overpayment can be paid back by hand, what is owed cannot', async () => {
    signedIn(['superadmin']);
    const api = serve({
      'GET /pay-corrections': () => ({ items: [row, { ...row, id: 'c-2', name: 'Siti Aminah', amount: 480_000, rest: false, way: 'back-pay' }], nextCursor: null, total: null }),
      'POST /pay-claims/c-1/settle': () => ({ ...row, amount: 1_000_000, settledOn: '2026-08-10', receipt: 'STS 9/2026' }),
    });
    renderPage(<CorrectionsPanel />);
    const user = userEvent.setup();
    await screen.findByText('Sisa dari yang sudah dipotong sebagian', {}, { timeout: 10_000 });
    const owed = screen.getByText('Siti Aminah').closest('tr')!;
    expect(within(owed).getByText('Pembayaran kekurangan')).toBeTruthy();
    expect(within(owed).queryByRole('button')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Catat pengembalian Nurhayati' }));
    await user.type(screen.getByLabelText(/Nomor tanda setor/), 'STS 9/2026');
    await user.click(screen.getByRole('button', { name: 'Simpan' }));
    await waitFor(() => expect(api.asked('POST /pay-claims/c-1/settle')).toHaveLength(1));
    expect(api.asked('POST /pay-claims/c-1/settle')[0]!.body).toMatchObject({ receipt: 'STS 9/2026' });
  });
});
