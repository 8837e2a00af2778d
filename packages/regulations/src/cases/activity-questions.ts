/** Questions about the daily entry: what is refused, what is missing, and when an approval lapses. */
import type { IsoDate, IsoMonth, PresenceStatus, UnitKind } from '@ekinerja/contracts/basics';
import {
  applyActivity,
  approvalDue,
  checkEntry,
  entryAbsence,
  lapsesNow,
  emptyEntryDays,
  missingEntryDays,
  refusalReasonRequired,
  type ActivityStatus,
} from '../activity-flow.js';
import type { LawSet } from '../law.js';
import { isRefusal } from '../refusal.js';
import { instant, lastDayBefore } from './times.js';

export function approvalAnswer(
  facts: { submittedAt: string; now?: string; status?: ActivityStatus; seen?: boolean },
  law: LawSet,
) {
  const submittedAt = instant(facts.submittedAt, law);
  const due = approvalDue(submittedAt, law);
  return {
    until: due.dueAt && lastDayBefore(due.dueAt, law),
    onLapse: due.onLapse,
    trigger: due.trigger,
    reasonRequired: refusalReasonRequired(law).required,
    ...(facts.now
      ? {
          lapses: lapsesNow(
            {
              dueAt: due.dueAt,
              now: instant(facts.now, law),
              status: facts.status ?? 'submitted',
              seen: facts.seen ?? false,
            },
            law,
          ),
        }
      : {}),
  };
}

export function entryAnswer(
  facts: {
    date: IsoDate;
    today: IsoDate;
    minutes?: number;
    kind?: 'main' | 'additional' | null;
    leave?: IsoDate[];
    presence?: PresenceStatus;
    lateGranted?: boolean;
  },
  law: LawSet,
) {
  const refusal = checkEntry(
    {
      date: facts.date,
      today: facts.today,
      minutes: facts.minutes ?? 60,
      kind: facts.kind === undefined ? 'main' : facts.kind,
      leaveOn: (d) => (facts.leave ?? []).includes(d) || entryAbsence(facts.presence, law) === 'leave',
      lateGranted: facts.lateGranted ?? false,
    },
    law,
  );
  return { refused: refusal?.code ?? null };
}

export function missingDaysAnswer(
  facts: {
    month: IsoMonth;
    unitKind?: UnitKind;
    entries: Record<IsoDate, number>;
    excused?: IsoDate[];
    presence?: Record<IsoDate, PresenceStatus>;
    until: IsoDate;
  },
  law: LawSet,
) {
  const away = Object.entries(facts.presence ?? {}).flatMap(([day, status]) =>
    entryAbsence(status, law) === null ? [] : [day],
  );
  const days = {
    month: facts.month,
    unitKind: facts.unitKind ?? 'dinas',
    entries: new Map(Object.entries(facts.entries)),
    excused: new Set([...(facts.excused ?? []), ...away]),
    until: facts.until,
  };
  return { days: missingEntryDays(days, law), empty: emptyEntryDays(days, law) };
}

export function activityAnswer(facts: { status: ActivityStatus; action: 'submit'; actor: 'owner' }) {
  const answer = applyActivity(facts.status, facts.action, facts.actor);
  return { status: isRefusal(answer) ? { refused: answer.code } : answer };
}
