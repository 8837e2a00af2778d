import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { messages, renderPage, signedIn, TODAY } from '../../testing/portal';
import { activity, month } from '../../testing/samples';
import { problem, serve } from '../../testing/server';
import { EntryForm } from './EntryForm';

const STEPS = [
  { id: 'l-1', resultId: 'h-1', title: 'Rekonsiliasi kas', used: 3 },
  { id: 'l-2', resultId: 'h-2', title: 'Rapat panitia', used: 0 },
];

const show = (entry?: ReturnType<typeof activity>) => {
  const done = jest.fn();
  renderPage(
    <EntryForm
      data={month(entry ? [entry] : [activity({ status: 'accepted' })])}
      date={TODAY}
      entry={entry}
      onDone={done}
    />,
  );
  return done;
};

describe('EntryForm', () => {
  beforeAll(() => messages('activities'));
  beforeEach(() => signedIn(['employee']));

  it('says what is missing beside each field and sends nothing', async () => {
    const api = serve({});
    show();
    await userEvent.click(screen.getByRole('button', { name: 'Kirim' }));
    expect(screen.getByLabelText(/Apa yang dikerjakan/)).toHaveProperty('ariaInvalid', 'true');
    expect(screen.getByText('Pilih hasil kerja SKP.')).toBeTruthy();
    expect(api.calls.filter(({ method }) => method !== 'GET')).toHaveLength(0);
  });

  it('asks before a reload throws away what has been typed, and only then', async () => {
    serve({});
    show();
    const leave = () => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
    expect(leave()).toBe(false);
    await userEvent.type(screen.getByLabelText(/Apa yang dikerjakan/), 'Menyusun');
    expect(leave()).toBe(true);
  });

  it('KS-17.b a step of the work plan is found by typing and brings its result along', async () => {
    const api = serve({ 'PUT /activities/k-1': () => activity({ version: 4 }) });
    const entry = activity({ date: TODAY, skpResultId: '' });
    renderPage(<EntryForm data={{ ...month([entry]), planSteps: STEPS }} date={TODAY} entry={entry} onDone={jest.fn()} />);
    await userEvent.type(screen.getByRole('combobox', { name: /Langkah rencana kerja/ }), 'panitia');
    await userEvent.click(await screen.findByRole('option', { name: 'Rapat panitia' }));
    await userEvent.click(screen.getByRole('button', { name: 'Simpan konsep' }));
    await waitFor(() => expect(api.calls.some(({ method }) => method === 'PUT')).toBe(true));
    expect(api.calls.find(({ method }) => method === 'PUT')!.body).toMatchObject({ monthPlanId: 'l-2', skpResultId: 'h-2', task: 'additional' });
  });

  it('KS-23.1 is sent under the declaration that it is true, with the id of the device', async () => {
    const api = serve({});
    globalThis.fetch = ((original) => async (input: RequestInfo | URL, init?: RequestInit) => {
      const response = await original(input, init);
      return String(input).includes('/activities/') && init?.method === 'PUT'
        ? new Response(JSON.stringify(activity({ status: 'submitted' })))
        : response;
    })(globalThis.fetch);
    const done = show();
    await userEvent.click(screen.getByRole('button', { name: 'Salin dari kegiatan terakhir' }));
    // Ninety minutes in place of the end.
    await userEvent.type(screen.getByLabelText(/^Lamanya \(menit\)/), '90');
    const send = screen.getByRole('button', { name: 'Kirim' });
    expect(document.getElementById(send.getAttribute('aria-describedby')!)?.textContent).toContain(
      'saya menyatakan kegiatan ini benar',
    );
    await userEvent.click(send);
    await waitFor(() => expect(done).toHaveBeenCalled());
    const [put] = api.calls.filter(({ method }) => method === 'PUT');
    expect(put!.path).toMatch(/^\/activities\/[0-9a-f-]{36}$/);
    expect(put!.headers.get('if-match')).toBeNull();
    expect(put!.body).toMatchObject({
      submit: true,
      date: TODAY,
      startTime: '07:30',
      endTime: '09:00',
      skpResultId: 'h-1',
    });
  });

  it('keeps the text when the entry has changed meanwhile, and saves over the current one', async () => {
    const versions: (string | null)[] = [];
    serve({
      'PUT /activities/k-1': ({ headers }) => {
        versions.push(headers.get('if-match'));
        return versions.length === 1
          ? problem('stale-version', { current: activity({ version: 7 }) })
          : activity({ version: 8 });
      },
    });
    const done = show(activity({ date: TODAY }));
    await userEvent.type(screen.getByLabelText(/Apa yang dikerjakan/), ' dan lampirannya');
    await userEvent.click(screen.getByRole('button', { name: 'Simpan konsep' }));
    await screen.findByText('Data ini sudah berubah');
    await userEvent.click(screen.getByRole('button', { name: 'Muat data terbaru' }));
    expect((screen.getByLabelText(/Apa yang dikerjakan/) as HTMLTextAreaElement).value).toMatch(
      /dan lampirannya$/,
    );
    await userEvent.click(screen.getByRole('button', { name: 'Simpan konsep' }));
    await waitFor(() => expect(done).toHaveBeenCalled());
    expect(versions).toEqual(['"3"', '"7"']);
  });

  it('names the rule and its article when the law refuses', async () => {
    serve({
      'PUT /activities/k-1': () =>
        problem('rule-refused', {
          params: { date: '2026-11-19' },
          rule: { code: 'entry.leave', cite: { source: 'tanah-laut-8-2024', ref: 'Pasal 14 ayat (2)' } },
        }),
    });
    show(activity({ date: TODAY }));
    await userEvent.click(screen.getByRole('button', { name: 'Simpan konsep' }));
    expect(await screen.findByText(/Pada 19 November 2026 Anda tercatat cuti/)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Pasal 14 ayat (2)' })).toBeTruthy();
  });
});
