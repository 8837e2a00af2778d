/** Words of leave, punishments, compliance, holds, professional allowances and additions. */
import { number, rupiah } from './numbers.js';
import type { Words } from './words.js';

const FACTS: Record<string, string> = {
  leaves: 'cuti',
  punishments: 'hukuman disiplin',
  compliance: 'kepatuhan',
  profession: 'tunjangan profesi',
  additions: 'tambahan',
};

export const OBLIGATION_WORDS: Record<string, Words> = {
  'leave-month': ({ inputs, amount }) => ({
    title: String(inputs.name),
    explanation: `Bulan ke-${inputs.nth} dibayar ${number(inputs.pct)}%${inputs.n === undefined ? '' : ` untuk ${inputs.n} dari ${inputs.of} hari kerja`}: ${rupiah(amount ?? 0)}.`,
  }),
  'leave-days': ({ inputs, amount }) => ({
    title: String(inputs.name),
    explanation: `${inputs.n} hari × ${number(inputs.pct)}% = ${rupiah(amount ?? 0)}.`,
  }),
  'leave-steps': ({ inputs, amount }) => ({
    title: String(inputs.name),
    explanation: `${inputs.n} hari menurut urutannya, bersama ${number(inputs.pct)}% = ${rupiah(amount ?? 0)}.`,
  }),
  'leave-total': ({ inputs, amount }) => ({
    title: String(inputs.name),
    explanation: `${inputs.n} hari, mulai ${inputs.from} hari dipotong ${number(inputs.pct)}% sebulan = ${rupiah(amount ?? 0)}.`,
  }),
  'leave-rate': ({ inputs, amount }) => ({
    title: String(inputs.name),
    explanation: `${inputs.n} hari × ${number(inputs.pct)}% dari TPP sehari (dibagi ${inputs.of} hari) = ${rupiah(amount ?? 0)}.`,
  }),
  punishment: ({ inputs, amount }) => ({
    title: `Hukuman disiplin: ${inputs.name}`,
    explanation: `Dipotong ${number(inputs.pct)}%, bulan ke-${inputs.nth} dari ${inputs.of}: ${rupiah(amount ?? 0)}.`,
  }),
  compliance: ({ inputs, amount }) => ({
    title: String(inputs.name),
    explanation: `Belum dipenuhi, dipotong ${Number(inputs.n) > 1 ? `${inputs.n} × ` : ''}${number(inputs.pct)}%${inputs.max ? `, paling banyak ${number(inputs.max)}%` : ''}: ${rupiah(amount ?? 0)}.`,
  }),
  hold: ({ inputs, amount }) => ({
    title: 'Ditahan',
    explanation: `${inputs.pct === undefined ? 'Pembayaran' : `${number(inputs.pct)}% dari pembayaran,`} ${rupiah(-(amount ?? 0))} ditahan: ${inputs.reason}. Dibayar sesudah dipenuhi.`,
  }),
  released: ({ inputs, amount }) => ({
    title: `Pembayaran tertahan bulan ${inputs.month}`,
    explanation: `Yang ditahan pada ${inputs.month} dibayarkan (${inputs.cause}): ${rupiah(amount ?? 0)}.`,
  }),
  advance: ({ inputs, amount }) => ({
    title: `Sudah dibayar: ${inputs.name}`,
    explanation:
      inputs.paid === undefined
        ? `Dibayar lebih dahulu bagi bulan ini: ${rupiah(amount ?? 0)}.`
        : `Dibayar lebih dahulu ${rupiah(inputs.paid)}, lebih besar daripada bulan ini; yang dikurangkan ${rupiah(amount ?? 0)}, selebihnya menjadi tagihan.`,
  }),
  'held-lapsed': ({ inputs }) => ({
    title: `Tertahan bulan ${inputs.month} hangus`,
    explanation: `${rupiah(inputs.held ?? 0)} yang ditahan pada ${inputs.month} tidak dibayarkan lagi: ${inputs.cause} tidak dipenuhi pada waktunya.`,
  }),
  'profession-exclude': ({ inputs, amount }) => ({
    title: String(inputs.name),
    explanation: `Penerima tunjangan ini tidak dibayar TPP: ${rupiah(amount ?? 0)}.`,
  }),
  'profession-difference': ({ inputs, amount }) => ({
    title: String(inputs.name),
    explanation: `Hanya selisih TPP di atas ${inputs.pct === undefined ? '' : `${number(inputs.pct)}% dari `}tunjangan ${rupiah(inputs.amount ?? 0)} yang dibayar; dikurangi ${rupiah(amount ?? 0)}.`,
  }),
  'limit-least': ({ amount }) => ({
    title: 'Dibayar paling sedikit',
    explanation: `Potongan melebihi batas peraturan; ${rupiah(amount ?? 0)} tidak dipotong.`,
  }),
  'limit-most': ({ inputs, amount }) => ({
    title: 'Dibayar paling banyak',
    explanation: `Paling banyak ${rupiah(inputs.max ?? 0)}; kelebihannya ${rupiah(amount ?? 0)} tidak dibayar.`,
  }),
  floor: ({ amount }) => ({
    title: 'Tidak kurang dari nol',
    explanation: `Potongan melebihi TPP; kelebihannya ${rupiah(amount ?? 0)} tidak ditagih.`,
  }),
  addition: ({ inputs, amount }) => ({
    title: String(inputs.name),
    explanation: `${inputs.each !== undefined ? `${inputs.n} ${inputs.per === 'time' ? 'kali' : 'hari hadir'} × ${rupiah(inputs.each)}` : inputs.pct === undefined ? 'Tambahan' : `${number(inputs.pct)}%${inputs.class === undefined ? '' : ` dari kelas ${inputs.class}`}`} = ${rupiah(amount ?? 0)}.`,
  }),
  'addition-too-short': ({ inputs }) => ({
    title: String(inputs.name),
    explanation: 'Belum memenuhi masa paling singkat; tidak ditambahkan bulan ini.',
  }),
  'not-in-policy': ({ inputs }) => ({
    title: `Tidak diatur: ${inputs.fact}`,
    explanation: `Fakta ${FACTS[String(inputs.kind)] ?? inputs.kind} "${inputs.fact}" tidak ada dalam kebijakan; tidak menambah dan tidak memotong.`,
  }),
};
