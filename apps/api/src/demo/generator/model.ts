import type {
  AssignmentKind, EmployeeKind, IsoDate, IsoMonth, PostKind, UnitKind, Uuid,
} from '@ekinerja/contracts/basics';
import type { GrantedRole } from '@ekinerja/contracts/access';
import type { Daerah } from '@ekinerja/regulations/presets';
import type { FamilyKey } from './families.js';

/** What a generated regency is made of: plain data, rows of the database in all but spelling. */
export interface DemoUnit {
  id: Uuid;
  code: string;
  name: string;
  kind: UnitKind;
  parentId: Uuid | null;
  /** Null for the government itself. */
  skpdId: Uuid | null;
  from: IsoDate;
}

export interface DemoPost {
  id: Uuid;
  unitId: Uuid;
  name: string;
  kind: PostKind;
  level: string | null;
  class: string;
  superiorPostId: Uuid | null;
  leader: boolean;
  seats: number;
  standingDelegate: boolean;
  /** Which bank of texts its work is written from. */
  family: FamilyKey;
  /** Degrees that fit the post; empty for school leavers. */
  degrees: string[];
  /** What the generator does with it: heads are always filled by PNS. */
  role: 'head' | 'staff' | 'regent';
  from: IsoDate;
}

export interface DemoPerson {
  id: Uuid;
  employmentId: Uuid;
  username: string;
  name: string;
  frontTitle: string | null;
  backTitle: string | null;
  sex: 'male' | 'female';
  birthDate: IsoDate;
  kind: EmployeeKind;
  nip: string | null;
  rank: string | null;
  /** First and last day of service. */
  from: IsoDate;
  to: IsoDate | null;
  endReason: string | null;
}

export interface DemoAssignment {
  id: Uuid;
  employmentId: Uuid;
  postId: Uuid;
  kind: AssignmentKind;
  seat: number;
  from: IsoDate;
  to: IsoDate | null;
  decreeNumber: string;
  decreeDate: IsoDate;
}

export interface DemoRole {
  personId: Uuid;
  role: GrantedRole;
  /** The SKPD it reaches; null = the whole government. */
  unitId: Uuid | null;
  reason: string;
}

export type DemoAccountRole =
  | 'superadmin' | 'unit-admin' | 'evaluator' | 'employee' | 'treasurer' | 'regent' | 'second-superadmin' | 'auditor' | 'unit-head' | 'performance-manager';

/** One of the accounts the story is told with. */
export interface DemoStar {
  role: DemoAccountRole;
  personId: Uuid;
  employmentId: Uuid;
  username: string;
  name: string;
  postName: string;
}

export interface GovernmentProfile {
  daerah: Daerah;
  name: string;
  agency: string;
  timeZone: string;
}

/** A leave of the whole office for one person, with a daily substitute (Plh) where the person leads. */
export interface DemoLeave {
  employmentId: Uuid;
  from: IsoDate;
  to: IsoDate;
}

export interface Regency {
  profile: GovernmentProfile;
  seed: string;
  today: IsoDate;
  /** The three last complete months and today's, in order. */
  months: IsoMonth[];
  units: DemoUnit[];
  posts: DemoPost[];
  people: DemoPerson[];
  assignments: DemoAssignment[];
  roles: DemoRole[];
  stars: DemoStar[];
  leaves: DemoLeave[];
  /** SKPD in which the month of the story is told. */
  storySkpdId: Uuid;
  places: { kecamatan: string[]; desa: string[] };
}

export interface RegencyOptions {
  profile: GovernmentProfile;
  seed: string;
  today: IsoDate;
  employees: number;
}

export const DEMO_PASSWORD = 'contoh-2026-kinerja';
