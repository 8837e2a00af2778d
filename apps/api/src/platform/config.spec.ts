import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigError, readConfig } from './config.js';

let dir: string;
beforeEach(() => (dir = mkdtempSync(join(tmpdir(), 'ekinerja-config-'))));
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const STRONG = 'kunci-rahasia-0123456789-abcdefghijklmnop';
const production = { NODE_ENV: 'production', DATABASE_URL: 'postgres://u:p@db/e', PUBLIC_URL: 'https://ekinerja.go.id', EKINERJA_SECRET: STRONG };

describe('configuration', () => {
  it('makes its secret once, readable by the owner alone', () => {
    const first = readConfig({ EKINERJA_DATA: dir }, dir);
    expect(first.secret.length).toBeGreaterThanOrEqual(32);
    expect(statSync(join(dir, 'secret')).mode & 0o777).toBe(0o600);
    expect(readConfig({ EKINERJA_DATA: dir }, dir).secret).toBe(readFileSync(join(dir, 'secret'), 'utf8'));
  });

  it.each([
    ['no database', { ...production, DATABASE_URL: undefined }, /DATABASE_URL/],
    ['no secret', { ...production, EKINERJA_SECRET: undefined }, /EKINERJA_SECRET/],
    ['a short secret', { ...production, EKINERJA_SECRET: 'rahasia' }, /lemah/],
    ['a monotonous secret', { ...production, EKINERJA_SECRET: 'a'.repeat(64) }, /lemah/],
    ['no public address', { ...production, PUBLIC_URL: undefined }, /PUBLIC_URL/],
    ['KS-14.2.c an address without TLS', { ...production, PUBLIC_URL: 'http://ekinerja.go.id' }, /https/],
    ['a part that is none', { EKINERJA_DATA: 'x', EKINERJA_PART: 'web' }, /EKINERJA_PART/],
    ['a pool that is too small', { EKINERJA_DATA: 'x', EKINERJA_POOL: '1' }, /EKINERJA_POOL/],
    ['a short token of metrics', { EKINERJA_DATA: 'x', EKINERJA_METRICS_TOKEN: 'pendek' }, /EKINERJA_METRICS_TOKEN/],
    ['a clock of its own', { ...production, EKINERJA_CLOCK: '2026-01-01T00:00:00Z' }, /EKINERJA_CLOCK/],
    ['a secret file that is not there', { ...production, EKINERJA_SECRET_FILE: '/tidak/ada' }, /EKINERJA_SECRET_FILE.*ENOENT/],
    ['a data folder that is a file', { EKINERJA_DATA: '/etc/passwd' }, /EKINERJA_DATA/],
    ['a port that is none', { EKINERJA_DATA: 'x', PORT: 'http' }, /PORT/],
    ['an address that is no database', { DATABASE_URL: 'mysql://x' }, /DATABASE_URL/],
  ])('stops with a clear sentence: %s', (_, env, sentence) => {
    const attempt = () => readConfig(env as NodeJS.ProcessEnv, dir);
    expect(attempt).toThrow(ConfigError);
    expect(attempt).toThrow(sentence);
  });

  it('KS-14.2.c takes the secrets of other systems and the password of the database from files', () => {
    const file = (name: string, text: string) => {
      writeFileSync(join(dir, name), `${text}\n`);
      return join(dir, name);
    };
    const read = readConfig(
      {
        ...production, DATABASE_URL: 'postgres://ekinerja@database:5432/ekinerja', DATABASE_PASSWORD_FILE: file('db', 'p@ss/w:rd'),
        EKINERJA_SMTP_URL: '', EKINERJA_SMTP_URL_FILE: file('smtp', 'smtp://u:p@surel:587'), EKINERJA_METRICS_TOKEN_FILE: file('metrics', 'm'.repeat(40)),
        EKINERJA_SIASN_URL: 'https://siasn.go.id', EKINERJA_SIASN_TOKEN_FILE: file('siasn', 'kunci'),
        EKINERJA_PRESENCE_URL: 'https://presensi.go.id/{month}', EKINERJA_PRESENCE_TOKEN_FILE: file('presence', 'token'),
      },
      dir,
    );
    expect(new URL(read.databaseUrl!).host).toBe('database:5432');
    expect(decodeURIComponent(new URL(read.databaseUrl!).password)).toBe('p@ss/w:rd');
    expect(read).toMatchObject({ smtpUrl: 'smtp://u:p@surel:587', metricsToken: 'm'.repeat(40), siasn: { token: 'kunci' }, presence: { token: 'token' } });
    expect(() => readConfig({ ...production, DATABASE_PASSWORD_FILE: '/tidak/ada' }, dir)).toThrow(/DATABASE_PASSWORD_FILE.*ENOENT/);
  });

  it('accepts a complete production environment', () => {
    expect(readConfig(production, dir)).toMatchObject({ production: true, publicUrl: 'https://ekinerja.go.id', secret: STRONG });
  });
});
