import { preset } from '../../jest.preset.mjs';

export default {
  ...preset({ displayName: 'api', rootDir: import.meta.dirname }),
  globalSetup: '<rootDir>/src/testing/global-setup.ts',
  globalTeardown: '<rootDir>/src/testing/global-teardown.ts',
  testTimeout: 60_000,
};
