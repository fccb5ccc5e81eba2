import { z } from 'zod';
import type { Citation, NearestPassage, ScoredPassage } from '../../protocol.js';

const paragraph = {
  documentId: z.string().describe('Id of the document, such as `dushanbe-2021`.'),
  documentTitle: z.string(),
  paragraph: z
    .string()
    .describe('Label of the paragraph: the number printed in the source, else a stable one.'),
  section: z.array(z.string()).describe('Headings above the paragraph, outermost first.'),
  page: z
    .string()
    .exactOptional()
    .describe('The page of the file on which the paragraph begins, where the file has pages.'),
  text: z.string().describe('The whole paragraph.'),
};
const url = z
  .string()
  .describe('Permanent address of the paragraph, `/documents/{id}#{anchor}`, on this server.');
const quote = {
  quote: z.string().describe('The words in it, as they stand in the source.'),
  start: z.int().min(0).describe('`document.text.slice(start, end) === quote`, in UTF-16 units.'),
  end: z.int().min(0),
};

export const citation = z
  .object({
    number: z.int().min(1).describe('Stands as `[number]` in the answer; counted from 1.'),
    ...paragraph,
    ...quote,
    deciding: z
      .array(z.object({ start: z.int().min(0), end: z.int().min(0) }))
      .exactOptional()
      .describe('What in the quote decides; offsets as `start` and `end`.'),
    url,
  })
  .meta({ id: 'Citation' }) satisfies z.ZodType<Citation>;

const score = z.number().describe('Fused relevance, 0 to about 1; comparable between questions.');

export const scoredPassage = z
  .object({ ...paragraph, score, url })
  .meta({ id: 'ScoredPassage' }) satisfies z.ZodType<ScoredPassage>;

export const nearestPassage = z
  .object({ ...paragraph, score, url, ...quote })
  .meta({ id: 'NearestPassage' }) satisfies z.ZodType<NearestPassage>;
