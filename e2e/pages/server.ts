import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { AboutAnswer, DemoAccount } from '@ekinerja/contracts/system';
import type { SessionAnswer } from '@ekinerja/contracts/auth';

const MAIN = fileURLToPath(new URL('../../apps/api/dist/main.js', import.meta.url));
const CLOCK = '2026-11-23T09:00:00+08:00';

/** A server of a drill's own: the built program on a data folder, to be killed and started again. */
export class Server {
  private child: ChildProcess | null = null;
  private readonly tokens = new Map<string, string>();
  readonly base: string;

  constructor(
    private readonly dataDir: string,
    private readonly port: number,
    /** Laid over what a server of a drill usually gets. */
    private readonly settings: Record<string, string> = {},
    /** After the usual ones: the last of a kind counts. */
    private readonly args: readonly string[] = [],
  ) {
    this.base = `http://127.0.0.1:${port}/api/v1`;
  }

  async start(): Promise<void> {
    this.launch();
    for (const deadline = Date.now() + 180_000; Date.now() < deadline; ) {
      if (this.child?.exitCode !== null) throw new Error(`the server ended with ${this.child?.exitCode}`);
      const answer = await fetch(`${this.base}/health`).catch(() => null);
      if (answer?.ok) return;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
    throw new Error('the server did not answer in three minutes');
  }

  /** Starts the process without waiting for an answer: a worker gives none. */
  launch(): void {
    const env = { ...process.env, PORT: String(this.port), EKINERJA_DATA: this.dataDir, DATABASE_URL: '', NODE_ENV: 'development', EKINERJA_CLOCK: CLOCK, ...this.settings };
    this.tokens.clear();
    this.child = spawn(process.execPath, [MAIN, '--employees', '60', '--today', '2026-11-23', '--seed', '7', ...this.args], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  }

  /** SIGTERM ends cleanly, the database with it; SIGKILL is the power going out for the program. */
  async end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    const child = this.child;
    if (!child || child.exitCode !== null) return;
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
    this.child = null;
  }

  async account(role: string): Promise<DemoAccount> {
    const about = (await (await fetch(`${this.base}/about`)).json()) as AboutAnswer;
    const found = about.demoAccounts.find((account) => account.role === role);
    if (!found) throw new Error(`no demo account for ${role}`);
    return found;
  }

  async call<T>(role: string, method: string, path: string, options: { body?: unknown; ifMatch?: number } = {}): Promise<{ status: number; body: T }> {
    const headers: Record<string, string> = { authorization: `Bearer ${await this.token(role)}`, 'content-type': 'application/json' };
    if (options.ifMatch !== undefined) headers['if-match'] = `"${options.ifMatch}"`;
    const body = method === 'GET' ? undefined : JSON.stringify(options.body ?? {});
    const answer = await fetch(`${this.base}${path}`, { method, headers, body });
    return { status: answer.status, body: (await answer.json()) as T };
  }

  async upload<T>(role: string, path: string, name: string, content: Blob): Promise<{ status: number; body: T }> {
    const form = new FormData();
    form.append('file', content, name);
    const answer = await fetch(`${this.base}${path}`, { method: 'POST', headers: { authorization: `Bearer ${await this.token(role)}` }, body: form });
    return { status: answer.status, body: (await answer.json()) as T };
  }

  async file(role: string, path: string): Promise<Blob> {
    return (await fetch(`${this.base}${path}`, { headers: { authorization: `Bearer ${await this.token(role)}` } })).blob();
  }

  private async token(role: string): Promise<string> {
    const known = this.tokens.get(role);
    if (known) return known;
    const { username, password } = await this.account(role);
    const answer = await fetch(`${this.base}/auth/sign-in`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ username, password }) });
    const { accessToken } = (await answer.json()) as SessionAnswer;
    this.tokens.set(role, accessToken);
    return accessToken;
  }
}
