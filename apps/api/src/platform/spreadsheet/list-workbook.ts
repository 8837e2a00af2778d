import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { StreamableFile } from '@nestjs/common';
import ExcelJS from 'exceljs';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export interface ListColumn<Row> {
  heading: string;
  width: number;
  value: (row: Row) => string | number | null;
}

export interface ListSheet<Row> {
  name: string;
  /** The line above the table: what the list is, and of which day. */
  title: string;
  columns: readonly ListColumn<Row>[];
  rows: readonly Row[];
}

/** A sheet whose rows have forgotten their type, to stand beside sheets of other rows. */
export function listSheet<Row>(sheet: ListSheet<Row>): ListSheet<unknown> {
  return sheet as unknown as ListSheet<unknown>;
}

/**
 * Lists as a workbook, numbered, with a frozen heading. Text stays text: a NIP of eighteen digits as a number loses its
 * last ones in Excel. Written row by row: a government of 100,000 people fits.
 */
export async function listWorkbook(fileName: string, sheets: readonly ListSheet<unknown>[]): Promise<StreamableFile> {
  const stream = new PassThrough();
  const whole = buffer(stream);
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: false });
  for (const { name, title, columns, rows } of sheets) {
    const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 3 }] });
    sheet.columns = [{ width: 7 }, ...columns.map(({ width }) => ({ width, style: { numFmt: '@' } }))];
    bold(sheet.addRow([title]));
    sheet.addRow([]).commit();
    bold(sheet.addRow(['No', ...columns.map(({ heading }) => heading)]));
    rows.forEach((row, at) => sheet.addRow([at + 1, ...columns.map(({ value }) => value(row) ?? '')]).commit());
    sheet.commit();
  }
  await workbook.commit();
  return new StreamableFile(await whole, { type: XLSX, disposition: `attachment; filename="${fileName}"` });
}

function bold(row: ExcelJS.Row): void {
  row.font = { bold: true };
  row.commit();
}
