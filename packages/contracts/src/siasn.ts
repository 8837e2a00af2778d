import type { EvaluationKind } from './evaluations.js';
import type { IsoInstant, IsoMonth, Uuid } from './basics.js';

/** Fields of SIASN `kinerjaperiodik/save`, exactly and in this order. */
export const SIASN_PERIODIC_FIELDS = [
  'bulanMulaiPenilaian', 'bulanSelesaiPenilaian', 'tahunMulaiPenilaian', 'tahunSelesaiPenilaian', 'tahun', 'periodikId', 'hasilKinerjaNilai', 'perilakuKerjaNilai',
  'kuadranKinerjaNilai', 'koefisienId', 'pnsDinilaiId', 'penilaiNama', 'penilaiNipNrp', 'penilaiGolongan', 'penilaiJabatanNama', 'penilaiUnorNama', 'statusPenilai',
] as const;
/** Fields of SIASN `skp22/save` (PermenPANRB 6/2022), exactly and in this order. */
export const SIASN_ANNUAL_FIELDS = [
  'tahun', 'hasilKinerja', 'hasilKinerjaNilai', 'perilakuKerja', 'PerilakuKerjaNilai', 'kuadranKinerja', 'KuadranKinerjaNilai', 'namaPenilai', 'nipNrpPenilai',
  'penilaiGolonganId', 'penilaiJabatanNm', 'penilaiUnorNm', 'statusPenilai', 'pnsDinilaiId', 'path',
] as const;

/** One result as SIASN takes it: text and numbers by the names above. */
export type SiasnRecord = Record<string, string | number>;

export interface SiasnResultsQuery {
  kind: EvaluationKind;
  /** The month evaluated; of an annual result any month of its year. */
  month: IsoMonth;
}

export interface SiasnSkipped {
  personName: string;
  nip: string | null;
  /** No id of the national records is known of the person, or the method has no ratings to give. */
  reason: 'no-source-id' | 'no-ratings';
}

export interface SiasnOverview {
  kind: EvaluationKind;
  month: IsoMonth;
  records: number;
  skipped: SiasnSkipped[];
  /** Whether results can be sent; otherwise there is the file. */
  connected: boolean;
  waiting: number;
  sent: number;
  failed: { personName: string; answer: string; at: IsoInstant }[];
}

export interface SiasnDeliveryItem {
  evaluationId: Uuid;
  status: 'waiting' | 'sent' | 'failed';
}
