import type { SkpResultInput } from '@ekinerja/contracts/skp';
import type { SkpDetail } from '@ekinerja/contracts/skp-detail';
import type { SkpExample } from '@ekinerja/contracts/skp-year';
import { Stack, Text, UnstyledButton } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { exampleResult, nearest } from './skp-draft';
import classes from './Skp.module.css';

interface SuggestionsProps {
  results: readonly SkpResultInput[];
  superiorResults: SkpDetail['superiorResults'];
  examples: readonly SkpExample[];
  duties: readonly string[];
  onAdd: (result: Partial<SkpResultInput>) => void;
}
const SHOWN = 6;

/** What one press makes a result of: what others in this post wrote, a result of the superior, a duty of the post. */
export function Suggestions({ results, superiorResults, examples, duties, onAdd }: SuggestionsProps) {
  const { t } = useTranslation('skp');
  const titles = new Set(results.map(({ title }) => title.trim().toLowerCase()));
  const carried = new Set(results.map(({ superiorResultId }) => superiorResultId));
  const known = examples.filter(({ title }) => !titles.has(title.toLowerCase())).slice(0, SHOWN);
  const above = superiorResults.filter(({ id }) => !carried.has(id)).slice(0, SHOWN);
  const own = duties.filter((duty) => !titles.has(duty.toLowerCase())).slice(0, SHOWN);
  return (
    <Stack gap="sm">
      <Group word="examples" shown={known.length > 0}>
        {known.map((example) => (
          <Press key={example.title} note={t('suggest.indicators', { count: example.indicators.length })} onPress={() => onAdd({ ...exampleResult(example), superiorResultId: nearest(example.title, superiorResults) })}>
            {example.title}
          </Press>
        ))}
      </Group>
      <Group word="superior" shown={above.length > 0}>
        {above.map(({ id, title }) => (
          <Press key={id} onPress={() => onAdd({ superiorResultId: id })}>
            {title}
          </Press>
        ))}
      </Group>
      <Group word="duties" shown={own.length > 0}>
        {own.map((duty) => (
          <Press key={duty} onPress={() => onAdd({ title: duty, superiorResultId: nearest(duty, superiorResults) })}>
            {duty}
          </Press>
        ))}
      </Group>
    </Stack>
  );
}

function Group({ word, shown, children }: { word: 'examples' | 'superior' | 'duties'; shown: boolean; children: ReactNode }) {
  const { t } = useTranslation('skp');
  if (!shown) return null;
  return (
    <div role="group" aria-label={t(`suggest.${word}`)}>
      <Text size="sm" c="dimmed" mb={4}>
        {t(`suggest.${word}`)}
      </Text>
      <div className={classes.presses ?? ''}>{children}</div>
    </div>
  );
}

function Press({ note, onPress, children }: { note?: string; onPress: () => void; children: ReactNode }) {
  return (
    <UnstyledButton className={classes.press ?? ''} onClick={onPress}>
      <IconPlus size={16} aria-hidden style={{ flexShrink: 0, marginTop: 3 }} />
      <span>
        {children}
        {note ? (
          <Text span size="xs" c="dimmed" display="block">
            {note}
          </Text>
        ) : null}
      </span>
    </UnstyledButton>
  );
}
