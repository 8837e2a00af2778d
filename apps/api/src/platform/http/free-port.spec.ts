import { createServer, type AddressInfo } from 'node:net';
import { ConfigError } from '../config.js';
import { requireFreePort } from './free-port.js';

describe('the port of the portal', () => {
  it('is said to be taken in one sentence, and left free by the trial', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const attempt = requireFreePort(port, '127.0.0.1');
    await expect(attempt).rejects.toThrow(ConfigError);
    await expect(attempt).rejects.toThrow(`Port ${port} sudah dipakai`);
    await new Promise((resolve) => other.close(resolve));
    await requireFreePort(port, '127.0.0.1');
    await requireFreePort(port, '127.0.0.1');
  });
});
