import { preset } from '../../jest.preset.mjs';

export default preset({
  displayName: 'web',
  rootDir: import.meta.dirname,
  web: true,
  // A busy machine makes jsdom's role queries slow; a test that hangs still ends.
  testTimeout: 30_000,
  // Vite's import.meta.glob does not exist in Jest; the stand-in reads the same files.
  moduleNameMapper: { 'message-files$': '<rootDir>/src/testing/message-files.ts' },
});
