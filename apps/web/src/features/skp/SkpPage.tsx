import type { SkpDetail } from '@ekinerja/contracts/skp-detail';
import { Alert, Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { IconArrowBackUp, IconArrowLeft, IconPrinter, IconScale, IconSend, IconTimeline } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { download } from '../../lib/api';
import { formatInstant } from '../../lib/format';
import { useCan, useProfile } from '../../lib/session';
import { announce } from '../../ui/Announcements';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Loaded } from '../../ui/Loaded';
import { PageTitle } from '../../ui/PageTitle';
import { PaperNote } from '../../ui/PaperNote';
import { Section } from '../../ui/Section';
import { ChangeSection } from './ChangeSection';
import { Expectations } from './Expectations';
import { FlowActions } from './FlowActions';
import { MakeTemplate } from './MakeTemplate';
import { PlanView } from './PlanView';
import { saveSkp, skpDetail, suggestionsFor, useSkpStep } from './queries';
import type { Draft } from './skp-draft';
import { SkpEditor } from './SkpEditor';
import { SkpFacts } from './SkpFacts';
import { SkpRecord } from './SkpRecord';
import { SkpResults } from './SkpResults';
import { Versions } from './Versions';

export default function SkpPage() {
  const { t } = useTranslation(['skp', 'shell']);
  const { id = '' } = useParams();
  const query = useQuery(skpDetail(id));
  const profile = useProfile();
  const administers = useCan('skp.administer');
  return (
    <Loaded query={query} shape="form">
      {(skp) => {
        const own = skp.employmentId === profile.employment?.id;
        return (
          <>
            <Anchor
              component={Link}
              to={own ? '/skp' : '/persetujuan'}
              display="inline-flex"
              style={{ gap: 6, alignItems: 'center', minHeight: 32 }}
            >
              <IconArrowLeft size={16} aria-hidden /> {t(own ? 'list.title' : 'toApprovals')}
            </Anchor>
            <PageTitle
              title={own ? t('title', { year: skp.year }) : t('titleOf', { name: skp.personName, year: skp.year })}
              note={skp.postName}
            >
              {skp.status === 'determined' || skp.status === 'closed' ? (
                <Button component={Link} to={`/skp/${skp.id}/rencana`} variant="light" leftSection={<IconTimeline size={18} aria-hidden />}>
                  {t('workPlan')}
                </Button>
              ) : null}
              <Button
                variant="default"
                leftSection={<IconPrinter size={18} aria-hidden />}
                onClick={() => void download(`/skp/${skp.id}/skp.pdf`, 'skp.pdf')}
              >
                {t('print')}
              </Button>
            </PageTitle>
            <Stack>
              {skp.returnReason && skp.status === 'returned' ? (
                <Alert color="orange" icon={<IconArrowBackUp size={20} aria-hidden />} title={t('returned')}>
                  {skp.returnReason}
                </Alert>
              ) : null}
              {skp.dispute && (skp.dispute.outcome !== 'amend' || skp.status === 'returned') ? <Dispute dispute={skp.dispute} /> : null}
              <SkpFacts skp={skp} />
              <PaperNote subjectId={skp.id} />
              {own ? <Expectations skp={skp} /> : null}
              {skp.actions.includes('save') ? (
                <Writing skp={skp} own={own} />
              ) : (
                <>
                  <Section title={t(`edit.title.${skp.form.layout}`)}>
                    <SkpResults results={skp.results} kinds={skp.form.results.kinds.length > 0} />
                  </Section>
                  <PlanView form={skp.form} plan={skp.plan} />
                </>
              )}
              <FlowActions skp={skp} own={own} />
              <ChangeSection skp={skp} />
              <SkpRecord skp={skp} />
              {administers && !own && skp.results.length > 0 ? <MakeTemplate skp={skp} /> : null}
              {skp.status === 'determined' || skp.status === 'closed' ? <Versions id={skp.id} /> : null}
            </Stack>
          </>
        );
      }}
    </Loaded>
  );
}

/** What the evaluator did not agree with and what was decided: whoever decides, and both sides, read the same words. */
function Dispute({ dispute: { reason, byName, at, outcome, decision } }: { dispute: NonNullable<SkpDetail['dispute']> }) {
  const { t } = useTranslation('skp');
  return (
    <Alert color={outcome === null ? 'orange' : 'gray'} icon={<IconScale size={20} aria-hidden />} title={t('dispute.title', { name: byName, at: formatInstant(at) })}>
      <Text size="sm">{reason}</Text>
      {outcome === null ? null : (
        <Text size="sm" mt={4} fw={600}>
          {t(`dispute.${outcome}`, { decision })}
        </Text>
      )}
    </Alert>
  );
}

function Writing({ skp, own }: { skp: SkpDetail; own: boolean }) {
  const { t } = useTranslation('skp');
  const client = useQueryClient();
  const writer = useProfile().accountId;
  const { data } = useQuery({ ...suggestionsFor(skp.year), enabled: own });
  const step = useSkpStep(skp.id);
  const save = async (version: number, draft: Draft) => {
    const saved = await saveSkp(skp.id)(version, draft);
    client.setQueryData(skpDetail(skp.id).queryKey, saved);
    return saved;
  };
  const stops = skp.findings.filter(({ severity }) => severity === 'stop').length;
  return (
    <SkpEditor
      key={skp.id}
      id={skp.id}
      writer={writer}
      current={skp}
      form={skp.form}
      superiorResults={skp.superiorResults}
      objectives={skp.objectives}
      postPoints={skp.postPoints}
      documents={skp.documents}
      findings={skp.findings}
      notes={skp.notes}
      duties={data?.duties ?? []}
      examples={data?.examples ?? []}
      save={save}
      actions={(flush) =>
        own ? (
          <Stack gap="xs">
            <ErrorNotice error={step.error} />
            <Group>
              <Button
                leftSection={<IconSend size={18} aria-hidden />}
                loading={step.isPending}
                onClick={() =>
                  void flush().then(
                    (version) =>
                      version !== null &&
                      step.mutate({ step: 'submit', version }, { onSuccess: () => announce(t('done.submit')) }),
                  )
                }
              >
                {t('edit.submit')}
              </Button>
            </Group>
            <Text size="sm" c="dimmed">
              {stops > 0 ? t('edit.incomplete', { count: stops }) : t('edit.after')}
            </Text>
          </Stack>
        ) : null
      }
    />
  );
}
