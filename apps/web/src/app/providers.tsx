import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { useMemo, type ReactNode } from 'react';
import { useAbout } from '../lib/about';
import { DEFAULT_ACCENT } from '../lib/accent';
import { queryClient } from '../lib/query-client';
import { portalTheme, portalVariables } from './theme';

export function Providers({ children }: { children: ReactNode }) {
  return (
    <QueryClientProvider client={queryClient}>
      <Themed>{children}</Themed>
    </QueryClientProvider>
  );
}

function Themed({ children }: { children: ReactNode }) {
  const { accent } = useAbout();
  const theme = useMemo(() => portalTheme(accent ?? DEFAULT_ACCENT), [accent]);
  return (
    <MantineProvider theme={theme} cssVariablesResolver={portalVariables} forceColorScheme="light">
      {children}
    </MantineProvider>
  );
}
