import type { EvaluationDueItem, EvaluationsDue } from '@ekinerja/contracts/evaluations';
import { TODAY } from '../../testing/portal';
import { activity, month } from '../../testing/samples';
import { tasksOf, type HomeFacts } from './tasks';

const nothing: HomeFacts = { today: TODAY, mayClose: false, mayCheck: false };
const words = (facts: Partial<HomeFacts>) => tasksOf({ ...nothing, ...facts }).map(({ word }) => word);

const due = (change: Partial<EvaluationsDue>, waitingCount: number): EvaluationsDue => ({
  kind: 'periodic',
  month: '2026-10',
  opensOn: '2026-11-01',
  dueAt: null,
  dueCite: null,
  late: false,
  closed: false,
  organisations: [],
  parts: [],
  items: [{ employmentId: 'e-2', waitingCount, evaluation: null } as EvaluationDueItem],
  ...change,
});

describe('tasksOf', () => {
  it('is empty when nothing waits', () => expect(words({})).toEqual([]));

  it('puts what others wait for and what expires first', () => {
    expect(words({ month: month([activity({ status: 'refused' })]), due: [due({}, 3)] })).toEqual([
      'approvals',
      'refused',
      'evaluations',
      'today',
      'gaps',
    ]);
  });

  it('BK-3.4 counts the working days without an entry, today apart', () => {
    const [today, gaps] = tasksOf({ ...nothing, month: month() });
    expect(today).toMatchObject({ word: 'today', to: '/kegiatan?tanggal=2026-11-20&isi=baru' });
    expect(gaps).toMatchObject({ word: 'gaps', params: { count: 14 }, to: '/kegiatan?tanggal=2026-11-02' });
  });

  it('BK-9.1 BK-12.2 BK-11.2 leads to the files, the reports and what came back', () => {
    const tasks = tasksOf({ ...nothing, requests: { waiting: 2, reports: 1, returned: 0 } });
    expect(tasks.map(({ word, params, to }) => [word, params.count, to])).toEqual([
      ['requestsWaiting', 2, '/pelayanan?saya=ya'],
      ['requestReports', 1, '/pelayanan?laporan=ya'],
    ]);
    expect(words({ requests: { waiting: 0, reports: 0, returned: 0 } })).toEqual([]);
  });

  it('does not ask for ratings before they open or after the month is closed', () => {
    expect(words({ due: [due({ opensOn: '2026-12-01' }, 0), due({ closed: true }, 0)] })).toEqual([]);
  });
});
