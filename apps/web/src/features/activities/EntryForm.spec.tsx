import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { messages, renderPage, signedIn, TODAY } from '../../testing/portal';
import { activity, month } from '../../testing/samples';
import type { KeptEntry } from '../../lib/device';
import { json, problem, serve } from '../../testing/server';
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
  beforeEach(() => {
    localStorage.clear();
    signedIn(['employee']);
  });

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

  it('X-IN-2 what was typed outlives a closed form, and can be thrown away', async () => {
    serve({});
    const first = renderPage(<EntryForm data={month()} date={TODAY} entry={undefined} onDone={jest.fn()} />);
    await userEvent.type(screen.getByLabelText(/Apa yang dikerjakan/), 'Menyusun laporan');
    first.unmount();
    renderPage(<EntryForm data={month()} date={TODAY} entry={undefined} onDone={jest.fn()} />);
    const text = () => (screen.getByLabelText(/Apa yang dikerjakan/) as HTMLTextAreaElement).value;
    expect(text()).toBe('Menyusun laporan');
    await userEvent.click(screen.getByRole('button', { name: 'Mulai dari kosong' }));
    expect(text()).toBe('');
    expect(screen.queryByText('Tulisan yang belum tersimpan dipulihkan')).toBeNull();
  });

  it('X-IN-2 what was sent is no draft any more: the next entry starts empty, under an id of its own', async () => {
    const ids: string[] = [];
    serve({});
    const original = globalThis.fetch;
    globalThis.fetch = (async (input: RequestInfo | URL, init?: RequestInit) => {
      if (init?.method !== 'PUT') return original(input, init);
      ids.push(String(input).split('/').at(-1)!);
      return json(activity({ version: 1 }));
    }) as typeof fetch;
    const write = async () => {
      const done = jest.fn();
      const form = renderPage(<EntryForm data={month([activity({ status: 'accepted' })])} date={TODAY} entry={undefined} onDone={done} />);
      expect((screen.getByLabelText(/Apa yang dikerjakan/) as HTMLTextAreaElement).value).toBe('');
      await userEvent.click(screen.getByRole('button', { name: 'Salin dari kegiatan terakhir' }));
      await userEvent.type(screen.getByLabelText(/^Lamanya \(menit\)/), '30');
      await userEvent.click(screen.getByRole('button', { name: 'Kirim' }));
      await waitFor(() => expect(done).toHaveBeenCalled());
      form.unmount();
    };
    await write();
    await write();
    expect(new Set(ids).size).toBe(2);
  });

  it('a day of the repetition that is refused is named, and a second try sends each under its own id over what is stored', async () => {
    const sent: { path: string; date: string; version: string | null }[] = [];
    serve({});
    const original = globalThis.fetch;
    globalThis.fetch = (async (input: RequestInfo | URL, init?: RequestInit) => {
      if (init?.method !== 'PUT') return original(input, init);
      const { date } = JSON.parse(String(init.body)) as { date: string };
      sent.push({ path: String(input).split('/').at(-1)!, date, version: new Headers(init.headers).get('if-match') });
      const refused = date === '2026-11-18' && sent.filter((one) => one.date === date).length === 1;
      return refused ? problem('rule-refused', { params: { date }, rule: { code: 'entry.leave' } }) : json(activity({ date, version: 6 }));
    }) as typeof fetch;
    const done = show();
    await userEvent.click(screen.getByRole('button', { name: 'Salin dari kegiatan terakhir' }));
    await userEvent.type(screen.getByLabelText(/^Lamanya \(menit\)/), '90');
    for (const day of ['17 November 2026', '18 November 2026']) await userEvent.click(screen.getByLabelText(new RegExp(day)));
    await userEvent.click(screen.getByRole('button', { name: 'Kirim' }));
    expect(await screen.findByText(/Belum tersimpan untuk .*18 November 2026/)).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Kirim' }));
    await waitFor(() => expect(done).toHaveBeenCalled());
    const days = [TODAY, '2026-11-17', '2026-11-18'].map((date) => sent.filter((one) => one.date === date));
    expect(days.map((one) => new Set(one.map(({ path }) => path)).size)).toEqual([1, 1, 1]);
    expect(days.map((one) => one.map(({ version }) => version))).toEqual([[null, '"6"'], [null, '"6"'], [null, null]]);
  });

  it('a photo that is refused leaves the entry stored: the next save is over it', async () => {
    const versions: (string | null)[] = [];
    serve({
      'PUT /activities/k-1': ({ headers }) => {
        versions.push(headers.get('if-match'));
        return activity({ version: 8 });
      },
    });
    const { status: _, ...content } = activity({ date: TODAY });
    const file = { id: 'f-1', name: 'foto.jpg', type: 'image/jpeg', content: new Blob(['x']) };
    const kept: KeptEntry = { id: 'k-1', accountId: 'a-1', version: null, body: { ...content, submit: true }, files: [file], madeAt: '', state: 'waiting', problem: null, current: null };
    const done = jest.fn();
    renderPage(<EntryForm data={month()} date={TODAY} entry={undefined} kept={kept} onDone={done} />);
    await userEvent.click(screen.getByRole('button', { name: 'Kirim' }));
    await screen.findByRole('alert');
    await userEvent.click(screen.getByRole('button', { name: 'Lepas foto.jpg' }));
    await userEvent.click(screen.getByRole('button', { name: 'Kirim' }));
    await waitFor(() => expect(done).toHaveBeenCalled());
    expect(versions).toEqual([null, '"8"']);
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
