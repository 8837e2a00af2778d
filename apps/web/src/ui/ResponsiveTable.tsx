import { Table } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './ResponsiveTable.module.css';

export interface Column<Row> {
  key: string;
  title: string;
  cell: (row: Row) => ReactNode;
  align?: 'left' | 'right' | 'center';
  /** The cell that names the row: the card's heading on a phone, the row's header for a screen reader. */
  heading?: boolean;
}

interface ResponsiveTableProps<Row> {
  /** What the table shows; read out, not drawn. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  footer?: ReactNode;
}

/** A table on a wide screen; the same rows as cards, each value with its label, on a narrow one. */
export function ResponsiveTable<Row>({ caption, columns, rows, rowKey, footer }: ResponsiveTableProps<Row>) {
  return (
    <Table className={classes.table ?? ''} verticalSpacing="sm" aria-label={caption}>
      <Table.Thead>
        <Table.Tr>
          {columns.map((column) => (
            <Table.Th key={column.key} ta={column.align ?? 'left'} scope="col">
              {column.title}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row) => (
          <Table.Tr key={rowKey(row)}>
            {columns.map((column) =>
              column.heading ? (
                <Table.Th key={column.key} scope="row" data-heading ta={column.align ?? 'left'}>
                  {column.cell(row)}
                </Table.Th>
              ) : (
                <Table.Td
                  key={column.key}
                  data-label={column.title}
                  data-align={column.align ?? 'left'}
                  className={column.align === 'right' ? 'tabular' : ''}
                >
                  <span>{column.cell(row)}</span>
                </Table.Td>
              ),
            )}
          </Table.Tr>
        ))}
      </Table.Tbody>
      {footer ? <Table.Tfoot>{footer}</Table.Tfoot> : null}
    </Table>
  );
}
