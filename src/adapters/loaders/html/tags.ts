/** Elements that stand in lines of their own. */
export const BLOCK_TAGS: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset ' +
    'figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ' +
    'ol p pre section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
);

/** Elements whose words are not the text's. */
export const SILENT_TAGS: ReadonlySet<string> = new Set(
  (
    'applet area audio base button canvas datalist embed head iframe img input link map meta ' +
    'noscript object option param picture rp rt script select source style svg template textarea ' +
    'title track video'
  ).split(' '),
);
