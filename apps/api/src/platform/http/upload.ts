import { createParamDecorator, Injectable, type CallHandler, type ExecutionContext, type NestInterceptor, type OnModuleInit } from '@nestjs/common';
import { INTERCEPTORS_METADATA } from '@nestjs/common/constants.js';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Observable } from 'rxjs';
import { DomainError } from '../problem/domain.error.js';

export interface Upload {
  name: string;
  mediaType: string;
  content: Buffer;
}

type Uploading = FastifyRequest & { upload?: Upload };

const FIELD = 'file';
const FORM = 'multipart/form-data';
/** Boundaries and part headers around the file. */
const FORM_OVERHEAD = 64 * 1024;

/** Lets forms with a file through to the handlers unread, so that only a caller past the guard can make us read them. */
@Injectable()
export class FormUploads implements OnModuleInit {
  constructor(private readonly host: HttpAdapterHost) {}

  onModuleInit(): void {
    const server = this.host.httpAdapter.getInstance<FastifyInstance>();
    if (server.hasContentTypeParser(FORM)) return;
    server.addContentTypeParser(FORM, (_request, _payload, done) => done(null));
  }
}

/** Reads the one file of a form, after the guard and within the size limit: `@UseInterceptors(new ReceivesUpload(bytes))`. */
export class ReceivesUpload implements NestInterceptor {
  constructor(private readonly fileBytes: number) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    await this.receive(context.switchToHttp().getRequest<Uploading>());
    return next.handle();
  }

  /** Reads the form once, whoever asks first. */
  async receive(request: Uploading): Promise<Upload> {
    request.upload ??= await receive(request, this.fileBytes);
    return request.upload;
  }
}

/** The file of a route that takes one, read now; null on the others. Whoever compares contents needs it before the handler. */
export async function uploadOf(context: ExecutionContext): Promise<Upload | null> {
  const interceptors = (Reflect.getMetadata(INTERCEPTORS_METADATA, context.getHandler()) ?? []) as unknown[];
  const receives = interceptors.find((interceptor) => interceptor instanceof ReceivesUpload);
  return receives ? receives.receive(context.switchToHttp().getRequest<Uploading>()) : null;
}

export const UploadedForm = createParamDecorator((_: unknown, context: ExecutionContext): Upload => {
  const { upload } = context.switchToHttp().getRequest<{ upload?: Upload }>();
  if (!upload) throw new Error('UploadedForm on a route without ReceivesUpload');
  return upload;
});

async function receive(request: FastifyRequest, fileBytes: number): Promise<Upload> {
  const type = request.headers['content-type'] ?? '';
  if (!type.startsWith(FORM)) throw new DomainError('malformed-request', { expected: FORM });
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request.raw as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > fileBytes + FORM_OVERHEAD) throw tooLarge(fileBytes);
    chunks.push(chunk);
  }
  const file = await fileOf(Buffer.concat(chunks), type);
  const content = Buffer.from(await file.arrayBuffer());
  if (content.length > fileBytes) throw tooLarge(fileBytes);
  if (content.length === 0) throw new DomainError('file-unreadable', { reason: 'empty' });
  return { name: plainName(file.name), mediaType: file.type || 'application/octet-stream', content };
}

/** The last part of a path, without signs of control: a name stays a name wherever it is shown or taken down. */
function plainName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  return last.replaceAll(/[\p{Cc}\p{Cf}]/gu, '').trim().slice(0, 200) || 'berkas';
}

/** The runtime's own form reader, the one behind `fetch`. */
async function fileOf(body: Buffer, type: string): Promise<File> {
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData().catch(() => null);
  const value = form?.get(FIELD);
  if (!value || typeof value === 'string') throw new DomainError('malformed-request', { field: FIELD });
  return value;
}

function tooLarge(fileBytes: number): DomainError {
  return new DomainError('file-too-large', { megabytes: fileBytes / 1024 / 1024 });
}
