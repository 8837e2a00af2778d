import { SKP_LIMITS } from '@ekinerja/contracts/skp';
import { Button, Group, SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Section } from '../../ui/Section';
import classes from './Matrix.module.css';

/** An expectation just typed, or a result of somebody's draft that leans on nothing yet. */
export type Picked =
  | { kind: 'new'; key: number; title: string; indicator: string; target: string; unit: string }
  | { kind: 'loose'; resultId: string; employmentId: string; title: string };
type New = Extract<Picked, { kind: 'new' }>;

const EMPTY = { title: '', indicator: '', target: '', unit: '' };

/** Typed expectations lie here until they are dragged to a cell, or picked up by a press and put by another. */
export function ExpectationTray({ picked, onPick }: { picked: Picked | null; onPick: (picked: Picked | null) => void }) {
  const { t } = useTranslation('skp');
  const [typed, setTyped] = useState(EMPTY);
  const [tray, setTray] = useState<New[]>([]);
  const field = (name: keyof typeof EMPTY) => ({
    value: typed[name],
    maxLength: SKP_LIMITS[name],
    onChange: (event: { currentTarget: { value: string } }) => setTyped({ ...typed, [name]: event.currentTarget.value }),
  });
  const add = () => {
    const made: New = { kind: 'new', key: Date.now(), ...typed, title: typed.title.trim() };
    setTray([...tray, made]);
    setTyped(EMPTY);
    onPick(made);
  };
  return (
    <Section title={t('matrix.tray')} note={t('matrix.trayNote')}>
      <Stack gap="sm">
        <Textarea label={t('matrix.expectation')} autosize minRows={1} {...field('title')} />
        <SimpleGrid cols={{ base: 1, sm: 3 }}>
          <TextInput label={t('indicator')} {...field('indicator')} />
          <TextInput label={t('target')} {...field('target')} />
          <TextInput label={t('unit')} {...field('unit')} />
        </SimpleGrid>
        <Group gap="xs">
          <Button leftSection={<IconPlus size={18} aria-hidden />} disabled={typed.title.trim().length < 3} onClick={add}>
            {t('matrix.pickNew')}
          </Button>
          {tray.map((one) => {
            const on = picked?.kind === 'new' && picked.key === one.key;
            return (
              <button key={one.key} type="button" draggable className={classes.chip ?? ''} aria-pressed={on} onClick={() => onPick(on ? null : one)} onDragStart={() => onPick(one)}>
                {one.title}
              </button>
            );
          })}
        </Group>
        <Text size="sm" c="dimmed" role="status">
          {picked ? t('matrix.picked', { title: picked.title }) : t('matrix.pickFirst')}
        </Text>
      </Stack>
    </Section>
  );
}
