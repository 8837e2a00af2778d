import { pageOf, readCursor } from './cursor.js';

describe('cursors', () => {
  it('a page names where the next begins', () => {
    const page = pageOf([{ k: 'a' }, { k: 'b' }, { k: 'c' }], 2, (row) => [row.k, 1]);
    expect(page.items).toHaveLength(2);
    expect(readCursor(page.nextCursor ?? undefined, 'text', 'number')).toEqual(['b', 1]);
    expect(pageOf([{ k: 'a' }], 2, (row) => [row.k]).nextCursor).toBeNull();
  });

  const made = (parts: unknown) => Buffer.from(JSON.stringify(parts)).toString('base64url');

  it.each(['%%%', made({ a: 1 }), made([1, 2, 3]), made([['a'], 1]), made(['a\0', 1]), made(['a', 1e308]), made(['a', null])])(
    'refuses a cursor it did not make: %s',
    (cursor) => expect(() => readCursor(cursor, 'text', 'number')).toThrow('malformed-request'),
  );

  it('refuses the cursor of another list', () => {
    const byName = made(['Dinas Kesehatan', '00000000-0000-4000-8000-000000000000']);
    expect(readCursor(byName, 'text', 'uuid')).not.toBeNull();
    expect(() => readCursor(byName, 'instant', 'uuid')).toThrow('malformed-request');
    expect(() => readCursor(made(['Dinas', 'x']), 'text', 'uuid')).toThrow('malformed-request');
  });
});
