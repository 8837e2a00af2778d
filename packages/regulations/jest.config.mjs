const jsc = { target: 'es2022', keepClassNames: true };
const module = { type: 'commonjs' };

export default {
  displayName: 'regulations',
  rootDir: import.meta.dirname,
  testEnvironment: 'node',
  testMatch: ['<rootDir>/src/**/*.spec.ts'],
  // Everything goes to CommonJS, node_modules too: shared/toolchain.md section 3.
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { swcrc: false, jsc: { ...jsc, parser: { syntax: 'typescript' } }, module, sourceMaps: 'inline' },
    ],
    '^.+\\.m?js$': [
      '@swc/jest',
      { swcrc: false, jsc: { target: 'es2022', parser: { syntax: 'ecmascript' } }, module },
    ],
  },
  transformIgnorePatterns: ['\\.node$'],
  moduleNameMapper: {
    '^@ekinerja/contracts/(.*)$': '<rootDir>/../contracts/src/$1.ts',
    '^(\\.{1,2}/.*)\\.js$': ['$1', '$1.js'],
  },
};
