import type { Decree } from './assignments.js';
import type { EmployeeKind, IsoDate, Uuid } from './basics.js';
import type { PostHeld } from './organisation.js';

export interface EmployeeItem {
  employmentId: Uuid;
  personId: Uuid;
  name: string;
  nip: string | null;
  kind: EmployeeKind;
  rank: string | null;
  postName: string | null;
  class: string | null;
  unitName: string | null;
  skpdId: Uuid | null;
  skpdName: string | null;
}

export interface EmployeeDetail extends EmployeeItem {
  validFrom: IsoDate;
  validTo: IsoDate | null;
  posts: PostHeld[];
  subordinates: EmployeeItem[];
}

export interface ListEmployeesQuery {
  q?: string;
  skpdId?: Uuid;
  cursor?: string;
  limit?: number;
}

export const SEXES = ['male', 'female'] as const;
export type Sex = (typeof SEXES)[number];

/** What the eighteen digits say; `appointed` is a month of a PNS, a year of a PPPK. */
export interface NipReading {
  nip: string;
  birthDate: IsoDate | null;
  family: 'pns' | 'pppk';
  appointed: string | null;
  sex: Sex | null;
}

/** Worth a look, never a refusal; the web has one sentence per code. */
export interface NipWarning {
  code: string;
  params: Record<string, string | number>;
}

export const NEW_EMPLOYEE_LIMITS = { name: 200, title: 60, code: 40, rank: 40 } as const;

/** Somebody who enters service: CPNS, PNS, PPPK (also part-time), or an evaluator outside civil service, such as the regent. */
export interface NewEmployeeRequest {
  name: string;
  frontTitle: string | null;
  backTitle: string | null;
  kind: EmployeeKind;
  /** Null for the regent and others outside civil service, who have a code instead. */
  nip: string | null;
  code: string | null;
  birthDate: IsoDate | null;
  sex: Sex | null;
  rank: string | null;
  /** `pppk-part-time`: part of a full week, 1 … 99. */
  sharePercent: number | null;
  validFrom: IsoDate;
  /** Last day of a contract. */
  validTo: IsoDate | null;
  /** Held definitively from the first day on. */
  postId: Uuid | null;
  decree: Decree;
  /** False for whoever never signs in: decisions are then recorded from signed paper. */
  account: boolean;
  reason: string;
}

export interface NewEmployeeAnswer {
  employee: EmployeeDetail;
  warnings: NipWarning[];
}

export interface CheckNipRequest {
  nip: string | null;
  kind: EmployeeKind;
  birthDate: IsoDate | null;
  sex: Sex | null;
  appointedOn: IsoDate | null;
}

export interface CheckNipAnswer {
  reading: NipReading | null;
  warnings: NipWarning[];
  /** Who has this NIP already; taking them in again is refused. */
  holder: { employmentId: Uuid; name: string } | null;
}
