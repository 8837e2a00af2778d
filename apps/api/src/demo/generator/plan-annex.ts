import type { EmployeeKind, IsoDate, PostKind } from '@ekinerja/contracts/basics';
import type { SkpPlan } from '@ekinerja/contracts/skp';
import type { LawSet } from '@ekinerja/regulations/law';
import { skpForm, startingPlan } from '@ekinerja/regulations/skp-form';
import type { Random } from './random.js';

const NEEDS: Record<string, string> = {
  people: 'Rekan kerja satu tim', budget: 'Anggaran sesuai DPA', equipment: 'Komputer dan jaringan', guidance: 'Arahan pimpinan berkala',
  facilities: 'Ruang kerja dan kendaraan operasional',
};
const SPECIAL = ['Menjawab pertanyaan masyarakat pada hari yang sama', 'Berbagi catatan pekerjaan kepada rekan satu tim', 'Mengusulkan satu perbaikan cara kerja tiap triwulan'];

/** What stands beside the results of a demo SKP, as far as the law of its first day asks for it. */
export function annexOf(law: LawSet, who: { employeeKind: EmployeeKind; postKind: PostKind }, from: IsoDate, random: Random): SkpPlan {
  const form = skpForm(law, who);
  const start = startingPlan(form);
  const first = form.sources?.list[0];
  const papers = new Set(form.sources?.list.filter(({ document }) => document).map(({ code }) => code));
  const sources = start.sources.length > 0 || !first ? start.sources : [{ code: first.code, number: '', date: null }];
  const values = form.behaviour?.special ? (form.behaviour.rated === 'values' ? form.behaviour.values : form.behaviour.aspects) : [];
  return {
    // A work agreement runs over several years: the one of the year in which it was made.
    sources: sources.map((source) => (papers.has(source.code) ? { ...source, number: `813/PK-${random.int(100, 999)}/2024`, date: '2024-12-02' } : source)),
    behaviour: values.length > 0 && random.chance(0.4) ? [{ code: random.pick(values).code, expectation: random.pick(SPECIAL) }] : [],
    resources: (form.resources?.kinds ?? []).slice(0, random.int(2, 4)).map(({ code, name }) => ({ kind: code, need: NEEDS[code] ?? name })),
    accountability: start.accountability && { ...start.accountability, progress: 'Laporan kemajuan dan dokumentasi kegiatan', final: `Laporan akhir tahun ${from.slice(0, 4)}` },
    consequences: form.consequences ? { positive: 'Diusulkan mengikuti pengembangan kompetensi', negative: 'Bimbingan kinerja oleh atasan langsung' } : { positive: '', negative: '' },
  };
}
