import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

const SOURCE = fileURLToPath(new URL('../../src/', import.meta.url));
/** So many words in one list of strings are a list of words. */
const MIN_LIST = 3;
/** No words of a language: names of protocols, of formats and of what stands in addresses. */
const TECHNICAL = new Set(
  'http https www mailto utf bom html svg api iso nbsp amp quot crlf json yaml rfc url inf'.split(
    ' ',
  ),
);
/** Lists of words that belong to no language, and why. */
const ALLOWED: Readonly<Record<string, string>> = {
  'adapters/chat-model/chat-failure.ts': 'names of errors',
  'adapters/chat-model/finish-reason.ts': 'values in the replies of providers',
  'adapters/chat-model/load-chat-model.ts': 'messages of the module loader',
  'adapters/encoder/encoder-profile.ts': 'names of models',
  'adapters/tokenizer/vocabulary.ts': 'values in the files of tokenizers',
  'adapters/model-host/model-process.ts': 'values of the process module',
  'adapters/corpus/select-files.ts': 'names of files',
  'adapters/loaders/decode-text.ts': 'names of encodings',
  'adapters/loaders/docx/docx-blocks.ts': 'names of styles',
  'adapters/loaders/docx/docx-loader.ts': 'names of files, and titles that programs give',
  'adapters/loaders/docx/run-text.ts': 'names of tags',
  'adapters/loaders/docx/styles.ts': 'names of styles',
  'adapters/loaders/epub/epub-loader.ts': 'names of files and of methods',
  'adapters/loaders/epub/package-document.ts': 'values of attributes',
  'adapters/loaders/html/footnotes.ts': 'names of tags and values of attributes',
  'adapters/loaders/html/html-loader.ts': 'names of attributes',
  'adapters/loaders/html/list-marker.ts': 'names of properties',
  'adapters/loaders/html/main-content.ts': 'names of tags and values of attributes',
  'adapters/loaders/html/table.ts': 'names of tags and values of attributes',
  'adapters/loaders/html/tags.ts': 'names of tags',
  'adapters/loaders/isolated/loader-process.ts': 'values of the process module',
  'adapters/loaders/pdf/pdf-loader.ts': 'titles that programs give',
  'adapters/index-store/document-files.ts': 'names of files',
  'adapters/postgres/candidate-statement.ts': 'kinds of vectors',
  'adapters/postgres/database-address.ts': 'schemes of addresses',
  'adapters/postgres/database-faults.ts': 'messages of the driver',
  'adapters/postgres/postgres-draft.ts': 'names of tables',
  'adapters/index-store/generations.ts': 'names of files',
  'adapters/index-store/manifest-schema.ts': 'names of files',
  'bin/arguments-as-meant.ts': 'options of the commands',
  'bin/composition-root.ts': 'names of files',
  'bin/config/variables.ts': 'schemes of addresses',
  'bin/shared-index.ts': 'codes',
  'bin/confirm.ts': 'what the operator types',
  'composition/open-folders.ts': 'names of methods',
  'composition/reading-fingerprint.ts': 'names of folders',
  'documents/structure/prefixes.ts': 'codes',
  'generative/no-answer.ts': 'a code',
  'generative/reply-parser/fences.ts': 'names of formats',
  'generative/reply-parser/html-tag.ts': 'names of tags',
  'generative/reply-parser/json-reader.ts': 'names of properties',
  'generative/reply-parser/thinking-names.ts': 'names of tags and properties',
  'generative/reply-parser/turn-token.ts': 'names of tokens',
  'ingestion/expansion/write-expansion.ts': 'codes',
  'ingestion/present-index.ts': 'the end of our own messages',
  'retrieval/query/places/meanings.ts': 'kinds of places',
  'server/openai/conversation-task.ts': 'names of roles, as front ends write them',
  'server/access/bears-token.ts': 'schemes of a header',
  'server/access/guard-access.ts': 'addresses',
  'server/access/guard-admin.ts': 'names of headers',
  'server/access/host-name.ts': 'names of hosts',
  'server/access/trusted-proxies.ts': 'names of networks',
  'server/metrics/metrics.ts': 'names of labels',
  'server/openai/completion-request.ts': 'roles of a protocol',
  'server/problem.ts': 'codes',
  'server/public/assets/api.js': 'a field of requests',
  'server/read-json-body.ts': 'a header',
  'server/syndication/oembed.ts': 'an address',
  'widget/build.mjs': 'names of files',
  'widget/strings/choose-strings.ts': 'tags of languages',
  'widget/wording/paragraph-name.ts': 'labels of paragraphs',
};

/** Letters of a pattern that stand for themselves. */
function lettersOf(pattern: string): string[] {
  const plain = pattern
    .replace(/\$\{[^}]*\}/gu, ' ')
    .replace(/\\[pP]\{[^}]*\}/gu, ' ')
    .replace(/\(\?<[A-Za-z]\w*>|\\k<\w+>/gu, ' ')
    .replace(/\[(?:\\.|[^\]\\])*\]/gu, ' ')
    .replace(/\\(?:u\{[^}]*\}|u[0-9a-f]{4}|x[0-9a-f]{2}|.)/giu, ' ');
  return (plain.match(/\p{L}{2,}/gu) ?? []).filter(
    (word) => !TECHNICAL.has(word.toLowerCase()) && !/^[IVXLC]+$/u.test(word),
  );
}

const isWord = (text: string): boolean => /^[\p{Ll}\p{M}'’ -]{2,}$/u.test(text);

function textOf(node: ts.Node): string | undefined {
  if (ts.isNoSubstitutionTemplateLiteral(node)) return node.rawText;
  if (ts.isStringLiteral(node)) return node.getText();
  if (ts.isTemplateExpression(node)) {
    const pieces = [node.head, ...node.templateSpans.map(({ literal }) => literal)];
    return pieces.map(({ rawText, text }) => rawText ?? text).join('${}');
  }
  return undefined;
}

/** What of a syntax tree holds words of a language. */
function wordsIn(file: string, text = readFileSync(join(SOURCE, file), 'utf8')): string[] {
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.ES2023, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const pattern = node.text.slice(1, node.text.lastIndexOf('/'));
      if (lettersOf(pattern).length > 0) found.push(`${file}: ${node.text}`);
    }
    if (ts.isNewExpression(node) && node.expression.getText() === 'RegExp') {
      const [pattern] = node.arguments ?? [];
      const inner = pattern && ts.isTaggedTemplateExpression(pattern) ? pattern.template : pattern;
      const source = inner && textOf(inner);
      if (source !== undefined && lettersOf(source).length > 0) found.push(`${file}: ${source}`);
    }
    if (ts.isTaggedTemplateExpression(node) && node.tag.getText() === 'String.raw') {
      const source = textOf(node.template) ?? '';
      if (lettersOf(source).length > 0) found.push(`${file}: ${source}`);
    }
    if (ts.isArrayLiteralExpression(node)) {
      const words = node.elements.flatMap((element) =>
        ts.isStringLiteralLike(element) ? element.text : [],
      );
      const { parent } = node;
      const typed = ts.isAsExpression(parent) || ts.isSatisfiesExpression(parent);
      if (!typed && words.filter(isWord).length >= MIN_LIST) {
        found.push(`${file}: ${words.join(' ')}`);
      }
    }
    if (
      ts.isCallExpression(node) &&
      ts.isPropertyAccessExpression(node.expression) &&
      node.expression.name.text === 'split' &&
      (textOf(node.expression.expression)?.split(' ').length ?? 0) >= MIN_LIST
    ) {
      found.push(`${file}: ${node.expression.expression.getText()}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter(
  (file) => /\.(?:ts|js|mjs)$/u.test(file) && !file.startsWith('language/'),
);

describe('words of a language', () => {
  test.each([
    ['a pattern', 'const x = /\\b(?:river|lake)s?\\b/u;'],
    ['a pattern made of strings', 'const x = new RegExp(String.raw`river|${y}`);'],
    ['a list', "const x = ['river', 'lake', 'sea'];"],
    ['a list in one string', "const x = 'river lake sea'.split(' ');"],
  ])('are seen in %s', (_what, text) => {
    expect(wordsIn('planted.ts', text)).not.toEqual([]);
  });

  test.each([
    ['classes of characters', 'const x = /^[a-z]+\\p{Lu}(?<name>\\d)$/u;'],
    ['messages', "throw new Error('The river is not there.');"],
  ])('are not seen in %s', (_what, text) => {
    expect(wordsIn('planted.ts', text)).toEqual([]);
  });

  test('stand in the folder of that language and nowhere else', () => {
    expect(files.length).toBeGreaterThan(200);
    const strict = files.filter((file) => !(file in ALLOWED));
    expect(strict.flatMap((file) => wordsIn(file))).toEqual([]);
  });
});
