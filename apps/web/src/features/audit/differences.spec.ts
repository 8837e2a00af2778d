import i18next from 'i18next';
import { messages } from '../../testing/portal';
import { differences } from './differences';

describe('differences', () => {
  beforeAll(() => messages('audit'));

  it('tells only what changed, in words', () => {
    const { readable, technical } = differences(
      { status: 'submitted', year: 2026, results: [{ title: 'Lama' }] },
      { status: 'determined', year: 2026, results: [{ title: 'Baru' }], net: 1_250_000, determinedAt: null },
      i18next.t,
    );
    expect(readable).toEqual([
      { label: 'Status', before: 'Menunggu', after: 'Ditetapkan' },
      { label: 'Hasil kerja › 1 › Judul', before: 'Lama', after: 'Baru' },
      { label: 'Diterima', after: 'Rp1.250.000' },
      { label: 'Ditetapkan pada', after: null },
    ]);
    expect(technical).toEqual([]);
  });

  it('folds away ids and fields that have no word', () => {
    const { readable, technical } = differences(null, { owner: '1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed', checkedHash: 'x' }, i18next.t);
    expect(readable).toEqual([]);
    expect(technical.map(({ label }) => label)).toEqual(['owner', 'checkedHash']);
  });

  it('does not call a field deleted that the new side leaves unsaid', () => {
    expect(differences({ status: 'checked', version: 4 }, { month: '2026-10' }, i18next.t).readable).toEqual([
      { label: 'Status', before: 'Sudah diperiksa' },
      { label: 'Versi', before: '4' },
      { label: 'Bulan', after: 'Oktober 2026' },
    ]);
  });

  it('has nothing to say of an erased value', () => {
    expect(differences(null, null, i18next.t)).toEqual({ readable: [], technical: [] });
  });
});
