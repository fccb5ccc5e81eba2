import { z } from 'zod';
import type {
  DocumentDetail,
  DocumentList,
  DocumentParagraph,
  DocumentSummary,
} from '../../protocol.js';

const summaryShape = {
  id: z.string().describe('Stable and URL-safe, such as `dushanbe-2021`.'),
  title: z.string(),
  date: z.string().exactOptional().describe('Of adoption: `2021-09-17`, `2021-09` or `2021`.'),
  place: z.string().exactOptional(),
  language: z.string().describe('BCP 47 tag.'),
  paragraphCount: z.int().min(0),
  url: z.string().describe('The page to read it, on this server.'),
};

export const documentSummary = z
  .object(summaryShape)
  .meta({ id: 'DocumentSummary' }) satisfies z.ZodType<DocumentSummary>;

export const documentList = z
  .object({ documents: z.array(documentSummary) })
  .meta({ id: 'DocumentList' }) satisfies z.ZodType<DocumentList>;

export const paragraphShape = {
  paragraph: z
    .string()
    .describe('Its label: the number printed in the source, else a stable one (`preamble-3`).'),
  section: z.array(z.string()).describe('Headings above it, outermost first.'),
  page: z.string().exactOptional().describe('Of the file, where it has pages.'),
  text: z.string().describe('The source’s own characters.'),
  start: z.int().min(0).describe('`document.text.slice(start, end) === text`, in UTF-16 units.'),
  end: z.int().min(0),
  url: z.string().describe('Its permanent address, on this server.'),
};

const documentParagraph = z
  .object(paragraphShape)
  .meta({ id: 'DocumentParagraph' }) satisfies z.ZodType<DocumentParagraph>;

export const documentDetail = z
  .object({
    ...summaryShape,
    loader: z
      .string()
      .exactOptional()
      .describe('What took the text out of its file: `plain-text`, `pdf`, …'),
    sourceUrl: z.string().exactOptional().describe('Where the file itself is served.'),
    text: z.string().describe('The source’s own characters, never corrected.'),
    paragraphs: z.array(documentParagraph),
  })
  .meta({ id: 'DocumentDetail' }) satisfies z.ZodType<DocumentDetail>;
