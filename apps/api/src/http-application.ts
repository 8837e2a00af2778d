import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import fastifyStatic from '@fastify/static';
import { ConsoleLogger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { AppModule } from './app.module.js';
import { mountOpenApi } from './openapi.js';
import type { Config } from './platform/config.js';
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
        // TLS ends at the proxy, if anywhere: a LAN without it must still load.
        upgradeInsecureRequests: null,
      },
    },
    hsts: config.publicUrl.startsWith('https://') ? { maxAge: YEAR_SECONDS } : false,
  });
  mountOpenApi(app);
  await mountPortal(app, config.webDir);
  return app;
}

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
    if (request.url.startsWith('/api/')) return reply.callNotFound();
    return reply.header('cache-control', 'no-cache').sendFile('index.html');
  });
}
