import { Button, Tabs } from '@mantine/core';
import { IconTransform } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFilter } from '../../lib/filters';
import { useCan } from '../../lib/session';
import { PageTitle } from '../../ui/PageTitle';
import { ActsTab } from './ActsTab';
import { AssignmentsTab } from './AssignmentsTab';
import { PostsTab } from './PostsTab';
import { UnitsTab } from './UnitsTab';

const PARTS = { unit: UnitsTab, jabatan: PostsTab, penugasan: AssignmentsTab, penilai: ActsTab } as const;
type Part = keyof typeof PARTS;
const NAMES = Object.keys(PARTS) as Part[];

/** Who stands where, on a day: units, posts, who holds them, and the recorded acts that bend the line. */
export default function OrganisationPage() {
  const { t } = useTranslation('organisation');
  const mayChange = useCan('organisation.manage');
  const [chosen, setPart] = useFilter('bagian');
  const part = NAMES.find((name) => name === chosen) ?? 'unit';
  const Shown = PARTS[part];
  return (
    <>
      <PageTitle title={t('title')} note={t('note')}>
        {mayChange ? (
          <Button component={Link} to="/organisasi/penataan" variant="default" leftSection={<IconTransform size={18} aria-hidden />}>
            {t('reorg.title')}
          </Button>
        ) : null}
      </PageTitle>
      <Tabs value={part} onChange={(value) => setPart(value === 'unit' ? null : value)} keepMounted={false}>
        <Tabs.List aria-label={t('title')} mb="md">
          {NAMES.map((name) => (
            <Tabs.Tab key={name} value={name} h={44}>
              {t(`tab.${name}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={part}>
          <Shown />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}
