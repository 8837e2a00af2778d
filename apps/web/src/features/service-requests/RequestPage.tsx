import type { RequestDetail } from '@ekinerja/contracts/service-requests';
import { Alert, Anchor, Button, FileButton, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconAlertTriangle, IconArrowLeft } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { download } from '../../lib/api';
import { formatDate, formatInstant, formatMonth } from '../../lib/format';
import { announce } from '../../ui/Announcements';
import { Cite } from '../../ui/Cite';
import { ConfirmReason } from '../../ui/ConfirmReason';
import { DownloadButton } from '../../ui/DownloadButton';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Facts } from '../../ui/Facts';
import { Loaded } from '../../ui/Loaded';
import { PageTitle } from '../../ui/PageTitle';
import { Section } from '../../ui/Section';
import { AmendForm } from './AmendForm';
import { StepForm } from './StepForm';
import { Trail } from './Trail';
import { requestDetail, useAttach, useSubmit, useWithdraw } from './queries';

/** One file: where it is and since when, its scans, and every hand it went through. */
export default function RequestPage() {
  const { t } = useTranslation('service-requests');
  const { id = '' } = useParams();
  const query = useQuery(requestDetail(id));
  return (
    <>
      <Anchor component={Link} to="/pelayanan" display="inline-flex" style={{ gap: 6, alignItems: 'center', minHeight: 32 }}>
        <IconArrowLeft size={16} aria-hidden /> {t('back')}
      </Anchor>
      <Loaded query={query}>{(request) => <Request request={request} />}</Loaded>
    </>
  );
}

function Request({ request }: { request: RequestDetail }) {
  const { t } = useTranslation('service-requests');
  const submit = useSubmit(request.id);
  const missing = request.attachments.filter(({ code }) => request.missing.includes(code)).map(({ name }) => name);
  const returned = request.events.findLast(({ outcome }) => outcome === 'return');
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
        {request.status === 'returned' && returned ? (
          <Alert color="orange" icon={<IconAlertTriangle aria-hidden />} title={t('returned')}>
            {returned.note} {missing.length > 0 ? t('missing', { list: missing.join('; ') }) : ''}
          </Alert>
        ) : null}
        <Standing request={request} />
        {request.mine ? <StepForm key={request.version} request={request} /> : null}
        {request.mayEdit ? <AmendForm key={`amend ${request.version}`} request={request} /> : null}
        <Attachments request={request} />
        <Papers request={request} />
        <Trail request={request} />
        {request.mayWithdraw ? <Withdraw request={request} /> : null}
      </Stack>
    </>
  );
}

function Standing({ request }: { request: RequestDetail }) {
  const { t } = useTranslation('service-requests');
  const { content, names } = request;
  const rows: [label: string, value: string | null][] = [
    [t('since'), `${formatInstant(request.since)} (${t('days', { count: request.daysHere })})`],
    [t('queue.by'), request.stepBy && t(`by.${request.stepBy}`)],
    [t('field.reason'), request.reason],
    [t('field.effectiveOn'), content.effectiveOn && formatDate(content.effectiveOn)],
    [t('field.decreeNumber'), content.decreeNumber && [content.decreeNumber, content.decreeDate && formatDate(content.decreeDate), content.signatory].filter(Boolean).join(', ')],
    [t('field.post'), names.post],
    [t('field.class'), content.class],
    [t('field.evaluator'), names.evaluator],
    [t('field.admin'), names.admin],
    [t('field.reopens'), content.reopens && t(`reopens.${content.reopens}`)],
    [t('field.skpId'), names.skp],
    [t('field.months'), content.months.map(formatMonth).join(', ') || null],
    [t('field.days'), content.from && content.to && `${formatDate(content.from)} – ${formatDate(content.to)}`],
    [t('field.until'), content.until && formatDate(content.until)],
    [t('agenda.numbers'), request.agenda.join('; ') || null],
    [t('archive'), request.archivePlace],
  ];
  return (
    <Section title={request.stepName ?? t(`status.${request.status}`)} note={request.cite ? <Cite cite={request.cite} /> : undefined}>
      <Facts items={rows.flatMap(([label, value]) => (value ? [{ label, value }] : []))} />
    </Section>
  );
}

/** Letter and list of changes to be signed, the proof that the file was handed in, and what was reported. */
function Papers({ request }: { request: RequestDetail }) {
  const { t } = useTranslation('service-requests');
  const papers = [
    'letter',
    ...(request.effect === 'profile-change' ? ['changes'] : []),
    ...(request.events.length > 0 ? ['receipt'] : []),
    ...(request.events.some(({ report }) => report) ? ['report'] : []),
  ];
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

function Withdraw({ request }: { request: RequestDetail }) {
  const { t } = useTranslation('service-requests');
  const [asked, setAsked] = useState(false);
  const withdraw = useWithdraw(request.id);
  if (!asked) {
    return (
      <Group>
        <Button variant="default" onClick={() => setAsked(true)}>
          {t('withdraw.ask')}
        </Button>
      </Group>
    );
  }
  return (
    <Section title={t('withdraw.ask')}>
      <ConfirmReason
        label={t('withdraw.reason')} confirm={t('withdraw.confirm')} min={3} max={2000} danger busy={withdraw.isPending} onCancel={() => setAsked(false)}
        onConfirm={(reason) => withdraw.mutate({ version: request.version, reason }, { onSuccess: () => announce(t('withdraw.done')) })}
      />
      <ErrorNotice error={withdraw.error} />
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
