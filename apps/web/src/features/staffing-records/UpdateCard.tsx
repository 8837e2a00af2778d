import type { StaffingUpdate } from '@ekinerja/contracts/staffing-records';
import { Badge, Button, Group, List, Paper, Stack, Text, Timeline } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { download } from '../../lib/api';
import { formatDate, formatInstant } from '../../lib/format';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { FieldValue } from './FieldValue';
import { UpdateActions } from './UpdateActions';

const COLOURS = { submitted: 'blue', verified: 'blue', clarified: 'blue', synchronised: 'blue', validated: 'green', rejected: 'red', withdrawn: 'gray' } as const;

/** One update: what is asked, the document, each step with who and when, and what can be done next. */
export function UpdateCard({ update, named }: { update: StaffingUpdate; named: boolean }) {
  const { t } = useTranslation('staffing');
  const paper = useMutation({ mutationFn: () => download(`/staffing-records/updates/${update.id}/document`, update.fileName) });
  return (
    <Paper withBorder p="md" component="article" aria-label={t('update.label', { name: update.personName, date: formatInstant(update.submittedAt) })}>
      <Stack gap="sm">
        <Group justify="space-between" gap="xs">
          <div>
            <Text fw={600}>{named ? update.personName : t('update.of', { date: formatInstant(update.submittedAt) })}</Text>
            {named ? (
              <Text size="sm" c="dimmed">
                {[update.nip, update.skpdName, formatInstant(update.submittedAt)].filter(Boolean).join(' · ')}
              </Text>
            ) : null}
          </div>
          <Badge color={COLOURS[update.status]} variant="light" tt="none">
            {t(`status.${update.status}`)}
          </Badge>
        </Group>
        <List size="sm">
          {update.changes.map(({ field, from, to }) => (
            <List.Item key={field}>
              {t(`field.${field}`)}: <FieldValue field={field} value={from} /> → <strong><FieldValue field={field} value={to} /></strong>
            </List.Item>
          ))}
        </List>
        <Group gap="xs">
          <Text size="sm">{t('update.document', { number: update.documentNumber, date: formatDate(update.documentDate), signatory: update.signatory })}</Text>
          <Button variant="default" size="xs" h={36} leftSection={<IconDownload size={16} aria-hidden />} loading={paper.isPending} onClick={() => paper.mutate()}>
            {update.fileName}
          </Button>
        </Group>
        {update.note ? <Text size="sm">{update.note}</Text> : null}
        <ErrorNotice error={paper.error} onRetry={() => paper.mutate()} />
        <Timeline active={update.steps.length - 1} bulletSize={14} lineWidth={2}>
          {update.steps.map((step) => (
            <Timeline.Item key={`${step.action}.${step.at}`} title={<Text size="sm" fw={500}>{t(`step.${step.action}`)}</Text>}>
              <Text size="sm" c="dimmed">
                {step.by}, {formatInstant(step.at)}
              </Text>
              {step.accurate === null ? null : <Text size="sm">{t(step.accurate ? 'update.accurate' : 'update.inaccurate')}</Text>}
              {step.note ? <Text size="sm">{step.note}</Text> : null}
              {step.differences ? (
                <Text size="sm">
                  {step.differences.length === 0
                    ? t('update.matches')
                    : t('update.stillDiffers', { fields: step.differences.map(({ field }) => t(`field.${field}`)).join(', ') })}
                </Text>
              ) : null}
            </Timeline.Item>
          ))}
        </Timeline>
        <UpdateActions update={update} />
      </Stack>
    </Paper>
  );
}
