import ExcelJS from 'exceljs';
import type { IsoDate } from '@ekinerja/contracts/basics';
import type { WorkbookSheet } from '@ekinerja/contracts/imports';
import {
  ASSIGNMENT_KIND_WORDS, COLUMN_TITLES, EMPLOYEE_KIND_WORDS, POST_KIND_WORDS, SEX_WORDS, SHEET_TITLES, UNIT_KIND_WORDS, YES_WORDS, type ColumnKey,
} from '../imports/imports.service.js';
import type { Regency } from './generator/model.js';

type Cells<Sheet extends WorkbookSheet> = Partial<Record<ColumnKey<Sheet>, string | null>>;

/** Writes a regency as an agency would hand it over: units, posts, employees and assignments, of any size, row by row. */
export async function writeWorkbook(regency: Regency, filename: string): Promise<void> {
  const writer = new ExcelJS.stream.xlsx.WorkbookWriter({ filename, useStyles: true, useSharedStrings: false });
  const codeOfUnit = new Map(regency.units.map((unit) => [unit.id, unit.code]));
  const codeOfPost = new Map(regency.posts.map((post, index) => [post.id, `J-${String(index + 1).padStart(6, '0')}`]));
  const codeOfPerson = new Map(regency.people.map((person) => [person.employmentId, person.nip ?? person.username.toUpperCase()]));
  writeSheet(writer, 'units', regency.units.map((unit) => ({
    code: unit.code, name: unit.name, kind: UNIT_KIND_WORDS[unit.kind], parentCode: unit.parentId && (codeOfUnit.get(unit.parentId) ?? null),
    skpd: yes(unit.skpdId === unit.id), from: day(unit.from),
  })));
  writeSheet(writer, 'posts', regency.posts.map((post) => ({
    code: codeOfPost.get(post.id) ?? '', name: post.name, unitCode: codeOfUnit.get(post.unitId) ?? '', kind: POST_KIND_WORDS[post.kind], level: post.level,
    superiorCode: post.superiorPostId && (codeOfPost.get(post.superiorPostId) ?? null), class: post.class === '' ? null : post.class,
    leader: yes(post.leader), seats: String(post.seats), standingDelegate: yes(post.standingDelegate), from: day(post.from),
  })));
  writeSheet(writer, 'employees', regency.people.map((person) => ({
    nip: person.nip, code: person.nip === null ? (codeOfPerson.get(person.employmentId) ?? null) : null, name: person.name, frontTitle: person.frontTitle,
    backTitle: person.backTitle, kind: EMPLOYEE_KIND_WORDS[person.kind], rank: person.rank, birthDate: day(person.birthDate), sex: SEX_WORDS[person.sex],
    from: day(person.from), to: person.to && day(person.to),
  })));
  writeSheet(writer, 'assignments', regency.assignments.map((a) => ({
    person: codeOfPerson.get(a.employmentId) ?? '', postCode: codeOfPost.get(a.postId) ?? '', kind: ASSIGNMENT_KIND_WORDS[a.kind], from: day(a.from),
    to: a.to && day(a.to), decreeNumber: a.decreeNumber, decreeDate: day(a.decreeDate),
  })));
  await writer.commit();
}

function writeSheet<Sheet extends WorkbookSheet>(writer: ExcelJS.stream.xlsx.WorkbookWriter, sheet: Sheet, rows: Cells<Sheet>[]): void {
  const worksheet = writer.addWorksheet(SHEET_TITLES[sheet], { views: [{ state: 'frozen', ySplit: 1 }] });
  const titles: Record<string, string> = COLUMN_TITLES[sheet];
  const keys = Object.keys(titles);
  // Text throughout: a NIP stays a NIP, `01.10` stays a code, and a day is read as it is written.
  worksheet.columns = keys.map((key) => ({ header: titles[key], width: Math.max(14, (titles[key] ?? '').length + 4), style: { numFmt: '@' } }));
  worksheet.getRow(1).font = { bold: true };
  for (const row of rows) {
    const cells: Record<string, string | null | undefined> = row;
    worksheet.addRow(keys.map((key) => cells[key] ?? null)).commit();
  }
  worksheet.commit();
}

function yes(answer: boolean): string {
  return answer ? YES_WORDS.yes : YES_WORDS.no;
}

/** `2026-10-05` → `05-10-2026` */
function day(date: IsoDate): string {
  return date.split('-').reverse().join('-');
}
