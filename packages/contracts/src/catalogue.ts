import type { IsoInstant, Uuid } from './basics.js';

export const CATALOGUE_LIMITS = {
  code: 20,
  title: { min: 5, max: 300 },
  outputUnit: 60,
  normMinutes: { min: 1, max: 1440 },
  posts: 50,
  postName: 200,
  reason: { min: 5, max: 500 },
  fileRows: 2000,
  fileBytes: 2 * 1024 * 1024,
} as const;

/** KS 16(a): what a unit does, with its unit of output and the minutes one of it usually takes. */
export interface CatalogueContent {
  code: string;
  title: string;
  outputUnit: string;
  /** Minutes for one unit of output. */
  normMinutes: number;
  /** Names of the posts it is for; none: every post of the SKPD. */
  posts: string[];
  /** False: no longer offered; entries made from it keep it. */
  active: boolean;
}

export interface SaveCatalogueItemRequest extends CatalogueContent {
  /** The list it belongs to; only when it is made. */
  skpdId: Uuid;
}

export interface CatalogueItem extends CatalogueContent {
  id: Uuid;
  skpdId: Uuid;
  version: number;
  changedAt: IsoInstant;
  changedBy: string;
  /** Entries made from it in the last 90 days. */
  used: number;
  /** What one unit of output took in them, in minutes; null while unused. */
  measuredMinutes: number | null;
}

export interface CatalogueVersion extends CatalogueContent {
  version: number;
  at: IsoInstant;
  by: string;
}

/** What the entry form offers: for the post of today, most used by its writer first. */
export interface OwnCatalogue {
  items: Pick<CatalogueItem, 'id' | 'code' | 'title' | 'outputUnit' | 'normMinutes' | 'used'>[];
  outputUnits: string[];
}

/** Entries that no item fits, gathered by what they say: candidates for the catalogue. */
export interface FreeEntry {
  key: string;
  description: string;
  outputUnit: string;
  entries: number;
  people: number;
  measuredMinutes: number;
}

export interface DismissFreeEntryRequest {
  skpdId: Uuid;
  key: string;
}

export interface CatalogueImportProblem {
  row: number;
  column: string;
  rule: string;
  value: string;
}

export interface CatalogueImportAnswer {
  rows: number;
  added: number;
  changed: number;
  same: number;
  /** Not empty: nothing was written. */
  problems: CatalogueImportProblem[];
  written: boolean;
}
