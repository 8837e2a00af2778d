/** The questions whose facts are described: these are the ones meant for writers outside the package. */
import { EMPLOYEE_KINDS, POST_KINDS, UNIT_KINDS } from '@ekinerja/contracts/basics';
import {
  about,
  choice,
  date,
  flag,
  integer,
  list,
  optional,
  section,
  text,
  type Schema,
} from '../document/schema.js';
import { windowSchema } from '../document/window-schema.js';
import { slipFactsSchema } from './facts-schema.js';
import {
  behaviourFactsSchema,
  distributionFactsSchema,
  evaluationFactsSchema,
  halvesFactsSchema,
  terFactsSchema,
  workFactsSchema,
} from './score-facts-schema.js';

const month = text('Bulan `YYYY-MM`');
const instant = (label: string) => about(text(label), '`YYYY-MM-DD HH:MM` waktu setempat.');

export const FACT_SCHEMAS: Readonly<Record<string, Schema<unknown>>> = {
  slip: slipFactsSchema,
  blockers: slipFactsSchema,
  evaluation: evaluationFactsSchema,
  workScore: workFactsSchema,
  behaviour: behaviourFactsSchema,
  halves: halvesFactsSchema,
  distribution: distributionFactsSchema,
  ter: terFactsSchema,
  yearTax: section('Pajak setahun', {
    status: text('Status PTKP'),
    gross: integer('Bruto setahun'),
    months: optional(integer('Bulan', { min: 1, max: 12 })),
    pension: optional(integer('Iuran pensiun setahun')),
  }),
  payment: section('Pembayaran', { month }),
  inclusion: section('Siapa yang dibayar', {
    employeeKind: choice('Jenis pegawai', EMPLOYEE_KINDS),
    postKind: about(
      optional(choice('Jenis jabatan', POST_KINDS)),
      '`null`: tanpa jabatan pada hari penentu.',
    ),
    month,
    employedFrom: date('Pegawai sejak'),
    employedTo: optional(date('Pegawai sampai')),
    assignmentOnRuleDay: flag('Memegang jabatan di SKPD ini pada hari penentu'),
  }),
  deadline: section('Batas waktu', { window: windowSchema('Jendela'), at: instant('Sejak') }),
  calendar: section('Kalender', {
    month,
    unitKind: optional(choice('Jenis unit', UNIT_KINDS)),
    day: optional(date('Hari')),
  }),
  missingDays: section('Hari tanpa catatan', {
    month,
    unitKind: optional(choice('Jenis unit', UNIT_KINDS)),
    entries: about(recordOfDays(), 'Jumlah catatan menurut tanggal.'),
    excused: optional(list('Hari yang dimaafkan', date('Hari'))),
    until: date('Sampai'),
  }),
};

function recordOfDays(): Schema<Partial<Record<string, number>>> {
  return { label: 'Catatan', node: { is: 'record', key: 'date', of: integer('Catatan', { min: 0 }) } };
}
