import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The way of the one law that had a service desk before this: who acts at each place of it, and what is done there. */
const WAY: [code: string, by: string, does: string][] = [
  ['agenda-surat-masuk', 'secretariat-officer', 'agenda'], ['ke-subbidang', 'secretariat-officer', 'forward'], ['agenda-subbidang', 'subsection-officer', 'agenda'],
  ['ke-superadmin', 'subsection-officer', 'forward'], ['untuk-persetujuan', 'superadmin', 'forward'], ['persetujuan-atasan', 'field-head', 'approve'],
  ['persetujuan-kepala', 'agency-head', 'approve'], ['kelengkapan', 'superadmin', 'check'], ['entri', 'subsection-officer', 'enter'],
  ['laporan-entri', 'subsection-officer', 'report'], ['pemberitahuan', 'subsection-officer', 'notify'], ['laporan-tindak-lanjut', 'subsection-officer', 'report'],
  ['arsip', 'subsection-officer', 'archive'],
];

/**
 * Files that can be put right, taken back and found: whoever acts next stands in the row, each agenda number is given
 * once in its book and year, reports are acknowledged, and what a late entry opens is on record until it ends.
 */
export class ServiceRequestsKept1764500000550 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE service_request DROP CONSTRAINT service_request_status_check,
        ADD CONSTRAINT service_request_status_check CHECK (status IN ('filed','returned','refused','withdrawn','done')),
        -- The step in which it waits, null elsewhere: what lists and queues ask.
        ADD COLUMN step_code text, ADD COLUMN step_by text,
        -- Since it was returned.
        ADD COLUMN content_changed boolean NOT NULL DEFAULT false, ADD COLUMN attachments_changed boolean NOT NULL DEFAULT false;
      DROP INDEX service_request_open;
      CREATE INDEX service_request_open ON service_request (step_by, step_code) WHERE status = 'filed';
      CREATE INDEX service_request_of_person ON service_request (employment_id);
      ALTER TABLE service_request_event ADD COLUMN does text, ADD COLUMN acknowledged_at timestamptz, ADD COLUMN acknowledged_by text;
      CREATE INDEX service_request_event_reports ON service_request_event (at) WHERE does = 'report' AND acknowledged_at IS NULL;
      CREATE TABLE service_request_agenda (
        request_id uuid NOT NULL REFERENCES service_request(id),
        -- The step in whose book it stands.
        book text NOT NULL,
        year integer NOT NULL,
        number text NOT NULL,
        at timestamptz NOT NULL,
        account_id uuid NOT NULL REFERENCES account(id),
        by_name text NOT NULL,
        PRIMARY KEY (request_id, book)
      );
      CREATE UNIQUE INDEX service_request_agenda_number ON service_request_agenda (book, year, lower(number));
      CREATE INDEX service_request_agenda_list ON service_request_agenda (book, year, at DESC);
      CREATE TABLE late_entry_grant (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        skp_id uuid NOT NULL REFERENCES skp(id),
        employment_id uuid NOT NULL REFERENCES employment(id),
        part text NOT NULL CHECK (part IN ('annual','monthly')),
        months text[] NOT NULL DEFAULT '{}',
        until date NOT NULL,
        reason text NOT NULL,
        -- Annual: the signatures and days that stood, given back when nothing was handed in.
        stood jsonb,
        granted_at timestamptz NOT NULL,
        granted_by uuid NOT NULL REFERENCES account(id),
        granted_by_name text NOT NULL,
        ended_at timestamptz,
        ended text CHECK (ended IN ('used','lapsed'))
      );
      CREATE INDEX late_entry_grant_open ON late_entry_grant (skp_id) WHERE ended_at IS NULL;
    `);
    for (const [at, [code, by, does]] of WAY.entries()) {
      await db.query(`UPDATE service_request SET step_code = $2, step_by = $3 WHERE status = 'filed' AND step = $1`, [at, code, by]);
      await db.query(`UPDATE service_request_event SET does = $2 WHERE step = $1`, [at, does]);
      if (does !== 'agenda') continue;
      await db.query(
        `INSERT INTO service_request_agenda (request_id, book, year, number, at, account_id, by_name)
         SELECT request_id, $2, extract(year FROM at)::int, reference, at, account_id, by_name FROM service_request_event
         WHERE step = $1 AND outcome = 'forward' AND reference IS NOT NULL ORDER BY at ON CONFLICT DO NOTHING`,
        [at, code],
      );
    }
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TABLE late_entry_grant, service_request_agenda;
      DROP INDEX service_request_event_reports, service_request_of_person, service_request_open;
      ALTER TABLE service_request_event DROP COLUMN does, DROP COLUMN acknowledged_at, DROP COLUMN acknowledged_by;
      ALTER TABLE service_request DROP COLUMN step_code, DROP COLUMN step_by, DROP COLUMN content_changed, DROP COLUMN attachments_changed;
      CREATE INDEX service_request_open ON service_request (step) WHERE status = 'filed';
    `);
  }
}
