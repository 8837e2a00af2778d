import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';

const contracts = fileURLToPath(new URL('../../packages/contracts/src/', import.meta.url));

/** The frame, what the first pages draw before anything is opened, and the hooks that several of them share. */
const FRAME = new RegExp(
  [
    String.raw`[\\/]src[\\/]app[\\/](?:portal|Layout)\.tsx$`,
    String.raw`[\\/]src[\\/]ui[\\/](?:Cite|EmptyState|ErrorNotice|EvidenceFile|Loaded|MonthPicker|PageTitle|Section|StatusBadge)\.tsx$`,
    String.raw`[\\/]src[\\/]lib[\\/](?:filters|kept-query)\.ts$`,
    String.raw`@mantine[\\/]core[\\/].*[\\/]CheckIcon\.mjs$`,
    String.raw`@mantine[\\/]hooks[\\/].*[\\/]use-(?:uncontrolled|debounced-value|media-query)\.mjs$`,
  ].join('|'),
);

export default defineConfig({
  plugins: [react(), preloaded('base'), installable(), compressed()],
  resolve: {
    alias: [{ find: /^@ekinerja\/contracts\/(.+)$/, replacement: `${contracts}$1.ts` }],
  },
  server: {
    host: '127.0.0.1',
    port: 5173,
    proxy: { '/api': { target: process.env['EKINERJA_API'] ?? 'http://127.0.0.1:3000' } },
  },
  build: {
    outDir: 'dist',
    target: 'es2022',
    sourcemap: true,
    chunkSizeWarningLimit: 400,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // What the entry needs to ask for the rest stays small.
            {
              name: 'words',
              test: /[\\/](?:lib[\\/](?:language|message-files|access-token|problem|address|early-answers|first-questions|support-view)|app[\\/]load-portal)\.ts$/,
              priority: 6,
            },
            // Words of the pages that are opened from the home screen, in one file a language.
            {
              name: 'first-words-id',
              test: /[\\/]messages[\\/]id[\\/](?:shell|home|activities|offline|approvals)\.json$/,
              priority: 6,
            },
            {
              name: 'first-words-en',
              test: /[\\/]messages[\\/]en[\\/](?:shell|home|activities|offline|approvals)\.json$/,
              priority: 6,
            },
            // The sign-in screen with all that it needs, which is also what everything else builds on.
            {
              name: 'base',
              test: /[\\/]app[\\/]first-screen\.tsx$/,
              includeDependenciesRecursively: true,
              priority: 5,
            },
            {
              name: 'portal',
              test: FRAME,
              includeDependenciesRecursively: true,
              priority: 4,
            },
            // Each first page in one file.
            {
              name: 'calendar',
              test: /[\\/]activities[\\/]ActivitiesPage\.tsx$/,
              includeDependenciesRecursively: true,
              priority: 3,
            },
            {
              name: 'approvals',
              test: /[\\/]approvals[\\/]ApprovalsPage\.tsx$/,
              includeDependenciesRecursively: true,
              priority: 3,
            },
            // Fields that open something, and forms: heavy, and not needed to read.
            {
              name: 'fields',
              test: /@mantine[\\/]core[\\/].*[\\/](?:Select|Drawer|Menu|SegmentedControl)\.mjs$|@mantine[\\/]form[\\/]/,
              includeDependenciesRecursively: true,
              priority: 2,
            },
            {
              name: 'entry',
              test: /[\\/]activities[\\/]EntryDrawer\.tsx$/,
              includeDependenciesRecursively: true,
              priority: 2,
            },
            // What the other pages share comes in one file, not in a hundred.
            {
              name: 'shared',
              test: /[\\/]src[\\/]ui[\\/]/,
              includeDependenciesRecursively: true,
              priority: 1,
            },
          ],
        },
      },
    },
  },
});

/**
 * The portal as an app that opens without a signal. The worker keeps all files of one build together, so that no page is
 * ever mixed of two releases, and fetches them only after the first screen. Answers of the API are never kept by it (own
 * data lies in IndexedDB, for its owner). A new build waits until the person takes it.
 */
function installable() {
  return VitePWA({
    registerType: 'prompt',
    injectRegister: false,
    manifest: {
      id: '/',
      name: 'E-Kinerja',
      short_name: 'E-Kinerja',
      description: 'Kegiatan harian, SKP, penilaian, dan tambahan penghasilan pegawai.',
      lang: 'id',
      start_url: '/kegiatan',
      scope: '/',
      display: 'standalone',
      background_color: '#ffffff',
      theme_color: '#0b5c4b',
      icons: [
        { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
        { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
        { src: '/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
      ],
    },
    workbox: {
      globPatterns: ['index.html', 'icon.svg', 'assets/*.{js,css}'],
      navigateFallback: '/index.html',
      navigateFallbackDenylist: [/^\/api\//],
      cleanupOutdatedCaches: true,
      clientsClaim: true,
      skipWaiting: false,
      sourcemap: false,
    },
  });
}

/** A chunk that the small entry chooses later is asked for by the page itself, with its styles. */
function preloaded(name: string): Plugin {
  return {
    name: 'ekinerja:preloaded',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {} }) {
        const chunk = Object.values(bundle).find((one) => one.type === 'chunk' && one.name === name);
        if (chunk?.type !== 'chunk') throw new Error(`no chunk ${name}`);
        const scripts = [chunk.fileName, ...chunk.imports]
          .filter((file) => !html.includes(file))
          .map((file) => ({ rel: 'modulepreload', href: `/${file}` }));
        const styles = [...(chunk.viteMetadata?.importedCss ?? [])].map((file) => ({
          rel: 'stylesheet',
          href: `/${file}`,
        }));
        return [...styles, ...scripts].map((link) => ({
          tag: 'link',
          attrs: { ...link, crossorigin: true },
          injectTo: 'head',
        }));
      },
    },
  };
}

const TEXT = /\.(?:js|css|html|svg)$/;
/** Below this a file fits one packet anyway. */
const LEAST = 1024;

/** `.br` and `.gz` beside each file, so that the server compresses nothing while people wait. */
function compressed(): Plugin {
  let folder = '';
  return {
    name: 'ekinerja:compressed',
    apply: 'build',
    configResolved: ({ root, build }) => void (folder = resolve(root, build.outDir)),
    closeBundle() {
      for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
        if (!TEXT.test(file)) continue;
        const path = join(folder, file);
        const content = readFileSync(path);
        if (content.length < LEAST) continue;
        writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }));
        writeFileSync(
          `${path}.br`,
          brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
        );
      }
    },
  };
}
