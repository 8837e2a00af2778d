/** Words of base amounts, factors, performance parts and discipline beyond the common table. */
import { number, rupiah, unitOf } from './numbers.js';
import type { Words } from './words.js';

const EVENTS: Record<string, string> = { apel: 'apel', upacara: 'upacara', senam: 'senam' };

/** A part measured by a number: what was reached, and what is not paid for it. */
const reached =
  (title: string, of: (inputs: Readonly<Record<string, string | number>>) => string): Words =>
  ({ inputs, amount }) => ({
    title,
    explanation: `${of(inputs)}; yang tidak tercapai tidak dibayar: ${rupiah(amount ?? 0)}.`,
  });

const perTime =
  (title: string, unit: string): Words =>
  ({ inputs, amount }) => ({
    title,
    explanation: `${inputs.n} ${unit} × ${number(inputs.pct)}${unitOf(inputs)} = ${rupiah(amount ?? 0)}.`,
  });

export const MEASURE_WORDS: Record<string, Words> = {
  'base-table': ({ inputs, result }) => ({
    title: 'Besaran dasar',
    explanation: `Tabel ${inputs.table}, "${inputs.key}": ${number(inputs.of)}; besaran dasar ${rupiah(result ?? 0)} sebulan.`,
  }),
  factor: ({ inputs, result }) => ({
    title: String(inputs.name),
    explanation: `Dibayar ${number(result)}% dari besaran; sudah diperhitungkan pada setiap kriteria yang dikenai.`,
  }),
  segment: ({ inputs }) => ({
    title: `Ruas ${inputs.from} sampai ${inputs.to}`,
    explanation: `${inputs.days} dari ${inputs.of} hari bulan ini; jumlahnya sebanding hari.`,
  }),
  run: ({ inputs }) => ({
    title: String(inputs.name),
    explanation: `Dibayar ${number(inputs.pct)}% dari TPP sebulan.`,
  }),
  full: () => ({ title: 'Dibayar penuh', explanation: 'Bagian ini dibayar penuh.' }),
  'score-step': reached(
    'Nilai menurut rentang',
    (i) => `Nilai ${number(i.score)} membayar ${number(i.pct)}% dari bagian ini`,
  ),
  activities: reached('Jumlah kegiatan', (i) => `${i.n} kegiatan disetujui dari sasaran ${i.target}`),
  'log-days': reached('Hari dengan catatan', (i) => `${i.n} hari bercatatan dari ${i.target} hari`),
  submitted: reached(
    'Tanggal penyampaian laporan',
    (i) => `Disampaikan ${i.on}, membayar ${number(i.pct)}% dari bagian ini`,
  ),
  'not-submitted': reached('Laporan tidak disampaikan', () => 'Laporan bulan ini tidak disampaikan'),
  'unit-score': reached(
    'Nilai unit kerja',
    (i) => `Nilai unit kerja ${number(i.score)} dari ${number(i.max)}`,
  ),
  'staff-average': reached(
    'Rata-rata capaian bawahan',
    (i) => `Rata-rata capaian bawahan ${number(i.score)} dari ${number(i.max)}`,
  ),
  given: reached('Nilai yang ditetapkan', (i) => `${i.fact}: ${number(i.score)} dari ${number(i.max)}`),
  points: reached('Poin', (i) => `${number(i.points)} poin dari ${number(i.of)}`),
  multiplier: ({ inputs, amount }) => ({
    title: String(inputs.name),
    explanation: `TPP yang sudah dinilai dikalikan ${number(inputs.pct)}%; yang tidak dibayar ${rupiah(amount ?? 0)}.`,
  }),
  'part-steps': ({ inputs, amount }) => ({
    title: 'Langkah capaian bagian',
    explanation: `Capaian ${number(inputs.reached)}% dibayar ${number(inputs.pct)}%: ${rupiah(amount ?? 0)}.`,
  }),
  'no-check-in': perTime('Tidak merekam masuk', 'kali'),
  'no-check-out': perTime('Tidak merekam pulang', 'kali'),
  event: (line) =>
    perTime(`Tidak mengikuti ${EVENTS[String(line.inputs.event)] ?? line.inputs.event}`, 'kali')(line),
  'special-date': (line) => perTime(`Tidak masuk pada ${line.inputs.name}`, 'hari')(line),
  consecutive: ({ inputs, amount }) => ({
    title: 'Tidak masuk berturut-turut',
    explanation: `${inputs.n} hari kerja berturut-turut, tambahan ${number(inputs.pct)}${unitOf(inputs)} = ${rupiah(amount ?? 0)}.`,
  }),
  accumulated: ({ inputs, amount }) => ({
    title: 'Menit terlambat dan pulang cepat terkumpul',
    explanation: `${inputs.minutes} menit, setiap ${inputs.per} menit ${number(inputs.pct)}${unitOf(inputs)} = ${rupiah(amount ?? 0)}.`,
  }),
  'absent-rate': ({ inputs, amount }) => ({
    title: 'Tidak masuk tanpa keterangan',
    explanation: `${inputs.n} hari × ${number(inputs.pct)}% dari TPP sehari (dibagi ${inputs.of} hari) = ${rupiah(amount ?? 0)}.`,
  }),
  'absent-step': ({ inputs, amount }) => ({
    title: 'Tidak masuk tanpa keterangan',
    explanation: `${inputs.n} hari sebulan, mulai ${inputs.from} hari dipotong ${number(inputs.pct)}${unitOf(inputs)} = ${rupiah(amount ?? 0)}.`,
  }),
  'presence-ratio': ({ inputs, amount }) => ({
    title: 'Rasio kehadiran',
    explanation: `Hadir ${inputs.n} dari ${inputs.of} hari kerja; yang tidak hadir tidak dibayar: ${rupiah(amount ?? 0)}.`,
  }),
};
