import type { EvaluationDueItem } from '@ekinerja/contracts/evaluations';
import type { PaperEntry } from '@ekinerja/contracts/paper-decisions';
import type { SkpItem } from '@ekinerja/contracts/skp';
import { Anchor, Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatDate, formatMonth } from '../../lib/format';
import { PaperNote } from '../../ui/PaperNote';
import { ResponsiveTable } from '../../ui/ResponsiveTable';
import { Section } from '../../ui/Section';
import type { PaperTask } from './PaperForm';

type OnTask = (task: PaperTask) => void;

export function PaperSkps({ skps, onTask }: { skps: readonly SkpItem[]; onTask: OnTask }) {
  const { t } = useTranslation('employees');
  const act = (kind: 'skp.determine' | 'skp.return', skp: SkpItem) => onTask({ act: kind, title: skp.personName, ids: [skp.id], version: skp.version, evaluation: null });
  return (
    <Section title={t('paper.skps', { count: skps.length })}>
      {skps.length === 0 ? (
        <Text c="dimmed">{t('paper.noSkps')}</Text>
      ) : (
        <ResponsiveTable
          caption={t('paper.skps', { count: skps.length })}
          rows={skps}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'name',
              title: t('name'),
              heading: true,
              cell: (skp) => (
                <Anchor component={Link} to={`/skp/${skp.id}`}>
                  {skp.personName}
                </Anchor>
              ),
            },
            { key: 'year', title: t('timeline.year'), cell: (skp) => String(skp.year) },
            {
              key: 'act',
              title: t('paper.what'),
              cell: (skp) => (
                <Group gap={6}>
                  <Button size="xs" h={36} variant="light" onClick={() => act('skp.determine', skp)}>
                    {t('paper.determine')}
                  </Button>
                  <Button size="xs" h={36} variant="default" onClick={() => act('skp.return', skp)}>
                    {t('paper.return')}
                  </Button>
                </Group>
              ),
            },
          ]}
        />
      )}
    </Section>
  );
}

export function PaperEntries({ entries, onTask }: { entries: readonly PaperEntry[]; onTask: OnTask }) {
  const { t } = useTranslation('employees');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const ids = entries.map(({ id }) => id).filter((id) => chosen.has(id));
  const toggle = (id: string) => setChosen(new Set(chosen.has(id) ? [...chosen].filter((one) => one !== id) : [...chosen, id]));
  const act = (kind: 'activities.accept' | 'activities.refuse') => onTask({ act: kind, title: t('paper.entries', { count: ids.length }), ids, version: null, evaluation: null });
  return (
    <Section title={t('paper.entries', { count: entries.length })}>
      {entries.length === 0 ? (
        <Text c="dimmed">{t('paper.noEntries')}</Text>
      ) : (
        <Stack gap="xs">
          <Checkbox
            label={t('paper.selectAll')}
            checked={ids.length === entries.length}
            indeterminate={ids.length > 0 && ids.length < entries.length}
            onChange={(event) => setChosen(new Set(event.currentTarget.checked ? entries.map(({ id }) => id) : []))}
          />
          {entries.map((entry) => (
            <Checkbox
              key={entry.id}
              label={`${formatDate(entry.date)} · ${entry.personName}`}
              description={entry.description}
              checked={chosen.has(entry.id)}
              onChange={() => toggle(entry.id)}
            />
          ))}
          <Group gap="xs">
            <Button variant="light" disabled={ids.length === 0} onClick={() => act('activities.accept')}>
              {t('paper.accept', { count: ids.length })}
            </Button>
            <Button variant="default" disabled={ids.length === 0} onClick={() => act('activities.refuse')}>
              {t('paper.refuse', { count: ids.length })}
            </Button>
          </Group>
        </Stack>
      )}
    </Section>
  );
}

export function PaperEvaluations({ items, month, onTask }: { items: readonly EvaluationDueItem[]; month: string; onTask: OnTask }) {
  const { t } = useTranslation('employees');
  return (
    <Section title={t('paper.evaluations', { month: formatMonth(month) })}>
      {items.length === 0 ? (
        <Text c="dimmed">{t('paper.noEvaluations')}</Text>
      ) : (
        <Stack>
          {items.map((item) => (
            <div key={item.employmentId}>
              <Group justify="space-between" gap="xs">
                <div>
                  <Text fw={600}>{item.personName}</Text>
                  <Text size="sm" c="dimmed">
                    {item.evaluation ? t('paper.rated', { predicate: item.form.labels[item.evaluation.predicate] }) : item.postName}
                  </Text>
                </div>
                <Button
                  size="xs"
                  h={36}
                  variant="light"
                  onClick={() => onTask({ act: 'evaluation', title: item.personName, ids: [], version: item.evaluation?.version ?? null, evaluation: { item, month } })}
                >
                  {t('paper.rate')}
                </Button>
              </Group>
              {item.evaluation ? <PaperNote subjectId={item.evaluation.id} /> : null}
            </div>
          ))}
        </Stack>
      )}
    </Section>
  );
}
