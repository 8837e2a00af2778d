import type { Suggestion } from '@ekinerja/contracts/suggestions';
import { Button, Card, Group, Stack, Text, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate, formatInstant } from '../../lib/format';
import { announce } from '../../ui/Announcements';
import { Cite } from '../../ui/Cite';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { close, say, SUGGESTIONS } from './queries';

/** One suggestion with what was said about it, and the words that come next. */
export function Thread({ suggestion }: { suggestion: Suggestion }) {
  const { t } = useTranslation(['suggestions', 'shell']);
  const client = useQueryClient();
  const [text, setText] = useState('');
  const { id, version, actions } = suggestion;
  const done = () => {
    setText('');
    announce(t('done.sent'));
    return client.invalidateQueries({ queryKey: SUGGESTIONS });
  };
  const answer = useMutation({ mutationFn: say, onSuccess: done });
  const closing = useMutation({ mutationFn: close, onSuccess: () => client.invalidateQueries({ queryKey: SUGGESTIONS }) });
  const speaks = actions.includes('answer') || actions.includes('add');
  return (
    <Card component="article" padding="md" aria-label={`${t(`kind.${suggestion.kind}`)}, ${suggestion.sender}`}>
      <Group justify="space-between" gap="xs">
        <Text fw={600}>
          {t(`kind.${suggestion.kind}`)} {suggestion.cite ? <Cite cite={suggestion.cite} /> : null}
        </Text>
        <Text size="sm" fw={600}>
          {t(`status.${suggestion.status}`)}
        </Text>
      </Group>
      <Text size="sm" c="dimmed">
        {[suggestion.sender, suggestion.unitName].filter(Boolean).join(' · ')}
      </Text>
      {suggestion.activity ? (
        <Text size="sm">
          {t('about', { owner: suggestion.activity.owner, date: formatDate(suggestion.activity.date), what: suggestion.activity.description })}
        </Text>
      ) : null}
      <Stack gap="xs" mt="sm">
        {suggestion.messages.map((message) => (
          <div key={message.at + message.side}>
            <Text size="sm" c="dimmed">
              {message.author}, {formatInstant(message.at)}
            </Text>
            <Text style={{ whiteSpace: 'pre-line' }}>{message.text}</Text>
          </div>
        ))}
      </Stack>
      {speaks ? (
        <Stack gap="xs" mt="sm">
          <Textarea label={t(actions.includes('answer') ? 'answer' : 'add')} value={text} onChange={(event) => setText(event.currentTarget.value)} autosize minRows={2} />
          <ErrorNotice error={answer.error ?? closing.error} onReload={() => void client.invalidateQueries({ queryKey: SUGGESTIONS })} />
          <Group gap="xs">
            <Button loading={answer.isPending} disabled={text.trim().length < 2} onClick={() => answer.mutate({ id, version, text: text.trim() })}>
              {t('shell:send')}
            </Button>
            {actions.includes('close') ? (
              <Button variant="default" loading={closing.isPending} onClick={() => closing.mutate({ id, version })}>
                {t('close')}
              </Button>
            ) : null}
          </Group>
        </Stack>
      ) : null}
    </Card>
  );
}
