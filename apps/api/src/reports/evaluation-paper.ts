import { PREDICATES, type IsoDate, type OrganisationPredicate, type Predicate } from '@ekinerja/contracts/basics';
import type { EvaluationField, EvaluationInputs } from '@ekinerja/contracts/evaluations';
import type { FeedbackGiver, FeedbackItem } from '@ekinerja/contracts/feedback';
import type { Creativity, Measurement, MeasurementLine } from '@ekinerja/contracts/measurements';
import type { Objection } from '@ekinerja/contracts/objections';
import type { IndicatorAspect, PersonSnapshot } from '@ekinerja/contracts/skp';
import { localDate, localTime } from '@ekinerja/regulations/dates';
import type { EvaluationRecord } from '../evaluations/evaluation-record.service.js';
import { dateParts, dateText, monthText } from './indonesian.js';
import type { Seal } from './recap-paper.js';

export interface Common {
  government: string;
  timeZone: string;
  printedOn: IsoDate;
  seal: Seal | null;
}
export interface Block {
  title: string;
  kind: 'facts' | 'table' | 'curve' | 'text';
  [key: string]: unknown;
}

const ASPECTS: Record<IndicatorAspect, string> = { quantity: 'Kuantitas', quality: 'Kualitas', time: 'Waktu', cost: 'Biaya' };
const RATINGS: Record<string, string> = { above: 'Di atas ekspektasi', meets: 'Sesuai ekspektasi', below: 'Di bawah ekspektasi' };
const ORGANISATION: Record<OrganisationPredicate, string> = {
  istimewa: 'Istimewa', baik: 'Baik', 'butuh-perbaikan': 'Butuh Perbaikan', kurang: 'Kurang', 'sangat-kurang': 'Sangat Kurang',
};
export const GIVERS: Record<FeedbackGiver, string> = { leader: 'Pimpinan', peer: 'Rekan setingkat', subordinate: 'Bawahan', other: 'Pihak lain' };
const RHYTHMS = { monthly: 'bulanan', quarterly: 'triwulan', semesterly: 'semester', yearly: 'tahunan' } as const;
export const NOBODY: PersonSnapshot = { name: '………………………………', nip: null, rank: null, postName: null, unitName: null };

/** Dokumen evaluasi kinerja pegawai, with the evaluation itself beneath, and 6–8 where there was an objection. */
export function evaluationPaper(record: EvaluationRecord, objection: Objection | null, common: Common): object {
  const { evaluation, form, owner, evaluator, organisation } = record;
  const word = (predicate: Predicate) => form.labels[predicate];
  const annual = evaluation.kind === 'annual';
  const superior: PersonSnapshot | null = record.superior && { ...NOBODY, name: record.superior.personName, nip: record.superior.nip, postName: record.superior.postName };
  return {
    ...head(common, annual ? 'Evaluasi Kinerja Tahunan Pegawai' : 'Evaluasi Kinerja Periodik Pegawai', owner.name),
    period: `Periode: ${annual ? `tahun ${evaluation.month.slice(0, 4)}` : monthText(evaluation.month)}${evaluation.version > 1 ? ` – perubahan ke-${evaluation.version - 1}` : ''}`,
    landscape: false,
    ...people([['1. Pegawai yang dinilai', owner], ['2. Pejabat penilai kinerja', evaluator], ['3. Atasan pejabat penilai', superior ?? NOBODY]]),
    blocks: [
      {
        title: '4. Evaluasi kinerja', kind: 'facts',
        rows: [
          ['Capaian kinerja organisasi', organisation ? `${ORGANISATION[organisation.predicate]} (${organisation.unitName})` : 'Belum ditetapkan'],
          ...answers(form.fields, evaluation.inputs),
          ['Predikat kinerja pegawai', `${word(evaluation.predicate)}${evaluation.score ? ` (${comma(evaluation.score)})` : ''}`],
          ['Dasar', [...new Set(evaluation.derivation.flatMap(({ cite }) => (cite ? [cite.ref] : [])))].join('; ') || '–'],
        ],
      },
      ...(organisation
        ? [{ title: `Pola distribusi predikat pegawai ${organisation.unitName}`, kind: 'curve' as const, bars: [...PREDICATES].reverse().map((one) => [word(one), organisation.counts[one]]) }]
        : []),
      { title: '5. Catatan/rekomendasi', kind: 'text', lines: [evaluation.note ?? '', evaluation.recommendation ? `Rekomendasi: ${evaluation.recommendation}` : ''].filter(Boolean).concat([' ']) },
      ...(objection ? objectionBlocks(objection, word, common.timeZone) : []),
      ...(record.parts.length > 0
        ? [{
            title: 'Penilaian bagian periode sebelum pindah', kind: 'table' as const, widths: [2, 3, 2, 4], columns: ['Masa', 'Pejabat penilai', 'Predikat', 'Catatan'],
            rows: record.parts.map((part) => [`${dateText(part.from)} – ${dateText(part.to)}`, part.evaluatorName, word(part.predicate), part.note ?? '–']),
          }]
        : []),
      ...groundBlocks(record, common.timeZone),
    ] satisfies Block[],
    signatures: [
      sign('Pegawai yang dinilai,', owner),
      sign('Pejabat penilai kinerja,', evaluator),
      ...(objection?.decision ? [sign('Atasan pejabat penilai,', record.decider ?? decided(objection.decision))] : []),
    ],
    signed: [
      record.decider
        ? `Diubah atas keberatan: ${record.decider.name}, ${at(evaluation.determinedAt, common.timeZone)}`
        : `Ditetapkan: ${evaluator.name}, ${at(evaluation.determinedAt, common.timeZone)}`,
      evaluation.receipt ? `Diterima pegawai: ${at(evaluation.receipt.receivedAt, common.timeZone)}${evaluation.receipt.note ? ` (${evaluation.receipt.note})` : ''}` : '',
    ].filter(Boolean),
  };
}

const decided = ({ decider }: NonNullable<Objection['decision']>): PersonSnapshot => ({ ...NOBODY, name: decider.personName, nip: decider.nip });

/** Formulir keberatan pegawai atas hasil evaluasi (TL 39). */
export function objectionPaper(one: Objection, common: Common): object {
  const word = (predicate: Predicate) => one.form.labels[predicate];
  const employee: PersonSnapshot = { name: one.personName, nip: one.nip, rank: null, postName: one.postName, unitName: one.unitName };
  const decider = one.decision?.decider ?? one.examiners[0];
  return {
    ...head(common, 'Keberatan Pegawai atas Hasil Evaluasi Kinerja', one.personName),
    period: one.kind === 'annual' ? `Evaluasi tahunan ${one.month.slice(0, 4)}` : `Evaluasi ${monthText(one.month)}`,
    landscape: false,
    ...people([
      ['Pegawai yang mengajukan', employee],
      ['Pejabat penilai kinerja', { ...NOBODY, name: one.evaluator.personName, nip: one.evaluator.nip, postName: one.evaluator.postName }],
      ['Atasan pejabat penilai', decider ? { ...NOBODY, name: decider.personName, nip: decider.nip, postName: decider.postName } : NOBODY],
    ]),
    blocks: [
      {
        title: 'Hasil yang diajukan keberatan', kind: 'facts',
        rows: [
          ...answers(one.form.fields, one.inputsBefore),
          ['Predikat', `${word(one.predicateBefore)}${one.scoreBefore ? ` (${comma(one.scoreBefore)})` : ''}`],
          ['Dokumen diterima', at(one.receivedAt, common.timeZone)],
          ['Keberatan diajukan', at(one.filedAt, common.timeZone)],
          ['Diputus paling lambat', one.decideDueDate ? `${dateText(one.decideDueDate)} (${one.decideCite?.ref ?? ''})` : 'tidak ditentukan'],
        ],
      },
      ...objectionBlocks(one, word, common.timeZone),
      { title: 'Bukti', kind: 'text', lines: one.evidence.length === 0 ? ['–'] : one.evidence.map(({ name }) => `– ${name}`) },
    ] satisfies Block[],
    signatures: [
      sign('Pegawai yang mengajukan,', employee),
      ...(one.decision ? [sign('Atasan pejabat penilai,', decided(one.decision))] : []),
    ],
    signed: [],
  };
}

/** Dokumen pengukuran kinerja (BN 10(2)). */
export function measurementPaper(one: Measurement, owner: PersonSnapshot, evaluator: PersonSnapshot | null, common: Common): object {
  return {
    ...head(common, 'Dokumen Pengukuran Kinerja', owner.name),
    period: `Pengukuran ${RHYTHMS[one.rhythm]} sampai dengan ${dateText(one.to)}`,
    landscape: true,
    ...people([['Pegawai', owner], ['Pejabat penilai kinerja', evaluator ?? NOBODY]]),
    blocks: [
      resultsBlock('Target dan realisasi', one.lines),
      ...(one.creativity ? [creativityBlock(one.creativity)] : []),
      ...(one.score ? [{ title: 'Nilai SKP', kind: 'facts' as const, rows: [['Nilai', comma(one.score)]] }] : []),
    ] satisfies Block[],
    signatures: [sign('Pegawai,', owner), sign('Pejabat penilai kinerja,', evaluator ?? NOBODY)],
    signed: [
      one.statedAt ? `Dinyatakan: ${owner.name}, ${at(one.statedAt, common.timeZone)}` : '',
      one.confirmedAt && one.confirmedBy ? `Dikukuhkan: ${one.confirmedBy}, ${at(one.confirmedAt, common.timeZone)}` : '',
    ].filter(Boolean),
  };
}

const USEFUL_TO: Record<Creativity['level'], string> = { unit: 'Unit kerja', organisation: 'Organisasi', state: 'Negara' };

function creativityBlock({ level, title, letterNumber, letterDate }: Creativity): Block {
  return {
    title: 'Kreativitas', kind: 'facts',
    rows: [['Yang baru dan bermanfaat', title], ['Bermanfaat bagi', USEFUL_TO[level]], ['Surat keterangan', `${letterNumber}, ${dateText(letterDate)}`]],
  };
}

export function head({ government, printedOn, seal }: Common, title: string, name: string): object {
  return {
    title, name, government: `Pemerintah ${government}`, draft: seal === null, number: seal?.number ?? null, qr: seal?.qr ?? null, verifyUrl: seal?.verifyUrl ?? null,
    documentDate: dateParts(printedOn),
  };
}

export function people(columns: [label: string, who: PersonSnapshot][]): object {
  const row = (label: string, of: (who: PersonSnapshot) => string | null) => [label, ...columns.map(([, who]) => of(who) ?? '–')];
  return {
    peopleHead: ['', ...columns.map(([label]) => label)],
    people: [
      row('Nama', ({ name }) => name), row('NIP', ({ nip }) => nip), row('Pangkat/gol. ruang', ({ rank }) => rank),
      row('Jabatan', ({ postName }) => postName), row('Unit kerja', ({ unitName }) => unitName),
    ],
  };
}

function answers(fields: EvaluationField[], inputs: EvaluationInputs): string[][] {
  return fields.flatMap(({ name, type, label }) => {
    const value = inputs[name];
    if (value === null || value === undefined || value === '' || value === false) return [];
    return [[label, typeof value === 'boolean' ? 'Ya' : type === 'rating' ? (RATINGS[value] ?? value) : type === 'score' ? comma(value) : value]];
  });
}

function objectionBlocks(one: Objection, word: (predicate: Predicate) => string, timeZone: string): Block[] {
  const said = (side: 'evaluator' | 'employee') =>
    one.statements.filter((statement) => statement.side === side && statement.text).map(({ text, recordedBy }) => `${text}${recordedBy ? ` (dicatat oleh ${recordedBy})` : ''}`);
  const own = said('employee');
  const decision = one.decision;
  return [
    { title: '6. Keberatan', kind: 'text', lines: [one.reasons, ...own.map((text) => `Penjelasan pegawai: ${text}`)] },
    { title: '7. Penjelasan pejabat penilai atas keberatan', kind: 'text', lines: said('evaluator').length > 0 ? said('evaluator') : ['–'] },
    {
      title: '8. Keputusan dan rekomendasi atasan pejabat penilai', kind: 'text',
      lines: decision
        ? [
            decision.outcome === 'uphold' ? `Menguatkan hasil evaluasi: ${word(one.predicateBefore)}.` : `Mengubah hasil evaluasi: ${word(one.predicateBefore)} menjadi ${one.predicateAfter ? word(one.predicateAfter) : '–'}.`,
            decision.reason, ...(decision.recommendation ? [`Rekomendasi: ${decision.recommendation}`] : []),
            `${decision.decider.personName}, ${at(decision.decidedAt, timeZone)}`,
          ]
        : ['Belum diputus.'],
    },
  ];
}

/**
 * What the judgement rests on: results and standards of behaviour, each with what was said about it within the period, and what
 * a leader had to take over (TL 9, 16(3), 19(7)–(8)). Givers by their part, not by name.
 */
function groundBlocks({ lines, behaviour, feedback, takeOvers }: EvaluationRecord, timeZone: string): Block[] {
  const day = (item: FeedbackItem) => dateText(item.heldOn ?? localDate(new Date(item.givenAt), timeZone));
  const about = (subject: FeedbackItem['subject'], name: string) => feedback.filter((item) => item.subject === subject && item.about === name);
  const said = (items: FeedbackItem[]) => items.map((item) => `${item.text} (${GIVERS[item.giver]}, ${day(item)})`).join('\n') || '–';
  const results = new Map(lines.map(({ resultTitle }) => [resultTitle, about('result', resultTitle)]));
  const ofLine = (line: MeasurementLine, first: boolean) => [...(first ? (results.get(line.resultTitle) ?? []) : []), ...about('indicator', `${line.resultTitle} – ${line.name}`)];
  const placed = new Set([...lines.flatMap((line) => ofLine(line, true)), ...behaviour.flatMap(({ name }) => about('behaviour', name))]);
  const rest = feedback.filter((item) => !placed.has(item));
  return [
    resultsBlock('Hasil kerja', lines, (line, at) => said(ofLine(line, lines[at - 1]?.resultTitle !== line.resultTitle))),
    ...(behaviour.length > 0
      ? [{
          title: 'Perilaku kerja', kind: 'table' as const, widths: [4, 3, 3], columns: ['Nilai dasar dan standar perilaku', 'Ekspektasi khusus pimpinan', 'Umpan balik'],
          rows: behaviour.map(({ name, standards, expectation }) => [[name, ...standards.map((one) => `– ${one}`)].join('\n'), expectation || '–', said(about('behaviour', name))]),
        }]
      : []),
    ...(rest.length > 0
      ? [{
          title: 'Umpan balik lain pada periode ini', kind: 'table' as const, widths: [2, 3, 5, 2], columns: ['Tanggal', 'Tentang', 'Umpan balik', 'Dari'],
          rows: rest.map((item) => [day(item), item.about ?? 'Umum', item.text, GIVERS[item.giver]]),
        }]
      : []),
    ...(takeOvers.length > 0
      ? [{
          title: 'Rencana hasil kerja yang diambil alih pimpinan', kind: 'table' as const, widths: [3, 5, 3], columns: ['Hasil kerja', 'Catatan', 'Oleh'],
          rows: takeOvers.map((note) => [note.result, `${note.note} (${note.cite.ref})`, `${note.by}, ${dateText(localDate(new Date(note.at), timeZone))}`]),
        }]
      : []),
  ];
}

/** @param said what was said about a line; without it the table has no such column */
function resultsBlock(title: string, lines: readonly MeasurementLine[], said?: (line: MeasurementLine, at: number) => string): Block {
  return {
    title, kind: 'table', widths: [0, 4, 2, 2, 3, 0, ...(said ? [3] : [])],
    columns: ['No', 'Rencana hasil kerja dan indikator', 'Aspek', 'Target', 'Realisasi berdasarkan bukti dukung', 'Capaian', ...(said ? ['Umpan balik'] : [])],
    rows: lines.map((line, at) => [
      String(at + 1), `${line.resultTitle}: ${line.name}`, ASPECTS[line.aspect], `${line.target}${line.targetTo ? `–${line.targetTo}` : ''} ${line.unit}`.trim(),
      `${line.confirmed ?? line.realised ?? '–'}${line.source ? ` berdasarkan ${line.source}` : ''}${line.note ? ` (${line.note})` : ''}`,
      line.attainment === null ? '–' : `${comma(String(Math.round(Number(line.attainment) * 100) / 100))}%`,
      ...(said ? [said(line, at)] : []),
    ]),
  };
}

export function sign(lead: string, { name, rank, nip }: PersonSnapshot): object {
  return { lead, name, rank, nip };
}

const comma = (value: string) => value.replace('.', ',');

export function at(instant: string, timeZone: string): string {
  const when = new Date(instant);
  return `${dateText(localDate(when, timeZone))} ${localTime(when, timeZone)}`;
}
