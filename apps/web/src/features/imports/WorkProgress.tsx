import type { WorkbookImport } from '@ekinerja/contracts/imports';
import { Progress, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Section } from '../../ui/Section';

/** How far the server is. It works on when this page is left; whoever comes back sees where it stands. */
export function WorkProgress({ work }: { work: WorkbookImport }) {
  const { t } = useTranslation('imports');
  const stage = t([`stage.${work.stage ?? 'waiting'}`, 'stage.waiting']);
  return (
    <Section title={t(work.status === 'applying' ? 'progress.applying' : 'progress.checking')} note={t('progress.note')}>
      <Progress.Root size="xl">
        <Progress.Section value={work.percent} aria-label={t('progress.label')} animated />
      </Progress.Root>
      <Text size="sm" mt="xs" role="status">
        {t('progress.at', { percent: work.percent, stage })}
      </Text>
    </Section>
  );
}
