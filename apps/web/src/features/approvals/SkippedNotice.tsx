import { Alert, List } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatDateShort } from '../../lib/format';
import type { Skipped } from './use-decisions';

interface SkippedNoticeProps {
  skipped: readonly Skipped[];
  onClose: () => void;
}

/** What a sweep left behind, each with its reason; nothing is swallowed. */
export function SkippedNotice(props: SkippedNoticeProps) {
  return props.skipped.length > 0 ? <Notice {...props} /> : null;
}

function Notice({ skipped, onClose }: SkippedNoticeProps) {
  const { t } = useTranslation(['approvals', 'errors', 'shell']);
  return (
    <Alert
      color="orange"
      role="alert"
      title={t('skipped.title', { count: skipped.length })}
      withCloseButton
      closeButtonLabel={t('shell:close')}
      onClose={onClose}
    >
      <List size="sm">
        {skipped.map(({ entry, code }) => (
          <List.Item key={entry.id}>
            {entry.personName}, {formatDateShort(entry.date)}, {entry.description}:{' '}
            {t([`skipped.why.${code}`, `errors:${code}.title`, 'skipped.other'])}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}
