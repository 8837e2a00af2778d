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

/** `kept`: no signal; it waits on the device. */
export type SaveOutcome = { kept: false; activity: Activity } | { kept: true };

/** To the server when there is a line, else onto the device. A refusal of the server is thrown, and nothing is kept of it. */
export async function saveEntry(entry: EntryToSave): Promise<SaveOutcome> {
  const { id, version, body, files } = entry;
  const keep = async (state: 'waiting' | 'stored', left: KeptFile[], cause: unknown): Promise<SaveOutcome> => {
    const kept: KeptEntry = { ...entry, files: left, madeAt: new Date().toISOString(), state, problem: null, current: null };
    if (!(await sentQueue.keep(kept))) throw cause;
    return { kept: true };
  };
  let activity: Activity;
  try {
    if (!navigator.onLine) throw new NetworkError('offline');
    activity = await send<Activity>('PUT', `/activities/${id}`, { body, ifMatch: version ?? undefined });
  } catch (error) {
    if (error instanceof NetworkError) return keep('waiting', files, error);
    throw error;
  }
  for (const [at, file] of files.entries()) {
    try {
      activity = await sendFile(id, file);
    } catch (error) {
      if (error instanceof NetworkError) return keep('stored', files.slice(at), error);
      throw error;
    }
  }
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
  let sent = 0;
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
  }
  for (const entry of sentQueue.all().filter(({ state }) => state === 'stored')) {
    if (await sendFiles(entry)) sent += 1;
  }
  return sent;
}

async function settle(entry: KeptEntry, receipt: ActivityReceipt): Promise<void> {
  if (receipt.outcome === 'stored' || receipt.outcome === 'same') await sentQueue.keep({ ...entry, state: 'stored', problem: null, current: null });
  if (receipt.outcome === 'refused') await sentQueue.keep({ ...entry, state: 'refused', problem: receipt.problem });
  if (receipt.outcome === 'conflict') await sentQueue.keep({ ...entry, state: 'conflict', problem: receipt.problem, current: receipt.current });
}

async function sendFiles(entry: KeptEntry): Promise<boolean> {
  const left = [...entry.files];
  try {
    while (left[0]) {
      await sendFile(entry.id, left[0]);
      left.shift();
      if (left.length > 0) await sentQueue.keep({ ...entry, files: [...left] });
    }
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    // The entry is safe; this file is not taken, and says why.
    await sentQueue.keep({ ...entry, files: left, state: 'refused', problem: error.problem });
    return false;
  }
  await sentQueue.drop(entry);
  return true;
}

/** Somebody was there first: one's own goes over it, or is given up. */
export async function resolveConflict(entry: KeptEntry, mine: boolean): Promise<void> {
  if (!mine) return sentQueue.drop(entry);
  await sentQueue.keep({ ...entry, version: entry.current?.version ?? null, state: 'waiting', problem: null, current: null });
}
