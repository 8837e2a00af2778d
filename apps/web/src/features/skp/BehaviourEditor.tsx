import { SKP_LIMITS, type SkpExpectationInput } from '@ekinerja/contracts/skp';
import type { SkpForm } from '@ekinerja/contracts/skp-form';
import { Accordion, List, Stack, Text, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface BehaviourEditorProps {
  rules: NonNullable<SkpForm['behaviour']>;
  expectations: readonly SkpExpectationInput[];
  /** Left out: to be read. */
  onChange?: (expectations: SkpExpectationInput[]) => void;
}

/** The standard of behaviour in the words of the article; the leader's special expectation per value. */
export function BehaviourEditor({ rules, expectations, onChange }: BehaviourEditorProps) {
  const { t } = useTranslation('skp');
  const said = (code: string) => expectations.find((one) => one.code === code)?.expectation ?? '';
  const say = (code: string, expectation: string) =>
    onChange?.([
      ...expectations.filter((one) => one.code !== code),
      ...(expectation === '' ? [] : [{ code, expectation }]),
    ]);
  const list = rules.rated === 'values' ? rules.values : rules.aspects;
  return (
    <Stack gap="xs">
      <Text size="sm" c="dimmed">
        {t(rules.special && onChange ? 'plan.behaviourNote' : 'plan.behaviourRead')}
      </Text>
      <Accordion variant="separated" multiple>
        {list.map((value) => (
          <Accordion.Item key={value.code} value={value.code}>
            <Accordion.Control>
              {value.name}
              {said(value.code) ? ` · ${t('plan.special')}` : ''}
            </Accordion.Control>
            <Accordion.Panel>
              {'standards' in value ? (
                <List size="sm" mb="xs">
                  {(value.standards as string[]).map((standard) => (
                    <List.Item key={standard}>{standard}</List.Item>
                  ))}
                </List>
              ) : null}
              {rules.special && onChange ? (
                <Textarea
                  label={t('plan.special')}
                  autosize
                  maxLength={SKP_LIMITS.text}
                  value={said(value.code)}
                  onChange={(event) => say(value.code, event.currentTarget.value)}
                />
              ) : said(value.code) ? (
                <Text size="sm">
                  {t('plan.special')}: {said(value.code)}
                </Text>
              ) : null}
            </Accordion.Panel>
          </Accordion.Item>
        ))}
      </Accordion>
    </Stack>
  );
}
