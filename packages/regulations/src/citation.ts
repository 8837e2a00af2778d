/** Citations in their compact form, `source#ref`; a trailing `~` marks our reading or an example value. */
import type { Citation } from '@ekinerja/contracts/basics';

// Citations of a resolved document are asked for with every line of every slip.
const compact = new WeakMap<Citation, string>();

/** `{source:'ks', ref:'Pasal 1'}` → `ks#Pasal 1`; a reading gets `~` at the end. The note is not carried. */
export function compactCite(cite: Citation): string {
  let text = compact.get(cite);
  if (text === undefined) compact.set(cite, (text = `${cite.source}#${cite.ref}${cite.reading ? '~' : ''}`));
  return text;
}

/** The reverse of `compactCite`. Throws RangeError on text without `#`. */
export function parseCite(text: string): Citation {
  const at = text.indexOf('#');
  if (at < 1) throw new RangeError(`Bukan kutipan "sumber#pasal": ${text}`);
  const reading = text.endsWith('~');
  const cite: Citation = { source: text.slice(0, at), ref: text.slice(at + 1, reading ? -1 : undefined) };
  return reading ? { ...cite, reading } : cite;
}
