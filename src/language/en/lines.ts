import type { LineRules } from '../language.js';

export const LINES: LineRules = {
  leadsToNumber:
    /(?<![\p{L}])(?:articles?|arts?\.?|paragraphs?|paras?\.?|sections?|chapters?|annex|resolutions?|nos?\.?|rules?|principles?|and|or|to|of|in|the|by|on|under|from|with|per|at)$/iu,
  quantity: /^(?:million|billion|trillion|per\s?cent|percent|%|°|€|\$|km|kg)/iu,
  takesNumber:
    /(?<![\p{L}])(?:nos?|arts?|articles?|paras?|paragraphs?|pp?|vols?|ch|sec|res|st|fig|rev|ver|v)\.$/iu,
  lastItem: ['and', 'or'],
};
