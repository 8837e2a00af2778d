import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Papers of many people set in the background; a file is kept as soon as it is set, so that work goes on after a crash. */
export class PapersOfMany1764500000491 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE pay_print (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        run_id uuid NOT NULL REFERENCES pay_run(id),
        -- Null: every SKPD of the run.
        skpd_id uuid REFERENCES unit(id),
        kind text NOT NULL CHECK (kind IN ('slips','month-reports','lists')),
        status text NOT NULL DEFAULT 'queued' CHECK (status IN ('queued','running','done','failed')),
        done integer NOT NULL DEFAULT 0,
        total integer NOT NULL DEFAULT 0,
        asked_by uuid NOT NULL REFERENCES account(id),
        asked_at timestamptz NOT NULL,
        finished_at timestamptz
      );
      CREATE INDEX pay_print_run ON pay_print(run_id, skpd_id, asked_at);
      -- One of a kind at a time: asked twice it is the same work.
      CREATE UNIQUE INDEX pay_print_open ON pay_print(run_id, kind, coalesce(skpd_id, run_id)) WHERE status IN ('queued','running');

      CREATE TABLE pay_print_file (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        print_id uuid NOT NULL REFERENCES pay_print(id),
        skpd_id uuid NOT NULL REFERENCES unit(id),
        -- Which part of the SKPD's papers.
        part text NOT NULL,
        file_id uuid NOT NULL REFERENCES stored_file(id),
        name text NOT NULL,
        people integer NOT NULL,
        pages integer NOT NULL,
        UNIQUE (print_id, skpd_id, part)
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('Not undone: drop the database instead.');
  }
}
