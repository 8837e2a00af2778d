// What somebody signed in waits for on a slow phone line: the calendar, the form of an entry and the list of approvals with
// their real data, once with nothing on the device and once as an installed app that keeps one's own data.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { root } from '../lib/workspace.mjs';
import { openBrowser, slowDown } from './browser.mjs';
import { median, milliseconds } from './measure.mjs';

const FIRST_AIM = 3000;
const SECOND_AIM = 1000;
const VISITS = 5;
const READY_MS = 300_000;
const PORT = Number(process.env.BENCH_PORT ?? 4391);

/** `shown`: an element that stands on the page only once its data has come. */
const PAGES = [
  { name: 'calendar', role: 'employee', path: '/kegiatan', shown: 'table button[data-state="accepted"]', second: true },
  { name: 'entry form', role: 'employee', path: '/kegiatan?isi=baru', shown: 'form [data-field="skpResultId"]', second: true },
  { name: 'approvals', role: 'evaluator', path: '/persetujuan', shown: 'article[id^="kegiatan-"]', second: false },
];

export async function measureVisits(site, { say }) {
  const base = `http://127.0.0.1:${PORT}`;
  const api = await startDemo(site, base);
  const browser = await openBrowser();
  try {
    const { demoAccounts } = await (await fetch(`${base}/api/v1/about`)).json();
    const rows = [];
    for (const page of PAGES) {
      const { username, password } = demoAccounts.find(({ role }) => role === page.role);
      const seen = { first: [], second: [] };
      for (let visit = 0; visit <= VISITS; visit += 1) {
        const { first, second, kilobytes } = await visits(browser, base, page, { username, password });
        say(`${page.name}: ${milliseconds(first)} (${kilobytes.toFixed(0)} kB)${second === null ? '' : `, lagi ${milliseconds(second)}`}${visit === 0 ? ', pemanasan' : ''}`);
        if (visit === 0) continue;
        seen.first.push(first);
        if (second !== null) seen.second.push(second);
      }
      rows.push(row(`${page.name}: first visit, with data`, seen.first, FIRST_AIM));
      if (page.second) rows.push(row(`${page.name}: second visit, own data from the device`, seen.second, SECOND_AIM));
    }
    return rows;
  } finally {
    await browser.close();
    const gone = once(api, 'exit');
    api.kill('SIGTERM');
    await gone;
  }
}

function row(measure, times, aim) {
  const middle = median(times);
  return { measure, a: `${milliseconds(middle)} (${Math.min(...times).toFixed(0)}–${Math.max(...times).toFixed(0)})`, aim: `≤ ${aim} ms`, met: middle <= aim };
}

async function startDemo({ url, dataDir }, base) {
  const env = { ...process.env, PORT: String(PORT), EKINERJA_DATA: dataDir, DATABASE_URL: url, NODE_ENV: 'development', EKINERJA_CLOCK: '2026-11-23T09:00:00+08:00' };
  const args = [join(root, 'apps/api/dist/main.js'), '--employees', '300', '--today', '2026-11-23', '--seed', '7'];
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'ignore', 'inherit'] });
  for (const until = performance.now() + READY_MS; performance.now() < until; ) {
    if (child.exitCode !== null) throw new Error(`API berhenti / ended: ${child.exitCode}`);
    const answer = await fetch(`${base}/api/v1/health`).catch(() => null);
    if (answer?.ok) return child;
    await new Promise((done) => setTimeout(done, 200));
  }
  child.kill('SIGKILL');
  throw new Error('API tidak menjawab / no answer');
}

/** A device of its own that is signed in and has nothing else; then the same device once more. */
async function visits(browser, base, { path, shown, second }, account) {
  const context = await browser.newContext({ viewport: { width: 412, height: 915 }, deviceScaleFactor: 2, isMobile: true, locale: 'id-ID' });
  try {
    await context.addInitScript((selector) => {
      // What the portal keeps of having signed in before: else it would send one to the sign-in page first.
      localStorage.setItem('ekinerja.signed-in', '1');
      const look = () => {
        if (document.querySelector(selector)) globalThis.dataShownAt = performance.now();
        else requestAnimationFrame(look);
      };
      look();
    }, shown);
    const signedIn = await context.request.post(`${base}/api/v1/auth/sign-in`, { data: account });
    if (!signedIn.ok()) throw new Error(`sign-in: ${signedIn.status()} ${await signedIn.text()}`);
    const before = await visit(context, base + path, second);
    return { first: before.at, kilobytes: before.kilobytes, second: second ? (await visit(context, base + path, false)).at : null };
  } finally {
    await context.close();
  }
}

async function visit(context, url, install) {
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await slowDown(devtools);
  let wire = 0;
  devtools.on('Network.loadingFinished', ({ encodedDataLength }) => (wire += encodedDataLength));
  await page.goto(url, { waitUntil: 'commit', timeout: 60_000 });
  await page.waitForFunction(() => globalThis.dataShownAt !== undefined, undefined, { timeout: 60_000 });
  const [at, kilobytes] = [await page.evaluate(() => globalThis.dataShownAt), wire / 1000];
  if (install) {
    // The worker takes in the portal's files, and the page keeps what it was answered.
    await page.evaluate(async () => void (await navigator.serviceWorker.ready));
    await page.waitForFunction(async () => (await caches.keys()).length > 0 && navigator.serviceWorker.controller !== null, undefined, { timeout: 60_000 });
    await page.waitForTimeout(2000);
  }
  await page.close();
  return { at, kilobytes };
}
