import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { accessDocument } from './access-docs.js';
import { declaredRoutes } from './access-routes.js';

describe('docs/access.md', () => {
  const routes = declaredRoutes();

  it('X-AC-1 is what the routes declare; when it is not, run `pnpm access-docs`', () => {
    const written = readFileSync(join(import.meta.dirname, '../../../docs/access.md'), 'utf8');
    expect(written).toBe(accessDocument(routes));
  });

  it('X-AC-1 a route that nobody declared stands out and opens to nobody', () => {
    const [route] = routes;
    const text = accessDocument([{ ...route!, path: '/lupa', access: undefined }]);
    expect(text).toContain('| GET /lupa |'.replace('GET', route!.method));
    expect(text).toContain('| **not stated** | **not stated** | nobody | – |');
  });
});
