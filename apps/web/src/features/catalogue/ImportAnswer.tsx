import type { CatalogueImportAnswer } from '@ekinerja/contracts/catalogue';
import { Alert, List } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** What an import did, or every cell that keeps it out; then nothing was written. */
export function ImportAnswer({ answer }: { answer: CatalogueImportAnswer }) {
  const { t } = useTranslation('catalogue');
  if (answer.problems.length === 0) {
    return <Alert color="green" role="status" title={t('imported', { added: answer.added, changed: answer.changed, same: answer.same })} />;
  }
  return (
    <Alert color="red" role="alert" title={t('refused', { count: answer.problems.length })}>
      <List size="sm">
        {answer.problems.map(({ row, column, rule, value }) => (
          <List.Item key={`${row}.${column}.${rule}`}>
            {t('cell', { row, column })}: {t([`problem.${rule}`, 'problem.other'])} {value ? `(“${value}”)` : ''}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}
