import type { EmployeeDetail } from '@ekinerja/contracts/employees';
import { EMPLOYMENT_EVENT_LIMITS, type CorrectionPreview, type EmploymentEvent, type EventFile, type EventPreview } from '@ekinerja/contracts/employment-events';
import { Alert, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import { newIntent, send, upload } from '../../lib/api';
import { formatDate } from '../../lib/format';
import { useProfile } from '../../lib/session';
import { announce } from '../../ui/Announcements';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { FieldInput } from '../../ui/forms/FieldInput';
import { isFilled, type DecreeValue, type FieldValue, type FormValues } from '../../ui/forms/fields';
import { Loaded } from '../../ui/Loaded';
import { PageTitle } from '../../ui/PageTitle';
import { Section } from '../../ui/Section';
import { EffectList } from '../../ui/EffectList';
import { eventOf, useEventFields, valuesOf } from './event-fields';
import { employee, eventsOf } from './queries';

export default function EventPage() {
  const { t } = useTranslation('employees');
  const { id = '' } = useParams();
  const wrongId = useSearchParams()[0].get('perbaiki');
  const query = useQuery(employee(id));
  return (
    <>
      <PageTitle title={t(wrongId ? 'events.correct.title' : 'events.newTitle')} note={query.data ? [query.data.name, query.data.nip, query.data.postName].filter(Boolean).join(' · ') : null}>
        <Button component={Link} to={`/pegawai/${id}?bagian=peristiwa`} variant="default" leftSection={<IconArrowLeft size={18} aria-hidden />}>
          {t('events.back')}
        </Button>
      </PageTitle>
      <Loaded query={query} shape="cards">
        {(one) => (wrongId ? <Correction one={one} eventId={wrongId} /> : <EventForm one={one} wrong={null} />)}
      </Loaded>
    </>
  );
}

/** The form with what is on record of the event in it. */
function Correction({ one, eventId }: { one: EmployeeDetail; eventId: string }) {
  const { t } = useTranslation('employees');
  const query = useQuery(eventsOf(one.employmentId));
  return (
    <Loaded query={query} shape="cards">
      {(events) => {
        const wrong = events.find((event) => event.id === eventId && event.withdrawal === null);
        return wrong ? <EventForm key={wrong.id} one={one} wrong={wrong} /> : <Alert color="orange">{t('events.correct.gone')}</Alert>;
      }}
    </Loaded>
  );
}

/** First what the event would do, line by line, then the same sent once more to be kept. `wrong`: the one it is recorded instead of. */
function EventForm({ one, wrong }: { one: EmployeeDetail; wrong: EmploymentEvent | null }) {
  const { t } = useTranslation('employees');
  const { today } = useProfile();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [values, setValues] = useState<FormValues>(
    wrong ? valuesOf(wrong) : { kind: 'transfer', effectiveOn: today, decree: { number: '', date: '', file: null }, signatory: '', postId: null },
  );
  const [reason, setReason] = useState('');
  const fields = useEventFields(values);
  const kept = useRef<{ file: File; id: string } | null>(null);
  const intent = useRef(newIntent());
  const path = `/employees/${one.employmentId}/events${wrong ? `/${wrong.id}/correction` : ''}`;
  const complete = (!wrong || reason.trim().length >= EMPLOYMENT_EVENT_LIMITS.reasonFrom) && fields.every((field) => isFilled(field, values[field.name] ?? null));

  const preview = useMutation({
    mutationFn: async () => {
      const { file, fileId } = values.decree as DecreeValue;
      if (file && kept.current?.file !== file) kept.current = { file, id: (await upload<EventFile>('/employees/events/files', file)).id };
      const event = eventOf(fields, values, file ? (kept.current?.id ?? null) : (fileId ?? null));
      const body = wrong ? { reason: reason.trim(), event } : event;
      return { body, ...(await send<EventPreview & Partial<CorrectionPreview>>('POST', `${path}/preview`, { body })) };
    },
  });
  const save = useMutation({
    mutationFn: () => send<EmploymentEvent>('POST', path, { body: preview.data?.body, idempotencyKey: intent.current }),
    onSuccess: () => {
      for (const queryKey of [['employees'], ['organisation']]) void client.invalidateQueries({ queryKey });
      announce(t('events.saved', { name: one.name }));
      void navigate(`/pegawai/${one.employmentId}?bagian=peristiwa`);
    },
  });
  // What is shown must be what is kept: any change asks for a new preview.
  const asksAnew = () => {
    preview.reset();
    save.reset();
    intent.current = newIntent();
  };
  const change = (name: string, value: FieldValue) => {
    // Seats are free on a day: a post is chosen anew with it. One on record is held to it by the server.
    const otherPosts = name === 'kind' || (name === 'effectiveOn' && !wrong);
    setValues((before) => ({ ...before, [name]: value, ...(otherPosts ? { postId: null } : {}) }));
    asksAnew();
  };
  return (
    <Stack>
      <Section title={t('events.form')} note={t(wrong ? 'events.correct.note' : 'events.formNote')}>
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (complete) preview.mutate();
          }}
        >
          <Stack gap="sm" maw={720}>
            {fields.map((field) => (
              <FieldInput key={field.name} field={field} value={values[field.name] ?? null} onChange={(value) => change(field.name, value)} />
            ))}
            {wrong ? (
              <TextInput
                label={t('events.correct.reason')}
                description={t('events.correct.reasonHint')}
                required
                maxLength={EMPLOYMENT_EVENT_LIMITS.reason}
                value={reason}
                onChange={(typed) => {
                  setReason(typed.currentTarget.value);
                  asksAnew();
                }}
              />
            ) : null}
            {typeof values.effectiveOn === 'string' && values.effectiveOn !== '' && values.effectiveOn < today ? (
              <Alert color="orange" title={t('events.backdated', { date: formatDate(values.effectiveOn) })}>
                {t('events.backdatedText')}
              </Alert>
            ) : null}
            <ErrorNotice error={preview.error} onRetry={() => preview.mutate()} />
            <Group>
              <Button type="submit" disabled={!complete} loading={preview.isPending} variant={preview.data ? 'default' : 'filled'}>
                {t('events.preview')}
              </Button>
            </Group>
          </Stack>
        </form>
      </Section>
      {preview.data ? (
        <Section title={t('events.effectsTitle', { count: preview.data.effects.length })} note={t('events.effectsNote')}>
          <Stack>
            {preview.data.undone ? (
              <>
                <Text fw={600}>{t('events.correct.undone')}</Text>
                <EffectList effects={preview.data.undone} />
                <Text fw={600}>{t('events.correct.instead')}</Text>
              </>
            ) : null}
            <EffectList effects={preview.data.effects} />
            <ErrorNotice error={save.error} onRetry={() => save.mutate()} onReload={() => preview.mutate()} />
            <Group>
              <Button loading={save.isPending} onClick={() => save.mutate()}>
                {t(wrong ? 'events.correct.save' : 'events.save')}
              </Button>
              <Button variant="default" onClick={() => preview.reset()}>
                {t('events.notYet')}
              </Button>
            </Group>
          </Stack>
        </Section>
      ) : null}
    </Stack>
  );
}
