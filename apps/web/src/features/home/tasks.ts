import type { ActivityMonth } from '@ekinerja/contracts/activities';
import type { PresenceMonthStatus } from '@ekinerja/contracts/attendance';
import type { IsoDate } from '@ekinerja/contracts/basics';
import type { EvaluationsDue } from '@ekinerja/contracts/evaluations';
import type { PayRunItem } from '@ekinerja/contracts/pay-runs';
import type { RegulationDraftItem, RegulationSummary } from '@ekinerja/contracts/regulations';
import type { RequestTasks } from '@ekinerja/contracts/service-requests';
import type { SetupStatus } from '@ekinerja/contracts/setup';
import type { SkpItem } from '@ekinerja/contracts/skp';
import { formatMonth } from '../../lib/format';

/** One thing to do: `home:task.<word>`, with a link that leads straight to it. */
export interface Task {
  word: string;
  params: Record<string, string | number>;
  to: string;
  urgent: boolean;
}

/** What was loaded; a part stays undefined where the role does not have it. */
export interface HomeFacts {
  today: IsoDate;
  month?: ActivityMonth | undefined;
  skps?: SkpItem[] | undefined;
  waitingSkps?: number | undefined;
  due?: EvaluationsDue[] | undefined;
  runs?: PayRunItem[] | undefined;
  attendance?: PresenceMonthStatus[] | undefined;
  setup?: SetupStatus | undefined;
  laws?: RegulationSummary[] | undefined;
  drafts?: RegulationDraftItem[] | undefined;
  requests?: RequestTasks | undefined;
  mayClose: boolean;
  mayCheck: boolean;
}

/** In the order in which a person should see them: what others wait for or what expires first. */
export function tasksOf(facts: HomeFacts): Task[] {
  return [
    ...setupTasks(facts),
    ...lawTasks(facts),
    ...evaluatorTasks(facts),
    ...requestTasks(facts),
    ...ownTasks(facts),
    ...payTasks(facts),
  ].sort((a, b) => Number(b.urgent) - Number(a.urgent));
}

/** Until everybody can sign in there is nothing more urgent. */
function setupTasks({ setup }: HomeFacts): Task[] {
  if (!setup || setup.complete) return [];
  const done = setup.steps.filter((step) => step.done).length;
  return [{ word: 'setup', params: { done, steps: setup.steps.length }, to: '/persiapan', urgent: true }];
}

/** A draft waits for the second person; a year of the calendar is missing well before it comes. */
function lawTasks({ today, laws, drafts }: HomeFacts): Task[] {
  const waiting = drafts?.filter(({ mayDecide }) => mayDecide) ?? [];
  const [year] = (laws ?? []).flatMap(({ missingYears }) => missingYears);
  return [
    ...(waiting[0]
      ? [
          {
            word: 'lawDraft',
            params: { count: waiting.length, title: waiting[0].title },
            to: `/regulasi/rancangan/${waiting[0].id}`,
            urgent: true,
          },
        ]
      : []),
    ...(year === undefined
      ? []
      : [
          {
            word: 'calendarYear',
            params: { year },
            to: '/regulasi/calendar',
            urgent: String(year) === today.slice(0, 4),
          },
        ]),
  ];
}

/** Files of the service desk: in a step of one's own, reported, or come back. */
function requestTasks({ requests }: HomeFacts): Task[] {
  if (!requests) return [];
  const of = (count: number, word: string, to: string): Task[] =>
    count > 0 ? [{ word, params: { count }, to, urgent: true }] : [];
  return [
    ...of(requests.returned, 'requestReturned', '/pelayanan?keadaan=returned'),
    ...of(requests.waiting, 'requestsWaiting', '/pelayanan?saya=ya'),
    ...of(requests.reports, 'requestReports', '/pelayanan?laporan=ya'),
  ];
}

function ownTasks({ today, month, skps }: HomeFacts): Task[] {
  const tasks: Task[] = [];
  const year = Number(today.slice(0, 4));
  const skp = skps?.find((one) => ['returned', 'draft'].includes(one.status));
  if (skp)
    tasks.push({
      word: skp.status === 'returned' ? 'skpReturned' : 'skpDraft',
      params: { year },
      to: `/skp/${skp.id}`,
      urgent: true,
    });
  if (skps?.length === 0) tasks.push({ word: 'skpMissing', params: { year }, to: '/skp', urgent: true });
  if (!month) return tasks;
  const refused = month.activities.filter(({ status }) => status === 'refused');
  if (refused[0])
    tasks.push({
      word: 'refused',
      params: { count: refused.length },
      to: `/kegiatan?tanggal=${refused[0].date}`,
      urgent: true,
    });
  const state = month.days.find(({ date }) => date === today)?.state;
  if (month.skpResults.length > 0 && (state === 'empty' || state === 'draft')) {
    tasks.push({
      word: state === 'empty' ? 'today' : 'todayDraft',
      params: {},
      to: `/kegiatan?tanggal=${today}${state === 'empty' ? '&isi=baru' : ''}`,
      urgent: false,
    });
  }
  const gaps = month.days.filter(({ gap, date }) => gap && date !== today);
  if (gaps[0])
    tasks.push({
      word: 'gaps',
      params: { count: gaps.length },
      to: `/kegiatan?tanggal=${gaps[0].date}`,
      urgent: false,
    });
  return tasks;
}

function evaluatorTasks({ today, due, waitingSkps }: HomeFacts): Task[] {
  const tasks: Task[] = [];
  const waiting = (due ?? []).reduce(
    (sum, { items }) => sum + items.reduce((own, item) => own + item.waitingCount, 0),
    0,
  );
  if (waiting > 0)
    tasks.push({ word: 'approvals', params: { count: waiting }, to: '/persetujuan', urgent: true });
  if (waitingSkps)
    tasks.push({ word: 'skpWaiting', params: { count: waitingSkps }, to: '/persetujuan', urgent: true });
  for (const { month, items, opensOn, late, closed } of due ?? []) {
    const open = items.filter(({ evaluation }) => evaluation === null).length;
    if (open > 0 && !closed && today >= opensOn.slice(0, 10)) {
      tasks.push({
        word: 'evaluations',
        params: { count: open, month: formatMonth(month) },
        to: `/penilaian?bulan=${month}`,
        urgent: late,
      });
    }
  }
  return tasks;
}

function payTasks({ today, runs, attendance, mayClose, mayCheck }: HomeFacts): Task[] {
  const tasks: Task[] = [];
  const current = today.slice(0, 7);
  // Only the last finished month: earlier ones without presence lie before the system was in use.
  const finished = (attendance ?? [])
    .filter(({ month }) => month < current)
    .sort((a, b) => b.month.localeCompare(a.month));
  for (const { month, employees, synchronisedAt } of finished.slice(0, 1)) {
    if (mayClose && employees > 0 && synchronisedAt === null) {
      tasks.push({
        word: 'attendance',
        params: { month: formatMonth(month) },
        to: `/presensi?bulan=${month}`,
        urgent: false,
      });
    }
  }
  for (const run of runs ?? []) {
    if (run.status !== 'open' || today < run.closableFrom) continue;
    const params = {
      month: formatMonth(run.month),
      count: run.units - run.closed,
      unchecked: run.units - run.checked - run.closed,
    };
    if (mayClose) tasks.push({ word: 'close', params, to: `/tpp/${run.id}`, urgent: false });
    else if (mayCheck && params.unchecked > 0)
      tasks.push({ word: 'check', params, to: `/tpp/${run.id}`, urgent: false });
  }
  return tasks;
}
