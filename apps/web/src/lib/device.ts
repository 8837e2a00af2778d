import type { Profile } from '@ekinerja/contracts/auth';
import type { Activity, SaveActivityRequest } from '@ekinerja/contracts/activities';
import type { Problem } from '@ekinerja/contracts/errors';
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';

/** A photo or PDF that has not reached the server yet; its id is the server's key as well. */
export interface KeptFile {
  id: string;
  name: string;
  type: string;
  content: Blob;
}

/** An entry made without a signal, or that the server did not take: kept for its owner until it is sent or given up. */
export interface KeptEntry {
  id: string;
  accountId: string;
  version: number | null;
  body: SaveActivityRequest;
  files: KeptFile[];
  madeAt: string;
  /** `stored`: the server has the entry; only files are left to send. */
  state: 'waiting' | 'stored' | 'conflict' | 'refused';
  problem: Problem | null;
  current: Activity | null;
}

interface Device extends DBSchema {
  queue: { key: string; value: KeptEntry; indexes: { account: string } };
  answers: { key: string; value: { accountId: string; at: string; data: unknown } };
  profile: { key: 'last'; value: Profile & { keptOn?: string } };
}

let opened: Promise<IDBPDatabase<Device> | null> | null = null;

/** Null where the browser keeps nothing (private windows of some, old ones): then everything goes straight to the server. */
export function device(): Promise<IDBPDatabase<Device> | null> {
  if (typeof indexedDB === 'undefined') return Promise.resolve(null);
  opened ??= openDB<Device>('ekinerja', 1, {
    upgrade(db) {
      db.createObjectStore('queue', { keyPath: 'id' }).createIndex('account', 'accountId');
      db.createObjectStore('answers');
      db.createObjectStore('profile');
    },
  }).catch(() => null);
  return opened;
}

/** The day by the device's own clock. */
const dayHere = () =>
  new Date(Date.now() - new Date().getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
const DAY_MS = 86_400_000;

export async function keepProfile(profile: Profile): Promise<void> {
  await (await device())?.put('profile', { ...profile, keptOn: dayHere() }, 'last').catch(() => undefined);
}

/** Who was here last. As many days as have gone by on the device have gone by for its `today`, until the server says. */
export async function keptProfile(): Promise<Profile | null> {
  const kept = await (await device())?.get('profile', 'last').catch(() => undefined);
  if (!kept) return null;
  const { keptOn, ...profile } = kept;
  const gone = keptOn ? Math.max(0, Date.parse(dayHere()) - Date.parse(keptOn)) / DAY_MS : 0;
  const today = new Date(Date.parse(profile.today) + gone * DAY_MS).toISOString().slice(0, 10);
  return { ...profile, today };
}

/** Signing out leaves nothing to read behind; what has not been sent stays, for its owner alone. */
export async function forgetProfile(): Promise<void> {
  const db = await device();
  if (!db) return;
  await Promise.all([db.clear('profile'), db.clear('answers')]).catch(() => undefined);
}

/** The last answer of an address, so that the next visit shows one's own data before the line answers. */
export async function keepAnswer(accountId: string, name: string, data: unknown): Promise<void> {
  await (
    await device()
  )
    ?.put('answers', { accountId, at: new Date().toISOString(), data }, `${accountId}/${name}`)
    .catch(() => undefined);
}

export async function keptAnswer<T>(
  accountId: string,
  name: string,
): Promise<{ at: string; data: T } | null> {
  const kept = await (await device())?.get('answers', `${accountId}/${name}`).catch(() => undefined);
  return kept && kept.accountId === accountId ? { at: kept.at, data: kept.data as T } : null;
}
