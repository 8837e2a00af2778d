import type { AssignmentKind, IsoDate, PostKind, Uuid } from './basics.js';

export const DECREE_LIMITS = {
  number: 100,
  reason: 500,
  /** Shortest reason that says anything. */
  reasonFrom: 5,
  fileBytes: 10 * 1024 * 1024,
  class: 10,
} as const;

/** What a decision letter may be sent as. */
export const DECREE_MEDIA_TYPES = ['application/pdf', 'image/jpeg', 'image/png'] as const;

/** The decision letter behind an act; the file is sent before (`POST /decrees`). */
export interface Decree {
  number: string;
  date: IsoDate;
  fileId: Uuid | null;
}

export interface DecreeFile {
  fileId: Uuid;
  name: string;
  bytes: number;
}

export interface OpenAssignmentRequest {
  employmentId: Uuid;
  postId: Uuid;
  kind: AssignmentKind;
  validFrom: IsoDate;
  validTo: IsoDate | null;
  /** Where the decree gives the holder another class than the post's. */
  classOverride: string | null;
  decree: Decree;
  reason: string;
}

/** From one definitive post to another: the old one ends the day before. */
export interface MoveAssignmentRequest {
  employmentId: Uuid;
  postId: Uuid;
  validFrom: IsoDate;
  classOverride: string | null;
  decree: Decree;
  reason: string;
}

export interface EndRequest {
  lastDay: IsoDate;
  reason: string;
}

/** A wrong date or letter put right. */
export interface CorrectAssignmentRequest {
  validFrom: IsoDate;
  validTo: IsoDate | null;
  classOverride: string | null;
  decree: Decree;
  reason: string;
}

export interface AssignmentView {
  id: Uuid;
  employmentId: Uuid;
  personName: string;
  nip: string | null;
  postId: Uuid;
  postName: string;
  postKind: PostKind;
  unitName: string;
  kind: AssignmentKind;
  seat: number;
  validFrom: IsoDate;
  validTo: IsoDate | null;
  classOverride: string | null;
  decreeNumber: string | null;
  decreeDate: IsoDate | null;
  decreeFileId: Uuid | null;
  version: number;
}

/** Who holds what on a day, in a list. */
export interface AssignmentItem extends AssignmentView {
  skpdName: string | null;
  /** By the decree, else the post's own on the day. */
  class: string | null;
}
