import { EVALUATION_IMPORT_LIMITS } from '@ekinerja/contracts/evaluation-imports';
import { Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { download } from '../../lib/api';
import { announce } from '../../ui/Announcements';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { FileDrop } from '../../ui/FileDrop';
import { Section } from '../../ui/Section';
import { FileProblems } from './FileProblems';
import { LeftOutLine } from './LeftOutLine';
import { NationalColumns } from './NationalColumns';
import { useTakeEvaluations } from './queries';

/** Results from before this system: checked first with every bad cell named, then taken in whole or not at all. */
export function EarlierEvaluations() {
  const { t } = useTranslation('imports');
  const [file, setFile] = useState<File | null>(null);
  const [leaveUnknown, setLeaveUnknown] = useState(false);
  const load = useTakeEvaluations();
  const answer = load.data;
  const megabytes = EVALUATION_IMPORT_LIMITS.bytes / 1024 / 1024;
  const check = (next: File | null, leave = leaveUnknown) => {
    setFile(next);
    if (next) load.mutate({ file: next, leaveUnknown: leave, apply: false });
  };
  return (
    <Section
      title={t('earlier.title')}
      note={t('earlier.note')}
      actions={
        <Button variant="default" leftSection={<IconDownload size={18} aria-hidden />} onClick={() => void download('/evaluation-imports/template.xlsx', 'templat-penilaian.xlsx')}>
          {t('upload.template')}
        </Button>
      }
    >
      <Stack gap="sm">
        <Checkbox
          label={t('national.leaveUnknown')}
          checked={leaveUnknown}
          onChange={(event) => {
            setLeaveUnknown(event.currentTarget.checked);
            check(file, event.currentTarget.checked);
          }}
        />
        <FileDrop
          accept={['.xlsx']}
          maxBytes={EVALUATION_IMPORT_LIMITS.bytes}
          busy={load.isPending}
          progress={load.isPending ? t('earlier.reading') : null}
          words={{ drop: t('upload.drop'), choose: t('upload.choose'), limits: t('upload.limits', { megabytes }) }}
          refusal={(why) => ({ title: t('earlier.refused'), text: t(`upload.refusal.${why}`) })}
          onFile={(next) => check(next)}
        />
        <ErrorNotice error={load.error} />
        <FileProblems problems={answer?.problems ?? []} />
        {answer && answer.problems.length === 0 ? (
          <Group gap="sm">
            <Text>{t(answer.applied ? 'earlier.applied' : 'earlier.ready', { fresh: answer.fresh, unchanged: answer.unchanged })}</Text>
            {answer.applied || answer.fresh === 0 ? null : (
              <Button loading={load.isPending} onClick={() => file && load.mutate({ file, leaveUnknown, apply: true }, { onSuccess: () => announce(t('earlier.done')) })}>
                {t('earlier.apply')}
              </Button>
            )}
          </Group>
        ) : null}
        {answer ? <LeftOutLine left={answer.left} /> : null}
        <NationalColumns file="results" headings={answer?.headings ?? []} missing={answer?.problems.some(({ reason }) => reason === 'column-missing') ?? false} onSaved={() => check(file)} />
      </Stack>
    </Section>
  );
}
