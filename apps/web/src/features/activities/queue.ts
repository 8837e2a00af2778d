import type { Activity, SaveActivityRequest } from '@ekinerja/contracts/activities';
import type { ActivityReceipt, SendActivitiesAnswer } from '@ekinerja/contracts/sent-activities';
import { request, send } from '../../lib/api';
import { device, type KeptEntry, type KeptFile } from '../../lib/device';
import { NetworkError, ProblemError } from '../../lib/problem';

/** Entries sent in one request. */
const LOT = 50;

type Listener = () => void;
const listeners = new Set<Listener>();
let entries: readonly KeptEntry[] = [];

/** What waits on this device, for the account that is signed in and only for it. */
export const sentQueue = {
  subscribe(listener: Listener): () => void {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
  all: (): readonly KeptEntry[] => entries,
  async load(accountId: string): Promise<void> {
    const kept = (await (await device())?.getAllFromIndex('queue', 'account', accountId)) ?? [];
    entries = kept.sort((a, b) => a.madeAt.localeCompare(b.madeAt));
    listeners.forEach((tell) => tell());
  },
  async keep(entry: KeptEntry): Promise<boolean> {
    const db = await device();
    if (!db) return false;
    await db.put('queue', entry);
    await this.load(entry.accountId);
    return true;
  },
  /**
   * What became of an entry that was sent, in place of what waited. Whoever wrote it anew meanwhile keeps that text: `next`
   * then says what is there now. @returns false where the entry was written anew or given up in between
   */
  async replace(sent: KeptEntry, next: KeptEntry | null, rewritten: (now: KeptEntry) => KeptEntry = (now) => now): Promise<boolean> {
    const db = await device();
    if (!db) return false;
    const tx = db.transaction('queue', 'readwrite');
    const now = await tx.store.get(sent.id);
    const same = now?.madeAt === sent.madeAt;
    if (same && next) await tx.store.put(next);
    else if (same) await tx.store.delete(sent.id);
    else if (now) await tx.store.put(rewritten(now));
    await tx.done;
    await this.load(sent.accountId);
    return same;
  },
  async drop({ id, accountId }: Pick<KeptEntry, 'id' | 'accountId'>): Promise<void> {
    await (await device())?.delete('queue', id);
    await this.load(accountId);
  },
};

export interface EntryToSave {
  id: string;
  accountId: string;
  version: number | null;
  body: SaveActivityRequest;
  files: KeptFile[];
}

/** `kept`: it could not be sent now; it waits on the device. */
export type SaveOutcome = { kept: false; activity: Activity } | { kept: true };

/** Nothing is wrong with what was sent: no line, a server that is away or busy, a session to be renewed. It is sent again later. */
export function mayPass(error: unknown): boolean {
  return error instanceof NetworkError || (error instanceof ProblemError && [401, 429, 502, 503, 504].includes(error.problem.status));
}

/**
 * To the server when there is a line, else onto the device. A refusal of the server is thrown, and nothing is kept of it.
 * @param stored told after each step that the server took: what it now holds, and which files are left
 */
export async function saveEntry(entry: EntryToSave, stored?: (activity: Activity, left: KeptFile[]) => void): Promise<SaveOutcome> {
  const { id, body, files } = entry;
  let version = entry.version;
  const keep = async (state: 'waiting' | 'stored', left: KeptFile[], cause: unknown): Promise<SaveOutcome> => {
    const kept: KeptEntry = { ...entry, version, files: left, madeAt: new Date().toISOString(), state, problem: null, current: null };
    if (!(await sentQueue.keep(kept))) throw cause;
    return { kept: true };
  };
  let activity: Activity;
  try {
    if (!navigator.onLine) throw new NetworkError('offline');
    activity = await send<Activity>('PUT', `/activities/${id}`, { body, ifMatch: version ?? undefined });
  } catch (error) {
    if (mayPass(error)) return keep('waiting', files, error);
    throw error;
  }
  for (const [at, file] of files.entries()) {
    version = activity.version;
    stored?.(activity, files.slice(at));
    try {
      activity = await sendFile(id, file);
    } catch (error) {
      if (mayPass(error)) return keep('stored', files.slice(at), error);
      throw error;
    }
  }
  stored?.(activity, []);
  await sentQueue.drop(entry);
  return { kept: false, activity };
}

async function sendFile(activityId: string, file: KeptFile): Promise<Activity> {
  const body = new FormData();
  body.append('file', new File([file.content], file.name, { type: file.type }), file.name);
  return (await request<Activity>('PUT', `/activities/${activityId}/evidence/${file.id}`, { body })).data;
}

/** Sends what waits, once: in one tab at a time, each entry under its own id, so that nothing is doubled however often it runs. */
export function flushQueue(accountId: string): Promise<number> {
  if (typeof navigator === 'undefined' || !navigator.locks) return flush(accountId);
  return navigator.locks.request('ekinerja-queue', { ifAvailable: true }, (lock) => (lock ? flush(accountId) : 0));
}

/** @returns how many entries reached the server whole */
async function flush(accountId: string): Promise<number> {
  await sentQueue.load(accountId);
  let sent = await flushFiles();
  const waiting = sentQueue.all().filter(({ state }) => state === 'waiting');
  for (let at = 0; at < waiting.length; at += LOT) {
    const lot = waiting.slice(at, at + LOT);
    const answer = await send<SendActivitiesAnswer>('POST', '/activities/send', {
      body: { accountId, together: false, check: false, entries: lot.map(({ id, version, body }) => ({ ...body, id, version })) },
    });
    for (const receipt of answer.receipts) {
      const entry = lot.find(({ id }) => id === receipt.id);
      if (entry) await settle(entry, receipt);
    }
    // Right after their entries: once an entry is decided nothing is added to it.
    sent += await flushFiles();
  }
  return sent;
}

async function flushFiles(): Promise<number> {
  let sent = 0;
  for (const entry of sentQueue.all().filter(({ state }) => state === 'stored')) {
    if (await sendFiles(entry)) sent += 1;
  }
  return sent;
}

async function settle(entry: KeptEntry, receipt: ActivityReceipt): Promise<void> {
  if (receipt.outcome === 'stored' || receipt.outcome === 'same') {
    const { version } = receipt.activity;
    // Written anew while it was under way: that text goes over what the server has now.
    await sentQueue.replace(entry, { ...entry, version, state: 'stored', problem: null, current: null }, (now) => ({ ...now, version }));
  }
  if (receipt.outcome === 'refused') await sentQueue.replace(entry, { ...entry, state: 'refused', problem: receipt.problem });
  if (receipt.outcome === 'conflict') await sentQueue.replace(entry, { ...entry, state: 'conflict', problem: receipt.problem, current: receipt.current });
}

async function sendFiles(entry: KeptEntry): Promise<boolean> {
  let at = entry;
  try {
    while (at.files[0]) {
      const { version } = await sendFile(at.id, at.files[0]);
      const next = { ...at, version, files: at.files.slice(1) };
      if (next.files.length > 0 && !(await sentQueue.replace(at, next, (now) => ({ ...now, version })))) return false;
      at = next;
    }
  } catch (error) {
    if (!(error instanceof ProblemError) || mayPass(error)) throw error;
    // The entry is safe; this file is not taken, and says why.
    await sentQueue.replace(at, { ...at, state: 'refused', problem: error.problem });
    return false;
  }
  return sentQueue.replace(at, null, (now) => ({ ...now, version: at.version }));
}

/** Somebody was there first: one's own goes over it, or is given up. */
export async function resolveConflict(entry: KeptEntry, mine: boolean): Promise<void> {
  if (!mine) return sentQueue.drop(entry);
  await sentQueue.keep({ ...entry, version: entry.current?.version ?? null, state: 'waiting', problem: null, current: null });
}
