import { preset } from '../../jest.preset.mjs';

export default preset({
  displayName: 'web',
  rootDir: import.meta.dirname,
  web: true,
  // Vite's import.meta.glob does not exist in Jest; the stand-in reads the same files.
  moduleNameMapper: { 'message-files$': '<rootDir>/src/testing/message-files.ts' },
});
