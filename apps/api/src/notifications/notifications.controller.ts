import { Body, Controller, Get, HttpCode, Inject, Param, Post, Put, Query, Req, Res } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import type { Page, Uuid } from '@ekinerja/contracts/basics';
import type { NotificationCount, NotificationItem, NotificationSettings } from '@ekinerja/contracts/notifications';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AUTHENTICATOR, type Authenticator } from '../platform/access/access.guard.js';
import { Access, CurrentActor } from '../platform/access/access.decorator.js';
import type { Actor } from '../platform/access/actor.js';
import { PageQuery } from '../platform/http/page.query.js';
import { UuidPipe } from '../platform/http/uuid.pipe.js';
import { DomainError } from '../platform/problem/domain.error.js';
import { NotificationStream } from './notification-stream.service.js';
import { NotificationSettingsDto } from './notifications.dto.js';
import { NotificationsService } from './notifications.service.js';

const HEARTBEAT_MS = 25_000;
/** A page reconnects with a fresh token: no line stays open for ever. */
const LONGEST_MS = 10 * 60_000;

@Controller('notifications')
export class NotificationsController {
  constructor(
    private readonly notifications: NotificationsService,
    private readonly stream: NotificationStream,
    @Inject(AUTHENTICATOR) private readonly sessions: Authenticator,
  ) {}

  @Get()
  @Access('session.use', { scope: 'own' })
  @ApiOperation({ summary: 'Pemberitahuan saya, yang terbaru dulu' })
  list(@CurrentActor() actor: Actor, @Query() query: PageQuery): Promise<Page<NotificationItem>> {
    return this.notifications.list(actor, query);
  }

  @Get('count')
  @Access('session.use', { scope: 'own' })
  @ApiOperation({ summary: 'Jumlah pemberitahuan yang belum dibaca' })
  async count(@CurrentActor() actor: Actor): Promise<NotificationCount> {
    return { unread: await this.notifications.unread(actor) };
  }

  @Get('stream')
  @Access('session.use', { scope: 'own' })
  @ApiOperation({ summary: 'Jumlah yang belum dibaca, disiarkan seketika (server-sent events)' })
  async listen(@CurrentActor() actor: Actor, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    if (!request.headers.accept?.includes('text/event-stream')) throw new DomainError('malformed-request', { header: 'Accept' });
    const { raw } = reply;
    let beat: NodeJS.Timeout | undefined;
    let last: NodeJS.Timeout | undefined;
    const send = async () => {
      // The end of a session wakes its account's pages as well: whoever has signed out hears nothing more.
      if (!(await this.sessions.lives(actor.sessionId))) raw.end();
      else raw.write(`event: unread\ndata: ${JSON.stringify({ unread: await this.notifications.unread(actor) })}\n\n`);
    };
    const stop = await this.stream.listen(actor.accountId, () => void send().catch(() => raw.end()));
    reply.hijack();
    raw.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no', connection: 'keep-alive' });
    beat = setInterval(() => {
      raw.write(': hidup\n\n');
      void this.stream.keep();
      // A session that runs out wakes nobody; nor does its end while the database is away.
      void this.sessions.lives(actor.sessionId).then((lives) => lives || raw.end(), () => undefined);
    }, HEARTBEAT_MS);
    last = setTimeout(() => raw.end(), LONGEST_MS);
    raw.on('close', () => {
      clearInterval(beat);
      clearTimeout(last);
      stop();
    });
    await send();
  }

  @Post('read')
  @HttpCode(200)
  @Access('session.use', { scope: 'own' })
  @ApiOperation({ summary: 'Menandai semua sudah dibaca' })
  async readAll(@CurrentActor() actor: Actor): Promise<NotificationCount> {
    return { unread: await this.notifications.read(actor, null) };
  }

  @Post(':id/read')
  @HttpCode(200)
  @Access('session.use', { scope: 'own' })
  @ApiOperation({ summary: 'Menandai satu sudah dibaca' })
  async read(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: Uuid): Promise<NotificationCount> {
    return { unread: await this.notifications.read(actor, id) };
  }

  @Get('settings')
  @Access('session.use', { scope: 'own' })
  @ApiOperation({ summary: 'Pengaturan pemberitahuan saya' })
  settings(@CurrentActor() actor: Actor): Promise<NotificationSettings> {
    return this.notifications.settings(actor);
  }

  @Put('settings')
  @Access('session.use', { scope: 'own' })
  @ApiOperation({ summary: 'Menyimpan pengaturan pemberitahuan' })
  save(@CurrentActor() actor: Actor, @Body() body: NotificationSettingsDto): Promise<NotificationSettings> {
    return this.notifications.saveSettings(actor, body);
  }
}
