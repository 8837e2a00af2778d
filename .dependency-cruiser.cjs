const { join } = require('node:path');

// Imports run one way (docs/architecture.md): contracts ← regulations ← api, and inside the API by scripts/lib/api-layers.cjs.
const LAYERS = require('./scripts/lib/api-layers.cjs');
const features = LAYERS.slice(1).flat();

const inApi = (names) => `^apps/api/src/(${names.join('|')})/`;
const TESTS = '(\\.spec\\.tsx?$|/src/testing/)';
const insideOf = (workspace) => `^${workspace}/`;

const layerRules = LAYERS.slice(0, -1).map((names, level) => ({
  name: `no-import-to-the-right-of-${names[0]}`,
  comment: `${names.join(', ')} must not know what builds on them: let them announce an event instead.`,
  severity: 'error',
  from: { path: inApi(names), pathNot: TESTS },
  to: { path: inApi(LAYERS.slice(level + 1).flat()) },
}));

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment:
        'With ESM and decorators a cycle crashes at load. (One that is closed by a type alone is gone by then.)',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'resolvable',
      comment: 'An import that cannot be resolved escapes every other rule. (Is everything built?)',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '\\.css$' },
    },
    {
      name: 'contracts-depend-on-nothing',
      severity: 'error',
      from: { path: insideOf('packages/contracts'), pathNot: TESTS },
      to: { pathNot: insideOf('packages/contracts') },
    },
    {
      name: 'regulations-depend-on-contracts-and-yaml',
      comment: 'The law is pure: no database, no framework.',
      severity: 'error',
      from: { path: insideOf('packages/regulations'), pathNot: TESTS },
      to: {
        pathNot: ['^packages/(regulations|contracts)/', '(^|/)node_modules/yaml/'],
        dependencyTypesNot: ['core'],
      },
    },
    {
      name: 'local-postgres-knows-no-product',
      severity: 'error',
      from: { path: insideOf('packages/local-postgres') },
      to: { path: '^(apps|packages/(?!local-postgres))' },
    },
    ...layerRules,
    {
      name: 'features-meet-at-service-or-module',
      comment:
        'A feature reaches another only through its .service.ts or .module.ts, and nests its request classes (.dto.ts) whole where one form holds another; never its tables or queries.',
      severity: 'error',
      from: { path: inApi(features), pathNot: TESTS },
      to: { path: inApi(features), pathNot: ['^apps/api/src/$1/', '\\.(service|module|dto)\\.ts$'] },
    },
    {
      name: 'nobody-imports-the-root',
      comment:
        'main, worker and the app module put the parts together; no part knows them (a *.cli.ts is a program itself).',
      severity: 'error',
      from: { path: '^apps/api/src/[^/]+/', pathNot: [TESTS, '\\.cli\\.ts$'] },
      to: { path: '^apps/api/src/[^/]+\\.ts$' },
    },
    {
      name: 'web-knows-contracts-only',
      severity: 'error',
      from: { path: insideOf('apps/web'), pathNot: TESTS },
      to: { path: '^(apps/api|packages/(?!contracts/))' },
    },
    {
      name: 'web-ui-and-lib-know-no-feature',
      severity: 'error',
      from: { path: '^apps/web/src/(ui|lib)/', pathNot: TESTS },
      to: { path: '^apps/web/src/(features|app)/' },
    },
    {
      name: 'web-features-do-not-know-the-app',
      severity: 'error',
      from: { path: '^apps/web/src/features/', pathNot: TESTS },
      to: { path: '^apps/web/src/app/' },
    },
    {
      name: 'web-features-do-not-know-each-other',
      severity: 'error',
      from: { path: '^apps/web/src/features/([^/]+)/', pathNot: TESTS },
      to: { path: '^apps/web/src/features/', pathNot: '^apps/web/src/features/$1/' },
    },
    {
      name: 'production-knows-no-test',
      severity: 'error',
      from: { path: '/src/', pathNot: TESTS },
      to: { path: [TESTS, '^e2e/'] },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', '/dist/'] },
    tsPreCompilationDeps: true,
    // Other packages are reached by their last build: run `pnpm build` first.
    tsConfig: { fileName: join(__dirname, 'scripts/lib/imports.tsconfig.json') },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json', '.d.ts'],
    },
  },
};
