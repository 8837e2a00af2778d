import { Alert, Button, Group, Text } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ResponsiveTable } from '../../ui/ResponsiveTable';
import { sidesOf } from './draft-sides';
import { draftOf, type Draft } from './skp-draft';
import type { Saved } from './use-draft';

interface ConflictNoticeProps {
  mine: Draft;
  theirs: Saved;
  superiorResults: readonly { id: string; title: string }[];
  onMine: () => void;
  onTheirs: () => void;
  onBoth: () => void;
}

/** Somebody saved first: both sides beside each other, field by field, and which one stays. */
export function ConflictNotice({ mine, theirs, superiorResults, onMine, onTheirs, onBoth }: ConflictNoticeProps) {
  const { t } = useTranslation('skp');
  const other = draftOf(theirs);
  const sides = sidesOf(mine, other, (id) => superiorResults.find((one) => one.id === id)?.title ?? t('conflict.other'));
  const own = new Set(mine.results.map(({ id }) => id));
  const added = other.results.some(({ id }) => !own.has(id));
  const word = (field: string, text: string) => {
    if (text === '') return '–';
    if (field === 'task') return t(`task.${text}`);
    if (field === 'kind') return t(`kind.${text}`);
    const [aspect, rest] = text.split('|');
    return field === 'indicator' && rest ? `${t(`aspect.${aspect}`)} – ${rest}` : text;
  };
  return (
    <Alert color="orange" icon={<IconUsers size={20} aria-hidden />} title={t('conflict.title')} role="alert">
      <Text size="sm" mb="xs">
        {t('conflict.text')}
      </Text>
      <ResponsiveTable
        caption={t('conflict.title')}
        rows={sides.map((side, at) => ({ ...side, key: String(at) }))}
        rowKey={({ key }) => key}
        columns={[
          { key: 'of', title: t('versions.of'), heading: true, cell: ({ of, field }) => `${of ? `${of} – ` : ''}${t([`versions.field.${field}`, 'versions.field.other'])}` },
          { key: 'mine', title: t('conflict.mineTitle'), cell: ({ field, mine: text }) => word(field, text) },
          { key: 'theirs', title: t('conflict.theirsTitle'), cell: ({ field, theirs: text }) => word(field, text) },
        ]}
      />
      <Group gap="xs" mt="sm">
        <Button size="compact-md" mih={40} onClick={onMine}>
          {t('conflict.mine')}
        </Button>
        <Button size="compact-md" mih={40} variant="default" onClick={onTheirs}>
          {t('conflict.theirs')}
        </Button>
        {added ? (
          <Button size="compact-md" mih={40} variant="default" onClick={onBoth}>
            {t('conflict.both')}
          </Button>
        ) : null}
      </Group>
    </Alert>
  );
}
