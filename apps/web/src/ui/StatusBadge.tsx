import { Badge, type BadgeProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { STATUS_LOOK, type StatusCode } from './status-look';

/** A status is a word, an icon and a colour, the same everywhere. */
export function StatusBadge({
  status,
  word,
  ...badge
}: { status: StatusCode; /** Where a law has its own word. */ word?: string } & Omit<
  BadgeProps,
  'color' | 'children'
>) {
  const { t } = useTranslation('shell');
  const { icon: Symbol, color } = STATUS_LOOK[status];
  return (
    <Badge
      variant="light"
      color={color}
      tt="none"
      fw={600}
      size="lg"
      leftSection={<Symbol size={14} aria-hidden />}
      style={{ flexShrink: 0, minWidth: 'max-content' }}
      {...badge}
    >
      {word ?? t(`status.${status}`)}
    </Badge>
  );
}
