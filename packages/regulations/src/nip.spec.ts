import { nipWarnings, plainNip, readNip, type NipFacts } from './nip.js';

const facts = (more: Partial<NipFacts> = {}): NipFacts => ({ kind: 'pns', birthDate: '1973-06-03', sex: 'male', appointedOn: '2007-01-01', ...more });
const codes = (nip: string | null, more?: Partial<NipFacts>) => nipWarnings(nip, facts(more)).map(({ code }) => code);

describe('what a NIP says', () => {
  it('reads birth, appointment and sex of a PNS, grouped or not', () => {
    expect(plainNip('19730603 200701 1 007')).toBe('197306032007011007');
    expect(readNip('19730603 200701 1 007')).toEqual({ nip: '197306032007011007', birthDate: '1973-06-03', family: 'pns', appointed: '2007-01', sex: 'male' });
    expect(readNip('198902252024211013')).toMatchObject({ family: 'pppk', appointed: '2024', sex: 'male' });
    expect(readNip('195002302000012001')).toMatchObject({ birthDate: null, sex: 'female' });
    expect([readNip('123'), readNip('19730603200701100A')]).toEqual([null, null]);
  });

  it.each<[string, string | null, Partial<NipFacts>, string[]]>([
    ['all agrees', '197306032007011007', {}, []],
    ['another day of birth', '197306032007011007', { birthDate: '1973-06-04' }, ['nip.birth-date']],
    ['another sex', '197306032007011007', { sex: 'female' }, ['nip.sex']],
    ['unknown facts say nothing', '197306032007011007', { birthDate: null, sex: null, appointedOn: null }, []],
    ['another month of appointment', '197306032007011007', { appointedOn: '2008-01-01' }, ['nip.appointed']],
    ['a PNS with the NIP of a PPPK', '197306032024211007', { appointedOn: '2024-03-01' }, ['nip.family']],
    ['a PPPK with their own', '197306032024211007', { kind: 'pppk', appointedOn: '2024-03-01' }, []],
    ['part-time PPPK with a code of later appointments', '197306032025221007', { kind: 'pppk-part-time', appointedOn: '2025-10-01' }, []],
    ['a regent has none', null, { kind: 'non-asn' }, []],
    ['a PNS without one', null, {}, ['nip.missing']],
    ['too short', '1973', {}, ['nip.shape']],
    ['no such day', '197313032007011007', {}, ['nip.no-birth-date']],
  ])('%s', (_, nip, more, expected) => expect(codes(nip, more)).toEqual(expected));
});
