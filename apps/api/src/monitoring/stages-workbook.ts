import type { StreamableFile } from '@nestjs/common';
import { PREDICATES, type IsoMonth, type Predicate } from '@ekinerja/contracts/basics';
import type { TrendMonth, UnitStages } from '@ekinerja/contracts/oversight';
import { listSheet, listWorkbook, type ListColumn } from '../platform/spreadsheet/list-workbook.js';

const PREDICATE_HEADINGS: Record<Predicate, string> = { 'sangat-baik': 'Sangat Baik', baik: 'Baik', 'butuh-perbaikan': 'Butuh Perbaikan', kurang: 'Kurang', 'sangat-kurang': 'Sangat Kurang' };
const STAGE_WORDS = { planning: 'perencanaan', execution: 'pelaksanaan', assessment: 'penilaian', payment: 'pembayaran' } as const;

const predicates = <Row extends { predicates: Partial<Record<Predicate, number>> }>(): ListColumn<Row>[] =>
  PREDICATES.map((one) => ({ heading: PREDICATE_HEADINGS[one], width: 16, value: (row) => row.predicates[one] ?? 0 }));

const UNITS: ListColumn<UnitStages>[] = [
  { heading: 'Perangkat daerah', width: 44, value: ({ skpdName }) => skpdName },
  { heading: 'Tahap yang berjalan', width: 40, value: ({ running }) => running.map((stage) => STAGE_WORDS[stage]).join(', ') },
  { heading: 'Pegawai', width: 12, value: ({ people }) => people },
  { heading: 'SKP ditetapkan', width: 16, value: ({ planned }) => planned },
  { heading: 'Mengisi catatan', width: 16, value: ({ recorded }) => recorded },
  { heading: 'Catatan diterima', width: 16, value: ({ accepted }) => accepted },
  { heading: 'Menunggu putusan', width: 18, value: ({ waiting }) => waiting },
  { heading: 'Lewat batas', width: 14, value: ({ overdue }) => overdue },
  { heading: 'Dievaluasi', width: 14, value: ({ evaluated }) => evaluated },
  ...predicates<UnitStages>(),
  { heading: 'TPP ditutup (Rp)', width: 20, value: ({ net }) => net },
];

const MONTHS: ListColumn<TrendMonth>[] = [
  { heading: 'Bulan', width: 12, value: ({ month }) => month },
  { heading: 'Catatan dikirim', width: 16, value: ({ entries }) => entries },
  { heading: 'Diterima', width: 14, value: ({ accepted }) => accepted },
  { heading: 'Ditolak', width: 14, value: ({ refused }) => refused },
  { heading: 'Disetujui karena lewat waktu', width: 28, value: ({ silent }) => silent },
  { heading: 'Hari tanpa keterangan', width: 22, value: ({ absentDays }) => absentDays },
  { heading: 'Dievaluasi', width: 14, value: ({ evaluated }) => evaluated },
  ...predicates<TrendMonth>(),
  { heading: 'TPP ditutup (Rp)', width: 20, value: ({ net }) => net },
];

/** What the screen of stages shows, as a workbook: the units of the month, and its twelve months. */
export function stagesWorkbook(month: IsoMonth, units: UnitStages[], months: TrendMonth[]): Promise<StreamableFile> {
  return listWorkbook(`tahapan-${month}.xlsx`, [
    listSheet({ name: 'Tahapan', title: `Tahapan per perangkat daerah, ${month}`, columns: UNITS, rows: units }),
    listSheet({ name: 'Dua belas bulan', title: `Dua belas bulan sampai ${month}`, columns: MONTHS, rows: months }),
  ]);
}
