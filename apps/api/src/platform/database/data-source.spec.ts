import { ConfigError } from '../config.js';
import { openDatabase } from './data-source.js';

describe('opening the database', () => {
  it('says in one sentence that no server answers, and where, without the password', async () => {
    const attempt = openDatabase('postgresql://pengguna:sangat-rahasia@127.0.0.1:1/ekinerja');
    await expect(attempt).rejects.toThrow(ConfigError);
    await expect(attempt).rejects.toThrow('Basis data 127.0.0.1:1/ekinerja tidak dapat dibuka: tidak ada server yang menjawab.');
    await expect(attempt).rejects.not.toThrow('sangat-rahasia');
  });
});
