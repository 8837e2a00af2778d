import { Body, Controller, Get, HttpCode, Post, Req, Res, UseGuards } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { ThrottlerGuard } from '@nestjs/throttler';
import type { Profile, SessionAnswer } from '@ekinerja/contracts/auth';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Access, CurrentActor, Public } from '../platform/access/access.decorator.js';
import type { Actor } from '../platform/access/actor.js';
import { NeverRepeated } from '../platform/http/idempotency.interceptor.js';
import { ChangePasswordDto, SignInDto } from './auth.dto.js';
import { RefreshCookie } from './refresh-cookie.js';
import { SessionAuthenticator } from './session-authenticator.js';
import { SessionsService, type Caller } from './sessions.service.js';

@Controller('auth')
export class AuthController {
  constructor(
    private readonly sessions: SessionsService,
    private readonly authenticator: SessionAuthenticator,
    private readonly cookie: RefreshCookie,
  ) {}

  @Post('sign-in')
  @HttpCode(200)
  @Public()
  @UseGuards(ThrottlerGuard)
  @ApiOperation({ summary: 'Masuk dengan NIP atau nama pengguna dan kata sandi' })
  async signIn(@Body() body: SignInDto, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<SessionAnswer> {
    const { answer, refresh } = await this.sessions.signIn(body, callerOf(request));
    if (refresh) this.cookie.write(reply, refresh);
    return answer;
  }

  @Post('refresh')
  @HttpCode(200)
  @Public()
  @ApiOperation({ summary: 'Memperbarui sesi dengan kuki; kuki diganti setiap kali' })
  async refresh(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<SessionAnswer> {
    const token = this.cookie.read(request);
    const { answer, refresh } = await this.sessions.refresh(token, callerOf(request));
    if (refresh) this.cookie.write(reply, refresh);
    return answer;
  }

  @Post('sign-out')
  @HttpCode(204)
  @Access('session.use', { scope: 'self', beforePasswordChange: true })
  @ApiOperation({ summary: 'Keluar: sesi ini berakhir' })
  async signOut(@CurrentActor() actor: Actor, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.sessions.signOut(actor);
    this.cookie.clear(reply);
  }

  @Get('me')
  @Access('session.use', { scope: 'self', beforePasswordChange: true, onBehalf: true })
  @ApiOperation({ summary: 'Siapa yang sedang masuk, jabatannya, dan perannya hari ini' })
  me(@CurrentActor() actor: Actor): Promise<Profile> {
    return this.authenticator.profileOf(actor);
  }

  @Post('password')
  @HttpCode(200)
  @NeverRepeated()
  @Access('session.use', { scope: 'self', beforePasswordChange: true })
  @ApiOperation({ summary: 'Mengganti kata sandi sendiri; sesi lain berakhir' })
  changePassword(@CurrentActor() actor: Actor, @Body() body: ChangePasswordDto, @Req() request: FastifyRequest): Promise<SessionAnswer> {
    return this.sessions.changePassword(actor, body, callerOf(request));
  }
}

function callerOf(request: FastifyRequest): Caller {
  return { id: request.id, ip: request.ip, userAgent: request.headers['user-agent'] ?? null };
}
