import { SKP_LIMITS } from '@ekinerja/contracts/skp';
import type { SkpDetail } from '@ekinerja/contracts/skp-detail';
import { Anchor, Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { formatInstant } from '../../lib/format';
import { Cite } from '../../ui/Cite';
import { ConfirmReason } from '../../ui/ConfirmReason';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Section } from '../../ui/Section';
import { StatusBadge } from '../../ui/StatusBadge';
import { useStartChange } from './queries';

/** A change of a determined SKP: the one that is under way, or a way to begin one. */
export function ChangeSection({ skp }: { skp: SkpDetail }) {
  const { t } = useTranslation('skp');
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  const [resources, setResources] = useState<string[]>([]);
  const start = useStartChange(skp.id);
  const { change, form } = skp;
  if (!change && !skp.actions.includes('change')) return null;
  return (
    <Section title={t('change.title')} note={<Cite cite={form.flow.change.cite} />}>
      <Stack gap="sm">
        <ErrorNotice error={start.error} />
        {change ? (
          <Group gap="xs">
            <StatusBadge status={change.overdue ? 'overdue' : change.status === 'dropped' ? 'withdrawn' : change.status} />
            <Anchor component={Link} to={`/skp/perubahan/${change.id}`}>
              {change.reason}
            </Anchor>
            {change.dueAt ? (
              <Text size="sm" c="dimmed" component="div">
                {t('change.due', { date: formatInstant(change.dueAt) })}{' '}
                {change.cite ? <Cite cite={change.cite} /> : null}
              </Text>
            ) : null}
          </Group>
        ) : asking ? (
          <>
            {form.flow.change.resources && form.resources ? (
              <Checkbox.Group label={t('change.resources')} value={resources} onChange={setResources}>
                <Group gap="md" mt="xs">
                  {form.resources.kinds.map(({ code, name }) => (
                    <Checkbox key={code} value={code} label={name} />
                  ))}
                </Group>
              </Checkbox.Group>
            ) : null}
            <ConfirmReason
              label={t('change.reason')}
              confirm={t('change.start')}
              min={5}
              max={SKP_LIMITS.note}
              busy={start.isPending}
              onConfirm={(reason) =>
                start.mutate(
                  { reason, ...(resources.length > 0 ? { resources } : {}) },
                  { onSuccess: ({ id }) => void navigate(`/skp/perubahan/${id}`) },
                )
              }
              onCancel={() => setAsking(false)}
            />
          </>
        ) : (
          <Group>
            <Button variant="default" onClick={() => setAsking(true)}>
              {t('change.start')}
            </Button>
          </Group>
        )}
      </Stack>
    </Section>
  );
}
