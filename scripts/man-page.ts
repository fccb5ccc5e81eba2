/** Prints the manual page of `declaration-chat`: `npm run --silent man | man -l -`. */
import { readFileSync } from 'node:fs';
import { createCommands } from '../src/bin/commands.js';
import { packageVersion } from '../src/server/package-version.js';
import { manPage } from './package/man-page.js';

const settings = readFileSync('.env.example', 'utf8');
process.stdout.write(manPage(createCommands(), { version: packageVersion(), settings }));
