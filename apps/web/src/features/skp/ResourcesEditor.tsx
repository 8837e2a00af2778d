import { SKP_LIMITS, type SkpResourceInput } from '@ekinerja/contracts/skp';
import type { NamedCode } from '@ekinerja/contracts/skp-form';
import { ActionIcon, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

interface ResourcesEditorProps {
  kinds: readonly NamedCode[];
  resources: readonly SkpResourceInput[];
  onChange: (resources: SkpResourceInput[]) => void;
}

/** One press adds a kind with a usual wording; kinds of one's own can be added. */
export function ResourcesEditor({ kinds, resources, onChange }: ResourcesEditorProps) {
  const { t } = useTranslation('skp');
  const [own, setOwn] = useState('');
  const nameOf = (kind: string) => kinds.find(({ code }) => code === kind)?.name ?? kind;
  const free = kinds.filter(({ code }) => !resources.some(({ kind }) => kind === code));
  const add = (kind: string, need: string) => onChange([...resources, { kind, need }]);
  return (
    <Stack gap="sm">
      {resources.map((resource, at) => (
        <Group key={`${resource.kind}${at}`} gap="xs" align="flex-end" wrap="nowrap">
          <TextInput
            style={{ flex: 1, minWidth: 0 }}
            label={nameOf(resource.kind)}
            maxLength={SKP_LIMITS.text}
            value={resource.need}
            onChange={(event) => {
              const need = event.currentTarget.value;
              onChange(resources.map((one, other) => (other === at ? { ...one, need } : one)));
            }}
          />
          <ActionIcon
            variant="subtle"
            color="red"
            size={44}
            aria-label={t('plan.removeResource', { name: nameOf(resource.kind) })}
            onClick={() => onChange(resources.filter((_, other) => other !== at))}
          >
            <IconTrash size={18} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      <Text size="sm" c="dimmed">
        {t('plan.resourcesNote')}
      </Text>
      <Group gap="xs">
        {free.map(({ code, name }) => (
          <Button
            key={code}
            variant="default"
            size="compact-md"
            mih={40}
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => add(code, t([`plan.usual.${code}`, 'plan.usual.other']))}
          >
            {name}
          </Button>
        ))}
      </Group>
      <Group gap="xs" align="flex-end">
        <TextInput
          label={t('plan.ownKind')}
          maxLength={SKP_LIMITS.unit}
          value={own}
          onChange={(event) => setOwn(event.currentTarget.value)}
        />
        <Button
          variant="default"
          disabled={own.trim() === ''}
          onClick={() => {
            add(own.trim(), '');
            setOwn('');
          }}
        >
          {t('plan.add')}
        </Button>
      </Group>
    </Stack>
  );
}
