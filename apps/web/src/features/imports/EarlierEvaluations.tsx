import { EVALUATION_IMPORT_LIMITS } from '@ekinerja/contracts/evaluation-imports';
import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { download } from '../../lib/api';
import { announce } from '../../ui/Announcements';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { FileDrop } from '../../ui/FileDrop';
import { ResponsiveTable } from '../../ui/ResponsiveTable';
import { Section } from '../../ui/Section';
import { useTakeEvaluations } from './queries';

/** Results from before this system: checked first with every bad cell named, then taken in whole or not at all. */
export function EarlierEvaluations() {
  const { t } = useTranslation('imports');
  const [file, setFile] = useState<File | null>(null);
  const load = useTakeEvaluations();
  const answer = load.data;
  const megabytes = EVALUATION_IMPORT_LIMITS.bytes / 1024 / 1024;
  const take = (next: File) => {
    setFile(next);
    load.mutate({ file: next, apply: false });
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
        <FileDrop
          accept={['.xlsx']}
          maxBytes={EVALUATION_IMPORT_LIMITS.bytes}
          busy={load.isPending}
          progress={load.isPending ? t('earlier.reading') : null}
          words={{ drop: t('upload.drop'), choose: t('upload.choose'), limits: t('upload.limits', { megabytes }) }}
          refusal={(why) => ({ title: t('earlier.refused'), text: t(`upload.refusal.${why}`) })}
          onFile={take}
        />
        <ErrorNotice error={load.error} />
        {answer && answer.problems.length > 0 ? (
          <>
            <Alert color="orange" title={t('earlier.problems', { count: answer.problems.length })}>
              {t('earlier.mend')}
            </Alert>
            <ResponsiveTable
              caption={t('earlier.problems', { count: answer.problems.length })}
              rows={answer.problems.map((one, at) => ({ ...one, key: String(at) }))}
              rowKey={(row) => row.key}
              columns={[
                { key: 'row', title: t('earlier.row'), heading: true, cell: (row) => row.row },
                { key: 'column', title: t('earlier.column'), cell: (row) => row.column },
                { key: 'value', title: t('earlier.value'), cell: (row) => row.value || '–' },
                { key: 'reason', title: t('earlier.reason'), cell: (row) => t(`earlier.why.${row.reason}`) },
              ]}
            />
          </>
        ) : null}
        {answer && answer.problems.length === 0 ? (
          <Group gap="sm">
            <Text>{t(answer.applied ? 'earlier.applied' : 'earlier.ready', { fresh: answer.fresh, unchanged: answer.unchanged })}</Text>
            {answer.applied || answer.fresh === 0 ? null : (
              <Button loading={load.isPending} onClick={() => file && load.mutate({ file, apply: true }, { onSuccess: () => announce(t('earlier.done')) })}>
                {t('earlier.apply')}
              </Button>
            )}
          </Group>
        ) : null}
      </Stack>
    </Section>
  );
}
