import ExcelJS from 'exceljs';
import { FACT_COLUMNS, FACT_SHEET_TITLES, type FactSheetKey } from '../pay-records/fact-columns.js';

type Cell = string | number | Date | null;
export type FactRows = { [Sheet in FactSheetKey]?: Partial<Record<keyof (typeof FACT_COLUMNS)[Sheet], Cell>>[] };

/** The workbook of pay facts with these rows. */
export async function factWorkbook(rows: FactRows): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  for (const key of Object.keys(rows) as FactSheetKey[]) {
    const sheet = workbook.addWorksheet(FACT_SHEET_TITLES[key]);
    sheet.columns = Object.entries<string>(FACT_COLUMNS[key]).map(([column, header]) => ({ key: column, header }));
    for (const row of rows[key] ?? []) sheet.addRow(row);
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
