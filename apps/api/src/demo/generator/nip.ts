import type { EmployeeKind, IsoDate } from '@ekinerja/contracts/basics';

/**
 * Employee numbers as BKN forms them. PNS: birth date, month of appointment, sex, serial. PPPK: birth date, year of
 * appointment, `21`, sex, serial. The serial tells apart those who share all the rest.
 */
export class NipRegister {
  private readonly serials = new Map<string, number>();

  next(person: { kind: EmployeeKind; birthDate: IsoDate; from: IsoDate; sex: 'male' | 'female' }): string {
    const contract = person.kind === 'pppk' || person.kind === 'pppk-part-time';
    const appointed = contract ? `${person.from.slice(0, 4)}21` : person.from.slice(0, 7).replace('-', '');
    const stem = `${person.birthDate.replaceAll('-', '')}${appointed}${person.sex === 'male' ? '1' : '2'}`;
    const serial = (this.serials.get(stem) ?? 0) + 1;
    if (serial > 999) throw new RangeError(`No serial left for ${stem}`);
    this.serials.set(stem, serial);
    return stem + String(serial).padStart(3, '0');
  }
}
