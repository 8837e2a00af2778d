import { REGULATION_LIMITS, type AmountKey, type AmountRow, type ReadAmounts as Read } from '@ekinerja/contracts/regulations';
import { Alert, Button, Group, List, Stack, Textarea } from '@mantine/core';
import { IconClipboardText } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { FileDrop } from '../../ui/FileDrop';
import { Section } from '../../ui/Section';
import { useReadPasted, useReadWorkbook } from './draft-queries';

/** Key columns and rupiah, pasted or from a sheet, into the table; each cell that cannot be read is named. */
export function ReadAmounts({ keys, onRead }: { keys: readonly AmountKey[]; onRead: (rows: AmountRow[]) => void }) {
  const { t } = useTranslation('drafts');
  const [text, setText] = useState('');
  const [found, setFound] = useState<Read | null>(null);
  const pasted = useReadPasted();
  const workbook = useReadWorkbook();
  const columns = [...keys.map((key) => t(`amounts.keys.${key}`)), t('read.rupiah')].join(', ');
  const take = (read: Read) => {
    setFound(read);
    if (read.problems.length === 0) onRead(read.rows);
  };
  return (
    <Section title={t('read.title')} note={t('read.note')}>
      <Stack gap="sm">
        <Textarea label={t('read.paste')} description={t('read.pasteNote', { columns })} value={text} onChange={(event) => setText(event.currentTarget.value)} autosize minRows={3} maxRows={10} maxLength={REGULATION_LIMITS.text} />
        <Group>
          <Button variant="default" leftSection={<IconClipboardText size={18} aria-hidden />} disabled={text.trim() === ''} loading={pasted.isPending} onClick={() => pasted.mutate({ text, keys: keys.length }, { onSuccess: take })}>
            {t('read.use')}
          </Button>
        </Group>
        <FileDrop
          accept={['.xlsx']}
          maxBytes={REGULATION_LIMITS.workbookBytes}
          busy={workbook.isPending}
          progress={null}
          words={{ drop: t('read.drop'), choose: t('read.choose'), limits: t('read.limits') }}
          refusal={(why, name) => ({ title: t(`upload.refused.${why}`, { name }), text: t(`read.refused.${why}`) })}
          onFile={(file) => workbook.mutate({ file, keys: keys.length }, { onSuccess: take })}
        />
        <ErrorNotice error={pasted.error ?? workbook.error} />
        {found === null ? null : found.problems.length === 0 ? (
          <Alert role="status" color="green" title={t('read.done', { count: found.rows.length })} />
        ) : (
          <Alert role="alert" color="red" title={t('read.problems', { count: found.problems.length })}>
            <List size="sm">
              {found.problems.map(({ row, reason, value }) => (
                <List.Item key={`${row}.${reason}`}>{t(`read.problem.${reason}`, { row, value })}</List.Item>
              ))}
            </List>
          </Alert>
        )}
      </Stack>
    </Section>
  );
}
