import { MEASUREMENT_LIMITS, type Measurement } from '@ekinerja/contracts/measurements';
import { Alert, Button, Group, Paper, Stack, Text, TextInput } from '@mantine/core';
import { IconBulb } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate, formatDecimal } from '../../lib/format';
import { useProfile } from '../../lib/session';
import { announce } from '../../ui/Announcements';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { CreativityPart, isWhole } from './CreativityPart';
import { useConfirmMeasurement, useStateMeasurement } from './measuring-queries';

type Said = Record<string, { value: string; other: string }>;
const keyOf = (line: { resultId: string; indicator: number }) => `${line.resultId}.${line.indicator}`;

/** Realisation of each indicator: stated by the employee, or confirmed by the evaluator with a note. */
export function MeasurementForm({ one, mode }: { one: Measurement; mode: 'state' | 'confirm' | 'read' }) {
  const { t } = useTranslation(['evaluations', 'shell']);
  const [said, setSaid] = useState<Said>(() =>
    Object.fromEntries(one.lines.map((line) => [keyOf(line), mode === 'confirm' ? { value: line.confirmed ?? line.realised ?? '', other: line.note } : { value: line.realised ?? '', other: line.source }])),
  );
  const [creativity, setCreativity] = useState(one.creativity);
  const open = useProfile().today >= one.opensOn;
  const state = useStateMeasurement();
  const confirm = useConfirmMeasurement();
  const send = (submit: boolean) =>
    state.mutate(
      {
        version: one.version,
        body: { rhythm: one.rhythm, month: one.month, submit, lines: one.lines.map((line) => ({ resultId: line.resultId, indicator: line.indicator, realised: said[keyOf(line)]?.value ?? '', source: said[keyOf(line)]?.other ?? '' })) },
      },
      { onSuccess: () => announce(t(submit ? 'realisation.sent' : 'realisation.kept')) },
    );
  const accept = () => {
    if (!one.id) return;
    confirm.mutate(
      { id: one.id, version: one.version, body: { lines: one.lines.map((line) => ({ resultId: line.resultId, indicator: line.indicator, confirmed: said[keyOf(line)]?.value ?? '', note: said[keyOf(line)]?.other ?? '' })), creativity } },
      { onSuccess: () => announce(t('realisation.confirmed')) },
    );
  };
  return (
    <Stack>
      {one.previous ? (
        <Alert color="blue" icon={<IconBulb aria-hidden />} title={t('previous.title')}>
          {[one.previous.note, one.previous.recommendation].filter(Boolean).join(' – ')}
        </Alert>
      ) : null}
      {one.lines.map((line) => {
        const key = keyOf(line);
        const now = said[key] ?? { value: '', other: '' };
        const { gathered } = line;
        return (
          <Paper key={key} withBorder p="sm" component="fieldset">
            <Text component="legend" fw={650} px={6}>
              {line.resultTitle}: {line.name}
            </Text>
            <Text size="sm">{t('realisation.target', { aspect: t(`realisation.aspect.${line.aspect}`), target: line.targetTo ? `${line.target}–${line.targetTo}` : line.target, unit: line.unit })}</Text>
            <Text size="sm" c="dimmed">{t('realisation.gathered', { entries: gathered.entries, evidence: gathered.evidence })}</Text>
            {mode === 'read' ? (
              <Text>{t('realisation.stands', { value: line.confirmed ?? line.realised ?? '–', source: line.source })}</Text>
            ) : (
              <Group align="flex-end" mt="xs">
                <TextInput
                  label={t(mode === 'state' ? 'realisation.value' : 'realisation.confirmedValue')}
                  description={mode === 'confirm' ? t('realisation.statedAs', { value: line.realised ?? '–', source: line.source }) : undefined}
                  maxLength={MEASUREMENT_LIMITS.realised}
                  value={now.value}
                  onChange={(event) => setSaid({ ...said, [key]: { ...now, value: event.currentTarget.value } })}
                />
                <TextInput
                  label={t(mode === 'state' ? 'realisation.source' : 'realisation.note')}
                  style={{ flex: '1 1 14rem', minWidth: 0 }}
                  maxLength={MEASUREMENT_LIMITS.source}
                  value={now.other}
                  onChange={(event) => setSaid({ ...said, [key]: { ...now, other: event.currentTarget.value } })}
                />
                {mode === 'state' && gathered.proposal !== null ? (
                  <Button variant="light" onClick={() => setSaid({ ...said, [key]: { value: gathered.proposal ?? '', other: now.other || t('realisation.fromEntries') } })}>
                    {t('realisation.take', { value: formatDecimal(gathered.proposal) })}
                  </Button>
                ) : null}
              </Group>
            )}
            {line.attainment !== null ? <Text size="sm">{t('realisation.attainment', { percent: formatDecimal(line.attainment) })}</Text> : null}
          </Paper>
        );
      })}
      <CreativityPart one={one} value={creativity} {...(mode === 'confirm' ? { onChange: setCreativity } : {})} />
      <ErrorNotice error={state.error ?? confirm.error} />
      {mode === 'state' ? (
        <Group>
          {open ? <Button loading={state.isPending} onClick={() => send(true)}>{t('realisation.submit')}</Button> : <Text size="sm">{t('realisation.opens', { date: formatDate(one.opensOn) })}</Text>}
          {one.status === 'stated' ? null : (
            <Button variant="default" loading={state.isPending} onClick={() => send(false)}>{t('realisation.keep')}</Button>
          )}
        </Group>
      ) : mode === 'confirm' ? (
        <Group>
          <Button loading={confirm.isPending} disabled={!isWhole(creativity)} onClick={accept}>{t('realisation.confirm')}</Button>
        </Group>
      ) : null}
    </Stack>
  );
}
