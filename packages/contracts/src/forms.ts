import type { IsoDate, Uuid } from './basics.js';

/** Papers of a service request: what its owner needs to file it, and the proof that it was handed in. */
export const REQUEST_PAPERS = ['letter', 'changes', 'receipt', 'report'] as const;
export type RequestPaper = (typeof REQUEST_PAPERS)[number];

/** The stages of performance management with their forms (TL 5, 36(2), 39). */
export const FORM_STAGES = ['planning', 'execution', 'assessment', 'follow-up'] as const;
export type FormStage = (typeof FORM_STAGES)[number];

export const FORM_CODES = ['skp', 'month-report', 'feedback-record', 'measurement', 'evaluation', 'annual-evaluation', 'objection', 'performance-report'] as const;
export type FormCode = (typeof FORM_CODES)[number];

export interface OfficialForm {
  code: FormCode;
  /** Month or year that it is about. */
  period: string;
  /** Under /api/v1: the PDF. */
  path: string;
  date: IsoDate | null;
}
export interface FormsOfStage {
  stage: FormStage;
  /** Page of the portal where its flow runs. */
  page: string;
  forms: OfficialForm[];
}
export interface OfficialForms {
  employmentId: Uuid;
  personName: string;
  year: number;
  years: number[];
  stages: FormsOfStage[];
}
