// A local identity server for the test of single sign-on (oidc-provider): whoever the browser names is signed in at once.
// node sso-provider.mjs REDIRECT_URI  → says its port when it listens
import { createServer } from 'node:http';
import Provider from 'oidc-provider';

const [redirectUri] = process.argv.slice(2);
/** Claims by person; the one who signs in next. */
const people = {};
let next = null;

const server = createServer();
await new Promise((done) => server.listen(0, '127.0.0.1', done));
const { port } = server.address();

const provider = new Provider(`http://127.0.0.1:${port}`, {
  clients: [{ client_id: 'ekinerja', client_secret: 'rahasia-uji-yang-panjang', redirect_uris: [redirectUri], response_types: ['code'], grant_types: ['authorization_code'] }],
  claims: { profile: ['preferred_username'], openid: ['sub', 'amr'] },
  conformIdTokenClaims: false,
  cookies: { keys: ['kunci-kuki-uji'] },
  pkce: { required: () => true },
  features: { devInteractions: { enabled: false } },
  interactions: { url: (_, { uid }) => `/interaction/${uid}` },
  findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, ...people[id] }) }),
  loadExistingGrant: async (context) => {
    const grant = new context.oidc.provider.Grant({ clientId: context.oidc.client.clientId, accountId: context.oidc.session.accountId });
    grant.addOIDCScope('openid profile');
    await grant.save();
    return grant;
  },
});

const callback = provider.callback();
server.on('request', (request, reply) => void answer(request, reply));

async function answer(request, reply) {
  if (request.url.startsWith('/next/')) {
    const { id, claims } = JSON.parse(decodeURIComponent(request.url.slice('/next/'.length)));
    people[id] = claims;
    next = id;
    reply.end('ok');
  } else if (request.url.startsWith('/interaction/')) {
    await provider.interactionFinished(request, reply, { login: { accountId: next, amr: people[next].amr } });
  } else {
    await callback(request, reply);
  }
}
console.log(port);
