import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { SimulationQuestion, SimulationUnit } from '@ekinerja/contracts/pay-simulations';
import type { DocumentProblemView } from '@ekinerja/contracts/regulations';
import type { RegulationDocument } from '@ekinerja/regulations/document';
import { openApplication, readFlags } from '../application.js';
import { DomainError } from '../platform/problem/domain.error.js';
import { DraftsService } from '../regulations/drafts.service.js';
import { RegulationsService } from '../regulations/regulations.service.js';
import { effectLines } from './simulate-words.js';
import { SimulationEngine, type Effect } from './simulation-engine.js';
import { addEffects, NO_EFFECT, sumEffects } from './simulation-sums.js';
import { SimulationsRepository } from './simulations.repository.js';
import { SimulationsService } from './simulations.service.js';

/** `pnpm regulation simulate BERKAS… [--month 2026-10]`: the same calculation as on the screen; nothing is stored. */
async function main(args: readonly string[]): Promise<number> {
  const files = args.slice(0, args.findIndex((arg) => arg.startsWith('--')) >= 0 ? args.findIndex((arg) => arg.startsWith('--')) : args.length);
  const { month: asked } = readFlags(args.slice(files.length));
  if (files.length === 0 || (asked !== undefined && !/^\d{4}-(0[1-9]|1[0-2])$/.test(asked))) {
    console.log('Pemakaian: pnpm regulation simulate BERKAS… [--month 2026-10]');
    return 1;
  }
  const { app, close } = await openApplication({ worker: false, listen: false, args: [...args.slice(files.length)] });
  try {
    const enacted = await app.get(RegulationsService).enacted();
    const documents: RegulationDocument[] = [];
    for (const file of files) {
      const checked = app.get(DraftsService).check({ fileName: basename(file), text: readFileSync(file, 'utf8'), cases: null }, enacted);
      if ('errors' in checked) return refuse(file, checked.errors);
      documents.push(checked.document);
    }
    const month = asked ?? (await app.get(SimulationsService).defaultMonth());
    const nothing: SimulationQuestion = { drafts: [], amounts: [], postClasses: [], skpdIds: [], employeeKinds: [], employmentIds: [] };
    const engine = app.get(SimulationEngine);
    const supposition = await engine.supposition(month, nothing, documents, enacted);
    const units: SimulationUnit[] = [];
    const effects: Effect[] = [];
    for (const skpd of await app.get(SimulationsRepository).skpdsOf(month, [])) {
      const own = await engine.unit(supposition, skpd.skpdId);
      if (own.length > 0) units.push({ ...skpd, ...sumEffects(own) });
      effects.push(...own);
    }
    const totals = units.reduce((sum, { skpdId: _id, skpdName: _name, ...unit }) => addEffects(sum, unit), NO_EFFECT);
    console.log(effectLines({ month, titles: documents.map(({ title }) => title), totals, units, effects }).join('\n'));
    return 0;
  } finally {
    await close();
  }
}

function refuse(file: string, errors: readonly DocumentProblemView[]): number {
  for (const { line, column, message } of errors) console.log(`${file}:${line}:${column} kesalahan: ${message}`);
  return 1;
}

try {
  process.exit(await main(process.argv.slice(2)));
} catch (error) {
  if (error instanceof DomainError) console.error(typeof error.params.problem === 'string' ? error.params.problem : `Tidak dapat disimulasikan (${error.details.rule?.code ?? error.code}).`);
  else console.error(error instanceof Error && 'code' in error ? error.message : error);
  process.exit(1);
}
