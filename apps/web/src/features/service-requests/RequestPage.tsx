import type { RequestDetail } from '@ekinerja/contracts/service-requests';
import { Alert, Button, FileButton, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { download } from '../../lib/api';
import { formatDate, formatInstant } from '../../lib/format';
import { announce } from '../../ui/Announcements';
import { Cite } from '../../ui/Cite';
import { DownloadButton } from '../../ui/DownloadButton';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Facts } from '../../ui/Facts';
import { Loaded } from '../../ui/Loaded';
import { PageTitle } from '../../ui/PageTitle';
import { Section } from '../../ui/Section';
import { StepForm } from './StepForm';
import { requestDetail, useAttach, useSubmit } from './queries';

/** One file: where it is and since when, its scans, and every hand it went through. */
export default function RequestPage() {
  const { id = '' } = useParams();
  const query = useQuery(requestDetail(id));
  return <Loaded query={query}>{(request) => <Request request={request} />}</Loaded>;
}

function Request({ request }: { request: RequestDetail }) {
  const { t } = useTranslation('service-requests');
  const { content } = request;
  const submit = useSubmit(request.id);
  const missing = request.attachments.filter(({ code }) => request.missing.includes(code)).map(({ name }) => name);
  return (
    <>
      <PageTitle title={request.kindName} note={`${request.number} · ${request.personName}`}>
        {request.mayEdit ? (
          <Button loading={submit.isPending} onClick={() => submit.mutate(request.version, { onSuccess: () => announce(t('submitted')) })}>
            {t('submit')}
          </Button>
        ) : null}
      </PageTitle>
      <Stack>
        <ErrorNotice error={submit.error} />
        {request.status === 'returned' && request.events.length > 0 ? (
          <Alert color="orange" icon={<IconAlertTriangle aria-hidden />} title={t('returned')}>
            {request.events.at(-1)?.note} {missing.length > 0 ? t('missing', { list: missing.join('; ') }) : ''}
          </Alert>
        ) : null}
        <Section title={request.stepName ?? t(`status.${request.status}`)} note={request.cite ? <Cite cite={request.cite} /> : undefined}>
          <Facts
            items={[
              { label: t('since'), value: `${formatInstant(request.since)} (${t('days', { count: request.daysHere })})` },
              ...(request.stepBy ? [{ label: t('queue.by'), value: t(`by.${request.stepBy}`) }] : []),
              { label: t('field.reason'), value: request.reason },
              { label: t('field.effectiveOn'), value: formatDate(content.effectiveOn) },
              { label: t('field.decreeNumber'), value: `${content.decreeNumber}, ${formatDate(content.decreeDate)}, ${content.signatory}` },
              ...(content.class ? [{ label: t('field.class'), value: content.class }] : []),
              ...(content.reopens ? [{ label: t('field.reopens'), value: t(`reopens.${content.reopens}`) }] : []),
              ...(request.archivePlace ? [{ label: t('archive'), value: request.archivePlace }] : []),
            ]}
          />
        </Section>
        {request.mine ? <StepForm key={request.version} request={request} /> : null}
        <Attachments request={request} />
        <Papers request={request} />
        <Section title={t('trail')}>
          <Stack gap="sm">
            {request.events.map((event, at) => (
              <div key={at}>
                <Text fw={600}>
                  {event.stepName} – {t(`outcome.${event.outcome}`)} {event.cite ? <Cite cite={event.cite} /> : null}
                </Text>
                <Text size="sm" c="dimmed">
                  {event.by}, {formatInstant(event.at)}
                  {event.reference ? ` · ${event.reference}` : ''}
                </Text>
                <Text>{event.note}</Text>
              </div>
            ))}
          </Stack>
        </Section>
      </Stack>
    </>
  );
}

/** Letter and list of changes to be signed, and the proof that the file was handed in. */
function Papers({ request }: { request: RequestDetail }) {
  const { t } = useTranslation('service-requests');
  const papers = ['letter', ...(request.effect === 'profile-change' ? ['changes'] : []), ...(request.events.length > 0 ? ['receipt'] : [])];
  return (
    <Section title={t('papers.title')} note={t('papers.note')}>
      <Group gap="xs">
        {papers.map((paper) => (
          <DownloadButton key={paper} path={`/service-requests/${request.id}/paper.pdf`} query={{ paper }} fileName={`${paper}.pdf`}>
            {t(`papers.${paper}`)}
          </DownloadButton>
        ))}
      </Group>
    </Section>
  );
}

function Attachments({ request }: { request: RequestDetail }) {
  const { t } = useTranslation('service-requests');
  const attach = useAttach(request.id);
  return (
    <Section title={t('attachments')} note={t('attachmentsNote')}>
      <Stack gap="xs">
        {request.attachments.map((one) => (
          <Group key={one.code} justify="space-between" gap="xs">
            <Text>
              {one.name}
              {one.checked === null ? '' : ` – ${t(one.checked ? 'complete' : 'lacking')}`}
            </Text>
            <Group gap="xs">
              {one.fileId ? (
                <Button variant="default" aria-label={t('openFile', { name: one.name })} onClick={() => void download(`/service-requests/${request.id}/attachments/${one.code}`, one.fileName ?? 'berkas')}>
                  {t('open')}
                </Button>
              ) : null}
              {request.mayEdit ? (
                <FileButton accept="application/pdf,image/jpeg,image/png" onChange={(file) => file && attach.mutate({ code: one.code, file })}>
                  {(props) => (
                    <Button {...props} variant="default" loading={attach.isPending && attach.variables?.code === one.code} aria-label={t('attachFile', { name: one.name })}>
                      {t('attach')}
                    </Button>
                  )}
                </FileButton>
              ) : null}
            </Group>
          </Group>
        ))}
        <ErrorNotice error={attach.error} />
      </Stack>
    </Section>
  );
}
