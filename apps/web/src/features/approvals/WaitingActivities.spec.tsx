import type { AcceptActivitiesRequest } from '@ekinerja/contracts/activities';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { messages, renderPage, signedIn } from '../../testing/portal';
import { activity, waiting, waitingPage } from '../../testing/samples';
import { problem, serve } from '../../testing/server';
import { orderWaiting } from './waiting-order';
import { WaitingActivities } from './WaitingActivities';
import { fetchForms } from './WaitingRow';

const items = [
  waiting('b1', { employmentId: 'e-9', personName: 'Budi Santoso', dueAt: '2026-11-24T16:00:00.000Z' }),
  waiting('s1', { startTime: '08:00' }),
  waiting('s2', { startTime: '10:00' }),
  waiting('s3', { date: '2026-11-18', dueAt: '2026-11-23T16:00:00.000Z' }),
];
const list = { 'GET /activities/waiting': () => waitingPage(items) };
const idsOf = (body: unknown) => (body as AcceptActivitiesRequest).entries.map(({ id }) => id);
const row = (id: string) => document.getElementById(`kegiatan-${id}`)!;
const activeRow = () => document.querySelector('[data-active=true]')?.id;

async function show(answers: Parameters<typeof serve>[0] = {}) {
  const api = serve({ ...list, ...answers });
  renderPage(<WaitingActivities />);
  await screen.findByText('Kegiatan s1');
  return { api, user: userEvent.setup() };
}

describe('WaitingActivities', () => {
  beforeAll(async () => {
    await messages('approvals');
    await fetchForms();
  });
  beforeEach(() => {
    signedIn(['employee', 'evaluator']);
    localStorage.removeItem('ekinerja.shortcuts');
  });

  it('X-AP-1 groups by person and day, the nearest deadline first', () => {
    const people = orderWaiting(items);
    expect(people.map(({ name }) => name)).toEqual(['Siti Aminah', 'Budi Santoso']);
    expect(people[0]!.days.map(({ entries }) => entries.map(({ id }) => id))).toEqual([['s3'], ['s1', 's2']]);
  });

  it('X-AP-1 moves with j and k and accepts with a', async () => {
    const { api, user } = await show({ 'POST /activities/s1/accept': () => activity() });
    await user.keyboard('jj');
    await waitFor(() => expect(activeRow()).toBe('kegiatan-s1'));
    await waitFor(() => expect(document.activeElement).toBe(row('s1')));
    await user.keyboard('a');
    await waitFor(() => expect(row('s1')).toBeNull());
    expect(api.asked('POST /activities/s1/accept')[0]!.headers.get('if-match')).toBe('"3"');
    await waitFor(() => expect(activeRow()).toBe('kegiatan-s2'));
    await user.keyboard('k');
    await waitFor(() => expect(activeRow()).toBe('kegiatan-s3'));
  });

  it('X-AP-1 selects with x and p, and accepts the selection with shift+a, with a way back instead of a question', async () => {
    const { api, user } = await show({
      'POST /activities/accept': () => ({
        accepted: ['s1', 's3'],
        skipped: [{ id: 's2', code: 'stale-version' }],
      }),
    });
    await user.keyboard('jp');
    await screen.findByText('3 kegiatan dipilih');
    await user.keyboard('{Shift>}A{/Shift}');
    expect(screen.queryByRole('dialog')).toBeNull();
    const notice = await screen.findByText('1 kegiatan tidak ikut diterima');
    expect(
      within(notice.closest('[role=alert]') as HTMLElement).getByText(/Kegiatan s2.*sudah berubah/),
    ).toBeTruthy();
    expect(api.asked('POST /activities/accept')[0]!.body).toEqual({
      entries: ['s3', 's1', 's2'].map((id) => ({ id, version: 3 })),
    });
  });

  it('BK-4.3 KS-23.8 refuses with a reason only; keys are text while it is written', async () => {
    const { api, user } = await show({ 'POST /activities/s3/refuse': () => activity({ status: 'refused' }) });
    await user.keyboard('jr');
    const reason = await screen.findByLabelText(/Alasan penolakan/);
    await user.type(reason, 'aj');
    await user.click(within(row('s3')).getByRole('button', { name: 'Tolak' }));
    expect(await screen.findByText('Tuliskan alasan paling sedikit 5 huruf.')).toBeTruthy();
    expect(api.calls.filter(({ method }) => method === 'POST')).toHaveLength(0);
    await user.click(screen.getByRole('button', { name: 'Jumlah atau satuan hasil belum sesuai.' }));
    await user.click(within(row('s3')).getByRole('button', { name: 'Tolak' }));
    await waitFor(() => expect(row('s3')).toBeNull());
    expect(api.asked('POST /activities/s3/refuse')[0]!.body).toEqual({
      reason: 'Jumlah atau satuan hasil belum sesuai.',
    });
  });

  it('gives a row back when the server refuses', async () => {
    const { user } = await show({ 'POST /activities/s3/accept': () => problem('not-yours-to-decide') });
    await user.keyboard('ja');
    expect(await screen.findByText('Bukan wewenang Anda untuk memutus')).toBeTruthy();
    expect(row('s3')).not.toBeNull();
  });

  it('leaves the keys alone when they are switched off', async () => {
    const { user } = await show();
    await user.click(screen.getByRole('switch', { name: 'Pintasan papan ketik' }));
    await user.keyboard('j');
    expect(activeRow()).toBeUndefined();
  });

  it('X-AP-1 takes forty people in at most eighty presses, one a person whatever they wrote, over pages as the server gives them, and takes the last one back', async () => {
    const week = Array.from({ length: 40 }, (_, person) =>
      Array.from({ length: 2 }, (_, day) =>
        waiting(`p${person}d${day}`, {
          employmentId: `e-${person}`,
          personName: `Pegawai ${String(person).padStart(2, '0')}`,
          date: `2026-11-${16 + day}`,
          dueAt: `2026-11-${24 + day}T16:00:00.000Z`,
        }),
      ),
    ).flat();
    // By deadline, as the server orders them: nobody's week stands whole on one page.
    const ordered = [...week].sort((a, b) => (a.dueAt ?? '').localeCompare(b.dueAt ?? ''));
    const api = serve({
      'GET /activities/waiting': ({ query }) => {
        const from = Number(query.get('cursor') ?? 0);
        return {
          ...waitingPage(ordered.slice(from, from + 40)),
          total: 80,
          nextCursor: from + 40 < 80 ? String(from + 40) : null,
        };
      },
      'POST /activities/accept': ({ body }) => ({ accepted: idsOf(body), skipped: [] }),
      'POST /activities/undo': ({ body }) => ({ undone: (body as { ids: string[] }).ids, skipped: [] }),
    });
    renderPage(<WaitingActivities />);
    await waitFor(() => expect(document.querySelectorAll('article')).toHaveLength(80), { timeout: 90_000 });
    let presses = 0;
    const press = (key: string, shiftKey = false) => {
      presses += 1;
      fireEvent.keyDown(document.body, { key, shiftKey });
    };
    press('j');
    for (let person = 0; person < 40; person += 1) {
      press('P', true);
      await waitFor(() => expect(document.querySelectorAll('article')).toHaveLength((39 - person) * 2), {
        timeout: 20_000,
      });
    }
    const accepted = api.asked('POST /activities/accept').flatMap(({ body }) => idsOf(body));
    expect(new Set(accepted)).toEqual(new Set(week.map(({ id }) => id)));
    expect([accepted.length, presses <= 80]).toEqual([80, true]);
    await screen.findByRole('button', { name: 'Urungkan' });
    press('u');
    await waitFor(() =>
      expect(
        api.asked('POST /activities/undo').map(({ body }) => (body as { ids: string[] }).ids.length),
      ).toEqual([2]),
    );
  }, 240_000);
});
