import { Alert, Button, Group, List, Text, type AlertProps } from '@mantine/core';
import { IconAlertTriangle, IconWifiOff } from '@tabler/icons-react';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { NetworkError, ProblemError } from '../lib/problem';
import { Cite } from './Cite';
import { errorWords, fieldWords } from './error-words';

interface ErrorNoticeProps extends Omit<AlertProps, 'title' | 'children'> {
  error: unknown;
  onRetry?: (() => void) | undefined;
  /** Fetch the current row; what the user typed stays in the form. */
  onReload?: (() => void) | undefined;
  /** Fields whose refusal the form shows itself; the others are listed here. Default: list all. */
  shownFields?: readonly string[];
}

/** What happened, which rule and article, and what to do next. Renders nothing without an error. */
export function ErrorNotice(props: ErrorNoticeProps) {
  if (!props.error) return null;
  // Its words come after the first page's own.
  return (
    <Suspense fallback={null}>
      <Notice {...props} />
    </Suspense>
  );
}

function Notice({ error, onRetry, onReload, shownFields, ...alert }: ErrorNoticeProps) {
  const { t } = useTranslation(['shell', 'errors']);
  const words = errorWords(error, t);
  const problem = error instanceof ProblemError ? error.problem : null;
  const fields = (problem?.fields ?? []).filter((field) => !shownFields?.includes(field.field));
  return (
    <Alert
      role="alert"
      color="red"
      variant="light"
      icon={
        error instanceof NetworkError ? (
          <IconWifiOff size={20} aria-hidden />
        ) : (
          <IconAlertTriangle size={20} aria-hidden />
        )
      }
      title={words.title}
      {...alert}
    >
      <Text size="sm">{words.advice}</Text>
      {fields.length > 0 ? (
        <List size="sm" mt={4}>
          {fields.map((field) => (
            <List.Item key={`${field.field}.${field.rule}`}>
              {t([`shell:field.${field.field}`, 'shell:field.other'])}: {fieldWords(field, t)}
            </List.Item>
          ))}
        </List>
      ) : null}
      {problem?.rule?.cite ? (
        <Text size="sm" mt={4} component="div">
          {t('shell:why.basis')}: <Cite cite={problem.rule.cite} />
        </Text>
      ) : null}
      <Group gap="xs" mt="xs">
        {words.wayOn === 'sign-in' ? (
          <Button size="xs" h={36} component={Link} to="/masuk" variant="default">
            {t('shell:signIn')}
          </Button>
        ) : null}
        {words.wayOn === 'reload' && onReload ? (
          <Button size="xs" h={36} variant="default" onClick={onReload}>
            {t('shell:reloadData')}
          </Button>
        ) : null}
        {words.wayOn === 'retry' && onRetry ? (
          <Button size="xs" h={36} variant="default" onClick={onRetry}>
            {t('shell:retry')}
          </Button>
        ) : null}
      </Group>
      {problem?.code === 'internal' && problem.requestId ? (
        <Text size="xs" mt="xs">
          {t('shell:requestId', { id: problem.requestId })}
        </Text>
      ) : null}
    </Alert>
  );
}
