import { inject } from 'vitest';

/** The projects of vitest.config.ts. */
export type TestProject = 'unit' | 'models' | 'process' | 'browser' | 'database' | 'docs';

declare module 'vitest' {
  interface ProvidedContext {
    readonly project: TestProject;
    /** The widget as it is served, bundled from the sources as they stand: its file. */
    readonly widgetFile: string;
    /** Where the one browser of all tests listens; empty where there is none. */
    readonly browserEndpoint: string;
    /** Address of the PostgreSQL that tests use. */
    readonly databaseUrl: string;
    readonly databaseHasSessions: boolean;
  }
}

/** What the documentation shows needs both. */
const SHOWN: ReadonlySet<TestProject> = new Set(['process', 'browser']);

/** Refuses what is for another project than the one that the running test file is in. */
export function requireProject(needed: TestProject): void {
  const project = inject('project');
  if (project === needed || (project === 'docs' && SHOWN.has(needed))) return;
  throw new Error(
    `This test is in the project "${project}", and what it does is for "${needed}" alone. ` +
      `Name its file *${needed === 'unit' ? '' : `.${needed}`}.test.ts.`,
  );
}
