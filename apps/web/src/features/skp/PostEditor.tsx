import type { PostPoint } from '@ekinerja/contracts/skp-cascade';
import { SKP_LIMITS } from '@ekinerja/contracts/skp';
import type { PostItem } from '@ekinerja/contracts/units-and-posts';
import { ActionIcon, Button, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../ui/Announcements';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Loaded } from '../../ui/Loaded';
import { Section } from '../../ui/Section';
import { postDuties, postPoints, useSavePost } from './post-queries';
import { pastedPoints, readPoint } from './post-points';
import classes from './Skp.module.css';

/** Duties of a post (KS 21(2)), one a line; of a functional post also its points with the credit of each (KS 8(1).c, BN 7(5)). */
export function PostEditor({ post, onClose }: { post: PostItem; onClose: () => void }) {
  const { t } = useTranslation('skp');
  const duties = useQuery(postDuties(post.id));
  const points = useQuery({ ...postPoints(post.id), enabled: post.kind === 'fungsional' });
  return (
    <Section title={post.name} note={post.unitName}>
      <Stack>
        <Loaded query={duties} shape="form">{(data) => <Duties post={post} before={data.duties} />}</Loaded>
        {post.kind === 'fungsional' ? <Loaded query={points} shape="form">{(data) => <Points post={post} before={data.points} />}</Loaded> : null}
        <div>
          <Button variant="default" onClick={onClose}>
            {t('posts.close')}
          </Button>
        </div>
      </Stack>
    </Section>
  );
}

function Duties({ post, before }: { post: PostItem; before: readonly string[] }) {
  const { t } = useTranslation('skp');
  const [text, setText] = useState(before.join('\n'));
  const save = useSavePost(post.id);
  const duties = [...new Set(text.split('\n').map((line) => line.replace(/^\s*(\d+[.)]|[-•])\s*/, '').trim()).filter((line) => line.length >= 3))];
  return (
    <Stack gap="xs">
      <ErrorNotice error={save.error} />
      <Textarea label={t('posts.duties')} description={t('posts.dutiesNote')} autosize minRows={3} value={text} onChange={(event) => setText(event.currentTarget.value)} />
      <div>
        <Button disabled={duties.length > SKP_LIMITS.list} loading={save.isPending} onClick={() => save.mutate({ duties }, { onSuccess: () => announce(t('posts.savedDuties', { count: duties.length })) })}>
          {t('posts.saveDuties')}
        </Button>
      </div>
    </Stack>
  );
}

const FIELDS = ['code', 'activity', 'unit', 'credit'] as const;

function Points({ post, before }: { post: PostItem; before: readonly PostPoint[] }) {
  const { t } = useTranslation('skp');
  const [rows, setRows] = useState(() => before.map((point) => ({ ...point, credit: point.credit.replace('.', ',') })));
  const [paste, setPaste] = useState('');
  const save = useSavePost(post.id);
  const written = rows.filter((row) => FIELDS.some((name) => row[name].trim() !== ''));
  const read = written.map(readPoint);
  const codes = new Set(written.map(({ code }) => code.trim()));
  const wrong = read.filter((point) => point === null).length + (written.length - codes.size);
  return (
    <Stack gap="xs">
      <Text fw={600}>{t('posts.points')}</Text>
      <Text size="sm" c="dimmed">
        {t('posts.pointsNote')}
      </Text>
      <ErrorNotice error={save.error} />
      {rows.map((row, at) => (
        <div key={at} className={classes.point} role="group" aria-label={t('posts.point', { number: at + 1 })}>
          {FIELDS.map((name) => (
            <TextInput
              key={name}
              label={t(`posts.field.${name}`)}
              maxLength={name === 'activity' ? SKP_LIMITS.title : SKP_LIMITS.unit}
              inputMode={name === 'credit' ? 'decimal' : undefined}
              value={row[name]}
              onChange={(event) => {
                const { value } = event.currentTarget;
                setRows(rows.map((one, other) => (other === at ? { ...one, [name]: value } : one)));
              }}
            />
          ))}
          <ActionIcon variant="subtle" color="red" size={44} mt={22} aria-label={t('posts.removePoint', { number: at + 1 })} onClick={() => setRows(rows.filter((_, other) => other !== at))}>
            <IconTrash size={18} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      <Textarea
        label={t('posts.paste')}
        description={t('posts.pasteNote')}
        autosize
        minRows={2}
        value={paste}
        onChange={(event) => {
          const found = pastedPoints(event.currentTarget.value);
          setPaste(found.length > 0 ? '' : event.currentTarget.value);
          if (found.length > 0) setRows([...written, ...found]);
        }}
      />
      {wrong > 0 ? (
        <Text size="sm" c="red.9" role="status">
          {t('posts.wrong', { count: wrong })}
        </Text>
      ) : null}
      <Group gap="xs">
        <Button variant="light" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setRows([...rows, { code: '', activity: '', unit: '', credit: '' }])}>
          {t('posts.addPoint')}
        </Button>
        <Button
          disabled={wrong > 0}
          loading={save.isPending}
          onClick={() => save.mutate({ points: read.filter((point) => point !== null) }, { onSuccess: () => announce(t('posts.savedPoints', { count: read.length })) })}
        >
          {t('posts.savePoints')}
        </Button>
      </Group>
    </Stack>
  );
}
