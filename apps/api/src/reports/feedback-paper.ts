import type { IsoDate } from '@ekinerja/contracts/basics';
import type { FeedbackItem, FeedbackRecord, ProgressMeasure } from '@ekinerja/contracts/feedback';
import type { PersonSnapshot } from '@ekinerja/contracts/skp';
import { localDate } from '@ekinerja/regulations/dates';
import { GIVERS } from './evaluation-paper.js';
import { dateParts, dateText } from './indonesian.js';
import type { Seal } from './recap-paper.js';

export interface FeedbackPaper {
  year: number;
  government: string;
  person: PersonSnapshot;
  leader: PersonSnapshot | null;
  feedback: FeedbackItem[];
  record: Pick<FeedbackRecord, 'marks' | 'coachings' | 'takeOvers'>;
  timeZone: string;
}

const MEASURES: Record<ProgressMeasure, string> = {
  appreciation: 'Apresiasi', assignment: 'Penugasan baru', expectations: 'Penyesuaian ekspektasi', resources: 'Penyesuaian sumber daya',
  coaching: 'Pembinaan', 'coaching-proposal': 'Usulan pembinaan', 'take-over': 'Pengambilalihan rencana hasil kerja',
};

/** The record of continuous feedback as a form: what was said, what was concluded, coaching. */
export function feedbackPaper(paper: FeedbackPaper, printedOn: IsoDate, seal: Seal): object {
  const { person, leader, feedback, record, timeZone, year } = paper;
  const day = (instant: string) => dateText(localDate(new Date(instant), timeZone));
  const ofYear = (instant: string) => localDate(new Date(instant), timeZone).startsWith(String(year));
  return {
    title: 'Rekaman Informasi Umpan Balik Berkelanjutan',
    government: `Pemerintah ${paper.government}`,
    period: `Tahun ${year}`,
    name: person.name,
    ...seal,
    documentDate: dateParts(printedOn),
    people: [
      ['Nama', person.name], ['NIP', person.nip ?? '–'], ['Jabatan', person.postName ?? '–'], ['Unit kerja', person.unitName ?? '–'],
      ['Pejabat penilai kinerja', leader?.name ?? '–'],
    ],
    parts: [
      {
        title: 'Umpan balik',
        columns: ['Tanggal', 'Pemberi', 'Sifat dan cara', 'Tentang', 'Umpan balik', 'Tanggapan pegawai'],
        widths: [0, 2, 2, 3, 4, 3],
        rows: feedback.map((item) => [
          item.heldOn ? `${dateText(item.heldOn)}, dicatat ${day(item.givenAt)}` : day(item.givenAt), `${item.giverName} (${GIVERS[item.giver]})`,
          `${item.kind === 'periodic' ? 'Berkala' : 'Insidental'}, ${item.way === 'direct' ? 'langsung' : 'tidak langsung'}`, item.about ?? 'Umum', item.text,
          item.answer ?? '–',
        ]),
      },
      {
        title: 'Kemajuan kinerja dan tindak lanjut',
        columns: ['Tanggal', 'Tentang', 'Kemajuan', 'Dasar', 'Tindakan'],
        widths: [0, 3, 0, 3, 4],
        rows: record.marks.filter(({ at }) => ofYear(at)).map((mark) => [
          day(mark.at), mark.about || 'Umum', mark.progress ? 'Maju' : 'Tidak maju', mark.note,
          mark.measures.map(({ measure, note }) => `${MEASURES[measure]}: ${note}`).join('\n') || '–',
        ]),
      },
      {
        title: 'Pembinaan',
        columns: ['Mulai', 'Bentuk', 'Sesi', 'Hasil'],
        widths: [0, 2, 5, 3],
        rows: record.coachings.filter(({ at }) => ofYear(at)).map((coaching) => [
          day(coaching.at), coaching.kind === 'guidance' ? 'Bimbingan kinerja' : 'Konseling kinerja',
          coaching.sessions.map(({ heldOn, notes, outcome }) => `${dateText(heldOn)}: ${notes} (${outcome})`).join('\n') || '–', coaching.outcome ?? 'Berjalan',
        ]),
      },
    ],
    signatures: [
      { lead: 'Pegawai yang dinilai,', name: person.name, nip: person.nip },
      { lead: 'Pejabat penilai kinerja,', name: leader?.name ?? '………………………………', nip: leader?.nip ?? null },
    ],
  };
}
