/** Splitting a scanned regulation into articles, paragraphs, letters and numbers. */

const HEADING = /^(?:Bagian\b.*\s)?Pasal\s+(\d+)$/i;
const CHAPTER = /^(BAB\s+[IVXLC]+\b|Bagian\s+(ke|Ke)\w+|Paragraf\s+\d|Ditetapkan di\b|Agar setiap orang)/;

/** Articles by `Pasal N`, markdown noise removed. Restored headings stand in brackets: `[Pasal 5]`. */
export function splitArticles(source: string): Map<string, string> {
  const articles = new Map<string, string[]>();
  let current: string[] | null = null;
  for (const raw of source.split(/\r?\n/)) {
    const line = cleaned(raw);
    const heading = HEADING.exec(line.replace(/^\[|\]$/g, ''));
    if (heading) {
      current = [];
      articles.set(`Pasal ${heading[1]}`, current);
    } else if (CHAPTER.test(line)) {
      current = null;
    } else {
      current?.push(line);
    }
  }
  return new Map(
    [...articles].map(([ref, lines]) => [
      ref,
      lines
        .join('\n')
        .replace(/\n{3,}/g, '\n\n')
        .trim(),
    ]),
  );
}

/** Headings, emphasis and list dashes of the scan go; the words stay. */
function cleaned(line: string): string {
  return line
    .replace(/^\s*#+\s*/, '')
    .replace(/\*+/g, '')
    .replace(/^\s*-\s+/, '')
    .trim();
}

const STEP = /(ayat|huruf|angka)\s+\(?([0-9]+|[a-z])\)?/g;
/** How each kind of item begins; items of the same or a higher kind end it. */
const MARKS = {
  ayat: /^\((\d+)\)\.?\s+/,
  huruf: /^([a-z])\.\s+/,
  angka: /^(\d+)\.\s+/,
} as const;
type Kind = keyof typeof MARKS;

/** The text of `Pasal N [ayat (m)] [huruf x] [angka k]`, or null when it is not there. */
export function findProvision(articles: ReadonlyMap<string, string>, ref: string): string | null {
  const article = /^Pasal \d+/.exec(ref)?.[0];
  let text = article === undefined ? undefined : articles.get(article);
  if (text === undefined || article === undefined) return null;
  for (const [, kind, mark] of ref.slice(article.length).matchAll(STEP)) {
    const found = item(text, kind as Kind, mark ?? '');
    if (found === null) return null;
    text = found;
  }
  return text;
}

function item(text: string, kind: Kind, mark: string): string | null {
  const lines = text.split('\n');
  const start = lines.findIndex((line) => MARKS[kind].exec(line)?.[1] === mark);
  if (start < 0) return null;
  const end = lines.findIndex(
    (line, i) => i > start && (MARKS[kind].test(line) || (kind === 'huruf' && MARKS.ayat.test(line))),
  );
  return lines
    .slice(start, end < 0 ? undefined : end)
    .join('\n')
    .trim();
}
