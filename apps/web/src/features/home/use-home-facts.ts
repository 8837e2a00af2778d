import type { ActivityMonth } from '@ekinerja/contracts/activities';
import type { PresenceMonthStatus } from '@ekinerja/contracts/attendance';
import type { Permission } from '@ekinerja/contracts/access';
import type { Page } from '@ekinerja/contracts/basics';
import type { EvaluationsDue } from '@ekinerja/contracts/evaluations';
import type { PayRunItem } from '@ekinerja/contracts/pay-runs';
import type { RegulationDraftItem, RegulationSummary } from '@ekinerja/contracts/regulations';
import type { RequestTasks } from '@ekinerja/contracts/service-requests';
import type { SetupStatus } from '@ekinerja/contracts/setup';
import type { SkpItem } from '@ekinerja/contracts/skp';
import { useQuery } from '@tanstack/react-query';
import { get, type Query } from '../../lib/api';
import { addMonths, monthOf } from '../../lib/format';
import { useProfile } from '../../lib/session';
import type { HomeFacts } from './tasks';

/**
 * Asks only what the role may see. What waits for approval is counted from the evaluations, not from the list of
 * waiting entries: opening that list is recorded as having seen them.
 */
export function useHomeFacts(): { facts: HomeFacts; pending: boolean; error: unknown; retry: () => void } {
  const { today, permissions } = useProfile();
  const month = monthOf(today);
  const may = (permission: Permission) => permissions.includes(permission);
  // Fresh at each visit: another page has just changed it.
  const useFact = <T>(path: string, permission: Permission, query: Query = {}) =>
    useQuery({
      queryKey: ['home', path, query],
      queryFn: ({ signal }) => get<T>(path, { query, signal }),
      enabled: may(permission),
      staleTime: 0,
    });
  const activities = useFact<ActivityMonth>('/activities/month', 'activities.own', { month });
  const skps = useFact<SkpItem[]>('/skp/mine', 'skp.own', { year: Number(today.slice(0, 4)) });
  const waiting = useFact<Page<SkpItem>>('/skp/waiting', 'skp.determine');
  const dueNow = useFact<EvaluationsDue>('/evaluations/due', 'evaluations.rate', { month });
  const dueBefore = useFact<EvaluationsDue>('/evaluations/due', 'evaluations.rate', {
    month: addMonths(month, -1),
  });
  const runs = useFact<PayRunItem[]>('/pay-runs', 'pay-runs.read');
  const attendance = useFact<PresenceMonthStatus[]>('/attendance/months', 'attendance.read');
  const setup = useFact<SetupStatus>('/setup', 'setup.run');
  const laws = useFact<RegulationSummary[]>('/regulations', 'regulations.manage', { date: today });
  const drafts = useFact<RegulationDraftItem[]>('/regulation-drafts', 'regulations.manage');
  const requests = useFact<RequestTasks>('/service-requests/tasks', 'service-requests.take-part');
  const all = [activities, skps, waiting, dueNow, dueBefore, runs, attendance, setup, laws, drafts, requests];
  const due = [dueBefore.data, dueNow.data].filter((one) => one !== undefined);
  return {
    facts: {
      today,
      month: activities.data,
      skps: skps.data,
      waitingSkps: waiting.data?.items.length,
      due,
      runs: runs.data,
      attendance: attendance.data,
      setup: setup.data,
      laws: laws.data,
      drafts: drafts.data,
      requests: requests.data,
      mayClose: may('pay-runs.close'),
      mayCheck: may('pay-runs.check'),
    },
    pending: all.some((query) => query.isLoading),
    error: all.find((query) => query.error)?.error,
    retry: () => all.forEach((query) => query.error && void query.refetch()),
  };
}
