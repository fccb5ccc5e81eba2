import { describe, expect, it } from 'vitest';
import { HiddenText } from '../../../src/generative/reply-parser/hidden-text.js';
import { InlineMarkup } from '../../../src/generative/reply-parser/inline-markup.js';
import { Fences } from '../../../src/generative/reply-parser/fences.js';
import { JsonReply } from '../../../src/generative/reply-parser/json-reply.js';
import { PromptNumbers } from '../../../src/generative/reply-parser/prompt-numbers.js';
import type { CharacterSink } from '../../../src/generative/reply-parser/character-sink.js';
import type { MarkerSink } from '../../../src/generative/reply-parser/marker-sink.js';
import { growthPerDoubling, MAX_LINEAR_GROWTH } from '../../support/growth.js';
import { HOSTILE_UNITS } from './hostile-units.js';
import { parse } from './parse.js';

const nothing = (): void => undefined;
const NOWHERE: MarkerSink = { step: nothing, mark: nothing, discard: nothing, end: nothing };

function through(sink: CharacterSink, text: string): void {
  for (const character of text) sink.step(character);
  sink.end();
}

describe.each(
  Object.entries({
    'a reply': (text: string) =>
      parse(`They agree [1]. Yes they do.\n\n${text}`, { highestNumber: 400, readsBare: true }),
    'hidden text': (text: string) => {
      through(new HiddenText(NOWHERE), text);
    },
    'numbers without brackets': (text: string) => {
      through(new PromptNumbers(NOWHERE, { highestNumber: 400, readsBare: true }), text);
    },
    JSON: (text: string) => {
      through(new JsonReply(NOWHERE, 400), `{"a": ${text}`);
    },
    fences: (text: string) => {
      through(new Fences(NOWHERE, 400), text);
    },
    'inline markup': (text: string) => {
      through(new InlineMarkup(NOWHERE, 400), text);
    },
  }),
)('%s is read in linear time', (_what, read) => {
  it.each(HOSTILE_UNITS)('of %j alone', { timeout: 60_000 }, (unit) => {
    const growth = growthPerDoubling({ input: (size) => unit.repeat(size), run: read });
    expect(growth).toBeLessThan(MAX_LINEAR_GROWTH);
  });
});
