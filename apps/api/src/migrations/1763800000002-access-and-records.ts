import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Accounts, sessions, enacted regulations, audit, stored files, issued papers. */
export class AccessAndRecords1763800000002 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE account (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        person_id uuid UNIQUE REFERENCES person(id),
        username text NOT NULL UNIQUE CHECK (username = lower(username)),
        password_hash text NOT NULL,
        must_change_password boolean NOT NULL DEFAULT true,
        failed_attempts integer NOT NULL DEFAULT 0,
        locked_until timestamptz,
        disabled_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT now()
      );

      CREATE TABLE account_role (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        account_id uuid NOT NULL REFERENCES account(id),
        role text NOT NULL CHECK (role IN ('superadmin','unit-admin','treasurer','regent','auditor')),
        unit_id uuid REFERENCES unit(id),
        valid_from date NOT NULL,
        valid_to date,
        granted_by uuid REFERENCES account(id),
        reason text NOT NULL,
        CHECK (granted_by IS NULL OR granted_by <> account_id),
        CHECK (role NOT IN ('unit-admin','treasurer') OR unit_id IS NOT NULL)
      );
      CREATE INDEX account_role_account ON account_role(account_id);

      CREATE TABLE session (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        account_id uuid NOT NULL REFERENCES account(id),
        -- sha256 of the refresh token in force, and of the one before it (re-use ends the family).
        refresh_hash text NOT NULL UNIQUE,
        previous_hash text,
        rotated_at timestamptz NOT NULL,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        ended_at timestamptz,
        end_reason text,
        user_agent text,
        ip text
      );
      CREATE INDEX session_account ON session(account_id);
      CREATE INDEX session_previous ON session(previous_hash);

      -- Enacted law: the document as written, frozen with the hash of what it resolves to.
      CREATE TABLE regulation_document (
        id text NOT NULL,
        kind text NOT NULL CHECK (kind IN ('performance','allowance','amounts','calendar')),
        revision integer NOT NULL DEFAULT 0,
        national boolean NOT NULL DEFAULT false,
        title text NOT NULL,
        source_text text NOT NULL,
        source_hash text NOT NULL,
        in_force_from date NOT NULL,
        in_force_to date,
        enacted_at timestamptz NOT NULL,
        enacted_by uuid REFERENCES account(id),
        PRIMARY KEY (id, revision)
      );
      CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$;
      CREATE TRIGGER regulation_document_frozen BEFORE UPDATE OR DELETE ON regulation_document
        FOR EACH ROW EXECUTE FUNCTION refuse_change();

      CREATE TABLE audit_event (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        at timestamptz NOT NULL,
        actor_account_id uuid,
        actor_name text,
        action text NOT NULL,
        subject_type text NOT NULL,
        subject_id text NOT NULL,
        reason text,
        request_id text,
        ip text,
        -- sha256 of the values; the values themselves stand apart so that retention can erase them.
        values_hash text NOT NULL
      );
      CREATE INDEX audit_event_subject ON audit_event(subject_type, subject_id);
      CREATE TABLE audit_value (
        event_id bigint PRIMARY KEY REFERENCES audit_event(id),
        before jsonb,
        after jsonb
      );
      CREATE TABLE audit_seal (
        sequence bigint PRIMARY KEY,
        event_id bigint NOT NULL UNIQUE REFERENCES audit_event(id),
        previous_hash text NOT NULL,
        hash text NOT NULL,
        sealed_at timestamptz NOT NULL
      );
      CREATE TRIGGER audit_event_append_only BEFORE UPDATE OR DELETE ON audit_event FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER audit_seal_append_only BEFORE UPDATE OR DELETE ON audit_seal FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER audit_value_append_only BEFORE UPDATE ON audit_value FOR EACH ROW EXECUTE FUNCTION refuse_change();

      -- Reads of another person's data, one row a request, outside the chain.
      CREATE TABLE read_log (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        at timestamptz NOT NULL,
        account_id uuid NOT NULL,
        what text NOT NULL,
        subject_type text NOT NULL,
        subject_id text NOT NULL,
        request_id text
      );
      CREATE INDEX read_log_subject ON read_log(subject_type, subject_id, at);

      CREATE TABLE stored_file (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        sha256 text NOT NULL,
        name text NOT NULL,
        media_type text NOT NULL,
        bytes bigint NOT NULL,
        stored_at timestamptz NOT NULL,
        stored_by uuid
      );

      CREATE TABLE issued_document (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        kind text NOT NULL,
        number text NOT NULL,
        title text NOT NULL,
        unit_id uuid REFERENCES unit(id),
        subject_type text NOT NULL,
        subject_id text NOT NULL,
        -- Unguessable; printed in the QR.
        verify_code text NOT NULL UNIQUE,
        content_hash text NOT NULL,
        file_id uuid REFERENCES stored_file(id),
        issued_at timestamptz NOT NULL,
        issued_by uuid,
        superseded_at timestamptz,
        superseded_by uuid REFERENCES issued_document(id)
      );
      CREATE UNIQUE INDEX issued_document_current ON issued_document(kind, subject_type, subject_id) WHERE superseded_at IS NULL;

      CREATE TABLE idempotency_key (
        account_id uuid NOT NULL,
        key text NOT NULL,
        request_hash text NOT NULL,
        status integer,
        headers jsonb,
        body jsonb,
        created_at timestamptz NOT NULL,
        PRIMARY KEY (account_id, key)
      );
      CREATE INDEX idempotency_key_age ON idempotency_key(created_at);

      -- When each scheduled job last ran, so that a late replica does not run it again.
      CREATE TABLE job_run (
        name text NOT NULL,
        slot timestamptz NOT NULL,
        ran_at timestamptz NOT NULL,
        PRIMARY KEY (name, slot)
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('Not undone: drop the database instead.');
  }
}
