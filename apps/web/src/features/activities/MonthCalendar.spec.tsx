import type { ActivityDay } from '@ekinerja/contracts/activities';
import { cleanup, screen } from '@testing-library/react';
import { messages, renderPage, signedIn, TODAY } from '../../testing/portal';
import { month } from '../../testing/samples';
import { MonthCalendar } from './MonthCalendar';

const DAY = '2026-11-18';
function show(change: Partial<ActivityDay>, period: 'daily' | 'weekly' = 'daily') {
  cleanup();
  const data = month();
  const days = data.days.map((day) => (day.date === DAY ? { ...day, ...change } : day));
  renderPage(<MonthCalendar data={{ ...data, days, rhythm: { ...data.rhythm, period } }} today={TODAY} chosen={TODAY} onChoose={jest.fn()} />);
  return screen.getByLabelText(/18 November 2026/);
}

describe('the month at a glance', () => {
  beforeAll(() => messages('activities'));
  beforeEach(() => signedIn(['employee']));

  it.each<[string, Partial<ActivityDay>, string]>([
    ['present, handed in', { presence: 'present', entries: 2, state: 'waiting' }, 'Menunggu'],
    ['present, refused', { presence: 'present', entries: 1, state: 'refused' }, 'Ditolak'],
    ['present, without an entry', { presence: 'present', state: 'empty' }, 'Belum diisi'],
    ['a holiday that was worked', { holiday: 'Maulid Nabi', entries: 1, state: 'accepted' }, 'Diterima'],
    ['a holiday', { holiday: 'Maulid Nabi', state: 'holiday' }, 'Maulid Nabi'],
    ['leave', { presence: 'leave-annual', state: 'leave' }, 'Cuti tahunan'],
    ['official travel without an entry', { presence: 'official-travel', state: 'empty' }, 'Dinas luar'],
  ])('%s reads as where the entries stand', (_, change, word) => {
    const day = show(change);
    expect(day.getAttribute('aria-label')).toContain(word);
    expect(day.textContent).toContain(word);
  });

  it('TL-14.3 under a longer rhythm only the day that closes the period asks for an entry', () => {
    expect(show({ gap: false }, 'weekly').textContent).toBe('18');
    expect(show({ gap: true }, 'weekly').textContent).toContain('Belum diisi');
  });
});
