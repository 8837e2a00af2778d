import { Readable, type Writable } from 'node:stream';
import type { ReadableStream as WebStream } from 'node:stream/web';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { ConfigError } from '../config.js';

const AGE_MAGIC = 'age-encryption.org/v1';

/** gzip, and age around it where a passphrase is given. */
export async function wrap(tar: AsyncIterable<unknown>, out: Writable, passphrase: string | null): Promise<void> {
  const zipped = createGzip({ level: 6 });
  if (passphrase === null) return pipeline(tar, zipped, out);
  const { Encrypter } = await import('age-encryption');
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  const zipping = pipeline(tar, zipped);
  const sealed = await encrypter.encrypt(Readable.toWeb(zipped) as unknown as ReadableStream<Uint8Array>);
  await Promise.all([zipping, pipeline(Readable.fromWeb(sealed as unknown as WebStream), out)]);
}

/**
 * The tar inside.
 * @throws ConfigError when the backup is encrypted and no passphrase, or a wrong one, was given
 */
export async function unwrap(file: Readable, passphrase: string | null): Promise<Readable> {
  const [start, whole] = await peek(file, AGE_MAGIC.length);
  const zipped = start.toString('latin1') === AGE_MAGIC ? await opened(whole, passphrase) : whole;
  const plain = createGunzip();
  zipped.on('error', (error) => plain.destroy(error));
  return zipped.pipe(plain);
}

async function opened(sealed: Readable, passphrase: string | null): Promise<Readable> {
  if (passphrase === null) throw new ConfigError('Cadangan ini terenkripsi: berikan berkas kata sandinya dengan --passphrase-file.');
  const { Decrypter } = await import('age-encryption');
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  try {
    const stream = await decrypter.decrypt(Readable.toWeb(sealed) as unknown as ReadableStream<Uint8Array>);
    return Readable.fromWeb(stream as unknown as WebStream);
  } catch {
    throw new ConfigError('Kata sandi cadangan tidak cocok, atau berkasnya rusak di awal.');
  }
}

async function peek(file: Readable, length: number): Promise<[Buffer, Readable]> {
  const chunks: Buffer[] = [];
  const iterator = file[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  let size = 0;
  while (size < length) {
    const { value, done } = await iterator.next();
    if (done) break;
    chunks.push(value);
    size += value.length;
  }
  const head = Buffer.concat(chunks);
  async function* whole() {
    yield head;
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
  }
  return [head.subarray(0, length), Readable.from(whole(), { objectMode: false })];
}
