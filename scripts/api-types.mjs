// Writes what routes take and answer beside the compiled API, where the server reads it for its OpenAPI document.
// Does nothing when no source has changed.
import './lib/node-version.mjs';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readApiTypes } from './lib/api-types.mjs';
import { filesUnder, root } from './lib/workspace.mjs';

const folder = join(root, 'apps/api/dist');
const file = join(folder, 'api-types.json');
const hash = createHash('sha256');
for (const source of ['packages/contracts/src', 'packages/regulations/src', 'apps/api/src', 'scripts/lib'].flatMap((path) => filesUnder(path, (name) => /(?<!spec)\.m?ts$|api-types\.mjs$/.test(name)))) {
  hash.update(source).update(readFileSync(join(root, source)));
}
const sources = hash.digest('hex');
if (!existsSync(file) || JSON.parse(readFileSync(file, 'utf8')).sources !== sources) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, JSON.stringify({ sources, ...readApiTypes() }));
}
