import type { TreeNode } from '@ekinerja/contracts/skp-cascade';
import { Group, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { IconChevronDown, IconChevronRight, IconPoint, IconTarget } from '@tabler/icons-react';
import { useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDecimal } from '../../lib/format';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { LoadMore } from '../../ui/LoadMore';
import { StatusBadge } from '../../ui/StatusBadge';
import { treeOf } from './cascade-queries';
import classes from './Tree.module.css';

/** A tree for mouse and keys: up and down move, right opens, left closes or goes up. Branches come when they are opened. */
export function ResultTree({ nodes, year }: { nodes: readonly TreeNode[]; year: number }) {
  const { t } = useTranslation('skp');
  const root = useRef<HTMLUListElement>(null);
  const move = (event: KeyboardEvent) => {
    const items = [...(root.current?.querySelectorAll<HTMLElement>('[role=treeitem]') ?? [])];
    const at = items.indexOf(document.activeElement as HTMLElement);
    if (at < 0) return;
    const item = items[at] as HTMLElement;
    const expanded = item.getAttribute('aria-expanded');
    const press = () => item.querySelector<HTMLElement>(':scope > [data-row]')?.click();
    const go = (next: HTMLElement | null | undefined) => {
      if (!next) return;
      items.forEach((one) => one.setAttribute('tabindex', one === next ? '0' : '-1'));
      next.focus();
    };
    if (event.key === 'ArrowDown') go(items[at + 1]);
    else if (event.key === 'ArrowUp') go(items[at - 1]);
    else if (event.key === 'Home') go(items[0]);
    else if (event.key === 'End') go(items[items.length - 1]);
    else if (event.key === 'ArrowRight') {
      if (expanded === 'false') press();
      else if (expanded === 'true') go(items[at + 1]);
    } else if (event.key === 'ArrowLeft') {
      if (expanded === 'true') press();
      else go(item.parentElement?.closest<HTMLElement>('[role=treeitem]'));
    } else if (event.key === 'Enter' || event.key === ' ') press();
    else return;
    event.preventDefault();
  };
  return (
    <ul ref={root} role="tree" aria-label={t('tree.title')} className={classes.tree ?? ''} onKeyDown={move}>
      {nodes.map((node, at) => (
        <Branch key={node.id} node={node} year={year} level={1} first={at === 0} />
      ))}
    </ul>
  );
}

function Branch({ node, year, level, first }: { node: TreeNode; year: number; level: number; first: boolean }) {
  const { t } = useTranslation('skp');
  const [open, setOpen] = useState(false);
  const query = useInfiniteQuery({ ...treeOf(year, node.kind === 'objective' ? { objectiveId: node.id } : { resultId: node.id }), enabled: open });
  const below = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const has = node.children > 0;
  const Mark = has ? (open ? IconChevronDown : IconChevronRight) : IconPoint;
  return (
    <li role="treeitem" aria-level={level} tabIndex={first ? 0 : -1} {...(has ? { 'aria-expanded': open } : {})} aria-label={[node.title, node.personName].filter(Boolean).join(', ')}>
      <div data-row className={classes.row ?? ''} onClick={() => has && setOpen(!open)} style={{ cursor: has ? 'pointer' : 'default' }}>
        <Mark size={18} aria-hidden />
        <div>
          <Text fw={node.kind === 'objective' ? 650 : 500}>
            {node.kind === 'objective' ? <IconTarget size={16} aria-hidden style={{ verticalAlign: 'text-bottom', marginInlineEnd: 4 }} /> : null}
            {node.title}
          </Text>
          <Text size="sm" c="dimmed">
            {[node.personName, node.postName, node.kind === 'objective' ? node.unitName : null, node.points === null ? null : t('tree.points', { value: formatDecimal(node.points) })]
              .filter(Boolean)
              .join(' · ')}
          </Text>
        </div>
        <Group gap={6} ml="auto" wrap="nowrap">
          {has ? (
            <Text size="xs" c="dimmed" style={{ whiteSpace: 'nowrap' }}>
              {t('tree.children', { count: node.children })}
            </Text>
          ) : null}
          <StatusBadge status={node.status === 'final' ? 'determined' : node.status} {...(node.kind === 'objective' ? { word: t(`agreement.status.${node.status}`) } : {})} size="sm" />
        </Group>
      </div>
      <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />
      {open && below.length > 0 ? (
        <ul role="group" className={classes.branch ?? ''}>
          {below.map((child) => (
            <Branch key={child.id} node={child} year={year} level={level + 1} first={false} />
          ))}
        </ul>
      ) : null}
      {open ? <LoadMore query={query} /> : null}
    </li>
  );
}
