import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const SOURCES = join(__dirname, '..');
const STYLES = join(__dirname, '../../node_modules/@mantine/core/styles');

/** Styles come component by component, so that the first screen stays small; one that is forgotten shows only to the eye. */
it('every component of the library that a screen uses brings its styles', () => {
  const brought = new Set([...readFileSync(join(__dirname, 'mantine-styles.ts'), 'utf8').matchAll(/styles\/(\w+)\.css/g)].map(([, name]) => name));
  const missing: string[] = [];
  for (const file of readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.tsx'))) {
    for (const [, names] of readFileSync(join(SOURCES, file), 'utf8').matchAll(/import \{([^}]*)\} from '@mantine\/core'/g)) {
      for (const name of names!.split(',').map((one) => one.trim())) {
        if (/^[A-Z]/.test(name) && existsSync(join(STYLES, `${name}.css`)) && !brought.has(name)) missing.push(`${name}: ${file}`);
      }
    }
  }
  expect(missing).toEqual([]);
});
