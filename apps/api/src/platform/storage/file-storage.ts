import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Injectable } from '@nestjs/common';
import type { Uuid } from '@ekinerja/contracts/basics';
import { Clock } from '../clock.js';
import { Database } from '../database/database.js';

export interface StoredFile {
  id: Uuid;
  sha256: string;
  name: string;
  mediaType: string;
  bytes: number;
}

/** Files by content under the data folder; a row names each. The same content is kept once. */
@Injectable()
export class FileStorage {
  constructor(
    private readonly folder: string,
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  async store(file: { name: string; mediaType: string; content: Buffer; storedBy: Uuid | null }): Promise<StoredFile> {
    const sha256 = createHash('sha256').update(file.content).digest('hex');
    const path = this.pathOf(sha256);
    await mkdir(dirname(path), { recursive: true });
    const temporary = `${path}.${randomBytes(6).toString('hex')}`;
    await writeFile(temporary, file.content, { flush: true });
    await rename(temporary, path);
    const row = await this.db.one<{ id: Uuid }>(
      `INSERT INTO stored_file (sha256, name, media_type, bytes, stored_at, stored_by) VALUES ($1,$2,$3,$4,$5,$6) RETURNING id`,
      [sha256, file.name, file.mediaType, file.content.length, this.clock.now(), file.storedBy],
    );
    return { id: row!.id, sha256, name: file.name, mediaType: file.mediaType, bytes: file.content.length };
  }

  async read(id: Uuid): Promise<{ file: StoredFile; content: Buffer } | null> {
    const file = await this.db.one<StoredFile>(`SELECT id, sha256, name, media_type AS "mediaType", bytes FROM stored_file WHERE id = $1`, [id]);
    return file ? { file, content: await readFile(this.pathOf(file.sha256)) } : null;
  }

  private pathOf(sha256: string): string {
    return join(this.folder, sha256.slice(0, 2), sha256);
  }
}
