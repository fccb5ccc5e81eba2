/**
 * What has to be done to a database, in this order, each once. A step that a release has shipped is
 * never changed: what is to be otherwise is a step of its own.
 * @param schema as SQL names it
 */
export function migrationsOf(schema: string): readonly string[] {
  return [generationTables(schema), searchedTables(schema), countedTables(schema)];
}

/** Documents belong to no generation: those that stay are shared by the ones that hold them. */
function generationTables(schema: string): string {
  return `
    CREATE TABLE ${schema}.generations (
      key integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      name text NOT NULL UNIQUE,
      state text NOT NULL CHECK (state IN ('present', 'past', 'aside')),
      retired_at timestamptz,
      created_at text NOT NULL,
      format_version integer NOT NULL,
      about json NOT NULL
    );
    CREATE UNIQUE INDEX one_present ON ${schema}.generations (state) WHERE state = 'present';

    CREATE TABLE ${schema}.documents (
      key bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      sha256 text NOT NULL,
      metadata json NOT NULL,
      content text NOT NULL,
      paragraphs integer NOT NULL,
      entries integer NOT NULL,
      sentences integer NOT NULL,
      questions integer NOT NULL,
      terms integer NOT NULL,
      words text[] NOT NULL,
      word_counts integer[] NOT NULL
    );

    CREATE TABLE ${schema}.members (
      generation integer NOT NULL REFERENCES ${schema}.generations ON DELETE CASCADE,
      document bigint NOT NULL REFERENCES ${schema}.documents,
      place integer NOT NULL,
      first_paragraph integer NOT NULL,
      first_entry integer NOT NULL,
      source json NOT NULL,
      PRIMARY KEY (generation, document)
    );
    CREATE INDEX members_document ON ${schema}.members (document);`;
}

/** What is searched for, by documents: vectors of their entries, and which terms stand where. */
function searchedTables(schema: string): string {
  return `
    CREATE TABLE ${schema}.entries (
      document bigint NOT NULL,
      paragraph integer NOT NULL,
      number integer NOT NULL,
      kind text NOT NULL CHECK (kind IN ('passage', 'sentence', 'question')),
      dimensions integer NOT NULL,
      embedding vector NOT NULL,
      PRIMARY KEY (document, paragraph, number)
    );
    ALTER TABLE ${schema}.entries ALTER COLUMN embedding SET STATISTICS 0;

    CREATE TABLE ${schema}.postings (
      term text COLLATE "C" NOT NULL,
      document bigint NOT NULL,
      paragraphs integer[] NOT NULL,
      frequencies integer[] NOT NULL,
      lengths integer[] NOT NULL,
      worded boolean NOT NULL,
      PRIMARY KEY (term, document)
    );
    CREATE INDEX postings_document ON ${schema}.postings (document);`;
}

/** What is counted over a generation. */
function countedTables(schema: string): string {
  return `
    CREATE TABLE ${schema}.vocabulary (
      generation integer NOT NULL REFERENCES ${schema}.generations ON DELETE CASCADE,
      term text COLLATE "C" NOT NULL,
      paragraphs integer NOT NULL,
      wordings integer NOT NULL,
      PRIMARY KEY (generation, term)
    );

    CREATE TABLE ${schema}.words (
      generation integer NOT NULL REFERENCES ${schema}.generations ON DELETE CASCADE,
      word text COLLATE "C" NOT NULL,
      occurrences integer NOT NULL,
      PRIMARY KEY (generation, word)
    );`;
}
