import { preset } from '../../jest.preset.mjs';

// A whole run asks for groups of specs (scripts/lib/spec-groups.mjs).
const grouped = process.env.EKINERJA_SPEC_GROUPS ? { testMatch: ['<rootDir>/test-groups/*.spec.ts'] } : {};

export default {
  ...preset({ displayName: 'api', rootDir: import.meta.dirname }),
  ...grouped,
  globalSetup: '<rootDir>/src/testing/global-setup.ts',
  globalTeardown: '<rootDir>/src/testing/global-teardown.ts',
  testTimeout: 60_000,
};
