import type { IsoDate } from '@ekinerja/contracts/basics';
import type { UnitNode } from '@ekinerja/contracts/units-and-posts';
import { ActionIcon, Anchor, Badge, Group, Text } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Loaded } from '../../ui/Loaded';
import classes from './Organisation.module.css';
import { unitNodes } from './queries';

interface UnitBranchProps {
  nodes: readonly UnitNode[];
  day: IsoDate;
  label: string;
  openFirst?: boolean;
}

/** Units below one, each opening in place; what is below is fetched when it is opened. */
export function UnitBranch({ nodes, day, label, openFirst = false }: UnitBranchProps) {
  return (
    <ul className={classes.tree ?? ''} aria-label={label}>
      {nodes.map((node) => (
        <Node key={node.id} node={node} day={day} opened={openFirst} />
      ))}
    </ul>
  );
}

function Node({ node, day, opened }: { node: UnitNode; day: IsoDate; opened: boolean }) {
  const { t } = useTranslation('organisation');
  const [open, setOpen] = useState(opened);
  const query = useQuery({ ...unitNodes(day, node.id), enabled: open && node.children > 0 });
  return (
    <li>
      <Group gap={6} wrap="nowrap" align="center" className={classes.node ?? ''}>
        {node.children > 0 ? (
          <ActionIcon variant="subtle" size={36} aria-expanded={open} aria-label={t(open ? 'units.shut' : 'units.open', { name: node.name })} onClick={() => setOpen(!open)}>
            {open ? <IconChevronDown size={18} aria-hidden /> : <IconChevronRight size={18} aria-hidden />}
          </ActionIcon>
        ) : (
          <span className={classes.leaf} aria-hidden />
        )}
        <div style={{ minWidth: 0 }}>
          <Group gap={6}>
            <Anchor component={Link} to={`/organisasi/unit/${node.id}?tanggal=${day}`}>
              {node.name}
            </Anchor>
            {node.isSkpd ? <Badge variant="light">{t('units.skpd')}</Badge> : null}
          </Group>
          <Text size="sm" c="dimmed">
            {node.code} · {t('units.posts', { count: node.posts })}
            {node.vacancies > 0 ? ` · ${t('units.vacancies', { count: node.vacancies })}` : ''}
          </Text>
        </div>
      </Group>
      {open && node.children > 0 ? (
        <Loaded query={query} shape="text" rows={2}>
          {(nodes) => <UnitBranch nodes={nodes} day={day} label={t('units.below', { name: node.name })} />}
        </Loaded>
      ) : null}
    </li>
  );
}
