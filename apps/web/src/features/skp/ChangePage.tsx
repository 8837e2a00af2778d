import type { SkpDetail } from '@ekinerja/contracts/skp-detail';
import type { SkpChangeDetail } from '@ekinerja/contracts/skp-record';
import { SKP_LIMITS } from '@ekinerja/contracts/skp';
import { Alert, Anchor, Button, Group, Stack } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { useProfile } from '../../lib/session';
import { announce } from '../../ui/Announcements';
import { ConfirmReason } from '../../ui/ConfirmReason';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Loaded } from '../../ui/Loaded';
import { PageTitle } from '../../ui/PageTitle';
import { Section } from '../../ui/Section';
import { Differences } from './Differences';
import { DocumentForm } from './DocumentForm';
import { saveChange, skpChange, skpDetail, useChangeStep } from './queries';
import { SkpEditor } from './SkpEditor';

export default function ChangePage() {
  const { id = '' } = useParams();
  const query = useQuery(skpChange(id));
  return (
    <Loaded query={query} shape="form">
      {(change) => <OfSkp change={change} />}
    </Loaded>
  );
}

function OfSkp({ change }: { change: SkpChangeDetail }) {
  const query = useQuery(skpDetail(change.skpId));
  return (
    <Loaded query={query} shape="form">
      {(skp) => <Change change={change} skp={skp} />}
    </Loaded>
  );
}

function Change({ change, skp }: { change: SkpChangeDetail; skp: SkpDetail }) {
  const { t } = useTranslation('skp');
  const client = useQueryClient();
  const navigate = useNavigate();
  const writer = useProfile().accountId;
  const [returning, setReturning] = useState(false);
  const step = useChangeStep(change.id);
  const may = (action: string) => change.actions.includes(action);
  const act = (name: string, version: number, body?: unknown) =>
    step.mutate(
      { step: name, version, body },
      {
        onSuccess: () => {
          announce(t(`change.done.${name}`));
          void navigate(`/skp/${skp.id}`);
        },
      },
    );
  const save = async (version: number, draft: Parameters<ReturnType<typeof saveChange>>[1]) => {
    const saved = await saveChange(change.id)(version, draft);
    client.setQueryData(skpChange(change.id).queryKey, saved);
    return saved;
  };
  return (
    <>
      <Anchor component={Link} to={`/skp/${skp.id}`} mih={32} display="inline-block">
        {t('titleOf', { name: skp.personName, year: skp.year })}
      </Anchor>
      <PageTitle title={t('change.title')} note={change.reason} />
      <Stack>
        {change.returnReason ? (
          <Alert color="orange" title={t('returned')}>
            {change.returnReason}
          </Alert>
        ) : null}
        <Section title={t('change.differences')}>
          <Differences differences={change.differences} />
        </Section>
        <ErrorNotice error={step.error} />
        {may('save') ? (
          <SkpEditor
            key={change.id}
            id={change.id}
            writer={writer}
            current={change}
            form={skp.form}
            superiorResults={skp.superiorResults}
            objectives={skp.objectives}
            postPoints={skp.postPoints}
            documents={skp.documents}
            findings={change.findings}
            notes={[]}
            duties={[]}
            save={save}
            actions={(flush) => (
              <Section title={t('change.report')} note={skp.form.flow.change.documents ? t('change.needsDocuments', { count: change.documents.length }) : undefined}>
                <Stack gap="sm">
                  {may('document') ? <DocumentForm skp={skp} /> : null}
                  <Group gap="xs">
                    {may('submit') ? (
                      <Button
                        loading={step.isPending}
                        onClick={() => void flush().then((version) => version !== null && act('submit', version))}
                      >
                        {t('change.submit')}
                      </Button>
                    ) : null}
                    <Button variant="default" onClick={() => act('drop', change.version)}>
                      {t('change.drop')}
                    </Button>
                  </Group>
                </Stack>
              </Section>
            )}
          />
        ) : null}
        {may('accept') ? (
          <Section title={t('flow.title')}>
            {returning ? (
              <ConfirmReason
                label={t('flow.reason.return')}
                confirm={t('flow.return')}
                min={5}
                max={SKP_LIMITS.note}
                busy={step.isPending}
                onConfirm={(reason) => act('return', change.version, { reason })}
                onCancel={() => setReturning(false)}
              />
            ) : (
              <Group gap="xs">
                <Button loading={step.isPending} onClick={() => act('accept', change.version)}>
                  {t('change.accept')}
                </Button>
                <Button variant="default" onClick={() => setReturning(true)}>
                  {t('flow.return')}
                </Button>
              </Group>
            )}
          </Section>
        ) : null}
      </Stack>
    </>
  );
}
