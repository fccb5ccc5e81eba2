import { execFile, execFileSync } from 'node:child_process';
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { transformSync } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { missingFrom, strangersIn } from '../../scripts/package-files.js';
import { start } from '../support/run-command.js';
import { installPackage, PROJECT, type Consumer } from './installed-package.js';

// Packing and loading the model take seconds, and many more where other tests run beside them.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const EXAMPLES = readdirSync(join(PROJECT, 'examples')).filter((name) => name.endsWith('.ts'));
let consumer: Consumer;

beforeAll(() => {
  consumer = installPackage();
  writeFileSync(join(consumer.folder, 'package.json'), JSON.stringify({ type: 'module' }));
  for (const name of EXAMPLES) {
    copyFileSync(join(PROJECT, 'examples', name), join(consumer.folder, name));
  }
});
afterAll(() => {
  consumer.remove();
});

/**
 * Runs programs that import the package by its name, one after the other in one process, where
 * modules and models are loaded once, and ends by itself.
 * @returns what each prints; `children` are the processes that they have started, a line each
 */
async function run(
  programs: Readonly<Record<string, string>>,
): Promise<Readonly<Record<string, string>>> {
  for (const [name, source] of Object.entries(programs)) {
    const file = join(consumer.folder, `${name}.mjs`);
    writeFileSync(file, transformSync(source, { loader: 'ts' }).code);
  }
  writeFileSync(
    join(consumer.folder, 'run-all.mjs'),
    `import { execFileSync } from 'node:child_process';
    const printed = {};
    let name;
    const { stdout } = process;
    const write = stdout.write.bind(stdout);
    stdout.write = (text) => { printed[name] += text; return true; };
    for (name of ${JSON.stringify(Object.keys(programs))}) {
      printed[name] = '';
      try {
        await import('./' + name + '.mjs');
      } catch (error) {
        printed[name] += error.stack;
      }
    }
    const children = execFileSync('ps', ['-o', 'args=', '--ppid', String(process.pid)], { encoding: 'utf8' });
    printed.children = children;
    write(JSON.stringify(printed));`,
  );
  const { PATH, HOME } = process.env;
  const { stdout } = await promisify(execFile)(process.execPath, ['run-all.mjs'], {
    cwd: consumer.folder,
    env: { PATH, HOME },
    maxBuffer: Infinity,
  });
  return JSON.parse(stdout) as Record<string, string>;
}

test('holds what it is meant to hold, and nothing else', () => {
  // A folder that was built in before may hold outputs of sources that are gone: those match too.
  expect(strangersIn(consumer.files)).toEqual([]);
  expect(missingFrom(consumer.files)).toEqual([]);
});

test('the examples type-check with each moduleResolution', () => {
  const projects = { node16: 'node16', bundler: 'esnext' };
  for (const [moduleResolution, module] of Object.entries(projects)) {
    const compilerOptions = {
      strict: true,
      noEmit: true,
      target: 'es2023',
      module,
      moduleResolution,
      types: ['node'],
      skipLibCheck: true,
    };
    writeFileSync(
      join(consumer.folder, `tsconfig.${moduleResolution}.json`),
      JSON.stringify({ compilerOptions, files: [...EXAMPLES, 'wire.ts'] }),
    );
  }
  writeFileSync(
    join(consumer.folder, 'wire.ts'),
    [
      "import type { DeclarationChat } from 'declaration-chat/chat';",
      "import type { Answer, ChatReply } from 'declaration-chat/protocol';",
      "import type { DeclarationChatElement } from 'declaration-chat/widget.js';",
      'export async function ask(chat: DeclarationChat): Promise<Answer | undefined> {',
      "  const reply: ChatReply = await chat.invoke({ question: 'Who?', documents: ['a'] });",
      '  // @ts-expect-error: had the types got lost, this would be no error.',
      '  reply.nobody;',
      '  return reply.answered ? reply : undefined;',
      '}',
      'export type Element = DeclarationChatElement;',
    ].join('\n'),
  );
  const tsc = join(PROJECT, 'node_modules/typescript/bin/tsc');
  // Built together they share what is parsed.
  const files = Object.keys(projects).map((name) => `tsconfig.${name}.json`);
  execFileSync(process.execPath, [tsc, '-b', ...files], {
    cwd: consumer.folder,
    encoding: 'utf8',
  });
});

const PROGRAMS: Readonly<Record<string, string>> = {
  runnable: `
    import { createDeclarationChain } from 'declaration-chat/chat';
    const chat = await createDeclarationChain({ corpus: 'corpus', index: 'index' });
    console.log(JSON.stringify(await chat.invoke('Which city hosts the SCO Secretariat?')));
  `,
  app: `
    import { createServer } from 'node:http';
    import { createApp, openBackend, shippedWidget } from 'declaration-chat';
    import { openRetriever } from 'declaration-chat/retriever';
    const folders = { corpus: 'corpus', index: 'index' };
    const [found] = await (await openRetriever(folders)).invoke('Where is the SCO Secretariat?');
    const backend = await openBackend(folders);
    const server = createServer(createApp({ backend: () => backend, widget: shippedWidget() }));
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = 'http://127.0.0.1:' + server.address().port;
    const get = async (path, init) => (await fetch(url + path, init)).text();
    const reply = await get('/api/chat', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ question: 'Which city hosts the SCO Secretariat?' }),
    });
    const page = await get('/');
    const widget = await get('/widget.js');
    console.log(JSON.stringify([found.pageContent, page, widget, JSON.parse(reply).answered]));
    server.close();
    server.closeAllConnections();
  `,
  'own-parts': `
    import { SyntheticEmbeddings, FakeVectorStore } from '@langchain/core/utils/testing';
    import { openRetriever } from 'declaration-chat/retriever';
    let filled;
    const retriever = await openRetriever({
      corpus: 'corpus',
      index: 'other-index',
      embeddings: new SyntheticEmbeddings({ vectorSize: 16 }),
      createVectorStore: async ({ embeddings, vectors, documents }) => {
        filled = new FakeVectorStore(embeddings);
        await filled.addVectors(vectors, documents);
        return filled;
      },
    });
    const [found] = await retriever.invoke('Secretariat in Beijing');
    console.log(filled.memoryVectors.length > 100, found.pageContent);
  `,
};

/** The examples by their names; `serve` on a free port, which `client`, after it, asks and closes. */
function examplePrograms(): Record<string, string> {
  const {
    serve = '',
    client = '',
    ...others
  } = Object.fromEntries(
    EXAMPLES.map((name) => [
      name.replace(/\.ts$/u, ''),
      readFileSync(join(consumer.folder, name), 'utf8'),
    ]),
  );
  const anywhere = serve.replace(
    "listen(3000, '127.0.0.1')",
    `listen(0, '127.0.0.1', function () {
      process.argv[2] = 'http://127.0.0.1:' + this.address().port;
      globalThis.close = () => { this.close(); this.closeAllConnections(); };
      globalThis.opened();
    })`,
  );
  const opened = 'const opened = new Promise((resolve) => { globalThis.opened = resolve; });';
  return {
    ...others,
    serve: `${opened}\n${anywhere}\nawait opened;`,
    client: `${client}\nglobalThis.close();`,
  };
}

describe('installed, from a folder of texts and with the model that ships', () => {
  let printed: Readonly<Record<string, string>>;
  beforeAll(async () => {
    printed = await run({ ...PROGRAMS, ...examplePrograms() });
  });

  test('the runnable answers with citations', () => {
    const reply = JSON.parse(printed['runnable'] ?? '') as {
      readonly answer: string;
      readonly citations: readonly { readonly quote: string }[];
    };
    expect(reply.answer).toContain('Beijing');
    expect(reply.answer).toContain('[1]');
    expect(reply.citations[0]?.quote).toContain('Beijing');
  });

  test('the retriever finds the paragraph, and the app serves page, widget and answers', () => {
    const [found, page, widget, answered] = JSON.parse(printed['app'] ?? '') as [
      string,
      string,
      string,
      boolean,
    ];
    expect(found).toContain('Secretariat in Beijing');
    expect(page).toContain('<declaration-chat');
    expect(widget).toContain('declaration-chat');
    expect(answered).toBe(true);
  });

  test('an embedding model and a vector store of one’s own take the place of what ships', () => {
    expect(printed['own-parts']).toMatch(/^true .*Beijing/su);
  });

  test.each([
    ['chat', /Beijing.*\[1\].*“.*Beijing.*Tashkent/su],
    ['chain', /Beijing.*\[1\] “.*Beijing.*” \/documents\/dushanbe-2021#p7/su],
    ['retriever', /^The Secretariat is in Beijing\.$/mu],
    ['langgraph-tool', /Beijing.*\[1\] \/documents\/dushanbe-2021#p7/su],
    ['own-components', /Bonn.*\/documents\/charter#p1/su],
    // It asks the server of the example `serve`.
    ['client', /Beijing.*\[1\] “.*\/documents\/dushanbe-2021\?quote=\d+-\d+#p7/su],
  ])('the example %s runs', (name, output) => {
    expect(printed[name]).toMatch(output);
  });

  test('whatever they open, the models that ship are held once', () => {
    expect(printed['children']?.match(/host-main/gu)).toHaveLength(1);
  });

  test('the command takes texts and index from the working directory', async () => {
    const command = join(
      consumer.folder,
      'node_modules/declaration-chat/dist/bin/declaration-chat.js',
    );
    const { code, stdout } = await start(
      process.execPath,
      [command, 'ask', 'Which city hosts the SCO Secretariat?'],
      { cwd: consumer.folder },
    ).finished;
    expect(code).toBe(0);
    expect(stdout).toContain('Beijing');
    expect(readdirSync(join(consumer.folder, 'index'))).toContain('manifest.json');
  });
});

test('the documentation shows the examples as they are compiled', () => {
  const pages = ['README.md', 'docs/langchain.md', 'docs/api.md'].map((page) =>
    readFileSync(join(PROJECT, page), 'utf8'),
  );
  for (const name of EXAMPLES) {
    const code = readFileSync(join(PROJECT, 'examples', name), 'utf8').trim();
    expect([name, pages.some((page) => page.includes(code))]).toEqual([name, true]);
  }
});
