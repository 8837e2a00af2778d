import { createInflateRaw } from 'node:zlib';
import { piecesOf, type Piece } from './reading-order.js';
import { UnreadableFile } from './unreadable-file.js';

/** A workbook of this size on opening is an attack or a mistake. */
const MOST_UNPACKED_BYTES = 600 * 1024 * 1024;
/** Cells never repeat so much that they shrink to a hundredth; small files may. */
const MOST_SHRUNK = 100;
const SMALL_BYTES = 20 * 1024 * 1024;
const LOCAL_HEADER = 30;
/** What may follow an entry; another entry, unknown to the directory, has no room in it. */
const DATA_DESCRIPTOR = 24;
const DEFLATED = 8;

/**
 * A zip's directory says what its entries measure; each is counted before anybody keeps it in memory.
 * @throws UnreadableFile when it is too big on opening, or other than its directory says.
 */
export async function requireHonestSize(zip: Buffer): Promise<void> {
  const pieces = piecesOf(zip);
  const unpacked = pieces.reduce((sum, piece) => sum + piece.unpacked, 0);
  if (unpacked > MOST_UNPACKED_BYTES || (unpacked > SMALL_BYTES && unpacked > zip.length * MOST_SHRUNK)) throw new UnreadableFile('too big when unpacked');
  for (const piece of pieces) {
    const measured = await measure(zip, piece);
    if (measured > piece.unpacked) throw new UnreadableFile('an entry is bigger than the zip says');
  }
}

async function measure(zip: Buffer, { from, to, packed, unpacked, method }: Piece): Promise<number> {
  const start = from + LOCAL_HEADER + zip.readUInt16LE(from + 26) + zip.readUInt16LE(from + 28);
  if (to - start - packed > DATA_DESCRIPTOR) throw new UnreadableFile('bytes that belong to no entry');
  const content = zip.subarray(start, start + packed);
  if (method !== DEFLATED) return content.length;
  const inflate = createInflateRaw();
  inflate.end(content);
  let bytes = 0;
  try {
    for await (const chunk of inflate as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > unpacked) break;
    }
  } catch {
    throw new UnreadableFile('an entry cannot be unpacked');
  }
  return bytes;
}
