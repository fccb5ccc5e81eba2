import { jsonFeed, oEmbed } from '../schemas/syndication-schemas.js';
import type { Operation } from './operation.js';

/** The texts for those who read by other programs than a browser. */
export const SYNDICATION_OPERATIONS: readonly Operation[] = [
  {
    method: 'get',
    path: '/feed.json',
    tag: 'Texts',
    id: 'feed',
    summary: 'The texts as a JSON Feed',
    reply: { 'application/feed+json': jsonFeed },
  },
  {
    method: 'get',
    path: '/oembed',
    tag: 'Texts',
    id: 'oEmbed',
    summary: 'What another site shows in the place of a link to a text',
    parameters: [
      {
        name: 'url',
        in: 'query',
        description: 'Address of the page of a text, with its paragraph and quote.',
        required: true,
        example: '',
      },
      { name: 'maxwidth', in: 'query', description: 'At most so many pixels.', example: '' },
    ],
    reply: { 'application/json': oEmbed },
  },
  {
    method: 'get',
    path: '/llms.txt',
    tag: 'Texts',
    id: 'llmsText',
    summary: 'What a language model is told of this site',
    reply: { 'text/plain': undefined },
  },
];
