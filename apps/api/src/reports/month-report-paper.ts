import type { Activity } from '@ekinerja/contracts/activities';
import type { IsoDate, IsoMonth } from '@ekinerja/contracts/basics';
import type { PersonSnapshot } from '@ekinerja/contracts/skp';
import { dateParts, dateText, monthText } from './indonesian.js';
import type { Seal } from './recap-paper.js';
import { widest } from './widest.js';

export const MONTH_REPORT_TITLE = 'Laporan Kinerja Bulanan';

const COLUMNS = 6;

export type ReportedEntry = Pick<Activity, 'status' | 'date' | 'startTime' | 'endTime' | 'description' | 'outputQuantity' | 'outputUnit' | 'decisionMode'>;

export interface MonthReport {
  month: IsoMonth;
  government: string;
  skpdName: string;
  owner: PersonSnapshot;
  /** The direct superior who signs; null while nobody evaluates. */
  superior: PersonSnapshot | null;
  activities: readonly ReportedEntry[];
  acceptedMinutes: number;
}

const STATUS: Record<Activity['status'], string> = {
  draft: 'Konsep',
  submitted: 'Menunggu',
  accepted: 'Diterima',
  refused: 'Ditolak',
  withdrawn: 'Ditarik',
};

/** The report as the template prints it (BK 7(2)): what was handed in, what became of it, and two signatures. */
export function monthReportPaper(report: MonthReport, printedOn: IsoDate, seal: Seal | null): object {
  const { owner, superior } = report;
  const handedIn = report.activities
    .filter(({ status }) => status !== 'draft' && status !== 'withdrawn')
    .sort((a, b) => `${a.date} ${a.startTime}`.localeCompare(`${b.date} ${b.startTime}`));
  const rows = handedIn.map((entry, at) => [
    String(at + 1),
    dateText(entry.date),
    `${entry.startTime}–${entry.endTime}`,
    entry.description,
    `${entry.outputQuantity.replace('.', ',')} ${entry.outputUnit}`,
    entry.decisionMode === 'lapse' ? `${STATUS[entry.status]} oleh sistem` : STATUS[entry.status],
  ]);
  return {
    title: MONTH_REPORT_TITLE,
    government: `Pemerintah ${report.government}`,
    skpdName: report.skpdName,
    month: monthText(report.month),
    name: owner.name,
    draft: seal === null,
    number: seal?.number ?? null,
    qr: seal?.qr ?? null,
    verifyUrl: seal?.verifyUrl ?? null,
    documentDate: dateParts(printedOn),
    dateText: dateText(printedOn),
    person: [
      ['Nama', owner.name],
      ['NIP', owner.nip ?? '–'],
      ['Jabatan', owner.postName ?? '–'],
      ['Unit kerja', owner.unitName ?? '–'],
    ],
    rows,
    widest: Array.from({ length: COLUMNS }, (_, column) => widest(rows.map((row) => row[column]!))),
    sum: `${handedIn.filter(({ status }) => status === 'accepted').length} kegiatan diterima, ${report.acceptedMinutes} menit.`,
    signatures: [signature('Atasan langsung,', superior), signature('Pegawai yang melaporkan,', owner)],
  };
}

function signature(lead: string, who: PersonSnapshot | null): object {
  return {
    lead,
    title: who?.postName ?? '',
    name: who?.name ?? '………………………………',
    rank: who?.rank ?? null,
    nip: who?.nip ?? null,
  };
}
