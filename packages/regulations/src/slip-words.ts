/** The wording of slip lines, one place for screen, PDF and Excel: a title and a sentence that a clerk would say. */
import type { SlipLine } from './allowance.js';
import type { SlipSentence, Words } from './slip-words/words.js';
import { DEDUCTION_WORDS } from './slip-words/deductions.js';
import { MEASURE_WORDS } from './slip-words/measures.js';
import { figure, number, rupiah } from './slip-words/numbers.js';
import { OBLIGATION_WORDS } from './slip-words/obligations.js';
import { predicateWord } from './slip-words/predicates.js';

export { number, rupiah } from './slip-words/numbers.js';

export type { SlipSentence } from './slip-words/words.js';

const STATUSES: Record<string, string> = {
  sick: 'sakit',
  'leave-annual': 'cuti tahunan',
  'leave-important': 'cuti karena alasan penting',
  'leave-large': 'cuti besar',
  'leave-maternity': 'cuti melahirkan',
  'official-travel': 'perjalanan dinas',
  training: 'pelatihan',
  study: 'tugas belajar',
  'device-failure': 'alat presensi rusak',
};
const KINDS: Record<string, string> = {
  pns: 'PNS',
  cpns: 'CPNS',
  pppk: 'PPPK',
  'pppk-part-time': 'PPPK paruh waktu',
  'non-asn': 'non-ASN',
};
const PARTS: Record<string, string> = { disiplin: 'Disiplin kerja', produktivitas: 'Produktivitas kerja' };

/** Title and explanation of a line; an unknown code gives the code itself, never an error. */
export function slipSentence(line: Pick<SlipLine, 'code' | 'inputs' | 'amount' | 'result'>): SlipSentence {
  const word = WORDS[line.code];
  return word ? word(line) : { title: line.code, explanation: '' };
}

const WORDS: Record<string, Words> = {
  ...MEASURE_WORDS,
  ...OBLIGATION_WORDS,
  ...DEDUCTION_WORDS,
  base: ({ inputs, result }) => ({
    title: `Besaran dasar kelas ${inputs.class}`,
    explanation: `Kelas jabatan ${inputs.class} mempunyai besaran dasar ${rupiah(result ?? 0)} sebulan.`,
  }),
  person: ({ inputs, result }) => ({
    title: `Faktor ${KINDS[String(inputs.kind)] ?? inputs.kind}`,
    explanation: `${KINDS[String(inputs.kind)] ?? inputs.kind} dibayar ${number(result)}% dari besaran; sudah diperhitungkan pada setiap kriteria.`,
  }),
  unit: ({ result }) => ({
    title: 'Faktor unit kerja',
    explanation: `Pegawai pada jenis unit ini dibayar ${number(result)}% dari besaran; sudah diperhitungkan pada setiap kriteria.`,
  }),
  criterion: ({ inputs, amount }) => ({
    title: String(inputs.name),
    explanation: `${number(inputs.pct)}% dari besaran dasar = ${rupiah(amount ?? 0)} bila dibayar penuh.`,
  }),
  part: ({ inputs, result }) => ({
    title: `${PARTS[String(inputs.part)] ?? inputs.part} (${number(inputs.share)}%)`,
    explanation: `${number(inputs.share)}% dari kriteria yang dinilai = ${rupiah(result ?? 0)} bila penuh.`,
  }),
  late: ({ inputs, amount }) => ({
    title: `Terlambat ${inputs.band}`,
    explanation: counted(inputs, 'kali', amount),
  }),
  early: ({ inputs, amount }) => ({
    title: `Pulang sebelum waktu ${inputs.band}`,
    explanation: counted(inputs, 'kali', amount),
  }),
  absent: ({ inputs, amount }) => ({
    title: 'Tidak masuk tanpa keterangan',
    explanation: counted(inputs, 'hari', amount),
  }),
  'absent-waived': ({ inputs, amount }) => ({
    title: 'Tidak ada data presensi',
    explanation: `Tidak ada presensi sama sekali bulan ini (ditutup dengan alasan tercatat), maka setiap hari kerja dihitung tidak masuk: ${counted(inputs, 'hari', amount)}`,
  }),
  'absent-missing': ({ inputs, amount }) => ({
    title: 'Tidak ada data presensi',
    explanation: `Presensi bulan ini belum masuk; selama belum ada, setiap hari kerja dihitung tidak masuk: ${counted(inputs, 'hari', amount)}`,
  }),
  excused: ({ inputs, amount }) => ({
    title: `Tidak masuk: ${STATUSES[String(inputs.status)] ?? inputs.status}`,
    explanation: counted(inputs, 'hari', amount),
  }),
  'discipline-cap': ({ inputs, amount }) => ({
    title: 'Batas potongan disiplin',
    explanation: `Potongan disiplin paling banyak ${number(inputs.cap)}% dari bagian disiplin; kelebihannya ${rupiah(amount ?? 0)} tidak dipotong.`,
  }),
  predicate: ({ inputs, amount }) => ({
    title: `Predikat ${predicateWord(inputs)}`,
    explanation: `Predikat ${predicateWord(inputs)} membayar ${number(inputs.pct)}% dari bagian ini; sisanya tidak dibayar: ${rupiah(amount ?? 0)}.`,
  }),
  score: ({ inputs, amount }) => ({
    title: `Nilai kualitas ${number(inputs.score)}`,
    explanation: `Nilai ${number(inputs.score)} dari ${inputs.max}; bagian yang tidak tercapai tidak dibayar: ${rupiah(amount ?? 0)}.`,
  }),
  minutes: ({ inputs, amount }) => ({
    title: 'Menit kegiatan',
    explanation: `${inputs.minutes} menit kegiatan disetujui ${inputs.credit ? `dan ${inputs.credit} menit kredit ` : ''}${inputs.ceiling === undefined ? '' : `(menurut kehadiran paling banyak ${inputs.ceiling}) `}dari sasaran ${inputs.target} menit; yang tidak tercapai tidak dibayar: ${rupiah(amount ?? 0)}.`,
  }),
  'evaluation-waived': ({ amount }) => ({
    title: 'Tidak ada evaluasi',
    explanation: `Tidak ada evaluasi kinerja (ditutup dengan alasan tercatat), maka bagian kinerja tidak dibayar: ${rupiah(amount ?? 0)}.`,
  }),
  'evaluation-missing': ({ amount }) => ({
    title: 'Evaluasi belum ada',
    explanation: `Evaluasi kinerja belum ditetapkan; selama belum ada, bagian kinerja tidak dibayar: ${rupiah(amount ?? 0)}.`,
  }),
  'quality-waived': ({ amount }) => ({
    title: 'Tidak ada nilai kualitas',
    explanation: `Tidak ada penilaian kualitas bulanan (ditutup dengan alasan tercatat), maka bagian kinerja tidak dibayar: ${rupiah(amount ?? 0)}.`,
  }),
  'quality-missing': ({ amount }) => ({
    title: 'Nilai kualitas belum ada',
    explanation: `Penilaian kualitas bulanan belum diberikan; selama belum ada, bagian kinerja tidak dibayar: ${rupiah(amount ?? 0)}.`,
  }),
  rounding: ({ amount }) => ({
    title: 'Pembulatan',
    explanation: `Selisih pembulatan ${rupiah(amount ?? 0)}.`,
  }),
  adjustment: ({ inputs, amount }) => ({
    title: `Penyesuaian bulan ${inputs.month}`,
    explanation:
      inputs.due === undefined
        ? `Koreksi atas bulan ${inputs.month} yang sudah ditutup (${inputs.cause}): ${rupiah(amount ?? 0)}.`
        : `Koreksi atas bulan ${inputs.month} yang sudah ditutup (${inputs.cause}) sebesar ${rupiah(-Number(inputs.due))} melebihi yang dibayarkan sekarang: dipotong ${rupiah(-(amount ?? 0))}, sisanya ${rupiah((amount ?? 0) - Number(inputs.due))} dipotong pada pembayaran berikutnya.`,
  }),
};

function counted(inputs: SlipLine['inputs'], unit: string, amount: number | null): string {
  const made = inputs.extra ? ` (${inputs.extra} dari menit terkumpul)` : '';
  return `${inputs.n} ${unit}${made} × ${figure(inputs)} = ${rupiah(amount ?? 0)}.`;
}
