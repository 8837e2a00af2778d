import type { IsoDate, IsoInstant, IsoMonth, Uuid } from './basics.js';
import type { EvaluationDueItem, SaveEvaluationRequest } from './evaluations.js';
import type { SkpItem } from './skp.js';
import type { RecordDialogueRequest } from './skp-record.js';

/** Decisions of somebody who never signs in, recorded from the paper they signed (KS 31.c; BN 13: the regent decides too). */
export const PAPER_ACTS = ['skp.determine', 'skp.return', 'evaluation', 'activities.accept', 'activities.refuse'] as const;
export type PaperAct = (typeof PAPER_ACTS)[number];
export const PAPER_SUBJECTS = ['skp', 'evaluation', 'activity'] as const;
export type PaperSubject = (typeof PAPER_SUBJECTS)[number];

export const PAPER_LIMITS = { number: 100, reason: 500, reasonFrom: 5, entries: 500, fileBytes: 10 * 1024 * 1024 } as const;

/** The signed paper; its scan is sent before (`POST /paper-decisions/files`) and is never left out. */
export interface SignedPaper {
  number: string | null;
  signedOn: IsoDate;
  fileId: Uuid;
}

export interface PaperDecisionRequest {
  act: PaperAct;
  /** Who decided and signed. */
  signerEmploymentId: Uuid;
  paper: SignedPaper;
  /** The SKP, or the entries; empty for an evaluation. */
  subjectIds: Uuid[];
  /** Version of the SKP or of the evaluation that was seen; null for entries and a first evaluation. */
  version: number | null;
  evaluation: SaveEvaluationRequest | null;
  /** `skp.determine`, where the law wants the talk that led to it (BN 6, SE): its day and what was said. */
  dialogue: RecordDialogueRequest | null;
  /** `skp.return`, `activities.refuse`. */
  reason: string | null;
}

/** Shown wherever the decision is shown. */
export interface PaperDecision {
  id: Uuid;
  act: PaperAct;
  signerName: string;
  employmentId: Uuid;
  personName: string;
  subjectType: PaperSubject;
  subjectId: Uuid;
  number: string | null;
  signedOn: IsoDate;
  recordedBy: string;
  recordedAt: IsoInstant;
}

/** An evaluator who never signs in, and how much waits for them. */
export interface PaperSigner {
  employmentId: Uuid;
  personName: string;
  nip: string | null;
  postName: string | null;
  subordinates: number;
  /** Why paper is accepted: no account, or one that nobody ever used; `non-asn` for the regent. */
  because: 'non-asn' | 'no-account' | 'never-signed-in';
}

export interface PaperEntry {
  id: Uuid;
  date: IsoDate;
  personName: string;
  description: string;
}

/** What waits for a signer. */
export interface PaperWaiting {
  signer: PaperSigner;
  skps: SkpItem[];
  entries: PaperEntry[];
  month: IsoMonth;
  evaluations: EvaluationDueItem[];
}
