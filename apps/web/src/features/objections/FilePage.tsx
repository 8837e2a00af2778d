import { OBJECTION_LIMITS, type ObjectionWindow } from '@ekinerja/contracts/objections';
import { Alert, Button, FileInput, Group, Stack, Text, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconCalendarTime, IconPaperclip } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { formatDeadline } from '../../lib/format';
import { announce } from '../../ui/Announcements';
import { Cite } from '../../ui/Cite';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Loaded } from '../../ui/Loaded';
import { PageTitle } from '../../ui/PageTitle';
import { Section } from '../../ui/Section';
import { objectionWindows, useAddEvidence, useFileObjection } from './queries';

/** Objecting to an own evaluation: until when, to whom, why, and on what evidence. */
export default function FilePage() {
  const { t } = useTranslation('objections');
  const { evaluationId = '' } = useParams();
  const query = useQuery(objectionWindows);
  return (
    <>
      <PageTitle title={t('file.title')} note={t('file.note')} />
      <Loaded query={query} shape="text">
        {(windows) => {
          const window = windows.find((one) => one.evaluationId === evaluationId);
          if (!window) return <EmptyState title={t('file.unknown')} />;
          return window.refusal ? (
            <Alert color="orange" title={t(`refusal.${window.refusal}`, { at: window.until ? formatDeadline(window.until) : '' })}>
              {window.cite ? <Cite cite={window.cite} /> : null}
            </Alert>
          ) : (
            <FileForm window={window} />
          );
        }}
      </Loaded>
    </>
  );
}

function FileForm({ window }: { window: ObjectionWindow }) {
  const { t } = useTranslation(['objections', 'shell']);
  const navigate = useNavigate();
  const [reasons, setReasons] = useState('');
  const [files, setFiles] = useState<File[]>([]);
  const [tried, setTried] = useState(false);
  const filing = useFileObjection();
  const evidence = useAddEvidence();
  const { min, max } = OBJECTION_LIMITS.reasons;
  const short = reasons.trim().length < min;
  const tooMany = files.length > OBJECTION_LIMITS.evidence;
  const tooBig = files.find((file) => file.size > OBJECTION_LIMITS.fileBytes);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (short || tooMany || tooBig) return;
    const filed = await filing.mutateAsync({ evaluationId: window.evaluationId, reasons: reasons.trim() }).catch(() => null);
    if (!filed) return;
    // The case stands already: a file that fails is shown there and can be added again.
    for (const file of files) await evidence.mutateAsync({ id: filed.id, file }).catch(() => null);
    announce(t('file.done', { name: window.examiner?.personName ?? '' }));
    await navigate(`/keberatan/${filed.id}`, { replace: true });
  };
  return (
    <Stack>
      <Alert color="blue" icon={<IconCalendarTime aria-hidden />} title={window.until ? t('file.until', { at: formatDeadline(window.until) }) : t('file.starts')}>
        <Text size="sm">{t('file.to', { name: window.examiner?.personName, post: window.examiner?.postName })}</Text>
        {window.cite ? <Cite cite={window.cite} /> : null}
      </Alert>
      <Section title={t('file.form')}>
        <form noValidate onSubmit={(event) => void submit(event)}>
          <Stack gap="sm" maw={720}>
            <Textarea
              label={t('file.reasons')}
              description={t('file.reasonsNote')}
              required
              autosize
              minRows={5}
              maxLength={max}
              value={reasons}
              error={tried && short ? t('tooShort', { count: min }) : undefined}
              onChange={(event) => setReasons(event.currentTarget.value)}
            />
            <FileInput
              label={t('evidence.label')}
              description={t('evidence.limits', { count: OBJECTION_LIMITS.evidence })}
              leftSection={<IconPaperclip size={18} aria-hidden />}
              multiple
              clearable
              accept="image/jpeg,image/png,image/webp,application/pdf"
              value={files}
              error={tooBig ? t('evidence.tooBig', { name: tooBig.name }) : tooMany ? t('evidence.tooMany', { count: OBJECTION_LIMITS.evidence }) : undefined}
              onChange={setFiles}
            />
            <ErrorNotice error={filing.error} />
            <Group>
              <Button type="submit" loading={filing.isPending || evidence.isPending}>
                {t('file.submit')}
              </Button>
            </Group>
          </Stack>
        </form>
      </Section>
    </Stack>
  );
}
