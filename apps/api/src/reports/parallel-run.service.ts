import { Injectable } from '@nestjs/common';
import type { Uuid } from '@ekinerja/contracts/basics';
import type { ParallelDifference, ParallelLine, ParallelPerson, ParallelRun } from '@ekinerja/contracts/parallel-run';
import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../platform/access/actor.js';
import type { Upload } from '../platform/http/upload.js';
import { DomainError } from '../platform/problem/domain.error.js';
import { TooManyRows, UnreadableFile } from '../platform/spreadsheet/unreadable-file.js';
import { PaySheetService, type SheetRow } from '../tpp/pay-sheet.service.js';
import { readPaidList, type PaidList, type PaidRow } from './parallel-run-reader.js';

/** Before a government pays from this system: last month's paid list of the old one against what this one computes. Nothing is kept. */
@Injectable()
export class ParallelRunService {
  constructor(
    private readonly sheets: PaySheetService,
    private readonly audit: AuditService,
  ) {}

  /** @throws DomainError `not-found` beyond the actor's reach, `file-unreadable` for what is no such list */
  async compare(actor: Actor, runId: Uuid, skpdId: Uuid, file: Upload): Promise<ParallelRun> {
    const sheet = await this.sheets.sheet(actor, runId, skpdId);
    const list = await read(file);
    if (list.lines.length === 0) throw new DomainError('file-unreadable', { reason: 'no-columns' });
    await this.audit.logRead(actor, 'pay-run.parallel', 'pay-run-unit', `${runId}/${skpdId}`);
    const paid = new Map(list.rows.map((row) => [row.nip, row]));
    const people = sheet.rows.map((row) => person(list.lines, row, row.nip === null ? undefined : paid.get(row.nip)));
    const here = new Set(sheet.rows.map(({ nip }) => nip));
    for (const row of list.rows) if (!here.has(row.nip)) people.push(onlyBefore(list.lines, row));
    const count = (standing: ParallelPerson['standing']) => people.filter((one) => one.standing === standing).length;
    return {
      month: sheet.month, skpdName: sheet.skpdName, lines: list.lines, problems: list.problems,
      counts: { same: count('same'), differs: count('differs'), onlyBefore: count('only-before'), onlyHere: count('only-here') },
      totals: list.lines.map((line) => difference(line, sum(list.rows.map(({ amounts }) => amounts[line] ?? 0)), sum(sheet.rows.map((row) => row.amounts[line])))),
      people: people.toSorted((a, b) => largest(b) - largest(a) || a.name.localeCompare(b.name, 'id')),
    };
  }
}

async function read(file: Upload): Promise<PaidList> {
  try {
    return await readPaidList(file.content);
  } catch (error) {
    if (error instanceof TooManyRows) throw new DomainError('file-unreadable', { reason: 'too-many-rows' });
    if (error instanceof UnreadableFile) throw new DomainError('file-unreadable', { reason: 'xlsx' });
    throw error;
  }
}

function person(lines: ParallelLine[], row: SheetRow, paid: PaidRow | undefined): ParallelPerson {
  const differences = lines.map((line) => difference(line, paid?.amounts[line] ?? 0, row.amounts[line])).filter((one) => one.difference !== 0);
  const standing = !paid ? 'only-here' : differences.length === 0 ? 'same' : 'differs';
  return { nip: row.nip, name: row.name, employmentId: row.employmentId, standing, differences };
}

function onlyBefore(lines: ParallelLine[], row: PaidRow): ParallelPerson {
  return { nip: row.nip, name: row.name || row.nip, employmentId: null, standing: 'only-before', differences: lines.map((line) => difference(line, row.amounts[line] ?? 0, 0)).filter((one) => one.difference !== 0) };
}

function difference(line: ParallelLine, before: number, here: number): ParallelDifference {
  return { line, before, here, difference: here - before };
}

const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0);
const largest = ({ differences }: ParallelPerson) => Math.max(0, ...differences.map((one) => Math.abs(one.difference)));
