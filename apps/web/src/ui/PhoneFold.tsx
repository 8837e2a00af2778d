import { Stack } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { ReactNode } from 'react';
import classes from './PhoneFold.module.css';

/** Whether the screen is a phone's, known with the first drawing. */
export function usePhone(): boolean {
  return useMediaQuery('(max-width: 47.99em)', false, { getInitialValueInEffect: false }) ?? false;
}

/** What a phone shows only when asked for, so that a page stays short; a wide screen shows it as it is. */
export function PhoneFold({ title, children }: { title: string; children: ReactNode }) {
  if (!usePhone()) return children;
  return (
    <details>
      <summary className={classes.summary}>{title}</summary>
      <Stack mt="sm">{children}</Stack>
    </details>
  );
}
