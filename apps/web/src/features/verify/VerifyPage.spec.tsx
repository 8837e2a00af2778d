import type { VerifyAnswer } from '@ekinerja/contracts/documents';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router';
import { queryClient } from '../../lib/query-client';
import { messages, renderPage } from '../../testing/portal';
import { serve } from '../../testing/server';
import VerifyPage from './VerifyPage';

const answer = (change: Partial<VerifyAnswer> = {}): VerifyAnswer => ({
  status: 'genuine',
  title: 'Rekap TPP Oktober 2026',
  number: '900/12/TPP/2026',
  issuedAt: '2026-11-06T03:00:00.000Z',
  unitName: 'Dinas Kesehatan',
  hash: 'ab12cd…ef34',
  supersededAt: null,
  ...change,
});
const unknown = answer({ status: 'unknown', title: null, number: null, issuedAt: null, unitName: null, hash: null });

function show(path: string, answers: Record<string, VerifyAnswer>) {
  const api = serve(Object.fromEntries(Object.entries(answers).map(([code, one]) => [`GET /documents/verify/${code}`, () => one])));
  const view = renderPage(
    <Routes>
      <Route path="/verifikasi/:code?" element={<VerifyPage />} />
    </Routes>,
    path,
  );
  return { api, ...view, user: userEvent.setup() };
}

describe('VerifyPage', () => {
  const NodeFormData = globalThis.FormData;
  beforeAll(() => {
    // React reads the form when a submit navigates; the test's FormData is Node's, which knows no form elements.
    globalThis.FormData = class extends NodeFormData {
      constructor() {
        super();
      }
    };
    return messages('verify');
  });
  afterAll(() => {
    globalThis.FormData = NodeFormData;
  });
  beforeEach(() => queryClient.clear());

  it('says in plain words that a paper is genuine, with what is printed on it', async () => {
    show('/verifikasi/ABC', { ABC: answer() });
    expect(await screen.findByText('Asli dan masih berlaku')).toBeTruthy();
    for (const text of ['900/12/TPP/2026', 'Rekap TPP Oktober 2026', 'Dinas Kesehatan', 'ab12cd…ef34']) expect(screen.getByText(text)).toBeTruthy();
  });

  it('says since when it is superseded', async () => {
    show('/verifikasi/ABC', { ABC: answer({ status: 'superseded', supersededAt: '2026-11-10T03:00:00.000Z' }) });
    expect(await screen.findByText('Asli, tetapi sudah digantikan')).toBeTruthy();
    expect(screen.getByText(/digantikan dokumen lain pada 10 November 2026/)).toBeTruthy();
  });

  it('shows no particulars of an unknown code', async () => {
    show('/verifikasi/XYZ', { XYZ: unknown });
    expect(await screen.findByText('Tidak dikenal')).toBeTruthy();
    expect(screen.queryByText('Dokumen yang diterbitkan')).toBeNull();
  });

  it('takes a typed code, spaces and all', async () => {
    const { user, router } = show('/verifikasi', { AB12CD: answer() });
    await user.click(screen.getByRole('button', { name: 'Periksa' }));
    expect(await screen.findByText('Tuliskan kodenya dulu.')).toBeTruthy();
    await user.type(screen.getByLabelText(/Kode verifikasi/), 'AB12 CD');
    await user.click(screen.getByRole('button', { name: 'Periksa' }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/verifikasi/AB12CD'));
    expect(await screen.findByText('Asli dan masih berlaku')).toBeTruthy();
  });
});
