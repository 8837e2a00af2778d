import type { CheckNipAnswer, CheckNipRequest } from '@ekinerja/contracts/employees';
import { Alert, Anchor, List, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { send } from '../../lib/api';
import { inWords } from '../../lib/values';

const LEAST = 18;

/** What the digits of a NIP say, and where they differ from what was typed: a warning, never a refusal. */
export function NipNotice(asked: CheckNipRequest) {
  const { t } = useTranslation(['employees', 'errors']);
  const [settled] = useDebouncedValue(asked, 400);
  const { data } = useQuery({
    queryKey: ['employees', 'nip', settled],
    queryFn: ({ signal }) => send<CheckNipAnswer>('POST', '/employees/check-nip', { body: settled, signal }),
    enabled: settled.nip !== null && settled.nip.replace(/\D/g, '').length >= LEAST,
  });
  if (!data || settled.nip === null) return <div role="status" />;
  const word = (value: string | number) =>
    value === 'male' || value === 'female' ? t(`entry.${value}`) : value === 'pns' || value === 'pppk' || value === 'cpns' || value === 'pppk-part-time' ? t(`kind.${value}`) : inWords(String(value));
  return (
    <div role="status">
      {data.reading ? (
        <Text size="sm" c="dimmed">
          {t('nipRead.reads', {
            birth: data.reading.birthDate ? word(data.reading.birthDate) : '–',
            appointed: data.reading.appointed ? word(data.reading.appointed) : '–',
            sex: data.reading.sex ? word(data.reading.sex) : '–',
            family: t(`kind.${data.reading.family}`),
          })}
        </Text>
      ) : null}
      {data.holder ? (
        <Alert color="red" title={t('nipRead.taken')}>
          <Anchor component={Link} to={`/pegawai/${data.holder.employmentId}`}>
            {data.holder.name}
          </Anchor>
        </Alert>
      ) : null}
      {data.warnings.length > 0 ? (
        <Alert color="orange" title={t('nipRead.look')} mt="xs">
          <List size="sm">
            {data.warnings.map(({ code, params }) => (
              <List.Item key={code}>{t(`errors:rule.${code}`, Object.fromEntries(Object.entries(params).map(([name, value]) => [name, word(value)])))}</List.Item>
            ))}
          </List>
        </Alert>
      ) : null}
    </div>
  );
}
