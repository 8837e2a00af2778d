import { UnreadableFile } from './unreadable-file.js';

const END = 0x06054b50;
const ENTRY = 0x02014b50;

/** What a sheet's cells refer to must have been read before them; the rest follows as it stands. */
const FIRST = ['xl/_rels/workbook.xml.rels', 'xl/workbook.xml', 'xl/styles.xml', 'xl/sharedStrings.xml'];

export interface Piece {
  name: string;
  method: number;
  packed: number;
  unpacked: number;
  from: number;
  to: number;
}

/** The entries of a zip in the order of its own directory, with the bytes that each takes; nothing is unpacked. */
export function piecesOf(zip: Buffer): Piece[] {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + 22 > zip.length || zip.readUInt32LE(end) !== END) throw new UnreadableFile('not a zip');
  const directory = zip.readUInt32LE(end + 16);
  const pieces: Piece[] = [];
  for (let at = directory, entry = 0; entry < zip.readUInt16LE(end + 10); entry += 1) {
    if (at + 46 > zip.length || zip.readUInt32LE(at) !== ENTRY) throw new UnreadableFile('broken zip directory');
    const nameLength = zip.readUInt16LE(at + 28);
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
    const [method, packed, unpacked] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20), zip.readUInt32LE(at + 24)];
    pieces.push({ name, method, packed, unpacked, from: zip.readUInt32LE(at + 42), to: directory });
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  const inPlace = [...pieces].sort((a, b) => a.from - b.from);
  inPlace.forEach((piece, index) => (piece.to = inPlace[index + 1]?.from ?? directory));
  if (inPlace.some((piece) => piece.from + 30 > piece.to || piece.to > zip.length)) throw new UnreadableFile('broken zip directory');
  return pieces;
}

/**
 * The bytes of a workbook with names, styles and shared texts before the sheets. Programs write them in any order,
 * and the streaming reader loses sheet names and date formats that come late.
 */
export function inReadingOrder(zip: Buffer): Buffer[] {
  const pieces = piecesOf(zip);
  const rank = ({ name }: Piece) => (FIRST.includes(name) ? FIRST.indexOf(name) : FIRST.length);
  const ordered = pieces.map((piece, index) => ({ piece, index })).sort((a, b) => rank(a.piece) - rank(b.piece) || a.index - b.index);
  const last = Math.max(...pieces.map((piece) => piece.to));
  return [...ordered.map(({ piece }) => zip.subarray(piece.from, piece.to)), zip.subarray(last)];
}
