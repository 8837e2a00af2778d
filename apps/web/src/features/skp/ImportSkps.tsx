import type { Uuid } from '@ekinerja/contracts/basics';
import { SKP_LIMITS } from '@ekinerja/contracts/skp';
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
import { useImportSkps } from './queries';

/** SKPs from Excel: checked first with every bad cell named, then taken in whole or not at all. */
export function ImportSkps({ year, skpdId }: { year: number; skpdId: Uuid }) {
  const { t } = useTranslation('skp');
  const [file, setFile] = useState<File | null>(null);
  const load = useImportSkps(year, skpdId);
  const answer = load.data;
  const take = (next: File) => {
    setFile(next);
    load.mutate({ file: next, apply: false });
  };
  const megabytes = SKP_LIMITS.importBytes / 1024 / 1024;
  return (
    <Section
      title={t('import.title')}
      note={t('import.note')}
      actions={
        <Button
          variant="default"
          leftSection={<IconDownload size={18} aria-hidden />}
          onClick={() => void download('/skp-imports/template.xlsx', 'templat-skp.xlsx')}
        >
          {t('import.template')}
        </Button>
      }
    >
      <Stack gap="sm">
        <FileDrop
          accept={['.xlsx']}
          maxBytes={SKP_LIMITS.importBytes}
          busy={load.isPending}
          progress={load.isPending ? t('import.reading') : null}
          words={{ drop: t('import.drop'), choose: t('import.choose'), limits: t('import.limits', { megabytes }) }}
          refusal={(why) => ({ title: t('import.refused'), text: t(`import.why.${why}`, { megabytes }) })}
          onFile={take}
        />
        <ErrorNotice error={load.error} />
        {answer && answer.problems.length > 0 ? (
          <>
            <Alert color="orange" title={t('import.problems', { count: answer.problems.length })}>
              {t('import.mend')}
            </Alert>
            <ResponsiveTable
              caption={t('import.problems', { count: answer.problems.length })}
              rows={answer.problems.map((one, at) => ({ ...one, key: String(at) }))}
              rowKey={(row) => row.key}
              columns={[
                { key: 'row', title: t('import.row'), heading: true, cell: (row) => row.row },
                { key: 'column', title: t('import.column'), cell: (row) => row.column },
                { key: 'value', title: t('import.value'), cell: (row) => row.value || '–' },
                { key: 'reason', title: t('import.reason'), cell: (row) => t(`problem.${row.reason}`) },
              ]}
            />
          </>
        ) : null}
        {answer && answer.problems.length === 0 ? (
          answer.applied ? (
            <Text>{t('import.applied', { skps: answer.skps, results: answer.results })}</Text>
          ) : (
            <Group gap="sm">
              <Text>{t('import.ready', { skps: answer.skps, results: answer.results })}</Text>
              <Button
                loading={load.isPending}
                onClick={() =>
                  file && load.mutate({ file, apply: true }, { onSuccess: () => announce(t('import.done')) })
                }
              >
                {t('import.apply')}
              </Button>
            </Group>
          )
        ) : null}
      </Stack>
    </Section>
  );
}
