import { Tabs } from '@mantine/core';
import type { ReactNode } from 'react';
import { useFilter } from '../lib/filters';

export interface TabPart {
  /** As it stands in the address. */
  value: string;
  title: string;
  content: ReactNode;
}

interface TabPartsProps {
  label: string;
  /** Those that the reader may see; the plain address shows the first. */
  parts: readonly TabPart[];
}

/** Which of these parts the address asks for, or the first. */
export function useTabPart<T extends string>(
  values: readonly T[],
): [shown: T | undefined, show: (value: string | null) => void] {
  const [chosen, choose] = useFilter('bagian');
  return [
    values.find((value) => value === chosen) ?? values[0],
    (value) => choose(value === values[0] ? null : value),
  ];
}

/** Parts of a page, one at a time; which one stands in the address, so that it can be linked to and come back to. */
export function TabParts({ label, parts }: TabPartsProps) {
  const [shown = null, show] = useTabPart(parts.map(({ value }) => value));
  return (
    <Tabs value={shown} onChange={show} keepMounted={false}>
      <Tabs.List aria-label={label}>
        {parts.map(({ value, title }) => (
          <Tabs.Tab key={value} value={value} h={44}>
            {title}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {parts.map(({ value, content }) => (
        <Tabs.Panel key={value} value={value} pt="md">
          {content}
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
