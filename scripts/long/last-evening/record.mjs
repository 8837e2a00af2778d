// Loaded before the API (`--import`): while the file `record` lies in the data folder, every statement is written down,
// so that the same statements can be run bare afterwards.
import { appendFileSync, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const { LONG_ROOT, EKINERJA_DATA } = process.env;
const pg = createRequire(join(LONG_ROOT, 'apps/api/package.json'))('pg');
const flag = join(EKINERJA_DATA, 'record');
const { query } = pg.Client.prototype;

pg.Client.prototype.query = function recorded(statement, values, ...rest) {
  const text = typeof statement === 'string' ? statement : statement?.text;
  const parameters = Array.isArray(values) ? values : statement?.values;
  if (text && existsSync(flag) && !text.includes('graphile_worker.get_job')) {
    appendFileSync(join(EKINERJA_DATA, 'statements.jsonl'), `${JSON.stringify({ text, parameters: parameters ?? [] })}\n`);
  }
  return query.call(this, statement, values, ...rest);
};
