import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

// Which project a test belongs to stands in its name: `*.models.test.ts` loads the models that ship,
// `*.process.test.ts` starts processes, `*.browser.test.ts` opens pages in a browser, every other
// `*.database.test.ts` talks to PostgreSQL (test/support/database-setup.ts), every other
// `*.test.ts` does nothing of this. `*.quality.test.ts` holds figures over whole sets of judged
// questions, claims and dialogues to their floors: `npm run test:quality`. `*.docs.test.ts` runs what
// the documentation shows, and builds it: `npm run test:docs`. The projects run one
// after the other, so that what is heavy never waits for what else is heavy. What loads those
// models, starts a process or a browser (test/support) refuses to in any other project.
const MODELS = 'test/**/*.models.test.ts';
const QUALITY = 'test/**/*.quality.test.ts';
const DOCS = 'test/**/*.docs.test.ts';
const PROCESS = 'test/**/*.process.test.ts';
const BROWSER = 'test/**/*.browser.test.ts';
const DATABASE = 'test/**/*.database.test.ts';

// Some tests wait for a clock: one thread more than there are processors keeps all of them at work.
const WHILE_OTHERS_WAIT = availableParallelism() + 1;

// Files of a project share their threads: modules, and models with them, are loaded once a thread.
// A test leaves nothing behind, as `onTestFinished` in its helpers sees to.
const shared = {
  pool: 'threads',
  isolate: false,
  // Unless told, one processor is left free: of two, half.
  maxWorkers: '100%',
} as const;

// With the models that ship. The engine cannot be loaded again where a thread of an earlier project
// had loaded it; where the vectors of texts have to be made anew, that takes minutes.
const withModels = {
  ...shared,
  pool: 'forks',
  provide: { project: 'models' },
  testTimeout: 120_000,
  hookTimeout: 600_000,
} as const;

export default defineConfig({
  test: {
    // What was transformed once is kept in `node_modules/.experimental-vitest-cache`, by content.
    experimental: { fsModuleCache: true },
    projects: [
      {
        test: {
          ...shared,
          name: 'unit',
          maxWorkers: WHILE_OTHERS_WAIT,
          include: ['test/**/*.test.ts'],
          exclude: [MODELS, QUALITY, DOCS, PROCESS, BROWSER, DATABASE],
          provide: { project: 'unit' },
          testTimeout: 20_000,
          hookTimeout: 20_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          ...withModels,
          name: 'models',
          include: [MODELS],
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          ...shared,
          name: 'process',
          // A test may count the processes that its own has started.
          pool: 'forks',
          include: [PROCESS],
          provide: { project: 'process' },
          // A process takes a second or two, and many more on a busy machine.
          testTimeout: 60_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 2 },
        },
      },
      {
        test: {
          ...shared,
          name: 'browser',
          include: [BROWSER],
          globalSetup: 'test/support/browser-setup.ts',
          provide: { project: 'browser' },
          // A browser on a busy machine takes its time.
          testTimeout: 60_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 3 },
        },
      },
      {
        test: {
          ...shared,
          name: 'database',
          include: [DATABASE],
          globalSetup: 'test/support/database-setup.ts',
          provide: { project: 'database' },
          testTimeout: 60_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 4 },
        },
      },
      {
        test: {
          ...shared,
          name: 'docs',
          pool: 'forks',
          include: [DOCS],
          globalSetup: 'test/support/browser-setup.ts',
          provide: { project: 'docs' },
          testTimeout: 120_000,
          hookTimeout: 180_000,
          sequence: { groupOrder: 6 },
        },
      },
      {
        test: {
          ...withModels,
          name: 'quality',
          include: [QUALITY],
          globalSetup: 'test/support/database-setup.ts',
          sequence: { groupOrder: 5 },
        },
      },
    ],
  },
});
