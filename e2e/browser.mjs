// Finds a Chromium-like browser for the journeys, or installs one.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const COMMANDS = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'msedge',
];

/** The path of a browser that starts; throws with the next step where there is none. */
export async function findBrowser() {
  if (process.env.CHROMIUM_PATH) {
    if (existsSync(process.env.CHROMIUM_PATH)) return process.env.CHROMIUM_PATH;
    throw new Error(`CHROMIUM_PATH menunjuk berkas yang tidak ada: ${process.env.CHROMIUM_PATH}`);
  }
  const found = (await playwrightsOwn()) ?? onThisMachine();
  if (found) return found;

  console.log('Tidak ada peramban; memasang satu … / No browser found; installing one …');
  const browser = (await installWithPlaywright()) ?? installWithApt();
  if (browser) return browser;
  throw new Error(
    'Tidak ada peramban untuk uji perjalanan, dan pemasangan gagal. Pasang Chromium atau Chrome, atau isi CHROMIUM_PATH dengan letaknya.\n' +
      'No browser for the journeys, and installing one failed. Install Chromium or Chrome, or set CHROMIUM_PATH.',
  );
}

async function playwrightsOwn() {
  const { chromium } = await import('@playwright/test');
  const path = chromium.executablePath();
  return path && starts(path) ? path : undefined;
}

function onThisMachine() {
  return [...onPath(), ...usualPlaces()].find(starts);
}

function onPath() {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return COMMANDS.flatMap((command) => folders.map((folder) => join(folder, command)));
}

function usualPlaces() {
  if (process.platform === 'darwin') {
    return [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ];
  }
  if (process.platform === 'win32') {
    const { PROGRAMFILES, 'PROGRAMFILES(X86)': x86, LOCALAPPDATA } = process.env;
    return [PROGRAMFILES, x86, LOCALAPPDATA].flatMap((base) =>
      base
        ? [
            join(base, 'Google/Chrome/Application/chrome.exe'),
            join(base, 'Microsoft/Edge/Application/msedge.exe'),
          ]
        : [],
    );
  }
  return [];
}

/**
 * A file alone is not a browser: some systems ship a placeholder that only tells how to install one.
 * @param {string} path
 */
function starts(path) {
  if (!existsSync(path)) return false;
  // On Windows `--version` opens a window instead of answering.
  if (process.platform === 'win32') return true;
  return spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0;
}

async function installWithPlaywright() {
  const cli = join(
    dirname(createRequire(import.meta.url).resolve('@playwright/test/package.json')),
    'cli.js',
  );
  // It tries several mirrors with long patience; a machine without access to them shall not wait for ever.
  spawnSync(process.execPath, [cli, 'install', 'chromium'], { stdio: 'inherit', timeout: 300_000 });
  return playwrightsOwn();
}

function installWithApt() {
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status !== 0)
    return undefined;
  /** @type {import('node:child_process').SpawnSyncOptions} */
  const options = { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  spawnSync('apt-get', ['update'], options);
  spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], options);
  return onThisMachine();
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  console.log(await findBrowser());
