import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { findBrowser } from './browser.mjs';

// Playwright reads this file again in every worker; what is found or made once travels there by the environment.
process.env.CHROMIUM_PATH = await findBrowser();
if (!process.env.E2E_DATA) {
  const folder = mkdtempSync(join(tmpdir(), 'ekinerja-e2e-'));
  process.env.E2E_DATA = folder;
  // Not in a global teardown: that runs while the server still writes there.
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
}

const port = Number(process.env.E2E_PORT ?? 4310);
const baseURL = `http://127.0.0.1:${port}`;
const asRoot = process.getuid?.() === 0;

export default defineConfig({
  testDir: 'journeys',
  outputDir: 'results/traces',
  workers: 1,
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  // Never again on a server that a first try has changed: `pnpm test` runs a red file once more from a fresh start.
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: process.env.E2E_JSON ?? 'results/results.json' }]],
  use: {
    baseURL,
    locale: 'id-ID',
    timezoneId: 'Asia/Makassar',
    // What fades in is judged as it will stand.
    contextOptions: { reducedMotion: 'reduce' },
    // A trace slows every step: the second run of a red file makes one.
    trace: process.env.E2E_TRACE ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH,
      args: [
        // The browser's sandbox needs what root in a container does not have.
        ...(asRoot ? ['--no-sandbox'] : []),
        ...['--disable-gpu', '--disable-quic', '--no-first-run'],
        ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
      ],
    },
  },
  projects: [
    // Starts, kills and starts again servers of its own.
    { name: 'drills', testMatch: '**/*.drill.spec.ts' },
    {
      name: 'desktop',
      testIgnore: ['**/*.phone.spec.ts', '**/*.drill.spec.ts'],
      use: { viewport: { width: 1366, height: 900 } },
    },
    {
      name: 'phone',
      testMatch: '**/*.phone.spec.ts',
      use: { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true },
    },
  ],
  webServer: {
    command: `"${process.execPath}" ../apps/api/dist/main.js --employees 60 --today 2026-11-23 --seed 7`,
    url: `${baseURL}/api/v1/health`,
    env: {
      PORT: String(port),
      EKINERJA_DATA: process.env.E2E_DATA,
      // Never the database that the developer's shell happens to point at.
      DATABASE_URL: process.env.E2E_DATABASE_URL ?? '',
      NODE_ENV: 'development',
      // A Monday morning in the regency: what the journeys see does not depend on the day they run.
      EKINERJA_CLOCK: '2026-11-23T09:00:00+08:00',
    },
    timeout: 180_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 8_000 },
    reuseExistingServer: false,
    stdout: process.env.E2E_SERVER_LOG ? 'pipe' : 'ignore',
    stderr: 'pipe',
  },
});
