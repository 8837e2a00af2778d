import 'reflect-metadata';
import { AuditSealService } from './audit-seal.service.js';
import { openApplication } from '../application.js';

/** `pnpm audit:verify`: walks the chain and names the first broken link and the tail not yet sealed. */
const opened = await openApplication({ worker: false, listen: false, args: process.argv.slice(2) });
const report = await opened.app.get(AuditSealService).verify();
console.log(`Mata rantai tersegel: ${report.sealed}. Belum tersegel: ${report.unsealed}.`);
if (report.broken) console.log(`RUSAK pada urutan ${report.broken.sequence} (kejadian ${report.broken.eventId}): ${report.broken.what}.`);
else console.log('Rantai utuh.');
await opened.close();
process.exit(report.broken ? 1 : 0);
