/** What the server's home page says around the chat; `{}` stands for what is put in. */
export interface PagePhrases {
  readonly lead: string;
  readonly greeting: string;
  /** `{request}` is the way to ask without a script. */
  readonly needsScript: string;
  readonly texts: string;
  /** Above the boxes that say where is searched. */
  readonly textsToSearch: string;
  /** How many, by CLDR's plural categories. */
  readonly paragraphs: Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & {
    readonly other: string;
  };
  readonly read: string;
  /** `{}` is a title. */
  readonly readText: string;
  readonly atLeastOne: string;
  /** Where there are more texts than are listed at first. */
  readonly unlessTicked: string;
  readonly findText: string;
  /** `{}` is how many there are. */
  readonly showAll: string;
  readonly noneFound: string;
  readonly onYourSite: string;
  /** `{origin}` is an example of one, `{setting}` the name of a setting. */
  readonly howToEmbed: string;
  readonly launcher: string;
  readonly inPage: string;
  readonly pinned: string;
  readonly pinnedNote: string;
  readonly copy: string;
  /** `{}` is what is copied. */
  readonly copyOf: string;
  readonly copied: string;
  /** Of the page that tries the interface. */
  readonly forPrograms: string;
  /** Of the way past what every page begins with, and where it leads. */
  readonly skip: string;
  readonly skipTo: string;
}
