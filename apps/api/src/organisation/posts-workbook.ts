import ExcelJS from 'exceljs';
import type { AssignmentKind, IsoDate, PostKind } from '@ekinerja/contracts/basics';
import type { PostItem } from '@ekinerja/contracts/units-and-posts';

const COLUMNS: [heading: string, width: number][] = [
  ['No', 6], ['Unit', 40], ['Jabatan', 46], ['Jenis', 16], ['Jenjang', 18], ['Kelas', 8], ['Atasan', 40], ['Kursi', 8], ['Lowong', 8], ['Nama', 34], ['NIP', 22],
  ['Penugasan', 14], ['Sejak', 12], ['Sampai', 12],
];
const NIP_COLUMN = 11;
const KINDS: Record<PostKind, string> = {
  jpt: 'JPT', administrator: 'Administrator', pengawas: 'Pengawas', pelaksana: 'Pelaksana', fungsional: 'Fungsional', regent: 'Kepala daerah',
};
const CAPACITIES: Record<AssignmentKind, string> = { definitive: 'Definitif', plt: 'Plt', plh: 'Plh', pj: 'Pj', additional: 'Tambahan' };

/** One line a holder, and one for a post that nobody holds. NIP as text: a number of eighteen digits loses its last ones in Excel. */
export async function postsWorkbook(posts: readonly PostItem[], date: IsoDate): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('Jabatan', { views: [{ state: 'frozen', ySplit: 3 }] });
  COLUMNS.forEach(([, width], at) => (sheet.getColumn(at + 1).width = width));
  sheet.getColumn(NIP_COLUMN).numFmt = '@';
  sheet.addRow([`Jabatan dan pemangkunya per ${date}`]).font = { bold: true };
  sheet.addRow([]);
  sheet.addRow(COLUMNS.map(([heading]) => heading)).font = { bold: true };
  let number = 0;
  for (const post of posts) {
    const { unitName, name, kind, level, superiorPostName, seats, vacancies } = post;
    const own = [unitName, name, KINDS[kind], level ?? '', post.class ?? '', superiorPostName ?? '', seats, vacancies];
    if (post.holders.length === 0) sheet.addRow([(number += 1), ...own, '', '', '', '', '']);
    for (const holder of post.holders) {
      sheet.addRow([(number += 1), ...own, holder.personName, holder.nip ?? '', CAPACITIES[holder.kind], holder.validFrom, holder.validTo ?? '']);
    }
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
