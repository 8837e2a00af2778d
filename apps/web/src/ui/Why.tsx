import type { Citation, DerivationStep } from '@ekinerja/contracts/basics';
import { Button, Drawer } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconHelpCircle } from '@tabler/icons-react';
import { lazy, Suspense, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Loading } from './Loading';

export interface WhyProps {
  /** The value explained, as it stands on screen: "Predikat: Baik", "Potongan terlambat: −Rp12.000". */
  title: string;
  /** Steps of a derivation, in order. */
  steps?: readonly DerivationStep[];
  /** A ready sentence (a slip line's explanation) instead of steps. */
  explanation?: ReactNode;
  /** The article behind the value, where there are no steps or besides them. */
  cite?: Citation | null | undefined;
}

const WhyPanel = lazy(() => import('./WhyPanel'));

/** "Mengapa?" beside a computed value: opens its derivation and the article's text. */
export function Why({ title, ...content }: WhyProps) {
  const { t } = useTranslation('shell');
  const [opened, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button
        variant="subtle"
        size="compact-sm"
        h={32}
        px={6}
        className="no-print"
        leftSection={<IconHelpCircle size={16} aria-hidden />}
        onClick={open}
        aria-label={t('why.label', { what: title })}
      >
        {t('why.button')}
      </Button>
      <Drawer opened={opened} onClose={close} title={title} closeButtonProps={{ 'aria-label': t('close') }}>
        {opened ? (
          <Suspense fallback={<Loading shape="text" />}>
            <WhyPanel {...content} />
          </Suspense>
        ) : null}
      </Drawer>
    </>
  );
}
