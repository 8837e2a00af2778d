import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Asked {
  authorization: string | undefined;
  nik: string;
  passphrase: string;
  signatureProperties: unknown[];
}

/** The certified signature service as its callers see it: one secret is right, a signed file is the sent one with a signature behind. */
export class SignatureStandIn {
  readonly asked: Asked[] = [];
  broken: 'down' | 'unsigned' | null = null;

  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async start(): Promise<SignatureStandIn> {
    const server = createServer();
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    const standIn = new SignatureStandIn(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    server.on('request', (request, response) => {
      void standIn.answer(request).then(({ status, body }) => {
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
      });
    });
    return standIn;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((closed) => this.server.close(closed));
  }

  private async answer(request: IncomingMessage): Promise<{ status: number; body: object }> {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    if (this.broken === 'down') return { status: 502, body: { error: 'Bad Gateway' } };
    if (request.method !== 'POST' || request.url !== '/api/v2/sign/pdf') return { status: 404, body: { error: 'Not Found' } };
    const { file, ...rest } = JSON.parse(Buffer.concat(chunks).toString('utf8')) as Omit<Asked, 'authorization'> & { file: string[] };
    this.asked.push({ authorization: request.headers.authorization, ...rest });
    if (rest.passphrase !== 'rahasia kadis') return { status: 400, body: { status: 400, error: 'Passphrase anda salah' } };
    const sent = Buffer.from(file[0] ?? '', 'base64');
    const signed = this.broken === 'unsigned' ? sent : Buffer.concat([sent, Buffer.from('\n1 0 obj << /Type /Sig /ByteRange [0 0 0 0] >> endobj')]);
    return { status: 200, body: { time: 1764_000_000, file: [signed.toString('base64')] } };
  }
}
