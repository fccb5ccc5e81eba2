/** Words that open a clause after a comma and may bring in something new. */
const OPENERS = 'and|but|while|whereas|which|who|so|as';

export const ADDED_CLAUSE = new RegExp(String.raw`[;:]|,\s+(?=(?:${OPENERS})\s)`, 'u');
