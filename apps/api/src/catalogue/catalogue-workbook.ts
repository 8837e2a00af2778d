import { Buffer } from 'node:buffer';
import { CATALOGUE_LIMITS, type CatalogueContent, type CatalogueImportProblem } from '@ekinerja/contracts/catalogue';
import ExcelJS from 'exceljs';
import { DomainError } from '../platform/problem/domain.error.js';
import { shown, type RawCell } from '../platform/spreadsheet/raw-cell.js';
import { readSheets, type SheetRow } from '../platform/spreadsheet/read-sheets.js';
import { TooManyRows, UnreadableFile } from '../platform/spreadsheet/unreadable-file.js';

/** The catalogue as agencies keep it in Excel; the export has the same columns as the import. */
const COLUMNS = ['Kode', 'Kegiatan', 'Satuan hasil', 'Menit per satuan', 'Jabatan (pisahkan dengan titik koma)', 'Dipakai (ya/tidak)'] as const;
const WIDTHS = [12, 60, 18, 16, 50, 16];

export async function catalogueWorkbook(items: CatalogueContent[]): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('Katalog kegiatan');
  sheet.columns = COLUMNS.map((header, at) => ({ header, width: WIDTHS[at] as number }));
  sheet.getRow(1).font = { bold: true };
  for (const { code, title, outputUnit, normMinutes, posts, active } of items) {
    sheet.addRow([code, title, outputUnit, normMinutes, posts.join('; '), active ? 'ya' : 'tidak']);
  }
  sheet.getColumn(1).numFmt = '@';
  sheet.views = [{ state: 'frozen', ySplit: 1 }];
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** Reads the first sheet whole and names every bad cell. */
export async function readCatalogue(content: Buffer): Promise<{ rows: CatalogueContent[]; problems: CatalogueImportProblem[] }> {
  const reader = new Reader();
  let sheets = 0;
  try {
    await readSheets(content, () => (sheets++ === 0 ? (row) => reader.take(row) : null));
  } catch (error) {
    if (error instanceof TooManyRows) throw new DomainError('file-unreadable', { reason: 'too-many-rows', max: CATALOGUE_LIMITS.fileRows });
    if (error instanceof UnreadableFile) throw new DomainError('file-unreadable');
    throw error;
  }
  return reader.done();
}

class Reader {
  private readonly rows: CatalogueContent[] = [];
  private readonly problems: CatalogueImportProblem[] = [];
  private readonly codes = new Map<string, number>();
  private headed = false;

  take(row: SheetRow): boolean {
    if (!this.headed) {
      this.headed = true;
      const heads = row.texts().map((text) => text.trim().toLowerCase());
      COLUMNS.slice(0, 4).forEach((name, at) => {
        if (!(heads[at] ?? '').startsWith(name.toLowerCase())) this.problem(row.number, at, 'column-missing', heads[at] ?? '');
      });
      return this.problems.length === 0;
    }
    if (COLUMNS.every((_, at) => row.at(at).kind === 'empty')) return true;
    if (this.rows.length >= CATALOGUE_LIMITS.fileRows) throw new TooManyRows();
    this.read(row);
    return true;
  }

  done(): { rows: CatalogueContent[]; problems: CatalogueImportProblem[] } {
    if (this.rows.length === 0 && this.problems.length === 0) this.problem(1, 0, 'no-rows', '');
    return { rows: this.rows, problems: this.problems };
  }

  private read(row: SheetRow): void {
    const text = (at: number, min: number, max: number): string => {
      const value = textOf(row.at(at));
      if (value.length < min) this.problem(row.number, at, value === '' ? 'required' : 'text-too-short', value);
      if (value.length > max) this.problem(row.number, at, 'text-too-long', value.slice(0, 60));
      return value;
    };
    const code = text(0, 1, CATALOGUE_LIMITS.code);
    const title = text(1, CATALOGUE_LIMITS.title.min, CATALOGUE_LIMITS.title.max);
    const outputUnit = text(2, 1, CATALOGUE_LIMITS.outputUnit);
    const minutes = Number(textOf(row.at(3)).replace(',', '.'));
    const { min, max } = CATALOGUE_LIMITS.normMinutes;
    if (!Number.isInteger(minutes) || minutes < min || minutes > max) this.problem(row.number, 3, 'minutes', shown(row.at(3)));
    const posts = [...new Set(textOf(row.at(4)).split(';').map((name) => name.trim()).filter((name) => name !== ''))].sort();
    if (posts.length > CATALOGUE_LIMITS.posts || posts.some((name) => name.length > CATALOGUE_LIMITS.postName)) this.problem(row.number, 4, 'text-too-long', posts.join('; ').slice(0, 60));
    const used = textOf(row.at(5)).toLowerCase();
    if (!['', 'ya', 'tidak'].includes(used)) this.problem(row.number, 5, 'yes-no', used);
    const earlier = this.codes.get(code.toLowerCase());
    if (code !== '' && earlier !== undefined) this.problem(row.number, 0, 'code-twice', `${code} (baris ${earlier})`);
    this.codes.set(code.toLowerCase(), row.number);
    this.rows.push({ code, title, outputUnit, normMinutes: minutes, posts, active: used !== 'tidak' });
  }

  private problem(row: number, at: number, rule: string, value: string): void {
    this.problems.push({ row, column: COLUMNS[at] as string, rule, value });
  }
}

function textOf(cell: RawCell): string {
  return cell.kind === 'text' ? cell.text.trim() : cell.kind === 'number' ? String(cell.value) : '';
}
