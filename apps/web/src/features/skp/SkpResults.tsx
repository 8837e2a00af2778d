import { RESULT_TASKS, type SkpIndicator, type SkpResult } from '@ekinerja/contracts/skp';
import { Badge, Card, Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ResponsiveTable } from '../../ui/ResponsiveTable';

/** As the SKP form reads: main tasks, then additional ones, each result with its indicators. */
export function SkpResults({ results, kinds = true }: { results: readonly SkpResult[]; kinds?: boolean }) {
  const { t } = useTranslation('skp');
  if (results.length === 0) return <Text c="dimmed">{t('noResults')}</Text>;
  return (
    <Stack gap="lg">
      {RESULT_TASKS.map((task) => {
        const own = results.filter((result) => result.task === task);
        return own.length === 0 ? null : (
          <div key={task}>
            <Title order={3} mb="xs">
              {t(`task.${task}`)}
            </Title>
            <Stack>
              {own.map((result, at) => (
                <Result key={result.id} result={result} number={at + 1} kinds={kinds} />
              ))}
            </Stack>
          </div>
        );
      })}
    </Stack>
  );
}

function Result({ result, number, kinds }: { result: SkpResult; number: number; kinds: boolean }) {
  const { t } = useTranslation('skp');
  return (
    <Card component="article" padding="sm">
      <Group gap="xs" align="flex-start" wrap="nowrap">
        <Text fw={650}>{number}.</Text>
        <div style={{ minWidth: 0, flex: 1 }}>
          <Text fw={650}>{result.title}</Text>
          {result.superiorResultTitle ? (
            <Text size="sm" c="dimmed">
              {t('supports', { title: result.superiorResultTitle })}
            </Text>
          ) : null}
          {result.assignment?.decisionNumber ? (
            <Text size="sm" c="dimmed">
              {t('assigned', { by: result.assignment.givenBy, number: result.assignment.decisionNumber })}
            </Text>
          ) : null}
          {result.attainment ? <Text size="sm">{t('attainment', { text: result.attainment })}</Text> : null}
          {kinds ? (
            <Badge variant="light" color="gray" tt="none" mt={4} mb="xs">
              {t(`kind.${result.kind}`)}
            </Badge>
          ) : null}
        </div>
      </Group>
      <ResponsiveTable
        caption={t('indicatorsOf', { title: result.title })}
        rows={result.indicators.map((indicator, at) => ({ ...indicator, key: String(at) }))}
        rowKey={(row) => row.key}
        columns={[
          { key: 'aspect', title: t('aspectTitle'), cell: (row) => t(`aspect.${row.aspect}`) },
          { key: 'indicator', title: t('indicator'), heading: true, cell: (row) => row.indicator },
          { key: 'target', title: t('target'), align: 'right', cell: (row) => targetText(row) },
        ]}
      />
    </Card>
  );
}

function targetText({ target, targetTo, unit, direction }: SkpIndicator): string {
  const sign = direction === 'smaller' ? '≤ ' : '';
  return `${sign}${direction === 'range' && targetTo ? `${target}–${targetTo}` : target} ${unit}`.trim();
}
