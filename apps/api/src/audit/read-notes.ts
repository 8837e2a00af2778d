import { Injectable } from '@nestjs/common';
import type { Uuid } from '@ekinerja/contracts/basics';

export interface ReadNote {
  what: string;
  subjectType: string;
  subjectId: string;
}

/** What the services say of the answers under way, by request; gone once the row of the read log is written. */
@Injectable()
export class ReadNotes {
  private readonly underWay = new Map<string, { note: ReadNote | null; employmentIds: Set<Uuid> }>();

  begin(requestId: string): void {
    this.underWay.set(requestId, { note: null, employmentIds: new Set() });
  }

  note(requestId: string, note: ReadNote): void {
    const held = this.underWay.get(requestId);
    if (held) held.note ??= note;
  }

  noteOf(requestId: string, employmentIds: readonly Uuid[]): void {
    const held = this.underWay.get(requestId);
    for (const id of employmentIds) held?.employmentIds.add(id);
  }

  end(requestId: string): { note: ReadNote | null; employmentIds: Set<Uuid> } {
    const held = this.underWay.get(requestId) ?? { note: null, employmentIds: new Set<Uuid>() };
    this.underWay.delete(requestId);
    return held;
  }
}
