import type { Citation } from '@ekinerja/contracts/basics';
import { Drawer } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Article } from './Article';

interface ArticleDrawerProps {
  cite: Citation;
  opened: boolean;
  onClose: () => void;
}

export default function ArticleDrawer({ cite, opened, onClose }: ArticleDrawerProps) {
  const { t } = useTranslation('shell');
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      title={t('why.article')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <Article cite={cite} />
    </Drawer>
  );
}
