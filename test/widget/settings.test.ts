import { expect, test } from 'vitest';
import { readSettings, type AttributeName, type Settings } from '../../src/widget/settings.js';

const read = (attributes: Partial<Record<AttributeName, string>>): Settings =>
  readSettings((name) => attributes[name] ?? null, { defaultServer: 'https://texts.example' });

test('without attributes the chat stands where the element stands, and asks the default server', () => {
  expect(read({})).toEqual({
    server: 'https://texts.example',
    title: undefined,
    greeting: undefined,
    placeholder: undefined,
    suggestions: undefined,
    mode: 'inline',
    position: 'bottom-right',
    width: undefined,
    height: undefined,
    theme: 'auto',
    lang: undefined,
    documents: [],
    persist: false,
    sources: 'card',
    strings: undefined,
  });
});

test.each([
  ['400', '400px'],
  ['30em', '30em'],
  ['62.5%', '62.5%'],
  ['100dvh', '100dvh'],
  ['-1px', undefined],
  ['calc(1px)', undefined],
  ['1px;color:red', undefined],
])('width %j is %j', (width, expected) => {
  expect(read({ width }).width).toBe(expected);
});

test.each([
  ['https://a.example', 'https://a.example'],
  [' https://a.example/ ', 'https://a.example'],
  ['https://a.example/chat//', 'https://a.example/chat'],
  ['/chat', 'https://texts.example/chat'],
  ['//b.example', 'https://b.example'],
  ['https://user:secret@a.example/?q#f', 'https://a.example'],
  ['javascript:alert(1)', undefined],
  ['data:text/event-stream,x', undefined],
  ['https://', undefined],
])('server %j is %j', (server, expected) => {
  expect(read({ server }).server).toBe(expected);
});

test('suggestions stand one a line; an empty attribute means none, no attribute means the server’s', () => {
  expect(read({ suggestions: ' Who?\r\n\n What? \rWhere?' }).suggestions).toEqual([
    'Who?',
    'What?',
    'Where?',
  ]);
  expect(read({ suggestions: '' }).suggestions).toEqual([]);
});

test('documents stand with commas or spaces between', () => {
  expect(read({ documents: ' a-1, b-2  c-3,' }).documents).toEqual(['a-1', 'b-2', 'c-3']);
});

test('values that nobody knows are the defaults', () => {
  expect(read({ mode: 'window', position: 'middle', theme: 'blue' })).toMatchObject({
    mode: 'inline',
    position: 'bottom-right',
    theme: 'auto',
  });
  expect(read({ mode: 'launcher', position: 'top-left', theme: 'dark' })).toMatchObject({
    mode: 'launcher',
    position: 'top-left',
    theme: 'dark',
  });
});

test('persist is set by its presence', () => {
  expect([
    read({ persist: '' }).persist,
    read({ persist: 'true' }).persist,
    read({ persist: 'false' }).persist,
  ]).toEqual([true, true, false]);
});
