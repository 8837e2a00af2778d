import type { IsoInstant } from './basics.js';

/** What a QR code says about a printed paper; no more than the paper itself shows. */
export interface VerifyAnswer {
  status: 'genuine' | 'superseded' | 'unknown';
  title: string | null;
  number: string | null;
  issuedAt: IsoInstant | null;
  unitName: string | null;
  /** First and last characters of the file's sha256, as printed. */
  hash: string | null;
  supersededAt: IsoInstant | null;
}
