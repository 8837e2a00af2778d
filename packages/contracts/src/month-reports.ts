import type { Uuid } from './basics.js';

/** Somebody who has not printed the report of a month for the superior's signature (BK 7(2)). */
export interface MissingReportItem {
  employmentId: Uuid;
  personName: string;
  nip: string | null;
  postName: string | null;
  unitName: string | null;
}
