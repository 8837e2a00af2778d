/** Papers of many people at once, set in the background: slips and monthly reports, or the lists of every SKPD. */
import type { IsoInstant, Uuid } from './basics.js';

/** `lists`: recap and every paper to the treasurer, each issued as when asked for alone. */
export const PRINT_KINDS = ['slips', 'month-reports', 'lists'] as const;
export type PrintKind = (typeof PRINT_KINDS)[number];
export const PRINT_STATUSES = ['queued', 'running', 'done', 'failed'] as const;
export type PrintStatus = (typeof PRINT_STATUSES)[number];

export interface PrintRequest {
  kind: PrintKind;
}

export interface PrintFile {
  id: Uuid;
  skpdId: Uuid;
  skpdName: string;
  name: string;
  people: number;
  pages: number;
}

export interface PrintJob {
  id: Uuid;
  kind: PrintKind;
  status: PrintStatus;
  /** Of `total` people, or of papers where lists are set. */
  done: number;
  total: number;
  pages: number;
  askedBy: string;
  askedAt: IsoInstant;
  finishedAt: IsoInstant | null;
  files: PrintFile[];
}
