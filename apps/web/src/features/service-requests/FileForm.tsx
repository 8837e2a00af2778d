import type { RequestKind } from '@ekinerja/contracts/service-requests';
import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useProfile } from '../../lib/session';
import { Cite } from '../../ui/Cite';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { SearchPicker, type Choice } from '../../ui/forms/SearchPicker';
import { Section } from '../../ui/Section';
import { ContentFields } from './ContentFields';
import { choicesOf, useFile } from './queries';
import { contentOf, EMPTY, isReady } from './request-values';

/** A request in one form: what, for whom, on which letter; scans are attached on the next page. */
export function FileForm({ kinds }: { kinds: RequestKind[] }) {
  const { t } = useTranslation('service-requests');
  const { employment, roles } = useProfile();
  const admin = roles.some(({ role }) => role === 'unit-admin');
  const offered = kinds.filter(({ filedBy }) => (filedBy.includes('owner') && employment) || (filedBy.includes('unit-admin') && admin));
  const [code, setCode] = useState<string | null>(null);
  const [values, setValues] = useState(EMPTY);
  const [person, setPerson] = useState<Choice | null>(null);
  const file = useFile();
  const navigate = useNavigate();
  const kind = offered.find((one) => one.code === code);
  const own = kind?.filedBy.includes('owner') && employment !== null;
  const employmentId = own ? employment.id : person?.id;
  const submit = () =>
    kind && employmentId &&
    file.mutate({ kind: kind.code, employmentId, reason: values.reason.trim(), content: contentOf(kind, values) }, { onSuccess: (request) => void navigate(`/pelayanan/${request.id}`) });
  if (offered.length === 0) return null;
  return (
    <Section title={t('file.title')} note={t('file.note')}>
      <Group gap="xs">
        {offered.map((one) => (
          <Button
            key={one.code} variant={one.code === code ? 'filled' : 'default'} aria-pressed={one.code === code} h="auto" mih={44} py={6} styles={{ label: { whiteSpace: 'normal', height: 'auto', lineHeight: 1.35 } }}
            onClick={() => {
              setCode(one.code);
              file.reset();
            }}
          >
            {one.name}
          </Button>
        ))}
      </Group>
      {kind ? (
        <Stack gap="sm" mt="sm">
          <Text size="sm">
            <Cite cite={kind.cite} /> · {t('file.attachments', { list: kind.attachments.map(({ name }) => name).join('; ') })}
          </Text>
          {own ? null : <SearchPicker label={t('person')} hint={t('hint.person')} chosen={person} onChoose={setPerson} source={choicesOf('person')} />}
          <ContentFields kind={kind} values={values} onChange={setValues} error={file.error} />
          <ErrorNotice error={file.error} />
          {employmentId && isReady(kind, values) ? null : (
            <Text size="sm" c="dimmed" role="status">
              {t(kind.effect === 'profile-change' ? 'file.incompleteChange' : 'file.incomplete')}
            </Text>
          )}
          <Group>
            <Button loading={file.isPending} disabled={!employmentId || !isReady(kind, values)} onClick={submit}>
              {t('file.make')}
            </Button>
          </Group>
        </Stack>
      ) : null}
    </Section>
  );
}
