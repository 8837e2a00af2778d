import type { IsoDate } from '@ekinerja/contracts/basics';
import type { IndicatorAspect, PersonSnapshot, SkpIndicator, SkpResult } from '@ekinerja/contracts/skp';
import type { SkpDetail } from '@ekinerja/contracts/skp-detail';
import { localDate, localTime } from '@ekinerja/regulations/dates';
import { dateParts, dateText } from './indonesian.js';
import type { Seal } from './recap-paper.js';

export interface SkpPaper {
  skp: SkpDetail;
  government: string;
  evaluator: PersonSnapshot | null;
  timeZone: string;
}

const ASPECTS: Record<IndicatorAspect, string> = { quantity: 'Kuantitas', quality: 'Kualitas', time: 'Waktu', cost: 'Biaya' };
const RHYTHMS: Record<string, string> = {
  daily: 'Harian', weekly: 'Mingguan', monthly: 'Bulanan', quarterly: 'Triwulan', semester: 'Semester', yearly: 'Tahunan',
};

/** The official form: PermenPANRB 6/2022 by post kind and approach, or the older one by aspects; with its annexes. */
export function skpPaper({ skp, government, evaluator, timeZone }: SkpPaper, printedOn: IsoDate, seal: Seal | null): object {
  const layout = layoutOf(skp);
  return {
    title: 'Sasaran Kinerja Pegawai',
    approach: skp.form.layout === 'results' ? (layout === 'qualitative' ? 'Pendekatan hasil kerja kualitatif' : 'Pendekatan hasil kerja kuantitatif') : 'Formulir sasaran kerja',
    government: `Pemerintah ${government}`,
    period: `Periode penilaian: ${dateText(skp.periodFrom)} sampai dengan ${dateText(skp.periodTo)}`,
    name: skp.owner.name,
    draft: seal === null,
    number: seal?.number ?? null,
    qr: seal?.qr ?? null,
    verifyUrl: seal?.verifyUrl ?? null,
    documentDate: dateParts(printedOn),
    dateText: dateText(printedOn),
    people: [
      ['Nama', skp.owner.name, evaluator?.name ?? '–'],
      ['NIP', skp.owner.nip ?? '–', evaluator?.nip ?? '–'],
      ['Pangkat/gol. ruang', skp.owner.rank ?? '–', evaluator?.rank ?? '–'],
      ['Jabatan', skp.owner.postName ?? '–', evaluator?.postName ?? '–'],
      ['Unit kerja', skp.owner.unitName ?? '–', evaluator?.unitName ?? '–'],
    ],
    columns: COLUMNS[layout],
    widths: WIDTHS[layout],
    merged: MERGED[layout],
    blocks: [
      { head: 'A. Utama', rows: rowsOf(skp, layout, 'main') },
      { head: 'B. Tambahan', rows: rowsOf(skp, layout, 'additional') },
    ],
    behaviour: behaviourOf(skp),
    annexes: annexesOf(skp),
    signatures: [
      { lead: 'Pegawai yang dinilai,', ...signature(skp.owner) },
      { lead: 'Pejabat penilai kinerja,', ...signature(evaluator) },
    ],
    signed: skp.signatures.map(({ act, person, signedAt, contentHash }) => {
      const at = new Date(signedAt);
      return `${ACTS[act]}: ${person.name}, ${dateText(localDate(at, timeZone))} ${localTime(at, timeZone)}, ${contentHash.slice(0, 12)}`;
    }),
  };
}

type Layout = 'leader' | 'quantitative' | 'qualitative' | 'activities';
const COLUMNS: Record<Layout, string[]> = {
  leader: ['No', 'Rencana hasil kerja', 'Indikator kinerja individu', 'Target'],
  quantitative: ['No', 'Rencana hasil kerja pimpinan yang diintervensi', 'Rencana hasil kerja', 'Aspek', 'Indikator kinerja individu', 'Target'],
  qualitative: ['No', 'Rencana hasil kerja', 'Ukuran keberhasilan / indikator kinerja individu dan target'],
  activities: ['No', 'Kegiatan tugas jabatan', 'Kuant/output', 'Kual/mutu', 'Waktu', 'Biaya'],
};
/** Parts of the width; 0 fits the content. */
const WIDTHS: Record<Layout, number[]> = {
  leader: [0, 4, 5, 2], quantitative: [0, 3, 3, 0, 4, 2], qualitative: [0, 4, 7], activities: [0, 5, 2, 2, 2, 2],
};
/** Columns that stand once beside all lines of a result. */
const MERGED: Record<Layout, number> = { leader: 2, quantitative: 3, qualitative: 0, activities: 0 };
const ACTS: Record<string, string> = {
  submit: 'Ditandatangani pegawai', review: 'Direviu', agree: 'Disepakati', verify: 'Diverifikasi', determine: 'Ditetapkan', settle: 'Diputus',
  change: 'Perubahan ditandatangani', 'accept-change': 'Perubahan ditetapkan',
};

function layoutOf({ form, postKind, results }: SkpDetail): Layout {
  if (form.layout === 'activities') return 'activities';
  const indicators = results.flatMap((result) => result.indicators);
  if (indicators.length > 0 && indicators.every(({ approach }) => approach === 'qualitative')) return 'qualitative';
  return postKind === 'jpt' ? 'leader' : 'quantitative';
}

/** Each result with its lines; the first line alone says what the merged columns hold. */
function rowsOf({ results }: SkpDetail, layout: Layout, task: SkpResult['task']): string[][][] {
  const own = results.filter((result) => result.task === task);
  return own.map((result, at) => {
    const no = String(at + 1);
    const title = titled(result);
    switch (layout) {
      case 'activities':
        return [[no, title, ...(['quantity', 'quality', 'time', 'cost'] as const).map((aspect) => cellOf(result, aspect))]];
      case 'qualitative':
        return [[no, title, result.indicators.map((one) => `– ${one.indicator}: ${target(one)}`).join('\n')]];
      case 'leader':
        return merged([no, title], result.indicators.map((one) => [one.indicator, target(one)]), 2);
      case 'quantitative':
        return merged(
          [no, result.superiorResultTitle ?? '–', title], result.indicators.map((one) => [ASPECTS[one.aspect], one.indicator, target(one)]), 3,
        );
    }
  });
}

function merged(lead: string[], lines: string[][], width: number): string[][] {
  const [first = Array.from({ length: width }, () => ''), ...others] = lines;
  return [[...lead, ...first], ...others];
}

function titled({ title, assignment }: SkpResult): string {
  return assignment?.decisionNumber ? `${title} (Penugasan dari ${assignment.givenBy}, ${assignment.decisionNumber})` : title;
}

function cellOf({ indicators }: SkpResult, aspect: IndicatorAspect): string {
  return indicators.filter((one) => one.aspect === aspect).map(target).join('\n') || '–';
}

function target({ target: from, targetTo, unit, direction }: SkpIndicator): string {
  const value = direction === 'range' && targetTo ? `${from}–${targetTo}` : direction === 'smaller' ? `≤ ${from}` : from;
  return `${value} ${unit}`.trim();
}

function behaviourOf({ form, plan }: SkpDetail): object[] {
  const said = (code: string) => plan.behaviour.find((one) => one.code === code)?.expectation ?? '';
  if (!form.behaviour) return [];
  if (form.behaviour.rated === 'aspects') return form.behaviour.aspects.map(({ code, name }) => ({ name, standards: [], expectation: said(code) }));
  return form.behaviour.values.map(({ code, name, standards }) => ({ name, standards, expectation: said(code) }));
}

function annexesOf({ form, plan }: SkpDetail): { title: string; rows: string[] }[] {
  const kind = (code: string) => form.resources?.kinds.find((one) => one.code === code)?.name ?? code;
  const scheme = plan.accountability;
  return [
    ...(form.resources ? [{ title: 'Dukungan sumber daya', rows: plan.resources.map((one) => `${kind(one.kind)}: ${one.need}`) }] : []),
    ...(form.accountability
      ? [{
          title: 'Skema pertanggungjawaban',
          rows: scheme ? [`Jadwal pelaporan: ${RHYTHMS[scheme.rhythm]}`, `Bukti kemajuan: ${scheme.progress || '–'}`, `Bukti akhir: ${scheme.final || '–'}`] : [],
        }]
      : []),
    ...(form.consequences
      ? [{ title: 'Konsekuensi', rows: [`Bila memenuhi ekspektasi: ${plan.consequences.positive || '–'}`, `Bila tidak memenuhi: ${plan.consequences.negative || '–'}`] }]
      : []),
  ];
}

function signature(who: PersonSnapshot | null): object {
  return { name: who?.name ?? '………………………………', rank: who?.rank ?? null, nip: who?.nip ?? null };
}
