import { piecesOf } from './reading-order.js';

/** What a zip says its entries measure when unpacked, from its directory; nothing is unpacked for it. */
export function unpackedBytes(zip: Buffer): number {
  return piecesOf(zip).reduce((sum, piece) => sum + piece.unpacked, 0);
}
