import type { PayslipView, SlipLineView } from '@ekinerja/contracts/pay-runs';
import { cleanup, screen, within } from '@testing-library/react';
import { messages, renderPage, signedIn } from '../../testing/portal';
import { activity, month } from '../../testing/samples';
import { serve } from '../../testing/server';
import { queryClient } from '../../lib/query-client';
import { MonthEstimate } from './MonthEstimate';

const CITE = { source: 'contoh', ref: 'Pasal 9' };
const line = (change: Partial<SlipLineView>): SlipLineView => ({ section: 'performance', code: 'minutes', title: 'Waktu kerja', inputs: {}, amount: null, cite: CITE, ...change }) as SlipLineView;
const CUT = line({ section: 'cut', code: 'TL1', title: 'Terlambat', amount: -25_000 });

/** The list under a heading of the estimate; null without it. */
async function listUnder(heading: string, lines: SlipLineView[], more: Partial<PayslipView> = {}): Promise<string[] | null> {
  cleanup();
  queryClient.clear();
  serve({ 'GET /payslips/mine/estimate': () => ({ estimate: true, totals: { net: 4_000_000 }, lines, missing: [], ...more }) });
  renderPage(<MonthEstimate data={{ ...month([activity({ status: 'submitted' })]), gaps: 3 }} />);
  const card = await screen.findByLabelText('Perkiraan TPP bulan ini');
  const list = within(card).queryByText(heading)?.nextElementSibling;
  return list ? [...list.querySelectorAll('li')].map(({ textContent }) => textContent!) : null;
}

describe('the estimate of the month', () => {
  beforeAll(() => messages('activities'));
  beforeEach(() => signedIn(['employee']));
  const RAISE = 'Yang masih dapat menaikkannya';
  const minutes = (done: number) => line({ inputs: { minutes: done, target: 6000 } });

  it.each<[string, SlipLineView[], Partial<PayslipView>, string[] | null]>([
    ['minutes short of the target: what waits and empty days, with the articles', [minutes(5000)], {}, ['2 jam kegiatan masih menunggu keputusan atasan. Pasal 9', '3 hari kerja belum diisi. Pasal 3 ayat (4)']],
    ['a count short of the target', [line({ inputs: { n: 5, target: 20 } })], {}, ['1 kegiatan masih menunggu keputusan atasan. Pasal 9', '3 hari kerja belum diisi. Pasal 3 ayat (4)']],
    ['the target is reached: entries raise nothing more', [minutes(6000)], {}, null],
    ['what is cut until the judgement is there comes back with it, said once', [line({ section: 'cut', code: 'evaluation-missing', title: 'Evaluasi belum ada', amount: -900_000 })], { missing: ['evaluation'] }, [expect.stringMatching(/^Evaluasi belum ada: Rp\s?900\.000 Pasal 9$/)]],
    ['a regulation that counts no entries: only what is missing', [line({ code: 'predicate' })], { missing: ['evaluation'] }, ['Penilaian bulan ini belum ada. ']],
  ])('%s', async (_, lines, more, expected) => {
    expect(await listUnder(RAISE, lines, more)).toEqual(expected);
  });

  it('a cut that has been made stands apart: nothing raises it any more', async () => {
    expect(await listUnder(RAISE, [CUT])).toBeNull();
    expect(await listUnder('Yang sudah memotong sejauh ini', [CUT])).toEqual([expect.stringMatching(/^Terlambat: Rp\s?25\.000 Pasal 9$/)]);
  });
});
