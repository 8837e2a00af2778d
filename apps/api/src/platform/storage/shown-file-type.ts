import type { EvidenceType } from '@ekinerja/contracts/activities';

const HEIC_BRANDS = new Set(['heic', 'heix', 'hevc', 'heim', 'heis', 'mif1', 'msf1']);

/** What a file is by its first bytes; its name and the browser's word for it prove nothing. */
export function shownFileType(content: Buffer): EvidenceType | 'heic' | null {
  const latin = (from: number, to: number) => content.subarray(from, to).toString('latin1');
  if (content.length < 12) return null;
  if (content[0] === 0xff && content[1] === 0xd8 && content[2] === 0xff) return 'image/jpeg';
  if (latin(0, 8) === '\x89PNG\r\n\x1a\n') return 'image/png';
  if (latin(0, 4) === 'RIFF' && latin(8, 12) === 'WEBP') return 'image/webp';
  if (latin(0, 5) === '%PDF-') return 'application/pdf';
  return latin(4, 8) === 'ftyp' && HEIC_BRANDS.has(latin(8, 12)) ? 'heic' : null;
}
