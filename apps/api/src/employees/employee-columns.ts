import type { EmployeeKind } from '@ekinerja/contracts/basics';
import type { EmployeeItem } from '@ekinerja/contracts/employees';
import type { ListColumn } from '../platform/spreadsheet/list-workbook.js';

const KINDS: Record<EmployeeKind, string> = { pns: 'PNS', cpns: 'CPNS', pppk: 'PPPK', 'pppk-part-time': 'PPPK paruh waktu', 'non-asn': 'Non-ASN' };

export const EMPLOYEE_COLUMNS: ListColumn<EmployeeItem>[] = [
  { heading: 'Nama', width: 36, value: ({ name }) => name },
  { heading: 'NIP', width: 22, value: ({ nip }) => nip },
  { heading: 'Jenis', width: 18, value: ({ kind }) => KINDS[kind] },
  { heading: 'Pangkat', width: 10, value: ({ rank }) => rank },
  { heading: 'Jabatan', width: 46, value: ({ postName }) => postName },
  { heading: 'Kelas', width: 8, value: (row) => row.class },
  { heading: 'Unit', width: 40, value: ({ unitName }) => unitName },
  { heading: 'SKPD', width: 40, value: ({ skpdName }) => skpdName },
];
