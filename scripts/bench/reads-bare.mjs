// Side B of the reads: Fastify and pg alone. It verifies the same token, runs the very statements that the API ran for
// that person, and sends the same JSON.
import { createHash, createHmac, createSecretKey, timingSafeEqual } from 'node:crypto';
import { library, plainPg, SECRET } from './built.mjs';
import { serve } from './child.mjs';

const key = createSecretKey(createHash('sha256').update(`access-token\n${SECRET}`).digest());
const plans = new Map();
let server;
let pool;
let offset = 0;

serve({
  async open({ url }) {
    const [fastify, pg] = [await library('fastify'), await plainPg()];
    pool = new pg.Pool({ connectionString: url, max: 10 });
    server = fastify();
    server.get('/api/v1/*', async (request, reply) => {
      const session = verified(request.headers.authorization);
      if (!session) return reply.code(401).send();
      const plan = plans.get(`${session} ${request.url}`);
      if (!plan) return reply.code(404).send();
      for (const { text, values } of plan.statements) await pool.query(text, values);
      return plan.body;
    });
    await server.listen({ port: 0, host: '127.0.0.1' });
  },
  port: () => server.server.address().port,
  learn(requests, clockOffset) {
    offset = clockOffset;
    for (const { session, url, statements, body } of requests)
      plans.set(`${session} ${url}`, { statements, body: JSON.parse(body) });
  },
  async close() {
    await server.close();
    await pool.end();
  },
});

function verified(header) {
  const token = header?.slice(7) ?? '';
  const end = token.lastIndexOf('.');
  const given = Buffer.from(token.slice(end + 1), 'base64url');
  const right = createHmac('sha256', key).update(token.slice(0, end)).digest();
  if (given.length !== right.length || !timingSafeEqual(given, right)) return null;
  const [head, payload] = token.slice(0, end).split('.');
  if (JSON.parse(Buffer.from(head, 'base64url')).alg !== 'HS256') return null;
  const { sid, exp } = JSON.parse(Buffer.from(payload, 'base64url'));
  return exp * 1000 > Date.now() + offset ? sid : null;
}
