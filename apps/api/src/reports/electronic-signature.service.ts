import { Inject, Injectable, Logger } from '@nestjs/common';
import type { ElectronicSignRequest } from '@ekinerja/contracts/signed-papers';
import type { Config } from '../platform/config.js';
import { CONFIG } from '../platform/platform.module.js';
import { DomainError } from '../platform/problem/domain.error.js';

const PATH = '/api/v2/sign/pdf';
const PATIENCE_MS = 60_000;
const MOST_BYTES = 60 * 1024 * 1024;

export interface ElectronicallySigned {
  content: Buffer;
  /** What the service says of this signature: its time, or its document's id. */
  reference: string;
}

/** The certified electronic signature of the state (BSrE): the paper goes there with the signer's secret and comes back signed. */
@Injectable()
export class ElectronicSignatureService {
  private readonly logger = new Logger('ElectronicSignature');

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  get configured(): boolean {
    return this.config.esign !== null;
  }

  /**
   * The file is signed invisibly, so that its pages stay as issued; NIK and secret are neither kept nor logged.
   * @throws DomainError `not-connected`; `validation-failed` when the service knows no such signer or secret; `unavailable`
   */
  async sign(pdf: Buffer, { nik, passphrase }: ElectronicSignRequest): Promise<ElectronicallySigned> {
    const { esign } = this.config;
    if (!esign) throw new DomainError('not-connected', { source: 'esign' });
    const response = await this.ask(esign, { nik, passphrase, signatureProperties: [{ tampilan: 'INVISIBLE' }], file: [pdf.toString('base64')] });
    if (response.status === 401 || response.status === 403 || response.status >= 500) return this.unavailable(`status ${response.status}`);
    const answer = await this.read(response);
    if (!response.ok) throw new DomainError('validation-failed', {}, { fields: [{ field: 'passphrase', rule: 'refusedByService', params: { message: wordsOf(answer) } }] });
    const { file, time } = answer as { file?: unknown; time?: unknown };
    const content = Array.isArray(file) && typeof file[0] === 'string' ? Buffer.from(file[0], 'base64') : Buffer.alloc(0);
    // The signature is added to the very bytes that were sent.
    if (content.subarray(0, 5).toString('latin1') !== '%PDF-' || content.length <= pdf.length || !content.includes('/ByteRange')) return this.unavailable('no signed file in the answer');
    return { content, reference: typeof time === 'string' || typeof time === 'number' ? String(time).slice(0, 100) : '–' };
  }

  private async ask({ url, user, password }: NonNullable<Config['esign']>, body: object): Promise<Response> {
    try {
      return await fetch(`${url}${PATH}`, {
        method: 'POST', redirect: 'error', signal: AbortSignal.timeout(PATIENCE_MS), body: JSON.stringify(body),
        headers: { 'content-type': 'application/json', accept: 'application/json', authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}` },
      });
    } catch (error) {
      return this.unavailable(error instanceof Error ? error.message : String(error));
    }
  }

  private async read(response: Response): Promise<unknown> {
    try {
      const text = await response.text();
      if (text.length > MOST_BYTES) return this.unavailable('answer too long');
      return JSON.parse(text) as unknown;
    } catch (error) {
      if (error instanceof DomainError) throw error;
      return this.unavailable('answer unreadable');
    }
  }

  private unavailable(why: string): never {
    this.logger.warn(`certified signature service: ${why}`);
    throw new DomainError('unavailable', { source: 'esign', configured: true });
  }
}

/** The service's own sentence, cut short: `Passphrase anda salah`. */
function wordsOf(answer: unknown): string {
  const { error, message } = (answer ?? {}) as { error?: unknown; message?: unknown };
  const words = [message, error].find((one) => typeof one === 'string');
  return typeof words === 'string' ? words.replaceAll(/[\p{Cc}\p{Cf}]/gu, ' ').slice(0, 200) : '–';
}
