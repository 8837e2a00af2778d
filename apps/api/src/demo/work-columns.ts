/** Columns of the tables that work is written to, with their types. */
export const ACTIVITY_COLUMNS = {
  id: 'uuid', employment_id: 'uuid', skpd_id: 'uuid', skp_result_id: 'uuid', date: 'date', start_time: 'time', end_time: 'time', minutes: 'integer',
  description: 'text', output_quantity: 'numeric', output_unit: 'text', task: 'text', evidence_link: 'text', status: 'text', version: 'integer',
  created_at: 'timestamptz', submitted_at: 'timestamptz', due_at: 'timestamptz', evaluator_employment_id: 'uuid', seen_at: 'timestamptz',
  decided_at: 'timestamptz', decided_by_employment_id: 'uuid', decision_mode: 'text', decision: 'jsonb', reason: 'text', law_hash: 'text',
} as const;

export const EVENT_COLUMNS = {
  activity_id: 'uuid', at: 'timestamptz', action: 'text', actor_account_id: 'uuid', actor_name: 'text', capacity: 'text', reason: 'text', changes: 'jsonb',
} as const;

export const EVALUATION_COLUMNS = {
  id: 'uuid', employment_id: 'uuid', kind: 'text', month: 'text', skp_id: 'uuid', method: 'text', inputs: 'jsonb', predicate: 'text', score: 'numeric',
  quality_score: 'numeric', note: 'text', derivation: 'jsonb', law: 'jsonb', evaluator_employment_id: 'uuid', evaluator: 'jsonb',
  determined_at: 'timestamptz',
} as const;

export const UNIT_PERFORMANCE_COLUMNS = {
  unit_id: 'uuid', kind: 'text', month: 'text', predicate: 'text', basis: 'text', signed_by_employment_id: 'uuid', signer: 'jsonb', signed_at: 'timestamptz',
} as const;

export const PRESENCE_COLUMNS = { employment_id: 'uuid', date: 'date', status: 'text', check_in: 'time', check_out: 'time', import_id: 'uuid' } as const;
