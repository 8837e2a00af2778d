import type { WorkbookStatus } from '@ekinerja/contracts/imports';
import { Badge } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconClock, IconEyeCheck, IconHistory, IconLoader2, IconX, type Icon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

const LOOK: Record<WorkbookStatus, { icon: Icon; color: string }> = {
  queued: { icon: IconClock, color: 'blue' },
  checking: { icon: IconLoader2, color: 'blue' },
  invalid: { icon: IconAlertTriangle, color: 'red' },
  ready: { icon: IconEyeCheck, color: 'blue' },
  applying: { icon: IconLoader2, color: 'blue' },
  applied: { icon: IconCheck, color: 'green' },
  failed: { icon: IconX, color: 'red' },
  superseded: { icon: IconHistory, color: 'gray' },
};

export function WorkbookBadge({ status }: { status: WorkbookStatus }) {
  const { t } = useTranslation('imports');
  const { icon: Symbol, color } = LOOK[status];
  return (
    <Badge variant="light" color={color} tt="none" fw={600} size="lg" leftSection={<Symbol size={14} aria-hidden />} style={{ flexShrink: 0 }}>
      {t(`status.${status}`)}
    </Badge>
  );
}
