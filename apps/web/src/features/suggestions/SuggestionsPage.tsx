import { SUGGESTION_LIMITS, type SuggestionKind } from '@ekinerja/contracts/suggestions';
import { Button, Group, Radio, Stack, Tabs, Textarea } from '@mantine/core';
import { IconMessages, IconSend } from '@tabler/icons-react';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newId } from '../../lib/api';
import { useFilter } from '../../lib/filters';
import { announce } from '../../ui/Announcements';
import { Cite } from '../../ui/Cite';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Loading } from '../../ui/Loading';
import { LoadMore } from '../../ui/LoadMore';
import { PageTitle } from '../../ui/PageTitle';
import { Section } from '../../ui/Section';
import { channels, suggestions, SUGGESTIONS, write } from './queries';
import { Thread } from './Thread';

/** Suggestions and requests for help about daily records: written, answered, dated. */
export default function SuggestionsPage() {
  const { t } = useTranslation('suggestions');
  const { data } = useQuery(channels);
  const [box, setBox] = useFilter('kotak');
  const shown = box === 'masuk' ? 'received' : 'sent';
  return (
    <>
      <PageTitle title={t('title')} note={t('note')} />
      <Tabs value={shown} onChange={(value) => setBox(value === 'received' ? 'masuk' : null)} keepMounted={false}>
        <Tabs.List aria-label={t('title')}>
          <Tabs.Tab value="sent" h={44}>
            {t('sent')}
          </Tabs.Tab>
          <Tabs.Tab value="received" h={44}>
            {t('received', { count: data?.waiting ?? 0 })}
          </Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="sent" pt="md">
          <Stack>
            {data && data.channels.length > 0 ? <WriteForm kinds={data.channels} /> : null}
            <Box box="sent" />
          </Stack>
        </Tabs.Panel>
        <Tabs.Panel value="received" pt="md">
          <Box box="received" />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}

function WriteForm({ kinds }: { kinds: { kind: SuggestionKind; cite: Parameters<typeof Cite>[0]['cite'] | null }[] }) {
  const { t } = useTranslation(['suggestions', 'shell']);
  const client = useQueryClient();
  const [id, setId] = useState(newId);
  const [kind, setKind] = useState<SuggestionKind>(kinds[0]!.kind);
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const sending = useMutation({
    mutationFn: write,
    onSuccess: () => {
      announce(t('done.sent'));
      setText('');
      setTried(false);
      setId(newId());
      return client.invalidateQueries({ queryKey: SUGGESTIONS });
    },
  });
  const short = text.trim().length < SUGGESTION_LIMITS.text.min;
  return (
    <Section title={t('write')}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (!short) sending.mutate({ id, body: { kind, text: text.trim(), activityId: null } });
        }}
      >
        <Stack gap="sm">
          <Radio.Group label={t('what')} value={kind} onChange={(value) => setKind(value as SuggestionKind)}>
            <Stack gap={6} mt={6}>
              {kinds.map((one) => (
                <Group key={one.kind} gap="xs">
                  <Radio value={one.kind} label={t(`kind.${one.kind}`)} />
                  {one.cite ? <Cite cite={one.cite} /> : null}
                </Group>
              ))}
            </Stack>
          </Radio.Group>
          <Textarea
            label={t('text')}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            autosize
            minRows={3}
            maxLength={SUGGESTION_LIMITS.text.max}
            error={tried && short ? t('short', { min: SUGGESTION_LIMITS.text.min }) : null}
          />
          <ErrorNotice error={sending.error} />
          <Group>
            <Button type="submit" loading={sending.isPending} leftSection={<IconSend size={18} aria-hidden />}>
              {t('shell:send')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Section>
  );
}

function Box({ box }: { box: 'received' | 'sent' }) {
  const { t } = useTranslation('suggestions');
  const query = useInfiniteQuery(suggestions(box));
  if (query.isPending) return <Loading rows={3} />;
  if (!query.data) return <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />;
  const items = query.data.pages.flatMap((page) => page.items);
  if (items.length === 0) return <EmptyState icon={IconMessages} title={t(`empty.${box}`)} text={t(`emptyText.${box}`)} />;
  return (
    <Stack>
      {items.map((one) => (
        <Thread key={one.id} suggestion={one} />
      ))}
      <LoadMore query={query} />
    </Stack>
  );
}
