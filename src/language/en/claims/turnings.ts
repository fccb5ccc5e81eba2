import type { Turning } from '../../rules/claim-rules.js';
import { wholeWords } from '../../whole-words.js';
import { DANGER, ENDING, LESS } from './rises-and-falls.js';

const ONLY: Turning = {
  stated: wholeWords('only|solely|exclusively'),
  borneOutBy: wholeWords(
    'only|sole(?:ly)?|exclusive(?:ly)?|alone|just|single|unique|no alternative|no other',
  ),
};

const ALL: Turning = {
  stated: wholeWords(
    '(?<!at |above |of )all|every(?! other)|always|entire(?:ly)?|unanimous(?:ly)?',
  ),
  borneOutBy: wholeWords(
    String.raw`all|every|each|any|both|entire(?:ty|ly)?|whole|full(?:y)?|always|universal\p{L}*|` +
      String.raw`unanim\p{L}*|complete\p{L}*|comprehensive\p{L}*|common|no|none`,
  ),
};

const DUTY: Turning = {
  stated: wholeWords(
    'must|(?:is|are) (?:obliged|obligated|required|bound) to|ha(?:s|ve) to|mandatory|compulsory|' +
      'obligatory',
  ),
  borneOutBy: wholeWords(
    String.raw`must|shall|should|need\p{L}*|necess\p{L}*|requir\p{L}*|oblig\p{L}*|` +
      String.raw`call(?:s|ed|ing)?|commit\p{L}*|essential|critical|imperative|important|` +
      String.raw`importance|strict\p{L}*|compl(?:y|ies|iance)|undertak\p{L}*|mandat\p{L}*|` +
      String.raw`ensur\p{L}*|urg(?:e|es|ing)|duty|duties|bound|binding`,
  ),
  orAgainst: true,
};

const END: Turning = {
  stated: wholeWords(`(?<!th(?:is|at|ese|ose) |the )(?:${ENDING})`),
  borneOutBy: wholeWords(
    String.raw`${ENDING}|finish\p{L}*|conclu\p{L}*|complet\p{L}*|clos(?:e|es|ed|ing|ure)|` +
      String.raw`disrupt\p{L}*|destr\p{L}*|barrier|settle\p{L}*|free`,
  ),
  orAgainst: true,
};

const FALL: Turning = {
  stated: wholeWords(`(?<!no )(?:${LESS})`),
  borneOutBy: wholeWords(
    String.raw`${LESS}|los[st]\p{L}*|lack|negativ\p{L}*|adverse\p{L}*|hinder\p{L}*|` +
      String.raw`restrict\p{L}*|constrain\p{L}*|undermin\p{L}*|damag\p{L}*|mitigat\p{L}*|` +
      String.raw`minimi[sz]\p{L}*|low|small(?:er)?|gap|free`,
  ),
  orAgainst: true,
};

const THREAT: Turning = {
  stated: wholeWords(DANGER),
  borneOutBy: wholeWords(
    String.raw`${DANGER}|negativ\p{L}*|adverse\p{L}*|challeng\p{L}*|concern|crim\p{L}*|` +
      String.raw`violat\p{L}*`,
  ),
  orAgainst: true,
};

export const TURNINGS: readonly Turning[] = [ONLY, ALL, DUTY, END, FALL, THREAT];
