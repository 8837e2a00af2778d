import { OBJECTION_LIMITS, OBJECTION_SIDES, type Objection, type ObjectionSide } from '@ekinerja/contracts/objections';
import { Alert, Button, Group, Paper, SegmentedControl, Stack, Text, Textarea } from '@mantine/core';
import { IconEar } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatInstant } from '../../lib/format';
import { announce } from '../../ui/Announcements';
import { Cite } from '../../ui/Cite';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Section } from '../../ui/Section';
import { useAsk, useExplain } from './queries';

/** Questions and explanations of both sides, in order. */
export function Statements({ one }: { one: Objection }) {
  const { t } = useTranslation('objections');
  const own: ObjectionSide | null = one.part === 'employee' || one.part === 'evaluator' ? one.part : null;
  return (
    <Section title={t('statements.title')} note={one.hearCite ? <Cite cite={one.hearCite} /> : undefined}>
      <Stack gap="sm">
        {one.unheard.length > 0 ? (
          <Alert color="orange" icon={<IconEar aria-hidden />}>
            {t('statements.unheard', { sides: one.unheard.map((side) => t(`side.${side}`)).join(', ') })}
          </Alert>
        ) : null}
        {one.statements.length === 0 ? <Text c="dimmed">{t('statements.none')}</Text> : null}
        {one.statements.map((said) => (
          <Paper key={said.id} withBorder p="sm" component="article">
            {said.question ? (
              <Text size="sm">
                <strong>{t('statements.asked', { name: said.askedBy, side: t(`side.${said.side}`) })}</strong> {said.question}
              </Text>
            ) : null}
            {said.text ? (
              <>
                <Text style={{ whiteSpace: 'pre-wrap' }} mt={said.question ? 4 : 0}>
                  <strong>{t(`side.${said.side}`)}:</strong> {said.text}
                </Text>
                <Text size="sm" c="dimmed">
                  {said.givenAt ? formatInstant(said.givenAt) : ''}
                  {said.recordedBy ? ` · ${t('statements.recorded', { name: said.recordedBy })}` : ''}
                </Text>
              </>
            ) : (
              <>
                <Text size="sm" c="dimmed">{t('statements.unanswered')}</Text>
                {own === said.side && one.actions.includes('explain') ? <Explain one={one} side={own} questionId={said.id} /> : null}
              </>
            )}
          </Paper>
        ))}
        {own && one.actions.includes('explain') && !one.statements.some((said) => said.side === own && said.text === null) ? (
          <Explain one={one} side={own} />
        ) : null}
        {one.actions.includes('ask') ? <Examine one={one} /> : null}
      </Stack>
    </Section>
  );
}

function Explain({ one, side, questionId }: { one: Objection; side: ObjectionSide; questionId?: string }) {
  const { t } = useTranslation('objections');
  const explain = useExplain(one.id);
  return (
    <SayForm
      label={t(questionId ? 'statements.answer' : 'statements.explain')}
      button={t('statements.send')}
      busy={explain.isPending}
      error={explain.error}
      onSend={(text, clear) =>
        explain.mutate({ side, text, ...(questionId ? { questionId } : {}) }, { onSuccess: () => { clear(); announce(t('statements.sent')); } })
      }
    />
  );
}

function Examine({ one }: { one: Objection }) {
  const { t } = useTranslation('objections');
  const [side, setSide] = useState<ObjectionSide>(one.unheard[0] ?? 'evaluator');
  const [how, setHow] = useState<'ask' | 'record'>('ask');
  const ask = useAsk(one.id);
  const record = useExplain(one.id);
  return (
    <Stack gap="xs">
      <Group gap="xs">
        <SegmentedControl aria-label={t('statements.of')} value={side} onChange={(value) => setSide(value as ObjectionSide)} data={OBJECTION_SIDES.map((value) => ({ value, label: t(`side.${value}`) }))} />
        <SegmentedControl aria-label={t('statements.how')} value={how} onChange={(value) => setHow(value as 'ask' | 'record')} data={(['ask', 'record'] as const).map((value) => ({ value, label: t(`statements.${value}`) }))} />
      </Group>
      <SayForm
        label={t(how === 'ask' ? 'statements.question' : 'statements.recordText', { side: t(`side.${side}`) })}
        button={t(how === 'ask' ? 'statements.sendQuestion' : 'statements.saveRecord')}
        busy={ask.isPending || record.isPending}
        error={ask.error ?? record.error}
        onSend={(text, clear) => {
          const done = { onSuccess: () => { clear(); announce(t('statements.sent')); } };
          if (how === 'ask') ask.mutate({ side, question: text }, done);
          else record.mutate({ side, text }, done);
        }}
      />
    </Stack>
  );
}

interface SayFormProps {
  label: string;
  button: string;
  busy: boolean;
  error: unknown;
  onSend: (text: string, clear: () => void) => void;
}

function SayForm({ label, button, busy, error, onSend }: SayFormProps) {
  const { t } = useTranslation('objections');
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const { min, max } = OBJECTION_LIMITS.text;
  const short = text.trim().length < min;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!short) onSend(text.trim(), () => { setText(''); setTried(false); });
      }}
    >
      <Stack gap="xs" maw={720}>
        <Textarea label={label} autosize minRows={2} maxLength={max} value={text} error={tried && short ? t('tooShort', { count: min }) : undefined} onChange={(event) => setText(event.currentTarget.value)} />
        <ErrorNotice error={error} />
        <Group>
          <Button type="submit" variant="default" loading={busy}>{button}</Button>
        </Group>
      </Stack>
    </form>
  );
}
