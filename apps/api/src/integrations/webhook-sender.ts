import { createHmac } from 'node:crypto';
import { request as plain, type IncomingMessage } from 'node:http';
import { request as secured } from 'node:https';
import { Inject, Injectable } from '@nestjs/common';
import type { WebhookMessage } from '@ekinerja/contracts/webhooks';
import type { Config } from '../platform/config.js';
import { CONFIG } from '../platform/platform.module.js';
import { AddressCheck, InnerAddress } from './inner-addresses.js';

const TIMEOUT_MS = 10_000;
const MOST_ANSWER = 300;
const PREFIX = 'whsec_';

export interface Attempt {
  ok: boolean;
  answer: string;
}

/** `webhook-signature` of standardwebhooks.com: `v1,` and the base64 of HMAC-SHA256 over `id.timestamp.body`. */
export function signature(secret: string, id: string, seconds: number, body: string): string {
  const key = Buffer.from(secret.slice(PREFIX.length), 'base64');
  return `v1,${createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64')}`;
}

/** One attempt to bring a message to its receiver. Never follows a redirect, never reaches into the own network. */
@Injectable()
export class WebhookSender {
  private readonly check: AddressCheck;

  constructor(@Inject(CONFIG) private readonly config: Config) {
    this.check = new AddressCheck(config.webhookNetworks);
  }

  /** What of an address is refused when it is registered; null: nothing. */
  async refusal(text: string): Promise<'address' | 'https' | 'inner' | null> {
    const url = URL.parse(text);
    if (!url || !['http:', 'https:'].includes(url.protocol) || url.username !== '' || url.password !== '' || url.hash !== '') return 'address';
    if (this.config.production && url.protocol !== 'https:') return 'https';
    try {
      this.check.requireAllowed(url.hostname);
      await new Promise<void>((done, fail) => this.check.lookup(url.hostname.replace(/^\[|\]$/g, ''), {}, (error) => (error ? fail(error) : done())));
      return null;
    } catch (error) {
      return error instanceof InnerAddress ? 'inner' : 'address';
    }
  }

  send(target: string, secret: string, message: WebhookMessage, now: Date): Promise<Attempt> {
    const body = JSON.stringify(message);
    const seconds = Math.floor(now.getTime() / 1000);
    const headers = {
      'content-type': 'application/json', 'content-length': Buffer.byteLength(body), 'user-agent': 'E-Kinerja',
      'webhook-id': message.id, 'webhook-timestamp': String(seconds), 'webhook-signature': signature(secret, message.id, seconds, body),
    };
    return new Promise((done) => {
      const failed = (error: Error) => done({ ok: false, answer: error instanceof InnerAddress ? `alamat dalam: ${error.message}` : error.message.slice(0, MOST_ANSWER) });
      try {
        const url = new URL(target);
        this.check.requireAllowed(url.hostname);
        const open = url.protocol === 'https:' ? secured : plain;
        // No pooled connection: each attempt resolves and checks anew.
        const request = open(url, { method: 'POST', headers, lookup: this.check.lookup as never, agent: false, signal: AbortSignal.timeout(TIMEOUT_MS) }, (response) => {
          read(response).then((text) => done({ ok: response.statusCode! >= 200 && response.statusCode! < 300, answer: `${response.statusCode} ${text}`.trim() }), failed);
        });
        request.on('error', failed);
        request.end(body);
      } catch (error) {
        failed(error as Error);
      }
    });
  }
}

/** So much of the answer as the log shows; the rest is not waited for. */
async function read(response: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of response) {
    text += String(chunk);
    if (text.length >= MOST_ANSWER) break;
  }
  return text.slice(0, MOST_ANSWER).replaceAll(/[\p{Cc}]+/gu, ' ');
}
