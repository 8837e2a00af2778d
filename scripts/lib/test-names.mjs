import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import ts from 'typescript';
import { root } from './workspace.mjs';

const TEST_WORDS = new Set(['it', 'test', 'describe', 'step']);
const NOT_RUN = new Set(['skip', 'todo', 'fixme', 'failing']);

/** The names of all tests and groups of a spec file, and whether they run. Comments and other texts do not count. */
export function testNames(file) {
  const source = ts.createSourceFile(
    file,
    readFileSync(join(root, file), 'utf8'),
    ts.ScriptTarget.Latest,
    true,
  );
  const names = [];
  visit(source, true);
  return names;

  function visit(node, runs) {
    let inside = runs;
    if (ts.isCallExpression(node) && node.arguments[0]) {
      const words = calleeWords(node.expression);
      if (TEST_WORDS.has(words[0])) {
        const skipped = words.some((word) => NOT_RUN.has(word));
        const name = literalText(node.arguments[0]);
        // `test.skip()` inside a test has no name and marks the test around it; that one is decided at run time.
        if (name !== undefined) {
          inside = runs && !skipped;
          names.push({ name, runs: inside });
        }
      }
    }
    ts.forEachChild(node, (child) => visit(child, inside));
  }
}

/** `it.each([...])` → it, each */
function calleeWords(expression) {
  if (ts.isIdentifier(expression)) return [expression.text];
  if (ts.isPropertyAccessExpression(expression))
    return [...calleeWords(expression.expression), expression.name.text];
  if (ts.isCallExpression(expression)) return calleeWords(expression.expression);
  if (ts.isTaggedTemplateExpression(expression)) return calleeWords(expression.tag);
  return [];
}

function literalText(node) {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isTemplateExpression(node))
    return [node.head.text, ...node.templateSpans.map((span) => span.literal.text)].join('…');
  if (ts.isBinaryExpression(node)) return [literalText(node.left), literalText(node.right)].join('');
  return undefined;
}

/** In case tables the names stand in `name`; a table or a case may list `obligations` as well. */
export function caseNames(file) {
  const { parseAllDocuments } = createRequire(join(root, 'packages/regulations/package.json'))('yaml');
  const names = [];
  for (const document of parseAllDocuments(readFileSync(join(root, file), 'utf8'))) {
    if (document.errors?.length) throw new Error(`${file}: ${document.errors[0].message}`);
    collect(document.toJS());
  }
  return names;

  function collect(value) {
    if (Array.isArray(value)) value.forEach(collect);
    else if (value && typeof value === 'object') {
      for (const key of ['name', 'obligation', 'obligations']) {
        for (const text of [value[key]].flat())
          if (typeof text === 'string') names.push({ name: text, runs: true });
      }
      Object.values(value).forEach(collect);
    }
  }
}
