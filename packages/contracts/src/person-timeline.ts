import type { IsoDate, Uuid } from './basics.js';

/** BN 15(1): planning, execution, monitoring and coaching, assessment, follow-up; beside them service and pay. */
export const TIMELINE_AREAS = ['service', 'planning', 'execution', 'coaching', 'assessment', 'follow-up', 'request', 'pay'] as const;
export type TimelineArea = (typeof TIMELINE_AREAS)[number];

/** What a line leads to; the web knows the page of each. */
export type TimelineTarget = 'skp' | 'evaluation' | 'payslip' | 'month' | 'event' | 'feedback' | 'objection' | 'follow-up' | 'request';

export interface TimelineLine {
  date: IsoDate;
  area: TimelineArea;
  /** The web has one sentence per code. */
  code: string;
  params: Record<string, string | number | null>;
  target: { kind: TimelineTarget; id: string } | null;
}

/** One person's year, the latest first. */
export interface PersonTimeline {
  employmentId: Uuid;
  personName: string;
  year: number;
  /** Years in service up to the present, the latest first. */
  years: number[];
  lines: TimelineLine[];
}
