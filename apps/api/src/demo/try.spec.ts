import { buildLaw } from '@ekinerja/regulations/law';
import { DAERAH, loadPreset, presetProfile, type Daerah } from '@ekinerja/regulations/presets';
import { generateRegency } from './generator/regency.js';
import { DemoOrganisation } from './generator/organisation.js';

it.each([60, 300, 1000, 5000, 15000, 100000])('size %s', (employees) => {
  const d: Daerah = 'tanah-laut';
  const p = presetProfile(d);
  const t = Date.now();
  const r = generateRegency({ profile: { daerah: d, name: p.name, agency: p.agency, timeZone: p.timeZone }, seed: '1', today: '2026-11-22', employees });
  const t1 = Date.now() - t;
  const org = new DemoOrganisation(r, buildLaw(loadPreset(d)));
  const span = new Map<string, number>(); let none = 0;
  const active = r.people.filter((x) => x.from <= '2026-11-22' && (x.to === null || x.to >= '2026-11-22'));
  for (const x of active) { if (x.kind === 'non-asn') continue; const e = org.evaluator(x.employmentId, '2026-11-22').evaluator; if (!e) none++; else span.set(e.postName, (span.get(e.postName) ?? 0) + 1); }
  const kinds: Record<string, number> = {}; for (const x of active) kinds[x.kind] = (kinds[x.kind] ?? 0) + 1;
  const skpds = r.units.filter((u) => u.skpdId === u.id);
  const size = new Map<string, number>();
  const unitOf = new Map(r.posts.map((x) => [x.id, r.units.find((u) => u.id === x.unitId)!]));
  for (const a of r.assignments) if (a.kind === 'definitive' && (a.to === null)) { const u = unitOf.get(a.postId)!; size.set(u.skpdId!, (size.get(u.skpdId!) ?? 0) + 1); }
  console.log(employees, 'ms', t1, 'active', active.length, kinds, 'skpd', skpds.length, 'none', none, 'span max', [...span].sort((a, b) => b[1] - a[1]).slice(0, 4),
    'schools', r.units.filter((u) => u.kind === 'school').length, 'pkm', r.units.filter((u) => u.kind === 'puskesmas').length, 'units', r.units.length,
    employees <= 300 ? skpds.map((u) => `${u.name} ${size.get(u.id)}`).join('; ') : [...size.values()].sort((a, b) => b - a).slice(0, 6), r.stars.map((s) => `${s.role}: ${s.name} – ${s.postName} – ${s.username} – ${span.get(s.postName) ?? ''}`));
  if (employees === 60) for (const u of r.units) { console.log(u.code, u.name, u.kind); }
});
