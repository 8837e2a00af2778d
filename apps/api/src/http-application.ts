import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import fastifyStatic from '@fastify/static';
import { ConsoleLogger, Logger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { AppModule } from './app.module.js';
import { mountOpenApi } from './openapi.js';
import type { Config } from './platform/config.js';
import { MetricsService } from './platform/metrics/metrics.service.js';
import { requirePlainInput } from './platform/http/plain-input.js';
import { ProblemFilter, refuseBrokenPath } from './platform/problem/problem.filter.js';
import { validationPipe } from './platform/problem/validation.pipe.js';

const BODY_LIMIT = 2 * 1024 * 1024;
const YEAR_SECONDS = 31_536_000;

/** The HTTP application over an open database: API under /api/v1, the portal beside it. */
export async function createHttpApplication(config: Config, dataSource: DataSource, quiet = false): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    trustProxy: config.production ? 'loopback, linklocal, uniquelocal' : false,
    genReqId: () => randomUUID(),
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: (_error: unknown, request: FastifyRequest, reply: FastifyReply) => refuseBrokenPath(request, reply),
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(config, dataSource), adapter, {
    logger: quiet ? ['error', 'fatal'] : new ConsoleLogger({ json: config.logJson, logLevels: ['error', 'warn', 'fatal', ...(config.production ? (['log'] as const) : [])] }),
    abortOnError: false,
  });
  app.setGlobalPrefix('api/v1');
  app.useGlobalPipes(validationPipe());
  app.useGlobalFilters(new ProblemFilter());
  app.getHttpAdapter().getInstance().addHook('preValidation', requirePlainInput);
  app.getHttpAdapter().getInstance().addHook('onRequest', keepOutOfCaches);
  app.getHttpAdapter().getInstance().addHook('onRequest', denyDevices);
  if (config.production) app.getHttpAdapter().getInstance().addHook('onRequest', requireTls(config.publicUrl));
  const metrics = app.get(MetricsService);
  app.getHttpAdapter().getInstance().addHook('onResponse', async (request, reply) => {
    metrics.note(request, reply);
    if (config.logJson) noteRequest(request, reply);
  });
  await app.register(cookie);
  await app.register(compress, { global: true, threshold: 1024 });
  await app.register(helmet, {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        scriptSrc: ["'self'"],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
        fontSrc: ["'self'", 'data:'],
        formAction: ["'self'"],
        connectSrc: ["'self'"],
        // TLS ends at the proxy, if anywhere: a LAN without it must still load.
        upgradeInsecureRequests: null,
      },
    },
    frameguard: { action: 'deny' },
    hsts: config.publicUrl.startsWith('https://') ? { maxAge: YEAR_SECONDS } : false,
  });
  mountOpenApi(app);
  await mountPortal(app, config.webDir);
  return app;
}

/** What the machine itself and its watchers ask without TLS, behind the proxy. */
const WITHOUT_TLS = ['/api/v1/health', '/api/v1/ready', '/api/v1/metrics'];

/** KS 14(2)c: whoever comes without TLS, as the proxy tells, is sent to the secured address; nothing is served. */
function requireTls(publicUrl: string) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    if (request.protocol === 'https' || WITHOUT_TLS.includes(request.url)) return undefined;
    return reply.redirect(`${publicUrl}${request.url.startsWith('/') ? request.url : '/'}`, 308);
  };
}

const requests = new Logger('Http');

/** One line a request for the operator: the pattern of its route, never an id, a query or a person. */
function noteRequest(request: FastifyRequest, reply: FastifyReply): void {
  const { method, routeOptions, id } = request;
  requests.log({ method, route: routeOptions.url ?? null, status: reply.statusCode, milliseconds: Math.round(reply.elapsedTime), requestId: id });
}

/** Answers of the API are somebody's data: no browser and no proxy keeps them. */
async function keepOutOfCaches(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  if (request.url.startsWith('/api/')) void reply.header('cache-control', 'no-store');
}

/** Evidence is taken by the phone's own camera app through a file field: the page itself needs no device. */
async function denyDevices(_request: FastifyRequest, reply: FastifyReply): Promise<void> {
  void reply.header('permissions-policy', 'camera=(), microphone=(), geolocation=(), payment=(), usb=()');
}

/** Its last part has a dot, a tilde or an escaped sign, or a part of it begins with a dot. */
const FILE_NAME = /^[^?]*(?:\/\.|\/[^/?]*[.~%][^/?]*(?:\?|$))/;

/** The built portal: hashed assets for a year, and its page for every other path that is not the API's. */
async function mountPortal(app: NestFastifyApplication, webDir: string): Promise<void> {
  if (!existsSync(join(webDir, 'index.html'))) return;
  await app.register(fastifyStatic, {
    root: webDir,
    wildcard: false,
    // The build lays .br and .gz beside each file.
    preCompressed: true,
    setHeaders: (reply, path) => {
      const hashed = path.includes(`${join('dist', 'assets')}`);
      reply.header('cache-control', hashed ? `public, max-age=${YEAR_SECONDS}, immutable` : 'no-cache');
    },
  });
  const server = app.getHttpAdapter().getInstance();
  server.get('/*', (request, reply) => {
    // A name of a file is none of the portal's pages: whoever looks for backups or settings finds nothing.
    if (request.url.startsWith('/api/') || FILE_NAME.test(request.url)) return reply.callNotFound();
    return reply.header('cache-control', 'no-cache').sendFile('index.html');
  });
}
