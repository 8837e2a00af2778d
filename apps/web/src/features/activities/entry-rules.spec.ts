import { activity, month } from '../../testing/samples';
import {
  checkEntry,
  entryBody,
  latestEntry,
  minutesBetween,
  newEntry,
  overlapping,
  placedEntries,
  quantityOf,
  type EntryValues,
} from './entry-rules';

const window = month().entryWindow;
const valid: EntryValues = {
  date: '2026-11-20',
  startTime: '08:00',
  endTime: '09:30',
  description: 'Memeriksa berkas kenaikan pangkat',
  outputQuantity: '2,5',
  outputUnit: 'berkas',
  skpResultId: 'h-1',
  task: 'main',
  monthPlanId: null,
  catalogueItemId: null,
  evidenceLink: '',
};
const refused = (change: Partial<EntryValues>) => checkEntry({ ...valid, ...change }, window);

describe('checkEntry', () => {
  it('lets a complete entry through', () => expect(refused({})).toEqual({}));

  it.each<[Partial<EntryValues>, keyof EntryValues, string]>([
    [{ date: '' }, 'date', 'required'],
    [{ date: '2026-11-21' }, 'date', 'future'],
    [{ date: '2026-11-12' }, 'date', 'tooOld'],
    [{ startTime: '' }, 'startTime', 'required'],
    [{ endTime: '07:59' }, 'endTime', 'endBeforeStart'],
    [{ endTime: '08:00' }, 'endTime', 'endBeforeStart'],
    [{ description: '   rapat   ' }, 'description', 'descriptionShort'],
    [{ description: 'x'.repeat(1001) }, 'description', 'descriptionLong'],
    [{ outputQuantity: '0' }, 'outputQuantity', 'quantity'],
    [{ outputQuantity: 'dua' }, 'outputQuantity', 'quantity'],
    [{ outputUnit: ' ' }, 'outputUnit', 'required'],
    [{ skpResultId: '' }, 'skpResultId', 'choose'],
    [{ evidenceLink: 'drive saya' }, 'evidenceLink', 'link'],
    [{ evidenceLink: 'javascript:alert(1)' }, 'evidenceLink', 'link'],
  ])('refuses %j', (change, field, word) => {
    expect(refused(change)).toMatchObject({ [field]: { word } });
  });

  it('BK-4.3 keeps the day of a refused entry open for mending', () => {
    const old = { ...valid, date: '2026-11-02' };
    expect(checkEntry(old, window, '2026-11-02')).toEqual({});
    expect(checkEntry(old, window, '2026-11-03')).toHaveProperty('date');
  });
});

describe('an entry', () => {
  it('reads numbers with comma or point', () => {
    expect(quantityOf('2,5')).toBe('2.5');
    expect(quantityOf('100001')).toBeNull();
    expect(minutesBetween('08:00', '09:30')).toBe(90);
  });

  it('goes out trimmed, with an empty link as none', () => {
    expect(entryBody({ ...valid, description: '  Rapat koordinasi  ' }, true)).toMatchObject({
      description: 'Rapat koordinasi',
      outputQuantity: '2.5',
      evidenceLink: null,
      submit: true,
    });
  });

  it('begins where the last one of the day ended', () => {
    expect(newEntry('2026-11-19', month([activity()])).startTime).toBe('10:00');
    expect(newEntry('2026-11-20', month([activity()])).startTime).toBe('07:30');
  });

  it('X-IN-2 what waits on the device counts for the next start and the overlap, in place of what the server knows', () => {
    const kept = { ...valid, date: '2026-11-19', startTime: '10:00', endTime: '12:30', evidenceLink: null, submit: true };
    const placed = placedEntries([activity(), activity({ id: 'k-2', startTime: '13:00', endTime: '16:00' })], [
      { id: 'd-1', body: kept },
      { id: 'k-2', body: { ...kept, startTime: '12:30', endTime: '13:00' } },
    ]);
    expect(newEntry('2026-11-19', month(), placed).startTime).toBe('13:00');
    expect(overlapping({ ...valid, date: '2026-11-19', startTime: '11:00', endTime: '12:00' }, placed, 'baru')?.id).toBe('d-1');
    expect(overlapping({ ...valid, date: '2026-11-19', startTime: '13:00', endTime: '14:00' }, placed, 'baru')).toBeUndefined();
  });

  it('tells of another at the same time, not of one withdrawn or itself', () => {
    const values = { ...valid, date: '2026-11-19', startTime: '09:00', endTime: '11:00' };
    expect(overlapping(values, [activity()], 'baru')?.id).toBe('k-1');
    expect(overlapping(values, [activity()], 'k-1')).toBeUndefined();
    expect(overlapping(values, [activity({ status: 'withdrawn' })], 'baru')).toBeUndefined();
    expect(overlapping({ ...values, startTime: '10:00' }, [activity()], 'baru')).toBeUndefined();
  });

  it('is copied from the latest that stands', () => {
    const entries = [
      activity(),
      activity({ id: 'k-2', endTime: '15:00' }),
      activity({ id: 'k-3', date: '2026-11-20', status: 'withdrawn' }),
    ];
    expect(latestEntry(entries)?.id).toBe('k-2');
  });
});
