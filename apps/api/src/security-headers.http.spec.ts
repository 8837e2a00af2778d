import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { SchedulerRegistry } from '@nestjs/schedule';
import { createHttpApplication } from './http-application.js';
import { readConfig } from './platform/config.js';
import { openDatabase } from './platform/database/data-source.js';
import { testDatabase } from './testing/test-database.js';

/** The application with a portal of one page beside it, as a browser meets it. */
async function served(publicUrl: string, more: NodeJS.ProcessEnv = {}) {
  const database = await testDatabase();
  const dataDir = mkdtempSync(join(tmpdir(), 'ekinerja-headers-'));
  const web = join(dataDir, 'web');
  mkdirSync(web);
  writeFileSync(join(web, 'index.html'), '<!doctype html><title>E-Kinerja</title>');
  const settings = { EKINERJA_DATA: dataDir, DATABASE_URL: database.url, EKINERJA_SECRET: 'hanya-untuk-uji-0123456789-abcdefghijkl', EKINERJA_WEB: web, PUBLIC_URL: publicUrl, ...more };
  const source = await openDatabase(database.url, 4);
  const app: NestFastifyApplication = await createHttpApplication(readConfig(settings, dataDir), source, true);
  await app.init();
  for (const job of app.get(SchedulerRegistry).getCronJobs().values()) await job.stop();
  await app.getHttpAdapter().getInstance().ready();
  return {
    get: (url: string, headers: Record<string, string> = {}) => app.inject({ method: 'GET', url, headers }),
    async close() {
      await app.close();
      if (source.isInitialized) await source.destroy();
      await database.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

describe('the headers of every answer', () => {
  it.each(['http://ekinerja.test', 'https://ekinerja.test'])('shut out frames, foreign scripts and guessed types (%s)', async (publicUrl) => {
    const site = await served(publicUrl);
    try {
      for (const url of ['/', '/masuk', '/api/v1/health', '/api/v1/auth/me', '/api/v1/nothing-here', '/api/v1/docs']) {
        const { headers } = await site.get(url);
        const policy = String(headers['content-security-policy']);
        expect({ url, policy }).toMatchObject({ url, policy: expect.stringContaining("default-src 'self'") as unknown });
        expect(policy).toContain("frame-ancestors 'none'");
        expect(policy).toContain("object-src 'none'");
        expect(policy).toContain("base-uri 'self'");
        expect(policy).toContain("form-action 'self'");
        expect(policy).toMatch(/script-src 'self'(?:;|$)/);
        expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY', 'referrer-policy': 'no-referrer', 'permissions-policy': expect.stringContaining('camera=()') as unknown });
        expect(headers['x-powered-by']).toBeUndefined();
        expect(headers['strict-transport-security'] !== undefined).toBe(publicUrl.startsWith('https'));
      }
      expect((await site.get('/api/v1/skp/%ff')).headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'content-security-policy': `default-src 'none'; frame-ancestors 'none'` });
    } finally {
      await site.close();
    }
  });

  it('give the portal’s page for its own paths, and nothing for names of files that are not there', async () => {
    const site = await served('https://ekinerja.test');
    try {
      for (const url of ['/', '/masuk', '/skp/tahun?tahun=2026', '/verifikasi/ABC-123']) expect({ url, status: (await site.get(url)).statusCode }).toEqual({ url, status: 200 });
      for (const url of ['/masuk~', '/masuk.bak', '/.env', '/.git/config', '/package.json', '/index.php?id=1', '/assets/app.js.map', '/%2e%2e%2fsecret']) {
        const { statusCode, body } = await site.get(url);
        expect({ url, statusCode }).toEqual({ url, statusCode: 404 });
        expect(body).not.toMatch(/node_modules|at \w+ \(/);
      }
    } finally {
      await site.close();
    }
  });

  it('keep answers with people’s data out of every cache', async () => {
    const site = await served('https://ekinerja.test');
    try {
      expect((await site.get('/api/v1/auth/me')).headers['cache-control']).toContain('no-store');
    } finally {
      await site.close();
    }
  });

  it('KS-14.2.c in production serve nothing without TLS, but send on to the secured address', async () => {
    const site = await served('https://ekinerja.test', { NODE_ENV: 'production' });
    try {
      for (const url of ['/', '/masuk?kembali=1', '/api/v1/about', '/api/v1/auth/me']) {
        const { statusCode, headers, body } = await site.get(url, { 'x-forwarded-proto': 'http' });
        expect({ url, statusCode, to: headers.location, body }).toEqual({ url, statusCode: 308, to: `https://ekinerja.test${url}`, body: '' });
        expect((await site.get(url, { 'x-forwarded-proto': 'https' })).statusCode).not.toBe(308);
      }
      expect((await site.get('/api/v1/health')).statusCode).toBe(200);
    } finally {
      await site.close();
    }
  });

  it('tell an operator with the token how it goes, by the pattern of routes, and nobody else that there is such a page', async () => {
    const token = 'token-pemantau-0123456789-abcdefghij';
    const site = await served('https://ekinerja.test', { EKINERJA_METRICS_TOKEN: token });
    try {
      await site.get('/api/v1/skp/9b2c9c5e-0000-7000-8000-0000000000aa');
      for (const headers of [{}, { authorization: 'Bearer salah' }] as Record<string, string>[]) expect((await site.get('/api/v1/metrics', headers)).statusCode).toBe(404);
      const { statusCode, body } = await site.get('/api/v1/metrics', { authorization: `Bearer ${token}` });
      expect(statusCode).toBe(200);
      expect(body).toMatch(/ekinerja_http_request_seconds_count\{method="GET",route="\/api\/v1\/skp\/:id",status="401"\} 1/);
      expect(body).toMatch(/^ekinerja_database_connections [1-9]/m);
      expect(body).not.toContain('9b2c9c5e');
    } finally {
      await site.close();
    }
  });
});
