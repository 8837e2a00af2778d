import { Group, Kbd, Switch, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

const STORED = 'ekinerja.shortcuts';
const KEYS = [
  { word: 'move', keys: ['j', 'k'] },
  { word: 'accept', keys: ['a'] },
  { word: 'refuse', keys: ['r'] },
  { word: 'select', keys: ['x'] },
  { word: 'person', keys: ['p'] },
  { word: 'acceptSelected', keys: ['⇧ A'] },
  { word: 'day', keys: ['d'] },
  { word: 'wholePerson', keys: ['⇧ P'] },
  { word: 'next', keys: ['n', 'b'] },
  { word: 'correct', keys: ['o'] },
  { word: 'undo', keys: ['u'] },
] as const;

/** Single-key shortcuts must be possible to turn off (WCAG 2.1.4): speech input would trip over them. */
export function useShortcutsOn(): [boolean, (on: boolean) => void] {
  const [on, set] = useState(() => localStorage.getItem(STORED) !== 'off');
  return [
    on,
    (next) => {
      localStorage.setItem(STORED, next ? 'on' : 'off');
      set(next);
    },
  ];
}

export function Shortcuts({ on, onChange }: { on: boolean; onChange: (on: boolean) => void }) {
  const { t } = useTranslation('approvals');
  return (
    <Group gap="md" className="only-wide">
      <Switch
        checked={on}
        onChange={(event) => onChange(event.currentTarget.checked)}
        label={t('keys.switch')}
        mb={on ? 6 : 0}
      />
      {on ? (
        <Group gap="sm">
          {KEYS.map(({ word, keys }) => (
            <Text key={word} size="sm" component="span">
              {keys.map((key) => (
                <Kbd key={key} mr={4}>
                  {key}
                </Kbd>
              ))}
              {t(`keys.${word}`)}
            </Text>
          ))}
        </Group>
      ) : null}
    </Group>
  );
}
