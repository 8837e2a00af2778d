import { permissionsOf, type Role } from '@ekinerja/contracts/access';
import type { Profile, SessionAnswer } from '@ekinerja/contracts/auth';
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { createMemoryRouter } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { loadMessages, startI18n } from '../lib/i18n';
import { queryClient } from '../lib/query-client';
import { adoptSession } from '../lib/session';
import { Announcements } from '../ui/Announcements';

export const TODAY = '2026-11-20';

export function profileOf(roles: readonly Role[]): Profile {
  return {
    accountId: 'a-1',
    username: '199001012015031001',
    person: { id: 'p-1', name: 'Rahmat Hidayat', nip: '199001012015031001' },
    employment: {
      id: 'e-1',
      postId: 'post-1',
      postName: 'Kepala Subbagian',
      unitId: 'u-1',
      unitName: 'Sekretariat',
      skpdId: 's-1',
      skpdName: 'Dinas Kesehatan',
    },
    roles: roles.map((role) => ({ role, unitId: null, unitName: null })),
    permissions: permissionsOf(roles),
    mustChangePassword: false,
    mustEnrolSecondFactor: false,
    today: TODAY,
  };
}

export const sessionOf = (roles: readonly Role[], token = 'token-1'): SessionAnswer => ({
  accessToken: token,
  expiresAt: '2026-11-20T10:00:00.000Z',
  profile: profileOf(roles),
});

export function signedIn(roles: readonly Role[]): void {
  queryClient.clear();
  adoptSession(sessionOf(roles));
}

let started: Promise<void> | null = null;
export async function messages(...namespaces: string[]): Promise<void> {
  await (started ??= startI18n());
  await loadMessages(['shell', 'errors', ...namespaces]);
}

/** One page in the frame that every page has, at an address. */
export function renderPage(page: ReactNode, path = '/') {
  const router = createMemoryRouter([{ path: '*', element: page }], { initialEntries: [path] });
  const view = render(
    <MantineProvider env="test">
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
        <Announcements />
      </QueryClientProvider>
    </MantineProvider>,
  );
  return { ...view, router };
}
