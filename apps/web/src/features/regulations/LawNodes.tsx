import type { Citation } from '@ekinerja/contracts/basics';
import { Badge, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Cite } from '../../ui/Cite';
import classes from './Law.module.css';
import { inOneLine, type LawNode } from './law-tree';

/** What has been said above already: a value repeats its article and origin only where they differ. */
interface Said {
  cite: Citation | null;
  inherited: boolean;
}

const key = (cite: Citation | null) => (cite ? `${cite.source}#${cite.ref}#${cite.reading ?? false}` : '');
const newCite = (node: LawNode, said: Said) => (key(node.cite) === key(said.cite) ? null : node.cite);
const below = (node: LawNode, said: Said): Said => ({ cite: node.cite ?? said.cite, inherited: node.inherited });

interface LawNodesProps {
  nodes: readonly LawNode[];
  said: Said;
  /** Heading level of the groups among these nodes. */
  level: 3 | 4 | 5 | 6;
}

export function LawNodes({ nodes, said, level }: LawNodesProps) {
  const rows = nodes.filter((node) => node.value !== null || inOneLine(node) !== null);
  const groups = nodes.filter((node) => !rows.includes(node) && node.children.length > 0);
  return (
    <>
      {rows.length > 0 ? (
        <dl className={classes.rows}>
          {rows.map((node) => (
            <Row key={node.path} node={node} said={said} />
          ))}
        </dl>
      ) : null}
      {groups.map((node) => (
        <NodeGroup key={node.path} node={node} said={said} level={level} />
      ))}
    </>
  );
}

function NodeGroup({ node, said, level }: { node: LawNode; said: Said; level: LawNodesProps['level'] }) {
  const Heading = `h${level}` as const;
  return (
    <div className={classes.group}>
      <Group gap="xs">
        <Text component={Heading} fw={600} m={0}>
          {node.label}
        </Text>
        <Origin node={node} said={said} />
        <Basis cite={newCite(node, said)} />
      </Group>
      <LawNodes nodes={node.children} said={below(node, said)} level={Math.min(level + 1, 6) as LawNodesProps['level']} />
    </div>
  );
}

function Row({ node, said }: { node: LawNode; said: Said }) {
  const cite = newCite(node, said);
  return (
    <div className={classes.row}>
      <dt>{node.label}</dt>
      <dd>{node.value ?? inOneLine(node)}</dd>
      <dd className={classes.basis}>
        <Group gap="xs">
          <Basis cite={cite} />
          <Origin node={node} said={said} />
        </Group>
      </dd>
    </div>
  );
}

export function Basis({ cite }: { cite: Citation | null }) {
  return cite ? (
    <Text component="span" size="sm">
      <Cite cite={cite} />
    </Text>
  ) : null;
}

export function Origin({ node, said }: { node: LawNode; said: Said }) {
  const { t } = useTranslation('regulations');
  return node.inherited && !said.inherited ? (
    <Badge variant="light" color="gray" tt="none">
      {t('inherited')}
    </Badge>
  ) : null;
}
