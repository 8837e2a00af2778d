import type { WorkPlanContent, WorkPlanView } from '@ekinerja/contracts/plans';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { messages, renderPage, signedIn } from '../../testing/portal';
import { ResultPlan } from './ResultPlan';

jest.setTimeout(60_000);

const months = Array.from({ length: 12 }, (_, at) => `2026-${String(at + 1).padStart(2, '0')}`);
const result: WorkPlanView['results'][number] = {
  id: 'r-1', title: 'Laporan tersusun', task: 'main', done: [],
  indicators: [{ indicator: 0, text: 'Jumlah laporan', unit: 'laporan', target: '12', divided: '12', difference: '0' }],
};
const plan = { months, closedMonths: [], results: [result], findings: [] } as unknown as WorkPlanView;
const start: WorkPlanContent = {
  targets: months.map((period) => ({ resultId: 'r-1', indicator: 0, level: 'month' as const, period, quantity: '1' })),
  steps: [{ id: 's-1', resultId: 'r-1', title: 'Menyusun laporan', kind: null, pattern: null, months: ['2026-03'], days: null, output: '' }],
};
const written: WorkPlanContent[] = [];
function Held() {
  const [draft, setDraft] = useState(start);
  return <ResultPlan result={result} plan={plan} draft={draft} onChange={(next) => { written.push(next); setDraft(next); }} />;
}

describe('the plan of one result on screen', () => {
  beforeAll(() => messages('plans'));
  beforeEach(() => signedIn(['employee']));

  it('TL-15.a duration, months, type and pattern are set in a table whose months draw the timeline', async () => {
    const user = userEvent.setup();
    renderPage(<Held />);
    await user.selectOptions(await screen.findByLabelText('Tipe aktivitas'), 'periodic');
    await user.selectOptions(screen.getByLabelText('Pola penugasan'), 'team');
    await user.type(screen.getByLabelText('Durasi (hari)'), '10');
    const april = screen.getByLabelText('April 2026');
    expect(april.getAttribute('aria-pressed')).toBe('false');
    await user.click(april);
    expect(april.getAttribute('aria-pressed')).toBe('true');
    expect(written.at(-1)!.steps[0]).toMatchObject({ kind: 'periodic', pattern: 'team', days: 10, months: ['2026-03', '2026-04'] });
  });

  it('BK-3.3 what the months lack of the year is shown while it is typed', async () => {
    const user = userEvent.setup();
    renderPage(<Held />);
    expect(await screen.findByText('Genap dengan target tahunan')).toBeTruthy();
    const january = screen.getByLabelText('Januari 2026: Jumlah laporan');
    await user.clear(january);
    await user.tab();
    expect(await screen.findByText('Kurang 1 laporan')).toBeTruthy();
  });
});
