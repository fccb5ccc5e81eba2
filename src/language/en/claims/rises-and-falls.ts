/** Alternatives of regular expressions: words for ends, falls, rises and dangers. */
export const ENDING = [
  String.raw`end(?:s|ed|ing)?|stop\p{L}*|abolish\p{L}*|dissolv\p{L}*|terminat\p{L}*`,
  String.raw`withdr[ae]w\p{L}*|remov\p{L}*|ceas\p{L}*|discontinu\p{L}*|halt\p{L}*|cancel\p{L}*`,
  String.raw`abandon\p{L}*|clos(?:es|ed|ing|ure)|restrict\p{L}*|hinder\p{L}*|imped\p{L}*`,
  String.raw`obstruct\p{L}*|block(?:s|ed|ing)?|prohibit\p{L}*|ban(?:s|ned|ning)?`,
].join('|');

export const LESS = [
  String.raw`less|fewer|lower\p{L}*|decreas\p{L}*|declin\p{L}*|reduc\p{L}*|diminish\p{L}*`,
  String.raw`weak\p{L}*|worse\p{L}*|shrink\p{L}*|fall(?:s|en|ing)?|fell|drop(?:s|ped)?|cuts?`,
  'cutting',
].join('|');

export const MORE = [
  String.raw`more|increas\p{L}*|rais(?:e|es|ed|ing)|ris(?:e|es|en|ing)|rose|grow\p{L}*|grew`,
  'higher|sharper',
].join('|');

export const DANGER = [
  String.raw`threat\p{L}*|danger\p{L}*|risk\p{L}*|harm(?:s|ed|ful|ing)?|damag\p{L}*`,
  String.raw`undermin\p{L}*|obstacles?`,
].join('|');
