import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A message that is under way belongs to one process until then, without a lock that is held over the network. */
export class WebhookClaims1764500000500 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE webhook_delivery ADD COLUMN claim uuid, ADD COLUMN claimed_until timestamptz;
      CREATE INDEX webhook_delivery_waiting ON webhook_delivery(next_at) WHERE status = 'waiting';
    `);
  }

  async down(): Promise<void> {
    throw new Error('Forward only.');
  }
}
