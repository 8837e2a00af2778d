import { Injectable } from '@nestjs/common';
import { ACTIVITY_LIMITS, type Favourite, type FavouriteContent } from '@ekinerja/contracts/activities';
import type { Uuid } from '@ekinerja/contracts/basics';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { DomainError, refusedByRule } from '../platform/problem/domain.error.js';

/** Entries that a person writes again and again. Theirs alone, and no fact about anybody's work. */
@Injectable()
export class FavouritesService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor): Promise<Favourite[]> {
    const rows = await this.db.query<{ id: Uuid; content: FavouriteContent }>(
      `SELECT id, content FROM activity_favourite WHERE employment_id = $1 ORDER BY created_at, id`, [actor.employmentId],
    );
    return rows.map(({ id, content }) => ({ id, ...content }));
  }

  async save(actor: Actor, id: Uuid, content: FavouriteContent): Promise<Favourite> {
    if (actor.employmentId === null) throw new DomainError('permission-denied');
    return this.db.transaction(async () => {
      const others = (await this.list(actor)).filter((one) => one.id !== id);
      if (others.length >= ACTIVITY_LIMITS.favourites) {
        throw refusedByRule({ code: 'favourite.too-many', params: { max: ACTIVITY_LIMITS.favourites } });
      }
      const { description, outputQuantity, outputUnit, skpResultId, task, minutes } = content;
      const kept: FavouriteContent = { description, outputQuantity, outputUnit, skpResultId, task, minutes };
      const written = await this.db.query(
        `INSERT INTO activity_favourite (id, employment_id, content, created_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (id) DO UPDATE SET content = excluded.content WHERE activity_favourite.employment_id = excluded.employment_id RETURNING id`,
        [id, actor.employmentId, JSON.stringify(kept), this.clock.now()],
      );
      if (written.length === 0) throw new DomainError('not-found');
      return { id, ...kept };
    });
  }

  async remove(actor: Actor, id: Uuid): Promise<void> {
    const gone = await this.db.execute(`DELETE FROM activity_favourite WHERE id = $1 AND employment_id = $2`, [id, actor.employmentId]);
    if (gone === 0) throw new DomainError('not-found');
  }
}
