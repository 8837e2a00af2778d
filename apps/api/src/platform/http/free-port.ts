import { createServer } from 'node:net';
import { codeOf, ConfigError } from '../config.js';

/** Tried before the database is opened and filled, so that a taken port is said at once. */
export async function requireFreePort(port: number, host: string): Promise<void> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once('error', (error) => reject(new ConfigError(sentence(port, host, codeOf(error)))));
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}

function sentence(port: number, host: string, code: string): string {
  if (code === 'EADDRINUSE') return `Port ${port} sudah dipakai program lain. Hentikan program itu, atau pilih port lain, misalnya PORT=${port + 1}.`;
  if (code === 'EACCES') return `Port ${port} tidak boleh dipakai oleh pengguna ini. Pilih port di atas 1023, misalnya PORT=3000.`;
  return `Alamat ${host}:${port} tidak dapat dipakai (${code}). Periksa HOST dan PORT.`;
}
