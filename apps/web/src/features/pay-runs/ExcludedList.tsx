import type { PayRunPerson } from '@ekinerja/contracts/pay-runs';
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { inWords } from '../../lib/values';
import { Cite } from '../../ui/Cite';
import { ResponsiveTable } from '../../ui/ResponsiveTable';
import { Section } from '../../ui/Section';

/** Nobody vanishes: who stands on the list and is not paid here, and which article says so. */
export function ExcludedList({ people }: { people: readonly PayRunPerson[] }) {
  const { t } = useTranslation('pay-runs');
  const excluded = people.filter(({ included }) => !included);
  if (excluded.length === 0) return null;
  const sentence = ({ exclusion, kind }: PayRunPerson): string => {
    const words: Record<string, string> = { kind: t(`kind.${kind}`) };
    for (const [name, value] of Object.entries(exclusion?.params ?? {})) words[name] ??= inWords(String(value));
    return t([`exclusion.${exclusion?.code ?? 'other'}`, 'exclusion.other'], words);
  };
  return (
    <Section title={t('excluded.title', { count: excluded.length })} note={t('excluded.note')}>
      <ResponsiveTable
        caption={t('excluded.caption')}
        rows={excluded}
        rowKey={(person) => person.employmentId}
        columns={[
          {
            key: 'name',
            title: t('people.name'),
            heading: true,
            cell: (person) => (
              <>
                {person.name}
                <Text size="sm" c="dimmed" fw={400}>
                  {[person.nip, person.postName].filter(Boolean).join(' · ')}
                </Text>
              </>
            ),
          },
          { key: 'reason', title: t('excluded.reason'), cell: sentence },
          {
            key: 'cite',
            title: t('excluded.basis'),
            cell: ({ exclusion }) => (exclusion?.cite ? <Cite cite={exclusion.cite} /> : '–'),
          },
        ]}
      />
    </Section>
  );
}
