import { Drawer } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { NavigationItem } from './navigation';
import { NavigationLink } from './SideNavigation';

interface MoreDrawerProps {
  items: readonly NavigationItem[];
  opened: boolean;
  onClose: () => void;
}

/** What does not fit under the thumb. */
export default function MoreDrawer({ items, opened, onClose }: MoreDrawerProps) {
  const { t } = useTranslation('shell');
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      position="bottom"
      styles={{ content: { height: 'auto', maxHeight: '85dvh' } }}
      title={t('nav.more')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      {items.map((item) => (
        <NavigationLink key={item.path} item={item} onClick={onClose} />
      ))}
    </Drawer>
  );
}
