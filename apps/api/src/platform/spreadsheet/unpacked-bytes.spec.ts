import { deflateRawSync } from 'node:zlib';
import ExcelJS from 'exceljs';
import { piecesOf } from './reading-order.js';
import { requireHonestSize } from './unpacked-bytes.js';

interface Entry {
  content: Buffer;
  says?: number;
  hidden?: boolean;
}

function zipOf(entries: Entry[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { content, says = content.length, hidden } of entries) {
    const packed = deflateRawSync(content);
    const local = Buffer.alloc(31, 'x');
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(says, 22);
    local.writeUInt32LE(1, 26);
    const row = Buffer.alloc(47, 'x');
    row.fill(0, 4, 46);
    row.writeUInt32LE(0x02014b50, 0);
    row.writeUInt16LE(8, 10);
    row.writeUInt32LE(packed.length, 20);
    row.writeUInt32LE(says, 24);
    row.writeUInt16LE(1, 28);
    row.writeUInt32LE(at, 42);
    if (!hidden) directory.push(row);
    parts.push(local, packed);
    at += local.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, ...directory, end]);
}

describe('what a workbook measures when opened', () => {
  const text = { content: Buffer.from('x'.repeat(1000)) };
  const bomb = Buffer.alloc(30 * 1024 * 1024);

  it('takes a file that is as big as it says, also one of a real program', async () => {
    await expect(requireHonestSize(zipOf([text, text]))).resolves.toBeUndefined();
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet('Presensi');
    for (let row = 0; row < 5000; row += 1) sheet.addRow(['197707282002022001', 'Hadir', row]);
    const file = Buffer.from(await workbook.xlsx.writeBuffer());
    expect(piecesOf(file).length).toBeGreaterThan(5);
    await expect(requireHonestSize(file)).resolves.toBeUndefined();
  });

  it.each<[string, Entry[]]>([
    ['says that it is big', [{ content: bomb }]],
    ['lies about its size', [text, { content: bomb, says: 100 }]],
    ['hides an entry from its directory', [text, { content: bomb, says: 100, hidden: true }]],
  ])('refuses a small file that %s', async (_, entries) => {
    await expect(requireHonestSize(zipOf(entries))).rejects.toThrow();
  });
});
