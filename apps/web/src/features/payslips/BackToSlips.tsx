import { Anchor } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCan } from '../../lib/session';

export function BackToSlips() {
  const { t } = useTranslation('payslips');
  if (!useCan('payslips.own')) return null;
  return (
    <Anchor
      component={Link}
      to="/slip"
      className="no-print"
      display="inline-flex"
      style={{ gap: 6, alignItems: 'center', minHeight: 32 }}
    >
      <IconArrowLeft size={16} aria-hidden /> {t('title')}
    </Anchor>
  );
}
