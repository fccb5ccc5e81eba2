import { documentDetail, documentList } from '../schemas/document-schemas.js';
import type { Operation, Parameter } from './operation.js';

const ID: Parameter = {
  name: 'id',
  in: 'path',
  description: 'Id of the document.',
  required: true,
  example: '',
};

export const DOCUMENT_OPERATIONS: readonly Operation[] = [
  {
    method: 'get',
    path: '/api/documents',
    tag: 'Texts',
    id: 'listDocuments',
    summary: 'The texts that are served',
    reply: { 'application/json': documentList },
  },
  {
    method: 'get',
    path: '/api/documents/{id}',
    tag: 'Texts',
    id: 'readDocument',
    summary: 'A text with its paragraphs and their offsets',
    parameters: [ID],
    reply: { 'application/json': documentDetail },
  },
  {
    method: 'get',
    path: '/documents/{id}',
    tag: 'Texts',
    id: 'documentPage',
    summary: 'A text as a page to read; every paragraph has an anchor',
    parameters: [
      ID,
      {
        name: 'quote',
        in: 'query',
        description: '`start-end` of a citation: the page marks these words.',
        example: '',
      },
    ],
    reply: { 'text/html': undefined },
  },
  {
    method: 'get',
    path: '/documents/{id}/source',
    tag: 'Texts',
    id: 'documentSource',
    summary: 'The file of a text, as it was put there',
    parameters: [ID],
    reply: { '*/*': undefined },
  },
];
