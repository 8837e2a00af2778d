import { preset } from '../../jest.preset.mjs';

export default preset({ displayName: 'local-postgres', rootDir: import.meta.dirname, testTimeout: 90_000 });
