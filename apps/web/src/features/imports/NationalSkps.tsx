import { SKP_LIMITS } from '@ekinerja/contracts/skp';
import { Button, Checkbox, Group, NumberInput, Stack, Text, TextInput } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { download } from '../../lib/api';
import { useProfile } from '../../lib/session';
import { announce } from '../../ui/Announcements';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { FileDrop } from '../../ui/FileDrop';
import { Section } from '../../ui/Section';
import { FileProblems } from './FileProblems';
import { LeftOutLine } from './LeftOutLine';
import { NationalColumns } from './NationalColumns';
import { useTakeNationalSkps } from './queries';

/** SKPs of the national application for all SKPDs: checked first with every bad cell named, then taken in whole or not at all. */
export function NationalSkps() {
  const { t } = useTranslation('imports');
  const { today } = useProfile();
  const [file, setFile] = useState<File | null>(null);
  const [wishes, setWishes] = useState({ year: Number(today.slice(0, 4)), determinedOn: '', leaveUnknown: false });
  const load = useTakeNationalSkps();
  const answer = load.data;
  const check = (next: File | null, wanted = wishes) => {
    setFile(next);
    setWishes(wanted);
    if (next) load.mutate({ file: next, ...wanted, apply: false });
  };
  /** What was checked under other wishes says nothing about these. */
  const change = (wanted: typeof wishes) => {
    setWishes(wanted);
    load.reset();
  };
  return (
    <Section
      title={t('national.title')}
      note={t('national.note')}
      actions={
        <Button variant="default" leftSection={<IconDownload size={18} aria-hidden />} onClick={() => void download('/skp-imports/national-template.xlsx', 'skp-aplikasi-nasional.xlsx')}>
          {t('national.template')}
        </Button>
      }
    >
      <Stack gap="sm">
        <Group gap="sm" align="flex-start">
          <NumberInput label={t('national.year')} w={120} min={2019} max={2100} hideControls value={wishes.year} onChange={(year) => change({ ...wishes, year: Number(year) })} />
          <TextInput
            type="date"
            label={t('national.determinedOn')}
            description={t('national.determinedOnNote')}
            inputWrapperOrder={['label', 'input', 'description']}
            max={today}
            value={wishes.determinedOn}
            onChange={(event) => change({ ...wishes, determinedOn: event.currentTarget.value })}
          />
        </Group>
        <Checkbox label={t('national.leaveUnknown')} checked={wishes.leaveUnknown} onChange={(event) => change({ ...wishes, leaveUnknown: event.currentTarget.checked })} />
        <FileDrop
          accept={['.xlsx']}
          maxBytes={SKP_LIMITS.importBytes}
          busy={load.isPending}
          progress={load.isPending ? t('earlier.reading') : null}
          words={{ drop: t('upload.drop'), choose: t('upload.choose'), limits: t('upload.limits', { megabytes: SKP_LIMITS.importBytes / 1024 / 1024 }) }}
          refusal={(why) => ({ title: t('earlier.refused'), text: t(`upload.refusal.${why}`) })}
          onFile={(next) => check(next)}
        />
        <ErrorNotice error={load.error} />
        {file && !answer && !load.isPending && !load.error ? (
          <Group gap="sm">
            <Text>{t('national.again', { name: file.name })}</Text>
            <Button variant="default" onClick={() => check(file)}>
              {t('national.check')}
            </Button>
          </Group>
        ) : null}
        <FileProblems problems={answer?.problems ?? []} />
        {answer && answer.problems.length === 0 ? (
          <Group gap="sm">
            <Text>{t(answer.applied ? 'national.applied' : 'national.ready', { skps: answer.skps, results: answer.results, unchanged: answer.unchanged })}</Text>
            {answer.applied || answer.skps === 0 ? null : (
              <Button loading={load.isPending} onClick={() => file && load.mutate({ file, ...wishes, apply: true }, { onSuccess: () => announce(t('national.done')) })}>
                {t('earlier.apply')}
              </Button>
            )}
          </Group>
        ) : null}
        {answer ? <LeftOutLine left={answer.left} /> : null}
        <NationalColumns file="skp" headings={answer?.headings ?? []} missing={answer?.problems.some(({ reason }) => reason === 'column-missing') ?? false} onSaved={() => check(file)} />
      </Stack>
    </Section>
  );
}
