/** What a LIKE sees as its signs. */
const SIGNS = /[\\%_]/g;
/** Fewer letters than a trigram: no index of them answers. */
const SHORT = 3;

/** What is typed as a pattern: found anywhere, its signs are no wildcards. Null where nothing is typed. */
export function partOf(text: string | null | undefined): string | null {
  const typed = text?.trim() ?? '';
  return typed === '' ? null : `%${typed.replace(SIGNS, '\\$&')}%`;
}

/** Part of a name, or of a NIP however it is grouped. */
export function partOfPerson(text: string | null | undefined): string | null {
  const typed = text?.trim() ?? '';
  return partOf(/^[\d\s]+$/.test(typed) ? typed.replaceAll(/\s/g, '') : typed);
}

/**
 * The condition that an employment is found by part of its person's name or of a NIP, for a list in the order of names.
 * Each index is asked by itself (an OR over two tables would read both whole). Fewer than three letters are in most
 * names, and no trigram index knows them: there the walk through the names ends after a page.
 * @param pattern from `partOfPerson`; @param at its place among the parameters, as `$3`; @param e alias of the employment; @param p of its person
 */
export function personFound(pattern: string | null, at: string, e = 'e', p = 'p'): string {
  if (pattern === null) return `${at}::text IS NULL`;
  if (pattern.length - 2 < SHORT) {
    const named = `${p}.name ILIKE ${at}::text`;
    return /\d/.test(pattern) ? `(${named} OR EXISTS (SELECT FROM employment_nip known WHERE known.employment_id = ${e}.id AND known.nip LIKE ${at}::text))` : named;
  }
  return `${e}.id IN (SELECT found.id FROM employments_found(${at}::text) found)`;
}
