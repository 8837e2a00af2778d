import { ActionIcon, Indicator } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useUnread } from '../lib/notifications';

const MOST = 99;

/** The bell in the header: what is new, at once. */
export function Bell() {
  const { t } = useTranslation('shell');
  const unread = useUnread();
  return (
    <Indicator label={unread > MOST ? `${MOST}+` : unread} size={18} disabled={unread === 0} color="red.9" offset={6} withBorder>
      <ActionIcon
        component={Link}
        to="/pemberitahuan"
        variant="transparent"
        size={44}
        c="inherit"
        aria-label={unread > 0 ? t('bell.some', { count: unread }) : t('bell.none')}
      >
        <IconBell size={24} aria-hidden />
      </ActionIcon>
    </Indicator>
  );
}
