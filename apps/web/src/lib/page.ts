import type { Permission } from '@ekinerja/contracts/access';
import type { Profile } from '@ekinerja/contracts/auth';
import type { ComponentType } from 'react';
import type { RouteObject } from 'react-router';
import { guard } from './guard';
import { loadMessages } from './i18n';
import { ERROR_MESSAGES } from './language';

interface PageOptions {
  /** Path under `/`, e.g. `kegiatan`; omit with `index`. */
  path?: string;
  index?: true;
  /** One of these opens the page; empty: any signed-in person. */
  permissions?: readonly Permission[];
  /** Message namespaces the page reads, besides `shell` and `errors`. */
  messages: readonly string[];
  load: () => Promise<{ default: ComponentType }>;
  /** Asks for the page's first data beside its code; awaited is only what the device keeps. */
  prime?: (profile: Profile, url: URL) => Promise<void> | void;
  /** Opened from the home screen of a phone: drawn before the words of refusals are here. */
  first?: true;
  /** Anybody, signed in or not. */
  open?: true;
}

/** A lazy page: code and words load together, and the guard runs beside them. */
export function page({
  path,
  index,
  permissions = [],
  messages,
  load,
  prime,
  first,
  open,
}: PageOptions): RouteObject {
  const lazy = async () => {
    const [module] = await Promise.all([
      load(),
      loadMessages(first ? messages : [...messages, ERROR_MESSAGES]),
    ]);
    return { Component: module.default };
  };
  const loader: RouteObject['loader'] = open
    ? undefined
    : async ({ request }) => {
        const profile = await guard(request, permissions);
        await prime?.(profile, new URL(request.url));
        return null;
      };
  const common = { lazy, ...(loader ? { loader } : {}) };
  return index ? { index: true, ...common } : { path: path ?? '', ...common };
}
