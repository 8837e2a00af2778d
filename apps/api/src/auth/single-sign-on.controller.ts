import '@fastify/cookie';
import { Controller, Get, Inject, Req, Res, UseGuards } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { ThrottlerGuard } from '@nestjs/throttler';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../platform/access/access.decorator.js';
import type { Config } from '../platform/config.js';
import { CONFIG } from '../platform/platform.module.js';
import { RefreshCookie } from './refresh-cookie.js';
import { NotSignedOn, SingleSignOnService } from './single-sign-on.service.js';

const COOKIE = 'ekinerja_sso';
const PATH = '/api/v1/auth/sso';
const MINUTES_10 = 600;

/** The two ends of a sign-in through the government's identity server; the browser comes here by itself, not the portal's code. */
@Controller('auth/sso')
export class SingleSignOnController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly signOn: SingleSignOnService,
    private readonly cookie: RefreshCookie,
  ) {}

  @Get()
  @Public()
  @UseGuards(ThrottlerGuard)
  @ApiOperation({ summary: 'Masuk lewat akun pemerintah daerah (OpenID Connect): diteruskan ke peladen identitas' })
  async begin(@Res() reply: FastifyReply): Promise<void> {
    const { address, pending } = await this.signOn.begin();
    // Lax: the identity server sends the browser back from elsewhere.
    void reply.setCookie(COOKIE, pending, { httpOnly: true, sameSite: 'lax', path: PATH, secure: this.secure(), maxAge: MINUTES_10 });
    await reply.redirect(address, 302);
  }

  @Get('callback')
  @Public()
  @UseGuards(ThrottlerGuard)
  @ApiOperation({ summary: 'Kembali dari peladen identitas; sesi dibuka atau penolakannya disampaikan' })
  async finish(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    void reply.clearCookie(COOKIE, { path: PATH });
    const caller = { id: request.id, ip: request.ip, userAgent: request.headers['user-agent'] ?? null };
    try {
      const { refresh } = await this.signOn.finish(request.url.split('?')[1] ?? '', request.cookies[COOKIE], caller);
      if (refresh) this.cookie.write(reply, refresh);
      await reply.redirect('/', 302);
    } catch (error) {
      if (!(error instanceof NotSignedOn)) throw error;
      await reply.redirect(`/masuk?sso=${error.reason}`, 302);
    }
  }

  private secure(): boolean {
    return this.config.publicUrl.startsWith('https://');
  }
}
