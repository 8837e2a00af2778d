import type { DocumentProblemView } from '@ekinerja/contracts/regulations';
import { Code, List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '../../lib/problem';
import { Section } from '../../ui/Section';
import { StatusBadge } from '../../ui/StatusBadge';

/** What the server found in a text that it did not take; null for any other refusal. */
export function problemsOf(error: unknown): DocumentProblemView[] | null {
  if (!(error instanceof ProblemError) || error.code !== 'document-has-errors') return null;
  return (error.problem.fields ?? []).map(({ field, params }) => ({
    path: field,
    line: Number(params?.line ?? 1),
    column: Number(params?.column ?? 1),
    message: String(params?.message ?? ''),
    severity: params?.severity === 'warning' ? 'warning' : 'error',
  }));
}

/** Each mistake with its line as written, so that it is found without counting. */
export function DocumentProblems({ title, problems, text }: { title: string; problems: readonly DocumentProblemView[]; text: string }) {
  const { t } = useTranslation('drafts');
  const lines = text.split('\n');
  return (
    <Section title={title}>
      <List spacing="sm" listStyleType="none">
        {problems.map((problem, at) => (
          <List.Item key={`${at}.${problem.line}.${problem.column}`}>
            <Text component="span" fw={600} me="xs">
              {t('problem.line', { line: problem.line })}
            </Text>
            <StatusBadge status={problem.severity === 'error' ? 'invalid' : 'warning'} word={t(`problem.${problem.severity}`)} size="sm" />
            <Text>{problem.message}</Text>
            {lines[problem.line - 1]?.trim() && !problem.message.includes('berkas kasus') ? (
              <Code block style={{ overflowX: 'auto' }} tabIndex={0}>
                {`${problem.line}: ${lines[problem.line - 1]}`}
              </Code>
            ) : null}
          </List.Item>
        ))}
      </List>
    </Section>
  );
}
