import { execFileSync } from 'node:child_process';
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
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

/** Writes a TypeScript program without its types, as a build of somebody does; its path. */
function compiled(source: string, name: string): string {
  const file = join(consumer.folder, name);
  writeFileSync(file, transformSync(source, { loader: 'ts' }).code);
  return file;
}

function compiledExample(name: string): string {
  const source = readFileSync(join(consumer.folder, name), 'utf8');
  return compiled(source, name.replace(/\.ts$/u, '.mjs'));
}

/** What a program prints that imports the package by its name. */
async function run(source: string): Promise<string> {
  const file = compiled(source, 'program.mjs');
  const { code, stdout, stderr } = await start(process.execPath, [file], { cwd: consumer.folder })
    .finished;
  expect(code, stderr).toBe(0);
  return stdout;
}

test('holds what it is meant to hold, and nothing else', () => {
  // A folder that was built in before may hold outputs of sources that are gone: those match too.
  expect(strangersIn(consumer.files)).toEqual([]);
  expect(missingFrom(consumer.files)).toEqual([]);
});

test.each([
  ['node16', 'node16'],
  ['bundler', 'esnext'],
])('the examples type-check with moduleResolution %s', (moduleResolution, module) => {
  const compilerOptions = {
    strict: true,
    noEmit: true,
    target: 'es2023',
    module,
    moduleResolution,
  };
  writeFileSync(
    join(consumer.folder, 'tsconfig.json'),
    JSON.stringify({
      compilerOptions: { ...compilerOptions, types: ['node'], skipLibCheck: true },
      files: [...EXAMPLES, 'wire.ts'],
    }),
  );
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
  execFileSync(process.execPath, [tsc, '-p', consumer.folder], { encoding: 'utf8' });
});

describe('installed, from a folder of texts and with the model that ships', () => {
  test('the runnable answers with citations', async () => {
    const reply = JSON.parse(
      await run(`
        import { createDeclarationChain } from 'declaration-chat/chat';
        const chat = await createDeclarationChain({ corpus: 'corpus', index: 'index' });
        console.log(JSON.stringify(await chat.invoke('Which city hosts the SCO Secretariat?')));
      `),
    ) as { readonly answer: string; readonly citations: readonly { readonly quote: string }[] };
    expect(reply.answer).toContain('Beijing');
    expect(reply.answer).toContain('[1]');
    expect(reply.citations[0]?.quote).toContain('Beijing');
  });

  test('the retriever finds the paragraph, and the app serves page, widget and answers', async () => {
    const [found, page, widget, answered] = JSON.parse(
      await run(`
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
      `),
    ) as [string, string, string, boolean];
    expect(found).toContain('Secretariat in Beijing');
    expect(page).toContain('<declaration-chat');
    expect(widget).toContain('declaration-chat');
    expect(answered).toBe(true);
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

  test('an embedding model and a vector store of one’s own take the place of what ships', async () => {
    expect(
      await run(`
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
      `),
    ).toMatch(/^true .*Beijing/su);
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

describe('the examples run', () => {
  test.each([
    ['chat.ts', /Beijing.*\[1\].*“.*Beijing.*Tashkent/su],
    ['chain.ts', /Beijing.*\[1\] “.*Beijing.*” \/documents\/dushanbe-2021#p7/su],
    ['retriever.ts', /^The Secretariat is in Beijing\.$/mu],
    ['langgraph-tool.ts', /Beijing.*\[1\] \/documents\/dushanbe-2021#p7/su],
    ['own-components.ts', /Bonn.*\/documents\/charter#p1/su],
  ])('%s', async (name, output) => {
    const { finished } = start(process.execPath, [compiledExample(name)], { cwd: consumer.folder });
    const { code, stdout, stderr } = await finished;
    expect(code, stderr).toBe(0);
    expect(stdout).toMatch(output);
  });

  test('serve.ts and client.ts', async () => {
    const program = readFileSync(join(consumer.folder, 'serve.ts'), 'utf8');
    const anywhere = program.replace(
      "listen(3000, '127.0.0.1')",
      "listen(0, '127.0.0.1', function () { console.log(this.address()); })",
    );
    const server = start(process.execPath, [compiled(anywhere, 'serve-anywhere.mjs')], {
      cwd: consumer.folder,
    });
    const [, port = ''] = await server.says(/port: (\d+)/u);
    const { finished } = start(
      process.execPath,
      [compiledExample('client.ts'), `http://127.0.0.1:${port}`],
      { cwd: consumer.folder },
    );
    const { stdout, stderr } = await finished;
    expect(stdout, stderr).toMatch(
      /Beijing.*\[1\] “.*\/documents\/dushanbe-2021\?quote=\d+-\d+#p7/su,
    );
    server.child.kill();
  });
});
