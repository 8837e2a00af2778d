import type { SessionAnswer } from '@ekinerja/contracts/auth';
import { accessToken, refreshSession, tokenOnItsWay } from './access-token';
import { addressOf, type Query } from './address';
import { forgetEarly, takeEarly } from './early-answers';
import { supportView } from './support-view';
import { NetworkError, ProblemError, problemOf } from './problem';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface RequestOptions {
  body?: unknown;
  /** Version of the row as it was read; sent as `If-Match`. */
  ifMatch?: number | undefined;
  /** One per intent of the user (not per attempt); see `newIntent`. */
  idempotencyKey?: string | undefined;
  signal?: AbortSignal | undefined;
  query?: Query | undefined;
}

export interface Answer<T> {
  data: T;
  etag: string | null;
}

/** What the session has to know about; set once by lib/session.ts. */
interface SessionListener {
  renewed(session: SessionAnswer): void;
  lost(): void;
  accountComesFirst(): void;
}
let listener: SessionListener | null = null;
export function listenToSession(next: SessionListener): void {
  listener = next;
}

/** Key of one intent: kept while the user retries the same thing, renewed when the intent is new. */
export const newIntent = (): string => newId();

/** crypto.randomUUID is missing on plain http, where an office network may well serve the portal. */
export function newId(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** Sends once, and once more after a refresh when the token had run out. */
async function exchange(method: Method, path: string, options: RequestOptions): Promise<Response> {
  await tokenOnItsWay();
  const response = await attempt(method, path, options);
  if (response.ok) return response;
  const problem = await problemOf(response);
  if (problem.code === 'password-change-required' || problem.code === 'second-factor-enrolment-required') {
    listener?.accountComesFirst();
  }
  const tokenRanOut = problem.code === 'session-ended' || problem.code === 'sign-in-required';
  if (response.status !== 401 || !tokenRanOut) throw problem;

  const session = await refreshSession();
  if (session === null) {
    listener?.lost();
    throw problem;
  }
  listener?.renewed(session);
  const second = await attempt(method, path, options);
  if (second.ok) return second;
  throw await problemOf(second);
}

async function attempt(method: Method, path: string, options: RequestOptions): Promise<Response> {
  const address = addressOf(path, options.query);
  if (method !== 'GET') forgetEarly();
  const early = method === 'GET' && !supportView.get() ? await takeEarly(address, accessToken.get()) : null;
  if (early) return early;
  const headers: Record<string, string> = { Accept: 'application/json', 'X-Requested-With': 'ekinerja' };
  const token = accessToken.get();
  if (token !== null) headers['Authorization'] = `Bearer ${token}`;
  const view = supportView.get();
  if (view) headers['X-On-Behalf'] = view.id;
  if (options.ifMatch !== undefined) headers['If-Match'] = `"${options.ifMatch}"`;
  if (options.idempotencyKey !== undefined) headers['Idempotency-Key'] = options.idempotencyKey;
  const init: RequestInit = { method, headers, credentials: 'same-origin' };
  if (options.signal) init.signal = options.signal;
  if (options.body instanceof FormData) init.body = options.body;
  else if (options.body !== undefined) {
    headers['Content-Type'] = 'application/json';
    init.body = JSON.stringify(options.body);
  }
  try {
    return await fetch(address, init);
  } catch (cause) {
    if (options.signal?.aborted) throw cause;
    throw new NetworkError(cause);
  }
}

/** Answer with its ETag. Most callers want `get` or `send`, which give the data alone. */
export async function request<T>(
  method: Method,
  path: string,
  options: RequestOptions = {},
): Promise<Answer<T>> {
  const response = await exchange(method, path, options);
  const text = response.status === 204 ? '' : await response.text();
  return { data: (text === '' ? undefined : JSON.parse(text)) as T, etag: response.headers.get('etag') };
}

export async function get<T>(
  path: string,
  options: Pick<RequestOptions, 'query' | 'signal'> = {},
): Promise<T> {
  return (await request<T>('GET', path, options)).data;
}

export async function send<T>(
  method: Exclude<Method, 'GET'>,
  path: string,
  options: Omit<RequestOptions, 'query'> & { query?: Query } = {},
): Promise<T> {
  return (await request<T>(method, path, options)).data;
}

/** Multipart upload of one file, in the field the API expects. */
export async function upload<T>(
  path: string,
  file: File,
  query?: Query,
  options: Pick<RequestOptions, 'ifMatch' | 'idempotencyKey'> = {},
): Promise<T> {
  const body = new FormData();
  body.append('file', file, file.name);
  return (await request<T>('POST', path, { body, query, ...options })).data;
}

/** Fetches a file with the bearer token and hands it to the browser; the server's file name wins. */
export async function download(
  path: string,
  fileName: string,
  query?: Query,
  { method = 'GET', body }: { method?: Method; body?: unknown } = {},
): Promise<void> {
  const response = await exchange(method, path, { query, body });
  const url = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = url;
  link.download = nameFrom(response.headers.get('content-disposition')) ?? fileName;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** A file read with the session, to be shown in the page. */
export async function fileOf(path: string): Promise<Blob> {
  return (await exchange('GET', path, {})).blob();
}

function nameFrom(disposition: string | null): string | null {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1];
  if (encoded) return decodeURIComponent(encoded);
  return /filename="?([^";]+)"?/i.exec(disposition ?? '')?.[1] ?? null;
}

export { addressOf, NetworkError, ProblemError, type Query };
