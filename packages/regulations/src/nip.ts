/**
 * What a NIP says by its digits, 8-6-1-3 (national rules 5.1): birth, appointment, sex. Real data has NIPs that say
 * something else than the person's papers, so a difference is worth a look and never a refusal.
 */
import type { EmployeeKind, IsoDate } from '@ekinerja/contracts/basics';
import type { NipReading, NipWarning, Sex } from '@ekinerja/contracts/employees';

/** Months above it in the appointment part mark a NI PPPK (`21`; later appointments carry other numbers). */
const LAST_MONTH = 12;

/** Digits only, however they are grouped: `19730603 200701 1 007`. */
export function plainNip(typed: string): string {
  return typed.replaceAll(/[\s.'’-]/g, '');
}

/** @returns null for what is not eighteen digits; a part that makes no sense is null in the reading. */
export function readNip(typed: string): NipReading | null {
  const nip = plainNip(typed);
  if (!/^\d{18}$/.test(nip)) return null;
  const month = Number(nip.slice(12, 14));
  const sex = nip[14] === '1' ? 'male' : nip[14] === '2' ? 'female' : null;
  const pppk = month > LAST_MONTH;
  return {
    nip,
    birthDate: dayOf(nip.slice(0, 8)),
    family: pppk ? 'pppk' : 'pns',
    appointed: pppk ? nip.slice(8, 12) : month === 0 ? null : `${nip.slice(8, 12)}-${nip.slice(12, 14)}`,
    sex,
  };
}

export interface NipFacts {
  kind: EmployeeKind;
  birthDate: IsoDate | null;
  sex: Sex | null;
  /** First day in service, where it is the appointment. */
  appointedOn: IsoDate | null;
}

/** Where the digits and the person's data say different things. An unreadable NIP is one warning. */
export function nipWarnings(typed: string | null, { kind, birthDate, sex, appointedOn }: NipFacts): NipWarning[] {
  if (typed === null || typed.trim() === '') return kind === 'non-asn' ? [] : [{ code: 'nip.missing', params: {} }];
  const reading = readNip(typed);
  if (!reading) return [{ code: 'nip.shape', params: { length: plainNip(typed).length } }];
  const warnings: NipWarning[] = [];
  if (reading.birthDate === null) warnings.push({ code: 'nip.no-birth-date', params: { digits: reading.nip.slice(0, 8) } });
  else if (birthDate !== null && birthDate !== reading.birthDate) warnings.push({ code: 'nip.birth-date', params: { says: reading.birthDate, given: birthDate } });
  if (reading.sex === null) warnings.push({ code: 'nip.no-sex', params: { digit: reading.nip[14] as string } });
  else if (sex !== null && sex !== reading.sex) warnings.push({ code: 'nip.sex', params: { says: reading.sex, given: sex } });
  if (kind === 'non-asn') warnings.push({ code: 'nip.non-asn', params: {} });
  else if ((kind === 'pns' || kind === 'cpns') !== (reading.family === 'pns')) warnings.push({ code: 'nip.family', params: { says: reading.family, given: kind } });
  const given = appointedOn?.slice(0, reading.appointed?.length);
  if (reading.appointed !== null && given !== undefined && given !== reading.appointed) {
    warnings.push({ code: 'nip.appointed', params: { says: reading.appointed, given } });
  }
  return warnings;
}

function dayOf(digits: string): IsoDate | null {
  const date = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6, 8)}`;
  const read = new Date(`${date}T00:00:00Z`);
  return Number.isNaN(read.getTime()) || read.toISOString().slice(0, 10) !== date ? null : date;
}
