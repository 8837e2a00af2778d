import type {
  Activity,
  ActivityMonth,
  WaitingActivitiesPage,
  WaitingActivity,
} from '@ekinerja/contracts/activities';
import { TODAY } from './portal';

export function activity(change: Partial<Activity> = {}): Activity {
  return {
    id: 'k-1',
    employmentId: 'e-1',
    date: '2026-11-19',
    startTime: '08:00',
    endTime: '10:00',
    minutes: 120,
    description: 'Menyusun laporan realisasi anggaran bulan Oktober',
    outputQuantity: '1',
    outputUnit: 'dokumen',
    skpResultId: 'h-1',
    skpResultTitle: 'Tersusunnya laporan keuangan tepat waktu',
    task: 'main',
    evidenceLink: null,
    monthPlanId: null,
    catalogueItemId: null,
    original: null,
    evidence: [],
    postOfDay: 'Analis',
    byUnit: null,
    status: 'draft',
    submittedAt: null,
    dueAt: null,
    overdue: false,
    decidedAt: null,
    decidedBy: null,
    decisionCapacity: null,
    decisionMode: null,
    reason: null,
    version: 3,
    actions: ['save', 'submit', 'withdraw'],
    ...change,
  };
}

export function month(activities: Activity[] = []): ActivityMonth {
  return {
    month: '2026-11',
    closed: false,
    closedUntil: null,
    days: Array.from({ length: 30 }, (_, at) => {
      const date = `2026-11-${String(at + 1).padStart(2, '0')}`;
      const weekend = [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());
      const state = weekend ? 'off' : date > TODAY ? 'future' : 'empty';
      return {
        date,
        state,
        holiday: null,
        presence: null,
        entries: 0,
        minutes: 0,
        gap: state === 'empty' && date < TODAY,
      } as const;
    }),
    activities,
    acceptedMinutes: 0,
    waiting: 0,
    gaps: 14,
    minimumCite: { source: 'barito-kuala-74-2021', ref: 'Pasal 3 ayat (4)' },
    skpResults: [
      { id: 'h-1', title: 'Tersusunnya laporan keuangan tepat waktu', task: 'main', used: 5 },
      { id: 'h-2', title: 'Terlaksananya tugas kepanitiaan', task: 'additional', used: 0 },
    ],
    planSteps: [],
    rhythm: { period: 'daily', cite: { source: 'ekinerja', ref: 'Kegiatan harian', reading: true } },
    reopened: [],
    entryWindow: { from: '2026-11-13', to: TODAY, cite: null },
  };
}

export function waiting(id: string, change: Partial<WaitingActivity> = {}): WaitingActivity {
  return {
    ...activity({
      id,
      status: 'submitted',
      actions: ['accept', 'refuse'],
      dueAt: '2026-11-25T16:00:00.000Z',
    }),
    description: `Kegiatan ${id}`,
    personName: 'Siti Aminah',
    nip: '199202022016032002',
    postName: 'Analis',
    ...change,
  };
}

export const waitingPage = (items: WaitingActivity[]): WaitingActivitiesPage => ({
  items,
  nextCursor: null,
  total: items.length,
  overdue: 0,
});
