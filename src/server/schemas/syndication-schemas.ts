import { z } from 'zod';

export const jsonFeed = z
  .object({
    version: z.literal('https://jsonfeed.org/version/1.1'),
    title: z.string(),
    home_page_url: z.string(),
    feed_url: z.string(),
    items: z.array(
      z.object({
        id: z.string(),
        url: z.string(),
        title: z.string(),
        summary: z.string(),
        content_text: z.string().describe('The whole text, in the source’s own characters.'),
        language: z.string(),
        date_published: z.string().exactOptional().describe('The day of its adoption.'),
      }),
    ),
  })
  .meta({ id: 'JsonFeed' });

export const oEmbed = z
  .object({
    version: z.literal('1.0'),
    type: z.literal('rich'),
    title: z.string(),
    provider_name: z.string(),
    provider_url: z.string(),
    width: z.int(),
    height: z.int(),
    html: z.string().describe('The words that the address leads to, with a link to them.'),
  })
  .meta({ id: 'OEmbed' });
