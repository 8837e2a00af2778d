import { createRequire } from 'node:module';
import { join } from 'node:path';

const require = createRequire(import.meta.url);
const here = import.meta.dirname;

const swcJest = require.resolve('@swc/jest');
const commonjs = { type: 'commonjs' };
const target = 'es2022';

/**
 * The Jest configuration of every workspace:
 *
 *   import { preset } from '../../jest.preset.mjs';
 *   export default preset({ displayName: 'api', rootDir: import.meta.dirname });
 *
 * `web: true` gives a browser-like environment; anything else is Jest's own and is laid over the defaults.
 */
export function preset({
  displayName,
  rootDir,
  web = false,
  moduleNameMapper = {},
  setupFiles = [],
  ...rest
}) {
  return {
    displayName,
    rootDir,
    testMatch: ['<rootDir>/src/**/*.spec.ts', '<rootDir>/src/**/*.spec.tsx'],
    // node_modules too: a CommonJS package that requires an ESM-only one works in Node, but not inside Jest.
    transform: {
      '^.+\\.tsx?$': [swcJest, { swcrc: false, jsc: typescript(), module: commonjs, sourceMaps: 'inline' }],
      '^.+\\.m?js$': [
        swcJest,
        { swcrc: false, jsc: { target, parser: { syntax: 'ecmascript' } }, module: commonjs },
      ],
    },
    transformIgnorePatterns: ['\\.node$'],
    moduleNameMapper: {
      ...moduleNameMapper,
      ...(web ? { '\\.css$': join(here, 'scripts/jest/empty-style.cjs') } : {}),
      // Tests read the sources of the packages, not their last build.
      '^@ekinerja/(contracts|regulations|local-postgres)/(.*)$': join(here, 'packages/$1/src/$2.ts'),
      '^(\\.{1,2}/.*)\\.js$': ['$1', '$1.js'],
    },
    moduleFileExtensions: ['ts', 'tsx', 'js', 'mjs', 'cjs', 'json', 'node'],
    testPathIgnorePatterns: ['/node_modules/', '/dist/'],
    modulePathIgnorePatterns: ['/dist/'],
    coverageProvider: 'v8',
    testEnvironment: web ? join(here, 'scripts/jest/jsdom-environment.mjs') : 'node',
    setupFiles: [...(web ? [join(here, 'scripts/jest/web-setup.mjs')] : []), ...setupFiles],
    ...rest,
  };
}

function typescript() {
  return {
    target,
    parser: { syntax: 'typescript', tsx: true, decorators: true },
    // Nest reads the types of constructor parameters; without the metadata nothing is injected.
    transform: {
      legacyDecorator: true,
      decoratorMetadata: true,
      useDefineForClassFields: false,
      react: { runtime: 'automatic' },
    },
    keepClassNames: true,
  };
}
