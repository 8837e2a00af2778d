import type { Activity, ActivityStatus, Evidence, OriginalEntry, SaveActivityRequest } from '@ekinerja/contracts/activities';
import type { ClockTime, DecimalString, EmployeeKind, IsoDate, Uuid } from '@ekinerja/contracts/basics';
import type { EvaluatorLink } from '@ekinerja/contracts/organisation';
import type { ResultTask } from '@ekinerja/contracts/skp';
import { activityActions } from '@ekinerja/regulations/activity-flow';
import { minutesOf } from '@ekinerja/regulations/dates';

/** Post, capacity and chain of the person who decided, as they were; or that the time limit did it (KS 23(7)). */
export interface ActivityDecision {
  postId: Uuid | null;
  postName: string | null;
  capacity: string | null;
  chain: EvaluatorLink[];
}

export interface ActivityRow {
  id: Uuid;
  employmentId: Uuid;
  kind: EmployeeKind;
  skpdId: Uuid;
  skpResultId: Uuid;
  skpResultTitle: string;
  date: IsoDate;
  startTime: ClockTime;
  endTime: ClockTime;
  minutes: number;
  description: string;
  outputQuantity: DecimalString;
  outputUnit: string;
  task: ResultTask;
  evidenceLink: string | null;
  monthPlanId: Uuid | null;
  catalogueItemId: Uuid | null;
  original: OriginalEntry | null;
  evidence: Evidence[];
  postOfDay: string | null;
  byUnit: Activity['byUnit'];
  status: ActivityStatus;
  version: number;
  submittedAt: Date | null;
  dueAt: Date | null;
  evaluatorEmploymentId: Uuid | null;
  seenAt: Date | null;
  decidedAt: Date | null;
  decidedBy: string | null;
  decidedByEmploymentId: Uuid | null;
  decisionMode: 'evaluator' | 'lapse' | null;
  decision: ActivityDecision | null;
  reason: string | null;
  lawHash: string | null;
}

/** What the writer fills in. */
export type ActivityContent = Omit<SaveActivityRequest, 'submit' | 'monthPlanId' | 'catalogueItemId'> & { monthPlanId: Uuid | null; catalogueItemId: Uuid | null };
export const CONTENT_FIELDS = [
  'date', 'startTime', 'endTime', 'description', 'outputQuantity', 'outputUnit', 'skpResultId', 'task', 'evidenceLink',
  'monthPlanId', 'catalogueItemId',
] as const satisfies readonly (keyof ActivityContent)[];

export function contentOf(source: Omit<SaveActivityRequest, 'submit'>): ActivityContent {
  const { date, startTime, endTime, description, outputQuantity, outputUnit, skpResultId, task, evidenceLink, monthPlanId = null, catalogueItemId = null } = source;
  // A literal, not an object from entries: that would be a dictionary, which V8 writes as JSON several times slower.
  return { date, startTime, endTime, description, outputQuantity, outputUnit, skpResultId, task, evidenceLink, monthPlanId, catalogueItemId };
}

export interface FieldChange {
  field: string;
  before: string | null;
  after: string | null;
}

/** Field by field, so that the history shows who changed what to what. */
export function changesBetween(before: ActivityContent | null, after: ActivityContent): FieldChange[] {
  return CONTENT_FIELDS.flatMap((field) => {
    const old = before ? plain(field, before[field]) : null;
    const fresh = plain(field, after[field]);
    return old === fresh ? [] : [{ field, before: old, after: fresh }];
  });
}

/** `1.50` and `1.5` are the same quantity. */
function plain(field: (typeof CONTENT_FIELDS)[number], value: string | null): string | null {
  return field === 'outputQuantity' && value?.includes('.') ? value.replace(/\.?0+$/, '') : value;
}

export function minutesBetween(content: Pick<ActivityContent, 'startTime' | 'endTime'>): number {
  return minutesOf(content.endTime) - minutesOf(content.startTime);
}

/** An entry as one side sees it, with what that side may do next. */
export function activityView(row: ActivityRow, side: 'owner' | 'evaluator' | 'reader', now: Date): Activity {
  const edit = side === 'owner' && isEditable(row.status) ? ['save'] : [];
  return {
    ...contentOf(row),
    id: row.id,
    employmentId: row.employmentId,
    minutes: row.minutes,
    skpResultTitle: row.skpResultTitle,
    evidence: row.evidence,
    original: row.original,
    postOfDay: row.postOfDay,
    byUnit: row.byUnit,
    status: row.status,
    submittedAt: row.submittedAt?.toISOString() ?? null,
    dueAt: row.dueAt?.toISOString() ?? null,
    overdue: row.status === 'submitted' && row.dueAt !== null && row.dueAt <= now,
    decidedAt: row.decidedAt?.toISOString() ?? null,
    decidedBy: row.decidedBy,
    decisionCapacity: row.decision?.capacity ?? null,
    decisionMode: row.decisionMode,
    reason: row.reason,
    version: row.version,
    actions: side === 'reader' ? [] : [...edit, ...activityActions(row.status, side)],
  };
}

/** BK 4(3): what was refused can be mended; what is not decided yet can be corrected. */
export function isEditable(status: ActivityStatus): boolean {
  return status === 'draft' || status === 'refused' || status === 'submitted';
}
