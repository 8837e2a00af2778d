import type { Uuid } from '@ekinerja/contracts/basics';
import { Button, Collapse, List, Text } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatInstant, formatMinutes } from '../../lib/format';
import { Loaded } from '../../ui/Loaded';
import { itemVersions } from './queries';

/** How an item has read so far, the newest first, and who changed it; asked for when it is opened. */
export function ItemVersions({ id }: { id: Uuid }) {
  const { t } = useTranslation('catalogue');
  const [open, setOpen] = useState(false);
  const query = useQuery({ ...itemVersions(id), enabled: open });
  return (
    <div>
      <Button variant="subtle" size="compact-sm" h={36} px={4} aria-expanded={open} leftSection={<IconHistory size={16} aria-hidden />} onClick={() => setOpen(!open)}>
        {t('versions.open')}
      </Button>
      <Collapse expanded={open}>
        {open ? (
          <Loaded query={query} rows={2}>
            {(versions) => (
              <List size="sm">
                {versions.map(({ version, at, by, code, title, outputUnit, normMinutes, posts, active }) => (
                  <List.Item key={version}>
                    {t('versions.line', { version, code, title, unit: outputUnit, norm: formatMinutes(normMinutes) })}{' '}
                    {posts.length > 0 ? t('versions.posts', { posts: posts.join(', ') }) : null} {active ? null : `(${t('inactive')})`}
                    <Text size="sm" c="dimmed">
                      {by}, {formatInstant(at)}
                    </Text>
                  </List.Item>
                ))}
              </List>
            )}
          </Loaded>
        ) : null}
      </Collapse>
    </div>
  );
}
