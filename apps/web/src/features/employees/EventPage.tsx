import type { EmployeeDetail } from '@ekinerja/contracts/employees';
import type { EmploymentEvent, EventFile, EventPreview } from '@ekinerja/contracts/employment-events';
import { Alert, Button, Group, Stack } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
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
import { eventOf, useEventFields } from './event-fields';
import { employee } from './queries';

export default function EventPage() {
  const { t } = useTranslation('employees');
  const { id = '' } = useParams();
  const query = useQuery(employee(id));
  return (
    <>
      <PageTitle title={t('events.newTitle')} note={query.data ? [query.data.name, query.data.nip, query.data.postName].filter(Boolean).join(' · ') : null}>
        <Button component={Link} to={`/pegawai/${id}?bagian=peristiwa`} variant="default" leftSection={<IconArrowLeft size={18} aria-hidden />}>
          {t('events.back')}
        </Button>
      </PageTitle>
      <Loaded query={query} shape="cards">
        {(one) => <EventForm one={one} />}
      </Loaded>
    </>
  );
}

/** First what the event would do, line by line, then the same sent once more to be kept. */
function EventForm({ one }: { one: EmployeeDetail }) {
  const { t } = useTranslation('employees');
  const { today } = useProfile();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [values, setValues] = useState<FormValues>({ kind: 'transfer', effectiveOn: today, decree: { number: '', date: '', file: null }, signatory: '', postId: null });
  const fields = useEventFields(values);
  const kept = useRef<{ file: File; id: string } | null>(null);
  const intent = useRef(newIntent());
  const path = `/employees/${one.employmentId}/events`;
  const complete = fields.every((field) => isFilled(field, values[field.name] ?? null));

  const preview = useMutation({
    mutationFn: async () => {
      const { file } = values.decree as DecreeValue;
      if (file && kept.current?.file !== file) kept.current = { file, id: (await upload<EventFile>('/employees/events/files', file)).id };
      const event = eventOf(fields, values, file ? (kept.current?.id ?? null) : null);
      return { event, ...(await send<EventPreview>('POST', `${path}/preview`, { body: event })) };
    },
  });
  const save = useMutation({
    mutationFn: () => send<EmploymentEvent>('POST', path, { body: preview.data?.event, idempotencyKey: intent.current }),
    onSuccess: () => {
      for (const queryKey of [['employees'], ['organisation']]) void client.invalidateQueries({ queryKey });
      announce(t('events.saved', { name: one.name }));
      void navigate(`/pegawai/${one.employmentId}?bagian=peristiwa`);
    },
  });
  // What is shown must be what is kept: any change asks for a new preview.
  const change = (name: string, value: FieldValue) => {
    setValues((before) => ({ ...before, [name]: value, ...(name === 'effectiveOn' || name === 'kind' ? { postId: null } : {}) }));
    preview.reset();
    save.reset();
    intent.current = newIntent();
  };
  return (
    <Stack>
      <Section title={t('events.form')} note={t('events.formNote')}>
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
            <EffectList effects={preview.data.effects} />
            <ErrorNotice error={save.error} onRetry={() => save.mutate()} onReload={() => preview.mutate()} />
            <Group>
              <Button loading={save.isPending} onClick={() => save.mutate()}>
                {t('events.save')}
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
