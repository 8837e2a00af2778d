import type { EventEffect } from '@ekinerja/contracts/employment-events';
import { List, Text, ThemeIcon } from '@mantine/core';
import { IconAlertTriangle, IconArrowRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { inWords } from '../lib/values';

/** What an event does, line by line; what is worth a second look says so by icon and word. */
export function EffectList({ effects }: { effects: readonly EventEffect[] }) {
  const { t } = useTranslation('employees');
  if (effects.length === 0) return <Text c="dimmed">{t('events.noEffects')}</Text>;
  return (
    <List spacing={6} center={false} aria-label={t('events.effects')}>
      {effects.map((effect, at) => (
        <List.Item
          key={at}
          icon={
            <ThemeIcon variant="light" size={24} radius="xl" color={effect.warning ? 'orange' : 'gray'}>
              {effect.warning ? <IconAlertTriangle size={16} aria-label={t('events.look')} /> : <IconArrowRight size={16} aria-hidden />}
            </ThemeIcon>
          }
        >
          <Text component="span" fw={600} size="sm">
            {t(`events.area.${effect.area}`)}:
          </Text>{' '}
          <Sentence effect={effect} />
        </List.Item>
      ))}
    </List>
  );
}

function Sentence({ effect: { code, params } }: { effect: EventEffect }) {
  const { t } = useTranslation('employees');
  const words: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(params)) words[name] = typeof value === 'number' ? value : wordOf(name, value, t);
  return <>{t([`events.effect.${code}`, 'events.effect.other'], { ...words, code })}</>;
}

/** Codes have words of their own; days and months are recognised by their shape. */
function wordOf(name: string, value: string, t: (key: string[] | string) => string): string {
  if (value === '') return t('events.unknownDay');
  if (name === 'role') return t([`role.${value}`, 'role.other']);
  if (name === 'capacity') return t(`assignment.${value}`);
  if (/^(?:pns|cpns|pppk|pppk-part-time|non-asn)$/.test(value)) return t(`kind.${value}`);
  return inWords(value);
}
