/**
 * The law's own words. Texts of the four regulations are stored and split into articles; of national sources we hold
 * a short summary of each cited article in our own words, never passed off as the article.
 */
import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Citation } from '@ekinerja/contracts/basics';
import { findProvision, splitArticles } from './articles/split.js';

export interface ArticleText {
  source: string;
  title: string;
  ref: string;
  text: string;
  /** `summary`: our own words, not the article's. */
  standing: 'text' | 'summary';
}

interface SourceEntry {
  title: string;
  /** Summaries by `ref`; absent for stored texts. */
  articles?: Record<string, string>;
}

const TEXTS = new URL('../texts/', import.meta.url);
let sources: Record<string, SourceEntry> | null = null;
const articles = new Map<string, Map<string, string>>();

function sourceList(): Record<string, SourceEntry> {
  return (sources ??= parse(readFileSync(new URL('sources.yaml', TEXTS), 'utf8')) as Record<
    string,
    SourceEntry
  >);
}

/** Title of a source; its id when unknown. */
export function sourceTitle(source: string): string {
  return sourceList()[source]?.title ?? source;
}

/**
 * The text that a citation points to: `Pasal 23`, `Pasal 23 ayat (5)`, `Pasal 35 huruf a`, `Pasal 1 angka 15`, or the
 * name of a summary. @returns null when the source or the article is not held
 */
export function articleText(cite: Citation): ArticleText | null {
  const entry = sourceList()[cite.source];
  if (!entry) return null;
  const summary = entry.articles?.[cite.ref];
  const text = summary ?? storedText(cite.source, cite.ref);
  if (text === null) return null;
  return {
    source: cite.source,
    title: entry.title,
    ref: cite.ref,
    text: text.trim(),
    standing: summary === undefined ? 'text' : 'summary',
  };
}

/** Every article of a stored text in order, for reading the regulation as a document; empty for national sources. */
export function articlesOf(source: string): { ref: string; text: string }[] {
  return [...loadArticles(source)].map(([ref, text]) => ({ ref, text }));
}

function storedText(source: string, ref: string): string | null {
  return findProvision(loadArticles(source), ref);
}

function loadArticles(source: string): Map<string, string> {
  let split = articles.get(source);
  if (!split) {
    const file = new URL(`${source}.txt`, TEXTS);
    split =
      /^[a-z0-9-]+$/.test(source) && existsSync(file)
        ? splitArticles(readFileSync(file, 'utf8'))
        : new Map<string, string>();
    articles.set(source, split);
  }
  return split;
}
