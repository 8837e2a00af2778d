import type { RoleMatrix } from '@ekinerja/contracts/skp-cascade';
import { Anchor, Button, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconTargetArrow, IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { announce } from '../../ui/Announcements';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Loaded } from '../../ui/Loaded';
import { PageTitle } from '../../ui/PageTitle';
import { Section } from '../../ui/Section';
import { StatusBadge } from '../../ui/StatusBadge';
import { roleMatrix, useGive, useLink } from './cascade-queries';
import { ExpectationTray, type Picked } from './ExpectationTray';
import classes from './Matrix.module.css';
import { MatrixCells } from './MatrixCells';
import { SkpTabs } from './SkpTabs';
import { useYear, YearChoice } from './YearChoice';

/** The superior's results across, the people down: expectations are typed, dragged or put, and become their drafts. */
export default function MatrixPage() {
  const { t } = useTranslation('skp');
  const [year, setYear] = useYear();
  const query = useQuery(roleMatrix(year));
  return (
    <>
      <SkpTabs />
      <PageTitle title={t('matrix.title')} note={t('matrix.note')}>
        <YearChoice year={year} onChange={setYear} />
      </PageTitle>
      <Loaded query={query} shape="list">
        {(matrix) =>
          matrix.people.length === 0 ? (
            <EmptyState icon={IconUsers} title={t('matrix.nobody')} text={t('matrix.nobodyText')} />
          ) : matrix.results.length === 0 ? (
            <EmptyState icon={IconTargetArrow} title={t('matrix.noResults')} text={t('matrix.noResultsText')}>
              <Button component={Link} to={matrix.skpId ? `/skp/${matrix.skpId}` : '/skp'}>
                {t('matrix.toSkp')}
              </Button>
            </EmptyState>
          ) : (
            <Matrix matrix={matrix} />
          )
        }
      </Loaded>
    </>
  );
}

function Matrix({ matrix }: { matrix: RoleMatrix }) {
  const { t } = useTranslation('skp');
  const [picked, setPicked] = useState<Picked | null>(null);
  const give = useGive();
  const link = useLink();
  const put = (superiorResultId: string, employmentIds: string[], what: Picked | null = picked) => {
    if (!what || employmentIds.length === 0) return;
    const after = { onSuccess: () => { setPicked(null); announce(t('matrix.done', { count: employmentIds.length })); } };
    if (what.kind === 'loose') link.mutate({ resultId: what.resultId, superiorResultId }, after);
    else {
      const { title, indicator, target, unit } = what;
      give.mutate({ superiorResultId, employmentIds, title, ...(indicator || target ? { indicator: { indicator, target, unit } } : {}) }, after);
    }
  };
  const fits = (employmentId: string) => picked !== null && (picked.kind === 'new' || picked.employmentId === employmentId);
  const everybody = matrix.people.map(({ employmentId }) => employmentId);
  const busy = give.isPending || link.isPending;
  return (
    <Stack>
      <ExpectationTray picked={picked} onPick={setPicked} />
      <ErrorNotice error={give.error ?? link.error} />
      <Section title={t('matrix.grid', { count: matrix.people.length })} note={t('matrix.how')}>
        <div className={classes.scroll ?? ''} role="region" aria-label={t('matrix.title')} tabIndex={0}>
          <table className={classes.table ?? ''}>
            <thead>
              <tr>
                <th scope="col">{t('matrix.person')}</th>
                {matrix.results.map((result) => (
                  <th key={result.id} scope="col">
                    <Text fw={650} size="sm">
                      {result.title}
                    </Text>
                    <Text size="xs" c={result.people === 0 ? 'red.9' : 'dimmed'}>
                      {result.people === 0 ? t('matrix.unsupported') : t('matrix.carried', { count: result.people })}
                    </Text>
                    {picked?.kind === 'new' ? (
                      <Button size="compact-sm" mih={32} variant="light" mt={4} disabled={busy} onClick={() => put(result.id, everybody)}>
                        {t('matrix.toAll', { count: everybody.length })}
                      </Button>
                    ) : null}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {matrix.people.map((person) => (
                <tr key={person.employmentId}>
                  <th scope="row">
                    {person.skpId ? (
                      <Anchor component={Link} to={`/skp/${person.skpId}`} fw={600}>
                        {person.personName}
                      </Anchor>
                    ) : (
                      <Text fw={600}>{person.personName}</Text>
                    )}
                    <Text size="xs" c="dimmed">
                      {person.postName}
                    </Text>
                    <StatusBadge status={person.skpStatus ?? 'none'} size="sm" mt={4} />
                    {person.loose.map((item) => {
                      const mine: Picked = { kind: 'loose', resultId: item.id, employmentId: person.employmentId, title: item.title };
                      return (
                        <button
                          key={item.id}
                          type="button"
                          draggable
                          className={classes.chip ?? ''}
                          style={{ display: 'block', marginTop: 4 }}
                          aria-pressed={picked?.kind === 'loose' && picked.resultId === item.id}
                          onClick={() => setPicked(picked?.kind === 'loose' && picked.resultId === item.id ? null : mine)}
                          onDragStart={() => setPicked(mine)}
                        >
                          {t('matrix.loose', { title: item.title })}
                        </button>
                      );
                    })}
                  </th>
                  <MatrixCells matrix={matrix} person={person} open={fits(person.employmentId)} busy={busy} onPut={(resultId) => put(resultId, [person.employmentId])} />
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </Section>
    </Stack>
  );
}
