import type { Uuid } from '@ekinerja/contracts/basics';
import { CATALOGUE_LIMITS, type CatalogueContent, type CatalogueItem } from '@ekinerja/contracts/catalogue';
import { Button, Group, Stack, Switch, TagsInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newId } from '../../lib/api';
import { announce } from '../../ui/Announcements';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { fieldErrors } from '../../ui/error-words';
import { ItemVersions } from './ItemVersions';
import { saveItem, UNIT_WORK } from './queries';

interface ItemFormProps {
  skpdId: Uuid;
  item: CatalogueItem | null;
  start?: Partial<CatalogueContent>;
  onDone: () => void;
}

/** One item of the catalogue (KS 16(a)). */
export function ItemForm({ skpdId, item, start = {}, onDone }: ItemFormProps) {
  const { t } = useTranslation(['catalogue', 'shell', 'errors']);
  const client = useQueryClient();
  const [id] = useState(() => item?.id ?? newId());
  const { code = '', title = '', outputUnit = '', normMinutes = 60, posts = [], active = true } = item ?? start;
  const form = useForm({
    initialValues: { code, title, outputUnit, normMinutes: String(normMinutes), posts: [...posts], active },
    validate: {
      code: (value) => (value.trim() ? null : t('form.required')),
      title: (value) => (value.trim().length >= CATALOGUE_LIMITS.title.min ? null : t('form.short', { min: CATALOGUE_LIMITS.title.min })),
      outputUnit: (value) => (value.trim() ? null : t('form.required')),
      normMinutes: (value) => (/^\d+$/.test(value) && Number(value) >= 1 && Number(value) <= CATALOGUE_LIMITS.normMinutes.max ? null : t('form.minutes', CATALOGUE_LIMITS.normMinutes)),
    },
  });
  const save = useMutation({
    mutationFn: saveItem,
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: UNIT_WORK });
      announce(t('form.saved'));
      onDone();
    },
    onError: (error) => form.setErrors(fieldErrors(error, t)),
  });
  return (
    <form
      noValidate
      onSubmit={form.onSubmit((values) => save.mutate({ id, version: item?.version, body: { ...values, skpdId, normMinutes: Number(values.normMinutes) } }))}
    >
      <Stack>
        <TextInput label={t('form.code')} required maxLength={CATALOGUE_LIMITS.code} data-autofocus {...form.getInputProps('code')} />
        <TextInput label={t('form.title')} required maxLength={CATALOGUE_LIMITS.title.max} {...form.getInputProps('title')} />
        <TextInput label={t('form.outputUnit')} required maxLength={CATALOGUE_LIMITS.outputUnit} {...form.getInputProps('outputUnit')} />
        <TextInput label={t('form.normMinutes')} required inputMode="numeric" {...form.getInputProps('normMinutes')} />
        <TagsInput label={t('form.posts')} description={t('form.postsNote')} maxTags={CATALOGUE_LIMITS.posts} {...form.getInputProps('posts')} />
        <Switch label={t('form.active')} {...form.getInputProps('active', { type: 'checkbox' })} />
        {item ? <ItemVersions id={item.id} /> : null}
        <ErrorNotice error={save.error} shownFields={Object.keys(form.values)} />
        <Group gap="xs">
          <Button type="submit" loading={save.isPending}>
            {t('shell:save')}
          </Button>
          <Button variant="default" onClick={onDone}>
            {t('shell:cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
