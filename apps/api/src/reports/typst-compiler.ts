import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

export type Template = 'form' | 'recap' | 'pay-paper' | 'slip' | 'slips' | 'month-report' | 'month-reports' | 'first-codes' | 'skp' | 'feedback';
export interface SetPaper {
  content: Buffer;
  pages: number;
}

const require = createRequire(import.meta.url);
const TEMPLATES = fileURLToPath(new URL('../../assets/typst', import.meta.url));
const FONT_FOLDERS = ['400Regular', '700Bold'];
/** Memoised layouts older than this many papers are dropped; those of a paper of many pages at once. */
const CACHE_AGE = 10;
const MANY_PAGES = 20;

/** Sets papers in type. Data goes in as JSON, never as source; files and fonts are our own; nothing asks the network or the time. */
export class TypstCompiler {
  private compiler: NodeCompiler | null = null;

  /** The same template and data give the same bytes. */
  set(template: Template, data: object): SetPaper {
    const compiler = (this.compiler ??= create());
    const result = compiler.compile({ mainFilePath: join(TEMPLATES, `${template}.typ`), inputs: { data: JSON.stringify(data) } });
    const document = result.result;
    if (!document) {
      const problem = result.takeDiagnostics();
      throw new Error(`typst could not set ${template}: ${JSON.stringify(problem?.shortDiagnostics ?? [])}`);
    }
    const content = compiler.pdf(document, { creationTimestamp: 0, pdfStandard: 'ua-1' });
    const pages = document.numOfPages;
    compiler.evictCache(pages > MANY_PAGES ? 0 : CACHE_AGE);
    return { content, pages };
  }
}

function create(): NodeCompiler {
  const fonts = dirname(require.resolve('@expo-google-fonts/noto-sans/package.json'));
  return NodeCompiler.create({ workspace: TEMPLATES, fontArgs: [{ fontPaths: FONT_FOLDERS.map((folder) => join(fonts, folder)) }] });
}
