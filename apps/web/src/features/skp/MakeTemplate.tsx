import { SKP_LIMITS } from '@ekinerja/contracts/skp';
import type { SkpDetail } from '@ekinerja/contracts/skp-detail';
import { Button, Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../ui/Announcements';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Section } from '../../ui/Section';
import { useTemplates } from './post-queries';

/** The unit's admin keeps an SKP as a template for everybody in a like post, without what is personal in it. */
export function MakeTemplate({ skp }: { skp: SkpDetail }) {
  const { t } = useTranslation('skp');
  const [name, setName] = useState(skp.postName ?? '');
  const { make } = useTemplates();
  return (
    <Section title={t('posts.makeTitle')} note={t('posts.makeNote')}>
      <ErrorNotice error={make.error} />
      <Group gap="xs" align="flex-end">
        <TextInput label={t('posts.template')} style={{ flex: '1 1 14rem' }} maxLength={SKP_LIMITS.name} value={name} onChange={(event) => setName(event.currentTarget.value)} />
        <Button variant="default" disabled={name.trim().length < 3} loading={make.isPending} onClick={() => make.mutate({ name: name.trim(), skpId: skp.id }, { onSuccess: () => announce(t('posts.made')) })}>
          {t('posts.make')}
        </Button>
      </Group>
    </Section>
  );
}
