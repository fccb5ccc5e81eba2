import type { PartiesRules } from '../../../rules/whole-document-rules.js';
import { alternatives } from '../../../any-of.js';
import { listed } from '../../../listed.js';

/** Who makes treaties and declarations. */
const MAKERS = alternatives([
  ...listed('governments? parties states? presidents? peoples? heads leaders ministers'),
  ...listed('representatives members participants delegates kingdom republic union'),
  'high contracting parties',
  'contracting (?:parties|states)',
  'general assembly',
]);

export const PARTIES: PartiesRules = {
  /** "We, the leaders of …", "…, we, the Heads of Member States, declare", "We the peoples". */
  speaking: /^we,? (?:the|those)\b|, we, (?:the|those)\b/iu,
  named: new RegExp(
    String.raw`^(?:whereas )?the (?:\p{L}+ ){0,3}(?:${MAKERS})\b|\bhereinafter\b|\bcontracting parties\b`,
    'iu',
  ),
  prototypes: [
    'We, the Heads of State and Government of the Member States,',
    'The Governments of the States Parties to this Agreement, hereinafter referred to as the Parties,',
    'The High Contracting Parties,',
    'We, the representatives of the participants who have gathered here, declare the following.',
  ],
};
