import type { Citation, DocumentKind, IsoDate } from './basics.js';

export interface RegulationSummary {
  kind: DocumentKind;
  id: string;
  title: string;
  hash: string;
  inForceFrom: IsoDate;
  inForceTo: IsoDate | null;
  /** Amounts marked "contoh" must be replaced before real use. */
  example: boolean;
  enactedAt: string;
}

export interface RegulationNode {
  path: string;
  label: string;
  value: string | number | boolean | null;
  cite: Citation | null;
  inheritedFrom: string | null;
}

export interface RegulationView extends RegulationSummary {
  nodes: RegulationNode[];
}

export interface ArticleText {
  source: string;
  title: string;
  ref: string;
  text: string;
}

export interface CalendarDay {
  date: IsoDate;
  workingDay: boolean;
  holiday: string | null;
}
