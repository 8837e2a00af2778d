import type { DocumentKind } from '@ekinerja/contracts/basics';
import { allowanceSchema } from './allowance-schema.js';
import { amountsSchema } from './amounts-schema.js';
import { calendarSchema } from './calendar-schema.js';
import { performanceSchema } from './performance-schema.js';
import type { Schema } from './schema.js';

export const KIND_SCHEMAS = {
  performance: performanceSchema,
  allowance: allowanceSchema,
  amounts: amountsSchema,
  calendar: calendarSchema,
} satisfies Record<DocumentKind, Schema<unknown>>;

/** Keys at the head of every document, beside its sections. */
export const HEADER_KEYS = [
  'id',
  'kind',
  'family',
  'extends',
  'title',
  'source',
  'inForce',
  'timeZone',
  'cases',
  'cite',
  'cites',
] as const;
/** Keys that may stand in every map. */
export const MAP_KEYS = ['cite', 'cites', 'for'] as const;
