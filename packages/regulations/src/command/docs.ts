/** `docs`: writes docs/regulation-format.md, docs/facts-format.md and the JSON Schemas from the schema-as-data. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { DOCUMENT_KINDS } from '@ekinerja/contracts/basics';
import { FACT_SCHEMAS } from '../cases/fact-schemas.js';
import { QUESTIONS } from '../cases/questions.js';
import { basisSchema, stepSchema, whoSchema } from '../document/allowance/who-schema.js';
import { casesJsonSchema, documentJsonSchema } from '../document/json-schema.js';
import { KIND_SCHEMAS } from '../document/kinds.js';
import type { Schema } from '../document/schema.js';
import { articlesAndCases } from './deciding.js';
import { DIMENSIONS } from './dimensions.js';
import { referenceOf } from './reference.js';

const PACKAGE = new URL('../../', import.meta.url);
const KINDS: Record<string, string> = {
  performance: 'Kinerja (`performance`)',
  allowance: 'Kebijakan TPP (`allowance`)',
  amounts: 'Besaran (`amounts`)',
  calendar: 'Kalender (`calendar`)',
};

function text(path: string): string {
  return readFileSync(new URL(path, PACKAGE), 'utf8').trimEnd();
}

/** An example file without the line for editors, whose path would be wrong here. */
function example(path: string): string[] {
  const lines = text(path)
    .split('\n')
    .filter((line) => !line.startsWith('# yaml-language-server'));
  return ['```yaml', ...lines, '```', ''];
}

/** docs/regulation-format.md */
export function regulationFormat(): string {
  const lines = [text('format/regulation-intro.md'), '', '## Dua puluh dua dimensi TPP', ''];
  lines.push(
    'Setiap contoh di bawah adalah berkas yang diuji; kasusnya di `packages/regulations/cases/dimensi/`.',
    '',
  );
  for (const d of DIMENSIONS) {
    lines.push(`### ${d.number}. ${d.title}`, '', d.says, '');
    if (d.keys.length) lines.push(`Kunci: ${d.keys.map((k) => `\`${k}\``).join(', ')}.`, '');
    for (const name of d.documents) lines.push(...example(`cases/documents/dimensi/${name}.yaml`));
    lines.push(`Kasus: \`cases/dimensi/${d.cases}.yaml\`.`, '');
  }
  lines.push(
    '## Semua kunci',
    '',
    'Tanda `*`: wajib (diwarisi dari dokumen nasional bila tidak ditulis).',
    '',
  );
  const shared: [string, Schema<unknown>][] = [
    ['who', whoSchema],
    ['basis', basisSchema],
    ['steps', stepSchema],
  ];
  const seen = new Map(shared.map(([name, schema]) => [schema.node, name]));
  lines.push('### Bentuk yang dipakai berulang', '');
  for (const [name, schema] of shared)
    lines.push(
      `- \`${name}\` – ${schema.label}. ${schema.about ?? ''}`.trimEnd(),
      ...referenceOf(schema, new Map(), 1),
    );
  lines.push('');
  for (const kind of DOCUMENT_KINDS)
    lines.push(`### ${KINDS[kind]}`, '', ...referenceOf(KIND_SCHEMAS[kind], seen), '');
  return `${lines.join('\n').trimEnd()}\n`;
}

/** docs/facts-format.md */
export function factsFormat(): string {
  const lines = [text('format/facts-intro.md'), ''];
  for (const [question, schema] of Object.entries(FACT_SCHEMAS)) {
    if (question === 'blockers') continue;
    const also = question === 'slip' ? ' (juga `ask: blockers`, yang hanya menjawab penghalang)' : '';
    lines.push(`## Fakta \`ask: ${question}\`${also}`, '', ...referenceOf(schema, new Map()), '');
  }
  lines.push(
    '## Contoh',
    '',
    'Kasus dimensi 12, yang diuji:',
    '',
    ...example('cases/dimensi/12-pegawai.yaml'),
  );
  return `${lines.join('\n').trimEnd()}\n`;
}

export function publishedSchemas(): Record<string, unknown> {
  return {
    'regulation.schema.json': documentJsonSchema(),
    'cases.schema.json': casesJsonSchema(FACT_SCHEMAS, Object.keys(QUESTIONS)),
  };
}

/** Writes all four; @returns their names */
export function writeDocs(): string[] {
  const root = new URL('../../', PACKAGE);
  mkdirSync(new URL('docs/', root), { recursive: true });
  writeFileSync(new URL('docs/regulation-format.md', root), regulationFormat());
  writeFileSync(new URL('docs/facts-format.md', root), factsFormat());
  writeFileSync(new URL('docs/articles-and-cases.md', root), articlesAndCases());
  mkdirSync(new URL('schema/', PACKAGE), { recursive: true });
  const schemas = Object.entries(publishedSchemas());
  for (const [name, schema] of schemas)
    writeFileSync(new URL(`schema/${name}`, PACKAGE), `${JSON.stringify(schema, null, 2)}\n`);
  return [
    'docs/regulation-format.md',
    'docs/facts-format.md',
    'docs/articles-and-cases.md',
    ...schemas.map(([name]) => `packages/regulations/schema/${name}`),
  ];
}
