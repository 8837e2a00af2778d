/** Words of base amounts, factors, performance parts and discipline beyond the common table. */
import { figure, number, rupiah } from './numbers.js';
import type { Words } from './words.js';

const EVENTS: Record<string, string> = { apel: 'apel', upacara: 'upacara', senam: 'senam' };

const OCCURRENCES: Record<string, string> = {
  late: 'Berapa kali terlambat',
  early: 'Berapa kali pulang cepat',
  both: 'Berapa kali terlambat dan pulang cepat',
};

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
    explanation: `${inputs.n} ${unit} × ${figure(inputs)} = ${rupiah(amount ?? 0)}.`,
  });

/** A cut made lighter by permission: by its own band, or a share of the ordinary one. */
const eased =
  (title: string): Words =>
  ({ inputs, amount }) => ({
    title: inputs.band === undefined ? title : `${title} ${inputs.band}`,
    explanation: `${inputs.n} kali × ${figure(inputs)}${inputs.share === undefined ? '' : ` × ${number(inputs.share)}%`} = ${rupiah(amount ?? 0)}.`,
  });

const stepped: Words = ({ inputs, amount }) => ({
  title: 'Langkah capaian bagian',
  explanation: `Capaian ${number(inputs.reached)}% dibayar ${number(inputs.pct)}%: ${rupiah(amount ?? 0)}.`,
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
  without: reached('Belum dinilai', (i) => `Nilainya belum ada; menurut peraturan dibayar ${number(i.pct)}% dari bagian ini`),
  'evaluation-score': reached('Nilai evaluasi', (i) => `Nilai ${number(i.score)} dari ${number(i.max)}`),
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
  'part-steps': stepped,
  'discipline-steps': stepped,
  'no-check-in': perTime('Tidak merekam masuk', 'kali'),
  'no-check-out': perTime('Tidak merekam pulang', 'kali'),
  'late-permitted': (line) => eased('Terlambat dengan izin')(line),
  'early-permitted': (line) => eased('Pulang cepat dengan izin')(line),
  'no-check-in-permitted': (line) => eased('Tidak merekam masuk dengan izin')(line),
  'no-check-out-permitted': (line) => eased('Tidak merekam pulang dengan izin')(line),
  'day-maximum': ({ inputs, amount }) => ({
    title: 'Batas potongan sehari',
    explanation: `Potongan sehari paling banyak ${number(inputs.max)}%, pada ${inputs.n} hari terlampaui; kelebihannya ${rupiah(amount ?? 0)} tidak dipotong.`,
  }),
  event: (line) =>
    perTime(`Tidak mengikuti ${EVENTS[String(line.inputs.event)] ?? line.inputs.event}`, 'kali')(line),
  'event-ratio': ({ inputs, amount }) => ({
    title: `Mengikuti ${EVENTS[String(inputs.event)] ?? inputs.event}`,
    explanation: `Diikuti ${inputs.n} dari ${inputs.of} kali; yang tidak diikuti tidak dibayar: ${rupiah(amount ?? 0)}.`,
  }),
  'presence-step': ({ inputs, amount }) => ({
    title: 'Kehadiran kurang',
    explanation: `Hadir ${inputs.n} dari ${inputs.of} hari kerja, kurang dari ${number(inputs.below)}%: dipotong ${figure(inputs)} = ${rupiah(amount ?? 0)}.`,
  }),
  'week-step': ({ inputs, amount }) => ({
    title: 'Kekurangan jam kerja sepekan',
    explanation: `${inputs.n} pekan, mulai ${inputs.from} menit sepekan dipotong ${figure(inputs)} = ${rupiah(amount ?? 0)}.`,
  }),
  'week-minutes': ({ inputs, amount }) => ({
    title: 'Kekurangan jam kerja sepekan',
    explanation: `${inputs.n} kali ${inputs.per} menit × ${figure(inputs)} = ${rupiah(amount ?? 0)}.`,
  }),
  'special-date': (line) => perTime(`Tidak masuk pada ${line.inputs.name}`, 'hari')(line),
  consecutive: ({ inputs, amount }) => ({
    title: 'Tidak masuk berturut-turut',
    explanation: `${inputs.n} hari kerja berturut-turut, tambahan ${figure(inputs)} = ${rupiah(amount ?? 0)}.`,
  }),
  accumulated: ({ inputs, amount }) => ({
    title: 'Menit terlambat dan pulang cepat terkumpul',
    explanation: `${inputs.minutes} menit, setiap ${inputs.per} menit ${figure(inputs)} = ${rupiah(amount ?? 0)}.`,
  }),
  'accumulated-step': ({ inputs, amount }) => ({
    title: 'Menit terlambat dan pulang cepat terkumpul',
    explanation: `${inputs.minutes} menit sebulan, mulai ${inputs.from} menit dipotong ${figure(inputs)} = ${rupiah(amount ?? 0)}.`,
  }),
  'minute-rate': ({ inputs, amount }) => ({
    title: 'Kekurangan jam kerja',
    explanation: `${inputs.minutes} dari ${inputs.of} menit kerja bulan ini × ${number(inputs.pct)}% = ${rupiah(amount ?? 0)}.`,
  }),
  'absent-rate': ({ inputs, amount }) => ({
    title: 'Tidak masuk tanpa keterangan',
    explanation: `${inputs.n} hari × ${number(inputs.pct)}% dari TPP sehari (dibagi ${inputs.of} hari) = ${rupiah(amount ?? 0)}.`,
  }),
  'absent-step': ({ inputs, amount }) => ({
    title: 'Tidak masuk tanpa keterangan',
    explanation: `${inputs.n} hari sebulan, mulai ${inputs.from} hari dipotong ${figure(inputs)} = ${rupiah(amount ?? 0)}.`,
  }),
  'minute-ratio': ({ inputs, amount }) => ({
    title: 'Rasio jam kerja',
    explanation: `Bekerja ${inputs.n} dari ${inputs.of} menit kerja; yang tidak dijalani tidak dibayar: ${rupiah(amount ?? 0)}.`,
  }),
  'occurrence-step': ({ inputs, amount }) => ({
    title: OCCURRENCES[String(inputs.of)] ?? String(inputs.of),
    explanation: `${inputs.n} kali sebulan, mulai ${inputs.from} kali dipotong ${figure(inputs)} = ${rupiah(amount ?? 0)}.`,
  }),
  outcome: ({ inputs, amount }) => ({
    title: 'Capaian seluruhnya',
    explanation: `Capaian semua bagian ${number(inputs.reached)}% dibayar ${number(inputs.pct)}%: ${rupiah(amount ?? 0)}.`,
  }),
  'presence-ratio': ({ inputs, amount }) => ({
    title: 'Rasio kehadiran',
    explanation: `Hadir ${inputs.n} dari ${inputs.of} hari kerja; yang tidak hadir tidak dibayar: ${rupiah(amount ?? 0)}.`,
  }),
};
