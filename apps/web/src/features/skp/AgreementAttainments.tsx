import { CASCADE_LIMITS, type AgreementAttainmentInput, type UnitAgreement } from '@ekinerja/contracts/skp-cascade';
import { Button, Group, SimpleGrid, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Section } from '../../ui/Section';

interface AgreementAttainmentsProps {
  agreement: UnitAgreement;
  busy: boolean;
  onSave: ((items: AgreementAttainmentInput[]) => void) | null;
}

/** KS 4: beside each target its attainment, the result and the benefit. */
export function AgreementAttainments({ agreement, busy, onSave }: AgreementAttainmentsProps) {
  const { t } = useTranslation('skp');
  const rows = agreement.targets.filter(({ removed }) => !removed);
  const [items, setItems] = useState(() => rows.map(({ id, attainment, result, benefit }) => ({ targetId: id, attainment, result, benefit })));
  return (
    <Section title={t('agreement.attainments')} note={t('agreement.attainmentsNote')}>
      <Stack>
        {rows.map((row, at) => (
          <div key={row.id} role="group" aria-label={row.objective}>
            <Text fw={600}>{row.objective}</Text>
            <Text size="sm" c="dimmed">
              {t('agreement.targetOf', { target: `${row.target} ${row.unit}` })}
            </Text>
            {onSave ? (
              <SimpleGrid cols={{ base: 1, sm: 3 }} mt={4}>
                {(['attainment', 'result', 'benefit'] as const).map((field) => (
                  <Textarea
                    key={field} label={t(`agreement.${field}`)} autosize minRows={1} maxLength={CASCADE_LIMITS.text} value={items[at]?.[field] ?? ''}
                    onChange={(event) => {
                      const { value } = event.currentTarget;
                      setItems(items.map((one, other) => (other === at ? { ...one, [field]: value } : one)));
                    }}
                  />
                ))}
              </SimpleGrid>
            ) : (
              <Text size="sm">{[row.attainment, row.result, row.benefit].filter(Boolean).join(' · ') || '–'}</Text>
            )}
          </div>
        ))}
        {onSave ? (
          <Group>
            <Button loading={busy} onClick={() => onSave(items)}>
              {t('agreement.saveAttainments')}
            </Button>
          </Group>
        ) : null}
      </Stack>
    </Section>
  );
}
