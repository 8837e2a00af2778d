import { Inject, Injectable } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import type { Config } from '../platform/config.js';
import { CONFIG } from '../platform/platform.module.js';

/** The way out by SMTP; without `EKINERJA_SMTP_URL` there is none. */
@Injectable()
export class MailService {
  private transport: Transporter | null = null;

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  get works(): boolean {
    return this.config.smtpUrl !== null;
  }

  /** @throws when the server refuses or is away: the work is tried again later */
  async send(mail: { to: string; subject: string; text: string; messageId: string }): Promise<void> {
    if (this.config.smtpUrl === null) return;
    this.transport ??= createTransport(this.config.smtpUrl);
    // One line of a subject: a name may hold anything.
    await this.transport.sendMail({ from: this.config.mailFrom, ...mail, subject: mail.subject.replaceAll(/[\r\n]+/g, ' ') });
  }
}
