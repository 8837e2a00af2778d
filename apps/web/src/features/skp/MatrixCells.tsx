import type { MatrixPerson, RoleMatrix } from '@ekinerja/contracts/skp-cascade';
import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Matrix.module.css';

interface MatrixCellsProps {
  matrix: RoleMatrix;
  person: MatrixPerson;
  /** Something is picked up that may be put in this row. */
  open: boolean;
  busy: boolean;
  onPut: (superiorResultId: string) => void;
}

/** One person's cells: what they carry of each result, and where something can be put or dropped. */
export function MatrixCells({ matrix, person, open, busy, onPut }: MatrixCellsProps) {
  const { t } = useTranslation('skp');
  const [over, setOver] = useState<string | null>(null);
  return matrix.results.map((result) => {
    const cell = matrix.cells.find(({ superiorResultId, employmentId }) => superiorResultId === result.id && employmentId === person.employmentId);
    return (
      <td
        key={result.id}
        data-label={result.title}
        className={over === result.id ? (classes.over ?? '') : ''}
        onDragOver={(event) => {
          if (!open) return;
          event.preventDefault();
          setOver(result.id);
        }}
        onDragLeave={() => setOver(null)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(null);
          if (open && !busy) onPut(result.id);
        }}
      >
        {(cell?.items ?? []).map((item) => (
          <div key={item.id} className={classes.item ?? ''}>
            {item.title}
            {item.pending ? (
              <Text span size="xs" c="red.9" display="block">
                {t(`matrix.pending.${item.pending}`)}
              </Text>
            ) : null}
          </div>
        ))}
        {open ? (
          <Button
            size="compact-sm"
            mih={32}
            variant="light"
            disabled={busy}
            aria-label={t('matrix.putFor', { name: person.personName, title: result.title })}
            onClick={() => onPut(result.id)}
          >
            {t('matrix.put')}
          </Button>
        ) : cell ? null : (
          <Text size="sm" c="dimmed">
            –
          </Text>
        )}
      </td>
    );
  });
}
