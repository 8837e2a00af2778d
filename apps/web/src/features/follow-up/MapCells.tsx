import type { Rating } from '@ekinerja/contracts/basics';
import type { PerformanceMap } from '@ekinerja/contracts/follow-up';
import { Text, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Section } from '../../ui/Section';
import classes from './MapCells.module.css';

interface MapCellsProps {
  cells: PerformanceMap['cells'];
  ratings: readonly Rating[];
  /** `<result>.<behaviour>`, or all. */
  chosen: string | null;
  onChoose: (cell: string | null) => void;
}

/** The nine cells of the quadrant: results from top to bottom, behaviour from left to right; the fuller, the darker. */
export function MapCells({ cells, ratings, chosen, onChoose }: MapCellsProps) {
  const { t } = useTranslation(['follow-up', 'shell']);
  const most = Math.max(1, ...cells.map(({ people }) => people));
  return (
    <Section title={t('map.quadrant')} note={t('map.quadrantNote')}>
      <table className={classes.grid}>
        <thead>
          <tr>
            <td>
              <Text size="xs" c="dimmed">
                {t('map.result')} ↓ {t('map.behaviour')} →
              </Text>
            </td>
            {ratings.map((behaviour) => (
              <th key={behaviour} scope="col">
                {t(`shell:status.${behaviour}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...ratings].reverse().map((result) => (
            <tr key={result}>
              <th scope="row">{t(`shell:status.${result}`)}</th>
              {ratings.map((behaviour) => {
                const found = cells.find((one) => one.result === result && one.behaviour === behaviour);
                const key = `${result}.${behaviour}`;
                const count = found?.people ?? 0;
                return (
                  <td key={behaviour}>
                    <UnstyledButton
                      className={classes.cell ?? ''}
                      style={{ '--share': count / most }}
                      aria-pressed={chosen === key}
                      aria-label={t('map.cell', { result: t(`shell:status.${result}`), behaviour: t(`shell:status.${behaviour}`), count })}
                      disabled={count === 0}
                      onClick={() => onChoose(chosen === key ? null : key)}
                    >
                      <span className={classes.count}>{count}</span>
                      {found ? <span className={classes.word}>{t(`shell:status.${found.predicate}`)}</span> : null}
                    </UnstyledButton>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
