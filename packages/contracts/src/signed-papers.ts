/** The signed copies of an SKPD's month: a scan of the paper, or the file with a certified electronic signature. */
import type { IsoDate, IsoInstant } from './basics.js';

/** `list`: what the unit checked, signed by the head before the close; `recap`: signed after it (BK 7(3)). */
export const SIGNED_PAPERS = ['list', 'recap'] as const;
export type SignedPaperKind = (typeof SIGNED_PAPERS)[number];
export const SIGNED_PAPER_LIMITS = { fileBytes: 10 * 1024 * 1024, passphrase: { min: 1, max: 200 } } as const;

export interface SignedPaper {
  paper: SignedPaperKind;
  method: 'paper' | 'electronic';
  signerName: string;
  signerPost: string;
  signedOn: IsoDate;
  recordedAt: IsoInstant;
}
export interface SignedPapers {
  /** Whether the certified signature service is connected. */
  electronic: boolean;
  papers: SignedPaper[];
}
/** Handed on to the service and kept nowhere. */
export interface ElectronicSignRequest {
  /** Sixteen digits, under which the certificate was issued. */
  nik: string;
  passphrase: string;
}
