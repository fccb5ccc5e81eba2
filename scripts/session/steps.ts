/** A command of the session and what it is for. */
export interface Step {
  readonly about: string;
  /** As it is typed, in a folder with `texts/`. */
  readonly command: string;
  /** It goes on meanwhile; the step is over once this is said. */
  readonly until?: RegExp;
}

/** What somebody does in the first five minutes. */
export const STEPS: readonly Step[] = [
  { about: 'Put your texts into a folder.', command: 'ls texts' },
  {
    about: 'See how they will be cited.',
    command: 'npx declaration-chat ingest --dry-run --corpus texts',
  },
  { about: 'Build the index.', command: 'npx declaration-chat ingest --corpus texts' },
  {
    about: 'Ask. Each number leads to the very words.',
    command: 'npx declaration-chat ask --corpus texts "Which city hosts the SCO Secretariat?"',
  },
  {
    about: 'What the texts do not say is not answered.',
    command: 'npx declaration-chat ask --corpus texts "How do I bake a pancake?"',
  },
  {
    about: 'Serve the chat, its page and the texts to read.',
    command: 'npx declaration-chat texts &',
    until: /Try:\n.+\n/u,
  },
  {
    about: 'Ask it from a program.',
    command:
      "curl -s http://127.0.0.1:3000/api/chat -H 'content-type: application/json' " +
      '-d \'{"question":"Which city hosts the SCO Secretariat?"}\'',
  },
  { about: 'See whether all is right.', command: 'npx declaration-chat doctor --corpus texts' },
];
