/** Results as SIASN takes them: its field names and its codes (national-rules 1.2, 5.2, 5.6). Pure. */
import type { Predicate, Rating } from '@ekinerja/contracts/basics';
import type { EvaluationKind } from '@ekinerja/contracts/evaluations';
import type { SiasnRecord, SiasnSkipped } from '@ekinerja/contracts/siasn';

const RATING: Record<Rating, { code: number; word: string }> = {
  above: { code: 1, word: 'DIATAS EKSPEKTASI' }, meets: { code: 2, word: 'SESUAI EKSPEKTASI' }, below: { code: 3, word: 'DIBAWAH EKSPEKTASI' },
};
const QUADRANT: Record<Predicate, { code: number; word: string }> = {
  'sangat-baik': { code: 1, word: 'SANGAT BAIK' }, baik: { code: 2, word: 'BAIK' }, 'butuh-perbaikan': { code: 3, word: 'BUTUH PERBAIKAN' },
  kurang: { code: 4, word: 'KURANG' }, 'sangat-kurang': { code: 5, word: 'SANGAT KURANG' },
};
/** `I/a` is 11 … `IV/e` is 45; PPPK have no such id. */
const RANK_GROUPS = ['I', 'II', 'III', 'IV'];

export interface ResultFacts {
  kind: EvaluationKind;
  /** Last month of what was evaluated, `YYYY-MM`, and over how many months. */
  month: string;
  months: number;
  sourceId: string | null;
  workRating: Rating | null;
  behaviourRating: Rating | null;
  predicate: Predicate;
  evaluator: { name: string; nip: string | null; rank: string | null; postName: string; unitName: string | null };
}

export function siasnRecord(facts: ResultFacts): SiasnRecord | SiasnSkipped['reason'] {
  const { workRating, behaviourRating, sourceId } = facts;
  if (!sourceId) return 'no-source-id';
  if (!workRating || !behaviourRating) return 'no-ratings';
  const work = RATING[workRating];
  const behaviour = RATING[behaviourRating];
  const quadrant = QUADRANT[facts.predicate];
  const year = Number(facts.month.slice(0, 4));
  const last = Number(facts.month.slice(5));
  const { name, nip, rank, postName, unitName } = facts.evaluator;
  const status = nip === null ? 'NON ASN' : 'ASN';
  if (facts.kind === 'annual') {
    return {
      tahun: year, hasilKinerja: work.word, hasilKinerjaNilai: work.code, perilakuKerja: behaviour.word, PerilakuKerjaNilai: behaviour.code,
      kuadranKinerja: quadrant.word, KuadranKinerjaNilai: quadrant.code, namaPenilai: name, nipNrpPenilai: nip ?? '', penilaiGolonganId: rankId(rank),
      penilaiJabatanNm: postName, penilaiUnorNm: unitName ?? '', statusPenilai: status, pnsDinilaiId: sourceId, path: '',
    };
  }
  return {
    bulanMulaiPenilaian: last - facts.months + 1, bulanSelesaiPenilaian: last, tahunMulaiPenilaian: year, tahunSelesaiPenilaian: year, tahun: year,
    periodikId: facts.months === 1 ? 1 : 2, hasilKinerjaNilai: work.code, perilakuKerjaNilai: behaviour.code, kuadranKinerjaNilai: quadrant.code,
    // Follows from the quadrant on their side; no value of it is stated anywhere.
    koefisienId: '', pnsDinilaiId: sourceId, penilaiNama: name, penilaiNipNrp: nip ?? '', penilaiGolongan: rankId(rank), penilaiJabatanNama: postName,
    penilaiUnorNama: unitName ?? '', statusPenilai: status,
  };
}

function rankId(rank: string | null): string {
  const [group, letter] = (rank ?? '').split('/');
  const index = RANK_GROUPS.indexOf(group ?? '');
  const step = 'abcde'.indexOf((letter ?? '').toLowerCase());
  return index < 0 || !letter || step < 0 ? '' : `${index + 1}${step + 1}`;
}
