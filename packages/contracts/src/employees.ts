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
