import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Requests to the staffing agency on their way through the agendas (BK 8–15). */
export class ServiceRequests1764500000263 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE service_request (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        number text NOT NULL UNIQUE,
        kind text NOT NULL,
        employment_id uuid NOT NULL REFERENCES employment(id),
        skpd_id uuid NOT NULL REFERENCES unit(id),
        reason text NOT NULL,
        content jsonb NOT NULL,
        status text NOT NULL CHECK (status IN ('filed','returned','refused','done')),
        -- Where it stands in the way of its law; the law is that of the day of filing.
        step integer NOT NULL,
        since timestamptz NOT NULL,
        filed_on date NOT NULL,
        filed_at timestamptz NOT NULL,
        filed_by uuid NOT NULL REFERENCES account(id),
        filed_by_name text NOT NULL,
        missing text[] NOT NULL DEFAULT '{}',
        archive_place text,
        version integer NOT NULL DEFAULT 1
      );
      CREATE INDEX service_request_list ON service_request (filed_at DESC, id);
      CREATE INDEX service_request_open ON service_request (step) WHERE status = 'filed';
      CREATE TABLE service_request_file (
        request_id uuid NOT NULL REFERENCES service_request(id),
        code text NOT NULL,
        file_id uuid NOT NULL REFERENCES stored_file(id),
        -- Null: not checked since it was handed in.
        complete boolean,
        PRIMARY KEY (request_id, code)
      );
      CREATE TABLE service_request_event (
        request_id uuid NOT NULL REFERENCES service_request(id),
        number integer NOT NULL,
        step integer,
        outcome text NOT NULL,
        note text NOT NULL,
        reference text,
        at timestamptz NOT NULL,
        account_id uuid NOT NULL REFERENCES account(id),
        by_name text NOT NULL,
        PRIMARY KEY (request_id, number)
      );
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE service_request_event, service_request_file, service_request`);
  }
}
