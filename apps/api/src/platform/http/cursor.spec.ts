import { pageOf, readCursor } from './cursor.js';

describe('cursors', () => {
  it('a page names where the next begins', () => {
    const page = pageOf([{ k: 'a' }, { k: 'b' }, { k: 'c' }], 2, (row) => [row.k, 1]);
    expect(page.items).toHaveLength(2);
    expect(readCursor(page.nextCursor ?? undefined, 2)).toEqual(['b', 1]);
    expect(pageOf([{ k: 'a' }], 2, (row) => [row.k]).nextCursor).toBeNull();
  });

  it.each(['%%%', Buffer.from('{"a":1}').toString('base64url'), Buffer.from('[1,2,3]').toString('base64url'), Buffer.from('[[1]]').toString('base64url')])(
    'refuses a cursor it did not make: %s',
    (cursor) => expect(() => readCursor(cursor, 1)).toThrow('malformed-request'),
  );
});
