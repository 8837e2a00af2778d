// What a phone on a slow network waits for before it can sign in: size of the first screen and its largest contentful paint.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from '../lib/workspace.mjs';
import { openBrowser, slowDown } from './browser.mjs';
import { startChild } from './child.mjs';
import { median, milliseconds } from './measure.mjs';

const SIZE_AIM = 150;
const LCP_AIM = 2200;
const LOADS = 5;
/** Quiet time after `load` before the last paint counts as the largest. */
const SETTLE_MS = 3000;

export async function measureFirstScreen(site, { say }) {
  const dist = join(root, 'apps/web/dist');
  if (!existsSync(join(dist, 'index.html'))) throw new Error('apps/web/dist tidak ada / does not exist');
  const server = await startChild('./reads-api.mjs', { ...site, enact: true });
  const browser = await openBrowser();
  try {
    const url = `http://127.0.0.1:${await server.call('port')}/masuk`;
    const loads = [];
    for (let load = 0; load <= LOADS; load += 1) {
      const seen = await oneLoad(browser, url);
      // The first load warms the browser itself, not the page's cache.
      if (load > 0) loads.push(seen);
      say(`LCP ${milliseconds(seen.lcp)} (${seen.element})${load === 0 ? ', pemanasan' : ''}`);
    }
    const stated = closure(dist);
    const asked = new Set([
      ...stated,
      ...loads[0].files.map((path) => path.slice(1)).filter((path) => existsSync(join(dist, path))),
    ]);
    const lcps = loads.map(({ lcp }) => lcp);
    const [kilobytes, statedKilobytes] = [gzipped(dist, asked), gzipped(dist, stated)];
    say(
      `${asked.size} berkas JS/CSS; ${(loads[0].wire / 1000).toFixed(0)} kB melalui jaringan termasuk HTML, ikon, API`,
    );
    return [
      {
        measure: `first screen: JS + CSS fetched, gzip (${asked.size} files)`,
        a: `${kilobytes.toFixed(1)} kB`,
        aim: `≤ ${SIZE_AIM} kB`,
        met: kilobytes <= SIZE_AIM,
      },
      {
        measure: `  of which the page and its static imports (${stated.size} files)`,
        a: `${statedKilobytes.toFixed(1)} kB`,
      },
      {
        measure: 'first screen: LCP cold (1.6 Mbit/s, 150 ms, 4 × CPU)',
        a: `${milliseconds(median(lcps))} (${Math.min(...lcps).toFixed(0)}–${Math.max(...lcps).toFixed(0)})`,
        aim: `≤ ${LCP_AIM} ms`,
        met: median(lcps) <= LCP_AIM,
      },
    ];
  } finally {
    await browser.close();
    await server.stop();
  }
}

/** A new context has neither cache nor storage. */
async function oneLoad(browser, url) {
  const context = await browser.newContext({
    viewport: { width: 412, height: 915 },
    deviceScaleFactor: 2,
    isMobile: true,
    locale: 'id-ID',
  });
  try {
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await devtools.send('Network.enable');
    await devtools.send('Network.setCacheDisabled', { cacheDisabled: true });
    await slowDown(devtools);
    let wire = 0;
    const files = [];
    devtools.on('Network.loadingFinished', ({ encodedDataLength }) => (wire += encodedDataLength));
    page.on('response', (response) => {
      const { pathname } = new URL(response.url());
      if (/\.(js|css)$/.test(pathname)) files.push(pathname);
    });
    await page.addInitScript(() => {
      globalThis.paints = [];
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries())
          globalThis.paints.push({ at: entry.startTime, element: entry.element?.tagName ?? '?' });
      }).observe({ type: 'largest-contentful-paint', buffered: true });
    });
    await page.goto(url, { waitUntil: 'networkidle' });
    // Not any page counts: the one on which people can sign in.
    await page.locator('input[type=password]').waitFor();
    // On a busy machine the network can be quiet before anything is painted.
    await page.waitForFunction(() => globalThis.paints.length > 0, undefined, { timeout: 60_000 });
    await page.waitForTimeout(SETTLE_MS);
    const paints = await page.evaluate(() => globalThis.paints);
    const largest = paints.at(-1);
    if (!largest) throw new Error('tidak ada LCP / no largest contentful paint');
    return { lcp: largest.at, element: largest.element.toLowerCase(), files: [...new Set(files)], wire };
  } finally {
    await context.close();
  }
}

/** What index.html names and everything those files import before they run. */
function closure(dist) {
  const html = readFileSync(join(dist, 'index.html'), 'utf8');
  const found = new Set();
  const queue = [...html.matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)].map((match) => match[1]);
  while (queue.length > 0) {
    const path = queue.pop();
    if (found.has(path) || !existsSync(join(dist, path))) continue;
    found.add(path);
    if (!path.endsWith('.js')) continue;
    const source = readFileSync(join(dist, path), 'utf8');
    for (const match of source.matchAll(/(?:\bfrom|\bimport)\s*["'](\.{1,2}\/[^"']+)["']/g))
      queue.push(posix.join(dirname(path), match[1]));
  }
  return found;
}

function gzipped(dist, files) {
  let bytes = 0;
  for (const path of files) bytes += gzipSync(readFileSync(join(dist, path)), { level: 9 }).length;
  return bytes / 1000;
}
