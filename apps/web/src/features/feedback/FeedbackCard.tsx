import { FEEDBACK_LIMITS, type FeedbackItem } from '@ekinerja/contracts/feedback';
import { Badge, Button, Card, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate, formatInstant } from '../../lib/format';
import { announce } from '../../ui/Announcements';
import { ConfirmReason } from '../../ui/ConfirmReason';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { useAnswer } from './queries';

/** One piece of feedback with its answer. */
export function FeedbackCard({ item, to, mayAnswer }: { item: FeedbackItem; /** Shows the person it was given to. */ to?: boolean; mayAnswer?: boolean }) {
  const { t } = useTranslation('feedback');
  const [open, setOpen] = useState(false);
  const answer = useAnswer();
  const send = (words: string) =>
    answer.mutate(
      { id: item.id, version: item.version, answer: words },
      {
        onSuccess: () => {
          setOpen(false);
          announce(t('answered'));
        },
      },
    );
  return (
    <Card component="article" aria-label={to ? item.personName : item.giverName}>
      <Group justify="space-between" gap="xs">
        <div>
          <Text fw={600}>{to ? item.personName : item.giverName}</Text>
          {!to && item.giverOffice ? (
            <Text size="sm" c="dimmed">
              {item.giverOffice}
            </Text>
          ) : null}
        </div>
        <Group gap={6}>
          <Badge variant="light" tt="none" size="lg">
            {t(`giver.${item.giver}`)}
          </Badge>
          <Badge variant="light" color="gray" tt="none" size="lg">
            {t(`kind.${item.kind}`)}
          </Badge>
        </Group>
      </Group>
      <Text size="sm" c="dimmed" mt={4}>
        {item.heldOn ? t('heldOn', { date: formatDate(item.heldOn), at: formatInstant(item.givenAt) }) : formatInstant(item.givenAt)}
        {item.about ? ` · ${item.about}` : ''}
      </Text>
      <Text mt="xs" style={{ whiteSpace: 'pre-line' }}>
        {item.text}
      </Text>
      {item.answer ? (
        <Text mt="xs" pl="md" style={{ borderInlineStart: '3px solid var(--mantine-color-default-border)', whiteSpace: 'pre-line' }}>
          <Text component="span" size="sm" c="dimmed" display="block">
            {t('answerOf', { name: item.personName })}
          </Text>
          {item.answer}
        </Text>
      ) : null}
      {mayAnswer && !item.answer ? (
        open ? (
          <ConfirmReason
            label={t('answer')}
            confirm={t('sendAnswer')}
            min={FEEDBACK_LIMITS.textFrom}
            max={FEEDBACK_LIMITS.text}
            busy={answer.isPending}
            onConfirm={send}
            onCancel={() => setOpen(false)}
          />
        ) : (
          <Group mt="sm">
            <Button variant="default" onClick={() => setOpen(true)}>
              {t('answer')}
            </Button>
          </Group>
        )
      ) : null}
      <ErrorNotice error={answer.error} mt="sm" />
    </Card>
  );
}
