import type { PayRunUnitView } from '@ekinerja/contracts/pay-runs';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { messages, renderPage, signedIn } from '../../testing/portal';
import { PhoneFold } from '../../ui/PhoneFold';
import { PeopleList } from './PeopleList';

jest.setTimeout(30_000);

const totals = { gross: 4_000_000, cuts: 0, deductions: 0, adjustments: 0, net: 4_000_000 };
const people: PayRunUnitView['people'] = Array.from({ length: 32 }, (_, at) => ({
  employmentId: `e-${at}`,
  name: `Pegawai ${at + 1}`,
  nip: null,
  kind: 'pns',
  postName: 'Analis',
  class: '8',
  included: true,
  exclusion: null,
  blockers: [],
  totals,
  payslipId: null,
}));
const shown = () => screen.getAllByText(/^Pegawai \d+$/).length;

describe('an SKPD on a phone', () => {
  const wide = window.matchMedia;
  beforeAll(() => messages('pay-runs'));
  beforeEach(() => signedIn(['superadmin']));
  afterEach(() => void (window.matchMedia = wide));
  const onPhone = () =>
    void (window.matchMedia = (query) =>
      Object.assign(wide(query), { matches: query === '(max-width: 47.99em)' }));
  const page = (
    <>
      <PhoneFold title="Kertas">
        <p>Daftar pembayaran</p>
      </PhoneFold>
      <PeopleList unit={{ status: 'closed', people } as unknown as PayRunUnitView} />
    </>
  );

  it('shows a few people at a time and papers behind one line', async () => {
    onPhone();
    renderPage(page, '/');
    expect(shown()).toBe(10);
    await userEvent.setup().click(screen.getByRole('button', { name: 'Tampilkan 22 lagi' }));
    expect(shown()).toBe(20);
    expect(screen.getByText('Daftar pembayaran').closest('details')!.open).toBe(false);
  });

  it('shows all of them on a wide screen', () => {
    renderPage(page, '/');
    expect(shown()).toBe(32);
    expect(screen.getByText('Daftar pembayaran').closest('details')).toBeNull();
  });
});
