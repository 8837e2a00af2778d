/** The four daerah that the product ships, and their documents from the package's own files. */
import { readdirSync, readFileSync } from 'node:fs';
import { parseDocument, type RegulationDocument } from './document.js';
import { LawError } from './law.js';

export const DAERAH = ['tanah-laut', 'barito-kuala', 'kuantan-singingi', 'banjarnegara'] as const;
export type Daerah = (typeof DAERAH)[number];

export interface PresetProfile {
  /** `Kabupaten Tanah Laut` */
  name: string;
  shortName: string;
  timeZone: string;
  /** Short name of the staffing agency, `BKPSDM`. */
  agency: string;
  /** Kemendagri code of the regency. */
  regionCode: string;
}

const PROFILES: Record<Daerah, PresetProfile> = {
  'tanah-laut': {
    name: 'Kabupaten Tanah Laut',
    shortName: 'Tanah Laut',
    timeZone: 'Asia/Makassar',
    agency: 'BKPSDM',
    regionCode: '63.01',
  },
  'barito-kuala': {
    name: 'Kabupaten Barito Kuala',
    shortName: 'Barito Kuala',
    timeZone: 'Asia/Makassar',
    agency: 'BKPP',
    regionCode: '63.04',
  },
  'kuantan-singingi': {
    name: 'Kabupaten Kuantan Singingi',
    shortName: 'Kuantan Singingi',
    timeZone: 'Asia/Jakarta',
    agency: 'BKPP',
    regionCode: '14.09',
  },
  banjarnegara: {
    name: 'Kabupaten Banjarnegara',
    shortName: 'Banjarnegara',
    timeZone: 'Asia/Jakarta',
    agency: 'BKD',
    regionCode: '33.04',
  },
};

const DOCUMENTS = new URL('../documents/', import.meta.url);
const kept = new Map<string, RegulationDocument[]>();

export function isDaerah(text: string): text is Daerah {
  return DAERAH.some((d) => d === text);
}

export function presetProfile(daerah: Daerah): PresetProfile {
  return PROFILES[daerah];
}

/** The national documents, by regime. */
export function nationalDocuments(): RegulationDocument[] {
  return folder('national');
}

/** National documents and the daerah's four. Throws LawError when a file of the package is wrong. */
export function loadPreset(daerah: Daerah): RegulationDocument[] {
  return [...nationalDocuments(), ...folder(daerah)];
}

function folder(name: string): RegulationDocument[] {
  let documents = kept.get(name);
  if (!documents) kept.set(name, (documents = presetFiles(name).map(readPreset)));
  return documents;
}

/** The YAML files of a folder of `documents/`, in name order. */
export function presetFiles(name: string): { file: string; source: string }[] {
  const at = new URL(`${name}/`, DOCUMENTS);
  return readdirSync(at)
    .filter((f) => f.endsWith('.yaml'))
    .sort()
    .map((f) => ({
      file: `documents/${name}/${f}`,
      source: readFileSync(new URL(f, at), 'utf8'),
    }));
}

function readPreset({ file, source }: { file: string; source: string }): RegulationDocument {
  const { document, problems } = parseDocument(source, file);
  if (!document)
    throw new LawError(
      problems.map((p) => ({
        document: '',
        path: p.path,
        message: `${p.file}:${p.line}:${p.column} ${p.message}`,
      })),
    );
  return document;
}
