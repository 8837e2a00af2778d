import { Injectable } from '@nestjs/common';
import { AMOUNT_KEY_SEPARATOR, type DraftAmountsRequest, type ReadAmounts, type RegulationDraft } from '@ekinerja/contracts/regulations';
import { amountsText } from '@ekinerja/regulations/amounts-text';
import type { Actor } from '../platform/access/actor.js';
import type { Upload } from '../platform/http/upload.js';
import { DomainError } from '../platform/problem/domain.error.js';
import { readSheets } from '../platform/spreadsheet/read-sheets.js';
import type { RawCell } from '../platform/spreadsheet/raw-cell.js';
import { UnreadableFile } from '../platform/spreadsheet/unreadable-file.js';
import { DraftsService } from './drafts.service.js';
import { resolvedOf, type EnactedLaw } from './enacted-law.js';
import { cellsOf, pastedCells, readAmounts, type AmountCells } from './read-amounts.js';
import { RegulationsService } from './regulations.service.js';

/** Rows looked at in a sheet; the table stands at its top. */
const MOST_ROWS = 5000;

/** Amounts by screen, paste or sheet: they become a document like any other, with its draft, simulation and second person. */
@Injectable()
export class AmountsService {
  constructor(
    private readonly regulations: RegulationsService,
    private readonly drafts: DraftsService,
  ) {}

  readPasted(text: string, keys: number): ReadAmounts {
    return readAmounts(pastedCells(text, keys));
  }

  /** The first columns of the first sheet: as many keys as the table has, then the rupiah. @throws DomainError `file-unreadable` */
  async readWorkbook(file: Upload, keys: number): Promise<ReadAmounts> {
    const cells: AmountCells[] = [];
    let first: string | null | undefined;
    try {
      await readSheets(file.content, (name) => {
        if (first !== undefined) return null;
        first = name;
        return (row) => {
          cells.push(cellsOf(row.number, Array.from({ length: keys + 1 }, (_, at) => cellText(row.at(at))), keys));
          return cells.length < MOST_ROWS;
        };
      });
    } catch (error) {
      if (error instanceof UnreadableFile) throw new DomainError('file-unreadable');
      throw error;
    }
    return readAmounts(cells);
  }

  /** A new version from a date. What is in force before that day stays as it is. */
  async draft(actor: Actor, { title, decree, from, table, rows }: DraftAmountsRequest): Promise<RegulationDraft> {
    requireOnce(rows.map((row) => row.class));
    requireKeys(rows.map((row) => row.class), table?.by.length ?? 1);
    const enacted = await this.regulations.enacted();
    const present = resolvedOf(enacted.law.on(from), 'amounts');
    const id = freeId(`besaran-${from}`, enacted);
    const text = amountsText(present && (enacted.row(present.id)?.sourceText ?? null), { id, title, decree, from, table, classes: rows });
    return this.drafts.upload(actor, { fileName: `${id}.yaml`, text, cases: null });
  }
}

function cellText(cell: RawCell): string {
  if (cell.kind === 'text') return cell.text.trim();
  if (cell.kind !== 'number') return '';
  return Number.isInteger(cell.value) ? String(cell.value) : cell.value.toFixed(4).replace(/\.?0+$/, '');
}

function requireOnce(classes: string[]): void {
  const twice = classes.findIndex((name, index) => classes.indexOf(name) !== index);
  if (twice >= 0) throw new DomainError('validation-failed', {}, { fields: [{ field: `rows.${twice}.class`, rule: 'arrayUnique' }] });
}

/** Each row has as many parts as the table has keys. */
function requireKeys(keys: string[], parts: number): void {
  const wrong = keys.findIndex((key) => key.split(AMOUNT_KEY_SEPARATOR).length !== parts);
  if (wrong >= 0) throw new DomainError('validation-failed', {}, { fields: [{ field: `rows.${wrong}.class`, rule: 'keyParts', params: { parts } }] });
}

function freeId(wished: string, enacted: EnactedLaw): string {
  const taken = new Set(enacted.rows.map((row) => row.id));
  let id = wished;
  for (let next = 2; taken.has(id); next += 1) id = `${wished}-${next}`;
  return id;
}
